# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage as one undamaged file that nobody else is writing, whatever QGIS or another program makes of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..core.errors import LmvwError
from ..core.i18n import tr
from .files import OwnFolder
from .moment import address, copy_of, is_locked, left_behind, locked, needs_mending


@contextmanager
def looking(path: Path, timeout: float = 10.0) -> Iterator[sqlite3.Connection]:
    """A database where it lies, only to be looked into: nothing changes in it or beside it.

    :param timeout: how many seconds to wait for another program that keeps it to itself.
    :raises sqlite3.Error: when it is no database, or has not what is looked for.
    :raises Locked: when it stays locked.
    :raises LmvwError: when what a program left behind cannot be put in order.
    """
    try:
        with _looking(path, timeout) as database:
            yield database
    except sqlite3.OperationalError as error:
        if is_locked(error):
            raise locked(path) from error
        raise


@contextmanager
def _looking(path: Path, timeout: float) -> Iterator[sqlite3.Connection]:
    if needs_mending(path):
        with closing(OwnFolder()) as own, closing(sqlite3.connect(copy_of(path, own.path, patience=timeout))) as database:
            yield database
        return
    how = "immutable=1" if left_behind(path) else "mode=ro"
    with closing(sqlite3.connect(address(path, how), uri=True, timeout=timeout)) as database:
        yield database


def require_unlocked(path: Path) -> None:
    """No other program keeps a database to itself; waits some seconds for it to be done. What is no database passes.

    GDAL would wait as long at every step, and SQLite's copy for ever.

    :raises Locked: when it stays locked.
    """
    with suppress(sqlite3.Error), looking(path, 5.0) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()


def settle(path: Path) -> None:
    """Leave a GeoPackage as one undamaged file that also opens where nothing may be written: QGIS leaves it in WAL mode.

    :raises LmvwError: when it is damaged.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            sound = (
                database.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete"
                and database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            )
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise LmvwError(tr("Bestand ‘{path}’ is beschadigd geschreven; is de schijf vol?").format(path=path.name))
