# SPDX-License-Identifier: GPL-2.0-or-later
"""A received package with its plans: every file in it verified before one plan is believed."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsVectorLayer

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente
from ...core.basisset.codelists import gemeente as gemeente_of
from ...core.basisset.peildatum import Peildatum
from ...core.delivering import delivery as d
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ..history.packages import opened
from ..polygons.shapes import plain
from ..sources import rows

_UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, EOFError, OSError, NotImplementedError, RuntimeError)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Head:
    """What the manifest of a verified package says. ``made``: when, so that the last of two is taken."""

    path: Path
    gemeente: Gemeente
    peildatum: Peildatum
    made: str
    plans: int
    aggregates: bool


@dataclass(frozen=True, slots=True)
class Content:
    """The plans of a package with their polygons as WKB. ``town_hall``: where its small plans were summed (art. 9), if they were."""

    plans: list[dict[str, object]]
    shapes: list[bytes | None]
    aggregates: bool
    town_hall: bytes | None


def head_of(path: Path) -> Head:
    """Verify a package: it has the files that its manifest speaks of, no other, and each is as it was made.

    :raises LmvwError: when it is no package, is damaged, or was changed.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(d.MANIFEST))
            meant = {str(name): str(code) for name, code in manifest["sha256"].items()}
            there = archive.namelist()
            wrong = [name for name in meant if name not in there or _digest(archive, name) != meant[name]]
        gemeente = gemeente_of(str(manifest["gemeente_code"]))
        peildatum = Peildatum.parse(str(manifest["peildatum"]))
        head = Head(
            path, gemeente, peildatum, str(manifest["gemaakt"]), int(manifest["plannen"]), manifest.get("provincie_aggregeert") is True
        )
    except LmvwError:
        raise
    except _UNREADABLE as error:
        raise LmvwError(tr("dit is geen pakket van een levering of het is beschadigd; vraag het opnieuw op.")) from error
    if wrong or sorted(there) != sorted([*meant, d.MANIFEST]):
        names = ", ".join(wrong or sorted(set(there) - {*meant, d.MANIFEST}) or there)
        raise LmvwError(tr("na het maken gewijzigd of beschadigd ({names}); vraag het opnieuw op.").format(names=names))
    return head


def _digest(archive: zipfile.ZipFile, name: str) -> str:
    found = hashlib.sha256()
    with archive.open(name) as packed:
        while piece := packed.read(_CHUNK):
            found.update(piece)
    return found.hexdigest()


def content_of(head: Head, feedback: Feedback) -> Content:
    """The plans of a verified package.

    :raises LmvwError: when they are not as the Basisset wants them, or fewer than the manifest says.
    """
    package = opened(head.path)
    layer = QgsVectorLayer(package.layer, "plannen", "ogr")
    there = layer.fields().names() if layer.isValid() else []
    lacking = [name for field in b.COLUMNS if (name := field.column_at(head.peildatum)) not in there]
    if lacking or layer.crs().authid() != b.CRS:
        raise LmvwError(tr("het kaartbestand is niet dat van een levering ({what}); vraag een nieuwe levering.").format(
            what=", ".join(lacking[:5]) or layer.crs().authid()
        ))  # fmt: skip
    names = {field.name: field.column_at(head.peildatum) for field in b.COLUMNS}
    wanted = [*names.values(), *([d.ART_8.name] if d.ART_8.name in there else [])]
    plans: list[dict[str, object]] = []
    shapes: list[bytes | None] = []
    aggregates, town_hall = head.aggregates, None
    for feature, row in watched(rows(layer, wanted), layer.featureCount(), feedback):
        plan = {name: row[column] for name, column in names.items()}
        shape = feature.geometry()
        wkb = None if shape.isEmpty() else plain(shape).asWkb().data()
        aggregates = aggregates or row.get(d.ART_8.name) is True
        if plan["plan_id"] == sum_id(head.gemeente.code):
            town_hall = wkb
        plans.append(plan)
        shapes.append(wkb)
    del layer
    package.own.close()
    if len(plans) != head.plans:
        raise LmvwError(tr("er staan {found} plannen in en het manifest noemt er {meant}; vraag een nieuwe levering.").format(
            found=len(plans), meant=head.plans
        ))  # fmt: skip
    return Content(plans, shapes, aggregates, town_hall)
