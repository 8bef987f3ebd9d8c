# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan is cut with QGIS's own tool: its counts are asked for each part, and none is lost on the way."""

from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsLineString, QgsPoint, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialog, QSpinBox

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.forms.drawing.divide_counts import divide_parts, divide_selected, start_split
from lmvw_plugin.forms.drawing.divide_dialog import Divided, DivideDialog
from lmvw_plugin.forms.drawing.split_watch import SplitWatch
from lmvw_plugin.forms.messages import guarded
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.division import apply_division, division
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square, values
from tests.forms.desk import Desk

SECOND = "7b0d0a0c-0000-4000-8000-000000000002"


@pytest.fixture
def plans(tmp_path, qgis_app):
    rows = [
        (square(0), consistent_plan(toelichting="Fase 1", plannummer="007")),
        (
            square(1),
            consistent_plan(plan_id=SECOND, plannaam="Kade", planstatus="4A", tijdelijk=None, nultreden_geclusterd=0, zorggeschikt=0),
        ),
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    layer = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "Plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    yield layer
    layer.rollBack()
    QgsProject.instance().clear()


@pytest.fixture
def desk(plans):
    return Desk()


@pytest.fixture
def asked():
    """What the window was asked, and a user who presses Cancel."""
    seen = []

    def ask(divided, layer):
        seen.append((divided, layer))

    ask.seen = seen
    return ask


@pytest.fixture
def watch(plans, desk, asked):
    found = SplitWatch(desk, asked)
    yield found
    found.stop()


def cut(layer, x=0.25, number=0):
    """As QGIS's tool does it: a line from top to bottom, in a step of its own; returns the ids of both parts."""
    before = {feature.id() for feature in layer.getFeatures()}
    box = square(number).boundingBox()
    place = box.xMinimum() + x * box.width()
    layer.removeSelection()  # else the tool cuts what is selected only
    layer.beginEditCommand("Features split")
    line = QgsLineString([QgsPoint(place, box.yMinimum() - 10), QgsPoint(place, box.yMaximum() + 10)])
    layer.splitFeatures(line, False, True)
    layer.endEditCommand()
    (new,) = {feature.id() for feature in layer.getFeatures()} - before
    return number + 1, new


def contents(layer):
    return {feature.id(): (values(feature), feature.geometry().asWkt()) for feature in layer.getFeatures()}


def totals(layer):
    return {field.name: sum(values(feature)[field.name] or 0 for feature in layer.getFeatures()) for field in b.COUNTS}


# -- noticing -----------------------------------------------------------------------------------------------------------


def test_qgis_s_own_tool_is_noticed(plans, watch, asked, qtbot):
    old, new = cut(plans)
    qtbot.waitUntil(lambda: bool(asked.seen))
    ((divided, layer),) = asked.seen
    assert layer is plans
    assert [plan.id() for plan in divided.plans] == [old, new]
    assert divided.totals["bruto_totaal"] == 20


def test_a_second_cut_and_a_cut_of_a_new_part_are_noticed_too(plans, watch, asked, qtbot):
    cut(plans, 0.25)
    qtbot.waitUntil(lambda: len(asked.seen) == 1)
    cut(plans, 0.5)
    qtbot.waitUntil(lambda: len(asked.seen) == 2)
    plans.commitChanges(False)
    cut(plans, 0.5, number=1)
    qtbot.waitUntil(lambda: len(asked.seen) == 3)
    assert asked.seen[2][0].names == ["Kade", ""]


def test_other_edits_are_no_cut(plans, watch, asked, qtbot):
    plans.beginEditCommand("a plan is drawn beside one that moves")
    plans.changeGeometry(1, square(5))
    fresh = QgsFeature(plans.fields())
    fresh.setGeometry(square(6))
    assert plans.addFeature(fresh)
    plans.endEditCommand()
    plans.beginEditCommand("an import cuts a plan and names the new one")
    plans.changeGeometry(2, QgsGeometry.fromRect(square(1).boundingBox().buffered(-20)))
    named = QgsFeature(plans.fields())
    named.setGeometry(QgsGeometry.fromRect(square(1).boundingBox().buffered(-30)))
    named["plannaam"] = "Nieuw"
    assert plans.addFeature(named)
    plans.endEditCommand()
    plans.changeAttributeValue(1, plans.fields().lookupField("bruto_totaal"), 3)
    plans.undoStack().undo()
    plans.rollBack()
    qtbot.wait(50)
    assert asked.seen == []


def test_a_cut_that_is_undone_at_once_asks_nothing(plans, watch, asked, qtbot):
    cut(plans)
    plans.undoStack().undo()
    qtbot.wait(50)
    assert asked.seen == []


def test_what_is_cut_from_a_strijdig_plan_is_strijdig_too(plans, watch, asked, qtbot):
    path = Path(plans.source().split("|")[0])
    confidential_table.label(path, [SECOND], True, "A. Bos", "2026-01-05 10:00")
    _old, new = cut(plans, number=1)
    qtbot.waitUntil(lambda: bool(asked.seen))
    part = plans.getFeature(new)
    assert confidential_table.read(path, "2026-01-01").strijdig == {SECOND, part["plan_id"]} and len(part["plan_id"]) == 36
    assert values(part)["vertrouwelijk"] is None, "until somebody answers it counts as confidential"
    cut(plans)
    qtbot.waitUntil(lambda: len(asked.seen) == 2)
    assert len(confidential_table.read(path, "2026-01-01").strijdig) == 2, "a part of another plan is not"


def test_a_part_that_was_not_labelled_is_when_it_gets_its_counts(plans):
    path = Path(plans.source().split("|")[0])
    old, new = cut(plans, number=1)
    confidential_table.label(path, [SECOND], True, "A. Bos", "2026-01-05 10:00")
    divided = division([plans.getFeature(old), plans.getFeature(new)])
    apply_division(plans, divided, divided.now, ["Kade", "Kade deel 2"])
    part = plans.getFeature(new)
    assert part["plan_id"] in confidential_table.read(path, "2026-01-01").strijdig
    assert values(part)["vertrouwelijk"] == values(plans.getFeature(old))["vertrouwelijk"], "the answer itself goes with it"


def test_the_watch_lets_go(plans, desk, asked, qtbot):
    watch = SplitWatch(desk, asked)
    watch.stop()
    cut(plans)
    qtbot.wait(50)
    assert asked.seen == []


def test_cancel_leaves_both_parts_and_says_what_is_open(plans, watch, desk, qtbot):
    old, new = cut(plans)
    before = contents(plans)
    qtbot.waitUntil(lambda: bool(desk.words))
    assert "Alle aantallen staan nog bij ‘Havenkwartier’" in desk.words[0]
    assert "Aantallen verdelen" in desk.words[0]
    assert contents(plans) == before
    assert set(plans.selectedFeatureIds()) == {old, new}, "ready for the menu entry"


# -- deciding -----------------------------------------------------------------------------------------------------------


def window_for(plans, fids, qtbot):
    window = DivideDialog(None, division([plans.getFeature(fid) for fid in fids]), plans)
    qtbot.addWidget(window)
    return window


def test_the_window_shows_what_there_is_to_divide(plans, qtbot):
    window = window_for(plans, cut(plans), qtbot)
    shown = [name for name, total in consistent_plan().items() if b.BY_NAME[name].kind is b.Kind.COUNT and total]
    assert list(window.numbers) == shown
    labels = [window.table.item(row, 0).text() for row in range(window.table.rowCount())]
    assert labels[:3] == ["Aantallen en fasering", "Bruto totaal", "Sloop totaal"]
    assert "Bruto 2026" in labels
    assert [number.value() for number in window.numbers["bruto_totaal"]] == [20, 0]
    assert [box.text() for box in window.names] == ["Havenkwartier", "Havenkwartier deel 2"]
    assert "Havenkwartier deel 2: nog geen woningen" in window.verdict.text()
    assert window.ok.isEnabled()


def test_what_one_part_gets_the_other_loses(plans, qtbot):
    window = window_for(plans, cut(plans), qtbot)
    window.numbers["bruto_totaal"][1].setValue(8)
    assert window.numbers["bruto_totaal"][0].value() == 12
    assert "Havenkwartier deel 2: de fasering van bruto 8 te weinig" in window.verdict.text()
    assert window.ok.isEnabled(), "half-finished work may be kept"
    window.rest_stays.setChecked(False)
    window.numbers["bruto_totaal"][0].setValue(10)
    assert not window.ok.isEnabled()
    assert "Bruto totaal" in window.verdict.text()
    row = next(row for row in range(window.table.rowCount()) if window.table.item(row, 0).text() == "Bruto totaal")
    assert window.table.item(row, 4).text() == "2"
    window.numbers["bruto_totaal"][0].setValue(14)
    assert window.table.item(row, 4).text() == "2 te veel"
    window.names[1].clear()
    assert "Geef elk deel een naam" in window.verdict.text()


def test_by_area_is_offered_and_taken_back(plans, qtbot):
    window = window_for(plans, cut(plans, 0.25), qtbot)
    window.area.click()
    kept, new = window.result_counts()
    assert {kept["bruto_totaal"], new["bruto_totaal"]} == {15, 5}
    assert "Alles is verdeeld" in window.verdict.text()
    for part in (kept, new):
        for total in b.SUMS:
            assert sum(part[name] for name in total.parts) == part[total.total]
    window.back.click()
    assert window.result_counts()[0]["bruto_totaal"] == 20


def test_the_window_works_without_the_mouse(plans, qtbot):
    window = window_for(plans, cut(plans), qtbot)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    QApplication.setActiveWindow(window)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.names[1])
    QTest.keyClicks(window.names[1], "Oever")
    visited = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        found = QApplication.focusWidget()
        if isinstance(found, QSpinBox):
            visited.append(found.objectName())
            if found.objectName() == "bruto_jaar01_1":
                QTest.keyClicks(found, "5")
                QTest.keyClick(found, Qt.Key.Key_Return)
                assert window.isVisible(), "Enter in a number goes on, it does not close the window"
                visited.append(QApplication.focusWidget().objectName())
    expected = [f"{name}_1" for name in window.numbers]
    assert visited[: len(expected)] == expected
    assert window.result_counts()[1]["bruto_jaar01"] == 5
    while QApplication.focusWidget() is not window.ok:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(window.ok, Qt.Key.Key_Space)
    assert window.result() == QDialog.DialogCode.Accepted
    assert window.decided().names == ["Havenkwartier", "Oever"]


