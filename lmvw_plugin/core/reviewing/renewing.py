# SPDX-License-Identifier: GPL-2.0-or-later
"""What a newer delivery of the same peildatum made of the plans of the one that it replaced, so that a reviewer knows where to look again."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ..history.changes import Change, changes_of
from ..history.sides import Side
from ..i18n import tr
from .renewed import Became, Renewed


def renewed(levering: int, vervangt: int, then: Side, now: Side, redrawn: Collection[str]) -> Iterator[Renewed]:
    """The row of the newer delivery, and those of the plans that came, went or changed, paired as what was said of them is: by planbestand-ID.

    :param levering: the number of the newer delivery.
    :param vervangt: that of the one before.
    :param redrawn: the planbestand-IDs of plans of which the polygon is another.
    """
    yield Renewed(levering, vervangt, "", "", Became.DELIVERY.value)
    before, after = _places(then), _places(now)
    for plan_id, index in after.items():
        if plan_id not in before:
            yield Renewed(levering, vervangt, plan_id, now.name(index), Became.NEW.value)
            continue
        link = before[plan_id], index
        named = then.name(link[0]), now.name(index)
        changes = [Change(tr("Plannaam"), *named)] if named[0] != named[1] else []
        words = [change.words for change in [*changes, *changes_of(then, now, link)]]
        words += [tr("polygoon anders")] if plan_id in redrawn else []
        if words:
            yield Renewed(levering, vervangt, plan_id, named[1], Became.CHANGED.value, "; ".join(words))
    for plan_id in before.keys() - after.keys():
        yield Renewed(levering, vervangt, plan_id, then.name(before[plan_id]), Became.GONE.value)


def _places(side: Side) -> dict[str, int]:
    return {str(plan.get("plan_id") or ""): index for index, plan in enumerate(side.plans)}
