# SPDX-License-Identifier: GPL-2.0-or-later
"""The work that findings ask for: one task per rule, kind and field, in one sentence, with the plans it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..i18n import several, tr
from .catalogue import RULES
from .findings import Ernst, Finding, Soort, Wie

T = TypeVar("T")
Sizes = Mapping[str, int]  # plan_id, dwellings bruto
Key = tuple[str, "str | None", Soort, Ernst, Wie, bool]  # what tells one task from another

_PLACES = {rule: index for index, rule in enumerate(RULES)}
_FIELDS = {field.name: index for index, field in enumerate(b.COLUMNS)}


class Later(Sequence[T]):
    """What is only made when somebody looks: most tasks are told by their number alone."""

    __slots__ = ("_made", "_make", "_size")

    def __init__(self, size: int, make: Callable[[], Sequence[T]]) -> None:
        self._size, self._make = size, make
        self._made: Sequence[T] | None = None

    @property
    def _items(self) -> Sequence[T]:
        if self._made is None:
            self._made = self._make()
        return self._made

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, index: Any) -> Any:
        return self._items[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)


class Looked(Sequence[Finding]):
    """What a task says of very many plans, one thing of each: made for those at which somebody looks."""

    __slots__ = ("_plans", "_whole")

    def __init__(self, plans: Sequence[str], whole: Callable[[str], tuple[Finding, ...]]) -> None:
        self._plans, self._whole = plans, whole

    def __len__(self) -> int:
        return len(self._plans)

    def __getitem__(self, index: Any) -> Any:
        plans = self._plans[index]
        return self._whole(plans)[0] if isinstance(plans, str) else [self._whole(plan)[0] for plan in plans]


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be done about one thing. ``plans`` are keys of plans, ``dwellings`` what those hold: a measure of its weight."""

    key: Key
    regel: str
    veld: str | None
    soort: Soort
    ernst: Ernst
    wie: Wie
    sentence: str
    findings: Sequence[Finding]
    plans: Sequence[str]
    dwellings: int
    accepted: bool = False
    short: str = ""  # the sentence where there is less room: what it says of its field, the heading above it says of all

    @property
    def is_wrong(self) -> bool:
        """A mistake that holds the delivery."""
        return self.ernst is Ernst.FOUT and self.soort is Soort.FOUT

    @property
    def is_warning(self) -> bool:
        """Warnings that nobody accepted."""
        return self.ernst is Ernst.WAARSCHUWING and not self.accepted

    @property
    def is_unanswered(self) -> bool:
        """Questions that hold the delivery."""
        return self.ernst is Ernst.FOUT and self.soort is Soort.INVULLEN


def tasks_of(findings: Iterable[Finding], plans: int, peildatum: Peildatum | None = None, sizes: Sizes | None = None) -> list[Task]:
    """The tasks: mistakes first, then what is to be filled in, warnings, and what is only told; of each the one that holds most dwellings first.

    :param plans: how many were checked.
    :param sizes: how many dwellings each plan holds; without it the task with most plans comes first.
    """
    return sorted((task_of(alike, plans, peildatum, sizes or {}) for alike in together(findings).values()), key=order)


def key_of(finding: Finding) -> Key:
    """The task that a finding belongs to."""
    veld = finding.veld if _names_field(finding.regel, finding.soort) else None
    return finding.regel, veld, finding.soort, finding.ernst, finding.wie, finding.akkoord is not None


def together(findings: Iterable[Finding]) -> dict[Key, list[Finding]]:
    """By task, its findings."""
    by_task: dict[Key, list[Finding]] = {}
    for finding in findings:
        by_task.setdefault(key_of(finding), []).append(finding)
    return by_task


def differing(had: Iterable[Finding], now: Iterable[Finding]) -> set[Key]:
    """The tasks that say something else, or in another order."""
    before, after = together(had), together(now)
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


@cache
def _names_field(regel: str, soort: Soort) -> bool:
    """The sentence of the task names a field: in the source language, so that no translation can part what belongs together."""
    return "{field}" in RULES[regel].template(soort)


def rank(finding: Finding | Task) -> int:
    """Mistakes before what is to be filled in, that before warnings, those before what is only told, and what was accepted at the end."""
    if finding.is_wrong or finding.is_unanswered:
        return int(finding.is_unanswered)
    return 2 if finding.is_warning else 3 if finding.ernst is Ernst.INFO else 4


def is_open(finding: Finding) -> bool:
    """Somebody has to do something about it."""
    return finding.is_wrong or finding.is_unanswered or finding.is_warning


def task_of(findings: Sequence[Finding], plans: int, peildatum: Peildatum | None, sizes: Sizes) -> Task:
    """The task of findings that have one key; parameters as of ``tasks_of``."""
    keys = tuple(dict.fromkeys(key for finding in findings if (key := finding.plan_id or finding.plannaam)))
    return task_with(
        tuple(findings), findings[0], keys, of_plans(findings, len(keys), plans), sum(sizes.get(key, 0) for key in keys), peildatum
    )


def task_with(
    findings: Sequence[Finding], first: Finding, keys: Sequence[str], plans: str, dwellings: int, peildatum: Peildatum | None
) -> Task:
    """A task of which is known what it says.

    :param plans: of which plans it speaks, in words.
    """
    veld = key_of(first)[1]
    field = field_title(veld, peildatum)
    words = RULES[first.regel].sentence(first.soort).format(field=field, plans=plans)
    sentence = words[:1].upper() + words[1:]
    return Task(
        key_of(first),
        first.regel,
        veld or first.veld,
        first.soort,
        first.ernst,
        first.wie,
        sentence,
        findings,
        keys,
        dwellings,
        key_of(first)[5],
        f"{field}: {plans}" if field else sentence,
    )


def of_plans(findings: Sequence[Finding], number: int, plans: int) -> str:
    """Of which plans a sentence speaks: of one by its name, of several, of all, or of none in particular."""
    if not number:
        return tr("de levering als geheel")
    if number == 1:
        name = next((finding.plannaam for finding in findings if finding.plannaam), None)
        return tr("plan ‘{name}’").format(name=name) if name else tr("een plan zonder naam")
    return tr("alle {plans}").format(plans=several(number, "plan", "plannen")) if number >= plans else several(number, "plan", "plannen")


def field_title(name: str | None, peildatum: Peildatum | None) -> str:
    """What a field is called where it stands on its own."""
    if name == b.GEOMETRY:
        return tr("Polygoon")
    return b.BY_NAME[name].title_at(peildatum) if name in b.BY_NAME else name or ""


def order(task: Task) -> tuple[int, ...]:
    """Where a task stands among others."""
    return rank(task), -task.dwellings, -len(task.plans), _PLACES[task.regel], _FIELDS.get(task.veld or "", len(_FIELDS))
