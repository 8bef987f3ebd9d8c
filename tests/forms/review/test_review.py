# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Controle: tasks above findings, filters, one click to the place and one Enter to the field; honest about what changed since."""

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QModelIndex, QRect, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QLabel,
    QPushButton,
    QStyleOptionViewItem,
    QTableWidget,
    QToolButton,
)

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reviewing import entries
from lmvw_plugin.core.reviewing.answer import Answer, Line
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.findings import Finding
from lmvw_plugin.core.rules.ledger import Ledger
from lmvw_plugin.forms.other_hands import NEWS, OtherHands
from lmvw_plugin.forms.plan_form import fields as plan_fields
from lmvw_plugin.forms.review import offers
from lmvw_plugin.forms.review.filters import Kind, Wanted
from lmvw_plugin.forms.review.shown import Shown
from lmvw_plugin.forms.review.tree import TASK
from lmvw_plugin.forms.review.widgets import RemedyButtons
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_result
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.province import remarks_table
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from lmvw_plugin.layers.workbook.table import Row, Table
from tests import readable
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import least_height, windows
from tests.forms.plan_files import make
from tests.forms.review.kit import NOW, check, lines, opened, settled

GOOD, WRONG, EMPTY, DOUBTFUL = (f"7b0d0a0c-0000-4000-8000-00000000000{number}" for number in range(4))


@pytest.fixture
def plans(tmp_path, desk):
    path = make(
        tmp_path,
        consistent_plan(plan_id=GOOD, plannaam="Goed"),
        consistent_plan(plan_id=WRONG, plannaam="Mis", meergezins=13),
        consistent_plan(plan_id=EMPTY, plannaam="Kade", plantype=None, **dict.fromkeys(b.phasing("bruto_totaal"))),
        consistent_plan(plan_id=DOUBTFUL, plannaam="Let op", nultreden_geclusterd=3, zorggeschikt=0, zorg_55plus=None, plantype=None),
    )
    layer = set_up_project(QgsProject.instance(), path)
    desk.active = layer
    desk.canvas.setLayers([layer])
    desk.canvas.setDestinationCrs(layer.crs())
    desk.canvas.setExtent(layer.extent())
    return layer


@pytest.fixture
def dock(panel, plans, qtbot):
    check(plans)
    return opened(panel, qtbot)


def place(model, words, parent=None):
    """The first line with these words."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        at = model.index(row, 0, parent)
        found = at if at.data() == words else place(model, words, at)
        if found.isValid():
            return found
    return QModelIndex()


def test_tasks_stand_above_findings_the_two_kinds_apart(dock):
    assert dock.words.text() == "1 fout, 2 plannen in te vullen (14 velden), 1 waarschuwing. Gecontroleerd op 2 maart 2026, 09:05."
    shown = lines(dock.model)
    assert shown[:4] == [
        "Klopt niet (1 taak)", "Woningtypen tellen niet op bij plan ‘Mis’", "Nog in te vullen (13 taken)",
        "Plantype: nog in te vullen bij 2 plannen",
    ]  # fmt: skip
    assert "Bruto 2028: nog in te vullen bij plan ‘Kade’" in shown
    assert lines(dock.model, 1, place(dock.model, "Plantype: nog in te vullen bij 2 plannen")) == ["Kade", "Let op"]


def test_what_passed_and_what_did_not_run_stays_in_sight(dock):
    (skipped,) = [words for words in lines(dock.model, 1) if words.startswith("Niet uitgevoerd (")]
    reasons = lines(dock.model, 1, place(dock.model, skipped))
    assert skipped == f"Niet uitgevoerd ({len(reasons)} regels)"
    assert "G3: Het plan ligt voor een deel of helemaal buiten de gemeente (geen gemeentegrens gekozen)" in reasons
    (passed,) = [words for words in lines(dock.model, 1) if words.startswith("Geslaagd (")]
    assert "A2: Fasering van bruto telt niet op tot bruto totaal" in lines(dock.model, 1, place(dock.model, passed))


def test_a_clean_file_says_what_was_looked_at(panel, tmp_path, desk, qtbot):
    layer = set_up_project(QgsProject.instance(), make(tmp_path, consistent_plan()))
    desk.active = layer
    check(layer)
    dock = opened(panel, qtbot)
    assert dock.words.text().startswith("Geen bevindingen (")
    assert "regels, 1 plan)" in dock.words.text()


def test_a_file_that_was_never_checked_says_so(panel, plans, qtbot):
    dock = opened(panel, qtbot)
    assert "nog niet gecontroleerd" in dock.words.text()
    assert lines(dock.model) == []


def test_of_many_plans_that_lack_the_same_the_panel_keeps_it_once(panel, tmp_path, desk, qtbot):
    """What is kept is gone past by Python's search for cycles, while the window waits."""
    names = [f"Plan {number} {'abcdefgh'[number % 8]}" for number in range(60)]
    unanswered = dict.fromkeys(
        field.name for field in b.COLUMNS if field.name not in ("plan_id", "plannaam", "gemeente_code", "gemeente_naam")
    )
    desk.active = set_up_project(
        QgsProject.instance(), make(tmp_path, *({**consistent_plan(plan_id=one, plannaam=one), **unanswered} for one in names))
    )
    check(desk.active)
    dock = opened(panel, qtbot)
    gc.collect()
    kept = [one for one in gc.get_objects() if isinstance(one, Finding) and one.is_unanswered and one.plannaam in names]
    assert dock._ledger.counts.unanswered > 60 * 30
    assert len(kept) < 60


def test_without_a_plan_file_it_says_what_to_do(panel, qtbot):
    dock = opened(panel, qtbot)
    assert dock.words.text() == "Open eerst een planbestand."


def test_by_plan_with_counts_the_largest_first(dock, plans):
    dock.group.setCurrentIndex(1)
    assert lines(dock.model, 1) == ["Kade (13 bevindingen)", "Let op (2 bevindingen)", "Mis (1 bevinding)"]


