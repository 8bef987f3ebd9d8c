# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel of a comparison: what is gone on top, one key for each decision, undone and resumed; and honest about what changed since."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.core.basisset.fields import PHASED
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.history.decisions import Verdict
from lmvw_plugin.core.history.since import findings_since
from lmvw_plugin.core.rolling.counts import Step, roll
from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.history.on_map import at
from lmvw_plugin.forms.history.to_decide import ToDecide
from lmvw_plugin.layers.history.comparing import compare
from lmvw_plugin.layers.history.files import read_file
from lmvw_plugin.layers.history.since import since_of
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import comparison_table, decisions_table, hints_table
from lmvw_plugin.layers.planfile.tables.decisions_table import Row
from tests.conftest import MARKERWAARD, PEILDATUM, read_plans, square
from tests.forms.compared.kit import KEY, THEN, choose, known, lines, press, ready
from tests.packages import by_hand

COUNTED = (*PHASED, "bruto_jaar01", "bruto_jaar02", "bruto_periode2")


def test_the_last_delivery_is_there_by_itself_and_what_is_gone_is_on_top(dock):
    assert "1 januari 2025" in dock.previous.currentText() and dock.file.isHidden()
    assert lines(dock) == ["Verdwenen: ‘Kade’", "Verdwenen: ‘Oud’", "Hernoemd: ‘Dijk’ → ‘Nieuwe Akker’"]
    assert "2 plannen verdwenen, 1 voorstel te bekijken, 0 besloten" in dock.words.text()
    dock.shown.setCurrentIndex(2)
    assert len(lines(dock)) == 5 and lines(dock)[:2] == ["Verdwenen: ‘Kade’", "Verdwenen: ‘Oud’"]


def test_the_map_shows_the_old_outline_over_the_new_one(dock, desk):
    choose(dock, "Akker")
    old, new = dock.outlines.old.asGeometry(), dock.outlines.new.asGeometry()
    assert old.area() == pytest.approx(square(4).area()) and new.area() == pytest.approx(square(4).area())
    assert dock.outlines.old.scene().items().index(dock.outlines.old) < dock.outlines.new.scene().items().index(dock.outlines.new), (
        "upper first"
    )
    assert desk.canvas.extent().contains(new.boundingBox())
    choose(dock, "Kade")
    assert dock.outlines.new.asGeometry().isEmpty() and not dock.outlines.old.asGeometry().isEmpty()
    dock.hide()
    QApplication.processEvents()
    assert dock.outlines.old.asGeometry().isEmpty()


def test_one_key_accepts_and_one_undoes(dock, path, qtbot):
    choose(dock, "Akker")
    assert (dock.accept_.text(), dock.refuse.text()) == ("Hetzelfde plan", "Een ander plan")
    press(dock, KEY.Key_A, qtbot)
    assert lines(dock) == ["Verdwenen: ‘Kade’", "Verdwenen: ‘Oud’"]
    (kept,) = comparison_table.read(path)
    assert (kept.verdict, kept.then.plannaam, kept.now.plannaam) == (Verdict.SAME, "Dijk", "Nieuwe Akker")
    assert kept.moment
    dock.shown.setCurrentIndex(1)
    assert lines(dock) == ["Hernoemd: ‘Dijk’ → ‘Nieuwe Akker’ (besloten)"]
    press(dock, KEY.Key_Z, qtbot)
    assert comparison_table.read(path) == [] == lines(dock)
    press(dock, KEY.Key_Z, qtbot)
    assert dock.words.text() == "Er is niets meer om ongedaan te maken."


def test_one_key_refuses(dock, path, qtbot):
    choose(dock, "Akker")
    press(dock, KEY.Key_W, qtbot)
    assert lines(dock) == ["Verdwenen: ‘Dijk’", "Verdwenen: ‘Kade’", "Verdwenen: ‘Oud’"]
    assert [one.verdict for one in comparison_table.read(path)] == [Verdict.OTHER]


