# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan in hand on the map: it stands out, as with QGIS's own identify, and no window lies over it."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsRectangle, QgsVectorLayer
from qgis.gui import QgsHighlight, QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QRect


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


def uncover(canvas: QgsMapCanvas, box: QgsRectangle, window: QRect) -> None:
    """Move the map when the middle of a box lies outside it, or under a window on the screen."""
    pixel = canvas.getCoordinateTransform().transform(box.center())
    seen = QPoint(int(pixel.x()), int(pixel.y()))
    corner = canvas.mapToGlobal(QPoint(0, 0))
    if canvas.rect().contains(seen) and not window.contains(canvas.mapToGlobal(seen)):
        return
    at_left, at_right = window.left() - corner.x(), corner.x() + canvas.width() - window.right()
    gaps = [(0, at_left), (canvas.width() - at_right, canvas.width())]
    covered = window.intersects(canvas.rect().translated(corner))
    free = max(gaps, key=lambda gap: gap[1] - gap[0]) if covered else (0, canvas.width())
    step = canvas.mapUnitsPerPixel()
    center = box.center()
    center.setX(center.x() + (canvas.width() / 2 - sum(free) / 2) * step)
    canvas.setCenter(center)
    canvas.refresh()