# -- applying -----------------------------------------------------------------------------------------------------------


def test_both_parts_get_theirs_in_one_step_that_can_be_undone(plans, desk, qtbot):
    old, new = cut(plans, 0.25)
    before, whole = contents(plans), totals(plans)

    def ask(divided, layer):
        window = DivideDialog(None, divided, layer)
        qtbot.addWidget(window)
        window.area.click()
        window.names[1].setText("Oever")
        return window.decided()

    divide_parts(desk, plans, [old, new], ask)
    kept, part = values(plans.getFeature(old)), values(plans.getFeature(new))
    assert totals(plans) == whole
    assert (kept["plannaam"], part["plannaam"]) == ("Havenkwartier", "Oever")
    assert (part["planstatus"], part["plantype"], part["toelichting"], part["vertrouwelijk"]) == ("2A", "verdichting", "Fase 1", False)
    assert part["geclusterd_55plus"] is True
    assert (kept["plannummer"], part["plannummer"]) == ("007", None), "a number belongs to one plan"
    assert part["plan_id"] not in (None, kept["plan_id"])
    assert "verdeeld over ‘Havenkwartier’, ‘Oever’" in desk.words[-1]
    plans.undoStack().undo()
    assert contents(plans) == before
    plans.undoStack().redo()
    assert totals(plans) == whole
    assert plans.commitChanges(), plans.commitErrors()
    assert totals(plans) == whole


