# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportdelivery``: a checked and verified delivery package, or a clear reason why there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingParameterFile,
)

from ..core import delivery as d
from ..core.errors import LmvwError
from ..core.feedback import Part
from ..core.i18n import tr
from ..core.reports import Subject, check_report, first_errors
from ..layers.checks import check_plan_layer, require_plan_layer
from ..layers.files import write_text
from ..layers.requirements import require
from .base import LmvwAlgorithm, Parameters


class ExportDelivery(LmvwAlgorithm):
    """Checks the plan file and writes the package for the province."""

    ID = "exportdelivery"
    TITLE = "Levering maken"
    GROUP = "Levering"
    ICON = "levering"
    HELP = (
        "<p>Controleert het planbestand en maakt het leveringspakket: een zip met kaartbestand, werkblad, controlerapport en manifest. "
        "Beide bestanden worden na het schrijven teruggelezen en vergeleken; pas dan verschijnt het pakket.</p>"
        "<p>Plannen met status 5A of 5B blijven thuis. Zijn er nog fouten, dan komt er geen pakket maar een rapport, en blijft een "
        "eerder pakket zoals het was.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_gemeente()
        self.add_peildatum()
        self.add_input(
            "Gemeentegrens", "Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.", "BOUNDARY", optional=True
        )
        self.add(
            QgsProcessingParameterFile("FOLDER", tr("Map voor de levering"), QgsProcessingParameterFile.Behavior.Folder),
            "De map waarin het pakket en een uitgepakte leeskopie komen. De plugin schrijft nergens anders.",
        )
        self.addOutput(QgsProcessingOutputFile("PACKAGE", tr("Leveringspakket")))
        self.addOutput(QgsProcessingOutputFile("GPKG", tr("Kaartbestand")))
        self.addOutput(QgsProcessingOutputFile("XLSX", tr("Werkblad")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Controlerapport")))
        self.add_counts()

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        require("openpyxl")
        self.info_of(parameters, context)
        require_plan_layer(self.source_of(parameters, context))
        self.boundary_of(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Check, write, verify."""
        from ..layers.package import require_folder, write_package  # needs openpyxl; the provider loads without

        info = self.info_of(parameters, context)
        source = self.source_of(parameters, context)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context)).absolute()
        require_folder(folder)
        checked = check_plan_layer(source, info.peildatum, self.boundary_of(parameters, context, info.gemeente), None, Part(feedback, 0, 50))
        self._require_own_plans(checked.plans, info.gemeente.code)
        subject = Subject(info.peildatum, info.gemeente, source.sourceName())
        self.tell_counts(checked.counts, feedback)
        if checked.counts.errors:
            report = folder / f"{d.package_name(info.gemeente, info.peildatum)}_{d.REPORT}"
            write_text(report, check_report(subject, checked.plans, checked.findings))
            raise LmvwError(
                tr("Er is geen pakket gemaakt: {count} fouten. {first} Het rapport staat in {report}").format(
                    count=checked.counts.errors, first=first_errors(checked.findings), report=report
                )
            )
        delivery = d.make_delivery(checked.plans, info.gemeente, info.peildatum)
        if not delivery.rows:
            raise LmvwError(tr("Er zijn geen plannen om te leveren: het planbestand is leeg of alle plannen blijven thuis."))
        geometries = [checked.geometries[index] for index in delivery.indexes]
        package = write_package(folder, delivery, geometries, checked.plans, checked.findings, subject, feedback)
        feedback.pushInfo(tr("Pakket geschreven, teruggelezen en vergeleken: {path}").format(path=package.archive))
        return {
            "PACKAGE": str(package.archive),
            "GPKG": str(package.file(d.GPKG)),
            "XLSX": str(package.file(d.XLSX)),
            "REPORT": str(package.file(d.REPORT)),
            **self.count_outputs(checked.counts),
        }

    @staticmethod
    def _require_own_plans(plans: list[dict[str, object]], code: str) -> None:
        for plan in plans:
            other = plan.get("gemeente_code")
            if other not in (None, "", code):
                raise LmvwError(
                    tr(
                        "Plan ‘{name}’ heeft gemeentecode {other}, maar de levering is van {code}; kies de juiste gemeente of het juiste bestand."
                    ).format(name=plan.get("plannaam"), other=other, code=code)
                )
