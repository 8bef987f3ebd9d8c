# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposals: what an open field probably is, each with its reason; never against an answer, and never a mistake when all are confirmed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.asking.answers import How, confirmed
from lmvw_plugin.core.asking.offers import Offers, in_words, mark, told
from lmvw_plugin.core.asking.proposals import Kind, proposals
from lmvw_plugin.core.asking.questions import Plans
from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.core.rules.findings import Soort
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import PEILDATUM, consistent_plan

YEARS = b.phasing("bruto_totaal")
PRICES = b.SUM_OF["A5"].parts
TYPES = b.SUM_OF["A4"].parts


def plans_of(plan, *hints):
    plans = Plans(PEILDATUM, Offers({"id": hints}))
    plans.put(1, consistent_plan(plan_id="id") | plan)
    return plans


def proposed(plan, *hints):
    return {veld: (one.value, one.kind) for veld, one in plans_of(plan, *hints).proposals[1].items()}


def reason(plan, veld, *hints):
    return plans_of(plan, *hints).proposals[1][veld].reason


def period(count, years):
    return Hint("bruto_totaal", "OP", str(count), years)


def word(words, code):
    return Hint("plantype", "Plantype", words, code)


NO_YEARS = dict.fromkeys(YEARS)


def test_a_period_is_divided_evenly_over_its_years():
    found = proposed(NO_YEARS, period(17, "2026-2030"), period(3, "2036-2045"))
    assert [found[slot][0] for slot in YEARS[:5]] == [4, 4, 3, 3, 3]
    assert [found[slot][0] for slot in YEARS[10:]] == [2, 1]
    assert not found.keys() & set(YEARS[5:10])
    assert {kind for _, kind in found.values()} == {Kind.YEARS}
    assert reason(NO_YEARS, YEARS[0], period(17, "2026-2030")) == "de bron heeft 17 woningen voor 2026 t/m 2030 samen (kolom ‘OP’)"


def test_what_was_answered_of_a_period_is_left_out_of_the_division():
    found = proposed(NO_YEARS | {YEARS[0]: 9}, period(13, "2024-2028"))
    assert {slot: count for slot, (count, _) in found.items()} == {YEARS[1]: 2, YEARS[2]: 2}


@pytest.mark.parametrize("hints", [
    [period(21, "2026-2030")],  # more than bruto
    [period(16, "2026-2030"), period(5, "2031-2035")],
    [period(10, "2026-2030"), period(10, "2028-2032")],  # twice the same years
    [period(20, "2034-2038")],  # ends inside a slot
    [period(20, "2036-2050")],  # and after the twenty years
    [period(20, "2020-2024")],  # over
    [period(19, "2026-2045")],  # all years, and one dwelling is left
])  # fmt: skip
def test_what_does_not_fit_is_not_divided(hints):
    assert proposed(NO_YEARS, *hints) == {}


def test_what_nobody_said_of_price_and_type_is_not_known_yet():
    plan = dict.fromkeys((*PRICES, *TYPES)) | {"meergezins": 12, "huur_sociaal_markt_25jaar": None, "huur_midden_markt_10jaar": None}
    found = proposed(plan)
    assert {veld: found[veld][0] for veld in PRICES} == dict.fromkeys(PRICES, 0) | {"prijs_onbekend": 20}
    assert {veld: found[veld][0] for veld in TYPES if veld in found} == {"eengezins": 0, "woningtype_onbekend": 8}
    assert reason(plan, "woningtype_onbekend") == "van 8 van de 20 woningen is bij de woningtypen niets ingevuld"


def test_the_rest_waits_while_an_open_price_has_answered_parts():
    assert proposed(dict.fromkeys(PRICES) | {"huur_sociaal_markt_25jaar": 5}) == {}


def test_the_last_year_is_what_is_left():
    assert proposed({"bruto_jaar10": None}) == {"bruto_jaar10": (5, Kind.LAST)}
    assert proposed({"bruto_jaar10": None, "bruto_jaar01": None}) == {}


@pytest.mark.parametrize(("bruto", "said", "meant"), [
    (20, "uitbreiding_uitleg", "uitbreiding_uitleg"), (8, "uitbreiding_uitleg", "uitbreiding_overig"), (8, "verdichting", "verdichting"),
    (None, "uitbreiding_uitleg", "uitbreiding_uitleg"),
])  # fmt: skip
def test_plantype_follows_the_words_and_the_size(bruto, said, meant):
    assert proposed({"plantype": None, "bruto_totaal": bruto}, word("Uitleg", said))["plantype"] == (meant, Kind.WORDS)


def test_the_reason_names_words_and_size():
    assert reason({"plantype": None}, "plantype", word("Uitleg", "uitbreiding_uitleg")) == "de bron zegt ‘Uitleg’"
    said = reason({"plantype": None, "bruto_totaal": 8}, "plantype", word("Uitleg", "uitbreiding_uitleg"))
    assert said == "de bron zegt ‘Uitleg’; dat is ‘Uitbreiding uitleg’, maar niet met 8 woningen"
    whole = {"plantype": None, "bruto_totaal": 8, "toelichting": "Hele locatie: 60 woningen"}
    assert proposed(whole, word("Uitleg", "uitbreiding_uitleg"))["plantype"][0] == "uitbreiding_uitleg"


