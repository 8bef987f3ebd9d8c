# SPDX-License-Identifier: GPL-2.0-or-later
"""The table in a plan file with the outcome of its last check: one row per plan; in a file that was never checked one row of no plan.

It is written all at once and by SQLite itself: layers of the file may be open and edited meanwhile, and know nothing of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from ....core.errors import LmvwError, reason_of
from ....core.feedback import Feedback, checkpoint
from ....core.i18n import tr
from ....core.rules.findings import Finding
from ...geopackage import looking, patience
from ...moment import is_locked
from ..transaction import spare_plans, writing
from . import findings_table

TABLE = "lmvw_controle"
JOINED = (
    "uitslag",
    "bevindingen",
    "afdruk",
    "gecontroleerd",
    "voorstellen",
)  # what the plans show of it; in another order QGIS mixes them up
Row = tuple[str, str, str | None, str, str | None]  # plan_id, uitslag, bevindingen, afdruk, voorstellen

_PATIENCE = 10  # seconds that somebody else may be writing
_MOMENT_FORMAT, QT_FORMAT = "%Y-%m-%d %H:%M", "yyyy-MM-dd HH:mm"  # the same, for Python and for Qt
_MAKE = (
    "CREATE TABLE IF NOT EXISTS lmvw_controle (fid INTEGER PRIMARY KEY, plan_id TEXT, uitslag TEXT, bevindingen TEXT, afdruk TEXT,"
    " gecontroleerd TEXT, voorstellen TEXT)",
    "INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_controle', 'attributes', 'lmvw_controle')",
)
_WIDEN = "ALTER TABLE lmvw_controle ADD COLUMN voorstellen TEXT"  # of an earlier version it lacks it
_COLUMNS = "SELECT name FROM pragma_table_info('lmvw_controle')"
# Of a join without any row QGIS keeps nothing: for every plan that it reads it would look in the file once more.
_NEVER_EMPTY = "INSERT INTO lmvw_controle (plan_id) SELECT '' WHERE NOT EXISTS (SELECT 1 FROM lmvw_controle)"
_EMPTY = "SELECT NOT EXISTS (SELECT 1 FROM lmvw_controle)"
_INSERT = "INSERT INTO lmvw_controle (plan_id, uitslag, bevindingen, afdruk, voorstellen, gecontroleerd) VALUES (?, ?, ?, ?, ?, ?)"
_MOMENT = "SELECT max(gecontroleerd) FROM lmvw_controle"
_PRINTS = "SELECT plan_id, afdruk FROM lmvw_controle"
_TELL = "UPDATE lmvw_controle SET uitslag = ?, bevindingen = ? WHERE plan_id = ?"
_OFFER = "UPDATE lmvw_controle SET voorstellen = ? WHERE plan_id = ? AND uitslag IS NOT NULL"
_OUTDATE = "UPDATE lmvw_controle SET afdruk = ''"
_PROPOSED = "SELECT 1 FROM lmvw_controle WHERE voorstellen <> '' LIMIT 1"
_NUMBERS = "SELECT uitslag, count(*) FROM lmvw_controle WHERE uitslag IS NOT NULL GROUP BY uitslag"


@dataclass(frozen=True, slots=True)
class Kept:
    """The outcome as a whole; ``prints``: what each plan was when it was checked, by its key."""

    certified: findings_table.Certified
    moment: datetime
    prints: dict[str, str]


def make(path: Path) -> bool:
    """See to it that a plan file has the table; False when that cannot be done now, as in a file that is only to be read."""
    try:
        with closing(sqlite3.connect(path, timeout=patience(1))) as database, database:
            if "voorstellen" not in _columns(database) or database.execute(_EMPTY).fetchone()[0]:
                _make(database)
    except sqlite3.Error:
        return False
    return True


def replace(
    path: Path, rows: Iterable[Row], moment: datetime, feedback: Feedback, findings: Iterable[Finding] = (), certificate: str = ""
) -> None:
    """Put another outcome in the place of what the plan file has; the plans themselves are not touched.

    :param certificate: of the check, as JSON.
    :param feedback: may cancel until the very last moment; then the file is as it was.
    :raises Cancelled: when the user has cancelled.
    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    when = f"{moment:{_MOMENT_FORMAT}}"
    try:
        with closing(sqlite3.connect(path, timeout=_PATIENCE)) as database, database:
            spare_plans(database)
            database.execute("BEGIN IMMEDIATE")
            _make(database)
            database.execute("DELETE FROM lmvw_controle")
            database.executemany(_INSERT, ((*row, when) for row in rows))
            database.execute(_NEVER_EMPTY)
            findings_table.write(database, findings, certificate)
            checkpoint(feedback)
    except sqlite3.Error as error:
        if is_locked(error):
            sentence = tr("De uitkomst van de controle is niet bewaard: in ‘{path}’ wordt nog geschreven, door QGIS zelf of door een ander "
                          "programma; sla uw bewerkingen op en controleer opnieuw.")  # fmt: skip
        else:
            sentence = tr(
                "De uitkomst van de controle kan niet in ‘{path}’ bewaard worden ({reason}); mag u het bestand wijzigen, en is er ruimte?"
            )
        raise LmvwError(sentence.format(path=path, reason=reason_of(error))) from error


