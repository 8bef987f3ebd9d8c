# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of which panels and windows are made: named for tests and for who hears the screen, and left by Tab."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TypeVar

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTableWidget,
    QTextBrowser,
    QWidget,
)

_SIGNS = re.compile(r"[\W_]+")
_LEAST = 40  # pixels
_LETTERS = 8  # of a choice
_TIP = "lmvw_tip"  # of a button that is off
_Box = TypeVar("_Box", bound=QComboBox)
_Lines = TypeVar("_Lines", bound=QPlainTextEdit)


def label(name: str, sentence: str = "") -> QLabel:
    """A sentence, over as many lines as it takes."""
    words = QLabel(sentence)
    words.setObjectName(name)
    words.setWordWrap(True)
    words.setTextFormat(Qt.TextFormat.PlainText)
    return words


def breaking(name: str) -> str:
    """The name of a file, that may go on on a next line after each sign in it: else a long one keeps a panel as wide as it is."""
    return _SIGNS.sub("\\g<0>\u200b", name)


def row(*widgets: QWidget) -> QHBoxLayout:
    """Beside each other."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def side_by_side(*buttons: QPushButton) -> QHBoxLayout:
    """Buttons beside each other, none of which is ever narrower than its words: where they are many, they keep the panel wide enough."""
    for pressed in buttons:
        pressed.setMinimumWidth(0)  # as the theme has it
    return row(*buttons)


def browser(name: str, accessible: str, least: int = 0) -> QTextBrowser:
    """A page of words, as of one line of a list; at least so many pixels high."""
    text = QTextBrowser()
    text.setObjectName(name)
    text.setAccessibleName(accessible)
    text.setOpenLinks(False)
    text.setMinimumHeight(least)
    return text


def table(name: str, accessible: str, header: Sequence[str], rows: int = 0) -> QTableWidget:
    """A table that is only read."""
    cells = QTableWidget(rows, len(header))
    cells.setObjectName(name)
    cells.setAccessibleName(accessible)
    cells.setHorizontalHeaderLabels(header)
    cells.verticalHeader().hide()
    cells.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    cells.setTabKeyNavigation(False)
    return cells


def line(name: str, text: str = "") -> QLineEdit:
    """A line to type in."""
    typed = QLineEdit(text)
    typed.setObjectName(name)
    return typed


def lines(box: _Lines, name: str, height: int) -> _Lines:
    """A few lines to type in, so many pixels high."""
    box.setObjectName(name)
    box.setTabChangesFocus(True)
    box.setMaximumHeight(height)
    return box


def button(name: str, words: str, tip: str) -> QPushButton:
    """One that Enter presses only where it has the focus; with a sign for its words it is told by its tip."""
    pressed = QPushButton(words)
    pressed.setObjectName(name)
    pressed.setToolTip(tip)
    pressed.setAccessibleName(tip if len(words) < 2 else words)
    pressed.setAutoDefault(False)
    pressed.setMinimumWidth(_LEAST)
    return pressed


def on_or_why(pressed: QPushButton, why: str) -> None:
    """On, with its own tip; or off, with the reason in its place."""
    tip = pressed.property(_TIP) or pressed.toolTip()
    pressed.setProperty(_TIP, tip)
    pressed.setEnabled(not why)
    pressed.setToolTip(why or tip)


class Choice(QComboBox):
    """A choice of which the list that opens is as wide as its words and as high as there is room: on Windows it is as wide as the box."""

    def showPopup(self) -> None:  # noqa: N802  # Qt's name
        """The list."""
        self.setMaxVisibleItems(max(1, self.count()))  # Qt keeps it on the screen
        view = self.view()
        view.setMinimumWidth(view.sizeHintForColumn(0) + view.verticalScrollBar().sizeHint().width())
        super().showPopup()


def choice(name: str, tip: str, entries: Iterable[tuple[str, object]] = (), letters: int = _LETTERS) -> QComboBox:
    """A choice, as narrow as so many letters."""
    box = narrow(Choice(), name, tip, letters)
    for words, data in entries:
        box.addItem(words, data)
    return box


def narrow(box: _Box, name: str, tip: str, letters: int = _LETTERS) -> _Box:
    """A choice of any kind, that leaves a panel as narrow as it may be."""
    box.setObjectName(name)
    box.setToolTip(tip)
    box.setAccessibleName(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box
