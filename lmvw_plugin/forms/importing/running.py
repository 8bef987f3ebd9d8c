# SPDX-License-Identifier: GPL-2.0-or-later
"""The pages of a wizard that run its algorithm: dry, to choose from what would change, and for real."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QTextBrowser, QVBoxLayout, QWizard, QWizardPage

from ...core.i18n import several, tr
from ...core.reporting import html
from ...layers.files import write_text
from ...layers.importing import update as plan_update
from ..files import show_file
from ..run_task import AlgorithmRun
from .changes import ChangesTable
from .words import wrong

if TYPE_CHECKING:
    from .run_wizard import RunWizard

_READABLE = 300  # rows of tables; laying out more would hold up the window


class RunningPage(QWizardPage):
    """A page that runs the algorithm of its wizard and shows how far it is. ``busy``: what it says meanwhile."""

    busy = ""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.summary, self.report = QProgressBar(), QLabel(), QPushButton(tr("&Rapport openen"))
        self.bar.setAccessibleName(tr("Voortgang"))
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

    def start(self, parameters: dict[str, Any]) -> None:
        """Run the algorithm in the background, and say so."""
        self.leave()
        self.results = {}
        self.summary.setText(tr(self.busy))
        self.bar.setRange(0, 0)  # just busy, as long as it is not known how far
        self.bar.setVisible(True)
        self.report.setEnabled(False)
        self._run = AlgorithmRun(self.wizard().algorithm, parameters, self._finished, self._progressed, bring_in=self.wizard().bring_in)
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
        self.show_results(results)
        self.summary.setText(self.words(results) if results else wrong(sentence))
        self.completeChanged.emit()

    def _open(self) -> None:
        show_file(self.results["REPORT"])

    def words(self, results: dict[str, Any]) -> str:
        """What happened, in a sentence."""
        return self.counts(results)

    def counts(self, results: dict[str, Any]) -> str:
        """How much of what."""
        raise NotImplementedError  # a page without counts is a mistake of ours

    def show_results(self, results: dict[str, Any]) -> None:
        """What more a page shows."""


class ChangesPage(RunningPage):
    """The dry run: what would change, to choose from."""

    def __init__(self, go: str) -> None:
        """``go``: the words on the button that leads on."""
        super().__init__()
        self.setTitle(tr("Wat verandert er?"))
        self.setSubTitle(
            tr("Er is nog niets veranderd. Aangevinkt is wat zeker is; haal het vinkje weg bij wat moet blijven zoals het is.")
        )
        self.setButtonText(QWizard.WizardButton.NextButton, go)
        self.table = ChangesTable()
        self._document: dict[str, Any] = {}  # what the dry run wrote
        self.layout_.insertWidget(1, self.table, 1)
        self.detail, self.counted = QLabel(), QLabel()
        for index, (name, label) in enumerate((("detail", self.detail), ("counted", self.counted)), start=2):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setVisible(False)
            self.layout_.insertWidget(index, label)
        self.table.lines.modelReset.connect(self._count)
        self.table.lines.dataChanged.connect(self._count)
        self.table.selectionModel().currentChanged.connect(self._tell)
        self.ticks = [QPushButton(tr("Alles &aanvinken")), QPushButton(tr("Alles &uitvinken"))]
        for number, button in enumerate(self.ticks):
            button.clicked.connect(lambda _, on=not number: self.table.tick_all(on))
            self.line.insertWidget(number, button)

    def _count(self, *_: object) -> None:
        """What is ticked and what is not, below the table: a button that ticks all leaves alone what waits for a person."""
        said = self.table.lines.counted()
        self.counted.setText(said)
        self.counted.setVisible(bool(said))

    def _tell(self, index: QModelIndex, *_: object) -> None:
        said = self.table.lines.told(index.row()) if index.isValid() else ""
        self.detail.setText(said)
        self.detail.setVisible(bool(said))

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run dry, with the report and the list of changes in a folder of our own."""
        wizard: RunWizard = self.wizard()
        self.show_results({})
        self.start(wizard.parameters(DRY_RUN=True, FOLDER=str(wizard.folder)))

    def cleanupPage(self) -> None:  # noqa: N802  # Qt's name
        """Going back stops the dry run."""
        self.leave()

    def words(self, results: dict[str, Any]) -> str:
        """The counts of the dry run, and how many ticks are for a person to set."""
        asked = sum(bool(row.get("reden")) for row in self._document["wijzigingen"])
        said = tr("Bij {count} kiest u zelf; daar staat waarom.").format(count=several(asked, "vinkje", "vinkjes"))
        return self.counts(results) + (" " + said if asked else "")

    def show_results(self, results: dict[str, Any]) -> None:
        """The table of changes."""
        self._document = json.loads(Path(results["CHANGES_FOUND"]).read_text(encoding="utf-8")) if results else {}
        rows = self._document.get("wijzigingen", [])
        self.table.show_changes(rows, self.wizard().peildatum)
        for button in self.ticks:
            button.setEnabled(bool(rows))

    def choice(self, folder: Path) -> Path:
        """What was chosen, for the algorithm."""
        path = folder / "wijzigingen.json"
        write_text(path, json.dumps({**self._document, "wijzigingen": self.table.chosen()}, ensure_ascii=False))
        return path


class ResultPage(RunningPage):
    """The run for real. Stopping it may come too late: then the page says so."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setTitle(title)
        self.setSubTitle(tr("Het rapport staat ook naast het planbestand, om te bewaren of door te sturen."))
        self._stopping = False
        self.page = QTextBrowser()
        self.page.setAccessibleName(tr("Rapport"))
        self.page.setOpenExternalLinks(True)
        self.layout_.addWidget(self.page, 1)
        self.layout_.addStretch(0)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run for real, with what was chosen."""
        wizard: RunWizard = self.wizard()
        self._stopping = False
        self.page.hide()
        wizard.setOption(QWizard.WizardOption.NoBackButtonOnLastPage, True)
        self.start(wizard.parameters(CHANGES=str(wizard.changes.choice(wizard.folder))))

    def stop(self) -> None:
        """Stop the run if that is still possible; how it ended is told when it has."""
        if self._run is not None and not self._stopping:
            self._stopping = True
            self.summary.setText(tr("De opdracht wordt afgebroken …"))
            self.wizard().button(QWizard.WizardButton.CancelButton).setEnabled(False)
            self._run.cancel()

    def show_results(self, results: dict[str, Any]) -> None:
        """The report. What is done cannot be cancelled; what was not can be tried again."""
        self.page.setVisible(bool(results))
        self.wizard().button(QWizard.WizardButton.CancelButton).setEnabled(True)
        self.wizard().setOption(QWizard.WizardOption.NoCancelButtonOnLastPage, bool(results))
        self.wizard().setOption(QWizard.WizardOption.NoBackButtonOnLastPage, bool(results))
        report = Path(results["REPORT"]).read_text(encoding="utf-8") if results else ""
        if html.rows_in(report) <= _READABLE:
            self.page.setHtml(report)
        else:
            self.page.setPlainText(tr("Het rapport is te lang om hier te tonen; open het met de knop hierboven."))

    def words(self, results: dict[str, Any]) -> str:
        """What was done, whether it waits to be saved, and whether it could not be stopped any more."""
        said = [self.counts(results)]
        loaded = plan_update.find_loaded(QgsProject.instance(), self.wizard().plan_file)
        if loaded is not None and loaded.isModified():
            said.append(tr("De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken."))
        if self._stopping:
            said.insert(0, wrong(tr("Het afbreken kwam te laat: de opdracht was al klaar.")))
        return html.lines(*said)
