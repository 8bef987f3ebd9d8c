# SPDX-License-Identifier: GPL-2.0-or-later
"""The price limits of a year: data from ``resources/prijsgrenzen.csv``. A limit that is not known says so, and no other year stands in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache

from .. import paths
from ..i18n import tr
from .codelists import read_rows

SEGMENTS = {"betaalbare_koop": "Betaalbare koop", "sociale_huur": "Sociale huur", "middenhuur": "Middenhuur"}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PriceLimit:
    """Up to which price or monthly rent in euro a dwelling belongs to a segment.

    ``surcharge`` is the per cent that comes on top when the building starts before ``started_before`` (Basisset 2.0,
    middenhuurwoning). ``official`` is False for a figure that no official source gives yet.
    """

    year: int
    segment: str
    amount: Decimal
    surcharge: Decimal
    started_before: date | None
    source: str
    official: bool

    @property
    def highest(self) -> Decimal:
        """The limit with the surcharge, to the cent below: more than this is never in the segment."""
        return (self.amount * (100 + self.surcharge) / 100).quantize(_CENT, ROUND_DOWN)

    @property
    def label(self) -> str:
        """In few words, for a label."""
        words = tr("t/m {amount} in {year}").format(amount=euro(self.amount), year=self.year)
        if self.started_before:
            words += tr(", of +{percent}%").format(percent=self.surcharge)
        return words if self.official else words + tr(", nog niet officieel")

    @property
    def text(self) -> str:
        """In a sentence, with the amount that the surcharge gives."""
        words = tr("In {year} t/m {amount}").format(amount=euro(self.amount), year=self.year)
        if self.started_before:
            more = tr("en t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}")
            words += ", " + more.format(amount=euro(self.highest), percent=self.surcharge, year=self.started_before.year)
        return words + ("." if self.official else tr("; dit bedrag is nog niet officieel."))


@cache
def price_limits() -> dict[tuple[str, int], PriceLimit]:
    """Every known limit by segment and year, in the order of the years."""
    return {(row["segment"], int(row["jaar"])): _limit(row) for row in read_rows(paths.PRICE_LIMITS)}


def _limit(row: dict[str, str]) -> PriceLimit:
    start = row["bouw_start_voor"]
    return PriceLimit(
        int(row["jaar"]), row["segment"], Decimal(row["grens"]), Decimal(row["opslag_procent"] or 0),
        date.fromisoformat(start) if start else None, row["bron"], row["officieel"] == "ja",
    )  # fmt: skip


def surcharge(segment: str, year: int) -> str:
    """What the surcharge of a limit means, in a sentence for beside the label; empty where there is none."""
    found = price_limits().get((segment, year))
    if found is None or found.started_before is None:
        return ""
    words = tr("{segment} telt ook t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}.")
    return words.format(segment=tr(SEGMENTS[segment]), amount=euro(found.highest), percent=found.surcharge, year=found.started_before.year)


def price_limit(segment: str, year: int) -> str:
    """The limit in words for a label, e.g. ``t/m € 932,93 in 2026``; ``grens 2025 niet bekend`` where the year is missing."""
    found = price_limits().get((segment, year))
    return found.label if found else tr("grens {year} niet bekend").format(year=year)


def price_limit_text(segment: str, year: int) -> str:
    """The limit in a sentence."""
    found = price_limits().get((segment, year))
    return found.text if found else tr("De grens van {year} is niet bekend.").format(year=year)


def euro(amount: Decimal) -> str:
    """``€ 1.228,07``, and whole euros without cents."""
    return "€ " + f"{amount:,.2f}".translate(str.maketrans(",.", ".,")).removesuffix(",00")
