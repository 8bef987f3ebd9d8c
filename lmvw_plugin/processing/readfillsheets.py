# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:readfillsheets``: invulbladen that came back, compared three ways with what was sent and what the plan file holds now."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..core.errors import LmvwError, done_already
from ..core.feedback import carried_through
from ..core.filling import answers as filled
from ..core.filling import doubts
from ..core.i18n import several, tr
from ..core.importing import update as import_update
from ..core.importing.match import Existing
from ..core.importing.stale import outdated
from ..layers.files import read_text, require_folder
from ..layers.filling.progress import keep_true, write_again
from ..layers.importing import update as plan_update
from ..layers.planfile import store as planfile
from ..layers.planfile import transaction
from ..layers.planfile.tables import fill_memory as memory
from ..layers.reports import set_aside, write_named
from .base import Parameters
from .faces.fillsheets import ReadFillSheetsFace
from .fillsheets import FillSheets


@dataclass(frozen=True)
class _Pending:
    """What the main thread is to carry out in the layer that is open: the plans that were compared, the work, and the report
    on this plan file that tells of it, with the sentences on what waits and whether it is called confidential."""

    existing: list[Existing]
    work: plan_update.Work
    path: Path
    report: Path
    waits: list[str]
    confidential: bool


class ReadFillSheets(FillSheets, ReadFillSheetsFace):
    """Takes the answers over that contradict nobody, and lists the rest for a person."""

    def __init__(self) -> None:
        super().__init__()
        self._pending: _Pending | None = None

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Plan file, workbooks and choice."""
        self.plan_file(parameters, context)
        self._workbooks(parameters, context)
        self._choice(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, compare, change, remember.

        :raises LmvwError: when nothing can be read or two answers to one question are chosen.
        """
        from ..layers.filling.reading import not_read, read_all  # needs openpyxl; the provider loads without

        path, dry = self.plan_file(parameters, context), self.parameterAsBool(parameters, "DRY_RUN", context)
        folder = Path(self.parameterAsString(parameters, "FOLDER", context) or path.parent)
        require_folder(folder)
        info = planfile.read_info(path)
        pile = read_all(self._workbooks(parameters, context), info, memory.read(path), self.known(path), feedback)
        pile.told += not_read(self._chosen(parameters, context))
        for sentence in pile.told:
            feedback.pushInfo(sentence)
        if not pile.returned:
            others = pile.refused - 1
            said = tr(" Ook de rest ({count}) kan niet ingelezen worden.").format(count=several(others, "bestand", "bestanden"))
            raise LmvwError(pile.told[0] + (said if others else ""))
        state = transaction.state_of(path)  # first: what changes after it is seen when the answers are written
        existing = plan_update.read_existing(self.plans(path))
        chosen = self._choice(parameters, context)
        update = filled.compare(existing, pile.returned)
        doubts.doubt(update, existing, info.peildatum)
        filled.choose(update, chosen)
        waits_for = list(doubts.told(update, info.peildatum))
        for sentence in waits_for:
            feedback.pushWarning(sentence)
        pile.told += waits_for
        stale = outdated(chosen, update, existing)
        for sentence in stale:
            feedback.pushWarning(sentence)
        secret = self.is_secret(path)
        beside, moved_to = write_named(folder / f"{path.stem}_invulbladen_wijzigingen.json", import_update.to_json(update), secret)
        if moved_to:
            feedback.pushWarning(set_aside(beside, moved_to))
        work = plan_update.Work(update.changes, [], [], info.peildatum, {}, title=self.displayName())
        if not dry:
            if not self.loaded and work.accepted:
                plan_update.change_file(path, state, work, feedback)
            carried_through()
            memory.keep_answers(path, date.today().isoformat(), pile.returned)
        waits, plain = bool(self.loaded and work.accepted and not dry), self.report_in(folder, path)
        if waits:  # before the report: whatever becomes of that, answers that are remembered come into the layer
            self._pending = _Pending(existing, work, path, plain, waits_for, secret)
        after = self._after(path, () if dry else update.changes)
        try:
            with nullcontext() if dry else done_already(tr("De antwoorden zijn al wel overgenomen.")):
                report = self.write_report(folder, path, after, self.unsaved or waits, feedback, waits_for, secret)
        except LmvwError as error:
            if self._pending is None:
                raise
            feedback.reportError(str(error))
            report = ""
        if self._pending is not None and report:
            self._pending = replace(self._pending, confidential=Path(report) != plain)
        waiting = sum(change.undecided for change in update.changes)
        said = tr("Alleen getoond, niets veranderd. Er zouden {changed} wijzigen") if dry else tr("Gewijzigd: {changed}")
        asked = tr("{said}; {waiting} op uw keuze, zie {path}")
        feedback.pushInfo(
            asked.format(
                said=said.format(changed=several(update.changed, "plan", "plannen")),
                waiting=several(waiting, "antwoord wacht", "antwoorden wachten"),
                path=beside,
            )
        )
        return {
            "REPORT": report,
            "CHANGES_FOUND": str(beside),
            "TOLD": "\n".join([*stale, *pile.told]),
            "SHEETS": pile.sheets,
            "REFUSED": pile.refused,
            "ANSWERS": sum(len(values) for sheet in pile.returned for values in sheet.answers.values()),
            "CHANGED": update.changed,
            "WAITING": waiting,
            "UNREAD": pile.unread,
            "STALE": len(stale),
        }

    def _after(self, path: Path, changes: Iterable[import_update.Change]) -> list[dict[str, object]]:
        """The plans with what waits in the layer."""
        taken: dict[object, dict[str, object]] = {}
        for change in changes:
            if change.accepted:
                taken.setdefault(change.plan_id, {})[str(change.veld)] = change.new
        return [{**row, **taken.get(row.get("plan_id"), {})} for row in self.rows(path)]

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Put the answers into the layer that is open, in the main thread and as one step that can be undone."""
        pending, self._pending = self._pending, None
        if pending is None:
            return {}
        layer = context.project().mapLayer(self.loaded) if context.project() else None
        if layer is None:
            feedback.reportError(
                tr("De laag is intussen uit het project gehaald; er is niets overgenomen. Lees de invulbladen opnieuw in.")
            )
            return {"CHANGED": 0}
        try:
            plan_update.change_layer(layer, pending.existing, pending.work)
        except LmvwError as error:
            feedback.reportError(str(error))
            write_again(pending.report, pending.path, layer, pending.waits, pending.confidential)
            return {"CHANGED": 0}
        keep_true(pending.report, pending.path, layer, pending.waits, pending.confidential)
        feedback.pushInfo(tr("De antwoorden staan in de laag en zijn nog niet opgeslagen; u kunt ze in één stap ongedaan maken."))
        return {}

    def _workbooks(self, parameters: Parameters, context: QgsProcessingContext) -> list[Path]:
        """The workbooks that were chosen.

        :raises LmvwError: when none was, or one is not there.
        """
        from ..layers.filling.reading import workbooks  # needs openpyxl; the provider loads without

        chosen = self._chosen(parameters, context)
        if not chosen:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Invulbladen")))
        return workbooks(chosen)

    def _chosen(self, parameters: Parameters, context: QgsProcessingContext) -> list[Path]:
        return [Path(path) for path in self.parameterAsFileList(parameters, "WORKBOOKS", context) if path]

    def _choice(self, parameters: Parameters, context: QgsProcessingContext) -> dict[import_update.Key, bool] | None:
        path = self.existing_file(parameters, context, "CHANGES")
        return None if path is None else import_update.read_choice(read_text(path), path.name)
