# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a review file with what reviewers said. Rows only come: none is changed, and none goes.

Several reviewers may write in one file. Each entry is judged in its own transaction: it is of the delivery that is reviewed at that moment.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import fields
from pathlib import Path

from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ...core.receiving.overview import Reviewed
from ...core.receiving.receipts import State
from ...core.reviewing.entries import Entry, Review
from ..moment import is_locked, locked
from ..planfile.transaction import all_or_nothing
from ..receiving import tables
from ..stored.points import listing, place_in, stored

TABLE = "beoordelingen"
_PATIENCE = 10.0  # seconds that a reviewer waits for a colleague
_COLUMNS = [field.name for field in fields(Entry) if field.name != "place"]
_CREATE = (
    "CREATE TABLE IF NOT EXISTS beoordelingen (fid INTEGER PRIMARY KEY, geom POINT, nummer TEXT UNIQUE, levering MEDIUMINT, sha256 TEXT,"
    " gemeente_code TEXT, soort TEXT, wie TEXT, moment TEXT, plan_id TEXT, plannummer TEXT, plannaam TEXT, label TEXT, tekst TEXT, over TEXT)"
)
_ADD = (
    "INSERT INTO beoordelingen (nummer, levering, sha256, gemeente_code, soort, wie, moment, plan_id, plannummer, plannaam, label, tekst, over, geom)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_READ = (
    "SELECT nummer, levering, sha256, gemeente_code, soort, wie, moment, plan_id, plannummer, plannaam, label, tekst, over, geom"
    " FROM beoordelingen ORDER BY fid"
)
_IS_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'beoordelingen'"
_STANDS = "SELECT stand FROM leveringen WHERE levering = ? AND sha256 = ?"
_HAS_PLAN = "SELECT 1 FROM plannen WHERE levering = ? AND plan_id = ?"
_TOUCH = "UPDATE lmvw_beoordeling SET stand = lower(hex(randomblob(16)))"  # who writes over the file sees that somebody did something


def read(path: Path) -> list[Entry]:
    """Everything that was said, in that order; nothing in a file in which nobody said anything.

    :raises LmvwError: when it cannot be read, or another program keeps it to itself.
    """
    with tables.read_in(path) as database:
        return _entries(database)


def _entries(database: sqlite3.Connection) -> list[Entry]:
    rows = database.execute(_READ).fetchall() if database.execute(_IS_THERE).fetchone() else []
    return [Entry(**dict(zip(_COLUMNS, row, strict=False)), place=place_in(row[-1])) for row in rows]


def add(path: Path, entry: Entry) -> None:
    """Keep what a reviewer says of the delivery that is reviewed.

    :raises LmvwError: when a newer delivery came, the plan is not in it, or the file cannot be written; then nothing is kept.
    """
    tables.about(path)
    with _writing(path) as database:
        _require_reviewed(database, entry)
        database.execute(_CREATE)
        for statement, given in listing(TABLE, TABLE):
            database.execute(statement, given)
        database.execute(_ADD, (*(getattr(entry, name) for name in _COLUMNS), stored(entry.place)))
        database.execute(_TOUCH)
        tables.tell_reviewed(database, _how_far(database, {entry.gemeente_code}))


def refresh(path: Path) -> dict[str, Reviewed]:
    """Have the overview tell how far each review is, after deliveries came in; returns it by municipality.

    :raises LmvwError: as ``add``.
    """
    with _writing(path) as database:
        reviewed = _how_far(database, {receipt.gemeente_code for receipt in tables.receipts_in(database) if receipt.is_current})
        tables.tell_reviewed(database, reviewed)
    return reviewed


def _how_far(database: sqlite3.Connection, codes: Iterable[str]) -> dict[str, Reviewed]:
    receipts, said = tables.receipts_in(database), defaultdict[str, list[Entry]](list)
    for entry in _entries(database):
        said[entry.gemeente_code].append(entry)
    return {code: Review(code, receipts, said[code]).how_far for code in codes}


def _require_reviewed(database: sqlite3.Connection, entry: Entry) -> None:
    """The delivery is the one that is reviewed, to the byte, and the plan is in it.

    :raises LmvwError: when not.
    """
    if database.execute(_STANDS, (entry.levering, entry.sha256)).fetchone() != (State.CURRENT.value,):
        raise LmvwError(
            tr("Van deze gemeente is intussen een nieuwere levering ontvangen; er is niets bewaard. Beoordeel de nieuwe levering.")
        )
    if entry.plan_id and not database.execute(_HAS_PLAN, (entry.levering, entry.plan_id)).fetchone():
        raise LmvwError(
            tr("Plan ‘{name}’ staat niet in de levering die beoordeeld wordt; er is niets bewaard.").format(name=entry.plannaam)
        )


@contextmanager
def _writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A transaction that no other reviewer can write beside.

    :raises LmvwError: when the file cannot be written, or another program keeps it to itself.
    """
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)) as database, all_or_nothing(database):
            yield database
    except sqlite3.Error as error:
        raise locked(path) if is_locked(error) else tables.not_written(reason_of(error)) from error
