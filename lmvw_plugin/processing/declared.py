# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters and outputs that several algorithms have, each declared in one place with its words."""

from __future__ import annotations

from datetime import date

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate

from ..core.basisset.peildatum import Peildatum
from ..core.i18n import tr
from ..layers.kinds import MAPPINGS, PLAN_FILES


class DeclaresParameters(QgsProcessingAlgorithm):
    """What ``initAlgorithm`` of a face calls."""

    def add(self, parameter: QgsProcessingParameterDefinition, help_text: str) -> None:
        """Declare a parameter together with its help."""
        parameter.setHelp(tr(help_text))
        self.addParameter(parameter)

    def add_input(self, description: str, help_text: str, name: str = "INPUT", optional: bool = False) -> None:
        """A polygon layer; the user may limit it to the selected plans."""
        self.add(
            QgsProcessingParameterFeatureSource(name, tr(description), [QgsProcessing.SourceType.TypeVectorPolygon], optional=optional),
            help_text,
        )

    def add_gemeente(self) -> None:
        """The municipality's CBS code."""
        self.add(
            QgsProcessingParameterString("GEMEENTE", tr("Gemeente (CBS-code of naam)")),
            "De CBS-code van de gemeente, GM en vier cijfers, of haar naam, bijvoorbeeld GM0396 of Heemskerk.",
        )

    def add_peildatum(self) -> None:
        """The reference date of what is made; the delivery of today is proposed."""
        proposal = Peildatum.current(date.today()).date
        self.add(
            QgsProcessingParameterDateTime(
                "PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, QDate(proposal.year, proposal.month, proposal.day)
            ),
            "1 januari (voorjaarslevering) of 1 juli (najaarslevering). De peildatum bepaalt de jaren van de fasering.",
        )

    def add_peildatum_of_plans(self) -> None:
        """The reference date of plans that are read: a plan file has its own, and no other will do."""
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Leeg: die van het planbestand. Bij plannen uit een ander bestand: 1 januari (voorjaarslevering) of 1 juli (najaarslevering), en leeg de "
            "levering van nu.",
        )

    def add_plan_file(self, help_text: str) -> None:
        """The plan file to be made."""
        self.add(QgsProcessingParameterFileDestination("OUTPUT", tr("Planbestand"), PLAN_FILES), help_text)

    def add_file(self, name: str, description: str, help_text: str, file_filter: str) -> None:
        """An optional file to read."""
        self.add(QgsProcessingParameterFile(name, tr(description), optional=True, fileFilter=tr(file_filter)), help_text)

    def add_previous(self) -> None:
        """The delivery that a check looks back at, and how it is read."""
        self.add_input(
            "Vorige levering",
            "Het pakket van de vorige levering (.zip), de GeoPackage daaruit, een ouder planbestand, of een kaartlaag met plannamen. Laat u dit leeg, "
            "dan is het de laatste levering van een eerdere peildatum die het planbestand onthoudt.",
            "PREVIOUS",
            optional=True,
        )
        self.add_mapping_of_previous()

    def add_mapping_of_previous(self) -> None:
        """How a previous delivery is read that was made by hand."""
        self.add_file(
            "MAPPING", "Kolomkoppeling van de vorige levering",
            "JSON-bestand van een import: welke kolom van de vorige levering welk veld vult. Leeg: de plugin doet een voorstel.",
            MAPPINGS,
        )  # fmt: skip

    def add_bag(self) -> None:
        """A file with the BAG, for rule S7."""
        self.add_file(
            "BAG", "BAG-bestand (GeoPackage)",
            "Een GeoPackage met de verblijfsobjecten van de BAG, om te zien of gerealiseerd klopt (regel S7). Leeg: dat wordt niet vergeleken.",
            PLAN_FILES,
        )  # fmt: skip

    def add_findings(self, geometry: QgsWkbTypes.Type | None = None) -> None:
        """The findings layer and the four counts."""
        source_type = QgsProcessing.SourceType.TypeVectorPoint if geometry is None else QgsProcessing.SourceType.TypeVector
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Bevindingen"), source_type),
            "Een laag met een rij per bevinding: de regel, hoe ernstig, welk plan en veld, en wat u kunt doen.",
        )
        self.add_counts()

    def add_counts(self) -> None:
        """How many plans, how many findings of each severity, and how much of that is only not filled in yet."""
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("ERRORS", "Aantal fouten"),
            ("WARNINGS", "Aantal waarschuwingen"),
            ("INFOS", "Aantal bevindingen ter informatie"),
            ("UNANSWERED", "Aantal velden dat nog niet is ingevuld"),
            ("TO_FILL", "Aantal plannen waarvan nog niet alles is ingevuld"),
            ("ACCEPTED", "Aantal waarschuwingen dat geaccepteerd is"),
            ("PROPOSALS", "Aantal voorstellen dat op bevestiging wacht"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))
