# SPDX-License-Identifier: GPL-2.0-or-later
"""How large a window is at first: as it likes, but never larger than the screen. At 150% a laptop of 1366x768 has room for 911x512."""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtWidgets import QWidget

EDGE, FRAME = 8, 36  # pixels: the sides, and the title with the edge below, that the desktop puts around a window


def fit(window: QWidget, width: int = 0, height: int = 0) -> None:
    """Give a window this size, or the one that it has, as far as the screen allows."""
    screen = window.screen().availableGeometry()
    wished = QSize(width, height) if width else window.size()
    window.resize(wished.boundedTo(QSize(screen.width() - 2 * EDGE, screen.height() - FRAME)))
