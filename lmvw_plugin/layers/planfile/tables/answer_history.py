# SPDX-License-Identifier: GPL-2.0-or-later
"""Who answered what in the question table, and when: a small table of the plan file, which never leaves the municipality.

What was answered later stands below what was answered before; only what is taken back at once in the panel goes out again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

from ....core.asking.answers import How
from ....core.asking.offers import Refusal
from ..transaction import rows_of, writing

_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_antwoorden (fid INTEGER PRIMARY KEY, plan_id TEXT, veld TEXT, antwoord TEXT, soort TEXT, reden TEXT,"
    " wie TEXT, moment TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_antwoorden', 'attributes', 'lmvw_antwoorden')",
)
_ADD = "INSERT INTO lmvw_antwoorden (plan_id, veld, antwoord, soort, reden, wie, moment) VALUES (?, ?, ?, ?, ?, ?, ?)"
_READ = "SELECT plan_id, veld, antwoord, soort, reden, wie, moment FROM lmvw_antwoorden WHERE ? IN (plan_id, '') ORDER BY fid"


@dataclass(frozen=True, slots=True)
class Kept:
    """One answer as the file keeps it: ``soort`` is a value of ``How``, ``moment`` as ``jjjj-mm-dd uu:mm``."""

    plan_id: str
    veld: str
    antwoord: str
    soort: str
    reden: str
    wie: str
    moment: str


def add(path: Path, answers: Iterable[Kept]) -> tuple[int, ...]:
    """Keep answers below those that are there; returns the ``fid`` of each.

    :raises LmvwError: when the file cannot be written; then none of them is kept.
    """
    with writing(path) as database:
        for statement in _CREATE:
            database.execute(statement)
        return tuple(int(database.execute(_ADD, astuple(kept)).lastrowid or 0) for kept in answers)


def take_back(path: Path, fids: Iterable[int]) -> None:
    """These were a slip.

    :raises LmvwError: when the file cannot be written; then all of them stay.
    """
    with writing(path) as database:
        database.executemany("DELETE FROM lmvw_antwoorden WHERE fid = ?", ((fid,) for fid in fids))


def read(path: Path, plan_id: str = "") -> list[Kept]:
    """All that was answered, the oldest first; nothing where nobody answered anything here.

    :param plan_id: of one plan only.
    :raises LmvwError: when another program keeps the file to itself.
    """
    return [Kept(*row) for row in rows_of(path, _READ, (plan_id,))]


def not_known(history: Iterable[Kept]) -> dict[tuple[str, str], Kept]:
    """What was asked last and not known yet, by plan and field: who said so, and when."""
    last = {
        (kept.plan_id, kept.veld): kept for kept in history if kept.soort != How.REFUSED.value
    }  # who refuses one value says nothing of others
    return {about: kept for about, kept in last.items() if kept.soort == How.UNKNOWN.value}


def refused(history: Iterable[Kept]) -> frozenset[Refusal]:
    """The proposals that somebody refused."""
    return frozenset((kept.plan_id, kept.veld, kept.antwoord) for kept in history if kept.soort == How.REFUSED.value)
