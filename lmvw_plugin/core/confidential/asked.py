# SPDX-License-Identifier: GPL-2.0-or-later
"""The confidential plans as the municipality itself sees them: why each may be so, and whether somebody must say that it still is.

Dataprotocol art. 6: a plan may be confidential while its status is soft and its neighbours do not know all of it (6.a), or when it was dropped
(6.b). Both change with time, so each plan is asked about for every peildatum: twice a year. None of this goes into a public file.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..basisset.codelists import is_hard, is_soft
from ..basisset.values import text_or_none
from ..i18n import several, tr
from ..rules.plans import Plan
from .dividing import Standing, standing


@dataclass(frozen=True, slots=True)
class Hidden:
    """A confidential plan. ``allowed``: article 6 knows a ground for it; ``asked``: nobody said for this peildatum that it still holds."""

    plan_id: str
    name: str
    why: str
    allowed: bool
    asked: bool
    strijdig: bool = False


def hidden_plans(plans: Sequence[Plan], strijdig: Collection[int] = (), confirmed: Collection[str] = ()) -> list[Hidden]:
    """Every confidential plan: first those that may not be, then those to ask about, each by name.

    :param strijdig: the places of the plans that the province labelled so.
    :param confirmed: the ids of the plans of which somebody said, for this peildatum, that they still are confidential.
    """
    hidden = []
    for index, plan in enumerate(plans):
        labelled = index in strijdig
        if standing(plan, labelled) is Standing.CONFIDENTIAL:
            plan_id = str(plan.get("plan_id") or "")
            why, allowed = _ground(plan, labelled)
            hidden.append(Hidden(plan_id, str(plan.get("plannaam") or ""), why, allowed, not allowed or plan_id not in confirmed, labelled))
    return sorted(hidden, key=lambda secret: (secret.allowed, not secret.asked, secret.name.casefold()))


def _ground(plan: Plan, labelled: bool) -> tuple[str, bool]:
    """Why a plan is confidential, and whether article 6 (or 5.d) knows that ground."""
    flag, status = plan.get("vertrouwelijk"), text_or_none(plan.get("planstatus"))
    if flag is False and labelled:
        return tr("De provincie noemt dit plan strijdig met haar beleid (art. 5.d)."), True
    if flag is not True:
        return tr("Bij ‘Vertrouwelijk’ staat geen ja of nee; dat telt als vertrouwelijk. Vul het in."), False
    if plan.get("gerealiseerd") is True:
        return tr("Gerealiseerd: dit mag niet meer vertrouwelijk zijn. Zet ‘Vertrouwelijk’ op nee."), False
    if plan.get("vervallen") is True:
        return tr("Vervallen: dit mag (art. 6.b)."), True
    if is_hard(status):
        return tr("Harde status {status}: dit mag niet (art. 6.a). Zet ‘Vertrouwelijk’ op nee.").format(status=status), False
    if is_soft(status):
        return tr("Zachte status {status}: dit mag zolang omwonenden niet alles van het plan weten (art. 6.a).").format(status=status), True
    return tr("Geen planstatus: dit mag alleen bij een zachte status (art. 6.a). Vul de planstatus in."), False


def in_short(hidden: Sequence[Hidden], peildatum: str) -> str:
    """How many plans somebody called confidential, and what is asked of them; empty when none is.

    :param peildatum: in words.
    """
    if not hidden:
        return ""
    words = tr("Vertrouwelijk: {plans}.").format(plans=several(len(hidden), "plan", "plannen"))
    return " ".join(filter(None, (words, question(hidden, peildatum))))


def question(hidden: Sequence[Hidden], peildatum: str) -> str:
    """What is asked twice a year; empty when nothing is.

    :param peildatum: in words.
    """
    waiting = sum(plan.asked for plan in hidden)
    if not waiting:
        return ""
    words = tr("Nog te bevestigen voor peildatum {peildatum}: {plans}.")
    return words.format(plans=several(waiting, "plan", "plannen"), peildatum=peildatum)
