# SPDX-License-Identifier: GPL-2.0-or-later
"""What the panel shows of the findings: those that are wanted, by task or by plan. After an edit only what it touched is made anew."""

from __future__ import annotations

from collections.abc import Sized
from typing import cast

from ...core.rules.coverage import Coverage
from ...core.rules.ledger import Ledger, Touched
from ...core.rules.tasks import Key, Task, order
from . import telling
from .filters import Wanted
from .tree import Node, by_task, plan_node, task_node


class Shown:
    """The lines, and the findings they stand for.

    :param together: by plan, and not by task.
    """

    def __init__(self, ledger: Ledger, coverage: Coverage, wanted: Wanted, together: bool) -> None:
        self._ledger, self._coverage, self._wanted, self._together = ledger, coverage, wanted, together
        self._tasks: dict[Key, Node] = {}
        self._plans: dict[str, Node] = {}
        self._plans_named: dict[str, set[str]] = {}  # by word
        self._asked: set[str] | None = None
        self._told_elsewhere: set[str] = set()
        self.renew(Touched(set(ledger.by_plan), set(ledger.keys())))

    def renew(self, touched: Touched) -> None:
        """Make anew what was touched."""
        self._plans_named.clear()
        self._look_at_plans()
        if self._together:
            for plan in touched.plans:
                self._of_plan(plan)
        else:
            for key in touched.tasks:
                self._of_task(key)

    def nodes(self) -> list[Node]:
        """The lines at the top, in order."""
        if self._together:
            return sorted(self._plans.values(), key=self._heaviest)
        nodes = by_task(sorted(self._tasks.values(), key=lambda node: order(node.task)))
        return [*nodes, *telling.rules(self._coverage, self._ledger.samples())] if self._wanted.everything else nodes

    def _of_task(self, key: Key) -> None:
        task = self._ledger.task(key)
        if task is not None and self._wanted.wants(task) and not self._wanted.by_task:
            task = self._filtered(key)
        if task is None or not self._wanted.wants(task):
            self._tasks.pop(key, None)
        else:
            self._tasks[key] = task_node(task)

    def _filtered(self, key: Key) -> Task | None:
        """By what the findings of a task say, each text once, and by the plans; only where that does not tell, finding by finding."""
        plans = self._asked
        if plans is not None and not self._told_elsewhere.isdisjoint(self._ledger.parts(key)):
            return self._ledger.task(key, self._wanted.of)
        for word in self._wanted.words:
            has = self._wanted.has(word)
            said = {has[text] for text in self._ledger.said(key)}
            if has[key[0]] or said == {True}:
                continue
            if True in said:
                return self._ledger.task(key, self._wanted.of)
            plans = self._named(word) if plans is None else plans & self._named(word)
        if plans is not None and plans >= self._ledger.sizes.keys() and "" not in self._ledger.parts(key):
            plans = None
        return self._ledger.task(key) if plans is None else self._ledger.task_of_plans(key, plans)

    def _look_at_plans(self) -> None:
        """Which plans are asked for, where not all are; and at which others something is told of them."""
        wanted = self._wanted
        self._asked, self._told_elsewhere = None, set()
        if wanted.plans is not None or wanted.status:
            plans = self._ledger.sizes.keys() if wanted.plans is None else set(wanted.plans)
            self._asked = {plan for plan in plans if not wanted.status or wanted.statuses.get(plan) == wanted.status}
            self._told_elsewhere = self._ledger.beside(self._asked) - self._asked

    def _named(self, word: str) -> set[str]:
        if word not in self._plans_named:
            self._plans_named[word] = self._ledger.named(word)
        return self._plans_named[word]

    def _of_plan(self, plan: str) -> None:
        found = self._wanted.of(self._ledger.by_plan.get(plan, ()))
        if found:
            self._plans[plan] = plan_node(found)
        else:
            self._plans.pop(plan, None)

    def _heaviest(self, node: Node) -> tuple[int, int, int]:
        """The plan with most dwellings first, and of those that with most findings."""
        size, place = self._ledger.weight(str(node.key))
        return size, -len(cast(Sized, node.of)), place
