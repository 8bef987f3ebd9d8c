# SPDX-License-Identifier: GPL-2.0-or-later
"""Which stored values are not of the type of their column, at every limit; and tables and geometries as odd as SQLite lets them be."""

import sqlite3
import struct
from contextlib import closing

import pytest
from qgis.core import QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QMetaType

from lmvw_plugin.core.basisset.values import Binary
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.stored.geometry import wkb_in
from lmvw_plugin.layers.stored.values import is_view, odd_values, only_table, stored_rows

_TYPES = {
    "INTEGER": QMetaType.Type.LongLong,
    "BOOLEAN": QMetaType.Type.Bool,
    "DOUBLE": QMetaType.Type.Double,
    "TEXT": QMetaType.Type.QString,
}


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def made(path, columns, rows, table="plannen"):
    """A table as SQLite has it; ``columns`` are names with what they are declared as."""
    declared = ", ".join(f"{quoted(name)} {kind}" for name, kind in columns.items())
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE TABLE {quoted(table)} (fid INTEGER PRIMARY KEY, {declared})")
        database.execute("CREATE TABLE IF NOT EXISTS gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
        marks = ", ".join("?" * len(columns))
        database.executemany(f"INSERT INTO {quoted(table)} ({', '.join(map(quoted, columns))}) VALUES ({marks})", rows)
    return path


@pytest.mark.parametrize(("declared", "good", "odd"), [
    ("INTEGER", (0, -5, 2**31 - 1, -(2**31), "12", None), (2**31, -(2**31) - 1, 12.5, "twaalf", b"\1")),
    ("MEDIUMINT", (7,), (7.5, "7 woningen")),
    ("BOOLEAN", (0, 1, None), (2, -1, "ja", 0.5)),
    ("DOUBLE", (1, 1.5, -2.0, None), ("veel", b"\1")),
    ("TEXT", ("", "Haven", "Ha\ufeffven", None), ("Ha\0ven", "\ufeffHaven", b"\1")),
    ("TEXT(20)", ("Haven",), ("Ha\0ven",)),
    ("DATE", ("2026-01-01", 12.5, "morgen"), ()),  # GDAL translates those
])  # fmt: skip
def test_what_is_not_of_its_column_is_told_and_nothing_else(tmp_path, declared, good, odd):
    path = made(tmp_path / "b.gpkg", {"waarde": declared}, [(value,) for value in (*good, *odd)])
    found = odd_values(path, "plannen")
    meant = dict(enumerate(odd, len(good) + 1))
    assert found.keys() == meant.keys()
    for fid, value in meant.items():
        told = found[fid]["waarde"]
        assert isinstance(told, Binary) if isinstance(value, bytes) else (type(told), told) == (type(value), value)


def test_a_name_with_a_quote_and_the_last_of_many_columns_are_looked_at(tmp_path):
    """A table of a hundred columns and more is asked in parts."""
    columns = {f"k{number}": "INTEGER" for number in range(230)} | {'Aantal "netto"': "INTEGER"}
    path = made(tmp_path / "b.gpkg", columns, [[1.5, *[1] * 228, "acht", "twaalf"], [1] * 231], 'Plannen "nieuw"')
    assert odd_values(path, 'Plannen "nieuw"') == {1: {"k0": 1.5, "k229": "acht", 'Aantal "netto"': "twaalf"}}


def test_a_table_without_numbers_of_rows_is_left_to_gdal_and_its_first_column_may_be_odd(tmp_path):
    path = tmp_path / "b.gpkg"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT)")
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('zonder', 'geom')")
        database.execute("CREATE TABLE zonder (naam TEXT PRIMARY KEY, geom POLYGON) WITHOUT ROWID")
        database.execute("INSERT INTO zonder VALUES ('Ha' || char(0) || 'ven', NULL)")
        database.execute("CREATE TABLE plannen (telt INTEGER, fid INTEGER PRIMARY KEY)")
        database.execute("INSERT INTO plannen VALUES (1.5, 7)")
    assert stored_rows(path, "zonder", fields(naam="TEXT")) is None
    assert odd_values(path, "zonder") == {}
    assert odd_values(path, "plannen") == {7: {"telt": 1.5}}


def fields(**kinds):
    columns = QgsFields()
    for name, kind in kinds.items():
        columns.append(QgsField(name, _TYPES[kind]))
    return columns


