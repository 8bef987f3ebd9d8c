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

_SURE = 1e-14  # of the square around all rings, for each vertex: what is more than this is no rounding


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


@dataclass(frozen=True)
class Outlines:
    """The rings of n (multi)polygons as they are stored, each with its closing point: quicker to have than ``Rings``, for most plans are one ring.

    Edge i runs from vertex i of ``xy`` (v, 2) to the next; ring r has the vertices ``first[r]`` to ``last[r]``, which are the same point. ``owner``
    says which polygon a ring belongs to, ``shell`` which rings are the outer ring of a part, ``left`` at which the inside lies on the left.
    """

    xy: Floats
    first: Ints
    last: Ints
    owner: Ints
    shell: Bools
    left: Bools

    @cached_property
    def ring(self) -> Ints:
        """Which ring each vertex belongs to."""
        return np.repeat(np.arange(len(self.first)), self.last - self.first + 1)


def outlines(geometries: Geometries) -> Outlines:
    """The rings of valid (multi)polygons, without vertices that repeat the one before them."""
    xy, counts = shapely.get_coordinates(geometries), shapely.get_num_coordinates(geometries)
    odd = np.flatnonzero(~_one_ring(xy, counts))
    parts, of = shapely.get_parts(geometries[odd], return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    number = np.ones(len(counts), int)
    number[odd] = np.bincount(of[part], minlength=len(odd))
    owner = np.repeat(np.arange(len(counts)), number)
    size, shell = counts[owner], np.ones(len(owner), bool)
    taken = np.isin(owner, odd)
    size[taken], shell[taken] = shapely.get_num_coordinates(rings), np.diff(part, prepend=-1) > 0
    last = np.cumsum(size) - 1
    drop = _repeats(xy, last)
    if drop.any():
        xy = as_one(xy)[~drop].view(np.float64).reshape(-1, 2)  # a point as one number is sooner taken
        last -= np.searchsorted(np.flatnonzero(drop), last)
    first = np.append(0, last[:-1] + 1)[: len(last)]
    return Outlines(xy, first, last, owner, shell, _counter_clockwise(xy, first, last) == shell)


def as_one(xy: Floats) -> NDArray[np.complex128]:
    """Points, (v, 2), as one number each: equal where both coordinates are."""
    return np.ascontiguousarray(xy).view(np.complex128).ravel()


def _one_ring(xy: Floats, counts: Ints) -> Bools:
    """Which polygons are one ring: their first vertex comes back once, as their last. Of some others that is not told."""
    filled = np.flatnonzero(counts > 3)
    points, last = as_one(xy), np.cumsum(counts)[filled] - 1
    closed = np.zeros(len(counts), bool)
    closed[filled] = points[last - counts[filled] + 1] == points[last]
    nowhere = np.full((2, len(counts)), np.nan)
    nowhere[:, filled] = xy[last].T
    again = np.flatnonzero(xy[:, 0] == np.repeat(nowhere[0], counts))
    again = again[xy[again, 1] == nowhere[1, np.searchsorted(np.cumsum(counts), again, side="right")]]
    return closed & (np.bincount(np.searchsorted(np.cumsum(counts), again, side="right"), minlength=len(counts)) == 2)


def _repeats(xy: Floats, last: Ints) -> Bools:
    """Which vertices to drop so that none repeats the one before it in its ring; the first and the last of a ring stay."""
    points = as_one(xy)
    same = np.append(points[1:] == points[:-1], False)
    same[last] = False  # the next is of another ring
    drop = np.append(False, same[:-1])[: len(same)]
    for end in last[drop[last]].tolist():  # the closing point stays, so those before it go
        at = end
        drop[end] = False
        while same[at - 1]:
            at -= 1
            drop[at] = True
    return drop


def _counter_clockwise(xy: Floats, first: Ints, last: Ints) -> Bools:
    """Which rings run counter-clockwise, by their area; of those that have too little of it by GEOS."""
    if not len(first):
        return np.zeros(0, bool)
    x, y = (xy[:, axis] - xy[0, axis] for axis in (0, 1))
    twice = np.empty(len(x))
    np.multiply(x[:-1], y[1:], out=twice[:-1])
    twice[:-1] -= x[1:] * y[:-1]
    twice[last] = 0.0
    area = np.add.reduceat(twice, first)
    extent = max(np.ptp(x), np.ptp(y))
    result: Bools = area > 0
    for ring in np.flatnonzero(np.abs(area) <= _SURE * extent * extent * (last - first + 1)).tolist():
        result[ring] = shapely.is_ccw(shapely.linearrings(xy[first[ring] : last[ring] + 1]))
    return result


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
