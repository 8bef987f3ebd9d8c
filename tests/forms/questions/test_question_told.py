# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel Vragenlijst tells is true of the plans now, and its buttons are on as long as they do something."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms.asking import watch
from lmvw_plugin.forms.other_hands import OtherHands
from tests.forms.desk import windows
from tests.forms.other_qgis import editing
from tests.forms.questions.kit import CTRL, SHIFT, answer, choose, choose_rows, column, elsewhere, held, press, questions

GIVEN = "Vertrouwelijk: nee bij 3 plannen."


@pytest.fixture
def answered(dock):
    answer(dock, "nee")
    assert dock.said.text() == GIVEN
    return dock


def test_what_was_told_goes_as_soon_as_a_plan_is_edited_elsewhere(answered, plans):
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    assert answered.said.text() == ""


def test_so_it_does_when_a_polygon_is_moved_or_a_plan_deleted(answered, plans):
    plan = next(plans.getFeatures())
    shape = plan.geometry()
    shape.translate(1, 0)
    plans.changeGeometry(plan.id(), shape)
    assert answered.said.text() == ""
    answered.save.click()
    assert answered.said.text() == "De antwoorden staan in het planbestand."
    plans.deleteFeature(plan.id())
    assert answered.said.text() == ""


def test_a_pasted_column_is_not_told_of_any_more_either(dock, plans):
    dock.paste("nee\nmisschien\nja")
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    assert (dock.said.text(), dock.wrong.isHidden()) == ("", True)


def test_nothing_to_do_again_is_not_told_of_what_can_be_done_again(dock, plans):
    press(dock, Qt.Key.Key_Y)
    assert dock.said.text() == "Er is niets om opnieuw te doen."
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    assert dock.said.text() == ""
    plans.undoStack().undo()
    assert dock.said.text() == ""


def test_what_ctrl_z_takes_back_of_another_window_is_told_and_what_it_does_again_too(dock, plans):
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: Formulier."
    press(dock, Qt.Key.Key_Y)
    assert dock.said.text() == "Opnieuw gedaan: Formulier."
    plans.changeAttributeValue(next(plans.getFeatures()).id(), plans.fields().lookupField("bruto_totaal"), 9)
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: een wijziging in deze laag."


def test_an_answer_that_is_taken_back_elsewhere_is_told_at_once(answered, plans):
    plans.undoStack().undo()
    assert answered.said.text() == f"Teruggenomen: {GIVEN}"
    plans.undoStack().redo()
    assert answered.said.text() == GIVEN


def test_edits_that_are_thrown_away_are_no_answer_that_was_taken_back(answered, plans, qtbot):
    plans.rollBack()
    gone = "De wijzigingen die niet waren opgeslagen, zijn geannuleerd."
    assert answered.said.text() == gone
    qtbot.waitUntil(lambda: column(answered, 4) == ["", "", ""] and not answered.hand.works, timeout=10_000)
    assert answered.said.text() == gone
    assert not answered.undo.isEnabled()


def test_to_stop_editing_after_a_save_throws_nothing_away(answered, plans):
    answered.save.click()
    plans.rollBack()  # as QGIS does when the pencil is put out and nothing waits
    assert answered.said.text() == "De antwoorden staan in het planbestand."


def test_what_comes_in_a_moment_is_not_told_any_more_when_it_is_there(dock, plans, qtbot, monkeypatch):
    monkeypatch.setattr(watch, "_SLICE", -1)
    monkeypatch.setattr(watch, "_AT_ONCE", 1)
    dock.hand._watch.touch([1, 2, 3])
    dock.zeros.click()
    assert dock.said.text().startswith("De lijst komt zodra ")
    qtbot.waitUntil(lambda: bool(windows("lmvw_question_preview")))
    assert dock.said.text() == ""
    windows("lmvw_question_preview")[0].reject()


# -- buttons ------------------------------------------------------------------------------------------------------------


def test_without_a_plan_file_there_is_nothing_to_save_or_take_back(panel, desk):
    panel.action.trigger()
    dock = panel.dock
    assert not dock.save.isEnabled() and not dock.undo.isEnabled()
    assert (dock.save.toolTip(), dock.undo.toolTip()) == ("Er is niets om op te slaan.", "Er is niets om terug te nemen.")


