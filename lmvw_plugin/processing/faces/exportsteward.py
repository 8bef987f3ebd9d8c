# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:exportsteward``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputVectorLayer,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class ExportStewardFace(LmvwAlgorithm):
    """Makes of received packages what the province passes on."""

    ID = "exportsteward"
    PAGE = Page.PUBLIC
    TITLE = "Doorleveren aan de landelijke beheerder"
    GROUP = "Levering"
    ICON = "doorleveren"
    HELP = (
        "Voor de provincie: maakt van ontvangen leveringspakketten de set voor de landelijke beheerder (Dataprotocol art. 5.c, 7 en 8). Elk plan gaat "
        "mee zoals het geleverd is, ook een vertrouwelijk plan.\n"
        "Koos een gemeente voor optellen, dan gaan haar vertrouwelijke plannen mee als één plan. Dat heeft de som van elk aantal, ligt op de plaats van het "
        "gemeentehuis en heeft geen naam en geen status.\n"
        "Elk pakket wordt eerst nagekeken. Een pakket dat beschadigd of gewijzigd is, of maar een deel van de plannen heeft, zit niet in de set; het rapport "
        "noemt de reden. Van twee pakketten van één gemeente gaat het laatste mee. Alle pakketten hebben één peildatum."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Map met ontvangen pakketten"), QgsProcessingParameterFile.Behavior.Folder),
            "De map met de zips zoals gemeenten ze stuurden. Aan die bestanden verandert niets.",
        )
        self.add_input(
            "Gemeentehuizen",
            "Vlakken van gemeentehuizen, met een kolom ‘gemeente_code’. Alleen nodig voor gemeenten die voor optellen kozen; het vlak uit hun eigen levering "
            "(kleine plannen) wordt vanzelf gebruikt.",
            "TOWN_HALLS",
            optional=True,
        )
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Pakketten van een andere peildatum gaan niet mee. Leeg: de peildatum van de meeste gemeenten.",
        )
        self.add(
            QgsProcessingParameterString("STRIJDIG", tr("Strijdig volgens de provincie"), "", multiLine=True, optional=True),
            "Plannen die u strijdig met provinciaal beleid noemt, elk op een eigen regel: de gemeentecode en dan de plannaam of het planbestand-ID, "
            "bijvoorbeeld GM0396 Havenkwartier. Zij gaan mee als vertrouwelijk (art. 5.d).",
        )
        self.add(
            QgsProcessingParameterFile("REVIEW", tr("Beoordelingsbestand"), fileFilter=PLAN_FILES, optional=True),
            "Plannen die beoordelaars daarin strijdig met provinciaal beleid noemen, gaan mee als vertrouwelijk. U hoeft ze dan niet te typen.",
        )
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de set"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin de set en het rapport komen. Beide zijn vertrouwelijk.",
        )
        self.addOutput(QgsProcessingOutputVectorLayer("OUTPUT", tr("Set voor de landelijke beheerder")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Rapport")))
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("MERGED", "Aantal pakketten in de set"),
            ("REFUSED", "Aantal pakketten dat niet meegaat"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..exportsteward import ExportSteward

        return ExportSteward()
