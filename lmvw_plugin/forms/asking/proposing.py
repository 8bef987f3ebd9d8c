# SPDX-License-Identifier: GPL-2.0-or-later
"""What is proposed for open fields, kind by kind and each with its reason: to be confirmed one by one, or all that is on the list."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractItemView, QComboBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from ...core.asking.answers import Answer, confirmed
from ...core.asking.proposals import Kind
from ...core.asking.questions import Plans
from ...core.i18n import several, tr
from ..sizes import fit
from .preview import answer_table, show_answers


class Proposals(QDialog):
    """The list of one kind at a time. ``confirmed`` tells which of them a person takes, ``refused`` which he does not; the window then
    shows what is left.
    """

    confirmed = pyqtSignal(list)
    refused = pyqtSignal(list)

    def __init__(self, parent: QWidget, plans: Plans) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_proposals")
        self.setModal(True)  # what is shown is what is filled in: nothing else may change meanwhile
        self.setWindowTitle(tr("Voorstellen"))
        self._plans, self._shown = plans, list[Answer]()
        words = QLabel(tr("Een voorstel telt pas als u het bevestigt: tot dan blijft het veld leeg en wordt het niet geleverd. Wat u weigert, "
                          "blijft leeg en wordt niet opnieuw voorgesteld. Elke keuze is één stap, die u met ‘Ongedaan maken’ terugneemt."))  # fmt: skip
        words.setWordWrap(True)
        self.kind = QComboBox()
        self.kind.setObjectName("proposal_kind")
        self.kind.setAccessibleName(tr("Welke soort voorstellen"))
        self.table = answer_table(tr("Voorstellen"), (tr("Plan"), tr("Veld"), tr("Voorstel"), tr("Waarom")))
        self.table.setObjectName("proposals")
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.some = _button("confirm_selected")
        self.all = _button("confirm_all")
        self.refuse = _button("refuse_selected")
        for button in (self.refuse, self.some, self.all):
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        self.some.clicked.connect(lambda *_: self._confirm(self._selected()))
        self.all.clicked.connect(lambda *_: self._confirm(self._shown))
        self.refuse.clicked.connect(lambda *_: self._refuse(self._selected()))
        self.kind.activated.connect(lambda *_: self._show())
        self.table.itemSelectionChanged.connect(self._name_buttons)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (words, self.kind, self.table, buttons):
            whole.addWidget(widget)
        fit(self, 760, 480)
        self.renew()
        self.kind.setFocus()

    def renew(self) -> None:
        """Show what is still proposed; close when that is nothing."""
        chosen = self.kind.currentData()
        self.kind.clear()
        for kind in Kind:
            if count := len(confirmed(self._plans, kind)):
                name = tr(kind.value)
                self.kind.addItem(tr("{kind} ({count})").format(kind=name[:1].upper() + name[1:], count=count), kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(chosen)))
        self._show()
        if not self._shown:
            self.accept()

    def _show(self) -> None:
        kind = self.kind.currentData()
        self._shown = confirmed(self._plans, kind) if kind is not None else []
        show_answers(self.table, self._shown, self._plans)
        self._name_buttons()

    def _selected(self) -> list[Answer]:
        return [self._shown[row] for row in sorted({index.row() for index in self.table.selectedIndexes()})]

    def _name_buttons(self) -> None:
        for button, words, those in (
            (self.refuse, tr("Geselecteerde weigeren ({count})"), self._selected()),
            (self.some, tr("Geselecteerde bevestigen ({count})"), self._selected()),
            (self.all, tr("Alle van deze lijst bevestigen ({count})"), self._shown),
        ):
            button.setText(words.format(count=len(those)))
            button.setEnabled(bool(those))

    def _confirm(self, those: Sequence[Answer]) -> None:
        self.confirmed.emit(list(those))
        self.renew()

    def _refuse(self, those: Sequence[Answer]) -> None:
        self.refused.emit(list(those))
        self.renew()


def _button(name: str) -> QPushButton:
    button = QPushButton()
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button


def confirmed_title(those: Sequence[Answer]) -> str:
    """The step, by name."""
    return _title(tr("Voorstellen bevestigd: {fields} bij {plans}"), those)


def refused_title(those: Sequence[Answer]) -> str:
    """The step, by name."""
    return _title(tr("Voorstellen geweigerd: {fields} bij {plans}"), those)


def _title(words: str, those: Sequence[Answer]) -> str:
    return words.format(
        fields=several(len(those), "veld", "velden"), plans=several(len({answer.key for answer in those}), "plan", "plannen")
    )
