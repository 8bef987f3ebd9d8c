# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:readfillsheets``: an invulblad that came back, compared three ways with what was sent and what the plan file holds now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..core.errors import LmvwError
from ..core.filling import answers as filled
from ..core.i18n import tr
from ..core.importing import update as import_update
from ..core.importing.match import Existing
from ..layers.files import read_text, write_text
from ..layers.importing import update as plan_update
from ..layers.planfile import store as planfile
from ..layers.planfile import transaction
from ..layers.planfile.tables import fill_memory as memory
from .base import Parameters
from .faces.fillsheets import ReadFillSheetsFace
from .fillsheets import FillSheets


class ReadFillSheets(FillSheets, ReadFillSheetsFace):
    """Takes the answers over that contradict nobody, and lists the rest for a person."""

    def __init__(self) -> None:
        super().__init__()
        self._pending: tuple[list[Existing], plan_update.Work] | None = None

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Plan file, workbook and choice."""
        self.plan_file(parameters, context)
        self._workbook(parameters, context)
        self._choice(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, compare, change, remember.

        :raises LmvwError: when nothing can be read or no plan is meant.
        """
        from ..layers.filling import books  # needs openpyxl; the provider loads without

        path, workbook = self.plan_file(parameters, context), self._workbook(parameters, context)
        info = planfile.read_info(path)
        came = books.read(workbook, info.peildatum, feedback)
        sent = next((one for one in memory.read(path) if one.mark == came.mark), None)
        if sent is None:
            raise LmvwError(
                tr("Invulblad ‘{name}’ is niet uit planbestand ‘{path}’ verstuurd; kies het planbestand waar het uit kwam.").format(
                    name=workbook.name, path=path
                )
            )
        state = transaction.state_of(path)  # first: what changes after it is seen when the answers are written
        existing = plan_update.read_existing(self.plans(path))
        update = filled.compare(existing, sent.plans, came.plans, self._choice(parameters, context))
        answers = filled.answered(sent.plans, came.plans)
        for sentence in came.unread:
            feedback.pushWarning(sentence)
        for name in filled.gone(existing, came.plans):
            feedback.pushWarning(
                tr("Plan ‘{name}’ staat niet meer in het planbestand; de antwoorden zijn niet overgenomen.").format(name=name)
            )
        beside = path.with_name(f"{path.stem}_{workbook.stem}_wijzigingen.json")
        write_text(beside, import_update.to_json(update))
        waiting = sum(change.undecided for change in update.changes)
        changed = update.changed
        if not self.parameterAsBool(parameters, "DRY_RUN", context):
            self._change(path, state, existing, plan_update.Work(update.changes, [], [], info.peildatum, {}), feedback)
            memory.keep_answer(path, came.mark, workbook.name, date.today().isoformat(), answers)
            said = tr("{leader}: {changed} plannen gewijzigd, {waiting} antwoorden wachten op uw keuze; zie {path}")
        else:
            said = tr(
                "Alleen getoond, niets veranderd. {leader}: {changed} plannen zouden wijzigen, {waiting} antwoorden wachten op uw keuze; zie {path}"
            )
        feedback.pushInfo(said.format(leader=sent.leader, changed=changed, waiting=waiting, path=beside))
        taken: dict[object, dict[str, object]] = {}  # what waits in the layer counts in the report
        for change in update.changes if not self.parameterAsBool(parameters, "DRY_RUN", context) else ():
            if change.accepted:
                taken.setdefault(change.plan_id, {})[str(change.veld)] = change.new
        rows = [{**row, **taken.get(row.get("plan_id"), {})} for row in self.rows(path)]
        return {
            "REPORT": self.write_report(path, rows, feedback),
            "CHANGES_FOUND": str(beside),
            "ANSWERS": sum(map(len, answers.values())),
            "CHANGED": changed,
            "WAITING": waiting,
            "UNREAD": len(came.unread),
        }

    def _change(self, path: Path, state: bytes, existing: list[Existing], work: plan_update.Work, feedback: QgsProcessingFeedback) -> None:
        if not work.accepted:
            return
        if self.loaded:
            self._pending = existing, work
        else:
            plan_update.change_file(path, state, work, feedback)

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Put the answers into the layer that is open, in the main thread and as one step that can be undone."""
        pending, self._pending = self._pending, None
        layer = context.project().mapLayer(self.loaded) if pending and context.project() else None
        if pending and layer is not None:
            try:
                plan_update.change_layer(layer, *pending)
            except LmvwError as error:
                feedback.reportError(str(error))
                return {"CHANGED": 0}
            feedback.pushInfo(tr("De antwoorden staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken."))
        return {}

    def _workbook(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The workbook that was chosen.

        :raises LmvwError: when none was, or it cannot be read.
        """
        path = self.workbook_of(parameters, context)
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Invulblad")))
        return path

    def _choice(self, parameters: Parameters, context: QgsProcessingContext) -> dict[import_update.Key, bool] | None:
        path = self.existing_file(parameters, context, "CHANGES")
        return None if path is None else import_update.read_choice(read_text(path), path.name)
