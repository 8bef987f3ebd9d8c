# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard: choose the sources, look at the columns, see what would change, and run the algorithm."""

from __future__ import annotations

import json
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication, QgsMapLayerProxyModel, QgsProcessingContext, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
    QWizard,
    QWizardPage,
)

from ..core import mapping as m
from ..core.codelists import gemeente, gemeenten
from ..core.errors import LmvwError
from ..core.feedback import Silent
from ..core.i18n import tr
from ..core.peildatum import Peildatum
from ..layers import import_sources, plan_update, planfile, sources
from ..layers.files import write_text
from ..layers.import_sources import ImportSources
from ..layers.workbook_reader import FILE_FILTER
from .import_join import JoinBox
from .import_tables import ChangesTree, MappingTable, WordsTable
from .lasting import show_lasting
from .run_task import AlgorithmRun

_LAYERS = "GIS-bestanden (*.gpkg *.shp *.geojson *.json *.gdb *.zip *.gml *.fgb);;Alle bestanden (*)"

_READABLE = 1 << 20  # bytes; laying out a longer report would hold up the window


def profiles_folder() -> Path:
    """Where column mappings are kept under a name, in the user's own profile."""
    folder = Path(QgsApplication.qgisSettingsDirPath()) / "lmvw" / "kolomkoppelingen"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


