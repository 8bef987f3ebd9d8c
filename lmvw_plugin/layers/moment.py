# SPDX-License-Identifier: GPL-2.0-or-later
"""A database of somebody else, as it was at one moment: a copy of our own, made without leaving anything beside the original.

SQLite's backup takes the whole file in one read transaction. What a program that was killed left behind (a journal, a log without
its index) SQLite would mend in the user's folder; that is done in the copy.
"""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import IO
from urllib.parse import quote

from ..core.errors import LmvwError
from ..core.feedback import Feedback, Silent, checkpoint
from ..core.i18n import tr

PATIENCE = 60.0  # seconds that a run waits for whoever writes
_LOOK = 0.1
_MODES = slice(18, 20)  # of the header: read and write version, 2 for a write-ahead log; https://sqlite.org/fileformat.html 1.3
_COUNTERS = (slice(24, 28), slice(40, 44), slice(92, 100))  # of changes, of the schema, and which SQLite counted
_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_LOG, _INDEX, _JOURNAL = "-wal", "-shm", "-journal"
_MAPPED = 1 << 30  # bytes
_BUSY = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED; Python names them from 3.11


class Locked(LmvwError):
    """Another program keeps a file to itself."""


def locked(path: Path) -> Locked:
    """What to say of a file that another program keeps to itself."""
    words = tr("In ‘{path}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar.")
    return Locked(words.format(path=path))


def copy_of(path: Path, folder: Path, feedback: Feedback | None = None, patience: float = 0.0) -> Path:
    """Copy a database into a folder of our own; the copy is one undamaged file.

    :param feedback: may cancel; is told for whom we wait, when it listens to ``pushInfo``.
    :param patience: how many seconds to wait for another program that keeps the file to itself.
    :raises Locked: when it stays locked.
    :raises LmvwError: when it is damaged.
    """
    target = folder / path.name
    wait = _Wait(path, feedback or Silent(), patience)
    try:
        while not _copied(path, target, wait):
            _remove(target)
        with closing(scratch(target)) as copy:
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute(f"PRAGMA mmap_size = {_MAPPED}")  # half the time
            copy.execute("PRAGMA ignore_check_constraints = ON")  # a value that its maker did not want damages no file
            sound = copy.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
    except sqlite3.DatabaseError as error:
        raise _damaged(path) from error
    if not sound:
        raise _damaged(path)
    _count_as(path, target)
    return target


def scratch(copy: Path) -> sqlite3.Connection:
    """A copy of our own, opened to be changed: nobody waits until the disk has it, for what a power cut leaves of it nobody reads."""
    database = sqlite3.connect(copy)
    database.execute("PRAGMA synchronous = OFF")
    return database


def overwrite(path: Path, source: Path, patience: float, require: Callable[[sqlite3.Connection], None]) -> None:
    """Make a database what another one is, in one transaction: whoever has it open keeps it, and half of it is undone by SQLite.

    :param require: looks, when nobody else can write any more, whether the database still is what may be replaced; raises when not.
    :raises Locked: when another program keeps it to itself for longer than ``patience`` seconds.
    """
    with closing(sqlite3.connect(source)) as new, closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as old:
        try:
            begin(old)
            require(old)
            if old.execute("PRAGMA journal_mode").fetchone()[0] == "wal":  # somebody here has it open, and no lock can be kept
                patience = 0.0
            else:
                old.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()  # the lock outlives the transaction that looks
            old.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if is_locked(error):
                raise locked(path) from error
            raise
        old.execute(f"PRAGMA busy_timeout = {int(1000 * patience)}").fetchall()
        new.backup(old, progress=_Wait(path, Silent(), patience).looked, sleep=_LOOK)


def begin(database: sqlite3.Connection) -> None:
    """Begin a transaction that nobody else can write beside.

    Something is written at once, so that its journal lies beside the file: what reads a header in this process (``_header``) would let
    go of the lock that keeps others from writing.
    """
    database.execute("BEGIN IMMEDIATE")
    (version,) = database.execute("PRAGMA user_version").fetchone()
    database.execute(f"PRAGMA user_version = {int(version)}")


def address(path: Path, how: str) -> str:
    """A database as SQLite wants it named, with how it is opened.

    A share (``\\\\server\\share``) gets an empty host before it: SQLite knows none (https://sqlite.org/uri.html 3.1).
    """
    text = path.absolute().as_posix()
    return f"file:{'//' if text.startswith('//') else ''}{quote(text)}?{how}"


def is_database(path: Path) -> bool:
    """True for a file that is a database, whatever it is called."""
    try:
        header = _header(path) if path.is_file() else b""
    except OSError:  # a name that no disk takes, or a file that may not be read: whoever opens it says so
        return False
    return header is None or header.startswith(_MAGIC)


def _count_as(path: Path, target: Path) -> None:
    """SQLite counts its own backup as a change; without that the copy of a file that nobody has open is the file itself."""
    header = _header(path)
    if header is not None and header[_MODES] == b"\1\1":
        with target.open("r+b") as copy:
            for part in _COUNTERS:
                copy.seek(part.start)
                copy.write(header[part])


def digest(path: Path) -> str:
    """The SHA-256 of a file, as hexadecimal digits."""
    with path.open("rb") as stream:
        return digest_of(stream)


def digest_of(stream: IO[bytes]) -> str:
    """The SHA-256 of what is still to be read."""
    hasher = hashlib.sha256()
    while block := stream.read(1 << 20):
        hasher.update(block)
    return hasher.hexdigest()


