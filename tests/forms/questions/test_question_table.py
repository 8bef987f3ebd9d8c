# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Vragenlijst: one question for all plans that lack the answer, exceptions in the table, a column pasted, each one step; nothing overwritten."""

import pytest
from qgis.core import NULL, QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QPushButton, QTableWidget

from lmvw_plugin import language
from lmvw_plugin.core.asking.answers import read_answer
from lmvw_plugin.core.asking.explaining import choices
from lmvw_plugin.core.asking.proposals import Kind
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.forms.asking.answer_line import AnswerLine
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.forms.asking.table import ANSWER, BRUTO, LEFT, NAME, STATUS
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import answer_history, hints_table
from scripts import texts
from tests import readable
from tests.conftest import consistent_plan, read_plans
from tests.forms.desk import least_height, windows
from tests.forms.plan_files import make
from tests.forms.questions.kit import CTRL, SHIFT, answer, choose, choose_rows, column, elsewhere, held, press, questions
from tests.forms.test_names_of_controls import nameless
from tests.forms.windows import PANELS


def file(dock):
    """Its name, without the places where it may go on on a next line."""
    return dock.file.text().replace("\u200b", "")


def undo_title(plans):
    return plans.undoStack().undoText()


def test_one_question_with_its_plans_and_all_that_helps(dock):
    assert dock.words.text() == "12 velden open bij 3 plannen."
    assert dock.question.currentText() == "Vertrouwelijk? 3 plannen"
    assert questions(dock)[1:] == ["Plantype? 3 plannen", "Eengezinswoningen? 3 plannen", "Woningtype onbekend? 3 plannen"]
    assert column(dock, NAME) == ["Dok", "Kade", "Werf"]
    assert column(dock, LEFT) == ["4", "4", "4"]
    told = dock.about.toPlainText()
    assert b.BY_NAME["vertrouwelijk"].definition in told
    assert "Voorbeelden: ‘ja’ of ‘nee’" in told
    assert "Waarom gevraagd: Om te voorkomen" in told
    assert dock.progress.text() == "1 van 4 plannen compleet"
    assert nameless(dock) == []


def test_what_changes_while_the_plans_are_read_is_asked_as_it_is_now(dock, plans, qtbot):
    """What is read was taken before that."""
    plans.startEditing()
    kade = next(plan for plan in plans.getFeatures() if plan["plannaam"] == "Kade")
    dock.hand.reload()
    assert dock.hand.works
    plans.changeAttributeValue(kade.id(), plans.fields().lookupField("vertrouwelijk"), False)
    dock.hand.now("vertrouwelijk")
    assert dock.hand.works
    qtbot.waitUntil(lambda: not dock.hand.works, timeout=10_000)
    assert dock.question.itemText(0) == "Vertrouwelijk? 2 plannen"


def test_for_all_then_an_exception_each_one_step(dock, plans, qtbot):
    answer(dock, "nee")
    assert held(plans, "vertrouwelijk") == {"Kade": False, "Werf": False, "Dok": False, "Af": False}
    assert undo_title(plans) == "Vertrouwelijk: nee bij 3 plannen"
    assert dock.said.text() == "Vertrouwelijk: nee bij 3 plannen."
    assert dock.question.currentText() == "Vertrouwelijk? 0 plannen"
    assert column(dock, ANSWER) == ["nee", "nee", "nee"]
    assert dock.model.setData(dock.model.index(2, ANSWER), "ja")
    assert undo_title(plans) == "Vertrouwelijk: ja bij plan ‘Werf’"
    assert column(dock, ANSWER) == ["nee", "nee", "ja"]
    QTest.keyClick(dock.answer, Qt.Key.Key_Return)
    assert dock.question.currentText() == "Plantype? 3 plannen"
    dock.undo.click()
    dock.undo.click()
    qtbot.waitUntil(lambda: questions(dock)[0] == "Vertrouwelijk? 3 plannen")
    assert [value for value in held(plans, "vertrouwelijk").values() if value == NULL] == [NULL] * 3
    assert not dock.undo.isEnabled()


def test_exceptions_first_are_left_alone(dock, plans):
    assert dock.model.setData(dock.model.index(0, ANSWER), "ja")
    answer(dock, "nee")
    assert held(plans, "vertrouwelijk") == {"Kade": False, "Werf": False, "Dok": True, "Af": False}
    assert undo_title(plans) == "Vertrouwelijk: nee bij 2 plannen"


