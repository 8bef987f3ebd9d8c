# SPDX-License-Identifier: GPL-2.0-or-later
"""What the last import wrote, in a small table of the plan file: so that the next one tells a person's change from the source's."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path

from ....core.basisset.peildatum import Peildatum
from ....core.errors import LmvwError
from ...geopackage import looking

TABLE = "lmvw_import"
_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_import (fid INTEGER PRIMARY KEY, plan_id TEXT UNIQUE, peildatum TEXT, waarden TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_import', 'attributes', 'lmvw_import')",
)
_WRITE = (
    "INSERT INTO lmvw_import (plan_id, peildatum, waarden) VALUES (?, ?, ?)"
    " ON CONFLICT (plan_id) DO UPDATE SET peildatum = excluded.peildatum, waarden = excluded.waarden"
)
_READ = "SELECT plan_id, waarden FROM lmvw_import WHERE peildatum = ?"

Memory = Mapping[str, Mapping[str, object]]  # plan_id, field, value
Said = tuple[str, Mapping[str, object]]  # one plan of it


def read(path: Path, peildatum: Peildatum) -> dict[str, dict[str, object]]:
    """By plan id and field. Years are relative to the peildatum: what was written for another one is not what it was.

    A file that no import wrote has none; neither has one of an earlier version.
    """
    try:
        with looking(path) as database:
            return {plan_id: json.loads(values) for plan_id, values in database.execute(_READ, (str(peildatum),))}
    except (sqlite3.Error, LmvwError, ValueError):
        return {}


def write(database: sqlite3.Connection, peildatum: Peildatum, said: Iterable[Said]) -> None:
    """Keep what the source said of these plans, within the transaction of whoever changes the plans."""
    for statement in _CREATE:
        database.execute(statement)
    day, encode = str(peildatum), json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
    database.executemany(_WRITE, ((plan_id, day, encode(values)) for plan_id, values in said))


def keep(path: Path, peildatum: Peildatum, said: Iterable[Said]) -> None:
    """Keep it in a file whose plans are saved already. Without it the next import asks more, and does nothing wrong."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=10)) as database, database:
        write(database, peildatum, said)
