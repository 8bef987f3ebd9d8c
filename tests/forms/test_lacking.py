# SPDX-License-Identifier: GPL-2.0-or-later
"""The windows of a QGIS that lacks shapely or openpyxl: told at start, in the check, and when the delivery is opened."""

import sys

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices, QFontMetrics
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTextBrowser

from lmvw_plugin.core import paths
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.forms.check_on_map import check_on_map
from lmvw_plugin.forms.delivering.dialog import DeliveryDialog
from lmvw_plugin.forms.publishing.dialog import PublicDialog
from lmvw_plugin.forms.starting import requirements
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from tests.forms.desk import Desk

NARROW = 800  # pixels


@pytest.fixture
def absent(monkeypatch):
    """Takes packages away as the import system has it where nobody installed them."""
    return lambda *names: [monkeypatch.setitem(sys.modules, name, None) for name in names]


@pytest.fixture
def desk(own_file, provider):
    desk = Desk()
    desk.active = set_up_project(QgsProject.instance(), own_file, None)
    yield desk
    QgsProject.instance().clear()


@pytest.fixture
def manual(monkeypatch, tmp_path):
    """The pages that were opened."""
    (tmp_path / "beheerder.html").write_text("<h1>Voor uw beheerder</h1>")
    monkeypatch.setattr(paths, "MANUAL", tmp_path)
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(QUrl(url).fileName())) or True)
    return opened


@pytest.mark.parametrize(("names", "words"), [
    (("shapely",), "shapely ontbreekt: leveren kan niet."),
    (("openpyxl",), "openpyxl ontbreekt: leveren kan niet."),
    (("shapely", "openpyxl"), "shapely en openpyxl ontbreken: leveren kan niet."),
])  # fmt: skip
def test_the_bar_says_it_at_start_in_a_narrow_window(absent, manual, qtbot, names, words):
    absent(*names)
    desk = Desk()
    qtbot.addWidget(desk.window)
    requirements.tell_unmet(desk)
    assert desk.bar.said == [(words, Qgis.MessageLevel.Warning)]
    (message,) = (item for item in desk.bar.items() if item.objectName() == requirements.MESSAGE)
    (button,) = message.findChildren(QPushButton)
    desk.window.resize(NARROW, 300)
    desk.bar.resize(NARROW, 40)
    desk.window.show()
    QApplication.processEvents()
    (shown,) = message.findChildren(QTextBrowser)
    assert shown.document().size().height() < 2 * QFontMetrics(shown.font()).lineSpacing() + 2 * shown.document().documentMargin(), (
        "one line"
    )
    assert shown.width() > QFontMetrics(shown.font()).horizontalAdvance(words)
    button.click()
    assert manual == ["beheerder.html"]


def test_nothing_is_said_when_all_is_there():
    desk = Desk()
    requirements.tell_unmet(desk)
    assert desk.bar.said == []


def test_the_check_on_the_map_says_what_was_not_checked(absent, desk, qtbot):
    absent("shapely")
    check_on_map(desk)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    ((words, level),) = desk.bar.said
    assert words.startswith("44 plannen gecontroleerd, 42 gaan mee: geen fouten of waarschuwingen. Niet gecontroleerd: de polygonen")
    assert level == Qgis.MessageLevel.Warning
    kept = next(one for one in desk.active.getFeatures() if one["controle_uitslag"] == "in orde")
    assert "Niet gecontroleerd: de polygonen" in kept["controle_bevindingen"]


def test_the_delivery_says_at_once_that_polygons_cannot_be_judged(absent, own_file, qtbot, manual):
    absent("shapely")
    window = DeliveryDialog(None, planfile.open_layer(own_file), own_file)
    qtbot.addWidget(window)
    window.look()
    assert window._run is None, "nothing was begun"
    assert "shapely ontbreekt" in window.verdict.text()
    assert not window.export.isEnabled()
    window.findChild(QPushButton, "advice").click()
    assert manual == ["beheerder.html"]


def test_the_delivery_without_openpyxl_checks_and_says_what_lacks(absent, own_file, qtbot):
    absent("openpyxl", "lmvw_plugin.layers.workbook.openpyxl_alone")
    window = DeliveryDialog(None, planfile.open_layer(own_file), own_file)
    qtbot.addWidget(window)
    assert "openpyxl ontbreekt" in window.verdict.text(), "on opening"
    window.look()
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)
    assert "openpyxl ontbreekt" in window.verdict.text()
    assert window.ready is not None
    assert "Dit gaat naar de provincie" in window.summary.toPlainText()
    assert not window.export.isEnabled()


def test_the_public_version_says_at_once_what_lacks(absent, own_file, qtbot, manual):
    absent("openpyxl", "lmvw_plugin.layers.workbook.openpyxl_alone")
    window = PublicDialog(None, planfile.open_layer(own_file), own_file)
    qtbot.addWidget(window)
    assert "openpyxl ontbreekt" in window.verdict.text(), "on opening"
    window.look()
    assert window._run is None, "nothing was begun"
    assert not window.export.isEnabled()
    window.findChild(QPushButton, "advice").click()
    assert manual == ["beheerder.html"]


@pytest.mark.parametrize("names", [("shapely",), ("openpyxl", "lmvw_plugin.layers.workbook.openpyxl_alone")], ids=["shapely", "openpyxl"])
def test_who_asks_about_confidential_plans_reads_what_lacks_and_nothing_can_be_pressed(absent, own_file, qtbot, names):
    absent(*names)
    window = PublicDialog(None, planfile.open_layer(own_file), own_file)
    qtbot.addWidget(window)
    window.look()
    window.about_confidential()
    assert f"{names[0]} ontbreekt" in window.asked.text()
    assert window.tabs.tabText(1) == "Vertrouwelijk"
    assert not any(answer.isEnabled() for answer in (window.confirm, window.open_up, window.no_longer, window.label, window.conflicting))


def test_what_was_shown_before_is_not_shown_when_looking_again_is_refused(absent, own_file, qtbot, monkeypatch):
    window = DeliveryDialog(None, planfile.open_layer(own_file), own_file)
    qtbot.addWidget(window)
    window.look()
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)
    assert window.ready is not None

    def refused():
        raise LmvwError("Het planbestand is weg.")

    monkeypatch.setattr(window, "looks", refused)
    window.look()
    assert (window.ready, window.export.isEnabled()) == (None, False)
    assert "Het planbestand is weg." in window.verdict.text()
