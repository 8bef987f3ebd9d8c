# SPDX-License-Identifier: GPL-2.0-or-later
"""The attribute table of the plan layer: what a planner looks at first, without technical columns, unfinished rows tinted.

A plan file may have the columns of its last check joined to it; a delivery never has.
"""

from __future__ import annotations

from qgis.core import QgsAttributeTableConfig, QgsConditionalStyle, QgsFontMarkerSymbolLayer, QgsMarkerSymbol, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...core import colours as c
from ...core.basisset import fields as b
from ...core.i18n import tr
from ...core.rules.findings import TO_FILL, Ernst
from .expressions import CHECKED, Expressions

_FIRST = (
    "plannaam", "plannummer", "planstatus", "plantype", "bruto_totaal", "sloop_totaal", "vertrouwelijk", "gerealiseerd", "vervallen",
)  # fmt: skip
_CHECKED = {
    f"{CHECKED}uitslag": 175,
    f"{CHECKED}voorstellen": 300,
    f"{CHECKED}bevindingen": 420,
    f"{CHECKED}gecontroleerd": 130,
    f"{CHECKED}afdruk": -1,
}  # and their widths in pixels
_OUTCOME, _STRUCK_OUT = f"{CHECKED}uitslag", tuple(f"{CHECKED}{name}" for name in ("voorstellen", "bevindingen", "gecontroleerd"))
_TECHNICAL = ("fid", "plan_id", "gemeente_code", "gemeente_naam", f"{CHECKED}afdruk")
_WIDTHS = {b.Kind.COUNT: 110, b.Kind.YESNO: 110, b.Kind.CODE: 190, b.Kind.TEXT: 120}  # pixels
_WIDE = {"plannaam": 230, "toelichting": 320}
_FONT = QFont("DejaVu Sans", 9)  # else the font of the machine that made the file; never a family that QGIS would download


def set_up_table(layer: QgsVectorLayer, e: Expressions) -> None:
    """Order, widths, hidden columns, sort order and tinted rows."""
    columns = {e.name(field.name): field for field in b.PLAN_FILE_COLUMNS if layer.fields().lookupField(e.name(field.name)) >= 0}
    ordered = [e.name(name) for name in _FIRST if e.name(name) in columns] + [name for name in columns if name not in _FIRST]
    if not e.delivered:
        outcome, *more = _CHECKED
        ordered[len(_FIRST) : len(_FIRST)] = more
        ordered.insert(1, outcome)
    last = [name for name in layer.fields().names() if name not in columns and name not in _CHECKED]
    config = QgsAttributeTableConfig()
    cells = []
    for name in ordered + last:
        cell = QgsAttributeTableConfig.ColumnConfig()
        cell.name = name
        cell.type = QgsAttributeTableConfig.Type.Field
        cell.hidden = name in _TECHNICAL
        cell.width = _width(name, columns.get(name))
        cells.append(cell)
    action = QgsAttributeTableConfig.ColumnConfig()
    action.type = QgsAttributeTableConfig.Type.Action
    action.hidden = True
    config.setColumns([*cells, action])
    config.setSortExpression(e.column("plannaam"))
    config.setSortOrder(Qt.SortOrder.AscendingOrder)
    layer.setAttributeTableConfig(config)
    checked = [] if e.delivered else _check_styles(e)
    layer.conditionalStyles().setRowStyles([*_row_styles(e), *checked])
    if checked:
        layer.conditionalStyles().setFieldStyles(_OUTCOME, [_unknown(e)])
        for name in _STRUCK_OUT:
            layer.conditionalStyles().setFieldStyles(name, [_outdated(e)])


def _width(name: str, field: b.Field | None) -> int:
    known = _WIDE | _CHECKED
    return known[name] if name in known else _WIDTHS.get(field.kind, -1) if field else -1


def _check_styles(e: Expressions) -> list[QgsConditionalStyle]:
    """What the last check found wins from what the row itself tells: bold for a fout, italic for a waarschuwing."""
    wrong = _style(tr("Fout bij de controle"), e.row_was(Ernst.FOUT.value), *c.ROW_WRONG)
    doubtful = _style(tr("Waarschuwing bij de controle"), e.row_was(Ernst.WAARSCHUWING.value), *c.ROW_DOUBTFUL)
    bold, italic = QFont(_FONT), QFont(_FONT)
    bold.setBold(True)
    italic.setItalic(True)
    empty = _style(tr("Nog in te vullen bij de controle"), e.row_was(TO_FILL), *c.ROW_UNFINISHED)
    wrong.setFont(bold)
    doubtful.setFont(italic)
    return [wrong, empty, doubtful]


def _outdated(e: Expressions) -> QgsConditionalStyle:
    """What was found of a plan that changed since is struck out, until the next check."""
    style = _style(tr("Na de controle gewijzigd"), e.row_outdated, *c.ROW_AT_REST)
    struck = QFont(_FONT)
    struck.setStrikeOut(True)
    style.setFont(struck)
    return style


def _unknown(e: Expressions) -> QgsConditionalStyle:
    """No plan that changed says that it is in orde: the word goes, and a question mark is in its place. A table cannot show another word."""
    style = _outdated(e)
    style.setTextColor(style.backgroundColor())
    mark = QgsMarkerSymbol.createSimple({})
    mark.changeSymbolLayer(0, QgsFontMarkerSymbolLayer(_FONT.family(), "?", 4, QColor(c.ROW_AT_REST[1])))
    style.setSymbol(mark)
    return style


def _row_styles(e: Expressions) -> list[QgsConditionalStyle]:
    """Pale red: the counts do not fit; pale yellow: something is missing; grey: realised, cancelled or kept at home."""
    at_rest = f"({e.finished} OR {e.status_in('eigen')})"
    wrong = f"(NOT {at_rest} AND NOT {e.balanced}) OR (NOT {e.status_in('eigen')} AND {e.confidential_wrongly})"
    unfinished = f"NOT {at_rest} AND ({e.missing()} > 0 OR NOT {e.named})"
    return [
        _style(tr("Telt niet op"), wrong, *c.ROW_UNSUMMED),
        _style(tr("Nog niet compleet"), f"NOT ({wrong}) AND {unfinished}", *c.ROW_UNFINISHED),
        _style(tr("Wordt niet (meer) ingevuld"), at_rest, *c.ROW_AT_REST),
    ]


def _style(name: str, rule: str, background: str, letters: str) -> QgsConditionalStyle:
    style = QgsConditionalStyle(rule)
    style.setName(name)
    style.setFont(_FONT)
    style.setBackgroundColor(QColor(background))  # with the letters: those of a dark theme are white
    style.setTextColor(QColor(letters))
    return style
