# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys in which answers come back while somebody types in the form of the same plan."""

from tests.conftest import read_plans
from tests.processing.test_fillsheets import answer
from tests.window import acts
from tests.window.test_planner_journey import click_on

FILL, PLAN = "lmvw_fill_sheets", "Oosterdiep-Zuid"
FORM = "[one for one in shown() if one.objectName().startswith('featureactiondlg')][-1]"
_FIELD = f"widget('bruto_totaal', {FORM}.objectName())"
_NOW = "[plan(name)['toelichting'], plan(name)['bruto_totaal']]"
_MAKE = "import processing; processing.run('lmvw:makefillsheets', {'INPUT': path, 'FOLDER': folder})"


def take_over(window, sheet):
    """Read an invulblad through the window and take over what is ticked."""
    window.choose("lmvw_readfillsheets")
    window.opens(FILL)
    window.type(f'"{sheet}"')
    window.keys("alt+v")
    window.sees("1 plan wijzigt", FILL)
    window.keys("alt+o")
    window.sees("1 plan bijgewerkt", FILL)
    window.keys("alt+s")
    window.wait(f"not opened('{FILL}')")


def made(window):
    """The invulblad that answers for the plan, and the plan as it is."""
    path = window.open_sample()
    before = next(plan for plan, _ in read_plans(path) if plan["plannaam"] == PLAN)
    window.do(_MAKE, path=str(path), folder=str(window.folder))
    (sheet,) = window.folder.glob("invulblad_*.xlsx")
    return sheet, before


def typed_in_form(window, text):
    """In the form that QGIS opens; the field is never left."""
    window.click("iface.actionToggleEditing()")
    window.open_form(PLAN)
    window.do(f"{FORM}.activateWindow()")
    window.click(f"tab({FORM}.findChild(QTabWidget), 'Aantallen')")
    window.click(_FIELD)
    window.keys("ctrl+a")
    window.type(text)


def ok(window):
    window.do(f"{FORM}.activateWindow()")
    window.click(f"button('OK', {FORM}.objectName())")
    window.wait("not [one for one in shown() if one.objectName().startswith('featureactiondlg')]")


def test_what_is_typed_in_a_form_stays_while_answers_to_other_fields_come_in(window):
    sheet, before = made(window)
    answer(sheet, PLAN, toelichting="uit het invulblad")
    typed_in_form(window, "77")
    take_over(window, sheet)
    assert window.read(f"({_FIELD}.text(), {_NOW})", name=PLAN) == ["77", ["uit het invulblad", before["bruto_totaal"]]]
    ok(window)
    assert window.read(_NOW, name=PLAN) == ["uit het invulblad", 77]


def test_of_two_answers_to_one_field_the_one_that_is_confirmed_last_holds_and_undo_brings_back_the_other(window):
    sheet, before = made(window)
    answer(sheet, PLAN, tijdelijk=before["tijdelijk"] + 1)
    window.click("iface.actionToggleEditing()")
    window.open_form(PLAN)
    window.do(f"{FORM}.activateWindow()")
    window.click(f"tab({FORM}.findChild(QTabWidget), 'Woningtype')")
    window.click(f"widget('tijdelijk', {FORM}.objectName())")
    window.keys("ctrl+a")
    window.type(str(before["tijdelijk"] + 2))
    take_over(window, sheet)
    assert window.read("plan(name)['tijdelijk']", name=PLAN) == before["tijdelijk"] + 1
    ok(window)
    assert window.read("plan(name)['tijdelijk']", name=PLAN) == before["tijdelijk"] + 2
    acts.undo(window)
    window.wait("plan(name)['tijdelijk'] == answered", name=PLAN, answered=before["tijdelijk"] + 1)


def test_a_text_that_is_no_number_stays_in_the_plan_window_while_answers_come_in(window):
    """What can be read goes into the layer when the window is left, and what cannot waits in its field."""
    sheet, before = made(window)
    answer(sheet, PLAN, toelichting="uit het invulblad")
    click_on(window, PLAN)
    window.keys("alt+2")
    window.keys("ctrl+a")
    window.type("circa 77")
    window.to_front()
    take_over(window, sheet)
    assert window.read(_NOW, name=PLAN) == ["uit het invulblad", before["bruto_totaal"]]
    window.do("window('lmvw_planner').activateWindow()")
    assert "circa 77" in window.read("widget('bruto_totaal', 'lmvw_planner').text()")
    window.sees("is een schatting", "lmvw_planner")
