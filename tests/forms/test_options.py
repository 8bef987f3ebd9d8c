# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in QGIS's Options and the question that leads to it."""

from decimal import Decimal

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QMessageBox, QPushButton

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.options.asking import LimitQuestion
from lmvw_plugin.forms.options.page import PAGE, OptionsFactory
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.layers.planfile import store as planfile
from tests.forms.test_planner import MapDesk


class OptionsDesk(MapDesk):
    """It remembers which page of the Options was asked for."""

    def showOptionsDialog(self, _parent, page):  # noqa: N802
        self.asked.append(page)


@pytest.fixture
def desk(qgis_app, provider):
    QgsSettings().remove("lmvw")
    desk = OptionsDesk()
    yield desk
    QgsProject.instance().clear()
    QgsSettings().remove("lmvw")
    desk.clear()


@pytest.fixture
def planner(desk):
    planner = PlannerMode(desk)
    yield planner
    planner.stop()


@pytest.fixture
def said(monkeypatch):
    words = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: words.append(text))
    return words


def opened(desk, path):
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    desk.active = layer
    return layer


def page(desk, planner):
    return OptionsFactory(desk, planner).createWidget()


def type_in(widget, name, text):
    widget.findChild(QLineEdit, name).setText(text)


def test_what_belongs_to_the_user_is_kept_and_shown_again(desk, planner, tmp_path):
    first = page(desk, planner)
    assert planner.on()
    box = first.findChild(QComboBox, "gemeente")
    box.setCurrentIndex(box.findData("GM0396"))
    type_in(first, "contact", "Afdeling Wonen, 0251-123456")
    first.folder.setFilePath(str(tmp_path))
    first.planner.setChecked(False)
    first.apply()
    assert (user_settings.GEMEENTE.get(), user_settings.FOLDER.get()) == ("GM0396", str(tmp_path))
    assert not planner.on()
    again = page(desk, planner)
    assert again.gemeente.currentText().startswith(gemeente("GM0396").name)
    assert again.contact.text() == "Afdeling Wonen, 0251-123456"
    assert not again.planner.isChecked()


def test_no_line_has_the_cross_of_qgis(desk, planner):
    """It damages memory (``lasting.take_crosses``)."""
    opened_page = page(desk, planner)
    assert not any(line.showClearButton() for line in opened_page.findChildren(QgsFilterLineEdit))


def test_planner_mode_is_put_away_and_taken_in_hand_at_once(desk, planner, own_file, qtbot):
    opened(desk, own_file)
    qtbot.waitUntil(lambda: desk.canvas.mapTool() is planner.tool)
    widget = page(desk, planner)
    widget.planner.setChecked(False)
    widget.apply()
    assert desk.canvas.mapTool() is not planner.tool
    widget.planner.setChecked(True)
    widget.apply()
    qtbot.waitUntil(lambda: desk.canvas.mapTool() is planner.tool)


def test_a_limit_that_is_not_known_is_stated_and_shown_in_the_form_that_is_open(desk, planner, own_file, said):
    layer = opened(desk, own_file)
    widget = page(desk, planner)
    assert widget.findChild(QLineEdit, "limit_sociale_huur") is None  # official figures are to read
    shown = " ".join(label.text() for label in widget.findChildren(QLabel))
    assert "t/m € 1.228,07, en t/m € 1.350,87 (plus 10%) als de bouw start voor 1 januari 2028" in shown
    type_in(widget, "limit_betaalbare_koop", "420.000")
    type_in(widget, "limit_source_betaalbare_koop", "Brief van 3 maart")
    type_in(widget, "limit_by", "A. de Boer")
    assert widget.isValid()
    widget.apply()
    (kept,) = planfile.read_info(own_file).limits.own
    assert (kept.segment, kept.year, kept.amount, kept.source, kept.by) == (
        "betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer")  # fmt: skip
    assert layer.fields().field("koop_betaalbaar").alias().endswith("(t/m € 420.000 in 2026, eigen opgave)")
    again = page(desk, planner)
    assert again.findChild(QLineEdit, "limit_betaalbare_koop").text() == "€ 420.000"
    type_in(again, "limit_betaalbare_koop", "")
    again.apply()
    assert planfile.read_info(own_file).limits.own == ()
    assert said == []


@pytest.mark.parametrize(("amount", "source", "by", "words"), [
    ("420.00", "x", "y", "‘420.00’ is geen bedrag"),
    ("420.000", "", "y", "Betaalbare koop 2026: geef bij het bedrag ook de bron op"),
    ("420.000", "x", " ", "Betaalbare koop 2026: geef bij het bedrag ook de bron op"),
])  # fmt: skip
def test_what_is_not_whole_keeps_the_window_open(desk, planner, own_file, said, amount, source, by, words):
    opened(desk, own_file)
    widget = page(desk, planner)
    for name, text in (("limit_betaalbare_koop", amount), ("limit_source_betaalbare_koop", source), ("limit_by", by)):
        type_in(widget, name, text)
    assert not widget.isValid()
    assert said[0].startswith(words)
    widget.apply()
    assert planfile.read_info(own_file).limits.own == ()


def test_without_a_plan_file_the_page_says_where_the_limits_are(desk, planner):
    widget = page(desk, planner)
    assert widget.limits is None
    assert "Open eerst een planbestand." in widget.findChild(object, "limits_words").text()
    assert widget.isValid()
    widget.apply()


def test_a_page_that_was_not_touched_leaves_the_plan_file_alone(desk, planner, own_file):
    opened(desk, own_file)
    before = own_file.read_bytes()
    page(desk, planner).apply()
    assert own_file.read_bytes() == before


def test_a_plan_file_that_was_open_before_the_plugin_is_asked_about_too(desk, own_file):
    opened(desk, own_file)
    question = LimitQuestion(desk)
    assert len(desk.words) == 1 and "De prijsgrens van 2026" in desk.words[0]
    question.stop()


def test_the_question_is_put_once_and_leads_to_the_page(desk, own_file):
    question = LimitQuestion(desk)
    opened(desk, own_file)
    (words,) = desk.words
    assert words == "De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop. Kent u haar, geef haar dan op."
    desk.bar.findChild(QPushButton, "lmvw_limits_button").click()
    assert desk.asked == [PAGE]
    QgsProject.instance().clear()
    opened(desk, own_file)
    assert len(desk.words) == 1
    question.stop()
