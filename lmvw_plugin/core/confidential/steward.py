# SPDX-License-Identifier: GPL-2.0-or-later
"""What the province passes on to the national steward of one delivery (Dataprotocol art. 5.c, 7 and 8).

Public plans go as they are. So does each confidential plan, unless the municipality chose aggregation: then all its confidential plans go as
one plan that is at the town hall, with the sum of every count, without name, number, status or any yes or no of one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
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


def passed_on(plans: Sequence[Plan], gemeente: Gemeente, aggregates: bool) -> Passed:
    """What goes to the steward.

    :param aggregates: the municipality chose that the province sums its confidential plans (art. 8).
    :raises LmvwError: when a plan is of the own administration, which nobody delivers, or of another municipality.
    """
    own = sum(standing(plan) is Standing.HOME for plan in plans)
    if own:
        raise LmvwError(tr("Hierin staan {plans} van de eigen administratie (5A of 5B); vraag een nieuwe levering.").format(
            plans=several(own, "plan", "plannen")))  # fmt: skip
    if any(plan.get("gemeente_code") != gemeente.code for plan in plans):
        raise LmvwError(
            tr("Hierin staan plannen van een andere gemeente dan {code}; vraag een nieuwe levering.").format(code=gemeente.code)
        )
    hidden = [index for index, plan in enumerate(plans) if aggregates and _is_summed(plan)]
    inside = frozenset(hidden)
    kept = [index for index in range(len(plans)) if index not in inside]
    rows = [tuple(answer(plans[index], field.name) for field in b.COLUMNS) for index in kept]
    if hidden:
        rows.append(_summed([plans[index] for index in hidden], gemeente))
        kept.append(AT_TOWN_HALL)
    return Passed(tuple(rows), tuple(kept), len(hidden))


def _is_summed(plan: Plan) -> bool:
    """Confidential; but one that is realised and says nothing of it need not say it (Invultip 6), and none may be (art. 6.a)."""
    realised = plan.get("gerealiseerd") is True and plan.get("vertrouwelijk") is None
    return standing(plan) is Standing.CONFIDENTIAL and not realised


def _summed(hidden: Sequence[Plan], gemeente: Gemeente) -> tuple[object, ...]:
    counts = dict(zip((field.name for field in b.COUNTS), total(hidden), strict=True))
    told = {"gemeente_code": gemeente.code, "gemeente_naam": gemeente.name, "vertrouwelijk": True, **counts}
    return tuple(told.get(field.name) for field in b.COLUMNS)
