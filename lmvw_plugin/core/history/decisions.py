# SPDX-License-Identifier: GPL-2.0-or-later
"""What people decide about plans of two deliveries, and which of it still holds: a decision is about plans as they were when it was made.

Who decided that two plans are one, saw their names and where they lie. When either is another since, it is asked again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import hypot, sqrt

from ..i18n import several, tr
from .facts import Comparison, Fact, Kind
from .sides import Decided, Ground, Link, Side, Spot

_SAME = 0.01  # of its size: a polygon that grew or moved less is the one that was seen


class Verdict(Enum):
    """What was decided: the two are one plan, they are not, or the plan of now is new; or a plan that was gone came back, as gerealiseerd,
    as vervallen, or as it was."""

    SAME = "zelfde"
    OTHER = "ander"
    NEW = "nieuw"
    BUILT = "gerealiseerd"
    DROPPED = "vervallen"
    BACK = "teruggezet"


@dataclass(frozen=True, slots=True)
class Change:
    """What a decision did with a plan of the plan file, so that it can be taken back: values by column, the polygon as hexadecimal WKB.

    ``was`` is None where the plan was added.
    """

    plan_id: str
    was: Mapping[str, object] | None
    became: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Seen:
    """A plan as it was seen: its planbestand-ID and name, m2 and the middle of its polygon (RD, metres); no m2 without a polygon."""

    plan_id: str
    plannaam: str
    m2: float | None = None
    x: float | None = None
    y: float | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """``then`` is None where the plan of now is new. ``moment`` as ``jjjj-mm-dd uu:mm``."""

    verdict: Verdict
    then: Seen | None
    now: Seen
    wie: str = ""
    moment: str = ""
    change: Change | None = None


Said = tuple[Verdict, int | None, int]  # a decision by the places of its plans

# -- what a person may say of a fact -----------------------------------------------------------------------------------


def accepted(fact: Fact) -> list[Said]:
    """It is as the fact says; of a plan that is gone, that the plan which it may have become is its successor. Empty: there is nothing to accept."""
    if fact.kind in (Kind.NEW, Kind.NAME_AGAIN):
        return [(Verdict.NEW, None, index) for index in fact.now]
    return [(Verdict.SAME, *link) for link in fact.links or fact.maybe]


def refused(fact: Fact) -> list[Said]:
    """It is not; of a new plan, that it is the successor of the plan that it may have been. Empty: there is nothing to refuse."""
    if fact.kind in (Kind.NEW, Kind.NAME_AGAIN):
        return [(Verdict.SAME, *link) for link in fact.maybe]
    return [(Verdict.OTHER, *link) for link in fact.maybe]


def tied(comparison: Comparison, fact: Fact, other: int) -> list[Said]:
    """Its one plan is that other one, by its place on the other side: of now for a plan of then, of then for a plan that is new.

    Of a pair it is the plan of then that gets another. Who already has a certain partner keeps it: so plans are merged and split.
    Empty: the fact has several plans, or says so already.
    """
    if len(fact.then) > 1 or len(fact.now) > 1:
        return []
    link = (fact.then[0], other) if fact.then else (other, fact.now[0])
    if link in fact.links:
        return []
    no_more = [(Verdict.OTHER, *was) for was in fact.links]
    kept = {
        was
        for known in comparison.facts
        if known.sure and known is not fact
        for was in known.links
        if was[0] == link[0] or was[1] == link[1]
    }
    return [*no_more, *((Verdict.SAME, *was) for was in sorted(kept)), (Verdict.SAME, *link)]


def decision(said: Said, then: Side, now: Side, ground: Ground, wie: str = "", moment: str = "") -> Decision:
    """The same as it is kept, of the plans as they are."""
    verdict, old, new = said
    return Decision(verdict, None if old is None else seen(then, ground.then, old), seen(now, ground.now, new), wie, moment)


def seen(side: Side, spots: Sequence[tuple[float, Spot] | None], index: int) -> Seen:
    """A plan as it is."""
    return seen_as(str(side.plans[index].get("plan_id") or ""), side.name(index), spots[index])


def seen_as(plan_id: str, name: str, spot: tuple[float, Spot] | None) -> Seen:
    """A plan by what is seen of it: ``spot`` is the size and the middle of its polygon, None without one."""
    if spot is None:
        return Seen(plan_id, name)
    return Seen(plan_id, name, *(round(number, 2) for number in (spot[0], *spot[1])))


def ends(fact: Fact, ground: Ground) -> tuple[Verdict, ...]:
    """How a plan may come back: one that is gone is tied off or put back (Invultip 6, art. 6), one that is tied off may get the name and polygon
    of then."""
    if fact.kind is Kind.GONE:
        return Verdict.BUILT, Verdict.DROPPED, Verdict.BACK
    if fact.kind in (Kind.BUILT, Kind.DROPPED) and len(fact.links) == 1:
        (link,) = fact.links
        if fact.names_then != fact.names_now or (ground.known(link) and link not in ground.equal):
            return (Verdict.BACK,)
    return ()


# -- which of it still holds -------------------------------------------------------------------------------------------


def applied(decisions: Iterable[Decision], then: Side, now: Side, ground: Ground) -> Decided:
    """What was decided of these two deliveries, the oldest first; a later decision about the same plans takes the place of an earlier one."""
    before, after = _Found(then, ground.then), _Found(now, ground.now)
    tied_: set[Link] = set()
    apart, new, over = set[Link](), set[int](), set[tuple[int | None, int]]()
    for decided in decisions:
        old, old_holds = before.of(decided.then) if decided.then else (None, True)
        index, holds = after.of(decided.now)
        if index is None or (decided.then and old is None):
            continue
        if not (old_holds and holds):
            over.add((old, index))
            continue
        over.discard((old, index))
        if old is None:
            tied_ = {link for link in tied_ if link[1] != index}
            new.add(index)
        elif decided.verdict is not Verdict.OTHER:
            apart.discard((old, index))
            new.discard(index)
            tied_.add((old, index))
        else:
            tied_.discard((old, index))
            apart.add((old, index))
    return Decided(frozenset(tied_), frozenset(apart), frozenset(new), len(over))


def stale(count: int) -> list[str]:
    """What to say of decisions that no longer hold; nothing when all do."""
    if not count:
        return []
    words = tr("Niet meer geldig: {decisions}, want het plan kreeg daarna een andere naam of polygoon. Kijk opnieuw.")
    return [words.format(decisions=several(count, "beslissing", "beslissingen"))]


class _Found:
    """Where plans that were seen are now."""

    def __init__(self, side: Side, spots: Sequence[tuple[float, Spot] | None]) -> None:
        self._side, self._spots = side, spots
        self._by_id: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[str, list[int]] = defaultdict(list)
        for index, plan in enumerate(side.plans):
            self._by_id[str(plan.get("plan_id") or "")].append(index)
            self._by_name[side.name(index)].append(index)

    def of(self, seen: Seen) -> tuple[int | None, bool]:
        """The plan, and whether it is as it was; None when it is not there, or nobody can say which it is."""
        places = (self._by_id.get(seen.plan_id) if seen.plan_id else None) or self._by_name.get(seen.plannaam, [])
        same = [index for index in places if self._is(index, seen)]
        if len(same) == 1:
            return same[0], True
        return (places[0], False) if len(places) == 1 else (None, False)

    def _is(self, index: int, seen: Seen) -> bool:
        spot = self._spots[index]
        if self._side.name(index) != seen.plannaam or (spot is None) != (seen.m2 is None):
            return False
        if spot is None or seen.m2 is None or seen.x is None or seen.y is None:
            return True
        area, (x, y) = spot
        return abs(area - seen.m2) <= 1 + _SAME * seen.m2 and hypot(x - seen.x, y - seen.y) <= 1 + _SAME * sqrt(seen.m2)
