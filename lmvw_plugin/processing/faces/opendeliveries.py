# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:opendeliveries``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class OpenDeliveriesFace(LmvwAlgorithm):
    """Gathers what municipalities sent in one file to review."""

    ID = "opendeliveries"
    PAGE = Page.PROVINCE
    TITLE = "Leveringen openen"
    GROUP = "Levering"
    ICON = "leveringen_openen"
    HELP = (
        "Voor de provincie: opent pakketten die gemeenten stuurden, één of honderd tegelijk, in één beoordelingsbestand. Aan de pakketten zelf verandert "
        "niets.\n"
        "Elk pakket wordt eerst nagekeken: elk bestand, de totalen, de plannamen en de gemeente. Stijlen, formulieren en code van de afzender worden niet "
        "gelezen. Een pakket dat niet deugt, is een rij met de reden; de andere gaan door.\n"
        "Een GeoPackage, shapefile, Excel-bestand of uitwisselbestand van een gemeente zonder plugin leest de plugin zoals ‘Plannen importeren’ dat doet. "
        "De kolomkoppeling van zo’n gemeente blijft bewaard in het beoordelingsbestand.\n"
        "U krijgt een overzicht per gemeente, ook van gemeenten die nog niet leverden. Geef nieuwe leveringen later op bij hetzelfde "
        "beoordelingsbestand: een levering die al ontvangen is, wordt genoemd, en een nieuwere komt in de plaats van de oudere."
    )
    PLAN_FILES = frozenset(("OUTPUT",))  # one that is there is added to, and never a plan file
    REVIEW_FILE = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Map met ontvangen pakketten"), QgsProcessingParameterFile.Behavior.Folder),
            "De map met de zips zoals gemeenten ze stuurden, of één zip. Bestanden van gemeenten zonder plugin mogen erbij staan. "
            "In een script mag het ook een lijst van bestanden en mappen zijn.",
        )
        self.add(
            QgsProcessingParameterFile("PREVIOUS", tr("Vorige leveringen"), QgsProcessingParameterFile.Behavior.Folder, optional=True),
            "Een map met de leveringen van een eerdere peildatum, om mee te vergelijken; ook bestanden van gemeenten zonder plugin. "
            "Bij een gemeente die is samengevoegd zijn dat de leveringen van de gemeenten van toen.",
        )
        self.add(
            QgsProcessingParameterString("PROVINCIE", tr("Provincie"), "", optional=True),
            "De naam van de provincie. Leeg: die van het beoordelingsbestand, of van de meeste pakketten.",
        )
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Leeg: die van het beoordelingsbestand, of van de meeste gemeenten.",
        )
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Beoordelingsbestand"), PLAN_FILES),
            "Een nieuw bestand, of het beoordelingsbestand waar de leveringen bij komen. Geeft u een map op, dan heet het bestand "
            "LMVW_beoordeling, met provincie en peildatum. Het is vertrouwelijk.",
        )
        self.add(
            QgsProcessingParameterFile(
                "MAPPINGS", tr("Map met kolomkoppelingen"), QgsProcessingParameterFile.Behavior.Folder, optional=True
            ),
            "Voor gemeenten zonder plugin: per gemeente een kolomkoppeling, zoals GM0396_kolomkoppeling.json. Wat er nog niet staat, komt erbij. "
            "Leeg: alleen het beoordelingsbestand onthoudt de koppelingen.",
        )
        self.add(
            QgsProcessingParameterFileDestination("WORKBOOK", tr("Overzicht als Excel-bestand"), "Excel (*.xlsx)", None, True, False),
            "Het overzicht en de ontvangen bestanden, om te filteren en door te sturen. Leeg: dat bestand komt er niet.",
        )
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Overzicht")))
        for name, description in (
            ("PLANS", "Aantal plannen in beoordeling"),
            ("OPENED", "Aantal geopende leveringen"),
            ("REFUSED", "Aantal bestanden dat niet geopend kon worden"),
            ("OLDER", "Aantal leveringen dat ouder is of dezelfde inhoud heeft"),
            ("FOREIGN", "Aantal bestanden dat geen levering is"),
            ("AGAIN", "Aantal bestanden dat al eerder ontvangen was"),
            ("MISSING", "Aantal gemeenten dat nog niet leverde"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..opendeliveries import OpenDeliveries

        return OpenDeliveries()
