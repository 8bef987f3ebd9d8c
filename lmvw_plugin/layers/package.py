# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivery package: written in a folder beside its target, read back, compared, and only then put in place.

A reader of the target folder sees the previous package or the new one, complete, at every moment.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import traceback
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QLockFile

from ..core import basisset as b
from ..core import delivery as d
from ..core.delivery_sheets import Letter
from ..core.errors import LmvwError, reason_of
from ..core.feedback import Feedback, Part, checkpoint, watched
from ..core.findings import Finding
from ..core.i18n import tr
from ..core.plan_rules import Plan
from ..core.profiles import STANDARD, Profile
from ..core.reports import Subject, check_report
from ..core.version import plugin_version
from .delivered_layer import verify_layer as _verify_layer
from .delivered_layer import write_layer as _write_layer
from .files import let_go, move
from .profile_files import write_profile
from .report_map import draw_map
from .workbook_writer import sheets, verify_workbook, write_workbook

_NAME = next(place for place, column in enumerate(b.COLUMNS) if column.name == "plannaam")
_STAGING = ".lmvw-"  # prefix of folders that are being written
_LOCK = ".lmvw.lock"  # who is writing in this folder
_LONGEST_RUN = 3600 * 1000  # ms; a lock of another computer is believed for this long
_MOMENT = 300  # ms; longer than it takes to write a lock
_OLD = "oud"


@dataclass(frozen=True, slots=True)
class Package:
    """Where everything is: the zip that is delivered, and an unpacked copy to look into."""

    archive: Path
    folder: Path

    def file(self, name: str) -> Path:
        """One of the files of the unpacked copy."""
        return self.folder / name


@dataclass(frozen=True, slots=True)
class Extras:
    """What may go with the plans: the municipality's letter, the province's profile, its boundary for the map."""

    letter: Letter = field(default_factory=Letter)
    profile: Profile = STANDARD
    boundary: Any | None = None  # a shapely geometry


