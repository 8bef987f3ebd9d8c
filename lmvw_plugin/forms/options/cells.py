# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of the table of price limits: what is typed in which, and how the keyboard goes through them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.basisset.prices.limits import SEGMENTS
from ...core.basisset.prices.own_limits import SEGMENT, SOURCE, Typed
from ...core.i18n import tr
from ..sizes import grown

STANDING, COUNTS = SOURCE + 1, SOURCE + 2  # the columns behind those that are typed
_EDITOR = "limit_cell"
_ROWS_IN_SIGHT = 9
_SOURCE_WIDTH = 130  # pixels; a longer one has its tip
_CODE = Qt.ItemDataRole.UserRole


class LimitCells(QTableWidget):
    """``typed``: a row, a column, and what stands there now; of the segment its code."""

    typed = pyqtSignal(int, int, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("limits")
        self.setAccessibleName(tr("Prijsgrenzen"))
        titles = (tr("Jaar"), tr("Segment"), tr("Grens (€)"), tr("Opslag (%)"), tr("Bron"), tr("Soort"), tr("Telt deze grens?"))
        self.setColumnCount(len(titles))
        self.setHorizontalHeaderLabels(titles)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # its numbers are those of the sentences
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(SOURCE, grown(self, _SOURCE_WIDTH))
        self.setTabKeyNavigation(False)  # Tab leaves the table, as it leaves a line; inside a cell it goes to the next
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.SelectedClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self._delegate = _Delegate(self)  # Qt does not keep it
        self.setItemDelegate(self._delegate)
        self.setMinimumHeight((_ROWS_IN_SIGHT + 1) * self.verticalHeader().defaultSectionSize())
        self.itemChanged.connect(self._changed)

    def fill(self, rows: Sequence[Typed], editable: Sequence[bool]) -> None:
        """All rows anew."""
        self.blockSignals(True)
        self.setRowCount(len(rows))
        for number, (row, free) in enumerate(zip(rows, editable, strict=True)):
            texts = (row.year, tr(SEGMENTS[row.segment]), row.amount, row.extra, row.source, "", "")
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                if not free or column >= STANDING:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                if column == SEGMENT:
                    item.setData(_CODE, row.segment)
                if column == SOURCE:
                    item.setToolTip(text)
                self.setItem(number, column, item)
        self.blockSignals(False)

    def say(self, row: int, column: int, text: str) -> None:
        """Another text in a cell, that nobody typed."""
        self.blockSignals(True)
        self.item(row, column).setText(text)
        self.blockSignals(False)
        self.viewport().update()

    def tell(self, row: int, standing: str, counts: str, tip: str) -> None:
        """What kind of limit a row is, and whether it counts."""
        self.blockSignals(True)
        self.item(row, STANDING).setToolTip(tip)
        self.blockSignals(False)
        self.say(row, STANDING, standing)
        self.say(row, COUNTS, counts)

    def write_in(self, row: int, column: int) -> None:
        """Put the cursor in a cell."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentCell(row, column)
        self.scrollToItem(self.item(row, column))
        self.editItem(self.item(row, column))

    def finish(self) -> None:
        """What is being typed is typed: a button that is pressed by its key does not take the focus from the cell."""
        for editor in self.findChildren(QWidget, _EDITOR):
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def _changed(self, item: QTableWidgetItem) -> None:
        text = item.data(_CODE) if item.column() == SEGMENT else item.text()
        self.typed.emit(item.row(), item.column(), text)


class _Delegate(QStyledItemDelegate):
    """A list for the segment, a line for the rest; a screen reader says the column."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex) -> QWidget:  # noqa: N802  # Qt's name
        """What is typed in."""
        if index.column() == SEGMENT:
            editor = QComboBox(parent)
            for code, title in SEGMENTS.items():
                editor.addItem(tr(title), code)
        else:
            editor = super().createEditor(parent, option, index)
        editor.setObjectName(_EDITOR)
        editor.setAccessibleName(index.model().headerData(index.column(), Qt.Orientation.Horizontal))
        return editor

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """What stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(index.data(_CODE)))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """Into the cell."""
        if isinstance(editor, QComboBox):
            title, code = editor.currentText(), editor.currentData()  # first both: at the first change the list shows what the cell has
            model.setData(index, code, _CODE)
            model.setData(index, title, Qt.ItemDataRole.EditRole)
        else:
            super().setModelData(editor, model, index)
