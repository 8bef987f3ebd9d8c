# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel that compares with an earlier delivery, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from qgis.gui import QgsDockWidget, QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSizePolicy,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...core.i18n import tr
from ..sizes import LowSplitter, scrolled
from . import telling
from .facts_list import FactList

_LETTERS = 8  # of a choice: the panel may be narrow


class ComparisonWidgets(QgsDockWidget):
    """The panel without its work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Vergelijken"), parent)
        self.setObjectName("lmvw_compared")
        self.words = QLabel()
        self.words.setObjectName("compared_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.again = _button("compared_again", tr("Vergelijken"), tr("Vergelijkt opnieuw, met de plannen zoals zij nu zijn"))
        self.previous = _choice("compared_previous", tr("De vorige levering"))
        self.file = QgsFileWidget()
        self.file.setObjectName("compared_file")
        self.file.lineEdit().setPlaceholderText(tr("Pakket (.zip), GeoPackage of shapefile"))
        self.file.lineEdit().setAccessibleName(tr("Het bestand met de vorige levering"))
        self.shown = _choice("compared_shown", tr("Welke plannen in de lijst staan"))
        for words, wanted in (
            (tr("Te bekijken"), telling.waits),
            (tr("Besloten"), telling.was_decided),
            (tr("Alle plannen"), telling.any_),
        ):
            self.shown.addItem(words, wanted)
        self.list = QListView()
        self.list.setObjectName("compared_list")
        self.list.setAccessibleName(tr("Plannen van toen en nu"))
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setMinimumHeight(48)
        self.model = FactList(self.list)
        self.list.setModel(self.model)
        self.detail = QTextBrowser()
        self.detail.setObjectName("compared_detail")
        self.detail.setAccessibleName(tr("Wat er met dit plan is"))
        self.detail.setMinimumHeight(48)
        self.other = _choice("compared_other", tr("Het andere plan: klik het op de kaart, of typ zijn naam"))
        self.other.setEditable(True)
        self.other.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.other.completer().setFilterMode(Qt.MatchFlag.MatchContains)
        self.other.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.other.lineEdit().setPlaceholderText(tr("Klik het plan op de kaart, of typ zijn naam"))
        self.other.hide()
        self.accept_ = _button("compared_accept", tr("Hetzelfde plan"), "")
        self.refuse = _button("compared_refuse", tr("Een ander plan"), "")
        self.accept_.hide()
        self.refuse.hide()
        self.tie = _button("compared_tie", tr("Ander plan aanwijzen"), tr("K: wijs op de kaart het plan aan waar dit bij hoort"))
        self.tie.setCheckable(True)
        self.undo = _button("compared_undo", tr("Ongedaan maken"), tr("Z: neemt de laatste beslissing terug"))
        self.back = _button("compared_back", tr("◀ Vorige"), tr("P: het plan hiervoor"))
        self.next = _button("compared_next", tr("Volgende ▶"), tr("N: het volgende plan"))
        self._lay_out()

    def _lay_out(self) -> None:
        above = _row(self.words, self.again)
        above.setStretch(0, 1)
        split = LowSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.list)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setChildrenCollapsible(False)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(4, 4, 4, 4)
        for row in (above, _row(self.previous, self.shown), _row(self.file)):
            whole.addLayout(row)
        whole.addWidget(split, 1)
        for row in (_row(self.other), _row(self.accept_), _row(self.refuse), _row(self.tie, self.undo), _row(self.back, self.next)):
            whole.addLayout(row)
        self.setWidget(scrolled(inside))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choice(name: str, tip: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setToolTip(tip)
    box.setAccessibleName(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return box


def _button(name: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setMinimumWidth(40)
    return button
