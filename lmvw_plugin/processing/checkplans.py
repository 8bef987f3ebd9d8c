# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkplans``: every rule over a plan file, with a report a planner can read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingParameterFileDestination

from ..core.i18n import tr
from ..core.reports import Subject, check_report
from ..layers.checks import check_plan_layer, require_plan_layer
from ..layers.files import write_text
from ..layers.workbook_reader import FILE_FILTER, read_table
from .base import LmvwAlgorithm, Parameters


class CheckPlans(LmvwAlgorithm):
    """Checks attributes, names and polygons of a plan file."""

    ID = "checkplans"
    TITLE = "Plannen controleren"
    GROUP = "Controle"
    ICON = "controle"
    HELP = (
        "<p>Controleert een planbestand op alle regels van de Basisset 2.0 en het Dataprotocol: zijn alle velden ingevuld, tellen de "
        "aantallen op, mag een plan vertrouwelijk zijn, zijn de plannamen uniek en de polygonen geldig.</p>"
        "<p>Een <b>fout</b> houdt de levering tegen, een <b>waarschuwing</b> vraagt een toelichting of een verbetering, "
        "<b>info</b> is alleen ter informatie.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Planbestand", "De laag ‘plannen’ van het planbestand.")
        self.add_peildatum()
        self.add_input(
            "Gemeentegrens", "Laag met de grens van de gemeente, om te zien welke plannen erbuiten steken.", "BOUNDARY", optional=True
        )
        self.add_file(
            "WORKBOOK",
            "Werkblad om namen mee te vergelijken",
            "Werkblad waarvan de plannamen gelijk moeten zijn aan die van de polygonen.",
            FILE_FILTER,
        )
        self.add_findings()
        report = QgsProcessingParameterFileDestination(
            "REPORT", tr("Controlerapport"), "HTML (*.html)", optional=True, createByDefault=True
        )
        self.add(report, "Het rapport voor planners: alle bevindingen per regel en per plan, te openen in elke browser.")

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        self.peildatum_of(parameters, context)
        require_plan_layer(self.source_of(parameters, context))
        self.boundary_of(parameters, context)
        self.existing_file(parameters, context, "WORKBOOK")

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Check and report."""
        peildatum = self.peildatum_of(parameters, context)
        source = self.source_of(parameters, context)
        workbook = self.existing_file(parameters, context, "WORKBOOK")
        gemeente = self.gemeente_in(source)
        table = read_table(workbook, feedback=feedback) if workbook else None
        checked = check_plan_layer(source, peildatum, self.boundary_of(parameters, context, gemeente), table, feedback)
        results = {"OUTPUT": self.write_findings(checked.findings, parameters, context), **self.count_outputs(checked.counts)}
        self.tell_counts(checked.counts, feedback)
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            subject = Subject(peildatum, gemeente, source.sourceName())
            write_text(Path(report).absolute(), check_report(subject, checked.plans, checked.findings))
            results["REPORT"] = report
        return results
