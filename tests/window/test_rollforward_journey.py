# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey to the next peildatum: from the menu, with what the plan file in hand tells, to the new file and its questions."""

from datetime import date

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store
from tests.conftest import read_plans

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
