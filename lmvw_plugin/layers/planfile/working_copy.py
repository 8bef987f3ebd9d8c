# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that lies where others reach it, worked on in a copy on this computer and put back.

SQLite cannot keep two computers apart that have one file open with a write-ahead log (https://sqlite.org/wal.html: all processes must be
on the same computer), and QGIS opens every GeoPackage that is edited so. Putting back changes the original in place, in one transaction of
SQLite: a colleague who has it open keeps it. What it held before stays beside it.
"""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import LmvwError, reason_of
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..files import dated, move, require_folder, staging
from ..moment import copy_of, overwrite
from .tables import decisions_table
from .transaction import PATIENCE, state_in, told

# What only a check or a delivery makes again; every other table of ours holds what a colleague may change without touching a plan.
_MADE_AGAIN = frozenset((
    "lmvw_controle", "lmvw_bevindingen", "lmvw_verklaring",
    "lmvw_levering_plan", "lmvw_levering_inhoud", "lmvw_levering_onderweg",
))  # fmt: skip
_OURS = (  # the answers of the province have a name that people read
    "SELECT name FROM sqlite_master WHERE type = 'table' AND (name LIKE 'lmvw\\_%' ESCAPE '\\' OR name = 'opmerkingen_provincie') ORDER BY name"
)
_ROWS = 'SELECT * FROM "..."'


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """``state``: what the original was when both were the same."""

    path: Path
    original: Path
    state: bytes


def take(original: Path, folder: Path, feedback: Feedback | None = None) -> WorkingCopy:
    """Make a copy in a folder.

    :raises LmvwError: when a file of that name is there, the folder cannot be written, or the original cannot be read.
    """
    target = folder / original.name
    if target.exists():
        raise LmvwError(tr("In map ‘{folder}’ staat al een bestand ‘{name}’; kies een andere map.").format(folder=folder, name=target.name))
    require_folder(folder)
    with staging(folder) as beside:
        copy = copy_of(original, beside, feedback, PATIENCE)
        state = _state(copy)
        move(copy, target)
    return WorkingCopy(target, original, state)


def put_back(work: WorkingCopy, feedback: Feedback | None = None) -> tuple[WorkingCopy, Path]:
    """Make the original what the working copy is now; returns the copy as it stands now, and where the old original is kept.

    :raises LmvwError: when the original is gone, was changed in the meantime or cannot be written; then it is as it was.
    """
    original = work.original
    if not original.is_file():
        raise LmvwError(
            tr("‘{path}’ is er niet meer, of is nu niet te bereiken. Uw werkkopie blijft staan; zet haar later terug.").format(
                path=original
            )
        )

    def require_same(database: sqlite3.Connection) -> None:
        """The original is as it was when the copy was made.

        :raises LmvwError: when it is not.
        """
        if not _is_still(database, work.state):
            raise LmvwError(
                tr("In ‘{path}’ is gewerkt sinds u de werkkopie maakte; er is niets teruggezet. Neem uw wijzigingen daar over met ‘Plannen "
                   "importeren’: kies als bestand uw werkkopie ‘{copy}’ en als planbestand ‘{path}’.").format(path=original, copy=work.path)
            )  # fmt: skip

    with staging(original.parent) as beside:
        old = copy_of(original, beside, feedback, PATIENCE)
        with closing(sqlite3.connect(old)) as database:
            require_same(database)
        kept = dated(original.parent, original.stem, original.suffix)
        try:
            move(old, kept)
        except OSError as error:
            raise LmvwError(
                tr("Naast ‘{path}’ kan geen kopie bewaard worden ({reason}); er is niets teruggezet.").format(
                    path=original, reason=reason_of(error)
                )
            ) from error
        (beside / "nieuw").mkdir()
        new = copy_of(work.path, beside / "nieuw", feedback, PATIENCE)
        try:
            with told(original):
                overwrite(original, new, PATIENCE, require_same)
        except BaseException:
            kept.unlink(missing_ok=True)
            raise
        return WorkingCopy(work.path, original, _state(new)), kept


def _state(path: Path) -> bytes:
    with told(path), closing(sqlite3.connect(path)) as database:
        return _state_in(database)


def _is_still(database: sqlite3.Connection, state: bytes) -> bool:
    """A file is as it was when its working copy was made, perhaps with an earlier version of the plugin.

    What was to be decided about a new peildatum was no part of a state then, for nobody could tick off anything of it.
    """
    if _state_in(database) == state:
        return True
    return not decisions_table.is_ticked(database) and _state_in(database, _MADE_AGAIN | {decisions_table.TABLE}) == state


def _state_in(database: sqlite3.Connection, without: frozenset[str] = _MADE_AGAIN) -> bytes:
    """What people answered, decided and sent out; what a check found is only made again."""
    digest = hashlib.sha256(state_in(database))
    for (table,) in database.execute(_OURS).fetchall():
        for row in database.execute(_ROWS.replace("...", table.replace('"', '""'))) if table not in without else ():
            digest.update(repr((table, row)).encode("utf-8", "surrogatepass"))
    return digest.digest()
