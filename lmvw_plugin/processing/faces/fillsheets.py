# SPDX-License-Identifier: GPL-2.0-or-later
"""The faces of ``lmvw:makefillsheets`` and ``lmvw:readfillsheets``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class FillSheetsFace(LmvwAlgorithm):
    """Base of both. What is not saved yet in a layer that the project has open counts as well."""

    PAGE = Page.FILL
    GROUP = "Plannen"
    CHANGES = frozenset(("INPUT",))
    NEEDS = ("openpyxl",)

    def add_plans(self) -> None:
        """The plan file, and the report."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Planbestand"), fileFilter=PLAN_FILES),
            "Het planbestand met de plannen. Het veld Projectleider zegt van wie een plan is.",
        )
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Voortgang per projectleider")))


class MakeFillSheetsFace(FillSheetsFace):
    """Writes the invulbladen and remembers what went out in them."""

    ID = "makefillsheets"
    TITLE = "Invulbladen maken"
    ICON = "invulbladen"
    HELP = (
        "Maakt voor elke projectleider een Excel-bestand met de eigen plannen, om rond te sturen. Wie over een plan gaat, vult u in bij het veld "
        "Projectleider, op het tabblad Levering; dat veld wordt nooit geleverd. Plannen zonder projectleider komen samen in één Excel-bestand.\n"
        "Het Excel-bestand heeft keuzelijsten en rekent mee. Naam en planbestand-ID van een plan zijn beveiligd. Het planbestand onthoudt wat u "
        "verstuurt, zodat ‘Invulbladen inlezen’ straks ziet wat iedereen wijzigde. Aan de plannen verandert niets."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_plans()
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de invulbladen"), QgsProcessingParameterFile.Behavior.Folder),
            "Waar de Excel-bestanden komen. Een bestand dat er al staat wordt niet overschreven.",
        )
        self.add(
            QgsProcessingParameterString("UNTIL", tr("Graag terug"), "", optional=True),
            "Wanneer u de Excel-bestanden terug wilt hebben, bijvoorbeeld ‘voor 15 maart’; staat op blad Uitleg.",
        )
        self.addOutput(QgsProcessingOutputNumber("SHEETS", tr("Aantal invulbladen")))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..makefillsheets import MakeFillSheets

        return MakeFillSheets()


class ReadFillSheetsFace(FillSheetsFace):
    """Takes the answers over that contradict nobody, and lists the rest for a person."""

    ID = "readfillsheets"
    TITLE = "Invulbladen inlezen"
    ICON = "invulbladen_terug"
    HELP = (
        "Leest invulbladen die projectleiders terugstuurden. Alleen wat een projectleider wijzigde telt. Is hetzelfde veld intussen in het "
        "planbestand gewijzigd, is een antwoord leeggemaakt, of spreken twee bladen elkaar tegen? Dan blijft het planbestand zoals het is tot "
        "u kiest.\n"
        "Een bestand dat geen invulblad van dit planbestand is, wordt genoemd en overgeslagen; de andere worden gelezen.\n"
        "Met ‘Alleen tonen’ krijgt u een lijst van wijzigingen (JSON). Zet daarin ‘overnemen’ op true of false en geef hem op bij "
        "‘Gekozen wijzigingen’. Het venster in het menu LMVW doet dat voor u, met vinkjes. Het planbestand onthoudt wie wat antwoordde, "
        "in welk bestand en wanneer.\n"
        "Staat de laag open in QGIS, dan komen de antwoorden in de laag, in één stap die u ongedaan kunt maken; u slaat zelf op."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_plans()
        self.add(
            QgsProcessingParameterMultipleLayers("WORKBOOKS", tr("Invulbladen"), QgsProcessing.SourceType.TypeFile),
            "De bestanden die terugkwamen, of een map waar ze in staan.",
        )
        self.add(
            QgsProcessingParameterBoolean("DRY_RUN", tr("Alleen tonen wat er verandert"), False),
            "Verander niets, maar schrijf de lijst van wijzigingen.",
        )
        self.add_file("CHANGES", "Gekozen wijzigingen", "De lijst van ‘Alleen tonen’, met uw keuzes.", "Wijzigingen (*.json)")
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor het rapport"), QgsProcessingParameterFile.Behavior.Folder, optional=True),
            "Waar het rapport en de lijst van wijzigingen komen. Leeg: naast het planbestand.",
        )
        self.addOutput(QgsProcessingOutputFile("CHANGES_FOUND", tr("Lijst van wijzigingen")))
        self.addOutput(QgsProcessingOutputString("TOLD", tr("Wat er per invulblad te melden is")))
        for name, description in (
            ("SHEETS", "Aantal gelezen invulbladen"),
            ("REFUSED", "Aantal overgeslagen bestanden"),
            ("ANSWERS", "Aantal antwoorden"),
            ("CHANGED", "Aantal gewijzigde plannen"),
            ("WAITING", "Aantal antwoorden dat op uw keuze wacht"),
            ("UNREAD", "Aantal cellen dat niet gelezen kon worden"),
            ("STALE", "Aantal keuzes dat bij een eerdere lezing hoort"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..readfillsheets import ReadFillSheets

        return ReadFillSheets()
