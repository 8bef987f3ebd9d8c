# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of a delivery that is compared with another previous one than the plan file remembers, chosen from a file."""

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, consistent_plan, read_plans, square


def test_the_previous_delivery_is_chosen_from_a_file(window):
    """Of a plan file that remembers none: what is gone holds the delivery, and another file of then lets it go, compared with that one."""
    path = window.open_sample()
    held, info = [(shape, plan) for plan, shape in read_plans(path)], store.PlanFileInfo(MARKERWAARD, Peildatum.parse("2025-07-01"))
    same, more = window.folder / "zelfde.gpkg", window.folder / "meer.gpkg"
    store.create(same, info, held)
    store.create(more, info, [*held, (square(30), consistent_plan(plan_id="weg", plannaam="Weggehaald"))])
    window.open_form("Oosterdiep-Zuid")
    window.press("lmvw_exportdelivery")
    window.opens("lmvw_delivery")
    window.wait("button('Levering maken').isEnabled()")
    window.click("tab(window('lmvw_delivery').tabs, 'Gegevens en keuzes')")
    window.fill("window('lmvw_delivery').previous.lineEdit()", str(more))
    window.sees("Dat houdt de levering tegen", "lmvw_delivery")
    assert window.read("[[one.regel, one.plannaam] for one in window('lmvw_delivery').ready.errors]") == [["S4", "Weggehaald"]]
    window.click("tab(window('lmvw_delivery').tabs, 'Wat gaat er mee')")
    window.wait("'‘Weggehaald’' in window('lmvw_delivery').summary.toPlainText()")
    window.picture("gone")
    window.click("tab(window('lmvw_delivery').tabs, 'Gegevens en keuzes')")
    window.fill("window('lmvw_delivery').previous.lineEdit()", str(same))
    window.wait("button('Levering maken').isEnabled() and 'Er is geen plan verdwenen.' in window('lmvw_delivery').summary.toPlainText()")
    window.click("button('Levering maken')")
    window.sees("Het pakket is geschreven, teruggelezen en vergeleken", "lmvw_delivery")
    assert (path.parent / "levering" / "LMVW_GM9999_2026-01-01.zip").is_file()
