# SPDX-License-Identifier: GPL-2.0-or-later
"""How large the window of a plan is and where it stands: as the user left it, or else beside the map."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtWidgets import QDialog, QWidget

_GEOMETRY = "lmvw/planner/geometry"
_SIZE, _EDGE = (700, 600), 24  # pixels; a screen of 1366x768 is wide and high enough


def take_room(window: QDialog, main: QWidget) -> None:
    """Give a window the size and place it had last, or a first one: at the right of the screen and never larger than that."""
    screen = (window.screen() or main.screen()).availableGeometry()
    stored = QgsSettings().value(_GEOMETRY)
    if stored is not None and window.restoreGeometry(stored) and window.width() <= screen.width():
        return
    scale = max(1.0, window.fontMetrics().height() / 16)  # larger letters need a larger window
    width = min(int(_SIZE[0] * scale), screen.width() - 2 * _EDGE)
    height = min(int(_SIZE[1] * scale), screen.height() - 3 * _EDGE)
    window.resize(width, height)
    window.move(screen.right() - width - _EDGE, screen.top() + max(0, (screen.height() - height) // 2))


def keep_room(window: QDialog) -> None:
    """The next window stands where this one stands now."""
    QgsSettings().setValue(_GEOMETRY, window.saveGeometry())
