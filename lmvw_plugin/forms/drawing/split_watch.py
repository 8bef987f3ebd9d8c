# SPDX-License-Identifier: GPL-2.0-or-later
"""Every plan that is cut, copied or merged in the project, whatever tool did it: counts are asked of its parts, a label of the province goes
along, and dwellings that are lost are told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer

from ...core.errors import LmvwError
from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.watching.copies import CopyWatch
from ...layers.planfile.watching.cuts import CutWatch
from ...layers.planfile.watching.merges import MergeWatch
from .. import messages

if TYPE_CHECKING:
    from .divide_counts import Ask


class SplitWatch:
    """Asks the counts whenever a plan is cut in the project, has a label follow to a copy, and tells what merging lost."""

    def __init__(self, iface: QgisInterface, ask: Ask | None = None) -> None:
        self._iface, self._ask = iface, ask
        self._watched: dict[str, tuple[CutWatch, CopyWatch, MergeWatch]] = {}
        project = QgsProject.instance()
        project.layersAdded.connect(self._add)
        project.layersWillBeRemoved.connect(self._drop)
        self._add(list(project.mapLayers().values()))

    def stop(self) -> None:
        """Let go of every layer."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._add)
        project.layersWillBeRemoved.disconnect(self._drop)
        self._drop(list(self._watched))

    def _add(self, layers: Sequence[QgsMapLayer]) -> None:
        tell, warn = partial(messages.hint, self._iface), partial(messages.warn, self._iface)
        for layer in layers:
            if is_plan_layer(layer) and layer.id() not in self._watched:
                cuts = CutWatch(layer, partial(self._cut, layer))
                copies = CopyWatch(layer, cuts.cut_off, self._plan_layers, tell, warn)
                self._watched[layer.id()] = cuts, copies, MergeWatch(layer, warn)

    def _plan_layers(self) -> list[QgsVectorLayer]:
        there = QgsProject.instance().mapLayers()
        return [there[layer_id] for layer_id in self._watched if layer_id in there]

    def _drop(self, layer_ids: Sequence[str]) -> None:
        for layer_id in layer_ids:
            for watch in self._watched.pop(layer_id, ()):
                watch.stop()

    def _cut(self, layer: QgsVectorLayer, fids: list[int]) -> None:
        """After the tool is done with the layer."""
        layer_id = layer.id()
        QTimer.singleShot(0, lambda: self._asked(layer_id, fids))

    def _asked(self, layer_id: str, fids: list[int]) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer_id not in self._watched or layer is None:
            return
        from .divide_counts import divide_parts

        try:
            divide_parts(self._iface, layer, fids, self._ask)
        except LmvwError as error:
            messages.warn(self._iface, str(error))
