# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of the planner: one click on a plan, and the keyboard for the rest."""

from tests.conftest import read_plans

PLAN = "lmvw_planner"


def stored(path, name):
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


def click_on(window, name):
    x, y = window.read(
        "[(p.x(), p.y()) for f in plans().getFeatures() if f['plannaam'] == name for p in [f.geometry().pointOnSurface().asPoint()]][0]",
        name=name,
    )
    window.show_map(x, y, 600)
    window.click_map(x, y)
    window.opens(PLAN)


def test_a_plan_is_filled_in_by_keyboard_and_the_next_one_follows(window):
    path = window.open_sample()
    click_on(window, "Noorderzoom")
    window.sees("Noorderzoom", PLAN)
    window.keys("Tab")
    window.type("N-12")
    window.keys("Return")
    assert window.read("window(name).isVisible()", name=PLAN)
    window.keys("alt+2")
    window.keys("alt+Right")
    window.sees("Oosterdiep-Zuid", PLAN)
    assert stored(path, "Noorderzoom")["plannummer"] == "N-12"
    window.keys("alt+Left")
    window.sees("Noorderzoom", PLAN)
    window.keys("Escape")
    window.wait("not shown()")
    assert not window.read("plans().isEditable()")
