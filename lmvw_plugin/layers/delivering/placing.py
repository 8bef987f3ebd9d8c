# SPDX-License-Identifier: GPL-2.0-or-later
"""Putting a package in its place: the zip in one rename that comes last, and nothing of the user's is ever removed.

In the staging folder stand the new zip, the new unpacked copy, and for a moment the old one. Whoever finds a staging folder of
a run that was killed can tell from what is left there how far it came.
"""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...core.delivering import delivery as d
from ...core.errors import LmvwError, reason_of
from ...core.i18n import tr
from ..files import KEEP, LONGEST_RUN, dated, move
from ..moment import digest, digest_of
from .archive import UNREADABLE

STAGING = ".lmvw-"  # prefix of folders in which a package is being written
_LOCK = ".lmvw.lock"  # who is writing in this folder
_MOMENT = 300  # ms; longer than it takes to write a lock
_OLD = ".oud"


@dataclass(frozen=True, slots=True)
class Package:
    """Where everything is: the zip that is delivered, and an unpacked copy to look into.

    ``kept`` is where the user's own files went that stood in the way, ``stuck`` those that another program held on to.
    """

    archive: Path
    folder: Path
    kept: tuple[Path, ...] = ()
    stuck: tuple[Path, ...] = ()

    def file(self, name: str) -> Path:
        """One of the files of the unpacked copy."""
        return self.folder / name


def put_in_place(folder: Path, archive: Path, content: Path) -> Package:
    """The unpacked copy changes first, then the archive takes its name: before that, everything can be put back.

    :raises LmvwError: when a file is in use; then all is as it was.
    """
    final, copy, old = folder / archive.name, folder / content.name, content.with_name(content.name + _OLD)
    keep = content.parent / KEEP
    kept: list[Path] = []
    try:
        if final.exists() and not _is_package(final):
            kept.append(dated(folder, final.stem, final.suffix))
            shutil.copy2(final, kept[0])  # a copy, so that the name is never without its file
        if copy.exists():
            keep.touch()  # before anything of the user's is in the staging folder, which goes at the end
            move(copy, old)
        move(content, copy)
        move(archive, final)
    except OSError as error:
        for spare in kept:
            with suppress(OSError):  # what cannot be removed now is a copy too many
                spare.unlink(missing_ok=True)
        if _put_back(content, copy, old):
            _forget(keep)
        raise LmvwError(
            tr(
                "Het vorige pakket in ‘{folder}’ kan niet vervangen worden ({reason}); sluit de bestanden ervan en probeer het opnieuw."
            ).format(folder=folder, reason=reason_of(error))
        ) from error
    moved, stuck = _set_aside(folder, old, content.name)
    if not stuck:
        _forget(keep)
    return Package(final, copy, (*kept, *moved), stuck)


def _put_back(content: Path, copy: Path, old: Path) -> bool:
    """Undo; what cannot be put back now (False), the next run does."""
    try:
        if copy.exists() and not content.exists():
            move(copy, content)
        if old.exists() and not copy.exists():
            move(old, copy)
    except OSError:
        return False
    return True


def _forget(keep: Path) -> None:
    """The staging folder may go; when it cannot be told so, the next run sees that it is empty of the user's."""
    with suppress(OSError):
        keep.unlink(missing_ok=True)


def _set_aside(folder: Path, old: Path, name: str) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Keep what in the old unpacked copy is not ours, or was changed, under a dated name: where it went, or where it is stuck."""
    if not old.exists():
        return (), ()
    if old.is_dir():
        _remove_ours(old)
        if not any(entry.is_file() or entry.is_symlink() for entry in old.rglob("*")):
            return (), ()
    target = dated(folder, name, "" if old.is_dir() else old.suffix)
    try:
        move(old, target)
    except OSError:
        return (), (old,)
    return (target,), ()


def _remove_ours(folder: Path) -> None:
    """Remove the files that are as a package was made, by the digests in its manifest."""
    manifest, ours = folder / d.MANIFEST, {}
    with suppress(OSError):  # what cannot be read now is kept as if it were the user's
        ours = _digests(manifest.read_bytes())
    for name, expected in ours.items():
        path = folder / name
        with suppress(OSError):
            if path.is_file() and not path.is_symlink() and digest(path) == expected:
                path.unlink()
                if path.parent != folder:
                    path.parent.rmdir()  # a folder of a profile, when it is empty
    if ours:
        with suppress(OSError):
            manifest.unlink()


def _is_package(archive: Path) -> bool:
    """A zip as a package was made: every file is the one of its manifest, and there is no other."""
    try:
        with zipfile.ZipFile(archive) as packed:
            expected = _digests(packed.read(d.MANIFEST))
            if sorted(packed.namelist()) != sorted((*expected, d.MANIFEST)):
                return False
            for name, meant in expected.items():
                with packed.open(name) as stream:
                    if digest_of(stream) != meant:
                        return False
    except UNREADABLE:
        return False
    return bool(expected)


def _digests(manifest: bytes) -> dict[str, str]:
    """What a manifest says of its files; nothing when it is none of ours."""
    try:
        digests = json.loads(manifest)["sha256"]
    except (ValueError, KeyError, TypeError):
        return {}
    return {str(name): str(value) for name, value in digests.items()} if isinstance(digests, dict) else {}


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """One run at a time per folder; whoever is alone clears what a killed run left behind.

    :raises LmvwError: when another run is at work.
    """
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(LONGEST_RUN)
    if not lock.tryLock(0) and not _lock_anyway(lock, folder / _LOCK):
        if lock.error() == QLockFile.LockError.LockFailedError:
            raise LmvwError(
                tr("In map ‘{folder}’ wordt op dit moment al een levering gemaakt; wacht tot die klaar is.").format(folder=folder)
            )
        raise LmvwError(tr("In map ‘{folder}’ kan niet geschreven worden; kies een andere map.").format(folder=folder))
    try:
        _clean(folder)
        yield
    finally:
        lock.unlock()


def _lock_anyway(lock: QLockFile, path: Path) -> bool:
    """Take a lock that names nobody, even after a moment: whoever made it was killed before its name was in it."""
    if lock.error() != QLockFile.LockError.LockFailedError or lock.getLockInfo()[0] or lock.tryLock(_MOMENT) or lock.getLockInfo()[0]:
        return bool(lock.isLocked())
    path.unlink(missing_ok=True)
    return bool(lock.tryLock(0))


def _clean(folder: Path) -> None:
    """Finish or undo what a killed run was placing, and remove what it left behind."""
    for staging in folder.glob(f"{STAGING}*"):
        if not staging.is_dir():
            continue
        stuck = False
        names = {entry.name.removesuffix(_OLD) for entry in staging.iterdir() if entry.name.endswith(_OLD)}
        names |= {entry.stem for entry in staging.iterdir() if entry.suffix == ".zip"}
        for name in names:
            content, copy, old = staging / name, folder / name, staging / (name + _OLD)
            if (staging / f"{name}.zip").exists():
                with suppress(OSError):
                    if copy.exists() and not content.exists():
                        move(copy, content)
                    if old.exists() and not copy.exists():
                        move(old, copy)
            if old.exists():  # the archive was placed, or the name was taken since
                stuck = bool(_set_aside(folder, old, name)[1]) or stuck
        if not stuck:
            shutil.rmtree(staging, ignore_errors=True)
