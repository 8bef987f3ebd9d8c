# SPDX-License-Identifier: GPL-2.0-or-later
"""Has a panel of the province look again: another review file may be open or meant, or none, or deliveries came into the one in hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDockWidget

from ..once import once_after
from .in_hand import review_file


class ProjectWatch(QObject):
    """A panel that is out of sight looks when it comes in sight again.

    :param in_hand: gives the review file that the panel has, or None.
    """

    def __init__(self, iface: QgisInterface, panel: QDockWidget, look: Callable[[], object], in_hand: Callable[[], Path | None]) -> None:
        super().__init__(panel)
        self._iface, self._panel, self._in_hand, self._waits = iface, panel, in_hand, False
        self._plans: QgsVectorLayer | None = None
        self.soon = once_after(0, look, self)  # when the project is done with what it does
        project = QgsProject.instance()
        self._signals = (
            (project.layersAdded, self._changed), (project.layersRemoved, self._changed), (project.cleared, self._changed),
            (iface.mapCanvas().currentLayerChanged, self._chosen), (panel.visibilityChanged, self._seen),
        )  # fmt: skip
        for signal, slot in self._signals:
            signal.connect(slot)

    def hear(self, plans: QgsVectorLayer | None) -> None:
        """Look also when these plans are read anew."""
        if plans is self._plans:
            return
        if self._plans is not None and not sip.isdeleted(self._plans):
            self._plans.dataChanged.disconnect(self._changed)
        self._plans = plans
        if plans is not None:
            plans.dataChanged.connect(self._changed)

    def stop(self) -> None:
        """Listen no more."""
        self.hear(None)
        for signal, slot in self._signals:
            signal.disconnect(slot)
        self.soon.stop()

    def _chosen(self, *_: object) -> None:
        """A layer of another review file: that is the one that is meant from now on."""
        if self._in_hand() is not None and review_file(self._iface, self._in_hand()) != self._in_hand():
            self._changed()

    def _changed(self, *_: object) -> None:
        self._waits = not self._panel.isVisible()
        if not self._waits:
            self.soon.start()

    def _seen(self, seen: bool) -> None:
        if seen and self._waits:
            self._waits = False
            self.soon.start()
