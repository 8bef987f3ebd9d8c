# SPDX-License-Identifier: GPL-2.0-or-later
"""What people decide about plans of two deliveries: it holds as long as the plans are what they were, and a later decision takes its place."""

from dataclasses import replace
from itertools import pairwise

import pytest

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.history.decisions import Verdict, accepted, applied, decision, refused, tied
from lmvw_plugin.core.history.facts import Kind, facts_of
from lmvw_plugin.core.history.pairing import pair
from lmvw_plugin.core.history.sides import Ground
from tests.core.history import History, ground
from tests.core.test_history_pairing import lying, side


class Desk:
    """Two deliveries, and who decides about them."""

    def __init__(self, then, now, there):
        self.then, self.now, self.there, self.decisions = then, now, there, []

    @property
    def comparison(self):
        decided = applied(self.decisions, self.then, self.now, self.there)
        return facts_of(self.then, self.now, self.there, pair(self.then, self.now, self.there, Silent(), decided))

    @property
    def facts(self):
        return [(one.kind.value, one.names_then, one.names_now, one.sure, one.decided) for one in self.comparison.facts]

    def say(self, said):
        assert said
        self.decisions += [decision(one, self.then, self.now, self.there) for one in said]

    def stale(self):
        return applied(self.decisions, self.then, self.now, self.there).stale

    def fact(self, name):
        (found,) = (one for one in self.comparison.facts if name in (*one.names_then, *one.names_now))
        return found

    def tie(self, fact, other):
        return tied(self.comparison, self.fact(fact), other)


@pytest.fixture
def renamed():
    """One plan on the place of another, with a name that is nothing like it."""
    then, now = side("Haven"), side("Nieuwe Akker")
    return Desk(then, now, lying(then, now, equal=[(0, 0)]))


def test_a_pair_that_is_accepted_waits_for_nobody(renamed):
    assert renamed.facts == [("hernoemd", ("Haven",), ("Nieuwe Akker",), False, False)]
    renamed.say(accepted(renamed.fact("Haven")))
    assert renamed.facts == [("hernoemd", ("Haven",), ("Nieuwe Akker",), True, True)]
    assert "zo is besloten" in renamed.fact("Haven").reason


def test_a_pair_that_is_refused_is_a_plan_that_is_gone_and_a_new_one(renamed):
    renamed.say(refused(renamed.fact("Haven")))
    assert renamed.facts == [("verdwenen", ("Haven",), (), False, False), ("nieuw", (), ("Nieuwe Akker",), True, False)]


def test_who_changes_their_mind_is_believed(renamed):
    fact = renamed.fact("Haven")
    renamed.say(refused(fact))
    renamed.say(accepted(fact))
    assert renamed.facts == [("hernoemd", ("Haven",), ("Nieuwe Akker",), True, True)]
    renamed.say([(Verdict.NEW, None, 0)])
    assert renamed.facts == [("verdwenen", ("Haven",), (), False, False), ("nieuw", (), ("Nieuwe Akker",), True, True)]
    renamed.say(accepted(fact))
    assert renamed.facts == [("hernoemd", ("Haven",), ("Nieuwe Akker",), True, True)]


@pytest.mark.parametrize("change", ["name", "place", "size", "drawn"])
def test_a_decision_about_a_plan_that_changed_since_is_asked_again(renamed, change):
    renamed.say(accepted(renamed.fact("Haven")))
    if change == "name":
        renamed.now = side("Oude Akker")
    else:
        ((area, (x, y)),) = renamed.there.now
        spot = {"place": (area, (x + 5, y)), "size": (area * 1.2, (x, y)), "drawn": None}[change]
        renamed.there = replace(renamed.there, now=[spot], shared={} if spot is None else renamed.there.shared, equal=frozenset())
    renamed.now.plans[0]["plan_id"] = renamed.then.plans[0]["plan_id"] = "a"  # it is known which plan it is
    renamed.decisions = [replace(one, now=replace(one.now, plan_id="a"), then=replace(one.then, plan_id="a")) for one in renamed.decisions]
    assert renamed.stale() == 1
    assert not any(one.decided for one in renamed.comparison.facts)


def test_a_corner_that_shifts_a_hand_changes_no_decision(renamed):
    renamed.say(accepted(renamed.fact("Haven")))
    ((area, (x, y)),) = renamed.there.now
    renamed.there = replace(renamed.there, now=[(area + 0.5, (x + 0.2, y))])
    assert renamed.stale() == 0 and renamed.fact("Haven").sure


def test_a_decision_about_a_plan_that_is_not_there_asks_and_does_nothing(renamed):
    renamed.say(accepted(renamed.fact("Haven")))
    renamed.then = side("Kerk")
    assert renamed.stale() == 0
    assert [one[3:] for one in renamed.facts] == [(False, False)]


