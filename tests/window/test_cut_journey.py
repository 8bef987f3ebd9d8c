# SPDX-License-Identifier: GPL-2.0-or-later
"""The journey of a plan that is cut to its neighbour from the panel Controle, with form and table open."""

import shapely

from tests.conftest import read_plans
from tests.window import acts
from tests.window.test_review_journey import WORDS, check_and_open

PLAN, NEIGHBOUR = "d'Oude Haven", "d'Oude Haven, oostkade"
SHARED = "round(plan(one).geometry().intersection(plan(other).geometry()).area(), 3)"
MOVED = (
    "plans().startEditing(); shape = plan(name).geometry(); shape.translate(-20, 0); plans().changeGeometry(plan(name).id(), shape);"
    " plans().commitChanges()"
)


def shapes(path):
    return {plan["plannaam"]: shapely.from_wkb(bytes(shape.asWkb())) for plan, shape in read_plans(path)}


def test_a_plan_is_cut_to_its_neighbour_undone_redone_and_saved(window):
    """The neighbour keeps what both had, no other plan changes, and form and table stay open all the while."""
    path = window.open_sample()
    pair = {"one": PLAN, "other": NEIGHBOUR}
    window.do(MOVED, name=NEIGHBOUR)
    window.wait("not plans().isEditable() and idle()")
    before = shapes(path)
    window.open_form(PLAN)
    window.do("shown()[-1].move(10, 330)")  # beside the panel
    window.open_table()
    assert window.read("len(shown())") == 2
    check_and_open(window)
    window.fill("widget('review_search')", "G4")
    window.wait("widget('review_tree').model().rowCount() == 1")
    window.click("widget('review_next')")
    window.wait("len(plans().selectedFeatureIds()) == 1")
    (cut,) = window.read("[one['plannaam'] for one in plans().selectedFeatures()]")
    (kept,) = {PLAN, NEIGHBOUR} - {cut}
    window.click("button('Knip dit plan bij tot')")
    window.opens("lmvw_mend_all")
    window.wait("name in widget('changes', 'lmvw_mend_all').item(0, 3).text()", name=kept)
    window.click("button('Uitvoeren bij 1 plan', 'lmvw_mend_all')")
    window.wait(f"{SHARED} == 0", **pair)
    window.wait(f"'gewijzigd' not in {WORDS} and not widget('review_tree').model().rowCount()")  # judged at once
    acts.undo(window)
    window.wait(f"{SHARED} > 100", **pair)
    window.wait("widget('review_tree').model().rowCount() == 1")
    acts.redo(window)
    window.wait(f"{SHARED} == 0", **pair)
    assert shapes(path)[cut].equals(before[cut]), "nothing is stored before it is saved"
    acts.save_edits(window)
    window.wait("not plans().isModified() and idle()")
    assert window.read("len(shown())") == 2, "form and table"
    after = shapes(path)
    assert after.keys() == before.keys()
    assert [name for name in before if not after[name].equals_exact(before[name])] == [cut]
    assert after[cut].symmetric_difference(before[cut].difference(before[kept])).area < 1
    assert after[cut].is_valid
    assert after[cut].intersection(after[kept]).area < 0.001
