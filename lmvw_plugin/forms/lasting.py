# SPDX-License-Identifier: GPL-2.0-or-later
"""What must live as long as Qt shows it: windows that stay beside QGIS while the user works on, and what is added to forms of QGIS."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from qgis.gui import QgsFilterLineEdit, QgsProcessingAlgorithmDialogBase
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QObject, Qt
from qgis.PyQt.QtWidgets import QDialog, QToolButton, QWidget

from .sizes import fit

_PATIENCE = 10.0  # seconds for work that was stopped

# Python lets go of a window whose parent it does not own; Qt would go on showing it, but call none of its methods.
_open: dict[QDialog, Callable[[], None]] = {}  # and what makes each let go of work under way
_under_way: set[Callable[[], None]] = set()
_added: list[QObject] = []


def keep(*added: QObject) -> None:
    """Hold what was added to a widget of QGIS until Qt has destroyed it with that widget: until then Qt calls its methods.

    What is gone is let go at the next call: to be told of it by Qt, while Python clears what it holds of the same widgets, ends QGIS.
    """
    _added[:] = [each for each in _added if not sip.isdeleted(each)] + [*added]


def take_crosses(within: QWidget) -> None:
    """Of QGIS's lines in a window or form: QGIS deletes the cross that empties a line in the middle of its own click, and Qt then writes
    into that memory. Whatever has taken it by then is damaged, and QGIS ends, now or minutes later.
    """
    without_crosses(within.findChildren(QgsFilterLineEdit))


def without_crosses(widgets: Iterable[QWidget]) -> None:
    """The same, for who knows the widgets already."""
    for line in widgets:
        if isinstance(line, QgsFilterLineEdit):
            line.setShowClearButton(False)


def take_iterating(within: QWidget) -> None:
    """Of a window of Processing: the button beside a layer that runs the algorithm for each feature by itself.

    A plan by itself is no layer of plans. QGIS does all of it in the main thread, and a window that is closed meanwhile is deleted under
    its hands (3.40.6, any algorithm): QGIS ends.
    """
    for button in within.findChildren(QToolButton):
        if button.isCheckable() and button.parent().inherits("QgsProcessingMapLayerComboBox"):  # no other one there stays down
            button.hide()


def show_lasting(window: QDialog, abandon: Callable[[], None] | None = None) -> None:
    """Show a window until the user closes it, and only then let it go: when Qt has destroyed it.

    A window of Processing destroys itself, and not before the work is done that it started; Escape only hides it.

    :param abandon: of a window that stays open for its user until its work has stopped: stops it, and lets nobody wait for it.
    """
    if isinstance(window, QgsProcessingAlgorithmDialogBase):
        window.rejected.connect(window.close)
        take_iterating(window)
    else:
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    take_crosses(window)
    _open[window] = abandon or (lambda: None)
    window.destroyed.connect(lambda: _open.pop(window, None))
    window.show()
    if isinstance(window, QgsProcessingAlgorithmDialogBase):
        fit(window)  # it takes the size that it had last while it is shown


def stop_at_end(stop: Callable[[], None]) -> None:
    """Have work stopped when the plugin goes; the plugin itself knows no work that nobody asked for yet."""
    _under_way.add(stop)


def close_all() -> None:
    """Stop all work and close every window, because the plugin goes; work that a window does is stopped before it closes."""
    while _under_way:
        _under_way.pop()()
    for window, abandon in list(_open.items()):
        if isinstance(window, QgsProcessingAlgorithmDialogBase):
            _stop(window)
        abandon()
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
