# SPDX-License-Identifier: GPL-2.0-or-later
"""Work that a dialog starts, an algorithm or a function: in the background, with progress, cancel and one sentence when it fails."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsMessageLog,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsTask,
    QgsVectorLayer,
)

from ..core.errors import LmvwError, sentence_of
from ..core.feedback import Cancelled, Feedback, asking
from ..core.i18n import tr
from ..core.memory import collector_paused
from ..layers.moment import Locked

Done = Callable[[dict[str, Any], str], None]  # the outputs, or nothing and a sentence

# QGIS owns neither what a task works with nor what it tells; a window may be gone before its task has stopped.
_under_way: set[Any] = set()


def project_layer(given: object) -> QgsVectorLayer | None:
    """The layer of the project that a parameter names, by id or by source, as Processing would find it: it belongs to the main thread."""
    if not isinstance(given, str) or not given:
        return None
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    layer = QgsProcessingUtils.mapLayerFromString(given, context, False)
    return layer if isinstance(layer, QgsVectorLayer) else None


class Job(QgsTask):
    """A function in the background, with progress and cancel; it must not touch a layer or window of the main thread.

    ``done`` gets the result and no words, or None and one sentence; it is called in the main thread. A result that was there before
    the function saw that it was cancelled is told as any other.

    :param unseen: it takes a moment only, and comes with every edit: nobody need see that it runs.
    :param stopped: hears that somebody stops it, also by the cross in QGIS's own list of tasks: for work that looks at a feedback of its own.
    """

    def __init__(
        self,
        title: str,
        work: Callable[[Feedback], Any],
        done: Callable[[Any, str], None],
        unseen: bool = False,
        stopped: Callable[[], object] | None = None,
    ) -> None:
        flags = QgsTask.Flag.CanCancel | (QgsTask.Flag.Hidden | QgsTask.Flag.Silent if unseen else QgsTask.Flag.CanCancel)
        super().__init__(title, QgsTask.Flags(flags))  # type: ignore[call-overload]  # the stubs take flags together for a number
        self._work, self._done, self._stopped = work, done, stopped or _nobody
        self._result: Any = None
        self._sentence = ""
        self.was_locked_out = False  # another program kept the file that it needs to itself
        self._unwanted = False
        self._calm = ExitStack()

    def start(self) -> None:
        """Hand it to QGIS. Cycles are only searched for again in the main thread: on another they may hold its windows."""
        _under_way.add(self)
        self._calm.enter_context(collector_paused())
        QgsApplication.taskManager().addTask(self)

    def abandon(self) -> None:
        """Stop it, and tell nobody how it ended."""
        self._done = _nobody
        self.cancel()

    def cancel(self) -> None:
        """Stop it. One that has not begun stops when it begins: QGIS would free it at once, under the thread that has just taken it."""
        self._unwanted = True
        self._stopped()
        if self.status() == QgsTask.TaskStatus.Running:
            super().cancel()

    def run(self) -> bool:
        """The work, which looks at this task as its feedback."""
        if self._unwanted:
            return False
        try:
            with asking(self):
                self._result = self._work(self)
        except Cancelled:
            return False
        except LmvwError as error:
            self._sentence, self.was_locked_out = str(error), isinstance(error, Locked)
        except OSError as error:
            self._sentence = sentence_of(error)
        except Exception:
            QgsMessageLog.logMessage(traceback.format_exc(), "LMVW", Qgis.MessageLevel.Critical)
            self._sentence = tr("De opdracht is door een fout in de plugin gestopt. De details staan in het logboek, tabblad LMVW.")
        return not self._sentence

    def finished(self, successful: bool) -> None:
        """Tell how it ended."""
        _under_way.discard(self)
        self._calm.close()
        if not successful and not self._sentence:
            self._sentence = tr("Afgebroken; er is niets veranderd.")
        result, done = self._result, self._done
        self._result, self._work, self._done, self._stopped = (
            None,
            _nobody,
            _nobody,
            _nobody,
        )  # what they hold may be freed only in the main thread
        done(result if successful else None, self._sentence)


def _nobody(*_: Any) -> None:
    """Who left is told nothing."""


class Heard:
    """The feedback of a job, of which is heard what it tells meanwhile: for whom it waits."""

    def __init__(self, feedback: Feedback, told: Callable[[str], None]) -> None:
        self._feedback, self.pushInfo = feedback, told

    def isCanceled(self) -> bool:  # noqa: N802  # QGIS's name
        """The listener decides."""
        return self._feedback.isCanceled()

    def setProgress(self, progress: float) -> None:  # noqa: N802  # QGIS's name
        """Pass it on."""
        self._feedback.setProgress(progress)


def heard_by(told: Callable[[str], None], work: Callable[[Feedback], Any]) -> Callable[[Feedback], Any]:
    """The same work, of which is heard for whom it waits; on the thread that works."""

    def heard(feedback: Feedback) -> Any:
        listens = Heard(feedback, told)
        with asking(listens):
            return work(listens)

    return heard


class _Feedback(QgsProcessingFeedback):
    """Remembers the sentence with which an algorithm failed, and passes on what it tells."""

    def __init__(self, told: Callable[[str], None]) -> None:
        super().__init__(False)
        self.sentence, self._told = "", told

    def pushInfo(self, info: str) -> None:  # noqa: N802  # QGIS's name
        """From the thread of the algorithm."""
        self._told(info)
        super().pushInfo(info)

    def reportError(self, error: str, fatalError: bool = False) -> None:  # noqa: N802, N803  # QGIS's names
        """Keep the last one."""
        self.sentence = error


class AlgorithmRun:
    """One run of an algorithm, as QGIS's own task does it, with two differences: files are looked at in the background too, and
    a run that was complete before it saw that it was cancelled is carried through to its end, because it did what it did.
    """

    def __init__(
        self,
        algorithm_id: str,
        parameters: dict[str, Any],
        done: Done,
        progressed: Callable[[float], None],
        told: Callable[[str], None] | None = None,
        bring_in: Callable[[Path], object] | None = None,
    ) -> None:
        """``bring_in``: shows the plan file that the algorithm wants opened."""
        self._bring_in = bring_in
        self._done, self._progressed, self._parameters = done, progressed, parameters
        self._context, self._feedback = QgsProcessingContext(), _Feedback(told or _nobody)
        self._context.setProject(QgsProject.instance())
        self._feedback.progressChanged.connect(self._tell_progress)
        self._algorithm = QgsApplication.processingRegistry().algorithmById(algorithm_id).create()
        self._job: Job | None = None

    def start(self) -> None:
        """Check the parameters, and run when they are good."""
        if any(map(project_layer, self._parameters.values())):
            self._checked(self._algorithm.checkParameterValues(self._parameters, self._context), "")
        else:
            self._go(lambda _: self._algorithm.checkParameterValues(self._parameters, QgsProcessingContext()), self._checked)

    def cancel(self) -> None:
        """Stop as soon as the algorithm looks."""
        self._feedback.cancel()
        if self._job is not None:
            self._job.cancel()

    def abandon(self) -> None:
        """Stop it, and tell nobody how it ended."""
        self._done = self._progressed = _nobody
        self.cancel()

    def _tell_progress(self, progress: float) -> None:
        self._progressed(progress)
        if self._job is not None:
            self._job.setProgress(progress)

    def _go(self, work: Callable[[Feedback], Any], done: Callable[[Any, str], None]) -> None:
        self._job = Job(self._algorithm.displayName(), work, done, stopped=self._feedback.cancel)
        self._job.start()

    def _checked(self, answer: tuple[bool, str] | None, sentence: str) -> None:
        self._job = None
        good, wrong = answer or (False, sentence)
        if not good:
            self._done({}, wrong)
        elif not self._algorithm.prepare(self._parameters, self._context, self._feedback):
            self._done({}, self._feedback.sentence or _stopped())
        else:
            self._go(self._run, self._ran)

    def _run(self, _: Feedback) -> Mapping[str, Any]:
        """Run in the background what was prepared.

        :raises LmvwError: with the algorithm's own sentence when it fails.
        """
        try:
            results: Mapping[str, Any] = self._algorithm.runPrepared(self._parameters, self._context, self._feedback)
        except QgsProcessingException as error:
            raise LmvwError(str(error)) from error
        return results

    def _ran(self, results: Mapping[str, Any] | None, sentence: str) -> None:
        self._job = None
        if results:
            results = {**results, **self._algorithm.postProcess(self._context, self._feedback)}
            sentence = self._feedback.sentence
        if results and not sentence:
            self._open()
            self._done(dict(results), "")
        elif sentence:
            self._done({}, sentence)  # also to who stopped it: what went wrong may have done so when the work was in its place
        elif self._feedback.isCanceled():
            self._done({}, tr("Afgebroken; er is niets veranderd."))
        else:
            self._done({}, self._feedback.sentence or _stopped())

    def _open(self) -> None:
        if self._bring_in is not None:
            for uri in self._context.layersToLoadOnCompletion():
                self._bring_in(Path(uri.partition("|")[0]))


def _stopped() -> str:
    return tr("De opdracht is gestopt; kijk in het logboek, tabblad LMVW.")