def change(layer, name, **values):
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == name)
    assert layer.isEditable() or layer.startEditing()
    for field, value in values.items():
        assert layer.changeAttributeValue(plan.id(), layer.fields().lookupField(field), value)


@pytest.mark.parametrize(("do", "expected"), [
    (lambda dock, layer: dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WRONG)), ["Mis"]),
    (lambda dock, layer: dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WARNING)), ["Let op"]),
    (lambda dock, layer: dock.rules.setCurrentIndex(dock.rules.findData("A4")), ["Mis"]),
    (lambda dock, layer: (dock.search.setText("kade planTYPE"), dock.refresh()), ["Kade"]),
    (lambda dock, layer: (layer.selectByExpression("plannaam = 'Mis'"), dock.selection.setChecked(True)), ["Mis"]),
    (lambda dock, layer: (dock._iface.mapCanvas().zoomToFeatureIds(layer, [2]), dock.extent.setChecked(True)), ["Mis"]),
])  # fmt: skip
def test_filters(dock, plans, do, expected):
    dock.group.setCurrentIndex(1)
    do(dock, plans)
    assert [words.split(" (")[0] for words in lines(dock.model, 1)] == expected


def test_who_is_selected_is_known_without_reading_plans(dock, plans, monkeypatch):
    monkeypatch.setattr(plans, "getFeatures", None)
    dock.group.setCurrentIndex(1)
    plans.selectByIds([2, 3])
    dock.selection.setChecked(True)
    assert sorted(words.split(" (")[0] for words in lines(dock.model, 1)) == ["Kade", "Mis"]


def test_a_plan_that_just_came_is_known_when_it_is_selected(dock, plans, qtbot):
    plans.startEditing()
    feature = QgsFeature(next(plans.getFeatures()))
    feature["plan_id"] = "7b0d0a0c-0000-4000-8000-000000000009"
    plans.addFeature(feature)
    plans.selectByIds([feature.id()])
    dock.selection.setChecked(True)
    assert dock.wanted().plans == {feature["plan_id"]}
    qtbot.waitUntil(lambda: settled(dock))
    assert dock.wanted().plans == {feature["plan_id"]}


def test_a_filter_on_status_follows_the_plans(dock, plans, qtbot):
    change(plans, "Mis", planstatus="1A")
    qtbot.waitUntil(lambda: settled(dock))
    dock.status.setCurrentIndex(dock.status.findData("1A"))
    assert [words for words in lines(dock.model) if "taken" not in words] == [
        "Klopt niet (1 taak)",
        "Woningtypen tellen niet op bij plan ‘Mis’",
    ]
    change(plans, "Kade", planstatus="1A")
    qtbot.waitUntil(lambda: settled(dock) and "Plantype: nog in te vullen bij plan ‘Kade’" in lines(dock.model))
    for _ in range(2):
        plans.undoStack().undo()
    qtbot.waitUntil(lambda: settled(dock) and lines(dock.model) == [] and not dock.nothing.isHidden())


def take(dock, *words):
    at = QModelIndex()
    for one in words:
        at = place(dock.model, one, at)
        assert at.isValid(), one
    dock.tree.setCurrentIndex(at)
    QApplication.processEvents()


def test_a_click_goes_there_selects_and_tells_all(dock, plans):
    take(dock, "Woningtypen tellen niet op bij plan ‘Mis’", "Mis")
    assert [plan["plannaam"] for plan in plans.selectedFeatures()] == ["Mis"]
    seen = dock._iface.mapCanvas().extent()
    box = plans.selectedFeatures()[0].geometry().boundingBox()
    assert seen.contains(box)
    assert seen.width() < 4 * box.width()
    text = dock.detail.toPlainText()
    for part in ("Mis", "is 20, maar de som van de woningtypen is", "Waarom: De woningtypen verdelen", "Wat u kunt doen: Verbeter het totaal of de verdeling",
                 "Wie: gemeente", "Bron: Basisset 2.0, Woningtype; regel A4"):  # fmt: skip
        assert part in text


@pytest.mark.parametrize("about", [WRONG, ""])
def test_a_remark_of_the_province_shows_the_whole_plan_or_the_place_that_it_is_about(panel, plans, qtbot, about):
    box = next(plans.getFeatures("plannaam = 'Mis'")).geometry().boundingBox()
    place = box.center().x() + (0 if about else 3_000), box.center().y()
    line = Line("1", entries.Kind.REMARK.value, about, "", "Mis" if about else "", "", "Ligt over de dijk", "2026-05-01", place)
    remarks_table.keep(plan_file_of(plans), Answer("Flevoland", MARKERWAARD, PEILDATUM, "2026-05-01T10:00:00", "x.zip", "0" * 64, (line,)))
    check(plans)
    dock = opened(panel, qtbot)
    dock._iface.mapCanvas().setExtent(QgsRectangle(0, 0, 10, 10))
    dock.search.setText("de dijk")
    qtbot.waitUntil(lambda: dock.model.rowCount() == 1)
    dock.next.click()
    qtbot.waitUntil(lambda: dock._iface.mapCanvas().extent().contains(QgsPointXY(*place)))
    assert dock._iface.mapCanvas().extent().contains(box) == bool(about)
    assert [plan["plannaam"] for plan in plans.selectedFeatures()] == (["Mis"] if about else [])


def test_a_finding_of_no_plan_that_is_filtered_away_while_it_is_in_hand_is_let_go_of(panel, plans, qtbot):
    line = Line("1", entries.Kind.REMARK.value, "", "", "", "", "Ligt over de dijk", "2026-05-01", (146_000.0, 506_000.0))
    remarks_table.keep(plan_file_of(plans), Answer("Flevoland", MARKERWAARD, PEILDATUM, "2026-05-01T10:00:00", "x.zip", "0" * 64, (line,)))
    check(plans)
    dock = opened(panel, qtbot)
    dock.search.setText("de dijk")
    qtbot.waitUntil(lambda: dock.model.rowCount() == 1)
    dock.next.click()
    dock.search.setText("Mis")
    qtbot.waitUntil(lambda: dock.finding() is None)
    QTest.keyClick(dock.search, Qt.Key.Key_Return)
    assert dock.focusWidget() is dock.tree


