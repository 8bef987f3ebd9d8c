# SPDX-License-Identifier: GPL-2.0-or-later
"""The line in which an answer is typed: of a list the first letters suffice, and the arrow shows the rest."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...core.asking.explaining import choices


class AnswerLine(QComboBox):
    """A list of answers where there is one; a line to type in everywhere. ``entered``: Enter was pressed in it."""

    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.veld = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter, once: Qt hands it to the line, which hands it back."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def ask(self, veld: str) -> None:
        """Be ready for an answer to this field; to none where nothing is open."""
        self.veld = veld
        self.clear()
        self.addItems([words for _, words in choices(veld)] if veld else [])
        self.say("")

    def said(self) -> str:
        """What was typed or chosen."""
        return str(self.currentText()).strip()

    def say(self, text: str) -> None:
        """Show an answer."""
        self.setCurrentIndex(self.findText(text) if text else -1)
        self.setEditText(text)


class AnswerDelegate(QStyledItemDelegate):
    """The same line in a cell of the table."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.veld = ""

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex) -> QWidget:  # noqa: N802  # Qt's name
        """A line for this question."""
        line = AnswerLine(parent)
        line.ask(self.veld)
        return line

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """What the plan has."""
        if isinstance(editor, AnswerLine):
            editor.say(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.lineEdit().selectAll()  # what is typed comes in its place

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """What was typed."""
        if isinstance(editor, AnswerLine):
            model.setData(index, editor.said(), Qt.ItemDataRole.EditRole)
