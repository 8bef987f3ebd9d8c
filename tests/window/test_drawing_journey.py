# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of drawing: with the mouse, and a name typed where the keyboard is."""

import pytest

from tests.conftest import read_plans

EMPTY = (142_000, 502_600)  # a place in the sample's municipality without plans


def draw(window, x, y, size=100):
    """A square with the mouse; its form opens."""
    for dx, dy in ((0, 0), (size, 0), (size, size), (0, size)):
        window.click_map(x + dx, y + dy)
    window.click_map(x, y + size, button=3)
    window.opens("Plannen Markerwaard 2026-01-01 - Object-attributen")


@pytest.mark.xfail(strict=True, reason="issue row 3")
def test_the_name_typed_in_the_form_is_the_name_stored(window):
    path = window.open_sample()
    before = len(read_plans(path))
    window.show_map(*EMPTY, 400)
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")
    draw(window, *EMPTY)
    window.type("Nieuwe Wijk")
    window.keys("Return")
    window.wait("not shown()")
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("plans().featureCount() == many and not plans().editBuffer().isModified()", many=before + 1)
    assert "Nieuwe Wijk" in [plan["plannaam"] for plan, _ in read_plans(path)]
