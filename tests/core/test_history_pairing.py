# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plan is which from one delivery to the next: on a generated history with known answers, and on small cases made by hand."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.history.assignment import best_pairs
from lmvw_plugin.core.history.facts import Kind, facts_of
from lmvw_plugin.core.history.pairing import pair
from lmvw_plugin.core.history.sides import Ground, Side
from tests.conftest import PEILDATUM, consistent_plan
from tests.core.history import FIELDS, History, ground


def compared(then, now, lying):
    return facts_of(then, now, lying, pair(then, now, lying, Silent()))


# -- the history of three years and 300 plans -----------------------------------------------------------------------------


def links(fact):
    """The pairs that a fact says: of swapped plans one to one, of others all to all."""
    if fact.kind is Kind.SWAPPED:
        return list(zip(fact.then, fact.now, strict=True))
    return [(one, other) for one in fact.then for other in fact.now]


def outcome(then, now, ids):
    """The true pairs, the pairs that were found with the fact that says so, and the kinds that were said, each by key."""
    comparison = compared(then.side(ids=ids, numbers=ids), now.side(ids=ids, numbers=ids), ground(then, now))
    truth = {(one, plan.key) for plan in now.plans for one in now.origin.get(plan.key, ())}
    found = {(then.plans[one].key, now.plans[other].key): fact for fact in comparison.facts for one, other in links(fact)}
    kinds = {now.plans[other].key: fact.kind.value for fact in comparison.facts for other in fact.now}
    kinds |= {then.plans[one].key: fact.kind.value for fact in comparison.facts if not fact.now for one in fact.then}
    return truth, found, kinds


@pytest.fixture(scope="module", params=range(3))
def years(request):
    history = History(300, request.param)
    for _ in range(3):
        history.next()
    return list(pairwise(history.years))


def test_with_ids_every_pair_and_every_kind_is_right(years):
    for then, now in years:
        truth, found, kinds = outcome(then, now, ids=True)
        assert set(found) == truth
        assert kinds == now.kinds


def test_without_ids_and_numbers_nearly_every_pair_is_right_and_no_certain_one_is_wrong(years):
    right = every = 0
    for then, now in years:
        truth, found, kinds = outcome(then, now, ids=False)
        assert [(fact.names_then, fact.names_now) for link, fact in found.items() if fact.sure and link not in truth] == []
        assert sum(fact.sure for fact in found.values()) > 0.6 * len(found), "it does not say that of nothing"
        right, every = right + len(truth & set(found)), every + len(truth | set(found))
        wrong = {key for key, kind in kinds.items() if now.kinds.get(key) != kind}
        assert len(wrong) <= 0.02 * len(kinds)
    assert right >= 0.98 * every


def test_each_plan_stands_in_one_fact(years):
    for then, now in years:
        comparison = compared(then.side(ids=False, numbers=False), now.side(ids=False, numbers=False), ground(then, now))
        assert sorted(place for fact in comparison.facts for place in fact.then) == list(range(len(then.plans)))
        assert sorted(place for fact in comparison.facts for place in fact.now) == list(range(len(now.plans)))


def test_the_order_of_the_plans_says_nothing(years):
    then, now = years[0]
    before, said = outcome(then, now, ids=False)[1:]
    random.Random(5).shuffle(then.plans)
    random.Random(6).shuffle(now.plans)
    after, same = outcome(then, now, ids=False)[1:]
    assert (said, before.keys()) == (same, after.keys())


# -- cases by hand ----------------------------------------------------------------------------------------------------------


def side(*plans, fields=FIELDS, peildatum=PEILDATUM):
    """Plans by name, or by their values; without an id."""
    made = [{"plan_id": None, "plannummer": None} | (dict(one) if isinstance(one, dict) else {"plannaam": one}) for one in plans]
    return Side("levering", [consistent_plan() | one for one in made], fields, peildatum)


def lying(then, now, shared=None, equal=(), area=100.0):
    """Each plan a polygon of 100 m2, a kilometre from the next; ``shared`` in m2."""
    return Ground(
        [(area, (1000.0 * place, 0.0)) for place in range(len(then))], [(area, (1000.0 * place, 9000.0)) for place in range(len(now))],
        shared or dict.fromkeys(equal, area), frozenset(equal),
    )  # fmt: skip


def said(then, now, there=None):
    return [(fact.kind.value, fact.names_then, fact.names_now, fact.sure) for fact in compared(then, now, there or lying(then, now)).facts]