class ImportWizard(QWizard):
    """Collects what ``lmvw:importplans`` needs. All work is done by that algorithm, first as a dry run."""

    def __init__(self, parent: QWidget | None = None, layer: QgsVectorLayer | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_import")
        self.setWindowTitle(tr("Plannen importeren"))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setMinimumSize(940, 640)
        self.setOption(QWizard.WizardOption.NoBackButtonOnLastPage)
        for button, text in (
            (QWizard.WizardButton.BackButton, tr("< Terug")), (QWizard.WizardButton.NextButton, tr("Volgende >")),
            (QWizard.WizardButton.CommitButton, tr("Importeren")), (QWizard.WizardButton.FinishButton, tr("Sluiten")),
            (QWizard.WizardButton.CancelButton, tr("Annuleren")),
        ):  # fmt: skip
            self.setButtonText(button, text)
        self._folder = tempfile.TemporaryDirectory(prefix="lmvw-import-")
        self.found = ImportSources()
        self.proposed = m.PlanMapping({}, {})
        self.sources, self.columns, self.changes, self.result = SourcesPage(), ColumnsPage(), ChangesPage(), ResultPage()
        for page in (self.sources, self.columns, self.changes, self.result):
            self.addPage(page)
        if layer is not None:
            self.sources.propose(layer)

    @property
    def folder(self) -> Path:
        """For the mapping and the choice that go to the algorithm."""
        return Path(self._folder.name)

    def parameters(self, **more: Any) -> dict[str, Any]:
        """The parameters of the algorithm."""
        mapping = self.folder / "kolomkoppeling.json"
        write_text(mapping, m.to_json(self.columns.mapping(), self.found.columns))
        return {**self.sources.parameters(), "MAPPING": str(mapping), "UPDATE": True, **more}

    def done(self, result: int) -> None:
        """Closing also stops what still runs."""
        for page in (self.changes, self.result):
            page.stop()
        self._folder.cleanup()
        super().done(result)


class SourcesPage(QWizardPage):
    """Which files, which delivery, and where to."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Waar komen de plannen vandaan?"))
        self.setSubTitle(tr("Een kaartlaag, een werkblad, of allebei. Bestanden van DIWI, provincies en de planmonitor worden herkend."))
        self.layer, self.layer_file = QgsMapLayerComboBox(), QgsFileWidget()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True, tr("(geen laag uit het project)"))
        self.layer.setCurrentIndex(0)
        self.layer_file.setFilter(_LAYERS)
        self.sublayer, self.sublayer_label = QComboBox(), QLabel(tr("Laag in het bestand"))
        self.layer_file.fileChanged.connect(self._list_layers)
        self.workbook, self.profile, self.target = QgsFileWidget(), QComboBox(), QgsFileWidget()
        self.workbook.setFilter(FILE_FILTER)
        self.profile.addItem(tr("(voorstel van de plugin)"), "")
        for path in sorted(profiles_folder().glob("*.json")):
            self.profile.addItem(path.stem, str(path))
        self.target.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.target.setConfirmOverwrite(False)
        self.target.setFilter("GeoPackage (*.gpkg)")
        self.gemeente, self.peildatum, self.message = QComboBox(), QComboBox(), QLabel()
        self.gemeente.setEditable(True)
        self.gemeente.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for found in sorted(gemeenten().values(), key=lambda one: one.name):
            self.gemeente.addItem(f"{found.name} ({found.code})", found.code)
        self.gemeente.setCurrentIndex(-1)
        now = Peildatum.current(date.today())
        for year in range(now.year + 1, now.year - 6, -1):
            for month in (7, 1):
                option = Peildatum(date(year, month, 1))
                self.peildatum.addItem(f"{option} ({option.delivery_name})", str(option))
        self.peildatum.setCurrentIndex(self.peildatum.findData(str(now)))
        self.message.setWordWrap(True)
        form = QFormLayout(self)
        for label, widget in (
            (tr("Kaartlaag in het project"), self.layer), (tr("of een bestand"), self.layer_file),
            (self.sublayer_label, self.sublayer), (tr("Werkblad met plangegevens"), self.workbook),
            (tr("Kolomkoppeling"), self.profile), (tr("Gemeente"), self.gemeente),
            (tr("Peildatum"), self.peildatum), (tr("Planbestand (nieuw of bestaand)"), self.target), ("", self.message),
        ):  # fmt: skip
            form.addRow(label, widget)
        self._list_layers("")

    def _list_layers(self, file: str) -> None:
        """A file with several layers of polygons asks which one."""
        names = import_sources.polygon_layers(Path(file)) if file else []
        self.sublayer.clear()
        self.sublayer.addItems(names)
        for widget in (self.sublayer, self.sublayer_label):
            widget.setVisible(len(names) > 1)

    def _file(self) -> str:
        """The file with its layer, as QGIS opens it."""
        file: str = self.layer_file.filePath()
        if self.sublayer.count() > 1 and Path(file).suffix.casefold() != ".zip":
            return f"{file}|layername={self.sublayer.currentText()}"
        return file

    def propose(self, layer: QgsVectorLayer) -> None:
        """The layer in hand: a plan file is where the plans go, anything else is where they come from."""
        path = Path(layer.source().split("|")[0])
        try:
            info = planfile.read_info(path)
        except LmvwError:
            self.layer.setLayer(layer)
            return
        self.target.setFilePath(str(path))
        self.gemeente.setCurrentIndex(self.gemeente.findData(info.gemeente.code))
        self.peildatum.setCurrentIndex(self.peildatum.findData(str(info.peildatum)))

    def parameters(self) -> dict[str, Any]:
        """What was chosen, as parameters."""
        layer = self.layer.currentLayer()
        code = self.gemeente.itemData(self.gemeente.findText(self.gemeente.currentText())) or self.gemeente.currentText()
        return {
            "INPUT": self._file() or (layer.id() if layer else None),
            "WORKBOOK": self.workbook.filePath() or None,
            "GEMEENTE": code,
            "PEILDATUM": self.peildatum.currentData(),
            "OUTPUT": self.target.filePath(),
        }

    @property
    def chosen_peildatum(self) -> Peildatum:
        """The reference date."""
        return Peildatum.parse(self.peildatum.currentData())

    def validatePage(self) -> bool:  # noqa: N802  # Qt's name
        """Read the sources and propose a mapping; what is wrong is said on this page."""
        wizard: ImportWizard = self.wizard()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self._read(wizard)
        except LmvwError as error:
            self.message.setText(f'<span style="color:#a50f15">{error}</span>')
            return False
        finally:
            QApplication.restoreOverrideCursor()
        self.message.clear()
        return True

    def _read(self, wizard: ImportWizard) -> None:
        given = self.parameters()
        algorithm = QgsApplication.processingRegistry().algorithmById("lmvw:importplans")
        good, sentence = algorithm.checkParameterValues({**given, "UPDATE": True}, _context())
        if not given["OUTPUT"]:
            raise LmvwError(tr("Kies waar het planbestand komt te staan."))
        if not good:
            raise LmvwError(sentence)
        layer = self.layer.currentLayer()
        if given["INPUT"] and self.layer_file.filePath():
            sources.require_file(given["INPUT"])
            layer = QgsVectorLayer(import_sources.chosen_layer(given["INPUT"]), Path(given["INPUT"].split("|")[0]).stem, "ogr")
        path = Path(layer.source().split("|")[0]) if layer else None
        workbook = Path(given["WORKBOOK"]) if given["WORKBOOK"] else None
        wizard.found = import_sources.read(layer, path, workbook, self.chosen_peildatum, Silent())
        profile = Path(self.profile.currentData()) if self.profile.currentData() else None
        if profile is None:
            wizard.proposed = wizard.found.guess(self.chosen_peildatum)
        else:
            wizard.proposed = m.from_json(profile.read_text(encoding="utf-8-sig"), profile.name)
            m.require_columns(wizard.proposed, wizard.found.columns)


def _context() -> QgsProcessingContext:
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return context


class ColumnsPage(QWizardPage):
    """Which column fills which field, with real values, and what words mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Welke kolom vult welk veld?"))
        self.setSubTitle(tr("Verander wat niet klopt. Onder in elke keuzelijst kunt u ook kolommen optellen of een vaste waarde kiezen."))
        self.join, self.table, self.words, self.known = JoinBox(), MappingTable(), WordsTable(), QLabel()
        self.words_label = QLabel(tr("Woorden die u zelf moet vertalen (‘leeg laten’ is ook goed):"))
        self.known.setWordWrap(True)
        save = QPushButton(tr("Koppeling bewaren onder een naam…"))
        save.setObjectName("bewaren")
        save.clicked.connect(lambda: self.save())
        self.take = QPushButton(tr("Alle voorstellen overnemen"))
        self.take.clicked.connect(self.words.take_proposals)
        self.join.changed.connect(self.completeChanged.emit)
        self.table.changed.connect(self._show_words)
        self.words.meant.connect(self.table.give_meaning)
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        for widget, stretch in ((self.known, 0), (self.join, 0), (self.table, 3), (self.words_label, 0), (self.words, 2)):
            layout.addWidget(widget, stretch)
        buttons.addWidget(self.take)
        buttons.addWidget(save)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Show the proposal."""
        wizard: ImportWizard = self.wizard()
        peildatum = wizard.sources.chosen_peildatum
        forms = ", ".join(tr(known.title) for known in wizard.found.known)
        counts = tr("{polygons} polygonen, {rows} rijen in het werkblad.").format(
            polygons=len(wizard.found.polygons), rows=len(wizard.found.sheet)
        )
        self.known.setText((tr("Herkend: {forms}. ").format(forms=forms) if forms else "") + counts)
        self.join.show_mapping(wizard.found, wizard.proposed, gemeente(wizard.sources.parameters()["GEMEENTE"]), peildatum)
        self.table.show_mapping(wizard.found, wizard.proposed, peildatum)
        self._show_words()

    def _show_words(self) -> None:
        self.words.show_mapping(self.table.mapping(), self.wizard().sources.chosen_peildatum)
        for widget in (self.words, self.words_label):
            widget.setVisible(self.words.rowCount() > 0)
        self.take.setVisible(self.words.has_proposals)

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """When every source has its column of plan names."""
        return self.join.is_complete

    def mapping(self) -> m.PlanMapping:
        """The mapping with everything that was changed here."""
        return self.join.applied_to(self.table.mapping())

    def save(self, name: str = "") -> None:
        """Keep the mapping under a name, to be offered next time."""
        if not name:
            name, given = QInputDialog.getText(self, tr("Koppeling bewaren"), tr("Naam van de koppeling:"))
            if not given:
                return
        name = "".join(character for character in name if character.isalnum() or character in " -_").strip()
        if name:
            write_text(profiles_folder() / f"{name}.json", m.to_json(self.mapping(), self.wizard().found.columns))


class _RunningPage(QWizardPage):
    """A page that runs the algorithm and shows how far it is."""

    def __init__(self) -> None:
        super().__init__()
        self.bar, self.summary, self.report = QProgressBar(), QLabel(), QPushButton(tr("Rapport openen"))
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
        """Run the algorithm in the background."""
        self.results = {}
        self.summary.setText(tr("Bezig…"))
        self.bar.setValue(0)
        self.bar.setVisible(True)
        self.report.setEnabled(False)
        self._run = AlgorithmRun("lmvw:importplans", parameters, self._finished, lambda progress: self.bar.setValue(int(progress)))
        self._run.start()

    def stop(self) -> None:
        """Cancel what runs."""
        if self._run is not None:
            self._run.cancel()
            self._run = None

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """When there is a result."""
        return bool(self.results)

    def _finished(self, results: dict[str, Any], sentence: str) -> None:
        self._run, self.results = None, results
        self.bar.setVisible(False)
        self.report.setEnabled(bool(results))
        self.summary.setText(self.words(results) if results else f'<span style="color:#a50f15">{sentence}</span>')
        self.show_results(results)
        self.completeChanged.emit()

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self.results["REPORT"]))

    def words(self, results: dict[str, Any]) -> str:
        """What happened, in a sentence."""
        raise NotImplementedError  # a page without words is a mistake of ours

    def show_results(self, results: dict[str, Any]) -> None:
        """What more a page shows."""


class ChangesPage(_RunningPage):
    """The dry run: what would change, to choose from."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Wat verandert er?"))
        self.setSubTitle(tr("Er is nog niets veranderd. Haal het vinkje weg bij wat moet blijven zoals het is."))
        self.setCommitPage(True)
        self.table = ChangesTree()
        self.layout_.insertWidget(1, self.table, 1)
        for number, (text, on) in enumerate(((tr("Alles aanvinken"), True), (tr("Alles uitvinken"), False))):
            button = QPushButton(text)
            button.clicked.connect(lambda _, on=on: self.table.tick_all(on))
            self.line.insertWidget(number, button)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run dry, with the report in a folder of our own."""
        wizard: ImportWizard = self.wizard()
        self.table.clear()
        self.start(wizard.parameters(DRY_RUN=True))

    def cleanupPage(self) -> None:  # noqa: N802  # Qt's name
        """Going back stops the dry run."""
        self.stop()

    def words(self, results: dict[str, Any]) -> str:
        """The counts of the dry run."""
        return tr(
            "{new} nieuwe plannen, {changed} plannen wijzigen, {same} blijven gelijk; {waiting} regels wachten op u (zie het rapport)."
        ).format(new=results["NEW"], changed=results["CHANGED"], same=results["UNCHANGED"], waiting=results["NOT_IMPORTED"])

    def show_results(self, results: dict[str, Any]) -> None:
        """The table of changes."""
        if results:
            document = json.loads(Path(results["CHANGES_FOUND"]).read_text(encoding="utf-8"))
            self.table.show_changes(document["wijzigingen"], self.wizard().sources.chosen_peildatum)

    def choice(self, folder: Path) -> Path:
        """What was chosen, for the algorithm."""
        document = json.loads(Path(self.results["CHANGES_FOUND"]).read_text(encoding="utf-8"))
        document["wijzigingen"] = self.table.chosen()
        path = folder / "wijzigingen.json"
        write_text(path, json.dumps(document, ensure_ascii=False))
        return path


class ResultPage(_RunningPage):
    """The import itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Importeren"))
        self.setSubTitle(tr("Het rapport staat ook naast het planbestand, om te bewaren of door te sturen."))
        self.page = QTextBrowser()
        self.page.setOpenExternalLinks(True)
        self.layout_.addWidget(self.page, 1)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Run for real, with what was chosen."""
        wizard: ImportWizard = self.wizard()
        self.start(wizard.parameters(CHANGES=str(wizard.changes.choice(wizard.folder))))

    def show_results(self, results: dict[str, Any]) -> None:
        """The report; what is done cannot be cancelled."""
        self.wizard().setOption(QWizard.WizardOption.NoCancelButtonOnLastPage, bool(results))
        report = Path(results["REPORT"]) if results else None
        if report is not None and report.stat().st_size <= _READABLE:
            self.page.setHtml(report.read_text(encoding="utf-8"))
        elif report is not None:
            self.page.setPlainText(tr("Het rapport is te lang om hier te tonen; open het met de knop hierboven."))

    def words(self, results: dict[str, Any]) -> str:
        """The counts of the import."""
        text = tr(
            "{new} plannen toegevoegd, {changed} bijgewerkt, {same} gelijk gebleven. {waiting} regels wachten op u; het rapport zegt waarom."
        ).format(new=results["NEW"], changed=results["CHANGED"], same=results["UNCHANGED"], waiting=results["NOT_IMPORTED"])
        loaded = plan_update.find_loaded(QgsProject.instance(), Path(results["OUTPUT"]))
        if loaded is not None and loaded.isModified():
            text += "<br>" + tr("De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken.")
        return text


def open_import_wizard(iface: QgisInterface) -> ImportWizard:
    """Show the wizard for the layer in hand."""
    layer = iface.activeLayer()
    wizard = ImportWizard(iface.mainWindow(), layer if isinstance(layer, QgsVectorLayer) else None)
    show_lasting(wizard)
    return wizard
