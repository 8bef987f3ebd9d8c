# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:makeanswers``."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile, QgsProcessingParameterString

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class MakeAnswersFace(LmvwAlgorithm):
    """Makes of a review what goes back to municipalities."""

    ID = "makeanswers"
    PAGE = Page.PROVINCE
    TITLE = "Antwoorden maken"
    GROUP = "Levering"
    ICON = "antwoorden"
    HELP = (
        "Voor de provincie: maakt van de beoordeling een antwoord per gemeente. Daarin staat alleen waar de gemeente iets mee moet: labels, opmerkingen en "
        "vragen. Wie ze schreef en wat u alleen bekeek, staat er niet in.\n"
        "Een antwoord hoort bij één levering. De gemeente opent het met ‘Antwoord openen’ in het planbestand waarvan zij leverde.\n"
        "Een gemeente waarover niets te zeggen is, krijgt geen antwoord. Aan de beoordeling verandert niets."
    )
    REVIEW_FILE = "INPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Beoordelingsbestand"), fileFilter=PLAN_FILES),
            "Het beoordelingsbestand dat u met ‘Leveringen openen’ maakte.",
        )
        self.add(
            QgsProcessingParameterString("GEMEENTE", tr("Gemeente"), "", optional=True),
            "De code van de enige gemeente die een antwoord krijgt, bijvoorbeeld GM0396. Leeg: elke gemeente waarover iets te zeggen is.",
        )
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de antwoorden"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin de antwoorden komen. Een eerder antwoord met dezelfde naam blijft ernaast bewaard. Antwoorden zijn vertrouwelijk.",
        )
        for name, description in (
            ("ANSWERS", "Aantal antwoorden"),
            ("LABELS", "Aantal labels"),
            ("REMARKS", "Aantal opmerkingen en vragen"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..makeanswers import MakeAnswers

        return MakeAnswers()
