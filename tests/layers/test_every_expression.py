# SPDX-License-Identifier: GPL-2.0-or-later
"""Every expression of form, table, map, labels and map tip, evaluated by QGIS on plans with hostile values: none fails, all say what is so."""

import json
import re
from collections.abc import Iterator

import pytest
from qgis.core import (
    Qgis,
    QgsAttributeEditorElement,
    QgsAttributeEditorTextElement,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMetaType

from lmvw_plugin.core import colours
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.colours import AA, contrast
from lmvw_plugin.layers.plan_layer.expressions import CHECKED, LIVE, Expressions
from lmvw_plugin.layers.plan_layer.style import CHECK_STYLE, PLAN_FILE_STYLES, MapStyle, set_up_style
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

_TEMPLATE = re.compile(r"\[%(.*?)%\]", re.DOTALL)
NAMES = (
    None, "", " ", "NULL", "nan", "'t Hof \"Oost\"", "<b>vet</b> & <script>alert(1)</script>", "[% 1 + 1 %]", "%]", "\\n\n\t", "é" * 5_000,
    "plannaam", "1 OR 1=1 --", "Oud\u00adWest \u202e", "😀",
)  # fmt: skip
EMPTY = dict.fromkeys(field.name for field in b.COLUMNS)
PLANS = [
    *(consistent_plan(plannaam=name, plannummer=name, toelichting=name, planstatus=name, plantype=name, gemeente_naam=name) for name in NAMES),
    consistent_plan(), EMPTY, {name: "" if b.BY_NAME[name].kind in (b.Kind.TEXT, b.Kind.CODE) else None for name in EMPTY},
    consistent_plan(gerealiseerd=True), consistent_plan(vervallen=True, vertrouwelijk=True), consistent_plan(planstatus="5A"),
    consistent_plan(planstatus="1A", vertrouwelijk=True), consistent_plan(meergezins=-1), consistent_plan(huur_midden_markt_10jaar=9),
    {name: 2**31 - 1 if b.BY_NAME[name].kind is b.Kind.COUNT else None for name in EMPTY},
]  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory, qgis_app):
    made = tmp_path_factory.mktemp("uitdrukkingen") / "p.gpkg"
    planfile.create(made, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    return made


@pytest.fixture
def layer(path):
    return QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")


def context_of(layer: QgsVectorLayer, plan: dict[str, object]) -> QgsExpressionContext:
    feature = QgsFeature(layer.fields(), 1)
    for name, value in plan.items():
        feature[name] = value
    feature.setGeometry(square())
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.appendScope(QgsExpressionContextUtils.formScope(feature))
    context.setFeature(feature)
    return context


def elements(parent: QgsAttributeEditorElement) -> Iterator[QgsAttributeEditorElement]:
    for child in parent.children() if hasattr(parent, "children") else ():
        said = child.type() == Qgis.AttributeEditorType.TextElement  # which QGIS hands over as an element like any other
        yield sip.cast(child, QgsAttributeEditorTextElement) if said else child
        yield from elements(child)


def lines(layer: QgsVectorLayer) -> dict[str, str]:
    """The texts of the form by name."""
    found = {one.name(): one.text() for one in elements(layer.editFormConfig().invisibleRootContainer()) if hasattr(one, "text")}
    assert "stand" in found
    return found


def of_form(layer: QgsVectorLayer) -> Iterator[tuple[str, str]]:
    config = layer.editFormConfig()
    for one in elements(config.invisibleRootContainer()):
        if hasattr(one, "visibilityExpression") and one.visibilityExpression().enabled():
            yield f"zichtbaar {one.name()}", one.visibilityExpression().data().expression()
    for name, template in lines(layer).items():
        for number, expression in enumerate(_TEMPLATE.findall(template)):
            yield f"regel {name} {number}", expression
    for index, field in enumerate(layer.fields()):
        yield f"eis {field.name()}", layer.constraintExpression(index)
        yield f"standaard {field.name()}", layer.defaultValueDefinition(index).expression()
        properties = config.dataDefinedFieldProperties(field.name())
        for key in properties.propertyKeys():
            yield f"label {field.name()}", properties.property(key).expressionString()
    yield "naam", layer.displayExpression()


def of_table(layer: QgsVectorLayer) -> Iterator[tuple[str, str]]:
    for style in layer.conditionalStyles().rowStyles():
        yield f"tabel {style.name()}", style.rule()
    yield "volgorde", layer.attributeTableConfig().sortExpression()


def of_map(layer: QgsVectorLayer) -> Iterator[tuple[str, str]]:
    for style in PLAN_FILE_STYLES:
        yield from of_style(layer, style)


def of_style(layer: QgsVectorLayer, style: MapStyle) -> list[tuple[str, str]]:
    """A list, made before the next style takes the place of what QGIS hands over here."""
    set_up_style(layer, style)
    found = [(f"{style.name} {rule.label()}", rule.filterExpression()) for rule in layer.renderer().rootRule().children()]
    found += [(f"{style.name} kaarttip {n}", expression) for n, expression in enumerate(_TEMPLATE.findall(layer.mapTipTemplate()))]
    diagrams, labeling = layer.diagramRenderer(), layer.labeling()
    for settings in diagrams.diagramSettings() if diagrams else ():
        found += [(f"{style.name} taart", part) for part in settings.categoryAttributes]
    label = labeling.settings()
    found.append((f"{style.name} opschrift", label.fieldName if label.isExpression else f'"{label.fieldName}"'))
    properties = label.dataDefinedProperties()
    return found + [(f"{style.name} opschrift {key}", properties.property(key).expressionString()) for key in properties.propertyKeys()]


@pytest.mark.parametrize("where", [of_form, of_table, of_map])
def test_none_fails_on_any_plan(layer, where):
    contexts = [context_of(layer, plan) for plan in PLANS]
    found = {name: expression for name, expression in where(layer) if expression}
    assert len(found) > 5
    for name, words in found.items():
        expression = QgsExpression(words)
        assert not expression.hasParserError(), f"{name}: {expression.parserErrorString()}"
        for context in contexts:
            expression.evaluate(context)
            assert not expression.hasEvalError(), f"{name}: {expression.evalErrorString()}"


@pytest.mark.parametrize("name", [name for name in NAMES if name], ids=lambda name: ascii(name)[:20])
def test_a_map_tip_shows_a_name_as_its_characters(layer, name):
    set_up_style(layer, PLAN_FILE_STYLES[0])
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, consistent_plan(plannaam=name)))
    shown = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert tip.startswith(f"<b>{shown}</b><br>Planstatus: 2A Vastgesteld<br>Bruto: 20 woningen<br>")
    assert "CASE" not in tip.replace(shown, "")


