# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:makeanswers``: what the province said of deliveries, as a file for each municipality that is to act on it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.basisset.codelists import gemeente
from ..core.errors import LmvwError
from ..core.i18n import several, tr
from ..layers.files import require_folder, require_short
from ..layers.receiving.tables import about
from ..layers.reviewing.making import Made, make_answers
from .base import Parameters
from .faces.makeanswers import MakeAnswersFace

_NAME = "/LMVW_antwoord_GM0000_2026-01-01.zip"


class MakeAnswers(MakeAnswersFace):
    """Writes the answers."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """It is a review file, and the municipality exists."""
        about(self._path(parameters, context))
        self._wanted(parameters, context)
        require_short(self._folder(parameters, context), len(_NAME))

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Write, and tell of each."""
        folder = self._folder(parameters, context)
        require_folder(folder)
        made, failed = make_answers(self._path(parameters, context), folder, self._wanted(parameters, context), feedback)
        for answered in made:
            self._tell(answered, feedback)
        for name, why in failed:
            feedback.pushWarning(tr("Voor {name} is geen antwoord gemaakt: {reason}").format(name=name, reason=why))
        lines = [line for answered in made for line in answered.answer.lines]
        return {
            "ANSWERS": len(made),
            "LABELS": sum(bool(line.label) for line in lines),
            "REMARKS": sum(not line.label for line in lines),
        }

    @staticmethod
    def _tell(answered: Made, feedback: QgsProcessingFeedback) -> None:
        name = answered.answer.gemeente.name
        count = several(len(answered.answer.lines), "label, opmerking of vraag", "labels, opmerkingen en vragen")
        feedback.pushInfo(tr("{name}: {count}, in {path}").format(name=name, count=count, path=answered.path))
        if answered.moved_to:
            feedback.pushInfo(tr("Het vorige antwoord voor {name} staat nu in ‘{path}’.").format(name=name, path=answered.moved_to))
        if not answered.closed:
            feedback.pushWarning(tr("De beoordeling van {name} is nog niet afgesloten.").format(name=name))

    def _path(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """The review file that was chosen.

        :raises LmvwError: when it does not exist.
        """
        path = self.existing_file(parameters, context, "INPUT")
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Beoordelingsbestand")))
        return path.absolute()

    def _folder(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        return Path(self.parameterAsString(parameters, "FOLDER", context)).absolute()

    def _wanted(self, parameters: Parameters, context: QgsProcessingContext) -> str:
        """
        :raises LmvwError: when there is no such municipality.
        """
        text = self.parameterAsString(parameters, "GEMEENTE", context).strip()
        return gemeente(text).code if text else ""
