# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage as one undamaged file that nobody else is writing, whatever QGIS or another program makes of it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from ..core.errors import LmvwError
from ..core.i18n import tr


def require_unlocked(path: Path) -> None:
    """No other program is writing in a GeoPackage; waits some seconds for it to be done. What is no GeoPackage passes.

    GDAL would wait as long at every step, and SQLite's copy for ever.

    :raises LmvwError: when it stays locked.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        if "is locked" in str(error):  # Python 3.10 does not tell the code
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
