# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of the panel Controle after an edit: those of a tree made anew, and what stayed is the same line in another place."""

import gc
import random
from collections import Counter
from dataclasses import replace

import pytest
from qgis.PyQt.QtCore import QModelIndex, QPersistentModelIndex
from qgis.PyQt.QtTest import QAbstractItemModelTester
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.findings import Finding
from lmvw_plugin.core.rules.ledger import Anew, Ledger
from lmvw_plugin.forms.review import nodes, tree
from lmvw_plugin.forms.review.filters import Wanted
from lmvw_plugin.forms.review.nodes import Node, PlanNode
from lmvw_plugin.forms.review.shown import Shown
from lmvw_plugin.forms.review.tree import FINDING, TASK, FindingTree, FindingView
from tests.forms.review.kit import lines


def finding(dice, plan, beside=""):
    rule = dice.choice(("A1", "A2", "N1"))
    found = RULES[rule].finding(f"{rule} {dice.randrange(3)}", {"plan_id": plan, "plannaam": plan}, veld=dice.choice(("x", "y")))
    return replace(found, ander=dice.choice((None, None, None, *beside)))


@pytest.fixture
def few_at_once(monkeypatch):
    """As if there were very many lines: they come by three."""
    for module in (nodes, tree):
        monkeypatch.setattr(module, "AT_ONCE", 3)
    monkeypatch.setattr(tree, "_NEAR", 1)


def look_through(model, parent=None):
    """Somebody looks at the last line everywhere, until no more come."""
    parent, before = parent or QModelIndex(), -1
    while before != (before := model.rowCount(parent)):
        model.look_at(model.index(before - 1, 0, parent))
    for row in range(before):
        look_through(model, model.index(row, 0, parent))
    return model


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("many", [False, True])
def test_renewed_is_as_made_anew(qgis_app, seed, many, request):
    if many:
        request.getfixturevalue("few_at_once")
    dice = random.Random(seed)
    found = {plan: [finding(dice, plan) for _ in range(dice.randrange(1, 6))] for plan in "abcdefgh"}
    model = FindingTree()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)

    def now():
        plans = [plan for plan in found if found[plan]]
        dice.shuffle(plans) if dice.randrange(2) else plans.sort()
        half = len(plans) // 2
        parts = (("een", plans[:half]), ("twee", plans[half:]), ("drie", []))
        return [
            Node(title, make=lambda part=part: [PlanNode(plan, len(found[plan]), found.__getitem__) for plan in part], key=title)
            for title, part in parts
        ]

    model.show(now())
    for _ in range(8):
        look_through(model) if dice.randrange(2) else lines(model, 3)
        held = {}
        for row in range(model.rowCount()):
            top = model.index(row, 0)
            held |= {
                model.node(at).key: QPersistentModelIndex(at) for at in (model.index(one, 0, top) for one in range(model.rowCount(top)))
            }
        for plan in dice.sample(sorted(found), 2):
            kept = [one for one in found[plan] if dice.randrange(3)]
            found[plan] = [*kept, *(finding(dice, plan) for _ in range(dice.randrange(3)))]
        fresh = now()
        other = FindingTree()
        other.show(fresh)
        model.renew(fresh)
        if dice.randrange(2):
            assert lines(look_through(model), 3) == lines(look_through(other), 3)
        assert all(one in lines(look_through(other), 3) for one in lines(model, 3))
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


FIELDS = ("plantype", "vertrouwelijk")
MANY = 1000


def lacking(plan, veld):
    return RULES["A1"].finding(f"{veld} ontbreekt", {"plan_id": plan, "plannaam": f"Plan {plan}"}, veld=veld)


@pytest.fixture
def many():
    """Findings of a thousand plans, of which all lack the same, with their lines."""
    plans = [f"{number:04}" for number in range(MANY)]
    ledger = Ledger([lacking(plan, veld) for plan in plans for veld in FIELDS], dict.fromkeys(plans, 20))
    coverage = Coverage(MANY, frozenset(RULES), {})
    return ledger, lambda together, **wanted: Shown(ledger, coverage, Wanted(**wanted), together)


