# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing files so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QThread

from ..core.errors import LmvwError, reason_of
from ..core.i18n import tr

# What SQLite leaves beside a database that it did not close.
_TAILS = ("-wal", "-shm", "-journal")

_PATIENCE = 5.0 if sys.platform == "win32" else 0.0  # seconds; elsewhere a file that is open moves like any other
_PAUSE = 0.05


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A temporary name in the same folder; on success it takes the final name in one rename, on failure it vanishes.

    :raises LmvwError: when the folder cannot be written, or what has the name now cannot be replaced.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise LmvwError(
            tr("In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.").format(
                folder=path.parent, reason=reason_of(error)
            )
        ) from error
    os.close(handle)
    temporary = Path(name)
    temporary.unlink()
    try:
        yield temporary
        try:
            move(temporary, path)
        except OSError as error:
            raise LmvwError(
                tr("‘{path}’ kan niet vervangen worden ({reason}); sluit het in andere programma's en probeer het opnieuw.").format(
                    path=path, reason=reason_of(error)
                )
            ) from error
    finally:
        for left in (temporary, *(temporary.with_name(temporary.name + tail) for tail in _TAILS)):
            left.unlink(missing_ok=True)


def require_folder(folder: Path) -> None:
    """The folder exists or can be made, and can be written.

    :raises LmvwError: when it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise LmvwError(
            tr("In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.").format(
                folder=folder, reason=reason_of(error)
            )
        ) from error


def move(path: Path, target: Path) -> None:
    """Give a file or folder its name in one rename, and wait a little for whoever still has it open.

    Windows renames nothing that is open, be it by a virus scanner. QGIS itself keeps a layer's file open until its main thread has a moment.

    :raises OSError: when it cannot be done, or not in time.
    """
    let_go()
    deadline = time.monotonic() + _PATIENCE
    while True:
        try:
            path.replace(target)
        except PermissionError:
            if time.monotonic() >= deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def let_go() -> None:
    """Have QGIS close the files of layers that are gone; in another thread than the main one it does so by itself."""
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # its pool of connections goes by deleteLater


def require_unlocked(path: Path) -> None:
    """No other program is writing in a GeoPackage; waits some seconds for it to be done. What is no GeoPackage passes.

    GDAL would wait as long at every step, and SQLite's copy for ever.

    :raises LmvwError: when it stays locked.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LmvwError(
                tr("In ‘{path}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar.").format(path=path)
            ) from error
    except sqlite3.DatabaseError:
        pass  # whoever opens it says what is wrong


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


def read_text(path: Path) -> str:
    """A text file that somebody chose, in UTF-8.

    :raises LmvwError: when it is no text or cannot be read.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LmvwError(
            tr("‘{name}’ is geen JSON-bestand; kies een bestand dat de plugin heeft gemaakt.").format(name=path.name)
        ) from error
    except OSError as error:
        raise LmvwError(tr("‘{path}’ kan niet gelezen worden ({reason}).").format(path=path, reason=reason_of(error))) from error


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, all or nothing.

    :raises LmvwError: when the folder cannot be written.
    """
    with written_beside(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
