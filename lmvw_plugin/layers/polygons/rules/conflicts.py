# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for plans that overlap, coincide or leave a gap between them.

Most neighbours are fine, so the dear overlay comes last: a tree gives the plans whose boxes meet, their borders tell which of
those may be wrong, and only these are intersected. The layer is searched in tiles of plans that lie together, on threads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import product
from operator import attrgetter
from typing import Any, TypeVar

import numpy as np

from ....core.feedback import Feedback
from ....core.rules.tolerances import Tolerances
from ..reading import Geometries
from ..rings import Bools, Floats, Ints, as_one
from ..shapely2 import shapely
from ..work import chunks, each, tiles
from .borders import Loose, around, closeness, combined, loose_edges, may_leave_gap
from .gaps import Gap, gaps_between, roomy, without

_TILE = 1000  # plans per tile of the search
_PAIRS = 50  # pairs per piece of the overlay


@dataclass(frozen=True)
class Overlap:
    """Two plans (rows of the layer, the first in the layer first) and what they share; ``width`` is its mean width in metres."""

    first: int
    second: int
    area: float
    width: float
    area_first: float
    area_second: float
    shape: Any

    @property
    def share(self) -> float:
        """Part of the smaller plan, 0-1."""
        return self.area / min(self.area_first, self.area_second)

    def between(self, row: int, other: int) -> Overlap:
        """The same of two plans that have the same polygons as these."""
        if row < other:
            return replace(self, first=row, second=other)
        return replace(self, first=other, second=row, area_first=self.area_second, area_second=self.area_first)

    def beyond(self, tolerances: Tolerances) -> list[str]:
        """The tolerances that it exceeds, by name: it counts above any of them."""
        sizes = {"overlap_m2": self.area, "overlap_m": self.width, "overlap_percent": 100 * self.share}
        return [name for name, size in sizes.items() if size > getattr(tolerances, name)]


Pair = TypeVar("Pair", Overlap, Gap)


@dataclass
class Conflicts:
    """What was found between plans: overlaps, gaps, and groups of identical plans."""

    overlaps: list[Overlap] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
    twins: list[list[int]] = field(default_factory=list)


def find_conflicts(geometries: Geometries, rows: Ints, tolerances: Tolerances, feedback: Feedback, start: float, end: float) -> Conflicts:
    """Overlaps, gaps and identical polygons among valid, live plans; ``rows`` are their rows in the layer, ascending.

    :raises Cancelled: when the user cancels.
    """
    if len(rows) < 2:
        return Conflicts()
    groups = _twins(geometries)
    drop = [at for group in groups for at in group[1:]]  # a stack of equal plans is compared with the others once
    twins = [rows[group].tolist() for group in groups]
    search = _Search(np.delete(geometries, drop), np.delete(rows, drop), tolerances)
    middle = end - (end - start) / 10
    parts = list(each(search.tile, search.tiles(), feedback, start, middle))
    gaps = [gap for part in parts for gap in part.gaps]
    overlaps = [overlap for part in parts for overlap in part.overlaps]
    overlaps += search.elsewhere(parts, feedback, middle, end)
    stacks = {stack[0]: stack for stack in twins}
    return Conflicts(_of_each(overlaps, stacks), _of_each(gaps, stacks), twins)


def _of_each(conflicts: list[Pair], stacks: dict[int, list[int]]) -> list[Pair]:
    """What was found, for every plan of a stack of equal ones, in the order of the layer."""
    pairs: list[Pair] = []
    for pair in conflicts:
        if pair.first in stacks or pair.second in stacks:
            rows = product(stacks.get(pair.first, (pair.first,)), stacks.get(pair.second, (pair.second,)))
            pairs += (pair.between(first, second) for first, second in rows)
        else:
            pairs.append(pair)
    return sorted(pairs, key=attrgetter("first", "second"))


def _twins(geometries: Geometries) -> list[Ints]:
    """Groups of plans with the same polygon to the millimetre. Only plans of one area that begin equally far west are compared."""
    keys = np.stack((shapely.bounds(geometries)[:, 0], shapely.area(geometries)), axis=1).round(3)
    _, group, counts = np.unique(as_one(keys), return_inverse=True, return_counts=True)
    alike = np.flatnonzero(counts[group] > 1)
    shapes = shapely.get_coordinates(geometries[alike])
    same = shapely.normalize(shapely.set_coordinates(geometries[alike].copy(), np.rint(shapes * 1000)))
    members: dict[bytes, list[int]] = defaultdict(list)
    for at, wkb in zip(alike.tolist(), shapely.to_wkb(same, output_dimension=2), strict=True):
        members[wkb].append(at)
    return [np.array(group) for group in members.values() if len(group) > 1]


