# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a worksheet that are no plan: seen by their name, or by numbers that add up, and checked as a planner would."""

import pytest

from lmvw_plugin.core.importing.mapping.plan import ColumnMapping, PlanMapping
from lmvw_plugin.core.importing.totals import no_plans

MAPPING = PlanMapping({"werkblad": "Plan"}, {"bruto_totaal": ColumnMapping("werkblad", "Bruto")}, {"werkblad": {"OP2019": "bruto_totaal"}})


def found(*rows, names=()):
    """Row number (the first is 1) to reason."""
    sheet = [(number, dict(zip(("Plan", "Bruto", "OP2019"), row, strict=False))) for number, row in enumerate(rows, 1)]
    return {number: one.reason for number, one in no_plans(sheet, MAPPING, frozenset(names)).items()}


HAVEN, DIJK = ("Haven", 12), ("Dijk", 5)


@pytest.mark.parametrize("name", ["Totaal\ngemeente", "Totaal\r\n", "Eindtotaal\n(zie ook blad 2)", "  TOTAAL  "])
def test_a_total_in_a_cell_of_several_lines_is_a_total(name):
    assert found(HAVEN, DIJK, (name, 17)) == {3: "is een totaalrij en geen plan; zij telt niet mee"}


@pytest.mark.parametrize("total", [17, "17", 17.0])
def test_a_total_above_the_plans_is_checked_against_all_of_them(total):
    assert "Let op" not in found(("Totaal", total), HAVEN, DIJK)[1]
    assert "Let op: bij ‘Bruto totaal’ staat 20" in found(("Totaal", 20), HAVEN, DIJK)[1]


@pytest.mark.parametrize("name", ["Markerwaard totaal", "Het totaal", "Bruto (totaal)", "alle plannen, TOTALEN"])
def test_a_name_with_the_word_total_is_one_when_its_numbers_say_so(name):
    assert set(found(HAVEN, DIJK, (name, 17))) == {3}
    assert found(HAVEN, DIJK, (name, 16)) == {}
    assert found(HAVEN, (name, 12)) == {}  # with one row above it equal numbers prove nothing
    assert found(HAVEN, DIJK, (name, 17), names=(name,)) == {}  # it has its polygon


@pytest.mark.parametrize("name", ["Stand: 1 januari", "Opmerking: zie blad 2", "Bron: raadsbesluit"])
def test_a_note_below_the_table_is_no_plan_and_one_with_dwellings_is(name):
    assert found(HAVEN, DIJK, (name, None)) == {3: "is een noot bij de tabel en geen plan"}
    assert found(HAVEN, DIJK, (name, 3)) == found(HAVEN, DIJK, (name, None, 3)) == {}


@pytest.mark.parametrize("name", ["Totaalrenovatie", "Totalenburg", "Kantoor Subtotaalplein"])
def test_a_word_that_only_holds_it_is_no_total(name):
    assert found(HAVEN, DIJK, (name, 17)) == {}


def test_subtotals_without_a_name_are_seen_by_the_rows_since_the_last():
    assert set(found(HAVEN, DIJK, (None, 17), ("Kade", 3), ("Kaap", 4), (None, 7), (None, 24))) == {3, 6, 7}


def test_periods_for_a_person_count_in_the_proof():
    assert set(found(("Haven", None, 30), ("Dijk", None, 10), (None, None, 40))) == {3}
    assert found(("Haven", None, 30), ("Dijk", None, 10), (None, None, 41)) == {}
    assert "Let op: bij ‘OP2019’ staat 41, de rijen erboven tellen op tot 40" in found(
        ("Haven", None, 30), ("Dijk", None, 10), ("Totaal", None, 41))[3]  # fmt: skip


def test_an_empty_row_proves_nothing():
    assert found(("Haven", 0), ("Dijk", None), (None, 0)) == {}


def test_a_total_that_says_so_in_another_column_is_one_whatever_it_adds_up_to():
    """‘Subtotaal’ stands where the plan number stands, and only one of the columns is added up."""
    total, plain = {"Nr": "Subtotaal", "Plan": None, "Bruto": 17}, {"Nr": 3, "Plan": "Kade", "Bruto": 2, "OP2019": 4}
    sheet = [(1, {"Nr": 1, "Plan": "Haven", "Bruto": 12, "OP2019": 9}), (2, {"Nr": 2, "Plan": "Dijk", "Bruto": 5}), (3, total), (4, plain)]
    ((row, one),) = no_plans(sheet, MAPPING, frozenset()).items()
    assert (row, one.name, one.reason) == (3, "Subtotaal", "is een totaalrij en geen plan; zij telt niet mee")
    assert no_plans([*sheet[:2], (3, {**total, "Nr": 7}), (4, plain)], MAPPING, frozenset()) == {}  # nothing says what it is: it waits
    assert no_plans([*sheet[:2], (3, {**total, "Plan": "Kaap"})], MAPPING, frozenset()) == {}  # it has a name
    assert no_plans([*sheet[:2], (3, {"Nr": 7, "Plan": None, "Bruto": 40, "Uitleg": "Totaal 90"})], MAPPING, frozenset()) == {}  # a remark
