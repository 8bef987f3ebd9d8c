# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's search for cycles, held off where it does harm: it walks over rows read by the ten thousand again and again, and on a
thread of the background it may throw away windows of the main thread, which ends QGIS.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

_lock = Lock()
_pausing = 0  # how many are at it, on all threads


@contextmanager
def collector_paused() -> Iterator[None]:
    """No search for cycles on any thread, until the last who asked for it is done; what has no cycle is freed as always."""
    global _pausing
    with _lock:
        if not gc.isenabled() and not _pausing:
            held = False  # somebody else switched it off; not ours to switch on
        else:
            held, _pausing = True, _pausing + 1
            gc.disable()
    try:
        yield
    finally:
        with _lock:
            if held:
                _pausing -= 1
                if not _pausing:
                    gc.enable()
