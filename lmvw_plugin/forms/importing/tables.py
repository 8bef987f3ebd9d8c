# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the import wizard: columns with real values, and words that need a meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from qgis.PyQt.QtCore import QRect, Qt, pyqtSignal
from qgis.PyQt.QtGui import QWheelEvent
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHeaderView, QStyle, QTableWidget, QTableWidgetItem, QWidget

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.i18n import tr
from ...core.importing.mapping import guessing
from ...core.importing.mapping import plan as m
from ...core.importing.mapping.preview import preview
from ...core.importing.report.page import title
from ...layers.importing.sources import ImportSources
from ..sizes import grown
from .fill import ConstantDialog, SumDialog, codes, shown

_NOTHING = "—"
_WORDS_SHOWN = 6  # lines, before the list of words scrolls
_NOW, _SUM, _CONSTANT = "nu", "som", "vast"  # entries of a list that are no column
_OF_THE_FILE = ("gemeente_code", "gemeente_naam")  # the same for a whole plan file: they only tell whose plan it is
_WIDTHS = (200, 220)  # pixels; the longest titles and columns would leave no room for values


def fixed(text: str, tip: str = "") -> QTableWidgetItem:
    """A cell that cannot be typed in."""
    item = QTableWidgetItem(text)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    item.setToolTip(tip or text)
    return item


def _set_up(table: QTableWidget, headers: Iterable[str], wide: int) -> None:
    titles = list(headers)
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.verticalHeader().setVisible(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)  # to the next list, and out of the table after the last
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)


def _tab_through(table: QTableWidget) -> None:
    """Tab goes from the table through its lists, in the order of the eye, and then out of it."""
    before: QWidget = table
    for row in range(table.rowCount()):
        for inside in filter(None, (table.cellWidget(row, column) for column in range(table.columnCount()))):
            QWidget.setTabOrder(before, inside)
            before = inside


