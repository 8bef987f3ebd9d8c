# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportpublic``: what everybody may see of a plan file, or the reason why something could be inferred from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import NULL, QgsProcessingContext, QgsProcessingFeedback

from ..core.confidential.decision import Decision
from ..core.confidential.elsewhere import Total, totals_in
from ..core.confidential.inference import Known
from ..core.confidential.public import PublicVersion
from ..core.confidential.thresholds import USUAL, Thresholds, explained, spun
from ..core.feedback import Part
from ..core.i18n import tr
from ..layers.confidential import package as public
from ..layers.delivering.own_report import Deciding
from ..layers.files import require_folder, require_short
from ..layers.planfile.store import PlanFileInfo
from ..layers.publishing.judging import judge
from ..layers.reading import Reading
from .base import Parameters
from .faces.exportpublic import ExportPublicFace
from .taken_plans import Asked, TakesPlans

_FILES = {"GPKG": public.GPKG, "XLSX": public.XLSX, "GEOJSON": public.GEOJSON, "REPORT": public.PAGE}
_OF_SUM = {"XLSX": public.SUM_XLSX, "REPORT": public.SUM_PAGE}
_LONGEST_NAME = max(map(len, (*_FILES.values(), *_OF_SUM.values())))


@dataclass(frozen=True, slots=True)
class _Asked(Asked):
    """What the version is of, where it comes, and what was decided about it."""

    info: PlanFileInfo
    folder: Path
    previous: dict[str, int] | None
    decision: Decision
    thresholds: Thresholds
    strijdig: tuple[str, ...]
    totals: tuple[Total, ...]
    whole: bool


class ExportPublic(TakesPlans[_Asked], ExportPublicFace):
    """Makes the public version."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Everything that can be wrong before the start."""
        self.plans_of(parameters, context)
        info = self.info_of(parameters, context, self.own_info(parameters, context))
        self._previous(parameters, context, info)
        self._totals(parameters, context)
        self._decision(parameters, context)
        name = PublicVersion(info.gemeente, info.peildatum, (), ()).name
        require_short(Path(self.parameterAsString(parameters, "FOLDER", context)), len(f"/{name}/") + _LONGEST_NAME)

    def asked(self, parameters: Parameters, context: QgsProcessingContext) -> _Asked:
        """What goes out, and what was decided about it."""
        info = self.info_of(parameters, context, self.own_info(parameters, context))
        return _Asked(
            self.take(parameters, context), info, Path(self.parameterAsString(parameters, "FOLDER", context)).absolute(),
            self._previous(parameters, context, info), self._decision(parameters, context),
            self._thresholds(parameters, context), self._strijdig(parameters, context), self._totals(parameters, context),
            self.parameterAsBoolean(parameters, "SUM_ALL", context),
        )  # fmt: skip

    def _previous(self, parameters: Parameters, context: QgsProcessingContext, info: PlanFileInfo) -> dict[str, int] | None:
        path = self.existing_file(parameters, context, "PREVIOUS")
        whole = self.parameterAsBoolean(parameters, "SUM_ALL", context)
        return public.read_published(path, info.gemeente.code, whole) if path else None

    def _totals(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[Total, ...]:
        return totals_in(self.parameterAsString(parameters, "TOTALS", context))

    def _decision(self, parameters: Parameters, context: QgsProcessingContext) -> Decision:
        return Decision.of(*(self.parameterAsString(parameters, name, context) for name in ("DECIDED_BY", "DECISION", "DECIDED_ABOUT")))

    def _thresholds(self, parameters: Parameters, context: QgsProcessingContext) -> Thresholds:
        own = self.own_info(parameters, context)
        usual = own.thresholds if own is not None else USUAL
        spins = {threshold.name: spun(threshold, getattr(usual, threshold.name)) for threshold in explained()}
        given = {name: name.upper() for name in spins if parameters.get(name.upper()) not in (None, "", NULL)}
        return Thresholds.of({**spins, **{name: self.parameterAsInt(parameters, given[name], context) for name in given}})

    def _strijdig(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[str, ...]:
        return tuple(filter(None, (line.strip() for line in self.parameterAsString(parameters, "STRIJDIG", context).splitlines())))

    def work(
        self, asked: _Asked, reading: Reading, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Judge what could be inferred, have it decided, and write.

        :raises LmvwError: when the layer holds only a part of the plans, or nobody decided about what could be inferred.
        """
        plan_file = asked.plans.file if reading.info else None
        require_folder(asked.folder)
        known = Known(asked.previous, asked.totals)
        judged = judge(reading, asked.info, Part(feedback, 0, 30), known, asked.thresholds, asked.strijdig, asked.whole)
        version, reasons, deciding = judged.version, judged.reasons, None
        for sentence in judged.doubts:
            feedback.pushWarning(sentence)
        if reasons:
            asked.decision.require_about(judged.mark, reasons)
            text = asked.decision.text(version.name, reasons, datetime.now())
            deciding = Deciding(text, plan_file, asked.folder, version.name)
        placing = deciding.while_placing if deciding is not None else None
        made = public.write_public(asked.folder, version, Part(feedback, 30, 100), placing)
        if deciding is not None:
            feedback.pushWarning(tr("Besloten door {who}; vastgelegd in {path}").format(who=asked.decision.who, path=deciding.path))
        for kept in (*made.kept, *made.stuck):
            feedback.pushWarning(tr("Bestanden die niet van de plugin waren of gewijzigd zijn, staan nu in ‘{path}’.").format(path=kept))
        feedback.pushInfo(tr("Openbare versie geschreven en teruggelezen: {path}").format(path=made.archive))
        return {
            "PACKAGE": str(made.archive),
            **{name: str(made.file(file)) for name, file in (_OF_SUM if asked.whole else _FILES).items()},
            "DECISIONS": str(deciding.path) if deciding is not None else "",
            "REASONS": len(reasons),
        }
