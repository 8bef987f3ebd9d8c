# SPDX-License-Identifier: GPL-2.0-or-later
"""A municipality is understood as people and files write it; where a name stands for more, the sentence names them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset.codelists import Gemeente, every_gemeente, gemeenten
from lmvw_plugin.core.basisset.gemeenten import gemeenten_of, one_gemeente
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.importing.mapping.column import ColumnMapping
from lmvw_plugin.core.importing.mapping.plan import PlanMapping
from lmvw_plugin.core.importing.plans import import_plans
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import PEILDATUM, consistent_plan

EVERY = sorted(gemeenten().values(), key=lambda one: one.code)
AROUND = ("{}", " {} ", "Gemeente {}", "gemeente {}", "Gem. {}", "gem {}", "Gem.{}", "{} (gemeente)", "{}, gemeente")


@given(st.sampled_from(EVERY), st.sampled_from(AROUND), st.sampled_from((str, str.upper, str.lower)))
def test_every_name_is_found_in_every_dress(one, around, case):
    assert gemeenten_of(case(around.format(one.name))) == (one,)
    assert one in gemeenten_of(case(around.format(one.name.split(" (")[0])))


@given(st.sampled_from(EVERY))
def test_every_code_is_found_in_every_dress(one):
    number = int(one.code[2:])
    for text in (one.code, one.code.lower(), f" {one.code} ", str(number), f"{number:04}", f"GM{number}", f"{number}.0"):
        assert gemeenten_of(text) == (one,)
        assert one_gemeente(text) == one


@pytest.mark.parametrize(("text", "code"), [
    ("Den Haag", "GM0518"), ("'s-Gravenhage", "GM0518"), ("’s Gravenhage", "GM0518"), ("DEN HAAG", "GM0518"), ("Gemeente Den Haag", "GM0518"),
    ("Hengelo", "GM0164"), ("Hengelo (Ov)", "GM0164"), ("Hengelo Overijssel", "GM0164"), ("Laren", "GM0417"), ("Laren NH", "GM0417"), ("479", "GM0479"),
    ("Gem. Zaanstad", "GM0479"), ("Bergen NH", "GM0373"), ("Bergen (Limburg)", "GM0893"), ("Bergen (N-H)", "GM0373"), ("Den Bosch", "GM0796"),
    ("Sudwest Fryslan", "GM1900"), ("Nuenen", "GM0820"), ("Rijswijk", "GM0603"),
])  # fmt: skip
def test_what_people_write(text, code):
    assert one_gemeente(text).code == code


@pytest.mark.parametrize(("text", "said"), [
    ("Bergen", "‘Bergen’ kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn"), ("Heemskerck", "Bedoelt u Heemskerk (GM0396)?"),
    ("GM0000", "Gemeente ‘GM0000’ is onbekend"), ("", "Gemeente ‘’ is onbekend"), ("Gem.", "is onbekend"), ("PV27", "is onbekend"),
    ("47900", "is onbekend"), ("(L.)", "is onbekend"),
])  # fmt: skip
def test_what_is_not_clear_is_asked_with_the_choices(text, said):
    with pytest.raises(LmvwError) as caught:
        one_gemeente(text)
    assert said in str(caught.value)


# -- a municipality that ended ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["GM0370", "370", "Beemster", "Gemeente Beemster"])
def test_one_that_ended_is_refused_and_names_its_successor(text):
    with pytest.raises(LmvwError) as caught:
        one_gemeente(text)
    assert str(caught.value) == (
        "Gemeente Beemster (GM0370) bestaat niet meer sinds 1 januari 2022; zij is opgegaan in Purmerend (GM0439). Gebruik die code."
    )


def test_one_that_was_divided_names_all_its_successors():
    with pytest.raises(LmvwError, match=r"Boxtel .GM0757. of Oisterwijk .GM0824. of Tilburg .GM0855. of Vught .GM0865."):
        one_gemeente("Haaren")


def test_every_successor_is_there_and_nobody_who_ended_is_among_the_choices():
    gone = [one for one in every_gemeente().values() if one.ended]
    assert len(gone) > 40
    for one in gone:
        assert one.code not in gemeenten()
        assert one.successors
        assert set(one.successors) <= set(gemeenten())
    assert len(gemeenten()) == 343, "342 of 2026 and Markerwaard"


@pytest.mark.parametrize(("day", "count"), [
    (date(2018, 1, 1), 380), (date(2019, 1, 1), 355), (date(2020, 1, 1), 355), (date(2021, 1, 1), 352), (date(2022, 1, 1), 345),
    (date(2022, 3, 24), 344), (date(2023, 1, 1), 342), (date(2026, 1, 1), 342),
])  # fmt: skip
def test_there_were_as_many_as_cbs_counted(day, count):
    """CBS gives a municipality that is new a new number, higher than all before; one that takes others in keeps its own."""
    every = [one for one in every_gemeente().values() if one.code != "GM9999"]
    began = {code: one.ended for one in every for code in one.successors if code >= "GM1954"}
    assert sum(one.is_there(day) and began.get(one.code, date.min) <= day for one in every) == count


def test_one_that_will_end_is_there_until_that_day():
    one = Gemeente("GM9998", "Zuiderzee", "Voorbeeldprovincie", date(2027, 1, 1), ("GM9999",))
    assert one.is_there(date(2026, 12, 31))
    assert not one.is_there(date(2027, 1, 1))


def test_plans_of_two_that_merged_go_into_one_file():
    rows = [{"naam": "Haven", "gemeente": "Heerhugowaard"}, {"naam": "Dijk", "gemeente": "GM0416"}, {"naam": "Kade", "gemeente": "Alkmaar"}]
    mapping = PlanMapping({"polygonen": "naam"}, {"gemeente_naam": ColumnMapping("polygonen", "gemeente")})
    found = import_plans(rows, [], mapping, one_gemeente("Dijk en Waard"))
    assert [(plan["plannaam"], plan["gemeente_code"]) for _, plan in found.plans] == [("Haven", "GM1980"), ("Dijk", "GM1980")]
    assert "Alkmaar" in found.waiting[0].reason


def test_a_plan_with_the_code_of_one_that_ended_says_what_to_do():
    (finding,) = check_plan(consistent_plan(gemeente_code="GM0370"), PEILDATUM)
    assert "Purmerend (GM0439)" in finding.melding
