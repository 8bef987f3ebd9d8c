# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:exportpublic``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...core.basisset.codelists import listed
from ...core.confidential.thresholds import USUAL, explained, span, spun
from ...core.i18n import tr
from ...core.manual import Page
from ..base import LmvwAlgorithm


class ExportPublicFace(LmvwAlgorithm):
    """Makes of a plan file what everybody may see."""

    ID = "exportpublic"
    PAGE = Page.PUBLIC
    NEEDS = ("shapely", "openpyxl")
    TITLE = "Openbare versie maken"
    GROUP = "Levering"
    ICON = "openbaar"
    HELP = (
        "Maakt van een planbestand wat iedereen mag zien: voor raad, pers of website. Openbare plannen staan er elk in, met hun polygoon. "
        "Vertrouwelijke plannen staan er alleen opgeteld in, zonder naam, status, plaats en aantal (Dataprotocol art. 12 tot en met 15).\n"
        f"Een plan is alleen openbaar als bij ‘Vertrouwelijk’ nee staat; leeg telt als vertrouwelijk. Plannen met status {listed('eigen', ' of ')} staan "
        "nergens in. Toelichting, plannummer en planbestand-ID gaan niet mee.\n"
        "Is uit de optelling een plan af te leiden, dan komt er geen openbare versie. U leest dan waarom. Mag het toch, dan legt u vast wie dat beslist "
        "en waarom.\n"
        "U krijgt een zip met een kaartbestand, een Excel-bestand, GeoJSON voor een website en een pagina met kaart en grafieken om te printen. "
        "Elk bestand wordt teruggelezen."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand, zonder filter en zonder selectie.")
        self.add_gemeente()
        self.add_peildatum_of_plans()
        self.add_file(
            "PREVIOUS", "Vorige openbare versie",
            "De zip die u het laatst publiceerde. Is het verschil met de optelling van nu precies één plan, dan zegt de plugin dat.",
            "Openbare versie (*.zip)",
        )  # fmt: skip
        self.add(
            QgsProcessingParameterString("TOTALS", tr("Totalen die elders staan"), "", multiLine=True, optional=True),
            "Wat anderen al weten, zoals het totaal in een raadsbrief of een woondeal. Elk op een eigen regel: waar het staat, een dubbele punt en het aantal "
            "woningen. Bijvoorbeeld ‘Raadsbrief maart: 1250’ (bruto) of ‘Woondeal: netto 900’. Volgt daaruit een vertrouwelijk plan of de optelling, dan "
            "stopt de plugin. De streefgetallen van het planbestand kent zij al.",
        )
        self.add(
            QgsProcessingParameterBoolean("SUM_ALL", tr("Alleen de som van alle plannen"), False),
            "Voor een onderzoeker die de geheimhoudingsverklaring tekende (Dataprotocol, deel A, punt 1). Het pakket heeft dan één som van alle plannen, "
            "vertrouwelijk en openbaar samen. Er staat geen plan in, geen kaart en geen aantal plannen.",
        )
        self.add(
            QgsProcessingParameterString("STRIJDIG", tr("Strijdig volgens de provincie"), "", multiLine=True, optional=True),
            "Namen van plannen die de provincie strijdig met haar beleid noemt, elk op een eigen regel. Zij tellen als vertrouwelijk (art. 5.d), ook als "
            "het planbestand dat nog niet weet.",
        )
        for threshold in explained():
            least, largest = span(threshold.name)
            limit = QgsProcessingParameterNumber(
                threshold.name.upper(),
                tr(threshold.metadata["label"]),
                QgsProcessingParameterNumber.Type.Integer,
                None,
                True,
                least,
                largest,
            )
            self.add(
                limit,
                f"{threshold.metadata['why']} Leeg: wat het planbestand zegt, of anders {spun(threshold, getattr(USUAL, threshold.name))}.",
            )
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de openbare versie"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin het pakket en een uitgepakte leeskopie komen. Daar komt niets in dat niet openbaar is.",
        )
        self.add(
            QgsProcessingParameterString("DECIDED_BY", tr("Wie beslist"), "", optional=True),
            "Alleen als de plugin zegt dat er iets af te leiden is, en het toch mag: de naam van wie dat beslist.",
        )
        self.add(
            QgsProcessingParameterString("DECISION", tr("Waarom het mag"), "", multiLine=True, optional=True),
            "De reden van dat besluit. Naam en reden komen in een lijst naast het planbestand, en niet in de openbare versie.",
        )
        self.add(
            QgsProcessingParameterString("DECIDED_ABOUT", tr("Waarover het besluit gaat"), "", optional=True),
            "De code uit de melding die zegt wat er af te leiden is. Zijn er sindsdien andere redenen, plannen of aantallen, dan geldt het besluit niet.",
        )
        for name, description in (
            ("PACKAGE", "Pakket"), ("GPKG", "Kaartbestand"), ("XLSX", "Excel-bestand"),
            ("GEOJSON", "GeoJSON voor een website"), ("REPORT", "Pagina om te printen"), ("DECISIONS", "Lijst van besluiten"),
        ):  # fmt: skip
            self.addOutput(QgsProcessingOutputFile(name, tr(description)))
        self.addOutput(QgsProcessingOutputNumber("REASONS", tr("Aantal redenen waarover beslist is")))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..exportpublic import ExportPublic

        return ExportPublic()
