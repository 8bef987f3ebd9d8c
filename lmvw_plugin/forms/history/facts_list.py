# SPDX-License-Identifier: GPL-2.0-or-later
"""The facts of a comparison as a list, what needs a person on top as the comparison has it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from ...core.history.facts import Fact
from . import telling

FACT = Qt.ItemDataRole.UserRole


class FactList(QAbstractListModel):
    """One line for each fact."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.facts: list[Fact] = []

    def show(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        self.beginResetModel()
        self.facts = list(facts)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """One for each fact."""
        return 0 if parent.isValid() else len(self.facts)

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands there; nothing where Qt asks about no place, as of an empty list in which somebody types."""
        if not self.hasIndex(index.row(), index.column()):
            return None
        fact = self.facts[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return telling.line(fact)
        return {Qt.ItemDataRole.ToolTipRole: fact.reason, FACT: fact}.get(Qt.ItemDataRole(role))

    def index_of(self, fact: Fact | None) -> QModelIndex:
        """Where a fact about the same plans stands, or else the first that has one of them; no place when there is none."""
        if fact is None:
            return QModelIndex()
        rows = [row for row, fact_here in enumerate(self.facts) if (fact_here.then, fact_here.now) == (fact.then, fact.now)]
        rows += [row for row, fact_here in enumerate(self.facts) if {*fact_here.then} & {*fact.then} or {*fact_here.now} & {*fact.now}]
        return self.index(rows[0], 0) if rows else QModelIndex()
