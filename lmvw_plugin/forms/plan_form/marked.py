# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan in hand stands out on the map, as with QGIS's own identify."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsVectorLayer
from qgis.gui import QgsHighlight, QgsMapCanvas


class Mark:
    """At most one plan of a map is marked."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.highlight: QgsHighlight | None = None

    def show(self, layer: QgsVectorLayer, polygon: QgsGeometry) -> None:
        """Mark this one; one without a polygon is nowhere."""
        self.hide()
        if not polygon.isEmpty():
            self.highlight = QgsHighlight(self._canvas, polygon, layer)
            self.highlight.applyDefaultStyle()
            self.highlight.show()

    def hide(self) -> None:
        """Mark nothing."""
        if self.highlight is not None:
            self._canvas.scene().removeItem(self.highlight)
            self.highlight = None
