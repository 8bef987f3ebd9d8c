# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plans may overlap or leave a gap, told from their borders alone.

An edge that two neighbours share, in opposite directions, cancels out. The edges that remain are loose: together they are
the border of what is covered once, twice and so on. So two plans can only overlap where loose edges meet, or where a point
just inside a loose edge, or inside a plan without any, lies in another plan as well; and only loose edges leave a gap. What
is named here is looked at closely by ``between``; naming a pair too many costs time, and none is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from math import pi, tau
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..reading import Geometries
from ..rings import Bools, Floats, Ints, Outlines, as_one, outlines

TOUCH = 1e-6  # metres: closer than this, two borders meet
_PROBE = 1e-4  # metres between an edge and the point beside it
_BAND = 1.5  # a gap is looked for this much wider than asked, for the corners that closing rounds off
_CROWD = 20_000  # pairs of edges of one pair of plans: with more, an overlay is quicker than comparing them
_RUN = 8  # edges of one border whose boxes are first looked at as one
_BATCH = 200_000  # pairs of edges at a time

Boxes = TypeVar("Boxes", NDArray[np.float32], NDArray[np.float64])  # (4, n): least x and y, most x and y


@dataclass(frozen=True)
class Loose:
    """The loose edges of n polygons, those of one polygon together.

    ``points`` (m, 4, 2): the vertex before each edge, its start, its end and the vertex after it, with the inside of the
    polygon on the left. ``first`` (n + 1): polygon k has the edges ``first[k]`` to ``first[k + 1]``. ``probes`` (p, 2): a point just
    inside each run of loose edges and inside each part without any; ``probed`` (p) the polygon it is of. ``beside`` (2, s): polygons that
    share an edge, both ways, now and then more than once.
    """

    points: Floats
    first: Ints
    probes: Floats
    probed: Ints
    beside: Ints

    @cached_property
    def boxes(self) -> Floats:
        """Least x and y and most x and y of each edge, (4, m)."""
        start, end = (np.ascontiguousarray(self.points[:, at].T) for at in (1, 2))  # numpy is slow along an axis of two
        return np.concatenate((np.minimum(start, end), np.maximum(start, end)))

    @cached_property
    def runs(self) -> tuple[_Runs, Floats]:
        """Runs of the edges of each polygon, and the boxes around them."""
        runs = _runs(np.diff(self.first))
        return runs, around_runs(self.boxes, runs.begins, runs.size)

    def corners(self, edges: Ints) -> Floats:
        """``points[edges]``, much sooner than numpy finds them so."""
        return self.points.take(edges, axis=0)

    def lengths(self, edges: Ints) -> Floats:
        """Length of edges in metres."""
        points = self.corners(edges)
        return np.hypot(*(points[:, 2] - points[:, 1]).T)


def loose_edges(geometries: Geometries) -> Loose:
    """What remains of the borders of valid polygons when the edges that two of them share are taken away."""
    lines = outlines(geometries)
    xy, first, last, ring = lines.xy, lines.first, lines.last, lines.ring
    across = _across(lines)
    loose = across < 0
    loose[last] = False
    kept = np.flatnonzero(loose)
    of = ring[kept]
    before = np.where(kept == first[of], last[of], kept) - 1
    after = np.where(kept + 1 == last[of], first[of], kept + 1) + 1
    corners = np.stack((before, kept, kept + 1, after), axis=1)
    clockwise = ~lines.left[of]
    corners[clockwise] = corners[clockwise, ::-1]

    follows = np.append(False, loose[:-1])
    follows[first] = loose[last - 1]
    number = np.add.reduceat(loose, first, dtype=int) if len(first) else first
    unbroken = (number == last - first) | (lines.shell & (number == 0))
    probe = np.concatenate((np.flatnonzero(loose & ~follows), first[unbroken]))
    ahead = (xy[probe + 1] - xy[probe]) * np.where(lines.left[ring[probe]], 1, -1)[:, None]
    inwards = ahead[:, ::-1] * (-1, 1) / np.hypot(*ahead.T)[:, None]
    probes = (xy[probe] + xy[probe + 1]) / 2 + _PROBE * inwards
    count = np.searchsorted(lines.owner[of], np.arange(len(geometries) + 1))
    begins = np.append(0, np.flatnonzero(across[1:] != across[:-1]) + 1)[: len(across)]  # where a border with another neighbour does
    begins = begins[across[begins] >= 0]
    beside = np.stack((lines.owner[ring[begins]], lines.owner[across[begins]]))
    return Loose(xy.take(corners, axis=0), count, probes, lines.owner[ring[probe]], beside)


