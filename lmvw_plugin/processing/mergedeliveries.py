# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:mergedeliveries``: the packages of a province or of all municipalities in one file, and for the steward by art. 7 and 8."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.basisset import fields as b
from ..core.errors import LmvwError
from ..core.feedback import Part, carried_through
from ..core.i18n import tr
from ..core.receiving.merged import merged_report, merged_sheets
from ..layers.files import only_run, require_folder, take_place
from ..layers.planfile.recognising import is_plan_file
from ..layers.publishing.merging import Outcome, Steward, Stopped, merge
from ..layers.receiving.sifting import Sifted, sifted
from ..layers.receiving.tables import is_review_file
from ..layers.reports import set_aside, write_named
from ..layers.requirements import lack
from .base import Parameters
from .faces.mergedeliveries import MergeDeliveriesFace
from .received_packages import AsksOfPackages


class MergeDeliveries(AsksOfPackages, MergeDeliveriesFace):
    """Makes the file and its report."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """There are packages, what has the name of the result may be set aside, and what the steward's product needs is right.

        :raises LmvwError: when not.
        """
        self._given(parameters, context)
        self._output(parameters, context)
        self.peildatum_given(parameters, context)
        self._steward(parameters, context)
        if self.parameterAsFileOutput(parameters, "WORKBOOK", context) and (why := lack("openpyxl")):
            raise LmvwError(why)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Verify, judge, merge, report.

        :raises Stopped: when the user cancels: the next run goes on where this one was.
        """
        target, steward = self._output(parameters, context), self._steward(parameters, context)
        require_folder(target.parent)
        with only_run(target):
            try:
                outcome = merge(
                    self._given(parameters, context), target, self.peildatum_given(parameters, context), steward, Part(feedback, 0, 85)
                )
            except Stopped as stopped:
                said = tr("{done} van {all} pakketten zijn klaar. Voer dit later opnieuw uit; het gaat dan verder waar het was.")
                feedback.pushWarning(said.format(done=stopped.done, all=stopped.every))
                raise
            if outcome.again:
                feedback.pushInfo(tr("Van een eerdere keer waren {count} pakketten al klaar.").format(count=outcome.again))
            if workbook := self.parameterAsFileOutput(parameters, "WORKBOOK", context):
                self._write_workbook(outcome, Path(workbook).absolute(), Part(feedback, 85, 98))
            outcome.merged.finish()
            kept = take_place(outcome.merged.path, target, spare=True)
        carried_through()
        if kept:
            feedback.pushWarning(tr("Wat er stond, staat nu in ‘{path}’.").format(path=kept))
        page = merged_report(outcome.peildatum, outcome.origins, outcome.refused, steward is not None)
        report, moved_to = write_named(target.with_suffix(".html"), page, True)
        if moved_to:
            feedback.pushWarning(set_aside(report, moved_to))
        for package in outcome.refused:
            feedback.pushWarning(f"{package.pakket}: {package.reason}")
        self.tell_gone(outcome.gone, feedback)
        feedback.pushInfo(tr("Het samengevoegde bestand staat in {path}, het rapport in {report}").format(path=target, report=report))
        self.show_when_done(f"{target}|layername={b.LAYER}", tr("Samengevoegde plannen"), context)
        return {
            "OUTPUT": str(target),
            "REPORT": str(report),
            "PLANS": sum(origin.plannen for origin in outcome.origins),
            "MERGED": len(outcome.origins),
            "REFUSED": len(outcome.refused),
        }

    @staticmethod
    def _write_workbook(outcome: Outcome, path: Path, feedback: Part) -> None:
        from ..layers.receiving.workbook import write_workbook  # needs openpyxl

        merged, count = outcome.merged, sum(origin.plannen for origin in outcome.origins)
        write_workbook(path, merged_sheets(outcome.origins, merged.names, count, merged.plans), feedback)

    def _given(self, parameters: Parameters, context: QgsProcessingContext) -> Sifted:
        """What was chosen.

        :raises LmvwError: when nothing in it is a delivery.
        """
        return sifted([Path(self.parameterAsString(parameters, "INPUT", context))])

    def _output(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """Where the file comes.

        :raises LmvwError: when a person works in what has that name.
        """
        target = Path(self.parameterAsFileOutput(parameters, "OUTPUT", context)).absolute()
        if is_plan_file(target) or is_review_file(target):
            raise LmvwError(tr("In ‘{path}’ staat uw eigen werk; kies voor het samengevoegde bestand een andere naam.").format(path=target))
        return target

    def _steward(self, parameters: Parameters, context: QgsProcessingContext) -> Steward | None:
        """What the steward's product needs; None for a file of the province itself.

        :raises LmvwError: when a label or the layer of town halls is not right, or a label is given where nothing uses it.
        """
        halls, strijdig = self.halls_given(parameters, context), self.labels_given(parameters, context)
        if self.parameterAsBool(parameters, "STEWARD", context):
            return Steward(halls, strijdig)
        if strijdig.sorted():
            raise LmvwError(tr("Strijdige plannen horen bij ‘Voor de landelijke beheerder’; zet dat aan of laat ze leeg."))
        return None
