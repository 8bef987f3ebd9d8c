# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel Controle, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QPaintEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.asking.explaining import choices
from ...core.i18n import tr
from ..panels.panel import Panel
from ..panels.widgets import browser, button, choice, label, row, side_by_side
from .filters import Kind
from .tree import TASK, TOLD, FindingTree, FindingView

_LEAST = 40  # pixels: of a remedy
_LETTERS = 7  # of a choice: the panel may be narrow, and what it begins with can be read


class _Lines(QStyledItemDelegate):
    """A task says less where there is less room, so that its field is to be read before the number of plans."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """What is painted."""
        super().initStyleOption(option, index)
        task = index.data(TASK)
        if task is not None and option.fontMetrics.horizontalAdvance(option.text) > option.rect.width():
            option.text = task.short


class ReviewWidgets(Panel):
    """The panel without its work."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, "lmvw_review", "review", tr("Controle"))
        self.check = button("review_check", tr("Controleren"), "")
        self.search = QLineEdit()
        self.search.setObjectName("review_search")
        self.search.setPlaceholderText(tr("Zoek op plan, regel of tekst"))
        self.search.setAccessibleName(tr("Zoek op plan, regel of tekst"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(QgsApplication.getThemeIcon("/search.svg"), QLineEdit.ActionPosition.LeadingPosition)
        self.group = choice("review_group", tr("Hoe de lijst is ingedeeld"), ((tr("Per taak"), False), (tr("Per plan"), True)), _LETTERS)
        self.kinds = choice("review_kind", tr("Welke soort werk"), ((tr(kind.value), kind) for kind in Kind), _LETTERS)
        self.rules = choice("review_rule", tr("Welke regel"), ((tr("Alle regels"), ""),), _LETTERS - 1)
        statuses = [(words, code) for code, words in choices("planstatus")]
        self.status = choice("review_status", tr("Welke planstatus"), ((tr("Alle statussen"), ""), *statuses), _LETTERS + 1)
        self.selection = _switch("review_selection", tr("Selectie"), tr("Alleen plannen die op de kaart of in de tabel geselecteerd zijn"))
        self.extent = _switch("review_extent", tr("Kaartbeeld"), tr("Alleen plannen die nu op de kaart te zien zijn"))
        self.tree = FindingView()
        self.tree.setObjectName("review_tree")
        self.tree.setAccessibleName(tr("Bevindingen"))
        self.tree.setHeaderHidden(True)
        self.tree.setItemDelegate(_Lines(self.tree))
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.tree.setExpandsOnDoubleClick(False)
        self.tree.setMinimumHeight(48)
        self.model = FindingTree(self.tree)
        self.tree.setModel(self.model)
        self.model.repainted.connect(self.tree.viewport().update)
        self.tree.setColumnHidden(TOLD, True)  # told below, where there is room for it
        self.nothing = label("review_nothing")
        self.nothing.setTextFormat(Qt.TextFormat.RichText)
        self.nothing.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.nothing.hide()
        self.detail = browser("review_detail", tr("Wat er is en wat u kunt doen"), 32)
        self.previous = button("review_previous", tr("Vorige"), tr("P: de bevinding hiervoor"))
        self.next = button("review_next", tr("Volgende"), tr("N: de volgende bevinding"))
        self.open = button("review_open", tr("Openen"), tr("Enter: het formulier van dit plan, met de cursor in het veld"))
        self.remedies = RemedyButtons()
        self._lay_out()

    def _lay_out(self) -> None:
        above = row(self.words, self.check)
        self.check.setMinimumWidth(0)  # as the theme has it: its words are whole
        above.setStretch(0, 1)
        choices = row(self.group, self.kinds), row(self.rules, self.status), row(self.selection, self.extent)
        self.holds(
            (above, self.search, *choices, self.nothing),
            (self.tree, self.detail), (3, 1),
            (self.remedies, side_by_side(self.previous, self.next, self.open)),
        )  # fmt: skip


class _Remedy(QPushButton):
    """A remedy may have the name of a plan in it: where there is no room for all of its words it shows their beginning, and its tip the rest."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setObjectName("review_mend")
        self.setToolTip(words)
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setMinimumWidth(_LEAST)
        self.setProperty("elides", True)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802  # Qt's name
        """As any button, with fewer words."""
        option, painter = QStyleOptionButton(), QStylePainter(self)
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)


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
        remedy = _Remedy(words)
        remedy.clicked.connect(lambda *_: job())
        self._rows.addWidget(remedy)

    def add_for_all(self, words: str, job: Callable[[], object]) -> None:
        """The same for all plans that have it."""
        if self._menu is None:
            opener = button("review_mend_all", tr("Zo ook bij de andere plannen"), tr("Eerst ziet u wat er verandert"))
            self._menu = QMenu(opener)
            opener.setMenu(self._menu)
            self._rows.addWidget(opener)
        self._menu.addAction(f"{words}…", lambda: job())


def _switch(name: str, words: str, tip: str) -> QToolButton:
    switch = QToolButton()
    switch.setObjectName(name)
    switch.setText(words)
    switch.setToolTip(tip)
    switch.setCheckable(True)
    return switch
