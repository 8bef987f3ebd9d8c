# SPDX-License-Identifier: GPL-2.0-or-later
"""The buttons that draw: repair a polygon, or cut it to its neighbour; each one step, after which the finding goes."""

import pytest
from qgis.core import QgsGeometry, QgsProject, QgsRectangle
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QTableWidget

from lmvw_plugin.forms.review import offers
from lmvw_plugin.forms.review.remedies.redrawing import _filled
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.polygons.reading import read_boundary
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square
from tests.forms.desk import windows
from tests.forms.review.kit import opened
from tests.forms.review.remedies import at_rest, button, check, choose

X, Y = 147000, 506000
BOW = f"MultiPolygon((({X} {Y}, {X + 100} {Y + 100}, {X + 100} {Y}, {X} {Y + 100}, {X} {Y})))"
SPIKE = (
    f"MultiPolygon((({X} {Y}, {X + 100} {Y}, {X + 100} {Y + 100}, {X + 50} {Y + 100}, {X + 50.001} {Y + 150}, {X + 50.002} {Y + 100},"
    f" {X} {Y + 100}, {X} {Y})))"
)


@pytest.fixture
def dock_on(panel, desk, tmp_path, qtbot):
    def build(*shapes, boundary=None):
        path = tmp_path / "p.gpkg"
        plans = [consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000003{at}", plannaam=f"Plan {at}") for at in range(len(shapes))]
        planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), list(zip(shapes, plans, strict=True)))
        border = (
            None
            if boundary is None
            else polygon_layer([{"naam": "Markerwaard"}], geometries=[QgsGeometry.fromWkt(boundary)], kind="Polygon")
        )
        desk.active = layer = set_up_project(QgsProject.instance(), path, border)
        desk.canvas.setLayers([layer])
        desk.canvas.setDestinationCrs(layer.crs())
        desk.canvas.setExtent(layer.extent())
        check(layer, None if border is None else read_boundary(border))
        return opened(panel, qtbot), layer

    return build


@pytest.fixture
def dock_in(dock_on):
    return lambda shape, boundary: dock_on(shape, boundary=boundary)


def area(layer, name):
    return round(next(plan.geometry().area() for plan in layer.getFeatures() if plan["plannaam"] == name))


def rules(dock):
    return {finding.regel for finding in dock._ledger.findings()}


def preview():
    (window,) = windows("lmvw_mend_all")
    table = window.findChild(QTableWidget, "changes")
    return window, [[table.item(row, column).text() for column in range(4)] for row in range(table.rowCount())]


def carry_out(window):
    window.findChild(QPushButton, "carry_out").click()


def test_a_repair_within_its_limits_is_one_click_and_one_step(dock_on, qtbot):
    dock, layer = dock_on(QgsGeometry.fromWkt(SPIKE))
    choose(dock, "G5")
    button(dock, "Repareer de polygoon").click()
    assert not windows("lmvw_mend_all")
    assert layer.undoStack().undoText() == "Repareer de polygoon: Plan 0"
    at_rest(dock, qtbot)
    assert "G5" not in rules(dock)
    layer.undoStack().undo()
    at_rest(dock, qtbot)
    assert "G5" in rules(dock)


def test_a_repair_that_changes_much_is_shown_first(dock_on, qtbot):
    dock, layer = dock_on(QgsGeometry.fromWkt(BOW))
    choose(dock, "G2")
    button(dock, "Repareer de polygoon").click()
    window, rows = preview()
    assert rows[0][0] == "Plan 0" and "let op" in rows[0][3]
    assert not layer.isModified()
    carry_out(window)
    at_rest(dock, qtbot)
    assert "G2" not in rules(dock) and layer.undoStack().count() == 1


def test_a_plan_is_cut_to_its_neighbour_after_a_preview_that_names_it(dock_on, qtbot):
    dock, layer = dock_on(square(0), square(0.25))
    choose(dock, "G4")
    button(dock, "Knip dit plan bij tot ‘Plan 1’…").click()
    window, rows = preview()
    assert "‘Plan 1’" in rows[0][3] and "m²" in rows[0][3] and rows[0][2] == "10.000 m²"
    before = area(layer, "Plan 1")
    carry_out(window)
    at_rest(dock, qtbot)
    assert "G4" not in rules(dock)
    assert (area(layer, "Plan 0") < 10_000, area(layer, "Plan 1")) == (True, before)
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    at_rest(dock, qtbot)
    assert "G4" in rules(dock) and area(layer, "Plan 0") == 10_000


