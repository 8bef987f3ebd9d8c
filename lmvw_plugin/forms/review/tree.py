# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings as a tree: by kind of work and task, or by plan. What is below a line is only made when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont

from ...core.i18n import several, tr
from ...core.rules.findings import Ernst, Finding
from ...core.rules.tasks import Sizes, Task, rank

FINDING, TASK, PLANS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
WHAT, TOLD = range(2)


class Node:
    """One line: ``words`` in the first column and ``told`` in the second. ``plans`` are the keys of the plans it is about."""

    __slots__ = ("_children", "_make", "bold", "finding", "parent", "plans", "row", "task", "tip", "told", "words")

    def __init__(
        self, words: str, told: str = "", make: Callable[[], Iterable[Node]] = tuple, finding: Finding | None = None,
        task: Task | None = None, plans: Sequence[str] = (), tip: str = "", bold: bool = False,
    ) -> None:  # fmt: skip
        self.words, self.told, self.finding, self.task, self.plans, self.tip, self.bold = words, told, finding, task, plans, tip, bold
        self.parent: Node | None = None
        self.row = 0
        self._make = make
        self._children: list[Node] | None = None

    @property
    def children(self) -> list[Node]:
        """The lines below this one."""
        if self._children is None:
            self._children = list(self._make())
            for row, child in enumerate(self._children):
                child.parent, child.row = self, row
        return self._children

    @property
    def is_leaf(self) -> bool:
        """Nothing is below it; known without making it."""
        return self._make is tuple


def by_task(tasks: Sequence[Task]) -> list[Node]:
    """The kinds of work, in each the tasks, and of each task its plans."""
    kinds = (
        (tr("Klopt niet"), [task for task in tasks if task.is_wrong]),
        (tr("Nog in te vullen"), [task for task in tasks if task.is_unanswered]),
        (tr("Toe te lichten of te verbeteren"), [task for task in tasks if task.ernst is Ernst.WAARSCHUWING]),
        (tr("Ter informatie"), [task for task in tasks if task.ernst is Ernst.INFO]),
    )
    return [_kind(title, found) for title, found in kinds if found]


def _kind(title: str, tasks: Sequence[Task]) -> Node:
    return Node(f"{title} ({several(len(tasks), 'taak', 'taken')})", make=lambda: map(_task, tasks), bold=True)


def _task(task: Task) -> Node:
    who = tr("{who}, regel {rule}").format(who=tr(task.wie.value), rule=task.regel)
    return Node(task.sentence, who, lambda: map(_of_task, task.findings), task=task, plans=task.plans, tip=task.sentence)


def _of_task(finding: Finding) -> Node:
    name = finding.plannaam or tr("(zonder naam)") if finding.plan_id else tr("(de levering als geheel)")
    return Node(name, finding.melding, finding=finding, plans=_key(finding), tip=finding.melding)


def by_plan(findings: Iterable[Finding], sizes: Sizes) -> list[Node]:
    """The plans, that with most dwellings first, and of each what was found."""
    plans: dict[tuple[str | None, str | None], list[Finding]] = {}
    for finding in findings:
        plans.setdefault((finding.plan_id, finding.plannaam), []).append(finding)
    ordered = sorted(plans.items(), key=lambda item: (-sizes.get(item[0][0] or "", 0), -len(item[1]), str(item[0][1]).casefold()))
    return [_plan(found) for _, found in ordered]


def _plan(findings: Sequence[Finding]) -> Node:
    first = findings[0]
    name = first.plannaam or (tr("(zonder naam)") if first.plan_id else tr("(de levering als geheel)"))
    found = several(len(findings), "bevinding", "bevindingen")
    return Node(f"{name} ({found})", make=lambda: map(_of_plan, sorted(findings, key=rank)), plans=_key(first), bold=True)


def _of_plan(finding: Finding) -> Node:
    return Node(finding.melding, finding.regel, finding=finding, plans=_key(finding), tip=finding.melding)


def _key(finding: Finding) -> tuple[str, ...]:
    return (finding.plan_id,) if finding.plan_id else ()


class FindingTree(QAbstractItemModel):
    """The model for a tree view; ``show`` gives it other lines."""

    def __init__(self, parent: QObject | None = None, headings: tuple[str, str] | None = None) -> None:
        super().__init__(parent)
        self._headings = headings or (tr("Wat er te doen is"), tr("Wie en waarom"))
        self._root = Node("")
        self._changed: Collection[str] = ()

    def mark(self, changed: Collection[str]) -> None:
        """What is said of these plans is from before they changed."""
        self._changed = changed
        self.layoutChanged.emit()

    def show(self, nodes: Sequence[Node]) -> None:
        """Other lines in place of those that were shown."""
        self.beginResetModel()
        self._root = Node("", make=lambda: nodes)
        self.endResetModel()

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

    def _first(self, node: Node, finding: Finding) -> Node | None:
        if node.finding is not None or (node.task is not None and finding not in node.task.findings):
            return node if node.finding == finding else None
        return next((found for child in node.children if (found := self._first(child, finding))), None)

    def _place(self, node: Node | None) -> QModelIndex:
        return QModelIndex() if node is None or node is self._root else self.createIndex(node.row, WHAT, node)


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
