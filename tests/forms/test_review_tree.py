# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of the panel Controle after an edit: those of a tree made anew, and what stayed is the same line in another place."""

import random
from collections import Counter
from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QPersistentModelIndex
from qgis.PyQt.QtTest import QAbstractItemModelTester

from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.ledger import Anew, Ledger
from lmvw_plugin.forms.review.filters import Wanted
from lmvw_plugin.forms.review.shown import Shown
from lmvw_plugin.forms.review.tree import FindingTree, Node, PlanNode
from tests.forms.test_review import lines


def finding(dice, plan, beside=""):
    rule = dice.choice(("A1", "A2", "N1"))
    found = RULES[rule].finding(f"{rule} {dice.randrange(3)}", {"plan_id": plan, "plannaam": plan}, veld=dice.choice(("x", "y")))
    return replace(found, ander=dice.choice((None, None, None, *beside)))


@pytest.mark.parametrize("seed", range(40))
def test_renewed_is_as_made_anew(qgis_app, seed):
    dice = random.Random(seed)
    found = {plan: [finding(dice, plan) for _ in range(dice.randrange(1, 6))] for plan in "abcdefgh"}
    model = FindingTree()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def nodes():
        plans = [plan for plan in found if found[plan]]
        dice.shuffle(plans) if dice.randrange(2) else plans.sort()
        half = len(plans) // 2
        parts = (("een", plans[:half]), ("twee", plans[half:]), ("drie", []))
        return [
            Node(title, make=lambda part=part: [PlanNode(plan, len(found[plan]), found.__getitem__) for plan in part], key=title)
            for title, part in parts
        ]

    model.show(nodes())
    for _ in range(8):
        lines(model, 3)  # all of it was looked at
        held = {}
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            held |= {
                model.node(at).key: QPersistentModelIndex(at) for at in (model.index(one, 0, top) for one in range(model.rowCount(top)))
            }
        for plan in dice.sample(sorted(found), 2):
            kept = [one for one in found[plan] if dice.randrange(3)]
            found[plan] = [*kept, *(finding(dice, plan) for _ in range(dice.randrange(3)))]
        fresh = nodes()
        other = FindingTree()
        other.show(fresh)
        model.renew(fresh)
        assert lines(model, 3) == lines(other, 3)
        for key, place in held.items():
            assert not place.isValid() or place.data().startswith(key)


WORDS = ("", "a", "ab", "n1", "a 0", "0", "n1 b", "zz", "x", "a1 2 b")


@pytest.mark.parametrize("together", [False, True])
@pytest.mark.parametrize("seed", range(10))
def test_a_filter_finds_what_going_through_every_finding_finds_also_after_edits(seed, together):
    dice = random.Random(seed)
    plans = ["a", "ab", "b", "abc", "bc", "c"]
    ledger = Ledger([finding(dice, plan, plans) for plan in plans for _ in range(4)], dict.fromkeys(plans, 1))
    statuses = {plan: dice.choice(("1A", "3")) for plan in plans}
    coverage = Coverage(len(plans), frozenset(RULES), {})
    for _ in range(4):
        for text in WORDS:
            among = dice.choice((None, plans, dice.sample(plans, 2), dice.sample(plans, 5), ()))
            wanted = Wanted(text=text, plans=among, status=dice.choice(("", "3")), statuses=statuses)
            shown = Shown(ledger, coverage, wanted, together)
            found = [one for node in _below(shown.nodes()) if (one := node.finding) is not None]
            expected = [one for one in ledger.findings() if is_wanted(wanted, one)]
            assert Counter(found) == Counter(expected), text
        plan = dice.choice(plans)
        ledger.replace([Anew(plan, lambda _: True, [finding(dice, plan, plans) for _ in range(dice.randrange(4))])], {})


def is_wanted(wanted, one):
    """Finding by finding, without anything that is kept apart."""
    said = [one.melding, one.plannaam or "", one.plannummer or "", one.regel, one.akkoord.toelichting if one.akkoord else ""]
    return all(any(word in text.casefold() for text in said) for word in wanted.words) and any(
        (wanted.plans is None or plan in wanted.plans) and (not wanted.status or wanted.statuses.get(plan) == wanted.status)
        for plan in one.plans
    )


def _below(nodes):
    for node in nodes:
        yield node
        if not node.is_leaf:
            yield from _below(node.children)
