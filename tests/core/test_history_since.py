# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules S4 to S6: what a check finds of plans beside the previous delivery, in legal and illegal cases."""

import pytest

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.history.facts import facts_of
from lmvw_plugin.core.history.pairing import pair
from lmvw_plugin.core.history.sides import Decided, Ground, Side
from lmvw_plugin.core.history.since import findings_since
from lmvw_plugin.core.rules.acceptance import Acceptances, Accepted
from lmvw_plugin.core.rules.findings import Ernst
from tests.conftest import PEILDATUM, consistent_plan
from tests.core.history import FIELDS

HERE, THERE = (10_000.0, (100_000.0, 500_000.0)), (10_000.0, (100_300.0, 500_400.0))
BUILT, DROPPED = {"gerealiseerd": True}, {"vervallen": True}


def plan(name="Havenkwartier", key="a", **changes):
    return consistent_plan(plannaam=name, plan_id=key, **changes)


def found(then, now, spots=None, shared=None, equal=None, decided=None, fields=FIELDS, **more):
    """The findings; plans lie on their own place in both deliveries unless it is said otherwise."""
    spots = spots or ([HERE] * len(then), [HERE] * len(now))
    links = {(0, 0)} if then and now and spots[0][0] == spots[1][0] else set()
    lying = Ground(*spots, shared or {}, frozenset(links if equal is None else equal))
    sides = Side("toen", then, fields, PEILDATUM), Side("nu", now, FIELDS, PEILDATUM)
    return findings_since(facts_of(*sides, lying, pair(*sides, lying, Silent(), decided)), lying, **more)


def said(findings):
    return [(one.regel, one.ernst, one.veld) for one in findings]


GONE = ("S4", Ernst.FOUT, None)


# -- S4 -------------------------------------------------------------------------------------------------------------------


def test_a_plan_that_is_the_same_says_nothing():
    assert found([plan()], [plan()]) == []


def test_a_plan_that_is_gone_is_a_mistake_at_its_old_place():
    (one,) = found([plan()], [])
    assert said([one]) == [GONE]
    assert (one.plannaam, one.plan_id, one.place) == ("Havenkwartier", None, HERE[1])
    assert one.melding == "Het plan staat niet meer in deze levering; meld het af als gerealiseerd of vervallen, of wijs zijn opvolger aan."


@pytest.mark.parametrize("ended", [BUILT, DROPPED])
def test_a_plan_that_is_tied_off_is_no_mistake(ended):
    assert found([plan()], [plan(**ended)]) == []


@pytest.mark.parametrize("ended", [BUILT, DROPPED])
def test_a_plan_that_was_tied_off_then_need_not_come_again(ended):
    assert found([plan(**ended)], []) == []


def test_a_plan_that_stays_at_home_now_is_gone_and_the_reason_is_told():
    (one,) = found([plan()], [], at_home=[plan(planstatus="5A")])
    assert said([one]) == [GONE]
    assert one.plan_id == "a"
    assert "door planstatus 5A" in one.melding


def test_of_a_source_without_status_nobody_knows_whether_what_stays_at_home_was_delivered():
    (one,) = found([plan()], [], at_home=[plan(planstatus="5A")], fields=FIELDS - {"planstatus"})
    assert said([one]) == [("S4", Ernst.WAARSCHUWING, None)]


def test_a_successor_that_a_person_has_to_confirm_is_a_warning_and_a_confirmed_one_nothing():
    then, now = [plan("Dijk 1", "x")], [plan("Molenhof", "y", bruto_totaal=12)]
    (one,) = found(then, now)
    assert said([one]) == [("S4", Ernst.WAARSCHUWING, None)]
    assert one.plan_id == "y"
    assert "‘Dijk 1’" in one.melding
    assert {regel for regel, *_ in said(found(then, now, decided=Decided(tied=frozenset({(0, 0)}))))} == {"S6"}
    refused = found(then, now, decided=Decided(apart=frozenset({(0, 0)})))
    assert said(refused) == [GONE]


# -- S5 -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ended", [BUILT, DROPPED])
def test_a_plan_is_tied_off_once(ended):
    (one,) = found([plan(**ended)], [plan(**ended)])
    assert said([one]) == [("S5", Ernst.WAARSCHUWING, None)]
    assert one.melding == "Dit plan is in een eerdere levering al afgemeld. Dat hoeft maar één keer: haal het uit het planbestand."


def test_a_plan_that_was_tied_off_two_deliveries_ago_is_found_too():
    (one,) = found([], [plan(**BUILT)], before={"a"})
    assert "al afgemeld" in one.melding


