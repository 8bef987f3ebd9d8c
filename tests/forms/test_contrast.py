# SPDX-License-Identifier: GPL-2.0-or-later
"""What windows of ours say in colour reads in every theme: it brings its own ground, as the marks in the form do."""

import re

import pytest
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QLabel

from lmvw_plugin.core import colours
from lmvw_plugin.core.colours import AA, contrast
from lmvw_plugin.forms.importing.words import wrong
from lmvw_plugin.forms.messages import spoken
from lmvw_plugin.forms.starting.new_plan_file import NewPlanFileDialog

THEMES = {"light": ("#efefef", "#000000"), "Night Mapping": ("#323232", "#d8d8d8")}  # ground and letters of windows


def seen(label):
    """The colours that a label really has in a picture, the most frequent first."""
    image = label.grab().toImage()
    found = {}
    for x in range(image.width()):
        for y in range(image.height()):
            name = image.pixelColor(x, y).name()
            found[name] = found.get(name, 0) + 1
    return sorted(found, key=found.get, reverse=True)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(
    "words", [spoken("Let op", one) for one in (colours.GOOD, colours.BUSY, colours.WRONG)] + [wrong("Let op"), spoken("Let op")]
)
def test_a_verdict_reads_in_light_and_dark(qgis_app, qtbot, theme, words):
    label = QLabel(words)
    qtbot.addWidget(label)
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor(THEMES[theme][0]))
    palette.setColor(QPalette.ColorRole.WindowText, QColor(THEMES[theme][1]))
    label.setPalette(palette)
    label.setAutoFillBackground(True)
    label.adjustSize()
    said = re.findall(r"#[0-9a-f]{6}", words)
    ground, letters = said if said else THEMES[theme]
    assert contrast(ground, letters) >= AA
    assert ground in seen(label)


def test_a_complaint_in_the_window_of_a_new_plan_file_reads_in_every_theme(qgis_app, qtbot):
    dialog = NewPlanFileDialog(None, lambda *_: None)
    qtbot.addWidget(dialog)
    ground, letters = re.findall(r"#[0-9a-f]{6}", dialog.complaint.styleSheet())
    assert contrast(ground, letters) >= AA
