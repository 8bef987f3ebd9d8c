# SPDX-License-Identifier: GPL-2.0-or-later
"""Changing the plans of a plan file that others may have open: in place, all of it or nothing, and only as it was when it was read."""

from __future__ import annotations

import hashlib
import marshal
import sqlite3
import struct
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ..files import let_go
from ..geopackage import looking
from ..moment import address, begin, is_locked
from ..stored.geometry import wkb_in
from ..stored.values import ANSWERS
from .rows import Shape, blob, stored_wkb

PATIENCE = 10.0  # seconds that another program may take to finish what it writes
_ENVELOPE = 8  # where it begins in the header of a geometry
_ROWS = "SELECT * FROM plannen ORDER BY fid"
_SRS = "SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'plannen'"
_BOUNDS = "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM rtree_plannen_geom"
_NOTE = (
    "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ?, last_change = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
    " WHERE table_name = 'plannen'"
)
_CHANGE, _CHANGE_POLYGON, _ADD = (
    "UPDATE plannen SET ... WHERE fid = ?",
    "UPDATE plannen SET geom = ? WHERE fid = ?",
    "INSERT INTO plannen (...)",
)


def state_of(path: Path) -> bytes:
    """What the plans are at this moment, to see later whether they still are.

    :raises LmvwError: when the file cannot be read.
    """
    with told(path), looking(path, PATIENCE) as database:
        return state_in(database)


def state_in(database: sqlite3.Connection) -> bytes:
    """The same, as a connection sees them."""
    digest = hashlib.sha256()
    for row in database.execute(_ROWS):
        digest.update(_packed(row))
    return digest.digest()


def _packed(row: Any) -> bytes:
    return marshal.dumps(row, 2)  # the last version that writes equal values always alike


@dataclass(frozen=True, slots=True)
class StoredPlan:
    """A plan as it is stored: its place, its values by field (None where nothing was answered), and its polygon as WKB."""

    fid: int
    values: dict[str, object]
    wkb: bytes | None


def read_plans(copy: Path) -> tuple[list[StoredPlan], bytes]:
    """The plans in a copy of a plan file, and the state that they are in.

    :raises LmvwError: when the copy cannot be read.
    """
    digest, plans = hashlib.sha256(), []
    with told(copy), closing(sqlite3.connect(address(copy, "mode=ro"), uri=True)) as database:
        rows = database.execute(_ROWS)
        columns = {name: column for column, (name, *_) in enumerate(rows.description)}
        fields = [field for field in b.COLUMNS if field.name in columns]
        names, values_of = [field.name for field in fields], itemgetter(*(columns[field.name] for field in fields))
        answers = [field.name for field in fields if field.kind is b.Kind.YESNO]
        texts = [field.name for field in fields if field.kind not in (b.Kind.YESNO, b.Kind.COUNT)]
        for row in rows:
            digest.update(_packed(row))
            values = dict(zip(names, values_of(row), strict=True))
            for name in answers:
                values[name] = ANSWERS.get(raw, raw) if isinstance(raw := values[name], int) else raw
            for name in texts:
                if values[name] == "":
                    values[name] = None
            plans.append(StoredPlan(row[columns["fid"]], values, stored_wkb(row[columns[b.GEOMETRY]])))
    return plans, digest.digest()


@contextmanager
def changing(path: Path, state: bytes) -> Iterator[PlanTable]:
    """The plans, to be changed in one transaction; nobody else can write meanwhile.

    :param state: what the plans were when the changes were thought of.
    :raises LmvwError: when another program is writing, the plans have changed since, or the file cannot be written; then nothing
        of the changes is in it.
    """
    with told(path), closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
        table = PlanTable(database)
        with all_or_nothing(database):
            if state_in(database) != state:
                raise LmvwError(
                    tr("Een ander heeft planbestand ‘{name}’ intussen gewijzigd. Die wijzigingen staan erin; van uw opdracht is niets "
                       "opgenomen. Doe de opdracht opnieuw.").format(name=path.name)
                )  # fmt: skip
            yield table
            table.note_change()
        _in_one_file(database)


@contextmanager
def all_or_nothing(database: sqlite3.Connection) -> Iterator[None]:
    """A transaction that nobody else can write beside: it is kept when all goes well, and else nothing of it."""
    begin(database)
    try:
        yield
        database.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("ROLLBACK")
        raise