def test_a_part_without_clusters_is_not_asked_about_them(plans, desk):
    fids = cut(plans)

    def ask(divided, layer):
        kept, new = divided.now
        return Divided([kept | {"bruto_totaal": 12}, new | {"bruto_totaal": 8}], ["A", "B"])

    divide_parts(desk, plans, fids, ask)
    part = values(plans.getFeature(fids[1]))
    assert (part["bruto_totaal"], part["nultreden_geclusterd"], part["geclusterd_55plus"]) == (8, 0, None)


def test_a_count_that_nobody_answered_stays_unanswered(plans, desk):
    fids = cut(plans, number=1)
    divide_parts(desk, plans, fids, lambda divided, layer: Divided(divided.now, ["Kade", "Oever"]))
    assert [values(plans.getFeature(fid))["tijdelijk"] for fid in fids] == [None, None]
    assert [values(plans.getFeature(fid))["sloop_jaar01"] for fid in fids] == [0, 0]


@pytest.mark.parametrize(("changes", "names", "sentence"), [
    ({"bruto_totaal": 19}, ["A", "B"], "‘Bruto totaal’ is nog niet goed verdeeld: samen 20"),
    ({"bruto_totaal": 21}, ["A", "B"], "‘Bruto totaal’ is nog niet goed verdeeld"),
    ({}, ["A", " "], "Geef elk deel een naam"),
])  # fmt: skip
def test_nothing_is_lost_silently(plans, changes, names, sentence):
    fids = cut(plans)
    before = contents(plans)
    divided = division([plans.getFeature(fid) for fid in fids])
    kept, new = divided.now
    with pytest.raises(LmvwError, match=sentence):
        apply_division(plans, divided, [kept | changes, new], names)
    assert contents(plans) == before


