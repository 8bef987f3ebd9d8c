# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file that a panel has in hand: turned to when it is meant, let go of when its layer goes, and read in the background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import later
from ..once import once_after
from ..plan_in_hand import plan_file
from ..run_task import Job, heard_by
from .following import Following

READING = later("De plannen worden gelezen …")
_AGAIN = 1000  # ms after which a file that another program kept is tried again


class PlanFileInHand(QObject):
    """``layer`` and ``path`` are None as long as no plan file is in hand. There is one reading of it at a time."""

    turned = pyqtSignal(str)  # to a plan file of this name
    followed = pyqtSignal()  # the plan file in hand is to be read, as it is now
    lost = pyqtSignal()  # the layer goes, and Qt lets go of it by itself; told before it is left
    waits = pyqtSignal(str)  # for another program that keeps the plan file to itself; from the thread that reads
    left = pyqtSignal(str)  # the layer is let go of, and why; nothing when another is turned to, or the layer went

    def __init__(self, iface: QgisInterface, panel: QWidget) -> None:
        super().__init__(panel)
        self._iface = iface
        self.layer: QgsVectorLayer | None = None
        self.path: Path | None = None
        self._heard: list[tuple[Any, Callable[..., object]]] = []
        self._job: Job | None = None
        self._trying = once_after(_AGAIN, self.followed.emit, self)
        self._following = Following(iface, panel, lambda: self.layer, self.follow)

    def follow(self) -> None:
        """Turn to the plan file that is meant, as it is now."""
        try:
            layer, path = plan_file(self._iface)
        except LmvwError as error:
            self.leave(str(error))
            return
        if layer is not self.layer or path != self.path:
            self.leave()
            self.layer, self.path = layer, path
            self.hear(layer.willBeDeleted, self._lost)
            self.turned.emit(path.name)
        self.followed.emit()

    def hear(self, signal: Any, slot: Callable[..., object]) -> None:
        """Listen to a signal of the layer until it is let go of."""
        signal.connect(slot)
        self._heard.append((signal, slot))

    def leave(self, why: str = "") -> None:
        """Let go of the layer, which may be about to go."""
        heard, self._heard = self._heard, []
        self.layer = self.path = None
        self.abandon()
        for signal, slot in heard:
            signal.disconnect(slot)
        self.left.emit(why)

    def stop(self) -> None:
        """The plugin goes."""
        self.leave()
        self._following.stop()

    def _lost(self) -> None:
        self._heard = []
        self.lost.emit()
        self.leave()
        self._following.lost()

    # -- work in the background -----------------------------------------------------------------------------------

    @property
    def works(self) -> bool:
        """It is being read."""
        return self._job is not None

    def work(self, title: str, work: Callable[[Feedback], Any], done: Callable[[Any, str], None], unseen: bool = False) -> None:
        """Do this in place of what is being done; ``done`` is told as by ``Job``, unless the plan file was let go of."""

        def ended(result: Any, sentence: str) -> None:
            self._job = None
            done(result, sentence)
            if job.was_locked_out and self._job is None:
                self._trying.start()

        self.abandon()
        self._job = job = Job(title, heard_by(self.waits.emit, work), ended, unseen)
        job.start()

    def abandon(self) -> None:
        """Nobody waits for it any more."""
        self._trying.stop()
        if self._job is not None:
            self._job.abandon()
            self._job = None
