# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys beside the BAG: from the menu while the table is open, and in the window before a delivery."""

from tests.bag_files import FORMED, home, pdok
from tests.conftest import read_plans

DIALOG = "QgsProcessingDialogBase"
OUTCOME = "QgsProject.instance().mapLayersByName('Woningen volgens de BAG')"
ROWS = f"[[one['plannaam'], one['voorstel'], one['woningen']] for one in {OUTCOME}[0].getFeatures()]"


def bag_of(path):
    """A BAG in which one running plan is full of new homes, and another has two that are formed."""
    plans = [
        (plan, polygon) for plan, polygon in read_plans(path) if not plan["gerealiseerd"] and plan["bruto_totaal"] and not polygon.isEmpty()
    ]
    full, other = (plan for plan, _ in plans[:2])
    spot, beside = (polygon.pointOnSurface().asPoint() for _, polygon in plans[:2])
    homes = [home(number, spot.x(), spot.y()) for number in range(full["bruto_totaal"])]
    homes += [home(9_000 + number, beside.x(), beside.y(), FORMED) for number in range(2)]
    return full["plannaam"], other["plannaam"], pdok(path.with_name("bag.gpkg"), homes)


def test_what_the_bag_has_of_each_plan_is_told_from_the_menu(window):
    path = window.open_sample()
    before = {plan["plan_id"]: plan for plan, _ in read_plans(path)}
    full, other, bag = bag_of(path)
    window.open_table()
    window.choose("lmvw_checkrealised")
    window.opens(DIALOG)
    window.do(
        "window(dialog).setParameters({**window(dialog).mainWidget().createProcessingParameters(), 'BAG': file})",
        file=str(bag),
        dialog=DIALOG,
    )
    window.picture("window")
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.wait(f"len({OUTCOME}) == 1", limit=30)
    window.picture("log")
    window.click(f"button('Sluiten', '{DIALOG}')")
    rows = {name: (proposal, homes) for name, proposal, homes in window.read(ROWS)}
    assert rows[full][0] == "gerealiseerd" and rows[full][1] >= before_of(before, full)["bruto_totaal"]
    assert rows[other][1] >= 2
    assert {plan["plan_id"]: plan for plan, _ in read_plans(path)} == before, "nothing was decided"
    window.picture("map")


def before_of(plans, name):
    return next(plan for plan in plans.values() if plan["plannaam"] == name)


def test_the_window_before_a_delivery_names_s7_once_a_bag_is_chosen(window):
    path = window.open_sample()
    full, _, bag = bag_of(path)
    window.choose("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.wait("window('lmvw_delivery').ready is not None", limit=30)
    assert not window.read("any(one.regel == 'S7' for one in window('lmvw_delivery').ready.checked.findings)")
    window.click("tab(window('lmvw_delivery').tabs, 'Gegevens en keuzes')")
    window.click("window('lmvw_delivery').bag.lineEdit()")
    window.type(str(bag))
    window.wait(
        "window('lmvw_delivery').tabs.isEnabled() and any(one.regel == 'S7' for one in window('lmvw_delivery').ready.checked.findings)",
        limit=30,
    )
    names = window.read("[one.plannaam for one in window('lmvw_delivery').ready.checked.findings if one.regel == 'S7']")
    assert full in names
    window.click("button('Opnieuw controleren', 'lmvw_delivery')")
    window.picture("warnings")