def test_counts_are_divided_again_between_existing_plans(plans, desk):
    whole = totals(plans)
    plans.selectByIds([1, 2])

    def ask(divided, layer):
        first, second = divided.now
        return Divided([first | {"bruto_totaal": 5}, second | {"bruto_totaal": 35}], divided.names)

    divide_selected(desk, ask)
    assert totals(plans) == whole
    assert values(plans.getFeature(2))["planstatus"] == "4A", "only a new part gets answers"
    assert {values(plan)["bruto_totaal"] for plan in plans.getFeatures()} == {5, 35}


def test_what_an_existing_plan_had_not_answered_stays_so(plans, desk):
    plans.selectByIds([1, 2])
    divide_selected(desk, lambda divided, layer: Divided(divided.now, divided.names))
    assert [values(plans.getFeature(fid))["tijdelijk"] for fid in (1, 2)] == [3, None]

    def ask(divided, layer):
        first, second = divided.now
        return Divided([first | {"tijdelijk": 1}, second | {"tijdelijk": 2}], divided.names)

    divide_selected(desk, ask)
    assert [values(plans.getFeature(fid))["tijdelijk"] for fid in (1, 2)] == [1, 2]


def test_more_plans_than_fit_on_a_screen_are_refused(plans, desk):
    for number in range(2, 14):
        assert plans.addFeature(QgsVectorLayerUtils.createFeature(plans, square(number)))
    plans.selectAll()
    guarded(desk, divide_selected)()
    assert "ten hoogste 12 plannen" in desk.words[0]


def test_one_plan_cannot_be_divided(plans, desk):
    plans.selectByIds([1])
    guarded(desk, divide_selected)()
    assert "Selecteer eerst de twee of meer plannen" in desk.words[0]


def test_the_menu_entry_takes_up_the_tool(plans, desk):
    plans.rollBack()
    start_split(desk)
    assert plans.isEditable()
    assert desk.tools == ["split"]
    assert desk.active is plans
    assert "Teken een lijn" in desk.words[0]
