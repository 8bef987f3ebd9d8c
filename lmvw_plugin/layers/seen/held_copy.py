# SPDX-License-Identifier: GPL-2.0-or-later
"""The file of a layer as it was before the layer is saved: copied by whoever reads, or just before the saving when that comes first.

Who takes the unsaved edits of a layer and copies its file after a saving, would have those edits twice. Copying at once would hold up
the window at every edit.
"""

from __future__ import annotations

import tempfile
import threading
import weakref
from contextlib import ExitStack
from pathlib import Path

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject

from ...core.errors import LmvwError, sentence_of
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..files import staging
from ..moment import copy_of

_TURN = 3.0  # seconds that a saving waits for a copy that is being made
_PATIENCE = 1.0  # seconds that it waits for another program, when it makes the copy itself


class HeldCopy:
    """A copy that is made once, on any thread, and gone when closed.

    :param path: a database.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._stack = path, ExitStack()
        self._copying = threading.RLock()  # of one thread: what nobody holds any more may be closed in the middle of something else
        self._copy: Path | None = None
        self._failed: LmvwError | None = None
        self._closed = False

    def made(self, feedback: Feedback | None, patience: float) -> Path:
        """The copy.

        :raises LmvwError: when another program keeps the file to itself for longer than ``patience`` seconds, the file is damaged, or
            the layer was saved before it could be copied.
        """
        with self._copying:
            if self._copy is None and self._failed is None:
                self._copy = self._made(feedback, patience)
            if self._failed is not None:
                raise self._failed
            return self._copy  # type: ignore[return-value]  # one of both is there

    def before_saving(self, layer: QgsVectorLayer) -> None:
        """Have it made before a layer is saved. Call it on the thread of the layer."""
        savings = layer.findChild(_Savings) or _Savings(layer)
        savings.waiting.add(self)

    def close(self) -> None:
        """Remove it."""
        with self._copying:
            self._closed = True
            self._stack.close()

    def hurry(self) -> None:
        """The layer is about to be saved: a saving never fails, nor waits long, for somebody who reads."""
        if not self._copying.acquire(timeout=_TURN):
            self._failed = self._overtaken()
            return
        try:
            if self._copy is None and self._failed is None and not self._closed:
                self._copy = self._made(None, _PATIENCE)
        except LmvwError as error:
            self._failed = error
        except OSError as error:
            self._failed = LmvwError(sentence_of(error))
        finally:
            self._copying.release()

    def _made(self, feedback: Feedback | None, patience: float) -> Path:
        return copy_of(self._path, self._stack.enter_context(staging(Path(tempfile.gettempdir()))), feedback, patience)

    def _overtaken(self) -> LmvwError:
        words = tr("‘{path}’ is opgeslagen terwijl de plannen gelezen werden; probeer het opnieuw.")
        return LmvwError(words.format(path=self._path))


class _Savings(QObject):
    """Who must have a copy before a layer is saved: a part of that layer, which goes with it."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__(layer)
        self.waiting: weakref.WeakSet[HeldCopy] = weakref.WeakSet()
        layer.beforeCommitChanges.connect(self._coming)

    def _coming(self, *_: object) -> None:
        for held in list(self.waiting):
            held.hurry()
