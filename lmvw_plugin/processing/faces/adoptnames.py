# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:adoptnames``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import WORKBOOKS
from ..base import LmvwAlgorithm

PROPOSAL, LAYER, WORKBOOK, PREVIOUS = range(4)


class AdoptNamesFace(LmvwAlgorithm):
    """Adopts the layer's, the worksheet's or the previous delivery's name, for some pairs or all."""

    ID = "adoptnames"
    PAGE = Page.NAMES
    TITLE = "Plannamen overnemen"
    GROUP = "Herstel"
    ICON = "overnemen"
    CHANGES = frozenset(("INPUT",))
    OF_ANY_LAYER = True
    HELP = (
        "Maakt plannamen gelijk die ‘Plannamen controleren’ als bijna gelijk aanwijst. U kiest welke naam blijft: die van de laag, van het "
        "Excel-bestand of van de vorige levering, of per paar de naam die heel is (het voorstel).\n"
        "Vanzelf gebeurt alleen wat zeker is: spaties, onzichtbare tekens, de manier waarop een letter is opgeslagen, streepjes, "
        "apostrofs en hoofdletters. Spelling, volgorde, codes, nullen en data zijn een vermoeden: die namen noemt u zelf, bij "
        "‘Alleen deze plannen’. De tabel zegt van elk voorstel of het is overgenomen. Met ‘Alleen tonen’ verandert er niets.\n"
        "De laag wordt bewerkt zoals u dat zelf zou doen: ongedaan maken werkt. Het Excel-bestand zelf blijft zoals het is; u krijgt een "
        "‘kopie’ waarin alleen de namen anders zijn, en die is nagelezen.\n"
        "Namen die op meer dan één naam lijken blijven staan: daar kiest u zelf."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        layer = QgsProcessingParameterVectorLayer("INPUT", tr("Laag met polygonen"), [QgsProcessing.SourceType.TypeVectorPolygon])
        self.add(layer, "De laag met de plannen, die bewerkt kan worden.")
        self.add_file("WORKBOOK", "Excel-bestand", "Het Excel-bestand met dezelfde plannen: .xlsx, .xlsm of .csv.", WORKBOOKS)
        for name, description in (
            ("SHEET", "Blad"),
            ("NAME_COLUMN", "Naamkolom in het Excel-bestand"),
            ("INPUT_COLUMN", "Naamkolom in de laag"),
        ):
            self.add(QgsProcessingParameterString(name, tr(description), optional=True), "Leeg: herkend aan de inhoud.")
        self.add_input("Vorige levering", "Alleen nodig om namen uit de vorige levering over te nemen.", "PREVIOUS", optional=True)
        options = [tr("het voorstel"), tr("de naam van de laag"), tr("de naam van het Excel-bestand"), tr("de naam van de vorige levering")]
        self.add(
            QgsProcessingParameterEnum("ADOPT", tr("Welke naam blijft"), options, defaultValue=PROPOSAL),
            "De naam die in beide komt te staan.",
        )
        self.add(
            QgsProcessingParameterMatrix("NAMES", tr("Alleen deze plannen"), headers=[tr("plannaam in de laag")], optional=True),
            "De namen, zoals ze nu in de laag staan, van de plannen die u wilt herstellen, ook als het voorstel een vermoeden is. "
            "Leeg: alles wat zeker is.",
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Alleen tonen wat er verandert"), defaultValue=False),
            "Verander niets, maar maak de tabel met voorstellen.",
        )
        self.add(
            QgsProcessingParameterBoolean("SAVE", tr("Laag meteen opslaan"), defaultValue=True),
            "Uit: de wijzigingen blijven in de bewerkingssessie staan, zodat u ze kunt bekijken en ongedaan maken. "
            "Een laag die u al aan het bewerken bent wordt nooit vanzelf opgeslagen.",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_WORKBOOK", tr("Kopie van het Excel-bestand"), tr(WORKBOOKS), optional=True, createByDefault=False
            ),
            "De kopie met de nieuwe namen, met dezelfde extensie als het Excel-bestand. Alleen geschreven als er namen in veranderen.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Voorstellen en wijzigingen"), QgsProcessing.SourceType.TypeVector, optional=True
            ),
            "Een tabel met een rij voor elk voorstel in laag en Excel-bestand: de oude en de nieuwe naam, waarom, en of het is overgenomen.",
        )
        self.addOutput(QgsProcessingOutputNumber("WAITING", tr("Voorstellen die op uw keuze wachten")))
        self.addOutput(QgsProcessingOutputFile("WORKBOOK_COPY", tr("Geschreven kopie")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_IN_LAYER", tr("Gewijzigde namen in de laag")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_IN_WORKBOOK", tr("Gewijzigde namen in het Excel-bestand")))

    def flags(self) -> Any:
        """A layer of the project is edited in the thread it lives in."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..adoptnames import AdoptNames

        return AdoptNames()
