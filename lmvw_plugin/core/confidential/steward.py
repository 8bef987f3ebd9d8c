# SPDX-License-Identifier: GPL-2.0-or-later
"""What the province passes on to the national steward of one delivery (Dataprotocol art. 5.c, 7 and 8).

Public plans go as they are; what the province labelled strijdig is confidential from then on (art. 5.d). So does each confidential plan,
unless the municipality chose aggregation: then all its confidential plans go as one plan that is at the town hall, with the sum of every
count, without name, number, status or any yes or no of one of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..errors import LmvwError
from ..i18n import several, tr
from ..rules.plans import Plan, answer
from .dividing import Standing, standing, total

AT_TOWN_HALL = -1  # the place of the summed plan: its polygon is the town hall


@dataclass(frozen=True, slots=True)
class Passed:
    """Rows with the values of ``basisset.COLUMNS``, and the place of each in the delivery; ``summed`` counts the plans that went as one."""

    rows: tuple[tuple[object, ...], ...]
    indexes: tuple[int, ...]
    summed: int = 0


def called(plan: Plan, name: str) -> bool:
    """A plan has this name or this plan_id, however somebody typed it."""
    return any(_typed(plan.get(column)) == _typed(name) for column in ("plannaam", "plan_id"))


def _typed(text: object) -> str:
    return " ".join(unicodedata.normalize("NFKC", str(text or "")).casefold().split())


def require_deliverable(plans: Sequence[Plan], gemeente: Gemeente) -> None:
    """Every plan is one that a municipality delivers, and its own.

    :raises LmvwError: when one is not.
    """
    own = sum(standing(plan) is Standing.HOME for plan in plans)
    if own:
        raise LmvwError(tr("Hierin staan {plans} van de eigen administratie (5A of 5B); vraag een nieuwe levering.").format(
            plans=several(own, "plan", "plannen")))  # fmt: skip
    if any(plan.get("gemeente_code") != gemeente.code for plan in plans):
        raise LmvwError(
            tr("Hierin staan plannen van een andere gemeente dan {code}; vraag een nieuwe levering.").format(code=gemeente.code)
        )


def passed_on(plans: Sequence[Plan], gemeente: Gemeente, aggregates: bool, strijdig: Collection[int] = ()) -> Passed:
    """What goes to the steward.

    :param aggregates: the municipality chose that the province sums its confidential plans (art. 8).
    :param strijdig: the places of the plans that the province labelled so.
    :raises LmvwError: when a plan is of the own administration, which nobody delivers, or of another municipality.
    """
    require_deliverable(plans, gemeente)
    hidden = [index for index, plan in enumerate(plans) if aggregates and _is_summed(plan, index in strijdig)]
    inside = frozenset(hidden)
    kept = [index for index in range(len(plans)) if index not in inside]
    rows = [_row(plans[index], index in strijdig) for index in kept]
    if hidden:
        rows.append(_summed([plans[index] for index in hidden], gemeente))
        kept.append(AT_TOWN_HALL)
    return Passed(tuple(rows), tuple(kept), len(hidden))


def _row(plan: Plan, strijdig: bool) -> tuple[object, ...]:
    return tuple(True if strijdig and field.name == "vertrouwelijk" else answer(plan, field.name) for field in b.COLUMNS)


def _is_summed(plan: Plan, strijdig: bool) -> bool:
    """Confidential; but one that is realised and says nothing of it need not say it (Invultip 6), and none may be (art. 6.a)."""
    realised = plan.get("gerealiseerd") is True and plan.get("vertrouwelijk") is None
    return strijdig or (standing(plan) is Standing.CONFIDENTIAL and not realised)


def _summed(hidden: Sequence[Plan], gemeente: Gemeente) -> tuple[object, ...]:
    counts = dict(zip((field.name for field in b.COUNTS), total(hidden), strict=True))
    told = {"gemeente_code": gemeente.code, "gemeente_naam": gemeente.name, "vertrouwelijk": True, **counts}
    return tuple(told.get(field.name) for field in b.COLUMNS)