def test_what_another_window_filled_in_is_never_overwritten(dock, plans):
    plans.startEditing()
    fid = next(feature.id() for feature in plans.getFeatures() if feature["plannaam"] == "Dok")
    plans.changeAttributeValue(fid, plans.fields().lookupField("vertrouwelijk"), True)  # the panel has not looked yet
    answer(dock, "nee")
    assert held(plans, "vertrouwelijk")["Dok"] is True
    assert column(dock, NAME) == ["Kade", "Werf"]


def test_for_the_selected_on_map_and_in_table(dock, plans):
    plans.selectByExpression("plannaam IN ('Kade', 'Af')")
    assert [index.row() for index in dock.table.selectionModel().selectedRows()] == [1]
    dock.scope.setCurrentIndex(dock.scope.findText("Geselecteerde (1)"))
    answer(dock, "ja")
    assert [name for name, value in held(plans, "vertrouwelijk").items() if value is True] == ["Kade"]
    choose_rows(dock, 0, 2)
    assert {feature["plannaam"] for feature in plans.selectedFeatures()} == {"Dok", "Werf"}
    assert dock.scope.currentText() == "Geselecteerde (2)"


def test_for_those_with_a_status(dock, plans):
    assert [dock.scope.itemText(number) for number in range(dock.scope.count())] == [
        "Alle open (3)", "Geselecteerde (0)", "1A Onherroepelijk (1)", "2A Vastgesteld (2)"]  # fmt: skip
    dock.scope.setCurrentIndex(2)
    answer(dock, "nee")
    assert [name for name, value in held(plans, "vertrouwelijk").items() if value is False] == ["Werf", "Af"]


def test_a_status_that_was_chosen_stays_chosen_also_when_all_is_answered_and_when_that_is_taken_back(dock, plans, qtbot):
    dock.ask("eengezins")
    dock.scope.setCurrentIndex(2)
    answer(dock, "7")
    assert dock.scope.currentText() == "1A Onherroepelijk (0)"
    answer(dock, "8")
    assert dock.said.text() == "Er is geen plan gekozen waar dit antwoord nog ontbreekt."
    dock.answer.say("")
    dock.undo.click()
    assert dock.scope.currentText() == "1A Onherroepelijk (1)"
    answer(dock, "5")
    given = {name: value for name, value in held(plans, "eengezins").items() if name != "Af"}
    assert given == {"Kade": NULL, "Werf": 5, "Dok": NULL}


def test_of_two_names_with_one_first_word_it_is_seen_which_is_which(dock, plans, qtbot):
    plans.startEditing()
    name = plans.fields().lookupField("plannaam")
    for plan, street in zip(list(plans.getFeatures()), ("Cornelis Geelvinckstraat", "Cornelis Hagelandstraat"), strict=False):
        plans.changeAttributeValue(plan.id(), name, street)
    dock.table.clearSelection()
    dock.table.setCurrentIndex(dock.model.index(2, ANSWER))
    qtbot.waitUntil(lambda: column(dock, NAME)[:2] == ["Cornelis Geelvinckstraat", "Cornelis Hagelandstraat"])
    dock.table.horizontalHeader().setSectionResizeMode(NAME, dock.table.horizontalHeader().ResizeMode.Fixed)
    dock.table.horizontalHeader().resizeSection(NAME, dock.table.fontMetrics().horizontalAdvance("Cornelis Geelvin") + 8)
    seen = []
    for at in (dock.model.index(row, NAME) for row in (0, 1)):
        dock.table.scrollTo(at)
        seen.append(dock.table.viewport().grab(dock.table.visualRect(at)).toImage())
    one, other = seen
    assert one.size() == other.size() and one != other


def test_with_nobody_chosen_nothing_happens(dock, plans):
    dock.scope.setCurrentIndex(1)
    answer(dock, "nee")
    assert dock.said.text() == "Er is geen plan gekozen waar dit antwoord nog ontbreekt."
    assert not plans.isEditable()


@pytest.mark.parametrize(("veld", "words", "sentence"), [
    ("eengezins", "twaalf", "‘twaalf’ is geen getal maar tekst; schrijf het in cijfers."), ("eengezins", "", "Typ of kies eerst een antwoord."),
    ("plantype", "flat", "‘flat’ staat niet in de lijst van de Basisset"),
])  # fmt: skip
def test_what_is_no_answer_is_told(dock, plans, veld, words, sentence):
    dock.ask(veld)
    answer(dock, words)
    assert dock.said.text().startswith(sentence)
    assert not plans.isEditable()