def test_a_plan_that_is_tied_off_and_was_never_delivered_is_asked_about():
    (one,) = found([], [plan(**BUILT)])
    assert said([one]) == [("S5", Ernst.WAARSCHUWING, None)]
    assert "de vorige levering kende het niet" in one.melding
    assert found([], [plan(**BUILT)], whole=False) == [], "of a part nobody can say so"


def test_the_name_of_a_plan_that_is_tied_off_is_that_of_then():
    (one,) = found([plan("Havenkwartier")], [plan("Haven", **BUILT)])
    assert said([one]) == [("S5", Ernst.WAARSCHUWING, "plannaam")]
    assert (one.waarde, one.voorstel) == ("Haven", "Havenkwartier")


def test_the_polygon_of_a_plan_that_is_tied_off_is_that_of_then():
    (one,) = found([plan()], [plan(**DROPPED)], shared={(0, 0): 8_000.0}, equal=())
    assert said([one]) == [("S5", Ernst.WAARSCHUWING, "geom")]
    assert "66,7% is hetzelfde" in one.melding


# -- S6 -------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("was", "status", "back"), [
    ("2A", "2A", False), ("2A", "1A", False), ("4B", "3", False), ("1C", "2A", False), ("2A", "3", True), ("1A", "1B", True), ("1A", "1C", True),
    ("3", "4A", True), ("2A", None, False),
])  # fmt: skip
def test_a_status_that_goes_back_is_told(was, status, back):
    findings = found([plan(planstatus=was)], [plan(planstatus=status)])
    assert said(findings) == ([("S6", Ernst.WAARSCHUWING, "planstatus")] if back else [])
    if back:
        assert f"van {was} naar {status}" in findings[0].melding


@pytest.mark.parametrize(("was", "amount", "jump"), [
    (20, 20, False), (20, 10, False), (20, 30, False), (20, 9, True), (20, 31, True), (0, 40, False), (None, 40, False), (20, None, False),
])  # fmt: skip
def test_a_jump_in_dwellings_is_told_with_its_numbers(was, amount, jump):
    findings = found([plan(bruto_totaal=was)], [plan(bruto_totaal=amount)])
    assert said(findings) == ([("S6", Ernst.WAARSCHUWING, "bruto_totaal")] if jump else [])
    if jump:
        assert f"van {was} woningen naar {amount}." in findings[0].melding


def test_a_polygon_that_lies_elsewhere_is_told_with_the_distance():
    (one,) = found([plan()], [plan()], ([HERE], [THERE]))
    assert said([one]) == [("S6", Ernst.WAARSCHUWING, "geom")]
    assert "500 m verder" in one.melding
    assert one.place == THERE[1]


@pytest.mark.parametrize(("common", "told"), [(9_000.0, False), (5_000.0, True)])
def test_a_polygon_that_is_half_another_is_told_with_the_share(common, told):
    findings = found([plan()], [plan()], shared={(0, 0): common}, equal=())
    assert said(findings) == ([("S6", Ernst.WAARSCHUWING, "geom")] if told else [])
    if told:
        assert "nog maar voor 33,3% dezelfde" in findings[0].melding


def test_another_name_is_told_with_the_name_of_then():
    (one,) = found([plan("Havenkwartier")], [plan("Haven")])
    assert said([one]) == [("S6", Ernst.WAARSCHUWING, "plannaam")]
    assert (one.waarde, one.voorstel) == ("Haven", "Havenkwartier")


def test_an_ended_plan_that_lives_again_is_told_once():
    (one,) = found([plan(**DROPPED)], [plan(planstatus="4B", bruto_totaal=500)])
    assert said([one]) == [("S6", Ernst.WAARSCHUWING, "vervallen")]


def test_names_that_were_swapped_are_told():
    then, now = [plan("Een", "a"), plan("Twee", "b")], [plan("Twee", "a"), plan("Een", "b")]
    findings = found(then, now, ([HERE, THERE], [HERE, THERE]), equal={(0, 0), (1, 1)})
    assert said(findings) == [("S6", Ernst.WAARSCHUWING, "plannaam")]
    assert "elkaars namen" in findings[0].melding


def test_an_accepted_warning_is_asked_again_when_it_is_about_something_else():
    (one,) = found([plan(bruto_totaal=20)], [plan(bruto_totaal=50)])
    accepted = Acceptances([Accepted("a", "S6", "bruto_totaal", one.oorzaak, "Uitgebreid met fase 2.")])
    toelichting = {"a": "Uitgebreid met fase 2."}
    assert accepted.applied([one], toelichting)[0].akkoord is not None
    (other,) = found([plan(bruto_totaal=20)], [plan(bruto_totaal=60)])
    assert accepted.applied([other], toelichting)[0].akkoord is None
