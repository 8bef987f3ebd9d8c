# SPDX-License-Identifier: GPL-2.0-or-later
"""The face of ``lmvw:mergedeliveries``."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDateTime,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ...core.i18n import tr
from ...core.manual import Page
from ...layers.kinds import PLAN_FILES
from ..base import LmvwAlgorithm


class MergeDeliveriesFace(LmvwAlgorithm):
    """Makes one file of many packages."""

    ID = "mergedeliveries"
    PAGE = Page.PROVINCE
    TITLE = "Leveringen samenvoegen"
    GROUP = "Levering"
    ICON = "leveringen_samenvoegen"
    HELP = (
        "Voor de provincie en de landelijke beheerder: zet de plannen van alle pakketten in een map in één GeoPackage. Bij elk plan staat uit welk pakket het "
        "komt. De tabel ‘pakketten’ zegt van elke gemeente de peildatum, de versie, de aantallen en wat er gevonden is.\n"
        "Elk pakket wordt eerst nagekeken. Een pakket dat niet deugt, gaat niet mee; het rapport noemt de reden. Van twee pakketten van één gemeente gaat het "
        "laatste mee, en alle pakketten hebben één peildatum.\n"
        "Breekt u af, dan gaat de volgende keer verder waar het was. Het resultaat is vertrouwelijk."
    )
    PLAN_FILES = frozenset(("OUTPUT",))  # what has that name is set aside, never replaced

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add(
            QgsProcessingParameterFile("INPUT", tr("Map met ontvangen pakketten"), QgsProcessingParameterFile.Behavior.Folder),
            "De map met de zips, ook in mappen daarin. Aan die bestanden verandert niets.",
        )
        self.add(
            QgsProcessingParameterDateTime("PEILDATUM", tr("Peildatum"), QgsProcessingParameterDateTime.Type.Date, optional=True),
            "Pakketten van een andere peildatum gaan niet mee. Leeg: de peildatum van de meeste gemeenten.",
        )
        self.add(
            QgsProcessingParameterBoolean("STEWARD", tr("Voor de landelijke beheerder (art. 7 en 8)"), False),
            "Aan: vertrouwelijke plannen van een gemeente die voor optellen koos, gaan mee als één plan zonder naam. Uit: elk plan zoals het geleverd is, voor "
            "de provincie zelf.",
        )
        self.add_input(
            "Gemeentehuizen",
            "Vlakken van gemeentehuizen, met een kolom ‘gemeente_code’. Alleen nodig voor gemeenten die voor optellen kozen.",
            "TOWN_HALLS",
            optional=True,
        )
        self.add(
            QgsProcessingParameterString("STRIJDIG", tr("Strijdig volgens de provincie"), "", multiLine=True, optional=True),
            "Plannen die de provincie strijdig met haar beleid noemt, elk op een eigen regel: de gemeentecode en dan de plannaam of het planbestand-ID. Zij "
            "gaan mee als vertrouwelijk (art. 5.d).",
        )
        self.add(
            QgsProcessingParameterFile("REVIEW", tr("Beoordelingsbestand"), fileFilter=PLAN_FILES, optional=True),
            "Plannen die beoordelaars daarin strijdig met provinciaal beleid noemen, gaan mee als vertrouwelijk. U hoeft ze dan niet te typen.",
        )
        self.add(
            QgsProcessingParameterFileDestination("OUTPUT", tr("Samengevoegd bestand"), PLAN_FILES),
            "Een GeoPackage met alle plannen. Wat er onder die naam staat, wordt bewaard onder een naam met datum en tijd.",
        )
        self.add(
            QgsProcessingParameterFileDestination("WORKBOOK", tr("Alles als Excel-bestand"), "Excel (*.xlsx)", None, True, False),
            "Dezelfde plannen en gemeenten in één Excel-bestand. Leeg: dat bestand komt er niet.",
        )
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Rapport")))
        for name, description in (
            ("PLANS", "Aantal plannen"),
            ("MERGED", "Aantal samengevoegde pakketten"),
            ("REFUSED", "Aantal bestanden dat niet meegaat"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(description)))

    def working(self) -> LmvwAlgorithm:
        """With its work."""
        from ..mergedeliveries import MergeDeliveries

        return MergeDeliveries()
