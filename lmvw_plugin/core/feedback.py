# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancel, without knowing who listens. ``QgsFeedback`` fits the protocol as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextvars import ContextVar
from itertools import accumulate, pairwise
from threading import Event
from typing import Protocol, TypeVar

T = TypeVar("T")


class Cancelled(Exception):
    """The user pressed cancel; what was under way leaves no trace."""


class Feedback(Protocol):
    """The part of ``QgsFeedback`` that long work needs."""

    def isCanceled(self) -> bool: ...  # noqa: N802  # QGIS's name

    def setProgress(self, progress: float) -> None: ...  # noqa: N802  # QGIS's name


class Silent:
    """Feedback for callers without a listener."""

    def isCanceled(self) -> bool:  # noqa: N802  # QGIS's name
        """Never cancelled."""
        return False

    def setProgress(self, progress: float) -> None:  # noqa: N802  # QGIS's name
        """Nobody looks."""


class Part:
    """One stretch of a longer job: what is 0-100 here, is ``start`` to ``end`` for the listener."""

    def __init__(self, feedback: Feedback, start: float, end: float) -> None:
        self._feedback, self._start, self._end = feedback, start, end

    def isCanceled(self) -> bool:  # noqa: N802  # QGIS's name
        """The listener decides."""
        return self._feedback.isCanceled()

    def setProgress(self, progress: float) -> None:  # noqa: N802  # QGIS's name
        """Pass it on, as part of the whole."""
        self._feedback.setProgress(self._start + (self._end - self._start) * progress / 100)


def parts(feedback: Feedback, sizes: Sequence[int]) -> list[Part]:
    """A stretch for each of several jobs, as long as its size."""
    ends = list(accumulate(sizes, initial=0))
    whole = max(1, ends[-1])
    return [Part(feedback, 100 * start / whole, 100 * end / whole) for start, end in pairwise(ends)]


def checkpoint(feedback: Feedback, progress: float | None = None) -> None:
    """Report progress (0-100) when given, and stop here when the user has cancelled.

    :raises Cancelled: when the user has cancelled.
    """
    if feedback.isCanceled():
        raise Cancelled
    if progress is not None:
        feedback.setProgress(progress)


def watched(items: Iterable[T], total: int, feedback: Feedback, start: float = 0.0, end: float = 100.0) -> Iterator[T]:
    """Iterate with progress from ``start`` to ``end`` and a cancel check about a hundred times in all, also after the last."""
    step = max(1, total // 100)
    for index, item in enumerate(items):
        if index % step == 0:
            checkpoint(feedback, start + (end - start) * min(1.0, index / max(1, total)))
        yield item
    checkpoint(feedback, end)


_stopped: ContextVar[Event | None] = ContextVar("_stopped", default=None)


def stops_with(stopped: Event) -> None:
    """What runs in this context, on whatever thread, is done for somebody who sets ``stopped`` when it is no longer wanted."""
    _stopped.set(stopped)


def breathe() -> None:
    """Deep inside long work: go on only when the work is still wanted.

    :raises Cancelled: when it is not.
    """
    stopped = _stopped.get()
    if stopped is not None and stopped.is_set():
        raise Cancelled
