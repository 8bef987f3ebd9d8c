# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:rollforward``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class RollForwardFace(LmvwAlgorithm):
    """Makes the plan file for the next peildatum of one that is there."""

    ID = "rollforward"
    PAGE = Page.NEXT
    TITLE = "Naar de volgende peildatum"
    GROUP = "Plannen"
    ICON = "volgende"
    PLAN_FILES = frozenset(("OUTPUT",))
    HELP = (
        "Maakt van een planbestand het planbestand voor de volgende levering. Het oude bestand blijft zoals het is. Plannen houden hun "
        "planbestand-ID, nummer, polygoon, projectleider en uw eigen kolommen.\n"
        "Van 1 januari naar 1 juli verschuift er niets: wat in het halfjaar is opgeleverd of gesloopt, telt niet meer mee (Invultip 3). Van 1 juli "
        "naar 1 januari schuiven de jaren op. Het tiende jaar komt uit de eerste periode en de laatste periode krijgt er een jaar bij.\n"
        "Wat niet te berekenen is, wordt leeg en gevraagd, met een voorstel. De Vragenlijst stelt die vragen; een tabel in het nieuwe planbestand "
        "en het rapport noemen ze per plan. Het rapport verklaart elke woning.\n"
        "Plannen die als gerealiseerd of vervallen geleverd zijn, gaan niet mee naar het nieuwe planbestand."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Planbestand"), fileFilter=PLAN_FILES),
            "Het planbestand van de vorige levering. Daarin verandert niets. Staat het open, dan telt ook mee wat nog niet is opgeslagen.",
        )
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "De peildatum van het nieuwe planbestand: hoogstens een jaar later. Leeg: de eerstvolgende.",
        )
        self.add_plan_file("Waar het nieuwe planbestand komt te staan. Het rapport komt ernaast.")
        self.addOutput(QgsProcessingOutputVectorLayer("TO_DECIDE", tr("Wat u beslist"), QgsProcessing.SourceType.TypeVector))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Rapport")))
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("LEFT", "Aantal plannen dat eruit is"),
            ("ASKED", "Aantal plannen waarbij u nog iets beslist"),
            ("DECISIONS", "Aantal velden waarover u nog beslist"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..rollforward import RollForward

        return RollForward()
