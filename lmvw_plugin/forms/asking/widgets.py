# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the panel Vragenlijst, and how they lie; what they do is in ``dock``."""

from __future__ import annotations

from collections.abc import Collection

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.asking.answers import with_status
from ...core.asking.explaining import choices
from ...core.asking.questions import Plans
from ...core.basisset.values import text_or_none
from ...core.i18n import number, tr
from ..panels.panel import Panel
from ..panels.widgets import Choice, browser, button, choice, label, narrow, row, side_by_side
from ..sizes import scrolled
from .answer_line import AnswerDelegate, AnswerLine
from .hand import PlansInHand
from .table import ANSWER, AnswerView, PlanTable

_ALL, _SELECTED = "all", "selected"  # of the choice for which plans; a planstatus is a tuple of one
_WIDE = 31  # letters: a question, and of how many plans


class QuestionWidgets(Panel):
    """The panel without its work."""

    hand: PlansInHand

    def __init__(self, iface: QgisInterface, model: PlanTable) -> None:
        super().__init__(iface, "lmvw_question_panel", "question", tr("Vragenlijst"), PlansInHand)
        self.file = label("question_file")
        self.question = choice("question_choice", tr("Welke vraag"))
        self.previous = button("question_previous", "◀", tr("De vorige vraag (Ctrl+Page Up)"))
        self.next = button("question_next", "▶", tr("De volgende vraag (Ctrl+Page Down)"))
        self.about = browser("question_about", tr("Uitleg bij de vraag"), 40)
        self.answer = AnswerLine()
        self.answer.setObjectName("question_answer")
        self.scope = narrow(ScopeChoice(), "question_scope", tr("Voor welke plannen het antwoord geldt"))
        self.apply = button("question_apply", tr("Invullen"), tr("Enter: vult dit antwoord in waar nog niets staat"))
        self.unknown = button("question_unknown", tr("Nog niet bekend"), tr("Gevraagd, maar nog niet bekend: de vraag blijft open"))
        self.said = label("question_said")
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = model
        self.table = AnswerView(model)
        self.wrong = QPlainTextEdit()
        self.wrong.setObjectName("question_wrong")
        self.wrong.setAccessibleName(tr("Wat bij het plakken niet is ingevuld"))
        self.wrong.setReadOnly(True)
        self.wrong.setMaximumHeight(90)
        self.wrong.hide()
        self.delegate = AnswerDelegate(self.table)
        self.table.setItemDelegateForColumn(ANSWER, self.delegate)
        self.progress = QProgressBar()
        self.progress.setObjectName("question_progress")
        self.progress.setAccessibleName(tr("Hoeveel plannen compleet zijn"))
        self.zeros = button("question_zeros", "", tr("Laat zien wat alleen 0 kan zijn, en vult het in"))
        self.proposals = button("question_proposals", "", tr("Laat zien wat een open veld waarschijnlijk is en waarom, om te bevestigen"))
        self.planmap = button(
            "question_planmap",
            tr("Plankaart lezen…"),
            tr("Stelt een planstatus voor waar een bestemmingsplan (IMRO) over de hele polygoon ligt"),
        )
        self.undo = button("question_undo", tr("Ongedaan maken"), tr("Neemt terug wat u het laatst in dit paneel deed"))
        self.save = button("question_save", tr("Opslaan"), tr("Bewaart de antwoorden in het planbestand"))
        self._lay_out()

    def _lay_out(self) -> None:
        above, below = QWidget(), QWidget()
        upper, lower = QVBoxLayout(above), QVBoxLayout(below)
        words = QLabel(tr("Antwoord"))
        words.setBuddy(self.answer)
        told, asked = row(self.words, self.previous, self.next), row(words, self.answer)
        told.setStretch(0, 1)
        asked.setStretch(1, 1)
        for layout in (upper, lower):
            layout.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.file)
        upper.addLayout(told)
        upper.addWidget(self.question)
        upper.addWidget(self.about, 1)
        lower.addLayout(asked)
        lower.addWidget(self.scope)
        lower.addLayout(side_by_side(self.apply, self.unknown))
        lower.addWidget(self.said)
        lower.addWidget(self.wrong)
        lower.addWidget(self.table, 1)
        lower.addWidget(self.progress)
        lower.addWidget(self.zeros)
        lower.addWidget(self.proposals)
        lower.addWidget(self.planmap)
        lower.addLayout(side_by_side(self.undo, self.save))
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(above)
        split.addWidget(below)
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setContentsMargins(4, 4, 4, 4)
        for arrow in (self.previous, self.next):
            arrow.setMinimumWidth(30)
            arrow.setMaximumWidth(36)
        split.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        self.table.setMinimumHeight(80)
        self.setWidget(scrolled(split))


class ScopeChoice(Choice):
    """For which plans an answer is: all that lack it, those that are selected, or those with a status."""

    def show_for(self, plans: Plans, lacking: Collection[int], selection: Collection[int]) -> None:
        """How many that are of each; what the user chose stays chosen."""
        chosen = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(tr("Alle open ({count})").format(count=number(len(lacking))), _ALL)
        self.addItem(tr("Geselecteerde ({count})").format(count=number(sum(key in selection for key in lacking))), _SELECTED)
        labels = {None: tr("Zonder planstatus")} | dict(choices("planstatus"))
        there = plans.statuses(lacking)
        for status, words in labels.items():
            if (status in there and len(there) > 1) or chosen == (status,):  # what a person chose is not widened behind his back
                self.addItem(tr("{status} ({count})").format(status=words, count=number(there[text_or_none(status)])), (status,))
        there_now = [
            self.itemData(number) for number in range(self.count())
        ]  # Qt does not find a status that is equal, only the same object
        self.setCurrentIndex(there_now.index(chosen) if chosen in there_now else 0)
        self.blockSignals(False)

    def meant(self, plans: Plans, lacking: Collection[int], selection: Collection[int]) -> list[int]:
        """The plans that are chosen, of those that lack the answer."""
        chosen = self.currentData()
        if isinstance(chosen, tuple):
            return with_status(plans, lacking, chosen[0])
        return [key for key in lacking if chosen != _SELECTED or key in selection]