def test_of_what_is_gone_without_a_lookalike_there_is_nothing_to_accept(dock, path, qtbot):
    choose(dock, "Oud")
    assert dock.accept_.isHidden() and dock.refuse.isHidden() and dock.tie.isEnabled()
    press(dock, KEY.Key_A, qtbot)
    assert comparison_table.read(path) == []


def test_another_plan_is_clicked_on_the_map_or_named(dock, desk, path, qtbot):
    before = desk.canvas.mapTool()
    choose(dock, "Oud")
    press(dock, KEY.Key_K, qtbot)
    tool = desk.canvas.mapTool()
    assert tool is not before and dock.other.isVisible()
    place = square(16).centroid().asPoint()
    tool._tell(place, tool._over)
    assert dock.words.text() == "Klik om ‘Ver weg’ aan te wijzen. Esc stopt."
    tool._tell(QgsPointXY(place.x() + 5000, place.y()), tool._picked)
    assert "Daar ligt geen plan" in dock.words.text() and dock.other.isVisible()
    tool._tell(place, tool._picked)
    ready(dock, qtbot)
    assert desk.canvas.mapTool() is not tool and dock.other.isHidden()
    assert [(one.then.plannaam, one.now.plannaam) for one in comparison_table.read(path)] == [("Oud", "Ver weg")]

    choose(dock, "Kade")
    press(dock, KEY.Key_K, qtbot)
    dock.other.lineEdit().setText("‘Ver weg’")
    QTest.keyClick(dock.other.lineEdit(), KEY.Key_Return)
    ready(dock, qtbot)
    assert ("Kade", "Ver weg") in {(one.then.plannaam, one.now.plannaam) for one in comparison_table.read(path)}
    dock.shown.setCurrentIndex(1)
    assert lines(dock) == ["Samengevoegd: ‘Kade’ + ‘Oud’ → ‘Ver weg’ (besloten)"]


def test_escape_or_another_tool_gives_up_pointing(dock, desk, qtbot):
    choose(dock, "Oud")
    press(dock, KEY.Key_K, qtbot)
    QTest.keyClick(dock.other.lineEdit(), KEY.Key_Escape)
    assert not dock.tie.isChecked() and dock.other.isHidden()
    press(dock, KEY.Key_K, qtbot)
    desk.canvas.unsetMapTool(desk.canvas.mapTool())
    assert not dock.tie.isChecked() and dock.other.isHidden()


def test_who_goes_on_tomorrow_finds_what_was_decided(dock, panel, desk, qtbot):
    choose(dock, "Akker")
    press(dock, KEY.Key_A, qtbot)
    panel.stop()
    panel.__init__(desk)
    QApplication.processEvents()
    panel.show()
    assert lines(ready(panel.dock, qtbot)) == ["Verdwenen: ‘Kade’", "Verdwenen: ‘Oud’"]


def test_a_plan_that_changes_is_told_and_asked_again(dock, desk, qtbot):
    choose(dock, "Akker")
    press(dock, KEY.Key_A, qtbot)
    layer = desk.active
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Nieuwe Akker")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), "Oude Akker")
    assert "vergelijk opnieuw" in dock.words.text()
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    assert "Niet meer geldig: 1 beslissing" in dock.words.text(), "edits that are not saved count"
    assert "Hernoemd: ‘Dijk’ → ‘Oude Akker’" in lines(dock)


def test_the_previous_delivery_from_a_file(dock, path, tmp_path, qtbot):
    other = tmp_path / "vorig.gpkg"
    planfile.create(other, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [known("Haven", 0)[::-1], known("Weg", 5)[::-1]])
    dock.previous.setCurrentIndex(dock.previous.count() - 1)
    dock._chosen_previous()
    assert dock.file.isVisible() and "Kies de vorige levering" in dock.words.text()
    dock.file.setFilePath(str(other))
    ready(dock, qtbot)
    assert lines(dock)[0] == "Verdwenen: ‘Weg’" and "vorig.gpkg" in dock.words.text()
    dock.file.setFilePath(str(tmp_path / "er niet.gpkg"))
    assert lines(dock)[0] == "Verdwenen: ‘Weg’"