def _in_one_file(database: sqlite3.Connection) -> None:
    """Nothing waits in a file beside it, unless somebody still has it open."""
    let_go()
    with suppress(sqlite3.Error):
        database.execute("PRAGMA busy_timeout = 0")
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        database.execute("PRAGMA journal_mode = DELETE").fetchall()


_CHANGES = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)


def spare_plans(database: sqlite3.Connection, by_us: bool = False) -> None:
    """No trigger that came with the file changes the plans by what this connection writes: SQLite refuses.

    A trigger that keeps a log of its own in another table is the user's business, and runs.

    :param by_us: the plans themselves are what is written.
    """

    def judge(action: int, table: str | None, _column: str | None, _base: str | None, trigger: str | None) -> int:
        of_plans = action in _CHANGES and (table or "").casefold() == b.LAYER
        return sqlite3.SQLITE_DENY if of_plans and (trigger or not by_us) else sqlite3.SQLITE_OK

    database.set_authorizer(judge)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What SQLite refuses, as a sentence.

    :raises LmvwError: when the file is locked, full, read-only or damaged.
    """
    try:
        yield
    except sqlite3.Error as error:
        if is_locked(error):
            said = tr("In ‘{path}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar.")
            raise LmvwError(said.format(path=path)) from error
        raise LmvwError(
            tr("Planbestand ‘{path}’ kan niet bijgewerkt worden: {reason}. Er is niets veranderd.").format(
                path=path, reason=reason_of(error)
            )
        ) from error


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction in the small tables beside the plans, which it cannot change.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    with told(path), closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
        spare_plans(database)
        yield database


def rows_of(path: Path, question: str, given: tuple[object, ...] = ()) -> list[sqlite3.Row]:
    """What a small table says; nothing where it is not there, for each comes with the first that it keeps.

    :raises LmvwError: when another program keeps the file to itself.
    """
    try:
        with looking(path, PATIENCE) as database:
            database.row_factory = sqlite3.Row
            return database.execute(question, given).fetchall()
    except sqlite3.Error:
        return []


class PlanTable:
    """The table with plans within a transaction."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.database = database
        spare_plans(database, by_us=True)
        # The triggers that keep the spatial index call these; GDAL has them, SQLite does not.
        database.create_function("ST_IsEmpty", 1, lambda geometry: geometry is None or _box(geometry) is None, deterministic=True)
        for number, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
            database.create_function(name, 1, lambda geometry, at=number: (_box(geometry) or (None,) * 4)[at], deterministic=True)
        (self._srs,) = database.execute(_SRS).fetchone()

    def change(self, fid: int, values: Mapping[str, object]) -> None:
        """Give a plan other values."""
        columns = ", ".join(f"{_column(name)} = ?" for name in values)
        self.database.execute(_CHANGE.replace("...", columns), (*values.values(), fid))

    def change_polygon(self, fid: int, shape: Shape | None) -> None:
        """Give a plan another polygon."""
        self.database.execute(_CHANGE_POLYGON, (blob(shape, self._srs), fid))

    def add(self, values: Mapping[str, object], shape: Shape | None) -> None:
        """Add a plan, with its polygon when it has one."""
        columns = ", ".join(("geom", *map(_column, values)))
        places = ", ".join("?" * (1 + len(values)))
        self.database.execute(_ADD.replace("...", columns) + f" VALUES ({places})", (blob(shape, self._srs), *values.values()))

    def note_change(self) -> None:
        """Tell the GeoPackage where its plans lie now, and when they changed."""
        self.database.execute(_NOTE, self.database.execute(_BOUNDS).fetchone())


def _column(name: str) -> str:
    return f'"{b.BY_NAME[name].name}"'


def _box(geometry: bytes) -> tuple[float, ...] | None:
    """Left, right, bottom and top by the header of a geometry (GeoPackage 2.1.3); None of an empty one."""
    flags = geometry[3]
    if flags & 0x10:
        return None
    order = "<" if flags & 1 else ">"
    if flags >> 1 & 7:
        return struct.unpack_from(f"{order}4d", geometry, _ENVELOPE)
    shape = QgsGeometry()
    shape.fromWkb(wkb_in(geometry) or b"")
    box = shape.boundingBox()
    return None if shape.isEmpty() else (box.xMinimum(), box.xMaximum(), box.yMinimum(), box.yMaximum())
