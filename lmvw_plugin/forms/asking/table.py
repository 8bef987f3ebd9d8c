# SPDX-License-Identifier: GPL-2.0-or-later
"""The table below a question: the plans that lack the answer, and those that got it here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from qgis.PyQt.QtCore import QAbstractTableModel, QEvent, QItemSelectionModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QFont, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ...core.asking.answers import NOT_KNOWN
from ...core.asking.explaining import shown
from ...core.asking.questions import Plans
from ...core.i18n import number, tr
from ...layers.planfile.tables.answer_history import Kept

NAME, STATUS, BRUTO, LEFT, ANSWER = range(5)
_NAME = 20  # letters of a name that are always in sight
_MEASURED = 100  # rows that a column is made wide enough for
_ROLES = frozenset(  # Qt asks many more of each cell
    getattr(Qt.ItemDataRole, f"{role}Role") for role in ("Edit", "Display", "ToolTip", "TextAlignment", "Font")
)
Unknown = Mapping[tuple[str, str], Kept]


class PlanTable(QAbstractTableModel):
    """A row for each plan. ``answered`` is called with a row's plan and what was typed for it; it says whether that was an answer."""

    def __init__(self, answered: Callable[[int, str], bool]) -> None:
        super().__init__()
        self._answered = answered
        self._headings = (tr("Plan"), tr("Status"), tr("Bruto"), tr("Open"), tr("Antwoord"))
        self._plans: Plans | None = None
        self._unknown: Unknown = {}
        self.veld, self.rows = "", list[int]()

    def show(self, plans: Plans | None, veld: str, rows: Sequence[int], unknown: Unknown) -> None:
        """Other rows, or the same with other answers."""
        same = plans is self._plans and veld == self.veld and list(rows) == self.rows
        self._unknown = unknown
        if same:
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, ANSWER))
            return
        self.beginResetModel()
        self._plans, self.veld, self.rows = plans, veld, list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """How many plans."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: N802, B008  # Qt's name and signature
        """What is shown of each."""
        return 0 if parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802  # Qt's name
        """The headings; the rows have none."""
        across = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headings[section] if across else None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        """Only the answer can be typed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == ANSWER else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands there."""
        if role not in _ROLES or self._plans is None or not index.isValid() or self.rows[index.row()] not in self._plans:
            return None
        key, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.EditRole:
            return shown(self.veld, self._plans[key].get(self.veld))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(key, column) if role == Qt.ItemDataRole.DisplayRole else self._tip(key, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (BRUTO, LEFT):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole and column == ANSWER and self._plans.is_open(key, self.veld):
            font = QFont()
            font.setItalic(True)
            return font
        return None

    def _words(self, key: int, column: int) -> str:
        if self._plans is None:
            return ""
        plan = self._plans[key]
        if column == ANSWER:
            return shown(self.veld, plan.get(self.veld)) or self._not_known(key) or self._proposed(key)
        if column == LEFT:
            return number(len(self._plans.open[key]))
        raw = plan.get({NAME: "plannaam", STATUS: "planstatus", BRUTO: "bruto_totaal"}[column])
        if column == NAME:
            return str(raw or tr("(zonder naam)"))
        return "" if raw is None else number(raw) if isinstance(raw, int) else str(raw)

    def _not_known(self, key: int) -> str:
        """Who was asked, and when; nothing of a plan that nobody was asked about."""
        said = self._unknown.get((str(self._plans[key].get("plan_id") or ""), self.veld)) if self._plans is not None else None
        return tr("{words} ({who}, {moment})").format(words=tr(NOT_KNOWN), who=said.wie, moment=said.moment) if said else ""

    def _proposed(self, key: int) -> str:
        """What it probably is, in words that nobody takes for an answer."""
        proposal = self._plans.proposals[key].get(self.veld) if self._plans is not None else None
        return tr("{value} (voorstel)").format(value=shown(self.veld, proposal.value)) if proposal else ""

    def _tip(self, key: int, column: int) -> str:
        """What a column that is narrow has no room for: what a planstatus is, the reason of a proposal."""
        status = shown("planstatus", self._plans[key].get("planstatus")) if self._plans is not None and column == STATUS else ""
        return status or self._why(key, column) or self._words(key, column)

    def _why(self, key: int, column: int) -> str:
        """The reason of a proposal."""
        proposal = self._plans.proposals[key].get(self.veld) if self._plans is not None and column == ANSWER else None
        return tr("{proposal}, want {reason}").format(proposal=self._proposed(key), reason=proposal.reason) if proposal else ""

    def setData(self, index: QModelIndex, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802  # Qt's name
        """An answer was typed."""
        return role == Qt.ItemDataRole.EditRole and index.column() == ANSWER and self._answered(self.rows[index.row()], str(value))


class AnswerView(QTableView):
    """The table itself: what is typed goes into the column of answers, and Ctrl+V pastes there."""

    pasted = pyqtSignal(str)

    def __init__(self, model: PlanTable) -> None:
        super().__init__()
        self.setObjectName("question_plans")
        self.setAccessibleName(tr("De plannen waar het antwoord ontbreekt"))
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed | triggers.AnyKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)  # a row has one line: of a name that is broken off after its first word nobody knows which it is
        self.verticalHeader().hide()
        # Of the choice in the table Qt asks every cell whether it may be chosen, to paint a heading: rows are chosen here, never a column.
        self.horizontalHeader().setSelectionModel(QItemSelectionModel(model, self))
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setSectionResizeMode(ANSWER, QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().resizeSection(ANSWER, self.fontMetrics().averageCharWidth() * 11)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)
        model.modelReset.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  # Qt's name
        """In a narrow panel the name of the plan goes first."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._make_room()

    def _make_room(self) -> None:
        """Leave out what fits no more beside the name and the answer; the panel gives it back when it is wider."""
        header = self.horizontalHeader()
        header.resizeSection(
            ANSWER, max(header.sectionSize(ANSWER), header.sectionSizeHint(ANSWER))
        )  # a theme may want more for its heading
        room = self.viewport().width() - header.sectionSize(ANSWER) - self.fontMetrics().averageCharWidth() * _NAME
        for column in (STATUS, BRUTO, LEFT):
            self.setColumnHidden(column, False)  # of one that is hidden Qt says that its heading needs no room
            room -= max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
            self.setColumnHidden(column, room < 0)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: N802  # Qt's name
        """Whatever column was clicked, it is the answer that is typed."""
        super().currentChanged(current, previous)
        if current.isValid() and current.column() != ANSWER:
            answer = current.siblingAtColumn(ANSWER)
            self.selectionModel().setCurrentIndex(answer, QItemSelectionModel.SelectionFlag.NoUpdate)

    def event(self, event: QEvent) -> bool:
        """Ctrl+V is ours here: QGIS would paste a feature."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Paste):
            event.accept()
            return True
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Paste, or what a table does with a key."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        else:
            super().keyPressEvent(event)


def stretches(chosen: Iterable[bool]) -> Iterator[tuple[int, int]]:
    """Where rows that are chosen begin, and the row after their last: Qt takes a stretch for one choice, however many rows it has."""
    start = 0
    for is_chosen, rows in groupby(chosen):
        beyond = start + sum(1 for _ in rows)
        if is_chosen:
            yield start, beyond
        start = beyond
