# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:comparedeliveries``: what became of every plan since the previous delivery, and of every dwelling."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from ..core.feedback import Part, checkpoint, watched
from ..core.history.decisions import Decision
from ..core.history.facts import Kind
from ..core.history.report import comparison_report
from ..core.i18n import several, tr
from ..core.memory import collector_paused
from ..layers.files import write_text
from ..layers.history import outcome, style
from ..layers.history.comparing import compare
from ..layers.planfile.recognising import is_plan_file
from ..layers.planfile.tables import comparison_table
from ..layers.sources import names_file, path_in
from .base import Parameters
from .deliveries import ReadsDeliveries
from .faces.comparedeliveries import CompareDeliveriesFace


class CompareDeliveries(ReadsDeliveries, CompareDeliveriesFace):
    """Reads both, lays them over each other, pairs the plans and tells what it found."""

    DELIVERIES = ("PREVIOUS", "CURRENT")

    def __init__(self) -> None:
        super().__init__()
        self._looks: list[tuple[str, Callable[[QgsVectorLayer], None]]] = []  # of the layers that were made

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Both can be read."""
        unpacked = self.unpacked(parameters)
        for name in self.DELIVERIES:
            self.polygons_in(unpacked, context, name)
        self.mapping_of_previous(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Compare, and write what was found."""
        with collector_paused():
            then = self.read_delivery(parameters, context, "PREVIOUS", Part(feedback, 0, 25))
            now = self.read_delivery(parameters, context, "CURRENT", Part(feedback, 25, 50))
            compared = compare(then, now, self._decisions(parameters, context), Part(feedback, 50, 90))
            comparison = compared.comparison
            rows = list(watched(outcome.features(comparison, then.shapes, now.shapes), len(comparison.facts), feedback, 90, 94))
            old = list(watched(outcome.old_features(comparison, then.shapes), len(then.side), feedback, 94, 96))
            page = comparison_report(comparison, compared.notes)
            checkpoint(feedback, 98)  # the last: what is written from here on is whole
            results: dict[str, Any] = self.write_plans("OUTPUT", outcome.fields(), rows, parameters, context)
            results |= self.write_plans("OLD_OUTLINES", outcome.old_fields(), old, parameters, context)
        looks = {"OUTPUT": style.look_of_facts, "OLD_OUTLINES": style.look_of_old}
        self._looks = [(results[name], look) for name, look in looks.items() if name in results]
        for note in compared.notes:
            feedback.pushWarning(note)
        gone = len(comparison.of_kind[Kind.GONE])
        doubtful = sum(not fact.sure for fact in comparison.facts) - gone
        feedback.pushInfo(
            tr("{gone} verdwenen, {doubtful} te bekijken.").format(
                gone=several(gone, "plan", "plannen"), doubtful=several(doubtful, "voorstel", "voorstellen")
            )
        )
        report = self.parameterAsFileOutput(parameters, "REPORT", context)
        if report:
            write_text(Path(report).absolute(), page)
            results["REPORT"] = report
        return {**results, "PLANS": len(now.side), "GONE": gone, "TO_LOOK_AT": doubtful}

    def _decisions(self, parameters: Parameters, context: QgsProcessingContext) -> list[Decision]:
        """What was decided in the plan file of now; nothing when it is in none.

        :raises LmvwError: when another program keeps the file to itself.
        """
        given = parameters.get("CURRENT")
        path = path_in(str(given)) if names_file(given) else self.path_of(parameters, context, "CURRENT")
        return comparison_table.read(path) if path is not None and is_plan_file(path) else []

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """Give the layers their looks; QGIS calls this in its main thread, before it adds them to the project."""
        for destination, look in self._looks:
            layer = QgsProcessingUtils.mapLayerFromString(destination, context)
            if isinstance(layer, QgsVectorLayer):
                look(layer)
        return {}
