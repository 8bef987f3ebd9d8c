# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:checkplannames``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import WORKBOOKS
from ..base import LmvwAlgorithm


class CheckPlanNamesFace(LmvwAlgorithm):
    """Checks N1-N5 over any number of layers and worksheets."""

    ID = "checkplannames"
    PAGE = Page.NAMES
    TITLE = "Plannamen controleren"
    GROUP = "Controle"
    ICON = "namen"
    OF_ANY_LAYER = True
    HELP = (
        "Vergelijkt de plannamen van een laag met polygonen met die in één of meer Excel-bestanden en andere lagen. Alleen letterlijk gelijke "
        "namen horen bij elkaar; van elk verschil staat in de bevindingen waar het zit: een spatie achter de naam, een ander streepje, "
        "nullen die Excel heeft weggelaten.\n"
        "Met de vorige levering erbij ziet u ook welke plannen een andere naam kregen terwijl de polygoon op zijn plek bleef.\n"
        "Er wordt niets gewijzigd; namen overnemen doet u met ‘Plannamen overnemen’."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Laag met polygonen", "De laag met de plannen; de naamkolom wordt aan haar naam herkend.")
        self.add_file("WORKBOOK", "Excel-bestand", "Het Excel-bestand met dezelfde plannen: .xlsx, .xlsm, .csv of .ods.", WORKBOOKS)
        self._add_text("SHEET", "Blad", "Leeg: het zichtbare blad met de meeste namen van de laag.")
        self._add_text("NAME_COLUMN", "Naamkolom in het Excel-bestand", "Leeg: herkend aan haar naam, zoals ‘plannaam’ of ‘Naam plan’.")
        self._add_text("INPUT_COLUMN", "Naamkolom in de laag", "Leeg: herkend aan haar naam, zoals ‘plannaam’ of ‘Naam plan’.")
        self.add(
            QgsProcessingParameterMultipleLayers(
                "SOURCES", tr("Andere lagen en Excel-bestanden"), QgsProcessing.SourceType.TypeFile, optional=True
            ),
            "Nog meer Excel-bestanden en lagen waarin dezelfde plannen moeten staan; elk wordt met de laag met polygonen vergeleken. "
            "Een bepaald blad kiest u met ‘bestand.xlsx|layername=Blad’.",
        )
        self.add_input("Vorige levering", "De plannen van de vorige levering, om gewijzigde namen te vinden.", "PREVIOUS", optional=True)
        self.add_findings(QgsWkbTypes.Type.NoGeometry)
        self.add(
            QgsProcessingParameterFileDestination("REPORT", tr("Rapport"), "HTML (*.html)", optional=True, createByDefault=True),
            "Het rapport: wat er vergeleken is en elke bevinding, te openen in elke browser.",
        )

    def _add_text(self, name: str, description: str, help_text: str) -> None:
        self.add(QgsProcessingParameterString(name, tr(description), optional=True), help_text)

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..checkplannames import CheckPlanNames

        return CheckPlanNames()
