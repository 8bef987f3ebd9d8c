# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:importplans``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import MAPPINGS, WORKBOOKS
from ..base import LmvwAlgorithm


class ImportPlansFace(LmvwAlgorithm):
    """Makes a plan file from what a municipality already has, or brings one up to date."""

    ID = "importplans"
    PAGE = Page.IMPORT
    TITLE = "Plannen importeren"
    GROUP = "Plannen"
    ICON = "import"
    PLAN_FILES = frozenset(("OUTPUT",))
    HELP = (
        "Zet een laag met planpolygonen, een Excel-bestand met de gegevens, of allebei, om in een planbestand volgens de "
        "Basisset 2.0. Polygonen en rijen worden gekoppeld op de plannaam, letter voor letter, of op plannummer als de kolomkoppeling dat zegt.\n"
        "De plugin herkent kolommen aan hun naam en inhoud, en kent deze bestanden: {known}. "
        "Welke kolom waarvoor is gebruikt staat in het rapport en in een JSON-bestand "
        "dat u kunt aanpassen en opnieuw kunt opgeven. Een waarde die niet zeker is blijft leeg en staat in het rapport; "
        "er wordt nooit een getal geraden.\n"
        "Staan er al plannen in het planbestand, zet dan ‘Bestaande plannen bijwerken’ aan. Met ‘Alleen tonen’ ziet u eerst per plan "
        "wat er zou veranderen."
    )

    def help_text(self) -> str:
        """With the formats that are known."""
        from ...core.importing import formats

        return super().help_text().format(known="; ".join(tr(known.title) for known in formats.KNOWN))

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input(
            "Laag met planpolygonen",
            "De polygonen van de plannen, in EPSG:28992. Elke laag die QGIS kan openen is goed. Mag leeg blijven als er een Excel-bestand is. "
            "Heeft een bestand meer lagen, noem er dan een (plannen.gpkg|layername=hard) of neem ze samen (plannen.gpkg|layername=*).",
            optional=True,
        )
        self.add_file("WORKBOOK", "Excel-bestand met plangegevens", "Excel-, ODS- of CSV-bestand met een kolom plannamen.", WORKBOOKS)
        self.add_file(
            "MAPPING",
            "Kolomkoppeling",
            "JSON-bestand van een eerdere import: welke kolom welk veld vult. Leeg: de plugin doet een voorstel.",
            MAPPINGS,
        )
        self.add_gemeente()
        self.add_peildatum()
        self.add(
            QgsProcessingParameterBoolean("UPDATE", tr("Bestaande plannen bijwerken"), False),
            "Werk een planbestand bij waarin al plannen staan. Plannen houden hun planbestand-ID; een lege waarde in de bron wist niets.",
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Alleen tonen wat er verandert"), False),
            "Verander niets, maar schrijf het rapport en een lijst van wijzigingen.",
        )
        self.add_file(
            "CHANGES",
            "Gekozen wijzigingen",
            "JSON-bestand dat ‘Alleen tonen’ maakte; wat daarin op ‘overnemen: false’ staat blijft zoals het is.",
            "Wijzigingen (*.json)",
        )
        self.add_plan_file("Waar het planbestand komt te staan. Het rapport en de kolomkoppeling komen ernaast.")
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor het rapport"), QgsProcessingParameterFile.Behavior.Folder, optional=True),
            "Waar het rapport, de kolomkoppeling en de lijst van wijzigingen komen. Leeg: naast het planbestand.",
        )
        self.addOutput(QgsProcessingOutputFile("MAPPING_USED", tr("Gebruikte kolomkoppeling")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Importrapport")))
        self.addOutput(QgsProcessingOutputFile("CHANGES_FOUND", tr("Lijst van wijzigingen")))
        for name, description in (
            ("IMPORTED", "Aantal overgenomen plannen"),
            ("NOT_IMPORTED", "Aantal niet overgenomen rijen"),
            ("CHANGED", "Aantal gewijzigde plannen"),
            ("NEW", "Aantal nieuwe plannen"),
            ("UNCHANGED", "Aantal ongewijzigde plannen"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..importplans import ImportPlans

        return ImportPlans()