def test_a_column_from_excel_from_the_row_in_hand(dock, plans):
    dock.ask("eengezins")
    QApplication.clipboard().setText("3\r\nvier\r\n")
    dock.table.setCurrentIndex(dock.model.index(1, NAME))
    QTest.keyClick(dock.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert undo_title(plans) == "Eengezinswoningen: geplakt bij plan ‘Kade’"
    assert column(dock, ANSWER) == ["0 (voorstel)", "3", "0 (voorstel)"]
    assert dock.wrong.toPlainText() == "Rij 2, plan ‘Werf’: ‘vier’ is geen getal maar tekst; schrijf het in cijfers."
    assert not dock.wrong.isHidden()
    QApplication.clipboard().setText("dok\t7\nKade\t8")
    QTest.keyClick(dock.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert column(dock, ANSWER) == ["7", "3", "0 (voorstel)"]
    assert dock.wrong.toPlainText() == "Rij 2, plan ‘Kade’: dit was al ingevuld en blijft zo."


def test_what_a_rejected_column_told_goes_with_the_next_message(dock, plans):
    dock.paste("misschien\nwel")
    assert dock.said.text() == "Er is niets geplakt."
    assert not dock.wrong.isHidden()
    answer(dock, "wellicht")
    assert dock.said.text().startswith("‘wellicht’ ")
    assert dock.wrong.isHidden()


def test_nothing_of_a_project_that_is_closed_stays(dock, plans):
    assert dock.scope.currentText() == "Alle open (3)"
    QgsProject.instance().clear()
    assert dock.scope.count() == 0 and dock.question.count() == 0
    assert dock.question.toolTip() == "Welke vraag"


def test_the_list_of_answers_is_as_wide_and_high_as_its_words(dock):
    line = dock.answer
    line.ask("planstatus")
    line.resize(line.minimumSizeHint())
    line.showPopup()
    view = line.view()
    assert view.viewport().width() >= max(view.fontMetrics().horizontalAdvance(line.itemText(number)) for number in range(line.count()))
    assert view.viewport().height() >= line.count() * view.fontMetrics().height()
    line.hidePopup()


def test_typing_on_a_row_answers_that_plan(dock, plans, qtbot):
    dock.table.setCurrentIndex(dock.model.index(0, NAME))
    QTest.keyClicks(dock.table, "j")
    line = dock.table.findChild(AnswerLine)
    assert line.said() == "ja"
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(plans, "vertrouwelijk")["Dok"] is True)
    assert plans.undoStack().count() == 1
    qtbot.waitUntil(lambda: not dock.table.findChildren(AnswerLine))
    QTest.keyClicks(dock.table, "n")  # in place of what stood there
    QTest.keyClick(dock.table.findChild(AnswerLine), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: held(plans, "vertrouwelijk")["Dok"] is False)


def test_of_a_list_the_words_of_the_form_are_shown_and_the_code_is_kept(dock, plans, path, qtbot):
    dock.ask("plantype")
    answer(dock, "pand_transformatie")
    assert dock.said.text() == "Plantype: Pand transformatie bij 3 plannen."
    assert column(dock, ANSWER) == ["Pand transformatie"] * 3
    assert dock.model.index(2, STATUS).data() == "1A"
    assert dock.model.index(2, STATUS).data(Qt.ItemDataRole.ToolTipRole) == "1A Onherroepelijk"
    dock.table.setCurrentIndex(dock.model.index(0, NAME))
    dock.table.edit(dock.model.index(0, ANSWER))
    line = dock.table.findChild(AnswerLine)
    assert line.currentIndex() == 0 and line.said() == "Pand transformatie"
    QTest.keyClick(line, Qt.Key.Key_Return)  # what stands there is no other answer
    qtbot.waitUntil(lambda: not dock.table.findChildren(AnswerLine))
    assert plans.undoStack().count() == 1
    dock.save.click()
    assert {plan["plantype"] for plan in plans.getFeatures() if plan["plannaam"] != "Af"} == {"pand_transformatie"}
    assert [one.antwoord for one in answer_history.read(path)] == ["pand_transformatie"] * 3


def test_asked_and_not_known_yet(dock, plans, path):
    choose_rows(dock, 1)
    dock.scope.setCurrentIndex(1)
    dock.unknown.click()
    assert not plans.isEditable()
    assert dock.question.currentText() == "Vertrouwelijk? 3 plannen, 1 nog niet bekend"
    assert dock.words.text() == "12 velden open bij 3 plannen, waarvan 1 veld gevraagd en nog niet bekend."
    assert column(dock, ANSWER)[1].startswith("nog niet bekend (")
    assert [one.soort for one in answer_history.read(path)] == ["nog niet bekend"]


def test_only_zero_is_possible_is_seen_before_it_is_filled_in(dock, plans, qtbot):
    assert dock.zeros.text() == "Alleen 0 mogelijk: 2 velden…"
    dock.zeros.click()
    (preview,) = windows("lmvw_question_preview")
    table = preview.findChild(QTableWidget, "answers")
    assert [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())] == [
        ["Kade", "Eengezinswoningen", "0", "de andere delen zijn samen al 20, evenveel als ‘Bruto totaal’"],
        ["Kade", "Woningtype onbekend", "0", "de andere delen zijn samen al 20, evenveel als ‘Bruto totaal’"],
    ]
    assert not plans.isEditable()
    QTest.keyClick(preview.findChild(QPushButton, "fill_in"), Qt.Key.Key_Return)
    assert undo_title(plans) == "Alleen 0 mogelijk: 2 velden bij 1 plan"
    assert held(plans, "eengezins")["Kade"] == 0
    assert dock.zeros.isHidden()
    qtbot.waitUntil(lambda: not windows("lmvw_question_preview"))


