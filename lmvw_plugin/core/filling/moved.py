# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of an invulblad that hold the answers of another plan: the white cells were sorted, swapped or pasted, and the names stayed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from ..basisset.values import as_text
from ..i18n import tr

Plan = Mapping[str, object]  # by field
Plans = Mapping[str, Plan]  # by plan_id
_FEW = 3  # different replacements of one value by another: fewer may be chance
_MOST = 0.6  # of what tells two plans apart: the rest was answered anew, or not moved along
_COMMON = 20  # plans with one value: it tells none of them


def plain(value: object) -> object:
    """A value as a person sees it: white space around a text, and how its lines end, are lost on the way through a spreadsheet."""
    return "\n".join(line.rstrip() for line in value.strip().splitlines()) if isinstance(value, str) else value


def moved(came: Plans, sent: Plans, asked: Iterable[str]) -> dict[str, str]:
    """Why all answers in a row wait, by plan_id: they are what was sent for another plan, or its own stand in another row.

    Each row is looked up by its values, so that the work grows with the rows and not with their pairs.

    :param asked: the names of the fields that a projectleider answers.
    """
    names = list(asked)
    known = {plan_id: {name: plain(plan.get(name)) for name in names} for plan_id, plan in sent.items()}
    rows = {plan_id: {name: plain(came[plan_id][name]) for name in names if name in came[plan_id]} for plan_id in came if plan_id in sent}
    having: dict[tuple[str, object], list[str]] = defaultdict(list)
    for plan_id, plan in known.items():
        for name, value in plan.items():
            if _tells(value):
                having[name, value].append(plan_id)
    source = {plan_id: other for plan_id, row in rows.items() if (other := _owner(row, known[plan_id], known, having))}
    said = {}
    for plan_id, other in source.items():
        said[plan_id] = tr("deze rij heeft de antwoorden van plan ‘{plan}’").format(plan=_name(sent, other))
    for plan_id, other in source.items():
        if other not in said and other in rows and _lost(rows[other], known[other]):
            said[other] = tr("de antwoorden van dit plan staan in de rij van plan ‘{plan}’").format(plan=_name(sent, plan_id))
    return said


def _owner(row: Plan, own: Plan, known: Plans, having: Mapping[tuple[str, object], list[str]]) -> str:
    """Whose answers a row has, when it is another plan; empty when they are its own, or nobody's."""
    votes: Counter[str] = Counter()
    for name, value in row.items():
        if _tells(value) and value != own[name]:
            having_it = having.get((name, value), [])
            votes.update(having_it if len(having_it) <= _COMMON else ())
    for other, count in votes.most_common(_FEW):
        if count < _FEW:
            break
        apart = [name for name in row if known[other][name] != own[name]]
        hits = [(own[name], row[name]) for name in apart if row[name] == known[other][name]]
        if len(hits) >= _MOST * len(apart) and sum(any(map(_tells, pair)) for pair in set(hits)) >= _FEW:
            return other
    return ""


def _lost(row: Plan, own: Plan) -> bool:
    """Hardly anything that tells the plan is still in its own row."""
    telling = [name for name in row if _tells(own[name])]
    return sum(row[name] != own[name] for name in telling) >= _MOST * len(telling)


def _tells(value: object) -> bool:
    """A value that may tell one plan from another: nothing, zero, yes and no are everywhere."""
    return bool(value) and not isinstance(value, bool)


def _name(sent: Plans, plan_id: str) -> str:
    return as_text(sent[plan_id].get("plannaam") or plan_id)
