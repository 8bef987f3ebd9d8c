# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans that QGIS could not save, with whatever button: they come into the file with the next saving, and one sentence says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from qgis.core import Qgis, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QWidget

from ..core.i18n import tr
from ..layers.moment import speaks_of_lock
from ..layers.planfile.edits import is_plan_layer
from ..layers.planfile.session import forget_transaction, waits
from ..layers.sources import file_of
from . import messages

MESSAGE = "lmvw_not_saved"


class SaveWatch:
    """While it lives, every saving of a plan layer in the project is looked at when it is over."""

    def __init__(self, iface: QgisInterface) -> None:
        self._iface = iface
        self._before: list[QWidget] = []  # messages that stood there before the saving
        self._watched: dict[str, tuple[QgsVectorLayer, Callable[..., None]]] = {}
        project = QgsProject.instance()
        project.layersAdded.connect(self._add)
        project.layersWillBeRemoved.connect(self._drop)
        self._add(project.mapLayers().values())

    def stop(self) -> None:
        """Let go of every layer."""
        project = QgsProject.instance()
        project.layersAdded.disconnect(self._add)
        project.layersWillBeRemoved.disconnect(self._drop)
        self._drop(list(self._watched))
        self._before.clear()

    def _add(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            if isinstance(layer, QgsVectorLayer) and is_plan_layer(layer) and layer.id() not in self._watched:
                saving = partial(self._saving, layer.id())
                self._watched[layer.id()] = layer, saving
                layer.beforeCommitChanges.connect(saving)
                layer.editingStopped.connect(self._withdraw)

    def _drop(self, layer_ids: Iterable[str]) -> None:
        for layer_id in layer_ids:
            if layer_id in self._watched:
                layer, saving = self._watched.pop(layer_id)
                layer.beforeCommitChanges.disconnect(saving)
                layer.editingStopped.disconnect(self._withdraw)

    def _saving(self, layer_id: str, *_: object) -> None:
        """QGIS tells when it begins, and not when it failed: then what is to be saved still waits."""
        self._before = self._iface.messageBar().items()
        QTimer.singleShot(0, partial(self._look, layer_id))

    def _look(self, layer_id: str) -> None:
        if layer_id not in self._watched:  # it went, or the plugin
            return
        layer, _ = self._watched[layer_id]
        if not waits(layer) or not layer.commitErrors():
            self._withdraw()
            return
        forget_transaction(layer)
        if any(map(speaks_of_lock, layer.commitErrors())):
            self._tell(layer)

    def _tell(self, layer: QgsVectorLayer) -> None:
        """In the place of what QGIS said, which is partly in English."""
        bar = self._iface.messageBar()
        for message in bar.items():
            if message not in self._before:
                bar.popWidget(message)
        words = tr("Een ander programma heeft het planbestand van laag ‘{name}’ in gebruik: uw bewerkingen wachten in de laag, sla ze zo nog "
                   "eens op.")  # fmt: skip
        messages.report(self._iface, MESSAGE, words.format(name=layer.name()), Qgis.MessageLevel.Warning, {}, file_of(layer))

    def _withdraw(self) -> None:
        messages.withdraw(self._iface, MESSAGE)
