# SPDX-License-Identifier: GPL-2.0-or-later
"""What would change, as lines to tick: drawn when they come into sight, so that ten thousand plans are there at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt
from qgis.PyQt.QtGui import QFont
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ...core.basisset.peildatum import Peildatum
from ...core.i18n import number, tr
from ...core.importing.report.page import title
from ...core.names.comparing.forms import visible

_INDENT = "      "  # sets the fields of a plan apart from its name
_NAME, _OLD, _NEW, _WHY, _SENT, _WHO = range(6)
_TOLD = {_WHY: "reden", _SENT: "verstuurd", _WHO: "wie"}  # columns that are there only when a row has something for them
_IN_FULL = {_WHY: "reden", _WHO: "wie"}
_REASONS = 3  # named in one sentence
_LOOKED_AT = 200  # lines, for the width of a column
_WIDEST, _NARROW = 260, 120  # pixels of a value, alone and beside a reason; a long text has its tip

_Line = tuple[int, int, bool]  # the changes from, and up to, and whether it is a plan with its changes in the lines below


class ChangesModel(QAbstractTableModel):
    """A line for each plan, and under a plan that is there already one for each field. A tick at a plan goes for all its fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[dict[str, Any]] = []
        self._ticks = bytearray()
        self._lines: list[_Line] = []
        self._line_of_plan: list[int] = []
        self._peildatum: Peildatum | None = None
        self._title = cache(lambda veld: title(veld, self._peildatum) if self._peildatum else veld)
        self._bold = QFont()
        self._bold.setBold(True)

    def show_changes(self, rows: Sequence[dict[str, Any]], peildatum: Peildatum | None) -> None:
        """Take the list that the dry run wrote."""
        self.beginResetModel()
        self._peildatum = peildatum
        self._title.cache_clear()
        plans: dict[str, list[dict[str, Any]]] = {}
        for index, row in enumerate(rows):
            plans.setdefault(row["plan_id"] or f"nieuw {index}", []).append(row)
        self._rows, self._lines, self._line_of_plan = [], [], []
        for changes in plans.values():
            first, line = len(self._rows), len(self._lines)
            self._rows += changes
            self._line_of_plan += [line] * len(changes)
            if changes[0]["veld"] is None:
                self._lines.append((first, first + 1, False))
            else:
                self._lines.append((first, len(self._rows), True))
                self._lines += [(change, change + 1, False) for change in range(first, len(self._rows))]
        self._ticks = bytearray(bool(row["overnemen"]) for row in self._rows)
        self.endResetModel()

    def tells(self, key: str) -> bool:
        """Some lines have this: a reason why a person must look, who said it, what was sent."""
        return any(row.get(key) for row in self._rows)

    def tick_all(self, on: bool) -> None:
        """Take everything, or nothing. What a person must look at is only taken by its own tick, or that of its plan."""
        self._ticks = bytearray(on and (tick or not row.get("reden")) for row, tick in zip(self._rows, self._ticks, strict=True))
        if self._lines:
            self._tell(0, len(self._lines) - 1)

    def chosen(self) -> list[dict[str, Any]]:
        """The rows with the choice that was made."""
        return [{**row, "overnemen": bool(tick)} for row, tick in zip(self._rows, self._ticks, strict=True)]

    def counted(self) -> str:
        """How many are ticked, and of those that are not how many wait for a tick of their own, and why."""
        if not self._rows:
            return ""
        ticked = self._ticks.count(1)
        said = tr("{ticked} van {count} aangevinkt.").format(ticked=number(ticked), count=number(len(self._rows)))
        why = Counter(
            row["reden"].split(": ")[0] for row, tick in zip(self._rows, self._ticks, strict=True) if not tick and row.get("reden")
        )
        if not why:
            return said
        waiting = (
            tr("{count} wachten op een eigen vinkje: {reasons}.")
            if why.total() > 1
            else tr("{count} wacht op een eigen vinkje: {reasons}.")
        )
        reasons = [f"{reason} ({number(count)})" for reason, count in why.most_common(_REASONS)]
        others = why.total() - sum(count for _, count in why.most_common(_REASONS))
        if others:
            reasons.append(tr("om een andere reden ({count})").format(count=number(others)))
        return f"{said} {waiting.format(count=number(why.total()), reasons='; '.join(reasons))}"

    def told(self, line: int) -> str:
        """Why a line is not ticked and who says it, in full: columns may be too narrow for it."""
        first, _, is_plan = self._lines[line]
        row = {} if is_plan else self._rows[first]
        return "\n".join(
            f"{self.headerData(column, Qt.Orientation.Horizontal)}: {row[key]}" for column, key in _IN_FULL.items() if row.get(key)
        )

    # -- what Qt asks -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802  # Qt's name
        """Lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802  # Qt's name
        """Name, old, new, why a person must look, what was sent, and who says it."""
        return 0 if parent is not None and parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: N802  # Qt's name
        """What is in a column."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (tr("Plan en veld"), tr("Nu"), tr("Wordt"), tr("Waarom niet aangevinkt"), tr("Verstuurd"), tr("Wie"))[section]
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Every line can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == _NAME else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text, tick or font of a line; nothing where Qt asks about no place."""
        if not self.hasIndex(index.row(), index.column()):
            return None
        first, last, is_plan = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            text = self._text(self._rows[first], index.column(), is_plan)
            return text if role == Qt.ItemDataRole.DisplayRole else text.strip()
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == _NAME:
            ticked = self._ticks.count(1, first, last)
            if ticked in (0, last - first):
                return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
            return Qt.CheckState.PartiallyChecked
        if role == Qt.ItemDataRole.FontRole and index.column() == _NAME and (is_plan or self._rows[first]["veld"] is None):
            return self._bold
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # Qt's name
        """Tick a field, or all of a plan."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != _NAME:
            return False
        first, last, is_plan = self._lines[index.row()]
        self._ticks[first:last] = bytes([Qt.CheckState(value) != Qt.CheckState.Unchecked]) * (last - first)
        line = self._line_of_plan[first]
        self._tell(line, index.row() + (last - first if is_plan else 0))
        return True

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, _NAME), self.index(last, _NAME), [Qt.ItemDataRole.CheckStateRole])

    def _text(self, row: dict[str, Any], column: int, is_plan: bool) -> str:
        if is_plan:
            return str(row["plannaam"]) if column == _NAME else ""
        if column in _TOLD:
            return str(row.get(_TOLD[column], ""))
        if row["veld"] is None:
            return (str(row["plannaam"]), "", tr("nieuw plan"))[column]
        values = str(row["oud"]), str(row["nieuw"])
        if row["veld"] == "plannaam":  # two names may differ by what nobody sees
            values = visible(values[0]), visible(values[1])
        return (_INDENT + self._title(row["veld"]), *values)[column]


