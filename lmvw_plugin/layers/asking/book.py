# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers into the layer, each as one step that can be undone; what is saved of them goes into the history of the plan file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from qgis.core import QgsApplication, QgsFeatureRequest, QgsFeatureSource, QgsVectorLayer

from ...core.asking.answers import Answer, How, shown
from ...core.asking.questions import Plans
from ...core.basisset import fields as b
from ...core.errors import LmvwError
from ...core.feedback import Feedback, watched
from ...core.i18n import in_dutch, tr
from ..planfile import store as planfile
from ..planfile.edits import one_step
from ..planfile.tables import answer_history
from ..planfile.tables.answer_history import Kept
from ..sources import rows, value

_MOMENT = "%Y-%m-%d %H:%M"
_ASKED = ("plan_id", "plannaam")


def read(path: Path, source: QgsFeatureSource, feedback: Feedback) -> tuple[Plans, list[Kept]]:
    """The plans of a moment and the answers that the file keeps. Works on any thread.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when it is no plan file, or another program keeps it to itself.
    """
    plans = Plans(planfile.read_info(path).peildatum)
    names = [field.name for field in b.COLUMNS]
    for feature, plan in watched(rows(source, names, drawn=False), source.featureCount(), feedback):
        plans.put(feature.id(), plan)
    return plans, answer_history.read(path)


def plan_of(layer: QgsVectorLayer, fid: int) -> dict[str, object] | None:
    """One plan as the layer has it now; None when it is gone."""
    feature = layer.getFeature(fid)
    return dict(zip(layer.fields().names(), map(value, feature.attributes()), strict=True)) if feature.isValid() else None


def user() -> str:
    """Who sits here."""
    return QgsApplication.userFullName().strip() or QgsApplication.userLoginName()


class AnswerBook:
    """The answers to one layer of plans.

    :param told: hears one sentence when the history of a save could not be kept.
    """

    def __init__(self, layer: QgsVectorLayer, path: Path, told: Callable[[str], None]) -> None:
        self._layer, self._path, self._told = layer, path, told
        self._waiting: list[Kept] = []  # for the edits to be saved
        layer.afterCommitChanges.connect(self._saved)
        layer.afterRollBack.connect(self._forget)

    def stop(self) -> None:
        """Listen no more."""
        self._layer.afterCommitChanges.disconnect(self._saved)
        self._layer.afterRollBack.disconnect(self._forget)

    def write(self, title: str, answers: Sequence[Answer]) -> list[Kept]:
        """Write answers, as one step with a name; what is not known yet is kept at once, and returned.

        What was filled in meanwhile, by whomever, is left as it is.

        :raises LmvwError: when the layer or the file cannot be written; then nothing is.
        """
        unknown = [one for one in answers if one.how is How.UNKNOWN]
        given = [one for one in answers if one.how is not How.UNKNOWN and self._is_empty(one)]
        columns = self._layer.fields()
        if given:
            with one_step(self._layer, title):
                for one in given:
                    if not self._layer.changeAttributeValue(one.key, columns.lookupField(one.veld), one.value):
                        raise LmvwError(tr("Laag ‘{name}’ kan niet bewerkt worden.").format(name=self._layer.name()))
        kept = self._kept(unknown)
        if kept:
            answer_history.add(self._path, kept)
        self._waiting += self._kept(given)
        return kept

    def change(self, title: str, answer: Answer) -> None:
        """Another answer in place of one that was given here, for one plan.

        :raises LmvwError: when the layer cannot be written.
        """
        with one_step(self._layer, title):
            self._layer.changeAttributeValue(answer.key, self._layer.fields().lookupField(answer.veld), answer.value)
        self._waiting += self._kept([answer])

    def _is_empty(self, answer: Answer) -> bool:
        feature = self._layer.getFeature(answer.key)
        return feature.isValid() and value(feature[answer.veld]) is None

    @in_dutch()
    def _kept(self, answers: Sequence[Answer]) -> list[Kept]:
        now, who = f"{datetime.now():{_MOMENT}}", user()
        ids = {one.key: str(value(self._layer.getFeature(one.key)["plan_id"]) or "") for one in answers}
        return [
            Kept(ids[one.key], one.veld, shown(one.veld, one.value), one.how.value, one.reason, who, now) for one in answers if ids[one.key]
        ]

    def _forget(self) -> None:
        """The edits were thrown away."""
        self._waiting.clear()

    def _saved(self) -> None:
        """Keep of what waited what the plans hold now: what was undone or changed since is no answer."""
        waiting, self._waiting[:] = list(self._waiting), []
        if not waiting:
            return
        wanted = {one.plan_id for one in waiting}
        names = list(dict.fromkeys((*_ASKED, *(one.veld for one in waiting))))
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(names, self._layer.fields())
        held = {
            plan_id: {name: value(feature[name]) for name in names}
            for feature in self._layer.getFeatures(request)
            if (plan_id := str(value(feature["plan_id"]) or "")) in wanted
        }
        try:
            answer_history.add(self._path, last_of(waiting, held))
        except LmvwError as error:
            self._waiting[:0] = waiting
            self._told(str(error))


@in_dutch()
def last_of(waiting: Iterable[Kept], held: dict[str, dict[str, object]]) -> list[Kept]:
    """The last answer to each question, where the plan holds it."""
    said = [one for one in waiting if one.plan_id in held and shown(one.veld, held[one.plan_id].get(one.veld)) == one.antwoord]
    return list({(one.plan_id, one.veld): one for one in said}.values())
