# SPDX-License-Identifier: GPL-2.0-or-later
"""The polygon of the town hall (art. 9): drawn on the map or taken from a selection once, and kept in the plan file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCsException,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...core import colours
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.reporting.charts import number
from ...layers.delivering.preflight import town_hall_wkt
from ...layers.planfile import store as planfile
from ...layers.planfile.about import write_choices
from ...layers.sources import rd_new, transformer

_SIDE = 40.0  # m; the square that one click gives
_COLOUR = QColor(colours.WRONG)


class DrawTool(QgsMapTool):
    """Corners with the left button, the end with the right one. ``done`` gets a polygon in the map's coordinates, or None."""

    def __init__(self, canvas: QgsMapCanvas, done: Callable[[QgsGeometry | None], None]) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._done = done
        self._corners: list[QgsPointXY] = []
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setColor(_COLOUR)
        self._band.setFillColor(QColor(_COLOUR.red(), _COLOUR.green(), _COLOUR.blue(), 60))
        self._band.setWidth(2)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """A corner, or the end."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._corners.append(event.mapPoint())
            self._show()
        elif event.button() == Qt.MouseButton.RightButton:
            self._end(_polygon(self._corners))

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """The next corner follows the pointer."""
        if self._corners:
            self._show(event.mapPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Backspace takes the last corner back, Enter ends, Escape gives up."""
        if event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            del self._corners[-1:]
            self._show()
            event.ignore()  # else QGIS would delete what is selected
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end(_polygon(self._corners))
        elif event.key() == Qt.Key.Key_Escape:
            self._end(None)

    def deactivate(self) -> None:
        """Another tool was chosen: this one gives up."""
        super().deactivate()
        self._end(None)

    def _show(self, pointer: QgsPointXY | None = None) -> None:
        corners = [*self._corners, *([pointer] if pointer else [])]
        self._band.setToGeometry(QgsGeometry.fromPolygonXY([corners]) if corners else QgsGeometry(), None)

    def _end(self, polygon: QgsGeometry | None) -> None:
        done, self._done = self._done, lambda _: None
        self._corners = []
        self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        done(polygon)


def _polygon(corners: list[QgsPointXY]) -> QgsGeometry | None:
    """The polygon of the corners; a square around one of them; None for no corner."""
    if not corners:
        return None
    if len(corners) < 3:
        return QgsGeometry.fromPointXY(corners[0])
    return QgsGeometry.fromPolygonXY([corners])


