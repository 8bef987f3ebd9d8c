# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings of a check as the panel keeps them: all that was found comes back, and what many plans share is there once."""

import gc
import random
from collections import Counter
from dataclasses import replace

import pytest

from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.findings import Acceptance, Finding
from lmvw_plugin.core.rules.ledger import Anew, Ledger
from lmvw_plugin.core.rules.tasks import key_of, tasks_of

FIELDS = ("plantype", "gerealiseerd", "vertrouwelijk", "nultreden")


def lacking(plan, veld):
    return RULES["A1"].finding(f"‘{veld}’ is niet ingevuld", {"plan_id": plan, "plannaam": f"Plan {plan}"}, veld=veld)


def some(dice, plan, others):
    """What may be found of a plan: words that many share, and what only this one has."""
    rule, veld = dice.choice(("A1", "A2", "N1", "G4")), dice.choice((*FIELDS, None))
    about = {"plan_id": plan, "plannaam": dice.choice((plan, plan, "Kade")), "plannummer": dice.choice((None, None, "N-9"))}
    found = RULES[rule].finding(f"{rule} {dice.randrange(3)}", about, veld=veld)
    own = {
        "place": (1.0, 2.0), "waarde": "3", "voorstel": "4", "ander": dice.choice(others), "oorzaak": "5", "akkoord": Acceptance("Zo is het"),
    }  # fmt: skip
    return replace(found, **{name: own[name] for name in dice.sample(sorted(own), dice.choice((0, 0, 1, 2)))})


@pytest.mark.parametrize("seed", range(30))
def test_all_that_was_found_comes_back_also_after_edits_and_looks(seed):
    dice = random.Random(seed)
    plans = ["a", "b", "c", "d", "e"]
    sizes = {plan: dice.randrange(9) for plan in plans}
    now = {plan: [some(dice, plan, plans) for _ in range(dice.randrange(6))] for plan in plans}
    now[""] = [replace(some(dice, "", plans), plan_id=None, plannaam=None, plannummer=None)]
    ledger = Ledger([one for found in now.values() for one in found], sizes)
    for _ in range(8):
        every = [one for found in now.values() for one in found]
        assert sorted(map(repr, ledger.findings())) == sorted(map(repr, every))
        assert {plan: list(ledger.of_plan(plan)) for plan in now if now[plan]} == {plan: found for plan, found in now.items() if found}
        told = tasks_of(every, len(sizes), None, sizes)
        assert {(one.sentence, one.dwellings, len(one.findings)) for one in map(ledger.task, ledger.task_keys())} == {
            (one.sentence, one.dwellings, len(one.findings)) for one in told
        }
        keys, few = [key for key in ledger.task_keys() if dice.randrange(2)], dice.sample(plans, 3)
        for among in (None, ledger.among(set(few))):
            counted = Counter(one.plan_id or "" for one in every if key_of(one) in keys and (among is None or one.plan_id in few))
            assert ledger.amounts(keys, among) == counted
        for key in dice.sample(ledger.task_keys(), min(3, len(ledger.task_keys()))):  # somebody looks
            seen = ledger.of_task(key)
            assert sorted(map(repr, seen)) == sorted(repr(one) for one in every if key_of(one) == key)
            assert all(one is other for one, other in zip(seen, ledger.of_task(key), strict=True))
        plan = dice.choice(plans)
        kept = [one for one in now[plan] if dice.randrange(2)]
        fresh = [some(dice, plan, plans) for _ in range(dice.randrange(3))]
        ledger.replace([Anew(plan, lambda one, kept=kept: one not in kept, fresh)], {})
        now[plan] = [*(one for one in now[plan] if one in kept), *fresh]


def test_what_a_thousand_plans_lack_is_kept_once():
    """Python's search for cycles goes past every object, and the window waits for it."""
    sizes = {str(number): 20 for number in range(1000)}
    gc.collect()
    before = len(gc.get_objects())
    ledger = Ledger((lacking(plan, veld) for plan in sizes for veld in FIELDS), sizes)
    gc.collect()
    assert len(gc.get_objects()) - before < 1.5 * len(sizes)
    assert ledger.counts.errors == 4000


def test_who_looks_at_some_findings_of_a_task_makes_those():
    sizes = {str(number): 20 for number in range(1000)}
    ledger = Ledger([lacking(plan, veld) for plan in sizes for veld in FIELDS], sizes)
    key = ledger.task_keys()[0]
    gc.collect()
    before = len(gc.get_objects())
    seen = ledger.of_task(key)
    assert len(seen) == 1000 and [one.plan_id for one in seen[10:12]] == ["10", "11"]
    assert len(gc.get_objects()) - before < 50
    assert seen[10] is seen[10] is ledger.of_task(key)[10]


def test_what_is_mended_everywhere_leaves_nothing():
    sizes = {str(number): 20 for number in range(100)}
    ledger = Ledger((lacking(plan, veld) for plan in sizes for veld in FIELDS), sizes)
    ledger.of_task(ledger.task_keys()[0])
    ledger.replace([Anew(plan, lambda _: True, ()) for plan in sizes], {})
    gc.collect()
    assert ledger.task_keys() == () and not ledger.plans and ledger.counts.errors == 0
    assert not [one for one in gc.get_objects() if isinstance(one, Finding) and one.melding.endswith("is niet ingevuld")]
