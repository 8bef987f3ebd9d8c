# SPDX-License-Identifier: GPL-2.0-or-later
"""What became of every plan: each plan of then and each of now stands in exactly one fact.

The kinds and columns are those of the comparison that others script against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any

from ..feedback import Feedback, Silent, breathing, watched
from ..i18n import first_few, later, number, tr
from ..names.comparing.explain import quoted
from ..rules.plans import is_finished
from .changes import Change, changes_of
from .evidence import HALF, Evidence, holds
from .pairing import Pair, Pairing
from .sides import Ground, Link, Side, bruto


class Kind(Enum):
    """What became of a plan."""

    SAME = "gelijk"
    CHANGED = "gewijzigd"
    RENAMED = "hernoemd"
    MOVED = "verplaatst"
    RENAMED_MOVED = "hernoemd_verplaatst"
    MERGED = "samengevoegd"
    SPLIT = "gesplitst"
    SWAPPED = "verwisseld"
    NEW = "nieuw"
    GONE = "verdwenen"
    BUILT = "gerealiseerd"
    DROPPED = "vervallen"
    NAME_AGAIN = "naam_hergebruikt"


TITLES = {
    Kind.GONE: later("Verdwenen"), Kind.MERGED: later("Samengevoegd"), Kind.SPLIT: later("Gesplitst"), Kind.SWAPPED: later("Namen verwisseld"),
    Kind.NAME_AGAIN: later("Oude naam voor een ander plan"), Kind.RENAMED_MOVED: later("Hernoemd en anders getekend"),
    Kind.RENAMED: later("Hernoemd"), Kind.MOVED: later("Anders getekend of verplaatst"), Kind.BUILT: later("Gerealiseerd"),
    Kind.DROPPED: later("Vervallen"), Kind.NEW: later("Nieuw"), Kind.CHANGED: later("Gewijzigd"), Kind.SAME: later("Gelijk"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the comparison. ``then`` and ``now`` are the indexes of plans in either delivery; each plan is in one fact only.

    ``names_then`` and ``names_now`` are the plan names to the byte; of an old name for another plan ``names_then`` has the name and ``then``
    no place. ``score`` (0 to 1) says how much speaks for it; ``sure`` that nobody needs to look.
    ``links``: the plans that it says are one; ``maybe``: those of them that a person may say are not, and of a plan that is alone the other
    that it may be. ``decided``: a person said so.
    """

    kind: Kind
    then: tuple[int, ...]
    now: tuple[int, ...]
    names_then: tuple[str, ...]
    names_now: tuple[str, ...]
    sure: bool
    score: float
    reason: str
    changes: tuple[Change, ...] = ()
    links: tuple[Link, ...] = ()
    maybe: tuple[Link, ...] = ()
    decided: bool = False


@dataclass(frozen=True)
class Comparison:
    """Two deliveries, and what became of every plan; what needs a person comes first."""

    then: Side
    now: Side
    facts: Sequence[Fact]
    of_kind: Mapping[Kind, list[Fact]] = field(init=False)

    def __post_init__(self) -> None:
        """The facts by their kind, every kind in the order of ``TITLES``."""
        kinds: dict[Kind, list[Fact]] = {kind: [] for kind in TITLES}
        for fact in self.facts:
            kinds[fact.kind].append(fact)
        object.__setattr__(self, "of_kind", kinds)

    def bruto(self, fact: Fact) -> tuple[int | None, int | None]:
        """The dwellings then and now; None where the fact has no plan."""
        sides = ((self.then, fact.then), (self.now, fact.now))
        then, now = (sum(bruto(side.plans[index]) for index in places) if places else None for side, places in sides)
        return then, now


def facts_of(then: Side, now: Side, ground: Ground, pairing: Pairing, feedback: Feedback | None = None) -> Comparison:
    """Say of every plan what became of it.

    :raises Cancelled: when the user cancels.
    """
    every = _Facts(then, now, ground, pairing).all()
    facts = sorted(watched(every, max(len(then), len(now)), feedback or Silent()), key=_order)
    return Comparison(then, now, facts)


_ORDER = {kind: index for index, kind in enumerate(TITLES)}


def _order(fact: Fact) -> tuple[object, ...]:
    return _ORDER[fact.kind], fact.sure, *((fact.names_then or fact.names_now)[:1]), fact.then, fact.now


