# SPDX-License-Identifier: GPL-2.0-or-later
"""Many plans at once into the empty table of a new GeoPackage: half the time of handing QGIS's writer one feature after another."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from qgis.core import QgsGeometry, QgsWkbTypes

from ...core.basisset import fields as b
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ..stored.geometry import wkb_in

# The geometry of a GeoPackage (its clause 2.1.3): this header, then WKB. Little-endian; an empty one has no envelope.
_HEADER, _EMPTY_HEADER = struct.Struct("<2sBBi4d"), struct.Struct("<2sBBi")
_WITH_ENVELOPE, _IS_EMPTY = 0x03, 0x11
_FLAGS, _EMPTY = 3, 0x10  # where they stand, and the one of a geometry that is empty
_MULTIPOLYGON = bytes.fromhex("01 06000000")  # how its WKB begins: asking QGIS for the type takes longer than writing it
_NO_POLYGON = _MULTIPOLYGON + bytes(4)  # an empty multipolygon, as QGIS writes for a plan without polygon

_INSERT = "INSERT INTO plannen VALUES (...)"  # fid, geom and the columns of the Basisset: the order in which the table is made
_INDEX = "INSERT INTO rtree_plannen_geom VALUES (?, ?, ?, ?, ?)"
Box = tuple[float, float, float, float]  # left, right, bottom, top


class Shape(NamedTuple):
    """A polygon as a plan file stores it: WKB of a plain multipolygon, and where it lies."""

    wkb: bytes
    box: Box


def shape_of(geometry: QgsGeometry, wkb: bytes | None = None) -> Shape | None:
    """The polygon of a plan; None for one that is empty.

    :param wkb: what the geometry was made of, if that is known: what is as it would be written is kept.
    """
    if wkb is None or not wkb.startswith(_MULTIPOLYGON) or len(wkb) != geometry.constGet().wkbSize():
        wkb = wkb_of(geometry)
    if wkb is None:
        return None
    box = geometry.boundingBox()
    return Shape(wkb, (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum()))


def wkb_of(geometry: QgsGeometry) -> bytes | None:
    """The same, without the place where it lies."""
    if geometry.isEmpty():
        return None
    wkb: bytes = geometry.asWkb().data()
    return wkb if wkb.startswith(_MULTIPOLYGON) else as_multi(geometry).asWkb().data()


def stored_wkb(geometry: bytes | None) -> bytes | None:
    """The same, of a polygon as it is stored in a plan file."""
    wkb = wkb_in(geometry)
    if geometry is None or wkb is None or geometry[_FLAGS] & _EMPTY:
        return None
    if wkb.startswith(_MULTIPOLYGON) and len(wkb) > len(_NO_POLYGON):
        return wkb
    geometry_read = QgsGeometry()
    geometry_read.fromWkb(wkb)
    return wkb_of(geometry_read)


def geometry_of(shape: Shape | None) -> QgsGeometry:
    """The polygon as QGIS holds it."""
    geometry = QgsGeometry()
    if shape is not None:
        geometry.fromWkb(shape.wkb)
    return geometry


def as_multi(geometry: QgsGeometry) -> QgsGeometry:
    """The geometry as a plan file stores it: a multipolygon without heights, its arcs as many short lines."""
    if geometry.wkbType() == QgsWkbTypes.Type.MultiPolygon or geometry.isNull():
        return geometry
    multi = QgsGeometry(geometry)
    if QgsWkbTypes.isCurvedType(multi.wkbType()):
        multi.convertToStraightSegment()
    multi.get().dropZValue()
    multi.get().dropMValue()
    multi.convertToMultiType()
    return multi


def fill(
    path: Path,
    plans: Iterable[tuple[QgsGeometry | Shape | None, Mapping[str, object]]],
    also: Callable[[sqlite3.Connection], None] | None = None,
) -> int:
    """Fill the plan table, which has no plans yet, and its spatial index; returns how many plans there are.

    Nothing is safe before it is finished: call it only on a file that nobody else knows of.

    :param also: writes what belongs with the plans, when they are there.
    :raises LmvwError: when the file cannot be written.
    """
    names = [field.name for field in b.PLAN_FILE_COLUMNS]
    insert = _INSERT.replace("...", ", ".join("?" * (2 + len(names))))
    index: list[tuple[int, float, float, float, float]] = []
    try:
        with closing(sqlite3.connect(path, isolation_level=None)) as database:
            (srs,) = database.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = ?", (b.LAYER,)).fetchone()
            database.execute("PRAGMA synchronous = OFF")
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("BEGIN")
            with _triggers_aside(database):
                count = max(0, database.executemany(insert, _rows(plans, names, srs, index)).rowcount)
                database.executemany(_INDEX, index)
            database.execute("UPDATE gpkg_ogr_contents SET feature_count = ? WHERE table_name = ?", (count, b.LAYER))
            if index:
                _, west, east, south, north = zip(*index, strict=True)
                statement = "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?"
                database.execute(statement, (min(west), min(south), max(east), max(north), b.LAYER))
            if also:
                also(database)
            database.execute("COMMIT")
    except sqlite3.Error as error:
        raise LmvwError(
            tr("Bestand ‘{path}’ kan niet geschreven worden ({reason}); controleer de map en de vrije ruimte.").format(
                path=path, reason=reason_of(error)
            )
        ) from error
    return count


@contextmanager
def _triggers_aside(database: sqlite3.Connection) -> Iterator[None]:
    """The triggers that keep index and count call functions that only GDAL has; what they do is done at once instead."""
    triggers = database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (b.LAYER,)).fetchall()
    for name, _ in triggers:
        database.execute(f'DROP TRIGGER "{name}"')
    yield
    for _, statement in triggers:
        database.execute(statement)


def _rows(
    plans: Iterable[tuple[QgsGeometry | Shape | None, Mapping[str, object]]], names: list[str], srs: int,
    index: list[tuple[int, float, float, float, float]],
) -> Iterator[tuple[object, ...]]:  # fmt: skip
    """The rows of the table; those of its spatial index are added to ``index``."""
    texts = [column for column, name in enumerate(names) if b.BY_NAME[name].kind is b.Kind.TEXT]
    values_of, empty = itemgetter(*names), dict.fromkeys(names)
    for fid, (polygon, values) in enumerate(plans, 1):
        row = list(values_of(values if len(values) == len(names) else {**empty, **values}))
        for column in texts:
            if row[column] is None:
                row[column] = ""  # as the form stores it: for NULL QGIS shows a word of its own, which is then typed on to
        shape = shape_of(polygon) if isinstance(polygon, QgsGeometry) else polygon
        if shape is not None:
            index.append((fid, *shape.box))
        yield (fid, blob(shape, srs), *row)


def blob(shape: Shape | None, srs: int) -> bytes:
    """A polygon as a GeoPackage stores it."""
    if shape is None:
        return _EMPTY_HEADER.pack(b"GP", 0, _IS_EMPTY, srs) + _NO_POLYGON
    return _HEADER.pack(b"GP", 0, _WITH_ENVELOPE, srs, *shape.box) + shape.wkb
