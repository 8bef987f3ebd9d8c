# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel Controle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface

from ...core.i18n import later
from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.recognising import plan_file_of
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .dock import ReviewDock
    from .offers import OpenAt
    from .unseen import Unseen

Slots = tuple[Callable[[], None], Callable[[], None], Callable[[], None]]  # when editing begins, when it ends, when the layer goes


class ReviewPanel(PanelEntry["ReviewDock"]):
    """The action and its panel.

    :param open_at: opens the form of a plan at a field.
    :param check: checks the plan file in hand.
    :param ask: opens the question table at a field.
    """

    NAME, ICON = "lmvw_review_panel", "takenlijst.svg"
    WORDS, TITLE = later("Controle: wat er nog te doen is"), later("Controle")
    TIP = later("Paneel met alles wat nog in te vullen of te verbeteren is")

    def __init__(self, iface: QgisInterface, open_at: OpenAt, check: Callable[[], None], ask: Callable[[str], None]) -> None:
        super().__init__(iface)
        self._open_at, self._check, self._ask = open_at, check, ask
        self._unseen: dict[str, Unseen] = {}  # by layer, who judges while no panel does
        self._heard: dict[str, tuple[QgsVectorLayer, Slots]] = {}
        QgsProject.instance().layersAdded.connect(self._attend)
        self._attend(QgsProject.instance().mapLayers().values())

    def stop(self) -> None:
        """Take the panel out; nothing is judged any more."""
        QgsProject.instance().layersAdded.disconnect(self._attend)
        for layer, slots in self._heard.values():
            for signal, slot in _signals(layer, slots):
                signal.disconnect(slot)
        for layer_id in list(self._unseen):
            self._end(layer_id)
        self._heard.clear()
        super().stop()

    def _attend(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and is_plan_layer(layer) and layer.id() not in self._heard:
                slots = (partial(self._begin, layer.id()), partial(self._end, layer.id()), partial(self._lost, layer.id()))
                self._heard[layer.id()] = (layer, slots)
                for signal, slot in _signals(layer, slots):
                    signal.connect(slot)

    def _begin(self, layer_id: str) -> None:
        """A layer is edited: until its panel is opened, map and table are kept true all the same."""
        layer, _ = self._heard[layer_id]
        path = plan_file_of(layer)
        if path is not None and not self._has(layer):
            from .unseen import Unseen

            self._end(layer_id)
            self._unseen[layer_id] = Unseen(layer, path, partial(self._has, layer))

    def _has(self, layer: QgsVectorLayer) -> bool:
        return self.dock is not None and self.dock.layer is layer

    def _end(self, layer_id: str) -> None:
        if layer_id in self._unseen:
            self._unseen.pop(layer_id).stop()

    def _lost(self, layer_id: str) -> None:
        self._heard.pop(layer_id, None)
        if layer_id in self._unseen:
            self._unseen.pop(layer_id).lost()

    def _make(self) -> ReviewDock:
        from .dock import ReviewDock

        return ReviewDock(self._iface, self._open_at, self._check, self._ask)


def _signals(layer: QgsVectorLayer, slots: Slots) -> Iterator[tuple[Any, Callable[[], None]]]:
    return zip((layer.editingStarted, layer.editingStopped, layer.willBeDeleted), slots, strict=True)
