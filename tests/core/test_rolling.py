# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan becomes at the next peildatum: what follows is computed, the rest asked, and no dwelling goes without a word."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.rolling.counts import Step, brought_back, proposed, roll
from lmvw_plugin.core.rules.plans import check_plan
from tests.conftest import consistent_plan

SPRING, AUTUMN = Peildatum(date(2026, 1, 1)), Peildatum(date(2026, 7, 1))
NEXT, LATER = AUTUMN.next, AUTUMN.next.next
TO_AUTUMN, TO_SPRING, TO_NEXT_YEAR = Step(SPRING, AUTUMN), Step(AUTUMN, NEXT), Step(SPRING, NEXT)
BRUTO = b.phasing("bruto_totaal")
SLOOP = b.phasing("sloop_totaal")


def phased(*counts, total="bruto_totaal"):
    """A plan with a phasing, the rest 0, and its total."""
    every = [*counts, *[0] * (len(BRUTO) - len(counts))]
    return {**dict(zip(b.phasing(total), every, strict=True)), total: sum(every)}


def decided(rolled):
    return {one.veld: one for one in rolled.decisions}


# -- 1 January to 1 July ---------------------------------------------------------------------------------------------------


def test_on_1_july_no_year_shifts_and_what_was_finished_is_asked():
    rolled = roll(phased(12, 30, 5), TO_AUTUMN)
    assert [rolled.values[name] for name in BRUTO] == [None, 30, 5, *[0] * 9]
    assert rolled.values["bruto_totaal"] is None
    asked = decided(rolled)
    assert set(asked) == {"bruto_totaal", BRUTO[0]}
    assert (asked[BRUTO[0]].was, asked[BRUTO[0]].proposal) == ("12 in 2026", 12)
    assert (asked["bruto_totaal"].was, asked["bruto_totaal"].proposal) == ("47", 47)


def test_a_plan_that_begins_after_this_year_is_not_asked_anything_on_1_july():
    plan = {**phased(0, 30), "meergezins": 30, "tijdelijk": 4, **phased(0, 3, total="sloop_totaal")}
    rolled = roll(plan, TO_AUTUMN)
    assert not rolled.decisions
    assert all(plan[name] == value for name, value in rolled.values.items())


# -- 1 July to 1 January ---------------------------------------------------------------------------------------------------


def test_on_1_january_the_years_shift_and_a_period_is_asked():
    rolled = roll(phased(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 40, 30), TO_SPRING)
    assert [rolled.values[name] for name in BRUTO[:9]] == [1, 2, 3, 4, 5, 6, 7, 8, 9]
    assert [rolled.values[name] for name in BRUTO[9:]] == [None, None, None]
    assert rolled.values["bruto_totaal"] == 115  # nothing can be finished: the total is kept
    asked = decided(rolled)
    assert [asked[name].proposal for name in BRUTO[9:]] == [8, 38, 24]
    assert asked["bruto_periode1"].was == "40 in 2036 t/m 2040 en 30 in 2041 t/m 2045"


def test_an_empty_period_stays_empty_when_the_years_shift():
    rolled = roll(phased(0, 1, 2), TO_SPRING)
    assert [rolled.values[name] for name in BRUTO] == [1, 2, *[0] * 10]
    assert not rolled.decisions


def test_what_was_to_come_in_the_second_half_is_asked_and_proposed_as_finished():
    rolled = roll(phased(12, 30, 5), TO_SPRING)
    assert [rolled.values[name] for name in BRUTO[:3]] == [None, 5, 0]
    asked = decided(rolled)
    assert asked[BRUTO[0]].was == "12 in 2026 en 30 in 2027"
    assert (asked[BRUTO[0]].proposal, asked["bruto_totaal"].proposal) == (30, 35)


def test_the_parts_of_a_sum_stay_and_what_no_sum_tells_is_asked():
    plan = {**phased(12, 30), "meergezins": 42, "eengezins": 0, "prijs_onbekend": 20, "prijs_overig": 22, "tijdelijk": 4, "nultreden": 42}
    rolled = roll(plan, TO_SPRING)
    asked = decided(rolled)
    assert (rolled.values["meergezins"], rolled.values["prijs_onbekend"]) == (42, 20)
    assert (rolled.values["tijdelijk"], rolled.values["nultreden"]) == (None, None)
    assert (asked["meergezins"].proposal, asked["meergezins"].asked) == (30, False)  # all dwellings are of this type
    assert asked["meergezins"].why.startswith("Het oude aantal staat er nog. Neem het voorstel over"), "it does not say that it stays"
    assert (asked["tijdelijk"].proposal, asked["nultreden"].proposal) == (4, 30)
    assert "eengezins" not in asked


def test_sloop_without_years_is_asked_as_a_whole():
    plan = {**phased(0, 30), **dict.fromkeys(SLOOP), "sloop_totaal": 8}
    rolled = roll(plan, TO_AUTUMN)
    assert {one.veld: (one.was, one.proposal) for one in rolled.decisions} == {"sloop_totaal": ("8", 8)}
    assert "gesloopt" in rolled.decisions[0].why
    assert rolled.values["sloop_totaal"] is None


def test_of_a_finished_plan_nothing_is_asked():
    for veld in ("gerealiseerd", "vervallen"):
        assert roll({**phased(12, 30), veld: True}, TO_AUTUMN).decisions == ()