def test_a_task_selects_its_plans(dock, plans):
    take(dock, "Plantype: nog in te vullen bij 2 plannen")
    assert {plan["plannaam"] for plan in plans.selectedFeatures()} == {"Kade", "Let op"}


def test_keys_walk_from_finding_to_finding_and_round(dock, plans):
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WRONG))
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert dock.finding().plannaam == "Mis"
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert dock.finding().plannaam == "Mis", "there is one only"
    dock.kinds.setCurrentIndex(0)
    assert dock.finding().plannaam == "Mis", "what is in hand stays in hand"
    walked = []
    for _ in range(3):
        QTest.keyClick(dock.tree, Qt.Key.Key_N)
        walked.append((dock.finding().plannaam, dock.finding().veld))
    assert walked == [("Kade", "plantype"), ("Let op", "plantype"), ("Kade", "bruto_jaar01")]
    QTest.keyClick(dock.tree, Qt.Key.Key_P)
    assert (dock.finding().plannaam, dock.finding().veld) == walked[1]


def test_the_search_is_emptied_by_a_cross_of_qt(dock):
    """That of QGIS damages memory (``lasting.take_crosses``)."""
    assert not any(line.showClearButton() for line in dock.findChildren(QgsFilterLineEdit))
    QTest.keyClicks(dock.search, "kade")
    cross = dock.search.findChild(QAction, "_q_qlineeditclearaction").associatedWidgets()
    QTest.mouseClick(next(one for one in cross if isinstance(one, QToolButton)), Qt.MouseButton.LeftButton)
    assert dock.search.text() == ""


def test_letters_in_the_search_are_letters(dock):
    QTest.keyClicks(dock.search, "np")
    assert dock.search.text() == "np"


def test_enter_opens_the_form_at_the_field(dock, plans, planner, qtbot):
    take(dock, "Bruto 2028: nog in te vullen bij plan ‘Kade’", "Kade")
    QTest.keyClick(dock.tree, Qt.Key.Key_Return)
    window = planner.window
    assert window.plan["plannaam"] == "Kade"
    tabs = plan_fields.tab_widget(window.form)
    assert tabs.tabText(tabs.currentIndex()) == "Aantallen"
    qtbot.waitUntil(lambda: plan_fields.focused_field(window.form) == "bruto_jaar03")
    take(dock, "Woningtypen tellen niet op bij plan ‘Mis’", "Mis")
    dock.open.click()
    assert planner.window is window
    assert window.plan["plannaam"] == "Mis"
    qtbot.waitUntil(lambda: plan_fields.focused_field(window.form) == "bruto_totaal")
    window.close()


def move(layer, name, number):
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == name)
    assert layer.isEditable() or layer.startEditing()
    assert layer.changeGeometry(plan.id(), square(number))


OVERLAP = "Overlap met een ander plan bij plan ‘Goed’"


def test_a_polygon_is_judged_with_those_beside_it(dock, plans, qtbot):
    """Also of a neighbour that nobody touched."""
    move(plans, "Mis", 0)
    qtbot.waitUntil(lambda: settled(dock) and OVERLAP in lines(dock.model))
    assert "gewijzigd" not in dock.words.text()
    move(plans, "Goed", 8)
    qtbot.waitUntil(lambda: settled(dock) and OVERLAP not in lines(dock.model))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: settled(dock) and OVERLAP in lines(dock.model))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: settled(dock) and OVERLAP not in lines(dock.model))
    assert dock.words.text() == "1 fout, 2 plannen in te vullen (14 velden), 1 waarschuwing. Gecontroleerd op 2 maart 2026, 09:05."


def test_a_name_is_judged_with_those_that_have_it(dock, plans, qtbot):
    change(plans, "Mis", plannaam="Goed")
    qtbot.waitUntil(lambda: settled(dock) and "Plannaam niet uniek bij 2 plannen" in lines(dock.model))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: settled(dock) and "Plannaam niet uniek bij 2 plannen" not in lines(dock.model))


def test_what_changes_is_marked_until_it_is_judged(dock, plans, qtbot):
    """It waits for the thread that judges, and says so."""
    change(plans, "Mis", plannaam="Mis?")
    dock._watch._gather()
    assert "1 plan is daarna gewijzigd; de beoordeling loopt." in dock.words.text()
    assert any(words.endswith("(daarna gewijzigd)") for words in lines(dock.model, 3))
    qtbot.waitUntil(lambda: settled(dock) and "gewijzigd" not in dock.words.text())
    assert "Woningtypen tellen niet op bij plan ‘Mis?’" in lines(dock.model)


def test_what_only_a_whole_check_can_say_stays_marked(panel, plans, qtbot):
    """Names were compared with a workbook: which one is not known here."""
    workbook = Table(Path("b.xlsx"), "Blad1", 1, ("Plannaam",), "Plannaam", (Row(2, ("Goed",)),), ())
    check(plans, workbook=workbook)
    dock = opened(panel, qtbot)
    assert "Plannamen in polygonen en Excel-bestand verschillen" not in "".join(lines(dock.model, 1))
    change(plans, "Mis", plannaam="Mis?")
    qtbot.waitUntil(lambda: settled(dock) and "1 plan is daarna gewijzigd: controleer opnieuw." in dock.words.text())
    assert any(words.endswith("(daarna gewijzigd)") for words in lines(dock.model, 3))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: settled(dock) and "gewijzigd" not in dock.words.text())


