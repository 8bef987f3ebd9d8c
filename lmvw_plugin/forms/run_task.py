# SPDX-License-Identifier: GPL-2.0-or-later
"""Running an algorithm of this plugin from a dialog: in the background, with progress, cancel and one sentence when it fails."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from ..core.i18n import tr

Done = Callable[[dict[str, Any], str], None]  # the outputs, or nothing and a sentence


class _Feedback(QgsProcessingFeedback):
    """Remembers the sentence with which an algorithm failed."""

    def __init__(self) -> None:
        super().__init__(False)
        self.sentence = ""

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803  # QGIS's names
        """Keep the last one."""
        self.sentence = error


class AlgorithmRun:
    """One run. Keep it as long as it lasts: QGIS's task does not own its context."""

    def __init__(self, algorithm_id: str, parameters: dict[str, Any], done: Done, progressed: Callable[[float], None]) -> None:
        self._done, self._parameters = done, parameters
        self._context, self._feedback = QgsProcessingContext(), _Feedback()
        self._context.setProject(QgsProject.instance())
        self._feedback.progressChanged.connect(progressed)
        self._algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id).create()
        self._task: QgsProcessingAlgRunnerTask | None = None

    def start(self) -> None:
        """Check the parameters, and run when they are good."""
        good, sentence = self._algorithm.checkParameterValues(self._parameters, self._context)
        if not good:
            self._done({}, sentence)
            return
        self._task = QgsProcessingAlgRunnerTask(self._algorithm, self._parameters, self._context, self._feedback)
        self._task.executed.connect(self._executed)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Stop as soon as the algorithm looks."""
        self._feedback.cancel()
        if self._task is not None:
            self._task.cancel()

    def _executed(self, successful: bool, results: dict[str, Any]) -> None:
        self._task = None
        if self._feedback.isCanceled():
            self._done({}, tr("Afgebroken; er is niets veranderd."))
        elif not successful or not results or self._feedback.sentence:
            self._done({}, self._feedback.sentence or tr("De opdracht is gestopt; kijk in het logboek, tabblad LMVW."))
        else:
            self._load(results)
            self._done(dict(results), "")

    def _load(self, results: dict[str, Any]) -> None:
        """Open what the algorithm wants opened."""
        for uri, details in self._context.layersToLoadOnCompletion().items():
            layer = QgsVectorLayer(uri, details.name, "ogr")
            if layer.isValid():
                QgsProject.instance().addMapLayer(layer)
