# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page of the import wizard: which files, which delivery, and where to. Reading them is work for the background."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import QgsMapLayerProxyModel, QgsVectorLayer
from qgis.gui import QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget, QWizardPage

from ...core.basisset.codelists import gemeenten
from ...core.basisset.peildatum import Peildatum
from ...core.errors import LmvwError
from ...core.i18n import later, tr
from ...layers.importing import layers as import_layers
from ...layers.kinds import PLAN_FILES, WORKBOOKS
from ...layers.planfile import store as planfile
from .. import user_settings
from ..run_task import Job
from . import reading as import_reading
from .reading import Reading, SourceReader
from .words import wrong

if TYPE_CHECKING:
    from .wizard import ImportWizard

_LAYERS = later("GIS-bestanden (*.gpkg *.shp *.geojson *.json *.gdb *.zip *.gml *.fgb);;Alle bestanden (*)")


class SourcesPage(QWizardPage):
    """Which files, which delivery, and where to."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Waar komen de plannen vandaan?"))
        self.setSubTitle(
            tr("Een kaartlaag, een Excel-bestand, of allebei. Bestanden van DIWI, provincies en de planmonitor worden herkend.")
        )
        self._reading: Job | None = None
        self._listing: Job | None = None
        self._arrived = False
        self.layer, self.layer_file = QgsMapLayerComboBox(), QgsFileWidget()
        self.layer.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.layer.setAllowEmptyLayer(True, tr("(geen laag uit het project)"))
        self.layer.setCurrentIndex(0)
        self.layer_file.setFilter(tr(_LAYERS))
        self.sublayer, self.sublayer_label = QComboBox(), QLabel(tr("Laag &in het bestand"))
        self.sublayer_label.setBuddy(self.sublayer)
        self.layer_file.fileChanged.connect(self._list_layers)
        self.workbook, self.profile, self.target = QgsFileWidget(), QComboBox(), QgsFileWidget()
        self.workbook.setFilter(tr(WORKBOOKS))
        self.profile.addItem(tr("(een bewaarde koppeling die past, anders een voorstel)"), "")
        for path in sorted(import_reading.profiles_folder().glob("*.json")):
            self.profile.addItem(path.stem, str(path))
        self.target.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.target.setConfirmOverwrite(False)
        self.target.setFilter(PLAN_FILES)
        self.gemeente, self.peildatum, self.message = QComboBox(), QComboBox(), QLabel()
        self.gemeente.setEditable(True)
        self.gemeente.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for gemeente in sorted(gemeenten().values(), key=lambda gemeente: gemeente.name):
            self.gemeente.addItem(f"{gemeente.name} ({gemeente.code})", gemeente.code)
        self.gemeente.setCurrentIndex(-1)
        now = Peildatum.current(date.today())
        for year in range(now.year + 1, now.year - 6, -1):
            for month in (7, 1):
                self._offer(Peildatum(date(year, month, 1)))
        self._choose(now)
        self._proposed = ""
        for choice in (self.gemeente, self.peildatum):
            choice.currentIndexChanged.connect(self._propose_file)
        self._lay_out()
        self._show_layers([])

    def _lay_out(self) -> None:
        self.fields, self.bar, self.stop_button = QWidget(), QProgressBar(), QPushButton(tr("&Lezen afbreken"))
        self.bar.setAccessibleName(tr("Voortgang"))
        form = QFormLayout(self.fields)
        form.setContentsMargins(0, 0, 0, 0)
        for label, widget in (
            (tr("&Kaartlaag in het project"), self.layer), (tr("of een &bestand"), self.layer_file),
            (self.sublayer_label, self.sublayer), (tr("&Excel-bestand met plangegevens"), self.workbook),
            (tr("K&olomkoppeling"), self.profile), (tr("&Gemeente"), self.gemeente),
            (tr("&Peildatum"), self.peildatum), (tr("Planbestan&d (nieuw of bestaand)"), self.target),
        ):  # fmt: skip
            form.addRow(label, widget)
        self.message.setWordWrap(True)
        self.stop_button.clicked.connect(self._stopped)
        line = QHBoxLayout()
        line.addWidget(self.bar, 1)
        line.addWidget(self.stop_button)
        whole = QVBoxLayout(self)
        whole.addWidget(self.fields)
        whole.addWidget(self.message)
        whole.addLayout(line)
        whole.addStretch(1)
        self._busy(False)

    # -- what was chosen ----------------------------------------------------------------------------------------------

    def _list_layers(self, file: str) -> None:
        """A file with several layers of polygons asks which one, as soon as it has been looked into."""
        self._stop_listing()
        self._show_layers([])
        if file:
            path = Path(file)
            self._listing = Job(
                tr("Lagen in {name}").format(name=path.name),
                lambda _: import_layers.names_in(path),
                self._listed,
            )
            self._listing.start()

    def _listed(self, names: list[str] | None, _: str) -> None:
        self._listing = None
        self._show_layers(names or [])

    def _show_layers(self, names: list[str]) -> None:
        """No layer is chosen until somebody does: the first may hold a quarter of the plans."""
        self.sublayer.clear()
        self.sublayer.addItem(tr("(kies een laag)"), "")
        self.sublayer.addItem(tr("(alle lagen samen)"), import_layers.ALL)
        for name in names:
            self.sublayer.addItem(name, name)
        for widget in (self.sublayer, self.sublayer_label):
            widget.setVisible(len(names) > 1)

    def _file(self) -> str:
        """The file with its layer, as QGIS opens it."""
        file: str = self.layer_file.filePath()
        name = self.sublayer.currentData()
        return f"{file}|layername={name}" if name else file

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
        self._choose(info.peildatum)

    def _propose_file(self, *_: object) -> None:
        """A new file by a name that says what it is, until the user has chosen one; never one that is there."""
        code = self.gemeente.currentData()
        if code is None or self.target.filePath() not in ("", self._proposed):
            return
        path = user_settings.proposed_plan_file(gemeenten()[code], self.peildatum.currentData())
        self._proposed = "" if path.exists() else str(path)
        self.target.setFilePath(self._proposed)

    def _offer(self, peildatum: Peildatum) -> None:
        self.peildatum.addItem(peildatum.in_full, str(peildatum))

    def _choose(self, peildatum: Peildatum) -> None:
        """A plan file may be older than the list goes back."""
        if self.peildatum.findData(str(peildatum)) < 0:
            self._offer(peildatum)
        self.peildatum.setCurrentIndex(self.peildatum.findData(str(peildatum)))

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

    # -- reading ------------------------------------------------------------------------------------------------------

    def validatePage(self) -> bool:  # noqa: N802  # Qt's name
        """Start reading; the wizard goes on by itself when that is done."""
        if self._arrived:
            self._arrived = False
            return True
        if self._reading is None:
            try:
                self._read()
            except LmvwError as error:
                self.message.setText(wrong(str(error)))
        return False

    def isComplete(self) -> bool:  # noqa: N802  # Qt's name
        """When nothing is being read."""
        return self._reading is None

    def stop(self) -> None:
        """Stop what runs; nothing was changed by it."""
        self._stop_listing()
        if self._reading is not None:
            self._reading.abandon()
            self._reading = None

    def _read(self) -> None:
        """Take up what is on the page, and read the sources.

        :raises LmvwError: when something is not filled in or cannot be read.
        """
        wizard: ImportWizard = self.wizard()
        given = self.parameters()
        if not given["OUTPUT"]:
            raise LmvwError(tr("Kies waar het planbestand komt te staan."))
        profile = Path(self.profile.currentData()) if self.profile.currentData() else None
        reader = SourceReader(given, self.chosen_peildatum, profile, wizard.reading)
        self._reading = Job(tr("Bronnen van de import lezen"), reader.read, self._finished)
        self._reading.progressChanged.connect(self._progressed)
        self.message.setText(tr("De bronnen worden gelezen …"))
        self._busy(True)
        self._reading.start()

    def _progressed(self, progress: float) -> None:
        self.bar.setMaximum(100)
        self.bar.setValue(int(progress))

    def _finished(self, reading: Reading | None, sentence: str) -> None:
        wizard: ImportWizard = self.wizard()
        self._reading = None
        self._busy(False)
        self.message.setText(wrong(sentence) if sentence else "")
        if reading is not None:
            wizard.reading = reading
            self._arrived = True
            wizard.next()

    def _stopped(self) -> None:
        self.stop()
        self._busy(False)
        self.message.setText(tr("Het lezen is afgebroken; er is niets veranderd."))

    def _stop_listing(self) -> None:
        if self._listing is not None:
            self._listing.abandon()
            self._listing = None

    def _busy(self, busy: bool) -> None:
        """While the sources are read they cannot be changed; only stopping is possible."""
        focus = self.fields.focusWidget()
        self.bar.setRange(0, 0)  # just busy, as long as it is not known how far: opening a file may take a while
        for widget in (self.bar, self.stop_button):
            widget.setVisible(busy)
        self.fields.setEnabled(not busy)
        if focus is not None and not busy:
            focus.setFocus()
        self.completeChanged.emit()
