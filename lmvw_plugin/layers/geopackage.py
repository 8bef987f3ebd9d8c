# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage as one undamaged file that nobody else is writing, whatever QGIS or another program makes of it."""

from __future__ import annotations

import re
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ..core.errors import LmvwError
from ..core.feedback import Feedback, listener
from ..core.i18n import tr
from .files import OwnFolder
from .moment import PATIENCE, address, copy_of, is_locked, left_behind, locked, needs_mending, wait_for

_MADE = "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL"
_STORED = re.compile(r'CREATE TABLE |CREATE VIRTUAL TABLE "[^"]+" USING rtree\(')  # SQLite writes it so, whoever made the table
_WORKED_OUT = (2, 3)  # what PRAGMA table_xinfo says of a column that is computed
_USUAL = 10.0
_IN_WINDOW = 0.25  # all of QGIS stands still meanwhile


def patience(seconds: float) -> float:
    """How long to wait here for another program: as long as is asked, unless this is the thread of QGIS's window."""
    utils = sys.modules.get("qgis.utils")  # which QGIS loads with its window; whoever imports it has errors told by QGIS from then on
    in_window = getattr(utils, "iface", None) is not None and threading.current_thread() is threading.main_thread()
    return min(seconds, _IN_WINDOW) if in_window else seconds


@contextmanager
def looking(path: Path, timeout: float | None = None) -> Iterator[sqlite3.Connection]:
    """A database where it lies, only to be looked into: nothing changes in it or beside it.

    :param timeout: how many seconds to wait for another program that keeps it to itself, less in the window. When not given, work in the
        background waits as a run does: it says for whom, and can be stopped.
    :raises sqlite3.Error: when it is no database, or has not what is looked for.
    :raises Locked: when it stays locked.
    :raises LmvwError: when what a program left behind cannot be put in order.
    """
    try:
        with _looking(path, patience(_USUAL if timeout is None else timeout), listener() if timeout is None else None) as database:
            yield database
    except sqlite3.OperationalError as error:
        if is_locked(error):
            raise locked(path) from error
        raise


@contextmanager
def _looking(path: Path, timeout: float, feedback: Feedback | None) -> Iterator[sqlite3.Connection]:
    if needs_mending(path):
        waits = timeout if feedback is None else PATIENCE
        with closing(OwnFolder()) as own, closing(sqlite3.connect(copy_of(path, own.path, feedback, waits))) as database:
            yield database
        return
    how = "immutable=1" if left_behind(path) else "mode=ro"
    with closing(sqlite3.connect(address(path, how), uri=True, timeout=timeout if feedback is None else 0)) as database:
        if feedback is not None:
            wait_for(path, database, feedback)
            database.execute(f"PRAGMA busy_timeout = {int(1000 * timeout)}").fetchall()
        yield database


def require_unlocked(path: Path) -> None:
    """No other program keeps a database to itself; waits some seconds for it to be done. What is no database passes.

    GDAL would wait as long at every step, and SQLite's copy for ever.

    :raises Locked: when it stays locked.
    """
    with suppress(sqlite3.Error), looking(path, 5.0) as database:
        database.execute("SELECT count(*) FROM sqlite_master").fetchone()


def only_stores(path: Path) -> bool:
    """What somebody sent, in a folder of ours, holds tables and nothing that SQLite works out whenever it is read.

    A view in the place of any table, also of one by which GDAL knows the others, may keep a computer at work for ever, and a computed
    column fills its memory. What would run at a change, or at a look at its soundness, is taken out.
    """
    try:
        with closing(sqlite3.connect(path)) as database, database:
            return _only_stores(database)
    except sqlite3.Error:  # damaged, or no database
        return False


def _only_stores(database: sqlite3.Connection) -> bool:
    made = database.execute(_MADE).fetchall()
    for kind, name, _ in made:
        if kind in ("trigger", "index"):
            database.execute(f"DROP {kind} {_quoted(name)}")
    tables = [(name, sql) for kind, name, sql in made if kind not in ("trigger", "index")]
    if not all(_STORED.match(sql) for _, sql in tables):
        return False
    columns = (column for name, _ in tables for column in database.execute(f"PRAGMA table_xinfo({_quoted(name)})"))
    return all(hidden not in _WORKED_OUT for *_, hidden in columns)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def settle(path: Path) -> None:
    """Leave a GeoPackage as one undamaged file that also opens where nothing may be written: QGIS leaves it in WAL mode.

    :raises LmvwError: when it is damaged.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA ignore_check_constraints = ON")  # of somebody else, who may have made it a day's work
            sound = (
                database.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete"
                and database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            )
    except sqlite3.DatabaseError:
        sound = False
    if not sound:
        raise LmvwError(tr("Bestand ‘{path}’ is beschadigd geschreven; is de schijf vol?").format(path=path.name))
