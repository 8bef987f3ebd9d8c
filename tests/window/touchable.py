# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs inside QGIS: every place that the monkey may click now. Our windows, menu and toolbar, the map, forms and rows of plans; no more."""

import random

from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QToolBar,
    QWidget,
)
from qgis.utils import iface

_KINDS = (QAbstractButton, QLineEdit, QComboBox, QAbstractSpinBox, QTabBar, QAbstractItemView, QPlainTextEdit, QTextEdit)
# A browser, windows of QGIS's own, and what is not for a plan file: changing columns or other files.
_NEVER = ("Help", "Uitvoeren als een Batch process", "Geavanceerd", "…", "Browse", "Bladeren")
_MAP_WEIGHT = 5


def is_file_dialog():
    """Whether a window of files is on top: the monkey leaves that with Escape."""
    return isinstance(QApplication.activeModalWidget() or QApplication.activeWindow(), QFileDialog)


def targets(seed):
    """Every place ``[x, y, what]``; of a modal window or an open menu only its own."""
    chance = random.Random(seed)
    menu, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
    if isinstance(menu, QMenu):
        return _of_menu(menu)
    found = [(one, menu) for one in _widgets(menu)] if menu else []
    if modal is not None and menu is None:
        found = [(one, modal) for one in _widgets(modal)]
    elif menu is None:
        found = [(one, window) for window in _windows() for one in _widgets(window)]
        found += [(one, iface.mainWindow()) for one in _of_main_window()]
    return [place for one, window in found if (place := _place(one, window, chance)) is not None]


def _of_menu(menu):
    """Only of our own menu, and of buttons in our windows; any other is left with Escape."""
    if menu.objectName() != "lmvw_menu":
        return []
    rows = [entry for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator() and "background" not in entry.objectName()]
    middle = [(menu.mapToGlobal(menu.actionGeometry(entry).center()), entry.text()) for entry in rows]
    return [[at.x(), at.y(), f"menu: {text}"] for at, text in middle]


def _windows():
    return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not iface.mainWindow() and one.width() > 1]


def _of_main_window():
    toolbar = iface.mainWindow().findChild(QToolBar, "lmvw_toolbar")
    buttons = [toolbar.widgetForAction(entry) for entry in toolbar.actions() if not entry.isSeparator()] if toolbar else []
    return buttons + iface.messageBar().findChildren(QAbstractButton) + [iface.mapCanvas().viewport()] * _MAP_WEIGHT


def _widgets(window):
    """What can be touched in a window. Of the attribute table only rows and form: its buttons change columns, files and settings."""
    inside = [one for one in window.findChildren(QWidget) if isinstance(one, _KINDS)]
    table = next((one for one in window.findChildren(QWidget) if one.inherits("QgsDualView")), None)
    if table is not None:
        inside = [one for one in inside if table.isAncestorOf(one) and not isinstance(one, QAbstractButton)]
    words = [one for one in inside if not (isinstance(one, QAbstractButton) and one.text().replace("&", "").startswith(_NEVER))]
    return [one for one in words if not (isinstance(one, QAbstractButton) and _menu(one))]


def _menu(button):
    """The menu that a button opens; some classes of QGIS's own Python keep it under the name of the question."""
    menu = getattr(button, "menu", None)
    return menu() if callable(menu) else menu


def _place(one, window, chance):
    """A point of it that a mouse reaches."""
    if one is None or not one.isVisible() or not one.isEnabled() or one.visibleRegion().isEmpty():
        return None
    target = one.viewport() if isinstance(one, (QAbstractItemView, QPlainTextEdit, QTextEdit)) else one
    box = target.visibleRegion().boundingRect()
    point = (
        box.center()
        if isinstance(one, QAbstractButton)
        else QPoint(chance.randint(box.left(), box.right()), chance.randint(box.top(), box.bottom()))
    )
    at = target.mapToGlobal(point)
    there = QApplication.widgetAt(at)
    if there is None or not (there is target or target.isAncestorOf(there)):
        return None
    text = one.text() if isinstance(one, QAbstractButton) else ""
    return [at.x(), at.y(), f"{window.objectName() or window.windowTitle()}: {type(one).__name__} {one.objectName()} {text}".strip()]
