# SPDX-License-Identifier: GPL-2.0-or-later
"""A warning that a person lets stay: asked why, counted apart, and open again when what it is about changes."""

import json

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QPlainTextEdit, QWidget

from lmvw_plugin.core.asking.defaults import Defaults
from lmvw_plugin.core.rules.findings import Ernst
from lmvw_plugin.core.rules.tolerances import USUAL
from lmvw_plugin.core.rules.yardstick import Yardstick
from lmvw_plugin.forms.options.keeping import keep_measures_in_plan_file
from lmvw_plugin.forms.review.filters import Kind
from lmvw_plugin.layers.asking.book import user
from lmvw_plugin.layers.map import check_join
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from lmvw_plugin.layers.planfile.tables import check_table, findings_table
from tests.conftest import consistent_plan, square
from tests.forms.desk import windows
from tests.forms.plan_files import make
from tests.forms.review.kit import lines, opened
from tests.forms.review.remedies import at_rest, button, check, choose

ONE, TWO, THREE, FOUR = (f"7b0d0a0c-0000-4000-8000-00000000001{number}" for number in range(4))
WHY = "Rest van een woonvorm van 20 woningen"


@pytest.fixture
def plans(tmp_path, desk):
    """Two warnings that the province reads of (A8, an overlap), and one of the municipality itself (a space in a name)."""
    from lmvw_plugin.layers.map.project import set_up_project

    path = make(
        tmp_path,
        consistent_plan(plan_id=ONE, plannaam="Let op", nultreden_geclusterd=3, zorggeschikt=0, zorg_55plus=True, toelichting="Was er al"),
        consistent_plan(plan_id=TWO, plannaam="Kade "),
        consistent_plan(plan_id=THREE, plannaam="Boven"),
        consistent_plan(plan_id=FOUR, plannaam="Onder"),
    )
    layer = set_up_project(QgsProject.instance(), path)
    layer.startEditing()
    move(layer, FOUR, square(4.1))
    layer.commitChanges()
    desk.active = layer
    desk.canvas.setLayers([layer])
    desk.canvas.setDestinationCrs(layer.crs())
    desk.canvas.setExtent(layer.extent())
    check(layer)
    return layer


@pytest.fixture
def dock(panel, plans, qtbot):
    return opened(panel, qtbot)


def fid_of(layer, key):
    return next(plan.id() for plan in layer.getFeatures() if plan["plan_id"] == key)


def move(layer, key, shape):
    shape.convertToMultiType()
    assert layer.changeGeometry(fid_of(layer, key), shape)


def change(layer, key, **new):
    layer.startEditing()
    for name, value in new.items():
        assert layer.changeAttributeValue(fid_of(layer, key), layer.fields().lookupField(name), value)


def said(layer, key):
    return next(plan["toelichting"] for plan in layer.getFeatures() if plan["plan_id"] == key)


def accept(dock, qtbot, rule, why=WHY):
    choose(dock, rule)
    button(dock, "Accepteren…").click()
    (dialog,) = windows("lmvw_accept")
    text = dialog.findChild(QPlainTextEdit, "why")
    before = text.toPlainText()
    text.setPlainText(why)
    dialog.go.click()
    at_rest(dock, qtbot)
    return before


def accepted(dock):
    return [(one.regel, one.akkoord.toelichting) for one in dock._ledger.findings() if one.akkoord is not None]


def test_what_the_province_reads_becomes_the_toelichting_of_the_plan_in_one_step(dock, plans, qtbot):
    assert accept(dock, qtbot, "A8") == "Was er al"  # what stood there is where one begins
    assert said(plans, ONE) == WHY
    assert plans.undoStack().text(0) == "Waarschuwing geaccepteerd: Let op"
    assert accepted(dock) == [("A8", WHY)]
    assert dock.words.text().startswith("2 waarschuwingen, 1 waarschuwing geaccepteerd.")
    assert "Geaccepteerd (1 taak)" in lines(dock.model, 1)
    choose(dock, "A8")
    assert WHY in dock.detail.toPlainText() and user() in dock.detail.toPlainText()
    plans.undoStack().undo()
    at_rest(dock, qtbot)
    assert (accepted(dock), said(plans, ONE)) == ([], "Was er al")
    plans.undoStack().redo()
    at_rest(dock, qtbot)
    assert accepted(dock) == [("A8", WHY)]


