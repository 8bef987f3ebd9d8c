# SPDX-License-Identifier: GPL-2.0-or-later
"""Who wrote down what the last step in a layer did is told when the step is undone, done again, saved or given up."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QTimer


def follow(layer: QgsVectorLayer, tell: Callable[[], None]) -> None:
    """Tell once the layer is at rest again, until its edits are saved or given up. On the thread of the layer."""
    stack = layer.undoStack()
    step, is_done = stack.index(), True
    rest = QTimer(layer)  # a commit empties the stack before it is through; gone with the layer
    rest.setSingleShot(True)
    rest.timeout.connect(tell)

    def moved(index: int) -> None:
        nonlocal is_done
        if (index >= step) != is_done:
            is_done = not is_done
            rest.start(0)

    def over() -> None:
        stack.indexChanged.disconnect(moved)
        layer.afterCommitChanges.disconnect(over)
        layer.afterRollBack.disconnect(over)
        rest.start(0)

    stack.indexChanged.connect(moved)
    layer.afterCommitChanges.connect(over)
    layer.afterRollBack.connect(over)
