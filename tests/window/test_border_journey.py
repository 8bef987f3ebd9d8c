# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of borders that are mended from the panel Controle with form and table open: a gap is filled, a plan drawn back to the municipality.

Each is one click and one step: Ctrl+Z brings the polygon back to the last digit, and the finding with it.
"""

import pytest
import shapely
from qgis.core import QgsVectorLayer

from tests.window import acts
from tests.window.test_cut_journey import MOVED, NEIGHBOUR, PLAN, shapes
from tests.window.test_review_journey import WORDS, check_and_open

FINDINGS = "widget('review_tree').model().rowCount()"
HEX = "str(plan(name).geometry().asWkb().toHex())"


def municipality(path):
    layer = QgsVectorLayer(str(path.with_name("gemeentegrens.gpkg")))
    return shapely.union_all([shapely.from_wkb(bytes(feature.geometry().asWkb())) for feature in layer.getFeatures()])


def parted(path):
    """The neighbour 0.4 m to the other side, away from what both border on."""
    before = shapes(path)
    line = before[PLAN].intersection(before[NEIGHBOUR])
    away = before[NEIGHBOUR].centroid.x - line.centroid.x
    return NEIGHBOUR, (0.4 if away > 0 else -0.4, 0.0)


def over_the_border(path):
    """A plan that lies with its middle on the border of the municipality."""
    before = shapes(path)
    border = municipality(path).boundary
    name = min(before, key=lambda one: before[one].centroid.distance(border))
    middle, there = before[name].centroid, shapely.shortest_line(before[name].centroid, border).coords[1]
    return name, (there[0] - middle.x, there[1] - middle.y)


@pytest.fixture
def ready(window):
    """The panel at the one finding of a rule, after a plan was moved and checked; form and table of it are open."""

    def at_finding(rule, moved):
        path = window.open_sample()
        name, (dx, dy) = moved(path)
        window.do(MOVED.replace("-20, 0", "dx, dy"), name=name, dx=dx, dy=dy)
        window.wait("not plans().isEditable() and idle()")
        window.open_form(name)
        window.do("shown()[-1].move(10, 330)")  # beside the panel
        window.open_table()
        check_and_open(window)
        window.fill("widget('review_search')", rule)
        window.wait(f"{FINDINGS} == 1")
        window.click("widget('review_next')")
        window.wait("len(plans().selectedFeatureIds()) == 1")
        (mended,) = window.read("[one['plannaam'] for one in plans().selectedFeatures()]")
        return path, mended

    return at_finding


def mend_undo_redo_and_save(window, path, name, words):
    """One click on the button; returns the polygons before and after."""
    before, was = shapes(path), window.read(HEX, name=name)
    window.click(f"button({words!r})")
    window.wait(f"{HEX} != was", name=name, was=was)
    window.wait(f"'gewijzigd' not in {WORDS} and not {FINDINGS}")  # judged at once
    mended = window.read(HEX, name=name)
    window.picture("mended")
    acts.undo(window)
    window.wait(f"{HEX} == was", name=name, was=was)
    window.wait(f"{FINDINGS} == 1")
    assert window.read("plans().undoStack().index()") == 0, "one step"
    acts.redo(window)
    window.wait(f"{HEX} == mended", name=name, mended=mended)
    window.wait(f"not {FINDINGS}")
    assert shapes(path)[name].equals_exact(before[name]), "nothing is stored before it is saved"
    acts.save_edits(window)
    window.wait("not plans().isModified() and idle()")
    assert window.read("len(shown())") == 2, "form and table"
    after = shapes(path)
    assert [one for one in before if not after[one].equals_exact(before[one])] == [name]
    assert after[name].is_valid
    return before, after


def test_a_gap_is_filled_undone_redone_and_saved(window, ready):
    path, filled = ready("G5", parted)
    (other,) = {PLAN, NEIGHBOUR} - {filled}
    before, after = mend_undo_redo_and_save(window, path, filled, f"Vul de kier tot ‘{other}’")
    assert before[filled].intersection(before[other]).length == 0 < after[filled].intersection(after[other]).length
    assert after[filled].covers(before[filled].buffer(-0.001))
    assert after[filled].intersection(after[other]).area < 0.001


def test_a_plan_is_drawn_back_to_the_municipality_undone_redone_and_saved(window, ready):
    path, name = ready("G3", over_the_border)
    before, after = mend_undo_redo_and_save(window, path, name, "Trek dit plan naar de gemeentegrens")
    assert after[name].difference(municipality(path)).area < 0.001
    assert after[name].symmetric_difference(before[name].intersection(municipality(path))).area < 1
    assert 0 < after[name].area < before[name].area
