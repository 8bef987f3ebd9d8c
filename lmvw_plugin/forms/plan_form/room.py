# SPDX-License-Identifier: GPL-2.0-or-later
"""How large the window of a plan is and where it stands: as the user left it, or else beside the map."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.gui import QgisInterface
from qgis.PyQt.QtWidgets import QDialog

_GEOMETRY = "lmvw/planner/geometry"
_SIZE, _LEAST, _EDGE = (700, 600), 480, 24  # pixels; a screen of 1366x768 is wide and high enough
_FRAME = 36  # pixels: the title and edges that the desktop puts around a window
_LETTER = 16  # pixels: the height of the letters for which these sizes are


def take_room(window: QDialog, iface: QgisInterface) -> None:
    """Give a window the size and place it had last, or a first one: at the right of the screen, and under toolbars and messages of QGIS."""
    main, canvas = iface.mainWindow(), iface.mapCanvas()
    screen = (window.screen() or main.screen()).availableGeometry()
    stored = QgsSettings().value(_GEOMETRY)
    if stored is not None and window.restoreGeometry(stored) and window.width() <= screen.width():
        return
    letter = window.fontMetrics().height()
    scale = max(1.0, letter / _LETTER)  # larger letters need a larger window
    width = min(int(_SIZE[0] * scale), screen.width() - 2 * _EDGE)
    messages = canvas.mapToGlobal(canvas.rect().topLeft()).y() + 2 * letter + letter // 2
    room = screen.bottom() - messages - _FRAME
    least, most = int(_LEAST * scale), min(int(_SIZE[1] * scale), screen.height() - 3 * _EDGE)
    height = min(most, room) if room >= least else most
    top = messages + (room - height) // 2 if room >= least else screen.top() + max(0, (screen.height() - height) // 2)
    window.resize(width, height)
    window.move(screen.right() - width - _EDGE, top)


def keep_room(window: QDialog) -> None:
    """The next window stands where this one stands now."""
    QgsSettings().setValue(_GEOMETRY, window.saveGeometry())
