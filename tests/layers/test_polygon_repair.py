# SPDX-License-Identifier: GPL-2.0-or-later
"""What repair does, what it reports, and what it leaves alone."""

import numpy as np
import pytest
import shapely
from polygon_layers import check, plans_of, read
from qgis.core import QgsGeometry
from shapely import box

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.polygons.reading import Piece
from lmvw_plugin.layers.polygons.repair import Limits, repair_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances

pytestmark = pytest.mark.usefixtures("qgis_app")

X, Y = 110_000.0, 500_000.0


def moved(wkt):
    return shapely.transform(shapely.from_wkt(wkt), lambda xy: xy + np.array([X, Y]))


def repair(*shapes, **more):
    return repair_polygons(plans_of(shapes), Tolerances(), Limits(), Silent(), **more)


SQUARE = "0 0,50 0,50 50,0 50,0 0"


@pytest.mark.parametrize(
    ("wkt", "done", "becomes", "flagged"),
    [
        ("POLYGON((0 0,40 40,40 0,0 40,0 0))", "geldig gemaakt",
         "MULTIPOLYGON(((0 0,20 20,0 40,0 0)),((40 0,40 40,20 20,40 0)))", True),
        ("POLYGON((0 0,50 0,50 0,50 50,0 50,0 0))", "dubbele hoekpunten weggehaald", f"POLYGON(({SQUARE}))", False),
        ("POLYGON((0 0,50 0,50 50,30 50,30 70,29.99 50,0 50,0 0))", "uitschieters weggehaald", f"POLYGON(({SQUARE}))", False),
        (f"MULTIPOLYGON((({SQUARE})),((100 0,100.5 0,100.5 0.5,100 0)))", "snippers weggehaald", f"MULTIPOLYGON((({SQUARE})))", False),
        (f"POLYGON(({SQUARE}),(10 10,10.5 10,10.5 10.5,10 10))", "gaatjes gevuld", f"POLYGON(({SQUARE}))", False),
        (f"MULTIPOLYGON((({SQUARE})),((50 0,90 0,90 50,50 50,50 0)))", "geldig gemaakt", "MULTIPOLYGON(((0 0,90 0,90 50,0 50,0 0)))", False),
        (f"MULTIPOLYGON((({SQUARE})),((50.0004 0,90 0,90 50,50.0004 50,50.0004 0)))", "afgerond op hele millimeters",
         "MULTIPOLYGON(((0 0,90 0,90 50,0 50,0 0)))", False),
        (f"POLYGON(({SQUARE}),(100 100,110 100,110 110,100 100))", "geldig gemaakt",
         f"MULTIPOLYGON((({SQUARE})),((100 100,110 100,110 110,100 100)))", True),
        (f"GEOMETRYCOLLECTION(POLYGON(({SQUARE})),POINT(10 10))", "alleen de vlakken gehouden", f"MULTIPOLYGON((({SQUARE})))", False),
    ],
)  # fmt: skip
def test_what_is_repaired(wkt, done, becomes, flagged):
    polygons = plans_of([moved(wkt)])
    if wkt.startswith("GEOM"):
        polygons.kinds[0] = 5
    repaired = repair_polygons(polygons, Tolerances(), Limits(), Silent())
    (change,) = repaired.changes
    assert repaired.geometries[0].normalize().equals_exact(moved(becomes).normalize(), 1e-9) or (
        repaired.geometries[0].symmetric_difference(moved(becomes)).area < 1e-6
    )
    assert change.done == done and bool(change.flag) is flagged
    assert change.area_after == pytest.approx(moved(becomes).area, abs=1e-4)
    assert change.parts_after == shapely.get_num_geometries(repaired.geometries[0])


def test_repaired_rings_turn_the_right_way():
    turned = repair(moved("POLYGON((0 0,0 50,50 50,50 50,50 0,0 0),(10 10,20 10,20 20,10 20,10 10))")).geometries[0]
    assert turned.exterior.is_ccw and not turned.interiors[0].is_ccw


