# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plans everybody may see, and the public version that is made of them: the one place where a plan becomes public.

What is not surely public is confidential: an answer that is empty, unknown or odd is no "nee" (Dataprotocol art. 12-15). What the
province labelled strijdig counts as confidential (art. 5.d). The own administration (5A, 5B) is in nothing, also when it is written oddly.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence
from enum import Enum

from ..basisset import fields as b
from ..basisset.codelists import Gemeente, code_list, kinds, stays_home
from ..basisset.peildatum import Peildatum
from ..rules.plans import Plan, answer, is_count, is_finished
from .public import FIELDS, PublicPlan, PublicVersion, SummedVersion


class Standing(Enum):
    """Where a plan goes."""

    PUBLIC = "openbaar"
    CONFIDENTIAL = "vertrouwelijk"
    HOME = "eigen administratie"


def standing(plan: Plan, strijdig: bool = False) -> Standing:
    """Who may see a plan. ``strijdig``: the province labelled it so."""
    if _is_own(plan.get("planstatus")):
        return Standing.HOME
    return Standing.PUBLIC if plan.get("vertrouwelijk") is False and not strijdig else Standing.CONFIDENTIAL


def _is_own(status: object) -> bool:
    """Own administration, however it is written: ``5a``, ``5 B``, ``5A/5B``."""
    if isinstance(status, str) and status in code_list("planstatus"):
        return stays_home(status)
    written = "".join(unicodedata.normalize("NFKC", str(status or "")).split()).upper()
    return any(code.code in written for code in kinds("planstatus")["eigen"])


def confidential(plans: Sequence[Plan], strijdig: Collection[int] = ()) -> list[Plan]:
    """The confidential plans, for who may see them.

    :param strijdig: the places of the plans that the province labelled so.
    """
    return [plan for index, plan in enumerate(plans) if standing(plan, index in strijdig) is Standing.CONFIDENTIAL]


def make_public(
    plans: Sequence[Plan], shape: Callable[[int], bytes | None], gemeente: Gemeente, peildatum: Peildatum, strijdig: Collection[int] = ()
) -> PublicVersion:
    """The public version.

    :param shape: the polygon of the plan at a place, as WKB; asked of public plans only.
    :param strijdig: the places of the plans that the province labelled so.
    """
    public = [
        PublicPlan(_shown(plan, gemeente), shape(index))
        for index, plan in enumerate(plans)
        if standing(plan, index in strijdig) is Standing.PUBLIC
    ]
    public.sort(key=_order)
    return PublicVersion(gemeente, peildatum, tuple(public), total(confidential(plans, strijdig)))


def make_summed(plans: Sequence[Plan], gemeente: Gemeente, peildatum: Peildatum) -> SummedVersion:
    """The one sum of all plans, for who may publish no more (geheimhoudingsverklaring, A.1); the own administration is in nothing."""
    return SummedVersion(gemeente, peildatum, total([plan for plan in plans if standing(plan) is not Standing.HOME]))


def total(plans: Sequence[Plan]) -> tuple[int, ...]:
    """The sum of each count of ``basisset.COUNTS`` over the live ones of some plans; what is no count adds nothing."""
    live = [plan for plan in plans if not is_finished(plan)]
    return tuple(sum(count_of(plan, field.name) for plan in live) for field in b.COUNTS)


def count_of(plan: Plan, name: str) -> int:
    """A count of a plan; 0 for what is no count."""
    value = plan.get(name)
    return value if isinstance(value, int) and is_count(value) else 0


def _shown(plan: Plan, gemeente: Gemeente) -> tuple[object, ...]:
    """The values of a public plan. Of a finished one no counts (Invultip 6); what is no value of its field is left empty."""
    own = {"gemeente_code": gemeente.code, "gemeente_naam": gemeente.name}
    finished = is_finished(plan)
    return tuple(
        own[field.name] if field.name in own
        else None if finished and field.name not in b.OF_FINISHED
        else _value(field, answer(plan, field.name))
        for field in FIELDS
    )  # fmt: skip


def _value(field: b.Field, value: object) -> object:
    if field.kind is b.Kind.COUNT:
        return value if is_count(value) else None
    if field.kind is b.Kind.YESNO:
        return value if isinstance(value, bool) else None
    if field.kind is b.Kind.CODE:
        return value if isinstance(value, str) and field.codes and value in code_list(field.codes) else None
    return value if isinstance(value, str) and value else None


def _order(plan: PublicPlan) -> tuple[str, bytes]:
    """By name, and of equal plans by what they are: never by their place in the plan file."""
    return "\x00".join("" if value is None else str(value) for value in plan.values), plan.wkb or b""
