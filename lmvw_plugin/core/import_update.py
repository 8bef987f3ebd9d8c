# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing into a plan file that holds plans: which plan is which, what would change, and what a person chose."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import methodcaller

from .errors import LmvwError
from .i18n import tr
from .import_plans import Balance, Imported, NotImported, measure_of
from .mapping import NAME_FIELD
from .names import near_pairs
from .values import as_text

POLYGON = "polygoon"
_VERSION = 2  # 1 could not tell new plans with the same name apart
_FIXED = frozenset(("plan_id", "gemeente_code", "gemeente_naam"))

SamePlace = Callable[[Mapping[int, bytes], Mapping[int, bytes]], Mapping[int, int]]  # new and old shapes: which new lies on which old
Key = tuple[str | None, str, str | int | None]  # plan_id, name and field; of a new plan None, its name and the number of its polygon


@dataclass(frozen=True, slots=True)
class Existing:
    """A plan of the plan file: its place there, its values, and its polygon as WKB (None when it has none)."""

    fid: int
    values: Mapping[str, object]
    shape: bytes | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one plan, old and new; ``veld`` is None for a new plan. ``fid`` and ``position`` say where it goes.

    ``polygon`` is the number of the polygon of a new plan, as the reports count them; None when it has none.
    """

    plan_id: str | None
    name: str
    veld: str | None
    old: object
    new: object
    position: int
    fid: int | None = None
    accepted: bool = True
    polygon: int | None = None

    @property
    def old_text(self) -> str:
        """The old value for a reader."""
        return _text(self.veld, self.old)

    @property
    def new_text(self) -> str:
        """The new value for a reader."""
        return tr("andere polygoon") if self.veld == POLYGON and self.old is not None else _text(self.veld, self.new)

    @property
    def key(self) -> Key:
        """What a choice is written down by."""
        return self.plan_id, self.name, self.polygon if self.veld is None else self.veld


@dataclass(slots=True)
class Update:
    """All changes, and how many plans stay as they are. ``applied``: the plan file was changed, not only looked at."""

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    applied: bool = False

    @property
    def changed(self) -> int:
        """Existing plans with at least one accepted change."""
        return len({change.fid for change in self.changes if change.accepted and change.fid is not None})

    @property
    def added(self) -> int:
        """New plans."""
        return sum(change.accepted for change in self.changes if change.fid is None)


def compare(
    existing: Sequence[Existing],
    result: Imported,
    shapes: Sequence[bytes | None],
    chosen: Mapping[Key, bool] | None = None,
    same_place: SamePlace | None = None,
) -> Update:
    """What the import would change. Plans that a person must look at first move to ``result.not_imported``.

    An empty value of the source never erases a value of the plan file.

    :param shapes: the polygons of the source by index, as WKB of the multipolygon that would be written.
    :param same_place: tells which polygons are so alike that a plan with a new name may be an old one.
    :param chosen: the choice of ``read_choice``; what it does not name is left as it is. None takes everything.
    """
    pairs, waiting = _match(existing, result, shapes, same_place or _equal)
    update = Update()
    by_position = dict(pairs)
    for position, (index, plan) in enumerate(result.plans):
        if position in waiting:
            continue
        name = as_text(plan.get(NAME_FIELD) or "")
        old = by_position.get(position)
        if old is None:
            number = None if index is None else index + 1
            update.changes.append(Change(None, name, None, None, name, position, polygon=number))
            continue
        shape = None if index is None else shapes[index]
        found = list(_differences(old, name, plan, shape, position))
        update.changes += found
        update.same += not found
    if chosen is not None:
        update.changes = [replace(change, accepted=chosen.get(change.key, False)) for change in update.changes]
        waiting |= {change.position: tr("door u overgeslagen") for change in update.changes if change.fid is None and not change.accepted}
        update.changes = [change for change in update.changes if change.position not in waiting]
        _keep_old(result, update.changes)
    drawn = {as_text(plan.values.get(NAME_FIELD) or "") for _, plan in pairs if plan.shape is not None}
    result.without_polygon = [name for name in result.without_polygon if name not in drawn]
    _set_aside(result, waiting)
    positions = {old: new for new, old in enumerate(p for p in range(len(result.plans) + len(waiting)) if p not in waiting)}
    update.changes = [replace(change, position=positions[change.position]) for change in update.changes]
    return update


def _differences(old: Existing, name: str, plan: Mapping[str, object], shape: bytes | None, position: int) -> Iterable[Change]:
    plan_id = None if old.values["plan_id"] is None else as_text(old.values["plan_id"])
    for veld, new in plan.items():
        if new is not None and veld not in _FIXED and old.values.get(veld) != new:
            yield Change(plan_id, name, veld, old.values.get(veld), new, position, old.fid)
    if shape is not None and shape != old.shape:
        yield Change(plan_id, name, POLYGON, None if old.shape is None else True, True, position, old.fid)


# -- which plan is which ----------------------------------------------------------------------------------------------


def _match(
    existing: Sequence[Existing], result: Imported, shapes: Sequence[bytes | None], same_place: SamePlace
) -> tuple[list[tuple[int, Existing]], dict[int, str]]:
    """Pairs of imported position and existing plan; and the positions that wait, with the reason."""
    plans = {position: plan for position, (_, plan) in enumerate(result.plans)}
    shape_of = {position: None if index is None else shapes[index] for position, (index, _) in enumerate(result.plans)}
    free = {plan.fid: plan for plan in existing}
    pairs: list[tuple[int, Existing]] = []

    def pair(position: int, plan: Existing) -> None:
        pairs.append((position, plan))
        del plans[position], free[plan.fid]

    for veld in ("plan_id", "plannummer"):
        for position, plan in _unique_on(plans, free, methodcaller("get", veld)):
            pair(position, plan)
    groups: dict[object, list[int]] = defaultdict(list)
    there: dict[object, list[Existing]] = defaultdict(list)
    for position, values in plans.items():
        groups[values.get(NAME_FIELD)].append(position)
    for plan in free.values():
        there[plan.values.get(NAME_FIELD)].append(plan)
    waiting: dict[int, str] = {}
    for name, positions in groups.items():
        mates = there.get(name, [])
        if not mates:
            continue
        if len(positions) > 1 or len(mates) > 1:
            for position in tuple(positions):
                twin = next((mate for mate in mates if mate.shape == shape_of[position]), None)
                if twin:
                    pair(position, twin)
                    positions.remove(position)
                    mates.remove(twin)
        if len(positions) == len(mates) == 1:
            pair(positions[0], mates[0])
        else:
            reason = tr("de naam staat meer dan één keer in bron of planbestand; geef elk plan een eigen naam of plannummer")
            waiting |= dict.fromkeys(positions, reason)
    _wait_for_lookalikes(plans, free, shape_of, waiting, same_place)
    return pairs, waiting


def _unique_on(
    plans: Mapping[int, Mapping[str, object]], free: Mapping[int, Existing], value: Callable[[Mapping[str, object]], object]
) -> list[tuple[int, Existing]]:
    """Pairs that share a value which stands once on either side."""
    ours, theirs = {position: value(plan) for position, plan in plans.items()}, {fid: value(plan.values) for fid, plan in free.items()}
    often, often_there = Counter(ours.values()), Counter(theirs.values())
    at = {found: fid for fid, found in theirs.items() if found is not None and often_there[found] == 1}
    return [(position, free[at[found]]) for position, found in ours.items() if found in at and often[found] == 1]


def _equal(new: Mapping[int, bytes], old: Mapping[int, bytes]) -> dict[int, int]:
    at = {shape: fid for fid, shape in old.items()}
    return {position: at[shape] for position, shape in new.items() if shape in at}


def _wait_for_lookalikes(
    plans: Mapping[int, Mapping[str, object]],
    free: Mapping[int, Existing],
    shape_of: Mapping[int, bytes | None],
    waiting: dict[int, str],
    same_place: SamePlace,
) -> None:
    """A plan that would be new, but has the polygon or nearly the name of a plan that is there, may be that plan."""
    new = {position: as_text(plan.get(NAME_FIELD) or "") for position, plan in plans.items() if position not in waiting}
    old = {fid: as_text(plan.values.get(NAME_FIELD) or "") for fid, plan in free.items()}
    if not new or not old:
        return
    drawn = {position: shape for position in new if (shape := shape_of[position]) is not None}
    on = same_place(drawn, {fid: plan.shape for fid, plan in free.items() if plan.shape is not None})
    near = {pair.left: pair.right for pair in near_pairs(filter(None, new.values()), filter(None, old.values()))}
    for position, name in new.items():
        if position in on:
            waiting[position] = tr(
                "heeft dezelfde polygoon als ‘{name}’ in het planbestand; heet het plan nu anders, pas dan eerst de naam aan"
            ).format(name=old[on[position]])
        elif name in near:
            waiting[position] = tr("lijkt op ‘{name}’ in het planbestand; maak de namen gelijk als het hetzelfde plan is").format(
                name=near[name]
            )


def _set_aside(result: Imported, waiting: Mapping[int, str]) -> None:
    """Move plans to what waits, dwellings included."""
    if not waiting:
        return
    moved: dict[str, int] = defaultdict(int)
    for position, reason in waiting.items():
        index, plan = result.plans[position]
        amounts: dict[str, int] = defaultdict(int)
        for veld, value in plan.items():
            measure = None if veld in result.fixed else measure_of(veld)
            if measure and isinstance(value, int):
                amounts[measure] += value
                moved[measure] += value
        where = tr("werkblad") if index is None else tr("polygoon {number}").format(number=index + 1)
        result.not_imported.append(NotImported(as_text(plan.get(NAME_FIELD) or ""), where, reason, amounts))
    result.plans = [entry for position, entry in enumerate(result.plans) if position not in waiting]
    _move(result, moved)


def _keep_old(result: Imported, changes: Sequence[Change]) -> None:
    """Dwellings of the source that a person did not want are not in the plan file: the list of changes names them."""
    moved: dict[str, int] = defaultdict(int)
    for change in changes:
        measure = None if change.accepted or change.veld is None or change.veld in result.fixed else measure_of(change.veld)
        if measure and isinstance(change.new, int):
            moved[measure] += change.new
    _move(result, moved)


def _move(result: Imported, moved: Mapping[str, int]) -> None:
    """From what came over to what did not, by measure."""
    result.balances = [
        Balance(one.measure, one.source, one.target - moved.get(one.measure, 0), one.aside + moved.get(one.measure, 0))
        for one in result.balances
    ]


# -- the choice as a document -----------------------------------------------------------------------------------------


def to_json(update: Update) -> str:
    """The changes as a document: put ``overnemen`` on false for what must stay, and hand it back."""
    rows = [
        {"plan_id": c.plan_id, "plannaam": c.name, "veld": c.veld, "oud": c.old_text, "nieuw": c.new_text, "overnemen": c.accepted}
        | ({} if c.polygon is None else {"polygoon": c.polygon})
        for c in update.changes
    ]
    return json.dumps({"lmvw_wijzigingen": _VERSION, "wijzigingen": rows}, ensure_ascii=False, indent=1) + "\n"


def read_choice(text: str, name: str) -> dict[Key, bool]:
    """What was chosen, by plan and field.

    :raises LmvwError: when it is no document of ``to_json``.
    """
    try:
        document = json.loads(text)
        if document["lmvw_wijzigingen"] != _VERSION:
            raise KeyError
        chosen: dict[Key, bool] = {}
        for row in document["wijzigingen"]:
            which = row.get("polygoon") if row["veld"] is None else row["veld"]
            chosen[row["plan_id"], row["plannaam"], which] = row["overnemen"] is True
    except (json.JSONDecodeError, AttributeError, KeyError, RecursionError, TypeError) as error:
        raise LmvwError(
            tr("‘{name}’ is geen lijst van wijzigingen; gebruik een bestand dat ‘Plannen importeren’ met ‘Alleen tonen’ maakte.").format(
                name=name
            )
        ) from error
    return chosen


def _text(veld: str | None, value: object) -> str:
    if value is None:
        return ""
    if veld == POLYGON:
        return tr("polygoon")
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    return as_text(value)
