# SPDX-License-Identifier: GPL-2.0-or-later
"""What was decided about plans of an earlier delivery and plans of now: a small table of the plan file, which never leaves the municipality.

What one key or click decided is one step, and what is undone is the last step, whoever took it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from ....core.errors import LmvwError
from ....core.history.decisions import Decision, Seen, Verdict
from ...geopackage import looking
from ..transaction import PATIENCE, spare_plans, told

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_vergelijking (fid INTEGER PRIMARY KEY, stap MEDIUMINT, oordeel TEXT, toen_id TEXT, toen_naam TEXT,"
    " toen_m2 REAL, toen_x REAL, toen_y REAL, nu_id TEXT, nu_naam TEXT, nu_m2 REAL, nu_x REAL, nu_y REAL, wie TEXT, moment TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_vergelijking', 'attributes', 'lmvw_vergelijking')",
)
_ADD = (
    "INSERT INTO lmvw_vergelijking (stap, oordeel, toen_id, toen_naam, toen_m2, toen_x, toen_y, nu_id, nu_naam, nu_m2, nu_x, nu_y, wie, moment)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = "SELECT coalesce(max(stap), 0) FROM lmvw_vergelijking"
_READ = (
    "SELECT oordeel, toen_id, toen_naam, toen_m2, toen_x, toen_y, nu_id, nu_naam, nu_m2, nu_x, nu_y, wie, moment FROM lmvw_vergelijking"
    " WHERE ? IN (stap, 0) ORDER BY fid"
)
_DROP = "DELETE FROM lmvw_vergelijking WHERE stap = ?"
_NOBODY = (None, None, None, None, None)


def add(path: Path, decisions: Sequence[Decision]) -> None:
    """Keep decisions as one step, below those that are there.

    :raises LmvwError: when the file cannot be written; then none of them is kept.
    """
    with told(path), closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
        spare_plans(database)
        for statement in _CREATE:
            database.execute(statement)
        (last,) = database.execute(_LAST).fetchone()
        database.executemany(_ADD, ((last + 1, *_row(one)) for one in decisions))


def undo(path: Path) -> list[Decision]:
    """Take back the last step; returns what it was, nothing where nobody decided anything.

    :raises LmvwError: when the file cannot be written; then it stays.
    """
    if not read(path):
        return []
    with told(path), closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
        spare_plans(database)
        last = database.execute(_LAST).fetchone()
        rows = database.execute(_READ, last).fetchall()
        database.execute(_DROP, last)
    return [_decision(row) for row in rows]


def read(path: Path) -> list[Decision]:
    """All that was decided, the oldest first; nothing where nobody did.

    :raises LmvwError: when another program keeps the file to itself.
    """
    try:
        with looking(path, PATIENCE) as database:
            return [_decision(row) for row in database.execute(_READ, (0,))]
    except LmvwError:
        raise
    except sqlite3.Error:  # no table
        return []


def _row(one: Decision) -> tuple[object, ...]:
    then = (one.then.plan_id, one.then.plannaam, one.then.m2, one.then.x, one.then.y) if one.then else _NOBODY
    now = one.now
    return (one.verdict.value, *then, now.plan_id, now.plannaam, now.m2, now.x, now.y, one.wie, one.moment)


def _decision(row: Sequence[object]) -> Decision:
    verdict = Verdict(row[0])
    then = None if verdict is Verdict.NEW else _seen(row[1:6])
    return Decision(verdict, then, _seen(row[6:11]), str(row[11] or ""), str(row[12] or ""))


def _seen(cells: Sequence[object]) -> Seen:
    numbers = (None if number is None else float(str(number)) for number in cells[2:])
    return Seen(str(cells[0] or ""), str(cells[1] or ""), *numbers)