class Choice(QComboBox):
    """A list in a table: scrolling through the table must not change an answer in passing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        """The table scrolls."""
        event.ignore()


class _Preview(QTableWidgetItem):
    """A cell that works out its text when it comes into sight: looking for odd values takes its time, and there are many fields."""

    def __init__(self, work: Callable[[], str]) -> None:
        super().__init__()
        self.setFlags(self.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self._text = cache(work)

    def data(self, role: int) -> Any:
        """Text and tip."""
        return self._text() if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole) else super().data(role)


class MappingTable(QTableWidget):
    """Every field of the Basisset with what fills it and what that gives: a column, columns added up, or a fixed value."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Welke kolom vult welk veld?"))
        _set_up(self, (tr("Veld"), tr("Kolom in de bron"), tr("Wat er staat → wat het wordt"), tr("Teken")), 2)
        for column, width in enumerate(_WIDTHS):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, grown(self, width))
        self.horizontalHeader().sectionResized.connect(lambda column, *_: None if column else self._fit_rows())
        self._contents = ImportSources()
        self._mapping = m.PlanMapping({}, {})
        self._peildatum: Peildatum | None = None
        self._fields: list[str] = []
        self._columns: dict[str, m.ColumnMapping] = {}

    def show_mapping(self, contents: ImportSources, mapping: m.PlanMapping, peildatum: Peildatum) -> None:
        """Fill the table."""
        self._contents, self._mapping, self._peildatum, self._columns = contents, mapping, peildatum, dict(mapping.fields)
        self._fields = [field.name for field in b.COLUMNS if field.name not in m.NOT_MAPPED]
        self.setRowCount(len(self._fields))
        for row, veld in enumerate(self._fields):
            name = title(veld, peildatum)
            self.setItem(row, 0, fixed(name, f"{name}: {tr(b.BY_NAME[veld].brief)}"))
            combo = Choice()
            combo.setObjectName(f"kolom_{veld}")
            combo.setAccessibleName(title(veld, peildatum))
            combo.currentIndexChanged.connect(lambda _, at=row: self._chosen(at))
            combo.activated.connect(lambda _, at=row: self._ask(at))
            self.setCellWidget(row, 1, combo)
            self._show(row)
        _tab_through(self)
        self._fit_rows()

    def _fit_rows(self) -> None:
        """A long name of a field gets the lines that it needs; only names are measured, for a preview takes its time."""
        metrics, margin = self.fontMetrics(), 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self) + 1)
        box, least = QRect(0, 0, self.columnWidth(0) - margin - 1, 1000), self.verticalHeader().defaultSectionSize()
        for row in range(self.rowCount()):
            lines = metrics.boundingRect(box, Qt.TextFlag.TextWordWrap, self.item(row, 0).text())
            self.setRowHeight(row, max(least, lines.height() + 2 * margin))

    def mapping(self) -> m.PlanMapping:
        """The mapping as it is now."""
        return replace(self._mapping, fields={veld: self._columns[veld] for veld in self._fields if veld in self._columns})

    def fill(self, veld: str, column: m.ColumnMapping | None) -> None:
        """Fill a field in another way; None leaves it empty."""
        if column is None:
            self._columns.pop(veld, None)
        else:
            self._columns[veld] = column
        self._show(self._fields.index(veld))
        self.changed.emit()

    def give_meaning(self, veld: str, text: str, code: str | None) -> None:
        """What a text of the source means."""
        column = self._columns[veld]
        self._columns[veld] = replace(column, values={**column.values, text: code})
        self._preview(self._fields.index(veld))

    # -- one row ------------------------------------------------------------------------------------------------------

    def _show(self, row: int) -> None:
        """The list of a row, with what is chosen now; a sum or a fixed value stands in it as an entry of its own."""
        veld, combo = self._fields[row], self.cellWidget(row, 1)
        column, field = self._columns.get(veld), b.BY_NAME[veld]
        combo.blockSignals(True)
        combo.clear()
        combo.addItem(_NOTHING, None)
        if column is not None and column.constant is not None:
            combo.addItem(tr("altijd ‘{value}’").format(value=dict(_known(veld)).get(column.constant, column.constant)), _NOW)
        elif column is not None and column.plus:
            combo.addItem(f"{m.title_of(column.source)}: {column.title}", _NOW)
        for source, columns in self._contents.columns.items():
            for name in columns:
                combo.addItem(f"{m.title_of(source)}: {name}", (source, name))
        combo.insertSeparator(combo.count())
        if field.kind is b.Kind.COUNT:
            combo.addItem(tr("kolommen optellen…"), _SUM)
        if veld not in _OF_THE_FILE:
            combo.addItem(tr("vaste waarde…"), _CONSTANT)
        combo.setCurrentIndex(_entry_of(combo, column))
        combo.setToolTip(combo.currentText())
        combo.blockSignals(False)
        self._sign(row, veld, column)
        self._preview(row)

    def _sign(self, row: int, veld: str, column: m.ColumnMapping | None) -> None:
        self.removeCellWidget(row, 3)
        if column is not None and column.constant is None and b.BY_NAME[veld].kind is b.Kind.COUNT:
            box = QCheckBox(tr("negatief telt als positief"))
            box.setObjectName(f"teken_{veld}")
            box.setAccessibleName(f"{title(veld, self._peildatum)}, {box.text()}")
            box.setChecked(column.negated)
            box.toggled.connect(lambda on: self._turn(row, veld, on))
            self.setCellWidget(row, 3, box)
            self.setTabOrder(self.cellWidget(row, 1), box)

    def _turn(self, row: int, veld: str, on: bool) -> None:
        self._columns[veld] = replace(self._columns[veld], negated=on)
        self._preview(row)

    def _preview(self, row: int) -> None:
        veld = self._fields[row]
        column, contents = self._columns.get(veld), self._contents
        if column is not None:
            self.setItem(row, 2, _Preview(lambda: _values(veld, column, contents) or tr("(deze kolom is leeg)")))
        else:
            self.setItem(row, 2, fixed(tr("(van de vorige pagina)") if veld in _OF_THE_FILE else ""))

    def _chosen(self, row: int) -> None:
        """Another column; the entries with dots only ask, in ``_ask``."""
        veld, source_and_column = self._fields[row], self.cellWidget(row, 1).currentData()
        if source_and_column is None:
            self.fill(veld, None)
        elif isinstance(source_and_column, tuple):
            source, name = source_and_column
            self.fill(veld, guessing.proposed(b.BY_NAME[veld], source, name, self._contents.samples))

    def _ask(self, row: int) -> None:
        veld, wanted = self._fields[row], self.cellWidget(row, 1).currentData()
        if wanted not in (_SUM, _CONSTANT) or self._peildatum is None:
            return
        column, name = self._columns.get(veld), title(veld, self._peildatum)
        dialog = SumDialog(veld, name, self._contents, column, self) if wanted == _SUM else ConstantDialog(veld, name, column, self)
        dialog.setObjectName("vullen")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.fill(veld, dialog.column()))
        dialog.rejected.connect(lambda: self._show(row))
        dialog.open()


