# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkplannames``: are the plan names the same in every layer and worksheet?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.names.report import name_report
from ..core.names.rules import NameSource, check_source, match_names, renamed, require_names
from ..core.rules.findings import Counts, Finding
from ..layers import sources
from ..layers.files import write_text
from ..layers.importing.sheet_choice import table_with
from ..layers.names import in_layers as layer_names
from ..layers.workbook.reader import SUFFIXES, Table, name_source, require_name_column
from .base import Parameters
from .faces.checkplannames import CheckPlanNamesFace


class CheckPlanNames(CheckPlanNamesFace):
    """Checks N1-N5 over any number of layers and worksheets."""

    def __init__(self) -> None:
        super().__init__()
        self._remarks: list[str] = []  # what the reader of the worksheets saw

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Layers and files exist and have a name column."""
        source = self.source_of(parameters, context)
        layer_names.name_column(source.fields(), self.parameterAsString(parameters, "INPUT_COLUMN", context) or None, source.sourceName())
        self.workbook_of(parameters, context)
        if parameters.get("PREVIOUS"):
            previous = self.source_of(parameters, context, "PREVIOUS")
            layer_names.name_column(previous.fields(), None, previous.sourceName())
        for text in self._others(parameters):
            sources.require_file(text)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compare, and write what was found."""
        source = self.source_of(parameters, context)
        column = layer_names.name_column(
            source.fields(), self.parameterAsString(parameters, "INPUT_COLUMN", context) or None, source.sourceName()
        )
        feedback.pushInfo(tr("Laag ‘{layer}’: naamkolom ‘{column}’.").format(layer=source.sourceName(), column=column))
        own = layer_names.names_of(source, source.sourceName(), column, feedback)
        others = self._sources(own, parameters, context, feedback)
        for one in (own, *others):
            require_names(one)
        described = {name: text for other in reversed(others) for name, text in other.described.items()}
        findings = check_source(own, described=described)
        for other in others:
            findings += check_source(other)
            findings += match_names(own, other, feedback)
        if parameters.get("PREVIOUS"):
            previous = self.source_of(parameters, context, "PREVIOUS")
            findings += self._renamed(source, column, previous, own, feedback)
        counts = Counts.of(len(own.entries), findings)
        self.tell_counts(counts, feedback)
        results = {"OUTPUT": self.write_findings(findings, parameters, context, QgsWkbTypes.Type.NoGeometry), **self.count_outputs(counts)}
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            write_text(Path(report).absolute(), name_report((own, *others), findings, self._remarks))
            results["REPORT"] = report
        return results

    @staticmethod
    def _others(parameters: Parameters) -> list[str]:
        """The extra sources, as texts: files, or layers by id, name or data source."""
        given = parameters.get("SOURCES") or []
        items = given if isinstance(given, (list, tuple)) else [given]
        return [item.id() if isinstance(item, QgsVectorLayer) else str(item) for item in items if item]

    def _sources(
        self, own: NameSource, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[NameSource]:
        def read(path: Path, sheet: str | None, column: str | None) -> NameSource:
            table = table_with(own.places, path, sheet, column, feedback)
            tell_table(table, feedback)
            self._remarks += table.remarks
            return name_source(table)

        found = []
        workbook = self.workbook_of(parameters, context)
        if workbook:
            sheet = self.parameterAsString(parameters, "SHEET", context) or None
            column = self.parameterAsString(parameters, "NAME_COLUMN", context) or None
            found.append(read(workbook, sheet, column))
        for text in self._others(parameters):
            path, _, sheet = text.partition("|layername=")
            if Path(path).suffix.casefold() in SUFFIXES:
                found.append(read(Path(path), sheet or None, None))
            else:
                found.append(self._layer(text, context, feedback))
        return found

    @staticmethod
    def _layer(text: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> NameSource:
        """The names of the plans in a layer.

        :raises LmvwError: when it cannot be read.
        """
        layer = QgsProcessingUtils.mapLayerFromString(text, context)
        if not isinstance(layer, QgsVectorLayer):
            raise LmvwError(tr("‘{name}’ is geen laag of werkblad dat gelezen kan worden; kies een ander bestand.").format(name=text))
        column = layer_names.name_column(layer.fields(), None, layer.name())
        feedback.pushInfo(tr("Laag ‘{layer}’: naamkolom ‘{column}’.").format(layer=layer.name(), column=column))
        return layer_names.names_of(layer, layer.name(), column, feedback)

    @staticmethod
    def _renamed(source: Any, column: str, previous: Any, own: NameSource, feedback: QgsProcessingFeedback) -> list[Finding]:
        previous_column = layer_names.name_column(previous.fields(), None, previous.sourceName())
        feedback.pushInfo(
            tr("Vorige levering ‘{layer}’: naamkolom ‘{column}’.").format(layer=previous.sourceName(), column=previous_column)
        )
        then = NameSource(tr("de vorige levering (‘{layer}’)").format(layer=previous.sourceName()), ())
        pairs = layer_names.unmoved(source, column, previous, previous_column, feedback)
        return [finding for now, old in pairs if (finding := renamed(now, old, own, then)) is not None]


def tell_table(table: Table, feedback: QgsProcessingFeedback) -> None:
    """What was read, and what the reader saw.

    :raises LmvwError: when there is no name column.
    """
    column = require_name_column(table)
    feedback.pushInfo(
        tr("Werkblad ‘{sheet}’ van ‘{name}’: kopregel {row}, naamkolom ‘{column}’, {count} rijen.").format(
            sheet=table.sheet, name=table.path.name, row=table.header_row, column=column, count=len(table.rows)
        )
    )
    for remark in table.remarks:
        feedback.pushWarning(remark)