def test_what_is_of_the_municipality_alone_stays_in_the_plan_file(dock, plans, qtbot):
    accept(dock, qtbot, "N4", "Zo heet het in het besluit")
    assert not plans.isEditable()
    assert accepted(dock) == [("N4", "Zo heet het in het besluit")]
    choose(dock, "N4")
    button(dock, "Weer openzetten").click()
    at_rest(dock, qtbot)
    assert accepted(dock) == []
    choose(dock, "N4")
    assert button(dock, "Accepteren…") is not None


def test_the_file_that_opens_later_knows_it(dock, plans, qtbot):
    accept(dock, qtbot, "N4")
    accept(dock, qtbot, "A8")
    assert plans.commitChanges()
    at_rest(dock, qtbot)
    dock.reload()
    assert dock.hand.works
    qtbot.waitUntil(lambda: not dock.hand.works, timeout=10_000)
    assert sorted(accepted(dock)) == [("A8", WHY), ("N4", WHY)]
    assert sorted(finding.regel for finding in check(plans).findings if finding.akkoord is not None) == ["A8", "N4"]


@pytest.mark.parametrize("rule, key, new", [
    ("A8", ONE, {"nultreden_geclusterd": 4}), ("N4", TWO, {"plannaam": "Kade  "}),
])  # fmt: skip
def test_it_is_open_again_when_what_it_is_about_changes_and_accepted_when_that_is_undone(dock, plans, qtbot, rule, key, new):
    accept(dock, qtbot, rule)
    change(plans, key, **new)
    at_rest(dock, qtbot)
    assert accepted(dock) == [] and rule in {one.regel for one in dock._ledger.findings()}
    for _ in new:
        plans.undoStack().undo()
    at_rest(dock, qtbot)
    assert accepted(dock) == [(rule, WHY)]


@pytest.mark.parametrize("moved", [THREE, FOUR])
def test_an_overlap_is_open_again_when_either_plan_moves(dock, plans, qtbot, moved):
    accept(dock, qtbot, "G4")
    plans.startEditing()
    shape = next(plan.geometry() for plan in plans.getFeatures() if plan["plan_id"] == moved)
    shape.translate(0, 1)
    move(plans, moved, shape)
    at_rest(dock, qtbot)
    assert accepted(dock) == [] and "G4" in {one.regel for one in dock._ledger.findings()}
    plans.undoStack().undo()
    at_rest(dock, qtbot)
    assert accepted(dock) == [("G4", WHY)]


def test_another_change_of_the_plan_leaves_it(dock, plans, qtbot):
    accept(dock, qtbot, "A8")
    accept(dock, qtbot, "N4")
    change(plans, ONE, plannummer="12")
    change(plans, TWO, plannummer="13")
    at_rest(dock, qtbot)
    assert sorted(accepted(dock)) == [("A8", WHY), ("N4", WHY)]


def test_a_mistake_is_never_accepted(dock, plans, qtbot):
    change(plans, ONE, meergezins=13)
    at_rest(dock, qtbot)
    choose(dock, "A4")
    assert button(dock, "Accepteren…") is None


def test_the_filter_shows_what_was_accepted(dock, plans, qtbot):
    accept(dock, qtbot, "A8")
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.ACCEPTED))
    assert lines(dock.model, 1) == ["Geaccepteerd (1 taak)"]
    dock.kinds.setCurrentIndex(dock.kinds.findData(Kind.WARNING))
    assert "Cluster" not in " ".join(lines(dock.model, 2))
    dock.show_all()
    dock.search.setText("woonvorm van 20")
    dock.refresh()
    assert lines(dock.model, 1) == ["Geaccepteerd (1 taak)"]


def test_the_outcome_that_is_kept_tells_it(dock, plans, qtbot):
    accept(dock, qtbot, "A8")
    assert plans.commitChanges()
    path = plan_file_of(plans)
    check(plans)
    assert check_table.numbers_of(path) == {"in orde": 1, "waarschuwing": 3}  # an overlap is of both plans
    kept = json.loads(check_table.kept(path).certified.certificate)
    assert (kept["waarschuwingen"], [one["toelichting"] for one in kept["geaccepteerd"]]) == (2, [WHY])


