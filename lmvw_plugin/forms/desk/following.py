# SPDX-License-Identifier: GPL-2.0-or-later
"""Has a panel of the province look again when the layers of the project change: another review file may be open, or none."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QDockWidget

from ..once import once_after


class ProjectWatch(QObject):
    """A panel that is out of sight looks when it comes in sight again."""

    def __init__(self, panel: QDockWidget, look: Callable[[], object]) -> None:
        super().__init__(panel)
        self._panel, self._waits = panel, False
        self.soon = once_after(0, look, self)  # when the project is done with what it does
        project = QgsProject.instance()
        self._signals = (project.layersAdded, project.layersRemoved, project.cleared)
        for signal in self._signals:
            signal.connect(self._changed)
        panel.visibilityChanged.connect(self._seen)

    def stop(self) -> None:
        """Listen no more."""
        for signal in self._signals:
            signal.disconnect(self._changed)
        self.soon.stop()

    def _changed(self, *_: object) -> None:
        self._waits = not self._panel.isVisible()
        if not self._waits:
            self.soon.start()

    def _seen(self, seen: bool) -> None:
        if seen and self._waits:
            self._waits = False
            self.soon.start()