def test_what_is_answered_or_certain_is_never_proposed():
    assert proposed({}, word("Uitleg", "uitbreiding_uitleg"), period(20, "2026-2030")) == {}
    assert proposed(dict.fromkeys(PRICES) | {"bruto_totaal": 0}) == {}
    assert proposed({"gerealiseerd": True} | dict.fromkeys(PRICES)) == {}


@given(
    st.sets(st.sampled_from([field.name for field in b.COLUMNS if field.kind is b.Kind.COUNT])),
    st.lists(st.tuples(st.integers(0, 25), st.integers(2020, 2046), st.integers(1, 21)), max_size=3),
    st.lists(st.tuples(st.sampled_from(YEARS), st.integers(0, 20)), max_size=3),
)  # fmt: skip
def test_confirming_all_makes_no_mistake_and_touches_no_answer(names, periods, changes):
    plan = consistent_plan(plan_id="id") | dict(changes) | dict.fromkeys(names)
    plans = plans_of(plan, *(period(count, f"{first}-{first + length}") for count, first, length in periods))
    given = confirmed(plans)
    assert all(plan[one.veld] is None and one.how is How.PROPOSAL and one.reason for one in given)
    before = {(one.regel, one.veld) for one in check_plan(plan, PEILDATUM) if one.soort is Soort.FOUT}
    after = {
        (one.regel, one.veld) for one in check_plan(plan | {one.veld: one.value for one in given}, PEILDATUM) if one.soort is Soort.FOUT
    }
    assert {one for one in after - before if one[0] in ("A2", "A4", "A5", "A6")} == set()


def test_all_of_a_kind():
    plans = plans_of(
        dict.fromkeys((*PRICES, "plantype", "huur_sociaal_markt_25jaar", "huur_midden_markt_10jaar")), word("Uitleg", "uitbreiding_uitleg")
    )
    assert [one.veld for one in confirmed(plans, Kind.WORDS)] == ["plantype"]
    assert len(confirmed(plans)) == 8


# -- what an earlier peildatum says ----------------------------------------------------------------------------------------


def planned(**said):
    return [Hint(veld, "2025-07-01", was, left) for veld, (was, left) in said.items()]


BEFORE = planned(bruto_totaal=("42", "30"), bruto_jaar01=("12 in 2025 en 30 in 2026", "30"), tijdelijk=("4", "4"))
OPEN = ("bruto_totaal", "bruto_jaar01", "tijdelijk")


def asked_again(**answers):
    plan = {**dict.fromkeys(b.phasing("bruto_totaal"), 0), **dict.fromkeys(OPEN), **answers}
    return proposals(plan, [veld for veld in OPEN if plan[veld] is None], BEFORE, PEILDATUM)


def test_what_remains_of_an_earlier_planning_is_proposed_with_what_was():
    found = asked_again()
    assert {veld: one.value for veld, one in found.items()} == {"bruto_totaal": 30, "bruto_jaar01": 30, "tijdelijk": 4}
    assert "bij peildatum 1 juli 2025 stond er 42" in found["bruto_totaal"].reason


def test_it_never_contradicts_an_answer_given_since():
    assert asked_again(bruto_jaar01=35)["bruto_totaal"].value == 35  # five came late
    assert asked_again(bruto_totaal=33)["bruto_jaar01"].value == 33  # what is left of it
    assert "tijdelijk" not in asked_again(bruto_totaal=3, bruto_jaar01=3)


def test_what_is_refused_is_not_proposed_again_and_another_value_is():
    plan, said = consistent_plan(plan_id="id", bruto_jaar10=None), Offers()
    assert said.of(plan, ["bruto_jaar10"], PEILDATUM)["bruto_jaar10"].value == 5
    refused = Offers(refused={("id", "bruto_jaar10", "5")})
    assert refused.of(plan, ["bruto_jaar10"], PEILDATUM) == {}
    assert refused.of(plan | {"plan_id": "other"}, ["bruto_jaar10"], PEILDATUM).keys() == {"bruto_jaar10"}
    assert refused.of(plan | {"bruto_totaal": 22}, ["bruto_jaar10"], PEILDATUM)["bruto_jaar10"].value == 7


def test_a_plan_tells_its_proposals_each_with_sign_and_reason():
    offered = plans_of({"plantype": None}, word("Uitleg", "uitbreiding_uitleg")).proposals[1]
    assert told(offered.values(), PEILDATUM) == "◆ Plantype: Uitbreiding uitleg (de bron zegt ‘Uitleg’)"
    assert told(offered.values(), PEILDATUM).startswith(mark("plantype", PEILDATUM))
    assert in_words(offered["plantype"]) == "Voorstel: Uitbreiding uitleg, want de bron zegt ‘Uitleg’"
