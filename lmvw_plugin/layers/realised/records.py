# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of the BAG as dwellings: the spellings of the columns that files use, and what of an object's history is now."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ...core.realised.homes import DWELLING, Home, Stand, status_of

# By what a column means, how others call it; without case and underscores. PDOK's file bag-light.gpkg, table verblijfsobject: identificatie, status,
# gebruiksdoel, bouwjaar, pand_identificatie (as read by github.com/anonymate-nl/anonymate, src/anonymate/store.py); its service, feature type
# bag:verblijfsobject: the same but for pandidentificatie (https://service.pdok.nl/lv/bag/wfs/v2_0). NLExtract: ``pandRef``, ``doel``; older
# extracts: ``einddatumTijdvakGeldigheid``.
_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("identificatie", "id"),
    "status": ("status", "verblijfsobjectstatus"),
    "doel": ("gebruiksdoel", "gebruiksdoelverblijfsobject", "gebruiksdoelen", "doel"),
    "pand": ("pandidentificatie", "pandref", "pand", "pandrelatering", "gerelateerdpand"),
    "bouwjaar": ("bouwjaar", "oorspronkelijkbouwjaar", "pandbouwjaar"),
    "begin": ("begingeldigheid", "begin", "begindatumtijdvakgeldigheid"),
    "eind": ("eindgeldigheid", "eind", "einddatumtijdvakgeldigheid"),
    "vervangen": ("eindregistratie",),
    "inactief": ("tijdstipinactief",),
    "nietbag": ("tijdstipnietbaglv",),
}
_ENDS = ("eind", "vervangen", "inactief", "nietbag")
_ID = re.compile(r"\d{16}")
_FIRST, _LAST = 1000, 2100  # 9999 stands in the BAG for a bouwjaar that nobody knows

Row = Mapping[str, object]
Spot = tuple[float, float]


def meanings(columns: Iterable[str]) -> dict[str, str]:
    """By meaning, the column of a file that has it."""
    plain = {column.casefold().replace("_", ""): column for column in columns}
    column_of = {meaning: next((plain[name] for name in names if name in plain), None) for meaning, names in _SPELLINGS.items()}
    return {meaning: column for meaning, column in column_of.items() if column is not None}


@dataclass(frozen=True, slots=True)
class Record:
    """One row about a verblijfsobject, at its point in RD."""

    key: str
    home: Home
    dwelling: bool
    panden: tuple[str, ...]
    begin: str
    ended: bool
    spot: Spot


def record_of(row: Row, spot: Spot) -> Record:
    """A row by meaning of its columns."""
    home = Home(status_of(row.get("status")), year_of(row.get("bouwjaar")))
    return Record(
        id_of(row.get("id")),
        home,
        DWELLING in str(row.get("doel") or "").casefold(),
        tuple(_ID.findall(str(row.get("pand") or ""))),
        re.sub(r"\D", "", str(row.get("begin") or ""))[:8],
        is_ended(row),
        spot,
    )


def is_ended(row: Row) -> bool:
    """It is of the history: another row has taken its place, or it was never right."""
    return any(row.get(name) not in (None, "") for name in _ENDS)


def id_of(value: object) -> str:
    """The sixteen digits, whatever stands before them."""
    text = str(value or "")
    match = _ID.search(text)
    return match[0] if match else text


def year_of(value: object) -> int | None:
    """The bouwjaar; None where there is none."""
    text = str(value or "").strip()
    return int(text) if text.isdecimal() and _FIRST <= int(text) <= _LAST else None


@dataclass(frozen=True)
class Stock:
    """Dwellings with their points (n by 2, metres in RD), in the same order. ``undated``: some have no bouwjaar."""

    homes: Sequence[Home]
    points: NDArray[np.float64]

    @property
    def undated(self) -> bool:
        """Nobody knows of some of them when they came."""
        return any(home.year is None for home in self.homes)


def stock_of(records: Iterable[Record], years: Callable[[], Mapping[str, int]] = dict) -> Stock:
    """The dwellings as they are now, each once.

    :param years: the bouwjaar of each pand; asked for only when a dwelling has none of its own.
    """
    history: dict[str, list[Record]] = {}
    for number, record in enumerate(records):
        history.setdefault(record.key or f"#{number}", []).append(record)
    now = [record for record in map(_now, history.values()) if record is not None]
    known = years() if any(record.home.bouwjaar is None for record in now) else {}
    homes = [_dated(record, known) for record in now]
    return Stock(homes, np.array([record.spot for record in now], float).reshape(-1, 2))


def _now(history: list[Record]) -> Record | None:
    """The row that holds, if it is of a dwelling; with the day on which it became one in use, where an earlier row tells that it was not."""
    ordered = sorted(history, key=lambda record: record.begin)
    current = next((record for record in reversed(ordered) if not record.ended), None)
    if current is None or not current.dwelling:
        return None
    came = ""
    for before, after in pairwise(ordered[: ordered.index(current) + 1]):
        if not _is_used(after):
            came = ""
        elif not _is_used(before):
            came = after.begin
    home = Home(current.home.status, current.home.bouwjaar, _day(came))
    return Record(current.key, home, True, current.panden, current.begin, False, current.spot)


def _is_used(record: Record) -> bool:
    return record.dwelling and record.home.status.stand is Stand.USED


def _day(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def _dated(record: Record, years: Mapping[str, int]) -> Home:
    """With the bouwjaar of its pand; of several panden the oldest, for what stood there must not look new."""
    if record.home.bouwjaar is not None:
        return record.home
    built = [years[pand] for pand in record.panden if pand in years]
    return Home(record.home.status, min(built, default=None), record.home.came)
