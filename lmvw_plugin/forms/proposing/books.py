# SPDX-License-Identifier: GPL-2.0-or-later
"""The answers to each plan layer, by whichever panel, form or table they are given: one book for a layer."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...layers.asking.book import AnswerBook
from ..lasting import stop_at_end


class Books(QObject):
    """``kept``: beside the plans of the layer with this id something else is kept than before, as a refusal; ``told``: one sentence."""

    kept = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self._books: dict[str, AnswerBook] = {}

    def of(self, layer: QgsVectorLayer, path: Path) -> AnswerBook:
        """That of a layer; what waits in it for the save of the layer is kept while another is in hand."""
        known = self._books.get(layer.id())
        if known is None:
            stop_at_end(self.stop)
            known = self._books[layer.id()] = AnswerBook(layer, path, self.told.emit)
            layer.willBeDeleted.connect(partial(self._books.pop, layer.id(), None))
        return known

    def stop(self) -> None:
        """The plugin goes."""
        for book in self._books.values():
            book.stop()
        self._books.clear()


_all = Books()


def books() -> Books:
    """Those of this QGIS. Panels let go of them after the work has stopped: the same are there to the end."""
    return _all
