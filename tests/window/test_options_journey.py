# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey from the question about a price limit through QGIS's Options to the label in the form."""

import json
import sqlite3
from contextlib import closing

OPTIONS = "QgsOptionsBase"


def tab_to(window, name):
    """With the keyboard, past what lies between."""
    for _ in range(12):
        window.keys("Tab")
        if window.read("focus().objectName()") == name:
            return
    raise AssertionError(f"{name} is not reached with Tab")


def test_a_limit_that_is_asked_for_is_stated_in_the_options(window):
    path = window.open_sample()
    window.sees("De prijsgrens van 2026 is niet officieel bekend voor betaalbare koop.")
    window.click("widget('lmvw_limits_button')")
    window.opens(OPTIONS)
    window.click("widget('limit_betaalbare_koop')")
    window.type("420.000")
    for name, text in (("limit_source_betaalbare_koop", "Brief 3 maart"), ("limit_by", "Wonen")):
        tab_to(window, name)
        window.type(text)
    window.keys("Return")
    window.wait("not shown()")
    with closing(sqlite3.connect(path)) as database:
        (kept,) = json.loads(database.execute("SELECT prijsgrenzen FROM lmvw_planbestand").fetchone()[0])
    assert (kept["grens"], kept["bron"], kept["door"]) == ("420000", "Brief 3 maart", "Wonen")
    assert window.read("plans().fields().field('koop_betaalbaar').alias()").endswith("(t/m € 420.000 in 2026, eigen opgave)")
