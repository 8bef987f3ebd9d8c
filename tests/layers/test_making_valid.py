# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons made valid and rings closed by QGIS: areas as they should be, wherever a ring begins."""

import struct

import numpy as np
import pytest
import shapely

from lmvw_plugin.layers.polygons.making_valid import closed, made_valid

BOWTIE = shapely.Polygon([(0, 0), (4, 4), (4, 0), (0, 4)])
SQUARE = shapely.box(0, 0, 4, 4)


def valid(shape):
    return made_valid(np.array([shape], object))[0]


def test_what_is_valid_or_absent_is_left_alone():
    found = made_valid(np.array([SQUARE, None], object))
    assert found[0] is SQUARE and found[1] is None


def test_a_bowtie_becomes_two_triangles():
    assert shapely.is_valid(valid(BOWTIE)) and valid(BOWTIE).area == pytest.approx(8)


@pytest.mark.parametrize("turn", range(4))
def test_where_a_ring_begins_makes_no_difference(turn):
    corners = [(0, 0), (4, 4), (4, 0), (0, 4)]
    assert shapely.to_wkb(valid(shapely.Polygon(corners[turn:] + corners[:turn]))) == shapely.to_wkb(valid(BOWTIE))


def test_what_is_covered_twice_stays_covered():
    twice = shapely.MultiPolygon([SQUARE, shapely.box(2, 0, 6, 4)])
    assert valid(twice).area == pytest.approx(24)


def test_what_has_no_area_becomes_empty():
    assert valid(shapely.Polygon([(0, 0), (4, 0), (2, 0)])).is_empty


def _wkb(*rings):
    head = struct.pack("<BII", 1, 3, len(rings))
    return head + b"".join(struct.pack("<I", len(ring)) + b"".join(struct.pack("<dd", *point) for point in ring) for ring in rings)


def test_open_rings_are_closed():
    opened = _wkb([(0, 0), (9, 0), (9, 9), (0, 9)], [(1, 1), (2, 1), (2, 2)])
    assert closed(opened).area == pytest.approx(81 - 0.5)


def test_what_has_no_corners_at_all_stays_unread():
    assert closed(b"\x01\x03\x00\x00\x00\x01\x00\x00\x00\xff") is None


def test_open_rings_in_a_multipolygon_are_closed():
    several = struct.pack("<BII", 1, 6, 2) + _wkb([(0, 0), (9, 0), (9, 9), (0, 9)]) + _wkb([(20, 0), (29, 0), (29, 9), (20, 0)])
    assert closed(several).area == pytest.approx(81 + 40.5)