def test_findings_that_an_older_version_kept_are_read_and_cannot_be_accepted(plans):
    import sqlite3
    from contextlib import closing

    path = plan_file_of(plans)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_bevindingen SET oorzaak = NULL")
    assert [one.can_be_accepted for one in findings_table.of_plan(path, ONE)] == [False]
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE lmvw_bevindingen DROP COLUMN oorzaak")
    check(plans)
    assert [one.can_be_accepted for one in findings_table.of_plan(path, ONE)] == [True]


def outcome(layer, key):
    return next(plan["controle_uitslag"] for plan in layer.getFeatures() if plan["plan_id"] == key)


def test_the_map_and_the_table_say_at_once_what_was_decided(dock, plans, qtbot):
    """The outcome beside the plan is that of the check; a warning that stays at home is accepted, and open again, without another."""
    check_join.renew(plans)  # the fixture checked behind its back
    assert outcome(plans, TWO) == "waarschuwing"
    accept(dock, qtbot, "N4")
    assert outcome(plans, TWO) == "in orde"
    qtbot.waitUntil(lambda: ("N4", WHY) in accepted(dock))
    qtbot.waitUntil(lambda: not dock.hand.works and not dock._watch._reload.isActive())
    choose(dock, "N4")
    button(dock, "Weer openzetten").click()
    assert outcome(plans, TWO) == "waarschuwing"


def test_the_form_of_the_other_plan_says_that_an_overlap_was_accepted(dock, plans, qtbot):
    from lmvw_plugin.forms.plan_form.finding_list import FindingList

    about = next(one for one in dock._ledger.findings() if one.ander)
    other = next(plan for plan in plans.getFeatures() if plan["plan_id"] == about.ander)
    names = plans.fields().names()
    shown = FindingList(dock, plans, lambda: dict(zip(names, other.attributes(), strict=True)), lambda _: None)

    def words():
        return [shown.item(row).text().partition(":")[0] for row in range(shown.count())]

    shown.look()
    assert words() == ["Waarschuwing"]
    accept(dock, qtbot, about.regel)
    qtbot.waitUntil(lambda: words() == ["Geaccepteerd"])
    shown.stop()


@pytest.fixture
def under_form(plans, qtbot):
    """What stands under the form of the plan ‘Let op’, that is open all the while."""
    from lmvw_plugin.forms.plan_form.finding_list import FindingList

    window, names = QWidget(), plans.fields().names()
    qtbot.addWidget(window)
    plan = plans.getFeature(fid_of(plans, ONE))
    shown = FindingList(window, plans, lambda: dict(zip(names, plan.attributes(), strict=True)), lambda _: None)
    shown.look()
    yield lambda: [shown.item(row).text() for row in range(shown.count())]
    shown.stop()


def test_an_open_form_says_what_a_new_check_found(plans, under_form, qtbot):
    assert not any("laatste controle" in line for line in under_form())
    plans.startEditing()
    move(plans, ONE, square(4.2))
    plans.commitChanges()
    check(plans)
    check_join.show(QgsProject.instance(), plans)
    qtbot.waitUntil(lambda: any("laatste controle" in line for line in under_form()))


def test_an_open_form_measures_by_what_was_chosen_in_the_options(plans, under_form, qtbot):
    assert [line.partition(":")[0] for line in under_form()] == ["Waarschuwing"]
    keep_measures_in_plan_file(plan_file_of(plans), Yardstick.of([("A8", Ernst.INFO)], USUAL), Defaults())
    qtbot.waitUntil(lambda: [line.partition(":")[0] for line in under_form()] == ["Ter informatie"])


def test_after_the_last_of_a_task_the_panel_goes_on_to_work_that_is_open(dock, plans, qtbot):
    """Not to what was accepted, although that is the next line."""
    accept(dock, qtbot, "A8")
    assert dock.finding().regel == "G4"
    accept(dock, qtbot, "G4")
    assert dock.finding().regel == "N4"