def _across(lines: Outlines) -> Ints:
    """Of each edge the ring that it is shared with: that has the only other between the same two points, with the inside on its other side. Else -1."""
    vertex = _mixed(lines.xy)
    key = vertex + np.roll(vertex, -1)
    key[lines.last] = vertex[lines.last] + np.arange(len(lines.last), dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)  # no edge
    order = np.lexsort((key.astype(np.uint16), (key >> np.uint64(16)).astype(np.uint16)))  # 16 bits, which numpy sorts in linear time
    low = key.astype(np.uint32).take(order)
    same = np.concatenate(([False], low[1:] == low[:-1], [False]))
    at = np.flatnonzero(same[1:-1] & ~same[:-2] & ~same[2:])  # runs of exactly two
    edge_a, edge_b = order[at], order[at + 1]
    edge = np.ones(len(key), bool)
    edge[lines.last] = False
    edges = edge[edge_a] & edge[edge_b]
    edge_a, edge_b = edge_a[edges], edge_b[edges]
    ring_a, ring_b = lines.ring[edge_a], lines.ring[edge_b]
    back = (lines.left[ring_a] == lines.left[ring_b]).astype(int)
    points = as_one(lines.xy)
    twins = points.take(edge_a) == points.take(edge_b + back)
    twins &= points.take(edge_a + 1) == points.take(edge_b + 1 - back)
    across = np.full(len(key), -1, np.int32)
    across[edge_a[twins]], across[edge_b[twins]] = ring_b[twins], ring_a[twins]
    return across


def _mixed(xy: Floats) -> NDArray[np.uint64]:
    """A number for each point, equal for equal points; spread out, so that sums of two rarely coincide."""
    bits = np.ascontiguousarray(xy).view(np.uint64)
    mixed = bits[:, 0] * np.uint64(0x9E3779B97F4A7C15) + (bits[:, 1] ^ (bits[:, 1] >> np.uint64(31))) * np.uint64(0xC2B2AE3D27D4EB4F)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0xBF58476D1CE4E5B9)
    return mixed ^ (mixed >> np.uint64(32))


@dataclass(frozen=True)
class Closeness:
    """How close the borders of pairs of polygons come.

    ``touch`` says whether they meet in another way than neighbours do. Rather too much than too little are ``along``, the metres
    over which they run within the width of a gap, and ``space``, the square metres between them there.
    """

    touch: Bools
    along: Floats
    space: Floats


def closeness(loose: Loose, bounds: Floats, polygons_a: Ints, polygons_b: Ints, gap: float) -> Closeness:
    """Compare the loose edges of pairs of polygons; ``bounds`` (n, 4) are those of the polygons."""
    reach, boxes = max(_BAND * gap, TOUCH), loose.boxes
    pair_a, edge_a = _in_reach(loose, polygons_a, bounds[polygons_b], reach)
    pair_b, edge_b = _in_reach(loose, polygons_b, _box(loose, pair_a, edge_a, len(polygons_a)), reach)
    near = _boxes_meet(boxes.take(edge_a, axis=1), _box(loose, pair_b, edge_b, len(polygons_a))[pair_a].T, reach)
    pair_a, edge_a = pair_a[near], edge_a[near]
    count_a, count_b = np.bincount(pair_a, minlength=len(polygons_a)), np.bincount(pair_b, minlength=len(polygons_a))
    crowded = count_a * count_b > _CROWD
    touch, space = crowded.copy(), np.zeros(len(polygons_a))
    beside_a, beside_b = np.zeros(len(edge_a)), np.zeros(len(edge_b))
    for at_a, at_b in _near(boxes.take(edge_a, axis=1), boxes.take(edge_b, axis=1), pair_a, pair_b, ~crowded, reach):
        meet = np.flatnonzero(_boxes_meet(boxes.take(edge_a[at_a], axis=1), boxes.take(edge_b[at_b], axis=1), 2 * TOUCH))
        one, other = at_a[meet], at_b[meet]
        touch[pair_a[one[_meet(loose.corners(edge_a[one]), loose.corners(edge_b[other]))]]] = True
        p, q = loose.corners(edge_a[at_a])[:, 1:3], loose.corners(edge_b[at_b])[:, 1:3]
        facing = np.flatnonzero(_facing(p, q))
        p, q, pair, at_a, at_b = p[facing], q[facing], pair_a[at_a[facing]], at_a[facing], at_b[facing]
        along_a, space_a = _beside(p, q, reach)
        along_b, _ = _beside(q, p, reach)
        for total, at, part in ((beside_a, at_a, along_a), (beside_b, at_b, along_b), (space, pair, space_a)):
            _add(total, at, part)
    metres_a = np.bincount(pair_a, np.minimum(beside_a, loose.lengths(edge_a)), len(polygons_a))
    metres_b = np.bincount(pair_b, np.minimum(beside_b, loose.lengths(edge_b)), len(polygons_a))
    return Closeness(touch, np.where(crowded, np.inf, np.minimum(metres_a, metres_b)), np.where(crowded, np.inf, space))


