# SPDX-License-Identifier: GPL-2.0-or-later
"""What speaks for two plans being one: number, name, place, and what is known of them. Each is a witness; one alone proves nothing."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..feedback import Feedback, Part, breathing, watched
from ..importing.match import SAME_PLACE, number_of
from ..names.comparing import forms
from ..names.comparing.likeness import Verdict, compare
from ..names.comparing.matching import near_pairs
from ..rules.plans import is_finished
from .sides import Ground, Link, Side

HALF = 0.5  # of the overlap both ways: more of it is the same place than not
_TOUCHES = 0.1  # of the overlap both ways: a place that may go with a name that is alike
_LIKE = 0.8  # of what is known of two plans: more is the same than could be by chance
_UNLIKE = 0.3
_WORST, _STEP = 0.5, 0.05  # of a name that is alike: what it weighs at least, and loses for each letter
_PART = 0.3  # what a name weighs that holds the whole other name: too little to be sure of
_TELLING = 5  # letters of a word that says which plan it is
_MOST_NAMESAKES = 50  # pairs of plans that share one name; a name that more have says nothing
# What a plan keeps: its kind and size. The phasing shifts and the status goes on from delivery to delivery.
_KEEPS = ("bruto_totaal", "sloop_totaal", "plantype", *b.SUM_OF["A4"].settled, *b.SUM_OF["A5"].settled)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one pair.

    ``name`` is 1 when the names are equal and nobody else has them, less when more have it or it is only alike, 0 when they differ.
    ``overlap`` is how much they lie on one place, seen from both, None when one has no polygon; ``apart`` that they share nothing.
    ``number`` is 1 when the plan numbers are equal, -1 when they differ. ``known`` is the part that is the same of what is known of both,
    None where nothing is.
    """

    name: float
    overlap: float | None
    apart: bool
    number: int
    known: float | None
    fresh: bool = False  # the old plan was finished already, this one is not: the place alone says nothing (Dataprotocol art. 6.d)

    @property
    def same_name(self) -> bool:
        """A name that both have and nobody else."""
        return self.name >= 1.0

    @property
    def same_place(self) -> bool:
        """They lie on one place, whichever of the two asks."""
        return self.overlap is not None and self.overlap >= SAME_PLACE

    @property
    def weight(self) -> float:
        """All witnesses together, from 0 to 1."""
        known = HALF if self.known is None else self.known
        told = 0.75 * self.name + 0.25 * known if self.overlap is None else 0.5 * self.overlap + 0.35 * self.name + 0.15 * known
        return min(1.0, max(0.0, told + (0.2, 0.0, -0.1)[1 - self.number]))

    @property
    def possible(self) -> bool:
        """Enough to think of the two as one plan."""
        alike, numbered = self.name > 0, self.number > 0
        like = self.known is not None and self.known >= _LIKE
        if self.overlap is None:
            return self.name >= 0.8 or (alike and (numbered or like)) or (numbered and like)
        if self.apart:
            moved = self.known is None or self.known > HALF
            return (self.name >= 0.8 and (numbered or moved)) or (alike and numbered and moved)
        if self.overlap >= HALF:
            return alike or numbered or not self.fresh
        return self.name >= 0.8 or (self.overlap >= _TOUCHES and (alike or numbered))

    @property
    def sure(self) -> bool:
        """Two witnesses, and nothing that contradicts them; or a name that nothing contradicts where there is nothing else to ask."""
        if self.overlap is None:
            unlike = self.known is not None and self.known < _UNLIKE
            return (self.same_name and self.number >= 0 and not unlike) or (self.number > 0 and self.name >= _WORST)
        if self.apart or self.fresh:
            return False
        if self.number > 0:
            return self.same_name or self.same_place
        return (self.same_name and self.overlap >= HALF) or (self.name >= _WORST and self.same_place)


def candidates(then: Side, now: Side, ground: Ground, feedback: Feedback) -> dict[Link, Evidence]:
    """Every pair of plans for which something speaks, with what does."""
    weigher = _Weigher(then, now, ground, feedback)
    links = dict.fromkeys([*ground.shared, *ground.equal, *weigher.of_one_name, *weigher.of_one_number, *weigher.alike])
    possible: dict[Link, Evidence] = {}
    for link in watched(links, len(links), feedback, 50, 100):
        evidence = weigher.of(link)
        if evidence.possible:
            possible[link] = evidence
    return possible