def test_rows_are_what_is_stored_in_the_order_of_their_numbers(tmp_path):
    given = [("Haven", 1, 1, b"GP"), ("Dijk", 0, 0, None), ("Kade", 2, 2, None), ("Sluis", "ja", 3, None), (b"\1\2", None, None, None)]
    path = made(tmp_path / "b.gpkg", {"naam": "TEXT", "telt": "BOOLEAN", "bruto": "INTEGER", "geom": "MULTIPOLYGON"}, given)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('plannen', 'geom')")
        database.execute("UPDATE plannen SET fid = 9 WHERE naam = 'Haven'")
    rows = list(stored_rows(path, "plannen", fields(naam="TEXT", telt="BOOLEAN", bruto="INTEGER")))
    assert [(fid, repr(values[1:])) for fid, _, values in rows] == [
        (2, "[False, 0]"), (3, "[2, 2]"), (4, "['ja', 3]"), (5, "[None, None]"), (9, "[True, 1]"),
    ]  # fmt: skip
    assert rows[-1][1] == b"GP"
    assert isinstance(rows[3][2][0], Binary)


@pytest.mark.parametrize(("columns", "asked", "geometry"), [
    ({"dag": "DATE", "geom": "POLYGON"}, {"dag": "TEXT"}, "geom"),  # GDAL makes a day of it
    ({"naam": "TEXT", "geom": "POLYGON"}, {"naam": "INTEGER"}, "geom"),  # QGIS has it otherwise
    ({"naam": "TEXT"}, {"naam": "TEXT"}, "geom"),  # its geometry is not there
    ({"naam": "TEXT", "geom": "POLYGON"}, {"naam": "TEXT"}, None),  # no geometry is registered
])  # fmt: skip
def test_what_only_gdal_can_read_is_left_to_it(tmp_path, columns, asked, geometry):
    path = made(tmp_path / "b.gpkg", columns, [])
    with closing(sqlite3.connect(path)) as database, database:
        if geometry:
            database.execute("INSERT INTO gpkg_geometry_columns VALUES ('plannen', ?)", (geometry,))
    assert stored_rows(path, "plannen", fields(**asked)) is None


def test_a_view_is_no_table(tmp_path):
    path = made(tmp_path / "b.gpkg", {"naam": "TEXT", "geom": "POLYGON"}, [("Ha\0ven", None)])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE VIEW Alle AS SELECT DISTINCT naam, geom FROM plannen")
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('Alle', 'geom')")
    assert (is_view(path, "alle"), is_view(path, "ALLE"), is_view(path, "plannen"), is_view(path, "weg")) == (True, True, False, False)
    with pytest.raises(LmvwError, match=r"Weergave \(view\) ‘Alle’ in ‘b\.gpkg’ heeft waarden die niet in hun kolom passen"):
        odd_values(path, "Alle")
    assert stored_rows(path, "Alle", fields(naam="TEXT")) is None, "whatever this SQLite makes of its row numbers"
    assert stored_rows(path, "niet", fields(naam="TEXT")) is None


@pytest.mark.parametrize("query", [
    "SELECT rowid, naam, telt FROM plannen WHERE rowid > 1", "SELECT fid AS OGC_FID, telt, naam FROM plannen WHERE rowid > 1 ORDER BY naam DESC",
    "SELECT p.fid, p.* FROM plannen p",
])  # fmt: skip
def test_what_a_view_shows_is_told_by_the_number_that_gdal_gives_its_rows(tmp_path, query):
    path = made(tmp_path / "b.gpkg", {"naam": "TEXT", "telt": "INTEGER"}, [("Haven", 7), ("Kade", 12.5), ("Dijk", "twaalf")])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(f"CREATE VIEW alle AS {query}")
    assert odd_values(path, "alle") == {2: {"telt": 12.5}, 3: {"telt": "twaalf"}}


@pytest.mark.parametrize(
    "query", ["SELECT telt, naam FROM plannen", "SELECT 1 AS fid, telt FROM plannen", "SELECT CAST(fid AS TEXT) AS nr, telt FROM plannen"]
)
def test_a_view_without_a_number_for_each_row_is_refused_when_its_values_do_not_fit_their_columns(tmp_path, query):
    for folder, count in (("past", 7), ("past_niet", 12.5)):
        (tmp_path / folder).mkdir()
        path = made(tmp_path / folder / "b.gpkg", {"naam": "TEXT", "telt": "INTEGER"}, [("Haven", 7), ("Kade", count)])
        with closing(sqlite3.connect(path)) as database, database:
            database.execute(f"CREATE VIEW alle AS {query}")
        if count == 7:
            assert odd_values(path, "alle") == {}
        else:
            with pytest.raises(LmvwError, match="Kies de tabel waar zij uit komt"):
                odd_values(path, "alle")