@pytest.fixture
def view(qtbot):
    view = FindingView()
    qtbot.addWidget(view)
    model = FindingTree(view)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, view)
    view.setModel(model)
    view.resize(300, 300)
    view.show()
    return view, model


def made(what):
    """How many of them there are."""
    gc.collect()
    return sum(isinstance(one, what) for one in gc.get_objects())


def test_of_a_thousand_plans_the_first_lines_are_made_and_more_for_who_scrolls(many, view, qtbot):
    view, model = view
    before = made(PlanNode)
    model.show(many[1](True).nodes())
    QApplication.processEvents()
    assert model.rowCount() == nodes.AT_ONCE and made(PlanNode) - before == nodes.AT_ONCE
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: model.rowCount() == 2 * nodes.AT_ONCE)
    while model.rowCount() < MANY:
        there = model.rowCount()
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
        qtbot.waitUntil(lambda: model.rowCount() > there)  # noqa: B023  # it waits for it here
    assert lines(model, 1) == [f"Plan {number:04} (2 bevindingen)" for number in range(MANY)]


def test_of_a_task_of_a_thousand_plans_the_first_findings_are_made(many, view, qtbot):
    view, model = view
    ledger, shown = many
    before = made(Finding)
    model.show(shown(False).nodes())
    task = model.index(0, 0, model.index(0, 0))
    view.expand(model.index(0, 0))
    view.expand(task)
    QApplication.processEvents()
    assert "alle 1.000 plannen" in task.data()
    assert model.rowCount(task) == nodes.AT_ONCE
    assert made(Finding) - before <= len(FIELDS) * nodes.AT_ONCE  # of the 2,000 there are
    assert {one.plan_id for one in ledger.of_task(task.data(TASK).key)} == ledger.plans


@pytest.mark.parametrize("together", [False, True])
def test_who_walks_meets_every_finding_once_and_comes_round(many, view, together):
    _, model = view
    model.show(many[1](together).nodes())
    met, at = [], QModelIndex()
    for _ in range(MANY * len(FIELDS)):
        at = model.beside(at, 1)
        met.append(at.data(FINDING))
    assert len({(one.plan_id, one.veld) for one in met}) == MANY * len(FIELDS)
    assert model.beside(at, 1).data(FINDING) == met[0]
    model.show(many[1](together).nodes())
    assert model.beside(model.index_of(met[0]), -1).data(FINDING) == met[-1]


@pytest.mark.parametrize("together", [False, True])
def test_what_is_in_hand_is_found_again_far_below_and_only_so_far(many, view, together):
    ledger, shown = many
    _, model = view
    model.show(shown(together).nodes())
    held = ledger.of_plan("0500")[0]
    place = model.index_of(held)
    assert place.data(FINDING) == held
    above = place.parent().parent() if together else place.parent()
    assert model.rowCount(above) == 500 + nodes.AT_ONCE
    model.show(shown(together, plans=("0001", "0002")).nodes())
    assert not model.index_of(held).isValid()


@pytest.mark.parametrize("together", [False, True])
def test_an_edit_of_a_plan_far_below_makes_no_other_lines(many, view, together):
    ledger, shown = many
    view, model = view
    now = shown(together)
    model.show(now.nodes())
    look_through(model) if not together else None
    QApplication.processEvents()
    parent = QModelIndex() if together else model.index(0, 0, model.index(0, 0))
    before = {id(model.node(model.index(row, 0, parent))) for row in range(model.rowCount(parent))}
    now.renew(ledger.replace([Anew("0700", lambda one: one.veld == FIELDS[0], ())], {}))
    model.renew(now.nodes())
    after = [model.node(model.index(row, 0, parent)) for row in range(model.rowCount(parent))]
    assert {id(one) for one in after} <= before
    fresh = FindingTree()
    fresh.show(shown(together).nodes())
    assert lines(look_through(model), 3) == lines(look_through(fresh), 3)
