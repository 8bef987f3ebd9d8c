# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file that the panel asks about: read in the background, kept up plan by plan, and answered through its layer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.asking.answers import Answer
from ...core.asking.questions import Plans
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import several, tr
from ...layers.asking.book import AnswerBook, Title, plans_of, read
from ...layers.asking.steps import Step, named
from ...layers.planfile.session import PlanSession, waits
from ...layers.planfile.tables import answer_history
from ...layers.planfile.tables.answer_history import Kept, not_known
from ...layers.planfile.tables.offers import offers_in
from ...layers.reading import Taken
from ...layers.sources import plain_values
from ..other_hands import NEWS
from ..panels.in_hand import PlanFileInHand
from ..proposing.books import books
from ..run_task import Job
from .planmap import propose
from .watch import PlanWatch


class PlansInHand(PlanFileInHand):
    """``plans`` is None as long as nothing is read; ``unknown``: what somebody was asked and did not know yet."""

    read = pyqtSignal()  # everything anew
    judged = pyqtSignal()  # plans that changed
    selected = pyqtSignal()  # others, on the map or in a table
    told = pyqtSignal(str)  # one sentence
    altered = pyqtSignal()  # there may be more or less to save or take back
    unread = pyqtSignal(str)  # one sentence: why the plans could not be read

    def __init__(self, iface: QgisInterface, panel: QWidget) -> None:
        super().__init__(iface, panel)
        self._panel = panel
        self.plans: Plans | None = None
        self.unknown: dict[tuple[str, str], Kept] = {}
        self._watch: PlanWatch | None = None
        self._columns: Sequence[tuple[str, Callable[[object], object]]] = ()  # of the layer: a name, and what makes its values plain
        self._meanwhile: list[tuple[int, str, object]] = []  # what changed after the reading that is under way began
        self._then: Callable[[Plans], None] | None = None  # what waits until all is judged
        self._height = 0  # steps that the layer had
        self._thrown_away = False  # edits, at this moment
        self._maps: Job | None = None  # plan maps are read
        books().told.connect(self.told)
        books().kept.connect(self._kept_elsewhere)
        NEWS.written.connect(self._written_elsewhere)
        for signal, slot in ((self.turned, self._turned), (self.followed, self.reload), (self.lost, self._gone), (self.left, self._left)):
            signal.connect(slot)

    def stop(self) -> None:
        """The plugin goes."""
        super().stop()
        books().told.disconnect(self.told)
        books().kept.disconnect(self._kept_elsewhere)
        NEWS.written.disconnect(self._written_elsewhere)

    @property
    def _book(self) -> AnswerBook | None:
        return books().of(self.layer, self.path) if self.layer is not None and self.path is not None else None

    def _kept_elsewhere(self, layer_id: str) -> None:
        if self.layer is not None and self.layer.id() == layer_id:
            self._ask_history()
            self.judged.emit()

    def _written_elsewhere(self, layer_id: str) -> None:
        """Somebody wrote in the file, and QGIS shows it from now on."""
        if self.layer is not None and self.layer.id() == layer_id and self._watch is not None:
            self._watch.read_anew()

    def _turned(self, *_: object) -> None:
        if self.layer is not None and self.path is not None:
            self._columns = plain_values(self.layer.fields())
            self._watch = PlanWatch(self.layer, self._changed, self._judge, self._is_judged, self.reload)
            books().of(self.layer, self.path)
            self.hear(self.layer.selectionChanged, self.selected)
            self._height = self.layer.undoStack().index()
            self.hear(self.layer.undoStack().indexChanged, self._stepped)
            self.hear(self.layer.beforeRollBack, self._about_to_roll_back)
            self.hear(self.layer.afterRollBack, self._rolled_back)
            self.hear(self.layer.afterCommitChanges, self.altered)
            self.hear(self.layer.afterCommitChanges, self._watch.read_anew)  # a colleague may have saved too
            self.altered.emit()

    def _left(self, *_: object) -> None:
        self._no_maps()
        if self._watch is not None:
            self._watch.stop()
        self._watch = self.plans = self._then = None
        self.unknown = {}

    def _stepped(self, height: int) -> None:
        """Something was done in the layer, undone or done again, by whomever: what was told before is of before that."""
        was, self._height = self._height, height
        if self._book is not None and self.layer is not None and self.layer.undoStack().count() and not self._thrown_away:
            step = self._book.steps.at(max(was, height))
            self.told.emit("" if step is None else _taken_back(step.title) if height < was else f"{step.title}.")
        self.altered.emit()

    def _about_to_roll_back(self) -> None:
        self._thrown_away = self.unsaved

    def _rolled_back(self) -> None:
        thrown_away, self._thrown_away = self._thrown_away, False
        if thrown_away:
            self.told.emit(tr("De wijzigingen die niet waren opgeslagen, zijn geannuleerd."))
        self.altered.emit()

    def _gone(self) -> None:
        if self._watch is not None:
            self._watch.lost()
            self._watch = None

    # -- reading --------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the plans with what is not saved yet, in the background."""
        if self.layer is None or self.path is None or not self._panel.isVisible():
            return
        plans, path = Taken(self.layer), self.path
        self._meanwhile.clear()

        def work(feedback: Feedback) -> tuple[Plans, list[Kept]]:
            with plans.read(feedback) as reading:
                return read(path, reading.source, feedback)

        self.work(tr("Open vragen lezen"), work, self._loaded)

    def _loaded(self, loaded: tuple[Plans, list[Kept]] | None, sentence: str) -> None:
        if loaded is None:
            self.unread.emit(sentence)
            return
        self.plans, history = loaded
        self.unknown = not_known(history)
        for fid, veld, value in self._meanwhile:
            self.plans.change(fid, veld, value)
        if self._watch is not None and self._meanwhile:
            self._watch.touch(fid for fid, *_ in self._meanwhile)
            self._watch.look()
        self._meanwhile.clear()
        self.read.emit()

    def _changed(self, fid: int, column: int, value: object) -> None:
        """A plan has something else in a column; told once more to what is being read now, and is older, when that is there."""
        if column >= len(self._columns):
            return  # of a table that was joined since
        veld, plain = self._columns[column]
        answer = plain(value)
        if self._job is not None:
            self._meanwhile.append((fid, veld, answer))
        if self.plans is not None:
            self.plans.change(fid, veld, answer)

    def _judge(self, fids: Sequence[int]) -> None:
        if self.plans is not None:
            for fid in fids:
                self.plans.judge(fid)

    def _is_judged(self) -> None:
        self.judged.emit()
        if not self.waiting and self._then is not None and self.plans is not None:
            then, self._then = self._then, None
            then(self.plans)

    # -- answering ------------------------------------------------------------------------------------------------

    @property
    def waiting(self) -> Collection[int]:
        """The plans that changed, and are judged yet."""
        return self._watch.waiting if self._watch is not None else ()

    def now(self, veld: str) -> Plans | None:
        """The plans, with this question as it is at this moment: who answers waits for no other."""
        if self.plans is not None:
            self.plans.judge_question(veld, self.waiting)
        return self.plans

    def when_judged(self, then: Callable[[Plans], None]) -> None:
        """Do this, once, as soon as all that changed is judged: at once where it is."""
        if self._watch is not None and self.plans is not None:
            self._then = then
            self._watch.look()
            if self.waiting:
                self._then = partial(self._as_promised, then)
                self.told.emit(tr("De lijst komt zodra {plans} opnieuw zijn nagekeken.").format(
                    plans=several(len(self.waiting), "plan", "plannen")
                ))  # fmt: skip

    def _as_promised(self, then: Callable[[Plans], None], plans: Plans) -> None:
        """It comes: that it will come is not told any more."""
        self.told.emit("")
        then(plans)

    def write(self, title: Title, answers: Sequence[Answer]) -> Step | None:
        """Answers as one step; None, with a sentence, when that is not possible."""
        step = self._do(lambda book: book.write(title, answers))
        if step is not None and step.kept:
            self._tell_kept()
        return step

    def change(self, title: str, answer: Answer) -> Step | None:
        """Another answer in place of one that was given here."""
        return self._do(lambda book: book.change(title, answer))

    def undo(self) -> Step | None:
        """Take back what was done last in the panel."""
        step = self._do(AnswerBook.undo)
        if step is not None:
            self.told.emit(_taken_back(step.title))
            self._tell_kept()
        elif self._book is not None and self._book.steps.last is None:
            self.told.emit(tr("Er is niets om terug te nemen."))
        return step

    def undo_in_layer(self) -> bool:
        """Take back what was done last in the layer, where that was not in the panel; False where there is no such thing."""
        book = self._book
        step = book.steps.last if book is not None else None
        ours = book is not None and step is not None and not book.steps.above(step)
        if ours or self.layer is None or not self.layer.undoStack().canUndo():
            return False
        title = self.layer.undoStack().undoText()
        self.layer.undoStack().undo()
        self.told.emit(_taken_back(named(title)))
        return True

    def redo(self) -> None:
        """Do again what was taken back last in the layer."""
        book = self._book
        if book is None or self.layer is None or not self.layer.undoStack().canRedo():
            self.told.emit(tr("Er is niets om opnieuw te doen."))
            return
        title = self.layer.undoStack().redoText()
        self.layer.undoStack().redo()
        if book.steps.at(self._height) is None:
            self.told.emit(tr("Opnieuw gedaan: {step}.").format(step=named(title)))

    @property
    def can_undo(self) -> bool:
        """Something was done in the panel that can be taken back."""
        return self._book is not None and self._book.steps.last is not None

    @property
    def unsaved(self) -> bool:
        """Something waits in the layer, of whomever."""
        return self.layer is not None and waits(self.layer)

    def _do(self, deed: Callable[[AnswerBook], Step | None]) -> Step | None:
        if self._book is None or self._watch is None:
            return None
        try:
            step = deed(self._book)
        except LmvwError as error:
            self.told.emit(str(error))
            return None
        if self.plans is not None:
            self._take(step, self.plans)
        self._watch.begin()
        self.altered.emit()
        return step

    def _take(self, step: Step | None, plans: Plans) -> None:
        """What somebody had answered without the layer telling is taken as it is."""
        if step is not None and step.passed and self.layer is not None:
            there = plans_of(self.layer, step.passed)
            for key in step.passed:
                if key in there:
                    plans.put(key, there[key])
                else:
                    plans.drop(key)

    def _tell_kept(self) -> None:
        """To this panel, and to forms."""
        if self.layer is not None:
            books().kept.emit(self.layer.id())

    def _ask_history(self) -> None:
        """Of what somebody does not know yet, what he refused, and of what proposals are made."""
        if self.path is not None:
            try:
                history, offers = answer_history.read(self.path), offers_in(self.path)
            except LmvwError as error:
                self.told.emit(str(error))
                return
            self.unknown = not_known(history)
            if self.plans is not None and offers != self.plans.offers:
                self.plans.offer(offers)

    def read_maps(self, maps: Sequence[Path]) -> None:
        """What plan maps say of these plans, as proposals."""
        if maps and self.layer is not None and self.path is not None:
            self._no_maps()
            self._maps = propose(self.layer, self.path, maps, self._maps_read)

    def _maps_read(self, sentence: str) -> None:
        self._maps = None
        self.told.emit(sentence)

    def _no_maps(self) -> None:
        if self._maps is not None:
            self._maps.abandon()
            self._maps = None

    def save(self) -> None:
        """What waits in the layer goes into the plan file."""
        if self.layer is not None:
            try:
                PlanSession(self.layer).save()
            except LmvwError as error:
                self.told.emit(str(error))
            else:
                self.told.emit(tr("De antwoorden staan in het planbestand."))

    # -- the map --------------------------------------------------------------------------------------------------

    @property
    def selection(self) -> set[int]:
        """The plans that are selected."""
        return set(self.layer.selectedFeatureIds()) if self.layer is not None else set()

    def select(self, keys: Iterable[int]) -> None:
        """Select these plans."""
        if self.layer is not None:
            self.layer.selectByIds(list(keys))


def _taken_back(title: str) -> str:
    return tr("Teruggenomen: {step}.").format(step=title)
