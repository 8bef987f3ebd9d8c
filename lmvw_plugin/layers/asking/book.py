# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers into the layer, each as one step that can be undone; what is saved of them goes into the history of the plan file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from qgis.core import NULL, QgsApplication, QgsFeatureRequest, QgsFeatureSource, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...core.asking.answers import Answer, How
from ...core.asking.proposals import as_kept
from ...core.asking.questions import Plans
from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.feedback import Feedback, watched
from ...core.i18n import in_dutch, tr
from ..map import check_join
from ..planfile import store as planfile
from ..planfile.edits import one_step
from ..planfile.tables import answer_history
from ..planfile.tables.answer_history import Kept
from ..planfile.tables.offers import offers_in
from ..seen.connections import renew
from ..sources import plan_in, rows, value
from .steps import Step, Steps
from .told import offered

_MOMENT = "%Y-%m-%d %H:%M"
_AT_ONCE = 500  # plans: a tenth of a second
_ASKED = ("plan_id", "plannaam")
Title = Callable[[Sequence[Answer]], str]


def read(path: Path, source: QgsFeatureSource, feedback: Feedback) -> tuple[Plans, list[Kept]]:
    """The plans of a moment and the answers that the file keeps. Works on any thread.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when it is no plan file, or another program keeps it to itself.
    """
    history = answer_history.read(path)
    plans = Plans(planfile.read_info(path).peildatum, offers_in(path))
    names = [field.name for field in b.COLUMNS]
    for feature, plan in watched(rows(source, names, drawn=False), source.featureCount(), feedback):
        plans.put(feature.id(), plan)
    return plans, history


def plan_of(layer: QgsVectorLayer, fid: int) -> dict[str, object] | None:
    """One plan as the layer has it now; None when it is gone."""
    feature = layer.getFeature(fid)
    return plan_in(feature) if feature.isValid() else None


