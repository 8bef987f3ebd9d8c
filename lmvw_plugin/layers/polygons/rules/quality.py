# SPDX-License-Identifier: GPL-2.0-or-later
"""G5: duplicate vertices, spikes, specks, tiny holes, needles and needless vertices; G6: shapes that stand in for a plan; G7: too little or too much room.

``measure`` does the arithmetic of one piece of the layer and touches nothing but its arrays, so that it may run on a
thread; ``report`` turns the few rows it leaves into findings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import cos, pi, radians, sin
from typing import Any

import numpy as np

from ....core.i18n import several, tr
from ....core.rules import density
from ....core.rules.findings import Ernst
from ....core.rules.tolerances import Tolerances
from ..ground import Ground
from ..reading import Geometries, Plan
from ..rings import Bools, Floats, Ints, Rings, explode, repeated
from ..shapely2 import shapely
from . import texts
from .collect import Collector

CIRCLE_CORNERS = 12  # fewer is a figure that somebody drew
_ROUND = 0.01  # a circle: distances to the centre differ less than 1% ...
CIRCULAR = 0.95  # ... and its area is nearly the most that a border of that length can hold
DENSE = 50  # needless vertices are only worth a word when there are this many ...
DENSE_SHARE = 0.5  # ... and they are most of them
_FINGER = 5  # times as long as its end is wide: shorter is a corner that was cut off
_SAME_OUTLINE = 0.95  # shared with the municipality's own outline


@dataclass
class Quality:
    """What was measured, as rows of (row in the piece, x, y, values ...)."""

    duplicates: list[tuple[int, float, float, int]] = field(default_factory=list)
    spikes: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    fingers: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    specks: list[tuple[int, float, float, float]] = field(default_factory=list)
    holes: list[tuple[int, float, float, float, Any]] = field(default_factory=list)
    needles: list[tuple[int, float, float, float, float]] = field(default_factory=list)
    dense: list[tuple[int, float, float, int, int]] = field(default_factory=list)
    circles: list[tuple[int, float, float, float]] = field(default_factory=list)
    squares: list[tuple[int, float, float, float]] = field(default_factory=list)


def turns(rings: Rings) -> tuple[Floats, Floats, Floats, Floats]:
    """At each vertex: length of the side before and after it, and cross and dot product of the two (m, m, m2, m2)."""
    before, after = rings.neighbours
    x, y = np.ascontiguousarray(rings.xy.T)
    dx, dy = x[after] - x, y[after] - y
    back_x, back_y = dx[before], dy[before]
    length = np.sqrt(dx * dx + dy * dy)
    return length[before], length, back_x * dy - back_y * dx, back_x * dx + back_y * dy


def ring_areas(rings: Rings) -> Floats:
    """Area of each ring in m2, from coordinates relative to the ring's first vertex."""
    x, y = (rings.xy - _origins(rings)).T
    _, after = rings.neighbours
    return 0.5 * np.abs(rings.sums(x * y[after] - x[after] * y))


def _origins(rings: Rings) -> Floats:
    """The first vertex of its ring, for each vertex."""
    return np.repeat(rings.xy[rings.first[:-1][np.diff(rings.first) > 0]], np.diff(rings.first)[np.diff(rings.first) > 0], axis=0)


def spiky(rings: Rings, tolerances: Tolerances, sides: tuple[Floats, Floats, Floats, Floats]) -> Bools:
    """Which vertices are the tip of a spike: the border goes there and back within the tolerated width."""
    before, ahead, cross, dot = sides
    shortest = np.minimum(before, ahead)
    product = before * ahead
    height = np.divide(np.abs(cross), np.maximum(before, ahead), out=np.zeros_like(cross), where=product > 0)
    sharp = (dot < 0) & (np.abs(cross) <= sin(radians(tolerances.spike_degrees)) * product)
    tips = sharp & (height <= tolerances.spike_m) & (shortest > tolerances.spike_m)
    remaining = np.diff(rings.first) - rings.sums(tips)  # a ring that would lose its area is a needle, not a ring with a spike
    return tips & (remaining >= 3)[rings.ring]


