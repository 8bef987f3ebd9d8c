# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery package as somebody has it: its plans in a copy, and what its manifest says of them."""

from __future__ import annotations

import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.delivering import delivery as d
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..delivering.archive import UNREADABLE, judged, manifest_of, pieces
from ..files import OwnFolder
from ..geopackage import only_stores
from ..moment import digest
from ..planfile.schema import is_newer


@dataclass(frozen=True, slots=True)
class OpenPackage:
    """The GeoPackage of a package in a folder of ours, as long as ``own`` lives."""

    file: Path
    peildatum: Peildatum
    own: OwnFolder

    @property
    def layer(self) -> str:
        """How QGIS names its plans."""
        return f"{self.file}|layername={b.LAYER}"


def is_package(path: Path) -> bool:
    """A zip that says to be one of ours."""
    if path.suffix.casefold() != ".zip" or not zipfile.is_zipfile(path):
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            return d.MANIFEST in archive.namelist()
    except UNREADABLE:
        return False


def opened(path: Path, feedback: Feedback | None = None) -> OpenPackage:
    """The plans of a package; the package itself is only read.

    :raises LmvwError: when it is damaged, its plans are not those that its manifest speaks of, its map is more than tables, or a newer version of
        the plugin made it: what that means otherwise would be passed over without a word.
    """
    own = OwnFolder()
    file = own.path / d.GPKG
    try:
        with judged(path) as archive:
            manifest = manifest_of(archive)
            meant, peildatum = manifest["sha256"][d.GPKG], str(manifest["peildatum"])
            _require_readable(manifest["schema_versie"], path.name)
            with file.open("wb") as copy:
                copy.writelines(pieces(archive, d.GPKG, feedback))
    except UNREADABLE as error:
        raise LmvwError(
            tr("Pakket ‘{name}’ is beschadigd en kan niet gelezen worden; vraag het opnieuw op.").format(name=path.name)
        ) from error
    if digest(file) != meant:
        raise LmvwError(
            tr(
                "De plannen in pakket ‘{name}’ zijn na het maken gewijzigd of beschadigd; gebruik het pakket zoals het is verstuurd."
            ).format(name=path.name)
        )
    if not only_stores(file):
        raise LmvwError(
            tr("Het kaartbestand van pakket ‘{name}’ is beschadigd of heeft andere dan gewone lagen; vraag een nieuwe levering.").format(
                name=path.name
            )
        )
    return OpenPackage(file, Peildatum.parse(peildatum), own)


def peildatum_beside(path: Path) -> Peildatum | None:
    """What the manifest beside the plans of an unpacked package says; None where there is none.

    :raises LmvwError: as ``opened``, when a newer version of the plugin made that package.
    """
    if path.name != d.GPKG:
        return None
    try:
        manifest = json.loads(path.with_name(d.MANIFEST).read_text(encoding="utf-8"))
        version = manifest["schema_versie"]
    except UNREADABLE:
        return None
    _require_readable(version, path.parent.name)
    try:
        return Peildatum.parse(str(manifest["peildatum"]))
    except (KeyError, LmvwError):
        return None


def _require_readable(version: object, name: str) -> None:
    """
    :raises LmvwError: when a newer version of the plugin made it.
    """
    if is_newer(version):
        raise LmvwError(
            tr("Pakket ‘{name}’ is gemaakt met een nieuwere versie van de plugin; werk de plugin bij en kies het pakket opnieuw.").format(
                name=name
            )
        )
