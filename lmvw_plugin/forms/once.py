# SPDX-License-Identifier: GPL-2.0-or-later
"""What is done once, a moment after the last reason for it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import QObject, QTimer


def once_after(wait: int, job: Callable[[], object], parent: QObject | None = None) -> QTimer:
    """A timer that does it once when it has rested for ``wait`` milliseconds; at 0 when Qt is done with what it does now."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(wait)
    timer.timeout.connect(job)
    return timer