def test_a_re_export_is_no_change():
    then = side("Haven", "Dijk")
    now = side("Dijk", "Haven")
    assert said(then, now, lying(then, now, equal=[(0, 1), (1, 0)])) == [
        ("gelijk", ("Dijk",), ("Dijk",), True),
        ("gelijk", ("Haven",), ("Haven",), True),
    ]


def test_the_best_for_all_and_not_the_best_for_the_first():
    """The old plan B fits both best; but then A would have none, which fits the other well."""
    then, now = side("Alfa", "Beta"), side("Gamma", "Delta")
    there = lying(then, now, {(0, 0): 80.0, (1, 0): 85.0, (1, 1): 75.0})
    assert [fact[1:3] for fact in said(then, now, there)] == [(("Alfa",), ("Gamma",)), (("Beta",), ("Delta",))]


@pytest.mark.parametrize("shared", [None, {(0, 0): 0.5}])
def test_a_name_in_another_place_is_never_certain(shared):
    then, now = side("Haven"), side("Haven")
    assert [fact[3] for fact in said(then, now, lying(then, now, shared))] == [False]


def test_a_name_that_is_used_again_for_another_plan():
    then, now = side("Haven"), side({"plannaam": "Haven", "bruto_totaal": 90, "plantype": "uitbreiding_uitleg", "meergezins": 7})
    now.plans[0].update(eengezins=3, sloop_totaal=0, huur_sociaal_corporatie=0)
    assert said(then, now) == [("verdwenen", ("Haven",), (), False), ("naam_hergebruikt", ("Haven",), ("Haven",), False)]


@pytest.mark.parametrize(
    ("name", "shared", "proposed"), [("Velst, 24 woningen", 1.0, True), ("Velst, 24 woningen", 0.0, False), ("Kade", 1.0, False)]
)
def test_a_plan_that_is_gone_may_be_the_one_beside_it_that_is_named_after_it(name, shared, proposed):
    """It lies for a hundredth in it: too little to be paired, and enough to ask."""
    then, now = side("Velst"), side({"plannaam": name, "bruto_totaal": 90, "meergezins": 7, "eengezins": 3, "sloop_totaal": 0})
    facts = compared(then, now, lying(then, now, {(0, 0): shared} if shared else {})).facts
    assert [fact.kind for fact in facts] == [Kind.GONE, Kind.NEW]
    assert [bool(fact.maybe) for fact in facts] == [proposed, proposed]
    assert (f"wijs ‘{name}’ aan als opvolger" in facts[0].reason) is proposed


def test_a_number_needs_a_name_or_a_place_beside_it():
    then = side({"plannaam": "Haven", "plannummer": "12"}, {"plannaam": "Kerkstraat", "plannummer": "13"})
    now = side({"plannaam": "Molenakker", "plannummer": "12"}, {"plannaam": "Kerkstraat ", "plannummer": "13"})
    there = Ground([None, None], [None, None])
    kinds = {fact[1:3]: fact[3] for fact in said(then, now, there)}
    assert kinds[("Kerkstraat",), ("Kerkstraat ",)] is True
    assert kinds.get((("Haven",), ("Molenakker",))) in (None, False)


def test_a_new_plan_on_the_place_of_one_that_was_dropped_is_new_and_needs_nobody():
    then = side({"plannaam": "Haven", "vervallen": True})
    now = side("Kade")
    assert said(then, now, lying(then, now, equal=[(0, 0)])) == [("nieuw", (), ("Kade",), True), ("vervallen", ("Haven",), (), True)][::-1]


def test_dropped_and_followed_in_one_delivery():
    then = side("Haven")
    now = side({"plannaam": "Haven", "vervallen": True}, "Kade")
    assert said(then, now, lying(then, now, equal=[(0, 0), (0, 1)])) == [
        ("vervallen", ("Haven",), ("Haven",), True),
        ("nieuw", (), ("Kade",), True),
    ]


def test_a_place_alone_waits_for_a_person():
    then, now = side("Haven"), side("Nieuwe Akker")
    assert said(then, now, lying(then, now, equal=[(0, 0)])) == [("hernoemd", ("Haven",), ("Nieuwe Akker",), False)]


def test_an_id_is_enough_unless_name_and_place_say_otherwise():
    then, now = side({"plannaam": "Haven", "plan_id": "a"}), side({"plannaam": "Nieuwe Akker", "plan_id": "a"})
    near, far = lying(then, now, {(0, 0): 40.0}), lying(then, now)
    assert [fact[::3] for fact in said(then, now, near)] == [("hernoemd_verplaatst", True)]
    assert [fact[::3] for fact in said(then, now, far)] == [("hernoemd_verplaatst", False)]