def fingers(rings: Rings, tolerances: Tolerances) -> tuple[Bools, Ints, Floats, Floats]:
    """Spikes that do not end in one vertex but in some that lie together within the tolerated width: spikes of the ring without its short sides.

    As which vertices are at such an end, the first of each end, and length and width (m) of each finger, at its end or its base: the most of the
    two. Never two that share a base.
    """
    before, _ = rings.neighbours
    step = np.hypot(*(rings.xy - rings.xy[before]).T)
    short = step <= tolerances.spike_m
    head = _heads(rings, short)
    short &= np.bincount(head, step * short, len(step))[head] <= tolerances.spike_m  # longer together: a bend
    short[rings.first[:-1][(np.diff(rings.first) > 0) & (rings.sums(~short) == 0)]] = False
    if not short.any():
        return short, np.zeros(0, int), np.zeros(0), np.zeros(0)
    head, kept, blunt = _heads(rings, short), np.flatnonzero(~short), rings.without(short)
    sides = turns(blunt)
    end = np.bincount(head, step * short)[kept]
    tip = spiky(blunt, tolerances, sides) & (np.minimum(*sides[:2]) > _FINGER * end) & (end > 0)
    tip &= ~tip[blunt.neighbours[0]]
    back, ahead, cross, _ = (values[tip] for values in sides)
    return np.isin(head, kept[tip]), kept[tip], np.minimum(back, ahead), np.maximum(end[tip], np.abs(cross) / np.maximum(back, ahead))


def _heads(rings: Rings, follows: Bools) -> Ints:
    """For each vertex the one at the head of its run: itself, or the nearest before it that does not follow another."""
    at = np.arange(len(follows))
    start, end = rings.first[rings.ring], rings.first[rings.ring + 1] - 1
    head = np.maximum.accumulate(np.where(follows, -1, at))
    return np.maximum(np.where(head < start, head[end], head), start)  # a run may pass the end of its ring


def doubles(rings: Rings, tolerances: Tolerances) -> Bools:
    """Which vertices repeat the one before them. Where that would leave no ring it is not the vertices, but the ring that is too narrow."""
    double = repeated(rings, tolerances.duplicate_m)
    lost = np.diff(rings.first) - rings.sums(double) < 3
    return double & (~lost[rings.ring] | repeated(rings, 0.0)) if lost.any() else double


def crumbs(rings: Rings, areas: Floats, tolerances: Tolerances) -> tuple[Bools, Bools]:
    """Which parts are specks beside a larger part, and which rings are tiny holes; ``areas`` are those of the rings."""
    shell = rings.is_shell
    area = _part_areas(rings, areas)
    largest = np.zeros(int(rings.owner.max(initial=-1)) + 1)
    np.maximum.at(largest, rings.owner, area)
    return (area < tolerances.speck_m2) & (area < largest[rings.owner]), ~shell & (np.diff(rings.first) > 0) & (areas < tolerances.speck_m2)


def _part_areas(rings: Rings, areas: Floats) -> Floats:
    area = np.zeros(len(rings.parts))
    np.add.at(area, rings.part, np.where(rings.is_shell, areas, -areas))
    return area


def measure(geometries: Geometries, valid: Bools, tolerances: Tolerances) -> Quality:
    """Measure (multi)polygons; areas only of those that are ``valid``, since the others have none to rely on."""
    quality = Quality()
    raw = explode(geometries)
    double = doubles(raw, tolerances)
    owner = raw.ring_owner[raw.ring]
    rows, firsts, counts = np.unique(owner[double], return_index=True, return_counts=True)
    places = raw.xy[double][firsts]
    quality.duplicates = [(int(r), *xy, int(c)) for r, xy, c in zip(rows, places.tolist(), counts, strict=True)]
    rings = raw.without(double) if double.any() else raw
    sides = turns(rings)
    before, ahead, cross, dot = sides
    owner = rings.ring_owner[rings.ring]

    tips = np.flatnonzero(spiky(rings, tolerances, sides) & (cross != 0))
    width = np.abs(cross[tips]) / np.maximum(before[tips], ahead[tips])
    quality.spikes = [
        (int(owner[at]), *rings.xy[at].tolist(), float(min(before[at], ahead[at])), float(w)) for at, w in zip(tips, width, strict=True)
    ]
    _, first, length, width = fingers(rings, tolerances)
    quality.fingers = [
        (int(owner[at]), *rings.xy[at].tolist(), long, wide) for at, long, wide in zip(first, length.tolist(), width.tolist(), strict=True)
    ]
    areas = ring_areas(rings)
    _parts(rings, areas, valid, tolerances, quality)
    _needless(geometries, owner, cross, dot, before, ahead, tolerances, quality, rings)
    _placeholders(rings, areas, sides, tolerances, quality)
    return quality


def _parts(rings: Rings, areas: Floats, valid: Bools, tolerances: Tolerances, quality: Quality) -> None:
    """Specks, tiny holes and needles."""
    area = _part_areas(rings, areas)
    speck, hole = crumbs(rings, areas, tolerances)
    speck, hole = speck & valid[rings.owner], hole & valid[rings.ring_owner]
    points = _inside(rings.parts[speck])
    quality.specks = [
        (int(o), *xy, float(a)) for o, xy, a in zip(rings.owner[speck], points, area[speck], strict=True)
    ]  # fmt: skip
    holes = shapely.polygons(rings.rings[hole])
    quality.holes = [
        (int(o), *xy, float(a), shape) for o, xy, a, shape in zip(rings.ring_owner[hole], _inside(holes), areas[hole], holes, strict=True)
    ]
    perimeter = shapely.length(rings.parts)
    mean_width = np.divide(2 * area, perimeter, out=np.full(len(area), np.inf), where=perimeter > 0)
    needle = (mean_width < tolerances.needle_m) & ~speck & (area > 0) & valid[rings.owner]
    needle &= perimeter > 20 * mean_width  # long and narrow; a small square is no needle
    points = _inside(rings.parts[needle])
    quality.needles = [
        (int(o), *xy, float(w), float(a)) for o, xy, w, a in zip(rings.owner[needle], points, mean_width[needle], area[needle], strict=True)
    ]