def test_a_previous_delivery_made_by_hand_is_read_by_a_mapping(dock, tmp_path, qtbot):
    other, mapping = by_hand(tmp_path / "gemaakt.gpkg", ("Haven", "Weg"))
    dock.previous.setCurrentIndex(dock.previous.count() - 1)
    dock._chosen_previous()
    assert dock.mapping.isVisible()
    dock.file.setFilePath(str(other))
    qtbot.waitUntil(lambda: not dock.hand.works, timeout=20000)
    assert "geen kolom met plannamen" in dock.words.text()
    dock.mapping.setFilePath(str(mapping))
    ready(dock, qtbot)
    assert lines(dock)[0] == "Verdwenen: ‘Weg’" and user_settings.PREVIOUS_MAPPING.get() == str(mapping)
    dock.file.setFilePath(str(tmp_path / "p.gpkg"))
    ready(dock, qtbot)
    assert dock.mapping.filePath() == user_settings.PREVIOUS_MAPPING.get() == "", "it was of the other file"
    dock.previous.setCurrentIndex(0)
    dock._chosen_previous()
    assert dock.mapping.isHidden(), "what the plan file remembers needs none"


def test_the_layer_goes_and_the_panel_lets_go(dock, qtbot):
    QgsProject.instance().clear()
    assert dock.layer is None and dock.compared is None and lines(dock) == []
    assert dock.outlines.old.asGeometry().isEmpty()


def test_the_smallest_polygon_at_a_place():
    from lmvw_plugin.layers.planfile.rows import shape_of

    large = square(0).buffer(40, 4)
    shapes = [shape_of(large), None, shape_of(square(0)), shape_of(square(8))]
    point = square(0).centroid().asPoint()
    assert at(shapes, point) == 2
    assert at(shapes, QgsPointXY(0, 0)) is None


def plans_in(path):
    return {plan["plannaam"]: (plan, shape) for plan, shape in read_plans(path)}


def test_a_plan_that_is_gone_is_tied_off_with_the_name_and_polygon_of_then(dock, path, desk, qtbot):
    choose(dock, "Oud")
    assert not dock.built.isHidden() and not dock.dropped.isHidden() and dock.restore.text() == "Terugzetten"
    press(dock, KEY.Key_V, qtbot)
    assert dock.words.text().startswith("‘Oud’ is afgemeld als vervallen.") and lines(dock)[0] == "Verdwenen: ‘Kade’"
    plan, shape = plans_in(path)["Oud"]
    then, drawn = known("Oud", 3)
    assert (plan["plan_id"], plan["vervallen"], plan["gerealiseerd"], plan["bruto_totaal"]) == (then["plan_id"], True, False, None)
    assert shape.asWkb() == drawn.asWkb()
    assert not desk.active.isEditable(), "saved, and as it was found"
    choose(dock, "Kade")
    press(dock, KEY.Key_G, qtbot)
    assert plans_in(path)["Kade"][0]["gerealiseerd"] is True
    dock.shown.setCurrentIndex(1)
    assert lines(dock) == ["Gerealiseerd: ‘Kade’ (besloten)", "Vervallen: ‘Oud’ (besloten)"]


def test_what_is_tied_off_is_no_finding_any_more(dock, path, qtbot):
    for name, key in (("Oud", KEY.Key_V), ("Kade", KEY.Key_G)):
        choose(dock, name)
        press(dock, key, qtbot)
    choose(dock, "Akker")
    press(dock, KEY.Key_A, qtbot)
    since, now = since_of(path, PEILDATUM), read_file(f"{path}|layername=plannen", Silent())
    compared = compare(since.previous, now, since.decisions, Silent())
    assert [one.regel for one in findings_since(compared.comparison, compared.ground)] == ["S6"], "the name of Nieuwe Akker"