def _near(a: Floats, b: Floats, pair_a: Ints, pair_b: Ints, asked: Bools, reach: float) -> Iterator[tuple[Ints, Ints]]:
    """Which boxes ``a`` and ``b``, (4, k), of the two sides of a pair lie within reach of each other: their places, for the pairs that are asked.

    Boxes are given in order of pair and of border, so that some after each other lie together.
    """
    run_a, run_b = (_runs(np.bincount(pair, minlength=len(asked))) for pair in (pair_a, pair_b))
    around_a, around_b = (around_runs(boxes, run.begins, run.size) for boxes, run in ((a, run_a), (b, run_b)))
    combinations = run_a.number * run_b.number
    for pairs in _batches(np.flatnonzero((combinations > 0) & asked), combinations):
        at_a, at_b = combined(run_a.first[pairs], run_a.number[pairs], run_b.first[pairs], run_b.number[pairs])
        near = _boxes_meet(around_a.take(at_a, axis=1), around_b.take(at_b, axis=1), reach)
        at_a, at_b = at_a[near], at_b[near]
        size_a, size_b = run_a.size[at_a], run_b.size[at_b]
        for some in _batches(np.arange(len(at_a)), size_a * size_b):
            one, other = combined(run_a.begins[at_a[some]], size_a[some], run_b.begins[at_b[some]], size_b[some])
            near = _boxes_meet(a.take(one, axis=1), b.take(other, axis=1), reach)
            yield one[near], other[near]


class _Runs(NamedTuple):
    """Boxes of one pair in runs of at most ``_RUN``: of each run where it begins and its size, of each pair its first run and how many it has."""

    begins: Ints
    size: Ints
    first: Ints
    number: Ints


