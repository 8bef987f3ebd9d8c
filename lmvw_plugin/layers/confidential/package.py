# SPDX-License-Identifier: GPL-2.0-or-later
"""The public package: every file written, read back and compared, and only then put in place.

The folder may be one that everybody sees: nothing is ever in it, not even for a moment, that is not public.
"""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from ...core.confidential.public import FIELDS, SUM, WHOLE, PublicVersion, SummedVersion, Version
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Part, checkpoint
from ...core.i18n import in_dutch, tr
from ..delivering.archive import UNREADABLE, judged, manifest_of
from ..delivering.placing import STAGING, Package, alone, put_in_place
from ..files import staging
from ..moment import digest
from .geojson import verify_geojson, write_geojson
from .geopackage import verify_geopackage, write_geopackage
from .page import verify_page, write_page

GPKG, XLSX, GEOJSON, PAGE = "openbare_plannen.gpkg", "openbare_plannen.xlsx", "openbare_plannen.geojson", "openbare_plannen.html"
SUM_XLSX, SUM_PAGE = f"{WHOLE}.xlsx", f"{WHOLE}.html"  # where there are no public plans
README, MANIFEST = "LEESMIJ.txt", "manifest.json"


def _write_workbook(path: Path, version: Version, feedback: Feedback) -> None:
    from .workbook import write_workbook  # needs openpyxl; window and algorithm load without

    write_workbook(path, version, feedback)


def _verify_workbook(path: Path, version: Version, feedback: Feedback) -> None:
    from .workbook import verify_workbook  # as above

    verify_workbook(path, version, feedback)


Placing = Callable[[Path, Path], AbstractContextManager[object]]
_Work = Callable[[Path, Any, Feedback], None]  # of a version
_WRITERS: tuple[tuple[str, _Work, _Work], ...] = (
    (GPKG, write_geopackage, verify_geopackage),
    (XLSX, _write_workbook, _verify_workbook),
    (GEOJSON, write_geojson, verify_geojson),
    (PAGE, write_page, verify_page),
)
_OF_SUM: tuple[tuple[str, _Work, _Work], ...] = (  # of a version that has no plans there is nothing to draw
    (SUM_XLSX, _write_workbook, _verify_workbook),
    (SUM_PAGE, write_page, verify_page),
)


@in_dutch()
def write_public(folder: Path, version: Version, feedback: Feedback, placing: Placing | None = None) -> Package:
    """Write, verify and place the package.

    :param placing: goes with the last step, of where the package is written and where it comes: left by an error when it gets no place.
    :raises LmvwError: when anything written differs from what was meant; the folder is as it was.
    """
    with alone(folder), staging(folder, STAGING) as beside:
        content = beside / version.name
        content.mkdir()
        writers = _WRITERS if isinstance(version, PublicVersion) else _OF_SUM
        step = 96 // (2 * len(writers))
        for number, (name, write, verify) in enumerate(writers):
            done = 2 * number * step
            write(content / name, version, Part(feedback, done, done + step))
            verify(content / name, version, Part(feedback, done + step, done + 2 * step))
        _write_text(content / README, _readme(version))
        names = (README, *(name for name, _, _ in writers))
        _write_text(content / MANIFEST, _manifest(content, version, names))
        archive = beside / f"{version.name}.zip"
        _zip(content, archive, version, (*names, MANIFEST))
        checkpoint(feedback, 98)
        with placing(archive, folder / archive.name) if placing else nullcontext():
            return put_in_place(folder, archive, content)


def _write_text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _readme(version: Version) -> str:
    files = [
        (SUM_XLSX, tr("de optelling als Excel-bestand")),
        (SUM_PAGE, tr("een pagina met grafieken, om te lezen en te printen")),
    ] if isinstance(version, SummedVersion) else [
        (GPKG, tr("de openbare plannen met hun polygonen (EPSG:28992); de optelling staat in een tabel zonder kaart")),
        (XLSX, tr("hetzelfde als Excel-bestand")),
        (GEOJSON, tr("de openbare plannen in WGS84, voor een website")),
        (PAGE, tr("een pagina met kaart en grafieken, om te lezen en te printen")),
    ]  # fmt: skip
    files.append((MANIFEST, tr("de optelling, en SHA-256 van elk bestand")))
    lines = [f"{title}: {text}" for title, text in version.about()]
    return "\n".join([*lines, "", *(f"{name}: {text}" for name, text in files), ""])


def _manifest(content: Path, version: Version, names: tuple[str, ...]) -> str:
    document = {
        "openbaar": True,
        "gemeente_code": version.gemeente.code,
        "gemeente_naam": version.gemeente.name,
        "peildatum": str(version.peildatum),
        "over": dict(version.about()),
        **({"kolommen": [field.name for field in FIELDS]} if isinstance(version, PublicVersion) else {}),
        version.sum_table: {column: count for column, _, count in version.sums()},
        "sha256": {name: digest(content / name) for name in sorted(names)},
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _zip(content: Path, archive: Path, version: Version, names: tuple[str, ...]) -> None:
    """Pack the files, with the peildatum as their moment, then read the archive back and compare it with them.

    :raises LmvwError: when a file in the archive differs.
    """
    day = version.peildatum.date
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in names:
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, (content / name).read_bytes())
    with zipfile.ZipFile(archive) as packed:
        if packed.namelist() != list(names) or any(packed.read(name) != (content / name).read_bytes() for name in names):
            raise LmvwError(tr("Het openbare pakket is niet goed geschreven; is de schijf vol?"))


def read_published(path: Path, code: str, whole: bool = False) -> dict[str, int]:
    """The sums of a package that was published before, by column.

    :param code: of the municipality that it must be of.
    :param whole: it must be the sum of all plans; else a public version.
    :raises LmvwError: when it is no public package, of the other kind, or of another municipality.
    """
    wanted, other = (WHOLE, SUM) if whole else (SUM, WHOLE)
    try:
        with judged(path) as packed:
            manifest = manifest_of(packed)
        if other in manifest:
            words = (
                tr("‘{path}’ is een openbare versie en geen som van alle plannen; kies een eerdere som of laat dit leeg.")
                if whole
                else tr("‘{path}’ is de som van alle plannen en geen openbare versie; kies een eerdere openbare versie of laat dit leeg.")
            )
            raise LmvwError(words.format(path=path))
        sums = {str(name): int(count) for name, count in manifest[wanted].items()}
        of = manifest["gemeente_code"]
    except UNREADABLE as error:
        raise LmvwError(
            tr("‘{path}’ is geen openbaar pakket van de plugin; kies de zip die u eerder publiceerde.").format(path=path)
        ) from error
    if of != code:
        raise LmvwError(tr("‘{path}’ is van gemeente {other} en niet van {code}; kies het pakket van uw gemeente.").format(
            path=path, other=of, code=code
        ))  # fmt: skip
    return sums
