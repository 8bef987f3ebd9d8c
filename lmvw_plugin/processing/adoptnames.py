# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:adoptnames``: make plan names equal, in the layer through its edit buffer and in the worksheet as a copy."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputFile,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
    QgsVectorLayer,
)

from ..core import name_forms
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.manual import Page
from ..core.name_rules import NameSource, repairs
from ..layers import layer_names, workbook_names
from ..layers.workbook_reader import FILE_FILTER, Table, name_source, read_table
from .base import LmvwAlgorithm, Parameters
from .checkplannames import tell_table

PROPOSAL, LAYER, WORKBOOK, PREVIOUS = range(4)


class AdoptNames(LmvwAlgorithm):
    """Adopts the layer's, the worksheet's or the previous delivery's name, for some pairs or all."""

    ID = "adoptnames"
    PAGE = Page.NAMES
    TITLE = "Plannamen overnemen"
    GROUP = "Herstel"
    ICON = "namen"
    HELP = (
        "<p>Maakt plannamen gelijk die ‘Plannamen controleren’ als bijna gelijk aanwijst. U kiest welke naam blijft: die van de laag, van het "
        "werkblad of van de vorige levering, of per paar de naam die heel is (het voorstel).</p>"
        "<p>De laag wordt bewerkt zoals u dat zelf zou doen: ongedaan maken werkt. Het werkblad zelf blijft zoals het is; u krijgt een "
        "<b>kopie</b> waarin alleen de namen anders zijn, en die is nagelezen.</p>"
        "<p>Namen die op meer dan één naam lijken blijven staan: daar kiest u zelf.</p>"
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        layer = QgsProcessingParameterVectorLayer("INPUT", tr("Laag met polygonen"), [QgsProcessing.SourceType.TypeVectorPolygon])
        self.add(layer, "De laag met de plannen, die bewerkt kan worden.")
        self.add_file("WORKBOOK", "Werkblad", "Het werkblad met dezelfde plannen: .xlsx, .xlsm of .csv.", FILE_FILTER)
        for name, description in (
            ("SHEET", "Blad"),
            ("NAME_COLUMN", "Naamkolom in het werkblad"),
            ("INPUT_COLUMN", "Naamkolom in de laag"),
        ):
            self.add(QgsProcessingParameterString(name, tr(description), optional=True), "Leeg: herkend aan de inhoud.")
        self.add_input("Vorige levering", "Alleen nodig om namen uit de vorige levering over te nemen.", "PREVIOUS", optional=True)
        options = [tr("het voorstel"), tr("de naam van de laag"), tr("de naam van het werkblad"), tr("de naam van de vorige levering")]
        self.add(
            QgsProcessingParameterEnum("ADOPT", tr("Welke naam blijft"), options, defaultValue=PROPOSAL),
            "De naam die in beide komt te staan.",
        )
        self.add(
            QgsProcessingParameterMatrix("NAMES", tr("Alleen deze plannen"), headers=[tr("plannaam in de laag")], optional=True),
            "De namen, zoals ze nu in de laag staan, van de plannen die u wilt herstellen. Leeg: alle.",
        )
        self.add(
            QgsProcessingParameterBoolean("SAVE", tr("Laag meteen opslaan"), defaultValue=True),
            "Uit: de wijzigingen blijven in de bewerkingssessie staan, zodat u ze kunt bekijken en ongedaan maken. "
            "Een laag die u al aan het bewerken bent wordt nooit vanzelf opgeslagen.",
        )
        self.add(
            QgsProcessingParameterFileDestination(
                "OUTPUT_WORKBOOK", tr("Kopie van het werkblad"), FILE_FILTER, optional=True, createByDefault=False
            ),
            "De kopie met de nieuwe namen, met dezelfde extensie als het werkblad. Alleen geschreven als er namen in veranderen.",
        )
        self.addOutput(QgsProcessingOutputFile("WORKBOOK_COPY", tr("Geschreven kopie")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_IN_LAYER", tr("Gewijzigde namen in de laag")))
        self.addOutput(QgsProcessingOutputNumber("CHANGED_IN_WORKBOOK", tr("Gewijzigde namen in het werkblad")))

    def flags(self) -> Any:
        """A layer of the project is edited in the thread it lives in."""
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """The sources that the choice needs are given."""
        layer = self._layer(parameters, context)
        self._column(layer, parameters, context)
        workbook = self.workbook_of(parameters, context)
        if self.parameterAsEnum(parameters, "ADOPT", context) == PREVIOUS:
            if not parameters.get("PREVIOUS"):
                raise LmvwError(tr("‘Vorige levering’ is niet ingevuld; kies de laag waarvan de namen overgenomen worden."))
            previous = self.source_of(parameters, context, "PREVIOUS")
            layer_names.name_column(previous.fields(), None, previous.sourceName())
        elif workbook is None:
            raise LmvwError(tr("‘Werkblad’ is niet ingevuld; kies het werkblad waarmee de namen gelijk moeten worden."))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Find the pairs, write the copy first (it can fail), then edit the layer."""
        layer = self._layer(parameters, context)
        column = self._column(layer, parameters, context)
        own = layer_names.names_of(layer, layer.name(), column, feedback)
        choice = self.parameterAsEnum(parameters, "ADOPT", context)
        only = {name for name in self.parameterAsMatrix(parameters, "NAMES", context) if isinstance(name, str) and name}
        results: dict[str, Any] = {"CHANGED_IN_WORKBOOK": 0}
        if choice == PREVIOUS:
            in_layer = self._from_previous(layer, column, only, parameters, context, feedback)
        else:
            workbook = self.workbook_of(parameters, context)
            table = self._table(workbook, parameters, context, feedback)
            tell_table(table, feedback)
            other = name_source(table)
            chosen = [
                (pair, {PROPOSAL: pair.proposal, LAYER: pair.left, WORKBOOK: pair.right}[choice])
                for pair in repairs(own, other, feedback)
                if not only or pair.left in only
            ]
            in_layer = _fids(own, {pair.left: name for pair, name in chosen if name != pair.left})
            rows = _rows(table, {pair.right: name for pair, name in chosen if name != pair.right})
            if rows:
                results.update(self._copy(table, rows, parameters, context, feedback))
        self._edit(layer, column, in_layer, self.parameterAsBool(parameters, "SAVE", context))
        results["CHANGED_IN_LAYER"] = len(in_layer)
        feedback.pushInfo(
            tr("Gewijzigde namen: {layer} in de laag, {workbook} in de kopie van het werkblad.").format(
                layer=len(in_layer), workbook=results["CHANGED_IN_WORKBOOK"]
            )
        )
        return results

    def _layer(self, parameters: Parameters, context: QgsProcessingContext) -> QgsVectorLayer:
        self.source_of(parameters, context)  # says in Dutch what is wrong with it
        layer = self.parameterAsVectorLayer(parameters, "INPUT", context)
        if layer is None:
            raise LmvwError(tr("De laag kan niet bewerkt worden; kies een laag uit een bestand of database."))
        return layer

    def _column(self, layer: QgsVectorLayer, parameters: Parameters, context: QgsProcessingContext) -> str:
        wanted = self.parameterAsString(parameters, "INPUT_COLUMN", context) or None
        return layer_names.name_column(layer.fields(), wanted, layer.name())

    def _table(self, path: Path | None, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> Table:
        if path is None:
            raise LmvwError(tr("‘Werkblad’ is niet ingevuld; kies het werkblad waarmee de namen gelijk moeten worden."))
        sheet = self.parameterAsString(parameters, "SHEET", context) or None
        return read_table(path, sheet, self.parameterAsString(parameters, "NAME_COLUMN", context) or None, feedback)

    def _from_previous(
        self, layer: QgsVectorLayer, column: str, only: set[str], parameters: Parameters, context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[int, str]:  # fmt: skip
        previous = self.source_of(parameters, context, "PREVIOUS")
        previous_column = layer_names.name_column(previous.fields(), None, previous.sourceName())
        pairs = layer_names.unmoved(layer, column, previous, previous_column, feedback)
        return {
            int(str((now.plan or {})["fid"])): name_forms.cleaned(then.name)
            for now, then in pairs
            if then.name is not None and (not only or now.name in only)
        }

    def _copy(
        self, table: Table, rows: Mapping[int, str], parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        target = self.parameterAsFileOutput(parameters, "OUTPUT_WORKBOOK", context)
        if not target:
            raise LmvwError(tr("‘Kopie van het werkblad’ is niet ingevuld; kies een bestand voor de kopie met de nieuwe namen."))
        for remark in workbook_names.adopt(table, rows, Path(target).absolute(), feedback):
            feedback.pushWarning(remark)
        return {"OUTPUT_WORKBOOK": target, "WORKBOOK_COPY": target, "CHANGED_IN_WORKBOOK": len(rows)}

    @staticmethod
    def _edit(layer: QgsVectorLayer, column: str, changes: Mapping[int, str], save: bool) -> None:
        if not changes:
            return
        was_editing = layer.isEditable()
        layer_names.adopt(layer, column, changes)
        if save and not was_editing and not layer.commitChanges():
            reason = "; ".join(layer.commitErrors())
            layer.rollBack()
            raise QgsProcessingException(
                tr("De nieuwe namen kunnen niet opgeslagen worden in laag ‘{layer}’ ({reason}).").format(layer=layer.name(), reason=reason)
            )


def _fids(source: NameSource, changes: Mapping[str, str]) -> dict[int, str]:
    return {int(str((entry.plan or {})["fid"])): changes[entry.name] for entry in source.entries if entry.name in changes}


def _rows(table: Table, changes: Mapping[str, str]) -> dict[int, str]:
    return {number: changes[name] for number, name in table.names if name in changes}
