# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:comparedeliveries``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
)

from ...core.i18n import tr
from ...core.manual import Page
from ..base import LmvwAlgorithm


class CompareDeliveriesFace(LmvwAlgorithm):
    """Says of every plan of two deliveries what became of it."""

    ID = "comparedeliveries"
    PAGE = Page.COMPARE
    TITLE = "Leveringen vergelijken"
    GROUP = "Levering"
    ICON = "vergelijken"
    NEEDS = ("shapely",)
    OF_ANY_LAYER = True
    HELP = (
        "Zegt van elk plan wat ervan geworden is sinds de vorige levering: gelijk, gewijzigd, hernoemd, verplaatst, samengevoegd, gesplitst, "
        "gerealiseerd, vervallen, nieuw of verdwenen. Beide leveringen mogen een pakket (zip), een GeoPackage uit een pakket, een planbestand "
        "of een kaartlaag met plannamen zijn.\n"
        "Plannen horen bij elkaar door hun planbestand-ID, of als twee van plannummer, naam en plek hetzelfde zeggen. Wat niet zeker is, is "
        "een voorstel: u kijkt zelf.\n"
        "Het rapport noemt eerst de plannen die verdwenen zijn, en verklaart elke woning tussen het bruto van toen en van nu. "
        "Er wordt niets gewijzigd."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input(
            "Vorige levering",
            "Het pakket van de vorige levering (.zip), de GeoPackage daaruit, een ouder planbestand, of een kaartlaag met plannamen.",
            "PREVIOUS",
        )
        self.add_input("Deze levering", "De plannen van nu: een planbestand, een pakket, of een kaartlaag met plannamen.", "CURRENT")
        self.add_mapping_of_previous()
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Vergelijking"), QgsProcessing.SourceType.TypeVectorPolygon),
            "Een laag met een rij per feit: wat het is, de namen toen en nu, of het zeker is, en waarom. De vorm is de nieuwe polygoon, of de oude "
            "als het plan verdwenen is.",
        )
        self.add(
            QgsProcessingParameterFileDestination("REPORT", tr("Rapport"), "HTML (*.html)", optional=True, createByDefault=True),
            "Het rapport: de verdwenen plannen bovenaan, de woningen verklaard, en wat u moet bekijken. Te openen in elke browser.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OLD_OUTLINES", tr("Oude polygonen"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True, createByDefault=True
            ),
            "Een laag met de polygonen van de vorige levering als streepjeslijn, om over de nieuwe te leggen.",
        )
        for name, description in (
            ("PLANS", "Aantal plannen nu"),
            ("GONE", "Aantal plannen dat verdwenen is"),
            ("TO_LOOK_AT", "Aantal voorstellen om te bekijken"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..comparedeliveries import CompareDeliveries

        return CompareDeliveries()
