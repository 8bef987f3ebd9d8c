# SPDX-License-Identifier: GPL-2.0-or-later
"""The page "LMVW" in QGIS's Options: what belongs to the user, and the price limits, which travel with the plan file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from qgis.core import QgsProject
from qgis.gui import QgisInterface, QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QGroupBox, QLabel, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from ...core import paths
from ...core.basisset.codelists import gemeenten
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.map.check_join import layers_of
from ...layers.planfile import store as planfile
from .. import user_settings
from ..lasting import take_crosses
from ..plan_form.planner_mode import PlannerMode
from ..plan_in_hand import plan_file
from .limits import LimitBoxes

PAGE = "lmvw_options"


class OptionsPage(QgsOptionsPageWidget):
    """What is on the page is kept when the user presses OK or Apply, and only where it was changed."""

    def __init__(self, iface: QgisInterface, planner: PlannerMode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self._planner = planner
        self._path: Path | None = None
        self.limits: LimitBoxes | None = None
        whole = QVBoxLayout(self)
        whole.addWidget(self._of_user())
        whole.addWidget(self._of_plan_file(iface))
        take_crosses(self)
        whole.addStretch(1)

    def _of_user(self) -> QGroupBox:
        self.gemeente = QComboBox()
        self.gemeente.setObjectName("gemeente")
        self.gemeente.addItem(tr("(niet gekozen)"), "")
        for one in sorted(gemeenten().values(), key=lambda one: one.name):
            self.gemeente.addItem(f"{one.name} ({one.code})", one.code)
        self.gemeente.setCurrentIndex(max(0, self.gemeente.findData(user_settings.GEMEENTE.get())))
        self.contact = QLineEdit(user_settings.CONTACT.get())
        self.contact.setObjectName("contact")
        self.contact.setPlaceholderText(tr("Wie de provincie kan bellen of mailen"))
        self.folder = QgsFileWidget()
        self.folder.setObjectName("folder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(user_settings.FOLDER.get())
        self.planner = QCheckBox(tr("Een klik op een plan opent zijn formulier (invullen op de kaart)"))
        self.planner.setObjectName("planner")
        self.planner.setChecked(self._planner.on())
        box = QGroupBox(tr("Voor u, in elk planbestand"))
        rows = QFormLayout(box)
        rows.addRow(tr("Gemeente"), self.gemeente)
        rows.addRow(tr("Contact bij de gemeente"), self.contact)
        rows.addRow(tr("Map met planbestanden"), self.folder)
        rows.addRow("", self.planner)
        return box

    def _of_plan_file(self, iface: QgisInterface) -> QGroupBox:
        box = QGroupBox(tr("Prijsgrenzen in dit planbestand"))
        inside = QVBoxLayout(box)
        words = QLabel()
        words.setObjectName("limits_words")
        words.setWordWrap(True)
        inside.addWidget(words)
        try:
            _, self._path = plan_file(iface)
            info = planfile.read_info(self._path)
        except LmvwError as error:
            self._path = None
            words.setText(f"{error} {tr('De prijsgrenzen staan in het planbestand en reizen ermee mee.')}")
            return box
        said = tr("‘{name}’, peildatum {peildatum}. Is een grens niet officieel bekend, geef dan uw eigen grens op, of laat het vak leeg. Formulier "
                  "en Excel-bestand noemen haar ‘eigen opgave’.")  # fmt: skip
        words.setText(said.format(name=self._path.name, peildatum=info.peildatum.words))
        self.limits = LimitBoxes(info.limits, info.peildatum.year, user_settings.CONTACT.get())
        inside.addWidget(self.limits)
        return box

    def isValid(self) -> bool:  # noqa: N802  # QGIS's name
        """The window stays open when a price limit cannot be understood, and says why."""
        try:
            if self.limits is not None:
                self.limits.stated(date.today())
        except LmvwError as error:
            QMessageBox.warning(self, tr("LMVW"), str(error))
            return False
        return True

    def apply(self) -> None:
        """Keep what is on the page."""
        user_settings.GEMEENTE.set(self.gemeente.currentData())
        user_settings.CONTACT.set(self.contact.text().strip())
        user_settings.FOLDER.set(self.folder.filePath())
        if self.planner.isChecked() != self._planner.on():
            self._planner.choose(self.planner.isChecked())
        try:
            self._keep_limits()
        except LmvwError as error:
            QMessageBox.warning(self, tr("LMVW"), str(error))

    def _keep_limits(self) -> None:
        if self.limits is None or self._path is None:
            return
        limits = self.limits.stated(date.today())
        if limits == planfile.read_info(self._path).limits:
            return
        planfile.state_limits(self._path, limits)
        for layer in layers_of(QgsProject.instance(), self._path):
            if not layer.isEditable():  # a form may be open on one that is edited; it has them when it is opened again
                planfile.renew_form(layer)


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time QGIS opens its Options. Its search looks through the words on the page."""

    def __init__(self, iface: QgisInterface, planner: PlannerMode) -> None:
        super().__init__(tr("LMVW"), QIcon(str(paths.ICONS / "lmvw.svg")), PAGE)
        self._iface, self._planner = iface, planner
        self.setTitle(tr("LMVW"))

    def createWidget(self, parent: QWidget | None = None) -> OptionsPage:  # noqa: N802  # QGIS's name
        """A page with how things are now."""
        return OptionsPage(self._iface, self._planner, parent)
