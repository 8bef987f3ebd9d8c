# SPDX-License-Identifier: GPL-2.0-or-later
"""A map that shows what a window would hide."""

from __future__ import annotations

from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QPoint, QRect


def uncover(canvas: QgsMapCanvas, box: QgsRectangle, window: QRect) -> None:
    """Move the map when the middle of a box lies outside it, or under a window on the screen."""
    pixel = canvas.getCoordinateTransform().transform(box.center())
    seen = QPoint(int(pixel.x()), int(pixel.y()))
    left = canvas.mapToGlobal(QPoint(0, 0))
    if canvas.rect().contains(seen) and not window.contains(canvas.mapToGlobal(seen)):
        return
    at_left, at_right = window.left() - left.x(), left.x() + canvas.width() - window.right()
    gaps = [(0, at_left), (canvas.width() - at_right, canvas.width())]
    covered = window.intersects(canvas.rect().translated(left))
    free = max(gaps, key=lambda gap: gap[1] - gap[0]) if covered else (0, canvas.width())
    step = canvas.mapUnitsPerPixel()
    center = box.center()
    center.setX(center.x() + (canvas.width() / 2 - sum(free) / 2) * step)
    canvas.setCenter(center)
    canvas.refresh()