def usable(geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> QgsGeometry:
    """A valid polygon in RD; a point becomes a square.

    :raises LmvwError: when the geometry cannot be the town hall.
    """
    shape = QgsGeometry(geometry)
    try:
        shape.transform(transformer(crs, rd_new()))
    except QgsCsException as error:
        raise LmvwError(tr("Het vlak kan niet naar RD worden omgezet; teken het binnen Nederland.")) from error
    if shape.type() == QgsWkbTypes.GeometryType.PointGeometry:
        shape = QgsGeometry.fromRect(QgsRectangle.fromCenterAndSize(shape.asPoint(), _SIDE, _SIDE))
    if shape.isEmpty() or not shape.area() or not shape.isGeosValid():
        raise LmvwError(tr("De lijn van dit vlak kruist zichzelf; teken of kies het gemeentehuis opnieuw."))
    return shape


def selected_polygon(plans: QgsVectorLayer) -> QgsGeometry:
    """The one polygon that is selected in another layer, in RD.

    :raises LmvwError: when there is not exactly one.
    """
    selected = [
        (feature.geometry(), layer.crs())
        for layer in QgsProject.instance().mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer != plans and layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
        for feature in layer.selectedFeatures()
    ]
    if len(selected) != 1:
        raise LmvwError(
            tr(
                "Geselecteerde vlakken in andere lagen: {count}. Selecteer er precies één, het gemeentehuis, en probeer het opnieuw."
            ).format(count=len(selected))
        )
    return usable(*selected[0])


class TownHallBox(QWidget):
    """Says which polygon is kept, and lets the user draw it or take it from a selection."""

    changed = pyqtSignal()
    failed = pyqtSignal(str)
    drawing = pyqtSignal(bool)  # the window makes room for the map

    def __init__(self, plans: QgsVectorLayer, path: Path, canvas: QgsMapCanvas | None) -> None:
        super().__init__()
        self.setObjectName("town_hall")
        self._plans, self._path, self._canvas = plans, path, canvas
        self._tool: DrawTool | None = None
        self._before: QgsMapTool | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.draw = self._button(tr("&Tekenen op de kaart"), self.start_drawing)
        self.take = self._button(tr("&Geselecteerd vlak overnemen"), self.take_selected)
        self.look = self._button(tr("T&onen"), self.show_on_map)
        self.draw.setToolTip(tr("Klik de hoeken en eindig met de rechter muisknop; één hoek geeft een vierkant van 40 bij 40 meter."))
        self.take.setToolTip(tr("Selecteer eerst het vlak van het gemeentehuis in een andere laag, bijvoorbeeld een gebouwenlaag."))
        row = QHBoxLayout()
        for button in (self.draw, self.take, self.look):
            row.addWidget(button)
        row.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.words)
        whole.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.draw.setVisible(canvas is not None)
        self.refresh()

    def _button(self, words: str, job: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: job())
        return button

    def polygon(self) -> QgsGeometry:
        """The polygon that the plan file keeps; null when it keeps none."""
        return QgsGeometry.fromWkt(planfile.read_info(self._path).gemeentehuis)

    def refresh(self) -> None:
        """Show what the plan file keeps."""
        shape = self.polygon()
        kept = not shape.isNull()
        self.look.setVisible(kept and self._canvas is not None)
        if not kept:
            self.words.setText(tr("Nog geen vlak vastgelegd."))
            return
        middle = shape.centroid().asPoint()
        self.words.setText(
            tr("Vlak van {area} m² rond x {x}, y {y}; bewaard in het planbestand.").format(
                area=number(round(shape.area())), x=number(round(middle.x())), y=number(round(middle.y()))
            )
        )

    def take_selected(self) -> None:
        """The polygon that is selected in another layer."""
        try:
            self._keep(selected_polygon(self._plans))
        except LmvwError as error:
            self.failed.emit(str(error))

    def start_drawing(self) -> None:
        """The map is the user's until the polygon is closed."""
        self._before = self._canvas.mapTool()
        self._tool = DrawTool(self._canvas, self._drawn)
        self._canvas.setMapTool(self._tool)
        self._canvas.setFocus()
        self.drawing.emit(True)

    def _drawn(self, shape: QgsGeometry | None) -> None:
        """Back to the window, with the polygon when there is one."""
        tool, self._tool = self._tool, None
        if self._canvas.mapTool() is tool:
            if self._before is not None:
                self._canvas.setMapTool(self._before)
            else:
                self._canvas.unsetMapTool(tool)
        self.drawing.emit(False)
        if shape is None:
            return
        try:
            self._keep(usable(shape, self._canvas.mapSettings().destinationCrs()))
        except LmvwError as error:
            self.failed.emit(str(error))

    def _keep(self, shape: QgsGeometry) -> None:
        """At once: what was drawn once is not asked again, even when no delivery follows today."""
        write_choices(self._path, replace(planfile.read_info(self._path), gemeentehuis=town_hall_wkt(shape)))
        self.refresh()
        self.changed.emit()

    def show_on_map(self) -> None:
        """Go there and let it flash."""
        shape, crs = self.polygon(), self._canvas.mapSettings().destinationCrs()
        shape.transform(transformer(rd_new(), crs))
        self._canvas.setExtent(shape.boundingBox().buffered(150))
        self._canvas.refresh()
        self._canvas.flashGeometries([shape])
