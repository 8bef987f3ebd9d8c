# SPDX-License-Identifier: GPL-2.0-or-later
"""What the last import wrote, in a table of the plan file beside its plans: so that the next one tells a person's change from the source's.

It has the columns of the plans: what a new plan file holds is written by SQLite itself, from table to table.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from ....core.basisset import fields as b
from ....core.basisset.peildatum import Peildatum
from ....core.errors import LmvwError
from ....core.importing.match import FIXED
from ....core.importing.update import POLYGON, digest
from ...geopackage import looking
from ..rows import stored_wkb
from ..transaction import PATIENCE

TABLE = "lmvw_import"
_TYPES = {b.Kind.COUNT: "MEDIUMINT", b.Kind.YESNO: "BOOLEAN"}
_COLUMNS = {field.name: _TYPES.get(field.kind, "TEXT") for field in b.PLAN_FILE_COLUMNS if field.name not in FIXED} | {POLYGON: "TEXT"}
_CREATE = "CREATE TABLE IF NOT EXISTS lmvw_import (fid INTEGER PRIMARY KEY, plan_id TEXT UNIQUE, peildatum TEXT, ...)"
_LIST = "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_import', 'attributes', 'lmvw_import')"
_ADD_COLUMN = "ALTER TABLE lmvw_import ADD COLUMN"
_WRITE = "INSERT OR REPLACE INTO lmvw_import (plan_id, peildatum, ...) VALUES (:plan_id, :peildatum, ...)"
_KEEP = "INSERT INTO lmvw_import (plan_id, peildatum, ...) SELECT plan_id, ?, ... FROM plannen WHERE plan_id IS NOT NULL"
_READ = "SELECT plan_id, * FROM lmvw_import WHERE peildatum = ?"

Memory = Mapping[str, Mapping[str, object]]  # plan_id, field, value
Said = tuple[str, Mapping[str, object]]  # one plan of it


def read(path: Path, peildatum: Peildatum) -> dict[str, dict[str, object]]:
    """By plan id and field. Years are relative to the peildatum: what was written for another one is not what it was.

    A file that no import wrote has none; neither has one of an earlier version.
    """
    try:
        with looking(path) as database:
            rows = database.execute(_READ, (str(peildatum),))
            names = [name for name, *_ in rows.description]
            kept = [(column, name) for column, name in enumerate(names) if name in _COLUMNS]
            return {row[0]: {name: row[column] for column, name in kept if row[column] is not None} for row in rows}
    except (sqlite3.Error, LmvwError):
        return {}


def write(database: sqlite3.Connection, peildatum: Peildatum, said: Iterable[Said]) -> None:
    """Keep what the source said of these plans, within the transaction of whoever changes the plans."""
    _make(database)
    names, empty = list(map(_quoted, _COLUMNS)), dict.fromkeys(_COLUMNS)
    statement = _WRITE.replace("...", ", ".join(names), 1).replace("...", ", ".join(f":{name}" for name in _COLUMNS))
    day = str(peildatum)
    database.executemany(statement, ({**empty, **values, "plan_id": plan_id, "peildatum": day} for plan_id, values in said))


def keep_all(database: sqlite3.Connection, peildatum: Peildatum) -> None:
    """Keep all plans as they stand in the file: what the source said of them, just now."""
    _make(database)
    database.create_function("polygon_digest", 1, lambda geometry: digest(stored_wkb(geometry)), deterministic=True)
    meant = [f"NULLIF({_quoted(name)}, '')" if kind == "TEXT" else _quoted(name) for name, kind in _COLUMNS.items() if name != POLYGON]
    names = ", ".join(map(_quoted, _COLUMNS))
    database.execute(_KEEP.replace("...", names, 1).replace("...", ", ".join((*meant, f"polygon_digest({b.GEOMETRY})"))), (str(peildatum),))


def keep(path: Path, peildatum: Peildatum, said: Iterable[Said]) -> None:
    """Keep it in a file whose plans are saved already. Without it the next import asks more, and does nothing wrong."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
        write(database, peildatum, said)


def _make(database: sqlite3.Connection) -> None:
    """The table with the columns of this version."""
    database.execute(_CREATE.replace("...", ", ".join(f"{_quoted(name)} {kind}" for name, kind in _COLUMNS.items())))
    database.execute(_LIST)
    there = {name for _, name, *_ in database.execute("PRAGMA table_info(lmvw_import)")}
    for name, kind in _COLUMNS.items():
        if name not in there:
            database.execute(f"{_ADD_COLUMN} {_quoted(name)} {kind}")


def _quoted(name: str) -> str:
    return f'"{name}"'