def test_nobody_knew_and_nobody_knows_now():
    rolled = roll(dict.fromkeys(field.name for field in b.COUNTS), TO_SPRING)
    assert set(rolled.values.values()) == {None}
    assert not rolled.decisions


def test_what_is_no_number_of_dwellings_is_told():
    rolled = roll({**phased(0, 30), BRUTO[1]: -30}, TO_SPRING)
    (decision,) = rolled.decisions
    assert (decision.veld, decision.was, decision.proposal) == (BRUTO[0], "-30 in 2027", None)


# -- which peildatum -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("after", "said"), [
    (SPRING, "kies een latere peildatum dan die, bijvoorbeeld 1 juli 2026"),
    (Peildatum(date(2025, 7, 1)), "kies een latere peildatum"),
    (LATER, "meer dan een jaar. Maak eerst het planbestand voor 1 juli 2026"),
])  # fmt: skip
def test_a_peildatum_that_is_no_step_is_refused_in_one_sentence(after, said):
    with pytest.raises(LmvwError, match=said):
        Step(SPRING, after)


# -- what always holds -----------------------------------------------------------------------------------------------------

counts = st.one_of(st.none(), st.just(0), st.integers(0, 60))
plans = st.fixed_dictionaries({field.name: counts for field in b.COUNTS})
whole_phasing = st.lists(st.integers(0, 60), min_size=len(BRUTO), max_size=len(BRUTO)).map(lambda each: phased(*each))
steps = st.sampled_from([TO_AUTUMN, TO_SPRING, TO_NEXT_YEAR, Step(AUTUMN, LATER)])


@given(plans, st.sampled_from([(SPRING, AUTUMN, NEXT), (AUTUMN, NEXT, LATER)]))
def test_two_half_years_are_one_year(plan, days):
    first, second, third = days
    halfway = {**plan, **roll(plan, Step(first, second)).values}
    assert {**halfway, **roll(halfway, Step(second, third)).values} == {**plan, **roll(plan, Step(first, third)).values}


@given(whole_phasing, steps)
def test_a_total_is_kept_or_explained_to_the_dwelling(plan, step):
    rolled = roll(plan, step)
    asked = decided(rolled)
    planned = sum(plan[name] for old, name in enumerate(BRUTO) if step.over(old))
    now = rolled.values["bruto_totaal"]
    if now is None:
        assert asked["bruto_totaal"].proposal == plan["bruto_totaal"] - planned
    else:
        assert now == plan["bruto_totaal"]
        assert not planned
    proposed = {name: asked[name].proposal if rolled.values[name] is None else rolled.values[name] for name in BRUTO}
    assert sum(proposed.values()) == plan["bruto_totaal"] - planned


@given(whole_phasing, steps)
def test_what_is_proposed_adds_up(plan, step):
    rolled = roll(plan, step)
    proposed = {**plan, **rolled.values, **{one.veld: one.proposal for one in rolled.decisions}}
    assert not [one for one in check_plan(proposed, step.after) if one.regel in ("A2", "A6")]


@given(plans, steps)
def test_a_count_is_empty_only_where_it_was_or_where_it_is_asked(plan, step):
    rolled = roll(plan, step)
    asked = {one.veld for one in rolled.decisions if one.asked}
    told = {one.veld: one for one in rolled.decisions}
    for name, value in rolled.values.items():
        if name in asked:
            assert value is None
        elif name not in (*BRUTO, *SLOOP):
            assert value == plan[name]  # None stays None, and 0 stays 0
    for name in told:
        assert told[name].why


@given(plans, steps)
def test_no_known_dwelling_of_the_phasing_goes_without_a_word(plan, step):
    """Each count that was answered is somewhere in the new years as it was, or stands in the words of what is asked."""
    rolled = roll(plan, step)
    for total in b.PHASED:
        told = " ".join(one.was for one in rolled.decisions if one.veld in b.phasing(total))
        for old, name in enumerate(b.phasing(total)):
            if plan[name]:
                moved = [b.phasing(total)[slot] for slot in step.moves[old] if slot >= 0]
                kept = len(moved) == 1 and not step.over(old) and rolled.values[moved[0]] is not None
                assert kept or f"{plan[name]} in {step.before.years(old)}" in told


def test_a_plan_that_comes_back_has_the_counts_of_now_or_none():
    """One that is tied off needs none (Invultip 6); what is more than a year old is no proposal."""
    plan = consistent_plan(plan_id="a", plannaam="Haven", bruto_jaar01=5)
    asked = roll(plan, Step(SPRING, SPRING.next))
    counts = [field.name for field in b.COUNTS]
    back, decisions = brought_back(plan, SPRING, SPRING.next)
    assert decisions == asked.decisions and {name: back[name] for name in asked.values} == asked.values
    assert [one.veld for one in proposed(decisions, SPRING)] == [one.veld for one in decisions if one.asked and one.proposal is not None]
    for before in (None, SPRING):
        same, none = brought_back(plan, before, SPRING)
        assert (same["bruto_totaal"], none) == (plan["bruto_totaal"], ())
    for before, after in ((SPRING, SPRING.next.next.next), (SPRING.next, SPRING)):
        old, none = brought_back(plan, before, after)
        assert {old[name] for name in counts} == {None} and none == () and old["plannaam"] == "Haven"
    ended, none = brought_back(plan, SPRING, SPRING.next, "vervallen")
    assert (ended["vervallen"], ended["gerealiseerd"], ended["plan_id"], none) == (True, False, "a", ())
    assert {ended[name] for name in counts} == {None}
