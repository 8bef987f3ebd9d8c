# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:openanswer``."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFile

from ...core.i18n import tr
from ...core.manual import Page
from ..base import LmvwAlgorithm


class OpenAnswerFace(LmvwAlgorithm):
    """Takes over what the province said of a delivery."""

    ID = "openanswer"
    PAGE = Page.DELIVER
    TITLE = "Antwoord openen"
    GROUP = "Levering"
    ICON = "antwoord_openen"
    CHANGES = frozenset(("INPUT",))
    HELP = (
        "Zet het antwoord van de provincie bij uw plannen: labels, opmerkingen en vragen staan dan op de kaart, en na ‘Plannen controleren’ ook in het "
        "paneel Controle. Uw plannen zelf veranderen niet.\n"
        "Noemt de provincie een plan strijdig met haar beleid, dan geldt het voortaan als vertrouwelijk: in alles wat iedereen mag zien, staat het niet meer "
        "afzonderlijk.\n"
        "Een antwoord hoort bij één levering. Is het van een andere gemeente, of van een levering die niet van dit planbestand gemaakt is, dan verandert er "
        "niets."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand waarvan u leverde.")
        self.add(
            QgsProcessingParameterFile("ANSWER", tr("Antwoord van de provincie"), fileFilter="LMVW_antwoord (*.zip)"),
            "De zip die de provincie stuurde. Pak hem niet uit.",
        )
        for name, description in (
            ("REMARKS", "Aantal opmerkingen en vragen"),
            ("LABELS", "Aantal labels"),
            ("STRIJDIG", "Aantal plannen dat strijdig is met provinciaal beleid"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..openanswer import OpenAnswer

        return OpenAnswer()
