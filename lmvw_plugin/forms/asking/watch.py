# SPDX-License-Identifier: GPL-2.0-or-later
"""Sees which plans change, whoever does it: by this panel, a form, the table, undo or another tool."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.core import QgsVectorLayer

from ..once import once_after

_SOON, _SLICE = 30, 0.04  # ms until one deed is looked at as a whole; seconds in which the user waits for nothing


class PlanWatch:
    """Has each plan that changed judged again, a slice at a time; and everything read anew when plans came or went.

    :param judge: gets the id of one plan.
    :param judged: hears that a deed is seen to.
    """

    def __init__(self, layer: QgsVectorLayer, judge: Callable[[int], None], judged: Callable[[], None], anew: Callable[[], None]) -> None:
        self._layer, self._judge, self._judged = layer, judge, judged
        self._touched: dict[int, None] = {}
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

    def catch_up(self) -> None:
        """Judge all that was touched, now: somebody is going to answer."""
        while self._touched:
            self.look()

    def look(self) -> None:
        """Judge what was touched, one plan at the least; what takes longer goes on after the user had his turn."""
        until = time.monotonic() + _SLICE
        while self._touched:
            fid = next(iter(self._touched))
            del self._touched[fid]
            self._judge(fid)
            if time.monotonic() > until:
                break
        if self._touched:
            self._look.start(0)
        else:
            self._look.stop()
            self._look.setInterval(_SOON)
        self._judged()

    def _signals(self) -> tuple[object, ...]:
        layer = self._layer
        return layer.featureAdded, layer.featuresDeleted, layer.afterRollBack, layer.committedFeaturesAdded

    def _touch(self, fid: int, *_: object) -> None:
        self._touched[fid] = None
        self._look.start()

    def _other(self, *_: object) -> None:
        self._reload.start()
