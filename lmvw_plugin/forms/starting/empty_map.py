# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file without plans: without the municipality's boundary the map is white, and where to draw nobody sees; and plans that come are shown."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapToolCapture
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.i18n import tr
from ...layers.kinds import BOUNDARIES
from ...layers.map.project import add_boundary, boundary_of
from ...layers.planfile import store as planfile
from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.recognising import plan_file_of
from ...layers.sources import file_of
from .. import messages, user_settings
from ..on_canvas import box_on
from ..plan_in_hand import plan_file
from .boundary_choice import own_boundary

MESSAGE = "lmvw_empty_map"
_MARGIN = 1.05  # of the extent, around the map
_A_DOT = 0.05  # of the map: plans that take less of it are not seen


class EmptyMapWatch:
    """While it lives, a plan file that shows nothing is told, with what to do first; until there is something to see, to which the map goes."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._empty: set[str] = set()  # layers without a plan since they came
        self._stopped = False
        QgsProject.instance().layersAdded.connect(self._added)

    def stop(self) -> None:
        """Look no more."""
        self._stopped = True
        QgsProject.instance().layersAdded.disconnect(self._added)

    def _added(self, layers: Sequence[QgsMapLayer]) -> None:
        """QGIS first finishes what it is doing: the boundary may come after the plans."""
        for layer in layers:
            if is_plan_layer(layer) and plan_file_of(layer) is not None:
                QTimer.singleShot(0, partial(self._look, layer.id()))

    def _look(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if self._stopped or layer is None or layer.featureCount():
            return
        self._empty.add(layer_id)
        layer.featureAdded.connect(partial(self._filled, layer_id))
        if boundary_of(QgsProject.instance()) is None:
            words = tr("De kaart is nog leeg. Kies eerst de gemeentegrens, dan ziet u waar u tekent. Of importeer plannen.")
            job = messages.guarded(self._iface, choose_boundary)
            messages.report(self._iface, MESSAGE, words, Qgis.MessageLevel.Info, {tr("Gemeentegrens kiezen…"): job}, file_of(layer))

    def _filled(self, layer_id: str, *_: object) -> None:
        """The first plan is there, and others may follow at once."""
        if layer_id in self._empty and not self._stopped:
            self._empty.discard(layer_id)
            messages.withdraw(self._iface, MESSAGE)
            QTimer.singleShot(0, partial(self._bring_in_sight, layer_id))

    def _bring_in_sight(self, layer_id: str) -> None:
        """Plans that are imported or pasted; who draws looks at them already."""
        layer, canvas = QgsProject.instance().mapLayer(layer_id), self._iface.mapCanvas()
        if self._stopped or layer is None or isinstance(canvas.mapTool(), QgsMapToolCapture):
            return
        box, seen = box_on(canvas, layer.extent(), layer.crs()), canvas.extent()
        if box is None or not box.isFinite() or box.isEmpty():
            return
        dots = max(box.width() / seen.width(), box.height() / seen.height()) < _A_DOT if not seen.isEmpty() else True
        if dots or not seen.contains(box):
            box.scale(_MARGIN)
            canvas.setExtent(box)
            canvas.refresh()


def choose_boundary(iface: QgisInterface) -> None:
    """Ask for a file with the boundary, add it to the project and show it whole.

    :raises LmvwError: when the file cannot be used, or when no plan file is open.
    """
    plans, path = plan_file(iface)
    folder = user_settings.FOLDER.get() or str(Path.home())
    chosen, _ = QFileDialog.getOpenFileName(iface.mainWindow(), tr("Gemeentegrens kiezen"), folder, tr(BOUNDARIES))
    if not chosen:
        return
    boundary = own_boundary(iface.mainWindow(), chosen, planfile.read_info(path).gemeente, plans)
    if boundary is not None:
        show_boundary(iface, boundary)


def show_boundary(iface: QgisInterface, boundary: QgsVectorLayer) -> None:
    """Put it in the project, to snap to, and fit the map to it."""
    add_boundary(QgsProject.instance(), boundary)
    messages.withdraw(iface, MESSAGE)
    canvas = iface.mapCanvas()
    extent = canvas.mapSettings().layerExtentToOutputExtent(boundary, boundary.extent())
    extent.scale(_MARGIN)
    canvas.setExtent(extent)
    canvas.refresh()
