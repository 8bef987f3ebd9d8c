# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys through the table of price limits in QGIS's Options: from the question to the label in the form, with the keyboard, and back."""

import json
import sqlite3
from contextlib import closing

from tests.window.test_planner_journey import click_on

OPTIONS = "QgsOptionsBase"
CELLS = "widget('limits')"


def kept(path):
    """The municipality's own limits in a plan file."""
    with closing(sqlite3.connect(path)) as database:
        return json.loads(database.execute("SELECT prijsgrenzen FROM lmvw_planbestand").fetchone()[0] or "[]")


def rows(window):
    """What can be read in the table."""
    return window.read(f"[[{CELLS}.item(row, column).text() for column in range(7)] for row in range({CELLS}.rowCount())]")


def in_cell(window, row, column):
    """Wait until the cursor stands in this cell."""
    window.wait(f"focus().objectName() == 'limit_cell' and ({CELLS}.currentRow(), {CELLS}.currentColumn()) == ({row}, {column})")


def tab_to(window, name):
    """With the keyboard, past what lies between."""
    for _ in range(8):
        window.keys("Tab")
        if window.read("focus().objectName()") == name:
            return
    raise AssertionError(f"{name} is not reached with Tab")


def test_a_limit_that_is_asked_for_is_stated_in_the_options(window):
    path = window.open_sample()
    window.sees("De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop.")
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)  # where the amount goes: nothing to look for
    window.type("420.000")
    window.keys("Tab", "Tab")
    in_cell(window, 0, 4)
    window.type("Brief 3 maart")
    window.keys("Tab")
    tab_to(window, "limit_by")
    window.type("Wonen")
    window.wait(f"{CELLS}.item(0, 6).text() == 'telt voor 2026'")
    window.keys("Return")
    window.wait("not shown()")
    (one,) = kept(path)
    assert (one["grens"], one["bron"], one["door"]) == ("420000", "Brief 3 maart", "Wonen")
    assert window.read("plans().fields().field('koop_betaalbaar').alias()").endswith("(t/m € 420.000 in 2026, eigen opgave)")
    assert "prijsgrens" not in window.read("bar()")


def test_own_limits_are_added_edited_taken_back_and_cancelled_in_the_options(window):
    path = window.open_sample()
    window.sees("De prijsgrens van 2026")
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)
    window.keys("Escape")  # leaves the cell, not the window
    window.click("widget('limit_add')")
    in_cell(window, 0, 0)
    window.type("2025")
    window.keys("Tab")
    window.wait("focus().inherits('QComboBox')")
    window.keys("Down", "Down", "Tab")
    in_cell(window, 0, 2)
    assert rows(window)[0][:4] == ["2025", "Middenhuur", "", "10"]  # the surcharge of the Basisset comes with it
    window.type("118.482")
    window.keys("Tab")
    window.wait("'Bedoelt u € 1.184,82?' in widget('limits_problem').text()")
    window.keys("Tab")
    window.type("Tabel")
    window.keys("Return")
    window.click("widget('limit_by')")
    window.type("Wonen")
    window.click(f"button('OK', '{OPTIONS}')")
    window.sees("kan niet kloppen", "LMVW")  # the window stays
    window.keys("Return")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)
    window.keys("ctrl+a")
    window.type("1.184,82")
    window.keys("Return")
    window.wait(f"{CELLS}.item(0, 6).text() == 'telt voor 2025'")
    window.click("widget('limit_undo')")
    window.wait(f"{CELLS}.item(0, 6).text() == 'klopt nog niet'")
    window.keys("shift+Tab", "shift+Tab", "shift+Tab")
    window.wait("focus() is widget('limits')")
    window.keys(*["ctrl+z"] * 5)  # source, amount, segment, year, and the row itself
    window.wait("not widget('limit_undo').isEnabled()")
    assert [row[:2] for row in rows(window)][:2] == [["2026", "Betaalbare koop"], ["2026", "Sociale huur"]]
    window.keys("Escape")
    window.wait("not shown()")
    assert kept(path) == []


FORM = "lmvw_planner"
_ALIAS = "plans().fields().field('koop_betaalbaar').alias()"


def state_limit(window):
    """State the limit that the message asks for, from the message to OK."""
    window.to_front()
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)
    window.type("420.000")
    window.keys("Tab", "Tab")
    window.type("Brief 3 maart")
    window.keys("Return")
    window.click("widget('limit_by')")
    window.type("Wonen")
    window.click(f"button('OK', '{OPTIONS}')")
    window.wait(f"not opened('{OPTIONS}')")


