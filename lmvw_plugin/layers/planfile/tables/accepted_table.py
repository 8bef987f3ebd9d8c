# SPDX-License-Identifier: GPL-2.0-or-later
"""Which warnings were accepted, by whom, when and why: a small table of the plan file, which never leaves the municipality.

An older version of the plugin knows nothing of it, and lets it be.
"""

from __future__ import annotations

from dataclasses import astuple
from pathlib import Path

from ....core.rules.acceptance import Acceptances, Accepted
from ..transaction import rows_of, writing

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_geaccepteerd (fid INTEGER PRIMARY KEY, plan_id TEXT, regel TEXT, veld TEXT, oorzaak TEXT,"
    " toelichting TEXT, wie TEXT, moment TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_geaccepteerd', 'attributes', 'lmvw_geaccepteerd')",
)
_ADD = "INSERT INTO lmvw_geaccepteerd (plan_id, regel, veld, oorzaak, toelichting, wie, moment) VALUES (?, ?, ?, ?, ?, ?, ?)"
_DROP = "DELETE FROM lmvw_geaccepteerd WHERE plan_id = ? AND regel = ? AND veld = ? AND oorzaak = ?"
_READ = "SELECT plan_id, regel, veld, oorzaak, toelichting, wie, moment FROM lmvw_geaccepteerd ORDER BY fid"


def accept(path: Path, acceptance: Accepted) -> None:
    """Keep that a warning was accepted, in place of what was said of it before.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    with writing(path) as database:
        for statement in _CREATE:
            database.execute(statement)
        database.execute(_DROP, astuple(acceptance)[:4])
        database.execute(_ADD, astuple(acceptance))


def take_back(path: Path, plan_id: str, regel: str, veld: str, oorzaak: str) -> None:
    """The warning is open again.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    with writing(path) as database:
        database.execute(_DROP, (plan_id, regel, veld, oorzaak))


def read(path: Path) -> Acceptances:
    """All that was accepted; nothing where nobody accepted anything.

    :raises LmvwError: when another program keeps the file to itself.
    """
    return Acceptances(Accepted(*("" if text is None else str(text) for text in row)) for row in rows_of(path, _READ))
