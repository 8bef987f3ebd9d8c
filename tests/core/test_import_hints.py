# SPDX-License-Identifier: GPL-2.0-or-later
"""What a source says of several years together: where it is 0 all its years are 0, and otherwise it is kept as a hint for a person."""

from datetime import date

import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeenten
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.importing.mapping.guessing import guess
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.core.importing.mapping.plan import POLYGONEN
from lmvw_plugin.core.importing.plans import import_plans

SLOTS = b.phasing("bruto_totaal")
YEARS = dict(zip((*range(2020, 2030), "2030-2034", "2035-2039"), SLOTS, strict=True))


def imported(day=date(2020, 1, 1), **row):
    row = {"Plannaam": "Kade", "Aantalrest": 16} | row
    mapping = guess({POLYGONEN: list(row)}, {POLYGONEN: {name: [value] for name, value in row.items()}}, Peildatum(day))
    return import_plans([row], [], mapping, gemeenten()["GM0396"])


def zeros(**row):
    (plan,) = imported(**row).plans
    return {year for year, slot in YEARS.items() if plan.values.get(slot) == 0}


def test_a_period_of_nothing_makes_all_its_years_nothing():
    assert zeros(OP202024=16, Op202529=0, Op20302050=0, OPLONB=0) == {*range(2025, 2030), "2030-2034", "2035-2039"}
    assert zeros(OP202024=16, Op202529=0) == set(range(2025, 2030))


def test_two_periods_of_nothing_may_fill_a_slot_together():
    assert zeros(OP202024=16, OP20252031=0) == set(range(2025, 2030))
    assert zeros(OP202024=16, OP20252031=0, OP20322036=0) == {*range(2025, 2030), "2030-2034"}


@pytest.mark.parametrize("row", [
    {"OP202024": 6, "OPLONB": 10},  # ten without a year may come in any
    {"OP202024": 6, "OPLONB": "ca. 10"},
    {"OP2019": 16, "OP202024": 0},  # what should have been built by now may come later
    {"OP202024": 0, "Op20302050": 0},  # sixteen would have no place left
    {"OP202024": 16, "Op202529": None},
    {"OP202024": 16, "Op202529": ""},
])  # fmt: skip
def test_nothing_is_certain_while_dwellings_may_move_there_or_nobody_said(row):
    assert zeros(**({"Op202529": 0} | row)) == set()


def test_what_the_source_says_of_one_year_is_not_overruled():
    (plan,) = imported(Jaar2025="ca. 4", OP202024=16, Op202529=0).plans
    assert plan.values["bruto_jaar06"] is None


def test_each_zero_names_its_column_and_the_check_finds_nothing_wrong_in_it():
    result = imported(OP202024=16, Op202529=0)
    assert {(one.plannaam, one.column) for one in result.zeros} == {("Kade", "Op202529")}
    assert [one.veld for one in result.zeros] == [YEARS[year] for year in range(2025, 2030)]
    assert all(balance.holds for balance in result.balances)


def test_what_cannot_be_placed_is_kept_as_a_hint():
    result = imported(OP202024=16, Op202529=0, OPLONB=3, Plantype="Uitleggebied voor woningbouw")
    ((plan_id, hints),) = result.hints.items()
    assert plan_id == result.plans[0].values["plan_id"]
    assert set(hints) == {
        Hint("bruto_totaal", "OP202024", "16", "2020-2024"), Hint("plantype", "Plantype", "Uitleggebied voor woningbouw", "uitbreiding_uitleg")}  # fmt: skip
    assert [one.years for one in sorted(hints, key=lambda one: one.veld)] == [(2020, 2024), None]
    assert imported(Plantype="verdichting").hints == {}


def test_plans_that_lack_different_years_are_listed_apart():
    rows = [
        {"Plannaam": "Kade", "Aantalrest": 16, "OP202024": 16, "Op202529": 0},
        {"Plannaam": "Werf", "Aantalrest": 16, "OP202024": 0, "Op202529": 16},
    ]
    mapping = guess(
        {POLYGONEN: list(rows[0])}, {POLYGONEN: {name: [row[name] for row in rows] for name in rows[0]}}, Peildatum(date(2020, 1, 1))
    )
    (_, kade), (_, werf) = import_plans(rows, [], mapping, gemeenten()["GM0396"]).missing()
    assert {field.name for field in kade} ^ {field.name for field in werf} == {*SLOTS[:10]}
