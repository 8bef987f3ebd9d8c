# SPDX-License-Identifier: GPL-2.0-or-later
"""Art. 9: small plans as one, never without agreement and town hall, always equal to their sum."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.whole_location import whole_location
from lmvw_plugin.core.delivering import delivery as d
from lmvw_plugin.core.delivering.small_plans import SmallPlans, ask_about_rests, asked_of_sum, check_small_plans, is_small, sum_small_plans
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.rules.acceptance import unexplained
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan

NAME = "Kleine plannen Markerwaard (opgeteld)"


def small(bruto=5, **changes):
    zero = {field.name: 0 for field in b.COUNTS}
    counts = zero | {"bruto_totaal": bruto, "bruto_jaar02": bruto, "eengezins": bruto, "prijs_onbekend": bruto}
    return consistent_plan(**{**counts, "geclusterd_55plus": None, "zorg_55plus": None, **changes})


@pytest.mark.parametrize(("changes", "expected"), [
    ({}, True), ({"bruto": 11}, True), ({"bruto": 12}, False), ({"vertrouwelijk": True, "planstatus": "3"}, False), ({"vervallen": True}, False),
    ({"gerealiseerd": True}, False), ({"planstatus": "5A"}, False), ({"bruto_totaal": None}, False),
])  # fmt: skip
def test_which_plans_are_small(changes, expected):
    assert is_small(small(**changes)) is expected


def test_d1_asks_agreement_and_town_hall():
    assert [finding.regel for finding in check_small_plans(SmallPlans("  ", False))] == ["D1", "D1"]
    assert list(check_small_plans(SmallPlans("brief van 3 maart", True))) == []


def test_the_sum_is_a_faultless_plan_and_its_parts_stay_home():
    plans = [
        small(5, plannaam="a"),
        consistent_plan(plannaam="groot"),
        small(3, plannaam="b", planstatus="3", plantype="uitbreiding_overig"),
    ]
    summed = sum_small_plans(plans, MARKERWAARD)
    assert summed.indexes == (0, 2)
    assert summed.plan["plannaam"] == NAME
    assert (summed.plan["bruto_totaal"], summed.plan["planstatus"], summed.plan["plantype"]) == (8, "2A", "verdichting")
    assert [finding for finding in check_plan(summed.plan, PEILDATUM) if finding.ernst.value == "fout"] == []
    delivery = d.make_delivery(plans, MARKERWAARD, PEILDATUM, summed)
    assert delivery.indexes == (1, d.AT_TOWN_HALL)
    assert delivery.summed == 2
    assert d.totals(delivery) == d.totals(d.make_delivery(plans, MARKERWAARD, PEILDATUM))
    assert "2 plannen met minder dan 12 woningen gaan als één plan mee" in d.readme(delivery, "1")


def test_one_dwelling_in_the_sum_is_told_as_one():
    summed = sum_small_plans([small(1, plannaam="a"), small(1, plannaam="b")], MARKERWAARD)
    assert "Grootste locatie: 1 woning." in summed.plan["toelichting"]


@given(st.lists(st.integers(0, 30), min_size=1, max_size=12))
def test_totals_are_those_of_the_parts(numbers):
    plans = [small(bruto, plannaam=f"p{index}") for index, bruto in enumerate(numbers)]
    summed = sum_small_plans(plans, MARKERWAARD)
    together = d.make_delivery(plans, MARKERWAARD, PEILDATUM, summed)
    assert d.totals(together) == d.totals(d.make_delivery(plans, MARKERWAARD, PEILDATUM))
    assert len(together.rows) == (len(plans) - together.summed + bool(summed))


def test_small_clusters_count_as_nultreden_only():
    """Note * of the Basisset: 8 + 2 + 2 is no cluster of 12."""
    plans = [
        small(9, plannaam=str(number), nultreden=9, nultreden_geclusterd=number, zorggeschikt=1, geclusterd_55plus=True, zorg_55plus=True)
        for number in (8, 2, 2)
    ]
    plan = sum_small_plans(plans, MARKERWAARD).plan
    assert (plan["nultreden"], plan["nultreden_geclusterd"], plan["zorggeschikt"]) == (27, 0, 0)
    assert (plan["geclusterd_55plus"], plan["zorg_55plus"]) == (None, None)
    assert "als nultreden tellen: 12." in plan["toelichting"]
    assert check_plan(plan, PEILDATUM) == []


@pytest.mark.parametrize(("phased", "bare", "expected"), [
    ({"sloop_totaal": 3, "sloop_jaar02": 3}, {"sloop_totaal": 2}, None),  # one does not say when: then the sum cannot
    ({"sloop_totaal": 3, "sloop_jaar02": 3}, {"sloop_totaal": 0}, 3),
    ({"sloop_totaal": 3, "sloop_jaar02": 3}, {"sloop_totaal": 2, "sloop_jaar02": 2}, 5),
    ({"sloop_totaal": 0}, {"sloop_totaal": 0}, None),
])  # fmt: skip
def test_sloop_is_phased_when_every_plan_says_when(phased, bare, expected):
    empty = dict.fromkeys(b.phasing("sloop_totaal"))
    plans = [small(plannaam="a", **(empty | phased)), small(plannaam="b", **(empty | bare))]
    plan = sum_small_plans(plans, MARKERWAARD).plan
    assert plan["sloop_jaar02"] == expected
    assert check_plan(plan, PEILDATUM) == []
    assert ("fasering van sloop is leeg" in plan["toelichting"]) is (plan["sloop_totaal"] == 5 and expected is None)


def test_status_and_type_are_those_of_the_most_dwellings():
    """11 dwellings in one plan weigh more than 10 in five; how many are hard and soft is said, because one status cannot say it."""
    plans = [small(11, plannaam="a", planstatus="1A", plantype="verdichting")]
    plans += [small(2, plannaam=str(number), planstatus="4B", plantype="uitbreiding_overig") for number in range(5)]
    plan = sum_small_plans(plans, MARKERWAARD).plan
    assert (plan["planstatus"], plan["plantype"]) == ("1A", "verdichting")
    assert "1A 11, 4B 10 (hard 11, zacht 10)" in plan["toelichting"]
    assert "Uitbreiding overig 10, Verdichting 11" in plan["toelichting"]


def test_of_as_many_dwellings_the_soft_status_is_taken():
    plans = [small(6, plannaam="a", planstatus="1A"), small(6, plannaam="b", planstatus="4B")]
    assert sum_small_plans(plans, MARKERWAARD).plan["planstatus"] == "4B"


@pytest.mark.parametrize(("said", "expected"), [
    ("Hele locatie: 200 woningen", 200), ("hele locatie:200", 200), ("De hele locatie telt 200 woningen.", 200), ("Hele locatie: ca. 1.200 woningen", 1200),
    ("hele locatie (200 woningen)", 200), ("Hele locatie 30 woningen, waarvan 22 gereed", 30), ("Hele locatie: 200. Nog 8 te bouwen", 200),
    ("De hele locatie 2026 opgeleverd", None), ("De hele locatie is 3 jaar vertraagd", None), ("Hele locatie: nog niet bekend", None),
])  # fmt: skip
def test_what_a_toelichting_says_of_the_whole_location(said, expected):
    """Art. 9 and the plantype ask for it; a year or a number of years is no answer, and people write the answer in their own way."""
    assert whole_location(consistent_plan(bruto_totaal=5, toelichting=said)) == expected


def test_the_agreement_travels_with_the_sum():
    plans = [small(plannaam="a"), small(plannaam="b")]
    summed = sum_small_plans(plans, MARKERWAARD, " brief van 3 maart 2026. ")
    delivery = d.make_delivery(plans, MARKERWAARD, PEILDATUM, summed)
    words = "Akkoord van de provincie: brief van 3 maart 2026."
    assert words in summed.plan["toelichting"]
    assert words in d.readme(delivery, "1")
    assert delivery.agreement == "brief van 3 maart 2026."


@pytest.mark.parametrize(("changes", "asked", "goes_in"), [
    ({}, "info", True),
    ({"toelichting": "Hele locatie: 8 woningen"}, None, True),
    ({"toelichting": "Hele locatie: 200 woningen"}, None, False),
    ({"plannaam": "Polderrand fase 3"}, "waarschuwing", False),
    ({"plannaam": "Polderrand fase 3", "toelichting": "Hele locatie: 9 woningen"}, None, True),
    ({"plantype": "uitbreiding_uitleg"}, "waarschuwing", False),
    ({"bruto": 12}, None, False),
    ({"vertrouwelijk": True, "planstatus": "3"}, None, False),
    ({"vervallen": True}, None, False),
])  # fmt: skip
def test_a_plan_with_few_dwellings_left_is_asked_and_not_swept_in(changes, asked, goes_in):
    plan = small(**changes)
    findings = list(ask_about_rests([plan, *[small(toelichting="Hele locatie: 5 woningen")] * 2]))
    assert [(finding.regel, finding.ernst.value) for finding in findings] == ([("D1", asked)] if asked else [])
    assert is_small(plan) is goes_in


def test_one_small_plan_is_not_told_that_it_is_summed():
    assert list(ask_about_rests([small(), consistent_plan()])) == []
    assert [finding.ernst.value for finding in ask_about_rests([small(), small(plannaam="Rand fase 2")])] == ["waarschuwing"]


def test_what_is_asked_of_the_plans_in_the_sum_is_one_sentence():
    """Art. 9 and Invultip 2: who delivers sees the question before the sum goes out, not only in a report."""
    plans = [small(plannaam="Haven"), small(plannaam="Dijk"), small(plannaam="Rand fase 2"), small(toelichting="Hele locatie: 5 woningen")]
    said = asked_of_sum(ask_about_rests(plans))
    assert "12 woningen of meer? Schrijf dan in de toelichting ‘Hele locatie: 200 woningen’" in said
    assert said.endswith("Dit is nog niet gezegd bij 2 plannen.")
    assert asked_of_sum(ask_about_rests(plans[2:])) == ""


@st.composite
def small_plans(draw):
    """A small plan without mistakes."""
    bruto, sloop = draw(st.integers(0, 11)), draw(st.integers(0, 5))
    phased = {"sloop_totaal": sloop, **dict.fromkeys(b.phasing("sloop_totaal")), **({"sloop_jaar03": sloop} if draw(st.booleans()) else {})}
    nultreden = draw(st.integers(0, bruto))
    elderly = {"nultreden": nultreden, "nultreden_geclusterd": draw(st.integers(0, nultreden)), "geclusterd_55plus": draw(st.booleans())}
    codes = {
        "planstatus": draw(st.sampled_from(["1A", "2B", "3", "4B"])),
        "plantype": draw(st.sampled_from(["verdichting", "uitbreiding_overig", "pand_transformatie"])),
    }
    return small(bruto, plannaam=str(draw(st.integers())), **phased, **elderly, **codes)


@given(st.lists(small_plans(), min_size=2, max_size=12))
def test_no_rule_objects_to_a_sum_of_plans_without_mistakes(plans):
    plan = sum_small_plans(plans, MARKERWAARD, "brief").plan
    found = [finding.regel for finding in check_plan(plan, PEILDATUM)]
    assert found == (["A10"] if not plan["bruto_totaal"] and not plan["sloop_totaal"] else [])


def test_one_small_plan_goes_by_itself_and_a_taken_name_is_refused():
    assert sum_small_plans([small(), consistent_plan()], MARKERWAARD) is None
    with pytest.raises(LmvwError, match="hernoem dat plan"):
        sum_small_plans([small(plannaam="a"), small(plannaam="b"), consistent_plan(plannaam=NAME)], MARKERWAARD)


def test_a_sum_in_which_nothing_is_built_weighs_by_what_is_demolished():
    def gone(sloop, **more):
        return small(0, sloop_totaal=sloop, sloop_jaar01=sloop, **more)

    plans = [gone(2, plannaam="a", planstatus="3"), gone(7, plannaam="b", planstatus="1A"), gone(1, plannaam="c", planstatus="4A")]
    summed = sum_small_plans(plans, MARKERWAARD).plan
    assert summed["planstatus"] == "1A"
    said = summed["toelichting"]
    assert "Er wordt alleen gesloopt; plantype en planstatus zijn die van de meeste sloop." in said
    assert "Sloop naar planstatus: 1A 7, 3 2, 4A 1 (hard 7, zacht 3)." in said
    assert "meeste woningen" not in said


def test_a_whole_location_smaller_than_its_rest_is_asked_again():
    said = {"plantype": "uitbreiding_uitleg", "toelichting": "Hele locatie: 8 woningen", "plan_id": "1"}
    (finding,) = [one for one in check_plan(small(12, **said), PEILDATUM) if one.regel == "A9"]
    assert finding.melding == (
        "De toelichting noemt een hele locatie van 8 woningen, maar er zijn nog 12 te bouwen. Verbeter het aantal in de toelichting, of bruto totaal."
    )
    assert unexplained([finding], {"1"}) == [finding]  # the toelichting is what is wrong
    for bruto, text in ((12, "Hele locatie: 12 woningen"), (12, "Hele locatie: 20 woningen"), (12, None)):
        assert [one for one in check_plan(small(bruto, **said | {"toelichting": text}), PEILDATUM) if one.regel == "A9"] == []