def test_limits_that_are_stated_while_form_and_table_are_open_are_in_them_at_once(window):
    """Form and table have it, and what was typed in the form is kept."""
    window.open_sample()
    window.sees("De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop.")
    window.open_table()
    click_on(window, "Noorderzoom")
    window.keys("alt+4")
    window.sees("Betaalbare koop (grens 2026 niet bekend)", FORM)
    window.keys("ctrl+a")
    window.type("24")
    state_limit(window)
    window.sees("Betaalbare koop (t/m € 420.000 in 2026, eigen opgave)", FORM)
    window.picture("follows")
    window.wait("focus().objectName() == 'koop_betaalbaar'")
    assert window.read("(focus().text(), plan('Noorderzoom')['koop_betaalbaar'])") == ["24", 24]
    assert window.read(_ALIAS) == "Betaalbare koop (t/m € 420.000 in 2026, eigen opgave)"
    titles = "(lambda m: [m.headerData(n, Qt.Orientation.Horizontal) for n in range(m.columnCount())])(sip.cast(table(), QgsDualView).masterModel())"
    assert window.read(_ALIAS) in window.read(titles)


def test_limits_that_are_stated_while_edits_wait_are_in_the_form_when_these_are_saved(window):
    """The form is not made anew under what somebody has half typed elsewhere."""
    window.open_sample()
    window.sees("De prijsgrens van 2026")
    window.do(
        "plans().startEditing(); plans().changeAttributeValue(plan('Noorderzoom').id(), plans().fields().lookupField('plannummer'), 'N-9')"
    )
    click_on(window, "Oosterdiep-Zuid")
    window.keys("alt+4")
    state_limit(window)
    window.sees("Betaalbare koop (grens 2026 niet bekend)", FORM)
    window.do("window('lmvw_planner').close()")
    window.do("plans().commitChanges()")
    window.wait(f"'t/m € 420.000' in {_ALIAS}")
    click_on(window, "Oosterdiep-Zuid")
    window.keys("alt+4")
    window.sees("Betaalbare koop (t/m € 420.000 in 2026, eigen opgave)", FORM)


def test_six_own_limits_are_in_sight_in_order_and_this_years_question_stays(window):
    path = window.open_sample()
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)
    window.keys("Escape")
    window.click("widget('limit_by')")
    window.type("Wonen")
    for year in ("2029", "2027", "2028", "2030", "2031", "2032"):
        window.click("widget('limit_add')")
        in_cell(window, 0, 0)
        window.keys("ctrl+a")
        window.type(year)
        window.keys("Tab", "Tab")
        in_cell(window, 0, 2)
        window.type("440.000")
        window.keys("Tab", "Tab")
        in_cell(window, 0, 4)
        window.type("Brief")
        window.keys("Return")
        window.wait(f"{CELLS}.item(0, 6).text() == 'telt voor {year}'")
    window.wait("widget('limits_open').text() == 'Nog niet opgegeven voor 2026: betaalbare koop.' and widget('limits_open').isVisible()")
    window.picture("six")
    assert window.read(f"{CELLS}.viewport().rect().contains({CELLS}.visualItemRect({CELLS}.item(6, 0)))")
    window.click(f"button('OK', '{OPTIONS}')")
    window.wait(f"not opened('{OPTIONS}')")
    assert sorted(one["jaar"] for one in kept(path)) == [*range(2027, 2033)]


def test_the_search_line_finds_a_rule_and_what_is_softened_outdates_the_colours_at_once(window):
    path = window.open_sample()
    window.press("lmvw_check_on_map")
    window.sees("plannen gecontroleerd")
    window.do("later(lambda: utils.iface.showOptionsDialog(utils.iface.mainWindow(), 'mOptionsPageGeneral'))")
    window.opens(OPTIONS)
    window.click(f"window('{OPTIONS}').findChild(QLineEdit, 'mSearchLineEdit')", limit=10)
    window.type("deel is groter dan")  # a rule by its title: QGIS shows the page, and the words light up
    window.wait("widget('severity_A6').isVisible() and widget('severity_A6').isEnabled()", limit=10)
    window.picture("search")
    window.keys("ctrl+a", "BackSpace")
    window.click("widget('severity_A6')", limit=10)
    window.keys("Home", "Down", "Return")
    window.wait("widget('severity_A6').currentText() == 'waarschuwing'", limit=10)
    window.picture("softened")
    window.click(f"button('OK', '{OPTIONS}')", limit=10)
    window.wait(f"not opened('{OPTIONS}')", limit=10)
    with closing(sqlite3.connect(path)) as database:
        assert json.loads(database.execute("SELECT maatstaf FROM lmvw_planbestand").fetchone()[0]) == {"ernst": {"A6": "waarschuwing"}}
    window.wait("not [one for one in plans().getFeatures() if one['controle_afdruk']]", limit=10)
    window.press("lmvw_check_on_map")
    window.wait("all(one['controle_afdruk'] for one in plans().getFeatures())", limit=30)
