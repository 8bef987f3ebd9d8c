# SPDX-License-Identifier: GPL-2.0-or-later
"""Sees which plans change, whoever does it: by this panel, a form, the table, undo or another tool."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice

from qgis.core import QgsVectorLayer

from ..once import once_after

_SOON, _SLICE = 30, 0.04  # ms until one deed is looked at as a whole; seconds in which the user waits for nothing
_SHOWN = 100  # ms in which the window shows what was answered, before the rest is judged
_AT_ONCE = 20  # plans that are judged before the clock is looked at
_TELL = 0.5  # seconds after which what is seen to is told, while more is to be judged


class PlanWatch:
    """Has each plan that changed judged again, a slice at a time; and everything read anew when plans came or went.

    :param changed: hears at once of each plan which column is another, and what it has there now.
    :param judge: gets the ids of some plans.
    :param judged: hears that a deed is seen to; of a long one also now and then before its end.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        changed: Callable[[int, int, object], None],
        judge: Callable[[Sequence[int]], None],
        judged: Callable[[], None],
        anew: Callable[[], None],
    ) -> None:
        self._layer, self._changed, self._judge, self._judged = layer, changed, judge, judged
        self._touched: dict[int, None] = {}
        self._told = 0.0  # when, for the last time
        self._look, self._reload = once_after(_SOON, self.look), once_after(_SOON, anew)
        layer.attributeValueChanged.connect(self._touch)
        for signal in self._signals():
            signal.connect(self._other)

    def stop(self) -> None:
        """Look no more."""
        self._layer.attributeValueChanged.disconnect(self._touch)
        for signal in self._signals():
            signal.disconnect(self._other)
        self.lost()

    def lost(self) -> None:
        """The layer itself is gone."""
        self._look.stop()
        self._reload.stop()

    @property
    def waiting(self) -> Collection[int]:
        """The plans that are judged yet."""
        return self._touched.keys()

    def read_anew(self) -> None:
        """Everything, as soon as the deed of this moment is done."""
        self._reload.start()

    def touch(self, fids: Iterable[int]) -> None:
        """These are to be judged."""
        self._touched.update(dict.fromkeys(fids))

    def begin(self) -> None:
        """Judge some plans of what was touched; the others after the user had his turn."""
        self.look(0)

    def look(self, lasting: float | None = None) -> None:
        """Judge what was touched, some plans at the least; what takes longer goes on after the user had his turn.

        :param lasting: how many seconds, where that is not as always.
        """
        until = time.monotonic() + (_SLICE if lasting is None else lasting)
        while self._touched:
            fids = list(islice(self._touched, _AT_ONCE))
            for fid in fids:
                del self._touched[fid]
            self._judge(fids)
            if time.monotonic() > until:
                break
        if self._touched:
            self._look.start(0 if lasting is None else _SHOWN)
        else:
            self._look.stop()
            self._look.setInterval(_SOON)
        if not self._touched or time.monotonic() > self._told + _TELL:
            self._judged()
            self._told = time.monotonic()

    def _signals(self) -> tuple[object, ...]:
        layer = self._layer
        return layer.featureAdded, layer.featuresDeleted, layer.afterRollBack, layer.committedFeaturesAdded

    def _touch(self, fid: int, column: int, value: object) -> None:
        self._changed(fid, column, value)
        self._touched[fid] = None
        if not self._look.isActive():
            self._look.start()

    def _other(self, *_: object) -> None:
        self.read_anew()
