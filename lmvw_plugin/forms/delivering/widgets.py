# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the window before a delivery, and how they lie; what they do is in ``dialog``."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsMapLayerProxyModel, QgsProject, QgsVectorLayer
from qgis.gui import QgisInterface, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidgetItem,
    QWidget,
)

from ...core.basisset.fields import SMALL_BELOW
from ...core.delivering import profiles
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import MAPPINGS, PLAN_FILES
from ...layers.map.project import boundary_of
from .. import user_settings
from ..files import file_box
from ..packing.widgets import scrolling
from ..packing.window import Packing, PackingWindow
from ..panels.widgets import browser, line, lines, table
from ..review.tree import FindingTree, FindingView
from .as_province import look_as_province
from .rest import RestQuestion
from .town_hall import TownHallBox

PLAN = 0  # the first column of a table of findings


class DeliveryWidgets(PackingWindow):
    """The window without its work."""

    def __init__(self, parent: QWidget | None, layer: QgsVectorLayer, path: Path, iface: QgisInterface | None) -> None:
        packing = Packing(
            name="lmvw_delivery",
            title=tr("Levering maken: {gemeente}, peildatum {peildatum} ({delivery})"),
            look=tr("Controle voor de levering"),
            looking=tr("De plannen worden gecontroleerd …"),
            look_again=tr("Opnieuw controleren"),
            make=tr("Levering maken"),
            making=tr("De levering wordt gemaakt, teruggelezen en vergeleken …"),
            algorithm="lmvw:exportdelivery",
            page=Page.DELIVER,
            folder=user_settings.DELIVERY_FOLDER,
            folder_name="levering",
        )
        super().__init__(parent, layer, path, iface, packing)
        self.open_report = self.opener("open_report", tr("Rapport openen"), lambda: str(self.made["REPORT"]))
        self.as_province = self.afterwards(
            "as_province", tr("Bekijken als de provincie…"), lambda: look_as_province(Path(self.made["PACKAGE"]))
        )
        self._make_pages()
        self._make_files()
        self._make_choices()
        self._lay_out()

    def _make_pages(self) -> None:
        self.summary = browser("summary", tr("Wat gaat er mee"))
        self.errors = FindingView()
        self.errors.setAccessibleName(tr("Te doen"))
        self.errors.setObjectName("errors")
        self.errors.setWordWrap(True)
        self.errors.setAlternatingRowColors(True)
        self.todo = FindingTree(self.errors, (tr("Taak en plan"), tr("Wat er is en wat u kunt doen")))
        self.errors.setModel(self.todo)
        self.errors.setColumnWidth(0, 420)
        self.warnings = table("warnings", tr("Waarschuwingen"), (tr("Plan"), tr("Waarschuwing"), tr("Toelichting (typ hier)")))
        self.warnings.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.warnings.setColumnWidth(PLAN, 180)
        for column in range(PLAN + 1, self.warnings.columnCount()):
            self.warnings.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _make_files(self) -> None:
        self.profile = QComboBox()
        self.profile.setObjectName("profile")
        for name in profiles.names():
            self.profile.addItem(tr(profiles.STANDARD.title) if name == profiles.STANDARD.name else name.title(), name)
        self.own_profile = file_box("own_profile", "JSON (*.json)", tr("Niet verplicht: profiel dat de provincie zelf maakte"))
        self.boundary = _layer_box("boundary")
        self.boundary.setLayer(boundary_of(QgsProject.instance()))
        self.bag = file_box("bag", PLAN_FILES, tr("Niet verplicht: om te zien of gerealiseerd klopt (regel S7)"))
        self.previous = file_box(
            "previous", tr("Pakket of kaartbestand (*.zip *.gpkg *.shp *.geojson *.json);;Alle bestanden (*)"),
            tr("Niet verplicht: anders de laatste die het planbestand onthoudt"),
        )  # fmt: skip
        self.mapping = file_box("mapping", tr(MAPPINGS), tr("Niet verplicht: voor een vorige levering die met de hand is gemaakt"))
        self.mapping.setEnabled(False)  # as long as there is no previous delivery to read by it

    def _make_choices(self) -> None:
        self.contact = line("contact", user_settings.CONTACT.get())
        self.remarks = lines(QPlainTextEdit(), "remarks", 90)
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
        self.agreement = line("agreement", self.info.akkoord_klein)
        self.agreement.setPlaceholderText(tr("Bijvoorbeeld: mail van de provincie van 3 maart 2026"))
        self.town_hall = TownHallBox(self.layer, self.path, self._iface.mapCanvas() if self._iface is not None else None)

    def _lay_out(self) -> None:
        choices = QWidget()
        rows = QFormLayout(choices)
        rows.addRow(tr("&Map voor de levering"), self.folder)
        rows.addRow(tr("&Profiel van de provincie"), self.profile)
        rows.addRow(tr("Eigen pro&fiel"), self.own_profile)
        rows.addRow(tr("&Gemeentegrens"), self.boundary)
        rows.addRow(tr("&BAG-bestand"), self.bag)
        rows.addRow(tr("&Vorige levering"), self.previous)
        rows.addRow(tr("Kolomkoppeli&ng van de vorige levering"), self.mapping)
        rows.addRow(tr("&Contact bij de gemeente"), self.contact)
        rows.addRow(tr("&Opmerkingen"), self.remarks)
        if self.rest.asked:
            rows.addRow(tr("Gaat het om &restcapaciteit?"), self.rest)
        rows.addRow(tr("Provincie &telt vertrouwelijke plannen op (art. 8)"), self.aggregate)
        rows.addRow(tr("&Kleine plannen (art. 9)"), self.small)
        rows.addRow(tr("&Akkoord van de provincie"), self.agreement)
        rows.addRow(tr("Vlak van het gemeente&huis"), self.town_hall)
        pages = (
            (self.summary, tr("Wat gaat er mee")),
            (self.errors, tr("Te doen")),
            (self.warnings, tr("Waarschuwingen")),
            (scrolling(choices), tr("Gegevens en keuzes")),
        )
        self.holds(pages, above=(self.part,))


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
