# SPDX-License-Identifier: GPL-2.0-or-later
"""What was decided about plans of an earlier delivery and plans of now: a small table of the plan file, which never leaves the municipality.

What one key or click decided is one step, and what is undone is the last step, whoever took it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ....core.history.decisions import Change, Decision, Seen, Verdict
from ..transaction import rows_of, writing

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_vergelijking (fid INTEGER PRIMARY KEY, stap MEDIUMINT, oordeel TEXT, toen_id TEXT, toen_naam TEXT,"
    " toen_m2 REAL, toen_x REAL, toen_y REAL, nu_id TEXT, nu_naam TEXT, nu_m2 REAL, nu_x REAL, nu_y REAL, wie TEXT, moment TEXT, plan TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_vergelijking', 'attributes', 'lmvw_vergelijking')",
)
_ADD = (
    "INSERT INTO lmvw_vergelijking (stap, oordeel, toen_id, toen_naam, toen_m2, toen_x, toen_y, nu_id, nu_naam, nu_m2, nu_x, nu_y, wie, moment, plan)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_LAST = "SELECT coalesce(max(stap), 0) FROM lmvw_vergelijking"
_COLUMNS = "SELECT name FROM pragma_table_info('lmvw_vergelijking')"
_WIDEN = "ALTER TABLE lmvw_vergelijking ADD COLUMN plan TEXT"  # decisions changed no plan before
_READ = "SELECT * FROM lmvw_vergelijking ORDER BY fid"
_DROP = "DELETE FROM lmvw_vergelijking WHERE stap = ?"
_NOBODY = (None, None, None, None, None)


def add(path: Path, decisions: Sequence[Decision]) -> None:
    """Keep decisions as one step, below those that are there.

    :raises LmvwError: when the file cannot be written; then none of them is kept.
    """
    with writing(path) as database:
        for statement in _CREATE:
            database.execute(statement)
        if ("plan",) not in database.execute(_COLUMNS).fetchall():
            database.execute(_WIDEN)
        (last,) = database.execute(_LAST).fetchone()
        database.executemany(_ADD, ((last + 1, *_row(decision)) for decision in decisions))


def undo(path: Path) -> list[Decision]:
    """Take back the last step; returns what it was, nothing where nobody decided anything.

    :raises LmvwError: when the file cannot be written; then it stays.
    """
    if not read(path):
        return []
    with writing(path) as database:
        database.row_factory = sqlite3.Row
        steps = _steps(database.execute(_READ))
        step = max(steps)
        database.execute(_DROP, (step,))
    return steps[step]


def last(path: Path) -> list[Decision]:
    """The last step; nothing where nobody decided anything.

    :raises LmvwError: when another program keeps the file to itself.
    """
    steps = _asked(path)
    return steps[max(steps)] if steps else []


def read(path: Path) -> list[Decision]:
    """All that was decided, the oldest first; nothing where nobody did.

    :raises LmvwError: when another program keeps the file to itself.
    """
    return [decision for step in _asked(path).values() for decision in step]


def _asked(path: Path) -> dict[int, list[Decision]]:
    return _steps(rows_of(path, _READ))


def _steps(rows: Iterable[sqlite3.Row]) -> dict[int, list[Decision]]:
    """What was decided, by step, in the order in which it was. What a later version decided and this one cannot read, is passed over."""
    steps: dict[int, list[Decision]] = {}
    for row in rows:
        known = dict(row)
        with suppress(KeyError, TypeError, ValueError):
            decision = _decision(known)
            steps.setdefault(int(known["stap"]), []).append(decision)
    return steps


def _row(decision: Decision) -> tuple[object, ...]:
    then = (decision.then.plan_id, decision.then.plannaam, decision.then.m2, decision.then.x, decision.then.y) if decision.then else _NOBODY
    now = decision.now
    change = json.dumps(asdict(decision.change), ensure_ascii=False) if decision.change else None
    return (decision.verdict.value, *then, now.plan_id, now.plannaam, now.m2, now.x, now.y, decision.wie, decision.moment, change)


def _decision(row: Mapping[str, Any]) -> Decision:
    verdict = Verdict(row["oordeel"])
    then = None if verdict is Verdict.NEW else _seen(row, "toen")
    change = Change(**json.loads(row["plan"])) if row.get("plan") else None
    return Decision(verdict, then, _seen(row, "nu"), str(row["wie"] or ""), str(row["moment"] or ""), change)


def _seen(row: Mapping[str, Any], side: str) -> Seen:
    plan_id, name, *numbers = (row[f"{side}_{part}"] for part in ("id", "naam", "m2", "x", "y"))
    return Seen(str(plan_id or ""), str(name or ""), *(None if number is None else float(number) for number in numbers))
