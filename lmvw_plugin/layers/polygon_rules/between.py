# SPDX-License-Identifier: GPL-2.0-or-later
"""G4: plans that overlap, coincide or lie inside each other; G5: gaps and slivers between neighbours.

Most neighbours are fine, so the dear overlay comes last: a tree gives the plans whose boxes meet, GEOS's coverage check
tells in one pass which edges do not fit their surroundings, and only pairs with such an edge are intersected. A GEOS
without that check (before 3.12) gives the same findings, as every pair is then looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...core.feedback import Feedback
from ...core.findings import Ernst
from ...core.i18n import tr
from ..polygons import Geometries, Plan
from ..shapely2 import has_coverage, shapely
from . import texts
from .collect import Collector
from .rings import Floats, Ints
from .tolerances import Tolerances
from .work import each

_INSIDE = 0.9999  # share of the smaller plan that lies in the larger: "inside"
_SAME = 0.99999  # shared area of two plans that are one polygon with another choice of vertices
_TILE = 1000  # plans per tile of the search


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
    """Overlaps, gaps and identical polygons among valid, live plans; ``rows`` are their rows in the layer."""
    found = Conflicts()
    if len(rows) < 2:
        return found
    groups = _twins(geometries)
    found.twins = [rows[group].tolist() for group in groups]
    drop = [at for group in groups for at in group[1:]]  # a stack of equal plans is compared with the others once
    geometries, rows = np.delete(geometries, drop), np.delete(rows, drop)
    tree = shapely.STRtree(geometries)

    def search(tile: Ints) -> Conflicts:
        return _search(tile, geometries, rows, tree, tolerances)

    for part in each(search, _tiles(geometries), feedback, start, end):
        found.overlaps += part.overlaps
        found.gaps += part.gaps
    return found


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


def _tiles(geometries: Geometries) -> list[Ints]:
    """Plans in groups that lie together: columns of equal number, each cut into runs."""
    bounds = shapely.bounds(geometries)
    x, y = bounds[:, 0] + bounds[:, 2], bounds[:, 1] + bounds[:, 3]
    columns = max(1, round((len(x) / _TILE) ** 0.5))
    by_x = np.argsort(x, kind="stable")
    return [
        column[np.argsort(y[column], kind="stable")][at : at + _TILE]
        for column in np.array_split(by_x, columns)
        for at in range(0, len(column), _TILE)
    ]


def _search(tile: Ints, geometries: Geometries, rows: Ints, tree: Any, tolerances: Tolerances) -> Conflicts:
    """Conflicts of the plans of one tile with plans that come later."""
    gap = max(0.0, tolerances.gap_m)
    bounds = shapely.bounds(geometries[tile])
    i, other = tree.query(shapely.box(bounds[:, 0] - gap, bounds[:, 1] - gap, bounds[:, 2] + gap, bounds[:, 3] + gap))
    one = tile[i]
    near = one != other
    one, other = one[near], other[near]
    members = np.unique(np.concatenate((one, other)))
    edges = np.full(len(geometries), None, object)  # the edges that do not fit what lies around them
    edges[members] = _loose_edges(geometries[members], gap)
    misfit = ~(shapely.is_empty(edges) | shapely.is_missing(edges))
    pair = (rows[one] < rows[other]) & (misfit[one] | misfit[other])
    one, other = one[pair], other[pair]

    result = Conflicts()
    meets = shapely.relate_pattern(geometries[one], geometries[other], "T********")
    for i, j, shape in _shared(one[meets], other[meets], geometries):
        result.overlaps.append(
            Overlap(int(rows[i]), int(rows[j]), shape.area, geometries[i].area, geometries[j].area, shape)
        )  # fmt: skip
    if gap:
        apart = ~meets & misfit[one] & misfit[other]
        for i, j, shape in _gaps(one[apart], other[apart], geometries, edges, gap, tolerances.gap_m2):
            result.gaps.append((int(rows[i]), int(rows[j]), shape))
    return result


def _loose_edges(geometries: Geometries, gap: float) -> Geometries:
    """Per plan the edges that do not fit the plans around it, or its whole boundary when GEOS cannot tell."""
    if has_coverage():
        return shapely.coverage_invalid_edges(geometries, gap_width=gap)
    return shapely.boundary(geometries)


def _shared(one: Ints, other: Ints, geometries: Geometries) -> Iterator[tuple[int, int, Any]]:
    """What pairs of plans share, where that is more than a rounding of a shared border."""
    shapes = shapely.intersection(geometries[one], geometries[other])
    for k in np.flatnonzero(shapely.area(shapes) > 1e-6).tolist():
        yield int(one[k]), int(other[k]), shapes[k]


def _gaps(one: Ints, other: Ints, geometries: Geometries, edges: Geometries, width: float, least: float) -> Iterator[tuple[int, int, Any]]:
    """The space between pairs of plans that lie less than ``width`` apart, where it is at least ``least`` m2.

    Both plans together are closed: grown by half the width and shrunk again. What that fills between them is the gap.
    """
    near = (np.minimum(shapely.length(edges[one]), shapely.length(edges[other])) * width >= least) & shapely.dwithin(
        edges[one], edges[other], width
    )
    one, other = one[near], other[near]
    closed, together = _closed(geometries[one], geometries[other], edges[one], edges[other], width)
    filled = shapely.area(closed) - shapely.area(together) >= least / 2  # a first look, only where edges do not fit
    one, other = one[filled], other[filled]
    a, b = geometries[one], geometries[other]
    closed, together = _closed(a, b, a, b, width)
    pieces, of = shapely.get_parts(shapely.difference(closed, together), return_index=True)
    beside = shapely.dwithin(pieces, a[of], 1e-6) & shapely.dwithin(pieces, b[of], 1e-6)  # no notch of one plan
    for k in np.unique(of[beside]).tolist():
        shape = shapely.union_all(pieces[beside & (of == k)])
        if shape.area >= least:
            yield int(one[k]), int(other[k]), shape


def _closed(a: Geometries, b: Geometries, edges_a: Geometries, edges_b: Geometries, width: float) -> tuple[Geometries, Geometries]:
    """Pairs of plans closed over ``width``, and as they are: both only where the boxes of the edges come together."""
    left, right = shapely.bounds(edges_a), shapely.bounds(edges_b)
    low, high = np.maximum(left[:, :2], right[:, :2]) - 2 * width, np.minimum(left[:, 2:], right[:, 2:]) + 2 * width
    window = shapely.box(low[:, 0], low[:, 1], high[:, 0], high[:, 1])
    together = shapely.union(shapely.intersection(a, window), shapely.intersection(b, window))
    how = {"quad_segs": 2, "join_style": "mitre"}
    return shapely.buffer(shapely.buffer(together, width / 2, **how), -width / 2, **how), together


def report(conflicts: Conflicts, plans: list[Plan], geometries: Geometries, tolerances: Tolerances, found: Collector) -> None:
    """Findings, one per pair, at the plan that comes first in the layer; both names are in the sentence."""
    for group in conflicts.twins:
        first = group[0]
        place = shapely.point_on_surface(geometries[first])
        for row in group[1:]:
            _same(first, row, plans, float(shapely.area(geometries[first])), place, found)
    for overlap in conflicts.overlaps:
        _overlap(overlap, plans, tolerances, found)
    for one, other, shape in conflicts.gaps:
        place = _largest_place(shape)
        area = float(shapely.area(shape))
        melding = tr(
            "Tussen dit plan en {other} ligt een kier van {area}, gemiddeld {width} breed; laat de grenzen op elkaar aansluiten."
        ).format(other=texts.name_of(plans[other]), area=texts.m2(area), width=texts.metres(2 * area / shapely.length(shape)))
        found.add(one, "G5", melding, place, waarde=texts.m2(area))


def _same(one: int, other: int, plans: list[Plan], area: float, place: Any, found: Collector) -> None:
    melding = tr("Het plan heeft dezelfde polygoon als {other} ({area}); teken van elk plan het eigen gebied, "
                 "of zet een van de twee op vervallen.").format(other=texts.name_of(plans[other]), area=texts.m2(area))  # fmt: skip
    found.add(one, "G4", melding, (place.x, place.y), ernst=Ernst.FOUT, waarde=texts.m2(area))


def _overlap(overlap: Overlap, plans: list[Plan], tolerances: Tolerances, found: Collector) -> None:
    small = overlap.one if overlap.area_one <= overlap.area_other else overlap.other
    place = _largest_place(overlap.shape)
    numbers = {
        "other": texts.name_of(plans[overlap.other]),
        "area": texts.m2(overlap.area),
        "share_one": texts.percent(overlap.area, overlap.area_one),
        "share_other": texts.percent(overlap.area, overlap.area_other),
    }
    if overlap.area > _SAME * max(overlap.area_one, overlap.area_other):
        point = shapely.Point(place)
        _same(overlap.one, overlap.other, plans, overlap.area, point, found)
    elif overlap.share > _INSIDE and overlap.counts(tolerances):
        inner = tr("Dit plan ligt helemaal binnen {other}") if small == overlap.one else tr("Dit plan bevat {other} helemaal")
        melding = tr("{inner}: {area} dubbel, {share_one} van dit plan en {share_other} van het andere; "
                     "knip het ene plan uit het andere, of licht het toe.")  # fmt: skip
        found.add(overlap.one, "G4", melding.format(inner=inner.format(**numbers), **numbers), place, waarde=numbers["area"])
    elif overlap.counts(tolerances):
        melding = tr("Dit plan overlapt met {other}: {area}, {share_one} van dit plan en {share_other} van het andere; "
                     "verbeter de grens tussen de twee, of licht het toe.").format(**numbers)  # fmt: skip
        found.add(overlap.one, "G4", melding, place, waarde=numbers["area"])
    elif overlap.area >= tolerances.gap_m2 and overlap.width < tolerances.gap_m:
        melding = tr("Dit plan overlapt met {other} in een smalle strook van {area}, gemiddeld {width} breed; "
                     "laat de grenzen op elkaar aansluiten.").format(width=texts.metres(overlap.width), **numbers)  # fmt: skip
        found.add(overlap.one, "G5", melding, place, waarde=numbers["area"])


def _largest_place(shape: Any) -> Floats:
    """A point in the largest piece."""
    parts = shapely.get_parts(shape)
    return shapely.get_coordinates(shapely.point_on_surface(parts[np.argmax(shapely.area(parts))]))[0]
