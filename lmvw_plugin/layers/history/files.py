# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery that lies in a file: a package, the GeoPackage of one, an older plan file, or any layer with plan names."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..importing.mapping_file import read_mapping
from ..importing.polygons import in_file
from ..sources import offline, path_in, require_polygons
from ..stored.copies import SourceCopy
from . import packages
from .reading import Drawn, read_side


def read_file(text: str, feedback: Feedback, mapping: str = "") -> Drawn:
    """Read a file, in a copy; works on any thread.

    :param text: the file, with ``|layername=`` or without.
    :param mapping: the file that says which column of it fills which field; empty for a proposal.
    :raises LmvwError: when one of them is not there or damaged, or of a newer version, there are no plans with names, or the mapping is of another
        file.
    :raises Cancelled: when the user cancels.
    """
    path, copies = path_in(text), SourceCopy()
    copies.feedback = feedback
    if not path.is_file():
        raise LmvwError(tr("Bestand ‘{path}’ bestaat niet; kies een bestaand bestand.").format(path=path))
    kept = read_mapping(Path(mapping)) if mapping else None
    package = packages.opened(path) if packages.is_package(path) else None
    polygons = in_file(package.layer if package else text, copies, lambda uri: _opened(uri, path.name))
    return read_side(polygons, path.name, package.peildatum if package else packages.peildatum_beside(path), feedback, kept)


@offline()
def _opened(uri: str, name: str) -> QgsVectorLayer:
    """One layer.

    :raises LmvwError: when QGIS cannot read it, or it has no polygons in RD.
    """
    layer = QgsVectorLayer(uri, name, "ogr")
    if not layer.isValid():
        raise LmvwError(
            tr("‘{name}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.").format(name=name)
        )
    require_polygons(layer, name)
    return layer