class ChangesTable(QTableView):
    """The lines, with a tick at each; what is unticked stays as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")
        self.setAccessibleName(tr("Wat er verandert"))
        self.lines = ChangesModel(self)
        self.setModel(self.lines)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)  # Tab goes on to the buttons
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.verticalHeader().minimumSectionSize())
        self.horizontalHeader().setResizeContentsPrecision(_LOOKED_AT)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        fitting = QHeaderView.ResizeMode.ResizeToContents
        stretched = QHeaderView.ResizeMode.Stretch
        for column, mode in ((_NAME, stretched), (_OLD, fitting), (_NEW, fitting), (_WHY, stretched), (_SENT, fitting), (_WHO, stretched)):
            self.horizontalHeader().setSectionResizeMode(column, mode)
        self.horizontalHeader().moveSection(_SENT, _OLD)  # in the order in which it happened

    def sizeHintForColumn(self, column: int) -> int:  # noqa: N802  # Qt's name
        """Long texts must not push the names out of sight."""
        return min(super().sizeHintForColumn(column), _WIDEST if self.isColumnHidden(_WHY) else _NARROW)

    def show_changes(self, rows: Sequence[dict[str, Any]], peildatum: Peildatum | None = None) -> None:
        """Fill the table from the list that the dry run wrote."""
        self.lines.show_changes(rows, peildatum)
        for column, key in _TOLD.items():
            self.setColumnHidden(column, not self.lines.tells(key))

    def tick_all(self, on: bool) -> None:
        """Take everything, or nothing."""
        self.lines.tick_all(on)

    def chosen(self) -> list[dict[str, Any]]:
        """The rows with the choice that was made."""
        return self.lines.chosen()
