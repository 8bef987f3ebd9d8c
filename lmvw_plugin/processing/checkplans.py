# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkplans``: every rule over a plan file, with a report a planner can read."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
)

from ..core.asking.offers import by_kind
from ..core.errors import LmvwError
from ..core.feedback import Feedback, Part, checkpoint
from ..core.i18n import in_dutch, is_dutch, tr
from ..core.reporting.certificate import Judged, document
from ..core.reporting.check import Subject, check_report
from ..core.rules.plans import is_secret
from ..core.rules.targets import NO_TARGETS
from ..layers.checks import Checked, check_plan_layer, skipped_rules
from ..layers.files import write_text, written_beside
from ..layers.importing.sheet_choice import table_with
from ..layers.map import check_join, check_result
from ..layers.names import in_layers as layer_names
from ..layers.planfile import upgrade
from ..layers.planfile.recognising import is_plan_file
from ..layers.reading import Reading
from .base import Parameters
from .checkplannames import tell_table
from .faces.checkplans import CheckPlansFace
from .whole_check import AskedOfCheck, WholeCheck


@dataclass(frozen=True, slots=True)
class _Asked(AskedOfCheck):
    """``kept_in``: the file that keeps the outcome, when that was asked; whether it can is seen when it can be read."""

    kept_in: Path | None


class CheckPlans(WholeCheck[_Asked], CheckPlansFace):
    """Checks attributes, names and polygons of a plan file."""

    _shown: Path | None = None  # the plan file whose outcome the project has yet to show

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        self.plans_of(parameters, context)
        self.peildatum_of(parameters, context, self.own_info(parameters, context))
        self.workbook_of(parameters, context)
        self.require_beside(parameters, context)
        _require_keeping(self._kept_in(parameters, context))

    def _kept_in(self, parameters: Parameters, context: QgsProcessingContext) -> Path | None:
        """The file that keeps the outcome, when that was asked.

        :raises LmvwError: when the layer does not come from a file.
        """
        if not self.parameterAsBoolean(parameters, "KEEP", context):
            return None
        path = self.path_of(parameters, context)
        if path is None:
            raise _keeps_nothing()
        return path

    def asked(self, parameters: Parameters, context: QgsProcessingContext) -> _Asked:
        """What the plans are checked with, and where the outcome is kept."""
        return _Asked(*self.taken(parameters, context), self._kept_in(parameters, context))

    def work(
        self, asked: _Asked, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Check and report; until the outcome stands in the plan file, cancel leaves everything as it was."""
        _require_keeping(asked.kept_in)
        peildatum, workbook = self.peildatum_of(parameters, context, reading.info), self.workbook_of(parameters, context)
        plans, own = reading.source, reading.info.gemeente.code if reading.info else ""
        yardstick = reading.info.yardstick if reading.info else None
        dutch = is_dutch()
        table = None
        if workbook:
            names = layer_names.names_of(plans, plans.sourceName(), "plannaam", Part(feedback, 0, 0)).places
            table = table_with(names, workbook, feedback=feedback)
            tell_table(table, feedback)
        skipped = skipped_rules()
        if skipped:
            feedback.pushWarning(skipped)
        gemeente = self.gemeente_in(plans)
        boundary = asked.area(gemeente, feedback) if not skipped else None
        since = self.look_back(reading, peildatum, parameters, context, feedback)

        def check(progress: Feedback) -> Checked:
            outcome = check_plan_layer(
                plans,
                peildatum,
                boundary,
                table,
                Part(progress, 0, 80),
                own,
                reading.accepted,
                reading.offers,
                yardstick,
                reading.remarks,
            )
            outcome = since.checked(outcome, reading.accepted, Part(progress, 80, 90))
            return asked.beside.checked(outcome, reading.accepted, Part(progress, 90, 100))

        checked = check(Part(feedback, 0, 85))
        moment, strijdig = datetime.now(), reading.strijdig
        judged = Judged(checked.coverage, moment, reading.sha256, reading.unsaved, checked.counts.proposals)
        subject = Subject(peildatum, gemeente, plans.sourceName(), any(is_secret(plan, strijdig) for plan in checked.plans))
        results = {
            "OUTPUT": self.write_findings(checked.findings, parameters, context),
            **self.count_outputs(checked.counts),
            "DELIVERED": checked.counts.delivered,
            "SKIPPED": skipped,
            "CONFIDENTIAL": subject.confidential,
        }
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        with written_beside(Path(report).absolute()) if report else nullcontext() as beside:
            if beside:
                notes = table.remarks if table else ()
                page = check_report(
                    subject,
                    checked.plans,
                    checked.findings,
                    notes=notes,
                    skipped=skipped,
                    judged=judged,
                    delivered=checked.counts.delivered,
                    proposed=by_kind(checked.proposed),
                    targets=reading.info.targets if reading.info else NO_TARGETS,
                )
                beside.write_text(page, encoding="utf-8", newline="\n")
                results["REPORT"] = report
            target = self.parameterAsFileOutput(parameters, "CERTIFICATE", context)
            with in_dutch():  # what is kept is for whoever opens it
                if not dutch and (target or asked.kept_in):
                    checked = check(Part(feedback, 85, 85))
                certificate = document(replace(judged, coverage=checked.coverage), checked.findings, subject.line, subject.confidential)
                if target:
                    write_text(Path(target).absolute(), certificate)
                    results["CERTIFICATE"] = target
                if asked.kept_in:
                    check_result.write(asked.kept_in, plans.fields(), checked, moment, Part(feedback, 85, 100), certificate)
                else:
                    checkpoint(feedback, 100)
        self._shown = asked.kept_in
        self.tell_counts(checked.counts, feedback)
        return results

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Show the outcome where the plan file is open; QGIS calls this in its main thread, where layers may be changed."""
        project: QgsProject | None = context.project()
        if self._shown and project:
            for plans in check_join.layers_of(project, self._shown):
                if not check_join.show(project, plans):
                    feedback.pushWarning(check_join.what_to_do(plans))
        return {}


def _require_keeping(path: Path | None) -> None:
    """The file that is to keep the outcome is a plan file of this version.

    :raises LmvwError: when it is not, or another program keeps it to itself.
    """
    if path is not None:
        if not is_plan_file(path):
            raise _keeps_nothing()
        upgrade.require_current(path)


def _keeps_nothing() -> LmvwError:
    return LmvwError(
        tr("De uitkomst kan alleen bewaard worden bij een laag uit een planbestand; kies die laag of zet ‘Uitkomst bewaren’ uit.")
    )
