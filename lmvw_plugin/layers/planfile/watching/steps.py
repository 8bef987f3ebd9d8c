# SPDX-License-Identifier: GPL-2.0-or-later
"""The steps in which a layer is edited: what was added in each, from its begin to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import QgsVectorLayer


class StepWatch:
    """Hears of each step of one layer; a subclass says what it looks for in a step that ended (``_look``)."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer
        self._added: list[int] = []  # in the step under way
        self._links: list[tuple[Any, Callable[..., None]]] = []
        self._hear(layer.editCommandStarted, self._begin)
        self._hear(layer.featureAdded, self._add)
        self._hear(layer.editCommandEnded, self._end)
        self._hear(layer.editCommandDestroyed, self._begin)

    def stop(self) -> None:
        """Let go of the layer."""
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._links = []

    def _hear(self, signal: Any, slot: Callable[..., None]) -> None:
        signal.connect(slot)
        self._links.append((signal, slot))

    def _begin(self, *_: str) -> None:
        """Nothing of a step before counts."""
        self._added = []

    def _add(self, fid: int) -> None:
        self._added.append(fid)

    def _end(self) -> None:
        added, self._added = self._added, []
        self._look(added)

    def _look(self, added: list[int]) -> None:
        """What came in a step that ended."""
        raise NotImplementedError  # a watch that looks for nothing is a mistake of ours