def test_the_buttons_are_on_as_long_as_they_do_something(dock, plans):
    on = lambda: (dock.undo.isEnabled(), dock.save.isEnabled())  # noqa: E731  # a name for both
    tip = dock.undo.toolTip()
    assert on() == (False, False)
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    assert on() == (False, True)
    answer(dock, "nee")
    assert on() == (True, True)
    assert (dock.undo.toolTip(), dock.save.toolTip()) == (
        "Neemt terug wat u het laatst in dit paneel deed", "Bewaart de antwoorden in het planbestand")  # fmt: skip
    dock.save.click()
    assert on() == (False, False)
    assert dock.undo.toolTip() == tip
    choose_rows(dock, 1)
    dock.ask("plantype")
    dock.unknown.click()  # kept in the file at once
    assert on() == (True, False)
    dock.undo.click()
    assert on() == (False, False)
    plans.rollBack()
    assert on() == (False, False)


def test_the_buttons_are_of_the_file_in_hand(answered, plans, desk, other, qtbot):
    QgsProject.instance().addMapLayer(other)
    choose(desk, other)
    qtbot.waitUntil(lambda: column(answered, 0) == ["Elders"])
    assert not answered.undo.isEnabled() and not answered.save.isEnabled()
    choose(desk, plans)
    qtbot.waitUntil(lambda: "Kade" in column(answered, 0))
    assert answered.undo.isEnabled() and answered.save.isEnabled()


def test_who_presses_a_button_till_it_is_off_does_not_press_the_one_beside_it(dock, plans):
    dock.window().activateWindow()
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    answer(dock, "nee")
    dock.undo.setFocus()
    QApplication.processEvents()
    if QApplication.focusWidget() is not dock.undo:
        pytest.skip("no window has the focus here")
    QTest.keyClick(dock.undo, Qt.Key.Key_Space)
    assert not dock.undo.isEnabled() and dock.save.isEnabled()
    assert QApplication.focusWidget() in (dock.answer, dock.answer.lineEdit())


# -- the keys -----------------------------------------------------------------------------------------------------------

REDO = pytest.mark.parametrize("redo", [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)], ids=["Ctrl+Shift+Z", "Ctrl+Y"])


@REDO
def test_what_was_taken_back_last_is_done_again_first(answered, plans, redo):
    answered.ask("eengezins")
    QTest.keyClicks(answered.answer, "12")
    press(answered, Qt.Key.Key_Z)
    assert held(plans, "vertrouwelijk")["Dok"] is False
    press(answered, Qt.Key.Key_Z)
    assert held(plans, "vertrouwelijk")["Dok"] is None or not held(plans, "vertrouwelijk")["Dok"]
    press(answered, *redo)
    assert held(plans, "vertrouwelijk")["Dok"] is False
    assert answered.answer.said() == ""
    assert answered.said.text() == GIVEN


@REDO
def test_letters_that_became_a_word_of_the_list_come_back(answered, plans, redo):
    answered.ask("plantype")
    answered.undo.click()
    QTest.keyClicks(answered.answer, "verd")
    press(answered, Qt.Key.Key_Z)
    assert answered.answer.said() == ""
    press(answered, *redo)
    assert answered.answer.said().lower() == "verdichting"
    assert [value for value in held(plans, "vertrouwelijk").values() if value is False] == [False]  # the typing only
    press(answered, *redo)
    assert answered.answer.said().lower() == "verdichting"
    QTest.keyClick(answered.answer, Qt.Key.Key_Return)
    assert held(plans, "plantype")["Dok"] == "verdichting"
    press(answered, Qt.Key.Key_Z)
    press(answered, *redo)
    assert (answered.answer.said(), held(plans, "plantype")["Dok"]) == ("", "verdichting")


def test_of_not_known_yet_and_an_edit_elsewhere_the_last_is_taken_back_first(dock, plans):
    dock.unknown.click()
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: Formulier."
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: Vertrouwelijk: nog niet bekend bij 3 plannen."
    dock.unknown.click()
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    plans.rollBack(False)
    elsewhere(plans, "Dok", "bruto_totaal", 9)
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: Formulier."


def test_an_edit_without_a_name_is_not_taken_back_in_place_of_an_answer(answered, plans):
    """As a tool of another plugin, or the console, makes it."""
    plan = next(plan for plan in plans.getFeatures() if plan["plannaam"] == "Dok")
    plans.changeAttributeValue(plan.id(), plans.fields().lookupField("bruto_totaal"), 9)
    answered.undo.click()
    assert held(plans, "bruto_totaal")["Dok"] == 9
    assert "is er in deze laag iets anders gedaan: een wijziging in deze laag." in answered.said.text()


