# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:adoptnames``: make plan names equal, in the layer through its edit buffer and in the worksheet as a copy."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.errors import LmvwError
from ..core.i18n import several, tr
from ..core.names.comparing.explain import quoted
from ..core.names.repairs import Repair, repair_of_renamed, repairs
from ..core.names.rules import NameEntry, NameSource
from ..layers.importing.sheet_choice import table_with
from ..layers.names import in_workbooks as workbook_names
from ..layers.names.in_layers import NamedLayer, adopt, unmoved
from ..layers.workbook.cells import cell_name
from ..layers.workbook.reader import name_source
from ..layers.workbook.table import Table
from .base import Parameters
from .checkplannames import tell_table
from .faces.adoptnames import LAYER, PREVIOUS, PROPOSAL, WORKBOOK, AdoptNamesFace

_COLUMNS = {
    "bron": QMetaType.Type.QString,
    "plaats": QMetaType.Type.QString,
    "naam_nu": QMetaType.Type.QString,
    "naam_nieuw": QMetaType.Type.QString,
    "waarom": QMetaType.Type.QString,
    "zeker": QMetaType.Type.Bool,
    "keuze": QMetaType.Type.QString,
}


@dataclass
class _Proposal:
    """One name that may become another: in the layer by feature id, in the worksheet by row."""

    pair: Repair
    source: str
    where: str
    number: int
    old: str
    new: str
    chosen: bool = False


