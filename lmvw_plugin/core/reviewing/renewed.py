# SPDX-License-Identifier: GPL-2.0-or-later
"""What a newer delivery of the same peildatum made of the plans of the one that it replaced, so that a reviewer knows where to look again."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum

from ..history.changes import Change, changes_of
from ..history.sides import Side
from ..i18n import later, tr


class Became(Enum):
    """What became of a plan."""

    NEW = later("nieuw")
    CHANGED = later("gewijzigd")
    GONE = later("weg")


@dataclass(frozen=True, slots=True)
class Renewed:
    """One plan that is not what it was: a row of the table ``vernieuwd`` of a review file, with the names of its columns.

    ``levering`` is the newer one. ``wijziging`` says what was changed, and is empty for a plan that came or went.
    """

    levering: int
    plan_id: str
    plannaam: str
    soort: str
    wijziging: str = ""


def renewed(levering: int, then: Side, now: Side, redrawn: Collection[str]) -> Iterator[Renewed]:
    """The plans that came, went or changed, paired as what was said of them is: by planbestand-ID.

    :param levering: the number of the newer delivery.
    :param redrawn: the planbestand-IDs of plans of which the polygon is another.
    """
    before, after = _places(then), _places(now)
    for plan_id, index in after.items():
        if plan_id not in before:
            yield Renewed(levering, plan_id, now.name(index), Became.NEW.value)
            continue
        link = before[plan_id], index
        named = then.name(link[0]), now.name(index)
        changes = [Change(tr("Plannaam"), *named)] if named[0] != named[1] else []
        words = [change.words for change in [*changes, *changes_of(then, now, link)]]
        words += [tr("polygoon anders")] if plan_id in redrawn else []
        if words:
            yield Renewed(levering, plan_id, named[1], Became.CHANGED.value, "; ".join(words))
    for plan_id in before.keys() - after.keys():
        yield Renewed(levering, plan_id, then.name(before[plan_id]), Became.GONE.value)


def _places(side: Side) -> dict[str, int]:
    return {str(plan.get("plan_id") or ""): index for index, plan in enumerate(side.plans)}
