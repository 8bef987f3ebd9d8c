# SPDX-License-Identifier: GPL-2.0-or-later
"""Which plan of now is which plan of then: the same id first, then what people decided, then the best for all plans at once, and what one plan
became of several.

A pair is certain when two witnesses agree and nothing else comes near, or a person said so; any other pair waits for a person.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ..feedback import Feedback, Part, breathing
from ..rules.plans import is_finished
from .assignment import best_pairs
from .evidence import HALF, Evidence, candidates
from .sides import Decided, Ground, Link, Side

_RIVAL = 0.1  # how much a pair must be better than another for the same plan
_INSIDE = 0.6  # of a plan that lies in another: most of it
_FULL = 0.9  # of a polygon: there is no room for another plan in it
_NOTABLE = 0.05  # of a polygon: the part that another plan takes in it
_LEAST = 0.25  # of all witnesses together


@dataclass(frozen=True, slots=True)
class Pair:
    """One plan, then and now. ``by_id``: its planbestand-ID says so; ``decided``: a person does."""

    link: Link
    evidence: Evidence
    sure: bool
    score: float
    by_id: bool = False
    decided: bool = False


@dataclass(frozen=True, slots=True)
class Pairing:
    """The pairs; which plan then went into which plan now without being its predecessor (``joined``, merged or split, with the part that
    lies in it); what speaks for pairs that were not made; and what was decided."""

    pairs: tuple[Pair, ...]
    joined: Mapping[Link, float] = field(default_factory=dict)
    candidates: Mapping[Link, Evidence] = field(default_factory=dict)
    decided: Decided = field(default_factory=Decided)


def pair(
    then: Side, now: Side, ground: Ground, feedback: Feedback, decided: Decided | None = None, known: Mapping[Link, Evidence] | None = None
) -> Pairing:
    """Pair the plans of two deliveries.

    :param decided: what people decided of them.
    :param known: what speaks for each pair, when that was found before.
    :raises Cancelled: when the user cancels.
    """
    decided = decided or Decided()
    known = candidates(then, now, ground, Part(feedback, 0, 80)) if known is None else known
    witnesses = {link: evidence for link, evidence in known.items() if decided.allows(link)}
    by_id = {old: new for old, new in _same_id(then, now).items() if decided.allows((old, new))}
    weighed = _Weighed(then, now, ground, witnesses, decided)
    taken_then, taken_now = set(by_id), set(by_id.values())
    tied = []
    for link in sorted(decided.tied, key=lambda link: (-witnesses[link].weight if link in witnesses else 0.0, link)):
        if link[0] not in taken_then and link[1] not in taken_now:
            tied.append(link)
            taken_then.add(link[0])
            taken_now.add(link[1])
    free = {
        link: evidence.weight
        for link, evidence in breathing(witnesses.items())
        if link[0] not in taken_then and link[1] not in taken_now and evidence.weight >= _LEAST
    }
    best = best_pairs(free)
    rivals = _rivals(free, best)
    pairs = [weighed.by_id((old, new)) for old, new in breathing(by_id.items())]
    pairs += [weighed.by_person(link) for link in tied]
    pairs += [weighed.by_witnesses(link, rivals) for link in breathing(best.items())]
    pairs.sort(key=lambda pair: pair.link[1])
    return Pairing(tuple(pairs), weighed.joined(pairs), witnesses, decided)


def _same_id(then: Side, now: Side) -> dict[int, int]:
    """Plans with one planbestand-ID that stands once on either side."""
    ids = [[str(plan.get("plan_id") or "") for plan in side.plans] for side in (then, now)]
    often = list(map(Counter, ids))
    at = {plan_id: index for index, plan_id in enumerate(ids[1]) if plan_id and often[1][plan_id] == 1}
    return {index: at[plan_id] for index, plan_id in enumerate(ids[0]) if plan_id in at and often[0][plan_id] == 1}


def _rivals(weights: Mapping[Link, float], best: Mapping[int, int]) -> dict[Link, float]:
    """Of each pair the weight of the best other pair that one of the two could have made."""
    of: tuple[defaultdict[int, list[tuple[float, int]]], ...] = defaultdict(list), defaultdict(list)
    for (old, new), weight in breathing(weights.items()):
        of[0][old].append((weight, new))
        of[1][new].append((weight, old))
    return {
        link: max([weight for end in (0, 1) for weight, mate in of[end][link[end]] if mate != link[1 - end]], default=0.0)
        for link in breathing(best.items())
    }


class _Weighed:
    def __init__(self, then: Side, now: Side, ground: Ground, witnesses: Mapping[Link, Evidence], decided: Decided) -> None:
        self._then, self._now, self._ground, self._witnesses, self._decided = then, now, ground, witnesses, decided

    def by_person(self, link: Link) -> Pair:
        """Somebody looked."""
        return Pair(link, self._evidence(link), True, 1.0, decided=True)

    def _evidence(self, link: Link) -> Evidence:
        return self._witnesses.get(link) or Evidence(0.0, None, self._ground.apart(link), 0, None)

    def by_id(self, link: Link) -> Pair:
        """One id is enough, unless name and place both say that it is another plan."""
        evidence = self._evidence(link)
        if link in self._decided.tied:
            return Pair(link, evidence, True, 1.0, True, True)
        sure = link in self._witnesses or not self._ground.known(link) or self._ground.both_ways(link) >= _NOTABLE
        return Pair(link, evidence, sure, 1.0 if sure else HALF, True)

    def by_witnesses(self, link: Link, rivals: Mapping[Link, float]) -> Pair:
        """The witnesses must be two, and no other pair as good."""
        evidence = self._witnesses[link]
        two = evidence.same_name and evidence.same_place
        sure = evidence.sure and (two or rivals[link] <= evidence.weight - _RIVAL)
        return Pair(link, evidence, sure, evidence.weight)

    # -- merged and split ------------------------------------------------------------------------------------------

    def joined(self, pairs: Iterable[Pair]) -> dict[Link, float]:
        """Plans of then that are alone and lie in a plan of now, and plans of now that are alone and lie in a plan of then."""
        now_of, then_of = {}, {}
        for pair in pairs:
            now_of[pair.link[0]], then_of[pair.link[1]] = pair.link[1], pair.link[0]
        best: dict[tuple[int, int], tuple[tuple[float, float], Link]] = {}
        for link in breathing(sorted(link for link in {*self._ground.shared, *self._ground.equal} if self._decided.allows(link))):
            for end in (0, 1):
                part = self._inside(link, end, now_of, then_of)
                if part and part > best.get((end, link[end]), ((0.0, 0.0), link))[0]:
                    best[end, link[end]] = part, link
        lying = {link: part for (part, _), link in best.values()}
        often = [Counter(link[end] for link in lying) for end in (0, 1)]
        alone = {
            link for link in lying
            if link[0] not in now_of and link[1] not in then_of and often[0][link[0]] == often[1][link[1]] == 1
        }  # fmt: skip
        parts = {link: part for link, part in lying.items() if link not in alone or self._ground.both_ways(link) >= HALF}
        return parts | {link: 1.0 for link in self._decided.tied if now_of.get(link[0]) != link[1]}

    def _inside(self, link: Link, end: int, now_of: Mapping[int, int], then_of: Mapping[int, int]) -> tuple[float, float] | None:
        """The part of the lone plan that lies in the other, when there is room for it: the other grew, or was larger before. And the room."""
        old, new = link
        if end == 0:
            if old in now_of or is_finished(self._then.plans[old]) or is_finished(self._now.plans[new]):
                return None
            part, back, mate = self._ground.of_then(link), self._ground.of_now(link), then_of.get(new)
            filled = 0.0 if mate is None else self._ground.of_now((mate, new))
        else:
            if new in then_of or is_finished(self._then.plans[old]):
                return None
            part, back, mate = self._ground.of_now(link), self._ground.of_then(link), now_of.get(old)
            filled = 0.0 if mate is None else self._ground.of_then((old, mate))
        return (round(part, 2), 1.0 - filled) if part >= _INSIDE and filled < _FULL and back >= _NOTABLE else None
