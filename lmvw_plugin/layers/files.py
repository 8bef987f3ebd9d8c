# SPDX-License-Identifier: GPL-2.0-or-later
"""Writing files so that a reader sees the old one or the new one, never half of either."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
import traceback
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QEvent, QLockFile, QThread

from ..core.errors import FULL, LmvwError, reason_of
from ..core.feedback import Cancelled
from ..core.i18n import tr

_STAGING = ".~lmvw-"  # prefix of folders in which a file is being written
_LOCK = ".lmvw.lock"  # in it: which run does
KEEP = ".bewaren"  # in it: what it holds is not ours, and could not be put where it belongs
LONGEST_RUN = 3600 * 1000  # ms; a lock of another computer is believed for this long
_ROOM = 1 << 20  # bytes
_PATIENCE = 5.0 if sys.platform == "win32" else 0.0  # seconds; elsewhere a file that is open moves like any other
_PAUSE = 0.05
_LONGEST = 259 if sys.platform == "win32" else 4095  # characters; Windows counts the whole path, and QGIS does not opt in to longer ones
_STAGED = len(_STAGING) + 8 + 1  # what staging adds to a path: mkdtemp puts eight letters behind the prefix
_BESIDE = len("-journal")  # what SQLite adds to the name of a file


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """A temporary name in the same folder; on success it takes the final name in one rename, on failure it vanishes.

    :raises LmvwError: when the path is too long, the folder cannot be written or is full, or what has the name now cannot be replaced.
    """
    require_short(path.parent, len(path.name) + 1)
    with staging(path.parent) as folder:
        temporary = folder / path.name
        yield temporary
        try:
            move(temporary, path)
        except OSError as error:
            raise _not_replaced(path, error) from error


@contextmanager
def staging(folder: Path, prefix: str = _STAGING) -> Iterator[Path]:
    """A hidden folder inside a folder, for what is being written; it vanishes, and so does what killed runs left behind.

    :raises LmvwError: when the folder cannot be written, or has no room left.
    """
    path, lock = _made(folder, prefix)
    try:
        yield path
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)  # they hold layers, and a layer its file
        if isinstance(error, Exception) and not isinstance(error, Cancelled):
            require_room(path, error)
        raise
    finally:
        let_go()
        lock.unlock()
        if not (path / KEEP).exists():
            shutil.rmtree(path, ignore_errors=True)


class OwnFolder:
    """A folder among the temporary ones for copies that are read: gone when closed, or when nobody holds this object any more.

    What killed runs left of theirs goes when a new one is made. Unlike ``staging`` it leaves QGIS alone, so that a window may hold one.

    :raises LmvwError: when no folder can be made.
    """

    def __init__(self) -> None:
        self.path, lock = _made(Path(tempfile.gettempdir()), _STAGING)
        self.close = weakref.finalize(self, _gone, self.path, lock)


def _gone(path: Path, lock: QLockFile) -> None:
    lock.unlock()
    shutil.rmtree(path, ignore_errors=True)


def _made(folder: Path, prefix: str) -> tuple[Path, QLockFile]:
    """A folder of this run inside a folder, and the lock that says so; those of killed runs are removed."""
    if prefix == _STAGING:
        for folder_left in folder.glob(f"{_STAGING}*"):
            if (folder_left / _LOCK).exists() and not in_use(folder_left):
                shutil.rmtree(folder_left, ignore_errors=True)
    try:
        path = Path(tempfile.mkdtemp(prefix=prefix, dir=folder))
    except OSError as error:
        raise _not_writable(folder, error) from error
    lock = _lock(path)
    lock.tryLock(0)  # without it another run leaves this folder alone for ever, which is better than not to write
    return path, lock


def require_short(folder: Path, within: int) -> None:
    """Everything that is written on the way to a result has a path that the computer takes.

    :param within: characters of the longest path inside the folder, its first separator included.
    :raises LmvwError: when it has not; nothing is written yet.
    """
    length = len(str(folder.absolute())) + within + _STAGED + _BESIDE
    if length > _LONGEST:
        raise LmvwError(
            tr("Het pad van map ‘{folder}’ is te lang: terwijl de plugin schrijft worden het {length} tekens, en deze computer kan er {most} aan. "
               "Kies een map met een korter pad.").format(folder=folder, length=length, most=_LONGEST)
        )  # fmt: skip


def in_use(path: Path) -> bool:
    """The run that made this staging folder is still alive."""
    lock = _lock(path)
    if not lock.tryLock(0):
        return bool(lock.error() == QLockFile.LockError.LockFailedError)
    lock.unlock()
    return False


def _lock(path: Path) -> QLockFile:
    lock = QLockFile(str(path / _LOCK))
    lock.setStaleLockTime(LONGEST_RUN)
    return lock


@contextmanager
def only_run(path: Path) -> Iterator[None]:
    """No other run makes the file of this name meanwhile, in this QGIS or on another computer.

    :raises LmvwError: when another does.
    """
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(LONGEST_RUN)
    if not lock.tryLock(0) and lock.error() == QLockFile.LockError.LockFailedError:
        raise LmvwError(
            tr(
                "‘{path}’ wordt al gemaakt, in een ander venster of door iemand anders; wacht tot dat klaar is of kies een andere naam."
            ).format(path=path)
        )
    try:
        yield
    finally:
        lock.unlock()


def require_room(folder: Path, cause: BaseException | None = None) -> None:
    """A folder takes some more than what is in it.

    Whoever writes there, GDAL, SQLite or QGIS, says in its own way that it cannot: this asks the disk itself.

    :raises LmvwError: when the disk is full, or lets no file grow.
    """
    largest = max((file.stat().st_size for file in folder.rglob("*") if file.is_file()), default=0)
    probe = folder / ".proef"
    try:
        with probe.open("wb") as stream:
            stream.write(bytes(_ROOM))
            stream.seek(largest + _ROOM)
            stream.write(b"x")
    except OSError as error:
        if error.errno in FULL:
            raise LmvwError(
                tr("In map ‘{folder}’ kan niet verder geschreven worden: {reason}. Maak ruimte vrij of kies een andere map; "
                   "er is niets veranderd.").format(folder=folder.parent, reason=reason_of(error))
            ) from cause or error  # fmt: skip
    finally:
        with suppress(OSError):
            probe.unlink(missing_ok=True)


def _not_writable(folder: Path, error: OSError) -> LmvwError:
    return LmvwError(
        tr("In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.").format(folder=folder, reason=reason_of(error))
    )


def require_folder(folder: Path) -> None:
    """The folder exists or can be made, and can be written.

    :raises LmvwError: when it cannot.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _not_writable(folder, error) from error


