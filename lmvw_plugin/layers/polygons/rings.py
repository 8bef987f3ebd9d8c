# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons taken apart into parts, rings and vertices: flat arrays, so that a rule is a few lines of arithmetic."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .reading import Geometries
from .shapely2 import shapely

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]


@dataclass(frozen=True)
class Rings:
    """The rings of n (multi)polygons.

    ``owner`` says which polygon a part belongs to, ``part`` which part a ring belongs to; the first ring of a part is
    its shell. ``xy`` are the vertices, (v, 2), without each ring's closing point; ring r has ``xy[first[r]:first[r + 1]]``.
    """

    parts: Geometries
    owner: Ints
    rings: Geometries
    part: Ints
    xy: Floats
    first: Ints

    @cached_property
    def ring(self) -> Ints:
        """Which ring each vertex belongs to."""
        return np.repeat(np.arange(len(self.rings)), np.diff(self.first))

    @cached_property
    def is_shell(self) -> Bools:
        """Which rings are the outer ring of their part."""
        return np.diff(self.part, prepend=-1) > 0

    @cached_property
    def ring_owner(self) -> Ints:
        """Which polygon each ring belongs to."""
        return self.owner[self.part]

    @cached_property
    def neighbours(self) -> tuple[Ints, Ints]:
        """Index of the vertex before and after each vertex, going round."""
        at = np.arange(len(self.xy))
        before, after = at - 1, at + 1
        filled = np.diff(self.first) > 0
        starts, ends = self.first[:-1][filled], self.first[1:][filled] - 1
        before[starts], after[ends] = ends, starts
        return before, after

    def sums(self, values: Floats) -> Floats:
        """Sum of a value per vertex over each ring."""
        result = np.zeros(len(self.rings))
        filled = np.diff(self.first) > 0
        if filled.any():
            result[filled] = np.add.reduceat(values.astype(float), self.first[:-1][filled])
        return result

    def without(self, drop: Bools) -> Rings:
        """The same rings with fewer vertices; parts and rings themselves stay as they were."""
        kept = np.concatenate(([0], np.cumsum(~drop)))
        return Rings(self.parts, self.owner, self.rings, self.part, self.xy[~drop], kept[self.first])


def explode(geometries: Any) -> Rings:
    """Take polygons and multipolygons apart. Empty rings have no vertices."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    xy = shapely.get_coordinates(rings)
    ends = np.cumsum(shapely.get_num_coordinates(rings))
    closing = np.zeros(len(xy), bool)
    closing[ends[np.diff(ends, prepend=0) > 0] - 1] = True
    kept = np.concatenate(([0], np.cumsum(~closing)))
    first = np.concatenate(([0], kept[ends])).astype(np.intp)
    return Rings(parts, owner, rings, part, xy[~closing], first)


def distinct(rings: Rings, within: float = 0.0) -> Rings:
    """Without consecutive vertices that are at most ``within`` metres apart; the first of a run stays."""
    return rings.without(repeated(rings, within))


def repeated(rings: Rings, within: float) -> Bools:
    """Which vertices lie at most ``within`` metres from the vertex before them; never a whole ring."""
    before, _ = rings.neighbours
    x = rings.xy[:, 0]
    close = np.abs(x - x[before]) <= within
    close[close] = np.hypot(*(rings.xy[close] - rings.xy[before[close]]).T) <= within
    if not close.any():
        return close
    _keep_one(rings, close)
    return close


def _keep_one(rings: Rings, drop: Bools) -> None:
    """A run of close vertices that goes all the way round keeps its first vertex."""
    kept = rings.sums((~drop).astype(float))
    lost = (kept == 0) & (np.diff(rings.first) > 0)
    drop[rings.first[:-1][lost]] = False
