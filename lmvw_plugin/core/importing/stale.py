# SPDX-License-Identifier: GPL-2.0-or-later
"""Choices that were made on an earlier reading: what they ask and cannot be done any more, and what they never saw."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..i18n import first_few, tr
from .match import Existing
from .report.left_out import title
from .update import POLYGON, Key, Update, shown


def outdated(chosen: Mapping[Key, bool] | None, update: Update, existing: Sequence[Existing]) -> list[str]:
    """A sentence on choices that fit nothing any more, and one on changes that nobody chose about. What is done already is no complaint.

    :param update: what was made of these choices.
    :param existing: the plans that were compared.
    """
    if chosen is None:
        return []
    there, offered = {plan.values.get("plan_id"): plan for plan in existing}, {change.key for change in update.changes}
    names = {plan.name for plan in existing}
    lost = [_said(key) for key, taken in chosen.items() if taken and key not in offered and not _is_done(key, there, names)]
    unseen = [_said(change.key) for change in update.changes if change.key not in chosen]
    sentences = []
    if lost:
        words = tr(
            "De gekozen wijzigingen horen bij een eerdere lezing. Niet uitgevoerd, want er is intussen iets gewijzigd: {items}. Kijk "
            "opnieuw wat er verandert en kies daarna."
        )
        sentences.append(words.format(items=first_few(lost)))
    if unseen:
        words = tr(
            "De gekozen wijzigingen horen bij een eerdere lezing. Niet overgenomen, want er is nog niet over gekozen: {items}. Kijk "
            "opnieuw wat er verandert en kies daarna."
        )
        sentences.append(words.format(items=first_few(unseen)))
    return sentences


def _is_done(key: Key, there: Mapping[object, Existing], names: set[str]) -> bool:
    plan_id, name, veld, _, new = key
    if plan_id is None:
        return name in names
    plan = there.get(plan_id)
    return plan is not None and (veld == POLYGON or shown(str(veld), plan.values.get(str(veld))) == new)


def _said(key: Key) -> str:
    plan_id, name, veld, old, new = key
    if plan_id is None:
        return tr("nieuw plan ‘{plan}’").format(plan=name)
    said = tr("plan ‘{plan}’, {field} (‘{old}’ wordt ‘{new}’)")
    return said.format(plan=name, field=title(str(veld), None), old=old or tr("leeg"), new=new or tr("leeg"))
