# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans that are read past QGIS, out of the table in which they are stored, are the plans that QGIS reads."""

import sqlite3
import struct
from contextlib import closing

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from qgis.core import QgsCoordinateTransformContext, QgsGeometry, QgsVectorFileWriter, QgsVectorLayer

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.polygons.reading import joined, read_pieces, read_polygons
from lmvw_plugin.layers.stored.copies import NOTHING_STORED, Stored
from tests.layers.polygon_layers import layer_of

X, Y = 120_000, 480_000
HEADER = b"GP\0\1" + struct.pack("<i", 28992)
RING = f"{X} {Y}, {X + 50} {Y}, {X + 50} {Y + 50}, {X} {Y}"
HOLE = f"{X + 30} {Y + 10}, {X + 40} {Y + 10}, {X + 40} {Y + 20}, {X + 30} {Y + 10}"
AWAY = RING.replace(str(X), str(X + 900)).replace(str(X + 50), str(X + 950))
OTHERS = (
    None,
    "MultiPolygon EMPTY",
    f"Point ({X} {Y})",
    f"LineString ({RING})",
    f"GeometryCollection (Point ({X} {Y}), Polygon (({RING})))",
)
KINDS = {
    "MultiPolygon": (f"MultiPolygon ((({RING})))", f"MultiPolygon ((({RING}), ({HOLE})))", f"MultiPolygon ((({RING})), (({AWAY})))"),
    "Polygon": (f"Polygon (({RING}))", f"Polygon (({RING}), ({HOLE}))"),
    "PolygonZM": (f"Polygon ZM (({', '.join(f'{point} 1 2' for point in RING.split(', '))}))",),
    "CurvePolygon": (f"CurvePolygon (CompoundCurve (CircularString ({X} {Y}, {X + 10} {Y + 10}, {X + 20} {Y}), ({X + 20} {Y}, {X} {Y})))",),
    "GeometryCollection": (f"GeometryCollection (Point ({X} {Y}), Polygon (({RING})))",),
}


def stored(layer, path):
    """The layer in a GeoPackage, without a word about its kind, so that anything may stand in it."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", "plannen"
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError
    return path


def both(path):
    """The plans as QGIS reads them, and as they are stored."""
    layer, table = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr"), Stored((path, "plannen"))
    assert layer.isValid()
    return read_polygons(layer, Silent()), joined([piece.polygons() for piece in read_pieces(layer, Silent(), table)])


def same(first, second):
    assert first.plans == second.plans and first.declared == second.declared
    for name in ("fids", "kinds", "has_z", "has_m", "curved", "hollow"):
        assert (getattr(first, name) == getattr(second, name)).all(), name
    for shape, other in zip(first.geometries, second.geometries, strict=True):  # of polygons among others QGIS makes parts
        assert [part.wkb for part in shapely.get_parts(shape)] == [part.wkb for part in shapely.get_parts(other)]


@pytest.mark.parametrize("kind", KINDS)
def test_whatever_stands_in_a_table(tmp_path, kind):
    layer = layer_of([*KINDS[kind], None], kind=kind)
    same(*both(stored(layer, tmp_path / "plannen.gpkg")))


def without_triggers(database):
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{trigger}"')


def test_whatever_stands_in_one_table(tmp_path):
    shapes = [shape for kind in (*KINDS.values(), OTHERS) for shape in kind]
    path = stored(layer_of([f"Polygon (({RING}))"] * len(shapes), kind="Polygon"), tmp_path / "plannen.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        without_triggers(database)
        database.execute("UPDATE gpkg_geometry_columns SET geometry_type_name = 'GEOMETRY', z = 2, m = 2")
        for fid, shape in enumerate(shapes, 1):
            database.execute("UPDATE plannen SET geom = ? WHERE fid = ?", (HEADER + bytes(QgsGeometry.fromWkt(shape).asWkb()), fid))
    first, second = both(path)
    assert len(set(second.kinds.tolist())) > 3 and second.curved.any() and second.has_z.any()
    same(first, second)


@pytest.mark.parametrize(
    "stands",
    [
        None,
        b"",
        b"geen geometrie",
        HEADER + struct.pack("<BIII", 1, 3, 1, 4_000_000_000),  # says to be longer than it is
        HEADER + struct.pack("<BIII", 1, 3, 1, 2) + struct.pack("<4d", X, Y, X + 1, Y),
        HEADER + struct.pack("<BIII", 1, 3, 1, 4) + struct.pack("<8d", *(X, Y), *(X + 9, Y), *(X, Y + 9), *(X, Y + 1)),
        HEADER + struct.pack("<BIII", 1, 3, 1, 4) + struct.pack("<8d", *(X, Y), *(float("nan"), Y), *(X, Y + 9), *(X, Y)),
        HEADER + struct.pack("<BIII", 1, 6, 1, 3),
        HEADER + struct.pack(">BIII", 0, 3, 1, 4) + struct.pack(">8d", *(X, Y), *(X + 9, Y), *(X, Y + 9), *(X, Y)),
        b"GP\0\x11" + HEADER[4:] + struct.pack("<BII", 1, 3, 0),
    ],
    ids=("nothing", "no bytes", "words", "too short", "two points", "not closed", "no number", "cut off", "other order", "empty"),
)  # fmt: skip
def test_bytes_that_anybody_may_have_written(tmp_path, stands):
    path = stored(layer_of([f"Polygon (({RING}))"] * 3, kind="Polygon"), tmp_path / "plannen.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        without_triggers(database)
        database.execute("UPDATE plannen SET geom = ? WHERE fid = 2", (stands,))
    same(*both(path))


def test_the_values_are_those_that_are_stored(tmp_path):
    plans = [
        {"plannaam": None, "planstatus": "5A Potentieel", "gerealiseerd": True, "bruto_totaal": 7},
        {"plannaam": "De ‘Hoef’", "planstatus": None, "vervallen": None, "toelichting": ""},
    ]
    path = stored(layer_of([f"Polygon (({RING}))"] * 2, kind="Polygon", plans=plans), tmp_path / "plannen.gpkg")
    first, second = both(path)
    same(first, second)
    assert [plan["planstatus"] for plan in second.plans] == ["5A", None] and second.plans[0]["gerealiseerd"] is True
    with closing(sqlite3.connect(path)) as database, database:
        without_triggers(database)
        database.execute("UPDATE plannen SET bruto_totaal = 12.5")
    assert [plan["bruto_totaal"] for plan in both(path)[1].plans] == [12.5, 12.5], "GDAL gives 12"


def test_a_layer_that_is_not_stored_is_asked_of_qgis():
    layer = layer_of([f"MultiPolygon ((({RING})))"])
    assert len(joined([piece.polygons() for piece in read_pieces(layer, Silent(), NOTHING_STORED)])) == 1


@given(st.lists(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), min_size=3, max_size=9), min_size=1, max_size=6))
def test_any_ring(tmp_path_factory, rings):
    shapes = [shapely.Polygon(np.add(ring, (X, Y))) for ring in rings]
    path = stored(layer_of(shapes, kind="Polygon"), tmp_path_factory.mktemp("ring") / "plannen.gpkg")
    same(*both(path))