class AdoptNames(AdoptNamesFace):
    """Adopts the layer's, the worksheet's or the previous delivery's name, for some pairs or all."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """The sources that the choice needs are given.

        :raises LmvwError: when one of them lacks or cannot be used.
        """
        self._layer(parameters, context)
        workbook = self.workbook_of(parameters, context)
        if self.parameterAsEnum(parameters, "ADOPT", context) == PREVIOUS:
            if not parameters.get("PREVIOUS"):
                raise LmvwError(tr("‘Vorige levering’ is niet ingevuld; kies de laag waarvan de namen overgenomen worden."))
            self.named_layer(parameters, context, "PREVIOUS")
        elif workbook is None:
            raise LmvwError(tr("‘Excel-bestand’ is niet ingevuld; kies het Excel-bestand waarmee de namen gelijk moeten worden."))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Find the proposals, write the copy first (it can fail), then edit the layer."""
        layer = self._layer(parameters, context)
        own = layer.names(feedback)
        choice = self.parameterAsEnum(parameters, "ADOPT", context)
        named = {name for name in self.parameterAsMatrix(parameters, "NAMES", context) if isinstance(name, str) and name}
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        results: dict[str, Any] = {"CHANGED_IN_WORKBOOK": 0}
        in_sheet: list[_Proposal] = []
        if choice == PREVIOUS:
            proposals = self._from_previous(layer, parameters, context, feedback)
        else:
            table = self._table(own, self.workbook_of(parameters, context), parameters, context, feedback)
            tell_table(table, feedback)
            other = name_source(table)
            words = [name for name in other.places if not name.isascii()]
            for sentence in layer.read(words)[1]:
                feedback.pushWarning(sentence)
            proposals, in_sheet = _between(layer.names(feedback, words), other, table, choice, feedback)
        self._tell_unknown(named, proposals + in_sheet, feedback)
        for adopted in proposals + in_sheet:
            adopted.chosen = adopted.pair.left in named if named else adopted.pair.sure
        in_layer = {adopted.number: adopted.new for adopted in proposals if adopted.chosen}
        rows = {adopted.number: adopted.new for adopted in in_sheet if adopted.chosen}
        if not dry:
            if rows:
                results.update(self._copy(table, rows, parameters, context, feedback))
            if in_layer:
                self._edit(layer, in_layer, parameters, context)
        results["CHANGED_IN_LAYER"] = 0 if dry else len(in_layer)
        results["WAITING"] = len({adopted.pair.left for adopted in proposals + in_sheet if not adopted.chosen})
        results["OUTPUT"] = self._write(proposals + in_sheet, dry, parameters, context)
        said = (
            tr("Alleen getoond, niets veranderd. Te wijzigen: {layer} in de laag, {workbook} in het Excel-bestand; op uw keuze: {waiting}.")
            if dry
            else tr("Gewijzigd: {layer} in de laag, {workbook} in de kopie van het Excel-bestand; op uw keuze: {waiting}.")
        )
        counts = {"layer": len(in_layer), "workbook": len(rows), "waiting": results["WAITING"]}
        feedback.pushInfo(said.format(**{name: several(count, "naam", "namen") for name, count in counts.items()}))
        return results

    @staticmethod
    def _tell_unknown(named: set[str], proposals: Sequence[_Proposal], feedback: QgsProcessingFeedback) -> None:
        for name in sorted(named - {adopted.pair.left for adopted in proposals}):
            feedback.pushWarning(tr("Voor {name} is er geen voorstel; die naam blijft zoals hij is.").format(name=quoted(name)))

    def _write(self, proposals: Sequence[_Proposal], dry: bool, parameters: Parameters, context: QgsProcessingContext) -> str | None:
        """The table of every proposal."""
        columns = QgsFields()
        for name, kind in _COLUMNS.items():
            columns.append(QgsField(name, kind))
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, columns, QgsWkbTypes.Type.NoGeometry)
        if sink is None:
            return None
        chosen = tr("zou overgenomen worden") if dry else tr("overgenomen")
        for adopted in proposals:
            feature = QgsFeature(columns)
            feature.setAttributes(
                [
                    adopted.source,
                    adopted.where,
                    adopted.old,
                    adopted.new,
                    adopted.pair.why,
                    adopted.pair.sure,
                    chosen if adopted.chosen else tr("wacht op uw keuze"),
                ]
            )
            sink.addFeature(feature)
        return str(destination)

    def _layer(self, parameters: Parameters, context: QgsProcessingContext) -> NamedLayer:
        """The layer whose names change, to be read.

        :raises LmvwError: when it cannot be edited, or has no column of names.
        """
        layer = self.named_layer(parameters, context, column=self.parameterAsString(parameters, "INPUT_COLUMN", context))
        if self.layer_of(parameters, context) is None:
            raise LmvwError(tr("De laag kan niet bewerkt worden; kies een laag uit een bestand of database."))
        return layer

    def _table(
        self, own: NameSource, path: Path | None, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Table:
        """The worksheet, with the column of names that fits best.

        :raises LmvwError: when none was given or it cannot be read.
        """
        if path is None:
            raise LmvwError(tr("‘Excel-bestand’ is niet ingevuld; kies het Excel-bestand waarmee de namen gelijk moeten worden."))
        sheet = self.parameterAsString(parameters, "SHEET", context) or None
        return table_with(own.places, path, sheet, self.parameterAsString(parameters, "NAME_COLUMN", context) or None, feedback)

    def _from_previous(
        self, layer: NamedLayer, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> list[_Proposal]:
        pairs = unmoved(layer, self.named_layer(parameters, context, "PREVIOUS"), (), feedback)
        renamed = ((now, repair_of_renamed(now, then)) for now, then in pairs)
        return [_Proposal(pair, tr("laag"), now.where, _fid(now), pair.left, pair.proposal) for now, pair in renamed if pair is not None]

    def _copy(
        self, table: Table, rows: Mapping[int, str], parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write a copy of the worksheet with the new names.

        :raises LmvwError: when no file was given for it or it cannot be written.
        """
        target = self.parameterAsFileOutput(parameters, "OUTPUT_WORKBOOK", context)
        if not target:
            raise LmvwError(tr("‘Kopie van het Excel-bestand’ is niet ingevuld; kies een bestand voor de kopie met de nieuwe namen."))
        for remark in workbook_names.adopt(table, rows, Path(target).absolute(), feedback):
            feedback.pushWarning(remark)
        return {"OUTPUT_WORKBOOK": target, "WORKBOOK_COPY": target, "CHANGED_IN_WORKBOOK": len(rows)}

    def _edit(self, named: NamedLayer, changes: Mapping[int, str], parameters: Parameters, context: QgsProcessingContext) -> None:
        """Change the names in the layer itself.

        :raises LmvwError: when it cannot be edited, or its letters would get mixed.
        :raises QgsProcessingException: when they cannot be saved.
        """
        layer, save = self.parameterAsVectorLayer(parameters, "INPUT", context), self.parameterAsBool(parameters, "SAVE", context)
        named.require_letters(layer)
        was_editing = layer.isEditable()
        adopt(layer, named.column, changes)
        if save and not was_editing and not layer.commitChanges():
            reason = "; ".join(layer.commitErrors())
            layer.rollBack()
            raise QgsProcessingException(
                tr("De nieuwe namen kunnen niet opgeslagen worden in laag ‘{layer}’ ({reason}).").format(layer=layer.name(), reason=reason)
            )


def _between(
    own: NameSource, other: NameSource, table: Table, choice: int, feedback: QgsProcessingFeedback
) -> tuple[list[_Proposal], list[_Proposal]]:
    """The proposals for the layer, and those for the worksheet."""
    in_layer, in_sheet = [], []
    rows = {name: number for number, name in table.names if name is not None}
    for pair in repairs(own, other, feedback):
        new = {PROPOSAL: pair.proposal, LAYER: pair.left, WORKBOOK: pair.right}[choice]
        entry = own.places[pair.left][0]
        if "\ufffd" in new:
            continue  # the mark of a letter that was lost is never a name
        if new != pair.left:
            in_layer.append(_Proposal(pair, tr("laag"), entry.where, _fid(entry), pair.left, new))
        if new != pair.right:
            where = tr("cel {cell}").format(cell=cell_name(rows[pair.right], table.name_column_number or 1))
            in_sheet.append(_Proposal(pair, tr("Excel-bestand"), where, rows[pair.right], pair.right, new))
    return in_layer, in_sheet


def _fid(entry: NameEntry) -> int:
    return int(str((entry.plan or {})["fid"]))