def test_a_new_plan_that_looks_like_another_is_new_or_its_successor():
    then, now = side("Haven", "Kade"), side("Kade", "Boulevard")
    there = lying(then, now, {(0, 1): 35.0, (1, 0): 100.0}, equal=[])
    there = Ground(there.then, there.now, {(0, 1): 35.0, (1, 0): 100.0}, frozenset([(1, 0)]))
    desk = Desk(then, now, there)
    fact = desk.fact("Boulevard")
    assert (fact.kind, fact.sure, fact.maybe) == (Kind.NEW, False, ((0, 1),))
    assert desk.fact("Haven").maybe == ((0, 1),)
    desk.say(accepted(fact))
    assert desk.facts[1:] == [("nieuw", (), ("Boulevard",), True, True), ("gelijk", ("Kade",), ("Kade",), True, False)]
    assert not desk.fact("Haven").maybe, "it is not proposed again"
    desk.say(refused(fact))
    assert desk.fact("Haven").sure and desk.fact("Haven").names_now == ("Boulevard",)


def test_an_old_name_for_another_plan_is_said_once():
    then, now = side("Haven"), side({"plannaam": "Haven", "bruto_totaal": 90, "plantype": "uitbreiding_uitleg", "meergezins": 7})
    now.plans[0].update(eengezins=3, sloop_totaal=0, huur_sociaal_corporatie=0)
    desk = Desk(then, now, lying(then, now))
    (again,) = desk.comparison.of_kind[Kind.NAME_AGAIN]
    desk.say(accepted(again))
    assert desk.facts == [("verdwenen", ("Haven",), (), False, False), ("naam_hergebruikt", ("Haven",), ("Haven",), True, True)]


@pytest.fixture
def merged():
    """Two plans that lie in one now, which has the name of the first."""
    then, now = side("Haven", "Kade"), side("Haven")
    there = Ground([(100.0, (0.0, 0.0)), (60.0, (12.0, 0.0))], [(165.0, (5.0, 0.0))], {(0, 0): 100.0, (1, 0): 60.0})
    return Desk(then, now, there)


def test_what_was_merged_is_accepted_or_refused(merged):
    (fact,) = merged.comparison.facts
    assert (fact.kind, fact.sure, fact.links, fact.maybe) == (Kind.MERGED, False, ((0, 0), (1, 0)), ((1, 0),))
    merged.say(accepted(fact))
    assert merged.facts == [("samengevoegd", ("Haven", "Kade"), ("Haven",), True, True)]
    merged.say(refused(fact))
    assert [one[0] for one in merged.facts] == ["verdwenen", "verplaatst"]


def test_a_plan_that_is_gone_is_tied_to_one_that_has_a_predecessor():
    then, now = side("Haven", "Kade"), side("Haven", "Dijk")
    desk = Desk(then, now, lying(then, now, equal=[(0, 0)]))
    assert desk.fact("Kade").kind is Kind.GONE and not accepted(desk.fact("Kade"))
    desk.say(desk.tie("Kade", 0))
    assert desk.facts == [("samengevoegd", ("Haven", "Kade"), ("Haven",), True, True), ("nieuw", (), ("Dijk",), True, False)]


def test_a_plan_that_is_new_is_tied_to_one_that_has_a_successor():
    then, now = side({"plannaam": "Haven", "plan_id": "a"}), side({"plannaam": "Haven", "plan_id": "a"}, "Dijk")
    desk = Desk(then, now, lying(then, now, equal=[(0, 0)]))
    desk.say(desk.tie("Dijk", 0))
    assert desk.facts == [("gesplitst", ("Haven",), ("Haven", "Dijk"), True, True)]


def test_a_pair_is_tied_to_another_plan_instead(renamed):
    now = side("Nieuwe Akker", "Boulevard")
    desk = Desk(renamed.then, now, lying(renamed.then, now, equal=[(0, 0)]))
    assert desk.tie("Haven", 0) == [], "that is what it says already"
    desk.say(desk.tie("Haven", 1))
    assert desk.facts == [("hernoemd_verplaatst", ("Haven",), ("Boulevard",), True, True), ("nieuw", (), ("Nieuwe Akker",), True, False)]


def test_a_tie_is_above_an_id_that_was_copied():
    then = side({"plannaam": "Haven", "plan_id": "a"})
    now = side({"plannaam": "Nieuwe Akker", "plan_id": "a"}, {"plannaam": "Boulevard", "plan_id": "b"})
    desk = Desk(then, now, lying(then, now))
    assert not desk.fact("Haven").sure
    desk.say(desk.tie("Haven", 1))
    assert desk.fact("Haven").names_now == ("Boulevard",) and desk.fact("Haven").sure


@pytest.mark.parametrize("seed", range(2))
def test_who_answers_everything_leaves_only_what_is_gone_and_each_plan_in_one_fact(seed):
    """In a generated history: one after another is accepted or refused, whatever it is."""
    history = History(120, seed)
    history.next()
    ((then, now),) = pairwise(history.years)
    desk = Desk(then.side(ids=False, numbers=False), now.side(ids=False, numbers=False), ground(then, now))
    for number in range(200):
        waiting = [one for one in desk.comparison.facts if not one.sure and (accepted(one) if one.kind is not Kind.GONE else one.maybe)]
        if not waiting:
            break
        fact = waiting[0]
        desk.say((number % 3 and accepted(fact)) or refused(fact) or accepted(fact))
        facts = desk.comparison.facts
        assert sorted(place for one in facts for place in one.then) == list(range(len(desk.then)))
        assert sorted(place for one in facts for place in one.now) == list(range(len(desk.now)))
    assert {one.kind for one in desk.comparison.facts if not one.sure} <= {Kind.GONE}
    assert desk.stale() == 0
