# SPDX-License-Identifier: GPL-2.0-or-later
"""Sees what changes since the check, whoever does it: by form, table, map, undo or another tool; and has it judged in the background. What
somebody else wrote in the file is seen as soon as QGIS shows it: when nobody edits the layer here, and when it is saved.

In the main thread it only reads the plans that changed, some at a time. One edit after another: what comes meanwhile waits its turn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureRequest, QgsProject, QgsVectorLayer

from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.rules.acceptance import Acceptances
from ...core.rules.ledger import Ledger
from ...layers.map import check_join
from ...layers.map.judge import Edit, Judge, Judgement
from ...layers.map.outcome import Outcome, area_of, load, others
from ...layers.map.project import boundary_of
from ...layers.plan_layer.fingerprint import Fingerprint
from ...layers.reading import Taken
from ...layers.sources import plan_in, value
from ..once import once_after
from ..other_hands import NEWS
from ..run_task import Job

_SOON = 30  # ms: what one deed of the user changes is looked at together
_AT_ONCE = 200  # plans that are read before the window has its turn
_TOGETHER = 100  # that are judged together: what comes of them is shown in one go, while the window waits


@dataclass(frozen=True, slots=True)
class Listener:
    """Who is told: which plans wait to be judged, what came of it with the plans that could not be judged wholly, that all must be read
    anew, and one sentence when it went wrong.
    """

    waiting: Callable[[set[str]], None]
    judged: Callable[[Judgement, frozenset[str]], None]
    anew: Callable[[], None]
    failed: Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Known:
    """What a plan file keeps of its last check, with who judges its plans again. The findings are in the ledger alone."""

    outcome: Outcome
    judge: Judge
    ledger: Ledger


def reading_of(layer: QgsVectorLayer, path: Path) -> Callable[[Feedback], tuple[Known | None]]:
    """The work that reads it, of a layer as it is at this moment; it finds None in a plan file that was never checked."""
    boundary = boundary_of(QgsProject.instance())
    plans, area = Taken(layer), Taken(boundary) if boundary is not None else None

    def work(feedback: Feedback) -> tuple[Known | None]:
        known = area_of(area, path, feedback) if area is not None else None
        with plans.read(feedback) as reading:
            loaded = load(path, reading.source, known, feedback)
        if loaded is None:
            return (None,)
        outcome, judge = loaded
        ledger = Ledger(outcome.findings, outcome.sizes, outcome.peildatum)
        return (Known(replace(outcome, findings=[]), judge, ledger),)

    return work


class ChangeWatch:
    """Looks at one layer, from the moment that it knows an outcome."""

    def __init__(self, layer: QgsVectorLayer, listener: Listener) -> None:
        self._layer, self._listener = layer, listener
        self._judge: Judge | None = None
        self._outcome: Outcome | None = None
        self._unsure: frozenset[str] = frozenset()
        self._keys: dict[int, str] = {}
        self._dirty: dict[int, None] = {}
        self._edits: list[Edit] = []
        self._job: Job | None = None
        self._prints: dict[str, str] = {}  # by plan_id, what each was when it was read or judged last
        self._reader: Job | None = None  # of what somebody else wrote
        self._look, self._reload = once_after(_SOON, self._gather), once_after(_SOON, listener.anew)
        self._comparing = once_after(_SOON, self._compare)
        self._signals = (
            (layer.attributeValueChanged, self._touch), (layer.geometryChanged, self._touch), (layer.featureAdded, self._touch),
            (layer.featureDeleted, self._touch), (layer.committedFeaturesAdded, self._committed), (layer.afterRollBack, self._other),
            (layer.afterCommitChanges, self._saved),
        )  # fmt: skip
        for signal, slot in self._signals:
            signal.connect(slot)
        NEWS.written.connect(self._written)
        joined = check_join.joined(layer)
        self._table = joined.joinLayer() if joined is not None else None
        if self._table is not None:
            self._table.layerModified.connect(self._other)
            self._table.willBeDeleted.connect(self._without_table)

    @property
    def keys(self) -> Mapping[int, str]:
        """Of the plans that are known, by the number that the layer gives them."""
        return self._keys

    @property
    def has_more(self) -> bool:
        """Others of the plans that changed are to be judged yet."""
        return bool(self._edits or self._dirty)

    @property
    def unjudged(self) -> set[str]:
        """The plans that changed and are to be judged yet, as far as they were there before."""
        return {edit.key for edit in self._edits} | {self._keys[fid] for fid in self._dirty if fid in self._keys}

    def know(self, outcome: Outcome, judge: Judge) -> None:
        """What is compared with from now on; edits that came while it was read are judged yet."""
        self._outcome, self._judge, self._unsure = outcome, judge, outcome.changed
        self._keys, self._prints = judge.keys(), dict(outcome.read)
        buffer = self._layer.editBuffer()
        self._keys |= {fid: _key(feature) for fid, feature in (buffer.addedFeatures() if buffer is not None else {}).items()}
        if self._dirty:
            self._look.start()

    def accept(self, accepted: Acceptances) -> None:
        """Which warnings may stay from now on."""
        if self._judge is not None:
            self._judge.accepted = accepted

    def forget(self) -> None:
        """What was known is read anew: what changed until now will be in it."""
        for job in (self._job, self._reader):
            if job is not None:
                job.abandon()
        self._job = self._reader = self._judge = self._outcome = None
        self._dirty, self._edits = {}, []

    def stop(self) -> None:
        """Look no more."""
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self.lost()

    def lost(self) -> None:
        """The layer itself is gone."""
        NEWS.written.disconnect(self._written)
        self.forget()
        for timer in (self._look, self._reload, self._comparing):
            timer.stop()
        if self._table is not None:
            self._table.layerModified.disconnect(self._other)
            self._table.willBeDeleted.disconnect(self._without_table)
            self._table = None

    def _without_table(self) -> None:
        self._table = None

    def _touch(self, fid: int, *_: object) -> None:
        self._dirty[fid] = None
        if not self._look.isActive():
            self._look.start()

    def _committed(self, _: str, features: list[QgsFeature]) -> None:
        """What is saved has another number from now on."""
        self._keys = {fid: key for fid, key in self._keys.items() if fid >= 0}
        for feature in features:
            self._touch(feature.id())

    def _other(self, *_: object) -> None:
        self._reload.start()

    def _saved(self) -> None:
        self._comparing.start()

    def _written(self, layer_id: str) -> None:
        if layer_id == self._layer.id():
            self._comparing.start()

    def _compare(self) -> None:
        """What is in the file now is compared with what was judged, in the background."""
        if self._judge is None:
            return
        if self._reader is not None:
            self._reader.abandon()
        plans, known = Taken(self._layer), dict(self._prints)

        def work(feedback: Feedback) -> tuple[list[int], list[str]]:
            with plans.read(feedback) as reading:
                return others(reading.source, known, feedback)

        self._reader = Job(tr("Gewijzigde plannen zoeken"), work, self._compared, unseen=True)
        self._reader.start()

    def _compared(self, found: tuple[list[int], list[str]] | None, _: str) -> None:
        self._reader = None
        if found is None:  # what cannot be read now is told by whoever needs it
            return
        other, gone = found
        at = {key: fid for fid, key in self._keys.items()}
        for fid in (*other, *(at[key] for key in gone if key in at)):
            self._touch(fid)

    def _gather(self) -> None:
        """Read some of the plans that changed; and have them judged when all are read."""
        if self._judge is None or self._reload.isActive():
            return
        self._listener.waiting({self._keys[fid] for fid in self._dirty if fid in self._keys})
        fids = list(islice(self._dirty, _AT_ONCE))
        for fid in fids:
            del self._dirty[fid]
        read = self._read(fids)
        self._edits += read
        self._listener.waiting({edit.key for edit in read})
        if self._dirty:
            self._look.start(0)
        elif self._job is None and self._edits:
            self._go()

    def _read(self, fids: list[int]) -> list[Edit]:
        request = QgsFeatureRequest().setFilterFids(fids).setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        edits = {}
        for feature in self._layer.getFeatures(request):
            plan = plan_in(feature)
            edits[feature.id()] = Edit(str(plan.get("plan_id") or ""), plan, feature.geometry(), feature.id(), feature)
        here = {self._keys.pop(fid, "") for fid in fids}
        self._keys |= {fid: edit.key for fid, edit in edits.items()}
        there = set(self._keys.values()) if here - {edit.key for edit in edits.values()} else here
        gone = [Edit(key) for key in here - {edit.key for edit in edits.values()} if key and key not in there]
        if any(not edit.key for edit in edits.values()):
            self._other()  # without its key it cannot be followed
        return [*gone, *edits.values()]

    def _go(self) -> None:
        edits, self._edits = self._edits[:_TOGETHER], self._edits[_TOGETHER:]
        judge, outcome, unsure = self._judge, self._outcome, self._unsure
        fields = self._layer.fields()

        def work(feedback: Feedback) -> tuple[Judgement, frozenset[str]]:
            judgement = judge.again(edits, feedback)
            not_sure = unsure - {key for key, size in judgement.sizes.items() if size is None}
            fingerprint = Fingerprint(fields)
            judgement.prints = {edit.key: fingerprint.of(edit.feature) for edit in edits if edit.feature is not None}
            if judge.unjudged:
                for key, afdruk in judgement.prints.items():
                    if key in (judgement.moved | unsure):
                        not_sure = not_sure - {key} if outcome.prints.get(key) == afdruk else not_sure | {key}
            return judgement, not_sure

        self._job = Job(tr("Gewijzigde plannen controleren"), work, self._judged, unseen=True)
        self._job.start()

    def _judged(self, judged: tuple[Judgement, frozenset[str]] | None, sentence: str) -> None:
        self._job = None
        if judged is None:
            self._listener.failed(sentence)
            return
        judgement, self._unsure = judged
        for key in (key for key, size in judgement.sizes.items() if size is None):
            self._prints.pop(key, None)
        self._prints.update(judgement.prints)
        self._listener.judged(judgement, self._unsure)
        if self._edits and not self._dirty:
            self._go()


def _key(feature: QgsFeature) -> str:
    return str(value(feature["plan_id"]) or "")
