# SPDX-License-Identifier: GPL-2.0-or-later
"""G2: every reason why a polygon is invalid, each with its place.

GEOS says which polygons are invalid and stops at the first reason. For those few, all segments are compared with each
other, and all rings; what GEOS found is added when nothing here explains it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ....core.feedback import breathe
from ....core.i18n import later, tr
from ..complexity import Place, pairs, tangled
from ..reading import Geometries
from ..rings import Bools, Ints, Rings, distinct, explode
from ..shapely2 import shapely
from ..work import chunks
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
COMPLEX = "Too complex"  # our own word: nobody looked further
_RINGS = 100_000  # pairs of rings of one polygon that may lie in each other: about a second
_AT_ONCE = 50  # rings of which such pairs are looked for


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


def judge(geometries: Geometries, known: Mapping[int, Place]) -> tuple[Bools, list[Error], list[Error]]:
    """Which polygons are valid, the errors of those that are not, and the errors that only rounding to millimetres shows.

    Places and lengths are in metres. ``known``: those that are ``crowded``.
    """
    geometries = geometries.copy()
    geometries[list(known)] = shapely.MultiPolygon()  # GEOS would look at it for a minute
    valid, valid_mm, whole = verdict(geometries)
    valid[list(known)] = False
    bad, hidden = np.flatnonzero(~valid), np.flatnonzero(valid & ~valid_mm)
    errors = [Error(row, COMPLEX, *place) for row, place in known.items()]
    errors += [replace(error, row=int(bad[error.row])) for error in find_errors(geometries[bad])]
    errors_mm = [Error(int(hidden[e.row]), e.reason, e.x / 1000.0, e.y / 1000.0, e.length / 1000.0) for e in find_errors(whole[hidden])]
    return valid, errors, errors_mm


def report(errors: list[Error], rows: Ints, lost: Bools, findings: Collector, rounded: bool) -> None:
    """Findings of errors; ``rows`` are the rows of the layer, ``lost`` says of which nothing would be left after repair."""
    for error in errors:
        reason = tr(REASONS.get(error.reason, "")).format(length=texts.metres(error.length))
        if error.reason == COMPLEX:
            melding = tr("De polygoon is te ingewikkeld om helemaal te controleren. De grens ligt te vaak over of binnen zichzelf, het meest bij "
                         "x {x} y {y}; teken het plangebied opnieuw, met minder hoekpunten.")  # fmt: skip
        elif rounded:
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
    """Every error of polygons that GEOS calls invalid, from west to east; in the units of the geometries. Of what is too complex only where it is worst.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    if not len(geometries):
        return []
    hopeless = tangled(geometries)
    errors = [Error(row, COMPLEX, *place) for row, place in hopeless.items()]
    geometries = geometries.copy()
    geometries[list(hopeless)] = shapely.MultiPolygon()
    rings = distinct(explode(geometries))
    few = set(np.flatnonzero((np.diff(rings.first) < 3) & (np.diff(rings.first) > 0)).tolist())
    for r in few:
        x, y = min(rings.xy[rings.first[r] : rings.first[r + 1]].tolist())
        errors.append(Error(int(rings.ring_owner[r]), "Too few points in geometry component", x, y))
    touches: dict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)
    entangled: set[tuple[int, int]] = set()
    errors += _segment_errors(rings, few, touches, entangled)
    errors += _ring_errors(rings, few, entangled, touches)
    errors += _disconnected(rings, touches, entangled)
    errors += _unexplained(geometries, errors)
    return sorted(errors, key=lambda error: (error.row, error.x, error.y))  # in one order, whichever polygons are asked at once


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
    stretches: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for i, j in _meeting(segments, owner, at, follows):
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


def _meeting(segments: Geometries, owner: Ints, at: Ints, follows: Ints) -> Iterator[tuple[Ints, Ints]]:
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
    for i, j in pairs(places):
        keep = (i < j) & (owner[i] == owner[j])
        i, j = i[keep], j[keep]
        adjacent = (follows[i] == at[j]) | (follows[j] == at[i])
        meets = np.zeros(len(i), bool)
        meets[~adjacent] = shapely.intersects(segments[i[~adjacent]], segments[j[~adjacent]])
        meets[adjacent] = _fold(segments[i[adjacent]], segments[j[adjacent]])
        yield i[meets], j[meets]


def _fold(geometry: Geometries, other: Geometries) -> Bools:
    """Which neighbouring segments lie on top of each other instead of only sharing their vertex."""
    a, b = shapely.get_coordinates(geometry).reshape(-1, 2, 2), shapely.get_coordinates(other).reshape(-1, 2, 2)
    u, v = a[:, 1] - a[:, 0], b[:, 1] - b[:, 0]
    scale = np.hypot(*u.T) * np.hypot(*v.T)
    flat = np.abs(u[:, 0] * v[:, 1] - u[:, 1] * v[:, 0]) <= 1e-9 * scale
    result = np.zeros(len(geometry), bool)
    at = np.flatnonzero(flat)
    result[at] = shapely.length(shapely.intersection(geometry[at], other[at])) > 0
    return result


# -- rings ------------------------------------------------------------------------------------------------------


