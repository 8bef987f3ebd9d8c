# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel Controle, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from qgis.core import QgsApplication
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTextBrowser,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...core.basisset.codelists import code_list
from ...core.i18n import tr
from ..sizes import LowSplitter, scrolled
from .filters import Kind
from .tree import TASK, TOLD, FindingTree

_LETTERS = 5  # of a choice: the panel may be narrow


class _Lines(QStyledItemDelegate):
    """A task says less where there is less room, so that its field is to be read before the number of plans."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """What is painted."""
        super().initStyleOption(option, index)
        task = index.data(TASK)
        if task is not None and option.fontMetrics.horizontalAdvance(option.text) > option.rect.width():
            option.text = task.short


class ReviewWidgets(QgsDockWidget):
    """The panel without its work."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("Controle"), parent)
        self.setObjectName("lmvw_review")
        self.words = QLabel()
        self.words.setObjectName("review_words")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.check = QPushButton(tr("Controleren"))
        self.check.setObjectName("review_check")
        self.search = QLineEdit()
        self.search.setObjectName("review_search")
        self.search.setPlaceholderText(tr("Zoek op plan, regel of tekst"))
        self.search.setAccessibleName(tr("Zoek op plan, regel of tekst"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(QgsApplication.getThemeIcon("/search.svg"), QLineEdit.ActionPosition.LeadingPosition)
        self.group = _choice("review_group", tr("Hoe de lijst is ingedeeld"), ((tr("Per taak"), False), (tr("Per plan"), True)))
        self.kinds = _choice("review_kind", tr("Welke soort werk"), ((tr(kind.value), kind) for kind in Kind))
        self.rules = _choice("review_rule", tr("Welke regel"), ((tr("Alle regels"), ""),))
        statuses = [(code.code, code.code) for code in code_list("planstatus").values()]
        self.status = _choice("review_status", tr("Welke planstatus"), ((tr("Alle statussen"), ""), *statuses))
        self.selection = _switch("review_selection", tr("Selectie"), tr("Alleen plannen die op de kaart of in de tabel geselecteerd zijn"))
        self.extent = _switch("review_extent", tr("Kaartbeeld"), tr("Alleen plannen die nu op de kaart te zien zijn"))
        self.tree = QTreeView()
        self.tree.setObjectName("review_tree")
        self.tree.setAccessibleName(tr("Bevindingen"))
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(_Lines(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.model = FindingTree(self.tree)
        self.tree.setModel(self.model)
        self.model.repainted.connect(self.tree.viewport().update)
        self.tree.setColumnHidden(TOLD, True)  # told below, where there is room for it
        self.nothing = QLabel()
        self.nothing.setObjectName("review_nothing")
        self.nothing.setWordWrap(True)
        self.nothing.setTextFormat(Qt.TextFormat.RichText)
        self.nothing.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.nothing.hide()
        self.detail = QTextBrowser()
        self.detail.setObjectName("review_detail")
        self.detail.setAccessibleName(tr("Wat er is en wat u kunt doen"))
        self.detail.setOpenLinks(False)
        self.previous = _button("review_previous", tr("◀ Vorige"), tr("P: de bevinding hiervoor"))
        self.next = _button("review_next", tr("Volgende ▶"), tr("N: de volgende bevinding"))
        self.open = _button("review_open", tr("Openen"), tr("Enter: het formulier van dit plan, met de cursor in het veld"))
        self.remedies = RemedyButtons()
        self._lay_out()

    def _lay_out(self) -> None:
        above = _row(self.words, self.check)
        above.setStretch(0, 1)
        split = LowSplitter(Qt.Orientation.Vertical)
        split.addWidget(self.tree)
        split.addWidget(self.detail)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        self.tree.setMinimumHeight(48)
        self.detail.setMinimumHeight(32)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(4, 4, 4, 4)
        for row in (
            above, _row(self.search), _row(self.group, self.kinds), _row(self.rules, self.status), _row(self.selection, self.extent), _row(self.nothing),
        ):  # fmt: skip
            whole.addLayout(row)
        whole.addWidget(split, 1)
        whole.addWidget(self.remedies)
        whole.addLayout(_row(self.previous, self.next, self.open))
        self.setWidget(scrolled(inside))


class RemedyButtons(QWidget):
    """One button for each remedy, and one with a menu for the same at more plans; nothing when there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._menu: QMenu | None = None

    def clear(self) -> None:
        """No remedy."""
        self._menu = None
        while self._rows.count():
            widget = self._rows.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()  # it may be the one that was just pressed

    def add(self, words: str, job: Callable[[], object]) -> None:
        """A remedy for this plan."""
        button = _button("review_mend", words, words)
        button.clicked.connect(lambda *_: job())
        self._rows.addWidget(button)

    def add_for_all(self, words: str, job: Callable[[], object]) -> None:
        """The same for all plans that have it."""
        if self._menu is None:
            button = _button("review_mend_all", tr("Zo ook bij de andere plannen"), tr("Eerst ziet u wat er verandert"))
            self._menu = QMenu(button)
            button.setMenu(self._menu)
            self._rows.addWidget(button)
        self._menu.addAction(f"{words}…", lambda: job())


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return row


def _choice(name: str, tip: str, entries: Iterable[tuple[str, object]]) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    box.setToolTip(tip)
    box.setAccessibleName(tip)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    for words, data in entries:
        box.addItem(words, data)
    return box


def _switch(name: str, words: str, tip: str) -> QToolButton:
    switch = QToolButton()
    switch.setObjectName(name)
    switch.setText(words)
    switch.setToolTip(tip)
    switch.setCheckable(True)
    return switch


def _button(name: str, words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setMinimumWidth(40)
    return button