@pytest.mark.parametrize(("changes", "words"), [
    ({"plannaam": None}, "<b>(nog geen naam)</b>"), ({"plannaam": ""}, "<b>(nog geen naam)</b>"), ({"gerealiseerd": True}, "Planstatus: gerealiseerd"),
    ({"vervallen": True}, "Planstatus: vervallen"), ({"planstatus": None}, "Planstatus: -<br>"), ({"planstatus": "5B"}, "Planstatus: 5B "),
    ({"bruto_totaal": None}, "Bruto: - woningen"), ({"vertrouwelijk": True}, "<i>vertrouwelijk</i>"),
])  # fmt: skip
def test_a_map_tip_says_what_is_so(layer, changes, words):
    set_up_style(layer, PLAN_FILE_STYLES[0])
    assert words in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, consistent_plan(**changes)))


def tip_of_check(layer, plan, **told):
    """The tip at a plan with the outcome of a check beside its columns."""
    columns = layer.fields()
    for name in told:
        columns.append(QgsField(f"{CHECKED}{name}", QMetaType.Type.QString))
    context, feature = context_of(layer, plan), QgsFeature(columns, 1)
    feature.setGeometry(square())
    for name, value in (plan | {f"{CHECKED}{name}": value for name, value in told.items()}).items():
        feature[name] = value
    context.setFeature(feature)
    if told.get("afdruk") == "":
        feature[f"{CHECKED}afdruk"] = QgsExpression(Expressions().fingerprint).evaluate(context)
        context.setFeature(feature)
    set_up_style(layer, CHECK_STYLE)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context).rpartition("<br>")[2]


SAME, OTHER = "", "was anders"  # the print of the plan that was checked


def test_a_map_tip_says_what_the_check_found_and_whether_that_still_is_so(layer):
    plan, day = consistent_plan(), "2026-04-01T12:05:00"
    known = {"gecontroleerd": day, "uitslag": "fout", "bevindingen": "N4: <b>naam</b> & meer"}
    assert tip_of_check(layer, plan) == "Controle: nog niet gecontroleerd"
    assert tip_of_check(layer, plan, **known, afdruk=SAME) == "Controle 1 april 2026, 12:05: N4: &lt;b&gt;naam&lt;/b&gt; &amp; meer"
    assert (
        tip_of_check(layer, plan, **known | {"bevindingen": None, "uitslag": "in orde"}, afdruk=SAME)
        == "Controle 1 april 2026, 12:05: in orde"
    )
    assert tip_of_check(layer, plan, **known, afdruk=OTHER) == "Controle 1 april 2026, 12:05: na de controle gewijzigd; controleer opnieuw"
    assert tip_of_check(layer, plan, gecontroleerd=None, uitslag=None, afdruk=None) == "Controle: nog niet gecontroleerd"
    now = QgsExpression(Expressions().fingerprint).evaluate(context_of(layer, plan))
    for judged, said in (
        (now, "in orde; na de wijziging opnieuw beoordeeld"),
        ("weer anders", "na de controle gewijzigd; controleer opnieuw"),
    ):
        QgsExpressionContextUtils.setLayerVariable(layer, LIVE, json.dumps({plan["plan_id"]: ["in orde", judged]}))
        assert tip_of_check(layer, plan, **known, afdruk=OTHER) == f"Controle 1 april 2026, 12:05: {said}"


