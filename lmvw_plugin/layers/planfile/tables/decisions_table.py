# SPDX-License-Identifier: GPL-2.0-or-later
"""What a person decides about a plan file that was made of an earlier one: a small table of it, which never leaves the municipality."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

from ....core.errors import LmvwError
from ...geopackage import looking
from ..transaction import PATIENCE

TABLE = "lmvw_te_beslissen"
_DROP = "DROP TABLE IF EXISTS lmvw_te_beslissen"
_MAKE = (
    "CREATE TABLE lmvw_te_beslissen (fid INTEGER PRIMARY KEY, plan_id TEXT, plannummer TEXT, plannaam TEXT, veld TEXT, label TEXT, was TEXT,"
    " voorstel MEDIUMINT, gevraagd BOOLEAN, waarom TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_te_beslissen', 'attributes', 'lmvw_te_beslissen')",
)
_READ = "SELECT plan_id, plannummer, plannaam, veld, label, was, voorstel, gevraagd, waarom FROM lmvw_te_beslissen ORDER BY fid"
_ADD = "INSERT INTO lmvw_te_beslissen (plan_id, plannummer, plannaam, veld, label, was, voorstel, gevraagd, waarom) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class Row:
    """One field of one plan. ``gevraagd``: it is empty until somebody answers; if not it keeps its value until somebody changes it."""

    plan_id: str
    plannummer: str
    plannaam: str
    veld: str
    label: str
    was: str
    voorstel: int | None
    gevraagd: bool
    waarom: str


def write(database: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Put these in the place of what was to be decided before, within the transaction of whoever changes the plans."""
    database.execute(_DROP)
    for statement in _MAKE:
        database.execute(statement)
    names = [one.name for one in fields(Row)]
    database.executemany(_ADD, ([getattr(row, name) for name in names] for row in rows))


def read(path: Path) -> list[Row]:
    """All of them, also what was decided since; none in a file that was not made of an earlier one.

    :raises LmvwError: when another program keeps the file to itself.
    """
    try:
        with looking(path, PATIENCE) as database:
            return [Row(*row) for row in database.execute(_READ)]
    except LmvwError:
        raise
    except sqlite3.Error:  # no table
        return []
