# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys of saving with QGIS's own button while another program keeps the plan file to itself: nothing is lost, and one sentence says so."""

import sqlite3
import time
from contextlib import closing

import pytest

from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import read_plans
from tests.other_program import KEEPS, READS, WRITES, OtherProgram
from tests.window import acts
from tests.window.test_check_journey import PLAN, edit

OTHER = "Noorderzoom"
TOLD = "Een ander programma heeft het planbestand van laag ‘Plannen Markerwaard 1 januari 2026’ in gebruik: uw bewerkingen wachten in de laag, "
TOLD += "sla ze zo nog eens op."
PROGRESS, WAITS = "lmvw_check_progress", "Wachten op een ander programma"
SEES_WAIT = f"opened({PROGRESS!r}) and {WAITS!r} in words({PROGRESS!r})"
A_WHILE = 4.0  # seconds that the window answers nobody; it was twenty
SAID = "[one.text() for one in iface.messageBar().items()]"


def stored(path, name):
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


@pytest.mark.parametrize("does", [WRITES, READS])
def test_what_could_not_be_saved_comes_into_the_file_afterwards(window, does):
    """Table and form open; who reads since before the editing lets QGIS write everything but its last word."""
    path = window.open_sample()
    other = OtherProgram(path, does)
    window.open_form(PLAN)
    window.open_table()
    edit(window, PLAN, toelichting="nu nog niet")
    before = window.read(SAID)
    acts.save_edits(window)
    window.sees("in gebruik")
    assert window.read(SAID) == [TOLD, *before]
    assert window.read("plans().editBuffer().isModified()")
    assert stored(path, PLAN)["toelichting"] is None
    other.let_go()
    acts.save_edits(window)
    window.wait("not plans().editBuffer().isModified()")
    window.wait(f"{SAID} == before", before=before)
    assert stored(path, PLAN)["toelichting"] == "nu nog niet"
    edit(window, OTHER, toelichting="daarna")
    acts.in_main_window(window)
    window.click("iface.actionToggleEditing()")
    window.click("button('Opslaan', QApplication.activeModalWidget())")
    window.wait("not plans().isEditable() and idle()")
    assert [stored(path, name)["toelichting"] for name in (PLAN, OTHER)] == ["nu nog niet", "daarna"]


def test_a_check_waits_for_the_other_program_while_the_window_goes_on(window):
    """The panel Controle is open; nobody says that it is no plan file, and what was asked comes as soon as the file is free."""
    path = window.open_sample()
    window.press("lmvw_review_panel")
    window.wait("'nog niet gecontroleerd' in widget('review_words').text() and idle()")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)
    with OtherProgram(path, KEEPS):
        begun, longest = time.monotonic(), 0.0
        window.click("widget('review_check')")
        end = begun + 60
        while begun < end and not window.read(SEES_WAIT):
            longest, begun = max(longest, time.monotonic() - begun), time.monotonic()
        assert begun < end and longest < A_WHILE
        window.wait(f"{WAITS!r} in widget('review_words').text()")
        assert "planbestand" not in window.read(f"' '.join({SAID})").replace("Planbestand bekijken", "")
    window.sees("gecontroleerd")
    window.wait("idle() and 'Gecontroleerd op' in widget('review_words').text()")
    assert check_table.moment_of(path) is not None