def test_saved_with_its_history(dock, plans, path):
    answer(dock, "nee")
    dock.save.click()
    assert dock.said.text() == "De antwoorden staan in het planbestand."
    assert [(one.plan_id, one.antwoord) for one in answer_history.read(path)] == [("id1", "nee"), ("id2", "nee"), ("id3", "nee")]
    assert all(plan["vertrouwelijk"] is False for plan, _ in read_plans(path))


def test_from_question_to_question_with_the_keyboard_to_the_end(dock, plans, qtbot):
    dock.show_zeros()
    windows("lmvw_question_preview")[0].accept()
    for words in ("nee", "verdichting", "8", "0"):
        answer(dock, words)
        QTest.keyClick(dock.answer, Qt.Key.Key_Return)
    assert dock.words.text() == "Alle vragen zijn beantwoord (4 plannen)."
    assert dock.progress.text() == "4 van 4 plannen compleet"
    assert plans.undoStack().count() == 5


def test_next_and_previous_go_round_the_open_questions(dock):
    titles = []
    for _ in range(4):
        dock.step(1)
        titles.append(dock.veld)
    assert titles == ["plantype", "eengezins", "woningtype_onbekend", "vertrouwelijk"]
    dock.step(-1)
    assert dock.veld == "woningtype_onbekend"


def test_a_change_elsewhere_is_seen(dock, plans, qtbot):
    plans.startEditing()
    fid = next(feature.id() for feature in plans.getFeatures() if feature["plannaam"] == "Dok")
    plans.changeAttributeValue(fid, plans.fields().lookupField("vertrouwelijk"), True)
    qtbot.waitUntil(lambda: questions(dock)[0] == "Vertrouwelijk? 2 plannen")
    plans.deleteFeature(fid)
    qtbot.waitUntil(lambda: questions(dock)[1] == "Plantype? 2 plannen", timeout=10_000)


def test_without_a_plan_file_it_says_so(panel, desk, qtbot):
    panel.action.trigger()
    assert panel.dock.words.text() == "Open eerst een planbestand."
    assert not panel.dock.apply.isEnabled()


def test_the_layer_may_go(dock, plans):
    answer(dock, "nee")
    plans.rollBack()
    QgsProject.instance().clear()
    assert dock.words.text() == "Open een planbestand om de vragen te zien."
    assert dock.model.rowCount() == 0


def test_controle_leads_to_the_question(panel, dock):
    panel.show("plantype")
    assert dock.veld == "plantype"


def test_a_file_in_which_nothing_is_open(panel, desk, tmp_path, qtbot):
    desk.active = set_up_project(QgsProject.instance(), make(tmp_path, consistent_plan(plan_id="id1")))
    panel.action.trigger()
    qtbot.waitUntil(lambda: panel.dock.words.text() == "Alle vragen zijn beantwoord (1 plan).", timeout=10_000)
    assert not panel.dock.apply.isEnabled()
    assert panel.dock.about.toPlainText() == ""


