# SPDX-License-Identifier: GPL-2.0-or-later
"""A theme that is chosen while windows of ours are open: their words follow at once, and read in it (WCAG 2.1 AA, 4.5 to 1)."""

import re

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QAbstractButton, QApplication, QLabel, QToolButton, QWidget

from tests.core.test_colours import AA, contrast
from tests.forms.windows import DIALOGS, PAGES, PANELS, WIZARDS, desk_with, let_go

DARK = {"Window": "#323232", "WindowText": "#d8d8d8", "Base": "#1e1e1e", "AlternateBase": "#2b2b2b", "Text": "#d8d8d8", "Button": "#3c3c3c",
        "ButtonText": "#e4e4e4", "ToolTipBase": "#1e1e1e", "ToolTipText": "#d8d8d8", "Link": "#8ab4f8"}  # fmt: skip
EVERY = DIALOGS | PANELS | PAGES | {name: lambda _, make=make: make(None) for name, make in WIZARDS.items()}


def palette(**named):
    found = QPalette()
    for role, colour in named.items():
        found.setColor(getattr(QPalette.ColorRole, role), QColor(colour))
    return found


def night():
    QgsApplication.setUITheme("Night Mapping")


def dark_palette():
    """As Qt has it where the desktop is dark."""
    QApplication.setPalette(palette(**DARK))


@pytest.fixture
def desk(provider, own_file, themes):
    with desk_with(own_file) as desk:
        yield desk


def ground_and_letters(one):
    """The most frequent colour in the picture of a widget, and the one that is furthest from it."""
    image = one.grab().toImage()
    found = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    ground = max(found, key=found.get)
    return ground, max(found, key=lambda other: contrast(ground, other))


def with_words(window):
    """The labels and buttons with words that can be read now; WCAG excepts what is disabled."""
    for one in window.findChildren(QWidget):
        words = one.text() if isinstance(one, (QLabel, QAbstractButton)) else ""
        shown = one.isVisible() and one.isEnabled() and not one.visibleRegion().isEmpty()
        if shown and re.sub(r"<[^>]*>|\W", "", words) and not (isinstance(one, QToolButton) and not one.icon().isNull()):
            yield one


def unreadable(window):
    """What is ours: a button without a style of ours is drawn by the theme, as all buttons of QGIS."""
    ours = [one for one in with_words(window) if isinstance(one, QLabel) or "color" in one.styleSheet()]
    found = {f"{type(one).__name__} {one.objectName()} {one.text()[:60]}": ground_and_letters(one) for one in ours}
    return {name: seen for name, seen in found.items() if contrast(*seen) < AA}


@pytest.mark.parametrize("change", [night, dark_palette])
@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_words_follow_the_theme_at_once_and_read_in_it(desk, qtbot, make, change):
    window = make(desk)
    let_go(desk, window, qtbot)
    window.resize(800, 600)
    window.show()
    QApplication.processEvents()
    light = {one: ground_and_letters(one) for one in with_words(window)}
    assert unreadable(window) == {}
    change()
    QApplication.processEvents()
    assert unreadable(window) == {}
    calm = [one for one in with_words(window) if "background-color" not in one.text() + one.styleSheet()]
    stayed = [one.text() for one in calm if light.get(one) == ground_and_letters(one)]
    assert stayed == []
