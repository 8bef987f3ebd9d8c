# SPDX-License-Identifier: GPL-2.0-or-later
"""How a polygon gets damaged in practice. Each function takes a sound MultiPolygon and returns the damaged one."""

from __future__ import annotations

import math

from shapely import transform
from shapely.affinity import translate
from shapely.geometry import MultiPolygon, Point, Polygon, box
from shapely.geometry.base import BaseGeometry


def in_millimetres(shape: BaseGeometry) -> MultiPolygon:
    """A multipolygon with coordinates in whole millimetres; nothing else changes, not even what is invalid."""
    rounded = transform(shape, lambda points: points.round(3))
    return rounded if isinstance(rounded, MultiPolygon) else MultiPolygon([rounded])


def bow_tie(shape: MultiPolygon) -> MultiPolygon:
    """Two corners of a parcel in the wrong order."""
    ring = _ring(shape)
    ring[1], ring[2] = ring[2], ring[1]
    return MultiPolygon([Polygon(ring)])


def loop(shape: MultiPolygon) -> MultiPolygon:
    """A loop of a few metres in the longest side."""
    ring, number = _ring(shape), _longest_side(shape)
    along, across = _directions(ring, number)
    middle = _middle(ring, number)
    steps = ((4, 0), (4, 6), (-4, 6), (-4, -3), (8, -3))  # metres along and across: comes back over itself
    knot = [(middle[0] + u * along[0] + v * across[0], middle[1] + u * along[1] + v * across[1]) for u, v in steps]
    return MultiPolygon([Polygon([*ring[: number + 1], *knot, *ring[number + 1 :]])])


def spike(shape: MultiPolygon, length: float = 18.0, half_width: float = 0.02) -> MultiPolygon:
    """A needle that sticks out of the longest side."""
    ring, number = _ring(shape), _longest_side(shape)
    along, across = _directions(ring, number)
    x, y = _middle(ring, number)
    needle = [
        (x - half_width * along[0], y - half_width * along[1]),
        (x + length * across[0], y + length * across[1]),
        (x + half_width * along[0], y + half_width * along[1]),
    ]
    return MultiPolygon([Polygon([*ring[: number + 1], *needle, *ring[number + 1 :]])])


def speck(shape: MultiPolygon, size: float = 0.5) -> MultiPolygon:
    """A tiny part of its own, just outside the plan."""
    _, bottom, right, _ = shape.bounds
    return MultiPolygon([*shape.geoms, box(right + 5, bottom, right + 5 + size, bottom + size)])


def doubled_points(shape: MultiPolygon) -> MultiPolygon:
    """Every point of the outline twice, as some digitising tools leave it."""
    return MultiPolygon([Polygon([point for point in _ring(shape) for _ in range(2)])])


def circle(shape: MultiPolygon) -> MultiPolygon:
    """A circle in the middle of the plan that stays inside it."""
    middle: Point = shape.centroid
    around_origin = Point(0, 0).buffer(0.9 * middle.distance(shape.boundary), quad_segs=16)
    return MultiPolygon([translate(around_origin, middle.x, middle.y)])


def _ring(shape: MultiPolygon) -> list[tuple[float, float]]:
    """The corners of the first part, counter-clockwise, the first one not repeated."""
    ring = shape.geoms[0].exterior
    points = [(x, y) for x, y in ring.coords[:-1]]
    return points if ring.is_ccw else points[::-1]


def _longest_side(shape: MultiPolygon) -> int:
    ring = _ring(shape)
    return max(range(len(ring) - 1), key=lambda k: math.dist(ring[k], ring[k + 1]))


def _middle(ring: list[tuple[float, float]], number: int) -> tuple[float, float]:
    (ax, ay), (bx, by) = ring[number], ring[number + 1]
    return (ax + bx) / 2, (ay + by) / 2


def _directions(ring: list[tuple[float, float]], number: int) -> tuple[tuple[float, float], tuple[float, float]]:
    """Unit vectors along a side of a counter-clockwise ring and outwards from it."""
    (ax, ay), (bx, by) = ring[number], ring[number + 1]
    length = math.dist((ax, ay), (bx, by))
    along = (bx - ax) / length, (by - ay) / length
    return along, (along[1], -along[0])
