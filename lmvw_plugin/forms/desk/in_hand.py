# SPDX-License-Identifier: GPL-2.0-or-later
"""Which review file is meant, and the layers of it that the project has."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface

from ...core.basisset import fields as b
from ...core.basisset.codelists import every_gemeente
from ...layers.receiving import tables
from ...layers.sources import file_of, is_of


def review_file(iface: QgisInterface, held: Path | None) -> Path | None:
    """The review file that is open: that of the active layer, or else the one that was meant, or else another.

    :param held: the one that was meant until now.
    """
    meant = [file_of(iface.activeLayer()), held, *map(file_of, QgsProject.instance().mapLayers().values())]
    paths = dict.fromkeys(path for path in meant if path is not None)
    return next((path for path in paths if (path == held or tables.is_review_file(path)) and layer_of(path, b.LAYER)), None)


def layer_of(path: Path | None, name: str) -> QgsVectorLayer | None:
    """The layer of this name in a review file, where the project has it."""
    there = QgsProject.instance().mapLayers().values() if path is not None else ()
    return next((layer for layer in there if isinstance(layer, QgsVectorLayer) and path is not None and is_of(layer, path, name)), None)


def came_before(before: QgsVectorLayer, gemeente_code: str) -> bool:
    """Whether a layer of previous plans has some of a municipality, or of one that it came of."""
    gemeenten = every_gemeente()
    there = before.uniqueValues(before.fields().lookupField("gemeente_code"))
    return any(gemeenten[gemeente_code].came_of(gemeenten[code]) for code in map(str, there) if code in gemeenten)
