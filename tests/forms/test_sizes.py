# SPDX-License-Identifier: GPL-2.0-or-later
"""Every window of ours fits on the screen: at 150% a laptop of 1366x768 has no more than 911x512."""

import pytest
from qgis.PyQt.QtCore import QPoint, QRect, QSize
from qgis.PyQt.QtGui import QFontMetrics
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QWidget,
)

from lmvw_plugin.forms.sizes import EDGE, FRAME, fit
from tests.forms.windows import DIALOGS, OF_MANY, PANELS, WIZARDS, desk_with, let_go

LAPTOP = QSize(911, 512)
ROOM = QSize(LAPTOP.width() - 2 * EDGE, LAPTOP.height() - FRAME)
BESIDE_THE_MAP = QSize(340, 200)  # what QGIS's bars and a map of some width leave for a panel
LETTER = 15  # pixels: how high a line is on that laptop


class Small(QDialog):
    """On a laptop at 150%."""

    def screen(self):
        return self

    def availableGeometry(self):  # noqa: N802
        return QRect(0, 0, LAPTOP.width(), LAPTOP.height())


def test_a_window_is_as_large_as_it_likes_but_never_larger_than_the_screen(qgis_app):
    window = Small()
    fit(window, 640, 420)
    assert window.size() == QSize(640, 420)
    fit(window, 1040, 700)
    assert window.size() == ROOM
    window.resize(300, 900)
    fit(window)
    assert window.size() == QSize(300, ROOM.height())


def cut_off(window):
    """What has less room than it needs, or lies outside the window; what can be scrolled to is there."""
    for one in window.findChildren(QWidget):
        if (
            not isinstance(one, (QAbstractButton, QComboBox, QLabel, QLineEdit))
            or not one.isVisibleTo(window)
            or scrolls(one)
            or isinstance(one.parent(), QAbstractSpinBox)
        ):
            continue
        least = one.minimumSizeHint()
        high = one.heightForWidth(one.width()) if isinstance(one, QLabel) and one.wordWrap() else least.height()
        place = QRect(one.mapTo(window, QPoint(0, 0)), one.size())
        if (
            not window.rect().contains(place)
            or one.height() < high
            or (one.width() < least.width() and one.sizePolicy().horizontalPolicy())
        ):
            yield f"{type(one).__name__} {one.objectName()} {one.text() if hasattr(one, 'text') else ''}: {place} of {window.size()}"


def scrolls(one):
    parent = one.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractScrollArea):
        parent = parent.parentWidget()
    return parent is not None


def in_letters(size):
    """As much as that is on the laptop, where the letters of the tests are larger."""
    return size * max(1.0, QFontMetrics(QApplication.font()).height() / LETTER)


def fits_small(window):
    """It takes the size that the screen allows; a larger one when it cannot be so small."""
    window.show()
    window.resize(in_letters(ROOM))
    for _ in range(3):
        QApplication.processEvents()
    return window.size() == in_letters(ROOM)


@pytest.fixture
def desk(provider, own_file):
    with desk_with(own_file) as desk:
        yield desk


@pytest.mark.parametrize("make", (DIALOGS | OF_MANY).values(), ids=DIALOGS | OF_MANY)
def test_every_window_can_be_as_small_as_the_screen_with_all_in_reach(desk, qtbot, make):
    window = make(desk)
    let_go(desk, window, qtbot)
    assert fits_small(window)
    assert list(cut_off(window)) == []


@pytest.mark.parametrize("make", WIZARDS.values(), ids=WIZARDS)
def test_every_page_of_a_wizard_has_room_enough_on_the_screen(provider, qtbot, qgis_new_project, make):
    window = make(None)
    qtbot.addWidget(window)
    assert fits_small(window)
    first = window.currentPage()
    assert len(window.pageIds()) >= 3
    for number in window.pageIds():
        least = window.page(number).minimumSizeHint()
        assert least.width() <= first.width(), window.page(number)
        assert least.height() <= first.height(), window.page(number)


@pytest.mark.parametrize("make", PANELS.values(), ids=PANELS)
def test_a_panel_fits_beside_the_map_on_the_screen(desk, qtbot, make):
    """QGIS's main window grows off the screen rather than that it makes a panel smaller than its least size."""
    panel = make(desk)
    let_go(desk, panel, qtbot)
    least, room = panel.minimumSizeHint(), in_letters(BESIDE_THE_MAP)
    assert least.boundedTo(room) == least
