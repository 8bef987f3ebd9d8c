# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:importplans``: existing polygons, a worksheet, or both, into a new plan file or one that holds plans."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.errors import LmvwError, done_already
from ..core.feedback import Part, carried_through, checkpoint
from ..core.i18n import several, tr
from ..core.importing import update as import_update
from ..core.importing.mapping import document as mapping_json
from ..core.importing.mapping.plan import PlanMapping
from ..core.importing.report.page import import_report
from ..core.importing.stale import outdated
from ..core.importing.update import Update
from ..core.memory import collector_paused
from ..core.reporting.check import Subject
from ..core.rules.plans import is_secret
from ..layers.files import read_text, require_folder
from ..layers.importing import sources as import_sources
from ..layers.importing.destinations import Coming, Destination, OpenLayer, OpenPlans, destination
from ..layers.importing.mapping_file import read_mapping
from ..layers.importing.translation import Translation, translate
from ..layers.planfile import store as planfile
from ..layers.planfile import upgrade
from ..layers.planfile.store import PlanFileInfo
from ..layers.planfile.tables.confidential_table import strijdig_in
from ..layers.reports import named, set_aside, write_named
from .base import Parameters
from .import_source import ReadsPolygons


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the user chose, apart from the layer. ``kept``: the column mapping of an earlier import; ``chosen``: of the changes."""

    info: PlanFileInfo
    target: Path
    folder: Path
    workbook: Path | None
    kept: PlanMapping | None
    chosen: Mapping[import_update.Key, bool] | None
    update: bool
    dry: bool

    @property
    def report(self) -> Path:
        """Where the report comes."""
        return self._beside("import.html")

    @property
    def mapping(self) -> Path:
        """Where the column mapping that was used comes."""
        return self._beside("kolomkoppeling.json")

    @property
    def changes(self) -> Path:
        """Where the list of changes comes."""
        return self._beside("wijzigingen.json")

    def _beside(self, rest: str) -> Path:
        return self.folder / f"{self.target.stem}_{rest}"


class ImportPlans(ReadsPolygons):
    """Makes a plan file from what a municipality already has, or brings one up to date."""

    def __init__(self) -> None:
        super().__init__()
        self._opened: OpenPlans | None = None  # the layer of the plan file, when the project has it open
        self._unfinished: OpenLayer | None = None  # what the main thread has to do

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start.

        :raises LmvwError: when something is.
        """
        asked = self._asked(parameters, context)
        self.polygons_of(parameters, context)
        if not asked.folder.is_dir():
            raise LmvwError(tr("Map ‘{folder}’ bestaat niet; kies een bestaande map.").format(folder=asked.folder))
        for path in (asked.report, asked.mapping, asked.changes):
            named(
                path, confidential=True
            ).exists()  # a name that the disk refuses as too long is told now: these come last, when the plans are in their place
        if not asked.update and not asked.dry:
            planfile.require_free(asked.target, asked.info)
        elif planfile.count_plans(asked.target, asked.info):
            upgrade.require_current(asked.target)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to a layer that is open here as it is now: a layer of the project belongs to the main thread."""
        self._opened = OpenPlans.of(context.project(), self.plan_file_of(parameters, context))
        return bool(super().prepareAlgorithm(parameters, context, feedback))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, translate, compare, carry out, report.

        :raises LmvwError: when a source cannot be used, no plan came over, or the report cannot be written.
        """
        with collector_paused():
            asked = self._asked(parameters, context)
            require_folder(asked.folder)  # the report comes last, when the plans are in their place
            if asked.target.exists():
                asked = replace(asked, info=planfile.read_info(asked.target))  # with the choices that were made in it
            info, part = asked.info, Part(feedback, 0, 40)
            read = import_sources.read(self.polygons_of(parameters, context), asked.workbook, info.peildatum, part, info.limits)
            came = translate(read, asked.kept, asked.info)
            for sentence in (*came.read.remarks, *came.result.questions, *came.result.twins):
                feedback.pushWarning(sentence)
            checkpoint(feedback, 45)
            goes = destination(asked.target, asked.info, self._opened, self.copies, asked.dry)
            coming = Coming(came.result, read.shapes, asked.chosen)
            update = goes.compare(coming)
            for sentence in outdated(asked.chosen, update, goes.existing) if update else ():
                feedback.pushWarning(sentence)
            checkpoint(feedback, 50)
            goes.carry_out(coming, update, feedback)
            if not asked.dry:
                carried_through()
            if isinstance(goes, OpenLayer):
                self._unfinished = goes
            if goes.in_file:
                self.load_when_done(asked.target, context)
            with done_already(tr("De plannen staan al wel in ‘{path}’.").format(path=asked.target)) if goes.in_file else nullcontext():
                return self._report(asked, came, update, self._is_secret(goes, came), feedback)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Carry out the changes in the layer that is open, in the main thread and as one step that can be undone."""
        unfinished, self._unfinished = self._unfinished, None
        try:
            if unfinished is not None and unfinished.finish(context.project()):
                feedback.pushInfo(tr("De wijzigingen staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken."))
        except LmvwError as error:
            feedback.reportError(str(error))
            return {"CHANGED": 0, "NEW": 0}
        return {}

    @staticmethod
    def _is_secret(goes: Destination, came: Translation) -> bool:
        """Among the plans that were there, or came, are confidential ones; an answer that could not be read may be a yes."""
        strijdig = {*strijdig_in(goes.path), *came.result.strijdig}
        plans = (*(plan.values for plan in goes.existing), *(plan.values for plan in came.result.plans))
        return any(is_secret(plan, strijdig) for plan in plans) or any(remark.veld == "vertrouwelijk" for remark in came.result.remarks)

    def _report(
        self, asked: _Asked, came: Translation, update: Update | None, confidential: bool, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        read, mapping, result = came.read, came.mapping, came.result
        subject = Subject(asked.info.peildatum, asked.info.gemeente, " + ".join(filter(None, read.titles)), confidential)
        sums = read.unused_sums(mapping)
        page = import_report(subject, result, mapping, read.columns, read.known, update, sums, read.remarks)
        written = [(asked.mapping, mapping_json.to_json(mapping, read.columns), False), (asked.report, page, confidential)]
        if update:
            written.append((asked.changes, import_update.to_json(update), confidential))
        places: dict[Path, str] = {}
        for path, text, secret in written:
            target, moved_to = write_named(path, text, secret)
            places[path] = str(target)
            if moved_to:
                feedback.pushWarning(set_aside(target, moved_to))
        if asked.dry:
            told = tr("Alleen getoond, niets veranderd. Gelezen: {plans}; wacht op u: {waiting}; zie {report}")
        else:
            told = tr("Overgenomen: {plans}; wacht op u: {waiting}; niet overgenomen: {values}; zie {report}")
        feedback.pushInfo(
            told.format(
                plans=several(len(result.plans), "plan", "plannen"),
                waiting=several(len(result.waiting), "rij", "rijen"),
                values=several(len(result.remarks), "waarde", "waarden"),
                report=places[asked.report],
            )
        )
        results: dict[str, Any] = {
            "OUTPUT": str(asked.target),
            "MAPPING_USED": str(asked.mapping),
            "REPORT": places[asked.report],
            "IMPORTED": len(result.plans),
            "NOT_IMPORTED": len(result.waiting),
            "CHANGED": update.changed if update else 0,
            "NEW": update.added if update else len(result.plans),
            "UNCHANGED": update.same if update else 0,
        }
        if update:
            results["CHANGES_FOUND"] = places[asked.changes]
        return results

    def _asked(self, parameters: Parameters, context: QgsProcessingContext) -> _Asked:
        """What was chosen.

        :raises LmvwError: when one of it cannot be used.
        """
        info, target = self.info_of(parameters, context), self.plan_file_of(parameters, context)
        kept, chosen = self.existing_file(parameters, context, "MAPPING"), self.existing_file(parameters, context, "CHANGES")
        return _Asked(
            info,
            target,
            Path(self.parameterAsString(parameters, "FOLDER", context) or target.parent),
            self.workbook_of(parameters, context),
            read_mapping(kept) if kept else None,
            import_update.read_choice(read_text(chosen), chosen.name) if chosen else None,
            self.parameterAsBool(parameters, "UPDATE", context),
            self.parameterAsBool(parameters, "DRY_RUN", context),
        )
