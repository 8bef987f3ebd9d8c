# SPDX-License-Identifier: GPL-2.0-or-later
"""The public GeoPackage, written row by row into an empty database.

Nothing is ever changed or removed in it, so that there is no free page, no gap in the row numbers, no extent or index of what is not there;
it has no style, no log and no moment of its own. The sum stands in a table without geometry.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path

from qgis.core import QgsGeometry, QgsRectangle

from ...core.basisset import fields as b
from ...core.confidential.public import ABOUT, FIELDS, PLANS, SUM, PublicVersion
from ...core.errors import LmvwError, reason_of
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ..moment import address
from ..sources import rd_new, wgs84

_RD = 28992
_TYPES = {b.Kind.COUNT: "INTEGER", b.Kind.YESNO: "BOOLEAN"}
_GEOMETRY_HEAD = b"GP\x00\x01" + _RD.to_bytes(4, "little")  # version 1, little endian, no envelope: GeoPackage 1.3, 2.1.3
_SCHEMA = """
PRAGMA application_id = 1196444487;
PRAGMA user_version = 10300;
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
  srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL, CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name), CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));
"""
_TABLES = {
    SUM: "fid INTEGER PRIMARY KEY, kolom TEXT, omschrijving TEXT, woningen INTEGER",
    ABOUT: "fid INTEGER PRIMARY KEY, onderwerp TEXT, tekst TEXT",
}


def write_geopackage(path: Path, version: PublicVersion, feedback: Feedback) -> None:
    """Write the file, which must not be there yet.

    :raises LmvwError: when it cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            database.executescript(_SCHEMA)
            _describe(database, version)
            for name, rows in _rows(version, feedback).items():
                database.executemany(_insert(database, name), rows)
            database.commit()
    except sqlite3.Error as error:
        raise LmvwError(
            tr("Het openbare kaartbestand kan niet geschreven worden ({reason}); maak ruimte vrij of kies een andere map.").format(
                reason=reason_of(error)
            )
        ) from error


def _describe(database: sqlite3.Connection, version: PublicVersion) -> None:
    """The tables, empty, and what a GeoPackage says of them."""
    columns = (f"{name} {_TYPES.get(field.kind, 'TEXT')}" for name, field in zip(version.columns, FIELDS, strict=True))
    tables = {PLANS: f"fid INTEGER PRIMARY KEY, {b.GEOMETRY} MULTIPOLYGON, {', '.join(columns)}", **_TABLES}
    for name, sorts in tables.items():
        database.execute(f"CREATE TABLE {name} ({sorts})")
    database.executemany("INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)", [
        ("Undefined cartesian SRS", -1, "NONE", -1, "undefined"),
        ("Undefined geographic SRS", 0, "NONE", 0, "undefined"),
        ("WGS 84 geodetic", 4326, "EPSG", 4326, wgs84().toWkt()),
        ("Amersfoort / RD New", _RD, "EPSG", _RD, rd_new().toWkt()),
    ])  # fmt: skip
    (_, what), *_ = version.about()
    day = f"{version.peildatum}T00:00:00.000Z"  # of what it says, not of the computer that wrote it
    for name in tables:
        drawn = name == PLANS
        bounds = _bounds(version) if drawn else (None,) * 4
        database.execute(
            "INSERT INTO gpkg_contents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (name, "features" if drawn else "attributes", name, what, day, *bounds, _RD if drawn else None),
        )
    database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, ?, 'MULTIPOLYGON', ?, 0, 0)", (PLANS, b.GEOMETRY, _RD))


def _bounds(version: PublicVersion) -> tuple[float | None, ...]:
    """Around the public polygons, and nothing else."""
    whole = QgsRectangle()
    for plan in version.plans:
        if plan.wkb:
            shape = QgsGeometry()
            shape.fromWkb(plan.wkb)
            whole.combineExtentWith(shape.boundingBox())
    return (None,) * 4 if whole.isNull() else (whole.xMinimum(), whole.yMinimum(), whole.xMaximum(), whole.yMaximum())


def _rows(version: PublicVersion, feedback: Feedback) -> dict[str, Iterator[tuple[object, ...]]]:
    """The rows of each table, without their numbers."""
    plans = watched(version.plans, len(version.plans), feedback)
    return {
        PLANS: ((plan.wkb and _GEOMETRY_HEAD + plan.wkb, *plan.values) for plan in plans),
        SUM: iter(version.sums()),
        ABOUT: iter(version.about()),
    }


def _insert(database: sqlite3.Connection, name: str) -> str:
    width = len(database.execute(f"PRAGMA table_info({name})").fetchall()) - 1  # the names are those above, none of a user
    return f"INSERT INTO {name} VALUES (NULL, {', '.join('?' * width)})"  # nosec B608  # as above


def verify_geopackage(path: Path, version: PublicVersion, feedback: Feedback) -> None:
    """Read it back: the rows that were meant, numbered without a gap, and not a table or page more.

    :raises LmvwError: naming what differs.
    """
    expected = {PLANS, *_TABLES, "gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"}
    with closing(sqlite3.connect(address(path, "mode=ro"), uri=True)) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view', 'trigger')")}
        free = database.execute("PRAGMA freelist_count").fetchone()[0]
        sound = database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        _require(tables == expected and not free and sound, tr("de inhoud"))
        for name, rows in _rows(version, feedback).items():
            read = database.execute(f"SELECT * FROM {name} ORDER BY fid")  # nosec B608  # a name of ours
            meant = ((number, *row) for number, row in enumerate(rows, start=1))
            _require(all(row == other for row, other in zip_longest(read, meant)), name)


def _require(right: bool, what: str) -> None:
    """It is as it was meant.

    :raises LmvwError: when it is not.
    """
    if not right:
        raise LmvwError(tr("Het openbare kaartbestand is niet goed geschreven: {what} wijkt af; is de schijf vol?").format(what=what))