def test_orientation_alone_is_only_changed_when_asked():
    clockwise = moved("POLYGON((0 0,0 50,50 50,50 0,0 0))")
    assert repair(clockwise).geometries[0] is None
    asked = repair(clockwise, orient=True)
    assert asked.geometries[0].exterior.is_ccw and asked.changes[0].done == "draairichting van de ringen gelijkgemaakt"
    assert repair(asked.geometries[0], orient=True).geometries[0] is None


def test_valid_input_is_not_touched():
    shapes = [box(X, Y, X + 50, Y + 50), moved("POLYGON((0 0,0 50,50 50,50 0,0 0))"), shapely.MultiPolygon([box(X, Y, X + 9, Y + 9)])]
    repaired = repair(*shapes)
    assert not repaired.changes and all(shape is None for shape in repaired.geometries)


def test_nothing_left_is_said_and_left_alone():
    repaired = repair(moved("POLYGON((0 0,50 0,25 0,0 0))"))
    assert repaired.geometries[0] is None and "teken het plangebied opnieuw" in repaired.changes[0].flag


@pytest.mark.parametrize("wkt", [None, "Point(110000 500000)", "LineString(110000 500000, 110050 500000)", "MultiPolygon EMPTY",
                                 "Polygon((110000 500000, 110050 500000, nan 500050, 110000 500000))"])  # fmt: skip
def test_a_plan_that_cannot_be_used_has_a_row_and_a_flag(wkt):
    piece = Piece()
    piece.add(7, {"plannaam": "Plan"}, QgsGeometry.fromWkt(wkt) if wkt else QgsGeometry())
    polygons = piece.polygons()
    repaired = repair_polygons(polygons, Tolerances(), Limits(), Silent())
    (change,) = repaired.changes
    assert change.row == 0 and change.done == "niet gerepareerd" and "geen bruikbare polygoon" in change.flag
    assert repaired.geometries[0] is None


def test_a_hole_that_another_plan_occupies_is_not_filled():
    house, garden = box(X + 10, Y + 10, X + 10.9, Y + 10.9), box(X, Y, X + 50, Y + 50)
    holed = garden.difference(house).difference(box(X + 20, Y + 20, X + 20.5, Y + 20.5))
    repaired = repair(holed, house)
    assert len(repaired.geometries[0].interiors) == 1 and repaired.geometries[0].intersection(house).area == 0
    assert repair(repaired.geometries[0], house).changes == []


def test_coordinates_that_are_no_metres_are_left_alone():
    bow = shapely.Polygon([(4.6, 52.5), (4.7, 52.6), (4.7, 52.5), (4.6, 52.6)])
    repaired = repair(bow)
    assert repaired.geometries[0] is None and "buiten RD" in repaired.changes[0].flag


def test_heights_and_arcs_come_off():
    polygons = read(f"MultiPolygon Z((({X} {Y} 1, {X + 50} {Y} 1, {X + 50} {Y + 50} 1, {X} {Y} 1)))", kind="MultiPolygonZ")
    repaired = repair_polygons(polygons, Tolerances(), Limits(), Silent())
    assert repaired.changes[0].done == "hoogtes en meetwaarden weggehaald" and not repaired.geometries[0].has_z
    arc = read(f"CurvePolygon(CircularString({X} {Y}, {X + 50} {Y + 50}, {X + 100} {Y}, {X + 50} {Y - 50}, {X} {Y}))", kind="CurvePolygon")
    repaired = repair_polygons(arc, Tolerances(), Limits(), Silent())
    assert repaired.changes[0].done == "bogen omgezet in rechte stukken" and not repaired.changes[0].flag


def test_moved_vertices_are_counted_with_their_distance():
    (change,) = repair(moved("POLYGON((0 0,40 40,40 0,0 40,0 0))")).changes
    assert change.moved == 1 and change.moved_m < 1e-6 and change.parts_before == 1 and change.parts_after == 2


def test_overlaps_are_not_cut():
    one, other = box(X, Y, X + 100, Y + 100), box(X + 50, Y, X + 150, Y + 100)
    assert all(shape is None for shape in repair(one, other).geometries)
    assert [f.regel for f in check(one, other)] == ["G4"]
