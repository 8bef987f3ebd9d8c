# SPDX-License-Identifier: GPL-2.0-or-later
"""A theme that is chosen while windows of ours are open: their words follow at once, and read in it (WCAG 2.1 AA, 4.5 to 1)."""

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication, QProgressBar, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from lmvw_plugin.core.colours import AA, contrast
from lmvw_plugin.forms.letters import readable_lines
from tests import readable
from tests.core.test_colours import VERDICTS
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


def words_seen(window):
    """The words that can be read now with their colours; of the labels and buttons in it, by widget."""
    return {f"{name}: {words[:60]}": tuple(colours) for name, words, *colours in readable.painted(window)}


def unreadable(window):
    return {name: colours for name, colours in words_seen(window).items() if contrast(*colours) < AA}


@pytest.mark.parametrize("change", [night, dark_palette])
@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_words_follow_the_theme_at_once_and_read_in_it(desk, qtbot, make, change):
    window = make(desk)
    let_go(desk, window, qtbot)
    window.resize(800, 600)
    window.show()
    QApplication.processEvents()
    light = words_seen(window)
    assert unreadable(window) == {}
    change()
    QApplication.processEvents()
    assert unreadable(window) == {}
    grounds = set(VERDICTS)  # words that bring their own ground are as they were
    stayed = [words for words, colours in words_seen(window).items() if light.get(words) == colours and colours[0] not in grounds]
    assert stayed == []


@pytest.mark.parametrize("change", [night, dark_palette])
@pytest.mark.parametrize("make", EVERY.values(), ids=EVERY)
def test_words_of_a_window_that_is_made_in_a_dark_theme_read_in_it(desk, qtbot, make, change):
    change()
    window = make(desk)
    let_go(desk, window, qtbot)
    window.resize(800, 600)
    window.show()
    QApplication.processEvents()
    assert unreadable(window) == {}


@pytest.mark.parametrize("change", [night, dark_palette])
@pytest.mark.parametrize("full", [0, 100])
@pytest.mark.parametrize("made_before", [True, False])
def test_how_far_it_is_reads_on_a_bar(themes, qtbot, change, full, made_before):
    if not made_before:
        change()
    window = QWidget()
    qtbot.addWidget(window)
    bar = QProgressBar()
    bar.setFormat("1 van 4 plannen compleet")
    bar.setValue(full)
    QVBoxLayout(window).addWidget(bar)
    readable_lines(window)
    window.resize(500, 60)
    window.show()
    QApplication.processEvents()
    if made_before:
        change()
        QApplication.processEvents()
    assert contrast(*readable._furthest(bar.grab().toImage())) >= AA
    QgsApplication.setUITheme("default")  # which leaves the palette of the one before
    QApplication.processEvents()
    assert not bar.styleSheet() and contrast(*readable._furthest(bar.grab().toImage())) >= AA


def test_every_other_row_of_a_list_reads_in_each_theme(themes, qtbot):
    """Of the theme before Qt keeps the ground of these: white, under white letters."""
    window, rows = QWidget(), QTreeWidget()
    qtbot.addWidget(window)
    rows.setAlternatingRowColors(True)
    rows.addTopLevelItems([QTreeWidgetItem([f"Plan {number}"]) for number in range(4)])
    QVBoxLayout(window).addWidget(rows)
    readable_lines(window)
    window.show()
    for theme in ("default", "Night Mapping", "default", "Night Mapping"):
        QgsApplication.setUITheme(theme)
        QApplication.processEvents()
        assert len(words_seen(window)) == 4
        assert unreadable(window) == {}
