# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:importplans``: existing polygons, a worksheet, or both, into a new plan file or one that holds plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureSource,
    QgsGeometry,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..core.errors import LmvwError
from ..core.feedback import Part, checkpoint, watched
from ..core.i18n import tr
from ..core.importing import formats
from ..core.importing import update as import_update
from ..core.importing.imported import Imported
from ..core.importing.mapping import document as mapping_json
from ..core.importing.mapping import plan as m
from ..core.importing.mapping.questions import questions
from ..core.importing.match import Existing
from ..core.importing.plans import import_plans
from ..core.importing.report.page import import_report
from ..core.importing.update import Update
from ..core.memory import collector_paused
from ..core.reporting.check import Subject
from ..layers.copies import Stored, about_file
from ..layers.files import read_text, require_folder, write_text
from ..layers.importing import layers as import_layers
from ..layers.importing import sources as import_sources
from ..layers.importing import update as plan_update
from ..layers.importing.sources import ImportSources
from ..layers.planfile import store as planfile
from ..layers.planfile import transaction as plan_transaction
from ..layers.planfile import upgrade
from ..layers.planfile.tables import import_memory
from ..layers.snapshot import LayerSnapshot
from .base import Parameters
from .faces.importplans import ImportPlansFace

_NO_GEOMETRY = QgsGeometry()
_OTHERS = 5  # municipalities in one sentence


