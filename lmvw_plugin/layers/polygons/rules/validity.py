# SPDX-License-Identifier: GPL-2.0-or-later
"""G2: every reason why a polygon is invalid, each with its place.

GEOS says which polygons are invalid and stops at the first reason. For those few, all segments are compared with each
other, and all rings; what GEOS found is added when nothing here explains it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ....core.i18n import later, tr
from ..reading import Geometries
from ..rings import Bools, Ints, Rings, distinct, explode
from ..shapely2 import shapely
from . import texts
from .collect import Collector

# Reasons: what GEOS calls it -> the sentence for the user. {length} is only known for what coincides.
REASONS = {
    "Self-intersection": later("de grens kruist zichzelf"),
    "Ring Self-intersection": later("de grens raakt zichzelf in een punt"),
    "Crossing rings": later("de grens van een gat of los deel kruist een andere ring van het plan"),
    "Doubled back": later("de grens loopt over {length} heen en terug over dezelfde lijn"),
    "Coinciding rings": later("twee ringen van het plan vallen over {length} samen"),
    "Hole lies outside shell": later("een gat ligt buiten het vlak waar het bij hoort"),
    "Holes are nested": later("een gat ligt binnen een ander gat"),
    "Nested shells": later("een deel ligt binnen een ander deel van hetzelfde plan"),
    "Interior is disconnected": later("gaten raken de grens of elkaar zo dat het vlak in stukken valt"),
    "Too few points in geometry component": later("een ring heeft minder dan drie verschillende hoekpunten"),
    "Invalid Coordinate": later("een coördinaat is geen getal"),
    "Ring is not closed": later("een ring is niet gesloten"),
    "Duplicate Rings": later("een ring komt twee keer voor"),
}
_SAME = {  # GEOS's one name for what is told apart here
    "Self-intersection": ("Self-intersection", "Ring Self-intersection", "Crossing rings", "Doubled back", "Coinciding rings"),
    "Ring Self-intersection": ("Ring Self-intersection", "Self-intersection", "Doubled back"),
    "Duplicate Rings": ("Coinciding rings",),
}
_PAIRS = 2_000_000  # segment pairs compared in one step: the bound on memory for one wild polygon
_MOST = 10_000  # crossings after which a polygon is wild enough; the collector shows a hundred


@dataclass(frozen=True, slots=True)
class Error:
    """One error of polygon ``row``: the reason (a key of ``REASONS``), its place and, when it has one, its length."""

    row: int
    reason: str
    x: float
    y: float
    length: float = 0.0


def in_millimetres(geometries: Geometries) -> tuple[Geometries, Bools]:
    """The polygons in whole millimetres (units: mm), and which of them changed by rounding."""
    xy, owner = shapely.get_coordinates(geometries, return_index=True)
    xy *= 1000.0
    whole = np.rint(xy)
    changed = np.zeros(len(geometries), bool)
    x, y = (np.abs(whole - xy) > 1e-4).T  # 1e-4 mm: what a double can tell apart in RD
    changed[owner[x | y]] = True
    return shapely.set_coordinates(geometries.copy(), whole), changed


def verdict(geometries: Geometries) -> tuple[Bools, Bools, Geometries]:
    """Which polygons are valid as they are, which are also valid in whole millimetres, and those polygons (units: mm)."""
    valid = shapely.is_valid(geometries)
    whole, changed = in_millimetres(geometries)
    valid_mm = valid.copy()
    rounded = np.flatnonzero(valid & changed)
    valid_mm[rounded] = shapely.is_valid(whole[rounded])
    return valid, valid_mm, whole


def judge(geometries: Geometries) -> tuple[Bools, list[Error], list[Error]]:
    """Which polygons are valid, the errors of those that are not, and the errors that only rounding to millimetres shows.

    Places and lengths are in metres.
    """
    valid, valid_mm, whole = verdict(geometries)
    bad, hidden = np.flatnonzero(~valid), np.flatnonzero(valid & ~valid_mm)
    errors = [replace(error, row=int(bad[error.row])) for error in find_errors(geometries[bad])]
    errors_mm = [Error(int(hidden[e.row]), e.reason, e.x / 1000.0, e.y / 1000.0, e.length / 1000.0) for e in find_errors(whole[hidden])]
    return valid, errors, errors_mm


def report(errors: list[Error], rows: Ints, lost: Bools, findings: Collector, rounded: bool) -> None:
    """Findings of errors; ``rows`` are the rows of the layer, ``lost`` says of which nothing would be left after repair."""
    for error in errors:
        reason = tr(REASONS[error.reason]).format(length=texts.metres(error.length))
        if rounded:
            melding = tr("Na afronding op hele millimeters is de polygoon ongeldig: {reason}, bij x {x} y {y}; "
                         "trek de grens op deze plek uit elkaar of laat hem samenvallen.")  # fmt: skip
        else:
            melding = tr("De polygoon is ongeldig: {reason}, bij x {x} y {y}; verbeter de grens op deze plek.")
        findings.add(
            int(rows[error.row]), "G2", melding.format(reason=reason, x=_at(error.x), y=_at(error.y)), (error.x, error.y),
            waarde=error.reason, voorstel=None if lost[error.row] else texts.repairable(),
        )  # fmt: skip


def _at(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def find_errors(geometries: Geometries) -> list[Error]:
    """Every error of polygons that GEOS calls invalid; in the units of the geometries."""
    if not len(geometries):
        return []
    rings = distinct(explode(geometries))
    few = set(np.flatnonzero((np.diff(rings.first) < 3) & (np.diff(rings.first) > 0)).tolist())
    errors = []
    for r in few:
        x, y = min(rings.xy[rings.first[r] : rings.first[r + 1]].tolist())
        errors.append(Error(int(rings.ring_owner[r]), "Too few points in geometry component", x, y))
    touches: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    entangled: set[tuple[int, int]] = set()
    errors += _segment_errors(rings, few, touches, entangled)
    errors += _ring_errors(rings, few, entangled, touches)
    errors += _disconnected(rings, touches, entangled)
    return [*errors, *_unexplained(geometries, errors)]


# -- segments ---------------------------------------------------------------------------------------------------


def _segment_errors(
    rings: Rings, few: set[int], touches: dict[tuple[int, int], list[tuple[float, float]]], entangled: set[tuple[int, int]]
) -> Iterator[Error]:
    """Errors where two segments meet that should not. Fills ``touches``: points where two rings may touch, and
    ``entangled``: pairs of rings that cross or coincide."""
    ring = rings.ring
    usable = ~np.isin(ring, list(few)) if few else np.ones(len(ring), bool)
    at = np.flatnonzero(usable)
    _, after = rings.neighbours
    segments = shapely.linestrings(np.stack((rings.xy[at], rings.xy[after[at]]), axis=1))
    owner = rings.ring_owner[ring[at]]
    follows = after[at]
    contacts: dict[tuple[int, int, float, float], bool] = {}  # rings and point -> the two borders pass through each other
    count: dict[int, int] = defaultdict(int)
    stretches: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for i, j in _meeting(segments, owner, at, follows, count):
        shared = shapely.intersection(segments[i], segments[j])
        length = shapely.length(shared)
        is_point = (shapely.get_type_id(shared) == 0) & ~shapely.is_empty(shared)
        points = np.full((len(i), 2), np.nan)
        points[is_point] = shapely.get_coordinates(shared[is_point])
        ends = np.stack([rings.xy[at[i]], rings.xy[follows[i]], rings.xy[at[j]], rings.xy[follows[j]]])
        proper = is_point & ~(np.abs(ends - points).max(axis=2) == 0).any(axis=0)
        for k in np.flatnonzero(is_point | (length > 0)).tolist():
            a, b = sorted((int(ring[at[i[k]]]), int(ring[at[j[k]]])))
            if length[k] > 0:
                stretches[a, b].append(shared[k])
                entangled.add((a, b))
                continue
            key = (a, b, *points[k].round(7).tolist())
            if key not in contacts:
                count[int(owner[i[k]])] += 1
            contacts[key] = contacts.get(key, False) or bool(proper[k])
    for (a, b, x, y), crosses in contacts.items():
        if crosses:
            entangled.add((a, b))
            yield Error(int(rings.ring_owner[a]), "Self-intersection" if a == b else "Crossing rings", x, y)
        else:
            touches[a, b].append((x, y))
    for (a, b), points_ab in touches.items():
        if a == b:  # the ends of a stretch are no touches of their own
            line = shapely.union_all(np.array(stretches.get((a, a), []), object))
            on_line = shapely.dwithin(shapely.points(points_ab), line, 0.0)
            for (x, y), part_of_line in zip(points_ab, on_line.tolist(), strict=True):
                if not part_of_line:
                    yield Error(int(rings.ring_owner[a]), "Ring Self-intersection", x, y)
    for (a, b), pieces in stretches.items():
        for line in shapely.get_parts(shapely.line_merge(shapely.union_all(np.array(pieces)))):
            middle = shapely.line_interpolate_point(line, 0.5, normalized=True)
            yield Error(int(rings.ring_owner[a]), "Doubled back" if a == b else "Coinciding rings",
                        middle.x, middle.y, float(line.length))  # fmt: skip


def _meeting(segments: Geometries, owner: Ints, at: Ints, follows: Ints, count: dict[int, int]) -> Iterator[tuple[Ints, Ints]]:
    """Pairs (i, j) of segments of the same polygon that share a point and should not, in steps of bounded size.

    Every polygon is moved to a place of its own for the search, so that plans on top of each other do not meet.
    """
    boxes = shapely.bounds(segments)
    firsts = np.flatnonzero(np.diff(owner, prepend=-1))
    least, most = np.minimum.reduceat(boxes, firsts), np.maximum.reduceat(boxes, firsts)
    width = most[:, 2] - least[:, 0]
    gap = 1.0 + width.max(initial=0.0) * 1e-6
    shift = np.concatenate(([0.0], np.cumsum(width + gap)[:-1])) - least[:, 0]
    sizes = np.diff(np.append(firsts, len(owner)))
    slot = np.repeat(np.arange(len(firsts)), sizes)
    x0, x1 = boxes[:, 0] + shift[slot], boxes[:, 2] + shift[slot]
    slack = (np.abs(x1).max(initial=0.0) + np.abs(boxes).max(initial=0.0)) * 1e-15
    places = shapely.box(x0 - slack, boxes[:, 1], x1 + slack, boxes[:, 3])
    tree = shapely.STRtree(places)
    largest = int(sizes.max(initial=1))
    step = max(1, _PAIRS // largest)
    for start in range(0, len(segments), step):
        stop = min(len(segments), start + step)
        i, j = tree.query(places[start:stop])
        i = i + start
        keep = (i < j) & (owner[i] == owner[j])
        if count:
            keep &= ~np.isin(owner[i], [row for row, number in count.items() if number > _MOST])
        i, j = i[keep], j[keep]
        adjacent = (follows[i] == at[j]) | (follows[j] == at[i])
        meets = np.zeros(len(i), bool)
        meets[~adjacent] = shapely.intersects(segments[i[~adjacent]], segments[j[~adjacent]])
        meets[adjacent] = _fold(segments[i[adjacent]], segments[j[adjacent]])
        yield i[meets], j[meets]


def _fold(one: Geometries, other: Geometries) -> Bools:
    """Which neighbouring segments lie on top of each other instead of only sharing their vertex."""
    a, b = shapely.get_coordinates(one).reshape(-1, 2, 2), shapely.get_coordinates(other).reshape(-1, 2, 2)
    u, v = a[:, 1] - a[:, 0], b[:, 1] - b[:, 0]
    scale = np.hypot(*u.T) * np.hypot(*v.T)
    flat = np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) <= 1e-9 * scale
    result = np.zeros(len(one), bool)
    at = np.flatnonzero(flat)
    result[at] = shapely.length(shapely.intersection(one[at], other[at])) > 0
    return result


# -- rings ------------------------------------------------------------------------------------------------------


def _ring_errors(
    rings: Rings, few: set[int], entangled: set[tuple[int, int]], touches: dict[tuple[int, int], list[tuple[float, float]]]
) -> Iterator[Error]:
    """Errors in how whole rings lie: holes outside, holes and parts inside each other, and crossings at a vertex."""
    is_shell, owner = rings.is_shell, rings.ring_owner
    usable = np.array([r for r in range(len(rings.rings)) if r not in few and rings.first[r + 1] > rings.first[r]], int)
    shell = np.flatnonzero(is_shell)[rings.part]
    for a, b in _ring_pairs(rings, usable, shell):
        if (min(a, b), max(a, b)) in entangled:
            continue
        inside = shapely.covers(shapely.polygons(rings.rings[a]), rings.rings[b])
        points = shapely.points(rings.xy[rings.first[b] : rings.first[b + 1]])
        if not inside and (points_touch := touches.get((min(a, b), max(a, b)))):
            within = shapely.covers(shapely.polygons(rings.rings[a]), points)
            boundary = shapely.intersects(rings.rings[a], points)
            if (within & ~boundary).any() and (~within).any():  # passes from inside to outside through a vertex
                for x, y in points_touch:
                    yield Error(int(owner[a]), "Crossing rings", x, y)
                entangled.add((min(a, b), max(a, b)))
                continue
        if a == shell[b] and not inside:
            outside = points[~shapely.covers(shapely.polygons(rings.rings[a]), points)]
            yield Error(int(owner[b]), "Hole lies outside shell", *_lowest(outside if len(outside) else points))
        elif inside and not is_shell[a] and not is_shell[b] and rings.part[a] == rings.part[b]:
            yield Error(int(owner[b]), "Holes are nested", *_lowest(points))
        elif inside and is_shell[a] and is_shell[b] and not _in_hole(rings, a, b):
            yield Error(int(owner[b]), "Nested shells", *_lowest(points))


def _lowest(points: Geometries) -> tuple[float, float]:
    """The point that is named, whatever vertex the ring starts with: leftmost, then lowest."""
    x, y = min(shapely.get_coordinates(points).tolist())
    return x, y


def _ring_pairs(rings: Rings, usable: Ints, shell: Ints) -> Iterator[tuple[int, int]]:
    """Ordered pairs (outer, inner) of rings of one polygon that can be inside each other, and each hole with its shell."""
    boxes, owner = shapely.bounds(rings.rings), rings.ring_owner
    by_owner: dict[int, list[int]] = defaultdict(list)
    for r in usable.tolist():
        by_owner[int(owner[r])].append(r)
    for members in by_owner.values():
        if len(members) < 2:
            continue
        rows = np.array(members)
        tree = shapely.STRtree(shapely.box(*boxes[rows].T))
        inner, outer = tree.query(shapely.box(*boxes[rows].T), predicate="covered_by")
        pairs = {(int(rows[o]), int(rows[i])) for o, i in zip(outer, inner, strict=True) if o != i}
        present = set(members)
        pairs |= {(int(shell[r]), r) for r in members if shell[r] != r and int(shell[r]) in present}
        yield from sorted(pairs)


def _in_hole(rings: Rings, a: int, b: int) -> bool:
    """Part b lies in a hole of part a, which is allowed."""
    holes = np.flatnonzero((rings.part == rings.part[a]) & ~rings.is_shell)
    return bool(shapely.covers(shapely.polygons(rings.rings[holes]), rings.rings[b]).any())


def _disconnected(
    rings: Rings, touches: dict[tuple[int, int], list[tuple[float, float]]], entangled: set[tuple[int, int]]
) -> Iterator[Error]:
    """Rings of one part that touch each other in a circle cut its interior in two: every touch that closes such a circle."""
    group: dict[object, object] = {}

    def root(node: object) -> object:
        while group.setdefault(node, node) != node:
            group[node] = group[group[node]]
            node = group[node]
        return node

    linked: set[tuple[object, object]] = set()
    for (a, b), points in touches.items():
        if a == b or rings.part[a] != rings.part[b] or (a, b) in entangled:
            continue
        for x, y in points:
            point = (int(rings.part[a]), x, y)
            for ring in (a, b):
                if (ring, point) in linked:
                    continue
                linked.add((ring, point))
                if root(ring) == root(point):
                    yield Error(int(rings.ring_owner[a]), "Interior is disconnected", x, y)
                else:
                    group[root(ring)] = root(point)


# -- what GEOS says ----------------------------------------------------------------------------------------------

_REASON = re.compile(r"(.*)\[(\S+) (\S+)\]")


def _unexplained(geometries: Geometries, errors: list[Error]) -> Iterator[Error]:
    """GEOS's own reason and place, for polygons in which nothing of that kind was found."""
    known: dict[int, set[str]] = defaultdict(set)
    for error in errors:
        known[error.row].add(error.reason)
    for row, text in enumerate(shapely.is_valid_reason(geometries).tolist()):
        match = _REASON.match(text)
        if match is None:
            continue
        reason = match[1]
        if not known[row].intersection(_SAME.get(reason, (reason,))):
            yield Error(row, reason if reason in REASONS else "Self-intersection", float(match[2]), float(match[3]))
