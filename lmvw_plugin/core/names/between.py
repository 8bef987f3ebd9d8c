# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about the plan names of two sources: N2 and N3, with the near match where there is one, and a name that changed since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from ..feedback import Feedback
from ..i18n import first_few, tr
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding
from .comparing import forms
from .comparing.explain import filled, quoted
from .comparing.likeness import Better, Verdict, compare
from .comparing.matching import NearPair, near_pairs
from .rules import NAME_FIELD, NameEntry, NameSource, places_of, require_names

BETWEEN = frozenset(("N2", "N3"))


def match_names(left: NameSource, right: NameSource, feedback: Feedback | None = None) -> list[Finding]:
    """N2 and N3: names that are not in both sources once and exactly, with the near match where there is one.

    Every plan without its twin has a finding of its own, also where several resemble the same name.

    :raises LmvwError: when one of them holds notes instead of names.
    """
    require_names(left)
    require_names(right)
    lefts, rights = left.places, right.places
    findings = [
        finding
        for name in lefts
        if name in rights and (len(lefts[name]) > 1 or len(rights[name]) > 1)
        for finding in _one_to_many(left, lefts[name], right, rights[name])
    ]
    by_left, by_right = grouped(nearest(lefts, rights, feedback))
    taken = _taken(lefts, rights)
    for own, names, other, others, mates_of, back in (
        (left, lefts, right, rights, by_left, by_right),
        (right, rights, left, lefts, by_right, by_left),
    ):
        flip = own is right
        for name, entries in names.items():
            if name in others:
                continue
            mates = [(pair.left if flip else pair.right, pair) for pair in mates_of.get(name, ())]
            if not mates:
                findings += [_missing(own, name, entry, other, others, taken) for entry in entries]
            elif len(mates) > 1:
                findings += [_ambiguous(own, name, entry, other, mates, flip) for entry in entries]
            elif len(rivals := back[mates[0][0]]) > 1:
                findings += [_rival(own, name, entry, other, others[mates[0][0]], mates[0][1], len(rivals) - 1, flip) for entry in entries]
            elif not flip:
                findings += _near(left, entries, right, rights[mates[0][0]], mates[0][1])
    return findings


def nearest(lefts: Mapping[str, object], rights: Mapping[str, object], feedback: Feedback | None) -> list[NearPair]:
    """The near pairs between the names without a twin, of which either side knows nothing nearer."""
    pairs = near_pairs((name for name in lefts if name not in rights), (name for name in rights if name not in lefts), feedback)
    best: dict[tuple[str, str], int] = {}
    for pair in pairs:
        for side in (("left", pair.left), ("right", pair.right)):
            best[side] = min(best.get(side, pair.likeness.rank), pair.likeness.rank)
    return [pair for pair in pairs if pair.likeness.rank == best["left", pair.left] == best["right", pair.right]]


def _taken(lefts: Mapping[str, object], rights: Mapping[str, object]) -> dict[str, str]:
    """The names that have their twin, by the normal form of a name that has none."""
    alone = {forms.key(name) for name in (*lefts, *rights) if (name in lefts) != (name in rights)}
    return {key: name for name in lefts if name in rights and (key := forms.key(name)) in alone} if alone else {}


def grouped(pairs: Iterable[NearPair]) -> tuple[dict[str, list[NearPair]], dict[str, list[NearPair]]]:
    """The pairs by the name on the left, and by the name on the right."""
    by_left: dict[str, list[NearPair]] = defaultdict(list)
    by_right: dict[str, list[NearPair]] = defaultdict(list)
    for pair in pairs:
        by_left[pair.left].append(pair)
        by_right[pair.right].append(pair)
    return by_left, by_right


def proposal(pair: NearPair) -> tuple[str, str]:
    """(what to replace, by what): the intact name stays; without a clear choice the left one, that of the polygons."""
    intact_right = pair.likeness.better is Better.RIGHT or ("\ufffd" in pair.left and "\ufffd" not in pair.right)
    old, new = (pair.left, pair.right) if intact_right else (pair.right, pair.left)
    return old, forms.cleaned(new)


def _near(
    left: NameSource, lefts: Sequence[NameEntry], right: NameSource, rights: Sequence[NameEntry], pair: NearPair
) -> list[Finding]:  # fmt: skip
    old, new = proposal(pair)
    melding = tr("De plannaam {a} ({left}, {left_where}) lijkt op {b} ({right}, {right_where}), maar {why}; "
                 "neem {new} in beide over als het hetzelfde plan is.").format(
        a=quoted(pair.left), left=left.name, left_where=places_of(lefts), b=quoted(pair.right), right=right.name,
        right_where=places_of(rights), why=reasons(pair, left.name, right.name), new=quoted(new))  # fmt: skip
    return [RULES["N3"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=old, voorstel=new) for entry in _of_plans(lefts, rights)]


