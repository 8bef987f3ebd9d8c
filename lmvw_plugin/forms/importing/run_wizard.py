# SPDX-License-Identifier: GPL-2.0-or-later
"""What the wizards share that run an algorithm dry, let a person choose from what would change, and run it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut, QWidget, QWizard

from ...core.basisset.peildatum import Peildatum
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.files import OwnFolder
from ..help import open_manual
from ..letters import readable_lines
from ..sizes import fit
from .running import ChangesPage, ResultPage


class RunWizard(QWizard):
    """The window without its first pages. ``changes`` and ``result`` are its last ones.

    ``bring_in`` shows a plan file that was made.
    """

    algorithm = ""
    bring_in: Callable[[Path], object] | None = None
    changes: ChangesPage
    result: ResultPage

    def __init__(self, name: str, title: str, page: Page, parent: QWidget | None) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        fit(self, 1040, 700)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        self.setOption(QWizard.WizardOption.HaveHelpButton)
        self.helpRequested.connect(lambda: open_manual(self, page))
        QShortcut(QKeySequence("F1"), self, self.helpRequested.emit)
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("< &Terug")), (QWizard.WizardButton.NextButton, tr("&Volgende >")),
            (QWizard.WizardButton.HelpButton, tr("Help")),
            (QWizard.WizardButton.FinishButton, tr("&Sluiten")), (QWizard.WizardButton.CancelButton, tr("Annuleren")),
        ):  # fmt: skip
            self.setButtonText(button, text)
        self._own = OwnFolder()
        self.folder = self._own.path  # for what goes to the algorithm, and what the dry run writes

    @property
    def peildatum(self) -> Peildatum | None:
        """The reference date, which says which years a field is of."""
        raise NotImplementedError  # a wizard without one is a mistake of ours

    @property
    def plan_file(self) -> Path:
        """Where the plans go."""
        raise NotImplementedError  # as above

    def parameters(self, **more: Any) -> dict[str, Any]:
        """The parameters of the algorithm."""
        raise NotImplementedError  # as above

    def abandon(self) -> None:
        """Stop what runs; nobody waits for it any more."""
        self.changes.leave()
        self.result.leave()

    def reject(self) -> None:
        """A run that is under way is stopped first, and the page tells how that ended; anything else just closes."""
        if self.result.is_running:
            self.result.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Closing also stops what still runs."""
        self.abandon()
        self._own.close()
        super().done(result)
