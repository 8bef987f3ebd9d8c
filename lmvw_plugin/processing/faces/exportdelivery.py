# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:exportdelivery``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...core.basisset.codelists import listed
from ...core.basisset.fields import SMALL_BELOW
from ...core.delivering import profiles
from ...core.i18n import tr
from ...core.manual import Page
from ..base import LmvwAlgorithm

AS_KEPT, YES, NO, SILENT = "zoals vastgelegd", "ja", "nee", "niet beantwoord"


class ExportDeliveryFace(LmvwAlgorithm):
    """Checks the plan file and writes the package for the province."""

    ID = "exportdelivery"
    PAGE = Page.DELIVER
    NEEDS = ("shapely", "openpyxl")
    TITLE = "Levering maken"
    GROUP = "Levering"
    ICON = "levering"
    CHANGES = frozenset(("INPUT",))  # the plan file remembers the delivery
    HELP = (
        "Controleert het planbestand en maakt het pakket: een zip met kaartbestand, Excel-bestand, controlerapport en manifest. "
        "Beide bestanden worden na het schrijven teruggelezen en vergeleken; pas dan verschijnt het pakket.\n"
        f"Plannen met status {listed('eigen', ' of ')} gaan niet mee. Zijn er nog fouten, dan "
        "komt er geen pakket maar een rapport naast het planbestand, en blijft een "
        "eerder pakket zoals het was. Waarschuwingen houden niets tegen; die zonder toelichting worden genoemd.\n"
        "Met een profiel komt naast het standaardpakket een bestand zoals uw provincie het vraagt."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_gemeente()
        self.add_peildatum_of_plans()
        self.add_input(
            "Gemeentegrens", "Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.", "BOUNDARY", optional=True
        )
        self.add_previous()
        self.add_bag()
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de levering"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin het pakket en een uitgepakte leeskopie komen. Uw eigen rapport komt naast het planbestand, niet hier.",
        )
        self._add_choice(
            "PROFILE", "Profiel", profiles.names(),
            "Wat de provincie naast het standaardpakket vraagt. Met ‘lmvw’ blijft het bij het standaardpakket.",
        )  # fmt: skip
        self.add_file(
            "PROFILE_FILE", "Eigen profiel van de provincie",
            "Een profiel (JSON) dat de provincie zelf maakte; het gaat voor op de keuze hierboven.", "JSON (*.json)",
        )  # fmt: skip
        self._add_text("CONTACT", "Contact bij de gemeente", "Wie de provincie kan bellen of mailen; komt op het blad Toelichting.")
        self._add_text(
            "REMARKS", "Opmerkingen van de gemeente", "Toelichting bij de hele levering (Invultip 3); komt op het blad Toelichting.", True
        )
        self._add_choice(
            "REST_CAPACITY", "Gaat het om restcapaciteit? (najaarslevering)", [SILENT, YES, NO],
            "Ja als woningen die in de eerste helft van het jaar zijn gerealiseerd of gesloopt, niet meer meetellen (Invultip 3). Komt op het blad "
            "Toelichting en in LEESMIJ.txt.",
        )  # fmt: skip
        self._add_text("REST_WHY", "Wat levert u dan?", "Bij ‘nee’: wat er wel wordt aangeleverd (Invultip 3).", True)
        self._add_choice(
            "AGGREGATE", "Provincie telt vertrouwelijke plannen op (art. 8)", [AS_KEPT, YES, NO],
            "Vraagt u de provincie uw vertrouwelijke plannen opgeteld door te leveren? Zij gaan in elk geval afzonderlijk naar de provincie.",
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("SMALL_PLANS", tr("Kleine plannen optellen (art. 9)"), False, optional=True),
            f"Plannen met minder dan {SMALL_BELOW} woningen bruto gaan als één plan mee, met het gemeentehuis als polygoon. Dat mag alleen na akkoord van "
            "de provincie. Vertrouwelijke plannen gaan altijd afzonderlijk.",
        )
        self._add_text(
            "AGREEMENT",
            "Akkoord van de provincie",
            "Wanneer en hoe de provincie akkoord ging met optellen; blijft in het planbestand bewaard.",
        )
        self.add_input(
            "Polygoon van het gemeentehuis", "Laag of selectie met één polygoon; eenmaal gekozen blijft zij in het planbestand bewaard.",
            "TOWN_HALL", optional=True,
        )  # fmt: skip
        self.add(
            QgsProcessingParameterBoolean("ALLOW_PARTIAL", tr("Een deel van de plannen leveren"), False, optional=True),
            "Staat er een filter op de laag of kiest u een selectie, dan komt er alleen een pakket als u dit aanzet. Het pakket zegt hoeveel "
            "plannen er niet in zitten, en waarom.",
        )
        self.addOutput(QgsProcessingOutputFile("PACKAGE", tr("Pakket")))
        self.addOutput(QgsProcessingOutputFile("GPKG", tr("Kaartbestand")))
        self.addOutput(QgsProcessingOutputFile("XLSX", tr("Excel-bestand")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Controlerapport")))
        self.addOutput(QgsProcessingOutputHtml("OWN_REPORT", tr("Rapport voor de gemeente zelf")))
        self.addOutput(QgsProcessingOutputString("SET_ASIDE", tr("Waar uw eigen bestanden naartoe zijn")))
        self.addOutput(QgsProcessingOutputString("NOT_REMEMBERED", tr("Waarom het planbestand de levering niet onthoudt")))
        self.addOutput(QgsProcessingOutputNumber("UNEXPLAINED", tr("Waarschuwingen zonder toelichting")))
        self.add_counts()
        self.addOutput(QgsProcessingOutputNumber("DELIVERED", tr("Aantal plannen dat meegaat")))

    def _add_choice(self, name: str, description: str, options: list[str], help_text: str) -> None:
        choice = QgsProcessingParameterEnum(name, tr(description), options, False, options[0], True, True)  # optional, texts as values
        self.add(choice, help_text)

    def _add_text(self, name: str, description: str, help_text: str, long: bool = False) -> None:
        self.add(QgsProcessingParameterString(name, tr(description), "", long, True), help_text)

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..exportdelivery import ExportDelivery

        return ExportDelivery()