def _inside(geometries: Geometries) -> list[list[float]]:
    """A point on each."""
    points = shapely.point_on_surface(geometries)
    empty = shapely.is_empty(points)
    points[empty] = shapely.get_point(shapely.get_exterior_ring(geometries[empty]), 0)
    return shapely.get_coordinates(points).tolist()


def _needless(
    geometries: Geometries, owner: Ints, cross: Floats, dot: Floats, before: Floats, ahead: Floats, tolerances: Tolerances,
    quality: Quality, rings: Rings,
) -> None:  # fmt: skip
    """Plans most of whose vertices lie on the line between their neighbours. A guess per vertex, then simplification."""
    straight = (dot > 0) & (np.abs(cross) <= tolerances.dense_m * (before + ahead))
    total = np.bincount(owner, minlength=len(geometries))
    spare = np.bincount(owner[straight], minlength=len(geometries))
    rows = np.flatnonzero((spare > DENSE) & (spare > DENSE_SHARE * total))
    slim = shapely.simplify(geometries[rows], tolerances.dense_m, preserve_topology=False)
    needless = shapely.get_num_coordinates(geometries[rows]) - shapely.get_num_coordinates(slim)
    for row, number in zip(rows.tolist(), needless.tolist(), strict=True):
        if number > DENSE and number > DENSE_SHARE * total[row]:
            point = rings.xy[np.flatnonzero(straight & (owner == row))[0]]
            quality.dense.append((row, *point.tolist(), int(number), int(total[row])))


def _placeholders(
    rings: Rings, areas: Floats, sides: tuple[Floats, Floats, Floats, Floats], tolerances: Tolerances, quality: Quality
) -> None:
    """Circles and tiny rectangles, for plans that are one ring."""
    before, ahead, _, dot = sides
    alone = np.bincount(rings.ring_owner, minlength=len(rings.rings))[rings.ring_owner] == 1
    corners, border = np.diff(rings.first), rings.sums(ahead)
    for r in np.flatnonzero(alone & (corners >= CIRCLE_CORNERS) & (4 * pi * areas > CIRCULAR * border**2)).tolist():
        xy = rings.xy[rings.first[r] : rings.first[r + 1]]
        centre = xy.mean(axis=0)
        distance = np.hypot(*(xy - centre).T)
        if np.ptp(distance) < 2 * _ROUND * distance.mean():
            quality.circles.append((int(rings.ring_owner[r]), *centre.tolist(), float(distance.mean())))
    small = np.flatnonzero(alone & (corners == 4) & (areas < tolerances.tiny_m2) & (areas > 0))
    for r in small.tolist():
        at = slice(rings.first[r], rings.first[r + 1])
        if (np.abs(dot[at]) <= cos(radians(89.0)) * before[at] * ahead[at]).all():
            quality.squares.append((int(rings.ring_owner[r]), *rings.xy[at].mean(axis=0).tolist(), float(areas[r])))


