# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that is being drawn, and the plans beside it: what the check would say, with the shape of each, quick enough to keep up with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import QgsGeometry

from ...core.feedback import Silent
from ...core.rules.tolerances import Tolerances
from .complexity import crowded
from .making_valid import made_valid
from .reading import Geometries, Piece, Plan
from .rules import delivered, finished, validity
from .rules.conflicts import find_conflicts
from .rules.presence import to_inspect
from .shapely2 import shapely

_MOST = 20_000  # vertices of the plan in hand and those beside it: with more nobody can keep up


class About(Enum):
    """What a mark is of."""

    CROSSING = "crossing"
    OVERLAP = "overlap"
    GAP = "gap"
    OUTSIDE = "outside"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to see on the map, in RD. ``area`` in m2 where it has one; ``plan`` is the other one, where there is one."""

    about: About
    shape: QgsGeometry
    area: float = 0.0
    plan: Plan | None = None


class Surroundings:
    """What stays the same while a plan is drawn: the municipality, None where nobody gave it, and what is small enough to pass."""

    def __init__(self, area: Any | None, tolerances: Tolerances) -> None:
        self.tolerances, self._area = tolerances, area

    def marks(self, polygon: QgsGeometry, beside: Sequence[tuple[Plan, QgsGeometry]], plan: Plan | None = None) -> list[Mark]:
        """What the check would say of a polygon with those beside it; nothing where it has no area, or too many vertices.

        :param plan: the plan in hand, where it is one already.
        """
        shapes, plans = self._taken(polygon, beside, plan or {})
        if not len(shapes):
            return []
        valid, errors, _ = validity.judge(shapes[:1], crowded(shapes[:1]))
        marks = [Mark(About.CROSSING, QgsGeometry.fromWkt(f"Point ({error.x!r} {error.y!r})")) for error in errors]
        if not valid[0]:
            shapes[:1] = made_valid(shapes[:1])
        if shapely.is_empty(shapes[0]):
            return marks
        near = np.flatnonzero(shapely.distance(shapes, shapes[0]) <= self.tolerances.gap_m)
        shapes[near] = made_valid(shapes[near])
        near = near[~shapely.is_empty(shapes[near])]
        conflicts = find_conflicts(shapes[near], near, self.tolerances, Silent(), 0, 100)
        for twin in (other for group in conflicts.twins if 0 in group for other in group if other):
            marks.append(_mark(About.OVERLAP, shapes[twin], plans[twin]))
        for overlap in conflicts.overlaps:
            narrow = overlap.area >= self.tolerances.gap_m2 and overlap.width < self.tolerances.gap_m
            if overlap.first == 0 and (overlap.beyond(self.tolerances) or narrow):
                marks.append(_mark(About.OVERLAP, overlap.shape, plans[overlap.second]))
        marks += [_mark(About.GAP, gap.shape, plans[gap.second]) for gap in conflicts.gaps if gap.first == 0]
        return marks + self._outside(shapes[0])

    def _taken(self, polygon: QgsGeometry, beside: Sequence[tuple[Plan, QgsGeometry]], plan: Plan) -> tuple[Geometries, list[Plan]]:
        """The polygon in hand and those of the other plans that count beside it, in RD; none where the check says nothing of the plan."""
        piece = Piece()
        piece.add(0, plan, polygon)
        for row, (other, shape) in enumerate(beside, 1):
            piece.add(row, other, shape)
        read = piece.polygons()
        usable = to_inspect(read)
        rows, live = usable[np.isin(usable, delivered(read))], ~finished(read)
        rows = rows[(rows == 0) | (live[rows] & live[0])]
        if 0 not in rows or int(shapely.get_num_coordinates(read.geometries[rows]).sum()) > _MOST:
            rows = rows[:0]
        return read.geometries[rows], [read.plans[row] for row in rows.tolist()]

    @cached_property
    def _wide(self) -> Any:
        wide = shapely.buffer(self._area, self.tolerances.outside_m)
        shapely.prepare(wide)
        return wide

    def _outside(self, shape: Any) -> list[Mark]:
        if self._area is None or shapely.covers(self._wide, shape):
            return []
        parts = shapely.get_parts(shape)
        return [_mark(About.OUTSIDE, shapely.difference(part, self._area)) for part in parts[~shapely.covers(self._wide, parts)]]


def _mark(about: About, shape: Any, plan: Plan | None = None) -> Mark:
    polygon = QgsGeometry()
    polygon.fromWkb(shapely.to_wkb(shape, output_dimension=2))
    return Mark(about, polygon, float(shapely.area(shape)), plan)
