# SPDX-License-Identifier: GPL-2.0-or-later
"""The line in which an answer is typed: of a list the first letters suffice, and the arrow shows the rest."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ...core.asking.explaining import choices
from ..panels.widgets import Choice


class AnswerLine(Choice):
    """A list of answers where there is one; a line to type in everywhere. ``entered``: Enter was pressed in it; ``undone`` and ``redone``:
    the keys for it, where the line has nothing of its own to take back or do again.
    """

    entered = pyqtSignal()
    undone = pyqtSignal()
    redone = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.veld = ""
        self._taken = ""  # a word that was taken back, which Qt forgets
        self.lineEdit().textEdited.connect(self._forget)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are ours here: Qt keeps them for the line also when that is empty, and QGIS has them for whatever layer is active."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and (_is_undo(event) or _is_redo(event)):
            event.accept()
            return True
        return bool(super().event(event))

    def _undo(self, line: QLineEdit) -> None:
        if line.isUndoAvailable():
            line.undo()
        elif said := self.said():  # letters that became a word of the list: Qt forgets how
            self.say("")
            self._taken = said
        else:
            self.say("")  # what was typed before is older than what is taken back now: it is not what is done again first
            self.undone.emit()

    def _redo(self, line: QLineEdit) -> None:
        if line.isRedoAvailable():
            line.redo()
        elif self._taken:
            self.say(self._taken)
        elif not self.said():
            self.redone.emit()

    def _forget(self, *_: object) -> None:
        self._taken = ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter, once: Qt hands it to the line, which hands it back. And what the line has nothing of its own for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.entered.emit()
        elif _is_undo(event):
            self._undo(self.lineEdit())
        elif _is_redo(event):
            self._redo(self.lineEdit())
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
        self._taken = ""
        self.setCurrentIndex(self.findText(text) if text else -1)
        self.setEditText(text)


def _is_undo(event: QKeyEvent) -> bool:
    return bool(event.matches(QKeySequence.StandardKey.Undo))


def _is_redo(event: QKeyEvent) -> bool:
    """Ctrl+Shift+Z and Ctrl+Y, of which Qt takes one or both, by the desktop."""
    is_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return bool(is_y or event.matches(QKeySequence.StandardKey.Redo))


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
