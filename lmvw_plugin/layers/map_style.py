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
_LABELS_FROM_SCALE = 25_000  # names run into each other when zoomed out further


def set_up_style(layer: QgsVectorLayer) -> None:
    """Give the layer its renderer and labels."""
    layer.setRenderer(_renderer())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(_label()))
    layer.setLabelsEnabled(True)
    layer.setMapTipTemplate(
        "<b>[% \"plannaam\" %]</b><br>" + tr("Planstatus") + " [% coalesce(\"planstatus\", '-') %]<br>"
        + tr("Bruto") + " [% coalesce(\"bruto_totaal\", '-') %]"
    )  # fmt: skip


def _fill(colour: str, outline: str, width: float = 0.4, style: str = "solid", line: str = "solid") -> QgsFillSymbol:
    return QgsFillSymbol.createSimple(
        {"color": colour, "style": style, "outline_color": outline, "outline_width": str(width), "outline_style": line}
    )


def _renderer() -> QgsRuleBasedRenderer:
    e = Expressions()  # the fields it needs are named alike in plan file and delivery
    root = QgsRuleBasedRenderer.Rule(None)

    def rule(label: str, condition: str, symbol: QgsFillSymbol) -> None:
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol, filterExp=condition, label=label))

    for code in code_list("planstatus").values():
        fill = _fill(_COLOURS[code.code] + "c0", _OUTLINES[code.kind], line="solid" if code.kind == "hard" else "dash")
        rule(f"{code.code} {code.label}", f"{e.column('planstatus')} = {text(code.code)} AND NOT {e.finished}", fill)
    rule(tr("Planstatus nog niet ingevuld"), f"{e.column('planstatus')} IS NULL AND NOT {e.finished}", _fill("#ffffffa0", "#d73027", 0.6, line="dot"))
    rule(tr("Gerealiseerd"), e.is_yes('gerealiseerd'), _fill("#c7e0c4a0", "#7a9a76", 0.3))
    rule(tr("Vervallen"), e.is_yes('vervallen'), _fill("#f0f0f080", "#969696", 0.3, line="dot"))
    rule(tr("Vertrouwelijk"), e.is_yes('vertrouwelijk'), _hatch())
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
    words.setFont(QFont("Open Sans"))
    words.setSize(8)
    words.setColor(QColor("#252525"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    words.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "plannaam"
    settings.placement = Qgis.LabelPlacement.Horizontal
    settings.scaleVisibility = True
    settings.minimumScale = _LABELS_FROM_SCALE
    settings.setFormat(words)
    return settings
