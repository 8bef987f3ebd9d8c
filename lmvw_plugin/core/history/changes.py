# SPDX-License-Identifier: GPL-2.0-or-later
"""What changed in a plan: field by field, and the phasing by the years that both deliveries tell apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum, through
from ..delivering.delivery import shown
from ..i18n import tr
from ..rules.plans import is_count, is_finished
from .sides import Link, Side, Values

_TOLD_OTHERWISE = frozenset(("plan_id", "plannaam", "gemeente_code", "gemeente_naam"))
_SLOTS = {total: b.phasing(total) for total in b.PHASED}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of a plan: how people call it, and what it was and is."""

    title: str
    then: object
    now: object

    @property
    def words(self) -> str:
        """As in a sentence."""
        return tr("{field} van {then} naar {now}").format(field=self.title, then=_said(self.then), now=_said(self.now))


def _said(value: object) -> str:
    return tr("leeg") if value is None else f"‘{value}’" if " " in str(value) else str(value)


@dataclass(frozen=True, slots=True)
class Years:
    """Some years that both deliveries count apart from others, with the slots of each that lie in them."""

    first: int
    last: int
    then: tuple[int, ...]
    now: tuple[int, ...]

    @property
    def words(self) -> str:
        """``2026``, or ``2036 t/m 2040``."""
        return str(self.first) if self.first == self.last else through(self.first, self.last)


@cache
def common_years(then: Peildatum, now: Peildatum) -> tuple[Years, ...]:
    """The phasing of two deliveries in years that both know: periods that lie over each other are one."""
    spans = sorted(
        (*peildatum.span(slot), end, slot) for end, peildatum in enumerate((then, now)) for slot in range(len(_SLOTS["bruto_totaal"]))
    )
    years: list[tuple[int, int, tuple[list[int], list[int]]]] = []
    for first, last, end, slot in spans:
        if years and first <= years[-1][1]:
            before = years[-1]
            years[-1] = (before[0], max(before[1], last), before[2])
        else:
            years.append((first, last, ([], [])))
        years[-1][2][end].append(slot)
    return tuple(Years(first, last, tuple(slots[0]), tuple(slots[1])) for first, last, slots in years)


def dwellings(plan: Values, total: str, slots: Sequence[int]) -> int | None:
    """The dwellings of some slots of the phasing together; None when none of them is answered."""
    names = _SLOTS[total]
    counts = [int(str(plan[names[slot]])) for slot in slots if is_count(plan.get(names[slot]))]
    return sum(counts) if counts else None


def changes_of(then: Side, now: Side, link: Link) -> list[Change]:
    """The fields of a plan that are not what they were, of those that both sources have. Of one that ended only that."""
    old, new = then.plans[link[0]], now.plans[link[1]]
    both = then.fields & now.fields
    ended = is_finished(old) or is_finished(new)
    years = now.peildatum or then.peildatum
    changed = []
    for field in _comparable(both):
        if old.get(field.name) == new.get(field.name) or (ended and field.name not in b.OF_FINISHED):
            continue
        values = [None if plan.get(field.name) == "" else plan.get(field.name) for plan in (old, new)]
        if field.name in b.FINISHES:
            values = [value or False for value in values]  # an empty box and nee are both: not ended
        if values[0] != values[1]:
            changed.append(Change(field.title_at(years), *(shown(field, value) for value in values)))
    if then.peildatum and now.peildatum and not ended:
        changed += _phasing(old, new, both, common_years(then.peildatum, now.peildatum))
    return changed


@cache
def _comparable(both: frozenset[str]) -> tuple[b.Field, ...]:
    """The fields that are compared one by one."""
    return tuple(field for field in b.COLUMNS if field.name in both and field.name not in _TOLD_OTHERWISE and not field.phase)


def _phasing(old: Values, new: Values, both: frozenset[str], years: Sequence[Years]) -> list[Change]:
    changed = []
    for total, slots in _SLOTS.items():
        if both.isdisjoint(slots):
            continue
        measure = tr("bruto") if total == "bruto_totaal" else tr("sloop")
        for some in years:
            counts = dwellings(old, total, some.then), dwellings(new, total, some.now)
            if (counts[0] or 0) != (counts[1] or 0):
                changed.append(Change(f"{measure} {some.words}", *counts))
    return changed