class ImportPlans(ImportPlansFace):
    """Makes a plan file from what a municipality already has, or brings one up to date."""

    def __init__(self) -> None:
        super().__init__()
        self._loaded = ""  # id of the plan layer, when the project has it open
        self._snapshot: LayerSnapshot | None = None  # of that layer
        self._left_behind: list[str] = []  # sentences on layers of the file that are not read
        self._stored = Stored()  # what the layer really holds where QGIS gives something else
        self._pending: tuple[Update, list[Existing], plan_update.Work] | None = None

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start.

        :raises LmvwError: when something is.
        """
        info = self.info_of(parameters, context)
        self._source(parameters, context)
        self.workbook_of(parameters, context)
        self._given_mapping(parameters, context)
        self._choice(parameters, context)
        target = self.plan_file_of(parameters, context)
        folder = self._folder(parameters, context, target)
        if not folder.is_dir():
            raise LmvwError(tr("Map ‘{folder}’ bestaat niet; kies een bestaande map.").format(folder=folder))
        for path in _beside(folder, target):
            path.exists()  # a name that the disk refuses as too long is told now: these come last, when the plans are in their place
        if self.parameterAsBool(parameters, "UPDATE", context) or self.parameterAsBool(parameters, "DRY_RUN", context):
            if planfile.count_plans(target, info):
                upgrade.require_current(target)
        else:
            planfile.require_free(target, info)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to a layer that is open here as it is now: a layer of the project belongs to the main thread."""
        layer = plan_update.find_loaded(context.project(), Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute())
        if layer is not None:
            self._loaded, self._snapshot = layer.id(), LayerSnapshot(layer)
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, translate, compare, write, report."""
        with collector_paused():
            return self._import(parameters, context, feedback)

    def _import(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, translate, compare and carry out.

        :raises LmvwError: when a source cannot be used or no plan came over.
        """
        info, target = self.info_of(parameters, context), self.plan_file_of(parameters, context)
        require_folder(self._folder(parameters, context, target))  # the report comes last, when the plans are in their place
        if target.exists():
            info = planfile.read_info(target)  # with the choices that were made in it
        dry = self.parameterAsBool(parameters, "DRY_RUN", context)
        workbook = self.workbook_of(parameters, context)
        source, path = self._source(parameters, context), self._path(parameters, context)
        found = import_sources.read(source, path, workbook, info.peildatum, Part(feedback, 0, 40), self._stored)
        given = self._given_mapping(parameters, context)
        mapping, said = m.renewed(given, found.columns, found.samples, info.peildatum) if given else (found.guess(info.peildatum), [])
        m.require_columns(mapping, found.columns)
        result = import_plans(found.polygons, found.sheet, mapping, info.gemeente, found.extras)
        if not result.plans:
            raise LmvwError(_nothing_came_over(result, info, found.titles))
        result.without_polygon += [str(plan[m.NAME_FIELD] or "") for index, plan in result.plans if index in found.undrawn]
        checkpoint(feedback, 45)
        found.remarks += [*self._left_behind, *said, *mapping.doubts]
        result.questions += questions(mapping, found.columns, found.samples, found.known_sources)
        for sentence in (*found.remarks, *result.questions):
            feedback.pushWarning(sentence)

        existing: list[Existing] = []
        state, memory = b"", import_memory.read(target, info.peildatum) if target.exists() else {}
        if self._snapshot is not None:
            existing = plan_update.read_existing(self._snapshot, memory)
        elif planfile.count_plans(target, info):
            state = plan_transaction.state_of(target)  # first: what changes after it is seen when the changes are carried out
            existing = plan_update.read_existing(planfile.open_layer(Path(self.copies.of(str(target)))), memory)
        update: Update | None = None
        choice = self._choice(parameters, context)
        shapes = [plan_update.shape(geometry) for geometry in found.geometries]
        if existing or self._loaded or dry or choice is not None:
            there = {plan.values.get("plan_id") for plan in existing}
            removed = [values for plan_id, values in memory.items() if plan_id not in there]
            update = import_update.compare(existing, result, shapes, choice, plan_update.Places(), removed)
            update.applied = not dry
        checkpoint(feedback, 50)
        if dry:
            pass
        elif not existing and not self._loaded:
            self._create(target, info, found, result, shapes, feedback)
        elif update:
            seen = {plan_id: said for plan_id, said in update.seen.items() if memory.get(plan_id) != said}
            work = plan_update.Work(update.changes, result.plans, found.geometries, info.peildatum, seen)
            if self._loaded:
                checkpoint(feedback, 95)
                checkpoint(feedback)  # from here on the report tells that it was done
                self._pending = update, existing, work
            elif work.accepted or seen:
                plan_update.change_file(target, state, work, feedback)
        return self._report(target, info, found, mapping, result, update, parameters, feedback, context)

    @staticmethod
    def _create(
        target: Path, info: planfile.PlanFileInfo, found: ImportSources, result: Imported, shapes: Sequence[bytes | None],
        feedback: QgsProcessingFeedback,
    ) -> None:  # fmt: skip
        plans = ((_NO_GEOMETRY if index is None else found.geometries[index], values) for index, values in result.plans)
        memory = {str(plan["plan_id"]): import_update.said(plan, None if index is None else shapes[index]) for index, plan in result.plans}
        planfile.create(
            target, info, watched(plans, len(result.plans), feedback, 50, 95), feedback,
            lambda path: import_memory.keep(path, info.peildatum, memory),
        )  # fmt: skip

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Carry out the changes in the layer that is open, in the main thread and as one step that can be undone."""
        pending, self._pending = self._pending, None
        layer: QgsMapLayer | None = context.project().mapLayer(self._loaded) if pending and context.project() else None
        if pending and layer is not None and (pending[0].changed or pending[0].added):
            _, existing, work = pending
            try:
                plan_update.change_layer(layer, existing, work)
            except LmvwError as error:
                feedback.reportError(str(error))
                return {"CHANGED": 0, "NEW": 0}
            else:
                feedback.pushInfo(tr("De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken."))
        return {}

    def _report(
        self, target: Path, info: planfile.PlanFileInfo, found: ImportSources, mapping: m.PlanMapping, result: Imported,
        update: Update | None, parameters: Parameters, feedback: QgsProcessingFeedback, context: QgsProcessingContext,
    ) -> dict[str, Any]:  # fmt: skip
        report, used, changes = _beside(self._folder(parameters, context, target), target)
        subject = Subject(info.peildatum, info.gemeente, " + ".join(filter(None, found.titles)))
        write_text(used, mapping_json.to_json(mapping, found.columns))
        sums = found.unused_sums(mapping)
        write_text(report, import_report(subject, result, mapping, found.columns, found.known, update, sums, found.remarks))
        if update is not None and not update.applied:
            told = tr("Alleen getoond, niets veranderd: {plans} plannen gelezen, {waiting} regels wachten op u; zie {report}")
        else:
            told = tr("{plans} plannen overgenomen, {waiting} regels wachten op u, {values} waarden niet overgenomen; zie {report}")
        feedback.pushInfo(told.format(plans=len(result.plans), waiting=len(result.waiting), values=len(result.remarks), report=report))
        results: dict[str, Any] = {
            "OUTPUT": str(target),
            "MAPPING_USED": str(used),
            "REPORT": str(report),
            "IMPORTED": len(result.plans),
            "NOT_IMPORTED": len(result.waiting),
            "CHANGED": update.changed if update else 0,
            "NEW": update.added if update else len(result.plans),
            "UNCHANGED": update.same if update else 0,
        }
        if update:
            write_text(changes, import_update.to_json(update))
            results["CHANGES_FOUND"] = str(changes)
        if not self._loaded and (update is None or update.applied):
            self.load_when_done(target, context)
        return results

    # -- parameters -------------------------------------------------------------------------------------------------

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """A layer in a zip, or all layers of a file: QGIS looks at the first of them."""
        given = parameters.get("INPUT")
        if not isinstance(given, str) or not Path(given.split("|")[0]).exists():
            return super().understood(parameters, context)
        layers, _ = import_layers.chosen_layers(self.copies.of(given))
        return {**parameters, "INPUT": layers[0].uri} if layers else parameters

    def _source(self, parameters: Parameters, context: QgsProcessingContext) -> QgsFeatureSource | import_layers.Together | None:
        """The layer; a table without polygons is accepted only when its format is known.

        :raises LmvwError: when there is nothing to import or it cannot be used.
        """
        given = parameters.get("INPUT")
        if given in (None, ""):
            if not parameters.get("WORKBOOK"):
                raise LmvwError(tr("Er is niets om te importeren; kies een laag met planpolygonen, een werkblad, of allebei."))
            return None
        if isinstance(given, str) and Path(given).suffix.casefold() in (".xlsx", ".xlsm", ".ods"):
            raise LmvwError(
                tr("‘{name}’ is een werkblad; kies het bij ‘{label}’.").format(name=Path(given).name, label=tr("Werkblad met plangegevens"))
            )
        if isinstance(given, str) and Path(given.split("|")[0]).exists():
            read = self.copies.of(given)
            layers, self._left_behind = import_layers.chosen_layers(read, given)
            self._left_behind += about_file(Path(given.split("|")[0]))
            if len(layers) > 1:
                return import_layers.Together(layers, Path(given.split("|")[0]).name, self.copies)
            parameters = {**parameters, "INPUT": layers[0].uri if layers else read}
            self._stored = self.copies.stored(parameters["INPUT"])
        elif (layer := self.parameterAsVectorLayer(parameters, "INPUT", context)) is not None and not layer.isModified():
            self._stored = self.copies.stored(self.copies.of(layer.source()))
        if not isinstance(given, str) or Path(given.split("|")[0]).exists():
            source = self.open_source(parameters, "INPUT", context)
            if source is not None and source.wkbType() == QgsWkbTypes.Type.NoGeometry and formats.recognise(source.fields().names()):
                return source
        return self.source_of(parameters, context)

    def _folder(self, parameters: Parameters, context: QgsProcessingContext, target: Path) -> Path:
        """Where the report goes."""
        return Path(self.parameterAsString(parameters, "FOLDER", context) or target.parent)

    def _path(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        """The file of the layer, if it is one."""
        given = parameters.get("INPUT")
        if isinstance(given, str) and given and Path(given.split("|")[0]).exists():
            return Path(self.copies.of(given).split("|")[0])
        layer = None if given in (None, "") else self.parameterAsVectorLayer(parameters, "INPUT", context)
        path = Path((layer.source() if layer else str(given or "")).split("|")[0].removeprefix("/vsizip/"))
        return path if path.name and path.exists() else None

    def _given_mapping(self, parameters: Parameters, context: QgsProcessingContext) -> m.PlanMapping | None:
        path = self.existing_file(parameters, context, "MAPPING")
        return mapping_json.from_json(read_text(path), path.name) if path else None

    def _choice(self, parameters: Parameters, context: QgsProcessingContext) -> Mapping[import_update.Key, bool] | None:
        path = self.existing_file(parameters, context, "CHANGES")
        return import_update.read_choice(read_text(path), path.name) if path else None


def _beside(folder: Path, target: Path) -> tuple[Path, Path, Path]:
    """The report, the column mapping that was used and the list of changes of a plan file."""
    report, used, changes = (folder / f"{target.stem}_{rest}" for rest in ("import.html", "kolomkoppeling.json", "wijzigingen.json"))
    return report, used, changes


def _nothing_came_over(result: Imported, info: planfile.PlanFileInfo, titles: Sequence[str]) -> str:
    waiting = result.not_imported
    if not waiting:
        return import_sources.no_plans(titles)
    if result.elsewhere:
        said = tr("Geen enkel plan is overgenomen: volgens de bron horen de plannen bij {others}, en u koos {gemeente} ({code}). "
                  "Kies de gemeente van de bron, of koppel geen kolom aan de gemeente als alle plannen van {gemeente} zijn.")  # fmt: skip
        others = tr("; ").join(f"{name} ({count}×)" for name, count in result.elsewhere.most_common(_OTHERS))
        return said.format(others=others, gemeente=info.gemeente.name, code=info.gemeente.code)
    first = next((entry for entry in waiting if any(entry.amounts.values())), waiting[0])  # a row of totals says little
    return tr("Geen enkel plan is overgenomen: {where} ({name}) {reason}.").format(where=first.where, name=first.name, reason=first.reason)