def test_a_plan_that_was_removed_by_accident_comes_back_as_it_was(dock, path, qtbot):
    choose(dock, "Oud")
    press(dock, KEY.Key_T, qtbot)
    plan, shape = plans_in(path)["Oud"]
    then, drawn = known("Oud", 3)
    assert shape.asWkb() == drawn.asWkb() and (plan["vervallen"], plan["planstatus"]) == (False, then["planstatus"])
    step = Step(Peildatum.parse(THEN.peildatum), PEILDATUM)
    assert {name: plan[name] for name in COUNTED} == {name: roll(then, step).values[name] for name in COUNTED}
    asked = [one for one in roll(then, step).decisions if one.asked and one.proposal is not None]
    assert asked and [one.veld for one in hints_table.read(path)[then["plan_id"]]] == [one.veld for one in asked]
    press(dock, KEY.Key_Z, qtbot)
    assert "Oud" not in plans_in(path) and dock.list.currentIndex().data() == "Verdwenen: ‘Oud’", "and not the one that was in hand"


def test_what_came_back_is_taken_back_tomorrow_too_but_not_what_was_changed_since(dock, panel, desk, path, qtbot):
    for name in ("Oud", "Kade"):
        choose(dock, name)
        press(dock, KEY.Key_V, qtbot)
    layer = desk.active
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Oud")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("toelichting"), "Zie het raadsbesluit")
    assert layer.commitChanges()
    panel.stop()
    panel.__init__(desk)
    QApplication.processEvents()
    panel.show()
    dock = ready(panel.dock, qtbot)
    press(dock, KEY.Key_Z, qtbot)
    assert set(plans_in(path)) == {"Haven", "Nieuwe Akker", "Ver weg", "Oud"}
    press(dock, KEY.Key_Z, qtbot)
    assert dock.words.text().startswith("Plan ‘Oud’ is daarna gewijzigd en blijft zoals het nu is.")
    assert "Oud" in plans_in(path) and comparison_table.read(path) == []


def test_a_plan_that_stays_at_home_is_tied_off_in_its_own_row(dock, path, desk, qtbot):
    layer = desk.active
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Haven")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("planstatus"), "5A")
    layer.changeGeometry(plan.id(), square(0).buffer(20, 4))
    assert layer.commitChanges()
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    choose(dock, "Haven")
    press(dock, KEY.Key_V, qtbot)
    plan, shape = plans_in(path)["Haven"]
    then, drawn = known("Haven", 0)
    assert len(plans_in(path)) == 3 and (plan["vervallen"], plan["planstatus"]) == (True, then["planstatus"])
    assert shape.asWkb() == drawn.asWkb()
    press(dock, KEY.Key_Z, qtbot)
    plan, shape = plans_in(path)["Haven"]
    assert (plan["vervallen"], plan["planstatus"]) == (False, "5A") and shape.asWkb() != drawn.asWkb()


def test_a_finished_plan_that_was_drawn_anew_gets_the_name_and_polygon_of_then(dock, path, desk, qtbot):
    layer = desk.active
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Haven")
    for name, one in (("gerealiseerd", True), ("plannaam", "Haven klaar")):
        layer.changeAttributeValue(plan.id(), layer.fields().lookupField(name), one)
    assert layer.commitChanges()
    dock.shown.setCurrentIndex(2)
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    choose(dock, "Haven klaar")
    assert dock.built.isHidden() and dock.restore.text() == "Naam en polygoon van toen"
    press(dock, KEY.Key_T, qtbot)
    plan, shape = plans_in(path)["Haven"]
    assert plan["gerealiseerd"] is True and shape.asWkb() == known("Haven", 0)[1].asWkb()


def test_edits_of_somebody_else_are_not_saved_with_it(dock, path, desk, qtbot):
    layer = desk.active
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == "Haven")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("toelichting"), "half getypt")
    choose(dock, "Oud")
    press(dock, KEY.Key_V, qtbot)
    assert "Sla de wijzigingen in de laag nog op." in dock.words.text() and layer.isEditable()
    assert "Oud" not in plans_in(path) and not [line for line in lines(dock) if "Oud" in line]
    layer.undoStack().undo()
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    assert "Verdwenen: ‘Oud’" in lines(dock), "Ctrl+Z takes it back as any edit"