def _ring_errors(
    rings: Rings, few: set[int], entangled: set[tuple[int, int]], touches: dict[tuple[int, int], list[tuple[float, float]]]
) -> Iterator[Error]:
    """Errors in how whole rings lie: holes outside, holes and parts inside each other, and crossings at a vertex."""
    filled = np.diff(rings.first) > 0
    filled[list(few)] = False
    shell = np.flatnonzero(rings.is_shell)[rings.part]
    usable = np.flatnonzero(filled)
    for members in np.split(usable, np.flatnonzero(np.diff(rings.ring_owner[usable])) + 1):
        if len(members) > 1:
            yield from _errors_among(rings, members, shell, entangled, touches)


def _errors_among(
    rings: Rings, members: Ints, shell: Ints, entangled: set[tuple[int, int]], touches: dict[tuple[int, int], list[tuple[float, float]]]
) -> Iterator[Error]:
    """The same among the rings of one polygon. ``shell``: the outer ring of the part of each ring."""
    row, is_shell = int(rings.ring_owner[members[0]]), rings.is_shell
    outer, inner = _ring_pairs(rings, members, shell)
    if len(outer) > _RINGS:
        yield Error(row, COMPLEX, *_lowest(rings, int(inner[np.bincount(np.searchsorted(members, inner)).argmax()])))
        return
    # Of rings that cross nothing more is asked: an older GEOS raises an error about them.
    apart = np.array(
        [pair not in entangled for pair in zip(np.minimum(outer, inner).tolist(), np.maximum(outer, inner).tolist(), strict=True)], bool
    )
    outer, inner = outer[apart], inner[apart]
    numbers, at = np.unique(outer, return_inverse=True)
    areas = shapely.polygons(rings.rings[numbers])
    shapely.prepare(areas)
    within = np.zeros(len(outer), bool)
    for some in chunks(np.arange(len(outer))):
        breathe()
        within[some] = shapely.covers(areas[at[some]], rings.rings[inner[some]])
    in_hole = set(zip(shell[outer[holding := within & ~is_shell[outer]]].tolist(), inner[holding].tolist(), strict=True))
    told: set[int] = set()  # a ring that lies in many is one error
    for a, b, inside, area in zip(outer.tolist(), inner.tolist(), within.tolist(), areas[at], strict=True):
        pair = (min(a, b), max(a, b))
        if pair in entangled:
            continue
        if not inside and (points_touch := touches.get(pair)) and _passes_through(rings, area, a, b):
            yield from (Error(row, "Crossing rings", x, y) for x, y in points_touch)
            entangled.add(pair)
        elif not inside and a == shell[b]:
            points = _points(rings, b)
            outside = points[~shapely.covers(area, points)]
            yield Error(row, "Hole lies outside shell", *_leftmost(outside if len(outside) else points))
        elif inside and b not in told and not is_shell[a] and not is_shell[b] and rings.part[a] == rings.part[b]:
            told.add(b)
            yield Error(row, "Holes are nested", *_lowest(rings, b))
        elif inside and b not in told and is_shell[a] and is_shell[b] and (a, b) not in in_hole:  # in a hole of it is allowed
            told.add(b)
            yield Error(row, "Nested shells", *_lowest(rings, b))


def _points(rings: Rings, ring: int) -> Geometries:
    return shapely.points(rings.xy[rings.first[ring] : rings.first[ring + 1]])


def _passes_through(rings: Rings, area: Any, a: int, b: int) -> bool:
    """Ring b goes from inside ring a to outside through a vertex."""
    points = _points(rings, b)
    within = shapely.covers(area, points)
    boundary = shapely.intersects(rings.rings[a], points)
    return bool((within & ~boundary).any() and (~within).any())


def _lowest(rings: Rings, ring: int) -> Place:
    """The point that is named, whatever vertex the ring starts with: leftmost, then lowest."""
    return _leftmost(_points(rings, ring))


def _leftmost(points: Geometries) -> Place:
    x, y = min(shapely.get_coordinates(points).tolist())
    return x, y


def _ring_pairs(rings: Rings, members: Ints, shell: Ints) -> tuple[Ints, Ints]:
    """Rings of one polygon that can be inside another, and each hole with its shell: outer and inner, in that order.

    When there are more than ``_RINGS`` not all of them.
    """
    boxes = shapely.box(*shapely.bounds(rings.rings[members]).T)
    tree, nested = shapely.STRtree(boxes), [np.zeros((2, 0), int)]
    for at in chunks(np.arange(len(members)), _AT_ONCE):
        breathe()
        i, j = tree.query(boxes[at], predicate="covered_by")
        apart = at[i] != j
        nested.append(np.stack((members[j[apart]], members[at[i[apart]]])))
        if sum(piece.shape[1] for piece in nested) > _RINGS:
            return tuple(np.concatenate(nested, axis=1))
    own = members[(shell[members] != members) & np.isin(shell[members], members)]
    return tuple(np.unique(np.concatenate([*nested, np.stack((shell[own], own))], axis=1), axis=1))


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
        if COMPLEX not in known[row] and not known[row].intersection(_SAME.get(reason, (reason,))):
            yield Error(row, reason if reason in REASONS else "Self-intersection", float(match[2]), float(match[3]))