def holds(left: str, right: str) -> bool:
    """All words of one name stand in the other: ``De Velst`` and ``De Velst, 24 woningen``."""
    fewer, more = sorted((frozenset(forms.words(left)), frozenset(forms.words(right))), key=len)
    return fewer < more and any(len(word) >= _TELLING for word in fewer)


class _Weigher:
    def __init__(self, then: Side, now: Side, ground: Ground, feedback: Feedback) -> None:
        self._then, self._now, self._ground = then, now, ground
        self._names = tuple([side.name(index) for index in breathing(range(len(side)))] for side in (then, now))
        self._numbers = tuple(list(map(number_of, breathing(side.plans))) for side in (then, now))
        self._often = tuple(map(Counter, self._names))
        self._often_numbered = tuple(map(Counter, self._numbers))
        kept = [veld for veld in _KEEPS if veld in then.fields and veld in now.fields]
        self._kept = tuple([[plan.get(veld) for veld in kept] for plan in breathing(side.plans)] for side in (then, now))
        alone = [
            [name for name in names if name and name not in others] for names, others in zip(self._names, self._often[::-1], strict=True)
        ]
        self._near = {
            (pair.left, pair.right): max(_WORST, 0.9 - _STEP * pair.likeness.rank)
            for pair in near_pairs(alone[0], alone[1], Part(feedback, 0, 50))
        }

    @property
    def of_one_name(self) -> Iterator[Link]:
        """Plans that share a name."""
        return _sharing(*self._names)

    @property
    def of_one_number(self) -> Iterator[Link]:
        """Plans that share a number."""
        return _sharing(*self._numbers)

    @property
    def alike(self) -> Iterator[Link]:
        """Plans whose names are nearly the same."""
        places = tuple(map(_places, self._names))
        for left, right in breathing(self._near):
            if len(places[0][left]) * len(places[1][right]) <= _MOST_NAMESAKES:
                yield from ((old, new) for old in places[0][left] for new in places[1][right])

    def of(self, link: Link) -> Evidence:
        """What speaks for one pair."""
        return Evidence(
            self._name_of(link),
            self._ground.both_ways(link) if self._ground.known(link) else None,
            self._ground.apart(link),
            self._number_of(link),
            self._known_of(link),
            is_finished(self._then.plans[link[0]]) and not is_finished(self._now.plans[link[1]]),
        )

    def _name_of(self, link: Link) -> float:
        left, right = self._names[0][link[0]], self._names[1][link[1]]
        if not left or not right:
            return 0.0
        if left == right:
            return 1.0 if self._often[0][left] == self._often[1][right] == 1 else 0.8
        if (left, right) not in self._near:
            likeness = compare(left, right)
            alike = likeness.verdict is Verdict.SUSPICIOUS
            self._near[left, right] = max(_WORST, 0.9 - _STEP * likeness.rank) if alike else _PART * holds(left, right)
        return self._near[left, right] if right not in self._often[0] and left not in self._often[1] else 0.0

    def _number_of(self, link: Link) -> int:
        left, right = self._numbers[0][link[0]], self._numbers[1][link[1]]
        if not left or not right:
            return 0
        if left != right:
            return -1
        return int(self._often_numbered[0][left] == self._often_numbered[1][right] == 1)

    def _known_of(self, link: Link) -> float | None:
        """What is 0 in both says nothing."""
        pairs = zip(self._kept[0][link[0]], self._kept[1][link[1]], strict=True)
        said = [(old, new) for old, new in pairs if old is not None and new is not None and (old or new)]
        return sum(old == new for old, new in said) / len(said) if said else None


def _sharing(then: Sequence[str], now: Sequence[str]) -> Iterator[Link]:
    """The places of what says the same, as far as not too many do."""
    of_then, of_now = _places(then), _places(now)
    for text, olds in breathing(of_then.items()):
        news = of_now.get(text, ())
        if text and 0 < len(olds) * len(news) <= _MOST_NAMESAKES:
            yield from ((old, new) for old in olds for new in news)


def _places(texts: Sequence[str]) -> dict[str, list[int]]:
    at: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(breathing(texts)):
        at[text].append(index)
    return at
