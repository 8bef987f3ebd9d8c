# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans of then that come back from the panel of a comparison: once, with their own name, and never half."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from qgis.core import QgsVectorLayerUtils
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QShortcut

from lmvw_plugin.layers.planfile.rows import wkb_of
from lmvw_plugin.layers.planfile.tables import comparison_table
from lmvw_plugin.layers.planfile.tables.delivery_memory import DeliveredPlan, keeping
from tests.conftest import read_plans, square
from tests.forms.compared.kit import KEY, THEN, choose, known, lines, press, ready


def names_in(path):
    return sorted(plan["plannaam"] for plan, _ in read_plans(path))


def again(dock, qtbot):
    dock.compare()
    return ready(dock, qtbot)


def write(layer, name, **values):
    """Values in the one plan of that name, saved."""
    layer.startEditing()
    (plan,) = (one for one in layer.getFeatures() if one["plannaam"] == name)
    for column, one in values.items():
        layer.changeAttributeValue(plan.id(), layer.fields().lookupField(column), one)
    assert layer.commitChanges()


def deliver(dock, path, plan, shape, qtbot):
    """A later delivery, with another Haven; the panel compares with that one."""
    later = replace(THEN, moment="2025-02-15T10:00:00")
    plans = [(plan, shape), known("Nieuwe Akker", 7, 2), known("Ver weg", 8, 8)]
    with keeping(
        path, later, [DeliveredPlan({k: v for k, v in one.items() if v is not None}, drawn and wkb_of(drawn)) for one, drawn in plans]
    ):
        pass
    dock._fill_previous(path)
    again(dock, qtbot)


def test_a_key_that_is_held_down_brings_a_plan_back_once(dock, path, qtbot):
    choose(dock, "Oud")
    dock.activateWindow()
    dock.list.setFocus()
    for _ in range(3):
        QTest.keyClick(dock.list, KEY.Key_V)
    ready(dock, qtbot)
    assert names_in(path) == ["Haven", "Nieuwe Akker", "Oud", "Ver weg"] and len(comparison_table.read(path)) == 1


def test_a_plan_that_somebody_brought_back_since_it_was_compared_is_not_added_again(dock, path, desk, qtbot):
    layer = desk.active
    choose(dock, "Oud")
    layer.startEditing()
    plan, shape = known("Oud", 3)
    assert layer.addFeature(
        QgsVectorLayerUtils.createFeature(layer, shape, {layer.fields().lookupField(name): plan[name] for name in ("plan_id", "plannaam")})
    )
    press(dock, KEY.Key_T, qtbot)
    assert dock.words.text().startswith("Plan ‘Oud’ is na het vergelijken gewijzigd. Kijk opnieuw.")
    assert [one["plannaam"] for one in layer.getFeatures()].count("Oud") == 1 and comparison_table.read(path) == []
    assert not [line for line in lines(dock) if line == "Verdwenen: ‘Oud’"], "it was compared again"


def test_a_finished_plan_that_was_removed_since_is_not_added(dock, path, desk, qtbot):
    write(desk.active, "Haven", gerealiseerd=True, plannaam="Haven klaar")
    dock.shown.setCurrentIndex(2)
    again(dock, qtbot)
    choose(dock, "Haven klaar")
    layer = desk.active
    layer.startEditing()
    layer.deleteFeature(next(one.id() for one in layer.getFeatures() if one["plannaam"] == "Haven klaar"))
    press(dock, KEY.Key_T, qtbot)
    assert "Haven" not in {one["plannaam"] for one in layer.getFeatures()} and "Kijk opnieuw" in dock.words.text()


def test_a_plan_comes_back_with_a_name_that_another_plan_has_now(dock, path, desk, qtbot):
    write(desk.active, "Ver weg", plannaam="Oud")
    again(dock, qtbot)
    choose(dock, "Oud")
    press(dock, KEY.Key_W, qtbot)
    choose(dock, "Verdwenen: ‘Oud’")
    press(dock, KEY.Key_V, qtbot)
    assert names_in(path) == ["Haven", "Nieuwe Akker", "Oud", "Oud"]
    assert "Niet meer geldig" not in dock.words.text()


