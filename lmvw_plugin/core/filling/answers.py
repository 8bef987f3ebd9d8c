# SPDX-License-Identifier: GPL-2.0-or-later
"""What came back in an invulblad against what was sent and what the plan file holds now: three ways, field by field."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..basisset.values import as_text
from ..i18n import tr
from ..importing.match import Existing
from ..importing.update import Change, Key, Update
from .sheets import ASKED

Plans = Mapping[str, Mapping[str, object]]  # by plan_id and field


@dataclass(frozen=True, slots=True)
class Came:
    """An invulblad that came back. ``unread``: sentences on cells that are no answer."""

    mark: str
    plans: Plans
    unread: Sequence[str] = ()


def answered(sent: Plans, came: Plans) -> dict[str, dict[str, object]]:
    """What the projectleider changed, by plan and field."""
    found = {
        plan_id: {field.name: plan.get(field.name) for field in ASKED if field.name in plan and plan.get(field.name) != was.get(field.name)}
        for plan_id, plan in came.items()
        if (was := sent.get(plan_id)) is not None
    }
    return {plan_id: values for plan_id, values in found.items() if values}


def compare(existing: Sequence[Existing], sent: Plans, came: Plans, chosen: Mapping[Key, bool] | None = None) -> Update:
    """What the answers would change. What a colleague changed meanwhile, or what was emptied, is for a person to decide.

    :param chosen: the choice of ``importing.update.read_choice``; None takes all that needs no person.
    """
    update = Update()
    changed = answered(sent, came)
    for plan in existing:
        plan_id = as_text(plan.values.get("plan_id") or "")
        if plan_id not in came:
            continue
        found = [
            Change(plan_id, plan.name, veld, now, new, None, plan.fid, not reason, None, reason)
            for veld, new in changed.get(plan_id, {}).items()
            if (now := plan.values.get(veld)) != new
            for reason in [_reason(sent[plan_id].get(veld), now, new)]
        ]
        update.changes += found
        update.same += not found
    if chosen is not None:
        update.changes = [replace(change, accepted=chosen.get(change.key, False)) for change in update.changes]
    return update


def gone(existing: Sequence[Existing], came: Plans) -> list[str]:
    """The plans that came back and are not in the plan file any more, by name."""
    there = {plan.values.get("plan_id") for plan in existing}
    return [as_text(plan.get("plannaam") or plan_id) for plan_id, plan in came.items() if plan_id not in there]


def _reason(was: object, now: object, new: object) -> str:
    if now != was:
        return tr("ook in het planbestand gewijzigd nadat het blad was verstuurd")
    return tr("leeggemaakt in het invulblad") if new is None else ""
