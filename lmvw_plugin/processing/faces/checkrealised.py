# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:checkrealised``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm

SERVICE = "https://service.pdok.nl/lv/bag/wfs/v2_0"


class CheckRealisedFace(LmvwAlgorithm):
    """Shows per plan which dwellings of the BAG lie in it, and proposes what that may mean."""

    ID = "checkrealised"
    PAGE = Page.BAG
    TITLE = "Vergelijken met de BAG"
    GROUP = "Levering"
    ICON = "bag"
    NEEDS = ("shapely",)
    HELP = (
        "Telt per plan de woningen van de BAG in de polygoon: verblijfsobjecten met woonfunctie, per status en per jaar. Wat sinds de vorige "
        "peildatum in gebruik kwam, staat apart.\n"
        "Daarbij hoort een voorstel: het plan is misschien gerealiseerd, of er zijn woningen opgeleverd die uit de restcapaciteit gaan. U beslist "
        "zelf: in het planbestand verandert niets. Woningen die er al stonden tellen in de polygoon mee. Bij een plan met sloop staan zij naast het "
        "aantal te slopen woningen.\n"
        "Kies een BAG-bestand (GeoPackage). Alleen als u het aanzet, vraagt de plugin de landelijke dienst van PDOK. Die krijgt hele vierkanten "
        "van 5 bij 5 kilometer te zien, nooit de plek van een plan."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_peildatum_of_plans()
        self.add_file(
            "BAG", "BAG-bestand (GeoPackage)",
            "Een GeoPackage met een laag verblijfsobjecten in RD: die van PDOK (bag-light.gpkg), van NLExtract, of een uitsnede daarvan.", PLAN_FILES,
        )  # fmt: skip
        self.add_file(
            "PANDEN", "BAG-panden, als die in een ander bestand staan",
            "Een GeoPackage met de panden en hun bouwjaar. Alleen nodig als het BAG-bestand zelf geen bouwjaar en geen panden heeft.", PLAN_FILES,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("SERVICE", tr("De BAG van internet halen (PDOK)"), False, optional=True),
            "Vraagt de landelijke dienst om de verblijfsobjecten in de vierkanten van 5 bij 5 kilometer waarin plannen liggen. Staat standaard uit.",
        )
        address = QgsProcessingParameterString("SERVICE_ADDRESS", tr("Adres van de BAG-dienst"), SERVICE, optional=True)
        address.setFlags(address.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(address, "De WFS 2.0 die wordt gevraagd als u de BAG van internet haalt.")
        self.add(
            QgsProcessingParameterDateTime("SINCE", tr("Vorige peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Vanaf wanneer een woning nieuw is. Leeg: de peildatum van de laatste levering die het planbestand onthoudt, en anders die van een halfjaar "
            "eerder.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Woningen volgens de BAG"), QgsProcessing.SourceType.TypeVectorPolygon),
            "Een laag met een rij per plan: de woningen per status en jaar, wat er nieuw is, het voorstel en de reden.",
        )
        self.add(
            QgsProcessingParameterFileDestination("REPORT", tr("Rapport"), "HTML (*.html)", optional=True, createByDefault=True),
            "Het rapport: de voorstellen bovenaan, dan elk plan. Te openen in elke browser.",
        )
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("HOMES", "Aantal woningen dat in een plan ligt"),
            ("PROPOSED_REALISED", "Aantal plannen dat misschien gerealiseerd is"),
            ("PROPOSED_BUILT", "Aantal plannen met opgeleverde woningen"),
            ("TO_LOOK_AT", "Aantal plannen dat misschien niet klopt"),
            ("NOT_COMPARED", "Aantal plannen dat niet vergeleken kon worden"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..checkrealised import CheckRealised

        return CheckRealised()
