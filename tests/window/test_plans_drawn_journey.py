# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of the drawing table: plans drawn against one another, saved half finished, and cut with the mouse."""

import shapely

from tests.conftest import read_plans
from tests.window.test_drawing_journey import EMPTY, draw

SIZE = 100  # metres


def start_drawing(window):
    window.show_map(EMPTY[0] + SIZE, EMPTY[1] + SIZE, 600)
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")


def name_it(window, name):
    window.type(name)
    window.click("button('OK')")
    window.wait("not shown()")


def save(window, many):
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("plans().featureCount() == many and not plans().editBuffer().isModified()", many=many)


def test_three_plans_drawn_against_one_another_share_their_corners(window):
    """Each next plan is clicked three metres beside the corners of the one before; what is snapped lies exactly on them."""
    path = window.open_sample()
    before = len(read_plans(path))
    start_drawing(window)
    draw(window, *EMPTY, SIZE)
    name_it(window, "Eerste")
    beside, x, y = 3, EMPTY[0] + SIZE, EMPTY[1]
    for name in ("Tweede", "Derde"):
        for place in ((x + beside, y + beside), (x + SIZE, y), (x + SIZE, y + SIZE), (x + beside, y + SIZE - beside)):
            window.click_map(*place)
        window.click_map(x + beside, y + SIZE - beside, button=3)
        window.opens("Plannen Markerwaard 1 januari 2026 - Object-attributen")
        name_it(window, name)
        x += SIZE
    save(window, before + 3)
    drawn = {plan["plannaam"]: shapely.from_wkb(bytes(shape.asWkb())) for plan, shape in read_plans(path)}
    for left, right in (("Eerste", "Tweede"), ("Tweede", "Derde")):
        shared = drawn[left].intersection(drawn[right])
        assert shared.area == 0
        assert shared.length > 0.9 * SIZE


def test_a_plan_is_saved_half_finished(window):
    path = window.open_sample()
    before = len(read_plans(path))
    start_drawing(window)
    draw(window, *EMPTY)
    window.type("Half klaar")
    window.keys("ctrl+Tab")
    window.type("20")
    window.click("button('OK')")
    window.wait("not shown()")
    save(window, before + 1)
    (stored,) = (plan for plan, _ in read_plans(path) if plan["plannaam"] == "Half klaar")
    assert stored["bruto_totaal"] == 20
    assert [stored[name] for name in ("planstatus", "vertrouwelijk", "bruto_jaar01", "koop_betaalbaar")] == [None] * 4


def test_a_plan_is_cut_with_the_mouse_and_its_counts_divided(window):
    path = window.open_sample()
    before = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    west, south, east, north = window.read(
        "[(b.xMinimum(), b.yMinimum(), b.xMaximum(), b.yMaximum()) for b in [plan('Noorderzoom').geometry().boundingBox()]][0]"
    )
    middle = (west + east) / 2
    window.show_map(middle, (south + north) / 2, 4 * (east - west))
    window.press("lmvw_start_split")
    window.sees("Teken een lijn dwars over het plan")
    window.click_map(middle, north + 40)
    window.click_map(middle, south - 40)
    window.click_map(middle, south - 40, button=3)
    window.opens("lmvw_divide")
    window.keys("ctrl+a")
    window.type("Noorderzoom oost")
    window.click("button('Naar oppervlakte')")
    window.click("button('Verdelen')")
    window.wait("not shown()")
    save(window, len(before) + 1)
    after = {plan["plannaam"]: plan for plan, _ in read_plans(path)}
    parts = [after["Noorderzoom"], after["Noorderzoom oost"]]
    assert all(part["bruto_totaal"] for part in parts)
    for count in ("bruto_totaal", "sloop_totaal", "meergezins", "koop_betaalbaar"):
        assert sum(part[count] or 0 for part in parts) == (before["Noorderzoom"][count] or 0)
    assert parts[0]["plan_id"] != parts[1]["plan_id"]
