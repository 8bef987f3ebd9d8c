# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers that stand in the row of another plan, in merged cells, or make a plan public: they wait, and each is told with its cell."""

import json
from pathlib import Path

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering.sheets import FIRST
from lmvw_plugin.core.filling.moved import moved
from lmvw_plugin.core.filling.sheets import ASKED
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.processing.test_fillsheets import answer, cell_of, libreoffice, saved_by_libreoffice, stored
from tests.processing.test_fillsheets_odd import Hand, make, read, sheet

__all__ = ["make", "read", "sheet"]  # fixtures

SIZES = {"Havenkwartier": 20, "Dijkzicht": 140, "Bosrand": 77, "Kade": 36}
FIELDS = [field.name for field in ASKED]


def plan_of(key, name, size):
    """A plan with amounts of its own, that adds up."""
    parts = {"eengezins": size // 3, "meergezins": size - size // 3, "bruto_totaal": size, "tijdelijk": size // 9, "nultreden": size // 4}
    plan = consistent_plan(plan_id=key, plannaam=name, vertrouwelijk=name == "Dijkzicht", planstatus="3", toelichting=f"over {name}")
    years = dict.fromkeys(b.phasing("bruto_totaal"))
    return plan | parts | years | {b.phasing("bruto_totaal")[0]: size // 2, b.phasing("bruto_totaal")[1]: size - size // 2}


@pytest.fixture
def path(tmp_path):
    plans = [
        (square(number), plan_of(str(number), name, size) | {"projectleider": "A. de Boer" if name != "Kade" else "B. Bos"})
        for number, (name, size) in enumerate(SIZES.items(), 1)
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    (tmp_path / "uit").mkdir()
    return tmp_path / "p.gpkg"


def white(hand, names=FIELDS):
    """The answers of each row."""
    return [[hand[cell_of(name, row)] for name in names] for row in range(FIRST, FIRST + 3)]


def put(hand, rows, names=FIELDS):
    for row, values in enumerate(rows, FIRST):
        for name, value in zip(names, values, strict=True):
            hand[cell_of(name, row)] = value


def changes_in(done):
    return json.loads(Path(done["CHANGES_FOUND"]).read_text("utf-8"))["wijzigingen"]


SHUFFLES = {
    "swapped": lambda rows: [rows[1], rows[0], rows[2]],
    "sorted": lambda rows: [rows[1], rows[2], rows[0]],
    "one row lower": lambda rows: [rows[0], rows[0], rows[1]],
}


@pytest.mark.parametrize("how", SHUFFLES)
@pytest.mark.parametrize("kind", ["as sent", pytest.param("ods", marks=libreoffice)])
def test_answers_that_stand_in_the_row_of_another_plan_wait_with_the_reason(read, path, sheet, tmp_path, how, kind):
    before = {name: stored(path, name) for name in SIZES}
    with Hand(sheet) as hand:
        rows = white(hand)
        put(hand, SHUFFLES[how](rows))
    owners = SHUFFLES[how](list(SIZES)[:3])
    done = read(sheet if kind == "as sent" else saved_by_libreoffice(sheet, tmp_path, kind))
    assert done["ANSWERS"] == done["WAITING"] > 10
    assert {name: stored(path, name) for name in SIZES} == before
    for name, owner in zip(SIZES, owners, strict=False):
        reasons = [row["reden"] for row in changes_in(done) if row["plannaam"] == name]
        if owner == name:
            assert reasons == []
            continue
        assert all(reason.startswith(f"deze rij heeft de antwoorden van plan ‘{owner}’") for reason in reasons), reasons
        assert [line for line in done["TOLD"] if f"plan ‘{name}’" in line and f"deze rij heeft de antwoorden van plan ‘{owner}’" in line]


def test_a_few_answers_of_the_leader_in_a_row_that_was_moved_do_not_hide_it(read, path, sheet):
    names = [name for name in FIELDS if name not in ("toelichting", "planstatus", "plantype", "vertrouwelijk")]
    with Hand(sheet) as hand:
        put(hand, SHUFFLES["sorted"](white(hand, names)), names)
        hand[cell_of("tijdelijk")] = 1
    done = read(sheet)
    assert (done["CHANGED"], done["WAITING"]) == (0, done["ANSWERS"])


def test_ordinary_answers_are_taken_also_when_they_are_those_of_another_plan_in_part(read, path, sheet):
    answer(sheet, "Havenkwartier", tijdelijk=8, toelichting="over Dijkzicht")  # the first as of Bosrand
    done = read(sheet)
    assert (done["CHANGED"], done["WAITING"], stored(path, "Havenkwartier")["tijdelijk"]) == (1, 0, 8)


def test_plans_that_are_alike_are_not_told_and_thousands_of_rows_are_looked_up():
    nought = dict.fromkeys(FIELDS, 0) | {"planstatus": "3", "toelichting": None}
    sent = {str(number): dict(nought) for number in range(3000)}
    came = {plan_id: plan | {"bruto_totaal": 20, "eengezins": 20} for plan_id, plan in sent.items()}
    assert moved(came, sent, FIELDS) == {}
    sent = came
    came = {plan_id: plan | {"tijdelijk": 20, "nultreden": 20} for plan_id, plan in sent.items()}
    assert moved(came, sent, FIELDS) == {}
    many = {str(number): plan_of(str(number), f"Plan {number}", 20 + number) for number in range(2000)}
    assert moved(many, many, FIELDS) == {}
    lower = {str(number): many[str(max(0, number - 1))] for number in range(2000)}
    assert len(moved(lower, many, FIELDS)) == 1999


def test_a_plan_of_few_fields_whose_answers_stand_elsewhere_waits_as_well():
    full, bare = plan_of("1", "Vol", 140), dict.fromkeys(FIELDS) | {"plannaam": "Leeg", "bruto_totaal": 12}
    said = moved({"1": bare, "2": full}, {"1": full, "2": bare}, FIELDS)
    assert said == {"2": "deze rij heeft de antwoorden van plan ‘Vol’", "1": "de antwoorden van dit plan staan in de rij van plan ‘Leeg’"}


def test_a_confidential_plan_never_becomes_public_without_a_person(read, path, sheet):
    answer(sheet, "Dijkzicht", vertrouwelijk="nee", tijdelijk=9)
    done = read(sheet)
    assert (done["CHANGED"], done["WAITING"], stored(path, "Dijkzicht")["vertrouwelijk"], stored(path, "Dijkzicht")["tijdelijk"]) == (
        1,
        1,
        True,
        9,
    )
    assert done["TOLD"][-1] == (
        f"A. de Boer ({sheet.name}), blad Plannen, cel {cell_of('vertrouwelijk', FIRST + 1)}: plan ‘Dijkzicht’, Vertrouwelijk: ‘nee’ is niet "
        "aangevinkt, want het plan wordt dan openbaar (Dataprotocol art. 6 en 14)."
    )


def test_every_answer_that_waits_is_told_with_plan_field_and_cell_in_list_and_report(read, path, sheet):
    copy = sheet.with_name("ander.xlsx")
    copy.write_bytes(sheet.read_bytes())
    answer(sheet, "Dijkzicht", tijdelijk=None, nultreden=None)
    answer(sheet, "Bosrand", tijdelijk=4)
    answer(copy, "Bosrand", tijdelijk=5)
    done = read(sheet, copy)
    row, other = FIRST + 1, cell_of("tijdelijk", FIRST + 2)
    said = [
        f"A. de Boer ({sheet.name}), blad Plannen: plan ‘Dijkzicht’, niet aangevinkt is wat in cel {cell_of('tijdelijk', row)} (Tijdelijke woningen: ‘leeg’) "
        f"en {cell_of('nultreden', row)} (Nultredenwoningen: ‘leeg’) staat, want leeggemaakt in het invulblad.",
        f"A. de Boer ({sheet.name}), blad Plannen, cel {other}: plan ‘Bosrand’, Tijdelijke woningen: ‘4’ is niet aangevinkt, want een ander antwoord staat in "
        f"A. de Boer ({copy.name}).",
        f"A. de Boer ({copy.name}), blad Plannen, cel {other}: plan ‘Bosrand’, Tijdelijke woningen: ‘5’ is niet aangevinkt, want een ander antwoord staat in "
        f"A. de Boer ({sheet.name}).",
    ]
    assert (done["WAITING"], sorted(done["TOLD"][-3:])) == (4, sorted(said))
    report = Path(done["REPORT"]).read_text("utf-8").split("Antwoorden die op uw keuze wachten")[1]
    assert all(f"<li>{line}</li>" in report for line in said)


@pytest.mark.parametrize("kind", ["as sent", pytest.param("xlsx", marks=libreoffice), pytest.param("ods", marks=libreoffice)])
def test_merged_cells_are_told_with_their_range_and_their_answers_wait(read, path, sheet, tmp_path, kind):
    cells = f"{cell_of('tijdelijk')}:{cell_of('tijdelijk', FIRST + 1)}"
    with Hand(sheet) as hand:
        hand[cell_of("tijdelijk")] = 1
        hand.cells.merge_cells(cells)
    came = sheet if kind == "as sent" else saved_by_libreoffice(sheet, tmp_path, kind)
    done = read(came)
    assert (done["CHANGED"], done["WAITING"]) == (0, 2)
    assert done["TOLD"][1] == (
        f"‘{came.name}’, blad Plannen: samengevoegde cellen: {cells}. Een samengevoegde cel heeft maar één antwoord; de antwoorden daaruit wachten op uw "
        "keuze."
    )
    assert all(row["reden"].startswith(f"de cel is samengevoegd ({cells}); kijk bij welk plan") for row in changes_in(done))


def test_of_a_column_only_cells_that_show_the_same_are_told_together_and_all_are_named(read, path, sheet):
    with Hand(sheet) as hand:
        for row, value in enumerate((410, 0, 410), FIRST):
            hand[cell_of("tijdelijk", row)] = value
            hand.cells[cell_of("tijdelijk", row)].number_format = '"€ "#,##0.00'
    told = read(sheet)["TOLD"][1:]
    assert len(told) == 2
    assert f"cel {cell_of('tijdelijk')} en {cell_of('tijdelijk', FIRST + 2)}: " in told[0]
    assert f"cel {cell_of('tijdelijk', FIRST + 1)}: plan ‘Dijkzicht’" in told[1]
