# SPDX-License-Identifier: GPL-2.0-or-later
"""How far public polygons draw the border of confidential plans: a hole in one of them, or between several, has the shape of what lies in it.

A border is walked in small steps, and at each step it is asked whether a public border runs beside it. That is also so where a street lies between
the two, and it does not ask that the hole is closed on all sides. Confidential plans that adjoin fill a hole together: of those the steps count that
are not along each other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.confidential.inference import Drawn
from ...core.feedback import Feedback, checkpoint
from ..polygons.making_valid import measurable
from ..polygons.shapely2 import shapely
from ..polygons.work import chunks

_STEPS = 200  # of a border: half a percent each
_OF_WIDTH = 0.2  # of half the width of a plan: a hole that is a tenth wider than the plan still has its shape
_FARTHEST = 20.0  # metres: a street with its verges
_OUTWARDS = np.array([-1.0, -1.0, 1.0, 1.0])  # of a bounding box
_NEAREST = 0.1  # metres: what two programs make of one border

Geometries = NDArray[np.object_]
Truths = NDArray[np.bool_]


def drawn_borders(hidden: Mapping[int, bytes], public: Sequence[bytes], feedback: Feedback) -> list[Drawn]:
    """The confidential plans that have public polygons beside them, each by itself, and those that adjoin together.

    :param hidden: the polygon of each confidential plan, as WKB, by the place of the plan.
    :param public: those of the public plans.
    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    shapes = measurable(list(hidden.values()))
    around = _around(shapes, public, feedback)
    if not around:
        return []
    walk = _Walk(list(hidden), shapes, measurable(around))
    drawn = []
    for row in walk.near:
        checkpoint(feedback)
        drawn.append(Drawn((walk.places[row],), float(walk.along[row].mean())))
    for group in walk.groups():
        checkpoint(feedback)
        whole, beside = walk.together(group)
        if whole > 0:
            drawn.append(Drawn(tuple(walk.places[row] for row in group), beside / whole))
    return drawn


def _around(shapes: Geometries, public: Sequence[bytes], feedback: Feedback) -> list[bytes]:
    """The public polygons that may lie beside a confidential one: of many plans that are few, and the others are not kept in memory."""
    boxes = shapely.STRtree(shapely.box(*(shapely.bounds(shapes) + _FARTHEST * _OUTWARDS).T))
    near = []
    for rows in chunks(np.arange(len(public))):
        checkpoint(feedback)
        read = shapely.from_wkb(np.array([public[row] for row in rows.tolist()], object), on_invalid="ignore")
        near += [public[rows[row]] for row in np.unique(boxes.query(shapely.box(*shapely.bounds(read).T))[0]).tolist()]
    return near


class _Walk:
    """The borders of confidential plans, and for those near a public border at which of their steps it runs beside them."""

    def __init__(self, places: Sequence[int], shapes: Geometries, public: Geometries) -> None:
        self.places = places
        self._borders = shapely.boundary(shapes)
        self._lengths = np.nan_to_num(shapely.length(self._borders))
        widths = 2 * np.nan_to_num(shapely.area(shapes)) / np.maximum(self._lengths, _NEAREST)
        self._reach = np.clip(_OF_WIDTH * widths / 2, _NEAREST, _FARTHEST)
        self._own, seen = shapely.STRtree(self._borders), shapely.STRtree(shapely.boundary(public))
        rows = np.unique(seen.query(self._borders, predicate="dwithin", distance=self._reach)[0])
        self.near = [row for row in rows.tolist() if self._lengths[row] > 0]
        self.along = {row: self._beside(seen, row) for row in self.near}

    def _beside(self, tree: Any, row: int) -> Truths:
        """At which steps of a border another of a tree runs beside it; not that border itself."""
        at = (np.arange(_STEPS) + 0.5) * self._lengths[row] / _STEPS
        steps = shapely.line_interpolate_point(self._borders[row], at)
        rows, others = tree.query(steps, predicate="dwithin", distance=self._reach[row])
        beside = np.zeros(_STEPS, bool)
        beside[rows[others != row] if tree is self._own else rows] = True
        return beside

    def groups(self) -> Iterator[list[int]]:
        """Confidential plans that adjoin, of which one at least is near a public border."""
        beside: dict[int, set[int]] = {}
        if self.near:
            for row, neighbour in self._own.query(self._borders, predicate="dwithin", distance=self._reach).T.tolist():
                if row != neighbour:
                    beside.setdefault(row, set()).add(neighbour)
                    beside.setdefault(neighbour, set()).add(row)
        reached: set[int] = set()
        for first in self.near:
            group, waiting = set(), [first] if first in beside and first not in reached else []
            while waiting:
                row = waiting.pop()
                if row not in group:
                    group.add(row)
                    waiting += beside[row]
            reached |= group
            if group:
                yield sorted(group)

    def together(self, group: Sequence[int]) -> tuple[float, float]:
        """The border around a group in metres, and how much of it has a public border beside it."""
        whole = beside = 0.0
        for row in group:
            free = ~self._beside(self._own, row)
            whole += self._lengths[row] * float(free.mean())
            if row in self.along:
                beside += self._lengths[row] * float((free & self.along[row]).mean())
        return whole, beside
