# SPDX-License-Identifier: GPL-2.0-or-later
"""The answers of the province in a plan file: a layer of its own beside the plans, in which the municipality writes what it says of them.

What was answered once stays, also when a later answer no longer has it; then it no longer holds. It never leaves the municipality. An older
version of the plugin knows nothing of it, and lets it be.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import Any

from ....core.errors import LmvwError
from ....core.i18n import tr
from ....core.reviewing.answer import TEXTS, Answer, Line
from ....core.reviewing.entries import Kind
from ....core.reviewing.remarks import Remark
from ...geopackage import looking
from ...stored.points import listing, place_in, stored
from ..tables import confidential_table
from ..transaction import PATIENCE, writing

TABLE = "opmerkingen_provincie"
_CREATE = (
    "CREATE TABLE IF NOT EXISTS opmerkingen_provincie (fid INTEGER PRIMARY KEY, geom POINT, nummer TEXT UNIQUE, soort TEXT, plan_id TEXT,"
    " plannummer TEXT, plannaam TEXT, label TEXT, tekst TEXT, moment TEXT, provincie TEXT, gemaakt TEXT, levering TEXT, geldt BOOLEAN, reactie TEXT)"
)
_IS_THERE = "SELECT 1 FROM sqlite_master WHERE name = 'opmerkingen_provincie'"
_NEWEST = "SELECT max(gemaakt) FROM opmerkingen_provincie"
_NO_LONGER = (
    "UPDATE opmerkingen_provincie SET geldt = 0, reactie = coalesce(reactie, '')"  # of NULL a form of QGIS shows the word, to type behind
)
_KEEP = (
    "INSERT INTO opmerkingen_provincie (nummer, soort, plan_id, plannummer, plannaam, label, tekst, moment, provincie, gemaakt, levering, geldt, reactie, geom)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '', ?) ON CONFLICT (nummer) DO UPDATE SET soort = excluded.soort, plan_id = excluded.plan_id,"
    " plannummer = excluded.plannummer, plannaam = excluded.plannaam, label = excluded.label, tekst = excluded.tekst, moment = excluded.moment,"
    " provincie = excluded.provincie, gemaakt = excluded.gemaakt, levering = excluded.levering, geldt = 1, geom = excluded.geom"
)
_READ = "SELECT nummer, soort, plan_id, plannummer, plannaam, label, tekst, moment, geom, provincie, geldt, reactie FROM opmerkingen_provincie ORDER BY fid"


def read(path: Path) -> list[Remark] | None:
    """Every line of every answer that was opened; None where none was.

    :raises LmvwError: when another program keeps the file to itself.
    """
    with looking(path, PATIENCE) as database:
        if not database.execute(_IS_THERE).fetchone():
            return None
        rows = database.execute(_READ).fetchall()
    return [_remark(*row) for row in rows]


def _remark(*row: Any) -> Remark:
    texts = {name: str(text or "") for name, text in zip(TEXTS, row, strict=False)}
    geometry, provincie, holds, reaction = row[len(TEXTS) :]
    return Remark(Line(**texts, place=place_in(geometry)), str(provincie), bool(holds), str(reaction or "").strip())


def keep(path: Path, answer: Answer, heirs: Collection[str] = ()) -> None:
    """Take over an answer, with what its labels mean for what is confidential, in one transaction.

    :param heirs: by plan_id, what has come in the place of plans that it calls strijdig: that is so too.
    :raises LmvwError: when a later answer was opened before, or the file cannot be written; then it is as it was.
    """
    labels = [line for line in answer.lines if line.soort == Kind.LABEL.value]
    now = datetime.now().isoformat()
    made = min(answer.made, now)  # by a clock that is ahead it would be later than every answer that comes after it
    said = answer.provincie, made.replace("T", " ")[:16]
    with writing(path) as database:
        database.execute(_CREATE)
        for statement, given in listing(TABLE, TABLE):
            database.execute(statement, given)
        _require_newest(database, made, now)
        database.execute(_NO_LONGER)
        for line in answer.lines:
            texts = (getattr(line, name) for name in TEXTS)
            database.execute(_KEEP, (*texts, answer.provincie, made, answer.sha256, stored(line.place)))
        confidential_table.take_back(database, [line.plan_id for line in labels if not line.is_strijdig])
        confidential_table.write(database, dict.fromkeys([*(line.plan_id for line in labels if line.is_strijdig), *heirs], said))


def _require_newest(database: sqlite3.Connection, made: str, now: str) -> None:
    """
    :param now: what was made after it was made by a clock that was ahead, and counts for nothing.
    :raises LmvwError: when a later answer was opened before: it has what the province says now.
    """
    (newest,) = database.execute(_NEWEST).fetchone()
    if newest is not None and made < str(newest) <= now:
        raise LmvwError(tr("U opende al een later antwoord van de provincie; dit is ouder en verandert niets."))
