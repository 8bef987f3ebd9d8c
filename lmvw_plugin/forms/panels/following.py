# SPDX-License-Identifier: GPL-2.0-or-later
"""Notices when another plan file may be meant than a panel has."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QWidget

from ...layers.planfile.edits import is_plan_layer
from ...layers.planfile.recognising import plan_file_of
from ..once import once_after
from ..plan_in_hand import plan_layers


class Following(QObject):
    """Tells a panel that is in sight when another plan file may be meant: its layer was chosen, one was opened, or the one in hand went.

    :param in_hand: gives the layer that the panel has, or None.
    :param follow: has the panel turn to the plan file that is meant.
    """

    def __init__(
        self, iface: QgisInterface, panel: QWidget, in_hand: Callable[[], QgsVectorLayer | None], follow: Callable[[], None]
    ) -> None:
        super().__init__(panel)
        self._panel, self._in_hand, self._canvas = panel, in_hand, iface.mapCanvas()
        self._soon = once_after(0, follow, self)  # when the layer panel and the project are done with what they do
        self._canvas.currentLayerChanged.connect(self._another)
        QgsProject.instance().layersAdded.connect(self._opened)

    def stop(self) -> None:
        """Listen no more."""
        self._canvas.currentLayerChanged.disconnect(self._another)
        QgsProject.instance().layersAdded.disconnect(self._opened)
        self._soon.stop()

    def lost(self) -> None:
        """The layer in hand goes: to a plan file that is left in the project."""
        QTimer.singleShot(0, self._turn)

    def _turn(self) -> None:
        if plan_layers():
            self._opened()

    def _another(self, layer: object) -> None:
        if self._panel.isVisible() and is_plan_layer(layer) and layer is not self._in_hand() and plan_file_of(layer):
            self._soon.start()

    def _opened(self, *_: object) -> None:
        if self._in_hand() is None and self._panel.isVisible():
            self._soon.start()
