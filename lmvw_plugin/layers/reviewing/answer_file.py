# SPDX-License-Identifier: GPL-2.0-or-later
"""The return file: a zip with a small GeoPackage, a page to read, and a manifest that names the delivery that it answers.

It is written beside its name and read back as the municipality would, before it takes that name.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.PyQt.QtCore import QMetaType

from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.feedback import Silent
from ...core.i18n import in_dutch, tr
from ...core.reviewing.answer import GPKG, LAYER, NAMES, PAGE, SORT, TEXTS, VERSION, Answer
from ...core.reviewing.page import answer_page
from ...core.version import plugin_version
from ..files import staging, take_place
from ..geopackage import settle
from ..planfile.making.layer import write_features
from .answer_reading import read_answer


@in_dutch()
def write_answer(folder: Path, answer: Answer) -> tuple[Path, Path | None]:
    """Write an answer in a folder; returns where it is, and where the earlier one of that name is now.

    :raises LmvwError: when it cannot be written, or does not read back as it was meant; then the earlier one is as it was.
    """
    with staging(folder) as apart:
        write_features(apart / GPKG, LAYER, _columns(), QgsWkbTypes.Type.Point, _features(answer))
        settle(apart / GPKG)
        (apart / PAGE).write_text(answer_page(answer), encoding="utf-8", newline="\n")
        digests = {name: hashlib.sha256((apart / name).read_bytes()).hexdigest() for name in NAMES}
        (apart / d.MANIFEST).write_text(
            json.dumps(_manifest(answer, digests), ensure_ascii=False, indent=1), encoding="utf-8", newline="\n"
        )
        made = apart / f"{answer.name}.zip"
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in (d.MANIFEST, *NAMES):
                packed.write(apart / name, name)
        if read_answer(made, Silent()) != answer:
            raise LmvwError(
                tr("Het antwoord voor gemeente {name} is niet goed geschreven; is de schijf vol?").format(name=answer.gemeente.name)
            )
        target = folder / made.name
        return target, take_place(made, target)


def _manifest(answer: Answer, digests: dict[str, str]) -> dict[str, object]:
    return {
        "soort": SORT,
        "schema_versie": VERSION,
        "plugin_versie": plugin_version(),
        "gemaakt": answer.made,
        "provincie": answer.provincie,
        "gemeente_code": answer.gemeente.code,
        "gemeente_naam": answer.gemeente.name,
        "peildatum": str(answer.peildatum),
        "levering": {"bestand": answer.delivery, "sha256": answer.sha256},
        "regels": len(answer.lines),
        "sha256": digests,
    }


def _columns() -> QgsFields:
    columns = QgsFields()
    for name in TEXTS:
        columns.append(QgsField(name, QMetaType.Type.QString))
    return columns


def _features(answer: Answer) -> Iterator[QgsFeature]:
    for line in answer.lines:
        feature = QgsFeature(_columns())
        feature.setAttributes([getattr(line, name) for name in TEXTS])
        if line.place is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*line.place)))
        yield feature
