# SPDX-License-Identifier: GPL-2.0-or-later
"""A return file that somebody sent, believed as little as a package: names, digests, and each value are judged before one line counts."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime
from math import isfinite
from pathlib import Path
from typing import Any

from qgis.core import QgsGeometry

from ...core.basisset import fields as b
from ...core.basisset.codelists import Gemeente, gemeente
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import NOT_IN_XML
from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.reviewing.answer import GPKG, LAYER, LONGEST, MOST, NAMES, SORT, TEXTS, VERSION, Answer, Line
from ...core.reviewing.entries import SAID, Kind, Label, Place
from ..delivering.archive import UNREADABLE, judged, manifest_of, pieces
from ..files import OwnFolder
from ..geopackage import only_stores, settle
from ..planfile.making.layer import opened
from ..planfile.schema import is_newer
from ..sources import rows

_MOST_BYTES = 64 << 20  # of all files together
_DIGEST = re.compile(r"[0-9a-f]{64}")


def read_answer(path: Path, feedback: Feedback) -> Answer:
    """An answer that somebody sent, every file in it verified; no style or page of the sender is read.

    :raises LmvwError: when it is no answer, is damaged or was changed, or has in it what no answer has.
    :raises Cancelled: when the user cancels.
    """
    with closing(OwnFolder()) as own:
        try:
            with judged(path) as archive:
                manifest = manifest_of(archive)
                _require_answer(path, manifest)
                _require_whole(path, archive, manifest, own.path, feedback)
            answer = _head(manifest)
            expected = int(manifest["regels"])
        except LmvwError:
            raise
        except UNREADABLE as error:
            raise _none(path) from error
        told = tuple(_lines(path, own.path / GPKG))
    if len(told) != expected:
        raise _changed(path, GPKG)
    return Answer(*answer, told)


def _none(path: Path) -> LmvwError:
    said = tr("‘{name}’ is geen antwoord van een provincie of het is beschadigd; vraag het opnieuw op.")
    return LmvwError(said.format(name=path.name))


def _changed(path: Path, what: str) -> LmvwError:
    said = tr("‘{name}’ is na het maken gewijzigd of beschadigd ({what}); vraag de provincie het opnieuw te sturen.")
    return LmvwError(said.format(name=path.name, what=what[:40]))


def _require_answer(path: Path, manifest: Any) -> None:
    """The manifest is that of an answer that this version can read; may raise any of ``UNREADABLE``.

    :raises LmvwError: when it is of something else, or of a newer version.
    """
    if manifest.get("soort") != SORT:
        if "plannen" in manifest:
            raise LmvwError(tr("‘{name}’ is een levering; kies het antwoord dat de provincie stuurde.").format(name=path.name))
        raise _none(path)
    if is_newer(manifest["schema_versie"], VERSION):
        raise LmvwError(tr("‘{name}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij.").format(name=path.name))


def _require_whole(path: Path, archive: zipfile.ZipFile, manifest: Any, folder: Path, feedback: Feedback) -> None:
    """It has the files that an answer has, once each, and as they were made; the map goes into a folder of ours.

    :raises LmvwError: when it has others, or one was changed.
    """
    there = archive.namelist()
    if sorted(there) != sorted((*NAMES, d.MANIFEST)):
        odd = sorted({*there} ^ {*NAMES, d.MANIFEST})
        raise _changed(path, ", ".join(odd) or d.MANIFEST)
    if sum(entry.file_size for entry in archive.infolist()) > _MOST_BYTES:
        raise ValueError
    for name in NAMES:
        digest, count = hashlib.sha256(), 0
        with (folder / name).open("wb") as target:
            for piece in pieces(archive, name, feedback):
                count += len(piece)
                if count > _MOST_BYTES:
                    raise ValueError
                digest.update(piece)
                target.write(piece)
        if digest.hexdigest() != manifest["sha256"][name]:
            raise _changed(path, name)


def _head(manifest: Any) -> tuple[str, Gemeente, Peildatum, str, str, str]:
    """What the manifest says; may raise any of ``UNREADABLE``.

    :raises LmvwError: when there is no such municipality or peildatum.
    """
    of_gemeente, made = gemeente(str(manifest["gemeente_code"])), datetime.fromisoformat(manifest["gemaakt"])
    sha256 = manifest["levering"]["sha256"]
    if made.tzinfo is not None or not _DIGEST.fullmatch(sha256):
        raise ValueError
    peildatum = Peildatum.parse(str(manifest["peildatum"]))
    return _plain(manifest["provincie"]), of_gemeente, peildatum, made.isoformat(), _plain(manifest["levering"]["bestand"]), sha256


def _plain(text: object) -> str:
    """A text that every file can hold and a page can show.

    :raises ValueError: when it is something else.
    """
    if not isinstance(text, str) or len(text) > LONGEST or NOT_IN_XML.search(text):
        raise ValueError
    return text


def _lines(path: Path, file: Path) -> Iterator[Line]:
    """
    :raises LmvwError: when the map is damaged, or has in it what no answer has.
    """
    if not only_stores(file):
        raise _changed(path, GPKG)
    try:
        settle(file)
    except LmvwError as error:
        raise _changed(path, GPKG) from error
    layer = opened(file, LAYER)  # without a style
    if not layer.isValid() or layer.crs().authid() != b.CRS or not set(TEXTS) <= set(layer.fields().names()):
        raise _changed(path, GPKG)
    try:
        for number, (feature, row) in enumerate(rows(layer, TEXTS)):
            if number >= MOST:
                raise ValueError
            yield _line(row, feature.geometry())
    except (ValueError, KeyError, TypeError) as error:
        raise _changed(path, GPKG) from error
    finally:
        del layer


def _line(row: dict[str, object], shape: QgsGeometry) -> Line:
    """
    :raises ValueError: when it has something that no line has.
    """
    texts = {name: _plain("" if row[name] is None else row[name]) for name in TEXTS}
    date.fromisoformat(texts["moment"])
    is_label = texts["soort"] == Kind.LABEL.value
    if is_label:
        Label(texts["label"])
    if not texts["nummer"] or (is_label and not texts["plan_id"]) or not (is_label or texts["soort"] in SAID):
        raise ValueError
    place: Place | None = None
    if not shape.isEmpty():
        place = shape.asPoint().x(), shape.asPoint().y()
        if not all(map(isfinite, place)):
            raise ValueError
    return Line(**texts, place=place)