@dataclass
class _Part:
    """What the search of one tile gave: all pairs that it looked at, whether each was intersected, and what was found.

    ``covered`` (2, k) are plans of which a point lies in another plan too, and that other plan; ``beside`` (2, s) plans that share an edge.
    """

    first: Ints
    second: Ints
    done: Bools
    covered: Ints
    beside: Ints
    overlaps: list[Overlap]
    gaps: list[Gap]


class _Beside:
    """Which plans share an edge; every plan is beside itself too."""

    def __init__(self, pairs: Ints, count: int) -> None:
        itself = np.arange(count)
        one, self._other = np.divmod(np.unique(np.append(pairs[0] * count + pairs[1], itself * count + itself)), count)
        self._number = np.bincount(one, minlength=count)
        self._first = np.cumsum(self._number) - self._number

    def steps(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """For pairs of plans every plan beside the first with every one beside the second."""
        at, to = combined(self._first[first], self._number[first], self._first[second], self._number[second])
        return self._other[at], self._other[to]


class _Search:
    """The plans that are searched. A plan is a place in ``geometries``; the findings have its row in the layer."""

    def __init__(self, geometries: Geometries, rows: Ints, tolerances: Tolerances) -> None:
        self._geometries, self._rows = geometries, rows
        self._tolerances, self._gap, self._least = tolerances, max(0.0, tolerances.gap_m), tolerances.gap_m2
        self._bounds, self._tree = shapely.bounds(geometries), shapely.STRtree(geometries)

    def tiles(self) -> list[Ints]:
        """Plans in groups that lie together."""
        return tiles(self._bounds, _TILE)

    def tile(self, tile: Ints) -> _Part:
        """Compare the plans of a tile with those that come later."""
        gap = self._gap
        xmin, ymin, xmax, ymax = self._bounds[tile].T
        i, second = self._tree.query(shapely.box(xmin - gap, ymin - gap, xmax + gap, ymax + gap))
        first = tile[i]
        first, second = first[first != second], second[first != second]
        met = np.zeros(len(self._geometries), bool)
        met[first] = met[second] = True
        members = np.flatnonzero(met)
        bounds, loose = self._bounds[members], loose_edges(self._geometries[members])
        later = first < second
        first, second = first[later], second[later]
        covered = self._covered(loose, members, tile)
        known = np.isin(self._keys(first, second), self._keys(*covered))
        overlaps = list(self._overlaps(first[known], second[known]))
        open_ = np.flatnonzero(~self._told(first, second, overlaps))  # what is told as an overlap is not looked at for a gap as well

        a, b = np.searchsorted(members, first[open_]), np.searchsorted(members, second[open_])
        close = closeness(loose, bounds, a, b, gap)
        touch = np.zeros(len(first), bool)
        touch[open_] = close.touch
        touch &= ~known
        overlaps += self._overlaps(first[touch], second[touch])
        gaps: list[Gap] = []
        if gap:
            wide = np.flatnonzero(may_leave_gap(close, gap, self._least) & ~self._told(first, second, overlaps)[open_])
            beside = (around(loose, bounds, a[wide], b[wide], gap), around(loose, bounds, b[wide], a[wide], gap))
            gaps = list(self._gaps(first[open_[wide]], second[open_[wide]], *beside))
        return _Part(first, second, known | touch, covered, members[loose.beside], overlaps, gaps)

    def _told(self, first: Ints, second: Ints, overlaps: list[Overlap]) -> Bools:
        """Which of the pairs are told as an overlap that is wider than a gap."""
        told = [overlap for overlap in overlaps if overlap.width >= self._gap and overlap.beyond(self._tolerances)]
        return np.isin(self._keys(first, second), self._keys(*self._places(told)))

    def _places(self, overlaps: list[Overlap]) -> Ints:
        """The plans that overlap, (2, k)."""
        return np.searchsorted(self._rows, np.array([(overlap.first, overlap.second) for overlap in overlaps], int).reshape(-1, 2)).T

    def _keys(self, one: Ints, other: Ints) -> Ints:
        """A number for each pair of plans, whichever is first."""
        return np.minimum(one, other) * len(self._geometries) + np.maximum(one, other)

    def _covered(self, loose: Loose, members: Ints, tile: Ints) -> Ints:
        """Plans of the tile with a point that lies in another plan too, and that other plan."""
        own = np.isin(members, tile)[loose.probed]
        owner = members[loose.probed[own]]
        points = shapely.points(loose.probes[own])
        at, hit = self._tree.query(points)
        others = owner[at] != hit
        at, hit = at[others], hit[others]
        inside = shapely.intersects(self._geometries[hit], points[at])
        return np.stack((owner[at[inside]], hit[inside]))

    def elsewhere(self, parts: list[_Part], feedback: Feedback, start: float, end: float) -> list[Overlap]:
        """Overlaps of pairs whose borders do not meet: where such a pair shares ground that ends at an edge that one of them shares with a
        neighbour, this neighbour is on that ground as well. So step by step from the pairs that are known."""
        first, second, done = (np.concatenate([getattr(part, name) for part in parts]) for name in ("first", "second", "done"))
        keys = self._keys(first, second)
        order = np.argsort(keys)
        first, second, done, keys = first[order], second[order], done[order], keys[order]
        beside = _Beside(np.concatenate([part.beside for part in parts], axis=1), len(self._geometries))
        covered = np.concatenate([part.covered for part in parts], axis=1)
        latest = np.concatenate((covered, self._places([overlap for part in parts for overlap in part.overlaps])), axis=1)
        overlaps: list[Overlap] = []
        while True:
            todo = np.flatnonzero(~done & np.isin(keys, self._keys(*beside.steps(*latest))))
            if not len(todo):
                return overlaps
            done[todo] = True
            pieces = each(
                lambda at: list(self._overlaps(*self._meeting(first[at], second[at]))), chunks(todo, _PAIRS), feedback, start, end
            )
            found = [overlap for piece in pieces for overlap in piece]
            latest = self._places(found)
            overlaps += found

    def _meeting(self, first: Ints, second: Ints) -> tuple[Ints, Ints]:
        """The pairs of plans that share ground: of those few do, and this is sooner asked than what they share."""
        low, high = (at(self._bounds[first], self._bounds[second]) for at in (np.maximum, np.minimum))
        boxes = (low[:, :2] < high[:, 2:]).all(axis=1)
        first, second = first[boxes], second[boxes]
        meets = shapely.relate_pattern(self._geometries[first], self._geometries[second], "T********")
        return first[meets], second[meets]

    def _overlaps(self, first: Ints, second: Ints) -> Iterator[Overlap]:
        """What pairs of plans share, where that is more than a rounding of a shared border."""
        a, b = self._geometries[first], self._geometries[second]
        shapes = shapely.intersection(a, b)
        areas, around = shapely.area(shapes), shapely.length(shapes)
        k = np.flatnonzero(areas > 1e-6)
        numbers = (self._rows[first[k]], self._rows[second[k]], areas[k], 2 * areas[k] / around[k], shapely.area(a[k]), shapely.area(b[k]))
        yield from map(Overlap, *(values.tolist() for values in numbers), shapes[k])

    def _gaps(self, first: Ints, second: Ints, boxes_first: Floats, boxes_second: Floats) -> Iterator[Gap]:
        """The gaps between pairs of plans whose loose edges, within these boxes, lie less than the width of a gap apart."""
        width, least = self._gap, self._least
        a, b = self._geometries[first], self._geometries[second]
        room = roomy(a, b, boxes_first, boxes_second, width, least, self._uncovered)
        first, second = first[room], second[room]

        def free(pair: int, shape: Any) -> Any:
            others = self._tree.query(shape, predicate="intersects")
            others = others[(others != first[pair]) & (others != second[pair])]
            return without(shape, self._geometries[others]) if len(others) else shape

        for k, shape, mean in gaps_between(a[room], b[room], width, least, self._uncovered, free):
            yield Gap(int(self._rows[first[k]]), int(self._rows[second[k]]), shape, mean)

    def _uncovered(self, shapes: Geometries) -> Bools:
        """Which shapes are covered by no plan."""
        uncovered = np.ones(len(shapes), bool)
        uncovered[self._tree.query(shapes, predicate="covered_by")[0]] = False
        return uncovered
