# SPDX-License-Identifier: GPL-2.0-or-later
"""What map and attribute table say of plans that were judged again since the check: their own outcome, and that of the plans beside them."""

import gc
from dataclasses import replace

import pytest
from qgis.core import NULL, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.gui import QgsDualView, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.core import colours
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.findings import GOOD, TO_FILL, Ernst
from lmvw_plugin.core.rules.ledger import Anew, Ledger
from lmvw_plugin.forms.review import changes
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import asked, check_join, check_result, live
from lmvw_plugin.layers.map.judge import Judge, Judgement
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.plan_layer.expressions import LIVE, Expressions
from lmvw_plugin.layers.plan_layer.fingerprint import Fingerprint
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.edits import one_step
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.review.kit import NOW, opened, settled

LEFT, RIGHT = (f"7b0d0a0c-0000-4000-8000-00000000004{number}" for number in range(2))


@pytest.fixture
def beside(tmp_path, desk):
    """Two plans that are in order."""
    path = tmp_path / "p.gpkg"
    plans = [(square(0), consistent_plan(plan_id=LEFT, plannaam="Links")), (square(2), consistent_plan(plan_id=RIGHT, plannaam="Rechts"))]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    layer = set_up_project(QgsProject.instance(), path)
    desk.active = layer
    checked = check_plan_layer(layer, PEILDATUM, None, None, Silent(), "GM9999")
    check_result.write(path, layer.fields(), checked, NOW, Silent())
    check_join.show(QgsProject.instance(), layer)
    return layer


def test_the_function_of_the_table_comes_and_goes_when_no_map_is_drawn(beside, desk):
    """The threads that draw it read QGIS's list of functions."""
    desk.canvas.setLayers([beside])
    desk.canvas.setExtent(beside.extent())
    for change in (asked.offer, asked.withdraw):
        while not desk.canvas.isDrawing():
            desk.canvas.refreshAllLayers()
            QApplication.processEvents()
        change()
        assert not desk.canvas.isDrawing()


@pytest.fixture
def table(beside):
    """An attribute table of the plans that is open from before anything is edited, while the plugin is on."""
    asked.offer()
    canvas, shown = QgsMapCanvas(), QgsDualView()
    shown.init(beside, canvas)
    yield shown
    sip.delete(shown)
    sip.delete(canvas)
    asked.withdraw()


def coloured(table, title):
    """Of each plan, by its name, the ground of its cell in a column."""
    model = table.masterModel()
    titles = [model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())]
    found = {}
    for row in range(model.rowCount()):
        name = model.data(model.index(row, titles.index("Plannaam")), Qt.ItemDataRole.DisplayRole)
        colour = model.data(model.index(row, titles.index(title)), Qt.ItemDataRole.BackgroundRole)
        found[name] = colour.name() if colour else None
    return found


def said(layer, condition="outcome"):
    """Of each plan, by its name, what an expression of map or table says."""
    expression, context = QgsExpression(getattr(Expressions(), condition)), QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFields(layer.fields())
    assert expression.prepare(context), expression.parserErrorString()
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found[feature["plannaam"]] = expression.evaluate(context)
        assert not expression.hasEvalError(), expression.evalErrorString()
    return found


def settle(qtbot, dock):
    QTest.qWait(60)
    qtbot.waitUntil(lambda: settled(dock) and not dock.hand.works, timeout=10_000)


def fid_of(layer, name):
    return next(layer.getFeatures(QgsFeatureRequest().setFilterExpression(f"plannaam = '{name}'"))).id()


def test_the_plan_beside_an_edit_has_its_new_outcome_at_once_and_undo_gives_back_the_old(qtbot, beside, panel):
    dock = opened(panel, qtbot)
    before = said(beside)
    assert set(before.values()) == {GOOD} or set(before.values()) <= {GOOD, Ernst.WAARSCHUWING.value}
    beside.startEditing()
    polygon = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Links'"))).geometry()
    shifted = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Rechts'"))).geometry()
    assert beside.changeGeometry(fid_of(beside, "Rechts"), polygon)  # on top of the other
    settle(qtbot, dock)
    assert said(beside) == dict.fromkeys(before, Ernst.WAARSCHUWING.value)
    assert said(beside, "unchanged") == dict.fromkeys(before, True)
    assert said(beside, "outdated") == dict.fromkeys(before, True)  # what the cells say is of the check
    beside.changeGeometry(fid_of(beside, "Rechts"), shifted)
    settle(qtbot, dock)
    assert said(beside) == before
    assert said(beside, "outdated") == dict.fromkeys(before, False)