def _runs(boxes: Ints) -> _Runs:
    """``boxes``: how many each pair has."""
    number = -(-boxes // _RUN)
    pair, nth = ragged(number)
    begins = (np.cumsum(boxes) - boxes)[pair] + _RUN * nth
    return _Runs(begins, np.diff(begins, append=boxes.sum()), np.cumsum(number) - number, number)


def around_runs(boxes: Boxes, begins: Ints, size: Ints) -> Boxes:
    """The boxes (4, k) around short runs of boxes: ``reduceat`` takes twice as long for these."""
    around, last = boxes.take(begins, axis=1), begins + size - 1
    for nth in range(1, size.max(initial=1)):
        more = boxes.take(np.minimum(begins + nth, last), axis=1)
        np.minimum(around[:2], more[:2], out=around[:2])
        np.maximum(around[2:], more[2:], out=around[2:])
    return around


def _around(boxes: Floats, begins: Ints) -> Floats:
    """The boxes (4, k) around runs of boxes."""
    if not len(begins):
        return np.zeros((4, 0))
    return np.concatenate((np.minimum.reduceat(boxes[:2], begins, axis=1), np.maximum.reduceat(boxes[2:], begins, axis=1)))


def combined(first_a: Ints, count_a: Ints, first_b: Ints, count_b: Ints) -> tuple[Ints, Ints]:
    """Every one of ``count_a`` places from ``first_a`` with every one of ``count_b`` from ``first_b``, row by row."""
    row, nth = ragged(count_a * count_b)
    nth_a = nth // count_b[row]
    return first_a[row] + nth_a, first_b[row] + nth - nth_a * count_b[row]


def _add(total: Floats, at: Ints, parts: Floats) -> None:
    """Add parts to the totals at these places, which lie together."""
    if len(at):
        low = at.min()
        sums = np.bincount(at - low, parts)
        total[low : low + len(sums)] += sums


def may_leave_gap(close: Closeness, gap: float, least: float) -> Bools:
    """Which pairs have room for a gap of ``least`` m2 between them."""
    return (close.along > 0) & (close.along * _BAND * gap >= least) & (2 * close.space >= least)


def around(loose: Loose, bounds: Floats, polygons: Ints, others: Ints, gap: float) -> Floats:
    """The boxes (n, 4) around the loose edges of polygons within reach of others, which they are paired with; NaN where there are none."""
    return _box(loose, *_in_reach(loose, polygons, bounds[others], _BAND * gap), len(polygons))


def _box(loose: Loose, pair: Ints, edge: Ints, count: int) -> Floats:
    """The boxes (count, 4) around the edges of each pair, which are given in order of pair; NaN where there are none."""
    boxes = np.full((count, 4), np.nan)
    begins = np.flatnonzero(np.diff(pair, prepend=-1))
    boxes[pair[begins]] = _around(loose.boxes.take(edge, axis=1), begins).T
    return boxes


def _in_reach(loose: Loose, owner: Ints, windows: Floats, reach: float) -> tuple[Ints, Ints]:
    """For each k the loose edges of polygon ``owner[k]`` within reach of ``windows[k]``: as (k, edge), in order of k."""
    runs, around_runs = loose.runs
    pair, nth = ragged(runs.number[owner])
    pair, run = _inside(around_runs, pair, runs.first[owner][pair] + nth, windows, reach)
    of, nth = ragged(runs.size[run])
    return _inside(loose.boxes, pair[of], runs.begins[run][of] + nth, windows, reach)


def _inside(boxes: Floats, pair: Ints, box: Ints, windows: Floats, reach: float) -> tuple[Ints, Ints]:
    """What of (pair, box) lies within reach of the window of the pair."""
    for axis in (0, 1):  # one after the other, since most are out of reach
        low, high = windows[:, axis] - reach, windows[:, axis + 2] + reach
        inside = (boxes[axis + 2, box] >= low[pair]) & (boxes[axis, box] <= high[pair])
        pair, box = pair[inside], box[inside]
    return pair, box


def _boxes_meet(a: Floats, b: Floats, reach: float) -> Bools:
    """Whether boxes (4, k) lie within reach of each other."""
    return (
        (a[0] <= b[2] + reach) & (b[0] <= a[2] + reach) & (a[1] <= b[3] + reach) & (b[1] <= a[3] + reach)
    )  # fmt: skip


def ragged(counts: Ints) -> tuple[Ints, Ints]:
    """Rows of these lengths below each other: the row and the place in it of every item."""
    row = np.repeat(np.arange(len(counts)), counts)
    return row, np.arange(len(row)) - (np.cumsum(counts) - counts)[row]


def _batches(pairs: Ints, weights: Ints) -> Iterator[Ints]:
    """The pairs in pieces of limited weight."""
    step = np.cumsum(weights[pairs]) // _BATCH
    yield from np.split(pairs, np.flatnonzero(np.diff(step)) + 1) if len(pairs) else ()


def _cross(a: Floats, b: Floats) -> Floats:
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def _dot(a: Floats, b: Floats) -> Floats:
    dot: Floats = np.add(a[..., 0] * b[..., 0], a[..., 1] * b[..., 1])  # a sum over an axis of two takes numpy much longer
    return dot


def _meet(p: Floats, q: Floats) -> Bools:
    """Whether pairs of edges meet: they cross or touch, or share a vertex at which the one polygon lies in the other."""
    result = np.zeros(len(p), bool)
    equal = p[:, 1:3, None] == q[:, None, 1:3]
    common = equal[..., 0] & equal[..., 1]  # (k, start or end of p, start or end of q)
    apart = ~(common[:, 0, 0] | common[:, 0, 1] | common[:, 1, 0] | common[:, 1, 1])
    result[apart] = within_reach(p[apart][:, 1:3], q[apart][:, 1:3], TOUCH)
    for i in (0, 1):
        for j in (0, 1):
            at = np.flatnonzero(common[:, i, j])
            result[at] |= _interleaved(p[at, i : i + 3], q[at, j : j + 3])
    return result


def within_reach(p: Floats, q: Floats, limit: float) -> Bools:
    """Whether segments (k, 2, 2) come within the limit of each other: an end of one near the other, or they cross."""
    u, v = p[:, 1] - p[:, 0], q[:, 1] - q[:, 0]
    p_of_q = _cross(v[:, None], p - q[:, :1])  # on which side of q the ends of p lie
    q_of_p = _cross(u[:, None], q - p[:, :1])
    crossing = (p_of_q[:, 0] * p_of_q[:, 1] < 0) & (q_of_p[:, 0] * q_of_p[:, 1] < 0)
    for k in (0, 1):
        crossing |= (_from_segment(p, q[:, k]) <= limit) | (_from_segment(q, p[:, k]) <= limit)
    return crossing


def _from_segment(segment: Floats, point: Floats) -> Floats:
    """Distance of points (k, 2) to segments (k, 2, 2)."""
    ahead, there = segment[:, 1] - segment[:, 0], point - segment[:, 0]
    share = np.clip(_dot(ahead, there) / _dot(ahead, ahead), 0, 1)
    return np.hypot(*(there - share[:, None] * ahead).T)


def _interleaved(p: Floats, q: Floats) -> Bools:
    """Whether two polygons share ground at a common vertex; given are the vertices (k, 3, 2) before, at and after it.

    The inside of a polygon lies between the edge that leaves and, counter-clockwise, the edge that arrives.
    """
    out_p, in_p = _angle(p[:, 2] - p[:, 1]), _angle(p[:, 0] - p[:, 1])
    out_q, in_q = _angle(q[:, 2] - q[:, 1]), _angle(q[:, 0] - q[:, 1])
    end_p, start_q, end_q = (in_p - out_p) % tau, (out_q - out_p) % tau, (in_q - out_p) % tau
    end_q[end_q == 0] = tau
    return ~((end_p <= start_q) & (start_q < end_q))


def _angle(ahead: Floats) -> Floats:
    return np.arctan2(ahead[:, 1], ahead[:, 0]) + pi


def _facing(p: Floats, q: Floats) -> Bools:
    """Which edges, (k, 2, 2), may have each other on their right: an end of each lies there."""
    facing = np.ones(len(p), bool)
    for one, other in ((p, q), (q, p)):
        x, y = one[:, 0].T
        dx, dy = one[:, 1, 0] - x, one[:, 1, 1] - y
        facing &= np.minimum(*(dx * (other[:, end, 1] - y) - dy * (other[:, end, 0] - x) for end in (0, 1))) < 0
    return facing


def _beside(p: Floats, q: Floats, reach: float) -> tuple[Floats, Floats]:
    """Over how many metres edges p run within reach of edges q, (k, 2, 2), and how many square metres lie between.

    Only where each has the other on its right, outside its polygon: elsewhere it is no gap that lies between them.
    """
    ahead, along = p[:, 1] - p[:, 0], q[:, 1] - q[:, 0]
    length = np.hypot(*along.T)
    along /= length[:, None]
    there = p[:, 0] - q[:, 0]
    across, drift = _cross(along, there), _cross(along, ahead)  # distance of p to the line through q, and how it changes
    low, high = np.zeros(len(p)), np.ones(len(p))
    for offset, slope, least, most in (
        (across, drift, -reach, 0.0),
        (_dot(along, there), _dot(along, ahead), 0.0, length),
    ):
        with np.errstate(divide="ignore", invalid="ignore"):  # parallel: infinite, or undecided on the edge
            enter, leave = (least - offset) / slope, (most - offset) / slope
        low, high = np.fmax(low, np.minimum(enter, leave)), np.fmin(high, np.maximum(enter, leave))
    ends = _cross(ahead[:, None], q - p[:, :1])  # on which side of p the ends of q lie
    beside = (low < high) & (np.minimum(ends[:, 0], ends[:, 1]) < -TOUCH * np.hypot(*ahead.T))
    low, high = np.where(beside, low, 0.0), np.where(beside, high, 0.0)
    metres = (high - low) * np.hypot(*ahead.T)
    return metres, metres * (np.abs(across + low * drift) + np.abs(across + high * drift)) / 2