def test_a_plan_that_is_pasted_drawn_or_saved_is_judged(dock, plans, qtbot):
    plans.startEditing()
    feature = QgsFeature(plans.fields())
    feature.setAttribute("plan_id", "7b0d0a0c-0000-4000-8000-000000000009")
    feature.setAttribute("plannaam", "Goed")
    feature.setAttribute("gemeente_code", "GM9999")
    feature.setGeometry(square(0))
    plans.addFeature(feature)
    qtbot.waitUntil(lambda: settled(dock) and "Plannaam niet uniek bij 2 plannen" in lines(dock.model))
    assert OVERLAP in lines(dock.model)
    before = dock.words.text()
    assert plans.commitChanges()
    qtbot.wait(200)
    qtbot.waitUntil(lambda: settled(dock) and not dock.hand.works and dock.words.text() == before)
    plans.startEditing()
    plans.deleteFeature(next(one.id() for one in plans.getFeatures() if one["plan_id"].endswith("9")))
    qtbot.waitUntil(lambda: settled(dock) and "Plannaam niet uniek bij 2 plannen" not in lines(dock.model))


def test_what_is_open_stays_open_and_what_is_in_hand_stays_in_hand(dock, plans, qtbot):
    take(dock, "Plantype: nog in te vullen bij 2 plannen", "Let op")
    other = place(dock.model, "Bruto 2028: nog in te vullen bij plan ‘Kade’")
    dock.tree.expand(other)
    resets = []
    dock.model.modelReset.connect(lambda: resets.append(1))
    change(plans, "Goed", plantype=None)
    qtbot.waitUntil(lambda: settled(dock) and "Plantype: nog in te vullen bij 3 plannen" in lines(dock.model))
    assert dock.finding().plannaam == "Let op"
    assert dock.tree.isExpanded(place(dock.model, "Bruto 2028: nog in te vullen bij plan ‘Kade’"))
    assert dock.tree.isExpanded(dock.tree.currentIndex().parent())
    assert not resets


@pytest.mark.parametrize("together", [False, True])
def test_after_edits_the_lines_are_those_of_a_panel_that_opens_anew(dock, plans, qtbot, together):
    dock.group.setCurrentIndex(int(together))
    dock.tree.expandAll()
    for deed in (
        lambda: change(plans, "Goed", plantype=None, meergezins=3, planstatus=None), lambda: change(plans, "Kade", plantype="transformatie"),
        lambda: move(plans, "Mis", 0), lambda: change(plans, "Let op", plannaam="Goed", nultreden_geclusterd=0), plans.undoStack().undo,
    ):  # fmt: skip
        deed()
        qtbot.wait(60)
        qtbot.waitUntil(lambda: settled(dock))
    live = lines(dock.model, 3)
    dock.refresh()
    assert lines(dock.model, 3) == live


def test_an_answer_is_judged_again_at_once_and_so_is_its_undo(dock, plans, qtbot):
    change(plans, "Mis", meergezins=12)
    qtbot.waitUntil(lambda: dock.words.text().startswith("0 fouten, 2 plannen in te vullen (14 velden)"))
    assert "gewijzigd" not in dock.words.text()
    change(plans, "Goed", plantype=None, toelichting="x")
    qtbot.waitUntil(lambda: dock.words.text().startswith("0 fouten, 3 plannen in te vullen (15 velden)"))
    assert "Plantype: nog in te vullen bij 3 plannen" in lines(dock.model)
    for _ in range(3):
        plans.undoStack().undo()
    qtbot.waitUntil(lambda: dock.words.text().startswith("1 fout, 2 plannen in te vullen (14 velden)"))


def test_edits_that_are_not_saved_are_judged_when_the_panel_opens_later(dock, plans, qtbot):
    dock.hide()
    change(plans, "Mis", meergezins=12)
    dock.show()
    qtbot.waitUntil(lambda: not dock.hand.works and dock.words.text().startswith("0 fouten, 2 plannen"))


def buttons(dock, name="review_mend"):
    QApplication.processEvents()
    return [one for one in dock.remedies.findChildren(QPushButton, name) if not one.isHidden()]


def test_one_button_mends_and_the_finding_goes(dock, plans, qtbot):
    take(dock, "Woningtypen tellen niet op bij plan ‘Mis’", "Mis")
    assert [one.text() for one in buttons(dock)] == ["Maak van ‘Woningtype onbekend’ 1"]
    assert not buttons(dock, "review_mend_all"), "there is no other plan"
    buttons(dock)[0].click()
    assert next(one["woningtype_onbekend"] for one in plans.getFeatures() if one["plannaam"] == "Mis") == 1
    assert plans.undoStack().undoText() == "Maak van ‘Woningtype onbekend’ 1: Mis"
    qtbot.waitUntil(lambda: dock.words.text().startswith("0 fouten"))
    assert [one.text() for one in buttons(dock)] == ["Beantwoorden in de vragenlijst"], "those of what came after it"
    assert (dock.finding().plannaam, dock.finding().veld) == ("Kade", "plantype")
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert (dock.finding().plannaam, dock.finding().veld) == ("Kade", "plantype"), "the map was not there yet"
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert (dock.finding().plannaam, dock.finding().veld) == ("Let op", "plantype"), "from there it goes on"
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: dock.words.text().startswith("1 fout"))


def test_a_task_is_told_without_making_its_findings(panel, desk, tmp_path, qtbot):
    """Of very many plans they are kept as one; only who opens the task needs them whole."""
    path = make(tmp_path, *(consistent_plan(plan_id=str(at), plannaam=f"Plan {at}", bruto_totaal=None) for at in range(3)))
    desk.active = layer = set_up_project(QgsProject.instance(), path)
    checked = check_plan_layer(layer, PEILDATUM, None, None, Silent())
    check_result.write(path, layer.fields(), checked, NOW, Silent())
    dock = opened(panel, qtbot)

    kinds = [dock.model.index(row, 0) for row in range(dock.model.rowCount())]
    task = next(one for kind in kinds if (one := dock.model.index(0, 0, kind)).data(TASK) and one.data(TASK).veld == "bruto_totaal")
    key = task.data(TASK).key
    before = list(map(str, dock._ledger.parts(key).values()))
    dock.tree.setCurrentIndex(task)
    dock._go()
    assert "Wat u kunt doen" in dock.detail.toPlainText()
    assert "Beantwoorden in de vragenlijst" in [one.text() for one in dock.remedies.findChildren(QPushButton)]
    assert list(map(str, dock._ledger.parts(key).values())) == before


