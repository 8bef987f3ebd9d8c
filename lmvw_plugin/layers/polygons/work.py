# SPDX-License-Identifier: GPL-2.0-or-later
"""Long vectorised work in pieces, on a few threads: shapely lets go of Python's lock, and cancel is answered at once."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from contextvars import copy_context
from threading import Event
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback, checkpoint, stops_with
from .reading import PIECE

Item = TypeVar("Item")
Result = TypeVar("Result")

_CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1  # Windows has no such question
_THREADS = min(4, _CORES)
_AHEAD = 2 * _THREADS if _CORES > 1 else 1  # two threads on one core only take it from each other
_LOOK = 0.1  # seconds between two looks at the cancel button


@contextmanager
def uncollected() -> Iterator[None]:
    """While this lasts Python does not look for objects that only hold each other: there are none among plans and findings, and it would look at
    all of them again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def chunks(rows: NDArray[np.intp], size: int = PIECE) -> list[NDArray[np.intp]]:
    """Rows in pieces of at most ``size``."""
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def tiles(bounds: NDArray[np.float64], size: int) -> list[NDArray[np.intp]]:
    """Rows in groups of about ``size`` that lie together, by their boxes (n, 4): columns of equal number, each cut into runs."""
    x, y = bounds[:, 0] + bounds[:, 2], bounds[:, 1] + bounds[:, 3]
    columns = max(1, round((len(x) / size) ** 0.5))
    return [
        column[np.argsort(y[column], kind="stable")][at : at + size]
        for column in np.array_split(np.argsort(x, kind="stable"), columns)
        for at in range(0, len(column), size)
    ]


def each(function: Callable[[Item], Result], items: Iterable[Item], feedback: Feedback, start: float, end: float) -> Iterator[Result]:
    """``function`` of every item, in order. The function must not touch QGIS and must not share prepared geometries.

    Items are made here while the function is at work on earlier ones, where there is a core for both; only those of a sequence move the progress.

    Nobody waits for what is under way when the user cancels or a piece fails: it ends by itself, at its next ``breathe``.

    :raises Cancelled: when the user cancels.
    """
    total = len(items) if isinstance(items, Sequence) else None
    waiting: deque[Future[Result]] = deque()
    done, stopped, pool = 0, Event(), ThreadPoolExecutor(_THREADS)
    try:
        for item in items:
            context = copy_context()  # in the same language
            context.run(stops_with, stopped)
            waiting.append(pool.submit(context.run, function, item))
            if len(waiting) >= _AHEAD:
                yield _result(waiting.popleft(), feedback, None if total is None else start + (end - start) * done / total)
                done += 1
        while waiting:
            yield _result(waiting.popleft(), feedback, None if total is None else start + (end - start) * done / total)
            done += 1
    finally:
        stopped.set()
        pool.shutdown(wait=False, cancel_futures=True)


def _result(future: Future[Result], feedback: Feedback, progress: float | None) -> Result:
    checkpoint(feedback, progress)
    while not wait((future,), timeout=_LOOK).done:
        checkpoint(feedback)
    return future.result()