@pytest.mark.parametrize("edited", [True, False], ids=["when the layer is saved", "when the map is drawn"])
def test_what_a_colleague_answered_is_seen_as_soon_as_qgis_shows_it(dock, plans, path, desk, qtbot, edited):
    hands = OtherHands(desk)
    desk.canvas.setDestinationCrs(plans.crs())
    desk.canvas.setExtent(plans.extent())
    if edited:
        answer(dock, "nee")
    with qtbot.waitSignal(desk.canvas.mapCanvasRefreshed):
        desk.canvas.refreshAllLayers()
    with closing(sqlite3.connect(path)) as database, database:
        for trigger in [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            database.execute(f'DROP TRIGGER "{trigger}"')  # they call functions that this SQLite has not
        database.execute("UPDATE plannen SET plantype = 'uitbreiding_overig', plannaam = 'Van een collega' WHERE plannaam = 'Dok'")
    if edited:
        dock.save.click()
    else:
        desk.canvas.refreshAllLayers()
    qtbot.waitUntil(lambda: not dock.hand.works and "Plantype? 2 plannen" in questions(dock), timeout=5_000)
    hands.stop()


def test_that_it_was_saved_is_still_told_when_the_plans_are_read_again(dock, plans, qtbot):
    for veld, given in (("vertrouwelijk", "nee"), ("plantype", "uitbreiding_overig"), ("eengezins", "0"), ("woningtype_onbekend", "0")):
        dock.ask(veld)
        answer(dock, given)
    for plan in plans.getFeatures():
        plans.changeAttributeValue(plan.id(), plans.fields().lookupField("meergezins"), plan["bruto_totaal"])
    qtbot.waitUntil(lambda: not dock.hand.waiting)
    dock.ask("")
    assert dock.veld == ""
    with qtbot.waitSignal(dock.hand.read):
        dock.save.click()
    assert dock.said.text() == "De antwoorden staan in het planbestand."


def test_an_answer_is_written_though_a_colleague_began_to_edit(dock, plans, path):
    """QGIS itself reads no plan any more of what it had open."""
    assert len(list(plans.getFeatures())) == 4
    with editing(path):
        answer(dock, "nee")
        assert dock.said.text() == GIVEN
        assert held(plans, "vertrouwelijk") == {"Kade": False, "Werf": False, "Dok": False, "Af": False}
        assert len(dock.plans) == 4


def test_only_what_was_written_is_told_where_a_colleague_answered_meanwhile(dock, plans, path):
    with editing(path) as save:
        save("plantype", "uitbreiding_overig")
        dock.ask("plantype")
        answer(dock, "verdichting")
        assert dock.said.text() == "Plantype: Verdichting bij 2 plannen. 1 plan is intussen elders beantwoord of verwijderd."
        assert held(plans, "plantype")["Kade"] == "uitbreiding_overig"
        assert plans.undoStack().undoText() == "Plantype: Verdichting bij 2 plannen"
    plans.rollBack()


def test_where_a_colleague_answered_all_it_is_said_that_nothing_was_written(dock, plans, path):
    with editing(path) as save:
        save("plantype", "uitbreiding_overig")
        dock.ask("plantype")
        choose_rows(dock, [dock.model.index(row, 0).data() for row in range(dock.model.rowCount())].index("Kade"))
        dock.scope.setCurrentIndex(dock.scope.findText("Geselecteerd", Qt.MatchFlag.MatchStartsWith))
        answer(dock, "verdichting")
        assert dock.said.text() == "Er is niets ingevuld. 1 plan is intussen elders beantwoord of verwijderd."
        assert not plans.isEditable() and not dock.undo.isEnabled()


def test_when_the_file_is_gone_no_answer_is_told_as_given(dock, plans, path):
    path.rename(path.with_name("elders.gpkg"))
    answer(dock, "nee")
    assert "is er niet meer" in dock.said.text() and path.name in dock.said.text()
    assert GIVEN not in dock.said.text() and len(dock.plans) == 4
    path.with_name("elders.gpkg").rename(path)
    answer(dock, "nee")
    assert dock.said.text() == GIVEN


def test_a_file_that_another_program_keeps_is_not_waited_for(dock, plans, path):
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        answer(dock, "nee")
        assert "ander programma" in dock.said.text() and not plans.isEditable()  # QGIS, which would wait for it, is not asked
        database.execute("ROLLBACK")
    answer(dock, "nee")
    assert dock.said.text() == GIVEN