def asked_of_three(panel, tmp_path, desk, qtbot):
    """A panel on three plans of which one question is open, the largest plan first, and a task with fewer dwellings."""
    path = make(
        tmp_path,
        consistent_plan(plan_id=GOOD, plannaam="Aker", vertrouwelijk=None),
        consistent_plan(plan_id=WRONG, plannaam="Beemd", vertrouwelijk=None),
        consistent_plan(plan_id=EMPTY, plannaam="Castricum", vertrouwelijk=None),
        consistent_plan(plan_id=DOUBTFUL, plannaam="Duin", plantype=None),
    )
    desk.active = set_up_project(QgsProject.instance(), path)
    check(desk.active)
    return opened(panel, qtbot)


@pytest.mark.parametrize(("begin", "then"), [("Aker", ["Beemd", "Castricum"]), ("Castricum", ["Aker", "Beemd"])])
def test_after_a_remedy_the_next_plan_of_its_task_is_in_hand_and_then_the_next_task(panel, tmp_path, desk, qtbot, begin, then):
    dock = asked_of_three(panel, tmp_path, desk, qtbot)
    task = next(words for words in lines(dock.model) if words.startswith("Vertrouwelijk"))
    take(dock, task, begin)
    QApplication.processEvents()
    for name in then:
        before, selected = desk.canvas.extent(), desk.active.selectedFeatureIds()
        next(one for one in buttons(dock) if one.text() == "Antwoord: nee").click()
        qtbot.waitUntil(lambda: settled(dock) and dock.finding() is not None and dock.finding().plannaam == name, timeout=5_000)  # noqa: B023
        assert dock.finding().veld == "vertrouwelijk"
        assert dock.tree.isExpanded(dock.tree.currentIndex().parent())
        assert dock.tree.viewport().rect().intersects(dock.tree.visualRect(dock.tree.currentIndex()))
        assert desk.canvas.extent() == before and desk.active.selectedFeatureIds() == selected, "what was done stays in sight"
        QTest.keyClick(dock.tree, Qt.Key.Key_N)
        qtbot.waitUntil(lambda: [plan["plannaam"] for plan in desk.active.selectedFeatures()] == [name], timeout=5_000)  # noqa: B023
        assert desk.canvas.extent() != before and dock.finding().plannaam == name
    next(one for one in buttons(dock) if one.text() == "Antwoord: nee").click()
    qtbot.waitUntil(lambda: settled(dock) and dock.finding() is not None and dock.finding().plannaam == "Duin", timeout=5_000)
    assert dock.finding().veld == "plantype"


@pytest.mark.parametrize("go", ["click", "back"])
def test_after_a_remedy_a_click_goes_to_the_line_in_hand_and_p_to_the_one_before(panel, tmp_path, desk, qtbot, go):
    dock = asked_of_three(panel, tmp_path, desk, qtbot)
    take(dock, next(words for words in lines(dock.model) if words.startswith("Vertrouwelijk")), "Aker")
    next(one for one in buttons(dock) if one.text() == "Antwoord: nee").click()
    qtbot.waitUntil(lambda: settled(dock) and dock.finding() is not None and dock.finding().plannaam == "Beemd", timeout=5_000)
    if go == "click":
        dock.tree.scrollTo(dock.tree.currentIndex())  # in a low panel it may lie partly below the edge
        place = dock.tree.visualRect(dock.tree.currentIndex()).center()
        QTest.mouseClick(dock.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    else:
        QTest.keyClick(dock.tree, Qt.Key.Key_P)
    name = {"click": "Beemd", "back": "Duin"}[go]
    qtbot.waitUntil(lambda: [plan["plannaam"] for plan in desk.active.selectedFeatures()] == [name], timeout=5_000)
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert dock.finding().plannaam == {"click": "Castricum", "back": "Beemd"}[go]


def test_after_another_check_the_first_comes_first(dock, plans, qtbot):
    """What came after an answered finding is only next until the plans are judged anew."""
    while dock.finding() is None or (dock.finding().plannaam, dock.finding().veld) != ("Let op", "plantype"):
        QTest.keyClick(dock.tree, Qt.Key.Key_N)
    change(plans, "Let op", plantype="verdichting")
    qtbot.waitUntil(lambda: dock.finding() is None)
    check(plans)
    dock.reload()
    qtbot.waitUntil(lambda: not dock.hand.works)
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.UNANSWERED))
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    assert (dock.finding().plannaam, dock.finding().veld) == ("Kade", "plantype")


def test_a_warning_leads_to_its_toelichting(dock, plans, planner, qtbot):
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WARNING))
    QTest.keyClick(dock.tree, Qt.Key.Key_N)
    QApplication.processEvents()
    words = [one.text() for one in buttons(dock)]
    assert words[-1] == "Toelichten"
    buttons(dock)[-1].click()
    qtbot.waitUntil(lambda: plan_fields.focused_field(planner.window.form) == "toelichting")
    planner.window.close()


def test_a_remedy_with_a_long_name_shows_that_it_goes_on(qgis_app, qtbot):
    """It was cut off at both ends."""
    remedies = RemedyButtons()
    qtbot.addWidget(remedies)
    for words in ("Neem ‘Havenkwartier aan de overkant van het water’ over", "Neem ‘Havenkwartier aan de overkant van een weg’ over"):
        remedies.add(words, lambda: None)
    remedies.resize(200, 80)
    remedies.show()
    one, other = remedies.findChildren(QPushButton, "review_mend")
    assert one.text() != other.text() and one.toolTip() == one.text() == one.accessibleName()
    assert one.width() <= 200
    assert one.grab().toImage() == other.grab().toImage()
    remedies.resize(800, 80)
    QApplication.processEvents()
    assert one.grab().toImage() != other.grab().toImage()


