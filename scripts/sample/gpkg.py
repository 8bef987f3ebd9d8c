# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages that are the same bytes everywhere: written by SQLite alone.

What GDAL writes differs with its version (the version of the format, tables of its own) and with that of PROJ (the text of the
reference system). SQLite puts its own version in the header of the file; that is overwritten with a fixed one.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from shapely import to_wkb
from shapely.geometry.base import BaseGeometry

Row = tuple[BaseGeometry | None, Mapping[str, str | None]]

_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],'
    'PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],'
    'AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]'
)
_RD = (
    'PROJCS["Amersfoort / RD New",GEOGCS["Amersfoort",DATUM["Amersfoort",SPHEROID["Bessel 1841",6377397.155,299.1528128,'
    'AUTHORITY["EPSG","7004"]],AUTHORITY["EPSG","6289"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,'
    'AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4289"]],PROJECTION["Oblique_Stereographic"],PARAMETER["latitude_of_origin",52.1561605555556],'
    'PARAMETER["central_meridian",5.38763888888889],PARAMETER["scale_factor",0.9999079],PARAMETER["false_easting",155000],'
    'PARAMETER["false_northing",463000],UNIT["metre",1,AUTHORITY["EPSG","9001"]],AXIS["Easting",EAST],AXIS["Northing",NORTH],'
    'AUTHORITY["EPSG","28992"]]'
)
_SRS = 28992
# GeoPackage 1.2, table definitions of annex C.
_TABLES = (
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,"
    " organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT)",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',"
    " last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,"
    " srs_id INTEGER, CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
    " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
    " CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
    " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id))",
)
_SYSTEMS = (
    ("Undefined Cartesian SRS", -1, "NONE", -1, "undefined", "undefined Cartesian coordinate reference system"),
    ("Undefined geographic SRS", 0, "NONE", 0, "undefined", "undefined geographic coordinate reference system"),
    ("WGS 84 geodetic", 4326, "EPSG", 4326, _WGS84, "longitude/latitude coordinates in decimal degrees on the WGS 84 spheroid"),
    ("Amersfoort / RD New", _SRS, "EPSG", _SRS, _RD, None),
)
_APPLICATION, _VERSION = 0x47504B47, 10200
_SQLITE_AT, _SQLITE = 92, struct.pack(">II", 1, 3040000)  # "version valid for" goes with the change counter at 24


def write(path: Path, name: str, kind: str, columns: Sequence[str], rows: Iterable[Row], moment: str) -> None:
    """One layer of texts and polygons in RD New.

    :param kind: ``POLYGON`` or ``MULTIPOLYGON``.
    :param moment: what the file says of its last change.
    """
    path.unlink(missing_ok=True)
    pairs = list(rows)
    boxes = [shape.bounds for shape, _ in pairs if shape is not None and not shape.is_empty]
    box = [choose(side) for choose, side in zip((min, min, max, max), zip(*boxes, strict=True), strict=True)]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("PRAGMA page_size = 4096")
        database.execute(f"PRAGMA application_id = {_APPLICATION}")
        database.execute(f"PRAGMA user_version = {_VERSION}")
        for statement in _TABLES:
            database.execute(statement)
        database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)", _SYSTEMS)
        database.execute("INSERT INTO gpkg_contents VALUES (?, 'features', ?, '', ?, ?, ?, ?, ?, ?)", (name, name, moment, *box, _SRS))
        database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, 0, 0)", (name, kind, _SRS))
        texts = "".join(f', "{column}" TEXT' for column in columns)
        database.execute(f'CREATE TABLE "{name}" ("fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" {kind}{texts})')
        insert = f'INSERT INTO "{name}" VALUES (?, ?{", ?" * len(columns)})'
        database.executemany(insert, ((fid, _blob(shape), *map(values.get, columns)) for fid, (shape, values) in enumerate(pairs, 1)))
    with path.open("r+b") as file:
        file.seek(24)
        file.write(_SQLITE[:4])
        file.seek(_SQLITE_AT)
        file.write(_SQLITE)


def _blob(shape: BaseGeometry | None) -> bytes | None:
    """A geometry as a GeoPackage has it: little endian, with its envelope."""
    if shape is None:
        return None
    left, bottom, right, top = shape.bounds
    return struct.pack("<2sBBi4d", b"GP", 0, 0b11, _SRS, left, right, bottom, top) + to_wkb(shape, output_dimension=2, byte_order=1)
