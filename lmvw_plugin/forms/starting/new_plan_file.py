# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Nieuw planbestand": asks municipality, peildatum and place, makes the plan file, and a project around it.

The file is made by ``lmvw:createplanfile`` in a task, as anywhere else; the window only collects its parameters.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsFileWidget
from qgis.PyQt.QtCore import QModelIndex, QSortFilterProxyModel, QStringListModel, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from ...core import colours
from ...core.asking.defaults import NO_DEFAULTS
from ...core.basisset.codelists import Gemeente, gemeenten
from ...core.basisset.peildatum import PERIODS, YEARS, Peildatum, through
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.manual import Page
from ...core.rules.yardstick import OF_PLUGIN
from ...layers.kinds import BOUNDARIES, PLAN_FILE_SUFFIX, PLAN_FILES
from ...layers.map.project import save, set_up_project
from ...layers.planfile.about import aim_at, measure_by, stop_at
from .. import messages, user_settings
from ..backgrounds import add_chosen
from ..files import file_box
from ..help import add_help
from ..lasting import show_lasting
from ..letters import readable_lines
from ..run_task import AlgorithmRun
from ..sizes import fit
from .boundary_choice import own_boundary


def peildata(today: date) -> list[Peildatum]:
    """The current delivery first, then the next one and the one before."""
    now = Peildatum.current(today)
    after = Peildatum(date(now.year + 1, 1, 1)) if now.date.month == 7 else Peildatum(date(now.year, 7, 1))
    before = Peildatum(date(now.year - 1, 7, 1)) if now.date.month == 1 else Peildatum(date(now.year, 1, 1))
    return [now, after, before]


def years_of(peildatum: Peildatum) -> str:
    """The years of the phasing in words."""
    single = through(peildatum.year, peildatum.span(YEARS - 1)[1])
    periods = [peildatum.years(slot) for slot in range(YEARS, YEARS + PERIODS)]
    return tr("Fasering: de jaren {single}, en de perioden {periods}.").format(single=single, periods=tr(" en ").join(periods))