def test_a_plan_file_that_cannot_be_written_says_so(dock, path, desk, qtbot):
    desk.active.setReadOnly(True)
    choose(dock, "Oud")
    press(dock, KEY.Key_V, qtbot)
    assert dock.words.text().startswith("Alleen lezen") and comparison_table.read(path) == []


def test_what_is_to_be_decided_after_the_new_peildatum_is_reached_from_the_panel(dock, path, desk, qtbot):
    assert dock.todo.isHidden()
    plan = known("Haven", 0)[0]
    rows = [
        Row(
            plan["plan_id"],
            "",
            "Haven",
            "bruto_totaal",
            "Bruto totaal",
            str(plan["bruto_totaal"]),
            7,
            False,
            "Verlaag dit als er iets klaar is.",
        ),
        Row(plan["plan_id"], "", "Haven", "sloop_totaal", "Sloop totaal", "9", 3, True, "Wat gesloopt is, telt niet meer mee."),
        Row("weg", "", "Weg", "sloop_totaal", "Sloop totaal", "9", 3, True, "Van een plan dat er niet meer is."),
    ]
    with closing(sqlite3.connect(path)) as database, database:
        decisions_table.write(database, rows)
    layer, opened = desk.active, []
    layer.startEditing()
    (fid,) = (one.id() for one in layer.getFeatures() if one["plannaam"] == "Haven")
    layer.changeAttributeValue(fid, layer.fields().lookupField("sloop_totaal"), None)
    assert layer.commitChanges()

    def again():
        dock.again.click()
        dock.compared = None
        ready(dock, qtbot)

    again()
    assert dock.todo.text() == "Te beslissen: 2 velden…" and not dock.todo.isHidden()
    desk.openFeatureForm = lambda layer, plan, *_: opened.append(plan["plannaam"])
    dock.todo.click()
    window = dock.findChild(ToDecide)
    shown = [[window.table.item(row, column).text() for column in range(5)] for row in range(window.table.rowCount())]
    assert shown[0] == ["Haven", "Bruto totaal", str(plan["bruto_totaal"]), "7", "blijft staan"] and shown[1][4] == "leeg"
    QTest.keyClick(window.table, KEY.Key_Return)
    assert opened == ["Haven"] and layer.selectedFeatureIds() == [fid]
    window.reject()
    layer.startEditing()
    for name in ("bruto_totaal", "sloop_totaal"):
        layer.changeAttributeValue(fid, layer.fields().lookupField(name), 3)
    again()
    assert dock.todo.isHidden(), "both are decided, in edits that are not saved too"


def waiting(path, desk, *rows):
    """A plan file with these rows to be decided, of the plan Haven: (veld, was, gevraagd)."""
    plan = known("Haven", 0)[0]
    with closing(sqlite3.connect(path)) as database, database:
        decisions_table.write(
            database, [Row(plan["plan_id"], "", "Haven", veld, veld, str(was), 3, asked, "Kijk ernaar.") for veld, was, asked in rows]
        )
    return plan


def opened_list(dock):
    dock.todo.click()
    window = dock.findChildren(ToDecide)[-1]
    window.activateWindow()
    QApplication.processEvents()
    return window


def kept_stays(path):
    return [(row.veld, bool(row.wie), bool(row.moment)) for row in decisions_table.read(path) if row.ticked]