def write_package(
    folder: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], plans: Sequence[Plan],
    findings: Sequence[Finding], subject: Subject, feedback: Feedback, extras: Extras | None = None, moment: datetime | None = None,
) -> Package:  # fmt: skip
    """Write, verify and place the package.

    :param geometries: polygons of the delivered rows, in their order.
    :param plans: all plans that were checked; what stays at home is not named anywhere in the package.
    :param moment: the one time stamp of everything written; the same plans and moment give the same bytes.
    :raises LmvwError: when anything written differs from what was meant; the folder is as it was.
    """
    extras = extras or Extras()
    moment = (moment or datetime.now()).replace(microsecond=0)
    findings = d.discreet(findings, plans, delivery)
    with _alone(folder), _staging(folder) as staging:
        content = staging / delivery.name
        content.mkdir()
        _write_layer(
            content / d.GPKG, delivery, geometries, watched(range(len(delivery.rows)), len(delivery.rows), feedback, 50, 60), moment
        )
        letter = replace(extras.letter, profile=extras.profile.limits)
        cells = sheets(delivery, findings, letter=letter)
        checkpoint(feedback, 65)
        write_workbook(content / d.XLSX, cells, _NAME, moment, Part(feedback, 65, 72))
        checkpoint(feedback, 72)
        more = write_profile(content, extras.profile, delivery, geometries, moment, feedback)
        checkpoint(feedback, 76)
        rest = [f"{question} {answer}" for question, answer in letter.rest_lines(delivery.peildatum)]
        picture = draw_map(content / d.GPKG, extras.boundary, feedback)
        _write_text(content / d.REPORT, check_report(subject, d.plans_of(delivery), findings, picture))
        _write_text(content / d.README, d.readme(delivery, plugin_version(), [*rest, *extras.profile.readme_lines(more)]))
        checkpoint(feedback, 80)
        _verify_layer(content / d.GPKG, delivery, geometries, Part(feedback, 80, 86))
        checkpoint(feedback, 86)
        verify_workbook(content / d.XLSX, cells, Part(feedback, 86, 92))
        checkpoint(feedback, 92)
        names = (d.README, d.GPKG, d.XLSX, d.REPORT, *more)
        _write_text(content / d.MANIFEST, _manifest(content, names, delivery, findings, extras.profile, moment))
        archive = staging / f"{delivery.name}.zip"
        _zip(content, archive, (*names, d.MANIFEST), moment)
        checkpoint(feedback, 98)
        return _place(folder, archive, content)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _manifest(
    content: Path, names: Sequence[str], delivery: d.Delivery, findings: Sequence[Finding], profile: Profile, moment: datetime
) -> str:
    document = {
        "schema_versie": b.SCHEMA_VERSION,
        "plugin_versie": plugin_version(),
        "gemaakt": moment.isoformat(),
        "gemeente_code": delivery.gemeente.code,
        "gemeente_naam": delivery.gemeente.name,
        "peildatum": str(delivery.peildatum),
        "profiel": profile.name,
        "plannen": len(delivery.rows),
        "plannen_vertrouwelijk": delivery.confidential,
        "plannen_gerealiseerd_of_vervallen": delivery.finished,
        "plannen_thuis": delivery.at_home,
        "kleine_plannen_opgeteld": delivery.summed,
        "kleine_plannen_akkoord": delivery.agreement or None,
        "provincie_aggregeert": delivery.aggregates,
        "waarschuwingen": sum(finding.ernst.value == "waarschuwing" for finding in findings),
        "totalen": dict(d.totals(delivery)),
        "sha256": {name: _digest(content / name) for name in sorted(names)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _zip(content: Path, archive: Path, names: Sequence[str], moment: datetime) -> None:
    """Pack the files, then read the archive back and compare it with them byte by byte."""
    seconds = moment.timestamp()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in names:
            os.utime(content / name, (seconds, seconds))
            packed_already = name.endswith((".xlsx", ".zip"))
            packed.write(content / name, name, compress_type=zipfile.ZIP_STORED if packed_already else None)
    with zipfile.ZipFile(archive) as packed:
        for name in names:
            with packed.open(name) as found, (content / name).open("rb") as meant:
                if not _same(found, meant):
                    raise LmvwError(tr("Het pakket is niet goed geschreven: ‘{name}’ wijkt af; is de schijf vol?").format(name=name))
    with archive.open("rb+") as stream:
        os.fsync(stream.fileno())


def _same(found: Any, meant: Any) -> bool:
    while True:
        ours, theirs = found.read(1 << 16), meant.read(1 << 16)
        if ours != theirs:
            return False
        if not ours:
            return True


def _place(folder: Path, archive: Path, content: Path) -> Package:
    """The archive takes its name in one rename. The unpacked copy steps aside first, so that a copy in use stops us in time."""
    final, copy, old = folder / archive.name, folder / content.name, content.with_name(_OLD)
    try:
        if copy.exists():
            move(copy, old)
        move(archive, final)
    except OSError as error:
        if old.exists() and not copy.exists():
            move(old, copy)
        raise LmvwError(
            tr(
                "Het vorige pakket in ‘{folder}’ kan niet vervangen worden ({reason}); sluit de bestanden ervan en probeer het opnieuw."
            ).format(folder=folder, reason=reason_of(error))
        ) from error
    move(content, copy)
    return Package(final, copy)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One run at a time per folder; whoever is alone clears what a killed run left behind.

    :raises LmvwError: when another run is at work.
    """
    lock = QLockFile(str(folder / _LOCK))
    lock.setStaleLockTime(_LONGEST_RUN)
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


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix=_STAGING, dir=folder))
    try:
        yield path
    except BaseException as error:
        traceback.clear_frames(error.__traceback__)  # they hold layers, and a layer its file
        raise
    finally:
        let_go()
        shutil.rmtree(path, ignore_errors=True)


def _clean(folder: Path) -> None:
    """Put back an unpacked copy that a killed run had moved aside, and remove what it left behind."""
    for left in folder.glob(f"{_STAGING}*"):
        for content in left.glob("LMVW_*"):
            copy = folder / content.name
            if content.is_dir() and (left / _OLD).is_dir() and not copy.exists():
                placed = not (left / f"{content.name}.zip").exists()
                move(content if placed else left / _OLD, copy)
        shutil.rmtree(left, ignore_errors=True)