def test_it_names_its_file_and_follows_the_chosen_layer(dock, plans, desk, other, qtbot):
    assert (dock.windowTitle(), file(dock)) == ("Vragenlijst: p.gpkg", "p.gpkg")
    dock.answer.say("ne")
    QgsProject.instance().addMapLayer(other)
    choose(desk, other)
    qtbot.waitUntil(lambda: dock.words.text() == "1 veld open bij 1 plan.")
    assert (dock.windowTitle(), file(dock), dock.answer.said()) == ("Vragenlijst: ander.gpkg", "ander.gpkg", "")
    assert column(dock, NAME) == ["Elders"]
    answer(dock, "ja")
    assert held(other, "vertrouwelijk") == {"Elders": True}
    assert not plans.isEditable()
    choose(desk, plans)
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Dok", "Kade", "Werf"])
    assert (file(dock), dock.said.text()) == ("p.gpkg", "")


def test_what_was_half_typed_in_the_table_goes_to_no_other_file(dock, plans, desk, other, qtbot):
    dock.table.setCurrentIndex(dock.model.index(0, NAME))
    QTest.keyClicks(dock.table, "j")
    QgsProject.instance().addMapLayer(other)
    choose(desk, other)
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Elders"] and not dock.table.findChildren(AnswerLine))
    assert held(other, "vertrouwelijk") == {"Elders": NULL}
    assert not other.isEditable()


def test_after_its_layer_went_the_panel_turns_to_the_file_that_is_left(dock, plans, desk, other, qtbot):
    answer(dock, "nee")
    plans.rollBack()
    QgsProject.instance().addMapLayer(other)
    desk.active = None
    QgsProject.instance().removeMapLayer(plans.id())
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Elders"])
    assert (file(dock), dock.words.text(), dock.said.text()) == ("ander.gpkg", "1 veld open bij 1 plan.", "")


def test_after_its_layer_went_the_next_that_is_chosen_brings_the_questions_back(dock, plans, path, desk, other, qtbot):
    again = planfile.open_layer(path)
    QgsProject.instance().addMapLayers([other, again])
    desk.active = None
    QgsProject.instance().removeMapLayer(plans.id())
    qtbot.waitUntil(lambda: dock.words.text().startswith("Er zijn meer planbestanden"))
    assert dock.file.isHidden()
    choose(desk, other)
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Elders"])


@pytest.fixture
def english():
    texts.compile_texts()
    language.install("en_GB")
    yield
    language.remove()


@pytest.fixture
def english_dock(english, dock):
    return dock


@pytest.mark.parametrize(("words", "value"), [("no", False), ("yes", True), ("n", False), ("y", True), ("nee", False), ("ja", True)])
def test_an_answer_is_understood_in_english_and_in_dutch(english_dock, plans, words, value):
    answer(english_dock, words)
    assert held(plans, "vertrouwelijk") == {"Kade": value, "Werf": value, "Dok": value, "Af": False}


@pytest.mark.parametrize("words", ["yes", "no"])
def test_every_choice_of_the_list_is_an_answer_in_english(english_dock, plans, words):
    english_dock.answer.setCurrentIndex(english_dock.answer.findText(words))
    english_dock.apply.click()
    assert column(english_dock, ANSWER) == [words] * 3


def test_english_words_are_pasted(english_dock, plans):
    english_dock.paste("kade\tYes\nwerf\tno\ndok\tnot known yet")
    assert column(english_dock, ANSWER)[1:] == ["yes", "no"]
    assert column(english_dock, ANSWER)[0].startswith("not known yet (")


def test_codes_are_understood_in_english_and_in_dutch(english_dock, plans):
    english_dock.ask("plantype")
    english_dock.paste("densification\nVerdichting\nVerdichting (densification)")
    assert column(english_dock, ANSWER) == ["Verdichting (densification)"] * 3
    assert english_dock.wrong.isHidden()


@pytest.mark.parametrize("veld", ["plantype", "planstatus", "vertrouwelijk"])
def test_every_choice_that_is_shown_in_english_is_understood_as_itself(english, veld):
    assert [read_answer(veld, words).value for _, words in choices(veld)] == [value for value, _ in choices(veld)]


