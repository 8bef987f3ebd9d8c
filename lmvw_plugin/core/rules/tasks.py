# SPDX-License-Identifier: GPL-2.0-or-later
"""The work that findings ask for: one task per rule, kind and field, in one sentence, with the plans it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..i18n import several, tr
from .catalogue import RULES
from .findings import Ernst, Finding, Soort, Wie

Sizes = Mapping[str, int]  # plan_id, dwellings bruto

_PLACES = {rule: place for place, rule in enumerate(RULES)}
_FIELDS = {field.name: place for place, field in enumerate(b.COLUMNS)}


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done about one thing. ``plans`` are keys of plans, ``dwellings`` what those hold: a measure of its weight."""

    regel: str
    veld: str | None
    soort: Soort
    ernst: Ernst
    wie: Wie
    sentence: str
    findings: tuple[Finding, ...]
    plans: tuple[str, ...]
    dwellings: int

    @property
    def is_wrong(self) -> bool:
        """A mistake that holds the delivery."""
        return self.findings[0].is_wrong

    @property
    def is_unanswered(self) -> bool:
        """Questions that hold the delivery."""
        return self.findings[0].is_unanswered


def tasks_of(findings: Iterable[Finding], plans: int, peildatum: Peildatum | None = None, sizes: Sizes | None = None) -> list[Task]:
    """The tasks: mistakes first, then what is to be filled in, warnings, and what is only told; of each the one that holds most dwellings first.

    :param plans: how many were checked.
    :param sizes: how many dwellings each plan holds; without it the task with most plans comes first.
    """
    together: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        about = finding.veld if "{field}" in RULES[finding.regel].sentence(finding.soort) else None
        together.setdefault((finding.regel, about, finding.soort, finding.ernst, finding.wie), []).append(finding)
    tasks = [_task(cast("str | None", key[1]), found, plans, peildatum, sizes or {}) for key, found in together.items()]
    return sorted(tasks, key=_order)


def rank(finding: Finding) -> int:
    """Mistakes before what is to be filled in, that before warnings, and those before what is only told."""
    return 0 if finding.is_wrong else 1 if finding.is_unanswered else 1 + list(Ernst).index(finding.ernst)


def _task(veld: str | None, found: Sequence[Finding], plans: int, peildatum: Peildatum | None, sizes: Sizes) -> Task:
    first = found[0]
    keys = tuple(dict.fromkeys(key for finding in found if (key := finding.plan_id or finding.plannaam)))
    words = RULES[first.regel].sentence(first.soort).format(field=field_title(veld, peildatum), plans=of_plans(found, len(keys), plans))
    dwellings = sum(sizes.get(key, 0) for key in keys)
    return Task(
        first.regel, veld or first.veld, first.soort, first.ernst, first.wie, words[:1].upper() + words[1:], tuple(found), keys, dwellings
    )


def of_plans(found: Sequence[Finding], number: int, plans: int) -> str:
    """Of which plans a sentence speaks: of one by its name, of several, of all, or of none in particular."""
    if not number:
        return tr("de levering als geheel")
    if number == 1:
        name = next((finding.plannaam for finding in found if finding.plannaam), None)
        return tr("plan ‘{name}’").format(name=name) if name else tr("een plan zonder naam")
    return tr("alle {plans}").format(plans=several(number, "plan", "plannen")) if number >= plans else several(number, "plan", "plannen")


def field_title(name: str | None, peildatum: Peildatum | None) -> str:
    """What a field is called where it stands on its own."""
    if name == b.GEOMETRY:
        return tr("Polygoon")
    return b.BY_NAME[name].title_at(peildatum) if name in b.BY_NAME else name or ""


def _order(task: Task) -> tuple[int, ...]:
    return rank(task.findings[0]), -task.dwellings, -len(task.plans), _PLACES[task.regel], _FIELDS.get(task.veld or "", len(_FIELDS))
