# SPDX-License-Identifier: GPL-2.0-or-later
"""G3: plans inside the municipality; and G5: parts of one plan that lie very far apart."""

from __future__ import annotations

import threading
from typing import Any

import numpy as np

from ....core.feedback import Feedback
from ....core.i18n import tr
from ....core.rules.tolerances import Tolerances
from ..reading import Geometries
from ..rings import Floats, Ints, explode
from ..shapely2 import shapely
from ..work import chunks, each, tiles
from . import texts
from .collect import Collector
from .gaps import cut

_TOGETHER = 100  # plans of which is asked at once whether they lie inside
_ROOM = 1.0  # metres around a plan within which the border is looked at


class Boundary:
    """The area of the municipality with what makes many questions about it quick.

    ``wide`` is the area with the tolerated distance around it; both are prepared, so this object stays on one thread.
    """

    def __init__(self, area: Any, tolerance: float) -> None:
        self.area = area
        self.wide = shapely.buffer(area, tolerance)
        shapely.prepare([self.area, self.wide])
        rings = explode([area])
        _, after = rings.neighbours
        edges = shapely.linestrings(np.stack((rings.xy, rings.xy[after]), axis=1))
        self._edges = shapely.STRtree(edges, node_capacity=4)  # the nearest is found in half the time that the usual 10 takes

    def distance(self, geometries: Geometries) -> Floats:
        """Distance of each to the border line in metres."""
        return self._edges.query_nearest(geometries, return_distance=True, all_matches=False)[1]

    def outside(self, geometries: Geometries) -> Geometries:
        """What of each lies outside."""
        result = geometries.copy()
        crossing = shapely.intersects(self.area, geometries)
        crossed, bounds = geometries[crossing], shapely.bounds(geometries[crossing])
        beside = cut(np.full(len(crossed), self.area), bounds[:, :2] - _ROOM, bounds[:, 2:] + _ROOM)  # of all that border little is near
        result[crossing] = shapely.difference(crossed, beside)
        return result

    def depth(self, outside: Geometries) -> Floats:
        """How far each piece reaches from the border line; a surface point stands for a piece that fills a hole."""
        xy, owner = shapely.get_coordinates(outside, return_index=True)
        farthest = self.distance(shapely.point_on_surface(outside))
        np.maximum.at(farthest, owner, self.distance(shapely.points(xy)))
        return farthest


def check_boundary(
    geometries: Geometries, rows: Ints, area: Any, tolerances: Tolerances, findings: Collector, feedback: Feedback, start: float, end: float
) -> None:
    """One finding per part that sticks out of the municipality by more than the tolerance, with its area and share.

    ``geometries`` are valid; ``rows`` says which row of the layer each is.
    """
    boundary = Boundary(area, tolerances.outside_m)
    wide = _OnEachThread(boundary.wide)

    bounds = shapely.bounds(geometries)

    def outside(at: Ints) -> Ints:
        at = at[~shapely.covers(wide.shape, shapely.box(*bounds[at].T))]
        return at[~shapely.covers(wide.shape, geometries[at])]

    for out in each(outside, _uncovered(bounds, boundary.wide), feedback, start, end):
        if len(out):
            _report(geometries[out], rows[out], boundary, findings)


def _uncovered(bounds: Floats, area: Any) -> list[Ints]:
    """Groups of plans that may stick out of the area. Nearly every plan lies inside, and is so with those around it."""
    groups = tiles(bounds, _TOGETHER)
    around = np.array([(*bounds[group, :2].min(axis=0), *bounds[group, 2:].max(axis=0)) for group in groups]).reshape(-1, 4)
    inside = shapely.covers(area, shapely.box(*around.T))
    return chunks(
        np.sort(np.concatenate([np.zeros(0, int), *(group for group, covered in zip(groups, inside, strict=True) if not covered)]))
    )


class _OnEachThread(threading.local):
    """A prepared geometry, with a copy for every thread that asks: GEOS fills in its index on first use."""

    def __init__(self, shape: Any) -> None:
        self.shape = shapely.from_wkb(shapely.to_wkb(shape, output_dimension=2))
        shapely.prepare(self.shape)


def _report(plans: Geometries, rows: Ints, boundary: Boundary, findings: Collector) -> None:
    parts, owner = shapely.get_parts(plans, return_index=True)
    sticking = ~shapely.covers(boundary.wide, parts)
    parts, owner = parts[sticking], owner[sticking]
    outside = boundary.outside(parts)
    areas, totals = shapely.area(parts), shapely.area(plans)[owner]
    outside_areas = shapely.area(outside)
    gone = outside_areas >= areas * (1 - 1e-9)  # the whole part lies outside
    metres = np.zeros(len(parts))
    metres[gone], metres[~gone] = boundary.distance(parts[gone]), boundary.depth(outside[~gone])
    alone = shapely.get_num_geometries(plans)[owner] == 1
    places = shapely.get_coordinates(shapely.point_on_surface(outside))
    numbers = zip(rows[owner].tolist(), places, alone, gone, *(v.tolist() for v in (areas, outside_areas, totals, metres)), strict=True)
    for row, point, whole, away, part, area, total, distance in numbers:
        what = tr("Het plan") if whole else tr("Een deel van het plan ({part})").format(part=texts.m2(part))
        if away:
            melding = tr("{what} ligt helemaal buiten de gemeente, op {distance} van de grens ({area}, {share} van het plan). "
                         "Verbeter de polygoon of leg het uit in de toelichting.")  # fmt: skip
        else:
            melding = tr("{what} steekt {distance} buiten de gemeente: {area}, {share} van het plan; "
                         "verbeter de grens of leg het uit in de toelichting.")  # fmt: skip
        melding = melding.format(what=what, distance=texts.metres(distance), area=texts.m2(area), share=texts.percent(area, total))
        findings.add(row, "G3", melding, point, waarde=texts.m2(area))


def check_far_parts(geometries: Geometries, rows: Ints, tolerances: Tolerances, findings: Collector) -> None:
    """Parts that lie far from the largest part of their plan."""
    bounds = shapely.bounds(geometries)
    wide = np.hypot(bounds[:, 2] - bounds[:, 0], bounds[:, 3] - bounds[:, 1]) > tolerances.far_m
    for at in np.flatnonzero(wide & (shapely.get_num_geometries(geometries) > 1)).tolist():
        parts = shapely.get_parts(geometries[at])
        distances = shapely.distance(parts, parts[np.argmax(shapely.area(parts))])
        for far in np.flatnonzero(distances > tolerances.far_m).tolist():
            point = shapely.point_on_surface(parts[far])
            melding = tr("Een deel van {area} ligt {distance} van het grootste deel van het plan; controleer of het verschoven is.").format(
                area=texts.m2(shapely.area(parts[far])), distance=texts.metres(distances[far])
            )
            findings.add(int(rows[at]), "G5", melding, (point.x, point.y), waarde=texts.metres(distances[far]))