def test_what_one_deed_changes_in_very_many_plans_is_judged_some_at_a_time(qtbot, beside, panel, monkeypatch):
    """What comes of a judging is shown in one go: of ten thousand plans the window stood still for seconds."""
    monkeypatch.setattr(changes, "_TOGETHER", 1, raising=False)
    together, again = [], Judge.again
    monkeypatch.setattr(Judge, "again", lambda judge, edits, feedback: together.append(len(edits)) or again(judge, edits, feedback))
    dock = opened(panel, qtbot)
    with one_step(beside, "van elders"):
        for plan in beside.getFeatures():
            beside.changeAttributeValue(plan.id(), beside.fields().lookupField("plantype"), NULL)
    settle(qtbot, dock)
    assert together == [1, 1]
    assert set(said(beside).values()) == {TO_FILL}
    beside.undoStack().undo()
    settle(qtbot, dock)
    assert TO_FILL not in said(beside).values()


def test_map_and_table_are_not_drawn_anew_after_each_few_of_very_many_plans(qtbot, beside, panel, monkeypatch):
    """Of ten thousand plans the map began again and again before it was done: for a minute no plan was to be seen in it."""
    monkeypatch.setattr(changes, "_TOGETHER", 1)
    monkeypatch.setattr(live, "_PAUSE", 3600.0)
    dock, column = opened(panel, qtbot), beside.fields().lookupField("plantype")
    told, publish = [], live.publish
    monkeypatch.setattr(live, "publish", lambda layer, now: told.append(dict(now)) or publish(layer, now))
    for value, outcome in ((NULL, TO_FILL), ("verdichting", None), (NULL, TO_FILL)):
        with one_step(beside, "van elders"):
            for plan in beside.getFeatures():
                beside.changeAttributeValue(plan.id(), column, value)
        settle(qtbot, dock)
        assert (set(said(beside).values()) == {TO_FILL}) is (outcome == TO_FILL), "the last of them is always told"
    assert [len(now) for now in told] == [2, 0, 2], "when all are judged"


def test_a_plan_that_is_edited_again_waits_until_that_is_judged(qtbot, beside, panel, monkeypatch):
    monkeypatch.setattr(changes, "_TOGETHER", 1)
    dock, column = opened(panel, qtbot), beside.fields().lookupField("plantype")
    waited, judged_ = [], dock._judged
    dock._watch._listener = replace(dock._watch._listener, judged=lambda *found: judged_(*found) or waited.append(len(dock._waiting)))
    for value in (NULL, "verdichting"):
        with one_step(beside, "van elders"):
            for plan in beside.getFeatures():
                beside.changeAttributeValue(plan.id(), column, value)
        dock._watch._gather()  # before what came first is judged
    settle(qtbot, dock)
    assert waited == [2, 2, 1, 0]


def test_the_map_is_drawn_anew_whenever_what_it_is_told_is_other(beside):
    """After a rollback what was judged before is forgotten: the map stayed as it was drawn last, grey, until somebody moved it."""
    told = []
    beside.repaintRequested.connect(lambda *_: told.append(beside.property("lmvw_live") or ""))
    one, other = {LEFT: (Ernst.FOUT.value, "een")}, {LEFT: (TO_FILL, "een")}
    for now in (one, one, other, {}, {}):
        live.publish(beside, now)
        assert not now or LEFT in told[-1]
    assert len(told) == 3 and told[-1] == ""


def test_all_that_one_deed_changed_waits_from_the_beginning(qtbot, beside, panel, monkeypatch):
    """The panel told of the first hundreds, then of more, while the other panel told of all."""
    monkeypatch.setattr(changes, "_AT_ONCE", 1)
    dock, waited = opened(panel, qtbot), []
    dock._watch._listener = replace(dock._watch._listener, waiting=lambda plans: waited.append(set(plans)))
    with one_step(beside, "van elders"):
        for plan in beside.getFeatures():
            beside.changeAttributeValue(plan.id(), beside.fields().lookupField("plantype"), NULL)
    settle(qtbot, dock)
    assert waited[0] == {LEFT, RIGHT}


def test_who_goes_on_editing_sees_what_was_judged_meanwhile(qtbot, beside, panel, monkeypatch):
    monkeypatch.setattr(changes, "_TOGETHER", 1)
    monkeypatch.setattr(live, "_PAUSE", 0.0)
    dock, column = opened(panel, qtbot), beside.fields().lookupField("plantype")
    told, publish = [], live.publish
    monkeypatch.setattr(live, "publish", lambda layer, now: told.append(dict(now)) or publish(layer, now))
    with one_step(beside, "van elders"):
        for plan in beside.getFeatures():
            beside.changeAttributeValue(plan.id(), column, NULL)
    settle(qtbot, dock)
    assert [len(now) for now in told] == [1, 2]


