# SPDX-License-Identifier: GPL-2.0-or-later
"""Small plans (Dataprotocol art. 9): with the province's agreement, summed into one plan at the town hall.

A confidential plan is never part of the sum: it goes by itself, so that the sum can be passed on freely (art. 14).
"""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from . import basisset as b
from .codelists import Gemeente, stays_home
from .errors import LmvwError
from .findings import Finding
from .i18n import tr
from .plan_rules import Plan, is_count, is_finished
from .rules import RULES

SMALL_BELOW = 12  # bruto; art. 9

_NAMESPACE = uuid.UUID("7f0cbb4e-2f3a-5a63-9d5c-0f6e1d6a9c12")


@dataclass(frozen=True, slots=True)
class SmallPlans:
    """What art. 9 asks: the province's agreement in words (when, which letter), and whether the town hall is drawn."""

    agreement: str
    has_town_hall: bool


@dataclass(frozen=True, slots=True)
class Summed:
    """The one plan, and the places of the plans it stands for."""

    plan: dict[str, object]
    indexes: tuple[int, ...]


def is_small(plan: Plan) -> bool:
    """A live, delivered, non-confidential plan with fewer than 12 dwellings bruto."""
    bruto = plan.get("bruto_totaal")
    return (
        isinstance(bruto, int) and is_count(bruto) and bruto < SMALL_BELOW
        and not is_finished(plan) and not stays_home(_text(plan.get("planstatus"))) and plan.get("vertrouwelijk") is not True
    )  # fmt: skip


def check_small_plans(small: SmallPlans) -> Iterator[Finding]:
    """D1: without agreement or town hall nothing is summed."""
    rule = RULES["D1"]
    if not small.agreement.strip():
        yield rule.finding(tr("Kleine plannen worden opgeteld, maar het akkoord van de provincie is niet vastgelegd; "
                              "vul in wanneer en hoe de provincie akkoord ging."))  # fmt: skip
    if not small.has_town_hall:
        yield rule.finding(
            tr("Kleine plannen worden opgeteld, maar de polygoon van het gemeentehuis ontbreekt; teken of kies hem één keer.")
        )


def sum_small_plans(plans: Sequence[Plan], gemeente: Gemeente) -> Summed | None:
    """All small plans as one; None when there are fewer than two, because one plan is no sum.

    :raises LmvwError: when the name of the sum is taken, or the sum is not that of its parts.
    """
    indexes = tuple(index for index, plan in enumerate(plans) if is_small(plan))
    if len(indexes) < 2:
        return None
    parts = [plans[index] for index in indexes]
    name = tr("Kleine plannen {gemeente} (opgeteld)").format(gemeente=gemeente.name)
    if any(plan.get("plannaam") == name for plan in plans):
        raise LmvwError(
            tr("Er is al een plan met de naam ‘{name}’, de naam van de opgetelde kleine plannen; hernoem dat plan.").format(name=name)
        )
    summed: dict[str, object] = {field.name: None for field in b.COLUMNS}
    for field in b.COUNTS:
        answers = [plan.get(field.name) for plan in parts]
        if any(answer is not None for answer in answers):
            summed[field.name] = sum(answer for answer in answers if isinstance(answer, int))
    summed |= {
        "plan_id": str(uuid.uuid5(_NAMESPACE, gemeente.code)),
        "plannaam": name,
        "gemeente_code": gemeente.code,
        "gemeente_naam": gemeente.name,
        "vertrouwelijk": False,
        "gerealiseerd": False,
        "vervallen": False,
        "plantype": _most(parts, "plantype"),
        "planstatus": _most(parts, "planstatus"),
        "toelichting": tr("Dataprotocol art. 9: de optelling van alle plannen met minder dan 12 woningen bruto. Plantype en planstatus zijn die "
                          "van de meeste woningen; de polygoon is het gemeentehuis."),
    }  # fmt: skip
    for question in b.COLUMNS:
        if question.explains and summed[question.explains]:
            yes = sum(_number(plan, question.explains) for plan in parts if plan.get(question.name) is True)
            summed[question.name] = 2 * yes >= _number(summed, question.explains)
    _prove(summed, parts)
    return Summed(summed, indexes)


def _most(parts: Sequence[Plan], name: str) -> str:
    """The code with the most dwellings; of equals the one that sorts first."""
    weights: Counter[str] = Counter()
    for plan in parts:
        weights[str(plan.get(name))] += _number(plan, "bruto_totaal") + 1
    return min(weights, key=lambda code: (-weights[code], code))


def _number(plan: Plan, name: str) -> int:
    value = plan.get(name)
    return value if isinstance(value, int) else 0


def _prove(summed: Plan, parts: Sequence[Plan]) -> None:
    for field in b.COUNTS:
        if _number(summed, field.name) != sum(_number(plan, field.name) for plan in parts):
            raise LmvwError(tr("De opgetelde kleine plannen zijn niet gelijk aan hun delen (kolom {column}).").format(column=field.name))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
