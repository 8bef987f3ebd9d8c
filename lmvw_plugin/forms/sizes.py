# SPDX-License-Identifier: GPL-2.0-or-later
"""How large a window is at first: as it likes, but never larger than the screen. At 150% a laptop of 1366x768 has room for 911x512.

And how low a panel may be: QGIS's main window grows off the screen rather than that it makes a panel lower than its least height.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QFrame, QScrollArea, QSizePolicy, QSplitter, QWidget

EDGE, FRAME = 8, 36  # pixels: the sides, and the title with the edge below, that the desktop puts around a window
_USUAL = 96  # dots to the inch
_LOW = 120  # pixels: of a panel in a place that it shares with others above it


def grown(window: QWidget, pixels: int) -> int:
    """Pixels of a screen at 100%, as many as they are where letters are larger; in steps of a quarter, as desktops have them."""
    return pixels * round(4 * int(window.logicalDpiX()) / _USUAL) // 4


def fit(window: QWidget, width: int = 0, height: int = 0) -> None:
    """Give a window this size (that it has where letters are of the usual size), or the one that it has, as far as the screen allows."""
    screen = window.screen().availableGeometry()
    wished = QSize(grown(window, width), grown(window, height)) if width else window.size()
    window.resize(wished.boundedTo(QSize(screen.width() - 2 * EDGE, screen.height() - FRAME)))


def scrolled(inside: QWidget) -> QScrollArea:
    """What is in a panel, which scrolls where the panel is lower than that; it is never cut off at the side."""
    area = _Upright()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes to what is inside
    area.setWidget(inside)
    return area


def at_most(area: QScrollArea) -> QScrollArea:
    """One in a window takes the room that it needs and no more, so that what is below it, as a table, gets the rest."""
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return area


class _Upright(QScrollArea):
    def minimumSizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As wide as what is inside it, and low."""
        inside = self.widget().minimumSizeHint().expandedTo(self.widget().minimumSize())
        return QSize(inside.width() + self.verticalScrollBar().sizeHint().width(), min(_LOW, inside.height()))


class LowSplitter(QSplitter):
    """Asks for no more height than it needs, so that what is around it scrolls no sooner; it takes what there is."""

    def sizeHint(self) -> QSize:  # noqa: N802  # Qt's name
        """As wide as it likes, as low as it can be."""
        return QSize(super().sizeHint().width(), self.minimumSizeHint().height())
