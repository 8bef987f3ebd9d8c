# SPDX-License-Identifier: GPL-2.0-or-later
"""Which imported plan is which plan of the plan file.

A pairing needs two witnesses: our own id, or two of plan number, name and place. One witness will do for a name that nothing
contradicts, since names are what everything is joined on. Any other pair is in doubt: a person decides about each change of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ..basisset.values import amount, as_text
from ..i18n import tr
from ..names.comparing.explain import filled, quoted
from ..names.comparing.likeness import Verdict, compare
from ..names.comparing.matching import near_pairs
from .mapping.plan import NAME_FIELD

FIXED = frozenset(("plan_id", "gemeente_code", "gemeente_naam"))  # never changed by an import
_NUMBER = "plannummer"
# Of what two polygons cover together: the registries of 2017 and 2020 show a clear gap around it, and a third of the plans above it had got
# another name.
SAME_PLACE = 0.8
MOSTLY = 0.5  # of the smaller polygon: what lies so may be one plan, drawn or cut otherwise
SLIVER = 0.01  # of the smaller polygon: by so much neighbours are drawn over each other
Values = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Existing:
    """A plan of the plan file: its place there, its values, and its polygon as WKB (None when it has none).

    ``imported``: what the source said of it at the last import, by field; None when that is not known.
    """

    fid: int
    values: Values
    shape: bytes | None = None
    imported: Values | None = None

    @property
    def name(self) -> str:
        """Its plan name, as text."""
        return as_text(self.values.get(NAME_FIELD) or "")


@dataclass(frozen=True, slots=True)
class Pair:
    """An imported plan, by position, and the plan that it is; ``doubt`` says why a person must look first."""

    position: int
    plan: Existing
    doubt: str = ""


@dataclass(slots=True)
class Match:
    """All pairs; what waits, by position with the reason; and the plans of the plan file that the source does not have."""

    pairs: list[Pair] = field(default_factory=list)
    waiting: dict[int, str] = field(default_factory=dict)
    unmatched: list[Existing] = field(default_factory=list)


class Places(Protocol):
    """Where polygons lie, as WKB."""

    def same(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> Mapping[int, Sequence[int]]:
        """On which old polygons a new one lies, so that the two are nearly one."""

    def apart(self, new: bytes, old: bytes) -> bool:
        """Two polygons that share nothing."""

    def over(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> Mapping[int, Sequence[int]]:
        """On which old polygons a new one lies for the most part, or they on it."""


class Identical:
    """Places for who has no geometry: byte for byte, and nothing is known of others."""

    def same(self, new: Mapping[int, bytes], old: Mapping[int, bytes]) -> Mapping[int, Sequence[int]]:
        """The polygons that are equal."""
        at: dict[bytes, list[int]] = defaultdict(list)
        for fid, shape in old.items():
            at[shape].append(fid)
        return {position: at[shape] for position, shape in new.items() if shape in at}

    def apart(self, new: bytes, old: bytes) -> bool:
        """Not known."""
        return False

    over = same


def match(existing: Sequence[Existing], plans: Sequence[Values], shape_of: Mapping[int, bytes | None], places: Places) -> Match:
    """Pair what is certain, then what a person must look at; the surest witnesses go first.

    :param shape_of: the polygon of each position in ``plans``, as WKB.
    """
    job = _Matching(existing, plans, shape_of, places)
    job.by_key(lambda values: values.get("plan_id"), _now)
    for of in (_now, _at_last_import):
        job.by_key(_number_and_name, of)
    job.look_where()
    for of in (_now, _at_last_import):
        job.by_name_and_place(of)
    job.by_number_and_place()
    for of in (_now, _at_last_import):
        job.by_name(of)
    job.by_number()
    job.wait_for_lookalikes()
    return Match(job.pairs, job.waiting, [plan for plan in job.free.values() if plan.fid not in job.maybe])


Of = Callable[[Existing], "Values | None"]


def _now(plan: Existing) -> Values:
    return plan.values


def _at_last_import(plan: Existing) -> Values | None:
    """A plan that was renamed by hand is known to the source by the name that it had."""
    return plan.imported


def number_of(values: Values) -> str:
    """The plan number as text, empty when there is none."""
    raw = values.get(_NUMBER)
    return "" if raw is None else as_text(raw).strip()


def _number_and_name(values: Values) -> object:
    number, name = number_of(values), values.get(NAME_FIELD)
    return (number, name) if number and name else None


class _Matching:
    def __init__(self, existing: Sequence[Existing], plans: Sequence[Values], shape_of: Mapping[int, bytes | None], places: Places) -> None:
        self.new, self.free = dict(enumerate(plans)), {plan.fid: plan for plan in existing}
        self._names = {plan.name for plan in existing if plan.name}
        self.pairs: list[Pair] = []
        self.waiting: dict[int, str] = {}
        self.maybe: set[int] = set()  # plans of which something waits
        self._shape_of, self._places = shape_of, places
        self._on: Mapping[int, Sequence[int]] = {}

    def _pair(self, position: int, plan: Existing, doubt: str = "") -> None:
        self.pairs.append(Pair(position, plan, doubt))
        del self.new[position], self.free[plan.fid]

    def _once(self, key: Callable[[Values], object], of: Of) -> list[tuple[int, Existing]]:
        """Pairs that share a value which stands once on either side."""
        ours = {position: key(plan) for position, plan in self.new.items() if position not in self.waiting}
        theirs = {fid: key(values) for fid, plan in self.free.items() if (values := of(plan)) is not None}
        often, often_there = Counter(ours.values()), Counter(theirs.values())
        at = {value: fid for fid, value in theirs.items() if value is not None and often_there[value] == 1}
        return [(position, self.free[at[value]]) for position, value in ours.items() if value in at and often[value] == 1]

    def by_key(self, key: Callable[[Values], object], of: Of) -> None:
        """What has the same id, or the same number and name."""
        for position, plan in self._once(key, of):
            self._pair(position, plan)

    def look_where(self) -> None:
        """Where the plans lie that are still to be paired."""
        drawn = {position: shape for position in self.new if (shape := self._shape_of[position]) is not None}
        self._on = self._places.same(drawn, {fid: plan.shape for fid, plan in self.free.items() if plan.shape is not None})

    def _mates(self, position: int) -> list[Existing]:
        return [self.free[fid] for fid in self._on.get(position, ()) if fid in self.free]

    def by_name_and_place(self, of: Of) -> None:
        """What has the same name and lies in the same place; of more that do, the one whose polygon is equal."""
        named = {
            position: [mate for mate in self._mates(position) if (of(mate) or {}).get(NAME_FIELD) == plan.get(NAME_FIELD)]
            for position, plan in self.new.items()
        }
        for position, mates in named.items():
            equal = next((mate for mate in mates if mate.fid in self.free and mate.shape == self._shape_of[position]), None)
            if equal:
                self._pair(position, equal)
        rivals = Counter(mate.fid for position, mates in named.items() if position in self.new for mate in mates)
        for position, mates in named.items():
            free = [mate for mate in mates if mate.fid in self.free]
            if position in self.new and len(free) == 1 and rivals[free[0].fid] == 1:
                self._pair(position, free[0])

    def by_number_and_place(self) -> None:
        """What has the same number and lies in the same place: a plan that got another name."""
        for position, plan in self._once(lambda values: number_of(values) or None, _now):
            if plan in self._mates(position):
                self._pair(position, plan)

    def by_name(self, of: Of) -> None:
        """What has only its name; a number or place that says otherwise puts it in doubt."""
        for position, plan in self._once(lambda values: values.get(NAME_FIELD) or None, of):
            self._pair(position, plan, self._contradiction(position, plan))
        there = defaultdict(list)
        for plan in self.free.values():
            there[(of(plan) or {}).get(NAME_FIELD)].append(plan)
        for position, values in tuple(self.new.items()):
            mates = there.get(values.get(NAME_FIELD), ())
            twin = next((mate for mate in mates if mate.fid in self.free and self._is_the_same(position, mate)), None)
            if twin:
                self._pair(position, twin)  # nothing changes, so it harms nobody when it is the other
            elif mates and values.get(NAME_FIELD):
                self.waiting[position] = tr(
                    "de naam staat meer dan één keer in bron of planbestand; geef elk plan een eigen naam of plannummer"
                )
                self.maybe.update(mate.fid for mate in mates)

    def _is_the_same(self, position: int, plan: Existing) -> bool:
        shape = self._shape_of[position]
        values = ((veld, new) for veld, new in self.new[position].items() if new is not None and veld not in FIXED)
        return (shape is None or shape == plan.shape) and all(plan.values.get(veld) == new for veld, new in values)

    def _contradiction(self, position: int, plan: Existing) -> str:
        ours, theirs = number_of(self.new[position]), number_of(plan.values)
        if ours and theirs and ours != theirs:
            return tr("de naam is gelijk, maar het plannummer is ‘{ours}’ in de bron en ‘{theirs}’ in het planbestand").format(
                ours=ours, theirs=theirs
            )
        return tr("de naam is gelijk, maar de polygoon ligt op een andere plek") if self._apart(position, plan) else ""

    def _apart(self, position: int, plan: Existing) -> bool:
        shape = self._shape_of[position]
        return shape is not None and plan.shape is not None and self._places.apart(shape, plan.shape)

    def by_number(self) -> None:
        """What has only its number: a running number shifts when a row goes, so it says little by itself."""
        for position, plan in self._once(lambda values: number_of(values) or None, _now):
            if self._mates(position):
                continue  # its place says that it is another plan
            name = as_text(self.new[position].get(NAME_FIELD) or "")
            if compare(name, plan.name).verdict is Verdict.SUSPICIOUS and not self._apart(position, plan):
                self._pair(position, plan)
                continue
            doubt = tr("alleen het plannummer is gelijk; in het planbestand heet dit plan {name}").format(name=quoted(plan.name))
            self._pair(position, plan, doubt)

    def wait_for_lookalikes(self) -> None:
        """A plan that would be new, but has the place or nearly the name of a plan that is there, may be that plan."""
        new = {position: as_text(plan.get(NAME_FIELD) or "") for position, plan in self.new.items() if position not in self.waiting}
        near = {pair.left: pair for pair in near_pairs(filter(None, new.values()), filter(None, (p.name for p in self.free.values())))}
        for position, name in new.items():
            mates = self._mates(position)
            if name in self._names:
                self.waiting[position] = _twice()
            elif mates:
                said = tr("heeft dezelfde polygoon als {name} in het planbestand; heet het plan nu anders, pas dan eerst de naam aan")
                self.waiting[position] = said.format(name=quoted(mates[0].name))
                self.maybe.add(mates[0].fid)
            elif name in near:
                pair = near[name]
                said = tr(
                    "lijkt op {name} in het planbestand, maar {why}; is het hetzelfde plan, maak de namen dan gelijk met ‘Plannamen overnemen’"
                )
                why = filled(pair.likeness.reasons, tr("de bron"), tr("het planbestand"))
                self.waiting[position] = said.format(name=quoted(pair.right), why=why)
                self.maybe.update(plan.fid for plan in self.free.values() if plan.name == pair.right)


def _twice() -> str:
    return tr("de naam staat meer dan één keer in bron of planbestand; geef elk plan een eigen naam of plannummer")


# -- one plan under two names ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Doubled:
    """A new plan, and one that stays and lies where it lies; each with its dwellings."""

    name: str
    bruto: int
    old_name: str
    old_bruto: int


def doubled(
    new: Mapping[int, Values], shape_of: Mapping[int, bytes | None], leaving: Sequence[Existing], ended: Container[int], places: Places
) -> list[Doubled]:
    """What may be one plan, though name and polygon differ too much to say so.

    :param new: the new plans by position.
    :param leaving: the plans that the source does not have.
    :param ended: the places in the plan file of those that a person lets end now.
    """
    live = {
        plan.fid: plan
        for plan in leaving
        if plan.fid not in ended and True not in (plan.values.get("gerealiseerd"), plan.values.get("vervallen"))
    }
    on = places.over(
        {position: shape for position in new if (shape := shape_of[position]) is not None},
        {fid: plan.shape for fid, plan in live.items() if plan.shape is not None},
    )
    return [
        Doubled(
            as_text(new[position].get(NAME_FIELD) or ""),
            amount(new[position].get("bruto_totaal")),
            live[fid].name,
            amount(live[fid].values.get("bruto_totaal")),
        )
        for position, fids in on.items()
        for fid in fids
    ]
