# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancel, without knowing who listens. ``QgsFeedback`` fits the protocol as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import accumulate, pairwise
from threading import Event
from typing import Protocol, TypeVar

T = TypeVar("T")

_FEW = 50  # items: the slowest kind takes some milliseconds each


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
    """Iterate with progress from ``start`` to ``end`` about a hundred times in all, and a cancel check at every few items and after the last."""
    step = max(1, total // 100)
    for index, item in enumerate(items):
        if index % step == 0:
            checkpoint(feedback, start + (end - start) * min(1.0, index / max(1, total)))
        elif index % _FEW == 0:
            checkpoint(feedback)
        yield item
    checkpoint(feedback, end)


_unwanted: ContextVar[Callable[[], bool] | None] = ContextVar("_unwanted", default=None)
_listener: ContextVar[Feedback | None] = ContextVar("_listener", default=None)


def stops_with(stopped: Event) -> None:
    """What runs in this context, on whatever thread, is done for somebody who sets ``stopped`` when it is no longer wanted."""
    _unwanted.set(stopped.is_set)


@contextmanager
def asking(feedback: Feedback) -> Iterator[None]:
    """What breathes in here, however deep and without a feedback of its own, asks this listener."""
    before, other = _unwanted.set(feedback.isCanceled), _listener.set(feedback)
    try:
        yield
    finally:
        _unwanted.reset(before)
        _listener.reset(other)


def listener() -> Feedback | None:
    """Who waits for the work that this is part of, and can stop it; None outside such work, and when it cannot be stopped any more."""
    return _listener.get()


def carried_through() -> None:
    """What was asked is done and cannot be taken back: what follows only tells of it, and nothing in it stops any more.

    Who would stop there is told that nothing was changed, which is not so.
    """
    _unwanted.set(None)
    _listener.set(None)


def breathe() -> None:
    """Deep inside long work: go on only when the work is still wanted.

    :raises Cancelled: when it is not.
    """
    unwanted = _unwanted.get()
    if unwanted is not None and unwanted():
        raise Cancelled


def breathing(items: Iterable[T]) -> Iterator[T]:
    """Iterate, and breathe at every few items.

    :raises Cancelled: when the work is no longer wanted.
    """
    for index, item in enumerate(items):
        if index % _FEW == 0:
            breathe()
        yield item
