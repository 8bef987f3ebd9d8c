# SPDX-License-Identifier: GPL-2.0-or-later
"""What is to be said of a plan file when the project has it: by whatever way it enters, or because it was there before the plugin."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface

from ..layers.planfile.recognising import plan_file_of
from . import messages


class PlanFileWatch:
    """While it lives, ``look`` sees every plan file that the project has; what it said is taken back when the project goes.

    ``message``: the name of what it says in the message bar.
    """

    message = ""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        QgsProject.instance().layersAdded.connect(self._added)
        QgsProject.instance().cleared.connect(self.withdraw)
        self._added(QgsProject.instance().mapLayers().values())

    def stop(self) -> None:
        """Say no more."""
        QgsProject.instance().layersAdded.disconnect(self._added)
        QgsProject.instance().cleared.disconnect(self.withdraw)
        self.withdraw()

    def look(self, path: Path) -> None:
        """Say what there is to say of a plan file."""
        raise NotImplementedError  # a watch that says nothing is a mistake of ours

    def withdraw(self) -> None:
        """Take back what was said."""
        messages.withdraw(self._iface, self.message)

    def _added(self, layers: Iterable[QgsMapLayer]) -> None:
        for path in {path for layer in layers if isinstance(layer, QgsVectorLayer) and (path := plan_file_of(layer))}:
            self.look(path)