def test_undo_takes_back_a_not_known_yet_and_not_the_answer_before_it(dock, plans, path):
    answer(dock, "nee")
    dock.ask("plantype")
    dock.unknown.click()
    assert dock.question.currentText() == "Plantype? 3 plannen, 3 nog niet bekend"
    dock.undo.click()
    assert dock.said.text() == "Teruggenomen: Plantype: nog niet bekend bij 3 plannen."
    assert dock.question.currentText() == "Plantype? 3 plannen"
    assert column(dock, ANSWER) == ["", "", ""]
    assert answer_history.read(path) == []
    assert held(plans, "vertrouwelijk")["Dok"] is False
    dock.undo.click()
    assert dock.said.text() == "Teruggenomen: Vertrouwelijk: nee bij 3 plannen."
    assert held(plans, "vertrouwelijk")["Dok"] == NULL


def test_who_was_asked_before_stays_asked_when_the_second_time_is_taken_back(dock, path):
    dock.unknown.click()
    before = answer_history.read(path)
    dock.unknown.click()
    dock.undo.click()
    assert answer_history.read(path) == before
    assert dock.question.currentText() == "Vertrouwelijk? 3 plannen, 3 nog niet bekend"


def test_a_paste_of_answers_and_unknowns_is_taken_back_as_one(dock, plans, path):
    dock.paste("nee\n?\nja")
    assert column(dock, ANSWER)[1].startswith("nog niet bekend")
    dock.undo.click()
    assert column(dock, ANSWER) == ["", "", ""]
    assert answer_history.read(path) == []
    assert not dock.undo.isEnabled()


def test_undo_never_takes_back_what_was_done_elsewhere(dock, plans):
    elsewhere(plans, "Kade", "plantype", "verdichting")
    assert not dock.undo.isEnabled()
    answer(dock, "nee")
    elsewhere(plans, "Dok", "plantype", "verdichting")
    dock.undo.click()
    assert dock.said.text() == (
        "Na ‘Vertrouwelijk: nee bij 3 plannen’ is er in deze laag iets anders gedaan: Formulier. Neem dat eerst terug met Ctrl+Z."
    )
    assert held(plans, "plantype")["Dok"] == "verdichting"
    plans.undoStack().undo()
    dock.undo.click()
    assert held(plans, "vertrouwelijk")["Dok"] == NULL
    assert held(plans, "plantype")["Kade"] == "verdichting"


def test_after_a_save_nothing_is_taken_back(dock, plans, path):
    answer(dock, "nee")
    dock.save.click()
    assert not dock.undo.isEnabled()
    assert held(plans, "vertrouwelijk")["Dok"] is False


def test_what_is_told_stays_true_after_undo_and_redo(dock, plans, qtbot):
    dock.paste("nee\nmisschien\nja")
    assert dock.said.text() == "Vertrouwelijk: geplakt bij 2 plannen."
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: dock.said.text() == "Teruggenomen: Vertrouwelijk: geplakt bij 2 plannen.")
    assert dock.wrong.isHidden()
    plans.undoStack().redo()
    qtbot.waitUntil(lambda: dock.said.text() == "Vertrouwelijk: geplakt bij 2 plannen.")
    dock.undo.click()
    assert dock.said.text() == "Teruggenomen: Vertrouwelijk: geplakt bij 2 plannen."
    plans.undoStack().redo()
    qtbot.waitUntil(lambda: dock.said.text() == "Vertrouwelijk: geplakt bij 2 plannen.")
    plans.rollBack()
    qtbot.waitUntil(lambda: dock.said.text() == "De wijzigingen die niet waren opgeslagen, zijn geannuleerd.")