def test_a_code_is_shown_as_the_form_shows_it_in_preview_and_filter(dock, plans, qtbot):
    for name in ("Mis", "Goed"):
        change(plans, name, plantype="uitbreiding_overig")
    task = "Plantype en grootte spreken elkaar tegen bij 2 plannen"
    qtbot.waitUntil(lambda: task in lines(dock.model))
    take(dock, task, "Goed")
    (more,) = buttons(dock, "review_mend_all")
    more.menu().actions()[0].trigger()
    (preview,) = windows("lmvw_mend_all")
    table = preview.findChild(QTableWidget, "changes")
    assert [table.item(0, column).text() for column in (1, 2, 3)] == ["Plantype", "Uitbreiding overig", "Uitbreiding uitleg"]
    preview.findChild(QPushButton, "carry_out").click()
    assert {plan["plantype"] for plan in plans.getFeatures() if plan["plannaam"] in ("Mis", "Goed")} == {"uitbreiding_uitleg"}
    assert [dock.status.itemText(number) for number in range(3)] == [
        "Alle statussen",
        "1A Onherroepelijk",
        "1B Onherroepelijk, uitwerking nodig",
    ]


def test_all_plans_of_a_rule_after_a_preview_in_one_step(dock, plans, qtbot):
    for name in ("Mis", "Goed", "Kade"):
        change(plans, name, vertrouwelijk=None)
    qtbot.waitUntil(lambda: "Vertrouwelijk: nog in te vullen bij 3 plannen" in lines(dock.model))
    take(dock, "Vertrouwelijk: nog in te vullen bij 3 plannen", "Goed")
    said = [one.text() for one in buttons(dock)]
    assert said == ["Antwoord: ja…", "Antwoord: nee", "Beantwoorden in de vragenlijst"], "a hard plan may not be vertrouwelijk"
    (more,) = buttons(dock, "review_mend_all")
    steps = plans.undoStack().index()
    for answer in ("cancel", "carry_out"):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        more.menu().actions()[1].trigger()
        (preview,) = windows("lmvw_mend_all")
        table = preview.findChild(QTableWidget, "changes")
        assert sorted(table.item(row, 0).text() for row in range(table.rowCount())) == ["Goed", "Kade", "Mis"]
        assert [table.item(0, column).text() for column in (1, 2, 3)] == ["Vertrouwelijk", "(leeg)", "nee"]
        preview.reject() if answer == "cancel" else preview.findChild(QPushButton, "carry_out").click()
        assert (plans.undoStack().index() > steps) == (answer == "carry_out")
    assert plans.undoStack().index() == steps + 1
    assert plans.undoStack().undoText() == "Antwoord: nee: 3 plannen"
    qtbot.waitUntil(lambda: "Vertrouwelijk: nog in te vullen bij 3 plannen" not in lines(dock.model))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: "Vertrouwelijk: nog in te vullen bij 3 plannen" in lines(dock.model))


@pytest.mark.parametrize("meanwhile", ["nothing", "an edit", "gone"])
def test_of_many_plans_a_remedy_is_worked_out_in_the_background_for_the_plans_as_they_are(dock, plans, qtbot, monkeypatch, meanwhile):
    monkeypatch.setattr(offers, "_AT_ONCE", 1)
    plans.startEditing()
    for name in ("Goed", "Mis", "Kade"):
        change(plans, name, vertrouwelijk=None)
    qtbot.waitUntil(lambda: settled(dock) and "Vertrouwelijk: nog in te vullen bij 3 plannen" in lines(dock.model))
    take(dock, "Vertrouwelijk: nog in te vullen bij 3 plannen", "Goed")
    (more,) = buttons(dock, "review_mend_all")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    more.menu().actions()[1].trigger()
    assert not windows("lmvw_mend_all"), "the window does not wait for it"
    if meanwhile == "gone":
        QgsProject.instance().removeMapLayer(plans.id())
        qtbot.wait(300)
        assert not windows("lmvw_mend_all")
        return
    if meanwhile == "an edit":
        change(plans, "Goed", plannaam="Beter")
    qtbot.waitUntil(lambda: bool(windows("lmvw_mend_all")))
    (preview,) = windows("lmvw_mend_all")
    table = preview.findChild(QTableWidget, "changes")
    names = {table.item(row, 0).text() for row in range(table.rowCount())}
    assert names == {"Beter" if meanwhile == "an edit" else "Goed", "Kade", "Mis"}
    preview.findChild(QPushButton, "carry_out").click()
    assert {one["vertrouwelijk"] for one in plans.getFeatures() if one["plannaam"] in names} == {False}


def test_a_plan_that_the_remedy_does_not_fit_is_named_before_and_after(dock, plans, desk, qtbot):
    """Of eight dwellings too many the two of which the kind is unknown cannot be the rest."""
    change(plans, "Goed", meergezins=20)
    qtbot.waitUntil(lambda: settled(dock) and "Woningtypen tellen niet op bij 2 plannen" in lines(dock.model))
    take(dock, "Woningtypen tellen niet op bij 2 plannen", "Mis")
    (more,) = buttons(dock, "review_mend_all")
    next(one for one in more.menu().actions() if one.text().startswith("Zet de rest bij")).trigger()
    (preview,) = windows("lmvw_mend_all")
    stays = preview.findChild(QLabel, "stays").text()
    assert stays.startswith("1 plan blijft zoals het is:\nGoed: Deze verbetering past niet")
    preview.findChild(QPushButton, "carry_out").click()
    assert desk.words[-1].startswith("Bij 1 plan verbeterd. 1 plan blijft zoals het is: Goed: ")
    plan = {one["plannaam"]: one["woningtype_onbekend"] for one in plans.getFeatures()}
    assert (plan["Mis"], plan["Goed"]) == (1, 2)