def test_what_stays_is_ticked_off_with_who_and_when_and_that_is_taken_back_later(dock, path, desk, qtbot):
    counts = known("Haven", 0)[0]
    waiting(path, desk, ("bruto_totaal", counts["bruto_totaal"], False), ("prijs_overig", counts["prijs_overig"], False))
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    window = opened_list(dock)
    assert window.earlier.isHidden()
    QTest.keyClick(window.table, KEY.Key_Space)
    assert kept_stays(path) == [("bruto_totaal", True, True)]
    assert window.table.item(0, 4).checkState() == Qt.CheckState.Checked and " liet dit staan op " in window.table.item(0, 5).text()
    assert dock.todo.text() == "Te beslissen: 1 veld…" and window.stays.text() == "Toch nog beslissen"
    window.table.selectAll()
    window.stays.click()
    assert [veld for veld, *_ in kept_stays(path)] == ["bruto_totaal", "prijs_overig"]
    assert dock.todo.text() == "Wat u liet staan…" and not dock.todo.isHidden(), "it can be taken back tomorrow"
    window.close()

    window = opened_list(dock)
    assert window.earlier.isChecked() and not any(map(window.table.isRowHidden, range(2))), "there is nothing else to see"
    window.table.item(1, 4).setCheckState(Qt.CheckState.Unchecked)  # as a click on the box does
    assert [veld for veld, *_ in kept_stays(path)] == ["bruto_totaal"]
    window.close()
    window = opened_list(dock)
    assert [window.table.isRowHidden(row) for row in range(2)] == [True, False] and not window.earlier.isHidden()
    window.earlier.click()
    assert not window.table.isRowHidden(0)
    window.close()


def test_what_is_empty_is_never_ticked_off(dock, path, desk, qtbot):
    plan = waiting(path, desk, ("sloop_totaal", 9, True))
    layer = desk.active
    layer.startEditing()
    (fid,) = (one.id() for one in layer.getFeatures() if one["plan_id"] == plan["plan_id"])
    layer.changeAttributeValue(fid, layer.fields().lookupField("sloop_totaal"), None)
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    window = opened_list(dock)
    assert not window.stays.isEnabled() and window.table.item(0, 4).data(Qt.ItemDataRole.CheckStateRole) is None
    QTest.keyClick(window.table, KEY.Key_Space)
    decisions_table.tick(path, decisions_table.read(path), "wie", "2026-01-01 10:00")
    assert kept_stays(path) == []
    window.close()
    layer.rollBack()


def test_a_tick_that_cannot_be_kept_says_so_and_is_not_shown(dock, path, desk, qtbot):
    waiting(path, desk, ("bruto_totaal", known("Haven", 0)[0]["bruto_totaal"], False))
    dock.again.click()
    dock.compared = None
    ready(dock, qtbot)
    window = opened_list(dock)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TRIGGER nee BEFORE UPDATE ON lmvw_te_beslissen BEGIN SELECT RAISE(ABORT, 'dicht'); END")
    QTest.keyClick(window.table, KEY.Key_Space)
    assert "kan niet bijgewerkt worden" in window.words.text()
    assert window.table.item(0, 4).checkState() == Qt.CheckState.Unchecked and kept_stays(path) == []
    window.close()


def test_a_table_of_before_there_were_ticks_gets_them(dock, path, desk, qtbot):
    waiting(path, desk, ("bruto_totaal", known("Haven", 0)[0]["bruto_totaal"], False))
    with closing(sqlite3.connect(path)) as database, database:
        for column in ("wie", "moment"):
            database.execute(f"ALTER TABLE lmvw_te_beslissen DROP COLUMN {column}")
    (row,) = decisions_table.read(path)
    assert not row.ticked
    decisions_table.tick(path, [row], "An de Wit", "2026-02-03 10:00")
    assert [(one.wie, one.moment) for one in decisions_table.read(path)] == [("An de Wit", "2026-02-03 10:00")]


def test_what_is_to_be_decided_is_reached_where_no_delivery_is_known(panel, path, desk, qtbot):
    """The last one was made by hand: the panel asks for its file, and the list does not wait for that."""
    waiting(path, desk, ("bruto_totaal", known("Haven", 0)[0]["bruto_totaal"], False))
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE lmvw_levering")
    panel.show()
    qtbot.waitUntil(lambda: "Kies de vorige levering" in panel.dock.words.text(), timeout=20000)
    assert panel.dock.todo.text() == "Te beslissen: 1 veld…" and not panel.dock.todo.isHidden()
