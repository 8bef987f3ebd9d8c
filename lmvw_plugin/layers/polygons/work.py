# SPDX-License-Identifier: GPL-2.0-or-later
"""Long vectorised work in pieces, on a few threads: shapely lets go of Python's lock, and cancel is answered between pieces."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextvars import copy_context
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback, checkpoint
from .reading import PIECE

Item = TypeVar("Item")
Result = TypeVar("Result")

_THREADS = min(4, os.cpu_count() or 1)
_LOOK = 0.1  # seconds between two looks at the cancel button


def chunks(rows: NDArray[np.intp], size: int = PIECE) -> list[NDArray[np.intp]]:
    """Rows in pieces of at most ``size``."""
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def each(function: Callable[[Item], Result], items: Iterable[Item], feedback: Feedback, start: float, end: float) -> Iterator[Result]:
    """``function`` of every item, in order. The function must not touch QGIS and must not share prepared geometries.

    Items are made here while the function is at work on earlier ones; only those of a sequence move the progress.

    :raises Cancelled: when the user cancels; the pieces under way are finished first.
    """
    total = len(items) if isinstance(items, Sequence) else None
    waiting: deque[Future[Result]] = deque()
    done = 0
    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            for item in items:
                waiting.append(pool.submit(copy_context().run, function, item))  # in the same language
                if len(waiting) >= 2 * _THREADS:
                    yield _result(waiting.popleft(), feedback, None if total is None else start + (end - start) * done / total)
                    done += 1
            while waiting:
                yield _result(waiting.popleft(), feedback, None if total is None else start + (end - start) * done / total)
                done += 1
        finally:
            for future in waiting:
                future.cancel()


def _result(future: Future[Result], feedback: Feedback, progress: float | None) -> Result:
    checkpoint(feedback, progress)
    while not wait((future,), timeout=_LOOK).done:
        checkpoint(feedback)
    return future.result()
