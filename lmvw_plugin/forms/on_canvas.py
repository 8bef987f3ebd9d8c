# SPDX-License-Identifier: GPL-2.0-or-later
"""From the place of a layer to that of the map."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsCsException, QgsRectangle
from qgis.gui import QgsMapCanvas

from ..core.errors import LmvwError
from ..layers.sources import transformer


def box_on(canvas: QgsMapCanvas, box: QgsRectangle, crs: QgsCoordinateReferenceSystem) -> QgsRectangle | None:
    """A box in the coordinates of the map; None for a map of which QGIS knows no way to it, as one of the moon."""
    try:
        return transformer(crs, canvas.mapSettings().destinationCrs()).transformBoundingBox(box)
    except (LmvwError, QgsCsException):
        return None