@pytest.mark.parametrize("edited", [True, False], ids=["when the layer is saved", "when the map is drawn"])
def test_what_a_colleague_saved_is_seen_as_soon_as_qgis_shows_it(dock, plans, desk, qtbot, edited):
    hands = OtherHands(desk)
    if edited:
        plans.startEditing()
        change(plans, "Goed", toelichting="Van ons")
        qtbot.waitUntil(lambda: settled(dock))
    with qtbot.waitSignal(desk.canvas.mapCanvasRefreshed):
        desk.canvas.refreshAllLayers()
    with closing(sqlite3.connect(plan_file_of(plans))) as database, database:
        for trigger in [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            database.execute(f'DROP TRIGGER "{trigger}"')  # they call functions that this SQLite has not
        database.execute("UPDATE plannen SET plannaam = 'Van een collega' WHERE plannaam = 'Mis'")
        database.execute("DELETE FROM plannen WHERE plannaam = 'Let op'")
    theirs = "Woningtypen tellen niet op bij plan ‘Van een collega’"
    assert theirs not in lines(dock.model)
    if edited:
        assert plans.commitChanges(), plans.commitErrors()
    else:
        desk.canvas.refreshAllLayers()
    qtbot.waitUntil(lambda: settled(dock) and theirs in lines(dock.model), timeout=10_000)
    assert not [line for line in lines(dock.model, 3) if "Mis" in line or "Let op" in line]
    assert {one["plannaam"] for one in plans.getFeatures()} == {"Goed", "Van een collega", "Kade"}
    hands.stop()


def test_a_plan_that_goes_takes_its_findings_along_and_one_that_comes_is_unjudged(dock, plans, qtbot):
    plans.startEditing()
    plans.deleteFeature(next(one.id() for one in plans.getFeatures() if one["plannaam"] == "Mis"))
    qtbot.waitUntil(lambda: dock.words.text().startswith("0 fouten, 2 plannen"))
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: dock.words.text().startswith("1 fout, 2 plannen"))


def test_the_layer_may_go(dock, plans):
    gone = plans.id()
    QgsProject.instance().removeMapLayer(gone)
    NEWS.written.emit(gone)
    assert dock.words.text() == "Open een planbestand om het te controleren."
    assert lines(dock.model) == []


def test_when_its_layer_goes_it_turns_to_the_plan_file_that_is_left(dock, plans, tmp_path, desk, qtbot):
    (tmp_path / "elders").mkdir()
    other = planfile.open_layer(make(tmp_path / "elders", consistent_plan(plan_id=GOOD, plannaam="Elders")))
    QgsProject.instance().addMapLayer(other)
    desk.active = other
    QgsProject.instance().removeMapLayer(plans.id())
    qtbot.waitUntil(lambda: dock.layer is other and "nog niet gecontroleerd" in dock.words.text(), timeout=10_000)
    desk.active = None
    QgsProject.instance().removeMapLayer(other.id())
    QApplication.processEvents()
    assert dock.words.text() == "Open een planbestand om het te controleren."


def test_it_is_narrow(dock):
    assert dock.minimumSizeHint().width() <= 300
    assert dock.minimumSizeHint().height() <= 400, "above another panel it fits a screen of 768"


def test_below_another_panel_the_window_stays_on_the_screen(dock, desk):
    take(dock, "Woningtypen tellen niet op bij plan ‘Mis’", "Mis")
    dock.resize(300, 300)
    dock.words.setText(dock.words.text() * 4)
    assert buttons(dock)
    assert 300 < least_height(dock, desk.docks) <= 500
    desk.docks.resize(500, 500)
    QApplication.processEvents()
    assert dock.height() < 250
    dock.open.setFocus()
    QTest.keyClick(dock.open, Qt.Key.Key_Backtab)
    assert dock.next.hasFocus()
    assert not dock.next.visibleRegion().isEmpty(), "what has the keyboard comes in sight"


def test_nothing_changes_behind_a_preview(dock, plans, qtbot):
    """Another answer, or another plan file, would be overwritten with what the preview was made of."""
    for name in ("Mis", "Goed"):
        change(plans, name, vertrouwelijk=None)
    qtbot.waitUntil(lambda: "Vertrouwelijk: nog in te vullen bij 2 plannen" in lines(dock.model))
    take(dock, "Vertrouwelijk: nog in te vullen bij 2 plannen", "Goed")
    (more,) = buttons(dock, "review_mend_all")
    more.menu().actions()[0].trigger()
    (preview,) = windows("lmvw_mend_all")
    assert QApplication.activeModalWidget() is preview
    preview.reject()


def test_a_filter_that_leaves_nothing_says_so_and_is_taken_off(dock, plans, qtbot):
    assert dock.nothing.isHidden()
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WRONG))
    dock.search.setText("zulks is er niet")
    dock.refresh()
    assert lines(dock.model) == []
    assert "Geen bevindingen met dit filter" in dock.nothing.text()
    dock.nothing.linkActivated.emit("all")
    assert dock.nothing.isHidden()
    assert "Woningtypen tellen niet op bij plan ‘Mis’" in lines(dock.model)
    assert (dock.search.text(), dock.kinds.currentData()) == ("", Kind.ALL)


def test_the_last_of_a_filter_that_is_mended_leaves_a_word(dock, plans, qtbot):
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WRONG))
    change(plans, "Mis", meergezins=12)
    qtbot.waitUntil(lambda: settled(dock) and not dock.nothing.isHidden())


def test_a_question_of_yes_or_no_is_not_told_of_numbers(dock, plans, qtbot):
    change(plans, "Goed", vertrouwelijk=None)
    qtbot.waitUntil(lambda: settled(dock) and "Vertrouwelijk: nog in te vullen bij plan ‘Goed’" in lines(dock.model))
    take(dock, "Vertrouwelijk: nog in te vullen bij plan ‘Goed’", "Goed")
    assert "Wat u kunt doen: Kies ja of nee." in dock.detail.toPlainText()
    assert "heel getal" not in dock.detail.toPlainText()