class NewPlanFileDialog(QDialog):
    """Asks what is needed. ``finished_with`` is called with the plan file and the project file once both are there."""

    def __init__(self, parent: QWidget | None, finished_with: Callable[[Path, Path], None], today: date | None = None) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName("lmvw_new_plan_file")
        self.setWindowTitle(tr("Nieuw planbestand"))
        self.finished_with = finished_with
        self._run: AlgorithmRun | None = None
        self._boundary: QgsVectorLayer | None = None
        self._make_gemeente_list()
        self._make_other_widgets(today or date.today())
        self._lay_out()
        self._propose_file()
        self.search.setFocus()

    # -- widgets ------------------------------------------------------------------------------------------------

    def _make_gemeente_list(self) -> None:
        self._gemeenten = {
            f"{gemeente.name} ({gemeente.code})": gemeente for gemeente in sorted(gemeenten().values(), key=lambda gemeente: gemeente.name)
        }
        self.search = QLineEdit()
        self.search.setObjectName("search")
        self.search.setPlaceholderText(tr("Zoek op naam of CBS-code, bijvoorbeeld Heemskerk of GM0396"))
        self.search.setClearButtonEnabled(True)
        self._model = QSortFilterProxyModel(self)
        self._model.setSourceModel(QStringListModel(list(self._gemeenten), self))
        self._model.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setObjectName("gemeenten")
        self.list.setAccessibleName(tr("Gemeente"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(120)
        self.search.textChanged.connect(self._filter)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._propose_file())
        self._choose(user_settings.GEMEENTE.get())

    def _make_other_widgets(self, today: date) -> None:
        self.peildatum = QComboBox()
        self.peildatum.setObjectName("peildatum")
        for peildatum in peildata(today):
            self.peildatum.addItem(peildatum.in_full, str(peildatum))
        self.years = QLabel()
        self.years.setObjectName("years")
        self.peildatum.currentIndexChanged.connect(self._show_years)
        self._show_years()
        self.file = QgsFileWidget()
        self.file.setObjectName("file")
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setFilter(PLAN_FILES)
        self.file.setDialogTitle(tr("Waar komt het planbestand?"))
        words = tr("Niet verplicht: om tegenaan te tekenen en te zien wat erbuiten valt")
        self.boundary = file_box("boundary", tr(BOUNDARIES), words)
        self.boundary.setDialogTitle(tr("Bestand met de gemeentegrens"))
        self.grid = QCheckBox(tr("Kilometerraster van RD tonen (werkt zonder internet)"))
        self.grid.setObjectName("grid")
        self.complaint = QLabel()
        self.complaint.setObjectName("complaint")
        self.complaint.setWordWrap(True)
        self.complaint.setStyleSheet(f"{colours.marked(colours.WRONG)}; padding: 3px 6px;")
        self.complaint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.complaint.hide()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Planbestand maken"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuleren"))
        add_help(self.buttons, Page.NEW)
        self.buttons.accepted.connect(self.make)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        rows.addRow(tr("&Gemeente"), self.search)
        rows.addRow("", self.list)
        rows.addRow(tr("&Peildatum"), self.peildatum)
        rows.addRow("", self.years)
        rows.addRow(tr("&Opslaan als"), self.file)
        rows.addRow(tr("Gemeente&grens"), self.boundary)
        rows.addRow("", self.grid)
        whole = QVBoxLayout(self)
        what = QLabel(
            tr(
                "Maakt een planbestand met formulier, keuzelijsten en kaartstijlen, en een project in RD waarin u meteen kunt tekenen. "
                "Uw huidige project blijft bewaard."
            )
        )
        what.setWordWrap(True)
        whole.addWidget(what)
        whole.addLayout(rows)
        whole.addWidget(self.complaint)
        whole.addStretch()
        whole.addWidget(self.buttons)
        fit(self, 640, 480)

    def _filter(self, words: str) -> None:
        self._model.setFilterFixedString(words.strip())
        if self._model.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self._model.index(0, 0))

    def _choose(self, code: str) -> None:
        for row in range(self._model.rowCount()):
            index = self._model.index(row, 0)
            if self._gemeenten[index.data()].code == code:
                self.list.setCurrentIndex(index)
                self.list.scrollTo(index)

    def _show_years(self) -> None:
        self.years.setText(years_of(Peildatum.parse(self.peildatum.currentData())))
        if hasattr(self, "file"):
            self._propose_file()

    def _propose_file(self) -> None:
        """A name that says what it is, until the user has chosen one."""
        chosen = self.gemeente()
        if chosen is None or not hasattr(self, "file"):
            return
        now = self.file.filePath()
        if now and now != getattr(self, "_proposed", ""):
            return
        self._proposed = str(user_settings.proposed_plan_file(chosen, self.peildatum.currentData()))
        self.file.setFilePath(self._proposed)

    def gemeente(self) -> Gemeente | None:
        """The municipality in the list that is chosen and not filtered away."""
        index: QModelIndex = self.list.currentIndex()
        return self._gemeenten.get(index.data()) if index.isValid() else None

    # -- making it ----------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Check everything that can be checked, then run the algorithm in a task; the window stays alive."""
        try:
            path = self._path()
            named = self.boundary.filePath().strip()
            self._boundary = own_boundary(self, named, self.gemeente()) if named else None
            if named and self._boundary is None:  # nothing was chosen
                return
            self._start(path)
        except LmvwError as error:
            self._complain(str(error))

    def _path(self) -> Path:
        """Where the plan file comes.

        :raises LmvwError: when a choice lacks or a project of that name exists.
        """
        if self.gemeente() is None:
            raise LmvwError(tr("Kies een gemeente in de lijst."))
        if not self.file.filePath().strip():
            raise LmvwError(tr("Kies waar het planbestand komt te staan."))
        path = Path(self.file.filePath().strip()).expanduser()
        if not path.is_absolute():
            raise LmvwError(tr("‘{path}’ noemt geen map; kies met de knop … waar het planbestand komt te staan.").format(path=path))
        if path.suffix == "":
            path = path.with_suffix(PLAN_FILE_SUFFIX)
        if path.with_suffix(".qgz").exists():
            raise LmvwError(tr("Project ‘{path}’ bestaat al; open dat, of kies een andere naam.").format(path=path.with_suffix(".qgz")))
        return path

    def _start(self, path: Path) -> None:
        """Run the algorithm."""
        parameters = {"GEMEENTE": self.gemeente().code, "PEILDATUM": self.peildatum.currentData(), "OUTPUT": str(path)}
        self.complaint.hide()
        self._busy(True)
        self._run = AlgorithmRun("lmvw:createplanfile", parameters, partial(self._done, path), lambda _: None)
        self._run.start()

    def _done(self, path: Path, results: dict[str, Any], sentence: str) -> None:
        self._run = None
        self._busy(False)
        if not results:
            self._complain(sentence)
            return
        try:
            if (measures := user_settings.measures(self.gemeente().code)) != (OF_PLUGIN, NO_DEFAULTS):
                measure_by(path, *measures)
            aim_at(path, user_settings.targets(self.gemeente().code))
            stop_at(path, user_settings.thresholds(self.gemeente().code))
            project_file = self._make_project(path)
        except LmvwError as error:
            self._complain(str(error))
            return
        user_settings.FOLDER.set(str(path.parent))
        user_settings.GEMEENTE.set(self.gemeente().code)
        self.accept()
        self.finished_with(path, project_file)

    def _make_project(self, path: Path) -> Path:
        """The project is put together beside the open one, which stays as it is."""
        project = QgsProject()
        set_up_project(project, path, self._boundary, self.grid.isChecked())
        add_chosen(project)
        self._boundary = None  # the project's
        project_file = path.with_suffix(".qgz")
        save(project, project_file)
        return project_file

    def _busy(self, busy: bool) -> None:
        for widget in (self.search, self.list, self.peildatum, self.file, self.boundary, self.grid, self.buttons):
            widget.setEnabled(not busy)

    def _complain(self, sentence: str) -> None:
        self.complaint.setText(sentence)
        self.complaint.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter behind a name that was searched chooses it and goes on; it makes no plan file."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.focusWidget() in (self.search, self.list):
            self.peildatum.setFocus()
        else:
            super().keyPressEvent(event)

    def abandon(self) -> None:
        """Stop what runs; nobody waits for it any more."""
        if self._run is not None:
            self._run.abandon()
            self._run = None

    def reject(self) -> None:
        """Closing the window while the file is being made would leave nobody to take it."""
        if self._run is None:
            super().reject()


def open_new_plan_file(iface: QgisInterface) -> NewPlanFileDialog:
    """Show the window; when it is done the new project opens, after the question whether to save the present one."""
    dialog = NewPlanFileDialog(iface.mainWindow(), lambda path, project: _take_over(iface, path, project))
    show_lasting(dialog, dialog.abandon)
    return dialog


def _take_over(iface: QgisInterface, path: Path, project_file: Path) -> None:
    if not iface.newProject(True):
        made = tr("Planbestand {path} en project {project} zijn gemaakt; uw huidige project is open gebleven.")
        messages.tell(iface, made.format(path=path, project=project_file.name))
        return
    iface.addProject(str(project_file))
    plans = next((layer for layer in QgsProject.instance().mapLayers().values() if layer.source().startswith(str(path))), None)
    if plans is not None:
        iface.setActiveLayer(plans)
        plans.startEditing()
    made = tr("Planbestand {file} en project {project} zijn gemaakt; teken een polygoon of importeer plannen.")
    messages.tell(iface, made.format(file=path.name, project=project_file.name))
