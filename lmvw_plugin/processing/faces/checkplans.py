# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:checkplans``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import WORKBOOKS
from ..base import LmvwAlgorithm


class CheckPlansFace(LmvwAlgorithm):
    """Checks attributes, names and polygons of a plan file."""

    ID = "checkplans"
    PAGE = Page.CHECK
    TITLE = "Plannen controleren"
    GROUP = "Controle"
    ICON = "controle"
    HELP = (
        "Controleert een planbestand op alle regels van de Basisset 2.0 en het Dataprotocol: zijn alle velden ingevuld, tellen de "
        "aantallen op, mag een plan vertrouwelijk zijn, zijn de plannamen uniek en de polygonen geldig.\n"
        "Met een vorige levering kijkt zij ook wat er van elk plan geworden is: wat ontbreekt, wat al eerder is afgemeld en wat veel verschilt.\n"
        "Een ‘fout’ houdt de levering tegen, een ‘waarschuwing’ vraagt een toelichting of een verbetering, "
        "‘info’ is alleen ter informatie.\n"
        "Bewaart u de uitkomst in het planbestand, dan toont de kaartstijl ‘Controleresultaat’ haar op de kaart en krijgen de "
        "rijen in de attributentabel een kleur. De plannen zelf veranderen niet."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_peildatum_of_plans()
        self.add_input(
            "Gemeentegrens", "Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.", "BOUNDARY", optional=True
        )
        self.add_file(
            "WORKBOOK",
            "Excel-bestand om namen mee te vergelijken",
            "Excel-bestand waarvan de plannamen gelijk moeten zijn aan die van de polygonen.",
            WORKBOOKS,
        )
        self.add_previous()
        self.add_bag()
        self.add(
            QgsProcessingParameterBoolean("KEEP", tr("Uitkomst bewaren en op de kaart tonen"), False),
            "Schrijft de uitkomst per plan in het planbestand, in een tabel naast de plannen, en kiest de kaartstijl Controleresultaat.",
        )
        self.add_findings()
        report = QgsProcessingParameterFileDestination(
            "REPORT", tr("Controlerapport"), "HTML (*.html)", optional=True, createByDefault=True
        )
        self.add(report, "Het rapport voor planners: alle bevindingen per regel en per plan, te openen in elke browser.")
        self.add(
            QgsProcessingParameterFileDestination(
                "CERTIFICATE", tr("Verklaring van de controle"), "JSON (*.json)", optional=True, createByDefault=False
            ),
            "Elke regel met zijn uitkomst, de versies, het moment en het controlegetal van het bestand, voor andere programma’s.",
        )
        self.addOutput(QgsProcessingOutputNumber("DELIVERED", tr("Aantal plannen dat meegaat")))
        self.addOutput(QgsProcessingOutputString("SKIPPED", tr("Wat niet gecontroleerd kon worden")))
        self.addOutput(QgsProcessingOutputBoolean("CONFIDENTIAL", tr("Er zijn vertrouwelijke plannen")))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..checkplans import CheckPlans

        return CheckPlans()
