# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey to the next peildatum: from the menu, with what the plan file in hand tells, to the new file and its questions."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, consistent_plan, read_plans, square

DIALOG = "QgsProcessingDialogBase"
QUESTION = "widget('question_choice').currentText()"
AUTUMN = Peildatum(date(2026, 7, 1))


def test_the_plan_file_of_the_next_peildatum_is_made_and_opened(window):
    path = window.open_sample()
    before = path.read_bytes()
    new = path.with_name(f"{path.stem}_2026-07-01.gpkg")
    window.choose("lmvw_rollforward")
    window.opens(DIALOG)
    window.picture("window")
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.sees("overgezet naar")
    window.sees("beslist u nog")
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.wait("not shown()")
    window.picture("message")
    assert store.read_info(new).peildatum == AUTUMN
    assert path.read_bytes() == before
    plans = {plan["plannaam"]: plan for plan, _ in read_plans(new)}
    assert set(plans) == {plan["plannaam"] for plan, _ in read_plans(path)}

    window.click("button('Planbestand openen')")
    window.wait("file in plans().source()", file=new.name)
    window.press("lmvw_questions")
    window.wait(f"{QUESTION}.startswith('Bruto totaal? ')")
    window.picture("questions")


PANEL, TABLE = "widget('compared_todo')", "widget('to_decide')"
SHOWN = f"[row for row in range({TABLE}.rowCount()) if not {TABLE}.isRowHidden(row)]"
CELLS = f"[[{TABLE}.item(row, column).text() for column in range(6)] for row in {SHOWN}]"


def decided(path):
    """Who said of which field that it stays; read as SQLite has it."""
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT plannaam, veld, wie, moment FROM lmvw_te_beslissen WHERE moment IS NOT NULL").fetchall()


@pytest.mark.parametrize(("before", "after"), [("2026-01-01", "2026-07-01"), ("2026-07-01", "2027-01-01")])
def test_what_stays_is_ticked_off_with_a_key_and_that_is_taken_back(window, before, after):
    """Also where the last delivery was made by hand, so that the plan file remembers none."""
    old, new = window.folder / "plannen.gpkg", window.folder / f"plannen_{after}.gpkg"
    plans = [(square(n), consistent_plan(plan_id=name, plannaam=name)) for n, name in enumerate(("Dijkzone", "Haven"))]
    store.create(old, store.PlanFileInfo(MARKERWAARD, Peildatum.parse(before)), plans)
    window.choose("lmvw_rollforward")
    window.opens(DIALOG)
    window.do("window(dialog).setParameters({'INPUT': old, 'OUTPUT': new})", dialog=DIALOG, old=str(old), new=str(new))
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.sees("beslist u nog")
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.click("button('Planbestand openen')")
    window.wait("file in plans().source() and idle()", file=new.name)
    window.open_table()
    window.choose("lmvw_compared_panel")
    window.wait(f"{PANEL}.isVisible()")
    many = int(window.read(f"{PANEL}.text()").split()[2])
    window.click(PANEL)
    window.opens("lmvw_to_decide")
    cells = window.read(CELLS)
    assert len(cells) == many and {name for name, *_ in cells} == {"Dijkzone", "Haven"}
    asked, stays = (next(at for at, row in enumerate(cells) if row[4] == now) for now in ("leeg", "blijft staan"))
    assert asked < stays
    window.keys("Home", *["Down"] * asked)
    window.wait("not widget('to_decide_stays').isEnabled()")
    window.keys("space")
    assert decided(new) == [], "what is empty is answered, never ticked off"
    window.keys(*["Down"] * (stays - asked), "space")
    window.wait(f"{PANEL}.text() == 'Te beslissen: {many - 1} velden…'")
    ((name, _, who, when),) = decided(new)
    assert name == cells[stays][0] and who and when[:2] == "20"
    assert window.read(CELLS)[stays][5].startswith(f"{who} liet dit staan op ")
    window.picture("ticked")
    window.keys("Return")
    window.wait(f"plans().selectedFeatureCount() == 1 and plans().selectedFeatures()[0]['plannaam'] == '{name}'")
    window.do("[one.close() for one in shown() if one.objectName().startswith('featureactiondlg')]")
    window.opens("lmvw_to_decide")
    window.keys("Escape")
    window.wait("not opened('lmvw_to_decide')")

    window.click(PANEL)
    window.opens("lmvw_to_decide")
    window.wait(f"len({SHOWN}) == {many - 1}")
    window.click("widget('to_decide_earlier')")
    window.wait(f"len({SHOWN}) == {many}")
    window.click(f"tick({TABLE}, ' liet dit staan op ', 4)")
    window.wait(f"{PANEL}.text() == 'Te beslissen: {many} velden…'")
    assert decided(new) == []
    window.picture("taken_back")
