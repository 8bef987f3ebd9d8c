# SPDX-License-Identifier: GPL-2.0-or-later
"""All findings of a check, by plan and by task: what is judged again takes the place of what was, and only that is counted again.

What is said of many plans in the same words is kept once, without a plan: of hundreds of thousands of findings after an import some dozens.
Python's search for cycles goes past every object that is kept, while the window waits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, KeysView, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import compress, count, islice, repeat
from operator import not_

from ..basisset.peildatum import Peildatum
from .findings import Counts, Ernst, Finding
from .tasks import Key, Later, Looked, Task, differing, key_of, of_plans, task_with, together

Part = Finding | tuple[Finding, ...]  # what a task says of one plan, as it is kept: nearly always one thing


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


@dataclass(frozen=True, slots=True, eq=False)
class Among:
    """Some of the plans, and how many dwellings they hold together."""

    plans: Set[str]
    dwellings: int


@dataclass(slots=True)
class _Kept:
    """A task. ``said``: how often what is said; ``alike``: by what is said, the finding without a plan that stands for all that say so."""

    number: int
    parts: dict[str, Part] = field(default_factory=dict)
    dwellings: int = 0
    amount: int = 0
    said: Counter[str] = field(default_factory=Counter)
    alike: dict[str, Finding] = field(default_factory=dict)


class Ledger:
    """The findings, kept so that a change of one plan costs what that plan has, however many others there are.

    :param sizes: dwellings by plan_id, of every plan there is.
    """

    def __init__(self, findings: Iterable[Finding], sizes: Mapping[str, int], peildatum: Peildatum | None = None) -> None:
        self.sizes = dict(sizes)
        self._peildatum = peildatum
        self._lines: dict[str, tuple[Finding, ...]] = {}
        self._heads: dict[str, tuple[str | None, str | None]] = {}  # by plan, its number and name
        self._tasks: dict[Key, _Kept] = {}
        self._numbered = count()
        self._marks: dict[str, tuple[int, ...]] = {}  # by plan, the numbers of its tasks, one for each line
        self._alike: dict[tuple[int, ...], tuple[int, ...]] = {}  # those of many plans are the same object
        self._beside: dict[str, Counter[str]] = {}  # by plan, the plans at which something is told of it too
        self._order: dict[str, int] = {plan: index for index, plan in enumerate(sizes)}
        self._numbers = dict.fromkeys(Ernst, 0)
        self._accepted = 0
        self._named: dict[str, str] = {}  # by plan, its names and numbers, each on a line, without capitals
        self._waiting: Counter[str] = Counter()
        by_plan: dict[str, list[Finding]] = {}
        for finding in findings:
            by_plan.setdefault(finding.plan_id or "", []).append(finding)
        for plan, theirs in by_plan.items():
            self._put(plan, theirs, theirs[-1:])

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

    @property
    def plans(self) -> KeysView[str]:
        """Those of which something is found; an empty one for the delivery as a whole."""
        return self._lines.keys()

    def samples(self) -> list[Finding]:
        """One finding of each task."""
        return [self._first(task.parts) for task in self._tasks.values()]

    def task_keys(self) -> Sequence[Key]:
        """The tasks there are."""
        return tuple(self._tasks)

    def findings(self) -> Iterator[Finding]:
        """All of them, plan by plan."""
        return (finding for plan in self._lines for finding in self.of_plan(plan))

    def of_plan(self, plan: str, lines: Sequence[Finding] | None = None) -> tuple[Finding, ...]:
        """The findings of a plan, or those of some of its lines."""
        return tuple(self._whole(plan, line) for line in (self.lines(plan) if lines is None else lines))

    def lines(self, plan: str) -> tuple[Finding, ...]:
        """The same as they are kept: what others share says nothing of the plan itself."""
        return self._lines.get(plan, ())

    def of_task(self, key: Key) -> Sequence[Finding]:
        """The findings of a task, of the plan with most dwellings first."""
        return self._look(key, self.parts(key))

    def weight(self, plan: str) -> tuple[int, int]:
        """Where a plan stands among others: the largest first, and else as in the layer."""
        return -self.sizes.get(plan, 0), self._order.get(plan, -1)

    def among(self, plans: Set[str] | None = None) -> Among:
        """These plans, those that there are; or all of them."""
        some = {plan for plan in self.sizes if plans is None or plan in plans}  # our own letters: the same object is found sooner
        return Among(some, sum(map(self.sizes.__getitem__, some)))

    def task(self, key: Key, among: Among | None = None) -> Task | None:
        """A task, with what it says of some plans or of all; None when that is nothing."""
        kept = self._tasks.get(key)
        if kept is None or among is None:
            return self._told(key, kept.parts.keys(), kept.amount, kept.dwellings) if kept is not None else None
        keys, dwellings = among.plans, among.dwellings
        if len(kept.parts) != len(self.sizes) or "" in kept.parts:  # it is not about all plans
            keys = kept.parts.keys() & keys
            dwellings = sum(map(self.sizes.__getitem__, keys))
        amount = len(keys) if kept.amount == len(kept.parts) else sum(len(pieces(kept.parts[plan])) for plan in keys)
        return self._told(key, keys, amount, dwellings)

    def amounts(self, keys: Iterable[Key], among: Among | None = None) -> dict[str, int]:
        """By plan, how much these tasks say of it, of those of which they say something; counted once for plans that have the same tasks."""
        numbers = {self._tasks[key].number for key in keys}
        counted: dict[int, int] = {}
        amounts = {}
        for plan in self._marks if among is None else self._marks.keys() & among.plans:
            marks = self._marks[plan]
            amount = counted.get(id(marks))
            if amount is None:
                amount = counted[id(marks)] = sum(mark in numbers for mark in marks)
            if amount:
                amounts[plan] = amount
        return amounts

    def task_of(self, key: Key, parts: Mapping[str, Part]) -> Task | None:
        """A task, with these parts of what it says."""
        return self._told(
            key, parts.keys(), sum(len(pieces(part)) for part in parts.values()), sum(map(self.sizes.get, parts, repeat(0))), parts
        )

    def _told(self, key: Key, plans: Set[str], amount: int, dwellings: int, parts: Mapping[str, Part] | None = None) -> Task | None:
        if not plans:
            return None
        kept = self.parts(key) if parts is None else parts
        named = filter(None, plans)  # a set has no order: of a task that names no field the first plan says which is meant
        first = next(named, "") if key[1] or len(plans) == len(kept) else min(named, key=self._order.__getitem__, default="")
        some = self._whole(first, pieces(kept[first])[0])
        number, all_ = len(plans) - ("" in plans), parts is None and len(plans) == len(kept)

        def seen() -> Mapping[str, Part]:
            """What there is when somebody looks."""
            now = self.parts(key) if parts is None else parts
            return now if all_ else {plan: now[plan] for plan in plans if plan in now}

        findings = Later(amount, lambda: self._look(key, seen()))
        keys = Later(number, lambda: sorted(filter(None, seen()), key=self.weight))
        return task_with(findings, some, keys, of_plans([some], number, len(self.sizes)), dwellings, self._peildatum)

    def said(self, key: Key) -> Collection[str]:
        """What the findings of a task say, each once: of very many most say the same."""
        return self._tasks[key].said if key in self._tasks else ()

    def named(self, word: str) -> set[str]:
        """The plans of which a name or number has this word, without capitals, in it."""
        return {plan for plan, names in self._named.items() if word in names}

    def parts(self, key: Key) -> Mapping[str, Part]:
        """By plan, what a task says of it, as it is kept."""
        return self._tasks[key].parts if key in self._tasks else {}

    def name_of(self, plan: str) -> str:
        """Its names and numbers, each on a line, without capitals."""
        return self._named.get(plan, "")

    def is_alone(self, finding: Finding) -> bool:
        """No other plan has the same in this field."""
        others = (line for part in self.parts(key_of(finding)).values() for line in pieces(part) if line.veld == finding.veld)
        return next(islice(others, 1, None), None) is None

    def beside(self, plans: Collection[str]) -> set[str]:
        """The plans at which something is told of these."""
        return {other for plan in self._beside.keys() & plans for other in self._beside[plan]}

    def about(self, plan: str) -> list[Finding]:
        """All that is found of a plan, also what is told at another one; as it is kept (``lines``)."""
        others = (line for other in self._beside.get(plan, ()) if other != plan for line in self.lines(other))
        return [*self.lines(plan), *(line for line in others if line.ander == plan)]

    def has(self, finding: Finding) -> bool:
        """It still stands."""
        return finding in self.of_plan(finding.plan_id or "")

    def replace(self, anew: Iterable[Anew], sizes: Mapping[str, int | None]) -> Touched:
        """Put what was judged again in its place.

        :param sizes: of the plans that changed or came; None of those that went, which take their findings along.
        """
        touched = Touched()
        self._resize(sizes, touched)
        for judged in anew:
            if judged.plan and judged.plan not in self.sizes:
                continue
            lines = self.lines(judged.plan)
            goes = list(map(judged.belongs, self.of_plan(judged.plan, lines)))
            stays = compress(lines, map(not_, goes))
            self._change(judged.plan, tuple(stays), tuple(compress(lines, goes)), judged.findings, touched)
        return touched

    def _resize(self, sizes: Mapping[str, int | None], touched: Touched) -> None:
        before = len(self.sizes)
        for plan, size in sizes.items():
            if size is None:
                self._change(plan, (), self.lines(plan), (), touched)
                self.sizes.pop(plan, None)
            elif self.sizes.get(plan) != size:
                keys = set(map(key_of, self.lines(plan)))
                for key in keys:
                    self._tasks[key].dwellings += size - self.sizes.get(plan, 0)
                self.sizes[plan] = size
                self._order.setdefault(plan, len(self._order))
                touched.plans.add(plan)
                touched.tasks.update(keys)
        now = len(self.sizes)
        if now != before:  # a task of all plans says so
            touched.tasks.update(key for key, task in self._tasks.items() if len(task.parts) >= min(before, now))

    def _change(self, plan: str, stays: Sequence[Finding], goes: Sequence[Finding], comes: Sequence[Finding], touched: Touched) -> None:
        """Of what changes only the tasks that say something else are counted again.

        :param stays: lines that are kept already, as are those of ``goes``.
        """
        had = self.of_plan(plan, goes)
        if had == tuple(comes):
            return
        other = differing(had, comes)
        touched.plans.add(plan)
        touched.tasks |= other
        last = comes[-1:]
        if last and (last[0].plannummer, last[0].plannaam) != self._heads.get(plan):
            other = other | set(map(key_of, stays))  # a line that says nothing of its plan would take the new name
        same = together(goes)
        put = [self._whole(plan, line) if key_of(line) in other else line for line in stays]
        put += [finding if (key := key_of(finding)) in other else same[key].pop(0) for finding in comes]
        self._take(plan, [line for line in (*stays, *goes) if key_of(line) in other])
        self._put(plan, put, last, other)

    # -- as it is kept --------------------------------------------------------------------------------------------

    def _put(self, plan: str, findings: Sequence[Finding], last: Sequence[Finding], other: Set[Key] | None = None) -> None:
        """What is found of a plan from now on.

        :param last: one that was judged last, which knows best how the plan is called.
        :param other: the tasks of which the findings are to be counted, when not all; of the others there are lines.
        """
        if last:
            self._heads[plan] = (last[0].plannummer, last[0].plannaam)
        if not findings:
            self._drop(plan)
            return
        lines: list[Finding] = []
        marks: list[int] = []
        for finding in findings:
            key = key_of(finding)
            kept = self._tasks.get(key) or self._tasks.setdefault(key, _Kept(next(self._numbered)))
            marks.append(kept.number)
            lines.append(self._add(plan, finding, kept) if other is None or key in other else finding)
        heads = {self._heads[plan], *((line.plannummer, line.plannaam) for line in lines if line.plan_id)}
        self._named[plan] = "\n".join(filter(None, (name for head in heads for name in head))).casefold()
        self._lines[plan], tasks = tuple(lines), tuple(marks)
        self._marks[plan] = self._alike.setdefault(tasks, tasks)

    def _add(self, plan: str, finding: Finding, kept: _Kept) -> Finding:
        """Count a finding of a task; returns the line that is kept of it."""
        self._count(plan, finding, 1)
        line = self._line(plan, finding, kept)
        if plan in kept.parts:
            kept.parts[plan] = (*pieces(kept.parts[plan]), line)
        else:
            kept.parts[plan] = line
            kept.dwellings += self.sizes.get(plan, 0)
        kept.amount += 1
        kept.said[_words_of(finding)] += 1
        if finding.ander:
            self._beside.setdefault(finding.ander, Counter())[plan] += 1
        return line

    def _line(self, plan: str, finding: Finding, kept: _Kept) -> Finding:
        """As it is kept: once for all plans, when it says nothing of this one that it does not say of others."""
        own = finding.waarde, finding.voorstel, finding.place, finding.ander, finding.akkoord, finding.oorzaak or None
        if not plan or own.count(None) < len(own) or (finding.plannummer, finding.plannaam) != self._heads[plan]:
            return finding
        line = kept.alike.get(finding.melding)
        if line is None:
            line = kept.alike[finding.melding] = replace(finding, plan_id=None, plannummer=None, plannaam=None, rij=None)
        return line if line.veld == finding.veld else finding

    def _whole(self, plan: str, line: Finding) -> Finding:
        """With the plan that it is about."""
        if line.plan_id or not plan:
            return line
        number, name = self._heads.get(plan, (None, None))  # it may be gone when somebody looks
        return Finding(line.regel, line.ernst, line.melding, plan, number, name, line.veld, soort=line.soort, wie=line.wie)

    def _look(self, key: Key, parts: Mapping[str, Part]) -> Sequence[Finding]:
        """What somebody looks at."""
        plans, whole = sorted(parts, key=self.weight), partial(self._seen, key, dict(parts))
        if any(isinstance(part, tuple) for part in parts.values()):
            return [finding for plan in plans for finding in whole(plan)]
        return Looked(plans, whole)

    def _seen(self, key: Key, parts: dict[str, Part], plan: str) -> tuple[Finding, ...]:
        """It is kept so, that who looks again sees the same findings."""
        part = parts[plan]
        wholes = tuple(self._whole(plan, line) for line in pieces(part))
        parts[plan] = wholes if len(wholes) > 1 else wholes[0]
        if self.parts(key).get(plan) is part:
            self._tasks[key].parts[plan] = parts[plan]
        return wholes

    def _first(self, parts: Mapping[str, Part]) -> Finding:
        plan, part = next(iter(parts.items()))
        return self._whole(plan, pieces(part)[0])

    def _take(self, plan: str, lines: Iterable[Finding]) -> None:
        """Lines of whole tasks are found of a plan no more."""
        for line in lines:
            self._count(plan, line, -1)
            if line.ander:
                self._beside[line.ander][plan] -= 1
                self._beside[line.ander] += Counter()  # without those that are none any more
            key, words = key_of(line), _words_of(line)
            kept = self._tasks[key]
            kept.amount -= 1
            kept.said[words] -= 1
            if not kept.said[words]:
                del kept.said[words]
                kept.alike.pop(words, None)
            if kept.parts.pop(plan, None) is not None:
                kept.dwellings -= self.sizes.get(plan, 0)
            if not kept.amount:
                del self._tasks[key]

    def _drop(self, plan: str) -> None:
        """Nothing is found of it any more."""
        for known in (self._lines, self._marks, self._heads, self._named):
            known.pop(plan, None)

    def _count(self, plan: str, finding: Finding, by: int) -> None:
        if finding.akkoord is not None:
            self._accepted += by
            return
        self._numbers[finding.ernst] += by
        if finding.is_unanswered:
            self._waiting[plan] += by
            if not self._waiting[plan]:
                del self._waiting[plan]


def _words_of(finding: Finding) -> str:
    """What it says, and why it may stay."""
    return finding.melding if finding.akkoord is None else f"{finding.melding}\n{finding.akkoord.toelichting}"


def pieces(part: Part) -> tuple[Finding, ...]:
    """What a task says of one plan, one by one."""
    return part if isinstance(part, tuple) else (part,)
