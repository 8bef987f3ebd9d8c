# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows that stay beside QGIS while the user works on."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

# Python lets go of a window whose parent it does not own; Qt would go on showing it, but call none of its methods.
_open: set[QDialog] = set()


def show_lasting(window: QDialog) -> None:
    """Show a window until the user closes it, and only then let it go."""
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open.add(window)
    window.finished.connect(lambda _: _open.discard(window))
    window.show()
