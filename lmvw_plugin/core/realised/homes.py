# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings of the BAG: their statuses, and whether each came between two peildata (Basisset 2.0, Gerealiseerd)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property

from ..basisset.peildatum import Peildatum

DWELLING = "woonfunctie"  # the gebruiksdoel of a dwelling


class Stand(Enum):
    """What a status says of a dwelling."""

    USED = "in use: the three statuses of a plan that is gerealiseerd"
    COMING = "permitted or being built"
    IDLE = "there, and not in use"
    GONE = "no longer there, or never made"


class Status(Enum):
    """The statuses of a verblijfsobject (catalogus BAG 2018), by the column that counts them; ``value[0]`` is the word of the BAG."""

    IN_GEBRUIK = ("Verblijfsobject in gebruik", Stand.USED)
    NIET_INGEMETEN = ("Verblijfsobject in gebruik (niet ingemeten)", Stand.USED)
    VERBOUWING = ("Verbouwing verblijfsobject", Stand.USED)
    GEVORMD = ("Verblijfsobject gevormd", Stand.COMING)
    BUITEN_GEBRUIK = ("Verblijfsobject buiten gebruik", Stand.IDLE)
    INGETROKKEN = ("Verblijfsobject ingetrokken", Stand.GONE)
    NIET_GEREALISEERD = ("Niet gerealiseerd verblijfsobject", Stand.GONE)
    TEN_ONRECHTE = ("Verblijfsobject ten onrechte opgevoerd", Stand.GONE)
    ANDERE_STATUS = ("Andere status", Stand.IDLE)  # a word that the catalogue does not have: nobody can say that it is in use

    @property
    def column(self) -> str:
        """Its column in the outcome."""
        return self.name.lower()

    @property
    def word(self) -> str:
        """What the BAG calls it."""
        return self.value[0]

    @property
    def stand(self) -> Stand:
        """What it says of the dwelling."""
        return self.value[1]


def _key(word: str) -> str:
    return " ".join(word.casefold().replace("verblijfsobject", " ").split())


_STATUSES = {_key(status.word): status for status in Status}


def status_of(word: object) -> Status:
    """The status of a word in a file: some leave ``Verblijfsobject`` out."""
    return _STATUSES.get(_key(str(word or "")), Status.ANDERE_STATUS)


@dataclass(frozen=True, slots=True)
class Home:
    """A verblijfsobject with woonfunctie. ``bouwjaar``: of its pand. ``came``: the day on which it became a dwelling in use, where that is known."""

    status: Status
    bouwjaar: int | None = None
    came: date | None = None

    @property
    def year(self) -> int | None:
        """The year in which it came, as far as the BAG tells."""
        return self.came.year if self.came else self.bouwjaar


class When(Enum):
    """When a dwelling came, beside two peildata."""

    BEFORE = 0
    BETWEEN = 1
    MAYBE = 2  # the bouwjaar is a year, and a peildatum lies in it
    AFTER = 3
    UNKNOWN = 4


@dataclass(frozen=True, slots=True)
class Period:
    """From the peildatum of the last delivery up to that of this one."""

    since: Peildatum
    until: Peildatum

    def when(self, home: Home) -> When:
        """When a dwelling came."""
        year = home.year
        if year is None:
            return When.UNKNOWN
        first, last = (home.came, home.came) if home.came else (date(year, 1, 1), date(year, 12, 31))
        if last < self.since.date:
            return When.BEFORE
        if first >= self.until.date:
            return When.AFTER
        return When.BETWEEN if first >= self.since.date and last < self.until.date else When.MAYBE


@dataclass(frozen=True)
class Homes:
    """The dwellings in one polygon."""

    of: Sequence[Home]

    @cached_property
    def there(self) -> list[Home]:
        """Those that the BAG still knows."""
        return [home for home in self.of if home.status.stand is not Stand.GONE]

    @cached_property
    def used(self) -> list[Home]:
        """Those in use."""
        return [home for home in self.of if home.status.stand is Stand.USED]

    def count(self, stand: Stand) -> int:
        """How many stand so."""
        return sum(home.status.stand is stand for home in self.of)

    @property
    def per_status(self) -> Counter[Status]:
        """How many of each status."""
        return Counter(home.status for home in self.of)


def per_year(homes: Iterable[Home]) -> dict[int | None, int]:
    """How many came in each year, in order; what has none comes last."""
    counts = Counter(home.year for home in homes)
    return {year: counts[year] for year in sorted(counts, key=lambda year: (year is None, year or 0))}
