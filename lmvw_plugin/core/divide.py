# SPDX-License-Identifier: GPL-2.0-or-later
"""Dividing the counts of a plan over the parts it is cut into: whole dwellings, and what added up still adds up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from .basisset import fields as b

T = TypeVar("T")
Counts = Mapping[str, int | None]


def by_shares(whole: Counts, shares: Sequence[float]) -> list[dict[str, int | None]]:
    """The counts of each part, in proportion; None stays None everywhere.

    Where the parts of a sum add up in the whole, they add up in every part; an "of which" never exceeds its parent.
    """
    rest, parts = dict(whole), []
    for index, share in enumerate(shares[:-1]):
        shares_left = sum(shares[index:])
        part = _cut(rest, Fraction(share / shares_left) if shares_left > 0 else Fraction(1, len(shares) - index))
        parts.append(part)
        rest = minus(rest, part)
    return [*parts, rest]


def evenly(count: int, lengths: Mapping[T, int]) -> dict[T, int]:
    """Whole dwellings in proportion to the lengths, the first ones first."""
    count_left, length_left, shares = count, sum(lengths.values()), {}
    for name, length in lengths.items():
        shares[name] = -(-count_left * length // length_left)
        count_left, length_left = count_left - shares[name], length_left - length
    return shares


def minus(whole: Counts, part: Counts) -> dict[str, int | None]:
    """What is left of each count."""
    return {name: None if count is None else count - (part[name] or 0) for name, count in whole.items()}


def _cut(whole: Counts, share: Fraction) -> dict[str, int | None]:
    part: dict[str, int | None] = dict.fromkeys(whole)
    for names, total in _FAMILIES:
        all_of, ours = whole.get(total or ""), part.get(total or "")
        ratio = Fraction(ours, all_of) if all_of and ours is not None else share
        running = taken = 0
        for name in names:  # rounding the running sum keeps the sum of the parts right
            count = whole[name]
            if count is not None:
                running += count
                part[name] = _rounded(running * ratio) - taken
                taken = _rounded(running * ratio)
    return part


def _rounded(number: Fraction) -> int:
    return int(number + Fraction(1, 2))


def _families() -> Iterator[tuple[tuple[str, ...], str | None]]:
    """Counts that are divided together, with the count they are part of, which comes first."""
    limits = [(limit.parts, limit.whole) for limit in b.AT_MOST]
    families: dict[tuple[str, ...], str] = {total.parts: total.total for total in b.SUMS} | dict(limits)
    inside = {name: whole for names, whole in families.items() for name in names}

    def depth(name: str) -> int:
        return 1 + depth(inside[name]) if name in inside else 0

    loose = tuple(field.name for field in b.COUNTS if field.name not in inside)
    yield from (((name,), None) for name in loose)
    yield from sorted(families.items(), key=lambda family: depth(family[1]))


_FAMILIES = tuple(_families())