def test_an_id_that_was_copied_proves_nothing():
    then = side({"plannaam": "Haven", "plan_id": "a"})
    now = side({"plannaam": "Kopie", "plan_id": "a"}, {"plannaam": "Haven", "plan_id": "a"})
    kinds = said(then, now, lying(then, now, equal=[(0, 1)]))
    assert kinds == [("nieuw", (), ("Kopie",), True), ("gelijk", ("Haven",), ("Haven",), True)]


def test_three_plans_in_a_circle_of_names():
    then, now = side("Een weg", "Twee hof", "Drie dijk"), side("Twee hof", "Drie dijk", "Een weg")
    for place, plan in enumerate((*then.plans, *now.plans)):
        plan["plan_id"] = str(place % 3)
    ((kind, names, others, sure),) = said(then, now, lying(then, now, equal=[(0, 0), (1, 1), (2, 2)]))
    assert (kind, sure) == ("verwisseld", True)
    assert (names, others) == (("Een weg", "Twee hof", "Drie dijk"), ("Twee hof", "Drie dijk", "Een weg"))


def test_a_source_that_lacks_a_field_did_not_change_it():
    then, now = side("Haven", fields=frozenset(("plannaam",))), side({"plannaam": "Haven", "planstatus": "1A"})
    assert said(then, now, lying(then, now, equal=[(0, 0)])) == [("gelijk", ("Haven",), ("Haven",), True)]


def test_what_changed_is_said_with_old_and_new():
    then, now = side("Haven"), side({"plannaam": "Haven", "bruto_totaal": 24, "planstatus": "1A", "bruto_jaar01": 12})
    (fact,) = compared(then, now, lying(then, now, equal=[(0, 0)])).facts
    assert fact.kind is Kind.CHANGED
    assert {(change.title, change.then, change.now) for change in fact.changes} == {
        ("Bruto totaal", 20, 24), ("Planologische planstatus", "2A", "1A"), ("bruto 2026", 8, 12),
    }  # fmt: skip
    assert "van 20 naar 24" in fact.reason


def test_cancel_stops_it():
    class Stop(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return True

    then, now = side("Haven"), side("Haven")
    with pytest.raises(Cancelled):
        pair(then, now, lying(then, now, equal=[(0, 0)]), Stop())


# -- the best for all -------------------------------------------------------------------------------------------------------


def dearest(weights):
    """The greatest total weight, by trying everything."""

    def rest(lefts, used):
        if not lefts:
            return 0.0
        ways = [rest(lefts[1:], used)]
        ways += [
            weight + rest(lefts[1:], used | {other}) for (one, other), weight in weights.items() if one == lefts[0] and other not in used
        ]
        return max(ways)

    return rest(sorted({one for one, _ in weights}), frozenset())


def test_the_assignment_is_the_best_there_is():
    for seed in range(500):
        roll = random.Random(seed)
        many = roll.randint(1, 6), roll.randint(1, 6)
        weights = {
            (a, b): roll.choice((0.1, 0.5, 0.9, roll.random() + 0.01))
            for a in range(many[0])
            for b in range(many[1])
            if roll.random() < 0.6
        }
        pairs = best_pairs(weights)
        assert len(set(pairs.values())) == len(pairs)
        assert sum(weights[link] for link in pairs.items()) == pytest.approx(dearest(weights)), seed


def test_a_group_that_is_too_large_is_bounded(monkeypatch):
    monkeypatch.setattr("lmvw_plugin.core.history.assignment.MOST_WORK", 100)
    weights = {(one, other): 1.0 / (1 + abs(one - other)) for one in range(40) for other in range(40)}
    assert best_pairs(weights) == {place: place for place in range(40)}


def test_ten_times_the_plans_ask_no_more_than_about_ten_times_the_comparisons(monkeypatch):
    """Not timed: counted, so that a busy machine says the same."""
    from lmvw_plugin.core.history import evidence

    asked = Counter()
    of = evidence._Weigher.of

    def counted(self, link):
        asked[len(self._then)] += 1
        return of(self, link)

    monkeypatch.setattr(evidence._Weigher, "of", counted)
    for many in (150, 1500):
        history = History(many, 1)
        history.next()
        then, now = history.years
        compared(then.side(ids=False, numbers=False), now.side(ids=False, numbers=False), ground(then, now))
    assert asked[1500] < 15 * asked[150]
