# SPDX-License-Identifier: GPL-2.0-or-later
"""A price limit and a target are stated by keyboard in QGIS's own Options, used, and there when QGIS is started again."""

import re
from pathlib import Path
from urllib.parse import unquote, urlparse

from tests.conftest import ROOT
from tests.window.test_options_journey import FORM, OPTIONS, in_cell, rows
from tests.window.test_planner_journey import click_on

YEAR, WANTED = 2027, "1250"
_TARGET = f"widget('target_{YEAR}')"
_LIMIT = ["2026", "Betaalbare koop", "€ 420.000"]


def tab_to(window, target):
    """With as many Tabs as there are controls before it."""
    window.do("import sys; sys.path.append(folder)", folder=str(ROOT / "tests"))
    for _ in range(3):  # what is hidden meanwhile is no stop
        window.keys(*["Tab"] * window.read(f"__import__('readable').tabs_to({target})"))
        if window.read(f"focus() is {target}"):
            return
    raise AssertionError(f"Tab does not come to {target} but to {window.read('focus().objectName()')}")


def open_options(window):
    """As everybody does, and to our page by a word."""
    window.click("iface.settingsMenu().menuAction()")
    window.click("action('mActionOptions')")
    window.opens(OPTIONS)
    window.click(f"window('{OPTIONS}').findChild(QLineEdit, 'mSearchLineEdit')")
    window.type("streefgetal")
    window.wait(f"{_TARGET}.isVisible()")


def close_options(window):
    window.keys("Escape")
    window.wait(f"not opened('{OPTIONS}')")


def form_says(window):
    """The limit stands at its field in the form of a plan."""
    click_on(window, "Noorderzoom")
    window.keys("alt+4")
    window.sees("Betaalbare koop (t/m € 420.000 in 2026, eigen opgave)", FORM)
    window.do(f"window('{FORM}').close()")


def row_of_report(window):
    """What the report of a check lays beside the plans of that year."""
    window.press("lmvw_check_on_map")
    window.sees("gecontroleerd")
    window.click("button('Rapport')")
    opened = window.qgis.folder / "browser.txt"
    window.wait("Path(path).exists()", path=str(opened))
    page = Path(unquote(urlparse(opened.read_text().splitlines()[-1]).path)).read_text(encoding="utf-8")
    table = page.partition("Streefgetallen naast de plannen")[2].partition("</table>")[0]
    return [re.sub("<[^>]*>", "", cell) for row in table.split("<tr") if f">{YEAR}<" in row for cell in re.findall(r"<td.*?</td>", row)]


def test_a_limit_and_a_target_are_stated_by_keyboard_used_and_there_after_a_restart(fresh_window):
    window = fresh_window
    window.open_sample()
    window.sees("De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop.")
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    in_cell(window, 0, 2)
    window.type("420.000")
    window.keys("Tab", "Tab")
    window.type("Brief 3 maart")
    window.keys("Tab")
    tab_to(window, "widget('limit_by')")
    window.type("Wonen")
    tab_to(window, _TARGET)
    window.type(WANTED)
    window.keys("Return")
    window.wait(f"not opened('{OPTIONS}')")
    form_says(window)
    used = row_of_report(window)
    assert used[:2] == [str(YEAR), "1.250"]

    window.restart()
    window.open_again()
    form_says(window)
    open_options(window)
    assert window.read(f"{_TARGET}.value()") == int(WANTED)
    assert rows(window)[0][:3] == _LIMIT
    close_options(window)
    assert row_of_report(window) == used
