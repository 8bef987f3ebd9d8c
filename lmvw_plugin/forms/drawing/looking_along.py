# SPDX-License-Identifier: GPL-2.0-or-later
"""Looks along while a plan is drawn or changed: what the check would say of it lies on the map at once, with its square metres. It stops nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsMapLayer, QgsPoint, QgsPointXY, QgsPolygon, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapToolCapture
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ...core import paths
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.reporting import html
from ...core.rules.tolerances import Tolerances
from ...layers.map.project import boundary_of
from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.recognising import plan_file_of
from ...layers.planfile.store import PlanFileInfo, read_info
from ...layers.requirements import lack
from ...layers.sources import plan_in
from .. import user_settings

if TYPE_CHECKING:  # the rules of polygons are imported when there is something to look at: QGIS starts without them
    from ...layers.polygons.in_hand import Mark, Surroundings
    from ...layers.polygons.reading import Plan
    from .marks_on_map import MarksOnMap

_PAUSE = 20  # milliseconds between a movement of the mouse and the look


class LookingAlong:
    """The action that switches it on and off, and what it looks at: the polygon that a tool draws, or the plan that changed last."""

    def __init__(self, iface: QgisInterface) -> None:
        self._canvas = iface.mapCanvas()
        self._on_map: MarksOnMap | None = None
        self._layers: dict[str, list[tuple[Any, Any]]] = {}
        self._around: tuple[str, Surroundings | None] | None = None
        self._changed: tuple[str, int] | None = None
        self._cursor = QgsPointXY()
        self._drawing = False
        self.action = QAction(QIcon(str(paths.ICONS / "meekijken.svg")), tr("Meekijken bij het tekenen"), iface.mainWindow())
        self.action.setObjectName("lmvw_looking_along")
        self.action.setCheckable(True)
        tip = tr("Laat tijdens het tekenen zien waar het plan overlapt, een kier laat, zichzelf kruist of buiten de gemeente ligt")
        self.action.setStatusTip(tip)
        self.action.setToolTip(html.tip(self.action.text(), tip))
        self.action.setChecked(user_settings.LOOKING_ALONG.get())
        self.action.toggled.connect(self._switch)
        self._timer = QTimer(singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        self._canvas.xyCoordinates.connect(self._moved)
        project = QgsProject.instance()
        project.layersAdded.connect(self._add)
        project.layersWillBeRemoved.connect(self._drop)
        self._add(list(project.mapLayers().values()))

    def stop(self) -> None:
        """Let go of the map and of every layer."""
        self._canvas.xyCoordinates.disconnect(self._moved)
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._add)
        project.layersWillBeRemoved.disconnect(self._drop)
        self._drop(list(self._layers))
        self._timer.stop()  # last: who lets go of a plan in hand looks once more
        if self._on_map is not None:
            self._on_map.remove()
        self.action.deleteLater()

    def _add(self, layers: Sequence[QgsMapLayer]) -> None:
        for layer in layers:
            if is_plan_layer(layer) and layer.id() not in self._layers:
                changed = partial(self._has_changed, layer.id())
                pairs = [
                    (layer.geometryChanged, lambda fid, _, changed=changed: changed(fid)),
                    (layer.featureAdded, changed),
                    (layer.featureDeleted, lambda _: self._forget()),
                    (layer.editingStopped, self._forget),
                    (layer.beforeCommitChanges, lambda *_: self._forget()),
                ]
                for signal, slot in pairs:
                    signal.connect(slot)
                self._layers[layer.id()] = pairs
        self._look_around()

    def _drop(self, layer_ids: Sequence[str]) -> None:
        if self._changed is not None and self._changed[0] in layer_ids:
            self._changed = None
        self._look_around()
        for layer_id in layer_ids:
            for signal, slot in self._layers.pop(layer_id, ()):
                signal.disconnect(slot)

    def _switch(self, on: bool) -> None:
        user_settings.LOOKING_ALONG.set(on)
        self._timer.start() if on else self._show([])

    def _moved(self, point: QgsPointXY) -> None:
        """The mouse moves: only of interest while a polygon is drawn."""
        self._cursor = point
        tool = self._canvas.mapTool()
        drawing = isinstance(tool, QgsMapToolCapture) and tool.captureCurve().numPoints() > 0
        if drawing or self._drawing:
            self._drawing = drawing
            self._wait()

    def _has_changed(self, layer_id: str, fid: int) -> None:
        self._changed = layer_id, fid
        self._wait()

    def _forget(self) -> None:
        """The plan in hand is saved, gone, or put back: nothing is in hand any more."""
        self._changed = None
        self._look_around()

    def _look_around(self) -> None:
        """The surroundings may be others from now on: the boundary of the municipality came or went."""
        self._around = None
        self._wait()

    def _wait(self) -> None:
        if self.action.isChecked() and not self._timer.isActive():
            self._timer.start()

    def _look(self) -> None:
        """What lies on the map now is what is in hand now."""
        if not self.action.isChecked():
            return
        try:
            self._show(self._seen())
        except LmvwError:  # what cannot be judged here is told by the check, with its reason
            self._show([])

    def _show(self, marks: Sequence[Mark]) -> None:
        if self._on_map is None and marks:
            from .marks_on_map import MarksOnMap

            self._on_map = MarksOnMap(self._canvas)
        if self._on_map is not None:
            self._on_map.show(marks)

    def _seen(self) -> list[Mark]:
        drawn = self._drawn() if self._drawing else None
        fid: int | None = None
        plan: Plan = {}
        if drawn is not None:
            layer, polygon = drawn
        elif self._changed is not None:
            layer, fid = cast(QgsVectorLayer, QgsProject.instance().mapLayer(self._changed[0])), self._changed[1]
            feature = layer.getFeature(fid)
            polygon, plan = feature.geometry(), plan_in(feature) if feature.isValid() else {}
        else:
            return []
        if polygon.isEmpty() or lack("shapely"):
            return []
        around = self._surroundings(layer)
        if around is None:
            return []
        box = polygon.boundingBox()
        box.grow(around.tolerances.gap_m)
        beside = [(plan_in(other), other.geometry()) for other in layer.getFeatures(QgsFeatureRequest(box)) if other.id() != fid]
        return around.marks(polygon, beside, plan)

    def _drawn(self) -> tuple[QgsVectorLayer, QgsGeometry] | None:
        """The layer of plans that is drawn in, and the polygon so far, with the mouse as its last corner."""
        layer, tool = cast(QgsVectorLayer | None, self._canvas.currentLayer()), self._canvas.mapTool()
        if layer is None or layer.id() not in self._layers or not isinstance(tool, QgsMapToolCapture):
            return None
        if tool.mode() != QgsMapToolCapture.CaptureMode.CapturePolygon:
            return None
        border = tool.captureCurve().curveToLine()
        border.addVertex(QgsPoint(self._canvas.mapSettings().mapToLayerCoordinates(layer, self._cursor)))
        border.close()
        polygon = QgsPolygon(border)
        return layer, QgsGeometry(polygon) if border.numPoints() > 3 else QgsGeometry()

    def _surroundings(self, layer: QgsVectorLayer) -> Surroundings | None:
        """Read once for as long as a layer is edited; None after it could not be read.

        :raises LmvwError: when the plan file cannot be read.
        """
        from ...layers.polygons.in_hand import Surroundings

        if self._around is None or self._around[0] != layer.id():
            self._around = layer.id(), None  # what cannot be read now is not asked again at each movement of the mouse
            path, boundary = plan_file_of(layer), boundary_of(QgsProject.instance())
            info = read_info(path) if path is not None else None
            area = _area(boundary, info) if boundary is not None and info is not None else None
            self._around = layer.id(), Surroundings(area, info.yardstick.tolerances if info is not None else Tolerances())
        return self._around[1]


def _area(boundary: QgsVectorLayer, info: PlanFileInfo) -> Any | None:
    """The municipality; None when the layer with its boundary cannot be used, which the check tells."""
    from ...layers.polygons.reading import read_boundary

    try:
        return read_boundary(boundary, info.gemeente)
    except LmvwError:
        return None