def test_answers_that_wait_in_one_file_keep_their_history_and_their_undo_while_another_is_in_hand(dock, plans, path, desk, other, qtbot):
    answer(dock, "nee")
    dock.ask("plantype")
    answer(dock, "verdichting")
    QgsProject.instance().addMapLayer(other)
    choose(desk, other)
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Elders"])
    assert not dock.undo.isEnabled()
    choose(desk, plans)
    qtbot.waitUntil(lambda: dock.plans is not None and file(dock) == "p.gpkg")
    dock.undo.click()
    assert dock.said.text() == "Teruggenomen: Plantype: Verdichting bij 3 plannen."
    choose(desk, other)
    qtbot.waitUntil(lambda: column(dock, NAME) == ["Elders"])
    assert plans.commitChanges()
    assert [(one.plan_id, one.veld) for one in answer_history.read(path)] == [(f"id{number}", "vertrouwelijk") for number in (1, 2, 3)]


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Z, CTRL | SHIFT), (Qt.Key.Key_Y, CTRL)], ids=["Ctrl+Shift+Z", "Ctrl+Y"])
def test_in_an_empty_line_ctrl_z_takes_back_the_last_answer_and_what_was_done_elsewhere(dock, plans, qtbot, redo):
    answer(dock, "nee")
    dock.ask("plantype")
    answer(dock, "verdichting")
    elsewhere(plans, "Dok", "bruto_totaal", 8)
    dock.undo.click()
    assert "Neem dat eerst terug met Ctrl+Z." in dock.said.text()
    press(dock, Qt.Key.Key_Z)
    assert held(plans, "bruto_totaal")["Dok"] == 20
    press(dock, Qt.Key.Key_Z)
    assert held(plans, "plantype")["Dok"] == NULL
    assert dock.said.text() == "Teruggenomen: Plantype: Verdichting bij 3 plannen."
    press(dock, Qt.Key.Key_Z)
    assert held(plans, "vertrouwelijk")["Dok"] == NULL
    assert dock.said.text() == "Teruggenomen: Vertrouwelijk: nee bij 3 plannen."
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Er is niets om terug te nemen."
    press(dock, *redo)
    assert held(plans, "vertrouwelijk")["Dok"] is False
    qtbot.waitUntil(lambda: dock.said.text() == "Vertrouwelijk: nee bij 3 plannen.")
    press(dock, *redo)
    assert held(plans, "plantype")["Dok"] == "verdichting"
    qtbot.waitUntil(lambda: dock.said.text() == "Plantype: Verdichting bij 3 plannen.")


def test_in_a_line_with_words_ctrl_z_undoes_the_typing(dock, plans):
    answer(dock, "nee")
    dock.ask("eengezins")
    QTest.keyClicks(dock.answer, "12")
    press(dock, Qt.Key.Key_Z)
    assert dock.answer.said() == ""
    assert held(plans, "vertrouwelijk")["Dok"] is False
    press(dock, Qt.Key.Key_Y)
    assert dock.answer.said() == "12"
    press(dock, Qt.Key.Key_Z)
    dock.ask("plantype")
    QTest.keyClicks(dock.answer, "verd")  # which becomes a whole word
    assert dock.answer.said().lower() == "verdichting"
    press(dock, Qt.Key.Key_Z)
    assert dock.answer.said() == ""
    assert held(plans, "vertrouwelijk")["Dok"] is False
    press(dock, Qt.Key.Key_Z)
    assert held(plans, "vertrouwelijk")["Dok"] == NULL


def test_ctrl_z_takes_back_a_not_known_yet_too(dock, path):
    dock.unknown.click()
    press(dock, Qt.Key.Key_Z)
    assert dock.said.text() == "Teruggenomen: Vertrouwelijk: nog niet bekend bij 3 plannen."
    assert answer_history.read(path) == []


def test_after_two_are_taken_back_and_one_is_done_again_that_one_is_told(dock, plans, qtbot):
    answer(dock, "nee")
    dock.ask("plantype")
    answer(dock, "verdichting")
    for _ in range(2):
        plans.undoStack().undo()
    qtbot.waitUntil(lambda: dock.said.text() == "Teruggenomen: Vertrouwelijk: nee bij 3 plannen.")
    plans.undoStack().redo()
    qtbot.waitUntil(lambda: dock.said.text() == "Vertrouwelijk: nee bij 3 plannen.")


# -- proposals ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def proposed(path, plans, panel, qtbot):
    """The source said something about the plantype of two plans, of which one is small."""
    words = Hint("plantype", "TYPE", "Uitleg", "uitbreiding_uitleg")
    hints_table.keep(path, {"id1": [words], "id2": [words]})
    elsewhere(plans, "Werf", "bruto_totaal", 8)
    panel.action.trigger()
    qtbot.waitUntil(lambda: panel.dock.plans is not None and not panel.dock.hand.works, timeout=10_000)
    return panel.dock


def opened(dock):
    dock.proposals.click()
    (window,) = (one for one in dock.findChildren(Proposals) if one.isVisible())
    return window


def reasons(window):
    return [tuple(window.table.item(row, place).text() for place in range(4)) for row in range(window.table.rowCount())]