def test_a_remedy_that_makes_something_else_wrong_says_so_first(dock, plans, qtbot):
    """The sum of the years as total: then the dwelling types no longer add up to it."""
    change(plans, "Goed", bruto_jaar01=9)
    qtbot.waitUntil(lambda: settled(dock) and "Fasering van bruto telt niet op bij plan ‘Goed’" in lines(dock.model))
    take(dock, "Fasering van bruto telt niet op bij plan ‘Goed’", "Goed")
    (mend,) = [one for one in buttons(dock) if one.text().startswith("Neem de som 21")]
    steps = plans.undoStack().index()
    mend.click()
    (preview,) = windows("lmvw_mend_all")
    after = preview.findChild(QLabel, "after").text()
    assert after.startswith("Dit is daarna fout, en nu nog niet:")
    assert "de som van de woningtypen is 20" in after
    assert plans.undoStack().index() == steps
    preview.findChild(QPushButton, "carry_out").click()
    assert plans.undoStack().index() == steps + 1


def test_it_names_its_file_and_follows_the_active_layer(dock, plans, tmp_path, desk, qtbot):
    assert dock.windowTitle() == "Controle: p.gpkg"
    (tmp_path / "elders").mkdir()
    path = make(tmp_path / "elders", consistent_plan(plan_id=GOOD, plannaam="Elders")).rename(tmp_path / "elders" / "ander.gpkg")
    other = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(other)
    desk.active = other
    desk.canvas.setCurrentLayer(other)
    qtbot.waitUntil(lambda: dock.layer is other and dock.windowTitle() == "Controle: ander.gpkg")
    desk.active = plans
    desk.canvas.setCurrentLayer(plans)
    qtbot.waitUntil(lambda: dock.layer is plans and dock.words.text().startswith("1 fout"))


def test_in_a_narrow_panel_a_task_says_its_field_before_how_many_plans(dock):
    index = place(dock.model, "Plantype: nog in te vullen bij 2 plannen")
    option = QStyleOptionViewItem()
    said = []
    for width in (2000, 60):
        option.rect = QRect(0, 0, width, 20)
        dock.tree.itemDelegate().initStyleOption(option, index)
        said.append(option.text)
    assert said == ["Plantype: nog in te vullen bij 2 plannen", "Plantype: 2 plannen"]
    take(dock, "Plantype: nog in te vullen bij 2 plannen")
    text = dock.detail.toPlainText()
    assert text.startswith("Plantype: nog in te vullen bij 2 plannen")
    assert "Wat u kunt doen: Kies een waarde uit de lijst." in text


def test_a_task_that_is_to_be_filled_in_leads_to_the_question_table(dock, plans, qtbot):
    for name in ("Mis", "Goed", "Kade"):
        change(plans, name, vertrouwelijk=None)
    qtbot.waitUntil(lambda: "Vertrouwelijk: nog in te vullen bij 3 plannen" in lines(dock.model))
    take(dock, "Vertrouwelijk: nog in te vullen bij 3 plannen")
    (button,) = buttons(dock)
    button.click()
    assert dock._iface.questions == ["vertrouwelijk"]


def test_every_word_is_looked_for_in_name_number_rule_and_what_is_said():
    one = RULES["A1"].finding("‘Plantype’ is niet ingevuld", {"plan_id": "a", "plannaam": "Oude Kade", "plannummer": "N-9"})
    other = RULES["A4"].finding("Woningtypen tellen niet op", {"plan_id": "b", "plannaam": None})
    for text, found in (
        ("kade N-9", [one]),
        ("A4 niet", [other]),
        ("niet", [one, other]),
        ("niet kade", [one]),
        ("kade a4", []),
        ("  ", [one, other]),
    ):
        for together in (False, True):
            shown = Shown(Ledger([one, other], {"a": 1, "b": 1}), Coverage(2, frozenset(RULES), {}), Wanted(text=text), together)
            nodes = [below for node in shown.nodes() for below in node.children]
            seen = [node.finding for node in nodes] if together else [node.finding for task in nodes for node in task.children]
            assert {one.plan_id for one in seen if one is not None} == {one.plan_id for one in found}, text


@pytest.fixture
def many(tmp_path, desk, panel, qtbot):
    """A panel on more plans to fill in than it has lines, as narrow as it may be."""
    made = [
        consistent_plan(plan_id=f"id{number:02}", plannaam=f"Plan {number:02}", plantype=None, bruto_totaal=None) for number in range(30)
    ]
    layer = set_up_project(QgsProject.instance(), make(tmp_path, *made))
    desk.active = layer
    desk.canvas.setLayers([layer])
    check(layer)
    dock = opened(panel, qtbot)
    dock.setFloating(True)
    dock.show()
    dock.resize(dock.minimumSizeHint().width(), 480)
    QApplication.processEvents()
    yield dock
    layer.rollBack()


def in_sight(dock):
    QApplication.processEvents()
    here = dock.tree.visualRect(dock.tree.currentIndex())
    return here.isValid() and here.top() >= 0 and here.bottom() <= dock.tree.viewport().height()


def test_as_narrow_as_it_may_be_no_word_of_a_button_or_choice_is_cut_off(many):
    found = readable.cut_off(many)
    assert not found, found


TYPES = "Plantype: nog in te vullen bij alle 30 plannen"


def test_what_is_in_hand_stays_in_sight_after_the_list_is_filled_again_and_while_others_are_mended(many, qtbot):
    take(many, TYPES, "Plan 25")
    assert in_sight(many)
    many.resize(many.width(), 400)
    assert in_sight(many)
    many.refresh()
    assert in_sight(many)
    layer = many.layer
    for name in ("Plan 01", "Plan 02"):
        change(layer, name, plantype="verdichting")
        qtbot.waitUntil(lambda: settled(many), timeout=10_000)
        assert many.finding().plan_id == "id25"
        assert in_sight(many)


def test_a_task_in_hand_stays_in_hand_and_open_when_the_list_is_filled_again(many):
    take(many, TYPES)
    many.tree.expand(many.tree.currentIndex())
    many.refresh()
    assert many.tree.currentIndex().data() == TYPES
    assert many.tree.isExpanded(many.tree.currentIndex())
    assert in_sight(many)
