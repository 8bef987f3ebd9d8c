# SPDX-License-Identifier: GPL-2.0-or-later
"""All findings of a check, by plan and by task: what is judged again takes the place of what was, and only that is counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from ..basisset.peildatum import Peildatum
from .findings import Counts, Ernst, Finding
from .tasks import Key, Task, key_of, of_plans, task_of, task_with

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Anew:
    """What is found now about one plan (its plan_id, empty when it has none), in place of the findings that ``belongs`` says yes to."""

    plan: str
    belongs: Callable[[Finding], bool]
    findings: Sequence[Finding]


@dataclass(slots=True)
class Touched:
    """What a change touched: plans, and tasks that have other findings than before."""

    plans: set[str] = field(default_factory=set)
    tasks: set[Key] = field(default_factory=set)


class Later(Sequence[T]):
    """What is only made when somebody looks: most tasks are told by their number alone."""

    def __init__(self, size: int, make: Callable[[], Sequence[T]]) -> None:
        self._size, self._make = size, make
        self._made: Sequence[T] | None = None

    @property
    def _items(self) -> Sequence[T]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place: Any) -> Any:
        return self._items[place]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)


class Ledger:
    """The findings, kept so that a change of one plan costs what that plan has, however many others there are.

    :param sizes: dwellings by plan_id, of every plan there is.
    """

    def __init__(self, findings: Iterable[Finding], sizes: Mapping[str, int], peildatum: Peildatum | None = None) -> None:
        self.sizes = dict(sizes)
        self._peildatum = peildatum
        self.by_plan: dict[str, tuple[Finding, ...]] = {}
        self._tasks: dict[Key, dict[str, tuple[Finding, ...]]] = {}
        self._dwellings: Counter[Key] = Counter()
        self._amounts: Counter[Key] = Counter()
        self._beside: dict[str, Counter[str]] = {}  # by plan, the plans at which something is told of it too
        self._order: dict[str, int] = {plan: index for index, plan in enumerate(sizes)}
        self._numbers = dict.fromkeys(Ernst, 0)
        self._accepted = 0
        self._said: dict[Key, Counter[str]] = {}  # by task, what its findings say
        self._named: dict[str, str] = {}  # by plan, its names and numbers, each on a line, without capitals
        self._waiting: Counter[str | None] = Counter()
        together: dict[str, list[Finding]] = {}
        for finding in findings:
            together.setdefault(finding.plan_id or "", []).append(finding)
        for plan, theirs in together.items():
            self._put(plan, theirs)

    @property
    def counts(self) -> Counts:
        """How much there is of what."""
        unanswered = self._waiting.total()
        numbers = self._numbers
        return Counts(
            len(self.sizes), numbers[Ernst.FOUT], numbers[Ernst.WAARSCHUWING], numbers[Ernst.INFO], unanswered, len(self._waiting),
            accepted=self._accepted,
        )  # fmt: skip

    @property
    def rules(self) -> set[str]:
        """Those that found something."""
        return {key[0] for key in self._tasks}

    def samples(self) -> list[Finding]:
        """One finding of each task."""
        return [next(iter(plans.values()))[0] for plans in self._tasks.values()]

    def keys(self) -> Sequence[Key]:
        """The tasks there are."""
        return tuple(self._tasks)

    def findings(self) -> Iterator[Finding]:
        """All of them, plan by plan."""
        return (finding for theirs in self.by_plan.values() for finding in theirs)

    def of_task(self, key: Key) -> list[Finding]:
        """The findings of a task, of the plan with most dwellings first."""
        plans = self._tasks.get(key, {})
        return [finding for plan in sorted(plans, key=self.weight) for finding in plans[plan]]

    def weight(self, plan: str) -> tuple[int, int]:
        """Where a plan stands among others: the largest first, and else as in the layer."""
        return -self.sizes.get(plan, 0), self._order.get(plan, -1)

    def task(self, key: Key, keep: Callable[[Iterable[Finding]], Sequence[Finding]] | None = None) -> Task | None:
        """A task with the findings that are kept of it, or with all; None when there are none."""
        if keep is not None:
            kept = self._in_order(keep(finding for part in self._tasks.get(key, {}).values() for finding in part))
            return task_of(kept, len(self.sizes), self._peildatum, self.sizes) if kept else None
        plans = self._tasks.get(key)
        if not plans:
            return None
        first, number = next(iter(plans.values()))[0], len(plans) - ("" in plans)
        words = of_plans([first], number, len(self.sizes))
        findings, keys = (
            Later(self._amounts[key], lambda: self.of_task(key)),
            Later(number, lambda: sorted(filter(None, plans), key=self.weight)),
        )
        return task_with(findings, first, keys, words, self._dwellings[key], self._peildatum)

    def said(self, key: Key) -> Collection[str]:
        """What the findings of a task say, each once: of very many most say the same."""
        return self._said.get(key, Counter())

    def named(self, word: str) -> set[str]:
        """The plans of which a name or number has this word, without capitals, in it."""
        return {plan for plan, names in self._named.items() if word in names}

    def parts(self, key: Key, plans: Collection[str] | None = None) -> Mapping[str, tuple[Finding, ...]]:
        """By plan, the findings of a task; of some plans, or of all."""
        parts = self._tasks.get(key, {})
        if plans is None:
            return parts
        if len(plans) < len(parts) / 2:  # of many plans few: go through the few, in the order in which they are known
            return {plan: parts[plan] for plan in sorted(parts.keys() & plans, key=lambda plan: self._order.get(plan, -1))}
        return {plan: part for plan, part in parts.items() if plan in plans}

    def task_of_plans(self, key: Key, plans: Collection[str]) -> Task | None:
        """A task with what it says of some plans."""
        parts = self.parts(key, plans)
        if not parts:
            return None
        first, number = next(iter(parts.values()))[0], len(parts) - ("" in parts)
        findings = Later(
            sum(map(len, parts.values())), lambda: [finding for plan in sorted(parts, key=self.weight) for finding in parts[plan]]
        )
        keys = Later(number, lambda: sorted(filter(None, parts), key=self.weight))
        dwellings = sum(self.sizes.get(plan, 0) for plan in parts)
        return task_with(findings, first, keys, of_plans([first], number, len(self.sizes)), dwellings, self._peildatum)

    def _in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Those of the plan with most dwellings first; sorted after they were chosen, for of many findings few are kept."""
        return sorted(findings, key=lambda finding: self.weight(finding.plan_id or ""))

    def beside(self, plans: Collection[str]) -> set[str]:
        """The plans at which something is told of these."""
        return {other for plan in self._beside.keys() & plans for other in self._beside[plan]}

    def about(self, plan: str) -> list[Finding]:
        """All that is found of a plan, also what is told at another one."""
        others = (finding for other in self._beside.get(plan, ()) if other != plan for finding in self.by_plan.get(other, ()))
        return [*self.by_plan.get(plan, ()), *(finding for finding in others if finding.ander == plan)]

    def has(self, finding: Finding) -> bool:
        """It still stands."""
        return finding in self.by_plan.get(finding.plan_id or "", ())

    def replace(self, anew: Iterable[Anew], sizes: Mapping[str, int | None]) -> Touched:
        """Put what was judged again in its place.

        :param sizes: of the plans that changed or came; None of those that went, which take their findings along.
        """
        touched = Touched()
        self._resize(sizes, touched)
        for one in anew:
            if one.plan and one.plan not in self.sizes:
                continue
            had = self.by_plan.get(one.plan, ())
            now = [*(finding for finding in had if not one.belongs(finding)), *one.findings]
            self._change(one.plan, had, now, touched)
        return touched

    def _resize(self, sizes: Mapping[str, int | None], touched: Touched) -> None:
        before = len(self.sizes)
        for plan, size in sizes.items():
            if size is None:
                self._change(plan, self.by_plan.get(plan, ()), (), touched)
                self.sizes.pop(plan, None)
            elif self.sizes.get(plan) != size:
                keys = set(map(key_of, self.by_plan.get(plan, ())))
                self._dwellings.update(dict.fromkeys(keys, size - self.sizes.get(plan, 0)))
                self.sizes[plan] = size
                self._order.setdefault(plan, len(self._order))
                touched.plans.add(plan)
                touched.tasks.update(keys)
        now = len(self.sizes)
        if now != before:  # a task of all plans says so
            touched.tasks.update(key for key, plans in self._tasks.items() if len(plans) >= min(before, now))

    def _change(self, plan: str, had: Sequence[Finding], now: Sequence[Finding], touched: Touched) -> None:
        if tuple(had) == tuple(now):
            return
        before, after = Counter(had), Counter(now)
        touched.plans.add(plan)
        touched.tasks.update(map(key_of, (before - after) + (after - before)))
        self._take(plan, had)
        self._put(plan, now)

    def _put(self, plan: str, findings: Sequence[Finding]) -> None:
        for finding in findings:
            if finding.ander:
                self._beside.setdefault(finding.ander, Counter())[plan] += 1
        self._count(findings, 1)
        if findings:
            self.by_plan[plan] = tuple(findings)
            self._named[plan] = "\n".join(filter(None, {name for one in findings for name in (one.plannaam, one.plannummer)})).casefold()
        parts: dict[Key, list[Finding]] = {}
        for finding in findings:
            parts.setdefault(key_of(finding), []).append(finding)
        for key, part in parts.items():
            self._tasks.setdefault(key, {})[plan] = tuple(part)
            self._said.setdefault(key, Counter()).update(map(_words_of, part))
            self._dwellings[key] += self.sizes.get(plan, 0)
            self._amounts[key] += len(part)

    def _take(self, plan: str, findings: Sequence[Finding]) -> None:
        self._count(findings, -1)
        for finding in findings:
            if finding.ander:
                self._beside[finding.ander][plan] -= 1
                self._beside[finding.ander] += Counter()  # without those that are none any more
        self.by_plan.pop(plan, None)
        self._named.pop(plan, None)
        for finding in findings:
            said = self._said[key_of(finding)]
            said[_words_of(finding)] -= 1
            if not said[_words_of(finding)]:
                del said[_words_of(finding)]
        for key in set(map(key_of, findings)):
            plans = self._tasks[key]
            self._amounts[key] -= len(plans.pop(plan))
            self._dwellings[key] -= self.sizes.get(plan, 0)
            if not plans:
                del self._tasks[key], self._dwellings[key], self._amounts[key], self._said[key]

    def _count(self, findings: Iterable[Finding], by: int) -> None:
        for finding in findings:
            if finding.akkoord is not None:
                self._accepted += by
                continue
            self._numbers[finding.ernst] += by
            if finding.is_unanswered:
                self._waiting[finding.plan_id] += by
                if not self._waiting[finding.plan_id]:
                    del self._waiting[finding.plan_id]


def _words_of(finding: Finding) -> str:
    """What it says, and why it may stay."""
    return finding.melding if finding.akkoord is None else f"{finding.melding}\n{finding.akkoord.toelichting}"