def move(path: Path, target: Path) -> None:
    """Give a file or folder its name in one rename, and wait a little for whoever still has it open.

    Windows renames nothing that is open, be it by a virus scanner. QGIS itself keeps a layer's file open until its main thread has a moment.
    A file is on the disk before it has its name: a power cut leaves the old one or the new one.

    :raises OSError: when it cannot be done, or not in time.
    """
    let_go()
    if path.is_file():
        with suppress(PermissionError), path.open("rb+") as stream:
            os.fsync(stream.fileno())
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


def take_place(new: Path, target: Path, spare: bool = False) -> Path | None:
    """Give a file the name of another, which is set aside; returns where that is now, None when there was none.

    :param spare: the new file took long to make: where it cannot have its name, it gets a dated one.
    :raises LmvwError: when it cannot be done; then the other has its name again, and the new file is gone, or where the sentence says.
    """
    kept = dated(target.parent, target.stem, target.suffix) if target.exists() else None
    try:
        if kept is not None:
            move(target, kept)
        move(new, target)
    except OSError as error:
        with suppress(OSError):
            if kept is not None and kept.exists() and not target.exists():
                move(kept, target)
        if spare:
            spared = dated(target.parent, target.stem, target.suffix)
            with suppress(OSError):
                move(new, spared)
                raise _not_replaced(target, error, spared) from error
        with suppress(OSError):
            new.unlink(missing_ok=True)
        raise _not_replaced(target, error) from error
    return kept


def _not_replaced(path: Path, error: OSError, spared: Path | None = None) -> LmvwError:
    if spared is not None:
        said = tr("‘{path}’ kan niet vervangen worden ({reason}). Wat gemaakt is, is heel en staat in ‘{spared}’.")
        return LmvwError(said.format(path=path, reason=reason_of(error), spared=spared))
    return LmvwError(
        tr("‘{path}’ kan niet vervangen worden ({reason}); sluit het in andere programma's en probeer het opnieuw.").format(
            path=path, reason=reason_of(error)
        )
    )


def dated(folder: Path, name: str, suffix: str) -> Path:
    """A name that is free, with date and time, for what is set aside."""
    base, number = f"{name}_bewaard_{datetime.now():%Y-%m-%d_%H%M%S}", 1
    while (target := folder / (base + (f"_{number}" if number > 1 else "") + suffix)).exists():
        number += 1
    return target


def let_go() -> None:
    """Have QGIS close the files of layers that are gone; in another thread than the main one it does so by itself."""
    application = QCoreApplication.instance()
    if application is not None and QThread.currentThread() == application.thread():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # its pool of connections goes by deleteLater


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


def decoded(raw: bytes) -> str:
    """A text that a person may have saved in an encoding of his own, as Notepad offers them; no byte is lost."""
    marked = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16", "utf-8-sig", "cp1252") if marked else ("utf-8-sig", "cp1252"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return raw.decode("latin-1")


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8, all or nothing.

    :raises LmvwError: when the folder cannot be written.
    """
    with written_beside(path) as temporary:
        temporary.write_text(text, encoding="utf-8", newline="\n")
