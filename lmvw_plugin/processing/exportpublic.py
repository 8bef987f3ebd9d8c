# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportpublic``: what everybody may see of a plan file, or the reason why something could be inferred from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.confidential.decision import Decision
from ..core.confidential.public import PublicVersion
from ..core.confidential.thresholds import Thresholds
from ..core.errors import LmvwError
from ..core.feedback import Part
from ..core.i18n import tr
from ..layers.confidential import package as public
from ..layers.delivering.own_report import add_to_decisions
from ..layers.files import require_folder, require_short
from ..layers.planfile.store import PlanFileInfo
from ..layers.publishing.judging import judge
from ..layers.reading import Reading, Taken
from .base import Parameters
from .faces.exportpublic import ExportPublicFace

_LONGEST_NAME = len(public.GEOJSON)


@dataclass(frozen=True, slots=True)
class _Given:
    """What was asked, read on the thread of the layers: the work itself touches none of them."""

    info: PlanFileInfo
    plans: Taken
    folder: Path
    previous: dict[str, int] | None
    decision: Decision
    thresholds: Thresholds
    strijdig: tuple[str, ...]


class ExportPublic(ExportPublicFace):
    """Makes the public version."""

    _given: _Given | LmvwError

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        self.plans_of(parameters, context)
        info = self.info_of(parameters, context, self.own_info(parameters, context))
        self._previous(parameters, context, info)
        self._decision(parameters, context)
        name = PublicVersion(info.gemeente, info.peildatum, (), ()).name
        require_short(Path(self.parameterAsString(parameters, "FOLDER", context)), len(f"/{name}/") + _LONGEST_NAME)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Take what is needed from a layer that may be edited, or closed, while the work goes on."""
        try:
            info = self.info_of(parameters, context, self.own_info(parameters, context))
            self._given = _Given(
                info, self.take(parameters, context), Path(self.parameterAsString(parameters, "FOLDER", context)).absolute(),
                self._previous(parameters, context, info), self._decision(parameters, context),
                self._thresholds(parameters, context), self._strijdig(parameters, context),
            )  # fmt: skip
        except LmvwError as error:
            self._given = error
        return True

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, judge, write."""
        if isinstance(self._given, LmvwError):
            raise self._given
        with self._given.plans.read(feedback) as reading:
            return self._publish(self._given, reading, feedback)

    def _previous(self, parameters: Parameters, context: QgsProcessingContext, info: PlanFileInfo) -> dict[str, int] | None:
        path = self.existing_file(parameters, context, "PREVIOUS")
        return public.read_published(path, info.gemeente.code) if path else None

    def _decision(self, parameters: Parameters, context: QgsProcessingContext) -> Decision:
        return Decision.of(*(self.parameterAsString(parameters, name, context) for name in ("DECIDED_BY", "DECISION", "DECIDED_ABOUT")))

    def _thresholds(self, parameters: Parameters, context: QgsProcessingContext) -> Thresholds:
        return Thresholds(self.parameterAsInt(parameters, "FEWEST", context), self.parameterAsInt(parameters, "MOST", context) / 100)

    def _strijdig(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[str, ...]:
        return tuple(filter(None, (line.strip() for line in self.parameterAsString(parameters, "STRIJDIG", context).splitlines())))

    def _publish(self, given: _Given, reading: Reading, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Judge what could be inferred, have it decided, and write.

        :raises LmvwError: when the layer holds only a part of the plans, or nobody decided about what could be inferred.
        """
        plan_file = given.plans.file if reading.info else None
        require_folder(given.folder)
        judged = judge(reading, given.info, Part(feedback, 0, 30), given.previous, given.thresholds, given.strijdig)
        version, found, decisions = judged.version, judged.reasons, ""
        for sentence in judged.doubts:
            feedback.pushWarning(sentence)
        if found:
            given.decision.require_about(judged.mark, found)
            text = given.decision.text(version.name, found, datetime.now())
            decisions = str(add_to_decisions(text, plan_file, given.folder, version.name))
            feedback.pushWarning(tr("Besloten door {who}; vastgelegd in {path}").format(who=given.decision.who, path=decisions))
        made = public.write_public(given.folder, version, Part(feedback, 30, 100))
        for kept in (*made.kept, *made.stuck):
            feedback.pushWarning(tr("Bestanden die niet van de plugin waren of gewijzigd zijn, staan nu in ‘{path}’.").format(path=kept))
        feedback.pushInfo(tr("Openbare versie geschreven en teruggelezen: {path}").format(path=made.archive))
        return {
            "PACKAGE": str(made.archive),
            "GPKG": str(made.file(public.GPKG)),
            "XLSX": str(made.file(public.XLSX)),
            "GEOJSON": str(made.file(public.GEOJSON)),
            "REPORT": str(made.file(public.PAGE)),
            "DECISIONS": decisions,
            "REASONS": len(found),
        }