def tell(path: Path, plan_id: str, uitslag: str, bevindingen: str | None) -> None:
    """Another outcome of one plan, about which a person decided something; what was found stays as it was.

    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    with writing(path) as database:
        database.execute(_TELL, (uitslag, bevindingen, plan_id))


def offer(path: Path, offered: Mapping[str, str | None]) -> None:
    """Other proposals, by plan_id, beside the outcome of these plans; nothing where there was no check.

    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    with writing(path) as database:
        if "voorstellen" in _columns(database):
            database.executemany(_OFFER, [(words, plan_id) for plan_id, words in offered.items()])


def outdate(path: Path) -> None:
    """What was found was measured by another yardstick: of no plan it holds until the next check; nothing of it is lost.

    :raises LmvwError: when the file cannot be written; it is as it was.
    """
    with writing(path) as database:
        if _columns(database):
            database.execute(_OUTDATE)


def _make(database: sqlite3.Connection) -> None:
    for statement in _MAKE:
        database.execute(statement)
    if "voorstellen" not in _columns(database):
        database.execute(_WIDEN)
    database.execute(_NEVER_EMPTY)


def _columns(database: sqlite3.Connection) -> set[str]:
    return {name for (name,) in database.execute(_COLUMNS)}


def moment_of(path: Path) -> datetime | None:
    """When a plan file was last checked with its outcome kept."""
    try:
        with looking(path, _PATIENCE) as database:
            return _moment_in(database)
    except sqlite3.Error:  # never checked: no table
        return None


def _moment_in(database: sqlite3.Connection) -> datetime | None:
    (moment,) = database.execute(_MOMENT).fetchone()
    return datetime.strptime(moment, _MOMENT_FORMAT) if moment else None


def numbers_of(path: Path) -> dict[str, int]:
    """How many plans came out how when the plan file was last checked; nothing when it never was."""
    try:
        with looking(path, 1) as database:
            return dict(database.execute(_NUMBERS).fetchall())
    except (sqlite3.Error, LmvwError):  # a legend without numbers is no harm
        return {}


def proposes(path: Path) -> bool:
    """The last check saw proposals that waited for a person."""
    try:
        with looking(path, 1) as database:
            return database.execute(_PROPOSED).fetchone() is not None
    except (sqlite3.Error, LmvwError):  # of an earlier version, or without a check; a sign less is no harm
        return False


def kept(path: Path) -> Kept | None:
    """All that a plan file keeps of one check; None where there was none, or one of an earlier version.

    :raises LmvwError: when another program keeps the file to itself.
    """
    try:
        with looking(path, _PATIENCE) as database:
            database.execute("BEGIN")  # one moment: another check may be kept between two questions
            certified, moment = findings_table.read(database), _moment_in(database)
            return Kept(certified, moment, dict(database.execute(_PRINTS).fetchall())) if certified and moment else None
    except (sqlite3.Error, ValueError):
        return None
