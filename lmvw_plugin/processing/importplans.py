# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:importplans``: existing polygons, and a worksheet when there is one, into a plan file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from qgis.core import (
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputHtml,
    QgsProcessingOutputNumber,
)

from ..core import mapping as m
from ..core.errors import LmvwError
from ..core.feedback import watched
from ..core.i18n import tr
from ..core.import_plans import import_plans
from ..core.reports import Subject, import_report
from ..layers import planfile, sources
from ..layers.files import write_text
from ..layers.workbook_reader import FILE_FILTER, Table, read_table
from .base import LmvwAlgorithm, Parameters

_NO_GEOMETRY = QgsGeometry()


class ImportPlans(LmvwAlgorithm):
    """Makes a plan file from what a municipality already has."""

    ID = "importplans"
    TITLE = "Plannen importeren"
    GROUP = "Plannen"
    ICON = "import"
    HELP = (
        "<p>Zet een laag met planpolygonen, en als u dat hebt een werkblad met de gegevens, om in een planbestand volgens de "
        "Basisset 2.0. Polygonen en rijen worden gekoppeld op de plannaam, letter voor letter.</p>"
        "<p>De plugin herkent kolommen aan hun naam. Welke kolom waarvoor is gebruikt staat in het rapport en in een JSON-bestand "
        "dat u kunt aanpassen en opnieuw kunt opgeven. Een waarde die niet zeker is blijft leeg en staat in het rapport; "
        "er wordt nooit een getal geraden.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Laag met planpolygonen", "De polygonen van de plannen, in EPSG:28992. Elke laag die QGIS kan openen is goed.")
        self.add_file("WORKBOOK", "Werkblad met plangegevens", "Excel-, ODS- of CSV-bestand met een kolom plannamen.", FILE_FILTER)
        self.add_file(
            "MAPPING",
            "Kolomkoppeling",
            "JSON-bestand van een eerdere import: welke kolom welk veld vult. Leeg: de plugin doet een voorstel.",
            "Kolomkoppeling (*.json)",
        )
        self.add_gemeente()
        self.add_peildatum()
        self.add_plan_file("Waar het planbestand komt te staan. Het rapport en de kolomkoppeling komen ernaast.")
        self.addOutput(QgsProcessingOutputFile("MAPPING_USED", tr("Gebruikte kolomkoppeling")))
        self.addOutput(QgsProcessingOutputHtml("REPORT", tr("Importrapport")))
        self.addOutput(QgsProcessingOutputNumber("IMPORTED", tr("Aantal overgenomen plannen")))
        self.addOutput(QgsProcessingOutputNumber("NOT_IMPORTED", tr("Aantal niet overgenomen regels")))

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        info = self.info_of(parameters, context)
        self.source_of(parameters, context)
        self.existing_file(parameters, context, "WORKBOOK")
        self._given_mapping(parameters, context)
        planfile.require_free(self.plan_file_of(parameters, context), info)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, translate, write, report."""
        info = self.info_of(parameters, context)
        source = self.source_of(parameters, context)
        target = self.plan_file_of(parameters, context)
        workbook = self.existing_file(parameters, context, "WORKBOOK")
        geometries, attributes = [], []
        for feature, row in watched(sources.rows(source), source.featureCount(), feedback, 0, 40):
            geometries.append(feature.geometry())
            attributes.append(row)
        table = read_table(workbook, feedback=feedback) if workbook else None
        columns = {m.POLYGONEN: source.fields().names()}
        samples = {m.POLYGONEN: {name: [row[name] for row in attributes] for name in columns[m.POLYGONEN]}}
        sheet: list[tuple[int, dict[str, object]]] = []
        if table:
            columns[m.WERKBLAD] = list(table.columns)
            sheet = [(row.number, dict(zip(table.columns, row.values, strict=False))) for row in table.rows]
            samples[m.WERKBLAD] = {name: [row[name] for _, row in sheet] for name in table.columns}
        mapping = self._given_mapping(parameters, context) or _guess(columns, samples, table, info)
        m.require_columns(mapping, columns)
        result = import_plans(attributes, sheet, mapping, info.gemeente)
        if not result.plans:
            raise LmvwError(_nothing_came_over(result.not_imported, info))
        for sentence in table.remarks if table else ():
            feedback.pushWarning(sentence)

        plans = ((_NO_GEOMETRY if index is None else geometries[index], values) for index, values in result.plans)
        written = planfile.create(target, info, watched(plans, len(result.plans), feedback, 50, 95))
        report, used = target.with_name(f"{target.stem}_import.html"), target.with_name(f"{target.stem}_kolomkoppeling.json")
        names = " + ".join(filter(None, (source.sourceName(), workbook.name if workbook else "")))
        write_text(used, m.to_json(mapping, columns))
        write_text(report, import_report(Subject(info.peildatum, info.gemeente, names), result, mapping, columns))
        feedback.pushInfo(
            tr("{plans} plannen overgenomen, {waiting} regels wachten op u, {values} waarden niet overgenomen; zie {report}").format(
                plans=written, waiting=len(result.not_imported), values=len(result.remarks), report=report
            )
        )
        self.load_when_done(target, context)
        return {
            "OUTPUT": str(target),
            "MAPPING_USED": str(used),
            "REPORT": str(report),
            "IMPORTED": written,
            "NOT_IMPORTED": len(result.not_imported),
        }

    def _given_mapping(self, parameters: Parameters, context: QgsProcessingContext) -> m.PlanMapping | None:
        path = self.existing_file(parameters, context, "MAPPING")
        return m.from_json(path.read_text(encoding="utf-8-sig"), path.name) if path else None


def _guess(
    columns: m.Columns, samples: dict[str, dict[str, list[object]]], table: Table | None, info: planfile.PlanFileInfo
) -> m.PlanMapping:
    """The proposal; the worksheet's reader knows its name column by content."""
    known = {m.WERKBLAD: table.name_column} if table and table.name_column else {}
    return m.guess(columns, samples, info.peildatum, known)


def _nothing_came_over(waiting: Sequence[Any], info: planfile.PlanFileInfo) -> str:
    if not waiting:
        return tr("De laag bevat geen plannen; kies een andere laag.")
    return tr("Geen enkel plan is overgenomen: {where} ({name}) {reason}. Controleer de gemeente {code}.").format(
        where=waiting[0].where, name=waiting[0].name, reason=waiting[0].reason, code=info.gemeente.code
    )
