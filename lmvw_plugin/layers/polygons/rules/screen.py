# SPDX-License-Identifier: GPL-2.0-or-later
"""Which polygons are surely fine: proved for many at once, so that the exact rules are asked only about the others.

A ring is simple, and stays so when its vertices move to whole millimetres, when every vertex lies further than ``_APART`` from every
edge that it is not on. Edges that may be closer are found by their boxes, from runs of runs of edges down to the edges themselves.
Whatever cannot be proved here (several rings, a ring that is large or winds a lot, a number that is none) is not settled; limits are
those of the rules and of the user, a little wider.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import radians, sin
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.rules.tolerances import Tolerances
from ..reading import Geometries
from ..rings import Bools, Floats, Ints
from ..shapely2 import shapely
from . import quality
from .borders import around_runs, within_reach

_APART = 0.002  # metres: rounding to millimetres moves two things at most 1.42 mm towards each other
_ROOM = 0.001  # metres more around each box than half of that, for the rounding of its coordinates
_LARGEST = 4000.0  # metres: in a larger ring the boxes are not exact enough
_LONGEST = 5000  # coordinates: the bound on memory
_RUN = 8  # boxes in a run
_MOST = 64  # pairs of runs of one ring: with more, GEOS is quicker
_WIDER = 1.001  # limits

Boxes = NDArray[np.float32]  # (4, n): least x and y, most x and y, from the first vertex of the ring


@dataclass(frozen=True)
class _Loops:
    """The coordinates of n polygons, each ring with its closing point, from the first of each polygon.

    Polygon k has the coordinates ``first[k]`` to ``last[k]``. Edge i, (dx, dy), runs from coordinate i to the next; at the last it is the first
    edge once more.
    """

    xy: Floats
    x: Floats
    y: Floats
    dx: Floats
    dy: Floats
    first: Ints
    last: Ints

    def each(self, function: np.ufunc, values: NDArray[Any]) -> NDArray[Any]:
        """The values of the edges of each polygon, put together."""
        of_each: NDArray[Any] = function.reduceat(values, np.stack((self.first, self.last), axis=1).ravel())[::2]
        return of_each


def settled(geometries: Geometries, tolerances: Tolerances) -> tuple[Bools, Bools]:
    """Of which polygons nothing is said by G2, also in whole millimetres, and of which nothing by ``quality.measure``."""
    sound, tidy = np.zeros(len(geometries), bool), np.zeros(len(geometries), bool)
    size = shapely.get_num_coordinates(geometries)
    rows = np.flatnonzero((size > 3) & (size <= _LONGEST))
    if not len(rows):
        return sound, tidy
    loops = _loops(geometries[rows])
    back_first = (loops.x == 0) & (loops.y == 0)
    one_ring = back_first[loops.last] & (loops.each(np.add, back_first.astype(np.int32)) == 1)
    length = np.sqrt(loops.dx * loops.dx + loops.dy * loops.dy)
    cross = loops.dx[:-1] * loops.dy[1:] - loops.dy[:-1] * loops.dx[1:]  # of each edge with the next
    dot = np.add(loops.dx[:-1] * loops.dx[1:], loops.dy[:-1] * loops.dy[1:])
    shortest = loops.each(np.minimum, length)
    back = (dot <= 0) & (np.abs(cross) <= _APART * np.maximum(length[:-1], length[1:]))
    sound[rows] = _apart(loops, one_ring & (shortest > _APART) & ~loops.each(np.logical_or, np.append(back, False)))
    tidy[rows] = one_ring & (shortest > _WIDER * tolerances.duplicate_m) & _tidy(loops, length, cross, dot, tolerances)
    return sound, tidy


def _loops(geometries: Geometries) -> _Loops:
    xy, counts = shapely.get_coordinates(geometries), shapely.get_num_coordinates(geometries)
    last = np.cumsum(counts) - 1
    first = last - counts + 1
    x, y = (xy[:, axis] - np.repeat(xy[first, axis], counts) for axis in (0, 1))
    dx, dy = np.diff(x, append=0.0), np.diff(y, append=0.0)
    dx[last], dy[last] = dx[first], dy[first]
    return _Loops(xy, x, y, dx, dy, first, last)


# -- quality ----------------------------------------------------------------------------------------------------


def _tidy(loops: _Loops, length: Floats, cross: Floats, dot: Floats, tolerances: Tolerances) -> Bools:
    """In which of the polygons that are one ring without double vertices there is no spike, finger or needle, enough bends, and no figure."""
    corners, border = loops.last - loops.first, loops.each(np.add, length)
    before, ahead, across = length[:-1], length[1:], np.abs(cross)
    sharp = (dot < 0) & (across <= _WIDER * sin(radians(tolerances.spike_degrees)) * before * ahead)
    sharp &= across <= _WIDER * tolerances.spike_m * np.maximum(before, ahead)
    straight = (dot > 0) & (across <= _WIDER * tolerances.dense_m * (before + ahead))
    spare = loops.each(np.add, np.append(straight, False).astype(np.int32))
    area = np.abs(loops.each(np.add, loops.x * loops.dy - loops.y * loops.dx)) / 2
    good = ~loops.each(np.logical_or, np.append(sharp, False))
    good[_fingered(loops, length, tolerances)] = False
    good &= 2 * area > _WIDER * tolerances.needle_m * border
    good &= (spare <= quality.DENSE) | (spare <= quality.DENSE_SHARE * corners)
    good &= (corners < quality.CIRCLE_CORNERS) | (_WIDER * 4 * np.pi * area <= quality.CIRCULAR * border**2)
    good &= (corners != 4) | (area > _WIDER * tolerances.tiny_m2)
    return good


def _fingered(loops: _Loops, length: Floats, tolerances: Tolerances) -> Ints:
    """Rings that may have a finger: the border turns back over a few short edges, or such edges lie where the ring begins."""
    widest = _WIDER * tolerances.spike_m
    few = length <= widest
    few[loops.last] = False
    short = np.flatnonzero(few)
    begins = np.flatnonzero(np.diff(short, prepend=-2) > 1)
    start, end = short[begins], short[np.append(begins[1:], len(short)) - 1] if len(short) else short
    ring = np.searchsorted(loops.last, start)
    open_ = (start == loops.first[ring]) | (end == loops.last[ring] - 1)
    few = ~open_ & (np.add.reduceat(length[short], begins) <= widest if len(begins) else open_)
    joins = np.append(False, end[:-1] == start[1:] - 2)  # one edge between two runs: the rule looks past the first as well
    asked = [ring[open_]]
    for come in (start - 1, np.where(joins, np.roll(start, 1), start - 1)):
        at, to, from_ = start[few], end[few] + 2, come[few]
        u = loops.x[at] - loops.x[from_], loops.y[at] - loops.y[from_]
        v = loops.x[to] - loops.x[at], loops.y[to] - loops.y[at]
        before, ahead, across = np.hypot(*u), np.hypot(*v), np.abs(u[0] * v[1] - u[1] * v[0])
        back = (u[0] * v[0] + u[1] * v[1] < 0) & (across <= widest * np.maximum(before, ahead))
        asked.append(ring[few][back & (across <= _WIDER * sin(radians(tolerances.spike_degrees)) * before * ahead)])
    return np.concatenate(asked)


# -- distances --------------------------------------------------------------------------------------------------


def _apart(loops: _Loops, good: Bools) -> Bools:
    """Which of the good rings are small, and have no two edges, other than neighbours, within ``_APART`` of each other."""
    room = np.float32(_APART / 2 + _ROOM)
    boxes = np.full((4, len(loops.x)), np.inf, np.float32)
    for axis, values in enumerate((loops.x.astype(np.float32), loops.y.astype(np.float32))):
        boxes[axis, :-1] = np.minimum(values[:-1], values[1:]) - room
        boxes[axis + 2, :-1] = np.maximum(values[:-1], values[1:]) + room
    boxes[:2, loops.last], boxes[2:, loops.last] = np.inf, -np.inf  # no edge of the ring, and near nothing
    ring = np.repeat(np.arange(len(loops.first)), loops.last - loops.first + 1)
    apart = good & (np.minimum.reduceat(boxes[:2], loops.first, axis=1) > -_LARGEST).all(axis=0)
    apart &= (np.maximum.reduceat(boxes[2:], loops.first, axis=1) < _LARGEST).all(axis=0)
    edge_a, edge_b = _near(boxes, ring, loops.first, apart)
    beside = (edge_b - edge_a == 1) | ((edge_a == loops.first[ring[edge_a]]) & (edge_b == loops.last[ring[edge_a]] - 1))
    edge_a, edge_b = edge_a[~beside & apart[ring[edge_a]]], edge_b[~beside & apart[ring[edge_a]]]
    ends = np.array((0, 1))
    close = within_reach(loops.xy.take(edge_a[:, None] + ends, axis=0), loops.xy.take(edge_b[:, None] + ends, axis=0), _APART)
    apart[ring[edge_a[close]]] = False
    return apart


def _near(boxes: Boxes, ring: Ints, first: Ints, good: Bools) -> tuple[Ints, Ints]:
    """Pairs of boxes of one ring that meet, one before the other and not next to it; ``first`` is the first box of each ring.

    Rings with too many such pairs of runs are taken from ``good``, and theirs are left out.
    """
    pairs = [_shifted(boxes, ring)]
    count = np.diff(first, append=len(ring))
    if count.max() > 2 * _RUN:  # what lies further apart along the ring: by runs
        runs = -(-count // _RUN)
        first_run = np.cumsum(runs) - runs
        ring_of_run = np.repeat(np.arange(len(runs)), runs)
        start = first[ring_of_run] + _RUN * (np.arange(len(ring_of_run)) - first_run[ring_of_run])
        around = around_runs(boxes, start, np.diff(start, append=len(ring)))
        box_a, box_b = _near(around, ring_of_run, first_run, good)
        good &= np.bincount(ring_of_run[box_a], minlength=len(good)) <= _MOST
        few = good[ring_of_run[box_a]]
        box_a, box_b = box_a[few], box_b[few]
        box_a, box_b = _divided(boxes, around, start, box_a, box_b)
        box_b, box_a = _divided(boxes, boxes, start, box_b, box_a)
        pairs.append((box_a, box_b))
    box_a, box_b = (np.concatenate(some) for some in zip(*pairs, strict=True))
    return box_a, box_b


def _divided(boxes: Boxes, others: Boxes, start: Ints, run: Ints, other: Ints) -> tuple[Ints, Ints]:
    """The boxes of runs, which begin at ``start``, that meet the one of ``others`` that the run is paired with."""
    at = start[run, None] + np.arange(_RUN)
    mine = at < np.append(start, boxes.shape[1])[run + 1, None]
    at, other = at[mine], np.repeat(other, mine.sum(axis=1))
    meet = _meet(boxes.take(at, axis=1), others.take(other, axis=1))
    return at[meet], other[meet]


def _shifted(boxes: Boxes, ring: Ints) -> tuple[Ints, Ints]:
    """The pairs that lie 2 to ``2 * _RUN - 1`` apart."""
    pairs = []
    for shift in range(2, min(2 * _RUN, boxes.shape[1])):
        box_a = np.flatnonzero(_meet(boxes[:, :-shift], boxes[:, shift:]))
        box_a = box_a[ring[box_a] == ring[box_a + shift]]
        pairs.append((box_a, box_a + shift))
    none = np.zeros(0, int)
    box_a, box_b = (np.concatenate(some) for some in zip((none, none), *pairs, strict=True))
    return box_a, box_b


def _meet(a: Boxes, b: Boxes) -> Bools:
    return (a[0] <= b[2]) & (b[0] <= a[2]) & (a[1] <= b[3]) & (b[1] <= a[3])