def _of_plans(lefts: Sequence[NameEntry], rights: Sequence[NameEntry]) -> Sequence[NameEntry]:
    """The side whose plans a finding is about: each of them has its own."""
    return lefts if lefts[0].plan is not None or rights[0].plan is None else rights


def _ambiguous(
    own: NameSource, name: str, entry: NameEntry, other: NameSource, mates: Sequence[tuple[str, NearPair]], flip: bool
) -> Finding:
    """More near matches: a person chooses, so there is no proposal."""
    names = (own.name, other.name) if not flip else (other.name, own.name)
    shown = first_few([f"{quoted(mate)} ({reasons(pair, *names)})" for mate, pair in mates])
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op meer namen: {shown}; "
                 "kies zelf welke hetzelfde plan is.").format(
        name=quoted(name), own=own.name, where=entry.where, other=other.name, shown=shown)  # fmt: skip
    return RULES["N3"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name)


def _rival(
    own: NameSource, name: str, entry: NameEntry, other: NameSource, mates: Sequence[NameEntry], pair: NearPair, rivals: int, flip: bool
) -> Finding:
    """It resembles one name only, and so do others."""
    names = (own.name, other.name) if not flip else (other.name, own.name)
    more = tr("1 andere naam lijkt er ook op") if rivals == 1 else tr("{n} andere namen lijken er ook op").format(n=rivals)
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op {mate} ({mate_where}; {why}); {more}. "
                 "Kies zelf welke hetzelfde plan is.").format(
        name=quoted(name), own=own.name, where=entry.where, other=other.name, mate=quoted(mates[0].name or ""),
        mate_where=places_of(mates), why=reasons(pair, *names), more=more)  # fmt: skip
    return RULES["N3"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name)


def _missing(
    own: NameSource, name: str, entry: NameEntry, other: NameSource, others: Mapping[str, Sequence[NameEntry]], taken: Mapping[str, str]
) -> Finding:
    twin = taken.get(forms.key(name))
    if twin is not None and forms.marks(name) == forms.marks(twin):
        melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other} en lijkt op {twin}, dat daar al wel staat ({twin_where}). "
                     "Is het plan dubbel opgenomen, verwijder het dan; verbeter anders de naam.").format(
            name=quoted(name), own=own.name, where=entry.where, other=other.name, twin=quoted(twin),
            twin_where=places_of(others[twin]))  # fmt: skip
        return RULES["N2"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name)
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}; voeg het plan daar toe of verbeter de naam.").format(
        name=quoted(name), own=own.name, where=entry.where, other=other.name
    )
    return RULES["N2"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name)


def _one_to_many(left: NameSource, lefts: Sequence[NameEntry], right: NameSource, rights: Sequence[NameEntry]) -> list[Finding]:
    melding = tr("De plannaam {name} staat {lefts} keer in {left} ({left_where}) en {rights} keer in {right} ({right_where}); "
                 "elke naam hoort in beide één keer te staan.").format(
        name=quoted(lefts[0].name or ""), lefts=len(lefts), left=left.name, left_where=places_of(lefts), rights=len(rights),
        right=right.name, right_where=places_of(rights))  # fmt: skip
    entries = _of_plans(lefts, rights)
    return [RULES["N2"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=entry.name) for entry in entries]


def renamed(now: NameEntry, then: NameEntry, current: NameSource, previous: NameSource) -> Finding | None:
    """The polygon stayed and its name did not: the name that the province knows is proposed."""
    likeness = compare(now.name, then.name)
    if likeness.verdict in (Verdict.SAME, Verdict.INVALID) or now.name is None or then.name is None:
        return None
    why = tr("; {why}").format(why=filled(likeness.reasons, current.name, previous.name)) if likeness.reasons else ""
    melding = tr("Het plan {now} ({current}, {now_where}) heette in {previous} {then} ({then_where}) en de polygoon is niet verplaatst{why}. "
                 "Neem de oude naam over of leg de nieuwe naam uit in de toelichting.").format(
        now=quoted(now.name), current=current.name, now_where=now.where, previous=previous.name, then=quoted(then.name),
        then_where=then.where, why=why)  # fmt: skip
    rule = RULES["N3"]
    # A warning: a new name may be meant, but who compares two deliveries by name must know of it.
    return rule.finding(melding, now.plan, ernst=Ernst.WAARSCHUWING, veld=NAME_FIELD, waarde=now.name, voorstel=forms.cleaned(then.name))


def reasons(pair: NearPair, left: str, right: str) -> str:
    """Why two names resemble each other and are not the same, with what the sources are called."""
    return filled(pair.likeness.reasons, left, right)
