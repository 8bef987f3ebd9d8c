# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that a dialog starts, an algorithm or a function: in the background, with progress, cancel and one sentence when it fails."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)

from ..core.errors import LmvwError
from ..core.feedback import Cancelled, Feedback
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


class Job(QgsTask):
    """A function in the background, with progress and cancel; it must not touch a layer or window of the main thread.

    Keep it as long as it lasts. ``done`` gets the result and no words, or None and one sentence; it is called in the main thread.
    """

    def __init__(self, title: str, work: Callable[[Feedback], Any], done: Callable[[Any, str], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._done = work, done
        self._result: Any = None
        self._sentence = ""

    def start(self) -> None:
        """Hand it to QGIS."""
        QgsApplication.taskManager().addTask(self)

    def run(self) -> bool:
        """The work, which looks at this task as its feedback."""
        try:
            self._result = self._work(self)
        except Cancelled:
            return False
        except LmvwError as error:
            self._sentence = str(error)
        except Exception:
            QgsMessageLog.logMessage(traceback.format_exc(), "LMVW", Qgis.MessageLevel.Critical)
            self._sentence = tr("De opdracht is door een fout in de plugin gestopt. De details staan in het logboek, tabblad LMVW.")
        return not self._sentence

    def finished(self, successful: bool) -> None:
        """Tell how it ended."""
        if not successful and not self._sentence:
            self._sentence = tr("Afgebroken; er is niets veranderd.")
        self._done(self._result if successful else None, self._sentence)
