# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of a planner's first day: what was stumbled over once."""

import pytest

from tests.conftest import read_plans
from tests.window.test_check_journey import PLAN, edit

NAMES = "sorted(str(one['plannaam']) for one in plans().getFeatures())"


def check(window):
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")


def show_findings(window):
    window.click("button('Meer')")
    window.click("[entry for entry in button('Meer').menu().actions() if entry.text() == 'Toon bevindingen'][0]")
    window.wait("table().isVisible() and table().window().isActiveWindow()")


@pytest.mark.parametrize("pencil", [True, False])
def test_a_letter_in_the_table_of_findings_renames_no_plan(window, pencil):
    """QGIS opens the table of a layer that is edited with its first cell in hand."""
    path = window.open_sample()
    before = window.read(NAMES)
    edit(window, PLAN, bruto_totaal=1)
    if not pencil:
        window.do("plans().commitChanges()")
    check(window)
    show_findings(window)
    window.type("x")
    window.keys("Return")
    assert window.read(NAMES) == before
    assert sorted(str(plan["plannaam"]) for plan, _ in read_plans(path)) == before
