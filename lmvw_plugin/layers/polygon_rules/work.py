# SPDX-License-Identifier: GPL-2.0-or-later
"""Long vectorised work in pieces, on a few threads: shapely lets go of Python's lock, and cancel is answered between pieces."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback, checkpoint

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 500  # plans per piece: some milliseconds of work, arrays that fit a processor's cache, a small peak in memory
_THREADS = min(4, os.cpu_count() or 1)
_LOOK = 0.1  # seconds between two looks at the cancel button


def chunks(rows: NDArray[np.intp], size: int = CHUNK) -> list[NDArray[np.intp]]:
    """Rows in pieces of at most ``size``."""
    return [rows[at : at + size] for at in range(0, len(rows), size)]


def each(function: Callable[[Item], Result], items: Sequence[Item], feedback: Feedback, start: float, end: float) -> Iterator[Result]:
    """``function`` of every item, in order. The function must not touch QGIS and must not share prepared geometries.

    :raises Cancelled: when the user cancels; the pieces under way are finished first.
    """
    waiting: deque[Future[Result]] = deque()
    ahead = iter(items)
    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            for done in range(len(items)):
                while len(waiting) < 2 * _THREADS and (item := next(ahead, None)) is not None:
                    waiting.append(pool.submit(function, item))
                yield _result(waiting.popleft(), feedback, start + (end - start) * done / len(items))
        finally:
            for future in waiting:
                future.cancel()


def _result(future: Future[Result], feedback: Feedback, progress: float) -> Result:
    checkpoint(feedback, progress)
    while not wait((future,), timeout=_LOOK).done:
        checkpoint(feedback)
    return future.result()
