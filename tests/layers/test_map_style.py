# SPDX-License-Identifier: GPL-2.0-or-later
"""The map styles: each plan gets one symbol in every style, and the file holds them all."""

import pytest
from qgis.core import (
    Qgis,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPalLayerSettings,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QSize

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.layers.plan_layer.style import PLAN_FILE_STYLES, STYLES, set_up_style
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

HATCH = "Vertrouwelijk"


@pytest.fixture
def layer(tmp_path, qgis_app):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    return QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "plannen", "ogr")


def context_of(layer, plan):
    feature = QgsVectorLayerUtils.createFeature(layer)
    for name, value in plan.items():
        feature[name] = value
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return context


def symbols(layer, plan):
    context = context_of(layer, plan)
    return [rule.label() for rule in layer.renderer().rootRule().children() if QgsExpression(rule.filterExpression()).evaluate(context)]


EMPTY = dict.fromkeys(field.name for field in b.COLUMNS)
CASES = {
    "Planstatus": [({}, "2A Vastgesteld"), ({"planstatus": None}, "Planstatus nog niet ingevuld")],
    "Plantype": [({}, "Verdichting"), ({"plantype": None}, "Plantype nog niet ingevuld")],
    "Bruto aantal woningen": [
        ({}, "12 t/m 49 woningen"), ({"bruto_totaal": 0}, "0 t/m 11 woningen"), ({"bruto_totaal": 12}, "12 t/m 49 woningen"),
        ({"bruto_totaal": 500}, "500 of meer woningen"), ({"bruto_totaal": None}, "Bruto nog niet ingevuld"),
    ],
    "Prijssegmenten": [({}, "Plan"), (EMPTY, "Prijssegmenten nog niet ingevuld")],
    "Stand van invullen": [
        ({}, "Compleet"), ({"tijdelijk": None}, "Nog niet alles ingevuld"), ({"plannaam": ""}, "Nog niet alles ingevuld"),
        ({"meergezins": 99}, "Aantallen of antwoorden kloppen niet"), ({"zorggeschikt": 13}, "Aantallen of antwoorden kloppen niet"),
        ({"vertrouwelijk": True}, "Aantallen of antwoorden kloppen niet"), (EMPTY, "Nog niet alles ingevuld"),
        ({"planstatus": "5A"}, "Gaat niet mee (5A en 5B)"), ({"geclusterd_55plus": None}, "Nog niet alles ingevuld"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.title)
def test_each_plan_gets_one_symbol_in_every_style(layer, style):
    set_up_style(layer, style)
    assert not any(rule.filter().hasParserError() for rule in layer.renderer().rootRule().children() if rule.filter())
    for changes, label in CASES[style.title]:
        assert [name for name in symbols(layer, consistent_plan(**changes)) if name != HATCH] == [label], changes
    for finished, label in ({"gerealiseerd": True}, "Gerealiseerd"), ({"vervallen": True}, "Vervallen"):
        assert symbols(layer, consistent_plan(**finished)) == [label]
    assert HATCH in symbols(layer, consistent_plan(vertrouwelijk=True, planstatus="4A"))


@pytest.mark.parametrize(("style", "codes"), [(STYLES[0], "planstatus"), (STYLES[1], "plantype")], ids=["planstatus", "plantype"])
def test_every_code_has_a_colour_of_its_own(layer, style, codes):
    set_up_style(layer, style)
    fills = {}
    for rule in layer.renderer().rootRule().children():
        if rule.symbol():
            fills[rule.label()] = rule.symbol().symbolLayer(0).fillColor().name() if rule.label() != HATCH else ""
    meant = [f"{code.code} {code.label}" if codes == "planstatus" else code.label for code in code_list(codes).values()]
    assert len({fills[label] for label in meant}) == len(meant)


def test_the_file_holds_every_style_and_opens_with_the_planstatus(layer):
    count, ids, names, _, message = layer.listStylesInDatabase()
    assert not message
    assert set(names[:count]) == {style.name for style in PLAN_FILE_STYLES}
    assert "2A Vastgesteld" in [rule.label() for rule in layer.renderer().rootRule().children()]
    for style_id, name in zip(ids[:count], names[:count], strict=True):
        message = layer.getStyleFromDatabase(style_id)[0]
        assert "<qgis" in message, name
        for family in ("Open Sans", "Roboto"):
            assert family not in message, "QGIS would try to download it"


def test_pies_divide_all_price_segments_once(layer):
    set_up_style(layer, STYLES[3])
    pies = layer.diagramRenderer().diagramSettings()[0]
    context = context_of(layer, consistent_plan())
    parts = [QgsExpression(expression).evaluate(context) for expression in pies.categoryAttributes]
    assert parts == [3, 4 + 5, 1 + 3, 3, 1]
    assert sum(parts) == consistent_plan()["bruto_totaal"]
    set_up_style(layer, STYLES[0])
    assert layer.diagramRenderer() is None


def test_map_tips_name_status_bruto_and_first_year(layer):
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, consistent_plan(bruto_jaar01=0)))
    for words in ("Havenkwartier", "2A Vastgesteld", "20 woningen", "Eerste oplevering: 2035"):
        assert words in tip
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, EMPTY))
    assert "(nog geen naam)" in tip
    assert "Bruto: - woningen" in tip


@pytest.mark.parametrize("finished", ["gerealiseerd", "vervallen"])
def test_a_map_tip_counts_nothing_of_a_plan_that_is_finished(layer, finished):
    tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context_of(layer, consistent_plan(**{finished: True})))
    assert tip.endswith(f"Planstatus: {finished}")


def test_labels_thin_out(layer):
    settings = layer.labeling().settings()
    scale = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.MinimumScale)
    priority = settings.dataDefinedProperties().property(QgsPalLayerSettings.Property.Priority)

    def value(found, **changes):
        return QgsExpression(found.expressionString()).evaluate(context_of(layer, consistent_plan(**changes)))

    assert value(scale, bruto_totaal=600) > value(scale) > value(scale, vervallen=True)
    assert value(priority, bruto_totaal=600) > value(priority) > value(priority, vervallen=True)
    assert settings.scaleVisibility


@pytest.mark.parametrize("style", PLAN_FILE_STYLES, ids=lambda style: style.title)
def test_every_style_draws(layer, style):
    set_up_style(layer, style)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent().buffered(50))
    settings.setOutputSize(QSize(60, 60))
    settings.setFlag(Qgis.MapSettingsFlag.DrawLabeling, True)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert not job.errors()
    image = job.renderedImage()
    assert {image.pixelColor(x, y).name() for x in range(60) for y in range(60)} != {"#ffffff"}