def test_a_gap_is_filled_with_one_click_as_one_step_and_its_neighbours_stay(dock_on, qtbot):
    third = QgsGeometry.fromWkt(
        f"MultiPolygon((({X + 100} {Y + 60}, {X + 100.4} {Y + 60}, {X + 100.4} {Y + 70}, {X + 100} {Y + 70}, {X + 100} {Y + 60})))"
    )
    right = QgsGeometry.fromWkt(
        f"MultiPolygon((({X + 100.4} {Y}, {X + 200} {Y}, {X + 200} {Y + 100}, {X + 100.4} {Y + 100}, {X + 100.4} {Y})))"
    )
    left = QgsGeometry.fromWkt(f"MultiPolygon((({X} {Y}, {X + 100} {Y}, {X + 100} {Y + 100}, {X} {Y + 100}, {X} {Y})))")
    dock, layer = dock_on(left, right, third)
    choose(dock, "G5")
    button(dock, "Vul de kier tot ‘Plan 1’").click()
    assert not windows("lmvw_mend_all")
    assert layer.undoStack().undoText() == "Vul de kier tot ‘Plan 1’: Plan 0"
    at_rest(dock, qtbot)
    assert not [f.melding for f in dock._ledger.findings() if f.regel in ("G2", "G4", "G5") and f.plannaam != "Plan 2"]
    shapes = {plan["plannaam"]: plan.geometry() for plan in layer.getFeatures()}
    assert abs(shapes["Plan 0"].area() - 10_036) < 0.01
    assert (
        shapes["Plan 1"].equals(right) and shapes["Plan 0"].intersection(right).area() < 1e-6 > shapes["Plan 0"].intersection(third).area()
    )
    layer.undoStack().undo()
    at_rest(dock, qtbot)
    assert "G5" in rules(dock) and area(layer, "Plan 0") == 10_000


def test_a_plan_is_drawn_back_to_the_municipality_with_one_click_as_one_step(dock_in, qtbot):
    dock, layer = dock_in(square(0), "Polygon ((145900 505900, 146080 505900, 146080 506200, 145900 506200, 145900 505900))")
    choose(dock, "G3")
    button(dock, "Trek dit plan naar de gemeentegrens").click()
    assert not windows("lmvw_mend_all") and area(layer, "Plan 0") == 8_000
    assert layer.undoStack().undoText() == "Trek dit plan naar de gemeentegrens: Plan 0"
    at_rest(dock, qtbot)
    assert not rules(dock) & {"G2", "G3", "G5"}
    layer.undoStack().undo()
    at_rest(dock, qtbot)
    assert "G3" in rules(dock) and area(layer, "Plan 0") == 10_000


def holed(x, y):
    """A square of 100 m with three holes of half a square metre, which a repair fills."""
    shape = QgsGeometry.fromWkt(f"MultiPolygon((({x} {y}, {x + 100} {y}, {x + 100} {y + 100}, {x} {y + 100}, {x} {y})))")
    for at in (20, 40, 60):
        shape = shape.difference(QgsGeometry.fromRect(QgsRectangle(x + at, y + 50, x + at + 0.7, y + 50.7)))
    shape.convertToMultiType()
    return shape


def test_a_plan_that_is_drawn_back_and_mended_much_is_shown_first(dock_in):
    dock, layer = dock_in(holed(146000, 506000), "Polygon ((145900 505900, 146080 505900, 146080 506200, 145900 506200, 145900 505900))")
    choose(dock, "G3")
    button(dock, "Trek dit plan naar de gemeentegrens").click()
    _, rows = preview()
    assert "2.000 m² gaat eraf, die ligt buiten de gemeente; daarna 8.000 m²" in rows[0][3] and "let op: 1,47 m² veranderd" in rows[0][3]
    assert not layer.isModified()


