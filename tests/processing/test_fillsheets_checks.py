# SPDX-License-Identifier: GPL-2.0-or-later
"""What only counts in an invulblad, and what people read above the columns: typed over, changed, and told."""

import json
from pathlib import Path

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering.sheets import CHECK_COLUMNS, CHECKS, FIRST, HEADER_ROWS
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.processing.test_fillsheets import answer, cell_of, libreoffice, saved_by_libreoffice, stored
from tests.processing.test_fillsheets_odd import Hand, make, path, read, sheet

__all__ = ["make", "path", "read", "sheet"]  # fixtures

KINDS = ["as sent", pytest.param("xlsx", marks=libreoffice), pytest.param("ods", marks=libreoffice)]
PLAN, ROW = "Dijkzicht", FIRST + 1


def came_back(sheet, tmp_path, kind):
    return sheet if kind == "as sent" else saved_by_libreoffice(sheet, tmp_path, kind)


def check(name, row=ROW):
    return f"{CHECK_COLUMNS[CHECKS.index(name)]}{row}"


def told_of(done, cell):
    return [line for line in done["TOLD"] if f"cel {cell}" in line]


@pytest.mark.parametrize("kind", KINDS)
def test_of_a_sheet_that_nobody_touched_nothing_is_told(run, tmp_path, kind):
    """Plans of every standing: finished with amounts left over, at home, half open, contradicting, confidential, with nothing to build."""
    changes = [
        {}, {"gerealiseerd": True}, {"vervallen": True, "bruto_jaar01": None}, {"planstatus": "5A", "plantype": None}, {"bruto_totaal": None},
        {"bruto_jaar01": 19, "eengezins": 0}, {"vertrouwelijk": True, "planstatus": "3"}, {"sloop_totaal": 0}, dict.fromkeys(b.phasing("bruto_totaal")),
        {"bruto_totaal": 0}, {"toelichting": "=1+1"}, {"plannaam": "Totaal van de rijen in beeld"},
    ]  # fmt: skip
    plans = [(square(number), consistent_plan(plan_id=str(number), plannaam=f"Plan {number}") | one) for number, one in enumerate(changes)]
    planfile.create(tmp_path / "q.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    run("makefillsheets", INPUT=str(tmp_path / "q.gpkg"), FOLDER=str(tmp_path))
    (sheet,) = tmp_path.glob("*.xlsx")
    done = run("readfillsheets", INPUT=str(tmp_path / "q.gpkg"), WORKBOOKS=[str(came_back(sheet, tmp_path, kind))])
    assert (done["TOLD"].splitlines()[1:], done["ANSWERS"], done["UNREAD"]) == ([], 0, 0)


@pytest.mark.parametrize("kind", KINDS)
def test_a_number_over_a_check_formula_is_told_with_what_the_row_says(read, path, sheet, tmp_path, kind):
    with Hand(sheet) as hand:
        hand[check("netto_totaal")] = 21
    came = came_back(sheet, tmp_path, kind)
    done = read(came)
    assert (done["UNREAD"], done["ANSWERS"], done["CHANGED"]) == (1, 0, 0)
    assert done["TOLD"][1:] == [
        f"‘{came.name}’, blad Plannen, cel {check('netto_totaal')}: plan ‘Dijkzicht’, Netto totaal: ‘21’ staat waar een formule stond, terwijl de aantallen "
        "in deze rij ‘16’ geven; deze kolom telt alleen, vul ‘Bruto totaal’ en ‘Sloop totaal’ in. Dit antwoord is niet overgenomen."
    ]


TYPED = {
    99: "‘99’ staat waar een formule stond", "klopt niet": "‘klopt niet’ staat waar een formule stond", "=50+49": "‘99’ is de uitkomst van een formule",
    "=1/0": "‘#DIV/0!’ is de uitkomst van een formule",
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_formula_of_a_row_is_judged(read, sheet, tmp_path, kind):
    """By a number, a text, and formulas of other making; openpyxl calculates nothing, so that as sent only what was typed says something."""
    expected = {}
    with Hand(sheet) as hand:
        for row in range(FIRST, FIRST + 3):
            for place, name in enumerate(CHECKS):
                typed = list(TYPED)[(row + place) % len(TYPED)]
                hand[check(name, row)] = typed
                if kind != "as sent" or not str(typed).startswith("="):
                    expected[check(name, row)] = TYPED[typed]
    done = read(came_back(sheet, tmp_path, kind))
    assert (done["UNREAD"], done["ANSWERS"], len(expected)) == (len(expected), 0, 8 if kind == "as sent" else 18)
    for cell, about in expected.items():
        (said,) = told_of(done, cell)
        assert f"{about}, terwijl de aantallen in deze rij ‘" in said, said
        assert "deze kolom telt alleen, vul " in said


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_number_over_a_formula_is_told_once_for_the_column_and_formulas_of_whoever_are_none(read, sheet, tmp_path, kind):
    """Somebody pasted the sheet as values; and in another row a formula that says the same."""
    with Hand(sheet) as hand:
        for row in (FIRST, ROW):
            hand[check("netto_totaal", row)] = 16
            hand[check("telt_op", row)] = "ja"
        hand[check("netto_totaal", FIRST + 2)] = f"={cell_of('bruto_totaal', FIRST + 2)}-{cell_of('sloop_totaal', FIRST + 2)}"
    done = read(came_back(sheet, tmp_path, kind))
    assert [line.split("blad Plannen, ")[1].split(";")[0] for line in done["TOLD"][1:]] == [
        f"cel {check('netto_totaal', FIRST)} t/m {check('netto_totaal', ROW)}: Netto totaal, zoals van plan ‘Havenkwartier’: ‘16’ staat waar een formule stond",
        f"cel {check('telt_op', FIRST)} t/m {check('telt_op', ROW)}: Telt alles op?, zoals van plan ‘Havenkwartier’: ‘ja’ staat waar een formule stond",
    ]
    assert all("Deze 2 antwoorden zijn niet overgenomen." in line for line in done["TOLD"][1:])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answers", [
    ({"bruto_totaal": 25}, {"bruto_totaal": None}, {"sloop_totaal": None, "tijdelijk": 4}),
    ({"eengezins": "13"}, {"nultreden": "circa 4", "tijdelijk": 4.5}, {"bruto_totaal": "=8+12"}),
    ({"eengezins": 4.5}, {"meergezins": "#N/A"}, {"eengezins": "=1/0"}),
])  # fmt: skip
def test_formulas_that_go_along_with_the_answers_are_not_told(read, sheet, tmp_path, kind, answers):
    """Amounts, open ones, texts, fractions and error values: whatever a spreadsheet makes of them."""
    for name, values in zip(("Havenkwartier", PLAN, "Bosrand"), answers, strict=True):
        answer(sheet, name, **values)
    told = read(came_back(sheet, tmp_path, kind))["TOLD"]
    assert not [line for line in told if "formule stond" in line or "uitkomst van een formule" in line], told


