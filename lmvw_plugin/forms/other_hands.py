# SPDX-License-Identifier: GPL-2.0-or-later
"""Another QGIS that begins to edit an open plan file: its plans stay on this map."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgisInterface

from ..layers.planfile.edits import is_plan_layer
from ..layers.seen.connections import renew
from ..layers.sources import file_of


class OtherHands:
    """While it lives, whatever draws the map looks whether a plan file got a write-ahead log.

    Another QGIS gives it one when editing begins there, on the same computer. What this QGIS opened before has no locks and reads
    nothing from then on, until it is opened anew (tried with two of them: 0 of 44 plans).
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._canvas = iface.mapCanvas()
        self._logged: set[str] = set()  # the layers whose file has a log
        self._canvas.renderStarting.connect(self._look)

    def stop(self) -> None:
        """Look no more."""
        self._canvas.renderStarting.disconnect(self._look)

    def _look(self) -> None:
        plans = {layer.id(): layer for layer in QgsProject.instance().mapLayers().values() if is_plan_layer(layer)}
        logged = {layer_id for layer_id, layer in plans.items() if _has_log(file_of(layer))}
        new = [plans[layer_id] for layer_id in logged - self._logged if not plans[layer_id].isEditable()]
        self._logged = logged
        for layer in new:
            renew(layer)
            layer.triggerRepaint()


def _has_log(path: Path | None) -> bool:
    return path is not None and path.with_name(f"{path.name}-wal").exists()
