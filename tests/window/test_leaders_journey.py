# SPDX-License-Identifier: GPL-2.0-or-later
"""A journey of invulbladen of three project leaders, filled in as people do, with the table and a form open: read, chosen, undone and saved."""

import shutil

from lmvw_plugin.layers.workbook.openpyxl_alone import load_workbook
from tests.conftest import read_plans
from tests.processing.test_fillsheets import answer
from tests.window import acts
from tests.window.test_planner_journey import click_on

FILL, DIALOG, FORM = "lmvw_fill_sheets", "QgsProcessingDialogBase", "lmvw_planner"
ONE, TWO, THREE, FOUR = "Noorderzoom", "Oosterdiep-Zuid", "d'Oude Haven", "Kreekakkers"
LEADERS = {ONE: "Ü. d'Ångström / team 1", FOUR: "Ü. d'Ångström / team 1", TWO: "AUX", THREE: "=1+1"}
_NOW = "{name: [plan(name)['tijdelijk'], str(plan(name)['toelichting'] or '').replace('NULL', '')] for name in names}"


def stored(path):
    return {plan["plannaam"]: plan for plan, _ in read_plans(path)}


def test_sheets_of_three_leaders_with_odd_names_come_back_odd_while_table_and_form_are_open(window):
    path = window.open_sample()
    for plan, leader in LEADERS.items():
        acts.store(window, plan, projectleider=leader)
    before = stored(path)
    out, back = window.folder / "uit", window.folder / "terug"
    out.mkdir()
    window.choose("lmvw_makefillsheets")
    window.opens(DIALOG)
    window.fill(f"line('Map voor de invulbladen', '{DIALOG}')", str(out))
    window.click(f"button('Uitvoeren', '{DIALOG}')")
    window.sees("Uitvoering voltooid", DIALOG)
    window.click(f"button('Sluiten', '{DIALOG}')")
    window.wait(f"not opened('{DIALOG}') and idle()")
    by_leader = {}
    for one in out.iterdir():
        told = {row[0]: row[1] for row in load_workbook(one)["Uitleg"].iter_rows(values_only=True, max_col=2) if row[0]}
        by_leader[told["Projectleider"]] = one
    assert sorted(by_leader) == ["=1+1", "AUX", "zonder projectleider", "Ü. d'Ångström / team 1"]
    mine, aux, odd = by_leader["Ü. d'Ångström / team 1"], by_leader["AUX"], by_leader["=1+1"]
    back.mkdir()
    # the first leader sends an older copy too, the second a wrong code, a text and a row of somebody else, the third a copied sheet
    answer(mine, ONE, tijdelijk=before[ONE]["tijdelijk"] + 1)
    shutil.copy(mine, back / "ouder.xlsx")
    answer(mine, ONE, tijdelijk=before[ONE]["tijdelijk"] + 2, toelichting="Nieuw gesprek")
    shutil.copy(mine, back)
    answer(aux, TWO, planstatus="hard", nultreden="circa 40", tijdelijk=before[TWO]["tijdelijk"] + 3)
    book, other = load_workbook(aux), load_workbook(mine)
    for column, cell in enumerate(other["Plannen"][5], 1):
        book["Plannen"].cell(9, column).value = cell.value
    book.save(aux)
    shutil.copy(aux, back)
    answer(odd, THREE, toelichting="Uit het kopieblad")
    book = load_workbook(odd)
    book.copy_worksheet(book["Plannen"])
    book.save(odd)
    shutil.copy(odd, back)
    # meanwhile somebody types the same field in the form, which stays open, beside the table
    window.open_table()
    click_on(window, TWO)
    window.sees(TWO, FORM)
    window.keys("alt+3")
    window.click(f"widget('tijdelijk', '{FORM}')")
    window.keys("ctrl+a")
    window.type(str(before[TWO]["tijdelijk"] + 7))
    window.keys("Tab")
    window.to_front()  # leaves the form, which takes what was typed
    window.choose("lmvw_readfillsheets")
    window.opens(FILL)
    window.fill(f"line('of een map met invulbladen', '{FILL}')", str(back))
    window.keys("alt+v")
    window.sees("4 invulbladen gelezen, 2 plannen wijzigen, 3 antwoorden wachten op uw keuze, 2 cellen zijn geen antwoord", FILL)
    for words in (
        "blad ‘Plannen Copy’ hoort niet bij het invulblad", f"rij 9: plan ‘{FOUR}’ (Ü. d'Ångström / team 1) zat niet in dit invulblad",
        "Planologische planstatus: ‘hard’ begint niet met een statuscode", "Nultredenwoningen: ‘circa 40’ is een schatting",
    ):  # fmt: skip
        window.sees(words, FILL)
    window.picture("choosing")
    window.keys("alt+o")
    window.sees("2 plannen bijgewerkt, 3 antwoorden niet overgenomen", FILL)
    window.keys("alt+s")
    window.wait(f"not opened('{FILL}')")
    typed = before[TWO]["tijdelijk"] + 7
    taken = {ONE: "Nieuw gesprek", TWO: "", THREE: "Uit het kopieblad", FOUR: ""}
    assert window.read(_NOW, names=list(taken)) == {
        name: [typed if name == TWO else before[name]["tijdelijk"], text] for name, text in taken.items()
    }
    window.sees("Nog niet alles is opgeslagen", FORM)
    acts.undo(window)
    window.sees("Alles is opgeslagen", FORM)
    assert window.read(_NOW, names=[ONE, TWO]) == {ONE: [before[ONE]["tijdelijk"], ""], TWO: [typed, ""]}
    acts.redo(window)
    window.sees("Nog niet alles is opgeslagen", FORM)
    acts.save_edits(window)
    window.sees("Alles is opgeslagen", FORM)
    after = stored(path)
    assert {name: after[name]["toelichting"] or "" for name in taken} == taken
    assert (after[TWO]["tijdelijk"], after[TWO]["planstatus"], after[TWO]["nultreden"]) == (
        typed,
        *(before[TWO][name] for name in ("planstatus", "nultreden")),
    )
    assert window.read("table() is not None")
