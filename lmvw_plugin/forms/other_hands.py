# SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody else who writes in an open plan file: its plans stay on this map, and who judges them hears of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..layers.planfile.edits import is_plan_layer
from ..layers.seen.connections import renew
from ..layers.sources import file_of

_SOON = 500  # milliseconds until a transaction under way is looked at again


class _News(QObject):
    written = pyqtSignal(str)  # the id of a layer of which the file was written, by whomever, and that is read anew


NEWS = _News()


class OtherHands:
    """While it lives, whatever draws the map looks, before and after, whether somebody wrote in a plan file.

    QGIS reads without locks, and keeps what it opened for who reads next. Another QGIS that begins to edit gives the file a write-ahead
    log: what was opened before reads nothing from then on (tried with two of them: 0 of 44 plans). Whoever writes without a log, as we do
    ourselves, has a journal beside the file for some milliseconds: what is opened in between, as by the map that is being drawn, reads
    nothing either, and goes on so (tried: 0 of 300 plans). Both are right again when opened anew.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self._canvas = iface.mapCanvas()
        self._known: dict[str, _Writing] = {}  # how the file of each layer was found last
        self._later = QTimer(self._canvas, singleShot=True, interval=_SOON)
        self._later.timeout.connect(self._look)
        self._canvas.renderStarting.connect(self._look)
        self._canvas.mapCanvasRefreshed.connect(self._look)

    def stop(self) -> None:
        """Look no more."""
        self._later.stop()
        self._canvas.renderStarting.disconnect(self._look)
        self._canvas.mapCanvasRefreshed.disconnect(self._look)

    def _look(self) -> None:
        """While somebody is writing QGIS would wait for that when it opens the file, and the window with it: then a little later."""
        plans = {layer.id(): layer for layer in QgsProject.instance().mapLayers().values() if is_plan_layer(layer)}
        writings = {layer_id: writing for layer_id, layer in plans.items() if (writing := _writing(layer)) is not None}
        if any(writing.under_way for writing in writings.values()):
            self._later.start()
        news = [
            layer_id for layer_id, writing in writings.items() if not writing.under_way and writing.is_news_after(self._known.get(layer_id))
        ]
        self._known = {
            layer_id: self._known.get(layer_id, writing) if writing.under_way else writing for layer_id, writing in writings.items()
        }
        for layer in (plans[layer_id] for layer_id in news):
            if not layer.isEditable():
                renew(layer)
                layer.triggerRepaint()
                NEWS.written.emit(layer.id())


@dataclass(frozen=True, slots=True)
class _Writing:
    """What is seen of who writes in a file."""

    changed: tuple[int, int]  # when, and how large it is
    logged: bool
    under_way: bool  # or a program ended in the middle of it

    def is_news_after(self, known: _Writing | None) -> bool:
        return self.logged if known is None else self != known


def _writing(layer: QgsVectorLayer) -> _Writing | None:
    path = file_of(layer)
    with suppress(OSError):
        if path is not None:
            now = path.stat()  # not opened: to close it again would take away the locks that SQLite has on it
            return _Writing((now.st_mtime_ns, now.st_size), _beside(path, "-wal").exists(), _beside(path, "-journal").exists())
    return None


def _beside(path: Path, what: str) -> Path:
    return path.with_name(path.name + what)
