# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Vragenlijst: a question, an answer for all plans or some, and on to the next, without leaving the keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, Qt

from ...core.asking import planmap
from ...core.asking.answers import Answer, How, answers, is_not_known, paste, read_answer, refusals, zeros
from ...core.asking.explaining import shown
from ...core.asking.questions import Plans, Question
from ...core.i18n import several, tr
from ...layers.asking.book import Title
from ...layers.asking.steps import Step
from ..lasting import show_lasting
from ..panels.in_hand import READING
from ..panels.widgets import breaking, on_or_why
from . import telling
from .planmap import choose as choose_maps
from .preview import Preview
from .proposing import Proposals, confirmed_title, refused_title
from .table import ANSWER, PlanTable, stretches
from .widgets import QuestionWidgets


class QuestionDock(QuestionWidgets):
    """The questions of the plan file in hand."""

    def __init__(self, iface: QgisInterface) -> None:
        super().__init__(iface, PlanTable(self._typed))
        self.veld = ""
        self._given: dict[str, set[int]] = {}  # by field, the plans that got their answer here: they stay in the table
        self._comes = False  # the user opened the panel, and can answer as soon as the plans are read
        self._calm = False  # a choice changes without the user having made it
        self._connect()
        self._show_nothing("")

    def _connect(self) -> None:
        self.question.activated.connect(lambda *_: self.ask(self.question.currentData() or ""))
        self.previous.clicked.connect(lambda *_: self.step(-1))
        self.next.clicked.connect(lambda *_: self.step(1))
        self.answer.entered.connect(self.fill_in)
        self.answer.undone.connect(self.undo_last)
        self.answer.redone.connect(self.hand.redo)
        self.apply.clicked.connect(lambda *_: self.fill_in())
        self.unknown.clicked.connect(lambda *_: self.not_known())
        self.zeros.clicked.connect(lambda *_: self.show_zeros())
        self.proposals.clicked.connect(lambda *_: self.show_proposals())
        self.planmap.clicked.connect(lambda *_: self.read_maps())
        self.undo.clicked.connect(lambda *_: self.take_back())
        self.save.clicked.connect(lambda *_: self.hand.save())
        self.table.pasted.connect(self.paste)
        self.table.selectionModel().selectionChanged.connect(self._rows_selected)
        self.has_keys(("Ctrl+PgDown", lambda: self.step(1)), ("Ctrl+PgUp", lambda: self.step(-1)))
        self.hand.read.connect(self._read)
        self.hand.judged.connect(self.refresh)
        self.hand.selected.connect(self._plans_selected)
        self.hand.left.connect(self._show_nothing)
        self.hand.told.connect(self._tell)
        self.hand.altered.connect(self._show_buttons)
        self.hand.unread.connect(lambda sentence: (self.words if self.plans is None else self.said).setText(sentence))
        self.hand.followed.connect(lambda: self.words.setText(tr(READING)) if self.plans is None and self.hand.works else None)
        self.visibilityChanged.connect(lambda shown: self.hand.follow() if shown else None)

    def turn_to(self, veld: str) -> None:
        """Ask this, or whatever is open first, of the plan file in hand."""
        if veld and self.plans is not None:
            self.ask(veld)
        self.hand.follow()
        self.veld = veld or self.veld
        self._comes = True

    def stop(self) -> None:
        """The plugin goes."""
        self.hand.stop()

    @property
    def plans(self) -> Plans | None:
        """The plans in hand; None as long as they are not read."""
        return self.hand.plans

    # -- what is shown --------------------------------------------------------------------------------------------

    def questions(self) -> list[Question]:
        """What is open, and the question in hand although it may be answered."""
        return self.plans.questions(self.hand.unknown, self.veld) if self.plans is not None else []

    def _read(self) -> None:
        """The plans are read: for the first time, or again while the user is at a question."""
        if self.answer.veld == self.veld and (self.veld or not any(question.plans for question in self.questions())):
            self.refresh()
        else:
            self.ask(self.veld)
        if self._comes:
            self._comes = False
            self._ready_to_answer()

    def ask(self, veld: str) -> None:
        """Turn to a question; where it is none, to the first that is open."""
        unanswered = [question.veld for question in self.questions() if question.plans]
        self.veld = veld if veld in unanswered or self._given.get(veld) else next(iter(unanswered), "")
        self.answer.ask(self.veld)
        self.delegate.veld = self.veld
        self._tell("")
        self.about.setHtml(telling.about(self.veld, self.plans.peildatum) if self.veld and self.plans is not None else "")
        self.refresh()

    def step(self, step: int) -> None:
        """The next question that is open, or the one before; round and round."""
        questions = self.questions()
        here = next((index for index, question in enumerate(questions) if question.veld == self.veld), 0)
        beside = [questions[(here + step * number) % len(questions)] for number in range(1, len(questions))]
        following = next((question.veld for question in beside if question.plans), self.veld)
        self.ask(following)
        self._ready_to_answer()

    def _ready_to_answer(self, *_: object) -> None:
        """Whoever was elsewhere types on."""
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show how the plans are now; what the user chose stays chosen."""
        if self.plans is None:
            return
        self._calm = True
        self._show_questions(self.plans)
        self._show_rows(self.plans)
        self.words.setText(telling.standing(self.plans, self.hand.unknown, len(self.hand.waiting)))
        self.progress.setRange(0, max(1, len(self.plans)))
        self.progress.setValue(self.plans.complete)
        self.progress.setFormat(tr("{ready} van {plans} compleet").format(
            ready=self.plans.complete, plans=several(len(self.plans), "plan", "plannen")
        ))  # fmt: skip
        certain = sum(map(len, self.plans.zeros.values()))
        self.zeros.setText(tr("Alleen 0 mogelijk: {fields}…").format(fields=several(certain, "veld", "velden")))
        self.zeros.setVisible(certain > 0)
        proposed = sum(map(len, self.plans.proposals.values()))
        self.proposals.setText(tr("Voorstellen: {fields}…").format(fields=several(proposed, "veld", "velden")))
        self.proposals.setVisible(proposed > 0)
        self.planmap.setVisible(self.veld == planmap.VELD)
        self._enable(bool(self.veld))
        self._calm = False
        self._plans_selected()

    def _tell(self, sentence: str) -> None:
        self.said.setText(sentence)
        self.wrong.hide()

    def _name(self, plan_file: str) -> None:
        """Whose questions these are."""
        super()._name(plan_file)
        self.file.setText(breaking(plan_file))
        self.file.setVisible(bool(plan_file))

    def _show_nothing(self, why: str) -> None:
        """Nothing of one plan file stays for another: neither what was typed nor what was told."""
        self._given, self.veld = {}, ""
        self.answer.ask("")
        self._tell("")
        self._enable(False)
        self._show_buttons()
        self.question.clear()
        self.question.setToolTip(tr("Welke vraag"))
        self.scope.clear()
        self.about.clear()
        self.model.show(None, "", (), {})
        self.progress.setRange(0, 1)
        self.progress.setValue(0)
        self.progress.setFormat("")
        for button in (self.zeros, self.proposals, self.planmap):
            button.hide()
        self.words.setText(why or tr("Open een planbestand om de vragen te zien."))

    def _enable(self, on: bool) -> None:
        for widget in (self.answer, self.scope, self.apply, self.unknown, self.next, self.previous, self.question):
            widget.setEnabled(on)

    def _show_buttons(self) -> None:
        """On as long as there is something to take back or save. Who pressed one till then presses no other by the same key."""
        pressed = self.undo if self.undo.hasFocus() else self.save if self.save.hasFocus() else None
        on_or_why(self.undo, "" if self.hand.can_undo else tr("Er is niets om terug te nemen."))
        on_or_why(self.save, "" if self.hand.unsaved else tr("Er is niets om op te slaan."))
        if pressed is not None and not pressed.isEnabled():
            self._ready_to_answer()

    def _show_questions(self, plans: Plans) -> None:
        questions = self.questions()
        self.question.blockSignals(True)
        self.question.clear()
        for question in questions:
            self.question.addItem(telling.of_question(question, plans.peildatum), question.veld)
        self.question.setCurrentIndex(self.question.findData(self.veld))
        self.question.setToolTip(self.question.currentText() or tr("Welke vraag"))
        self.question.blockSignals(False)

    def _show_rows(self, plans: Plans) -> None:
        """Where rows come or go the one in hand stays in hand."""
        before, row = self.model.rows, self.table.currentIndex().row()
        held = before[row] if 0 <= row < len(before) else None
        self.model.show(plans, self.veld, self._rows(plans), self.hand.unknown)
        if held in self.model.rows and not self.table.currentIndex().isValid():
            index = self.model.index(self.model.rows.index(held), ANSWER)
            self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def _rows(self, plans: Plans) -> list[int]:
        given = self._given.get(self.veld, set())
        return plans.by_name(plans.lacking(self.veld) | given)

    def _show_scope(self, plans: Plans) -> None:
        self.scope.show_for(plans, plans.lacking(self.veld), self.hand.selection)

    def _meant(self, plans: Plans) -> list[int]:
        return self.scope.meant(plans, plans.lacking(self.veld), self.hand.selection)

    # -- answering ------------------------------------------------------------------------------------------------

    def fill_in(self) -> None:
        """The answer for the plans that are meant; with nothing left to answer, on to the next question."""
        said = self.answer.said()
        if self.plans is None or not self.veld:
            return
        if not said and not self.plans.lacking(self.veld):
            self.step(1)  # whatever else is to be judged yet
            return
        plans = self.hand.now(self.veld)
        if plans is None:
            return
        if not said:
            self._tell(tr("Typ of kies eerst een antwoord."))
        elif is_not_known(said):
            self.not_known()
        else:
            reading = read_answer(self.veld, said)
            if reading.problem:
                self._tell(tr("‘{value}’ {problem}.").format(value=said, problem=reading.problem))
                return
            self._write(
                answers(plans, self.veld, reading.value, self._meant(plans)),
                shown(self.veld, reading.value),
            )

    def not_known(self) -> None:
        """Somebody was asked, and does not know yet."""
        plans = self.hand.now(self.veld)
        if plans is not None and self.veld:
            self._write(
                answers(plans, self.veld, None, self._meant(plans), How.UNKNOWN),
                tr("nog niet bekend"),
            )

    def paste(self, text: str) -> None:
        """A column of Excel, from the row in hand."""
        plans = self.hand.now(self.veld)
        if plans is None or not self.veld:
            return
        pasted = paste(plans, self.veld, text, self.model.rows, max(0, self.table.currentIndex().row()))
        if pasted.answers:
            self._write(pasted.answers, tr("geplakt"))
        else:
            self._tell(tr("Er is niets geplakt."))
        self.wrong.setPlainText("\n".join(pasted.said))
        self.wrong.setVisible(bool(pasted.said))

    def _typed(self, key: int, text: str) -> bool:
        """An answer in the table, for one plan."""
        plans = self.hand.now(self.veld)
        if plans is None or key not in plans or not text.strip() or text == shown(self.veld, plans[key].get(self.veld)):
            return False
        reading = read_answer(self.veld, text)
        if is_not_known(text):
            self._write(answers(plans, self.veld, None, [key], How.UNKNOWN), tr("nog niet bekend"))
        elif reading.problem:
            self._tell(tr("‘{value}’ {problem}.").format(value=text, problem=reading.problem))
            return False
        elif plans.is_open(key, self.veld):
            self._write(answers(plans, self.veld, reading.value, [key]), shown(self.veld, reading.value), keep=True)
        elif key in self._given.get(self.veld, ()):
            self._change(Answer(key, self.veld, reading.value))
        return True

    def _write(self, replies: Sequence[Answer], words: str, keep: bool = False) -> None:
        """One step. ``keep``: what is being typed above stays."""
        if not replies:
            self._tell(tr("Er is geen plan gekozen waar dit antwoord nog ontbreekt."))
            return
        plans = self.plans
        for answer in replies:
            if answer.how.fills:
                self._given.setdefault(answer.veld, set()).add(answer.key)
        if step := self.hand.write(lambda written: telling.of_answers(written, words, plans), replies):
            if not keep:
                self.answer.say("")
            self._after(step)

    def _change(self, answer: Answer) -> None:
        title = telling.of_answers([answer], shown(answer.veld, answer.value), self.plans)
        if step := self.hand.change(title, answer):
            self._after(step)

    def _after(self, step: Step) -> None:
        self._tell(telling.of_step(step))
        self.refresh()

    def _after_list(self, step: Step) -> None:
        """A list is answered: what is left of it is shown next, and where the question in hand is among it, another is asked."""
        plans = self.hand.now(self.veld)
        if plans is not None and not plans.lacking(self.veld):
            self.ask("")
        self._after(step)

    def take_back(self) -> None:
        """The last thing that was done in this panel."""
        if self.hand.undo():
            self.refresh()

    def undo_last(self) -> None:
        """The last thing that was done here, or else in the layer."""
        if not self.hand.undo_in_layer():
            self.take_back()

    def show_zeros(self) -> None:
        """What can be nothing but 0, to be seen first."""
        self.hand.when_judged(self._show_zeros)

    def _show_zeros(self, plans: Plans) -> None:
        replies = zeros(plans)
        if not replies:
            return
        preview = Preview(self, tr("Alleen 0 is mogelijk"), replies, plans)
        preview.accepted.connect(lambda: self._do(telling.of_zeros, replies))
        preview.finished.connect(self._ready_to_answer)
        show_lasting(preview)

    def show_proposals(self) -> None:
        """What open fields probably are, to be seen and confirmed."""
        self.hand.when_judged(self._show_proposals)

    def _show_proposals(self, plans: Plans) -> None:
        if not any(plans.proposals.values()):
            return
        window = Proposals(self, plans)
        window.confirmed.connect(lambda those: self._do(confirmed_title, those))
        window.finished.connect(self._ready_to_answer)
        window.refused.connect(lambda those: self._do(lambda _: refused_title(those), refusals(those)))
        show_lasting(window)

    def read_maps(self) -> None:
        """What spatial plans say of the planstatus, from files that the user chooses."""
        self.hand.read_maps(choose_maps(self))

    def _do(self, title: Title, replies: Sequence[Answer]) -> None:
        if step := self.hand.write(title, replies):
            self._after_list(step)

    # -- the map --------------------------------------------------------------------------------------------------

    def _rows_selected(self, *_: object) -> None:
        """What is selected in the table is selected on the map."""
        if self._calm or self.plans is None:
            return
        chosen = self.table.selectionModel().selection()
        rows = {row for part in chosen for row in range(part.top(), part.bottom() + 1)}
        self._calm = True
        self.hand.select([self.model.rows[row] for row in sorted(rows)])
        self._calm = False
        self._show_scope(self.plans)

    def _plans_selected(self, *_: object) -> None:
        """What is selected on the map is selected in the table."""
        if self._calm or self.plans is None:
            return
        wanted, chosen = self.hand.selection, QItemSelection()
        last = self.model.columnCount() - 1
        for first, beyond in stretches([key in wanted for key in self.model.rows]):
            chosen.select(self.model.index(first, 0), self.model.index(beyond - 1, last))
        self._calm = True
        self.table.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._calm = False
        self._show_scope(self.plans)
