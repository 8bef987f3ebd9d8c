# SPDX-License-Identifier: GPL-2.0-or-later
"""The lines of a tree of findings: by kind of work and task, or by plan. What is below a line is only made when it is looked at, and of very
many lines the first.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import count
from typing import Any, ClassVar, cast

from ...core.i18n import later, several, tr
from ...core.rules.findings import Finding
from ...core.rules.tasks import Task, key_of, rank

AT_ONCE = 300  # lines that are made before somebody looks further


class Node:
    """One line: ``words`` in the first column and ``told`` in the second. ``plans`` are the keys of the plans it is about.

    ``key`` tells it from the lines beside it, also when it says something else than before; ``of`` is what it was made of. Below it are the
    lines of ``make``, or a ``line`` for each of the findings that ``make`` gives: the first, until somebody looks further.
    """

    _TAKEN: ClassVar[tuple[str, ...]] = (
        "_words",
        "told",
        "finding",
        "task",
        "_plans",
        "tip",
        "bold",
        "of",
        "_make",
        "_line",
    )  # of a line that takes its place
    __slots__ = (
        "_children",
        "_items",
        "_line",
        "_make",
        "_plans",
        "_words",
        "bold",
        "finding",
        "key",
        "of",
        "parent",
        "row",
        "task",
        "tip",
        "told",
    )

    def __init__(
        self, words: str | Callable[[], str], told: str = "", make: Callable[[], Sequence[Any]] = tuple, finding: Finding | None = None,
        task: Task | None = None, plans: Sequence[str] = (), tip: str = "", bold: bool = False, key: object = None, of: object = None,
        line: Callable[[Finding], Node] | None = None,
    ) -> None:  # fmt: skip
        self.key, self.of = key, of
        self._words, self.told, self.finding, self.task, self._plans, self.tip, self.bold = words, told, finding, task, plans, tip, bold
        self.parent: Node | None = None
        self.row = 0
        self._make, self._line = make, line
        self._children: list[Node] | None = None
        self._items: Sequence[Any] = ()

    @property
    def words(self) -> str:
        """Made when somebody looks: of many plans few are in sight."""
        if not isinstance(self._words, str):
            self._words = self._words()
        return self._words

    @property
    def plans(self) -> Sequence[str]:
        """The keys of the plans it is about."""
        return self._plans

    @property
    def children(self) -> list[Node]:
        """The lines below this one, those that are there."""
        if self._children is None:
            self._children = []
            self.add(self.remade())
        return self._children

    @property
    def beyond(self) -> int:
        """How many more there are, which nobody looked at."""
        return len(self._items) - len(self.children)

    def add(self, lines: Iterable[Node]) -> None:
        """They come below it, after those that are there."""
        for line in lines:
            line.parent, line.row = self, len(self.children)
            self.children.append(line)

    def remade(self) -> list[Node]:
        """What is below it now, as much as there was; a line of which the finding stands as it stood is the same line."""
        here, self._items = self._children or [], self._makes()
        return self._made(self._items[: max(AT_ONCE, len(here))], {id(child.finding): child for child in here})

    def further(self, number: int) -> list[Node]:
        """So many lines of those that come after what is there."""
        here = self.children
        return self._made(self._items[len(here) : len(here) + number], {}, {line.key for line in here})

    def _made(self, items: Sequence[Any], had: Mapping[int, Node], taken: Collection[object] = ()) -> list[Node]:
        if self._line is None:
            return list(items)
        lines = [had.get(id(finding)) or self._line(finding) for finding in items]
        told = {line.key for line in lines if id(line.finding) in had}.union(taken)
        for line in lines:
            if id(line.finding) not in had:  # a check may say of one thing more than once
                line.key = next(key for number in count() if (key := (line.of, number)) not in told)
                told.add(line.key)
        return lines

    def _makes(self) -> Sequence[Any]:
        """What is below it now, or what there is a line for."""
        return self._make()

    @property
    def is_made(self) -> bool:
        """What is below it was looked at."""
        return self._children is not None

    def take(self, other: Node) -> None:
        """Say what another line says; what is below it stays until that is looked at too."""
        for name in self._TAKEN:
            setattr(self, name, getattr(other, name))

    @property
    def is_leaf(self) -> bool:
        """Nothing is below it; known without making it."""
        return self._make is tuple


def by_task(nodes: Iterable[Node]) -> list[Node]:
    """The kinds of work, in each the lines of its tasks, in their order."""
    kinds: dict[str, list[Node]] = {}
    for node in nodes:
        kinds.setdefault(_kind_of(cast(Task, node.task)), []).append(node)
    return [_kind(tr(title), kinds[title]) for title in _KINDS if title in kinds]


_KINDS = (
    later("Klopt niet"),
    later("Nog in te vullen"),
    later("Waarschuwingen"),
    later("Ter informatie"),
    later("Geaccepteerd"),
)


def _kind_of(task: Task) -> str:
    return _KINDS[rank(task)]


def _kind(title: str, nodes: Sequence[Node]) -> Node:
    return Node(f"{title} ({several(len(nodes), 'taak', 'taken')})", make=lambda: nodes, bold=True, key=title)


def task_node(task: Task) -> Node:
    """The line of a task, with its plans below."""
    who = tr("{who}, regel {rule}").format(who=tr(task.wie.value), rule=task.regel)
    return Node(
        task.sentence, who, lambda: task.findings,
        task=task, plans=task.plans, tip=task.sentence, key=task.key, of=task, line=_of_task,
    )  # fmt: skip


def _of_task(finding: Finding) -> Node:
    return Node(finding.name, finding.melding, finding=finding, plans=_key(finding), tip=finding.melding, of=finding.plan_id)


class PlanNode(Node):
    """The line of a plan, or of the delivery as a whole, with its findings below. There is one for each of very many plans: it holds next
    to nothing until somebody looks.

    :param find: gives the findings of a plan, of which there are so many.
    """

    _TAKEN: ClassVar[tuple[str, ...]] = (*Node._TAKEN, "_find", "amount")
    __slots__ = ("_find", "amount")

    def __init__(self, plan: str, amount: int, find: Callable[[str], Sequence[Finding]]) -> None:
        super().__init__("", bold=True, key=plan, line=_of_plan)
        self.amount, self._find = amount, find

    @property
    def words(self) -> str:
        """Which plan, and how much there is of it."""
        self._words = self._words or f"{self._makes()[0].name} ({several(self.amount, 'bevinding', 'bevindingen')})"
        return str(self._words)

    @property
    def plans(self) -> Sequence[str]:
        """This one."""
        return (str(self.key),) if self.key else ()

    def _makes(self) -> Sequence[Finding]:
        return sorted(self._find(str(self.key)), key=rank)

    @property
    def is_leaf(self) -> bool:
        """Its findings are below it."""
        return False


def _of_plan(finding: Finding) -> Node:
    return Node(finding.melding, finding.regel, finding=finding, plans=_key(finding), tip=finding.melding, of=key_of(finding))


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.plan_id,) if finding.plan_id else ()


class PlanLines(Sequence[Node]):
    """Lines of very many plans, in order; each is made when it is asked for.

    :param places: sorted, with the plan as their last part.
    """

    def __init__(self, places: Sequence[tuple[int, int, int, str]], line: Callable[[str], Node]) -> None:
        self._places, self._line = places, line

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, index: Any) -> Any:
        some = self._places[index]
        return [self._line(ranked[-1]) for ranked in some] if isinstance(index, slice) else self._line(some[-1])

    @property
    def plans(self) -> Sequence[str]:
        """Their keys."""
        return [ranked[-1] for ranked in self._places]