class _Facts:
    def __init__(self, then: Side, now: Side, ground: Ground, pairing: Pairing) -> None:
        self._then, self._now, self._ground, self._pairing = then, now, ground, pairing
        self._pair_of = {pair.link[0]: pair for pair in pairing.pairs}
        self._now_paired = {pair.link[1]: pair for pair in pairing.pairs}
        self._named: dict[str, list[int]] = defaultdict(list)
        for index in range(len(then)):
            self._named[then.name(index)].append(index)
        self._near: tuple[dict[int, list[tuple[float, int]]], ...] = defaultdict(list), defaultdict(list)
        for link in breathing({*ground.shared, *pairing.candidates}):
            evidence = pairing.candidates.get(link)
            weight = evidence.weight if evidence else ground.both_ways(link) / 2
            if pairing.decided.allows(link) and (evidence or ground.both_ways(link) >= _NEAR or self._named_after(link)):
                for end in (0, 1):
                    self._near[end][link[end]].append((weight, link[1 - end]))

    def _named_after(self, link: Link) -> bool:
        """One of them is alone, and its name stands whole in that of the other, beside or on top of which it lies: worth a look."""
        alone = link[0] not in self._pair_of or link[1] not in self._now_paired
        return alone and holds(self._then.name(link[0]), self._now.name(link[1]))

    def all(self) -> Iterator[Fact]:
        """Groups first, then circles of names, then pairs, then who is left."""
        done_then, done_now = set[int](), set[int]()
        for fact in (*self._groups(), *self._circles()):
            if done_then.isdisjoint(fact.then) and done_now.isdisjoint(fact.now):
                done_then.update(fact.then)
                done_now.update(fact.now)
                yield fact
        for pair in self._pairing.pairs:
            if pair.link[0] not in done_then and pair.link[1] not in done_now:
                done_then.add(pair.link[0])
                done_now.add(pair.link[1])
                yield self._paired(pair)
        yield from (self._gone(index) for index in range(len(self._then)) if index not in done_then)
        yield from (self._new(index) for index in range(len(self._now)) if index not in done_now)

    def _fact(self, kind: Kind, then: Iterable[int], now: Iterable[int], sure: bool, score: float, reason: str, **more: Any) -> Fact:
        then, now = tuple(then), tuple(now)
        names = tuple(map(self._then.name, then)), tuple(map(self._now.name, now))
        return Fact(kind, then, now, *names, sure, round(min(1.0, score), 3), reason, **more)

    # -- several plans together ------------------------------------------------------------------------------------

    def _groups(self) -> Iterator[Fact]:
        """What was merged or split: plans that hang together by what lies in what."""
        of_then: dict[int, set[int]] = defaultdict(set)
        of_now: dict[int, set[int]] = defaultdict(set)
        joined = self._pairing.joined
        for old, new in breathing(joined):
            for link in ((old, new), *(p.link for p in (self._pair_of.get(old), self._now_paired.get(new)) if p)):
                of_then[link[0]].add(link[1])
                of_now[link[1]].add(link[0])
        for start in breathing(list(of_then)):
            if start not in of_then:  # of a group that was told
                continue
            thens, nows, waiting, inside = {start}, set[int](), [start], dict[Link, float]()
            while waiting:
                old = waiting.pop()
                for new in of_then.pop(old, ()):
                    nows.add(new)
                    if (old, new) in joined:
                        inside[old, new] = joined[old, new]
                    fresh = of_now.pop(new, set()) - thens
                    thens |= fresh
                    waiting += fresh
            yield self._group(sorted(thens), sorted(nows), inside)

    def _group(self, then: Sequence[int], now: Sequence[int], inside: Mapping[Link, float]) -> Fact:
        score = min(inside.values()) * 0.9
        if len(then) == len(now) == 1:
            link = (then[0], now[0])
            return self._paired(Pair(link, self._pairing.candidates.get(link, _NOTHING), False, score / 2))
        pairs = [self._pair_of[old] for old in then if old in self._pair_of]
        decided = self._pairing.decided.tied.issuperset(inside)
        sure = decided and all(pair.sure for pair in pairs)
        more = {"links": tuple(sorted({*inside, *(pair.link for pair in pairs)})), "maybe": tuple(sorted(inside)), "decided": decided}
        if len(then) >= len(now):
            kind, said = Kind.MERGED, tr("{names} liggen nu samen in {now}; bevestig dat deze plannen zijn samengevoegd.")
            said = tr("{names} zijn samengevoegd in {now}: zo is besloten.") if sure else said
            words = said.format(names=_quoted(self._then, then), now=_quoted(self._now, now))
        else:
            kind, said = Kind.SPLIT, tr("Op de plek van {then} liggen nu {names}; bevestig dat het plan is gesplitst.")
            said = tr("{then} is gesplitst in {names}: zo is besloten.") if sure else said
            words = said.format(then=_quoted(self._then, then), names=_quoted(self._now, now))
        return self._fact(kind, then, now, sure, 1.0 if sure else score, words, **more)

    def _circles(self) -> Iterator[Fact]:
        """Plans that took each other's names."""
        seen: set[int] = set()
        for start in breathing(self._pair_of):
            way: dict[int, int] = {}  # by plan how far it is on the way
            index: int | None = start
            while index is not None and index not in seen:
                seen.add(index)
                way[index] = len(way)
                index = self._next(index)
            if index is not None and index in way:  # the way came back to itself
                yield self._circle(list(way)[way[index] :])

    def _next(self, index: int) -> int | None:
        """The plan that had the name which this one has now."""
        pair = self._pair_of.get(index)
        if pair is None or self._then.name(index) == self._now.name(pair.link[1]):
            return None
        named = self._named[self._now.name(pair.link[1])]
        return named[0] if len(named) == 1 and named[0] in self._pair_of else None

    def _circle(self, circle: Sequence[int]) -> Fact:
        pairs = [self._pair_of[index] for index in sorted(circle)]
        sure, score = all(pair.sure for pair in pairs), min(pair.score for pair in pairs)
        said = tr("De plannen {names} hebben elkaars namen gekregen; kijk of niet de gegevens of de polygonen verwisseld zijn.")
        names = _quoted(self._then, sorted(circle))
        links = tuple(pair.link for pair in pairs)
        more = {"links": links, "maybe": links, "decided": all(pair.decided for pair in pairs)}
        return self._fact(
            Kind.SWAPPED, [p.link[0] for p in pairs], [p.link[1] for p in pairs], sure, score, said.format(names=names), **more
        )

    # -- one plan ----------------------------------------------------------------------------------------------------

    def _paired(self, pair: Pair) -> Fact:
        then, now = pair.link
        old, new = self._then.plans[then], self._now.plans[now]
        changed = changes_of(self._then, self._now, pair.link)
        renamed = self._then.name(then) != self._now.name(now)
        moved = self._ground.known(pair.link) and pair.link not in self._ground.equal
        ended = is_finished(new)
        if ended:
            kind = Kind.DROPPED if new.get("vervallen") is True else Kind.BUILT
        elif renamed:
            kind = Kind.RENAMED_MOVED if moved else Kind.RENAMED
        else:
            kind = Kind.MOVED if moved else Kind.CHANGED if changed else Kind.SAME
        parts = []
        if ended:
            said = tr("was dat ook in de vorige levering, en hoeft niet nog eens mee") if is_finished(old) else tr("is afgemeld")
            parts.append(said)
        if renamed:
            parts.append(tr("heette {name}").format(name=_quoted(self._then, [then])))
        if moved:
            parts.append(self._how_moved(pair.link))
        if changed and not ended:
            parts.append(tr("gewijzigd: {changes}").format(changes=_few([change.words for change in changed])))
        if self._named.get(self._now.name(now)) and renamed:
            parts.append(tr("de naam was eerst van een ander plan"))
        if not pair.sure:
            parts.append(_doubt(pair))
        if pair.decided:
            parts.append(tr("het is hetzelfde plan: zo is besloten"))
        more = {"changes": tuple(changed), "links": (pair.link,), "maybe": (pair.link,), "decided": pair.decided}
        return self._fact(kind, [then], [now], pair.sure, pair.score, _sentence(parts or [tr("niets is gewijzigd")]), **more)

    def _how_moved(self, link: Link) -> str:
        share = number(min(99.9, 100 * self._ground.together(link)), 1)
        then, now = self._ground.then[link[0]], self._ground.now[link[1]]
        areas = {"then": _whole(then[0] if then else 0.0), "now": _whole(now[0] if now else 0.0)}
        if self._ground.apart(link):
            said = tr("de polygoon ligt {metres} m verderop (van {then} naar {now} m²)")
            return said.format(metres=_whole(self._ground.distance(link)), **areas)
        return tr("de polygoon is voor {share}% dezelfde (van {then} naar {now} m²)").format(share=share, **areas)

    def _gone(self, index: int) -> Fact:
        plan = self._then.plans[index]
        if is_finished(plan):
            kind = Kind.DROPPED if plan.get("vervallen") is True else Kind.BUILT
            said = tr("Het plan is in de vorige levering afgemeld en hoort nu niet meer mee te gaan.")
            return self._fact(kind, [index], (), True, 1.0, said)
        said = tr("Het plan staat niet meer in deze levering; meld het af als gerealiseerd of vervallen, of wijs zijn opvolger aan.")
        lookalike = self._nearest(0, index)
        if lookalike:
            said = tr("Het plan staat niet meer in deze levering; wijs {name} aan als opvolger, of meld het plan af.")
            said = said.format(name=_quoted(self._now, [lookalike[0]]))
        maybe = ((index, lookalike[0]),) if lookalike else ()
        return self._fact(Kind.GONE, [index], (), False, 1.0 - (lookalike[1] if lookalike else 0.0), said, maybe=maybe)

    def _new(self, index: int) -> Fact:
        name, named = self._now.name(index), self._named.get(self._now.name(index), [])
        lookalike, decided = self._nearest(1, index), index in self._pairing.decided.new
        score, maybe = (1.0 - lookalike[1], ((lookalike[0], index),)) if lookalike else (1.0, ())
        if name and named:
            said = tr(
                "Dit is een ander plan dan dat in de vorige levering {name} heette; geef het een eigen naam, of wijs het oude plan aan."
            )
            said = tr("Dit is een ander plan dan dat in de vorige levering {name} heette: zo is besloten.") if decided else said
            words = said.format(name=_quoted(self._now, [index]))
            fact = self._fact(Kind.NAME_AGAIN, (), [index], decided, score, words, maybe=maybe, decided=decided)
            return replace(fact, names_then=(name,))
        if decided:
            return self._fact(Kind.NEW, (), [index], True, 1.0, tr("Een nieuw plan: zo is besloten."), decided=True)
        if is_finished(self._now.plans[index]):
            said = tr("Dit plan is afgemeld, maar de vorige levering kende het niet; kijk of het toen anders heette.")
            return self._fact(Kind.NEW, (), [index], False, HALF, said, maybe=maybe)
        on = self._finished_below(index)
        if on is not None:
            said = tr("Een nieuw plan op de plek van {name}, dat is afgemeld.").format(name=_quoted(self._then, [on]))
            return self._fact(Kind.NEW, (), [index], True, 1.0, said)
        if lookalike is not None:
            said = tr("Een nieuw plan, of de opvolger van {name}; kijk welke van de twee.").format(name=_quoted(self._then, [lookalike[0]]))
            return self._fact(Kind.NEW, (), [index], False, score, said, maybe=maybe)
        return self._fact(Kind.NEW, (), [index], True, 1.0, tr("In de vorige levering lijkt geen enkel plan op dit plan."))

    def _finished_below(self, index: int) -> int | None:
        """The plan under a new one that is gerealiseerd or vervallen, then or now: there a new plan is nothing odd (Dataprotocol art. 6.d)."""
        for _, then in sorted(self._near[1].get(index, ()), reverse=True):
            pair = self._pair_of.get(then)
            if self._ground.of_now((then, index)) >= _NEAR and (
                is_finished(self._then.plans[then]) or (pair is not None and is_finished(self._now.plans[pair.link[1]]))
            ):
                return then
        return None

    def _nearest(self, end: int, index: int) -> tuple[int, float] | None:
        """The plan of the other delivery that looks most like one that is alone, unless that is certainly another; with the weight of it."""
        paired = (self._now_paired, self._pair_of)[end]
        maybe = [(weight, mate) for weight, mate in self._near[end].get(index, ()) if not (mate in paired and paired[mate].sure)]
        if not maybe:
            return None
        weight, mate = max(maybe)
        return mate, min(weight, HALF)


