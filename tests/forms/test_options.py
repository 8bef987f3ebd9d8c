# SPDX-License-Identifier: GPL-2.0-or-later
"""The page in QGIS's Options and the question that leads to it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsFilterLineEdit, QgsGui, QgsOptionsDialogHighlightWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QComboBox,
    QDoubleSpinBox,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
    QWidget,
)

from lmvw_plugin.core.asking.defaults import NO_DEFAULTS
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.prices.limits import PriceLimits, price_limits, stated
from lmvw_plugin.core.basisset.prices.own_limits import AMOUNT, EXTRA, SOURCE, YEAR
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.core.rules.targets import NO_TARGETS, Targets
from lmvw_plugin.core.rules.tolerances import Tolerances
from lmvw_plugin.core.rules.yardstick import OF_PLUGIN, Yardstick
from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.backgrounds import add_chosen
from lmvw_plugin.forms.options import keeping
from lmvw_plugin.forms.options.asking import LimitQuestion
from lmvw_plugin.forms.options.factory import PAGE, OptionsFactory
from lmvw_plugin.forms.options.keys import Shortcuts
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import aim_at, state_limits
from tests.forms.desk import MapDesk

COLUMNS = ("year", "segment", "amount", "extra", "source")
BASISSET = "Basisset 2.0, Prijssegment en eigendom"
OFFICIAL = [price_limits()[segment, 2026].source for segment in ("sociale_huur", "middenhuur")]


class OptionsDesk(MapDesk):
    """It shows the page of the Options that was asked for, and remembers where the cursor was in it."""

    factory = None

    def showOptionsDialog(self, _parent, page):  # noqa: N802
        self.asked.append(page)
        shown = self.factory.createWidget()
        shown.show()
        QApplication.processEvents()
        cells = shown.limits.cells
        self.in_hand = [one.objectName() for one in cells.findChildren(QLineEdit)] + [(cells.currentRow(), cells.currentColumn())]
        sip.delete(shown)


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
def questions(desk):
    """Begin to ask; the argument is what opens the page."""
    asking = []
    yield lambda answer: asking.append(LimitQuestion(desk, answer))
    for one in asking:
        one.stop()


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


@pytest.mark.parametrize("chosen", ["", "grijs"])
def test_a_background_map_is_below_a_plan_file_only_for_who_chose_one(desk, planner, own_file, chosen):
    first = page(desk, planner)
    assert first.background.currentData() == ""
    first.background.setCurrentIndex(first.background.findData(chosen))
    first.apply()
    assert page(desk, planner).background.currentData() == chosen
    project = QgsProject()
    add_chosen(project)
    assert [layer.name() for layer in project.mapLayers().values()] == ["PDOK-achtergrondkaart, grijs"] * bool(chosen)


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


def rows(widget):
    """What can be read in the table, row by row."""
    cells = widget.limits.cells
    return [tuple(cells.item(row, column).text() for column in range(cells.columnCount())) for row in range(cells.rowCount())]


def cell(widget, begin, column):
    """The cell of the row that begins so."""
    (at,) = (number for number, row in enumerate(rows(widget)) if row[: len(begin)] == begin)
    return widget.limits.cells.item(at, column)


def write(widget, begin, **texts):
    for name, text in texts.items():
        cell(widget, begin, COLUMNS.index(name)).setText(text)


def press(widget, name):
    widget.findChild(QPushButton, name).click()


OWN = ("2026", "Betaalbare koop")


def test_the_table_shows_what_is_known_and_what_is_asked(desk, planner, own_file):
    opened(desk, own_file)
    widget = page(desk, planner)
    assert rows(widget) == [
        ("2026", "Betaalbare koop", "", "", "", "eigen opgave", "nog niet ingevuld"),
        ("2026", "Sociale huur", "€ 932,93", "", OFFICIAL[0], "officieel", "telt voor 2026"),
        ("2026", "Middenhuur", "€ 1.228,07", "10", OFFICIAL[1], "officieel", "telt voor 2026"),
        ("2025", "Betaalbare koop", "€ 405.000", "", "Pers, mei 2025; nog niet bevestigd", "nog niet officieel", "telt voor 2025"),
        ("2025", "Sociale huur", "€ 900,07", "", "Ministerie van VRO, november 2024", "officieel", "telt voor 2025"),
        ("2024", "Betaalbare koop", "€ 390.000", "", BASISSET, "officieel", "telt voor 2024"),
        ("2024", "Sociale huur", "€ 879,66", "", BASISSET, "officieel", "telt voor 2024"),
        ("2024", "Middenhuur", "€ 1.157,95", "10", BASISSET, "officieel", "telt voor 2024"),
    ]
    editable = Qt.ItemFlag.ItemIsEditable
    assert not cell(widget, ("2026", "Sociale huur"), AMOUNT).flags() & editable
    assert cell(widget, OWN, AMOUNT).flags() & editable
    assert "peildatum 1 januari 2026 (voorjaarslevering, extractie 1 april 2026)" in widget.findChild(QLabel, "limits_words").text()


def test_a_limit_that_is_not_known_is_stated_and_shown_in_the_form_that_is_open(desk, planner, own_file, said):
    layer = opened(desk, own_file)
    widget = page(desk, planner)
    write(widget, OWN, amount="420.000", source="Brief van 3 maart")
    type_in(widget, "limit_by", "A. de Boer")
    assert rows(widget)[0][-2:] == ("eigen opgave", "telt voor 2026")
    assert widget.isValid()
    widget.apply()
    (kept,) = planfile.read_info(own_file).limits.own
    assert (kept.segment, kept.year, kept.amount, kept.source, kept.by) == (
        "betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer")  # fmt: skip
    assert layer.fields().field("koop_betaalbaar").alias().endswith("(t/m € 420.000 in 2026, eigen opgave)")
    again = page(desk, planner)
    assert rows(again)[0] == (*OWN, "€ 420.000", "", "Brief van 3 maart", "eigen opgave", "telt voor 2026")
    again.limits.cells.setCurrentCell(0, AMOUNT)
    press(again, "limit_remove")
    again.apply()
    assert planfile.read_info(own_file).limits.own == ()
    assert said == []


def test_a_limit_of_any_year_is_added_beside_what_is_known(desk, planner, own_file, said):
    opened(desk, own_file)
    widget = page(desk, planner)
    type_in(widget, "limit_by", "Wonen")
    for year, segment, amount, extra in (
        ("2027", "middenhuur", "1.260", "5"),
        ("2026", "sociale_huur", "940", ""),
        ("2025", "betaalbare_koop", "410000", ""),
    ):
        press(widget, "limit_add")
        widget.limits.cells.item(0, 1).setData(Qt.ItemDataRole.UserRole, segment)
        for column, text in ((AMOUNT, amount), (EXTRA, extra), (SOURCE, "Brief"), (YEAR, year)):
            widget.limits.cells.item(0, column).setText(text)
    found = {(row[0], row[2]): row[-1] for row in rows(widget)}
    assert found["2026", "940"] == "telt niet: de officiële grens gaat voor"
    assert found["2025", "€ 405.000"] == "telt niet: uw eigen opgave gaat voor"
    assert (found["2027", "1.260"], found["2025", "410000"], found["2026", "€ 932,93"]) == (
        "telt voor 2027",
        "telt voor 2025",
        "telt voor 2026",
    )
    assert widget.isValid()
    widget.apply()
    limits = planfile.read_info(own_file).limits
    assert limits.text("middenhuur", 2027) == (
        "In 2027 t/m € 1.260, en t/m € 1.323 (plus 5%) als de bouw start voor 1 januari 2028 (eigen opgave van de gemeente)."
    )
    assert (limits.label("sociale_huur", 2026), limits.label("betaalbare_koop", 2025)) == (
        "t/m € 932,93 in 2026", "t/m € 410.000 in 2025, eigen opgave")  # fmt: skip
    assert said == []


def fill_in(widget, year, segment, amount):
    """A limit of its own, in the row that is added on top."""
    press(widget, "limit_add")
    widget.limits.cells.item(0, 1).setData(Qt.ItemDataRole.UserRole, segment)
    for column, text in ((AMOUNT, amount), (SOURCE, "Brief"), (YEAR, year)):
        widget.limits.cells.item(0, column).setText(text)


def test_a_limit_of_another_year_leaves_this_years_question_open_and_rows_are_in_order(desk, planner, own_file, said):
    opened(desk, own_file)
    widget = page(desk, planner)
    type_in(widget, "limit_by", "Wonen")
    still = widget.findChild(QLabel, "limits_open")
    assert still.text() == "Nog niet opgegeven voor 2026: betaalbare koop."
    asked = next(number for number, row in enumerate(rows(widget)) if row[-1] == "nog niet ingevuld")
    for column, text in ((AMOUNT, "430.000"), (SOURCE, "Brief"), (YEAR, "2027")):
        widget.limits.cells.item(asked, column).setText(text)  # the row of the question itself becomes one of another year
    assert rows(widget)[asked][-1] == "telt voor 2027"
    assert still.text() == "Nog niet opgegeven voor 2026: betaalbare koop."
    assert not still.isHidden()
    for year, amount in (("2029", "450.000"), ("2028", "440.000"), ("2030", "460.000"), ("2023", "380.000"), ("2031", "470.000")):
        fill_in(widget, year, "betaalbare_koop", amount)
    assert widget.isValid()
    widget.apply()
    years = [row[0] for row in rows(widget)]
    assert years == sorted(years, reverse=True)
    assert years[:5] == ["2031", "2030", "2029", "2028", "2027"]
    assert not still.isHidden()  # the window still asks
    assert said == []


def test_a_limit_that_is_given_twice_is_named_with_both_rows(desk, planner, own_file, said):
    opened(desk, own_file)
    widget = page(desk, planner)
    type_in(widget, "limit_by", "Wonen")
    fill_in(widget, "2027", "betaalbare_koop", "430.000")
    fill_in(widget, "2027", "betaalbare_koop", "440.000")
    words = "Betaalbare koop 2027 staat er meer dan één keer: in rij 1 (€ 440.000) en in rij 2 (€ 430.000); verwijder wat niet geldt."
    assert widget.findChild(QLabel, "limits_problem").text() == words
    assert [row[-1] for row in rows(widget)[:2]] == ["klopt nog niet"] * 2
    assert not widget.limits.cells.verticalHeader().isHidden()
    assert not widget.isValid()
    assert said == [words]


def test_what_is_done_in_the_table_is_undone_step_by_step_or_with_the_page(desk, planner, own_file):
    opened(desk, own_file)
    before = own_file.read_bytes()
    widget = page(desk, planner)
    first = rows(widget)
    undo = widget.findChild(QPushButton, "limit_undo")
    assert not undo.isEnabled()
    write(widget, OWN, amount="420.000")
    second = rows(widget)
    press(widget, "limit_add")
    widget.limits.cells.setCurrentCell(1, AMOUNT)
    press(widget, "limit_remove")
    undo.click()
    undo.click()
    assert rows(widget) == second
    undo.click()
    assert rows(widget) == first
    assert not undo.isEnabled()
    widget.limits.cells.setCurrentCell(1, AMOUNT)
    assert not widget.findChild(QPushButton, "limit_remove").isEnabled()  # an official one
    write(widget, OWN, amount="420.000")
    widget.deleteLater()  # Cancel: nobody applies
    assert own_file.read_bytes() == before


@pytest.mark.parametrize(("amount", "source", "by", "words"), [
    ("420.00", "x", "y", "Betaalbare koop 2026: ‘420.00’ is geen bedrag"),
    ("405", "x", "y", "Betaalbare koop 2026: € 405 kan niet kloppen, want de grens van 2025 is € 405.000."),
    ("420.000", "", "y", "Betaalbare koop 2026: geef bij het bedrag ook de bron op."),
    ("420.000", "x", " ", "Betaalbare koop 2026: zeg bij ‘Opgegeven door’ wie deze grens opgeeft."),
])  # fmt: skip
def test_what_is_not_whole_keeps_the_window_open(desk, planner, own_file, said, amount, source, by, words):
    opened(desk, own_file)
    widget = page(desk, planner)
    write(widget, OWN, amount=amount, source=source)
    type_in(widget, "limit_by", by)
    assert rows(widget)[0][-1] == "klopt nog niet"
    assert widget.findChild(QLabel, "limits_problem").text().startswith(words)
    assert not widget.isValid()
    assert said[0].startswith(words)
    assert widget.limits.cells.currentRow() == 0
    widget.apply()
    assert planfile.read_info(own_file).limits.own == ()


def test_what_is_still_being_typed_counts_when_the_page_is_kept(desk, planner, own_file, said):
    """A button that is pressed by its key does not take the focus from the cell."""
    opened(desk, own_file)
    widget = page(desk, planner)
    type_in(widget, "limit_by", "Wonen")
    write(widget, OWN, source="Brief")
    widget.show()
    widget.limits.ask()
    widget.limits.cells.findChild(QLineEdit, "limit_cell").setText("415.000")
    assert widget.isValid()
    widget.apply()
    assert [one.amount for one in planfile.read_info(own_file).limits.own] == [415_000]


def test_the_users_own_limits_are_offered_to_the_next_plan_file_and_do_not_count_before(desk, planner, own_file, tmp_path, said):
    info = planfile.read_info(own_file)
    opened(desk, own_file)
    widget = page(desk, planner)
    write(widget, OWN, amount="420.000", source="Brief")
    type_in(widget, "limit_by", "Wonen")
    widget.apply()
    QgsProject.instance().clear()
    planfile.create(tmp_path / "n.gpkg", planfile.PlanFileInfo(info.gemeente, info.peildatum))
    opened(desk, tmp_path / "n.gpkg")
    widget = page(desk, planner)
    assert "Uw opties zeggen iets anders: Betaalbare koop 2026 € 420.000. Dat telt hier pas als u het overneemt." in (
        widget.findChild(QLabel, "limits_words").text())  # fmt: skip
    assert rows(widget)[0][-1] == "nog niet ingevuld"
    press(widget, "limit_take")
    assert rows(widget)[0] == (*OWN, "€ 420.000", "", "Brief", "eigen opgave", "telt voor 2026")
    widget.apply()
    assert planfile.read_info(tmp_path / "n.gpkg").limits == planfile.read_info(own_file).limits
    assert page(desk, planner).limits.take.isHidden()


def test_what_another_plan_file_says_is_left_alone_and_so_are_other_municipalities(desk, planner, own_file, said):
    theirs = stated("betaalbare_koop", 2026, Decimal(430_000), "Brief", "Collega", date(2026, 2, 1))
    state_limits(own_file, PriceLimits((theirs,)))
    user_settings.price_limits("GM9999").set(PriceLimits((replace(theirs, amount=Decimal(420_000)),)).to_json())
    opened(desk, own_file)
    widget = page(desk, planner)
    assert rows(widget)[0][2] == "€ 430.000"
    assert "Betaalbare koop 2026 € 420.000" in widget.findChild(QLabel, "limits_words").text()
    widget.apply()
    assert planfile.read_info(own_file).limits.own == (theirs,)
    assert [one.amount for one in keeping.of_user("GM9999").own] == [420_000]
    assert keeping.of_user("GM0396").own == ()


def test_without_a_plan_file_the_table_is_that_of_the_users_municipality(desk, planner, said):
    user_settings.GEMEENTE.set("GM0396")
    widget = page(desk, planner)
    assert "Er is geen planbestand open. Dit zijn uw opties voor Heemskerk." in widget.findChild(QLabel, "limits_words").text()
    assert not any("nog niet ingevuld" in row for row in rows(widget))  # nothing asks for it
    type_in(widget, "limit_by", "Wonen")
    press(widget, "limit_add")
    for column, text in ((YEAR, "2026"), (AMOUNT, "415.000"), (SOURCE, "Brief")):
        widget.limits.cells.item(0, column).setText(text)
    widget.apply()
    assert [(one.year, one.amount) for one in keeping.of_user("GM0396").own] == [(2026, 415_000)]
    widget.apply()
    assert said == []


def test_without_a_plan_file_the_page_says_where_the_limits_are(desk, planner):
    widget = page(desk, planner)
    assert widget.limits is None
    assert "Open eerst een planbestand." in widget.findChild(object, "limits_words").text()
    assert widget.isValid()
    widget.apply()


@pytest.mark.parametrize("word", ["prijsgrens", "prijsgrenzen", "gemeente", "contact", "planbestand"])
@pytest.mark.parametrize("with_plan_file", [False, True])
def test_the_search_of_qgis_finds_what_the_page_is_about(desk, planner, own_file, with_plan_file, word):
    if with_plan_file:
        opened(desk, own_file)
    widget = page(desk, planner)
    searched = [one for part in widget.findChildren(QWidget) if (one := QgsOptionsDialogHighlightWidget.createWidget(part)) is not None]
    assert any(one.searchHighlight(word) for one in searched)
    for one in searched:
        one.reset()


def test_a_page_that_was_not_touched_leaves_the_plan_file_alone(desk, planner, own_file):
    opened(desk, own_file)
    before = own_file.read_bytes()
    page(desk, planner).apply()
    assert own_file.read_bytes() == before


def test_a_plan_file_that_was_open_before_the_plugin_is_asked_about_too(desk, own_file, questions):
    opened(desk, own_file)
    questions(lambda: None)
    assert len(desk.words) == 1 and "De prijsgrens van 2026" in desk.words[0]


def test_the_question_is_put_once_and_leads_to_the_cell(desk, planner, own_file, questions):
    factory = OptionsFactory(desk, planner)
    desk.factory = factory
    questions(factory.ask)
    opened(desk, own_file)
    (words,) = desk.words
    assert words == "De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop. Kent u haar, geef haar dan op."
    desk.bar.findChild(QPushButton, "lmvw_limits_button").click()
    assert desk.asked == [PAGE]
    assert desk.in_hand == ["limit_cell", (0, AMOUNT)]
    assert desk.bar.items() == []
    QgsProject.instance().clear()
    opened(desk, own_file)
    assert len(desk.words) == 1


def test_the_question_goes_when_the_limit_is_given(desk, planner, own_file, questions):
    questions(lambda: None)
    opened(desk, own_file)
    assert [item.objectName() for item in desk.bar.items()] == ["lmvw_limits"]
    widget = page(desk, planner)
    widget.apply()
    assert [item.objectName() for item in desk.bar.items()] == ["lmvw_limits"]  # not answered yet
    write(widget, OWN, amount="420.000", source="Brief")
    type_in(widget, "limit_by", "Wonen")
    widget.apply()
    assert desk.bar.items() == []


def test_what_the_user_stated_before_is_offered_and_taken_in_one_press(desk, own_file, questions):
    mine = PriceLimits((stated("betaalbare_koop", 2026, Decimal(420_000), "Brief", "Wonen", date(2026, 2, 1)),))
    user_settings.price_limits("GM9999").set(mine.to_json())
    questions(lambda: None)
    layer = opened(desk, own_file)
    assert desk.words == ["De prijsgrens van 2026 ontbreekt in dit planbestand. In uw opties staat: betaalbare koop € 420.000."]
    assert planfile.read_info(own_file).limits.own == ()
    desk.bar.findChild(QPushButton, "lmvw_limits_button").click()
    assert planfile.read_info(own_file).limits == mine
    assert layer.fields().field("koop_betaalbaar").alias().endswith("(t/m € 420.000 in 2026, eigen opgave)")
    assert not any(item.objectName() == "lmvw_limits" for item in desk.bar.items())


def choose(widget, name, value):
    box = widget.findChild(QComboBox, name)
    assert box.findData(value) >= 0
    box.setCurrentIndex(box.findData(value))


def test_severity_tolerances_and_usual_answers_are_kept_in_the_plan_file_and_for_the_next_one(desk, planner, own_file, tmp_path):
    opened(desk, own_file)
    widget = page(desk, planner)
    assert widget.findChild(QComboBox, "severity_S1") is None
    assert "fout; ligt vast: gaat over vertrouwelijkheid" in [label.text() for label in widget.findChildren(QLabel)]
    choose(widget, "severity_A6", Ernst.WAARSCHUWING)
    choose(widget, "default_vertrouwelijk", False)
    widget.findChild(QDoubleSpinBox, "tolerance_overlap_m2").setValue(25)
    widget.apply()
    info = planfile.read_info(own_file)
    assert info.yardstick == Yardstick.of([("A6", Ernst.WAARSCHUWING)], Tolerances(overlap_m2=25))
    assert dict(info.defaults.answers) == {"vertrouwelijk": False}
    QgsProject.instance().clear()
    planfile.create(tmp_path / "n.gpkg", planfile.PlanFileInfo(info.gemeente, info.peildatum))
    opened(desk, tmp_path / "n.gpkg")
    widget = page(desk, planner)
    assert widget.measures.yardstick() == OF_PLUGIN  # what counts here is what stands here
    press(widget, "measures_take")
    widget.apply()
    assert planfile.read_info(tmp_path / "n.gpkg").yardstick == info.yardstick
    assert page(desk, planner).findChild(QPushButton, "measures_take") is None


def test_targets_are_kept_in_the_plan_file_and_for_the_next_one_and_other_years_stay(desk, planner, own_file):
    aim_at(own_file, Targets.of({2024: 90}))
    opened(desk, own_file)
    widget = page(desk, planner)
    widget.findChild(QSpinBox, "target_2026").setValue(120)
    widget.findChild(QSpinBox, "target_2035").setValue(60)
    assert widget.findChild(QSpinBox, "target_2036") is None
    widget.apply()
    wanted = Targets.of({2024: 90, 2026: 120, 2035: 60})
    assert planfile.read_info(own_file).targets == wanted == user_settings.targets("GM9999")
    assert user_settings.targets("GM0396") == NO_TARGETS
    widget.findChild(QSpinBox, "target_2035").setValue(0)  # Apply may be followed by OK
    widget.apply()
    assert planfile.read_info(own_file).targets == Targets.of({2024: 90, 2026: 120})
    again = page(desk, planner)
    assert again.findChild(QSpinBox, "target_2035").text() == "(geen)"
    assert again.targets.targets() == Targets.of({2024: 90, 2026: 120})


def test_one_that_is_refused_leaves_the_others_and_is_named(desk, planner, own_file, said, monkeypatch):
    """Each is a step of its own in the plan file, and another program may have it for one of them."""
    opened(desk, own_file)
    widget = page(desk, planner)

    def refuse(*_):
        raise LmvwError("het planbestand is in gebruik.")

    monkeypatch.setattr("lmvw_plugin.forms.options.page.aim_at", refuse)
    widget.findChild(QSpinBox, "target_2026").setValue(120)
    choose(widget, "severity_A6", Ernst.WAARSCHUWING)
    widget.apply()
    info = planfile.read_info(own_file)
    assert info.yardstick == Yardstick.of([("A6", Ernst.WAARSCHUWING)], Tolerances())
    assert info.targets == NO_TARGETS
    assert said == ["Niet bewaard is ‘Streefgetallen: hoeveel woningen er per jaar klaar moeten zijn’: het planbestand is in gebruik."]


def test_without_a_plan_file_the_choices_are_those_of_the_users_municipality(desk, planner):
    user_settings.GEMEENTE.set("GM0396")
    widget = page(desk, planner)
    choose(widget, "severity_A9", Ernst.INFO)
    choose(widget, "default_gerealiseerd", False)
    widget.apply()
    yardstick, defaults = user_settings.measures("GM0396")
    assert (dict(yardstick.chosen), dict(defaults.answers)) == ({"A9": Ernst.INFO}, {"gerealiseerd": False})
    assert user_settings.measures("GM9999") == (OF_PLUGIN, NO_DEFAULTS)
    again = page(desk, planner)
    assert (again.measures.yardstick(), again.measures.defaults()) == (yardstick, defaults)


@pytest.mark.parametrize("word", ["ernst", "tolerantie", "overlap", "standaardantwoord", "sneltoets", "levering", "streefgetal"])
def test_the_search_of_qgis_finds_rules_tolerances_and_keys(desk, planner, own_file, word):
    opened(desk, own_file)
    widget = OptionsFactory(desk, planner, [QAction("Vragenlijst")]).createWidget()
    searched = [one for part in widget.findChildren(QWidget) if (one := QgsOptionsDialogHighlightWidget.createWidget(part)) is not None]
    assert any(one.searchHighlight(word) for one in searched)
    for one in searched:
        one.reset()


def test_a_key_is_kept_by_qgis_and_two_actions_cannot_have_the_same(desk, planner, said):
    actions = [QAction("Proef &een…"), QAction("Proef twee")]
    for number, action in enumerate(actions):
        action.setObjectName(f"proef{number}")
        action.setToolTip("zo")
    shortcuts = Shortcuts(actions)
    widget = OptionsFactory(desk, planner, actions).createWidget()
    lines = [widget.findChild(QKeySequenceEdit, f"key_proef{number}") for number in range(2)]
    for line in lines:
        line.setKeySequence(QKeySequence("Ctrl+Alt+Shift+F9"))
    assert not widget.isValid()
    assert "is al van ‘Proef een’" in said[0]
    lines[0].clear()
    assert widget.isValid()
    widget.apply()
    assert [action.shortcut().toString() for action in actions] == ["", "Ctrl+Alt+Shift+F9"]
    assert [action.toolTip() for action in actions] == ["zo", "zo"]
    shortcuts.stop()
    again = QAction("Proef twee")
    again.setObjectName("proef1")
    shortcuts = Shortcuts([again])
    assert again.shortcut().toString() == "Ctrl+Alt+Shift+F9"
    QgsGui.shortcutsManager().setKeySequence(again, "")
    shortcuts.stop()
