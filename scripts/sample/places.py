# SPDX-License-Identifier: GPL-2.0-or-later
"""Where things lie in Markerwaard: the ring dike, the canal, street grids and polder parcels, and shapes drawn on them.

Every shape is a list of corner points in RD, rounded to the millimetre. Shapes that need irregularity take their own
random generator, so that adding a plan never moves another one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

Point = tuple[float, float]
Shape = Callable[[Random], MultiPolygon]

STREET = 12.0  # metres between two blocks
BLOCK = (98.0, 63.0)  # a block of the street grid, long and short side

# The ring dike, as a rough closed line through the Markermeer; Marker Wadden and both shores stay outside.
_DIKE = (
    (141350, 503900), (142600, 502900), (144900, 502560), (147100, 502500), (149800, 502640), (151600, 503150),
    (152700, 504050), (153000, 505300), (152600, 506900), (151900, 508300), (150900, 509600), (149600, 510700),
    (147900, 511350), (146100, 511500), (144300, 511180), (142700, 510300), (141700, 509000), (141120, 507500),
    (141000, 505800),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grid:
    """A local grid: its origin in RD and the direction of its first axis in degrees."""

    origin: Point
    degrees: float

    def at(self, u: float, v: float) -> Point:
        """The RD point of a local point, in whole millimetres."""
        turn = math.radians(self.degrees)
        x = self.origin[0] + u * math.cos(turn) - v * math.sin(turn)
        y = self.origin[1] + u * math.sin(turn) + v * math.cos(turn)
        return millimetres((x, y))


MARKERSTEDE = Grid((146900.0, 506300.0), 11.0)  # the town
HAVEN = Grid((147900.0, 502900.0), 2.0)  # its harbour on the southern dike
NOORDKAAG = Grid((145300.0, 509500.0), -19.0)
OOSTERDIEP = Grid((150500.0, 506700.0), 34.0)
RUYGENHOEK = Grid((143000.0, 504000.0), 6.0)
POLDER_ZUID = Grid((145600.0, 504300.0), 3.0)  # farm land south of the town
POLDER_OOST = Grid((149100.0, 507900.0), -12.0)  # farm land east of the town
POLDER_NOORD = Grid((146700.0, 509900.0), -8.0)  # farm land beside Noordkaag
POLDER_WEST = Grid((142300.0, 507000.0), 9.0)


def millimetres(point: Point) -> Point:
    """A point rounded to whole millimetres."""
    return round(point[0], 3), round(point[1], 3)


def municipality() -> Polygon:
    """The municipality: everything inside the ring dike, with rounded corners (Chaikin)."""
    ring: list[Point] = [(float(x), float(y)) for x, y in _DIKE]
    for _ in range(2):
        ring = [
            (near * a[0] + (1 - near) * b[0], near * a[1] + (1 - near) * b[1])
            for a, b in zip(ring, ring[1:] + ring[:1], strict=True)
            for near in (0.75, 0.25)
        ]
    return Polygon([millimetres(point) for point in ring])


def area(*rings: Sequence[Point]) -> MultiPolygon:
    """One area: an outer ring and the rings of its holes."""
    return MultiPolygon([orient(Polygon(rings[0], rings[1:]))])


def block(grid: Grid, column: int, row: int, columns: int = 1, rows: int = 1) -> Shape:
    """Whole building blocks between streets, with one cut-off street corner."""

    def draw(random: Random) -> MultiPolygon:
        u, v = column * (BLOCK[0] + STREET), row * (BLOCK[1] + STREET)
        right = u + columns * (BLOCK[0] + STREET) - STREET
        top = v + rows * (BLOCK[1] + STREET) - STREET
        corners = [(u, v), (right, v), (right, top), (u, top)]
        cut, size = random.randrange(4), random.uniform(3, 7)
        ring = [point for number, corner in enumerate(corners) for point in _corner(corner, corners, number == cut, size)]
        return area([grid.at(*_nudged(point, random, 0.6)) for point in ring])

    return draw


def parcel(grid: Grid, u: float, v: float, width: float, depth: float) -> Shape:
    """A single cadastral parcel: four corners, slightly out of square, with a kink in the back fence."""

    def draw(random: Random) -> MultiPolygon:
        ring = [(u, v), (u + width, v), (u + width, v + depth), (u + width * random.uniform(0.4, 0.6), v + depth), (u, v + depth)]
        return area([grid.at(*_nudged(point, random, min(width, depth) * 0.06)) for point in ring])

    return draw


def quad(grid: Grid, *corners: Point) -> Shape:
    """An area with given corners; two of them can share a side exactly."""
    return lambda random: area([grid.at(*corner) for corner in corners])


def farm_land(grid: Grid, first: int, kavels: int, depth: float, width: float = 78.0, start: float = 0.0) -> Shape:
    """Adjacent polder parcels (kavels) with unequal depth: the stepped, slightly crooked outline of an uitleg area."""

    def draw(random: Random) -> MultiPolygon:
        left, ditch = first * width, 3.0
        front = [(left + k * width, start + random.uniform(0, 14)) for k in range(kavels)]
        front.append((left + kavels * width - 2 * ditch, start + random.uniform(0, 14)))
        back: list[Point] = []
        for k in reversed(range(kavels)):
            top = start + depth * random.uniform(0.72, 1.0)
            right_side = left + (k + 1) * width - (2 * ditch if k == kavels - 1 else 0)
            back += [(right_side, top), (left + k * width, top + random.uniform(-6, 6))]
        return area([grid.at(*point) for point in _crooked(front + back, random)])

    return draw


def along_canal(start: float, length: float, near: float, far: float, step: float = 28.0) -> Shape:
    """A strip along the Markervaart, between two distances from its axis (positive is the northern bank)."""

    def draw(random: Random) -> MultiPolygon:
        stops = [start + length * k / math.ceil(length / step) for k in range(math.ceil(length / step) + 1)]
        quay = [_beside_canal(x, near) for x in stops]
        back = [_beside_canal(x, far + random.uniform(-2.5, 2.5)) for x in reversed(stops)]
        return area([millimetres(point) for point in quay + back])

    return draw


def together(*shapes: Shape) -> Shape:
    """Several separate parcels as one plan."""
    return lambda random: MultiPolygon([part for shape in shapes for part in shape(random).geoms])


def around(outer: Shape, inner: Shape) -> Shape:
    """An area with a hole for what stays."""

    def draw(random: Random) -> MultiPolygon:
        whole, hole = outer(random).geoms[0], inner(random).geoms[0]
        return area(list(whole.exterior.coords)[:-1], list(hole.exterior.coords)[:-1])

    return draw


def _corner(corner: Point, corners: Sequence[Point], cut: bool, size: float) -> list[Point]:
    if not cut:
        return [corner]
    number = corners.index(corner)
    return [_towards(corner, corners[number - 1], size), _towards(corner, corners[(number + 1) % len(corners)], size)]


def _towards(point: Point, target: Point, distance: float) -> Point:
    share = distance / math.dist(point, target)
    return point[0] + share * (target[0] - point[0]), point[1] + share * (target[1] - point[1])


def _nudged(point: Point, random: Random, most: float) -> Point:
    return point[0] + random.uniform(-most, most), point[1] + random.uniform(-most, most)


def _crooked(ring: Sequence[Point], random: Random, step: float = 95.0) -> list[Point]:
    """The ring with extra points on its long sides, each a little off the line: ditches are never straight."""
    points: list[Point] = []
    for a, b in zip(ring, [*ring[1:], ring[0]], strict=True):
        points.append(a)
        pieces = int(math.dist(a, b) // step)
        points += [_nudged(_towards(a, b, math.dist(a, b) * k / (pieces + 1)), random, 1.2) for k in range(1, pieces + 1)]
    return points


def _canal(x: float) -> float:
    return 505850.0 + 180.0 * math.sin((x - 142500.0) / 1700.0)


def _beside_canal(x: float, distance: float) -> Point:
    slope = 180.0 / 1700.0 * math.cos((x - 142500.0) / 1700.0)
    length = math.hypot(1.0, slope)
    return x - slope * distance / length, _canal(x) + distance / length
