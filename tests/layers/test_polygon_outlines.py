# SPDX-License-Identifier: GPL-2.0-or-later
"""The quick reading of rings gives what taking polygons apart gives: the same vertices, and the inside on the same side."""

from itertools import pairwise

import numpy as np
import pytest
import shapely
from qgis.core import QgsGeometry

from lmvw_plugin.layers.polygons.reading import Piece
from lmvw_plugin.layers.polygons.rings import distinct, explode, outlines

X, Y = 120_000.0, 480_000.0
RING = [(0, 0), (40, 0), (60, 10), (40, 40), (0, 40)]


def polygon(*rings, multi=False):
    """A polygon of rings in metres from a corner in the Netherlands."""
    moved = [[(X + x, Y + y) for x, y in ring] for ring in rings]
    shape = shapely.Polygon(moved[0], moved[1:])
    return shapely.MultiPolygon([shape]) if multi else shape


HOLE = [(10, 10), (10, 20), (20, 20)]
SHAPES = {
    "one ring": polygon(RING),
    "as multipolygon": polygon(RING, multi=True),
    "clockwise": polygon(RING[::-1]),
    "with a hole": polygon(RING, HOLE),
    "with a hole that runs the same way as its shell": polygon(RING, HOLE[::-1]),
    "a hole that touches where the shell begins": polygon(RING, [(0, 0), (10, 20), (20, 20)]),
    "parts": shapely.MultiPolygon([polygon(RING), polygon([(x + 100, y) for x, y in RING], [(x + 100, y) for x, y in HOLE])]),
    "a vertex twice": polygon([*RING[:2], RING[1], RING[1], *RING[2:]]),
    "the first twice": polygon([RING[0], *RING]),
    "the last three times": polygon([*RING, RING[0], RING[0]]),
    "doubles in a hole": polygon(RING, [*HOLE, HOLE[0], HOLE[0]]),
    "hardly any area": polygon([(0, 0), (200, 0), (200, 1e-8)]),
    "nothing": shapely.MultiPolygon(),
}


def edges(shapes):
    """For each polygon its directed edges, the inside on the left, and how many rings it has."""
    rings = outlines(np.array([*shapes, None], object)[:-1])
    found = [([], []) for _ in shapes]
    for first, last, owner, shell, left in zip(rings.first, rings.last, rings.owner, rings.shell, rings.left, strict=True):
        points = [tuple(point) for point in rings.xy[first : last + 1].tolist()]
        assert points[0] == points[-1]
        found[owner][0].extend(pairwise(points) if left else pairwise(points[::-1]))
        found[owner][1].append(bool(shell))
    return [(sorted(lines), shells) for lines, shells in found]


def taken_apart(shape):
    """The same by way of the rings themselves."""
    rings = distinct(explode(np.array([shape, None], object)[:-1]))
    lines = []
    for r in range(len(rings.rings)):
        points = [tuple(point) for point in rings.xy[rings.first[r] : rings.first[r + 1]].tolist()]
        if shapely.is_ccw(rings.rings[r]) != rings.is_shell[r]:
            points.reverse()
        lines += zip(points, [*points[1:], points[0]], strict=True)
    return sorted(lines), [bool(shell) for shell in rings.is_shell]


@pytest.mark.parametrize("name", SHAPES)
def test_a_polygon_alone(name):
    assert edges([SHAPES[name]]) == [taken_apart(SHAPES[name])]


def test_polygons_beside_each_other():
    shapes = [*SHAPES.values(), *reversed(SHAPES.values())]
    assert edges(shapes) == [taken_apart(shape) for shape in shapes]


def test_no_polygon_at_all():
    assert edges([]) == []


@pytest.mark.parametrize("name", [name for name in SHAPES if name != "nothing"])
def test_the_length_of_the_bytes_tells_that_a_polygon_is_one_ring(name):
    shape = SHAPES[name]
    piece = Piece()
    piece.add(1, {}, QgsGeometry())
    geometry = QgsGeometry()
    geometry.fromWkb(shapely.to_wkb(shape))
    piece.add(2, {}, geometry)
    shapes = np.array([None, shape])
    parts = shapely.get_parts(shape)
    assert piece._one_ring(shapes).tolist() == [False, len(parts) == 1 and not len(parts[0].interiors)]


def test_a_polygon_with_an_empty_ring_or_part_is_not_taken_for_one_ring():
    hollow = [
        shapely.from_wkt("POLYGON ((0 0, 9 0, 9 9, 0 0), EMPTY)"),
        shapely.from_wkt("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0)), EMPTY)"),
        shapely.from_wkt("MULTIPOLYGON (((0 0, 9 0, 9 9, 0 0), EMPTY))"),
    ]
    piece = Piece()
    for shape in hollow:
        geometry = QgsGeometry()
        geometry.fromWkb(shapely.to_wkb(shape))
        piece.add(1, {}, geometry)
    assert piece.polygons().hollow.tolist() == [True, True, True]
