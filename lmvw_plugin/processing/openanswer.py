# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:openanswer``: what the province said of a delivery, beside the plans that were delivered."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from ..core.errors import LmvwError
from ..core.i18n import first_few, tr
from ..layers import sources
from ..layers.planfile import upgrade
from ..layers.planfile.province.remarks_table import TABLE
from ..layers.planfile.recognising import plan_file_at
from ..layers.reviewing.heirs import Heirs
from ..layers.reviewing.opening import Opened, open_answer
from ..layers.reviewing.remark_layer import set_up
from .base import Parameters
from .faces.openanswer import OpenAnswerFace


class OpenAnswer(OpenAnswerFace):
    """Opens an answer in a plan file."""

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | LmvwError = Path()  # the plan file: asked before the work begins, for then a copy of what is open is read
        self._opened: Path | None = None  # the plan file in which an answer was opened
        self._open: frozenset[Path] = frozenset()  # the files of the layers that the project has

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """There is a plan file of this version, and a file to open."""
        self._plan_file(parameters, context)
        self._answer(parameters, context)

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Note what is open: the project belongs to the main thread."""
        project = context.project()
        layers = project.mapLayers().values() if project else ()
        try:
            self._path = self._plan_file(parameters, context)
        except LmvwError as error:  # told when the work begins, where QGIS has words for it
            self._path = error
        self._open = frozenset(path for layer in layers if (path := sources.file_of(layer)) is not None)
        return super().prepareAlgorithm(parameters, context, feedback)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Judge the answer, take it over, and say what it means.

        :raises LmvwError: when it may not be taken over; nothing is changed.
        """
        path = self._path
        if isinstance(path, LmvwError):
            raise path
        opened = open_answer(path, self._answer(parameters, context), feedback)
        self._opened = path
        self._tell(opened, feedback)
        if path in self._open and context.project():
            self._load(path, context)
        lines = opened.answer.lines
        return {
            "REMARKS": sum(not line.label for line in lines),
            "LABELS": sum(bool(line.label) for line in lines),
            "STRIJDIG": sum(line.is_strijdig for line in lines),
        }

    def postProcessAlgorithm(self, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:  # noqa: N802  # QGIS's name
        """The layer that was open shows what came in; who tells of the plan file looks again."""
        project, path = context.project(), self._opened
        for layer in project.mapLayers().values() if project else ():
            if isinstance(layer, QgsVectorLayer) and path is not None and sources.file_of(layer) == path:
                if sources.is_of(layer, path, TABLE) and not layer.isEditable():
                    layer.reload()
                layer.triggerRepaint()
        return {}

    @staticmethod
    def _tell(opened: Opened, feedback: QgsProcessingFeedback) -> None:
        if opened.later:
            feedback.pushWarning(tr("U leverde daarna opnieuw; dit antwoord gaat over een eerdere levering."))
        gone = {moved.plan_id for moved in opened.moved if moved.gone}
        strijdig = [line.plannaam for line in opened.answer.lines if line.is_strijdig and line.plan_id not in gone]
        if strijdig:
            said = tr(
                "Strijdig met provinciaal beleid: {names}. Dat geldt voortaan als vertrouwelijk: wat iedereen mag zien, noemt het niet meer."
            )
            feedback.pushWarning(said.format(names=_quoted(strijdig)))
        for moved in opened.moved:
            feedback.pushWarning(_moved(moved))
        feedback.pushInfo(tr("Kies ‘Plannen controleren’ om labels, opmerkingen en vragen in het paneel Controle te zien."))

    def _load(self, path: Path, context: QgsProcessingContext) -> None:
        """Put the remarks in the project, where the plans are."""
        project = context.project()
        if project is None or any(sources.is_of(layer, path, TABLE) for layer in project.mapLayers().values()):
            return
        self.show_when_done(f"{path}|layername={TABLE}", tr("Antwoord van de provincie"), context, dress=set_up)

    def _plan_file(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """
        :raises LmvwError: when the layer is of no plan file, or of one of an earlier version.
        """
        path = plan_file_at(self.path_of(parameters, context))
        if path is None:
            raise LmvwError(tr("Een antwoord hoort bij een planbestand; kies de laag ‘plannen’ van het planbestand waarvan u leverde."))
        upgrade.require_current(path)
        return path

    def _answer(self, parameters: Parameters, context: QgsProcessingContext) -> Path:
        """
        :raises LmvwError: when no file was chosen, or it is not there.
        """
        path = self.existing_file(parameters, context, "ANSWER")
        if path is None:
            raise LmvwError(tr("‘{label}’ is niet ingevuld; geef een waarde op.").format(label=tr("Antwoord van de provincie")))
        return path.absolute()


def _quoted(names: Iterable[str]) -> str:
    return first_few([f"‘{name}’" for name in names])


def _moved(moved: Heirs) -> str:
    """What to say of a strijdig plan that is not as it was delivered."""
    said = []
    if moved.gone:
        said.append(tr("Strijdig plan ‘{name}’ staat niet meer in het planbestand."))
    if moved.plans:
        said.append(tr("Waar ‘{name}’ lag, ligt nu: {plans}. Ook dat geldt voortaan als vertrouwelijk."))
    else:
        said.append(tr("Kijk na of wat ervan over is, vertrouwelijk moet zijn."))
    return " ".join(said).format(name=moved.name, plans=_quoted(moved.plans.values()))