def report(quality: Quality, rows: Ints, ground: Ground, findings: Collector) -> None:
    """Findings of one piece; ``rows`` are the rows of the layer, ``ground`` tells where its plans lie."""
    mend = texts.repairable()
    for row, x, y, number in quality.duplicates:
        melding = tr("De grens heeft {number} dubbele hoekpunten, het eerste bij deze plek; haal ze weg.") if number > 1 else tr(
            "De grens heeft een dubbel hoekpunt op deze plek; haal het weg.")  # fmt: skip
        findings.add(rows[row], "G5", melding.format(number=texts.count(number)), (x, y), waarde=str(number), voorstel=mend)
    for row, x, y, length, width in quality.spikes:
        melding = tr("De grens heeft een uitschieter van {length} lang en {width} breed; haal het hoekpunt aan de punt weg.").format(
            length=texts.metres(length), width=texts.metres(width)
        )
        findings.add(rows[row], "G5", melding, (x, y), waarde=texts.metres(length), voorstel=mend)
    for row, x, y, length, width in quality.fingers:
        melding = tr(
            "De grens heeft een uitschieter met een stomp eind, van {length} lang en {width} breed; haal de hoekpunten aan het eind weg."
        ).format(length=texts.metres(length), width=texts.metres(width))
        findings.add(rows[row], "G5", melding, (x, y), waarde=texts.metres(length), voorstel=mend)
    for row, x, y, area in quality.specks:
        melding = tr("Het plan heeft een los snippertje van {area}; haal het weg.").format(area=texts.m2(area))
        findings.add(rows[row], "G5", melding, (x, y), waarde=texts.m2(area), voorstel=mend)
    holes = np.array([None, *(shape for *_, shape in quality.holes)], object)[1:]
    meant = ground.taken(holes, rows[np.array([row for row, *_ in quality.holes], int)])  # another plan lies there
    for row, x, y, area, _ in (hole for hole, taken in zip(quality.holes, meant, strict=True) if not taken):
        melding = tr("Het plan heeft een gaatje van {area}; vul het op.").format(area=texts.m2(area))
        findings.add(rows[row], "G5", melding, (x, y), waarde=texts.m2(area), voorstel=mend)
    for row, x, y, width, area in quality.needles:
        melding = tr("Een deel van {area} is gemiddeld maar {width} breed; controleer of het bij het plan hoort.").format(
            area=texts.m2(area), width=texts.metres(width)
        )
        findings.add(rows[row], "G5", melding, (x, y), waarde=texts.metres(width))
    for row, x, y, needless, total in quality.dense:
        melding = tr("{needless} van de {total} hoekpunten veranderen de grens niet; vereenvoudig de polygoon.").format(
            needless=texts.count(needless), total=texts.count(total)
        )
        findings.add(rows[row], "G5", melding, (x, y), ernst=Ernst.INFO, waarde=str(needless))
    for row, x, y, radius in quality.circles:
        melding = tr("De polygoon is een cirkel met een straal van {radius} en lijkt een voorlopige aanduiding; "
                     "teken het plangebied zo precies mogelijk.").format(radius=texts.metres(radius))  # fmt: skip
        findings.add(rows[row], "G6", melding, (x, y), waarde=texts.metres(radius))
    for row, x, y, area in quality.squares:
        melding = tr("De polygoon is een rechthoek van maar {area} en lijkt een voorlopige aanduiding; "
                     "teken het plangebied zo precies mogelijk.").format(area=texts.m2(area))  # fmt: skip
        findings.add(rows[row], "G6", melding, (x, y), waarde=texts.m2(area))


def check_room(geometries: Geometries, areas: Floats, rows: Ints, plans: Sequence[Plan], findings: Collector) -> None:
    """G7: an area that no real plan has for so many dwellings."""
    for at, area in enumerate(areas.tolist()):
        plan = plans[rows[at]]
        if not (density.too_small(area, plan) or density.too_large(area, plan)):
            continue
        number, ernst = density.dwellings_on(plan), Ernst.WAARSCHUWING
        figures = {"area": texts.m2(area), "least": texts.number(density.LEAST), "most": texts.number(density.MOST)}
        if number:
            figures |= {"number": several(number, "woning", "woningen"), "density": texts.number(10_000 * number / area)}
        if not number:
            melding = tr("De polygoon is maar {area}: daar past geen woning op. Teken het hele plangebied.")
        elif density.too_small(area, plan):
            melding = tr("{number} op {area} is {density} per hectare; echte plannen hebben er hoogstens {most}. Teken het hele plangebied of "
                         "verbeter het aantal. Klopt het, zeg dan in de toelichting waarom.")  # fmt: skip
        else:
            ernst = Ernst.INFO  # one house on a large plot in the country is an ordinary plan
            melding = tr("{number} op {area} is {density} per hectare; echte plannen hebben er zelden minder dan {least}. Kijk of de polygoon en "
                         "het aantal kloppen.")  # fmt: skip
        point = shapely.point_on_surface(geometries[at])
        findings.add(rows[at], "G7", melding.format(**figures), (point.x, point.y), number=number, ernst=ernst, waarde=figures["area"])


def check_outline(geometries: Geometries, areas: Floats, rows: Ints, boundary: Any, findings: Collector) -> None:
    """G6: a plan that is the municipality itself."""
    whole = shapely.area(boundary)
    for at in np.flatnonzero((areas > _SAME_OUTLINE * whole) & (areas < whole / _SAME_OUTLINE)).tolist():
        shared = shapely.area(shapely.intersection(geometries[at], boundary))
        if shared > _SAME_OUTLINE * max(whole, areas[at]):
            point = shapely.point_on_surface(geometries[at])
            melding = tr("De polygoon is voor {share} gelijk aan de hele gemeente en lijkt een voorlopige aanduiding; "
                         "teken het plangebied zo precies mogelijk.").format(share=texts.percent(shared, max(whole, areas[at])))  # fmt: skip
            findings.add(rows[at], "G6", melding, (point.x, point.y), waarde=texts.m2(areas[at]))
