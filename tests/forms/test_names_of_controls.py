# SPDX-License-Identifier: GPL-2.0-or-later
"""Every control of our windows has a name that a screen reader can say: its own words, those of its label, or an accessible name."""

import pytest
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


def missing(window):
    return [f"{type(one).__name__} {one.objectName()} in {type(one.parentWidget()).__name__}" for one in nameless(window)]


@pytest.mark.parametrize("make", WIZARDS.values(), ids=WIZARDS)
def test_every_control_has_a_name(provider, qtbot, qgis_new_project, make):
    window = make(None)
    qtbot.addWidget(window)
    assert missing(window) == []


@pytest.fixture
def desk(provider, own_file):
    with desk_with(own_file) as desk:
        yield desk


@pytest.mark.parametrize("make", _OF_A_PLAN_FILE.values(), ids=_OF_A_PLAN_FILE)
def test_every_control_of_a_window_on_a_plan_file_has_a_name(desk, qtbot, make):
    window = make(desk)
    assert window.findChildren(QAbstractButton)
    found = missing(window)
    let_go(desk, window, qtbot)
    assert found == []
