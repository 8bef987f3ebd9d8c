# SPDX-License-Identifier: GPL-2.0-or-later
"""The window that reads invulbladen: choose the workbooks, tick what to take over, and run the algorithm."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget, QWizardPage

from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import several, tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ...layers.planfile import store as planfile
from ..importing.run_wizard import RunWizard
from ..importing.words import wrong
from ..lasting import show_lasting
from ..plan_in_hand import plan_file_of_any
from .results import FillChangesPage, FillResultPage


class FillWizard(RunWizard):
    """Collects what ``lmvw:readfillsheets`` needs. All work is done by that algorithm, first as a dry run."""

    algorithm = "lmvw:readfillsheets"

    def __init__(self, parent: QWidget | None = None, plans: Path | None = None) -> None:
        super().__init__("lmvw_fill_sheets", tr("Invulbladen inlezen"), Page.FILL, parent)
        self.sheets, self.changes, self.result = SheetsPage(plans), FillChangesPage(), FillResultPage()
        for page in (self.sheets, self.changes, self.result):
            self.addPage(page)

    @property
    def plan_file(self) -> Path:
        """As chosen."""
        return Path(self.sheets.plans.filePath()).absolute()

    @property
    def peildatum(self) -> Peildatum | None:
        """Of the plan file; None as long as that is none."""
        try:
            return planfile.read_info(self.plan_file).peildatum
        except LmvwError:
            return None

    def parameters(self, **more: Any) -> dict[str, Any]:
        """The parameters of the algorithm."""
        return {"INPUT": str(self.plan_file), "WORKBOOKS": self.sheets.chosen, **more}


class SheetsPage(QWizardPage):
    """Which workbooks, and into which plan file."""

    def __init__(self, plans: Path | None) -> None:
        super().__init__()
        self.setTitle(tr("Welke invulbladen kwamen terug?"))
        self.setSubTitle(tr("Kies de bestanden of hun map. Een bestand dat geen invulblad is, wordt genoemd en overgeslagen."))
        self.plans, self.files, self.folder, self.message = QgsFileWidget(), QgsFileWidget(), QgsFileWidget(), QLabel()
        self.plans.setFilter(PLAN_FILES)
        self.plans.setFilePath(str(plans or ""))
        self.files.setStorageMode(QgsFileWidget.StorageMode.GetMultipleFiles)
        self.files.setFilter(tr("Excel-bestanden (*.xlsx *.xlsm *.ods)"))
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.message.setWordWrap(True)
        form = QFormLayout()
        rows = ((tr("&Invulbladen"), self.files), (tr("of een &map met invulbladen"), self.folder), (tr("&Planbestand"), self.plans))
        for label, widget in rows:
            form.addRow(label, widget)
            widget.setFocusProxy(widget.lineEdit())
            widget.fileChanged.connect(lambda _: self._changed())
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self.message)
        layout.addStretch(1)

    @property
    def chosen(self) -> list[str]:
        """Files and folder."""
        files = QgsFileWidget.splitFilePaths(self.files.filePath())
        return [path for path in (*files, self.folder.filePath()) if path]

    def validatePage(self) -> bool:  # noqa: N802  # Qt's name
        """There must be something to read, and something to read it into."""
        try:
            planfile.read_info(self.wizard().plan_file)
        except LmvwError as error:
            self.message.setText(wrong(str(error)))
            return False
        missing = [path for path in self.chosen if not Path(path).exists()]
        if missing:
            said = tr("Er is iets niet gevonden ({count}): ‘{path}’; kies het opnieuw.")
            self.message.setText(wrong(said.format(count=several(len(missing), "bestand of map", "bestanden of mappen"), path=missing[0])))
            return False
        return True

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """When something was chosen."""
        return bool(self.plans.filePath() and self.chosen)

    def _changed(self) -> None:
        self.message.clear()
        self.completeChanged.emit()


def open_fill_wizard(iface: QgisInterface) -> FillWizard:
    """Show the window for the plan file in hand."""
    wizard = FillWizard(iface.mainWindow(), plan_file_of_any(iface))
    show_lasting(wizard, wizard.abandon)
    return wizard
