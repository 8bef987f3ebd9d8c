# SPDX-License-Identifier: GPL-2.0-or-later
"""The dwellings of two deliveries, explained to the last one: bruto then, what went and came and why, bruto now.

Every plan stands in one fact, so what was there then and what is there now are both told exactly once: the balance closes.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from ..basisset import fields as b
from ..feedback import breathing
from ..i18n import later
from .changes import common_years, dwellings
from .facts import Comparison, Fact, Kind
from .sides import Side, Values, bruto


class Line(Enum):
    """A line of the balance."""

    THEN = later("Bruto in de vorige levering")
    BUILT = later("Min: gerealiseerd")
    DROPPED = later("Min: vervallen")
    GONE = later("Min: verdwenen, nog niet verklaard")
    AWAY = later("Min: overgegaan naar een ander plan, andere status of ander jaar")
    HERE = later("Plus: overgekomen van een ander plan, andere status of ander jaar")
    NEW = later("Plus: nieuwe plannen")
    MORE = later("Plus: verhoogd")
    LESS = later("Min: verlaagd")
    NOW = later("Bruto in deze levering")


_SIGNED = {Line.BUILT: -1, Line.DROPPED: -1, Line.GONE: -1, Line.AWAY: -1, Line.HERE: 1, Line.NEW: 1, Line.MORE: 1, Line.LESS: -1}
Amounts = Mapping[str, int]  # of one plan, by what is counted apart: a status, some years
Parts = Callable[[Values, int], Amounts]  # of a plan of then (0) or now (1)


@dataclass(frozen=True)
class Balance:
    """The lines of each part. Amounts are 0 or more, but for what is in no year: a phasing may hold more than its total."""

    of: Mapping[str, Mapping[Line, int]] = field(default_factory=dict)

    def total(self, line: Line) -> int:
        """A line over all parts."""
        return sum(lines[line] for lines in self.of.values())

    def closes(self) -> bool:
        """What was there, minus what went, plus what came, is what is there; for each part by itself."""
        return all(
            lines[Line.THEN] + sum(sign * lines[line] for line, sign in _SIGNED.items()) == lines[Line.NOW] for lines in self.of.values()
        )


def signed(line: Line, amount: int) -> int:
    """The amount as it counts in the sum."""
    return _SIGNED.get(line, 1) * amount


def in_all(comparison: Comparison) -> Balance:
    """The balance of all dwellings together."""
    return _balance(comparison, lambda plan, end: {"": bruto(plan)})


def per_status(comparison: Comparison) -> Balance:
    """The balance of each planstatus; plans without one stand under the empty text."""
    return _balance(comparison, lambda plan, end: {str(plan.get("planstatus") or ""): bruto(plan)})


def per_year(comparison: Comparison) -> Balance | None:
    """The balance of the years that both deliveries tell apart, and of what is in no year; None when one has no years."""
    then, now = comparison.then, comparison.now
    slots = set(b.phasing("bruto_totaal"))
    if then.peildatum is None or now.peildatum is None or not (slots & then.fields and slots & now.fields):
        return None
    years = common_years(then.peildatum, now.peildatum)

    def parts(plan: Values, end: int) -> Amounts:
        counts = {some.words: dwellings(plan, "bruto_totaal", (some.then, some.now)[end]) or 0 for some in years}
        if not bruto(plan):
            return {}
        return {**counts, "": bruto(plan) - sum(counts.values())}

    return _balance(comparison, parts, [some.words for some in years])


def _balance(comparison: Comparison, parts: Parts, order: Iterable[str] = ()) -> Balance:
    lines: dict[str, Counter[Line]] = defaultdict(Counter, {part: Counter() for part in order})
    for fact in breathing(comparison.facts):
        then = _together(comparison.then, fact.then, parts, 0)
        now = _together(comparison.now, fact.now, parts, 1)
        for part, amount in then.items():
            lines[part][Line.THEN] += amount
        for part, amount in now.items():
            lines[part][Line.NOW] += amount
        for part, line, amount in _told(fact, then, now):
            lines[part][line] += amount
    known = [part for part in lines if part] if order else sorted(part for part in lines if part)
    return Balance({part: lines[part] for part in (*known, *([""] if "" in lines else []))})


def _together(side: Side, indexes: Iterable[int], parts: Parts, end: int) -> Amounts:
    amounts: Counter[str] = Counter()
    for index in indexes:
        for part, amount in parts(side.plans[index], end).items():
            amounts[part] += amount
    return {part: amount for part, amount in amounts.items() if amount}


_CAME, _CARRIED = (Kind.NEW, Kind.NAME_AGAIN), (Kind.MERGED, Kind.SPLIT)
_WENT = {Kind.GONE: Line.GONE, Kind.BUILT: Line.BUILT, Kind.DROPPED: Line.DROPPED}


def _told(fact: Fact, then: Amounts, now: Amounts) -> Iterator[tuple[str, Line, int]]:
    """What one fact adds to the lines between then and now."""
    if fact.kind in _CAME:
        yield from ((part, Line.NEW, amount) for part, amount in now.items())
    elif fact.kind in _WENT and not now:
        yield from ((part, _WENT[fact.kind], amount) for part, amount in then.items())
    elif fact.kind in _CARRIED and min((*then.values(), *now.values()), default=0) >= 0:
        yield from _flow(then, now)
    else:
        differences = {part: now.get(part, 0) - then.get(part, 0) for part in dict.fromkeys((*then, *now))}
        downs = {part: -amount for part, amount in differences.items() if amount < 0}
        yield from _flow(downs, {part: amount for part, amount in differences.items() if amount > 0})


def _flow(downs: Amounts, ups: Amounts) -> Iterator[tuple[str, Line, int]]:
    """What goes from one part to another, and what is really more or less."""
    moved = min(sum(downs.values()), sum(ups.values()))
    for amounts, carried, changed in ((downs, Line.AWAY, Line.LESS), (ups, Line.HERE, Line.MORE)):
        rest = moved
        for part, amount in amounts.items():
            here = min(rest, amount)
            rest -= here
            yield part, carried, here
            yield part, changed, amount - here
