# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of the project that an algorithm reads while the user goes on: each in a copy, as it was when the algorithm began."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsProcessingContext, QgsVectorLayer

from ..core.feedback import Feedback

if TYPE_CHECKING:
    from ..layers.reading import Reading, Taken


class OpenLayers:
    """Hold layers on their own thread, before the work; read them on that of the work, between ``begin`` and ``close``."""

    def __init__(self) -> None:
        self._taken: dict[str, Taken] = {}
        self._read: dict[str, Reading] = {}
        self._open = ExitStack()
        self._begun: tuple[Feedback, float] | None = None

    def hold(self, layer: QgsVectorLayer) -> None:
        """A layer as it is now; one that is in no database file is left as it is."""
        from ..layers.reading import Taken, in_database

        if in_database(layer):
            self._taken[layer.id()] = Taken(layer, plans=False)

    def begin(self, feedback: Feedback, patience: float) -> None:
        """The work begins: who must wait for another program does so for ``patience`` seconds."""
        self._begun = feedback, patience

    def reading(self, layer_id: str) -> Reading | None:
        """A layer that is held, once the work has begun.

        :raises LmvwError: as ``Taken.read``.
        """
        if self._begun is None or layer_id not in self._taken:
            return None
        if layer_id not in self._read:
            self._read[layer_id] = self._open.enter_context(self._taken[layer_id].read(*self._begun))
        return self._read[layer_id]

    def file(self, layer_id: str) -> Path | None:
        """Where a layer that is held lies: itself, not our copy."""
        return self._taken[layer_id].file if layer_id in self._taken else None

    def named(self, copy: QgsVectorLayer, context: QgsProcessingContext) -> str:
        """What names a copy where QGIS takes no layer itself: it knows it until the work is done."""
        store = context.temporaryLayerStore()
        if store.mapLayer(copy.id()) is None:
            store.addMapLayer(copy)
            self._open.callback(store.takeMapLayer, copy)
        return str(copy.id())

    def close(self) -> None:
        """The work is done."""
        self._begun = None
        self._taken.clear()
        self._open.close()
        self._read.clear()
