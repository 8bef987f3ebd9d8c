# SPDX-License-Identifier: GPL-2.0-or-later
"""The connections through which QGIS reads a plan layer that begins to be edited.

QGIS opens a GeoPackage for reading without locks, and anew with a write-ahead log when editing begins. Whoever opens it for reading in
that moment, on another thread, as the map does that is being drawn, gets a connection that reads nothing; and QGIS keeps it for who reads
next: the form, the table, the map, until it was not used for a minute (tried: 28 of 400 times, with the map being drawn).
"""

from __future__ import annotations

from qgis.core import QgsProviderRegistry, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QThreadPool, QTimer

_PATIENCE = 200  # milliseconds that the window waits for who reads on another thread; the map is read in some ten
_LATER = 500


def keep_readable(layer: QgsVectorLayer) -> None:
    """See to it that a layer is read whole when editing has begun. Call it once or more, on the thread of the layer."""
    if layer.findChild(_Beginnings) is None:
        _Beginnings(layer)


def renew(layer: QgsVectorLayer) -> None:
    """Let QGIS open the file of a layer anew for whoever reads it next.

    What keeps an opening of its own, as the outcome of the check that is joined to the plans does, reads the log from now on.
    """
    passing = QgsProviderRegistry.instance().createProvider(layer.providerType(), layer.source())
    if passing is not None and passing.isValid():
        passing.reloadData()  # QGIS says of all connections to the file that they are no good any more
    for link in layer.vectorJoins():
        table = link.joinLayer()
        if table is not None and table.providerType() == layer.providerType():
            table.dataProvider().reloadData()


class _Beginnings(QObject):
    """Listens to the beginning of editing: a part of a layer, which goes with it."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(layer)
        self._layer = layer
        layer.beforeEditingStarted.connect(self._begun)  # the file has been opened anew by then, and nobody has read it

    def _begun(self) -> None:
        """Who was opening the file when it got its log has done so when all threads rest; whoever opens it later is safe."""
        if not QThreadPool.globalInstance().waitForDone(_PATIENCE):
            QTimer.singleShot(_LATER, self._once_more)
        renew(self._layer)

    def _once_more(self) -> None:
        if self._layer.isEditable():
            self._begun()