def test_a_table_that_was_open_before_colours_the_plan_beside_an_edit(qtbot, beside, table, panel):
    rows, cells = coloured(table, "Plannaam"), coloured(table, "Uitkomst controle")
    beside.startEditing()
    one = unseen(qtbot, panel, beside)
    polygon = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Links'"))).geometry()
    shifted = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Rechts'"))).geometry()
    assert beside.changeGeometry(fid_of(beside, "Rechts"), polygon)  # on top of the other
    judged(qtbot, one)
    assert set(coloured(table, "Plannaam").values()) == {colours.ROW_DOUBTFUL[0]}
    assert set(coloured(table, "Uitkomst controle").values()) == {colours.ROW_AT_REST[0]}
    assert beside.changeGeometry(fid_of(beside, "Rechts"), shifted)
    judged(qtbot, one)
    assert (coloured(table, "Plannaam"), coloured(table, "Uitkomst controle")) == (rows, cells)
    beside.rollBack()


def of_row(layer, name, rule):
    """What a condition of the attribute table says of the row of a plan: the table reads a few of its columns, and no polygon."""
    expression, context = QgsExpression(rule), QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    request = QgsFeatureRequest(fid_of(layer, name)).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    context.setFeature(next(layer.getFeatures(request.setSubsetOfAttributes(["plannaam"], layer.fields()))))
    answer = expression.evaluate(context)
    assert not expression.hasEvalError(), expression.evalErrorString()
    return bool(answer)


def test_a_row_of_the_table_says_what_the_map_says(beside):
    """Whatever happened since the check, with the function of the plugin; without it what the map says where nothing was judged since."""
    outcomes, column = (Ernst.FOUT.value, Ernst.WAARSCHUWING.value, TO_FILL, GOOD), beside.fields().lookupField("bruto_totaal")

    def of_map(name):
        found = {outcome: said(beside)[name] == outcome and said(beside, "unchanged")[name] for outcome in outcomes}
        return {**found, "outdated": bool(said(beside, "outdated")[name])}

    def of_table(name):
        found = {outcome: of_row(beside, name, Expressions().row_was(outcome)) for outcome in outcomes}
        return {**found, "outdated": of_row(beside, name, Expressions().row_outdated)}

    def agree():
        return {name: of_map(name) for name in ("Links", "Rechts")} == {name: of_table(name) for name in ("Links", "Rechts")}

    assert agree()
    asked.offer()
    try:
        assert agree()
        beside.startEditing()
        for count in (999, 998):  # in one turn of the window
            assert beside.changeAttributeValue(fid_of(beside, "Links"), column, count)
            assert agree() and of_table("Links")["outdated"] and not of_table("Links")[GOOD]
            afdruk = Fingerprint(beside.fields()).of(beside.getFeature(fid_of(beside, "Links")))
            live.publish(beside, {LEFT: (Ernst.FOUT.value, afdruk), RIGHT: (TO_FILL, "een ander plan")})
            assert agree() and of_table("Links")[Ernst.FOUT.value] and not of_table("Rechts")[TO_FILL]
        beside.undoStack().undo()
        assert agree() and not of_table("Links")[Ernst.FOUT.value]
        beside.rollBack()
        assert agree() and not of_table("Links")["outdated"]
    finally:
        asked.withdraw()
    assert agree()


def test_a_table_without_the_check_has_no_row_that_it_says_something_of(beside):
    beside.removeJoin(check_join.joined(beside).joinLayerId())
    asked.offer()
    try:
        assert not any(of_row(beside, "Links", rule) for rule in (Expressions().row_was(GOOD), Expressions().row_outdated))
    finally:
        asked.withdraw()


def test_what_was_found_of_a_thousand_plans_before_is_kept_once(beside):
    """Python's search for cycles goes past every object, and the window waits for it: a tenth of a second with ten thousand plans."""
    plans = [f"{number:04}" for number in range(1000)]
    about = [{"plan_id": plan, "plannaam": f"Plan {plan}"} for plan in plans]
    ledger = Ledger([RULES["A1"].finding("niet ingevuld", one, veld="plantype") for one in about], dict.fromkeys(plans, 20))
    known = live.Live(beside, {}, {})
    gc.collect()
    before = len(gc.get_objects())
    known.about_to(ledger, Judgement([Anew(plan, lambda _: True, ()) for plan in plans], dict.fromkeys(plans, 20)))
    gc.collect()
    assert len(gc.get_objects()) - before < 100


def test_without_the_plugin_an_open_table_says_what_the_check_said(qtbot, beside, table, panel):
    cells = coloured(table, "Uitkomst controle")
    asked.withdraw()
    live.publish(beside, {LEFT: (Ernst.FOUT.value, "een ander plan")})
    check_join.renew(beside)
    assert coloured(table, "Uitkomst controle") == cells