def test_a_column_of_the_users_own_that_is_called_rowid_is_no_number_of_a_row(tmp_path):
    path = made(tmp_path / "b.gpkg", {"rowid": "INTEGER", "telt": "INTEGER", "geom": "POLYGON"}, [(2, 7, None), (1, 12.5, None)])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO gpkg_geometry_columns VALUES ('plannen', 'geom')")
    assert odd_values(path, "plannen") == {2: {"telt": 12.5}}
    assert [fid for fid, *_ in stored_rows(path, "plannen", fields(telt="INTEGER"))] == [1, 2]


def test_the_table_that_a_geopackage_as_such_means(tmp_path):
    path = made(tmp_path / "b.gpkg", {"naam": "TEXT"}, [])
    assert only_table(path) == ""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)")
        database.execute("INSERT INTO gpkg_contents VALUES ('plannen', 'features'), ('lijst', 'attributes')")
    assert only_table(path) == "plannen"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("INSERT INTO gpkg_contents VALUES ('zacht', 'features')")
    assert only_table(path) == ""
    (tmp_path / "tekst.gpkg").write_text("geen database, maar een lange tekst " * 100)
    assert only_table(tmp_path / "tekst.gpkg") == ""


GP = b"GP\0\1\0\0\0\0"
WKB = bytes(QgsGeometry.fromWkt("Point (1 2)").asWkb())


@pytest.mark.parametrize(("envelope", "size"), [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)])
@pytest.mark.parametrize("order", [0, 1])
def test_a_geometry_is_found_behind_every_kind_of_envelope(envelope, size, order):
    assert wkb_in(b"GP\0" + bytes([envelope << 1 | order]) + struct.pack("<i", 28992) + bytes(size) + WKB) == WKB
    assert wkb_in(b"GP\0" + bytes([0x10 | envelope << 1 | order]) + bytes(4) + bytes(size) + WKB) == WKB, "one that says that it is empty"


@pytest.mark.parametrize("shape", [
    "LineString (1 2, 3 4)", "Polygon ((0 0, 1 0, 1 1, 0 0), (0 0, 1 0, 1 1, 0 0))", "MultiPoint Z (1 2 3)",
    "Polygon ZM ((0 0 1 1, 1 0 1 1, 1 1 1 1, 0 0 1 1))",
    "MultiSurface (CurvePolygon (CompoundCurve (CircularString (0 0, 1 1, 2 0), (2 0, 0 0))), Polygon ((0 0, 1 0, 1 1, 0 0)))", "Point M (1 2 3)",
    "GeometryCollection (Point (1 2), GeometryCollection (LineString (1 2, 3 4)))", "Polygon EMPTY", "MultiPolygon EMPTY", "Triangle ((0 0, 1 0, 1 1, 0 0))",
])  # fmt: skip
def test_every_kind_of_geometry_is_as_long_as_it_says(shape):
    wkb = bytes(QgsGeometry.fromWkt(shape).asWkb())
    assert wkb and wkb_in(GP + wkb) == wkb and wkb_in(GP + wkb + b"more") == wkb + b"more"
    assert all(wkb_in(GP + wkb[:end]) is None for end in range(len(wkb)))


@pytest.mark.parametrize("stored", [
    None, "tekst", b"", b"GP", b"GP\0\1\0\0\0", b"XX\0\1\0\0\0\0" + WKB, b"GP\0\x0b\0\0\0\0" + bytes(64) + WKB, b"GP\0\x0f\0\0\0\0" + bytes(64) + WKB,
    b"GP\0\x21\0\0\0\0" + WKB, GP + WKB[:-1], GP + struct.pack("<BIII", 1, 3, 1, 4_000_000_000), GP + struct.pack("<BII", 1, 3, 4_000_000_000),
    GP + struct.pack("<BII", 1, 6, 4_000_000_000), GP + struct.pack("<BII", 1, 7, 1) * 200_000, GP + struct.pack("<BI", 1, 99), GP + b"\1",
    GP + struct.pack("<BII", 1, 2, 2_000_000_000), GP + struct.pack(">BII", 0, 2, 2_000_000_000), GP + struct.pack("<BI", 1, 4001) + bytes(64),
])  # fmt: skip
def test_what_is_no_geometry_of_a_geopackage_is_left_to_gdal(stored):
    assert wkb_in(stored) is None
