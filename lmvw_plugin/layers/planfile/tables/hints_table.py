# SPDX-License-Identifier: GPL-2.0-or-later
"""What the source of an import said without answering a field: a small table of the plan file, of which proposals are made. It is never delivered."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import astuple
from pathlib import Path

from ....core.basisset import fields as b
from ....core.basisset.peildatum import Peildatum
from ....core.importing.mapping.hints import PLAN_MAP, Hint
from ..transaction import PATIENCE, rows_of, writing

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_aanwijzingen (fid INTEGER PRIMARY KEY, plan_id TEXT, veld TEXT, kolom TEXT, waarde TEXT, betekent TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier)"
    " VALUES ('lmvw_aanwijzingen', 'attributes', 'lmvw_aanwijzingen')",
)
_FORGET = "DELETE FROM lmvw_aanwijzingen WHERE plan_id = ?"
_FORGET_MAPS = "DELETE FROM lmvw_aanwijzingen WHERE plan_id = ? AND kolom GLOB ?"
_OF_FIELD = "SELECT fid, veld, kolom, waarde, betekent FROM lmvw_aanwijzingen WHERE plan_id = ? AND veld = ?"
_FORGET_ONE = "DELETE FROM lmvw_aanwijzingen WHERE fid = ?"
_ADD = "INSERT INTO lmvw_aanwijzingen (plan_id, veld, kolom, waarde, betekent) VALUES (?, ?, ?, ?, ?)"
_READ = "SELECT plan_id, veld, kolom, waarde, betekent FROM lmvw_aanwijzingen WHERE ? IN (plan_id, '') ORDER BY fid"

Hints = Mapping[str, Iterable[Hint]]  # by plan_id
_waiting: dict[Path, dict[str, list[Hint]]] = {}  # of plans that a layer has and its file not yet


def await_save(path: Path, hints: Hints) -> None:
    """What was said of plans that wait in an open layer counts at once; the file gets it with them."""
    _waiting.setdefault(path, {}).update({plan_id: list(said) for plan_id, said in hints.items()})


def forget(path: Path) -> None:
    """Nothing waits any more: it was saved, or thrown away."""
    _waiting.pop(path, None)


def write(database: sqlite3.Connection, hints: Hints) -> None:
    """Keep what the last import said of these plans, within the transaction of whoever changes them."""
    _make(database)
    database.executemany(_FORGET, [(plan_id,) for plan_id in hints])
    _add(database, hints.items())


def take_over(database: sqlite3.Connection, hints: Iterable[tuple[str, Sequence[Hint]]], after: Peildatum) -> None:
    """Keep these beside what is known of the same plans, in the place of what is known of the same totals and their years.

    :param after: the peildatum of now. What a source said of years that are all to come, and of which nothing else is said, stays.
    """
    _make(database)
    for plan_id, said in hints:
        asked = {hint.veld for hint in said}
        for total in {field.phase.total if field.phase else field.name for veld in asked if (field := b.BY_NAME.get(veld))}:
            for fid, *known in database.execute(_OF_FIELD, (plan_id, total)).fetchall():
                if not _to_come(Hint(*known), after, asked):
                    database.execute(_FORGET_ONE, (fid,))
        _add(database, [(plan_id, said)])


def put_maps(path: Path, hints: Mapping[str, Hint]) -> None:
    """Keep what a plan map says of these plans, in the place of what an earlier one said.

    :raises LmvwError: when the file cannot be written; then nothing is.
    """
    with writing(path) as database:
        _make(database)
        database.executemany(_FORGET_MAPS, [(plan_id, f"{PLAN_MAP}*") for plan_id in hints])
        _add(database, [(plan_id, [hint]) for plan_id, hint in hints.items()])


def _to_come(hint: Hint, after: Peildatum, asked: Collection[str]) -> bool:
    if hint.years is None or hint.veld not in b.PHASED:
        return False
    first, last = hint.years
    spans = ((name, *after.span(slot)) for slot, name in enumerate(b.phasing(hint.veld)))
    return 2 * first >= after.half and not any(name in asked for name, start, end in spans if start <= last and end >= first)


def _make(database: sqlite3.Connection) -> None:
    for statement in _CREATE:
        database.execute(statement)


def _add(database: sqlite3.Connection, hints: Iterable[tuple[str, Iterable[Hint]]]) -> None:
    database.executemany(_ADD, [(plan_id, *astuple(hint)) for plan_id, said in hints for hint in said])


def keep(path: Path, hints: Hints) -> None:
    """Keep it in a file whose plans are saved already. Without it there is less to propose, and nothing is wrong."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path, timeout=PATIENCE)) as database, database:
        write(database, hints)


def read(path: Path, plan_id: str = "", opened: Path | None = None) -> dict[str, list[Hint]]:
    """By plan_id, also of plans that are not saved yet; nothing where no import left any.

    :param plan_id: of one plan only.
    :param opened: the file that this is a copy of.
    :raises LmvwError: when another program keeps the file to itself.
    """
    kept: dict[str, list[Hint]] = {}
    for about, *said in rows_of(path, _READ, (plan_id,)):
        kept.setdefault(str(about), []).append(Hint(*said))
    return {key: said for key, said in (kept | _waiting.get(opened or path, {})).items() if said}
