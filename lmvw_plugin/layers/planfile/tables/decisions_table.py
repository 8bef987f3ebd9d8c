# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person decides about a plan file that was made of an earlier one: a small table of it, which never leaves the municipality.

A value that stays may be ticked off: who looked at it, and when, is kept in its row, and may be taken back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from ..transaction import rows_of, writing

TABLE = "lmvw_te_beslissen"
_DROP = "DROP TABLE IF EXISTS lmvw_te_beslissen"
_MAKE = (
    "CREATE TABLE lmvw_te_beslissen (fid INTEGER PRIMARY KEY, plan_id TEXT, plannummer TEXT, plannaam TEXT, veld TEXT, label TEXT, was TEXT,"
    " voorstel MEDIUMINT, gevraagd BOOLEAN, waarom TEXT, wie TEXT, moment TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_te_beslissen', 'attributes', 'lmvw_te_beslissen')",
)
_READ = "SELECT * FROM lmvw_te_beslissen ORDER BY fid"
_ADD = (
    "INSERT INTO lmvw_te_beslissen (plan_id, plannummer, plannaam, veld, label, was, voorstel, gevraagd, waarom, wie, moment)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_COLUMNS = "SELECT name FROM pragma_table_info('lmvw_te_beslissen')"
_WIDEN = {  # nothing could be ticked off before
    "wie": "ALTER TABLE lmvw_te_beslissen ADD COLUMN wie TEXT",
    "moment": "ALTER TABLE lmvw_te_beslissen ADD COLUMN moment TEXT",
}
_TICKED = "SELECT 1 FROM lmvw_te_beslissen WHERE moment IS NOT NULL LIMIT 1"
_TICK = "UPDATE lmvw_te_beslissen SET wie = ?, moment = ? WHERE plan_id = ? AND veld = ? AND NOT gevraagd"


@dataclass(frozen=True, slots=True)
class Row:
    """One field of one plan. ``gevraagd``: it is empty until somebody answers; if not it keeps its value until somebody changes it.

    ``wie`` and ``moment`` (``jjjj-mm-dd uu:mm``): who said that it stays, and when; None where nobody did.
    """

    plan_id: str
    plannummer: str
    plannaam: str
    veld: str
    label: str
    was: str
    voorstel: int | None
    gevraagd: bool
    waarom: str
    wie: str | None = None
    moment: str | None = None

    @property
    def ticked(self) -> bool:
        """Somebody said that it stays."""
        return self.moment is not None


_NAMES = [column.name for column in fields(Row)]


def write(database: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Put these in the place of what was to be decided before, within the transaction of whoever changes the plans."""
    database.execute(_DROP)
    for statement in _MAKE:
        database.execute(statement)
    database.executemany(_ADD, ([getattr(row, name) for name in _NAMES] for row in rows))


def tick(path: Path, rows: Iterable[Row], wie: str | None, moment: str | None) -> None:
    """Keep who said of some values that they stay, and when; without a moment nobody did.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    with writing(path) as database:
        there = {name for (name,) in database.execute(_COLUMNS)}
        for name, statement in _WIDEN.items():
            if name not in there:
                database.execute(statement)
        database.executemany(_TICK, ((wie, moment, row.plan_id, row.veld) for row in rows))


def is_ticked(database: sqlite3.Connection) -> bool:
    """Somebody said of a value that it stays."""
    there = {name for (name,) in database.execute(_COLUMNS)}
    return "moment" in there and bool(database.execute(_TICKED).fetchone())


def read(path: Path) -> list[Row]:
    """All of them, also what was decided since; none in a file that was not made of an earlier one.

    :raises LmvwError: when another program keeps the file to itself.
    """
    return [Row(**{name: row[name] for name in _NAMES if name in row.keys()}) for row in rows_of(path, _READ)]  # noqa: SIM118  # of a row, in asks its values
