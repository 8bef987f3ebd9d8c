# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as a tree: by kind of work and task, or by plan. What is below a line is only made when it is looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import count, pairwise
from typing import Any, ClassVar, cast

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont

from ...core.i18n import later, several, tr
from ...core.rules.findings import Finding
from ...core.rules.tasks import Task, key_of, rank

FINDING, TASK, PLANS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
WHAT, TOLD = range(2)


class Node:
    """One line: ``words`` in the first column and ``told`` in the second. ``plans`` are the keys of the plans it is about.

    ``key`` tells it from the lines beside it, also when it says something else than before; ``of`` is what it was made of. Below it are the
    lines of ``make``, or a ``line`` for each of the findings that ``make`` gives.
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
    __slots__ = ("_children", "_line", "_make", "_plans", "_words", "bold", "finding", "key", "of", "parent", "row", "task", "tip", "told")

    def __init__(
        self, words: str | Callable[[], str], told: str = "", make: Callable[[], Iterable[Any]] = tuple, finding: Finding | None = None,
        task: Task | None = None, plans: Sequence[str] = (), tip: str = "", bold: bool = False, key: object = None, of: object = None,
        line: Callable[[Finding], Node] | None = None,
    ) -> None:  # fmt: skip
        self.key, self.of = key, of
        self._words, self.told, self.finding, self.task, self._plans, self.tip, self.bold = words, told, finding, task, plans, tip, bold
        self.parent: Node | None = None
        self.row = 0
        self._make, self._line = make, line
        self._children: list[Node] | None = None

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
        """The lines below this one."""
        if self._children is None:
            self._children = self.remade()
            for row, child in enumerate(self._children):
                child.parent, child.row = self, row
        return self._children

    def remade(self) -> list[Node]:
        """What is below it now; a line of which the finding stands as it stood is the same line."""
        if self._line is None:
            return list(self._makes())
        had = {id(child.finding): child for child in self._children or ()}
        lines = [had.get(id(finding)) or self._line(finding) for finding in self._makes()]
        taken = {line.key for line in lines if id(line.finding) in had}
        for line in lines:
            if id(line.finding) not in had:  # a check may say of one thing more than once
                line.key = next(key for number in count() if (key := (line.of, number)) not in taken)
                taken.add(line.key)
        return lines

    def _makes(self) -> Iterable[Any]:
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


class FindingTree(QAbstractItemModel):
    """The model for a tree view; ``show`` gives it other lines, ``renew`` those of which something changed."""

    repainted = pyqtSignal()  # lines are shown otherwise

    def __init__(self, parent: QObject | None = None, headings: tuple[str, str] | None = None) -> None:
        super().__init__(parent)
        self._headings = headings or (tr("Wat er te doen is"), tr("Wie en waarom"))
        self._root = Node("")
        self._changed: Collection[str] = ()
        self._gone: list[Node] = []  # Qt may still look at lines that it is told to forget

    def mark(self, changed: Collection[str]) -> None:
        """What is said of these plans is from before they changed."""
        if changed != self._changed:
            self._changed = changed
            self.repainted.emit()

    def show(self, nodes: Sequence[Node]) -> None:
        """Other lines in place of those that were shown."""
        self.beginResetModel()
        self._root = Node("", make=lambda: nodes)
        self.endResetModel()
        self._gone.clear()

    def renew(self, nodes: Sequence[Node], parent: QModelIndex = QModelIndex()) -> None:  # noqa: B008  # as Qt's own
        """The lines below a place as they are now: what stays keeps its place, its choice and what is open below it."""
        here, places = self.node(parent).children, {node.key: index for index, node in enumerate(nodes)}
        for row in range(len(here) - 1, -1, -1):
            if here[row].key not in places:
                self.beginRemoveRows(parent, row, row)
                self._gone.append(here.pop(row))
                _number(here, row)
                self.endRemoveRows()
        in_order = _ascending([places[node.key] for node in here])
        loose = {node.key for index, node in enumerate(here) if index not in in_order}
        known = {node.key for node in here}
        for row, node in enumerate(nodes):
            if node.key not in known:
                self.beginInsertRows(parent, row, row)
                here.insert(row, node)
                node.parent = self.node(parent)
                _number(here, row)
                self.endInsertRows()
            elif here[row].key != node.key:
                self._bring(here, row, node.key, loose, parent)
            if here[row] is not node:
                self._take(self.index(row, WHAT, parent), node)

    def _bring(self, here: list[Node], row: int, key: object, loose: Collection[object], parent: QModelIndex) -> None:
        """The line with this key comes to a row: itself, where it is out of order, or by moving aside those that are."""
        while here[row].key != key:
            was, to = next(place for place in range(row, len(here)) if here[place].key == key), row
            if key not in loose:
                was, to = row, len(here) - 1
            self.beginMoveRows(parent, was, was, parent, to if to < was else to + 1)
            here.insert(to, here.pop(was))
            _number(here, row)
            self.endMoveRows()

    def _take(self, index: QModelIndex, fresh: Node) -> None:
        node = self.node(index)
        if fresh.finding is None and fresh.of is not None and node.of is fresh.of:
            return
        said = (node.words, node.told)
        node.take(fresh)
        if (node.words, node.told) != said:
            self.dataChanged.emit(index, index.sibling(index.row(), TOLD))
        if node.is_made:
            self.renew(node.remade(), index)

    def node(self, index: QModelIndex) -> Node:
        """The line at a place; the root where there is none."""
        return index.internalPointer() if index.isValid() else self._root

    def index(self, row: int, column: int, parent: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt's signature
        """The place of a line."""
        children = self.node(parent).children
        return self.createIndex(row, column, children[row]) if 0 <= row < len(children) and 0 <= column < 2 else QModelIndex()

    def parent(self, index: QModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008  # Qt has two of the name
        """The line above."""
        above = self.node(index).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """How many lines are below one."""
        return 0 if parent.column() > 0 else len(self.node(parent).children)

    def hasChildren(self, parent: QModelIndex = QModelIndex()) -> bool:  # noqa: N802, B008  # Qt's name and signature
        """Whether there are, without making them."""
        return parent.column() <= 0 and not self.node(parent).is_leaf

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """What, and what is told of it."""
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802  # Qt's name
        """The headings."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if across and 0 <= section < 2 else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands there."""
        node = self.node(index)
        stale = node.finding is not None and node.finding.plan_id in self._changed
        if role == Qt.ItemDataRole.DisplayRole:
            words = node.words if index.column() == WHAT else node.told
            return tr("{words} (daarna gewijzigd)").format(words=words) if stale and index.column() == WHAT else words
        if role == Qt.ItemDataRole.ToolTipRole:
            return node.tip or None
        if role == Qt.ItemDataRole.FontRole and (node.bold or stale):
            font = QFont()
            font.setBold(node.bold)
            font.setItalic(stale)
            return font
        return {FINDING: node.finding, TASK: node.task, PLANS: node.plans}.get(role)

    def place_of(self, finding: Finding | None) -> QModelIndex:
        """Where a finding stands: in the first line that has it."""
        node = self._first(self._root, finding) if finding is not None else None
        return self._place(node)

    def beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The finding after (1) or before (-1) a place, round and round; no place when there is none."""
        start = node = self.node(index)
        while True:
            node = _next(node) if step > 0 else _previous(node)
            if node.finding is not None:
                return self._place(node)
            if node is start:
                return QModelIndex()

    def after(self, index: QModelIndex) -> list[Finding]:
        """What comes after the finding at a place: the others of its task or plan, those below it first, and then the first beyond them."""
        node = self.node(index)
        if node.finding is None or node.parent is None:
            return []
        beside = node.parent.children
        beyond = self.node(self.beside(self._place(beside[-1]), 1))
        return [one.finding for one in (*beside[node.row + 1 :], *beside[: node.row], beyond) if one.finding is not None]

    def _first(self, node: Node, finding: Finding) -> Node | None:
        elsewhere = node.task.key != key_of(finding) if node.task is not None else bool(node.plans) and finding.plan_id not in node.plans
        if node.finding is not None or elsewhere:
            return node if node.finding == finding else None
        return next((found for child in node.children if (found := self._first(child, finding))), None)

    def _place(self, node: Node | None) -> QModelIndex:
        return QModelIndex() if node is None or node is self._root else self.createIndex(node.row, WHAT, node)


def _ascending(numbers: Sequence[int]) -> set[int]:
    """The places of a longest part of different numbers that goes up."""
    if all(one < other for one, other in pairwise(numbers)):
        return set(range(len(numbers)))
    ends: list[int] = []  # the least number at which a part of each length may end, and its place
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        ends[length : length + 1], places[length : length + 1] = [number], [place]
    found, place = set(), places[-1]
    while place >= 0:
        found.add(place)
        place = before[place]
    return found


def _number(nodes: Sequence[Node], start: int) -> None:
    for row in range(start, len(nodes)):
        nodes[row].row = row


def _next(node: Node) -> Node:
    """The line after this one, with what is below it; after the last comes the root."""
    if not node.is_leaf and node.children:
        return node.children[0]
    while node.parent is not None:
        siblings = node.parent.children
        if node.row + 1 < len(siblings):
            return siblings[node.row + 1]
        node = node.parent
    return node


def _previous(node: Node) -> Node:
    """The line before this one; before the first comes the root, and before that the last of all."""
    if node.parent is not None:
        if not node.row:
            return node.parent
        node = node.parent.children[node.row - 1]
    while not node.is_leaf and node.children:
        node = node.children[-1]
    return node
