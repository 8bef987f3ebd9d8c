# SPDX-License-Identifier: GPL-2.0-or-later
"""The map style of the plan layer: hard and soft at a glance, colour-blind safe, confidential hatched."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsPalLayerSettings,
    QgsRuleBasedRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

from ..core.codelists import code_list
from ..core.i18n import tr
from .expressions import Expressions, text

# Blue against orange stays apart with every common colour blindness; darker is further in the procedure.
_COLOURS = {
    "1A": "#08519c", "1B": "#3182bd", "2A": "#6baed6", "2B": "#9ecae1",
    "1C": "#a63603", "2C": "#d95f0e", "3": "#f18f3b", "4A": "#fdbe85", "4B": "#fee0c0",
    "5A": "#bdbdbd", "5B": "#d9d9d9",
}  # fmt: skip
_OUTLINES = {"hard": "#08306b", "zacht": "#7f2704", "eigen": "#737373"}
# Named, so that the file looks alike everywhere; none of them is a family that QGIS would download when it is absent.
_FAMILIES = ("Arial", "Liberation Sans", "DejaVu Sans")
_LABELS_FROM_SCALE = 50_000  # names run into each other when zoomed out further


def set_up_style(layer: QgsVectorLayer) -> None:
    """Give the layer its renderer and labels."""
    layer.setRenderer(_renderer())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label()))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(
        "<b>[% \"plannaam\" %]</b><br>" + tr("Planstatus") + " [% coalesce(\"planstatus\", '-') %]<br>"
        + tr("Bruto") + " [% coalesce(\"bruto_totaal\", '-') %]"
    )  # fmt: skip


def _fill(colour: str, outline: str, line: str = "solid", width: float = 0.4, opacity: float = 0.75) -> QgsFillSymbol:
    symbol = QgsFillSymbol.createSimple({"color": colour, "outline_color": outline, "outline_width": str(width), "outline_style": line})
    inside = QColor(colour)
    inside.setAlphaF(opacity)
    symbol.symbolLayer(0).setFillColor(inside)
    return symbol


def _renderer() -> QgsRuleBasedRenderer:
    e = Expressions()  # the fields it needs are named alike in plan file and delivery
    root = QgsRuleBasedRenderer.Rule(None)

    def rule(label: str, condition: str, symbol: QgsFillSymbol) -> None:
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label))

    for code in code_list("planstatus").values():
        fill = _fill(_COLOURS[code.code], _OUTLINES[code.kind], "solid" if code.kind == "hard" else "dash")
        rule(f"{code.code} {code.label}", f"{e.column('planstatus')} = {text(code.code)} AND NOT {e.finished}", fill)
    unknown = f"{e.column('planstatus')} IS NULL AND NOT {e.finished}"
    rule(tr("Planstatus nog niet ingevuld"), unknown, _fill("#ffffff", "#d73027", "dot", 0.6))
    rule(tr("Gerealiseerd"), e.is_yes("gerealiseerd"), _fill("#c7e0c4", "#7a9a76", width=0.3, opacity=0.6))
    rule(tr("Vervallen"), e.is_yes("vervallen"), _fill("#f0f0f0", "#969696", "dot", 0.3, 0.5))
    rule(tr("Vertrouwelijk"), e.is_yes("vertrouwelijk"), _hatch())
    return QgsRuleBasedRenderer(root)


def _hatch() -> QgsFillSymbol:
    lines = QgsLinePatternFillSymbolLayer()
    lines.setLineAngle(45)
    lines.setDistance(2.5)
    lines.setLineWidth(0.3)
    lines.setColor(QColor("#252525"))
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(0, lines)
    return symbol


def _label() -> QgsPalLayerSettings:
    words = QgsTextFormat()
    words.setFont(QFont(_FAMILIES[0]))
    words.setFamilies(list(_FAMILIES))
    words.setSize(8)
    words.setColor(QColor("#252525"))
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
    settings.setFormat(words)
    return settings