def test_what_cannot_be_kept_is_undone_in_the_layer(dock, path, qtbot):
    choose(dock, "Kade")
    press(dock, KEY.Key_V, qtbot)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TRIGGER vol BEFORE INSERT ON lmvw_vergelijking BEGIN SELECT RAISE(ABORT, 'vol'); END")
    choose(dock, "Oud")
    press(dock, KEY.Key_V, qtbot)
    assert "vol" in dock.words.text()
    assert names_in(path) == ["Haven", "Kade", "Nieuwe Akker", "Ver weg"] and "Verdwenen: ‘Oud’" in lines(dock)
    press(dock, KEY.Key_Z, qtbot)
    assert names_in(path) == ["Haven", "Nieuwe Akker", "Ver weg"]


def test_a_key_while_it_is_compared_decides_nothing_of_what_was(dock, path, desk, qtbot):
    write(desk.active, "Ver weg", plannaam="Heel ver weg")
    choose(dock, "Akker")
    dock.compare()
    QTest.keyClick(dock.list, KEY.Key_A)
    assert comparison_table.read(path) == []
    ready(dock, qtbot)
    dock.shown.setCurrentIndex(2)
    assert [line for line in lines(dock) if "Heel ver weg" in line]


def test_what_is_undone_while_it_is_compared_is_compared_with_the_plans_of_now(dock, path, desk, qtbot):
    choose(dock, "Akker")
    press(dock, KEY.Key_A, qtbot)
    write(desk.active, "Ver weg", plannaam="Heel ver weg")
    dock.compare()
    QTest.keyClick(dock.list, KEY.Key_Z)
    ready(dock, qtbot)
    dock.shown.setCurrentIndex(2)
    assert comparison_table.read(path) == [] and [line for line in lines(dock) if "Heel ver weg" in line]


@pytest.mark.parametrize("key", [KEY.Key_V, KEY.Key_T])
def test_a_plan_that_would_stay_at_home_is_not_said_to_be_back(dock, path, desk, qtbot, key):
    plan, shape = known("Haven", 0)
    write(desk.active, "Haven", planstatus="5A")
    deliver(dock, path, plan | {"planstatus": None}, shape, qtbot)
    choose(dock, "Haven")
    press(dock, key, qtbot)
    assert dock.words.text().startswith("Plan ‘Haven’ gaat niet mee door planstatus 5A")
    assert comparison_table.read(path) == [] and not [one for one, _ in read_plans(path) if one["vervallen"]]


@pytest.mark.parametrize(("key", "start"), [(KEY.Key_V, "Vervallen"), (KEY.Key_T, "Hernoemd")])
def test_what_was_decided_of_a_plan_without_polygon_then_holds(dock, path, desk, qtbot, key, start):
    plan, _ = known("Haven", 0)
    write(desk.active, "Haven", planstatus="5A", plannaam="Haven nu")
    deliver(dock, path, plan, None, qtbot)
    choose(dock, "Haven")
    press(dock, key, qtbot)
    assert "Niet meer geldig" not in dock.words.text()
    dock.shown.setCurrentIndex(1)
    (line,) = lines(dock)
    assert line.startswith(start) and line.endswith("(besloten)")
    (drawn,) = [one for plan, one in read_plans(path) if plan["plannaam"].startswith("Haven")]
    assert drawn.equals(square(0)), "what is drawn since is kept"


def test_a_key_that_decides_does_not_repeat_while_it_is_held(dock):
    """The next plan is in hand as soon as one is decided: it is not decided by the same key."""
    repeating = {one.key().toString() for one in dock.findChildren(QShortcut) if one.autoRepeat()}
    assert repeating == {"N", "P"}
