# SPDX-License-Identifier: GPL-2.0-or-later
"""The model of a tree of findings: which of its lines are there, and how they follow what changes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise

from qgis.PyQt.QtCore import QAbstractItemModel, QModelIndex, QObject, QPoint, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QResizeEvent
from qgis.PyQt.QtWidgets import QTreeView

from ...core.i18n import tr
from ...core.rules.findings import Finding
from ...core.rules.tasks import Task, key_of
from ..once import once_after
from .nodes import AT_ONCE, Node, PlanLines

FINDING, TASK, PLANS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
WHAT, TOLD = range(2)
_NEAR = 50  # lines before the last one that is there: who looks here is about to look further


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
        self._root = _root(nodes)
        self.endResetModel()
        self._gone.clear()

    def renew(self, nodes: Sequence[Node]) -> None:
        """The lines as they are now: what stays keeps its place, its choice and what is open below it."""
        self._root.take(_root(nodes))
        self._renew(QModelIndex())

    def look_at(self, index: QModelIndex) -> None:
        """Somebody looks there: near the last of the lines that are there, more come."""
        above = self.node(index).parent
        if above is not None and above.beyond and self.node(index).row >= len(above.children) - _NEAR:
            self._further(above, AT_ONCE)

    def _further(self, node: Node, number: int) -> None:
        lines, last = node.further(number), len(node.children)
        if lines:
            self.beginInsertRows(self._index_of(node), last, last + len(lines) - 1)
            node.add(lines)
            self.endInsertRows()

    def _renew(self, parent: QModelIndex) -> None:
        nodes, here = self.node(parent).remade(), self.node(parent).children
        places = {node.key: index for index, node in enumerate(nodes)}
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
            was, to = next(there for there in range(row, len(here)) if here[there].key == key), row
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
            self._renew(index)

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

    def index_of(self, finding: Finding | None) -> QModelIndex:
        """Where a finding stands: in the first line that has it."""
        node = self._first(self._root, finding) if finding is not None else None
        return self._index_of(node)

    def index_of_task(self, task: Task | None) -> QModelIndex:
        """Where a task stands."""
        lines = (
            [line for node in self._root.children for line in (node, *(() if node.is_leaf else node.children))] if task is not None else ()
        )
        return self._index_of(
            next((line for line in lines if line.task is not None and task is not None and line.task.key == task.key), None)
        )

    def beside(self, index: QModelIndex, step: int) -> QModelIndex:
        """The finding after (1) or before (-1) a place, round and round; no place when there is none."""
        start = node = self.node(index)
        while True:
            node = self._next(node) if step > 0 else self._previous(node)
            if node.finding is not None:
                self.look_at(self._index_of(node))
                return self._index_of(node)
            if node is start:
                return QModelIndex()

    def after(self, index: QModelIndex) -> list[Finding]:
        """What comes after the finding at a place: the others of its task or plan, those below it first, and then the first beyond them."""
        node = self.node(index)
        if node.finding is None or node.parent is None:
            return []
        beside = node.parent.children
        others = [*beside[node.row + 1 :], *beside[: node.row]]
        if not node.parent.beyond:
            others.append(self.node(self.beside(self._index_of(beside[-1]), 1)))
        return [leaf.finding for leaf in others if leaf.finding is not None]

    def _first(self, node: Node, finding: Finding) -> Node | None:
        plan = finding.plan_id or ""
        elsewhere = node.task.key != key_of(finding) if node.task is not None else bool(node.plans) and plan not in node.plans
        if node.finding is not None or elsewhere:
            return node if node.finding == finding else None
        if node.beyond:
            self._reach(node, plan)
        return next((line for child in node.children if (line := self._first(child, finding))), None)

    def _reach(self, node: Node, plan: str) -> None:
        """The line of a plan comes, where it is one of those that nobody looked at yet."""
        here, plans = len(node.children), list(node.plans)
        if plan and plan not in plans:
            return
        if node.task is not None and len(node.task.findings) > len(plans):  # more than one line of some
            self._further(node, node.beyond)
        elif plan in plans and (row := plans.index(plan)) >= here:
            self._further(node, row + AT_ONCE - here)

    def _next(self, node: Node) -> Node:
        """The line after this one, with what is below it; after the last comes the root."""
        if not node.is_leaf and node.children:
            return node.children[0]
        while node.parent is not None:
            if node.row + 1 == len(node.parent.children) and node.parent.beyond:
                self._further(node.parent, AT_ONCE)
            siblings = node.parent.children
            if node.row + 1 < len(siblings):
                return siblings[node.row + 1]
            node = node.parent
        return node

    def _previous(self, node: Node) -> Node:
        """The line before this one; before the first comes the root, and before that the last of all."""
        if node.parent is not None:
            if not node.row:
                return node.parent
            node = node.parent.children[node.row - 1]
        while not node.is_leaf and node.children:
            self._further(node, node.beyond)
            node = node.children[-1]
        return node

    def _index_of(self, node: Node | None) -> QModelIndex:
        return QModelIndex() if node is None or node is self._root else self.createIndex(node.row, WHAT, node)


class FindingView(QTreeView):
    """Shows such a tree: who scrolls towards the last of the lines that are there, sees more of them come."""

    def __init__(self) -> None:
        super().__init__()
        looking = once_after(0, self._look, self)
        for signal in (self.verticalScrollBar().valueChanged, self.verticalScrollBar().rangeChanged):
            signal.connect(lambda *_: looking.start())

    def has_in_sight(self, height: int | None = None) -> bool:
        """The line in hand can be seen; as it was when there was so much height."""
        here = self.visualRect(self.currentIndex())
        return bool(here.isValid() and here.top() >= 0 and here.bottom() <= (self.viewport().height() if height is None else height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """The line in hand stays in sight where it was: what is told below of it may take more room."""
        seen = self.has_in_sight(event.oldSize().height())
        super().resizeEvent(event)
        if seen:
            self.scrollTo(self.currentIndex())

    def _look(self) -> None:
        model, index = self.model(), self.indexAt(QPoint(0, 0))
        while isinstance(model, FindingTree) and index.isValid() and self.visualRect(index).top() <= self.viewport().height():
            model.look_at(index)
            index = self.indexBelow(index)


def _ascending(numbers: Sequence[int]) -> set[int]:
    """The places of a longest part of different numbers that goes up."""
    if all(earlier < following for earlier, following in pairwise(numbers)):
        return set(range(len(numbers)))
    ends: list[int] = []  # the least number at which a part of each length may end, and its place
    indexes: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(indexes[length - 1] if length else -1)
        ends[length : length + 1], indexes[length : length + 1] = [number], [index]
    kept, index = set(), indexes[-1]
    while index >= 0:
        kept.add(index)
        index = before[index]
    return kept


def _number(nodes: Sequence[Node], start: int) -> None:
    for row in range(start, len(nodes)):
        nodes[row].row = row


def _root(nodes: Sequence[Node]) -> Node:
    return Node("", make=lambda: nodes, plans=nodes.plans if isinstance(nodes, PlanLines) else ())
