# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about plan names: N1 and N4 within one source, N2 and N3 between two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from . import name_forms as forms
from .feedback import Feedback
from .findings import Ernst, Finding
from .i18n import tr
from .name_explain import filled, joined, quoted
from .name_likeness import Better, Verdict, compare, is_valid
from .names import NearPair, near_pairs
from .rules import RULES

Plan = Mapping[str, object]

_FIELD = "plannaam"
_SHOWN = 3  # places or names in one sentence


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name and where it stands ("rij 14", "fid 3"); its plan, when it comes from a layer."""

    name: str | None
    where: str
    plan: Plan | None = None


@dataclass(frozen=True)
class NameSource:
    """The names of one layer or worksheet. ``name`` says which, in words that fit after "in": ``laag ‘plannen’``."""

    name: str
    entries: Sequence[NameEntry]

    @classmethod
    def of_plans(cls, name: str, plans: Iterable[Plan]) -> NameSource:
        """The names of a layer with plans, in its order."""
        entries = (NameEntry(_text(plan.get(_FIELD)), _where(plan, number), plan) for number, plan in enumerate(plans, 1))
        return cls(tr("laag ‘{name}’").format(name=name), tuple(entries))

    @cached_property
    def places(self) -> dict[str, list[NameEntry]]:
        """The entries of each usable name."""
        places: dict[str, list[NameEntry]] = defaultdict(list)
        for entry in self.entries:
            if entry.name is not None and is_valid(entry.name):
                places[entry.name].append(entry)
        return dict(places)


@dataclass(frozen=True, slots=True)
class Repair:
    """A pair of near names of which a person may adopt either. ``proposal`` is what both sides should say."""

    left: str
    right: str
    proposal: str


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _where(plan: Plan, number: int) -> str:
    fid = plan.get("fid")
    return tr("fid {fid}").format(fid=fid) if fid is not None else tr("plan {number}").format(number=number)


# -- within one source ----------------------------------------------------------------------------------------------


def check_names(plans: Sequence[Plan]) -> list[Finding]:
    """N1 and N4 of the plans of a layer; a name is unique within its municipality."""
    by_gemeente: dict[object, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_gemeente[plan.get("gemeente_code")].append(plan)
    return [finding for group in by_gemeente.values() for finding in check_source(NameSource.of_plans("", group), in_words=False)]


def check_source(source: NameSource, in_words: bool = True) -> list[Finding]:
    """N1 and N4 of one source; ``in_words`` names the source in the messages."""
    at = tr(" in {source}").format(source=source.name) if in_words else ""
    places = source.places
    findings: list[Finding] = []
    for entry in source.entries:
        if entry.name is None or not is_valid(entry.name):
            findings.append(_no_name(entry, at))
            continue
        twins = places[entry.name]
        if len(twins) > 1:
            findings.append(_repeated(entry, twins, at))
        if not forms.is_clean(entry.name):
            findings.append(_unclean(entry, at))
    return findings


def _no_name(entry: NameEntry, at: str) -> Finding:
    where = _upper(entry.where)
    if entry.name is None or forms.is_blank(entry.name):
        melding = tr("{where}{at} heeft geen plannaam; vul de plannaam in.").format(where=where, at=at)
    else:
        melding = tr("{where}{at} heeft als plannaam de foutwaarde {name}; herstel de formule of typ de plannaam.").format(
            where=where, at=at, name=entry.name
        )
    return RULES["N1"].finding(melding, entry.plan, veld=_FIELD, waarde=entry.name)


def _repeated(entry: NameEntry, twins: Sequence[NameEntry], at: str) -> Finding:
    others = _places([twin for twin in twins if twin is not entry])
    melding = tr("De plannaam {name} ({where}) staat {count} keer{at}, ook bij {others}; geef elk plan een eigen naam.").format(
        name=quoted(entry.name or ""), where=entry.where, count=len(twins), at=at, others=others
    )
    return RULES["N1"].finding(melding, entry.plan, veld=_FIELD, waarde=entry.name)


def _unclean(entry: NameEntry, at: str) -> Finding:
    name = entry.name or ""
    melding = tr("De plannaam {name} ({where}{at}) bevat {what}; maak er {proposal} van, in alle bestanden tegelijk.").format(
        name=quoted(name), where=entry.where, at=at, what=joined(list(forms.complaints(name))), proposal=quoted(forms.cleaned(name))
    )
    return RULES["N4"].finding(melding, entry.plan, veld=_FIELD, waarde=name, voorstel=forms.cleaned(name))


# -- between two sources --------------------------------------------------------------------------------------------


def match_names(left: NameSource, right: NameSource, feedback: Feedback | None = None) -> list[Finding]:
    """N2 and N3: names that are not in both sources once and exactly, with the near match where there is one."""
    lefts, rights = left.places, right.places
    findings = [
        _one_to_many(left, lefts[name], right, rights[name])
        for name in lefts
        if name in rights and (len(lefts[name]) > 1 or len(rights[name]) > 1)
    ]
    pairs = _nearest(lefts, rights, feedback)
    by_left, by_right = _grouped(pairs)
    taken = _taken(lefts, rights)
    for name, entries in lefts.items():
        if name in rights:
            continue
        mates = by_left.get(name, [])
        if not mates:
            findings.append(_missing(left, name, entries, right, rights, taken))
        elif len(mates) > 1:
            findings.append(_ambiguous(left, name, entries, right, [(pair.right, pair) for pair in mates], flip=False))
        elif len(by_right[mates[0].right]) == 1:
            findings.append(_near(left, entries, right, rights[mates[0].right], mates[0]))
    for name, entries in rights.items():
        if name in lefts:
            continue
        mates = by_right.get(name, [])
        if not mates:
            findings.append(_missing(right, name, entries, left, lefts, taken))
        elif len(mates) > 1:
            findings.append(_ambiguous(right, name, entries, left, [(pair.left, pair) for pair in mates], flip=True))
    return findings


def repairs(left: NameSource, right: NameSource, feedback: Feedback | None = None) -> list[Repair]:
    """What can be mended without a choice: near names that are each other's only near match, and equal but unclean ones.

    Left out are names that stand more than once, and proposals that another plan carries already.
    """
    lefts, rights = left.places, right.places
    pairs = _nearest(lefts, rights, feedback)
    by_left, by_right = _grouped(pairs)
    found = [
        Repair(pair.left, pair.right, _proposal(pair)[1]) for pair in pairs if len(by_left[pair.left]) == len(by_right[pair.right]) == 1
    ]
    found += [Repair(name, name, forms.cleaned(name)) for name in lefts if name in rights and not forms.is_clean(name)]
    wanted = Counter(repair.proposal for repair in found)
    return [
        repair
        for repair in found
        if wanted[repair.proposal] == len(lefts[repair.left]) == len(rights[repair.right]) == 1
        and (repair.proposal == repair.left or repair.proposal not in lefts)
        and (repair.proposal == repair.right or repair.proposal not in rights)
    ]


def _nearest(lefts: Mapping[str, object], rights: Mapping[str, object], feedback: Feedback | None) -> list[NearPair]:
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
    return {forms.key(name): name for name in lefts if name in rights and forms.key(name) in alone} if alone else {}


def _grouped(pairs: Iterable[NearPair]) -> tuple[dict[str, list[NearPair]], dict[str, list[NearPair]]]:
    by_left: dict[str, list[NearPair]] = defaultdict(list)
    by_right: dict[str, list[NearPair]] = defaultdict(list)
    for pair in pairs:
        by_left[pair.left].append(pair)
        by_right[pair.right].append(pair)
    return by_left, by_right


def _proposal(pair: NearPair) -> tuple[str, str]:
    """(what to replace, by what): the intact name stays; without a clear choice the left one, that of the polygons."""
    intact_right = pair.likeness.better is Better.RIGHT
    old, new = (pair.left, pair.right) if intact_right else (pair.right, pair.left)
    return old, forms.cleaned(new)


def _near(left: NameSource, lefts: Sequence[NameEntry], right: NameSource, rights: Sequence[NameEntry], pair: NearPair) -> Finding:
    old, new = _proposal(pair)
    melding = tr("De plannaam {a} ({left}, {left_where}) lijkt op {b} ({right}, {right_where}), maar {why}; "
                 "neem {new} in beide over als het hetzelfde plan is.").format(
        a=quoted(pair.left), left=left.name, left_where=_places(lefts), b=quoted(pair.right), right=right.name,
        right_where=_places(rights), why=reasons(pair, left.name, right.name), new=quoted(new))  # fmt: skip
    entry = lefts[0] if lefts[0].plan is not None or rights[0].plan is None else rights[0]
    return RULES["N3"].finding(melding, entry.plan, veld=_FIELD, waarde=old, voorstel=new)


def _ambiguous(
    own: NameSource, name: str, entries: Sequence[NameEntry], other: NameSource, mates: Sequence[tuple[str, NearPair]], flip: bool
) -> Finding:
    """More near matches: a person chooses, so there is no proposal."""
    names = (own.name, other.name) if not flip else (other.name, own.name)
    shown = _listed([f"{quoted(mate)} ({reasons(pair, *names)})" for mate, pair in mates])
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op meer namen: {shown}; "
                 "kies zelf welke hetzelfde plan is.").format(
        name=quoted(name), own=own.name, where=_places(entries), other=other.name, shown=shown)  # fmt: skip
    return RULES["N3"].finding(melding, entries[0].plan, veld=_FIELD, waarde=name)


def _missing(
    own: NameSource, name: str, entries: Sequence[NameEntry], other: NameSource, others: Mapping[str, Sequence[NameEntry]],
    taken: Mapping[str, str],
) -> Finding:  # fmt: skip
    twin = taken.get(forms.key(name))
    if twin is not None and forms.marks(name) == forms.marks(twin):
        melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other} en lijkt op {twin}, dat daar al wel staat ({twin_where}); "
                     "is het plan dubbel opgenomen, verwijder het dan, en verbeter anders de naam.").format(
            name=quoted(name), own=own.name, where=_places(entries), other=other.name, twin=quoted(twin),
            twin_where=_places(others[twin]))  # fmt: skip
        return RULES["N2"].finding(melding, entries[0].plan, veld=_FIELD, waarde=name)
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}; voeg het plan daar toe of verbeter de naam.").format(
        name=quoted(name), own=own.name, where=_places(entries), other=other.name
    )
    return RULES["N2"].finding(melding, entries[0].plan, veld=_FIELD, waarde=name)


def _one_to_many(left: NameSource, lefts: Sequence[NameEntry], right: NameSource, rights: Sequence[NameEntry]) -> Finding:
    melding = tr("De plannaam {name} staat {lefts} keer in {left} ({left_where}) en {rights} keer in {right} ({right_where}); "
                 "elke naam hoort in beide één keer te staan.").format(
        name=quoted(lefts[0].name or ""), lefts=len(lefts), left=left.name, left_where=_places(lefts), rights=len(rights),
        right=right.name, right_where=_places(rights))  # fmt: skip
    entry = lefts[0] if lefts[0].plan is not None else rights[0]
    return RULES["N2"].finding(melding, entry.plan, veld=_FIELD, waarde=lefts[0].name)


# -- since the previous delivery -----------------------------------------------------------------------------------


def renamed(now: NameEntry, then: NameEntry, current: NameSource, previous: NameSource) -> Finding | None:
    """The polygon stayed and its name did not: the name that the province knows is proposed."""
    likeness = compare(now.name, then.name)
    if likeness.verdict in (Verdict.SAME, Verdict.INVALID) or now.name is None or then.name is None:
        return None
    why = tr("; {why}").format(why=filled(likeness.reasons, current.name, previous.name)) if likeness.reasons else ""
    melding = tr("Het plan {now} ({current}, {now_where}) heette in {previous} {then} ({then_where}) en de polygoon is niet verplaatst{why}; "
                 "neem de oude naam over of leg de nieuwe naam uit in de toelichting.").format(
        now=quoted(now.name), current=current.name, now_where=now.where, previous=previous.name, then=quoted(then.name),
        then_where=then.where, why=why)  # fmt: skip
    rule = RULES["N3"]
    # A warning: a new name may be meant, but who compares two deliveries by name must know of it.
    return rule.finding(melding, now.plan, ernst=Ernst.WAARSCHUWING, veld=_FIELD, waarde=now.name, voorstel=forms.cleaned(then.name))


# -- words ---------------------------------------------------------------------------------------------------------


def reasons(pair: NearPair, left: str, right: str) -> str:
    """Why two names resemble each other and are not the same, with what the sources are called."""
    return filled(pair.likeness.reasons, left, right)


def _places(entries: Sequence[NameEntry]) -> str:
    return _listed([entry.where for entry in entries])


def _listed(items: Sequence[str]) -> str:
    if len(items) > _SHOWN:
        return tr("{items} en nog {more}").format(items=", ".join(items[:_SHOWN]), more=len(items) - _SHOWN)
    return joined(items)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
