# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivery package: written in a folder beside its target, read back, compared, and only then put in place.

A reader of the target folder sees the previous package or the new one, complete, at every moment.
"""

from __future__ import annotations

import json
import os
import zipfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.delivering import delivery as d
from ...core.delivering.profiles import STANDARD, Profile
from ...core.delivering.sheets import Letter
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, checkpoint, watched
from ...core.i18n import in_dutch, tr
from ...core.reporting.certificate import Judged
from ...core.reporting.check import Subject, check_report
from ...core.rules.coverage import Coverage
from ...core.rules.findings import Finding
from ...core.version import plugin_version
from ..files import staging
from ..moment import digest
from .layer import verify_layer as _verify_layer
from .layer import write_layer as _write_layer
from .placing import STAGING, Package, alone, put_in_place
from .profile_files import write_profile
from .report_map import draw_map
from .workbook import INDEX, sheets, verify_workbook, write_workbook


@dataclass(frozen=True, slots=True)
class Extras:
    """What may go with the plans: the municipality's letter, the province's profile, its boundary for the map; from what was read."""

    letter: Letter = field(default_factory=Letter)
    profile: Profile = STANDARD
    boundary: Any | None = None  # a shapely geometry
    source: str = ""  # SHA-256 of the copy of the plan file that was read
    left_out: d.LeftOut | None = None
    coverage: Coverage = field(default_factory=Coverage)
    unsaved: bool = False  # the plans have edits that the plan file has not
    reactions: Mapping[str, str] = field(default_factory=dict)  # by number, what the municipality says of a remark of the province


@in_dutch()
def write_package(
    folder: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], findings: Sequence[Finding], subject: Subject,
    feedback: Feedback, extras: Extras | None = None, moment: datetime | None = None, last: Callable[[], None] = lambda: None,
    remember: Callable[[Path, Path], AbstractContextManager[object]] = lambda *_: nullcontext(),
) -> Package:  # fmt: skip
    """Write, verify and place the package.

    :param geometries: polygons of the delivered rows, in their order.
    :param findings: those about the delivered plans, from a check that never saw another.
    :param last: what must have been done before the package gets its name.
    :param remember: what is going on while the zip that was made gets its name: undone when it does not get it.
    :param moment: the one time stamp of everything written; the same plans and moment give the same bytes.
    :raises LmvwError: when anything written differs from what was meant; the folder is as it was.
    """
    extras = extras or Extras()
    moment = (moment or datetime.now()).replace(microsecond=0)
    with alone(folder), staging(folder, STAGING) as beside:
        content = beside / delivery.name
        content.mkdir()
        _write_layer(
            content / d.GPKG, delivery, geometries, watched(range(len(delivery.rows)), len(delivery.rows), feedback, 50, 60), moment
        )
        letter, secret = replace(extras.letter, profile=extras.profile.limits), bool(delivery.confidential)
        cells = sheets(delivery, findings, letter=letter)
        checkpoint(feedback, 65)
        write_workbook(content / d.XLSX, cells, INDEX["plannaam"], moment, Part(feedback, 65, 72), confidential=secret)
        checkpoint(feedback, 72)
        more = write_profile(content, extras.profile, delivery, geometries, moment, feedback)
        checkpoint(feedback, 76)
        rest = [f"{question} {answer}" for question, answer in letter.rest_lines(delivery.peildatum)]
        altered = extras.coverage.yardstick.sentences()
        picture = draw_map(content / d.GPKG, extras.boundary, feedback)
        judged = Judged(replace(extras.coverage, plans=len(delivery.rows)), moment, extras.source, extras.unsaved)
        _write_text(
            content / d.REPORT, check_report(replace(subject, confidential=secret), d.plans_of(delivery), findings, picture, judged=judged)
        )
        _write_text(
            content / d.README, d.readme(delivery, plugin_version(), [*altered, *rest, *extras.profile.readme_lines(more)], extras.left_out)
        )
        checkpoint(feedback, 80)
        _verify_layer(content / d.GPKG, delivery, geometries, Part(feedback, 80, 86))
        checkpoint(feedback, 86)
        verify_workbook(content / d.XLSX, cells, Part(feedback, 86, 92))
        checkpoint(feedback, 92)
        names = (d.README, d.GPKG, d.XLSX, d.REPORT, *more)
        _write_text(content / d.MANIFEST, _manifest(content, names, delivery, findings, extras, moment))
        archive = beside / f"{delivery.name}.zip"
        _zip(content, archive, (*names, d.MANIFEST), moment)
        checkpoint(feedback, 98)
        last()
        with remember(archive, folder / archive.name):
            return put_in_place(folder, archive, content)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _manifest(
    content: Path, names: Sequence[str], delivery: d.Delivery, findings: Sequence[Finding], extras: Extras, moment: datetime
) -> str:
    document = {
        "schema_versie": b.SCHEMA_VERSION,
        "plugin_versie": plugin_version(),
        "gemaakt": moment.isoformat(),
        "gemeente_code": delivery.gemeente.code,
        "gemeente_naam": delivery.gemeente.name,
        "peildatum": str(delivery.peildatum),
        "profiel": extras.profile.name,
        "plannen": len(delivery.rows),
        "plannen_vertrouwelijk": delivery.confidential,
        "plannen_gerealiseerd_of_vervallen": delivery.finished,
        "kleine_plannen_opgeteld": delivery.summed,
        "kleine_plannen_akkoord": delivery.agreement or None,
        "provincie_aggregeert": delivery.aggregates,
        "waarschuwingen": sum(finding.is_warning for finding in findings),
        "waarschuwingen_geaccepteerd": sum(finding.akkoord is not None for finding in findings),
        "eigen_maatstaf": extras.coverage.yardstick.sentences(),
        "totalen": dict(d.totals(delivery)),
        "planbestand_sha256": extras.source or None,
        "niet_meegeleverd": {"plannen": extras.left_out.count, "door": list(extras.left_out.reasons)} if extras.left_out else None,
        "sha256": {name: digest(content / name) for name in sorted(names)},
    }
    if extras.reactions:
        document["reacties"] = dict(extras.reactions)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _zip(content: Path, archive: Path, names: Sequence[str], moment: datetime) -> None:
    """Pack the files, then read the archive back and compare it with them byte by byte.

    :raises LmvwError: when a file in the archive differs.
    """
    seconds = moment.timestamp()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in names:
            os.utime(content / name, (seconds, seconds))
            packed_already = name.endswith((".xlsx", ".zip"))
            packed.write(content / name, name, compress_type=zipfile.ZIP_STORED if packed_already else None)
    with zipfile.ZipFile(archive) as packed:
        for name in names:
            with packed.open(name) as written, (content / name).open("rb") as meant:
                if not _same(written, meant):
                    raise LmvwError(tr("Het pakket is niet goed geschreven: ‘{name}’ wijkt af; is de schijf vol?").format(name=name))


def _same(written: Any, meant: Any) -> bool:
    while True:
        ours, theirs = written.read(1 << 16), meant.read(1 << 16)
        if ours != theirs:
            return False
        if not ours:
            return True
