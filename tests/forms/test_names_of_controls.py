# SPDX-License-Identifier: GPL-2.0-or-later
"""Every control of our windows has a name that a screen reader can say (its own words, those of its label, or an accessible name), and Tab leaves it."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.forms.windows import DIALOGS, PAGES, PANELS, WIZARDS, desk_with, let_go

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QTextEdit,
)
_OF_A_PLAN_FILE = DIALOGS | PANELS | PAGES


def nameless(window):
    """The controls without a name; parts of a control are named by it."""
    labelled = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None and label.text()}
    return [one for one in window.findChildren(QWidget) if isinstance(one, _CONTROLS) and _said(one) and not _name(one, labelled)]


def _said(one):
    """A control of its own that is not hidden until it has words."""
    return not _inside(one) and not one.isHidden()


def _inside(one):
    """Part of another control: the line of a combo box, the corner of a table, the button that clears a line."""
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, QHeaderView):
            return True
        if isinstance(parent, QAbstractItemView):
            return one.parentWidget() is not parent.viewport()  # what stands in a cell is a control of its own
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit)):
            return True
        parent = parent.parentWidget()
    return False


def _name(one, labelled):
    words = one.text() if isinstance(one, QAbstractButton) else ""
    found = words or one.accessibleName() or one.toolTip() if isinstance(one, QToolButton) else words or one.accessibleName()
    while not found and one is not None and not one.isWindow():
        found = one in labelled
        one = one.parentWidget()
    return found


def holding_tab(window):
    """The tables and texts in which Tab goes round: who has no mouse never leaves them (WCAG 2.1.2)."""
    tables = [
        one
        for one in window.findChildren(QAbstractItemView)
        if not _inside(one) and one.tabKeyNavigation() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    texts = [one for one in window.findChildren((QPlainTextEdit, QTextEdit)) if not one.isReadOnly() and not one.tabChangesFocus()]
    return [f"{type(one).__name__} {one.objectName()}" for one in (*tables, *texts)]


def missing(window):
    return [f"{type(one).__name__} {one.objectName()} in {type(one.parentWidget()).__name__}" for one in nameless(window)]


@pytest.mark.parametrize("make", WIZARDS.values(), ids=WIZARDS)
def test_every_control_has_a_name_and_lets_tab_go_on(provider, qtbot, qgis_new_project, make):
    window = make(None)
    qtbot.addWidget(window)
    assert (missing(window), holding_tab(window)) == ([], [])


@pytest.fixture
def desk(provider, own_file):
    with desk_with(own_file) as desk:
        yield desk


@pytest.mark.parametrize("make", _OF_A_PLAN_FILE.values(), ids=_OF_A_PLAN_FILE)
def test_every_control_of_a_window_on_a_plan_file_has_a_name_and_lets_tab_go_on(desk, qtbot, make):
    window = make(desk)
    assert window.findChildren(QAbstractButton)
    nothing = missing(window), holding_tab(window)
    let_go(desk, window, qtbot)
    assert nothing == ([], [])
