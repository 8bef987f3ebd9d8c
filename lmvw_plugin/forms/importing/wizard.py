# SPDX-License-Identifier: GPL-2.0-or-later
"""The import wizard: choose the sources, look at the columns, see what would change, and run the algorithm."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QPushButton, QVBoxLayout, QWidget, QWizardPage

from ...core.basisset.peildatum import Peildatum
from ...core.i18n import tr
from ...core.importing.mapping import document as mapping_json
from ...core.importing.mapping import plan as m
from ...core.manual import Page
from ...layers.files import write_text
from ..lasting import show_lasting
from . import reading as import_reading
from .join import JoinBox
from .reading import Reading
from .results import ImportChangesPage, ImportResultPage
from .run_wizard import RunWizard
from .sources_page import SourcesPage
from .tables import MappingTable, WordsTable
from .words import counted


class ImportWizard(RunWizard):
    """Collects what ``lmvw:importplans`` needs. All work is done by that algorithm, first as a dry run."""

    algorithm = "lmvw:importplans"

    def __init__(
        self, parent: QWidget | None = None, layer: QgsVectorLayer | None = None, bring_in: Callable[[Path], object] | None = None
    ) -> None:
        super().__init__("lmvw_import", tr("Plannen importeren"), Page.IMPORT, parent)
        self.bring_in = bring_in
        self.reading = Reading()
        self.sources, self.columns = SourcesPage(), ColumnsPage()
        self.changes, self.result = ImportChangesPage(), ImportResultPage()
        for page in (self.sources, self.columns, self.changes, self.result):
            self.addPage(page)
        if layer is not None:
            self.sources.propose(layer)

    @property
    def peildatum(self) -> Peildatum:
        """As chosen."""
        return self.sources.chosen_peildatum

    @property
    def plan_file(self) -> Path:
        """As chosen."""
        return Path(self.sources.target.filePath())

    def parameters(self, **more: Any) -> dict[str, Any]:
        """The parameters of the algorithm."""
        mapping = self.folder / "kolomkoppeling.json"
        write_text(mapping, mapping_json.to_json(self.columns.mapping(), self.reading.contents.columns))
        return {**self.sources.parameters(), "MAPPING": str(mapping), "UPDATE": True, **more}

    def done(self, result: int) -> None:
        """Closing also stops the reading."""
        self.sources.stop()
        super().done(result)


class ColumnsPage(QWizardPage):
    """Which column fills which field, with real values, and what words mean."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle(tr("Welke kolom vult welk veld?"))
        self.setSubTitle(tr("Verander wat niet klopt. Onder in elke keuzelijst kunt u ook kolommen optellen of een vaste waarde kiezen."))
        self.join, self.table, self.words, self.known = JoinBox(), MappingTable(), WordsTable(), QLabel()
        self.words_label = QLabel(tr("Kies zelf wat deze woorden betekenen (‘leeg laten’ is ook goed):"))
        self.doubts = QLabel()
        for label in (self.known, self.doubts):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of columns are no markup
        save = QPushButton(tr("Koppeling &bewaren onder een naam…"))
        save.setObjectName("bewaren")
        save.clicked.connect(lambda: self.save())
        self.anew = QPushButton(tr("&Nieuw voorstel"))
        self.anew.setToolTip(tr("Laat de plugin de kolommen opnieuw voorstellen, zonder uw bewaarde koppeling."))
        self.anew.clicked.connect(self._propose_anew)
        self.take = QPushButton(tr("Alle voorstellen &overnemen"))
        self.take.clicked.connect(self.words.take_proposals)
        self.join.changed.connect(self.completeChanged.emit)
        self._shown: Reading | None = None
        self.table.changed.connect(self._show_words)
        self.words.meant.connect(self.table.give_meaning)
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        for widget, stretch in ((self.known, 0), (self.doubts, 0), (self.join, 0), (self.table, 3), (self.words_label, 0), (self.words, 2)):
            layout.addWidget(widget, stretch)
        buttons.addWidget(self.take)
        buttons.addWidget(save)
        buttons.addWidget(self.anew)
        buttons.addStretch(1)
        layout.addLayout(buttons)

    def initializePage(self) -> None:  # noqa: N802  # Qt's name
        """Show the proposal. When nothing else was read, what was changed here stays."""
        wizard: ImportWizard = self.wizard()
        reading = wizard.reading
        if reading is self._shown:
            return
        self._shown = reading
        forms = ", ".join(tr(known.title) for known in reading.contents.known)
        counts = counted(
            (len(reading.contents.polygons), "1 polygoon", "{count} polygonen"),
            (len(reading.contents.sheet), "1 rij in het Excel-bestand", "{count} rijen in het Excel-bestand"),
        )
        kept = tr(" Uw bewaarde koppeling ‘{name}’ past op deze kolommen en is gebruikt.").format(name=reading.profile)
        self.known.setText(
            (tr("Herkend: {forms}. ").format(forms=forms) if forms else "") + counts + "." + (kept if reading.profile else "")
        )
        self.doubts.setText("\n".join(reading.questions))
        self.doubts.setVisible(bool(reading.questions))
        self.anew.setVisible(bool(reading.profile))
        self._show(reading.proposed)

    def _show(self, mapping: m.PlanMapping) -> None:
        wizard: ImportWizard = self.wizard()
        self.join.show_mapping(wizard.reading.contents, mapping)
        self.table.show_mapping(wizard.reading.contents, mapping, wizard.sources.chosen_peildatum)
        self._show_words()

    def _propose_anew(self) -> None:
        wizard: ImportWizard = self.wizard()
        self._show(import_reading.proposal(wizard.reading.contents, wizard.sources.chosen_peildatum))

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
            write_text(
                import_reading.profiles_folder() / f"{name}.json",
                mapping_json.to_json(self.mapping(), self.wizard().reading.contents.columns),
            )


def open_import_wizard(iface: QgisInterface, bring_in: Callable[[Path], object]) -> ImportWizard:
    """Show the wizard for the layer in hand. ``bring_in`` shows a plan file that it made."""
    layer = iface.activeLayer()
    wizard = ImportWizard(iface.mainWindow(), layer if isinstance(layer, QgsVectorLayer) else None, bring_in)
    show_lasting(wizard, wizard.abandon)
    return wizard
