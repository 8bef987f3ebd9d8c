# SPDX-License-Identifier: GPL-2.0-or-later
"""The delivery package: written in a folder beside its target, read back, compared, and only then put in place.

A reader of the target folder sees the previous package or the new one, complete, at every moment.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsWkbTypes

from ..core import basisset as b
from ..core import delivery as d
from ..core.errors import LmvwError
from ..core.feedback import Feedback, checkpoint, watched
from ..core.findings import Finding
from ..core.i18n import tr
from ..core.reports import Subject, check_report
from ..core.version import plugin_version
from . import planfile
from .attribute_form import set_up_form
from .files import settle
from .map_style import set_up_style
from .sources import rows, value
from .workbook_writer import sheets, verify_workbook, write_workbook

_NAME = next(place for place, field in enumerate(b.COLUMNS) if field.name == "plannaam")
_STAGING = ".lmvw-"  # prefix of folders that are being written


@dataclass(frozen=True, slots=True)
class Package:
    """Where everything is: the zip that is delivered, and an unpacked copy to look into."""

    archive: Path
    folder: Path

    def file(self, name: str) -> Path:
        """One of the files of the unpacked copy."""
        return self.folder / name


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
            tr("In map ‘{folder}’ kan niet geschreven worden ({reason}); kies een andere map.").format(folder=folder, reason=error.strerror)
        ) from error


def write_package(
    folder: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], plans: Sequence[dict[str, object]],
    findings: Sequence[Finding], subject: Subject, feedback: Feedback, remarks: str = "",
) -> Package:  # fmt: skip
    """Write, verify and place the package.

    :param geometries: polygons of the delivered rows, in their order.
    :param plans: all plans that were checked, for the report.
    :raises LmvwError: when anything written differs from what was meant; the folder is as it was.
    """
    _clean(folder)
    with _staging(folder) as staging:
        content = staging / delivery.name
        content.mkdir()
        _write_layer(content / d.GPKG, delivery, geometries, watched(range(len(delivery.rows)), len(delivery.rows), feedback, 50, 65))
        cells = sheets(delivery, findings, remarks)
        write_workbook(content / d.XLSX, cells, _NAME)
        checkpoint(feedback, 75)
        (content / d.REPORT).write_text(check_report(subject, plans, findings), encoding="utf-8", newline="\n")
        (content / d.README).write_text(d.readme(delivery, plugin_version()), encoding="utf-8", newline="\n")
        _verify_layer(content / d.GPKG, delivery, geometries)
        checkpoint(feedback, 82)
        verify_workbook(content / d.XLSX, cells)
        checkpoint(feedback, 92)
        (content / d.MANIFEST).write_text(_manifest(content, delivery, findings), encoding="utf-8", newline="\n")
        archive = staging / f"{delivery.name}.zip"
        _zip(content, archive)
        checkpoint(feedback, 97)
        return _place(folder, archive, content)


def _write_layer(path: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry], order: Iterator[int]) -> None:
    columns = QgsFields()
    for field in b.COLUMNS:
        columns.append(QgsField(field.column_at(delivery.peildatum), planfile.TYPES[field.kind]))

    def features() -> Iterator[QgsFeature]:
        for index in order:
            feature = QgsFeature(columns)
            feature.setAttributes(list(delivery.rows[index]))
            feature.setGeometry(geometries[index])
            yield feature

    planfile.write_layer(path, b.LAYER, columns, QgsWkbTypes.Type.MultiPolygon, features())
    layer = planfile.open_layer(path)
    set_up_form(layer, delivery.peildatum)
    set_up_style(layer)
    planfile.store_style(layer)


def _verify_layer(path: Path, delivery: d.Delivery, geometries: Sequence[QgsGeometry]) -> None:
    """Read the layer back in a provider of its own: every value and every polygon is what was meant."""
    layer = planfile.open_layer(path)
    if not layer.crs().authid() == b.CRS or layer.featureCount() != len(delivery.rows):
        raise LmvwError(tr("Het kaartbestand is niet goed geschreven: het aantal plannen of het coördinatenstelsel klopt niet."))
    names = delivery.columns
    for (feature, found), meant, geometry in zip(rows(layer, names), delivery.rows, geometries, strict=True):
        if tuple(value(found[name]) for name in names) != meant or feature.geometry().asWkb() != geometry.asWkb():
            raise LmvwError(tr("Het kaartbestand is niet goed geschreven: plan ‘{name}’ wijkt af.").format(name=meant[_NAME]))
    del layer
    settle(path)


def _manifest(content: Path, delivery: d.Delivery, findings: Sequence[Finding]) -> str:
    files = {name: hashlib.sha256((content / name).read_bytes()).hexdigest() for name in (d.GPKG, d.XLSX, d.REPORT, d.README)}
    document = {
        "schema_versie": b.SCHEMA_VERSION,
        "plugin_versie": plugin_version(),
        "gemeente_code": delivery.gemeente.code,
        "gemeente_naam": delivery.gemeente.name,
        "peildatum": str(delivery.peildatum),
        "plannen": len(delivery.rows),
        "plannen_thuis": delivery.at_home,
        "waarschuwingen": sum(finding.ernst.value == "waarschuwing" for finding in findings),
        "totalen": dict(d.totals(delivery)),
        "sha256": files,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _zip(content: Path, archive: Path) -> None:
    """Pack the files, then read the archive back and compare it with them byte by byte."""
    names = (d.README, d.GPKG, d.XLSX, d.REPORT, d.MANIFEST)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name in names:
            packed.write(content / name, name)
    with zipfile.ZipFile(archive) as packed:
        for name in names:
            if packed.read(name) != (content / name).read_bytes():
                raise LmvwError(tr("Het pakket is niet goed geschreven: ‘{name}’ wijkt af; is de schijf vol?").format(name=name))


def _place(folder: Path, archive: Path, content: Path) -> Package:
    """The archive takes its name in one rename; after that the unpacked copy follows."""
    final = folder / archive.name
    archive.replace(final)
    copy = folder / content.name
    if copy.exists():
        copy.rename(content.with_name("oud"))
    content.rename(copy)
    return Package(final, copy)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix=_STAGING, dir=folder))
    try:
        yield path
    finally:
        shutil.rmtree(path, ignore_errors=True)


def _clean(folder: Path) -> None:
    """Remove what a run that was killed left behind."""
    for left in folder.glob(f"{_STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
