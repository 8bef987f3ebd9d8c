# SPDX-License-Identifier: GPL-2.0-or-later
"""The map styles of the plan layer: planstatus, plantype, bruto, price segments, how far a plan is filled in, and the last check.

Every style shows the same things the same way: realised and cancelled plans muted and hatched backwards, confidential plans hatched,
plans that lack what the style shows white with a red dotted outline. Only the check looks at all plans alike. Any two plans may be
neighbours: what no eye and no grey print can tell apart by colour differs in its lines (``tests/layers/test_fills_apart.py``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from itertools import cycle

from qgis.core import (
    Qgis,
    QgsDiagramLayerSettings,
    QgsDiagramSettings,
    QgsFillSymbol,
    QgsLinearlyInterpolatedDiagramRenderer,
    QgsLinePatternFillSymbolLayer,
    QgsPalLayerSettings,
    QgsPieDiagram,
    QgsProperty,
    QgsRuleBasedRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QSizeF
from qgis.PyQt.QtGui import QColor, QFont

from ...core import colours as c
from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list, kinds, listed
from ...core.basisset.prices.limits import SEGMENTS
from ...core.i18n import is_dutch, later, several, tr
from ...core.reporting import html
from ...core.rules.findings import GOOD, TO_FILL, Ernst
from .expressions import CHECKED, Expressions, escaped, text

_SIZES = tuple(zip((0, 12, 50, 200, 500), c.SIZES, strict=True))  # from how many dwellings
_LARGEST_PIE, _LARGE_PLAN = 14.0, 500  # millimetres, for a plan of so many dwellings
_INK = c.OUTLINE
_LYING, _UPRIGHT, _BACKWARDS = 0.0, 90.0, 135.0  # hatches, in degrees; 45 is confidential
_OUTLINES = {"hard": "solid", "zacht": "dash", "eigen": "dash dot"}  # of a kind of planstatus
_OF_TYPES = ((), (_LYING,), (_UPRIGHT,), (_LYING, _UPRIGHT))  # of the plantypes of a kind, in their order
# Named, so that the file looks alike everywhere; none of them is a family that QGIS would download when it is absent.
_FAMILIES = ("Arial", "Liberation Sans", "DejaVu Sans")
_LABELS_FROM_SCALE = 50_000  # names run into each other when zoomed out further
_LABELS_BY_SIZE = ((500, 250_000), (200, 120_000), (50, 80_000))  # large plans keep their name longer


def _segments() -> tuple[tuple[str, str, list[str]], ...]:
    """Label, colour and counts of each part of a pie: the affordable segments by their limit, the others, and what is not known yet."""
    prices = b.SUM_OF["A5"]
    limited: dict[str, list[str]] = {}
    for name in prices.parts:
        if limit := b.BY_NAME[name].limit:
            limited.setdefault(limit, []).append(name)
    affordable = [(SEGMENTS[limit], colour, names) for (limit, names), colour in zip(limited.items(), cycle(c.SEGMENTS), strict=False)]
    others = [name for name in prices.settled if not b.BY_NAME[name].limit]
    unknown = [name for name in prices.parts if name not in prices.settled]
    return (*affordable, (later("Overig"), c.OTHER_SEGMENT, others), (later("Onbekend"), c.UNKNOWN_SEGMENT, unknown))


_SEGMENTS = _segments()


@dataclass(frozen=True, slots=True)
class MapStyle:
    """One way to look at the plans."""

    name: str  # in the GeoPackage
    title: str
    rules: Callable[[Expressions], Iterator[QgsRuleBasedRenderer.Rule]]
    pies: bool = False
    mutes: bool = True  # realised and cancelled plans are muted


def set_up_style(layer: QgsVectorLayer, style: MapStyle | None = None) -> None:
    """Give the layer its renderer, diagrams, labels and map tips; the planstatus when no style is named."""
    style = style or STYLES[0]
    e = Expressions()  # the fields it needs are named alike in plan file and delivery
    layer.setRenderer(_renderer(style, e))
    layer.setDiagramRenderer(_pies(layer) if style.pies else None)
    if style.pies:
        layer.setDiagramLayerSettings(_pie_placement())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label(e)))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(_map_tip(layer, e) + (_said_by_check(e) if style.name == CHECK_STYLE.name else ""))


# -- the rules of each style --------------------------------------------------------------------------------------------


def _fill(
    colour: str, outline: str, line: str = "solid", width: float = 0.4, opacity: float = 0.75, lines: tuple[float, ...] = ()
) -> QgsFillSymbol:
    """``lines``: the angles of hatches over the colour, in that of the outline."""
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": str(width), "outline_style": line})
    inside = QColor(colour)
    inside.setAlphaF(opacity)
    symbol.symbolLayer(0).setFillColor(inside)
    for angle in lines:
        symbol.appendSymbolLayer(_lines(angle, outline))
    return symbol


def _rule(label: str, condition: str, symbol: QgsFillSymbol | None) -> QgsRuleBasedRenderer.Rule:
    return QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label)


def _heading(label: str) -> QgsRuleBasedRenderer.Rule:
    """A line of text in the legend: it draws nothing."""
    return _rule(label, "false", None)


def _live(e: Expressions, condition: str) -> str:
    return f"{condition} AND NOT {e.finished}"


def _unknown(label: str, condition: str) -> QgsRuleBasedRenderer.Rule:
    return _rule(label, condition, _fill(c.PAPER, c.UNKNOWN_LINE, "dot", 0.6))


def _status_rules(e: Expressions) -> Iterator[QgsRuleBasedRenderer.Rule]:
    headings = {"hard": tr("Hard"), "zacht": tr("Zacht"), "eigen": tr("Eigen administratie, niet geleverd")}
    for kind, codes in kinds("planstatus").items():
        yield _heading(headings[kind])
        for code in codes:
            fill = _fill(code.colour, c.KINDS[kind][1], _OUTLINES[kind])
            yield _rule(f"{code.code} {tr(code.label)}", _live(e, f"{e.column('planstatus')} = {text(code.code)}"), fill)
    yield _unknown(tr("Planstatus nog niet ingevuld"), _live(e, e.unanswered("planstatus")))


def _type_rules(e: Expressions) -> Iterator[QgsRuleBasedRenderer.Rule]:
    headings = {"binnenstedelijk": tr("Binnen bestaand stedelijk gebied"), "buitenstedelijk": tr("Buiten bestaand stedelijk gebied")}
    for kind, codes in kinds("plantype").items():
        yield _heading(headings.get(kind, kind.capitalize()))
        for code, lines in zip(codes, cycle(_OF_TYPES), strict=False):
            yield _rule(tr(code.label), _live(e, f"{e.column('plantype')} = {text(code.code)}"), _fill(code.colour, _INK, lines=lines))
    yield _unknown(tr("Plantype nog niet ingevuld"), _live(e, e.unanswered("plantype")))


def _bruto_rules(e: Expressions) -> Iterator[QgsRuleBasedRenderer.Rule]:
    bruto = e.column("bruto_totaal")
    for (start, colour), (after, _) in zip(_SIZES, (*_SIZES[1:], (None, "")), strict=True):
        upper = f" AND {bruto} < {after}" if after else ""
        label = tr("{start} t/m {end}").format(start=start, end=after - 1) if after else tr("{start} of meer").format(start=start)
        yield _rule(f"{label} {tr('woningen')}", _live(e, f"{bruto} >= {start}{upper}"), _fill(colour, c.SIZES_LINE, opacity=0.85))
    yield _unknown(tr("Bruto nog niet ingevuld"), _live(e, f"{bruto} IS NULL"))


def _price_rules(e: Expressions) -> Iterator[QgsRuleBasedRenderer.Rule]:
    segments = ", ".join(e.column(name) for _, _, names in _SEGMENTS for name in names)
    yield _rule(tr("Plan"), _live(e, f"coalesce({segments}) IS NOT NULL"), _fill(c.PLAIN, _INK))
    yield _unknown(tr("Prijssegmenten nog niet ingevuld"), _live(e, f"coalesce({segments}) IS NULL"))


def _progress_rules(e: Expressions) -> Iterator[QgsRuleBasedRenderer.Rule]:
    home, missing = e.status_in("eigen"), f"({e.missing()} > 0 OR NOT {e.named})"
    wrong = f"(NOT {e.balanced} OR {e.confidential_wrongly})"
    delivered = f"NOT {home} AND NOT {e.finished}"
    yield _rule(tr("Compleet"), f"{delivered} AND NOT {wrong} AND NOT {missing}", _fill(*c.COMPLETE))
    yield _rule(tr("Nog niet alles ingevuld"), f"{delivered} AND NOT {wrong} AND {missing}", _fill(*c.UNFINISHED, "dash"))
    yield _rule(
        tr("Aantallen of antwoorden kloppen niet"), f"{delivered} AND {wrong}", _fill(*c.FAULTY, width=0.8, lines=(_LYING, _UPRIGHT))
    )
    yield _rule(
        tr("Gaat niet mee ({codes})").format(codes=listed("eigen", tr(" en "))),
        f"{home} AND NOT {e.finished}",
        _fill(*c.KINDS["eigen"], _OUTLINES["eigen"]),
    )


def _check_rules(e: Expressions, numbers: Mapping[str, int] | None = None) -> Iterator[QgsRuleBasedRenderer.Rule]:
    """The line patterns and outlines say the same as the colours; what waits for an answer looks empty, what is wrong looks crossed.

    The first rule fits every plan and draws nothing: without it QGIS makes the rules into a filter, and then it withholds
    the joined columns of plans with unsaved changes.
    """
    yield _rule(tr("Uitkomst van de laatste controle"), "", None)
    outcomes = (
        (Ernst.FOUT.value, tr("Fout: klopt niet, verbeteren"), _fill(*c.FAULTY, width=1.0, lines=(_LYING, _UPRIGHT))),
        (TO_FILL, tr("Nog in te vullen"), _fill(*c.TO_FILL, "dash", 0.7)),
        (Ernst.WAARSCHUWING.value, tr("Waarschuwing: toelichten of verbeteren"), _fill(*c.UNFINISHED, width=0.7, lines=(_LYING,))),
        (GOOD, tr("In orde"), _fill(*c.COMPLETE)),
    )
    for outcome, label, symbol in outcomes:
        counted = f"{label} ({several(numbers.get(outcome, 0), 'plan', 'plannen')})" if numbers else label
        yield _rule(counted, e.was(outcome), symbol)
    changed = f"{e.outcome} IS NOT NULL AND NOT {e.unchanged}"
    yield _rule(tr("Na de controle gewijzigd"), changed, _fill(c.CHANGED, _INK, "dash dot", 0.6))
    yield _rule(tr("Nog niet gecontroleerd"), f"{e.outcome} IS NULL", _fill(c.PAPER, _INK, "dot", 0.5))


STYLES = (
    MapStyle("lmvw", later("Planstatus"), _status_rules),
    MapStyle("lmvw plantype", later("Plantype"), _type_rules),
    MapStyle("lmvw bruto", later("Bruto aantal woningen"), _bruto_rules),
    MapStyle("lmvw prijs", later("Prijssegmenten"), _price_rules, pies=True),
    MapStyle("lmvw stand", later("Stand van invullen"), _progress_rules),
)
CHECK_STYLE = MapStyle("lmvw controle", later("Controleresultaat"), _check_rules, mutes=False)
PLAN_FILE_STYLES = (*STYLES, CHECK_STYLE)  # a delivery has no check to show


def check_style(numbers: Mapping[str, int]) -> MapStyle:
    """The style of a check that was done: the legend tells how many plans came out how."""
    return replace(CHECK_STYLE, rules=partial(_check_rules, numbers=numbers))


def _renderer(style: MapStyle, e: Expressions) -> QgsRuleBasedRenderer:
    root = QgsRuleBasedRenderer.Rule(None)
    for rule in style.rules(e):
        root.appendChild(rule)
    if style.mutes:
        root.appendChild(_heading(tr("Afgerond en vertrouwelijk")))
        root.appendChild(_rule(tr("Gerealiseerd"), e.is_yes("gerealiseerd"), _fill(*c.BUILT, width=0.3, opacity=0.6, lines=(_BACKWARDS,))))
        root.appendChild(_rule(tr("Vervallen"), e.is_yes("vervallen"), _fill(*c.DROPPED, "dot", 0.3, 0.5, (_BACKWARDS,))))
    root.appendChild(_rule(tr("Vertrouwelijk"), e.is_yes("vertrouwelijk"), _hatch()))
    return QgsRuleBasedRenderer(root)


def _hatch() -> QgsFillSymbol:
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, _lines(45, c.LETTERS))
    return symbol


def _lines(angle: float, colour: str) -> QgsLinePatternFillSymbolLayer:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(angle)
    lines.setDistance(2.5)
    lines.setLineWidth(0.3)
    lines.setColor(QColor(colour))
    return lines


# -- pie diagrams -------------------------------------------------------------------------------------------------------


def _pies(layer: QgsVectorLayer) -> QgsLinearlyInterpolatedDiagramRenderer:
    """A pie of the price segments on each plan; its area grows with bruto."""
    e = Expressions()
    settings = QgsDiagramSettings()
    settings.enabled = True
    settings.categoryAttributes = [e.total_of(names) for _, _, names in _SEGMENTS]
    settings.categoryColors = [QColor(colour) for _, colour, _ in _SEGMENTS]
    settings.categoryLabels = [tr(label) for label, _, _ in _SEGMENTS]
    settings.penColor, settings.penWidth, settings.opacity = QColor(c.LETTERS), 0.2, 0.95
    settings.minimumSize = 4.0
    settings.sizeType = Qgis.RenderUnit.Millimeters
    settings.scaleByArea = True
    renderer = QgsLinearlyInterpolatedDiagramRenderer()
    renderer.setDiagram(QgsPieDiagram())
    renderer.setDiagramSettings(settings)
    renderer.setClassificationField("bruto_totaal")
    renderer.setLowerValue(0)
    renderer.setUpperValue(_LARGE_PLAN)
    renderer.setLowerSize(QSizeF(0, 0))
    renderer.setUpperSize(QSizeF(_LARGEST_PIE, _LARGEST_PIE))
    renderer.setAttributeLegend(True)
    return renderer


def _pie_placement() -> QgsDiagramLayerSettings:
    placement = QgsDiagramLayerSettings()
    placement.setPlacement(QgsDiagramLayerSettings.Placement.OverPoint)
    placement.setShowAllDiagrams(True)
    return placement


# -- words on the map ---------------------------------------------------------------------------------------------------


def _map_tip(layer: QgsVectorLayer, e: Expressions) -> str:
    """Name, status with its meaning, and of a live plan bruto and the first year in which dwellings are finished."""
    status = e.column("planstatus")  # QGIS knows no CASE <value> WHEN
    cases = "".join(
        f" WHEN {status} = {text(code.code)} THEN {text(f'{code.code} {tr(code.label)}')}" for code in code_list("planstatus").values()
    )
    slots = [name for name in layer.fields().names() if name.startswith("bruto_") and name != "bruto_totaal"]
    years = "".join(
        f" WHEN \"{name}\" > 0 THEN {text(layer.fields().field(name).alias().partition(' ')[2])}" for name in slots
    )  # fmt: skip
    first = f"CASE{years} ELSE '-' END" if years else text("-")
    built, dropped = text(tr("gerealiseerd")), text(tr("vervallen"))
    state = f"CASE WHEN {e.is_yes('gerealiseerd')} THEN {built} WHEN {e.is_yes('vervallen')} THEN {dropped}{cases} ELSE '-' END"
    confidential = text(html.BREAK + html.aside(tr("vertrouwelijk")))
    bruto = f"{text(tr('Bruto') + ': ')} || coalesce(to_string({e.column('bruto_totaal')}), '-') || {text(' ' + tr('woningen'))}"
    counted = f"{text(html.BREAK)} || {bruto} || {text(html.BREAK + tr('Eerste oplevering') + ': ')} || {first}"
    return html.lines(
        html.strong(f"[% {escaped(e.shown_name)} %]"),
        f"{tr('Planstatus')}: [% {state} || CASE WHEN {e.finished} THEN '' ELSE {counted} END %]"
        f"[% CASE WHEN {e.is_yes('vertrouwelijk')} THEN {confidential} ELSE '' END %]",
    )


def _said_by_check(e: Expressions) -> str:
    """What the last check said; still true or not."""
    findings = f"attribute({text(f'{CHECKED}bevindingen')})"
    none, stale = text(tr("nog niet gecontroleerd")), text(tr("na de controle gewijzigd; controleer opnieuw"))
    again = f"{e.outcome} || {text(tr('; na de wijziging opnieuw beoordeeld'))}"
    kept = f"WHEN {e.judged_since} IS NOT NULL THEN {again} ELSE {escaped(f'coalesce({findings}, {e.outcome})')}"
    state = f"CASE WHEN {e.outcome} IS NULL THEN {none} WHEN NOT {e.unchanged} THEN {stale} {kept} END"
    moment = (
        f"format_date(to_datetime(attribute({text(f'{CHECKED}gecontroleerd')})), ' d MMMM yyyy, HH:mm', '{'nl' if is_dutch() else 'en'}')"
    )
    return f"{html.BREAK}{tr('Controle')}[% coalesce({moment}, '') %]: [% {state} %]"


def _label(e: Expressions) -> QgsPalLayerSettings:
    """Names that thin out: large plans keep theirs longer and win the place; a plan at rest has grey letters."""
    words = QgsTextFormat()
    words.setFont(QFont(_FAMILIES[0]))
    words.setFamilies(list(_FAMILIES))
    words.setSize(8)
    words.setColor(QColor(c.LETTERS))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    words.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "plannaam"
    settings.placement = Qgis.LabelPlacement.Horizontal
    settings.setPolygonPlacementFlags(settings.polygonPlacementFlags() | Qgis.LabelPolygonPlacementFlag.AllowPlacementOutsideOfPolygon)
    settings.scaleVisibility = True
    settings.minimumScale = _LABELS_FROM_SCALE
    bruto = f"coalesce({e.column('bruto_totaal')}, 0)"
    by_size = "".join(f" WHEN {bruto} >= {size} THEN {scale}" for size, scale in _LABELS_BY_SIZE)
    properties = settings.dataDefinedProperties()
    kinds = QgsPalLayerSettings.Property
    properties.setProperty(
        kinds.MinimumScale,
        QgsProperty.fromExpression(f"CASE WHEN {e.finished} THEN {_LABELS_FROM_SCALE // 2}{by_size} ELSE {_LABELS_FROM_SCALE} END"),
    )
    properties.setProperty(
        kinds.Priority, QgsProperty.fromExpression(f"CASE WHEN {e.finished} THEN 1 ELSE scale_linear({bruto}, 0, 500, 3, 10) END")
    )
    properties.setProperty(
        kinds.Color, QgsProperty.fromExpression(f"if({e.finished} OR {e.status_in('eigen')}, {text(c.LETTERS_AT_REST)}, {text(c.LETTERS)})")
    )
    settings.setDataDefinedProperties(properties)
    settings.setFormat(words)
    return settings


__all__ = ["CHECK_STYLE", "PLAN_FILE_STYLES", "STYLES", "MapStyle", "check_style", "set_up_style"]