def _values(veld: str, column: m.ColumnMapping, contents: ImportSources) -> str:
    return shown(preview(veld, column, contents.rows(column.source) if column.source in contents.columns else ()))


def _entry_of(combo: QComboBox, column: m.ColumnMapping | None) -> int:
    if column is None:
        return 0
    if column.constant is not None or column.plus:
        return 1
    entries = (entry for entry in range(combo.count()) if combo.itemData(entry) == (column.source, column.column))
    return next(entries, 0)


class WordsTable(QTableWidget):
    """The texts that the plugin does not take over by itself, with the code that a person gives them."""

    meant = pyqtSignal(str, str, object)  # field, text, code or None

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Kies zelf wat deze woorden betekenen (‘leeg laten’ is ook goed):"))
        _set_up(self, (tr("Veld"), tr("Tekst in de bron"), tr("Betekent"), tr("Voorstel")), 1)
        self._rows: list[tuple[str, str]] = []
        self._proposals: dict[str, Any] = {}

    def show_mapping(self, mapping: m.PlanMapping, peildatum: Peildatum) -> None:
        """Fill the table."""
        self._rows = [(veld, text) for veld, column in mapping.fields.items() for text in column.values]
        self._proposals = {veld: column.proposals for veld, column in mapping.fields.items()}
        self.setRowCount(len(self._rows))
        for row, (veld, text) in enumerate(self._rows):
            column = mapping.fields[veld]
            combo = Choice()
            combo.setObjectName(f"betekent_{row}")
            combo.setAccessibleName(f"{title(veld, peildatum)}: {text}")
            combo.addItem(tr("leeg laten"), None)
            for code, label in codes(veld):
                combo.addItem(label, code)
            combo.setCurrentIndex(max(0, combo.findData(column.values[text])))
            combo.currentIndexChanged.connect(lambda _, at=row: self.meant.emit(*self._rows[at], self.cellWidget(at, 2).currentData()))
            proposal = column.proposals.get(text, "")
            self.setItem(row, 0, fixed(title(veld, peildatum)))
            self.setItem(row, 1, fixed(text))
            self.setCellWidget(row, 2, combo)
            self.setItem(row, 3, fixed(dict(codes(veld)).get(proposal, proposal)))
        _tab_through(self)
        lines = min(len(self._rows), _WORDS_SHOWN) * self.rowHeight(0) if self._rows else 0
        self.setMaximumHeight(self.horizontalHeader().sizeHint().height() + lines + 2 * self.frameWidth())

    def take_proposals(self) -> None:
        """Choose what is proposed wherever nothing was chosen yet."""
        for row, (veld, text) in enumerate(self._rows):
            combo = self.cellWidget(row, 2)
            if combo.currentData() is None and text in self._proposals.get(veld, {}):
                combo.setCurrentIndex(max(0, combo.findData(self._proposals[veld][text])))

    @property
    def has_proposals(self) -> bool:
        """Something to take over."""
        return any(text in self._proposals.get(veld, {}) for veld, text in self._rows)


def _known(veld: str) -> list[tuple[str, str]]:
    return codes(veld) if b.BY_NAME[veld].kind in (b.Kind.CODE, b.Kind.YESNO) else []