@pytest.mark.parametrize("kind", KINDS)
def test_totals_and_the_count_of_open_fields_that_are_typed_over_are_told(read, sheet, tmp_path, kind):
    with Hand(sheet) as hand:
        hand[cell_of("bruto_totaal", 2)] = 300
        hand[check("netto_totaal", 2)] = "240?"
        row = next(number for number in range(1, 40) if hand.book["Uitleg"].cell(number, 1).value == PLAN)
        hand.book["Uitleg"].cell(row, 2).value = 0
        hand.book["Uitleg"].cell(row + 5, 1).value = "Bel mij even"
        hand.book["Uitleg"]["B2"].value = "P. Smit"
    came = came_back(sheet, tmp_path, kind)
    assert read(came)["TOLD"][1:] == [
        f"‘{came.name}’, blad Uitleg: niet gelezen is wat in cel B{row} en A{row + 5} staat; antwoorden tellen alleen op blad Plannen.",
        f"‘{came.name}’, blad Plannen: in cel {cell_of('bruto_totaal', 2)} en {check('netto_totaal', 2)} is iets getypt waar de formule van een totaal stond. "
        "Dat is niet overgenomen; vul de aantallen per plan in.",
        f"‘{came.name}’, blad Uitleg: bij Projectleider staat nu ‘P. Smit’ en dat was ‘A. de Boer’. Wijzig het veld Projectleider zelf in het planbestand "
        "als dat klopt.",
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_heads_that_were_swapped_are_told_with_both_names_and_their_answers_wait(read, path, sheet, tmp_path, kind):
    answer(sheet, PLAN, tijdelijk=9, nultreden=13, eengezins=7, meergezins=11)
    with Hand(sheet) as hand:
        one, two = cell_of("tijdelijk", 3), cell_of("nultreden", 3)
        hand[one], hand[two] = hand[two], hand[one]
        hand[cell_of("eengezins", 3)] = "Huizen"
    came = came_back(sheet, tmp_path, kind)
    done = read(came)
    assert (done["ANSWERS"], done["CHANGED"], done["WAITING"]) == (4, 1, 2)
    said, *waits = done["TOLD"][1:]
    assert len(waits) == 2  # the answers under them, each with its cell
    assert said.startswith(f"‘{came.name}’, blad Plannen: de leesbare koppen zijn gewijzigd: in cel ")
    for cell, now, before in (
        (one, "Nultredenwoningen", "Tijdelijke woningen"), (two, "Tijdelijke woningen", "Nultredenwoningen"),
        (cell_of("eengezins", 3), "Huizen", "Eengezinswoningen"),
    ):  # fmt: skip
        assert f"in cel {cell} staat nu ‘{now}’ en dat was ‘{before}’" in said
    assert said.endswith(f". Gelezen is volgens de namen in rij {HEADER_ROWS}.")
    rows = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
    assert {row["veld"]: row["reden"] for row in rows if "reden" in row} == {
        veld: f"boven deze kolom staat de naam van een ander veld: ‘{name}’; kijk bij welk veld het antwoord hoort"
        for veld, name in (("tijdelijk", "Nultredenwoningen"), ("nultreden", "Tijdelijke woningen"))
    }
    assert [stored(path, PLAN)[veld] for veld in ("eengezins", "meergezins", "tijdelijk", "nultreden")] == [7, 11, 3, 14]


def test_without_the_row_of_readable_heads_that_is_told(read, path, sheet):
    answer(sheet, PLAN, tijdelijk=9)
    with Hand(sheet) as hand:
        hand.cells.delete_rows(3)
    done = read(sheet)
    assert (done["CHANGED"], stored(path, PLAN)["tijdelijk"]) == (1, 9)
    assert done["TOLD"][1:] == [
        f"‘{sheet.name}’, blad Plannen: de leesbare koppen zijn weg. Gelezen is volgens de namen in rij {HEADER_ROWS - 1}; kijk of elk antwoord in de goede "
        "kolom staat."
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_columns_that_were_moved_whole_are_read_and_not_told(read, path, sheet, tmp_path, kind):
    answer(sheet, PLAN, tijdelijk=9)
    with Hand(sheet) as hand:
        one, two = (hand.cells[cell_of(name)].column for name in ("toelichting", "vertrouwelijk"))
        for row in range(1, FIRST + 3):
            left, right = hand.cells.cell(row, one), hand.cells.cell(row, two)
            left.value, right.value = right.value, left.value
    done = read(came_back(sheet, tmp_path, kind))
    assert (done["ANSWERS"], done["CHANGED"], len(done["TOLD"]), stored(path, PLAN)["tijdelijk"]) == (1, 1, 1, 9)


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_in_euros_is_told_once(read, sheet, tmp_path, kind):
    with Hand(sheet) as hand:
        for row, value in ((FIRST, 4), (ROW, 4), (FIRST + 2, 4)):
            hand[cell_of("tijdelijk", row)] = value
            hand.cells[cell_of("tijdelijk", row)].number_format = '"€ "#,##0.00'
    came = came_back(sheet, tmp_path, kind)
    done = read(came)
    assert (done["UNREAD"], done["ANSWERS"]) == (3, 0)
    (said,) = done["TOLD"][1:]
    cells = f"{cell_of('tijdelijk')} t/m {cell_of('tijdelijk', FIRST + 2)}"
    assert said.startswith(f"‘{came.name}’, blad Plannen, cel {cells}: Tijdelijke woningen, zoals van plan ‘Havenkwartier’: ‘€ 4")
    assert said.endswith(
        "’ is wat de cel laat zien, maar opgeslagen is 4; kies voor de cel de opmaak Standaard en typ het getal opnieuw. Deze 3 antwoorden zijn niet "
        "overgenomen."
    )


@pytest.mark.parametrize("kind", KINDS[1:])
def test_an_empty_text_out_of_a_formula_is_an_empty_answer(read, path, sheet, tmp_path, kind):
    answer(sheet, PLAN, tijdelijk='=""', toelichting='=IF(1=1,"","x")')
    done = read(came_back(sheet, tmp_path, kind))
    assert (done["UNREAD"], done["ANSWERS"], done["WAITING"], stored(path, PLAN)["tijdelijk"]) == (0, 1, 1, 3)


def test_an_emptied_answer_keeps_its_reason_when_it_is_read_again(read, sheet):
    answer(sheet, PLAN, tijdelijk=None)
    for reason in (
        "leeggemaakt in het invulblad",
        "leeggemaakt in het invulblad; al eens ingelezen, en toch staat in het planbestand niet dit antwoord",
    ):
        done = read(sheet)
        (row,) = json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]
        assert (row["reden"], row["overnemen"]) == (reason, False)
