# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkplannames``: are the plan names the same in every layer and worksheet?"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..core.errors import LmvwError
from ..core.i18n import several, tr
from ..core.names.between import match_names, renamed
from ..core.names.report import name_report
from ..core.names.rules import NameSource, check_source, require_names
from ..core.rules.findings import Counts, Finding
from ..layers import sources
from ..layers.files import write_text
from ..layers.importing.sheet_choice import table_with
from ..layers.kinds import WORKBOOK_SUFFIXES
from ..layers.names.in_layers import NamedLayer, name_column, unmoved
from ..layers.names.secret import is_marked
from ..layers.planfile.recognising import plan_file_of
from ..layers.planfile.tables.confidential_table import strijdig_in
from ..layers.workbook.reader import name_source, require_name_column
from ..layers.workbook.table import Table
from .base import Parameters
from .faces.checkplannames import CheckPlanNamesFace


class CheckPlanNames(CheckPlanNamesFace):
    """Checks N1-N5 over any number of layers and worksheets."""

    def __init__(self) -> None:
        super().__init__()
        self._remarks: list[str] = []  # what the reader of the worksheets saw

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Layers and files exist and have a name column."""
        self._own(parameters, context)
        self.workbook_of(parameters, context)
        if parameters.get("PREVIOUS"):
            self.named_layer(parameters, context, "PREVIOUS")
        for text in self._others(parameters):
            sources.require_file(text)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compare, and write what was found."""
        layer = self._own(parameters, context)
        feedback.pushInfo(tr("Laag ‘{layer}’: naamkolom ‘{column}’.").format(layer=layer.title, column=layer.column))
        given = self._sources(layer.names(feedback), parameters, context, feedback)
        sheets = [name_source(source) for source in given if isinstance(source, Table)]
        words = {name for sheet in sheets for name in sheet.places if not name.isascii()}
        own = self._names(layer, words, feedback)
        words.update(name for name in own.places if not name.isascii())
        others = [sheets.pop(0) if isinstance(source, Table) else self._names(source, words, feedback) for source in given]
        require_names(own)
        described = {name: text for other in reversed(others) for name, text in other.described.items()}
        findings = check_source(own, described=described)
        for other in others:
            findings += check_source(other)
            findings += match_names(own, other, feedback)
        if parameters.get("PREVIOUS"):
            given.append(self.named_layer(parameters, context, "PREVIOUS"))
            findings += self._renamed(layer, given[-1], own, words, feedback)
        counts = Counts.of(len(own.entries), findings)
        self.tell_counts(counts, feedback)
        results = {"OUTPUT": self.write_findings(findings, parameters, context, QgsWkbTypes.Type.NoGeometry), **self.count_outputs(counts)}
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            confidential = any(map(is_marked, (layer, *given)))
            write_text(Path(report).absolute(), name_report((own, *others), findings, self._remarks, confidential))
            results["REPORT"] = report
        return results

    def _own(self, parameters: Parameters, context: QgsProcessingContext) -> NamedLayer:
        """The layer with the polygons.

        :raises LmvwError: when it cannot be read or has no column of names.
        """
        return self.named_layer(parameters, context, column=self.parameterAsString(parameters, "INPUT_COLUMN", context))

    def _names(self, layer: NamedLayer, words: Collection[str], feedback: QgsProcessingFeedback) -> NameSource:
        """The names of a layer; what was odd about reading them is told and kept for the report."""
        said = layer.read(words)[1]
        for sentence in said:
            feedback.pushWarning(sentence)
        self._remarks += said
        return layer.names(feedback, words)

    @staticmethod
    def _others(parameters: Parameters) -> list[str]:
        """The extra sources, as texts: files, or layers by id, name or data source."""
        given = parameters.get("SOURCES") or []
        items = given if isinstance(given, (list, tuple)) else [given]
        return [item.id() if isinstance(item, QgsVectorLayer) else str(item) for item in items if item]

    def _sources(
        self, own: NameSource, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[Table | NamedLayer]:
        """Everything that the layer is compared with, in the order in which it was given."""

        def read(path: Path, sheet: str, column: str) -> Table:
            table = table_with(own.places, path, sheet or None, column or None, feedback)
            tell_table(table, feedback)
            self._remarks += table.remarks
            return table

        read_sources: list[Table | NamedLayer] = []
        workbook = self.workbook_of(parameters, context)
        if workbook:
            sheet, column = (self.parameterAsString(parameters, name, context) for name in ("SHEET", "NAME_COLUMN"))
            read_sources.append(read(workbook, sheet, column))
        for text in self._others(parameters):
            path, _, sheet = text.partition("|layername=")
            if Path(path).suffix.casefold() in WORKBOOK_SUFFIXES:
                read_sources.append(read(Path(path), sheet, ""))
            else:
                read_sources.append(self._layer(text, context, feedback))
        return read_sources

    def _layer(self, text: str, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> NamedLayer:
        """One of the other layers.

        :raises LmvwError: when it cannot be read.
        """
        layer = self.opened_layer(text, context)
        if layer is None:
            raise LmvwError(tr("‘{name}’ is geen laag of Excel-bestand dat gelezen kan worden; kies een ander bestand.").format(name=text))
        column = name_column(layer.fields(), None, layer.name())
        feedback.pushInfo(tr("Laag ‘{layer}’: naamkolom ‘{column}’.").format(layer=layer.name(), column=column))
        return NamedLayer(layer, layer.name(), column, self.stored_of(layer), strijdig_in(plan_file_of(layer)))

    @staticmethod
    def _renamed(
        layer: NamedLayer, previous: NamedLayer, own: NameSource, words: Collection[str], feedback: QgsProcessingFeedback
    ) -> list[Finding]:
        feedback.pushInfo(tr("Vorige levering ‘{layer}’: naamkolom ‘{column}’.").format(layer=previous.title, column=previous.column))
        then = NameSource(tr("de vorige levering (‘{layer}’)").format(layer=previous.title), ())
        pairs = unmoved(layer, previous, words, feedback)
        return [finding for now, old in pairs if (finding := renamed(now, old, own, then)) is not None]


def tell_table(table: Table, feedback: QgsProcessingFeedback) -> None:
    """What was read, and what the reader saw.

    :raises LmvwError: when there is no name column.
    """
    column = require_name_column(table)
    feedback.pushInfo(
        tr("Blad ‘{sheet}’ van ‘{name}’: koprij {row}, naamkolom ‘{column}’, {count}.").format(
            sheet=table.sheet, name=table.path.name, row=table.header_row, column=column, count=several(len(table.rows), "rij", "rijen")
        )
    )
    for remark in table.remarks:
        feedback.pushWarning(remark)
