# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for plans that overlap, coincide or leave a gap between them.

Most neighbours are fine, so the dear overlay comes last: a tree gives the plans whose boxes meet, their borders tell which of
those may be wrong, and only these are intersected. The layer is searched in tiles of plans that lie together, on threads.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ....core.feedback import Feedback
from ..reading import Geometries
from ..rings import Bools, Ints
from ..shapely2 import shapely
from ..tolerances import Tolerances
from ..work import chunks, each
from .borders import Loose, closeness, lines, loose_edges, may_leave_gap

_TILE = 700  # plans per tile of the search
_PAIRS = 50  # pairs per piece of the overlay


@dataclass(frozen=True)
class Overlap:
    """Two plans (rows of the layer, the first in the layer first) and what they share."""

    one: int
    other: int
    area: float
    area_one: float
    area_other: float
    shape: Any

    @property
    def share(self) -> float:
        """Part of the smaller plan, 0-1."""
        return self.area / min(self.area_one, self.area_other)

    @property
    def width(self) -> float:
        """Mean width of the shared area in metres."""
        return 2 * self.area / self.shape.length if self.shape.length else 0.0

    def counts(self, tolerances: Tolerances) -> bool:
        """Above the tolerance in square metres and in per cent."""
        return self.area > tolerances.overlap_m2 and 100 * self.share > tolerances.overlap_percent


@dataclass
class Conflicts:
    """What was found between plans: overlaps, gaps as (one, other, polygon), and groups of identical plans."""

    overlaps: list[Overlap] = field(default_factory=list)
    gaps: list[tuple[int, int, Any]] = field(default_factory=list)
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
    gaps = {(gap[0], gap[1]): gap for part in parts for gap in part.gaps}
    overlaps = [overlap for part in parts for overlap in part.overlaps]
    overlaps += search.elsewhere(parts, feedback, middle, end)
    for overlap in overlaps:
        gaps.pop((overlap.one, overlap.other), None)
    return Conflicts(sorted(overlaps, key=lambda o: (o.one, o.other)), sorted(gaps.values(), key=lambda gap: gap[:2]), twins)


def _twins(geometries: Geometries) -> list[Ints]:
    """Groups of plans with the same polygon to the millimetre. Only plans of one area and one box are compared."""
    keys = np.column_stack((shapely.bounds(geometries), shapely.area(geometries))).round(3)
    _, group, counts = np.unique(keys, axis=0, return_inverse=True, return_counts=True)
    alike = np.flatnonzero(counts[group.ravel()] > 1)
    shapes = shapely.get_coordinates(geometries[alike])
    same = shapely.normalize(shapely.set_coordinates(geometries[alike].copy(), np.rint(shapes * 1000)))
    members: dict[bytes, list[int]] = defaultdict(list)
    for at, wkb in zip(alike.tolist(), shapely.to_wkb(same, output_dimension=2), strict=True):
        members[wkb].append(at)
    return [np.array(group) for group in members.values() if len(group) > 1]


@dataclass
class _Part:
    """What the search of one tile gave: all pairs that it looked at, whether each was intersected, and what was found.

    ``covered`` are plans of which a point lies in another plan too.
    """

    one: Ints
    other: Ints
    done: Bools
    covered: Ints
    overlaps: list[Overlap]
    gaps: list[tuple[int, int, Any]]


