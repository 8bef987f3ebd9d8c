# SPDX-License-Identifier: GPL-2.0-or-later
"""Importing into a plan file that holds plans: which plan is which, what would change, and what a person chose."""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from ..basisset.values import amount, amounts, as_text
from ..errors import LmvwError
from ..i18n import tr
from ..names.comparing.explain import quoted
from .imported import Balance, Imported, NotImported, measure_of
from .mapping.hints import Hint
from .mapping.plan import NAME_FIELD
from .match import FIXED, Doubled, Existing, Identical, Pair, Places, doubled, match, number_of

POLYGON = "polygoon"
_VERSION = 2  # 1 could not tell new plans with the same name apart
_LEFT = "vervallen"  # what a person may say of a plan that the source no longer has
_SUMMED = ("bruto_totaal", "sloop_totaal")

# plan_id, name, field, old and new value; of a new plan None, its name and the number of its polygon. The values are part of it:
# what was changed after somebody chose is not what that person saw.
Key = tuple[str | None, str, str | int | None, str, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One value of one plan, old and new; ``veld`` is None for a new plan. ``fid`` and ``position`` say where it goes.

    ``polygon`` is the number of the polygon of a new plan, as the reports count them; None when it has none. What has a
    ``reason`` is for a person to decide: it is done only when chosen. ``position`` is None for what is in no source.
    """

    plan_id: str | None
    name: str
    veld: str | None
    old: object
    new: object
    position: int | None
    fid: int | None = None
    accepted: bool = True
    polygon: int | None = None
    reason: str = ""

    @property
    def old_text(self) -> str:
        """The old value for a reader."""
        return shown(self.veld, self.old)

    @property
    def new_text(self) -> str:
        """The new value for a reader."""
        return tr("andere polygoon") if self.veld == POLYGON and self.old is not None else shown(self.veld, self.new)

    @property
    def undecided(self) -> bool:
        """A person must choose, and has not."""
        return bool(self.reason) and not self.accepted

    @property
    def key(self) -> Key:
        """What a choice is written down by."""
        return self.plan_id, self.name, self.polygon if self.veld is None else self.veld, self.old_text, self.new_text

    def row(self) -> dict[str, Any]:
        """The change in the document of choices."""
        entry: dict[str, Any] = {
            "plan_id": self.plan_id, "plannaam": self.name, "veld": self.veld, "oud": self.old_text, "nieuw": self.new_text,
            "overnemen": self.accepted,
        }  # fmt: skip
        if self.polygon is not None:
            entry["polygoon"] = self.polygon
        return entry | ({"reden": self.reason} if self.reason else {})


@dataclass(frozen=True, slots=True)
class Totals:
    """What a plan file holds: plans, dwellings to be built and to be demolished."""

    plans: int
    bruto: int
    sloop: int


@dataclass(slots=True)
class Update:
    """All changes, and how many plans stay as they are. ``applied``: the plan file was changed, not only looked at.

    ``leaving``: plans of the plan file that the source does not have. ``after``: what the plan file holds when all is done.
    ``seen``: what the source says of each plan, by plan id and field, to keep for the next import; ``hints``: what it says besides;
    ``strijdig``: of which plans the province labelled it so there, who kept that and when; ``doubled``: new plans that lie on one of ``leaving``.
    """

    changes: list[Change] = field(default_factory=list)
    same: int = 0
    applied: bool = False
    leaving: list[Existing] = field(default_factory=list)
    after: Totals | None = None
    seen: dict[str, dict[str, object]] = field(default_factory=dict)
    hints: dict[str, tuple[Hint, ...]] = field(default_factory=dict)
    strijdig: dict[str, tuple[str, str]] = field(default_factory=dict)
    doubled: list[Doubled] = field(default_factory=list)

    @property
    def changed(self) -> int:
        """Existing plans with at least one accepted change."""
        return len({change.fid for change in self.changes if change.accepted and change.fid is not None})

    @property
    def new(self) -> list[int]:
        """The positions of the new plans."""
        return [change.position for change in self.changes if change.fid is None and change.position is not None]

    @property
    def undecided(self) -> int:
        """Changes of plans in the source that wait for a person's choice."""
        return sum(change.undecided and (change.position is not None or change.fid is None) for change in self.changes)

    @property
    def added(self) -> int:
        """New plans."""
        return sum(change.accepted for change in self.changes if change.fid is None)


def compare(
    existing: Sequence[Existing],
    result: Imported,
    shapes: Sequence[bytes | None],
    chosen: Mapping[Key, bool] | None = None,
    places: Places | None = None,
    removed: Collection[Mapping[str, object]] = (),
) -> Update:
    """What the import would change. Plans that a person must look at first move to ``result.not_imported``.

    An empty value of the source never erases a value of the plan file. Three ways are compared: a value that is no longer what
    the last import made of it, was changed by a person, and stays unless a person chooses otherwise.

    :param shapes: the polygons of the source by index, as WKB of the multipolygon that would be written.
    :param places: tells how polygons lie to each other.
    :param chosen: the choice of ``read_choice``; what it does not name is left as it is. None takes all that needs no person.
    :param removed: what the last import wrote of plans that are gone from the plan file.
    """
    plans = [plan for _, plan in result.plans]
    shape_of = {position: None if index is None else shapes[index] for position, (index, _) in enumerate(result.plans)}
    matched = match(existing, plans, shape_of, places or Identical())
    waiting, pairs = dict(matched.waiting), {pair.position: pair for pair in matched.pairs}
    taken = {veld: Counter(as_text(plan.values[veld]) for plan in existing if plan.values.get(veld) is not None) for veld in _NAMING}
    gone = {_naming(values) for values in removed}
    update = Update(leaving=matched.unmatched)
    for position, (index, plan) in enumerate(result.plans):
        if position in waiting:
            continue
        name = as_text(plan.get(NAME_FIELD) or "")
        pair = pairs.get(position)
        if pair is None:
            reason = tr("is na de vorige import uit het planbestand verwijderd") if _naming(plan) in gone else ""
            number = None if index is None else index + 1
            update.changes.append(Change(None, name, None, None, name, position, None, not reason, number, reason))
            continue
        differences = list(_differences(pair, name, plan, shape_of[position], taken))
        update.changes += differences
        update.same += not differences
    update.changes += _leaving(matched.unmatched)
    if chosen is not None:
        update.changes = [_as_chosen(change, chosen) for change in update.changes]
    refused = [change for change in update.changes if change.fid is None and not change.accepted]
    waiting |= {change.position: change.reason or tr("door u overgeslagen") for change in refused if change.position is not None}
    update.changes = [
        replace(change, position=None) if change.position in waiting else change  # still there to be chosen
        for change in update.changes
        if change.position not in waiting or change.reason
    ]
    _keep_old(result, update.changes)
    drawn = {as_text(pair.plan.values.get(NAME_FIELD) or "") for pair in matched.pairs if pair.plan.shape is not None}
    result.without_polygon = [name for name in result.without_polygon if name not in drawn]
    update.after = _after(existing, update.changes, plans)
    added = {change.position: plans[change.position] for change in update.changes if change.veld is None and change.position is not None}
    ended = {change.fid for change in update.changes if change.accepted and change.position is None and change.fid is not None}
    update.doubled = doubled(added, shape_of, matched.unmatched, ended, places or Identical())
    told = _told_of(pairs, update.changes, plans, waiting)
    update.seen = {plan_id: said(plans[position], shape_of[position]) for plan_id, position in told.items()}
    update.hints = {plan_id: result.hints.get(as_text(plans[position].get("plan_id")), ()) for plan_id, position in told.items()}
    theirs = {plan_id: as_text(plans[position].get("plan_id")) for plan_id, position in told.items()}
    update.strijdig = {plan_id: result.strijdig[their] for plan_id, their in theirs.items() if their in result.strijdig}
    _set_aside(result, waiting)
    positions = {old: new for new, old in enumerate(p for p in range(len(plans)) if p not in waiting)}
    update.changes = [
        change if change.position is None else replace(change, position=positions[change.position]) for change in update.changes
    ]
    return update


def _as_chosen(change: Change, chosen: Mapping[Key, bool]) -> Change:
    """What a person said of it. What was not in the list that the person saw was not refused: it waits."""
    if change.key in chosen:
        return replace(change, accepted=chosen[change.key])
    return replace(change, accepted=False, reason=change.reason or tr("stond niet zo in de lijst waaruit u koos"))


# -- what differs ------------------------------------------------------------------------------------------------------

_NAMING = (NAME_FIELD, "plannummer")


def _naming(values: Mapping[str, object]) -> tuple[object, str]:
    return values.get(NAME_FIELD), number_of(values)


def _differences(
    pair: Pair, name: str, plan: Mapping[str, object], shape: bytes | None, taken: Mapping[str, Mapping[str, int]]
) -> Iterable[Change]:
    old, position = pair.plan, pair.position
    plan_id = None if old.values["plan_id"] is None else as_text(old.values["plan_id"])
    there = old.values.get
    for veld, new in [(veld, new) for veld, new in plan.items() if there(veld) != new]:
        if new is not None and veld not in FIXED:
            now = there(veld)
            reason = pair.doubt or _by_hand(old, veld, now, new)
            if not reason and taken.get(veld, {}).get(as_text(new)):
                reason = tr("een ander plan in het planbestand heeft {value} al").format(value=quoted(as_text(new)))
            yield Change(plan_id, name, veld, now, new, position, old.fid, not reason, None, reason)
    if shape is not None and shape != old.shape:
        reason = pair.doubt or _by_hand(old, POLYGON, digest(old.shape), digest(shape))
        yield Change(plan_id, name, POLYGON, None if old.shape is None else True, True, position, old.fid, not reason, None, reason)


def _by_hand(old: Existing, veld: str, now: object, new: object) -> str:
    """Why a person's own value stays: it is no longer what the last import made of it."""
    if old.imported is None or now == old.imported.get(veld):
        return ""
    if new == old.imported.get(veld):
        return tr("na de vorige import met de hand gewijzigd; de bron is gelijk gebleven")
    return tr("na de vorige import met de hand gewijzigd, en in de bron ook")


def _leaving(leaving: Iterable[Existing]) -> Iterable[Change]:
    """What may be said of the plans that the source no longer has; unless a person says so they stay as they are."""
    reason = tr("staat niet in de bron")
    for plan in leaving:
        values = plan.values
        if values.get("plan_id") is not None and values.get("gerealiseerd") is not True and values.get(_LEFT) is not True:
            yield Change(as_text(values["plan_id"]), plan.name, _LEFT, values.get(_LEFT), True, None, plan.fid, False, None, reason)


def _after(existing: Sequence[Existing], changes: Iterable[Change], plans: Sequence[Mapping[str, object]]) -> Totals:
    """What the plan file holds once the accepted changes are in it."""
    sums = {veld: amounts([plan.values.get(veld) for plan in existing]) for veld in _SUMMED}
    count = len(existing)
    for change in changes:
        if not change.accepted:
            continue
        if change.veld in sums:
            sums[change.veld] += amount(change.new) - amount(change.old)
        elif change.veld is None and change.position is not None:
            count += 1
            for veld in _SUMMED:
                sums[veld] += amount(plans[change.position].get(veld))
    return Totals(count, *sums.values())


# -- what the source said, for the next import -------------------------------------------------------------------------


def said(plan: Mapping[str, object], shape: bytes | None) -> dict[str, object]:
    """What a source says of one plan: what is empty left out, and of its polygon a digest."""
    values = {veld: value for veld, value in plan.items() if value is not None and veld not in FIXED}
    return values if shape is None else values | {POLYGON: digest(shape)}


def digest(shape: bytes | None) -> str | None:
    """By which a polygon is known later; None when there is none."""
    return None if shape is None else hashlib.sha256(shape).hexdigest()[:16]


def _told_of(
    pairs: Mapping[int, Pair], changes: Iterable[Change], plans: Sequence[Mapping[str, object]], waiting: Container[int]
) -> dict[str, int]:
    """By plan id, which plan of the source tells of it; a pair in doubt counts when a person took something of it."""
    confirmed = {change.position for change in changes if change.accepted}
    told = {}
    for position, plan in enumerate(plans):
        pair = pairs.get(position)
        if position in waiting or (pair is not None and pair.doubt and position not in confirmed):
            continue
        plan_id = plan.get("plan_id") if pair is None else pair.plan.values.get("plan_id")
        if plan_id is not None:
            told[as_text(plan_id)] = position
    return told


# -- dwellings ---------------------------------------------------------------------------------------------------------


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
        where = tr("Excel-bestand") if index is None else tr("polygoon {number}").format(number=index + 1)
        result.not_imported.append(NotImported(as_text(plan.get(NAME_FIELD) or ""), where, reason, amounts))
    result.plans = [entry for position, entry in enumerate(result.plans) if position not in waiting]
    _move(result, moved)


def _keep_old(result: Imported, changes: Sequence[Change]) -> None:
    """Dwellings of the source that did not come over are not in the plan file: the list of changes names them."""
    moved: dict[str, int] = defaultdict(int)
    for change in changes:
        measure = (
            None
            if change.accepted or change.position is None or change.veld is None or change.veld in result.fixed
            else measure_of(change.veld)
        )
        if measure and isinstance(change.new, int):
            moved[measure] += change.new
    _move(result, moved)


def _move(result: Imported, moved: Mapping[str, int]) -> None:
    """From what came over to what did not, by measure."""
    result.balances = [
        Balance(
            balance.measure, balance.source, balance.target - moved.get(balance.measure, 0), balance.listed + moved.get(balance.measure, 0)
        )
        for balance in result.balances
    ]


# -- the choice as a document -----------------------------------------------------------------------------------------


def to_json(update: Update) -> str:
    """The changes as a document: put ``overnemen`` on false for what must stay, and hand it back."""
    rows = [change.row() for change in update.changes]
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
            chosen[row["plan_id"], row["plannaam"], which, row["oud"], row["nieuw"]] = row["overnemen"] is True
    except (json.JSONDecodeError, AttributeError, KeyError, RecursionError, TypeError) as error:
        raise LmvwError(
            tr("‘{name}’ is geen lijst van wijzigingen; gebruik een bestand dat met ‘Alleen tonen’ is gemaakt.").format(name=name)
        ) from error
    return chosen


def shown(veld: str | None, value: object) -> str:
    """A value of a field for a reader."""
    if value is None:
        return ""
    if veld == POLYGON:
        return tr("polygoon")
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    return as_text(value)
