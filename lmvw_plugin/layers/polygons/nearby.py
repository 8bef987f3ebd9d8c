# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plans lie near each other, by the boxes of their polygons; plans come, move and go."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from qgis.core import QgsGeometry

_FIRST = 64  # places to begin with


class Nearby:
    """The box of each plan, by its key. A plan without a polygon is near nothing."""

    def __init__(self) -> None:
        self._boxes = np.full((_FIRST, 4), np.nan)  # xmin, ymin, xmax, ymax in metres
        self._at: dict[str, int] = {}
        self._plans: list[str | None] = []

    def put(self, plan: str, polygon: QgsGeometry) -> None:
        """A plan lies here from now on."""
        at = self._at.get(plan)
        if at is None:
            at = self._at[plan] = len(self._plans)
            self._plans.append(plan)
            if at == len(self._boxes):
                self._boxes = np.concatenate((self._boxes, np.full_like(self._boxes, np.nan)))
        box = polygon.boundingBox()
        empty = polygon.isEmpty() or box.isNull()
        self._boxes[at] = np.nan if empty else (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())

    def drop(self, plan: str) -> None:
        """A plan is gone."""
        at = self._at.pop(plan, None)
        if at is not None:
            self._boxes[at], self._plans[at] = np.nan, None

    def around(self, plans: Iterable[str], room: float) -> set[str]:
        """These plans, and those that lie less than ``room`` metres from the box of one of them."""
        xmin, ymin, xmax, ymax = self._boxes[: len(self._plans)].T
        known = [plan for plan in plans if plan in self._at]
        near = np.zeros(len(self._plans), bool)
        for plan in known:
            left, low, right, high = self._boxes[self._at[plan]]
            near |= (xmin <= right + room) & (xmax >= left - room) & (ymin <= high + room) & (ymax >= low - room)
        return {*known, *(plan for at in np.flatnonzero(near).tolist() if (plan := self._plans[at]) is not None)}
