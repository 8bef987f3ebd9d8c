# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans of then and now on the map: the old outline dashed over the new one, and a tool to point at another plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QKeyEvent

from ...core import colours as c
from ...core.errors import LmvwError
from ...layers.planfile.rows import Shape, geometry_of
from ...layers.sources import rd_new, transformer
from ..on_canvas import box_on

_ROOM = 1.6  # how much of what is round a plan is shown with it
_MOST = 2000  # old outlines at once, when one of them is to be pointed at


class Outlines:
    """The plans of one fact, and all old plans while one of them is looked for."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self.new = _band(canvas, c.NOTE, Qt.PenStyle.SolidLine, 60)
        self.every = _band(canvas, c.QUIET, Qt.PenStyle.DotLine, 0)
        self.old = _band(canvas, c.INK, Qt.PenStyle.DashLine, 0)  # the last made is drawn above the others

    def show(self, old: Sequence[Shape | None], new: Sequence[Shape | None]) -> None:
        """Draw these, and bring them in sight."""
        before, after = _together(old), _together(new)
        self.new.setToGeometry(after, rd_new())
        self.old.setToGeometry(before, rd_new())
        box = QgsRectangle(after.boundingBox())
        box.combineExtentWith(before.boundingBox())
        if not box.isEmpty():
            box.scale(_ROOM)
            shown = box_on(self._canvas, box, rd_new())
            if shown is not None:
                self._canvas.setExtent(shown)
                self._canvas.refresh()

    def show_every(self, old: Iterable[Shape | None]) -> None:
        """Dotted, what may be pointed at and is on no layer."""
        self.every.setToGeometry(_together(list(old)[:_MOST]), rd_new())

    def clear(self) -> None:
        """Nothing."""
        for band in (self.new, self.old, self.every):
            band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def remove(self) -> None:
        """The panel goes."""
        for band in (self.new, self.old, self.every):
            self._canvas.scene().removeItem(band)


class PointTool(QgsMapTool):
    """Tells what place (RD) the pointer is over and which was clicked; Esc, the right button or another tool ends it."""

    def __init__(
        self, canvas: QgsMapCanvas, over: Callable[[QgsPointXY], None], picked: Callable[[QgsPointXY], None], ended: Callable[[], None]
    ) -> None:
        super().__init__(canvas)
        self._over, self._picked, self._ended = over, picked, ended
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """The pointer moves."""
        self._tell(event.mapPoint(), self._over)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """A plan is clicked, or nothing more."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._tell(event.mapPoint(), self._picked)
        elif event.button() == Qt.MouseButton.RightButton:
            self._ended()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self._ended()

    def deactivate(self) -> None:
        """Another tool was chosen."""
        super().deactivate()
        self._ended()

    def _tell(self, point: QgsPointXY, told: Callable[[QgsPointXY], None]) -> None:
        with suppress(LmvwError, QgsCsException):  # a place that RD does not have
            told(transformer(self.canvas().mapSettings().destinationCrs(), rd_new()).transform(point))


def at(shapes: Sequence[Shape | None], point: QgsPointXY) -> int | None:
    """The smallest polygon that holds a point (RD); None for none."""
    x, y = point.x(), point.y()
    near = [
        index
        for index, shape in enumerate(shapes)
        if shape is not None and shape.box[0] <= x <= shape.box[1] and shape.box[2] <= y <= shape.box[3]
    ]
    under = [(geometry.area(), index) for index in near if (geometry := geometry_of(shapes[index])).contains(point)]
    return min(under)[1] if under else None


def _together(shapes: Sequence[Shape | None]) -> QgsGeometry:
    """All in one, as they are drawn."""
    geometries = [geometry_of(shape) for shape in shapes if shape is not None]
    return QgsGeometry.collectGeometry(geometries) if geometries else QgsGeometry()


def _band(canvas: QgsMapCanvas, colour: str, line: Qt.PenStyle, ground: int) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    stroke, fill = QColor(colour), QColor(colour)
    fill.setAlpha(ground)
    band.setStrokeColor(stroke)
    band.setSecondaryStrokeColor(QColor(c.PAPER))
    band.setFillColor(fill)
    band.setWidth(3 if line == Qt.PenStyle.DashLine else 2)
    band.setLineStyle(line)
    return band
