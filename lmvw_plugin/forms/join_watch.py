# SPDX-License-Identifier: GPL-2.0-or-later
"""Joins the outcome of the last check to every plan layer that enters the project, by whatever way, before a form of it can open; and lets
tables ask what was judged since.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from ..layers.map import asked, check_join, live, open_views
from ..layers.planfile.edits import is_plan_layer
from ..layers.seen.connections import keep_readable

_HEARD = "lmvw_styles"  # property of a layer whose styles are listened to


class JoinWatch:
    """While it lives, plan layers of the project get their join, and tables that nobody is joined to any more go."""

    def __init__(self) -> None:
        asked.offer()
        self._project = QgsProject.instance()
        self._project.layersAdded.connect(self._added)
        self._project.readProject.connect(self._read)
        self._project.layersRemoved.connect(self._removed)
        self._project.layersWillBeRemoved.connect(open_views.leave)
        self._read()

    def stop(self) -> None:
        """Leave the project as it is; the joins need no plugin."""
        self._project.layersAdded.disconnect(self._added)
        self._project.readProject.disconnect(self._read)
        self._project.layersRemoved.disconnect(self._removed)
        self._project.layersWillBeRemoved.disconnect(open_views.leave)
        asked.withdraw()

    def _added(self, layers: Sequence[QgsMapLayer]) -> None:
        """A layer of a project that is being read may have its join already, but not yet the table for it."""
        for layer in layers:
            if is_plan_layer(layer):
                if check_join.joined(layer) is None:
                    check_join.join(self._project, layer)
                self._attend(layer)

    def _read(self, *_: object) -> None:
        """Joins of an earlier version are made anew."""
        for layer in self._project.mapLayers().values():
            if is_plan_layer(layer):
                check_join.join(self._project, layer)
                self._attend(layer)
        check_join.sweep(self._project)

    def _attend(self, layer: QgsVectorLayer) -> None:
        """It stays readable; signs of proposals in its table, and again when another style took them away."""
        keep_readable(layer)
        check_join.mark_proposals(layer)
        if not layer.property(_HEARD):
            layer.setProperty(_HEARD, True)
            layer.styleManager().currentStyleChanged.connect(partial(self._mark, layer.id()))

    def _mark(self, layer_id: str, *_: object) -> None:
        layer = self._project.mapLayer(layer_id)
        if is_plan_layer(layer):
            live.restore(layer)
            check_join.mark_proposals(layer)

    def _removed(self, *_: object) -> None:
        """When QGIS is done with it."""
        QTimer.singleShot(0, lambda: check_join.sweep(self._project))