class _Search:
    """The plans that are searched. A plan is a place in ``geometries``; the findings have its row in the layer."""

    def __init__(self, geometries: Geometries, rows: Ints, tolerances: Tolerances) -> None:
        self._geometries, self._rows = geometries, rows
        self._gap, self._least = max(0.0, tolerances.gap_m), tolerances.gap_m2
        self._bounds, self._tree = shapely.bounds(geometries), shapely.STRtree(geometries)

    def tiles(self) -> list[Ints]:
        """Plans in groups that lie together: columns of equal number, each cut into runs."""
        x, y = self._bounds[:, 0] + self._bounds[:, 2], self._bounds[:, 1] + self._bounds[:, 3]
        columns = max(1, round((len(x) / _TILE) ** 0.5))
        by_x = np.argsort(x, kind="stable")
        return [
            column[np.argsort(y[column], kind="stable")][at : at + _TILE]
            for column in np.array_split(by_x, columns)
            for at in range(0, len(column), _TILE)
        ]

    def tile(self, tile: Ints) -> _Part:
        """Compare the plans of a tile with those that come later."""
        gap = self._gap
        xmin, ymin, xmax, ymax = self._bounds[tile].T
        i, other = self._tree.query(shapely.box(xmin - gap, ymin - gap, xmax + gap, ymax + gap))
        one = tile[i]
        one, other = one[one != other], other[one != other]
        members = np.union1d(one, other)
        bounds, loose = self._bounds[members], loose_edges(self._geometries[members])
        later = one < other
        one, other = one[later], other[later]
        a, b = np.searchsorted(members, one), np.searchsorted(members, other)
        close = closeness(loose, bounds, a, b, gap)

        overlaps = list(self._overlaps(one[close.touch], other[close.touch]))
        gaps: list[tuple[int, int, Any]] = []
        if gap:
            wide = np.flatnonzero(may_leave_gap(close, gap, self._least))
            known = {(overlap.one, overlap.other) for overlap in overlaps}
            wide = wide[[pair not in known for pair in zip(self._rows[one[wide]], self._rows[other[wide]], strict=True)]]
            beside = (lines(loose, bounds, a[wide], b[wide], gap), lines(loose, bounds, b[wide], a[wide], gap))
            gaps = list(self._gaps(one[wide], other[wide], *beside))
        return _Part(one, other, close.touch, self._covered(loose, members, tile), overlaps, gaps)

    def _covered(self, loose: Loose, members: Ints, tile: Ints) -> Ints:
        """Plans of the tile with a point that lies in another plan too."""
        own = np.isin(members, tile)[loose.probed]
        owner = members[loose.probed[own]]
        at, hit = self._tree.query(shapely.points(loose.probes[own]), predicate="intersects")
        return owner[at[owner[at] != hit]]

    def elsewhere(self, parts: list[_Part], feedback: Feedback, start: float, end: float) -> list[Overlap]:
        """Overlaps of pairs whose borders do not meet: all pairs of a plan that is covered, or overlaps another."""
        one, other, done = (np.concatenate([getattr(part, name) for part in parts]) for name in ("one", "other", "done"))
        wrong = np.zeros(len(self._geometries), bool)
        wrong[np.concatenate([part.covered for part in parts])] = True
        latest = [overlap for part in parts for overlap in part.overlaps]
        overlaps: list[Overlap] = []
        while True:
            wrong[np.searchsorted(self._rows, [row for overlap in latest for row in (overlap.one, overlap.other)])] = True
            todo = np.flatnonzero(~done & (wrong[one] | wrong[other]))
            if not len(todo):
                return overlaps
            done[todo] = True
            pieces = each(lambda at: list(self._overlaps(one[at], other[at])), chunks(todo, _PAIRS), feedback, start, end)
            latest = [overlap for piece in pieces for overlap in piece]
            overlaps += latest

    def _overlaps(self, one: Ints, other: Ints) -> Iterator[Overlap]:
        """What pairs of plans share, where that is more than a rounding of a shared border."""
        meets = shapely.relate_pattern(self._geometries[one], self._geometries[other], "T********")
        one, other = one[meets], other[meets]
        a, b = self._geometries[one], self._geometries[other]
        shapes = shapely.intersection(a, b)
        areas, areas_a, areas_b = shapely.area(shapes), shapely.area(a), shapely.area(b)
        for k in np.flatnonzero(areas > 1e-6).tolist():
            i, j = self._rows[one[k]], self._rows[other[k]]
            yield Overlap(int(i), int(j), float(areas[k]), float(areas_a[k]), float(areas_b[k]), shapes[k])

    def _gaps(self, one: Ints, other: Ints, lines_one: Geometries, lines_other: Geometries) -> Iterator[tuple[int, int, Any]]:
        """The space between pairs of plans that lie less than the width of a gap apart, where it is large enough.

        Both plans together are closed: grown by half the width and shrunk again. What that fills between them, and no other
        plan covers, is the gap.
        """
        width, least = self._gap, self._least
        a, b = self._geometries[one], self._geometries[other]
        closed, together = _closed(a, b, lines_one, lines_other, width)
        filled = shapely.area(closed) - shapely.area(together) >= least / 2  # a first look, only beside the loose edges
        one, other, a, b = one[filled], other[filled], a[filled], b[filled]
        closed, together = _closed(a, b, a, b, width)
        pieces, of = shapely.get_parts(shapely.difference(closed, together), return_index=True)
        beside = shapely.dwithin(pieces, a[of], 1e-6) & shapely.dwithin(pieces, b[of], 1e-6)  # no notch of one plan
        for k in np.unique(of[beside]).tolist():
            shape = self._free(shapely.union_all(pieces[beside & (of == k)]))
            if shape.area >= least:
                yield int(self._rows[one[k]]), int(self._rows[other[k]]), shape

    def _free(self, shape: Any) -> Any:
        """What of a shape no plan covers."""
        covered = shapely.intersection(self._geometries[self._tree.query(shape)], shape)
        covered = covered[shapely.area(covered) > 0]
        return shapely.difference(shape, shapely.union_all(covered)) if len(covered) else shape


def _closed(a: Geometries, b: Geometries, edges_a: Geometries, edges_b: Geometries, width: float) -> tuple[Geometries, Geometries]:
    """Pairs of plans closed over ``width``, and as they are: both only where the boxes of the edges come together."""
    left, right = shapely.bounds(edges_a), shapely.bounds(edges_b)
    low, high = np.maximum(left[:, :2], right[:, :2]) - 2 * width, np.minimum(left[:, 2:], right[:, 2:]) + 2 * width
    window = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    together = shapely.union(shapely.intersection(a, window), shapely.intersection(b, window))
    how = {"quad_segs": 2, "join_style": "mitre"}
    return shapely.buffer(shapely.buffer(together, width / 2, **how), -width / 2, **how), together
