# SPDX-License-Identifier: GPL-2.0-or-later
"""Somebody else who writes in an open plan file: its plans stay on this map, and who judges them hears of it."""

from __future__ import annotations

import time
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
_EVERY = 1000  # milliseconds between two looks where nothing is drawn
_LIGHT = 50  # times as long as a look took until the next: a drive of the network that is slow is left alone


_Print = tuple[int, int]  # when a file was changed, and how large it is


class _News(QObject):
    written = pyqtSignal(str)  # the id of a layer of which the file was written, by whomever, and that is read anew


NEWS = _News()


class OtherHands:
    """While it lives, it looks whether somebody wrote in a plan file: each second, and before and after the map is drawn.

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
        self._always = QTimer(self._canvas, singleShot=True, interval=_EVERY)
        self._always.timeout.connect(self._look)
        self._always.start()
        self._canvas.renderStarting.connect(self._look)
        self._canvas.mapCanvasRefreshed.connect(self._look)

    def stop(self) -> None:
        """Look no more."""
        self._later.stop()
        self._always.stop()
        self._canvas.renderStarting.disconnect(self._look)
        self._canvas.mapCanvasRefreshed.disconnect(self._look)

    def _look(self) -> None:
        """While somebody is writing QGIS would wait for that when it opens the file, and the window with it: then a little later."""
        began = time.monotonic()
        plans = {layer.id(): layer for layer in QgsProject.instance().mapLayers().values() if is_plan_layer(layer)}
        writings = {layer_id: writing for layer_id, layer in plans.items() if (writing := _writing(layer)) is not None}
        self._always.start(max(_EVERY, round(1000 * _LIGHT * (time.monotonic() - began))))
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

    changed: _Print
    log: _Print | None  # of what is saved and not in the file itself yet, as long as somebody edits in QGIS
    under_way: bool  # or a program ended in the middle of it

    def is_news_after(self, known: _Writing | None) -> bool:
        return self.log is not None if known is None else self != known


def _writing(layer: QgsVectorLayer) -> _Writing | None:
    path = file_of(layer)
    changed = _print_of(path) if path is not None else None
    if path is None or changed is None:
        return None
    return _Writing(changed, _print_of(_beside(path, "-wal")), _beside(path, "-journal").exists())


def _print_of(path: Path) -> _Print | None:
    """Not opened: to close it again would take away the locks that SQLite has on it."""
    with suppress(OSError):
        now = path.stat()
        return now.st_mtime_ns, now.st_size
    return None


def _beside(path: Path, what: str) -> Path:
    return path.with_name(path.name + what)
