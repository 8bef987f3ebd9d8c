# SPDX-License-Identifier: GPL-2.0-or-later
"""A price limit as a municipality types it: year, segment, limit, surcharge and source, judged against the limits that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from ...errors import LmvwError
from ...i18n import joined, tr
from .euros import euro, read_euro
from .limits import SEGMENTS, PriceLimit, price_limits, stated, surcharge_of

_YEARS = range(2020, 2051)  # of deliveries: the Basisset begins in 2024, and a slip of the finger is none of them
_FACTOR = 2  # a limit never doubled or halved in the years between two deliveries; rent for price, or a zero more, does much more
_MOST_EXTRA = 50  # per cent
YEAR, SEGMENT, AMOUNT, EXTRA, SOURCE = range(5)  # the columns of a row


class NotALimit(LmvwError):
    """What is typed cannot be a limit; ``column`` is where."""

    def __init__(self, column: int, sentence: str) -> None:
        super().__init__(sentence)
        self.column = column


@dataclass(frozen=True, slots=True)
class Typed:
    """A row as it is typed. ``before``: the statement that it was when it was opened."""

    year: str
    segment: str
    amount: str = ""
    extra: str = ""
    source: str = ""
    before: PriceLimit | None = None

    @classmethod
    def of(cls, price_limit: PriceLimit) -> Typed:
        """A statement to be edited."""
        return cls(
            str(price_limit.year), price_limit.segment, euro(price_limit.amount), price_limit.percent, price_limit.source, price_limit
        )

    @classmethod
    def asked(cls, year: int, segment: str) -> Typed:
        """A row that waits for its amount, with the surcharge that the Basisset lets come on top."""
        usual, _ = surcharge_of(segment)
        return cls(str(year), segment, extra=f"{usual:f}" if usual else "")

    @property
    def name(self) -> str:
        """Segment and year."""
        return tr("{segment} {year}").format(segment=tr(SEGMENTS[self.segment]), year=self.year.strip())

    @property
    def is_empty(self) -> bool:
        """Nothing is stated yet."""
        return self.before is None and not self.amount.strip() and not self.source.strip()

    def with_segment(self, segment: str) -> Typed:
        """Of another segment; a surcharge that nobody typed goes with it."""
        usual = Typed.asked(0, self.segment).extra
        return replace(self, segment=segment, extra=Typed.asked(0, segment).extra if self.extra == usual else self.extra)

    def read(self, by: str, today: date) -> PriceLimit | None:
        """The statement; what was not changed keeps who made it and when. None when nothing is stated.

        :raises NotALimit: when it cannot be one, or it is not said where it comes from and who states it.
        """
        if self.is_empty:
            return None
        year, amount = self._year(), self._amount()
        _require_likely(self, year, amount)
        extra, source = self._extra(), " ".join(self.source.split())
        if not source:
            raise NotALimit(SOURCE, tr("{name}: geef bij het bedrag ook de bron op.").format(name=self.name))
        if self.before is not None:
            same = stated(self.segment, year, amount, source, self.before.by, self.before.on or today, extra)
            if same == self.before:
                return same
        if not by.strip():
            raise NotALimit(AMOUNT, tr("{name}: zeg bij ‘Opgegeven door’ wie deze grens opgeeft.").format(name=self.name))
        return stated(self.segment, year, amount, source, by.strip(), today, extra)

    def _year(self) -> int:
        typed = self.year.strip()
        if not (typed.isascii() and typed.isdecimal() and int(typed[:9]) in _YEARS):
            words = tr("‘{text}’ is geen jaar van een levering; schrijf {first} tot en met {last}.")
            raise NotALimit(YEAR, words.format(text=typed, first=_YEARS[0], last=_YEARS[-1]))
        return int(typed)

    def _amount(self) -> Decimal:
        try:
            amount = read_euro(self.amount)
        except LmvwError as error:
            raise NotALimit(AMOUNT, f"{self.name}: {error}") from None
        if amount is None:
            raise NotALimit(AMOUNT, tr("{name}: het bedrag ontbreekt.").format(name=self.name))
        return amount

    def _extra(self) -> Decimal:
        typed = self.extra.replace("%", "").strip()
        try:
            extra = Decimal(typed.replace(",", ".") or 0)
            if not 0 <= extra <= _MOST_EXTRA:
                raise InvalidOperation
        except InvalidOperation:
            words = tr("{name}: ‘{text}’ is geen opslag; schrijf een percentage, zoals 10, of niets.")
            raise NotALimit(EXTRA, words.format(name=self.name, text=self.extra.strip())) from None
        if extra and not surcharge_of(self.segment)[0]:
            words = tr("{name}: de Basisset kent hier geen opslag; maak die cel leeg.")
            raise NotALimit(EXTRA, words.format(name=self.name))
        return extra


def _require_likely(typed: Typed, year: int, amount: Decimal) -> None:
    """The amount is about what the limit of the nearest year is that the plugin knows.

    :raises NotALimit: when it is far from it.
    """
    known = [limit for limit in price_limits().values() if limit.segment == typed.segment]
    if not known:
        return
    near = min(known, key=lambda limit: (abs(limit.year - year), -limit.year))
    if near.amount / _FACTOR <= amount <= near.amount * _FACTOR:
        return
    words = tr("{name}: {amount} kan niet kloppen, want de grens van {year} is {known}.")
    sentence = words.format(name=typed.name, amount=euro(amount), year=near.year, known=euro(near.amount))
    meant = [guess for factor in (1000, 100, 10) for guess in (amount * factor, amount / factor)]
    likely = next((guess for guess in meant if near.amount / _FACTOR <= guess <= near.amount * _FACTOR), None)
    if likely is not None:
        sentence += " " + tr("Bedoelt u {amount}?").format(amount=euro(likely))
    raise NotALimit(AMOUNT, sentence)


def read_rows(rows: Mapping[int, Typed], by: str, today: date) -> tuple[dict[int, PriceLimit], dict[int, NotALimit]]:
    """What is stated in the rows, and what is wrong, by the place of the row, from 0; a person counts from 1."""
    said: dict[int, PriceLimit] = {}
    wrong: dict[int, NotALimit] = {}
    for number, row in rows.items():
        try:
            limit = row.read(by, today)
        except NotALimit as error:
            wrong[number] = error
        else:
            if limit is not None:
                said[number] = limit
    together: dict[tuple[str, int], list[int]] = {}
    for number, limit in said.items():
        together.setdefault((limit.segment, limit.year), []).append(number)
    for numbers in together.values():
        if len(numbers) > 1:
            each = joined(
                tr("in rij {number} ({amount})").format(number=number + 1, amount=euro(said[number].amount)) for number in numbers
            )
            words = tr("{name} staat er meer dan één keer: {each}; verwijder wat niet geldt.").format(name=rows[numbers[0]].name, each=each)
            wrong |= {number: NotALimit(YEAR, words) for number in numbers}
    return {number: limit for number, limit in said.items() if number not in wrong}, wrong