@pytest.mark.parametrize(("changes", "year"), [
    ({}, "2026"), ({"bruto_jaar01": 0}, "2035"), ({"bruto_jaar01": None, "bruto_jaar10": 0}, "2041 t/m 2045"),
    ({"bruto_jaar01": 0, "bruto_jaar10": 0, "bruto_periode2": 0}, "-"),
])  # fmt: skip
def test_a_map_tip_says_in_which_year_the_first_dwellings_are_finished(layer, changes, year):
    set_up_style(layer, PLAN_FILE_STYLES[0])
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, consistent_plan(**changes)))
    assert tip.endswith(f"<br>Eerste oplevering: {year}")


def test_no_answer_is_null_or_an_empty_text(layer):
    """Conditions, styles and lines judge both alike; the form stores the one, other files hold the other."""
    texts = [name for name in EMPTY if b.BY_NAME[name].kind in (b.Kind.TEXT, b.Kind.CODE)]
    one, other = (context_of(layer, consistent_plan(**dict.fromkeys(texts, value))) for value in (None, ""))
    for where in (of_form, of_table, of_map):
        for name, words in where(layer):
            if words and "kaarttip" not in name and name != "volgorde" and "opschrift" not in name and "uuid" not in words:
                assert (QgsExpression(words).evaluate(one) or 0) == (QgsExpression(words).evaluate(other) or 0), name


# -- colours ------------------------------------------------------------------------------------------------------------


def test_every_mark_in_the_form_brings_its_own_ground_and_reads_on_it(layer):
    """A theme may be light or dark (Night Mapping): a mark that brings letters and ground is the same in both."""
    marks = set()
    for words in lines(layer).values():
        marks |= set(re.findall(r'style="([^"]*)"', words))
    assert len(marks) == 3, "good, busy and wrong"
    for mark in marks:
        ground, letters = re.fullmatch(r"background-color:(#\w{6});color:(#\w{6})", mark).groups()
        assert contrast(ground, letters) >= AA, mark


def test_every_mark_in_the_form_says_so_without_colour(layer):
    for words in lines(layer).values():
        for mark in re.findall(r"<span [^>]*>&nbsp;(.)", words):
            assert mark in "✔✎⚠"


def test_rows_of_the_table_read_on_their_own_ground(layer):
    styles = layer.conditionalStyles().rowStyles()
    assert len(styles) >= 4
    for style in styles:
        assert style.backgroundColor().isValid(), style.name()
        assert contrast(style.backgroundColor().name(), style.textColor().name()) >= AA, style.name()


def test_words_of_a_verdict_and_on_the_map_read_on_white():
    for colour in (colours.GOOD, colours.BUSY, colours.WRONG, colours.NOTE, colours.LETTERS, colours.LETTERS_AT_REST, colours.INK):
        assert contrast(colour, colours.PAPER) >= AA, colour


def copied(expression: str) -> int:
    """How many functions QGIS makes while it reads this: with its arguments it copies them, and those of a function within them twice."""
    made, around = 0, [0]
    for token in re.findall(r"'(?:[^'\\]|''|\\.)*'|\"[^\"]*\"|\w*\(|\)", expression):
        if token == ")":
            around.pop()
        elif token.endswith("("):
            at = QgsExpression.functionIndex(token[:-1]) if token[:-1] not in ("", "IN") else -1
            made += 2 ** sum(around) if at >= 0 else 0
            around.append(int(at >= 0 and bool(QgsExpression.Functions()[at].parameters())))
    return made


def test_the_lines_of_the_form_are_read_quickly(layer):
    """QGIS reads each of them six times before a form is shown, and once with every key."""
    made = {name: sum(map(copied, _TEMPLATE.findall(line))) for name, line in lines(layer).items()}
    assert made["stand"] < 1_000
    assert sum(made.values()) < 1_800
