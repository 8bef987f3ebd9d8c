# SPDX-License-Identifier: GPL-2.0-or-later
"""A received package with its plans: every file in it verified before one plan is believed.

Nothing of it is unpacked but the plans and the workbook, under names of ours, in a folder of ours; no style, form or view of the sender is
read, so that nothing runs that somebody put in it.
"""

from __future__ import annotations

import hashlib
import traceback
import zipfile
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente
from ...core.basisset.codelists import gemeente as gemeente_of
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import LONGEST_CELL, NOT_IN_XML
from ...core.delivering import delivery as d
from ...core.delivering.file_names import wrong_file
from ...core.delivering.small_plans import sum_id
from ...core.errors import LmvwError
from ...core.feedback import Cancelled, Feedback, watched
from ...core.i18n import tr
from ...core.rules.plans import is_count
from ..delivering.archive import UNREADABLE, judged, manifest_of, pieces
from ..geopackage import settle
from ..history.packages import opened
from ..planfile.making.layer import opened as opened_layer
from ..planfile.schema import is_newer, is_older
from ..polygons.shapes import plain
from ..sources import rows
from ..stored.values import odd_values

_MOST = 2**31 - 1  # what a column of counts holds
_SHOWN = 40  # characters of an odd value
_LONGEST = 1_000  # characters of a reason: it may quote what a sender made up


@dataclass(frozen=True, slots=True)
class Head:
    """What the manifest of a verified package says. ``made``: when, so that the last of two is taken. ``totals``: the sum of each count.
    ``schema``: which version of the columns it has.
    """

    path: Path
    gemeente: Gemeente
    peildatum: Peildatum
    made: str
    plans: int
    aggregates: bool
    version: str
    totals: Mapping[str, int]
    schema: str = b.SCHEMA_VERSION


@dataclass(frozen=True, slots=True)
class Content:
    """The plans of a package with their polygons as WKB. ``town_hall``: where its small plans were summed (art. 9), if they were."""

    plans: list[dict[str, object]]
    shapes: list[bytes | None]
    aggregates: bool
    town_hall: bytes | None


def head_of(path: Path, feedback: Feedback) -> Head:
    """Verify a package: it has the files that its manifest speaks of, no other, and each is as it was made.

    :raises LmvwError: when it is no package, is damaged, was changed, or has not all plans of the municipality (art. 5.c: all that it has).
    """
    try:
        with judged(path) as archive:
            there = archive.namelist()
            manifest = manifest_of(archive)  # first: of a zip that was cut off the workbook in it is what is found
            _require_names(there)
            if is_newer(manifest["schema_versie"]):
                raise LmvwError(tr("gemaakt met een nieuwere versie van de plugin; werk de plugin bij en open het pakket opnieuw."))
            meant = {str(name): str(code) for name, code in manifest["sha256"].items()}
            wrong = [name for name in meant if name not in there or _digest(archive, name, feedback) != meant[name]]
        gemeente = gemeente_of(str(manifest["gemeente_code"]))
        peildatum = Peildatum.parse(str(manifest["peildatum"]))
        head = Head(
            path, gemeente, peildatum, _moment(manifest["gemaakt"]), _counted(manifest["plannen"]), manifest.get("provincie_aggregeert") is True,
            str(manifest["plugin_versie"])[:_SHOWN], {name: int(count) for name, count in manifest["totalen"].items()},
            str(manifest["schema_versie"])[:_SHOWN],
        )  # fmt: skip
        in_part = bool(manifest.get("niet_meegeleverd"))
    except LmvwError:
        raise
    except UNREADABLE as error:
        raise LmvwError(tr("dit is geen pakket van een levering of het is beschadigd; vraag het opnieuw op.")) from error
    if wrong or sorted(there) != sorted([*meant, d.MANIFEST]):
        names = ", ".join(wrong or sorted(set(there) - {*meant, d.MANIFEST}) or there)
        raise LmvwError(tr("na het maken gewijzigd of beschadigd ({names}); vraag het opnieuw op.").format(names=names))
    if in_part:
        raise LmvwError(tr("dit is een deel van de plannen van de gemeente; vraag een levering met alle plannen (art. 5.c)."))
    return head


def _require_names(there: Sequence[str]) -> None:
    """Each file in a package has a name of its own, and lies in no folder.

    :raises LmvwError: when one would lie elsewhere when it is unpacked, or there are two of it.
    """
    odd = [name for name in there if wrong_file(name, (), ())]
    if odd:
        raise LmvwError(tr("hierin zit een bestand met een pad of naam die geen pakket heeft ({name}); pak het niet uit en vraag het opnieuw op.").format(
            name=odd[0][:_SHOWN]
        ))  # fmt: skip
    if twice := [name for name, many in Counter(map(str.casefold, there)).items() if many > 1]:
        raise LmvwError(
            tr("hierin zit twee keer een bestand met dezelfde naam ({name}); vraag het opnieuw op.").format(name=twice[0][:_SHOWN])
        )


