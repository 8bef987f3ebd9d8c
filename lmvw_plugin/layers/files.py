# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing files so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from ..core.errors import LmvwError
from ..core.i18n import tr

# What SQLite leaves beside a database that it did not close.
_TAILS = ("-wal", "-shm", "-journal")


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A temporary name in the same folder; on success it takes the final name in one rename, on failure it vanishes.

    :raises LmvwError: when the folder cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=path.suffix, dir=path.parent)
    except OSError as error:
        raise LmvwError(
            tr("In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.").format(
                folder=path.parent, reason=error.strerror
            )
        ) from error
    os.close(handle)
    temporary = Path(name)
    temporary.unlink()
    try:
        yield temporary
        temporary.replace(path)
    finally:
        for left in (temporary, *(temporary.with_name(temporary.name + tail) for tail in _TAILS)):
            left.unlink(missing_ok=True)


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


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, all or nothing.

    :raises LmvwError: when the folder cannot be written.
    """
    with written_beside(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
