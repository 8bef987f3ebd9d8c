# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:rollforward``: the plan file for the next peildatum, made of the one of the last delivery."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.errors import LmvwError, done_already
from ..core.feedback import Part, carried_through, checkpoint
from ..core.i18n import tr
from ..core.reporting.check import Subject
from ..core.rolling.counts import Step
from ..core.rolling.report import rolling_report
from ..core.rules.plans import is_secret
from ..layers.files import move, staging, written_beside
from ..layers.geopackage import settle
from ..layers.importing.update import find_loaded
from ..layers.moment import PATIENCE, copy_of
from ..layers.planfile import store as planfile
from ..layers.planfile.history.rolled import roll_copy
from ..layers.planfile.tables.confidential_table import strijdig_in
from ..layers.planfile.tables.decisions_table import TABLE
from ..layers.reports import named, set_aside, write_named
from .base import Parameters
from .faces.rollforward import RollForwardFace


class RollForward(RollForwardFace):
    """Makes the plan file for the next peildatum of one that is there."""

    def __init__(self) -> None:
        super().__init__()
        self.loaded = ""  # id of the plan layer with edits that are not saved, when the project has it open

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """A plan file, a later peildatum, and a place for the new file.

        :raises LmvwError: when one of them cannot be used.
        """
        source, target = self._source(parameters, context), self.plan_file_of(parameters, context)
        planfile.require_free(target, self._info(source, self._step(source, parameters, context)))
        named(_report(target), confidential=True).exists()  # a name that the disk refuses as too long is told now

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Hold on to what is not saved yet in a layer that is open here: it belongs to the main thread."""
        layer = find_loaded(context.project(), self._source(parameters, context))
        if layer is not None and layer.isModified():
            self.loaded = layer.id()
            self.opened.hold(layer)
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Copy, roll the copy, give it its name, report.

        :raises LmvwError: when the file cannot be read or the new one not be written.
        """
        source, target = self._source(parameters, context), self.plan_file_of(parameters, context)
        step = self._step(source, parameters, context)
        info = self._info(source, step)
        planfile.require_free(target, info)
        with staging(target.parent) as folder:
            copy = copy_of(self._stand(source), folder, feedback, PATIENCE)
            account = roll_copy(copy, step, Part(feedback, 10, 90))
            settle(copy)
            checkpoint(feedback, 95)
            with written_beside(target) as new:
                move(copy, new)
        carried_through()
        with done_already(tr("Het nieuwe planbestand staat al wel in ‘{path}’.").format(path=target)):
            strijdig = strijdig_in(target)
            confidential = any(is_secret(plan.before, strijdig) for plan in account.plans)
            text = rolling_report(Subject(step.after, info.gemeente, source.name, confidential), account)
            report, moved_to = write_named(_report(target), text, confidential)
        if moved_to:
            feedback.pushWarning(set_aside(report, moved_to))
        feedback.pushInfo(account.sentence)
        feedback.pushInfo(tr("Het nieuwe planbestand staat in {path}, het rapport in {report}").format(path=target, report=report))
        return {
            "OUTPUT": str(target),
            "TO_DECIDE": f"{target}|layername={TABLE}",
            "REPORT": str(report),
            "PLANS": len(account.kept),
            "LEFT": len(account.plans) - len(account.kept),
            "ASKED": account.asked,
            "DECISIONS": len(account.decisions),
        }

    def _source(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The plan file that was chosen.

        :raises LmvwError: when none was, or it does not exist.
        """
        path = self.existing_file(parameters, context, "INPUT")
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Planbestand")))
        return path.absolute()

    def _step(self, source: Path, parameters: Parameters, context: QgsProcessingContext) -> Step:
        """From the peildatum of the file to the one that was chosen, or the next.

        :raises LmvwError: when it is not a plan file, or the peildatum cannot be the one after.
        """
        before = planfile.read_info(source).peildatum
        given = parameters.get("PEILDATUM")
        return Step(before, before.next if given in (None, "") else self.peildatum_of(parameters, context))

    @staticmethod
    def _info(source: Path, step: Step) -> planfile.PlanFileInfo:
        """What the new file is about.

        :raises LmvwError: when the municipality went on as several.
        """
        info = planfile.read_info(source)
        return replace(info, gemeente=info.gemeente.heir(step.after.date), peildatum=step.after)

    def _stand(self, source: Path) -> Path:
        """The file as it is, or a copy of it in which the edits that were not saved are.

        :raises LmvwError: when they do not go into the copy.
        """
        reading = self.opened.reading(self.loaded)
        if reading is None or reading.copy is None:
            return source
        if not reading.layer.commitChanges():
            reasons = "; ".join(reading.layer.commitErrors())
            raise LmvwError(tr("Wat in ‘{name}’ nog niet is opgeslagen, kan niet mee ({reason}); sla het op of maak het ongedaan.").format(
                name=source.name, reason=reasons
            ))  # fmt: skip
        return reading.copy


def _report(target: Path) -> Path:
    """Where the report comes: beside the new plan file."""
    return target.with_name(f"{target.stem}_van_vorige_peildatum.html")