def test_a_proposal_is_seen_and_is_no_answer(proposed, plans):
    proposed.ask("plantype")
    assert column(proposed, ANSWER) == ["", "Uitbreiding uitleg (voorstel)", "Uitbreiding overig (voorstel)"]
    tip = proposed.model.index(1, ANSWER).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Uitbreiding uitleg (voorstel), want de bron zegt ‘Uitleg’"
    assert held(plans, "plantype") == {"Kade": NULL, "Werf": NULL, "Dok": NULL, "Af": held(plans, "plantype")["Af"]}
    assert proposed.question.currentText() == "Plantype? 3 plannen"
    assert proposed.proposals.text().startswith("Voorstellen: ")


def test_one_proposal_is_confirmed_then_the_others_and_each_is_one_step(proposed, plans, path):
    window = opened(proposed)
    assert reasons(window) == [
        ("Kade", "Plantype", "Uitbreiding uitleg", "de bron zegt ‘Uitleg’"),
        ("Werf", "Plantype", "Uitbreiding overig", "de bron zegt ‘Uitleg’; dat is ‘Uitbreiding uitleg’, maar niet met 8 woningen"),
    ]
    assert not window.some.isEnabled()
    QTest.keyClick(window.table, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window.table, Qt.Key.Key_Down)  # with keys alone
    assert window.some.text() == "Geselecteerde bevestigen (1)"
    window.some.click()
    assert held(plans, "plantype")["Werf"] == "uitbreiding_overig"
    assert [name for name, *_ in reasons(window)] == ["Kade"]
    window.all.click()
    assert held(plans, "plantype")["Kade"] == "uitbreiding_uitleg"
    assert window.kind.currentData() is Kind.REST
    window.reject()
    assert proposed.said.text() == "Voorstellen bevestigd: 1 veld bij 1 plan."
    proposed.undo.click()
    assert held(plans, "plantype")["Kade"] == NULL
    assert held(plans, "plantype")["Werf"] == "uitbreiding_overig"
    assert plans.commitChanges()
    assert [(one.plan_id, one.antwoord, one.soort, one.reden[:12]) for one in answer_history.read(path)] == [
        ("id2", "uitbreiding_overig", "voorstel bevestigd", "de bron zegt")
    ]


def test_the_window_of_proposals_closes_when_nothing_is_left(proposed):
    window = opened(proposed)
    while window.isVisible():
        window.all.click()
    assert proposed.proposals.isHidden()


def test_every_control_of_the_proposals_has_a_name(proposed):
    window = opened(proposed)
    assert nameless(window) == []
    window.reject()


def test_in_a_narrow_panel_the_name_keeps_its_room(dock):
    table, letters = dock.table, dock.fontMetrics().averageCharWidth() * 20
    table.resize(letters * 2, 200)
    assert table.columnWidth(NAME) >= letters
    assert table.columnWidth(ANSWER) > 0
    assert not table.isColumnHidden(ANSWER)
    table.resize(letters * 6, 200)
    assert not any(table.isColumnHidden(number) for number in range(dock.model.columnCount()))
    assert table.columnWidth(NAME) >= letters


def test_in_a_narrow_panel_no_heading_and_no_choice_is_cut_off(dock, themes):
    QgsApplication.setUITheme("Night Mapping")
    dock.setFloating(True)
    dock.show()
    dock.table.selectAll()
    dock.resize(dock.minimumSizeHint().width(), 600)
    QApplication.processEvents()
    found = readable.cut_off(dock)
    assert not found, found


def test_it_becomes_as_narrow_as_controle_and_then_leaves_out_what_the_name_needs(dock, desk, qtbot):
    """As the manual says; also beside a plan file with a long name without a space."""
    controle = PANELS["controle"](desk)
    qtbot.addWidget(controle)
    dock._name("woningbouwplannen_gemeente_heemskerk_peildatum_2026-01-01.gpkg")
    dock.setFloating(True)
    least = dock.minimumSizeHint().width()
    assert least < controle.minimumSizeHint().width() * 1.25
    dock.resize(least, 600)
    QApplication.processEvents()
    assert dock.width() == least
    assert [number for number in range(dock.model.columnCount()) if dock.table.isColumnHidden(number)] == [STATUS, BRUTO, LEFT]
    assert not readable.cut_off(dock)
    controle.stop()


def test_below_another_panel_the_window_stays_on_the_screen(dock, desk):
    assert 300 < least_height(dock, desk.docks) <= 500
