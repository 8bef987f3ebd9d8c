# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges what is edited in a layer of plans while no panel does, so that map and table never show a plan beside an edit as it was."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsVectorLayer

from ...core.i18n import tr
from ...core.rules.ledger import Ledger
from ...layers.map.judge import Judgement
from ...layers.map.live import Live
from ..run_task import Job
from .changes import ChangeWatch, Known, Listener, reading_of


class Unseen:
    """For as long as a layer is edited. In a plan file without a check there is nothing to judge.

    :param taken_over: a panel has this layer in hand now, and judges it.
    """

    def __init__(self, layer: QgsVectorLayer, path: Path, taken_over: Callable[[], bool]) -> None:
        self._layer, self._path, self._taken_over = layer, path, taken_over
        self._looks = True
        self._job: Job | None = None
        self._ledger: Ledger | None = None
        self._live: Live | None = None
        self._watch = ChangeWatch(layer, Listener(lambda _: None, self._judged, self.read, lambda _: None))
        self.read()

    @property
    def knows(self) -> bool:
        """What it compares with is read."""
        return self._ledger is not None

    def read(self) -> None:
        """The outcome that the plan file keeps, in the background."""
        self._abandon()
        self._watch.forget()
        self._job = Job(tr("Uitkomst van de controle lezen"), reading_of(self._layer, self._path), self._read, unseen=True)
        self._job.start()

    def stop(self) -> None:
        """Nothing is edited any more, or a panel judges it; more than once does no harm."""
        self._abandon()
        if self._looks:
            self._looks = False
            self._watch.stop()

    def lost(self) -> None:
        """The layer goes."""
        self._abandon()
        if self._looks:
            self._looks = False
            self._watch.lost()

    def _abandon(self) -> None:
        if self._job is not None:
            self._job.abandon()
        self._job = self._ledger = self._live = None

    def _read(self, loaded: tuple[Known | None] | None, _sentence: str) -> None:
        self._job = None
        if loaded is not None and loaded[0] is not None and not self._taken_over():
            known = loaded[0]
            self._ledger, self._live = known.ledger, Live(self._layer, known.outcome.prints, known.outcome.now)
            self._watch.know(known.outcome, known.judge)

    def _judged(self, judgement: Judgement, unsure: frozenset[str]) -> None:
        if self._ledger is None or self._live is None:
            return
        if self._taken_over():
            self.stop()
            return
        again = self._live.about_to(self._ledger, judgement)
        self._ledger.replace(judgement.anew, judgement.sizes)
        self._live.judged(again, self._ledger, judgement.prints, unsure, self._watch.has_more)
