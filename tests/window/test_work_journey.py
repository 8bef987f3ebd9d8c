# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of the work itself: a new plan file, plans merged and taken back, a layer that goes while it is shown."""

from tests.conftest import read_plans
from tests.window import acts

PLAN, OTHER = "Oosterdiep-Zuid", "Ruygenhoek-Oost"


def test_a_new_plan_file_opens_ready_to_draw(window):
    window.choose("lmvw_createplanfile")
    window.opens("lmvw_new_plan_file")
    window.type("markerwaard")
    window.wait("'markerwaard' in line('Opslaan als').text()")
    path = window.folder / "nieuw.gpkg"
    window.fill("line('Opslaan als')", str(path))
    window.click("button('Planbestand maken')")
    window.wait("not opened('lmvw_new_plan_file') and plans().isValid() and idle()")
    assert window.read("iface.activeLayer() is plans() and QgsProject.instance().crs().authid()") == "EPSG:28992"
    assert read_plans(path) == []


def test_merged_plans_come_back_with_undo(window):
    path = window.open_sample()
    before = sorted(plan["plannaam"] for plan, _ in read_plans(path))
    window.do("plans().startEditing(); plans().selectByIds([plan(name).id() for name in names])", names=[PLAN, OTHER])
    total = window.read("sum(plan(name)['bruto_totaal'] for name in names)", names=[PLAN, OTHER])
    window.press("lmvw_merge_selected")
    window.opens("lmvw_merge")
    window.click("button('Samenvoegen')")
    window.wait("not opened('lmvw_merge') and plans().featureCount() == many", many=len(before) - 1)
    assert total in window.read(
        "[each['bruto_totaal'] for each in plans().selectedFeatures()] or [each['bruto_totaal'] for each in plans().getFeatures()]"
    )
    window.wait("shown()")
    window.click("button('Annuleren', shown()[-1])")
    window.wait("not shown()")
    while window.read("plans().undoStack().canUndo()"):
        acts.undo(window)
    assert sorted(window.read("[each['plannaam'] for each in plans().getFeatures()]")) == before


def test_the_layer_goes_while_table_and_form_show_it(window):
    path = window.open_sample()
    window.open_form(PLAN)
    window.open_table()
    acts.remove_layer(window)
    window.press("lmvw_check_on_map")
    window.sees("Open eerst een planbestand")
    assert read_plans(path)
