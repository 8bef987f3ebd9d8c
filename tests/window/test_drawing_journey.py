# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of drawing: with the mouse, and a name typed where the keyboard is."""

from tests.conftest import read_plans

EMPTY = (142_000, 502_600)  # a place in the sample's municipality without plans


def draw(window, x, y, size=100):
    """A square with the mouse; its form opens."""
    for dx, dy in ((0, 0), (size, 0), (size, size), (0, size)):
        window.click_map(x + dx, y + dy)
    window.click_map(x, y + size, button=3)
    window.opens("Plannen Markerwaard 1 januari 2026 - Object-attributen")


def test_the_name_typed_in_the_form_is_the_name_stored(window):
    path = window.open_sample()
    before = len(read_plans(path))
    window.show_map(*EMPTY, 400)
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")
    draw(window, *EMPTY)
    window.type("Nieuwe Wijk")
    window.keys("ctrl+Return")
    window.wait("not shown()")
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("plans().featureCount() == many and not plans().editBuffer().isModified()", many=before + 1)
    assert "Nieuwe Wijk" in [plan["plannaam"] for plan, _ in read_plans(path)]


# What is typed on each tab, field after field; a list takes the first letters of its answer.
TYPED = (
    ("Nieuwe Wijk", "N-1", "2A", "Verd", "nee", "nee", "nee"),
    ("20", "4", "20", *["0"] * 11),
    ("12", "6", "2", "0"),
    ("3", "4", "1", "5", "4", "3", "2", "3", "1"),
    ("14", "12", "5", "2", "ja", "nee"),
    ("Klaar",),
)
MEANT = {
    "plannaam": "Nieuwe Wijk", "plannummer": "N-1", "planstatus": "2A", "plantype": "verdichting", "vertrouwelijk": False, "bruto_totaal": 20,
    "sloop_totaal": 4, "bruto_jaar01": 20, "bruto_periode2": 0, "sloop_jaar01": None, "meergezins": 12, "woningtype_onbekend": 2, "tijdelijk": 0,
    "koop_betaalbaar": 3, "huur_midden_markt_10jaar": 2, "prijs_onbekend": 1, "zorggeschikt": 5, "ouderen_overig": 2, "geclusterd_55plus": True,
    "zorg_55plus": False, "toelichting": "Klaar",
}  # fmt: skip


def test_all_tabs_of_a_plan_by_keyboard_alone(window):
    """Tab goes from field to field, Ctrl+Tab from tab to tab, Ctrl+Enter is OK; QGIS keeps its panels."""
    path = window.open_sample()
    before = len(read_plans(path))
    window.show_map(*EMPTY, 400)
    window.click("iface.actionToggleEditing()")
    window.click("iface.actionAddFeature()")
    draw(window, *EMPTY)
    for number, answers in enumerate(TYPED):
        if number:
            window.keys("ctrl+Tab")
        for place, answer in enumerate(answers):
            if place:
                window.keys("Tab")
            window.type(answer)
    window.keys("ctrl+Return")
    window.wait("not shown()")
    window.click("iface.actionSaveActiveLayerEdits()")
    window.wait("plans().featureCount() == many and not plans().editBuffer().isModified()", many=before + 1)
    (stored,) = (plan for plan, _ in read_plans(path) if plan["plannaam"] == "Nieuwe Wijk")
    assert {name: stored[name] for name in MEANT} == MEANT
