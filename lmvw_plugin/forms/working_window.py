# SPDX-License-Identifier: GPL-2.0-or-later
"""A window that does work in the background: closing it stops that first, and nothing of it stays behind."""

from __future__ import annotations

from qgis.PyQt.QtGui import QCloseEvent
from qgis.PyQt.QtWidgets import QDialog, QWidget

from .run_task import AlgorithmRun, Job


class WorkingWindow(QDialog):
    """Who does the work sets ``_run``, clears it when the work has ended, and then asks whether the user ``left``."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._run: AlgorithmRun | Job | None = None
        self._leaving = False

    def left(self) -> bool:
        """True, and closed, when the user went while there was work."""
        if self._leaving:
            super().reject()
        return self._leaving

    def abandon(self) -> None:
        """Stop what runs; nobody waits for it any more."""
        if self._run is not None:
            self._run.abandon()
            self._run = None

    def reject(self) -> None:
        """While something runs, stop it: nothing of an export stays behind. Else close."""
        if self._run is not None:
            self._run.cancel()
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802  # Qt's name
        """The cross of the window always closes; what runs is stopped first."""
        if self._run is not None:
            event.ignore()
            self.leave()
            return
        super().closeEvent(event)

    def leave(self) -> None:
        """Close, as soon as what runs has stopped."""
        self._leaving = True
        self.hide()
        self.reject()
