# SPDX-License-Identifier: GPL-2.0-or-later
"""The map tool of planner mode: a click on a plan opens its form, dragging moves the map."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeature, QgsProject, QgsVectorLayer
from qgis.gui import QgsIdentifyMenu, QgsMapCanvas, QgsMapMouseEvent, QgsMapToolIdentify
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication

from ...layers.planfile.edits import is_plan_layer

Results = list[QgsMapToolIdentify.IdentifyResult]


class PlanTool(QgsMapToolIdentify):
    """Tells ``clicked`` which plan of which layer was clicked, or calls ``missed``. Where plans lie over one another QGIS's own menu asks."""

    def __init__(self, canvas: QgsMapCanvas, clicked: Callable[[QgsVectorLayer, QgsFeature], None], missed: Callable[[], None]) -> None:
        super().__init__(canvas)
        self._canvas, self._clicked, self._missed = canvas, clicked, missed
        self._pressed: QPoint | None = None
        self._dragging = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """A click or a drag begins."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragging = event.pos(), False

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """A drag moves the map, as with QGIS's hand."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        far = (event.pos() - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragging or far:
            self._dragging = True
            self._canvas.panAction(event)

    def canvasReleaseEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802  # QGIS's name
        """The end of a drag, or a click."""
        if event.button() != Qt.MouseButton.LeftButton or self._pressed is None:
            return
        self._pressed = None
        if self._dragging:
            self._dragging = False
            self._canvas.panActionEnd(event.pos())
            return
        layers = [layer for layer in self._canvas.layers(True) if is_plan_layer(layer)]
        hits = self.identify(event.x(), event.y(), layers, QgsMapToolIdentify.IdentifyMode.TopDownAll) if layers else []
        if len(hits) > 1:
            hits = self._ask(hits, event.globalPos())
            if not hits:
                return
        if not hits:
            self._missed()
            return
        layer = QgsProject.instance().mapLayer(hits[0].mLayer.id())
        if layer is not None:
            self._clicked(layer, hits[0].mFeature)

    def _ask(self, hits: Results, spot: QPoint) -> Results:
        menu = QgsIdentifyMenu(self._canvas)
        menu.setAllowMultipleReturn(False)
        menu.setExecWithSingleResult(False)
        return list(menu.exec(hits, spot))
