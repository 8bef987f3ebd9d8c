# SPDX-License-Identifier: GPL-2.0-or-later
"""What a known format is: how it is recognised, how its rows become flat rows, and what the report says of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from ...basisset.peildatum import Peildatum
from ...basisset.prices.limits import PriceLimits
from ...feedback import breathing
from ..imported import Extra

_UUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")

Record = Mapping[str, object]
Grid = Mapping[int, Mapping[int, object]]  # row number, column number (both from 1) and the filled cells


@dataclass(slots=True)
class Flat:
    """The rows of a known format with one value per column, and per row what was left aside. Rows keep their order.

    ``remarks`` are sentences on what belongs to no row. ``places``: the records that each row was made of, with the one that
    gives the polygon first; empty when every record gave one row.
    """

    rows: list[dict[str, object]] = field(default_factory=list)
    extras: list[Extra] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    places: list[list[int]] = field(default_factory=list)

    @property
    def columns(self) -> list[str]:
        """All columns, in the order in which they appear."""
        return list(dict.fromkeys(column for row in breathing(self.rows) for column in row))


@dataclass(frozen=True, slots=True)
class KnownFormat:
    """A format. ``fills``: field and where it comes from; ``cannot``: sentences on what it does not hold or what was not used.

    ``recognise`` looks at the columns. ``flatten`` gets the records, the rows of a second table by the key of their plan,
    and the peildatum; None where the columns are flat as they are. A worksheet with a form of its own is recognised and
    flattened as a grid instead; each flat row then names the row of the sheet where its plan starts. ``priced`` gives the same
    format with its prices placed by the limits of a plan file; None where prices are no amounts.
    """

    title: str
    fills: tuple[tuple[str, str], ...]
    cannot: tuple[str, ...]
    recognise: Callable[[Sequence[str]], bool] = lambda columns: False
    flatten: Callable[[Sequence[Record], Mapping[str, Sequence[Record]], Peildatum], Flat] | None = None
    detail_table: str = ""
    detail_key: str = ""
    recognise_grid: Callable[[Grid], bool] | None = None
    flatten_grid: Callable[[Grid, Peildatum], tuple[list[int], Flat]] | None = None
    priced: Callable[[PriceLimits], KnownFormat] | None = None

    def with_limits(self, limits: PriceLimits) -> KnownFormat:
        """The format as it reads for a plan file with these price limits."""
        return self.priced(limits) if self.priced else self


def text_of(value: object) -> str:
    """A text, or nothing."""
    return value.strip() if isinstance(value, str) else ""


def uuid_of(value: object) -> str:
    """A key that stays the same over the years; nothing when it is a number or a word."""
    return text_of(value).lower() if _UUID.fullmatch(text_of(value)) else ""


def day_of(value: object) -> str | None:
    """A date, or a text that begins as ``2027-03-01``, as ISO text; anything else is no day that can be compared."""
    text = value.isoformat() if isinstance(value, date) else text_of(value)
    return text[:10] if _DAY.match(text) else None


def year_of(value: object) -> int | None:
    """The year of ``2027-03-01``, a date, or a year itself."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 1900 < value < 2200 else None
    text = str(value or "")[:4]
    return int(text) if text.isdecimal() and 1900 < int(text) < 2200 else None
