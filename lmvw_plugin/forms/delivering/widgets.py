# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the window before a delivery, and how they lie; what they do is in ``dialog``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTextBrowser,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from ...core.basisset.fields import SMALL_BELOW
from ...core.delivering import profiles
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ...layers.map.project import boundary_of
from ...layers.planfile import store as planfile
from ...layers.requirements import lack
from .. import user_settings
from ..help import add_help, open_manual
from ..review.tree import FindingTree
from ..sizes import fit
from ..working_window import WorkingWindow
from .rest import RestQuestion
from .town_hall import TownHallBox

PLAN = 0  # the first column of a table of findings


class DeliveryWidgets(WorkingWindow):
    """The window without its work."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None) -> None:
        super().__init__(parent)
        self.layer, self.path, self.info, self._iface = layer, path, planfile.read_info(path), iface
        self.made: dict[str, Any] = {}
        self._lack = lack("shapely", "openpyxl")
        self._make_widgets()
        self._lay_out()

    def _make_widgets(self) -> None:
        self.verdict = QLabel(tr("De plannen worden gecontroleerd …"))
        self.verdict.setObjectName("verdict")
        self.verdict.setWordWrap(True)
        self.summary = QTextBrowser()
        self.summary.setObjectName("summary")
        self.summary.setAccessibleName(tr("Wat gaat er mee"))
        self.summary.setOpenLinks(False)
        self.errors = QTreeView()
        self.errors.setAccessibleName(tr("Te doen"))
        self.errors.setObjectName("errors")
        self.errors.setWordWrap(True)
        self.errors.setAlternatingRowColors(True)
        self.todo = FindingTree(self.errors, (tr("Taak en plan"), tr("Wat er is en wat u kunt doen")))
        self.errors.setModel(self.todo)
        self.errors.setColumnWidth(0, 420)
        self.warnings = _table("warnings", (tr("Plan"), tr("Waarschuwing"), tr("Toelichting (typ hier)")))
        self.warnings.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.folder = QgsFileWidget()
        self.folder.setObjectName("folder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(user_settings.DELIVERY_FOLDER.get() or self.path.parent / "levering"))
        self.profile = QComboBox()
        self.profile.setObjectName("profile")
        for name in profiles.names():
            self.profile.addItem(tr(profiles.STANDARD.title) if name == profiles.STANDARD.name else name.title(), name)
        self.own_profile = QgsFileWidget()
        self.own_profile.setObjectName("own_profile")
        self.own_profile.setFilter("JSON (*.json)")
        self.own_profile.lineEdit().setPlaceholderText(tr("Niet verplicht: profiel dat de provincie zelf maakte"))
        self.boundary = _layer_box("boundary")
        self.boundary.setLayer(boundary_of(QgsProject.instance()))
        self.bag = QgsFileWidget()
        self.bag.setObjectName("bag")
        self.bag.setFilter(PLAN_FILES)
        self.bag.lineEdit().setPlaceholderText(tr("Niet verplicht: om te zien of gerealiseerd klopt (regel S7)"))
        self.previous = QgsFileWidget()
        self.previous.setObjectName("previous")
        self.previous.setFilter(tr("Pakket of kaartbestand (*.zip *.gpkg *.shp *.geojson *.json);;Alle bestanden (*)"))
        self.previous.lineEdit().setPlaceholderText(tr("Niet verplicht: anders de laatste die het planbestand onthoudt"))
        self.contact = QLineEdit(user_settings.CONTACT.get())
        self.contact.setObjectName("contact")
        self.remarks = QPlainTextEdit()
        self.remarks.setObjectName("remarks")
        self.remarks.setMaximumHeight(90)
        self.rest = RestQuestion(self.info.peildatum)
        self.aggregate = QComboBox()
        self.aggregate.setObjectName("aggregate")
        for words, answer in ((tr("geen keuze"), None), (tr("ja"), True), (tr("nee"), False)):
            self.aggregate.addItem(words, answer)
        self.aggregate.setCurrentIndex(self.aggregate.findData(self.info.provincie_aggregeert))
        self.small = QCheckBox(tr("Plannen met minder dan {below} woningen als één plan leveren").format(below=SMALL_BELOW))
        self.small.setObjectName("small")
        self.part = QCheckBox(tr("Toch alleen dit deel van de plannen leveren"))
        self.part.setObjectName("part")
        self.part.setVisible(False)
        self.agreement = QLineEdit(self.info.akkoord_klein)
        self.agreement.setObjectName("agreement")
        self.agreement.setPlaceholderText(tr("Bijvoorbeeld: mail van de provincie van 3 maart 2026"))
        self.town_hall = TownHallBox(self.layer, self.path, self._iface.mapCanvas() if self._iface is not None else None)
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setAccessibleName(tr("Voortgang"))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.close_button = self.buttons.button(QDialogButtonBox.StandardButton.Close)
        self.export = self.buttons.addButton(tr("Levering maken"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.check = self.buttons.addButton(tr("Opnieuw controleren"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_folder = self._opener(tr("Map openen"), lambda: self.folder.filePath())
        self.open_report = self._opener(tr("Rapport openen"), lambda: str(self.made["REPORT"]))
        for button in (self.close_button, self.check):
            button.setAutoDefault(False)
        self.export.setDefault(True)
        self.export.setEnabled(False)
        add_help(self.buttons, Page.DELIVER)
        if self._lack:
            advice = self.buttons.addButton(tr("Voor uw beheerder"), QDialogButtonBox.ButtonRole.HelpRole)
            advice.setObjectName("advice")
            advice.setAutoDefault(False)
            advice.clicked.connect(lambda: open_manual(self, Page.ADMIN))

    def _opener(self, words: str, path: Callable[[], str]) -> QPushButton:
        """A button for what is made, once it is made."""
        button = QPushButton(words)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(path())))
        return button

    def _lay_out(self) -> None:
        choices = QWidget()
        rows = QFormLayout(choices)
        rows.addRow(tr("&Map voor de levering"), self.folder)
        rows.addRow(tr("&Profiel van de provincie"), self.profile)
        rows.addRow(tr("Eigen pro&fiel"), self.own_profile)
        rows.addRow(tr("&Gemeentegrens"), self.boundary)
        rows.addRow(tr("&BAG-bestand"), self.bag)
        rows.addRow(tr("&Vorige levering"), self.previous)
        rows.addRow(tr("&Contact bij de gemeente"), self.contact)
        rows.addRow(tr("&Opmerkingen"), self.remarks)
        if self.rest.asked:
            rows.addRow(tr("Gaat het om &restcapaciteit?"), self.rest)
        rows.addRow(tr("Provincie &telt vertrouwelijke plannen op (art. 8)"), self.aggregate)
        rows.addRow(tr("&Kleine plannen (art. 9)"), self.small)
        rows.addRow(tr("&Akkoord van de provincie"), self.agreement)
        rows.addRow(tr("Vlak van het gemeente&huis"), self.town_hall)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        pages = (
            (self.summary, tr("Wat gaat er mee")),
            (self.errors, tr("Te doen")),
            (self.warnings, tr("Waarschuwingen")),
            (_scrolling(choices), tr("Gegevens en keuzes")),
        )
        for page, title in pages:
            self.tabs.addTab(page, title)
        for widget in (self.folder, self.own_profile, self.bag, self.previous):
            widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        whole = QVBoxLayout(self)
        for widget in (self.verdict, self.part, self.tabs, self.progress, self.buttons):
            whole.addWidget(widget)
        fit(self, 860, 620)


def _scrolling(inside: QWidget) -> QScrollArea:
    """A page that is higher than a small screen."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(inside)
    return area


def _table(name: str, header: tuple[str, ...]) -> QTableWidget:
    table = QTableWidget(0, len(header))
    table.setObjectName(name)
    table.setHorizontalHeaderLabels(header)
    table.verticalHeader().hide()
    table.setWordWrap(True)
    table.setColumnWidth(PLAN, 180)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for column in range(1, len(header)):
        table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    return table


def fixed(text: str) -> QTableWidgetItem:
    """A cell that is only read."""
    item = QTableWidgetItem(text)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    return item


def _layer_box(name: str) -> QgsMapLayerComboBox:
    box = QgsMapLayerComboBox()
    box.setObjectName(name)
    box.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
    box.setAllowEmptyLayer(True)
    box.setLayer(None)
    return box
