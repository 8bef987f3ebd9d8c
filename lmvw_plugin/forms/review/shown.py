# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows of the findings: those that are wanted, by task or by plan. After an edit only what it touched is made anew."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Mapping, Sequence

from ...core.rules.coverage import Coverage
from ...core.rules.findings import Finding
from ...core.rules.ledger import Among, Ledger, Part, Touched, pieces
from ...core.rules.tasks import Key, order
from . import telling
from .filters import Wanted
from .nodes import Node, PlanLines, PlanNode, by_task, task_node

_Rank = tuple[int, int, int, str]  # of a plan: with most dwellings first, and of those with most findings


class Shown:
    """The lines, and the findings they stand for.

    :param together: by plan, and not by task.
    """

    def __init__(self, ledger: Ledger, coverage: Coverage, wanted: Wanted, together: bool) -> None:
        self._ledger, self._coverage, self._wanted, self._together = ledger, coverage, wanted, together
        self._tasks: dict[Key, Node] = {}
        self._ranks: dict[str, _Rank] = {}  # by plan
        self._order: list[_Rank] = []
        self._plans: dict[str, PlanNode] = {}  # those at which somebody looked
        self._find = self._found_of  # one for all plans
        self._verdicts: dict[tuple[str, ...], dict[int, bool]] = {}  # by words, of each line that many plans share whether it says them
        self._among: dict[tuple[str, ...], Among | None] = {}  # by words, the plans asked for of which a name has them; None for all
        self._asked: Among | None = None
        self._told_elsewhere: set[str] = set()
        self._look_at_plans()
        if together:
            self._count_plans()
        else:
            for key in ledger.task_keys():
                self._of_task(key)

    def renew(self, touched: Touched) -> None:
        """Make anew what was touched."""
        self._look_at_plans()
        if self._together:
            for plan in touched.plans:
                self._of_plan(plan, len(self._lines_of(plan)))
        else:
            for key in touched.tasks:
                self._of_task(key)

    def nodes(self) -> Sequence[Node]:
        """The lines at the top, in order."""
        if self._together:
            return PlanLines(self._order, self._plan_node)
        nodes = by_task(sorted(self._tasks.values(), key=lambda node: order(node.task)))
        return [*nodes, *telling.rules(self._coverage, self._ledger.samples())] if self._wanted.everything else nodes

    def _of_task(self, key: Key) -> None:
        task = self._ledger.task(key)
        if task is not None and self._wanted.wants(task) and not self._wanted.by_task:
            kept = self._kept(key)
            task = self._ledger.task_of(key, kept) if isinstance(kept, dict) else self._ledger.task(key, kept)
        if task is None or not self._wanted.wants(task):
            self._tasks.pop(key, None)
        else:
            self._tasks[key] = task_node(task)

    def _kept(self, key: Key) -> Among | dict[str, Part] | None:
        """What is wanted of a task: all, or all that it says of some plans. By what its findings say, each text once, and by the plans; only
        where that does not tell, finding by finding.
        """
        parts = self._ledger.parts(key)
        if self._asked is not None and not parts.keys().isdisjoint(self._told_elsewhere):
            return self._picked(parts)
        words_left = []
        for word in self._wanted.words:
            has = self._wanted.has(word)
            said = {has[text] for text in self._ledger.said(key)}
            if has[key[0]] or said == {True}:
                continue
            if True in said:
                return self._picked(parts)
            words_left.append(word)
        return self._named(tuple(words_left))

    def _picked(self, parts: Mapping[str, Part]) -> dict[str, Part]:
        """What is wanted of a task, finding by finding."""
        kept = ((plan, self._wanted_of(plan, pieces(part))) for plan, part in parts.items())
        return {plan: lines for plan, lines in kept if lines}

    def _wanted_of(self, plan: str, lines: Sequence[Finding]) -> tuple[Finding, ...]:
        """Each word stands in a name or number of the plan, or else in what is said; and of two plans that it is about one is asked for."""
        if self._asked is not None and plan not in self._asked.plans:
            lines = [line for line in lines if line.ander in self._asked.plans]
        words = tuple(word for word in self._wanted.words if word not in self._ledger.name_of(plan))
        verdicts = self._verdicts.setdefault(words, {})
        for line in lines:
            if id(line) not in verdicts:  # of very many plans most lines are the same ones
                verdicts[id(line)] = self._wanted.says(line, words)
        return tuple(line for line in lines if verdicts[id(line)])

    def _look_at_plans(self) -> None:
        """Which plans are asked for, where not all are; and at which others something is told of them."""
        wanted, ledger = self._wanted, self._ledger
        self._verdicts.clear()
        self._among.clear()
        self._asked, self._told_elsewhere = None, set()
        if wanted.plans is not None or wanted.status:
            plans = ledger.sizes.keys() if wanted.plans is None else set(wanted.plans)
            asked = ledger.among({plan for plan in plans if not wanted.status or wanted.statuses.get(plan) == wanted.status})
            if len(asked.plans) < len(ledger.sizes) or "" in ledger.plans:
                self._asked, self._told_elsewhere = asked, ledger.beside(asked.plans) - asked.plans

    def _named(self, words: tuple[str, ...]) -> Among | None:
        """The plans that are asked for, of which a name or number has all of these words; None for all there are."""
        if not words:
            return self._asked
        if words not in self._among:
            named = [self._ledger.named(word) for word in words] + ([self._asked.plans] if self._asked is not None else [])
            self._among[words] = self._ledger.among(set.intersection(*map(set, named)))
        return self._among[words]

    def _lines_of(self, plan: str) -> Sequence[Finding]:
        """What is wanted of a plan."""
        lines = self._ledger.lines(plan)
        return lines if self._wanted.everything else self._wanted_of(plan, lines)

    def _count_plans(self) -> None:
        """How much is wanted of each plan: tasks of which the same plans are wanted, together."""
        counts: Counter[str] = Counter()
        alike: dict[Among | None, list[Key]] = {}
        for key in self._ledger.task_keys():
            task = self._ledger.task(key)
            if task is None or not self._wanted.wants(task):
                continue
            kept = None if self._wanted.by_task else self._kept(key)
            if isinstance(kept, dict):
                counts.update({plan: len(pieces(part)) for plan, part in kept.items()})
            else:
                alike.setdefault(kept, []).append(key)
        for among, keys in alike.items():
            counts.update(self._ledger.amounts(keys, among))
        self._ranks = {plan: self._rank(plan, amount) for plan, amount in counts.items()}
        self._order = sorted(self._ranks.values())

    def _of_plan(self, plan: str, amount: int) -> None:
        """Its line comes, goes, or says something else."""
        self._plans.pop(plan, None)
        was = self._ranks.pop(plan, None)
        if was is not None:
            del self._order[bisect_left(self._order, was)]
        if amount:
            self._ranks[plan] = self._rank(plan, amount)
            insort(self._order, self._ranks[plan])

    def _rank(self, plan: str, amount: int) -> _Rank:
        size, nth = self._ledger.weight(plan)
        return size, -amount, nth, plan

    def _plan_node(self, plan: str) -> PlanNode:
        """Its line, which is the same as long as it says the same."""
        if plan not in self._plans:
            self._plans[plan] = PlanNode(plan, -self._ranks[plan][1], self._find)
        return self._plans[plan]

    def _found_of(self, plan: str) -> Sequence[Finding]:
        """What is wanted of a plan, when somebody looks."""
        return self._ledger.of_plan(plan, self._lines_of(plan))