@pytest.mark.parametrize("both", [False, True])
def test_a_gap_of_a_plan_that_is_mended_much_is_filled_after_a_look(qgis_app, both):
    """Whichever of its gaps the plan is mended with."""
    east = QgsGeometry.fromRect(QgsRectangle(X + 100.4, Y, X + 200, Y + 100))
    west = QgsGeometry.fromRect(QgsRectangle(X - 100, Y, X - 0.4, Y + 100))
    layer = polygon_layer([{"plannaam": "Plan 0"}], geometries=[holed(X, Y)])
    others = polygon_layer([{"plannaam": "Oost"}, {"plannaam": "West"}], geometries=[east, west], kind="Polygon")
    made = _filled(layer, next(layer.getFeatures()), list(others.getFeatures())[: 1 + both])()
    assert made.look and "let op: 1,47 m² veranderd" in made.then


def test_a_plan_that_lies_outside_is_not_drawn_back_to_nothing(dock_in):
    dock, layer = dock_in(square(0), "Polygon ((145900 505900, 146001 505900, 146001 506200, 145900 506200, 145900 505900))")
    choose(dock, "G3")
    button(dock, "Trek dit plan naar de gemeentegrens").click()
    assert not layer.isModified() and dock.words.text().startswith("Binnen de gemeente ligt maar 100 m²")


def test_a_plan_of_which_nothing_useful_is_left_is_not_cut(dock_on, qtbot):
    dock, layer = dock_on(square(0), square(0))
    choose(dock, "G4")
    button(dock, "Knip dit plan bij tot ‘Plan 1’…").click()
    assert not windows("lmvw_mend_all") and not layer.isModified()
    assert dock.words.text().startswith("Er blijft dan maar 0 m²")


@pytest.mark.parametrize("many", [True, False])
def test_all_plans_that_overlap_are_cut_at_once_after_one_preview(dock_on, qtbot, monkeypatch, many):
    """Of many it is worked out in the background."""
    if many:
        monkeypatch.setattr(offers, "_AT_ONCE", 1)
    dock, layer = dock_on(square(0), square(0.25), square(4), square(4.25))
    choose(dock, "G4")
    more = dock.remedies._menu.actions()
    next(one for one in more if one.text() == "Knip bij tot het andere plan…").trigger()
    assert bool(windows("lmvw_mend_all")) != many, "the window does not wait for it"
    qtbot.waitUntil(lambda: bool(windows("lmvw_mend_all")))
    window, rows = preview()
    assert [row[0] for row in rows] == ["Plan 0", "Plan 2"]
    carry_out(window)
    at_rest(dock, qtbot)
    assert "G4" not in rules(dock) and layer.undoStack().count() == 1


def test_of_all_plans_the_one_that_cannot_be_cut_is_named_with_its_reason_before_and_after(dock_on, desk, qtbot):
    dock, layer = dock_on(square(0), square(0.25), square(4), square(4))
    choose(dock, "G4")
    next(one for one in dock.remedies._menu.actions() if one.text() == "Knip bij tot het andere plan…").trigger()
    window, rows = preview()
    stays = window.findChild(QLabel, "stays").text()
    assert [row[0] for row in rows] == ["Plan 0"]
    assert stays.startswith("1 plan blijft zoals het is:\nPlan 2: Er blijft dan maar 0 m²")
    carry_out(window)
    at_rest(dock, qtbot)
    assert desk.words[-1].startswith("Bij 1 plan verbeterd. 1 plan blijft zoals het is: Plan 2: Er blijft dan maar 0 m²")
    assert {finding.plannaam for finding in dock._ledger.findings() if finding.regel == "G4"} == {"Plan 2"}
    assert (area(layer, "Plan 0") < 10_000, area(layer, "Plan 2")) == (True, 10_000)
    assert layer.undoStack().count() == 1
    layer.undoStack().undo()
    assert area(layer, "Plan 0") == 10_000


def test_when_all_can_be_cut_nothing_is_said_of_plans_that_stay(dock_on, desk, qtbot):
    dock, _ = dock_on(square(0), square(0.25), square(4), square(4.25))
    choose(dock, "G4")
    next(one for one in dock.remedies._menu.actions() if one.text() == "Knip bij tot het andere plan…").trigger()
    window, _ = preview()
    assert window.findChild(QLabel, "stays").isHidden()
    carry_out(window)
    at_rest(dock, qtbot)
    assert not desk.words
