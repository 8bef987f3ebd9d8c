# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of the import wizard that run the algorithm: what would change, and the import itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QTextBrowser, QVBoxLayout, QWizard, QWizardPage

from ...core.i18n import tr
from ...layers.files import write_text
from ...layers.importing import update as plan_update
from ..run_task import AlgorithmRun
from .changes import ChangesTable
from .words import counted, wrong

if TYPE_CHECKING:
    from .wizard import ImportWizard

_WAITING = "1 regel wacht op u (zie het rapport)", "{count} regels wachten op u (zie het rapport)"
_READABLE = 300  # rows of tables; laying out more would hold up the window


class RunningPage(QWizardPage):
    """A page that runs the algorithm and shows how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.summary, self.report = QProgressBar(), QLabel(), QPushButton(tr("&Rapport openen"))
        self.summary.setWordWrap(True)
        self.report.setEnabled(False)
        self.report.clicked.connect(self._open)
        self.results: dict[str, Any] = {}
        self._run: AlgorithmRun | None = None
        self.layout_ = QVBoxLayout(self)
        self.line = QHBoxLayout()
        self.line.addWidget(self.bar, 1)
        self.line.addStretch(0)
        self.line.addWidget(self.report)
        self.layout_.addWidget(self.summary)
        self.layout_.addLayout(self.line)

    def start(self, parameters: dict[str, Any], words: str) -> None:
        """Run the algorithm in the background, and say so."""
        self.leave()
        self.results = {}
        self.summary.setText(words)
        self.bar.setRange(0, 0)  # just busy, as long as it is not known how far
        self.bar.setVisible(True)
        self.report.setEnabled(False)
        self._run = AlgorithmRun("lmvw:importplans", parameters, self._finished, self._progressed)
        self.completeChanged.emit()
        self._run.start()

    def leave(self) -> None:
        """Stop what runs; nobody waits for it any more."""
        if self._run is not None:
            self._run.abandon()
            self._run = None

    @property
    def is_running(self) -> bool:
        """Something is under way."""
        return self._run is not None

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """When there is a result."""
        return bool(self.results)

    def _progressed(self, progress: float) -> None:
        self.bar.setMaximum(100)
        self.bar.setValue(int(progress))

    def _finished(self, results: dict[str, Any], sentence: str) -> None:
        self._run, self.results = None, results
        self.bar.setVisible(False)
        self.report.setEnabled(bool(results))
        self.summary.setText(self.words(results) if results else wrong(sentence))
        self.show_results(results)
        self.completeChanged.emit()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.results["REPORT"]))

    def words(self, results: dict[str, Any]) -> str:
        """What happened, in a sentence."""
        raise NotImplementedError  # a page without words is a mistake of ours

    def show_results(self, results: dict[str, Any]) -> None:
        """What more a page shows."""


class ChangesPage(RunningPage):
    """The dry run: what would change, to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Wat verandert er?"))
        self.setSubTitle(
            tr("Er is nog niets veranderd. Aangevinkt is wat zeker is; haal het vinkje weg bij wat moet blijven zoals het is.")
        )
        self.setButtonText(QWizard.WizardButton.NextButton, tr("&Importeren"))
        self.table = ChangesTable()
        self._document: dict[str, Any] = {}  # what the dry run wrote
        self.layout_.insertWidget(1, self.table, 1)
        self.ticks = [QPushButton(tr("Alles &aanvinken")), QPushButton(tr("Alles &uitvinken"))]
        for number, button in enumerate(self.ticks):
            button.clicked.connect(lambda _, on=not number: self.table.tick_all(on))
            self.line.insertWidget(number, button)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run dry, with the report and the list of changes in a folder of our own."""
        wizard: ImportWizard = self.wizard()
        self.show_results({})
        self.start(wizard.parameters(DRY_RUN=True, FOLDER=str(wizard.folder)), tr("De bronnen worden vergeleken met het planbestand …"))

    def cleanupPage(self) -> None:  # noqa: N802  # Qt's name
        """Going back stops the dry run."""
        self.leave()

    def words(self, results: dict[str, Any]) -> str:
        """The counts of the dry run."""
        counts = counted(
            (results["NEW"], "1 nieuw plan", "{count} nieuwe plannen"),
            (results["CHANGED"], "1 plan wijzigt", "{count} plannen wijzigen"),
            (results["UNCHANGED"], "1 plan blijft gelijk", "{count} plannen blijven gelijk"),
            (results["NOT_IMPORTED"], *_WAITING),
        )
        rows = json.loads(Path(results["CHANGES_FOUND"]).read_text(encoding="utf-8"))["wijzigingen"]
        asked = sum(bool(row.get("reden")) for row in rows)
        return counts + "." + (" " + tr("Bij {n} vinkjes kiest u zelf; daar staat waarom.").format(n=asked) if asked else "")

    def show_results(self, results: dict[str, Any]) -> None:
        """The table of changes."""
        self._document = json.loads(Path(results["CHANGES_FOUND"]).read_text(encoding="utf-8")) if results else {}
        rows = self._document.get("wijzigingen", [])
        self.table.show_changes(rows, self.wizard().sources.chosen_peildatum)
        for button in self.ticks:
            button.setEnabled(bool(rows))

    def choice(self, folder: Path) -> Path:
        """What was chosen, for the algorithm."""
        path = folder / "wijzigingen.json"
        write_text(path, json.dumps({**self._document, "wijzigingen": self.table.chosen()}, ensure_ascii=False))
        return path


class ResultPage(RunningPage):
    """The import itself. Stopping it may come too late: then the page says so."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Importeren"))
        self.setSubTitle(tr("Het rapport staat ook naast het planbestand, om te bewaren of door te sturen."))
        self._stopping = False
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.layout_.addWidget(self.page, 1)
        self.layout_.addStretch(0)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run for real, with what was chosen."""
        wizard: ImportWizard = self.wizard()
        self._stopping = False
        self.page.hide()
        wizard.setOption(QWizard.WizardOption.NoBackButtonOnLastPage, True)
        self.start(wizard.parameters(CHANGES=str(wizard.changes.choice(wizard.folder))), tr("De plannen worden geïmporteerd …"))

    def stop(self) -> None:
        """Stop the import if that is still possible; how it ended is told when it has."""
        if self._run is not None and not self._stopping:
            self._stopping = True
            self.summary.setText(tr("Het importeren wordt afgebroken …"))
            self.wizard().button(QWizard.WizardButton.CancelButton).setEnabled(False)
            self._run.cancel()

    def show_results(self, results: dict[str, Any]) -> None:
        """The report. What is done cannot be cancelled; what was not can be tried again."""
        self.page.setVisible(bool(results))
        self.wizard().button(QWizard.WizardButton.CancelButton).setEnabled(True)
        self.wizard().setOption(QWizard.WizardOption.NoCancelButtonOnLastPage, bool(results))
        self.wizard().setOption(QWizard.WizardOption.NoBackButtonOnLastPage, bool(results))
        report = Path(results["REPORT"]).read_text(encoding="utf-8") if results else ""
        if report.count("<tr") <= _READABLE:
            self.page.setHtml(report)
        else:
            self.page.setPlainText(tr("Het rapport is te lang om hier te tonen; open het met de knop hierboven."))

    def words(self, results: dict[str, Any]) -> str:
        """The counts of the import."""
        counts = counted(
            (results["NEW"], "1 plan toegevoegd", "{count} plannen toegevoegd"),
            (results["CHANGED"], "1 plan bijgewerkt", "{count} plannen bijgewerkt"),
            (results["UNCHANGED"], "1 plan gelijk gebleven", "{count} plannen gelijk gebleven"),
            (results["NOT_IMPORTED"], *_WAITING),
        )
        text = counts + "."
        loaded = plan_update.find_loaded(QgsProject.instance(), Path(results["OUTPUT"]))
        if loaded is not None and loaded.isModified():
            text += "<br>" + tr("De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken.")
        if self._stopping:
            text = wrong(tr("Het afbreken kwam te laat: de import was al klaar.")) + "<br>" + text
        return text