def why_not(error: Exception) -> str:
    """Why a file cannot be used: whatever goes wrong in one file is of that file, and a mistake of ours goes into the log too.

    :raises Cancelled: when the user cancelled.
    """
    if isinstance(error, Cancelled):
        raise error
    if isinstance(error, LmvwError):
        return NOT_IN_XML.sub("�", str(error))[:_LONGEST]
    QgsMessageLog.logMessage("".join(traceback.format_exception(error)), "LMVW", Qgis.MessageLevel.Critical)
    return tr("dit bestand kan niet gelezen worden; vraag het opnieuw op. De technische details staan in het logboek, tabblad LMVW.")


def _counted(number: object) -> int:
    """A number of plans.

    :raises ValueError: when it is none.
    """
    if not isinstance(number, int) or not 0 <= number <= _MOST:
        raise ValueError
    return number


def _moment(text: object) -> str:
    """A moment as every package has it: no zone, so that two can be laid beside each other.

    :raises ValueError: when it is none.
    """
    moment = datetime.fromisoformat(str(text))
    if moment.tzinfo is not None:
        raise ValueError
    return moment.replace(microsecond=0).isoformat()


def _digest(archive: zipfile.ZipFile, name: str, feedback: Feedback) -> str:
    digest = hashlib.sha256()
    for piece in pieces(archive, name, feedback):
        digest.update(piece)
    return digest.hexdigest()


def content_of(head: Head, feedback: Feedback) -> Content:
    """The plans of a verified package.

    :raises LmvwError: when they are not as the Basisset wants them, or other than the manifest says.
    """
    package = opened(head.path, feedback)
    try:
        settle(package.file)
    except LmvwError as error:
        raise LmvwError(tr("het kaartbestand is beschadigd; vraag een nieuwe levering.")) from error
    layer = opened_layer(package.file, b.LAYER)  # without a style: what the sender put in one, as a form with code, is not read
    there = layer.fields().names() if layer.isValid() else []
    lacking = [name for field in b.COLUMNS if (name := field.column_at(head.peildatum)) not in there]
    if lacking and is_older(head.schema):
        raise LmvwError(tr("gemaakt met een oudere versie van de plugin (schema {schema}), die dit niet had: {columns}. Vraag de gemeente de plugin bij te "
                           "werken en opnieuw te leveren.").format(schema=head.schema, columns=", ".join(lacking[:5])))  # fmt: skip
    if lacking or layer.crs().authid() != b.CRS:
        raise LmvwError(tr("het kaartbestand is niet dat van een levering ({what}); vraag een nieuwe levering.").format(
            what=", ".join(lacking[:5]) or layer.crs().authid()
        ))  # fmt: skip
    names = {field.name: field.column_at(head.peildatum) for field in b.COLUMNS}
    wanted = [*names.values(), *([d.ART_8.name] if d.ART_8.name in there else [])]
    plans: list[dict[str, object]] = []
    shapes: list[bytes | None] = []
    aggregates, town_hall, stored = head.aggregates, None, odd_values(package.file, b.LAYER)
    told = islice(rows(layer, wanted), head.plans + 1)  # more than the manifest says need not be read
    for number, (feature, row) in enumerate(watched(told, head.plans, feedback), start=1):
        _require_kinds(number, names, row, stored.get(feature.id(), {}))
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
    sums = {field.name: sum(value for plan in plans if isinstance(value := plan[field.name], int)) for field in b.COUNTS}
    if other := [name for name, count in sums.items() if head.totals.get(name) != count]:
        raise LmvwError(tr("de plannen tellen niet op tot de totalen in het manifest ({what}); vraag een nieuwe levering.").format(
            what=", ".join(names[name] for name in other[:5])
        ))  # fmt: skip
    return Content(plans, shapes, aggregates, town_hall)


def _require_kinds(number: int, names: Mapping[str, str], row: Mapping[str, object], stored: Mapping[str, object]) -> None:
    """Every value is of its field's kind, so that it is the same in the set; whether it is right, the municipality checked.

    :param stored: what is stored otherwise than GDAL gives it: it makes 0 of a word in a column of counts.
    :raises LmvwError: when one is not.
    """
    for name, column in names.items():
        if column in stored or not _fits(b.BY_NAME[name], row[column]):
            raise LmvwError(tr("in rij {number} van het kaartbestand staat in ‘{column}’ niet wat daar hoort; vraag een nieuwe levering.").format(
                number=number, column=column  # the value itself may be the name of a plan
            ))  # fmt: skip


def _fits(field: b.Field, value: object) -> bool:
    if value is None:
        return True
    if field.kind is b.Kind.COUNT:
        return isinstance(value, int) and is_count(value) and value <= _MOST
    if field.kind is b.Kind.YESNO:
        return isinstance(value, bool)
    return isinstance(value, str) and len(value) <= LONGEST_CELL and not NOT_IN_XML.search(value)  # else the workbook could not hold it
