# SPDX-License-Identifier: GPL-2.0-or-later
"""What must live as long as Qt shows it: windows that stay beside QGIS while the user works on, and what is added to forms of QGIS."""

from __future__ import annotations

import time

from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QDialog

_PATIENCE = 10.0  # seconds for work that was stopped

# Python lets go of a window whose parent it does not own; Qt would go on showing it, but call none of its methods.
_open: set[QDialog] = set()
_added: set[QObject] = set()


def keep(added: QObject) -> None:
    """Hold what was added to a widget of QGIS until Qt destroys it with that widget: until then Qt calls its methods."""
    _added.add(added)
    added.destroyed.connect(lambda: _added.discard(added))


def show_lasting(window: QDialog) -> None:
    """Show a window until the user closes it, and only then let it go: when Qt has destroyed it.

    A window of Processing destroys itself, and not before the work is done that it started; Escape only hides it.
    """
    if isinstance(window, QgsProcessingAlgorithmDialogBase):
        window.rejected.connect(window.close)
    else:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open.add(window)
    window.destroyed.connect(lambda: _open.discard(window))
    window.show()


def close_all() -> None:
    """Close every window, because the plugin goes; work that one of them does is stopped first."""
    for window in list(_open):
        if isinstance(window, QgsProcessingAlgorithmDialogBase):
            _stop(window)
        window.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _stop(window: QgsProcessingAlgorithmDialogBase) -> None:
    """Its button for cancel can be pressed as long as it works."""
    button, deadline = window.cancelButton(), time.monotonic() + _PATIENCE
    if button.isEnabled():
        button.click()
    while button.isEnabled() and time.monotonic() < deadline:
        QCoreApplication.processEvents()
        time.sleep(0.01)
