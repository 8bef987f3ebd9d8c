# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said about the confidentiality of plans beside the answer itself: a small table of the plan file, which never leaves the municipality.

``strijdig``: the province labelled the plan so (Dataprotocol art. 5.d); that holds until it is taken back. ``bevestigd``: somebody said for
one peildatum that the plan still is confidential. An older version of the plugin knows nothing of it, and lets it be.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from ....core.errors import LmvwError, reason_of
from ....core.i18n import tr
from ...geopackage import looking
from ..transaction import PATIENCE, writing

_STRIJDIG, _CONFIRMED = "strijdig", "bevestigd"
_CREATE = (
    "CREATE TABLE IF NOT EXISTS lmvw_vertrouwelijk (fid INTEGER PRIMARY KEY, plan_id TEXT, soort TEXT, peildatum TEXT, wie TEXT, moment TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_vertrouwelijk', 'attributes', 'lmvw_vertrouwelijk')",
)
_ADD = "INSERT INTO lmvw_vertrouwelijk (plan_id, soort, peildatum, wie, moment) VALUES (?, ?, ?, ?, ?)"
_DROP = "DELETE FROM lmvw_vertrouwelijk WHERE plan_id = ? AND soort = ? AND peildatum = ?"
_IS_THERE = "SELECT 1 FROM sqlite_master WHERE lower(name) = 'lmvw_vertrouwelijk'"
_READ = "SELECT plan_id, soort, peildatum, wie, moment FROM lmvw_vertrouwelijk"

Labels = Mapping[str, tuple[str, str]]  # by plan id, who said so and when


@dataclass(frozen=True, slots=True)
class Said:
    """The ids of the plans that the province labelled strijdig, and of those that were confirmed for a peildatum."""

    strijdig: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()


def label(path: Path, plan_ids: Collection[str], strijdig: bool, who: str, when: str) -> None:
    """Keep that the province labelled plans strijdig, or no longer does.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    _keep(path, plan_ids, _STRIJDIG, "", who, when, add=strijdig)


def confirm(path: Path, plan_ids: Collection[str], peildatum: str, who: str, when: str) -> None:
    """Keep that somebody said for a peildatum that plans still are confidential.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    _keep(path, plan_ids, _CONFIRMED, peildatum, who, when, add=True)


def follow(path: Path, plan_ids: Collection[str], heirs: Collection[str]) -> None:
    """What the province called strijdig stays so in what is made of it: a part, or a plan that it went into.

    :raises LmvwError: when the file cannot be read or written; then it is as it was.
    """
    there = labels(path)
    said = next((there[plan_id] for plan_id in plan_ids if plan_id in there), None)
    take_over(path, {} if said is None else dict.fromkeys(heirs, said))


def take_over(path: Path, coming: Labels) -> None:
    """Label plans strijdig as they were elsewhere.

    :raises LmvwError: when the file cannot be written; then it is as it was.
    """
    if coming:
        with writing(path) as database:
            write(database, coming)


def write(database: sqlite3.Connection, coming: Labels) -> None:
    """The same, within the transaction of whoever changes the plans."""
    for statement in _CREATE if coming else ():
        database.execute(statement)
    for plan_id, (who, when) in coming.items():
        database.execute(_DROP, (plan_id, _STRIJDIG, ""))
        database.execute(_ADD, (plan_id, _STRIJDIG, "", who, when))


def take_back(database: sqlite3.Connection, plan_ids: Collection[str]) -> None:
    """Plans are no longer labelled strijdig, within the transaction of whoever says so."""
    if database.execute(_IS_THERE).fetchone():
        database.executemany(_DROP, ((plan_id, _STRIJDIG, "") for plan_id in plan_ids))


def _keep(path: Path, plan_ids: Collection[str], sort: str, peildatum: str, who: str, when: str, add: bool) -> None:
    with writing(path) as database:
        for statement in _CREATE:
            database.execute(statement)
        for plan_id in plan_ids:
            database.execute(_DROP, (plan_id, sort, peildatum))
            if add:
                database.execute(_ADD, (plan_id, sort, peildatum, who, when))


def labels(path: Path) -> dict[str, tuple[str, str]]:
    """By plan id, who kept that the province labelled it strijdig, and when.

    :raises LmvwError: as ``read``.
    """
    return {plan_id: (who, when) for plan_id, sort, _, who, when in _rows(path) if sort == _STRIJDIG}


def strijdig_in(path: Path | None) -> frozenset[str]:
    """The ids of the plans that the province labelled strijdig; none where there is no file yet.

    :raises LmvwError: as ``read``.
    """
    return read(path, "").strijdig if path is not None and path.exists() else frozenset()


def read(path: Path, peildatum: str) -> Said:
    """What was said of plans; nothing where nobody said anything.

    :raises LmvwError: when another program keeps the file to itself, or what was said cannot be read: then no plan may pass for public.
    """
    rows = _rows(path)
    return Said(
        frozenset(plan_id for plan_id, sort, *_ in rows if sort == _STRIJDIG),
        frozenset(plan_id for plan_id, sort, day, *_ in rows if sort == _CONFIRMED and day == peildatum),
    )


def _rows(path: Path) -> list[tuple[str, ...]]:
    """All of it, as texts.

    :raises LmvwError: as ``read``.
    """
    try:
        with looking(path, PATIENCE) as database:
            return [tuple(map(str, row)) for row in database.execute(_READ)] if database.execute(_IS_THERE).fetchone() else []
    except sqlite3.Error as error:
        said = tr(
            "Van ‘{name}’ is niet te lezen welke plannen de provincie strijdig noemt: {reason}. Zet een reservekopie van het planbestand terug."
        )
        raise LmvwError(said.format(name=path.name, reason=reason_of(error))) from error
