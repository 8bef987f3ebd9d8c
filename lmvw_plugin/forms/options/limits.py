# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of price limits: official ones to read, and the municipality's own, which are added, edited in place and removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QShortcut, QVBoxLayout, QWidget

from ...core.basisset.prices.limits import SEGMENTS, PriceLimit, PriceLimits
from ...core.basisset.prices.own_limits import AMOUNT, EXTRA, SEGMENT, YEAR, NotALimit, Typed, read_rows
from ...core.i18n import day, tr
from .cells import LimitCells

_TYPED = ("year", "segment", "amount", "extra", "source")
Row = PriceLimit | Typed
_NO_YEAR = 10_000


class LimitTable(QWidget):
    """``year``: of which an unknown limit waits for its amount. ``said_by``: who states what is new here. ``offered``: what the user
    stated elsewhere and is not stated here.
    """

    def __init__(
        self,
        limits: PriceLimits,
        year: int,
        asks: bool,
        said_by: str = "",
        offered: Sequence[PriceLimit] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._year, self._offered = year, offered
        self._past: list[tuple[Row, ...]] = []
        asked = [Typed.asked(year, segment) for segment in limits.unknown(year)] if asks else []
        known = [price_limit if price_limit.on is None else Typed.of(price_limit) for price_limit in limits.known()]
        self._rows = _in_order((*asked, *known))
        self._asks = asks
        self.cells = LimitCells()
        self.cells.typed.connect(self._typed)
        self.cells.currentCellChanged.connect(self._offer_remove)
        self.problem = QLabel()
        self.problem.setObjectName("limits_problem")
        self.problem.setWordWrap(True)
        self.open_ = QLabel()
        self.open_.setObjectName("limits_open")
        self.open_.setWordWrap(True)
        self.by = QLineEdit(said_by)
        self.by.setObjectName("limit_by")
        self.by.setPlaceholderText(tr("Uw naam of afdeling; blijft in het planbestand en wordt niet geleverd"))
        self.by.textChanged.connect(self._judge)
        self._lay_out()
        self._show(self._rows)

    def _lay_out(self) -> None:
        self.add = _button(tr("Grens toevoegen"), "limit_add", self._add)
        self.remove = _button(tr("Eigen grens verwijderen"), "limit_remove", self._remove)
        self.undo = _button(tr("Ongedaan maken"), "limit_undo", self._undo)
        self.take = _button(tr("Overnemen uit uw opties"), "limit_take", self._take)
        self.take.setVisible(bool(self._offered))
        beside = QHBoxLayout()
        for button in (self.add, self.remove, self.undo, self.take):
            beside.addWidget(button)
        beside.addStretch(1)
        who = QFormLayout()
        who.addRow(tr("Opgegeven door"), self.by)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.cells)
        whole.addLayout(beside)
        whole.addWidget(self.open_)
        whole.addWidget(self.problem)
        whole.addLayout(who)
        key = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self.cells)
        key.activated.connect(self._undo)

    def ask(self) -> None:
        """Put the cursor where an amount is waited for."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Typed) and not row.amount.strip():
                self.cells.write_in(number, AMOUNT)
                return

    def arrange(self) -> None:
        """Put the rows in their order; nothing is being typed."""
        self._show(_in_order(self._rows))

    def stated(self, today: date) -> PriceLimits:
        """The municipality's own limits as they stand in the table.

        :raises NotALimit: when one of them cannot be understood.
        """
        self.cells.finish()
        said, wrong = self._read(today)
        for error in wrong.values():
            raise error
        return PriceLimits(tuple(said.values()))

    def mend(self, error: NotALimit) -> None:
        """Put the cursor where something is wrong."""
        _, wrong = self._read(date.today())
        number = next((number for number, other in wrong.items() if str(other) == str(error)), None)
        if number is not None:
            self.cells.write_in(number, error.column)

    def _read(self, today: date) -> tuple[dict[int, PriceLimit], dict[int, NotALimit]]:
        own = {number: row for number, row in enumerate(self._rows) if isinstance(row, Typed)}
        return read_rows(own, self.by.text(), today)

    # -- what it looks like -------------------------------------------------------------------------------------

    def _show(self, rows: tuple[Row, ...]) -> None:
        self._rows = rows
        self.cells.fill([row if isinstance(row, Typed) else Typed.of(row) for row in rows], [isinstance(row, Typed) for row in rows])
        self._judge()

    def _judge(self, *_: object) -> None:
        """Whether each row counts, in words, and what is wrong first."""
        said, wrong = self._read(date.today())
        limits = PriceLimits(tuple(said.values()))
        for number, row in enumerate(self._rows):
            limit = said.get(number) if isinstance(row, Typed) else row
            standing, verdict = (tr("eigen opgave"), tr("nog niet ingevuld")) if limit is None else (limit.standing, limits.verdict(limit))
            tip = f"{limit.by}, {day(limit.on)}" if limit is not None and limit.on else ""
            self.cells.tell(number, standing, tr("klopt nog niet") if number in wrong else verdict, tip)
        unknown = tr(" en ").join(tr(SEGMENTS[segment]).lower() for segment in limits.unknown(self._year)) if self._asks else ""
        self.open_.setText(tr("Nog niet opgegeven voor {year}: {segments}.").format(year=self._year, segments=unknown))
        self.open_.setVisible(bool(unknown))
        self.problem.setText(str(next(iter(wrong.values()), "")))
        self.problem.setVisible(bool(wrong))
        self.undo.setEnabled(bool(self._past))
        self._offer_remove()

    def _offer_remove(self, *_: object) -> None:
        at = self.cells.currentRow()
        self.remove.setEnabled(0 <= at < len(self._rows) and isinstance(self._rows[at], Typed))

    # -- what the user does -------------------------------------------------------------------------------------

    def _typed(self, at: int, column: int, text: str) -> None:
        row = self._rows[at]
        if not isinstance(row, Typed) or getattr(row, _TYPED[column]) == text:
            return
        new = row.with_segment(text) if column == SEGMENT else replace(row, **{_TYPED[column]: text})
        self._past.append(self._rows)
        self._rows = (*self._rows[:at], new, *self._rows[at + 1 :])
        self.cells.say(at, EXTRA, new.extra)
        self._judge()

    def _change(self, rows: tuple[Row, ...]) -> None:
        self._past.append(self._rows)
        self._show(rows)

    def _add(self) -> None:
        """A row of its own, on top; its year is the first to be typed."""
        self.cells.finish()
        self._change((Typed.asked(self._year, next(iter(SEGMENTS))), *_in_order(self._rows)))
        self.cells.write_in(0, YEAR)

    def _remove(self) -> None:
        self.cells.finish()
        at = self.cells.currentRow()
        if 0 <= at < len(self._rows) and isinstance(self._rows[at], Typed):
            self._change(_in_order((*self._rows[:at], *self._rows[at + 1 :])))
            self.cells.setCurrentCell(min(at, len(self._rows) - 1), YEAR)

    def _undo(self) -> None:
        self.cells.finish()
        if self._past:
            at = self.cells.currentRow(), self.cells.currentColumn()
            self._show(self._past.pop())
            self.cells.setCurrentCell(min(at[0], len(self._rows) - 1), at[1])

    def _take(self) -> None:
        """What the user stated elsewhere comes in place of what is stated of the same segment and year."""
        self.cells.finish()
        keys = {(str(price_limit.year), price_limit.segment) for price_limit in self._offered}
        rest = (row for row in self._rows if not isinstance(row, Typed) or (row.year.strip(), row.segment) not in keys)
        self._change(_in_order((*map(Typed.of, self._offered), *rest)))
        first = next((number for number, row in enumerate(self._rows) if isinstance(row, Typed) and row.before in self._offered), 0)
        self.cells.setCurrentCell(first, AMOUNT)


def _in_order(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The latest year on top, and in a year the segments as the Basisset has them; what has no year yet comes first."""
    segments = list(SEGMENTS)

    def sort_key(row: Row) -> tuple[int, int]:
        year = str(row.year).strip()
        return (-int(year) if year.isascii() and year.isdecimal() else -_NO_YEAR), segments.index(row.segment)

    return tuple(sorted(rows, key=sort_key))


def _button(title: str, name: str, job: Callable[[], None]) -> QPushButton:
    button = QPushButton(title)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.clicked.connect(lambda _=False: job())
    return button
