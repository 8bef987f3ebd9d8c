# SPDX-License-Identifier: GPL-2.0-or-later
"""The reference date of a delivery and the real years of its phasing (Dataprotocol art. 10, Basisset "Algemeen")."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Date  # noqa: N812  # the field below is called date

from ..errors import LmvwError
from ..i18n import day, tr

YEARS = 10  # single years reported
PERIODS = 2  # periods after them
PERIOD_LENGTH = 5  # years in a period


@dataclass(frozen=True, order=True, slots=True)
class Peildatum:
    """A valid reference date: 1 January (voorjaarslevering) or 1 July (najaarslevering)."""

    date: Date

    def __post_init__(self) -> None:
        """Only the two days that the LMVW knows.

        :raises LmvwError: when it is not 1 January or 1 July (Dataprotocol art. 10).
        """
        if (self.date.month, self.date.day) not in ((1, 1), (7, 1)):
            raise LmvwError(
                tr("Peildatum {date} bestaat niet in de LMVW; kies 1 januari of 1 juli (Dataprotocol art. 10).").format(date=day(self.date))
            )

    @classmethod
    def parse(cls, text: str) -> Peildatum:
        """From ``YYYY-MM-DD``.

        :raises LmvwError: when the text is not a date, or not 1 January or 1 July.
        """
        try:
            return cls(Date.fromisoformat(text.strip()[:10]))
        except ValueError:
            raise LmvwError(
                tr("‘{text}’ is geen datum; schrijf de peildatum als jjjj-mm-dd, bijvoorbeeld 2026-01-01.").format(text=text)
            ) from None

    @classmethod
    def current(cls, today: Date) -> Peildatum:
        """The latest reference date on or before a day: the delivery that is being worked on."""
        return cls(Date(today.year, 7 if today.month >= 7 else 1, 1))

    @property
    def year(self) -> int:
        """First reported year."""
        return self.date.year

    @property
    def next(self) -> Peildatum:
        """The reference date of the delivery after this one, half a year later."""
        return Peildatum(Date(self.year, 7, 1) if self.date.month == 1 else Date(self.year + 1, 1, 1))

    @property
    def previous(self) -> Peildatum:
        """The reference date of the delivery before this one."""
        return Peildatum(Date(self.year, 1, 1) if self.date.month == 7 else Date(self.year - 1, 7, 1))

    @property
    def delivery_name(self) -> str:
        """What the delivery is called in the Dataprotocol."""
        return tr("voorjaarslevering") if self.date.month == 1 else tr("najaarslevering")

    @property
    def extraction(self) -> Date:
        """The day on which what the municipality has is taken (Dataprotocol art. 10.a and 10.b)."""
        return Date(self.year, 4 if self.date.month == 1 else 10, 1)

    @property
    def delivery_words(self) -> str:
        """The delivery with its extraction: ``voorjaarslevering, extractie 1 april 2026``."""
        return tr("{name}, extractie {day}").format(name=self.delivery_name, day=day(self.extraction))

    @property
    def words(self) -> str:
        """As people write it: ``1 januari 2026``."""
        return day(self.date)

    @property
    def in_full(self) -> str:
        """``1 januari 2026 (voorjaarslevering, extractie 1 april 2026)``: the delivery as a user chooses and sees it."""
        return f"{self.words} ({self.delivery_words})"

    @property
    def asks_rest_capacity(self) -> bool:
        """In autumn the municipality says whether the first half of the year is left out already (Invultip 3)."""
        return self.date.month == 7

    def span(self, slot: int) -> tuple[int, int]:
        """First and last calendar year of a phasing slot: 0..9 are single years, 10 and 11 five-year periods."""
        if slot < YEARS:
            return self.year + slot, self.year + slot
        first = self.year + YEARS + (slot - YEARS) * PERIOD_LENGTH
        return first, first + PERIOD_LENGTH - 1

    def halves(self, slot: int) -> range:
        """The half years of a slot, counted from the year 0: on 1 July the first half of the first year is over (Invultip 3)."""
        first, last = self.span(slot)
        return range(2 * first + (self.asks_rest_capacity and slot == 0), 2 * last + 2)

    @property
    def half(self) -> int:
        """The half year that begins on it, counted from the year 0."""
        return self.halves(0)[0]

    def years(self, slot: int) -> str:
        """The same as people write it: ``2026``, or ``2036 t/m 2040``."""
        first, last = self.span(slot)
        return str(first) if first == last else through(first, last)

    def __str__(self) -> str:
        return self.date.isoformat()


def through(first: int, last: int) -> str:
    """Some years in words: the last is one of them, which a dash would not say."""
    return tr("{first} t/m {last}").format(first=first, last=last)