# -- words ---------------------------------------------------------------------------------------------------------------

_NOTHING = Evidence(0.0, None, False, 0, None)
_NEAR = 0.2  # of the overlap: what is less is a neighbour
_MOST_NAMES = 4  # in one sentence


def _doubt(pair: Pair) -> str:
    """Why a person must look."""
    evidence = pair.evidence
    if pair.by_id:
        return tr("het planbestand-ID is gelijk, maar naam en plek zeggen dat het een ander plan is")
    if evidence.apart:
        return tr("de plek zegt dat het een ander plan is")
    if evidence.same_name or evidence.name > 0:
        return (
            tr("naam en plek samen zijn niet genoeg om zeker te zijn") if evidence.overlap is not None else tr("alleen de naam lijkt erop")
        )
    return tr("alleen de plek is gelijk") if evidence.number <= 0 else tr("alleen het plannummer en de plek lijken erop")


def _sentence(parts: Sequence[str]) -> str:
    text = "; ".join(parts)
    return f"{text[:1].upper()}{text[1:]}."


def _quoted(side: Side, places: Sequence[int]) -> str:
    return first_few([quoted(side.name(index)) for index in places])


def _few(texts: Sequence[str]) -> str:
    shown = ", ".join(texts[:_MOST_NAMES])
    return shown if len(texts) <= _MOST_NAMES else tr("{shown} en nog {more}").format(shown=shown, more=len(texts) - _MOST_NAMES)


def _whole(amount: float) -> str:
    return number(round(amount))
