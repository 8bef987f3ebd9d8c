# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of points in a GeoPackage that SQLite writes: how a point is stored, and how the table is listed so that QGIS shows it."""

from __future__ import annotations

import struct

from .geometry import wkb_in

_RD_NEW = 28992
_HEADER = struct.pack("<2sBBi", b"GP", 0, 1, _RD_NEW)  # GeoPackage 2.1.3, without an envelope
_LIST = "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, ?)"
_LIST_COLUMN = "INSERT OR IGNORE INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) VALUES (?, 'geom', 'POINT', ?, 0, 0)"


def stored(place: tuple[float, float] | None) -> bytes | None:
    """A place in EPSG:28992 as a GeoPackage stores it."""
    return None if place is None else _HEADER + struct.pack("<BIdd", 1, 1, *place)


def place_in(geometry: object) -> tuple[float, float] | None:
    """A place as it was stored; None where there is none."""
    wkb = wkb_in(geometry)
    if not wkb or len(wkb) != struct.calcsize("<BIdd"):
        return None
    order = "<" if wkb[0] else ">"
    x, y = struct.unpack_from(f"{order}dd", wkb, 5)
    return x, y


def listing(table: str, title: str) -> tuple[tuple[str, tuple[object, ...]], ...]:
    """What lists a table with a column ``geom`` in its GeoPackage."""
    return (_LIST, (table, title, _RD_NEW)), (_LIST_COLUMN, (table, _RD_NEW))