def is_locked(error: sqlite3.Error) -> bool:
    """Another program is writing, or keeps the file to itself."""
    return speaks_of_lock(str(error))  # Python 3.10 does not tell the code


def speaks_of_lock(words: str) -> bool:
    """Whether words of SQLite say so, as QGIS passes them on."""
    return "is locked" in words


def _copied(path: Path, target: Path, wait: _Wait) -> bool:
    """One attempt."""
    if left_behind(path):
        return _copied_with_tails(path, target)
    try:
        with closing(sqlite3.connect(address(path, "mode=ro"), uri=True, timeout=0)) as original:
            original.execute("SELECT count(*) FROM sqlite_master").fetchone()
            # A copy of the bytes would be six times as fast; but whoever opens the file here meanwhile, in another thread, would lose
            # his locks when we close it (see ``_header``), and with the next program that closes it the log in which he writes.
            with closing(scratch(target)) as copy:
                original.backup(copy, progress=wait.looked, sleep=_LOOK)
    except sqlite3.OperationalError as error:
        if is_locked(error):
            wait.looked(_BUSY[0], 0, 0)
            time.sleep(_LOOK)
            return False
        if _tail(path, _JOURNAL).exists():  # of a program that was killed: SQLite may not mend what it may only read
            return _copied_with_tails(path, target)
        raise
    return True


def wait_for(path: Path, database: sqlite3.Connection, feedback: Feedback) -> None:
    """Wait until a database can be read: told for whom, and to be stopped.

    :param database: a connection with it that has no patience of its own.
    :raises LmvwError: when another program keeps it to itself for too long.
    :raises sqlite3.Error: when it is no database.
    """
    wait = _Wait(path, feedback, PATIENCE)
    while True:
        try:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            if not is_locked(error):
                raise
            wait.looked(_BUSY[0], 0, 0)
            time.sleep(_LOOK)
        else:
            return


class _Wait:
    """How long we have waited, and for whom."""

    def __init__(self, path: Path, feedback: Feedback, patience: float) -> None:
        self._path, self._feedback, self._end = path, feedback, time.monotonic() + patience
        self._tell: Callable[[str], None] = getattr(feedback, "pushInfo", lambda _: None)
        self._told = False

    def looked(self, status: int, _remaining: int, _total: int) -> None:
        """SQLite tried.

        :raises LmvwError: when it was in vain for too long.
        """
        checkpoint(self._feedback)
        if status not in _BUSY:
            return
        if time.monotonic() >= self._end:
            raise locked(self._path)
        if not self._told:
            self._told = True
            self._tell(
                tr("Wachten op een ander programma dat in ‘{path}’ schrijft, bijvoorbeeld QGIS van een collega of een back-up. "
                   "Sluit het bestand daar, of breek hier af.").format(path=self._path)
            )  # fmt: skip


def left_behind(path: Path) -> bool:
    """Nobody has the file open, but it keeps a write-ahead log: to read it in its place would make files beside it."""
    header = _header(path)
    return header is not None and header[_MODES] == b"\2\2"


def needs_mending(path: Path) -> bool:
    """A program that was killed left its work half done beside the file: SQLite mends that as soon as anybody reads it in its place."""
    return _tail(path, _JOURNAL).exists() or (left_behind(path) and _tail(path, _LOG).exists())


def _header(path: Path) -> bytes | None:
    """The first bytes of a database; None while somebody has it open, for then it must not be read past SQLite.

    Where locks are of the process, as on Linux, closing any reading of a file lets go of all locks that QGIS has on it. The next
    program that closes the file then takes away the log in which QGIS goes on writing (https://sqlite.org/howtocorrupt.html 2.2).
    """
    if _is_open(path):
        return None
    with path.open("rb") as stream:
        return stream.read(_HEADER)


def _is_open(path: Path) -> bool:
    """Somebody writes, or has it open with a log."""
    return _tail(path, _INDEX).exists() or _tail(path, _JOURNAL).exists()


def _copied_with_tails(path: Path, target: Path) -> bool:
    """Copy file, log and journal; SQLite puts the copy in order. False when somebody wrote meanwhile."""
    files = [path, *(file for file in (_tail(path, _LOG), _tail(path, _JOURNAL)) if file.exists())]
    try:
        before = _state(files)
        for file in files:
            shutil.copyfile(file, target.with_name(file.name))
        if _state(files) != before or left_behind(path) != left_behind(target):
            return False
    except FileNotFoundError:
        if not path.exists():
            raise
        return False  # whoever had it open closed it, and took log or journal away
    return True


def _state(files: list[Path]) -> list[tuple[int, int]]:
    return [(state.st_size, state.st_mtime_ns) for state in (file.stat() for file in files)]


def _tail(path: Path, tail: str) -> Path:
    return path.with_name(path.name + tail)


def _remove(path: Path) -> None:
    for file in (path, *(_tail(path, tail) for tail in (_LOG, _INDEX, _JOURNAL))):
        file.unlink(missing_ok=True)


def _damaged(path: Path) -> LmvwError:
    header = _header(path)
    if header is not None and not header.startswith(_MAGIC):
        words = tr("‘{path}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.")
    else:
        words = tr("‘{path}’ is geen GeoPackage of is beschadigd; zet een reservekopie terug, of open het in QGIS en sla het opnieuw op.")
    return LmvwError(words.format(path=path))