def plans_of(layer: QgsVectorLayer, fids: Sequence[int]) -> dict[int, dict[str, object]]:
    """These plans as the layer has them now, without those that are gone; read at once."""
    request = QgsFeatureRequest().setFilterFids(list(fids)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return {feature.id(): plan_in(feature) for feature in layer.getFeatures(request)}


def user() -> str:
    """Who sits here."""
    return QgsApplication.userFullName().strip() or QgsApplication.userLoginName()


@dataclass(frozen=True, slots=True)
class _Given:
    """Answers of one moment. What the history says of each is made when it is kept: of very many the window would wait for it.

    :param ids: the ``plan_id`` by key, where the answer itself has none.
    """

    answers: Sequence[Answer]
    ids: Mapping[int, str]
    who: str
    moment: str

    @in_dutch()
    def kept(self) -> list[Kept]:
        """As the history has them."""
        return [
            Kept(plan_id, answer.veld, as_kept(answer.value), answer.how.value, answer.reason, self.who, self.moment)
            for answer in self.answers
            if (plan_id := answer.plan_id or self.ids.get(answer.key, ""))
        ]


class AnswerBook:
    """The answers to one layer of plans.

    :param told: hears one sentence when the history of a save could not be kept.
    """

    def __init__(self, layer: QgsVectorLayer, path: Path, told: Callable[[str], None]) -> None:
        self._layer, self._path, self._told = layer, path, told
        self._waiting: list[_Given] = []  # for the edits to be saved
        self.steps = Steps(layer)
        layer.afterCommitChanges.connect(self._saved)
        layer.afterRollBack.connect(self._forget)

    def stop(self) -> None:
        """Listen no more."""
        self._layer.afterCommitChanges.disconnect(self._saved)
        self._layer.afterRollBack.disconnect(self._forget)

    def write(self, title: Title, answers: Sequence[Answer]) -> Step:
        """Write answers, as one step with a name; what is not known yet, or refused, is kept at once.

        What was filled in meanwhile, by whomever, is left as it is.

        :param title: names the step, by the answers that are written.
        :raises LmvwError: when the layer or the file cannot be written; then nothing is.
        """
        beside = [answer for answer in answers if not answer.how.fills]
        if not self._layer.isEditable():
            self._require_there()
            renew(self._layer)  # another program may have begun to write in the file: what QGIS has open then reads nothing, without a word
        given, passed = self._open([answer for answer in answers if answer.how.fills])
        name = title([*given, *beside]) if given or beside else ""
        columns = {name: place for place, name in enumerate(self._layer.fields().names())}
        with one_step(self._layer, name) if given else nullcontext():
            for answer in given:  # with what was there: else undo reads each plan anew
                if not self._layer.changeAttributeValue(answer.key, columns[answer.veld], answer.value, NULL):
                    raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=self._layer.name()))
            kept = self._given(beside).kept() if beside else []
            fids = answer_history.add(self._path, kept) if kept else ()
        step = self._made(name, in_layer=bool(given))
        step.kept, step.passed = fids, tuple(passed)
        step.refused = tuple({answer.key for answer in beside if answer.how is How.REFUSED})
        self._offer_again(step.refused)
        if given:
            self._waiting.append(self._given(given))
        return step

    def _require_there(self) -> None:
        """QGIS would wait long for a file that somebody keeps to himself, and take one that is gone for one without plans.

        :raises LmvwError: when it is so.
        """
        if not self._path.exists():
            words = tr("Het bestand van laag ‘{name}’ is er niet meer ({path}); zet het terug of haal de laag uit het project.")
            raise LmvwError(words.format(name=self._layer.name(), path=self._path))
        planfile.read_info(self._path)

    def note(self, answers: Sequence[Answer]) -> None:
        """These are being given elsewhere, as in a form: what of them is saved goes into the history."""
        self._waiting.append(self._given(answers))

    def change(self, title: str, answer: Answer) -> Step:
        """Another answer in place of one that was given here, for one plan.

        :raises LmvwError: when the layer cannot be written.
        """
        with one_step(self._layer, title):
            self._layer.changeAttributeValue(answer.key, self._layer.fields().lookupField(answer.veld), answer.value)
        self._waiting.append(self._given([answer]))
        return self._made(title, in_layer=True)

    def undo(self) -> Step | None:
        """Take back what was done last here; None when nothing is left of it.

        :raises LmvwError: when somebody did something else in the layer since, or the file cannot be written; then nothing is.
        """
        step = self.steps.last
        if step is None:
            return None
        in_layer = self.steps.holds(step)
        if in_layer and (other := self.steps.above(step)):
            raise LmvwError(
                tr("Na ‘{step}’ is er in deze laag iets anders gedaan: {other}. Neem dat eerst terug met Ctrl+Z.").format(
                    step=step.title, other=other
                )
            )
        if step.kept:
            answer_history.take_back(self._path, step.kept)
            step.kept = ()
            self._offer_again(step.refused)
        if in_layer:
            self._layer.undoStack().undo()
        else:
            self.steps.drop(step)
        return step

    def _offer_again(self, keys: Sequence[int]) -> None:
        """The attribute table shows at once what is proposed for these plans; of very many only the next check says so."""
        if not 0 < len(keys) <= _AT_ONCE:
            return
        try:
            offered(self._path, [plan for key in keys if (plan := plan_of(self._layer, key)) is not None])
        except LmvwError as error:
            self._told(str(error))
        else:
            check_join.renew(self._layer)

    def _made(self, title: str, in_layer: bool) -> Step:
        step = Step(title, self._layer.undoStack().index(), in_layer)
        self.steps.add(step)
        return step

    def _open(self, answers: Sequence[Answer]) -> tuple[list[Answer], set[int]]:
        """The answers to what the layer leaves open at this moment, and the plans of the others."""
        by_field: dict[str, list[Answer]] = {}
        for answer in answers:
            by_field.setdefault(answer.veld, []).append(answer)
        given: list[Answer] = []
        for veld, those in by_field.items():
            empty = self._empty(veld, [answer.key for answer in those])
            given += [answer for answer in those if answer.key in empty]
        return given, {answer.key for answer in answers}.difference(answer.key for answer in given)

    def _empty(self, veld: str, keys: Sequence[int]) -> set[int]:
        """Those of the plans that have no answer here."""
        columns = self._layer.fields()
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        if len(keys) > _AT_ONCE:
            return self._all_empty(columns.lookupField(veld), request)
        request.setFilterFids(keys).setSubsetOfAttributes([veld], columns)
        return {plan.id() for plan in self._layer.getFeatures(request) if value(plan[veld]) is None}

    def _all_empty(self, column: int, request: QgsFeatureRequest) -> set[int]:
        """The same of all plans: by the file, and by what waits in the layer. To ask it of the layer takes three times as long."""
        field = self._layer.fields().field(column)
        is_text = field.type() == QMetaType.Type.QString
        request.setFilterExpression(f'"{field.name()}" IS NULL' + (f" OR \"{field.name()}\" = ''" if is_text else ""))
        empty = {plan.id() for plan in self._layer.dataProvider().getFeatures(request.setSubsetOfAttributes([]))}
        waits = self._layer.editBuffer()
        if waits is not None:
            changed = {fid: answers[column] for fid, answers in waits.changedAttributeValues().items() if column in answers}
            changed |= {fid: plan[column] for fid, plan in waits.addedFeatures().items()}
            empty -= changed.keys() | set(waits.deletedFeatureIds())
            empty |= {fid for fid, answer in changed.items() if value(answer) is None}
        return empty

    def _given(self, answers: Sequence[Answer]) -> _Given:
        """These answers, given at this moment."""
        nameless = [answer.key for answer in answers if not answer.plan_id]
        request = QgsFeatureRequest().setFilterFids(nameless).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes(["plan_id"], self._layer.fields())
        ids = {plan.id(): str(value(plan["plan_id"]) or "") for plan in self._layer.getFeatures(request)} if nameless else {}
        return _Given(answers, ids, user(), f"{datetime.now():{_MOMENT}}")

    def _forget(self) -> None:
        """The edits were thrown away."""
        self._waiting.clear()
        self.steps.rolled_back()

    def _saved(self) -> None:
        """Keep of what waited what the plans hold now: what was undone or changed since is no answer."""
        self.steps.clear()
        waiting, self._waiting[:] = list(self._waiting), []
        if not waiting:
            return
        said = [kept for given in waiting for kept in given.kept()]
        wanted = {kept.plan_id for kept in said}
        names = list(dict.fromkeys((*_ASKED, *(kept.veld for kept in said))))
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(names, self._layer.fields())
        held = {
            plan_id: {name: value(feature[name]) for name in names}
            for feature in self._layer.getFeatures(request)
            if (plan_id := str(value(feature["plan_id"]) or "")) in wanted
        }
        try:
            answer_history.add(self._path, last_of(said, held))
        except LmvwError as error:
            self._waiting[:0] = waiting
            self._told(str(error))


@in_dutch()
def last_of(waiting: Iterable[Kept], held: dict[str, dict[str, object]]) -> list[Kept]:
    """The last answer to each question, where the plan holds it."""
    said = [kept for kept in waiting if kept.plan_id in held and as_kept(held[kept.plan_id].get(kept.veld)) == kept.antwoord]
    return list({(kept.plan_id, kept.veld): kept for kept in said}.values())
