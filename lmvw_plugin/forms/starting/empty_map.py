# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file without plans in a project without the municipality's boundary: the map is white, and where to draw nobody sees."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.i18n import tr
from ...layers.kinds import BOUNDARIES
from ...layers.map.project import add_boundary, boundary_of
from ...layers.planfile import store as planfile
from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.recognising import plan_file_of
from .. import messages, user_settings
from ..plan_in_hand import plan_file
from .boundary_choice import own_boundary

MESSAGE = "lmvw_empty_map"


class EmptyMapWatch:
    """While it lives, a plan file that shows nothing is told, with what to do first; until there is something to see."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
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
        if self._stopped or layer is None or layer.featureCount() or boundary_of(QgsProject.instance()) is not None:
            return
        words = tr("De kaart is nog leeg. Kies eerst de gemeentegrens, dan ziet u waar u tekent. Of importeer plannen.")
        job = messages.guarded(self._iface, choose_boundary)
        messages.report(self._iface, MESSAGE, words, Qgis.MessageLevel.Info, {tr("Gemeentegrens kiezen…"): job})
        layer.featureAdded.connect(self._seen)

    def _seen(self, *_: object) -> None:
        messages.withdraw(self._iface, MESSAGE)


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
    extent.scale(1.05)
    canvas.setExtent(extent)
    canvas.refresh()
