# SPDX-License-Identifier: GPL-2.0-or-later
"""The price limits of a year: data from ``resources/prijsgrenzen.csv``, and what a municipality states where no official figure is.

A limit that is not known says so, and no other year stands in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import cache

from ... import paths
from ...i18n import day, tr
from ..codelists import read_rows
from .euros import euro

SEGMENTS = {row["code"]: row["label"] for row in read_rows(paths.CODE_LISTS / "prijssegmenten.csv")}
_CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class PriceLimit:
    """Up to which price or monthly rent in euro a dwelling belongs to a segment.

    ``surcharge`` is the per cent that comes on top when the building starts before ``started_before`` (Basisset 2.0,
    middenhuurwoning). ``official`` is False for a figure that no official source gives yet. ``by`` and ``on`` say who of the
    municipality stated it and when; a figure of the plugin has neither.
    """

    year: int
    segment: str
    amount: Decimal
    surcharge: Decimal
    started_before: date | None
    source: str
    official: bool
    by: str = ""
    on: date | None = None

    @property
    def highest(self) -> Decimal:
        """The limit with the surcharge, to the cent below: more than this is never in the segment."""
        return (self.amount * (100 + self.surcharge) / 100).quantize(_CENT, ROUND_DOWN)

    @property
    def percent(self) -> str:
        """The surcharge, as it is typed: ``10`` or ``7,5``; empty where there is none."""
        return f"{self.surcharge.normalize():f}".replace(".", ",") if self.surcharge else ""

    @property
    def standing(self) -> str:
        """How sure the figure is, in a word or two."""
        return tr("officieel") if self.official else tr("eigen opgave") if self.on else tr("nog niet officieel")

    @property
    def origin(self) -> str:
        """The source; an own statement says that it is one and of when. Who made it stays in the plan file: this is delivered."""
        if self.on is None:
            return self.source
        return tr("Eigen opgave van de gemeente, {day}: {source}").format(source=self.source, day=day(self.on))

    @property
    def label(self) -> str:
        """In few words, for a label."""
        words = tr("t/m {amount} in {year}").format(amount=euro(self.amount), year=self.year)
        if self.started_before:
            words += tr(", of +{percent}%").format(percent=self.percent)
        return words if self.official else f"{words}, {self.standing}"

    @property
    def text(self) -> str:
        """In a sentence, with the amount that the surcharge gives."""
        words = tr("In {year} t/m {amount}").format(amount=euro(self.amount), year=self.year)
        if self.started_before:
            more = tr("en t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}")
            words += ", " + more.format(amount=euro(self.highest), percent=self.percent, year=self.started_before.year)
        if self.official:
            return words + "."
        return words + (tr(" (eigen opgave van de gemeente).") if self.on else tr("; dit bedrag is nog niet officieel."))


@cache
def price_limits() -> dict[tuple[str, int], PriceLimit]:
    """Every limit that the plugin knows by segment and year, in the order of the years."""
    return {(row["segment"], int(row["jaar"])): _limit(row) for row in read_rows(paths.PRICE_LIMITS)}


def _limit(row: dict[str, str]) -> PriceLimit:
    start = row["bouw_start_voor"]
    return PriceLimit(
        int(row["jaar"]), row["segment"], Decimal(row["grens"]), Decimal(row["opslag_procent"] or 0),
        date.fromisoformat(start) if start else None, row["bron"], row["officieel"] == "ja",
    )  # fmt: skip


def surcharge_of(segment: str) -> tuple[Decimal, date | None]:
    """The per cent that the Basisset lets come on top in a segment, and before which day the building then starts; it is of no year."""
    known = [limit for limit in price_limits().values() if limit.segment == segment and limit.started_before]
    return (known[-1].surcharge, known[-1].started_before) if known else (Decimal(0), None)


def stated(segment: str, year: int, amount: Decimal, source: str, by: str, on: date, surcharge: Decimal | None = None) -> PriceLimit:
    """A limit as the municipality states it; ``surcharge`` None is that of the Basisset."""
    usual, start = surcharge_of(segment)
    extra = usual if surcharge is None else surcharge
    return PriceLimit(year, segment, amount, extra, start if extra else None, source, False, by, on)


@dataclass(frozen=True, slots=True)
class PriceLimits:
    """The limits that hold for a plan file. ``own``: what the municipality states, of any year.

    Which one counts is said here and nowhere else: the official one, then the municipality's own, then one that is not official yet.
    """

    own: tuple[PriceLimit, ...] = ()

    def at(self, segment: str, year: int) -> PriceLimit | None:
        """The limit of a segment in a year; None when nobody knows it."""
        known = price_limits().get((segment, year))
        if known is not None and known.official:
            return known
        return next((limit for limit in self.own if (limit.segment, limit.year) == (segment, year)), known)

    def verdict(self, limit: PriceLimit) -> str:
        """Whether a limit counts, and if not, what does."""
        before = self.at(limit.segment, limit.year)
        if before is None or before == limit:
            return tr("telt voor {year}").format(year=limit.year)
        return tr("telt niet: de officiële grens gaat voor") if before.official else tr("telt niet: uw eigen opgave gaat voor")

    def known(self) -> list[PriceLimit]:
        """Every limit, those that do not count too, in the order of the years."""
        return sorted(
            (*price_limits().values(), *self.own), key=lambda limit: (limit.year, list(SEGMENTS).index(limit.segment), bool(limit.on))
        )

    def all(self) -> list[PriceLimit]:
        """One for each segment and year of which something is known, in the order of the years."""
        return [limit for limit in self.known() if self.at(limit.segment, limit.year) == limit]

    def unknown(self, year: int) -> list[str]:
        """The segments of which nobody knows the limit in a year."""
        return [segment for segment in SEGMENTS if self.at(segment, year) is None]

    def lacking(self, others: PriceLimits) -> list[PriceLimit]:
        """What others state and would count here, but is not stated so here."""
        said = {(limit.segment, limit.year): (limit.amount, limit.surcharge) for limit in self.own}
        differing = (limit for limit in others.own if said.get((limit.segment, limit.year)) != (limit.amount, limit.surcharge))
        return [limit for limit in differing if self.with_own([limit]).at(limit.segment, limit.year) == limit]

    def with_own(self, stated: Iterable[PriceLimit]) -> PriceLimits:
        """The same with statements that come in place of what was stated of their segment and year."""
        new = tuple(stated)
        keys = {(limit.segment, limit.year) for limit in new}
        return PriceLimits((*(limit for limit in self.own if (limit.segment, limit.year) not in keys), *new))

    def after(self, before: PriceLimits, edited: PriceLimits) -> PriceLimits:
        """The same with what somebody changed between two looks; what was not touched stays as it is here."""
        kept = {(limit.segment, limit.year) for limit in edited.own}
        gone = {(limit.segment, limit.year) for limit in before.own} - kept
        rest = PriceLimits(tuple(limit for limit in self.own if (limit.segment, limit.year) not in gone))
        return rest.with_own(limit for limit in edited.own if limit not in before.own)

    def label(self, segment: str, year: int) -> str:
        """The limit in words for a label, e.g. ``t/m € 932,93 in 2026``; ``grens 2025 niet bekend`` where the year is missing."""
        limit = self.at(segment, year)
        return limit.label if limit else tr("grens {year} niet bekend").format(year=year)

    def text(self, segment: str, year: int) -> str:
        """The limit in a sentence."""
        limit = self.at(segment, year)
        return limit.text if limit else tr("De grens van {year} is niet bekend.").format(year=year)

    def surcharge(self, segment: str, year: int) -> str:
        """What the surcharge of a limit means, in a sentence for beside the label; empty where there is none."""
        limit = self.at(segment, year)
        if limit is None or limit.started_before is None:
            return ""
        words = tr("{segment} telt ook t/m {amount} (plus {percent}%) als de bouw start voor 1 januari {year}.")
        return words.format(
            segment=tr(SEGMENTS[segment]), amount=euro(limit.highest), percent=limit.percent, year=limit.started_before.year
        )

    def to_json(self) -> str:
        """The municipality's own limits, as a plan file keeps them; empty when there are none."""
        rows = [
            {"jaar": limit.year, "segment": limit.segment, "grens": str(limit.amount), "opslag": str(limit.surcharge), "bron": limit.source,
             "door": limit.by, "op": str(limit.on)}
            for limit in self.own
        ]  # fmt: skip
        return json.dumps(rows, ensure_ascii=False) if rows else ""

    @classmethod
    def from_json(cls, text: str) -> PriceLimits:
        """What ``to_json`` wrote. What is none of it was never stated by anybody, and is asked again."""
        try:
            rows = json.loads(text) if text else []
            return cls(tuple(
                stated(row["segment"], int(row["jaar"]), Decimal(row["grens"]), str(row["bron"]), str(row["door"]), date.fromisoformat(row["op"]),
                       Decimal(row["opslag"]) if "opslag" in row else None)  # earlier versions asked for no surcharge
                for row in rows if row["segment"] in SEGMENTS
            ))  # fmt: skip
        except (ArithmeticError, KeyError, RecursionError, TypeError, ValueError):
            return cls()


PUBLISHED = PriceLimits()  # what the plugin knows, and no municipality's own