def unseen(qtbot, panel, layer):
    """Who judges the layer while the panel was never opened, when it knows what it compares with."""
    assert panel.dock is None
    one = panel._unseen[layer.id()]
    qtbot.waitUntil(lambda: one.knows, timeout=10_000)
    return one


def judged(qtbot, one):
    QTest.qWait(60)
    qtbot.waitUntil(lambda: not (one._watch._dirty or one._watch._edits or one._watch._job or one._watch._look.isActive()), timeout=10_000)


def test_without_the_panel_the_plan_beside_an_edit_has_its_new_outcome_too(qtbot, beside, panel):
    before = said(beside)
    beside.startEditing()
    one = unseen(qtbot, panel, beside)
    polygon = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Links'"))).geometry()
    shifted = next(beside.getFeatures(QgsFeatureRequest().setFilterExpression("plannaam = 'Rechts'"))).geometry()
    assert beside.changeGeometry(fid_of(beside, "Rechts"), polygon)
    judged(qtbot, one)
    assert said(beside) == dict.fromkeys(before, Ernst.WAARSCHUWING.value)
    assert said(beside, "unchanged") == dict.fromkeys(before, True)
    beside.changeGeometry(fid_of(beside, "Rechts"), shifted)
    judged(qtbot, one)
    assert said(beside) == before
    beside.changeAttributeValue(fid_of(beside, "Links"), beside.fields().lookupField("bruto_totaal"), 999)
    judged(qtbot, one)
    assert said(beside)["Links"] == Ernst.FOUT.value
    assert beside.commitChanges()
    assert panel._unseen == {}
    assert said(beside)["Links"] == Ernst.FOUT.value, "what is saved stays judged"


def test_the_panel_takes_over_and_gives_back_nothing_that_is_old(qtbot, beside, panel):
    beside.startEditing()
    one = unseen(qtbot, panel, beside)
    dock = opened(panel, qtbot)
    beside.changeAttributeValue(fid_of(beside, "Links"), beside.fields().lookupField("bruto_totaal"), 999)
    settle(qtbot, dock)
    qtbot.waitUntil(lambda: not one.knows, timeout=10_000)
    assert said(beside) == {"Links": Ernst.FOUT.value, "Rechts": said(beside)["Rechts"]}
    beside.rollBack()
    settle(qtbot, dock)
    assert said(beside)["Links"] != Ernst.FOUT.value


def test_a_layer_that_goes_while_it_is_judged_ends_nothing(qtbot, beside, panel):
    beside.startEditing()
    assert list(panel._unseen) == [beside.id()]
    beside.changeAttributeValue(fid_of(beside, "Links"), beside.fields().lookupField("bruto_totaal"), 999)
    QgsProject.instance().removeMapLayer(beside.id())
    QTest.qWait(200)
    assert panel._unseen == {}


def test_until_it_is_judged_a_changed_plan_says_so(qtbot, beside, panel):
    dock = opened(panel, qtbot)
    beside.startEditing()
    beside.changeAttributeValue(fid_of(beside, "Links"), beside.fields().lookupField("bruto_totaal"), 999)
    assert said(beside, "unchanged") == {"Links": False, "Rechts": True}
    settle(qtbot, dock)
    assert said(beside, "unchanged") == {"Links": True, "Rechts": True}
    assert said(beside)["Links"] == Ernst.FOUT.value
    beside.rollBack()
    settle(qtbot, dock)
    assert said(beside)["Links"] != Ernst.FOUT.value
    assert not live.restore(beside) and LIVE not in (beside.customProperty("variableNames") or [])


def test_a_project_is_saved_without_it_and_other_variables_stay(qtbot, beside, panel, tmp_path):
    dock = opened(panel, qtbot)
    QgsExpressionContextUtils.setLayerVariable(beside, "van_mij", "blijft")
    beside.startEditing()
    beside.changeAttributeValue(fid_of(beside, "Links"), beside.fields().lookupField("bruto_totaal"), 999)
    settle(qtbot, dock)
    assert beside.customProperty("variableNames") == ["van_mij", LIVE]
    project = QgsProject.instance()
    assert project.write(str(tmp_path / "p.qgs"))
    text = (tmp_path / "p.qgs").read_text(encoding="utf-8")
    assert "van_mij" in text and "blijft" in text
    assert "van_mij" in text and f'value="{LIVE}"' not in text and "map_get" in text
    assert beside.customProperty("variableNames") == ["van_mij", LIVE]


def test_without_the_plugin_the_expressions_say_what_the_check_said(beside):
    assert set(said(beside)) == {"Links", "Rechts"}
    assert all(said(beside).values())
    assert isinstance(beside, QgsVectorLayer)
