# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about plan names: N1, N4 and N5 within one source, N2 and N3 between two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..basisset.values import text_or_none
from ..errors import LmvwError
from ..feedback import Feedback
from ..i18n import joined, tr
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding, Soort
from . import forms
from .explain import filled, quoted
from .likeness import Better, Verdict, compare, is_valid
from .matching import NearPair, near_pairs
from .nothing import notes_among, proposals, stems, why_nothing
from .numbers import check_numbers

Plan = Mapping[str, object]

WITHIN, BETWEEN = frozenset(("N1", "N4", "N5")), frozenset(("N2", "N3"))  # the rules about one source, and about two

_FIELD = "plannaam"
_SHOWN = 3  # places or names in one sentence


@dataclass(frozen=True, slots=True)
class NameEntry:
    """One name and where it stands ("rij 14", "fid 3"); its plan, when it comes from a layer, and what a worksheet says it is."""

    name: str | None
    where: str
    plan: Plan | None = None
    description: str | None = None


@dataclass(frozen=True)
class NameSource:
    """The names of one layer or worksheet. ``name`` says which, in words that fit after "in": ``laag ‘plannen’``.

    ``titles``: what the layer, sheet and file are called.
    """

    name: str
    entries: Sequence[NameEntry]
    titles: tuple[str, ...] = ()

    @classmethod
    def of_plans(cls, name: str, plans: Iterable[Plan]) -> NameSource:
        """The names of a layer with plans, in its order."""
        entries = (NameEntry(text_or_none(plan.get(_FIELD)), _where(plan, number), plan) for number, plan in enumerate(plans, 1))
        return cls(tr("laag ‘{name}’").format(name=name), tuple(entries), (name,) if name else ())

    @cached_property
    def places(self) -> dict[str, list[NameEntry]]:
        """The entries of each usable name."""
        places: dict[str, list[NameEntry]] = defaultdict(list)
        for entry in self.entries:
            if entry.name is not None and is_valid(entry.name):
                places[entry.name].append(entry)
        return dict(places)

    @cached_property
    def described(self) -> dict[str, str]:
        """What the source says of each name that stands once."""
        return {
            name: entries[0].description.strip() for name, entries in self.places.items() if len(entries) == 1 and entries[0].description
        }


def _where(plan: Plan, number: int) -> str:
    fid = plan.get("fid")
    return tr("nr. {fid}").format(fid=fid) if fid is not None else tr("plan {number}").format(number=number)


# -- within one source ----------------------------------------------------------------------------------------------


def check_names(plans: Sequence[Plan]) -> list[Finding]:
    """N1, N4 and N5 of the plans of a layer; a name is unique within its municipality, and a plannummer when it is used."""
    by_gemeente: dict[object, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_gemeente[plan.get("gemeente_code")].append(plan)
    return [
        finding
        for group in by_gemeente.values()
        for finding in (*check_source(NameSource.of_plans("", group), in_words=False), *check_numbers(group))
    ]


def check_source(source: NameSource, in_words: bool = True, described: Mapping[str, str] | None = None) -> list[Finding]:
    """N1, N4 and N5 of one source; ``in_words`` names the source in the messages.

    :param described: what a worksheet says about a name, to propose where the name itself names nothing.
    """
    at = tr(" in {source}").format(source=source.name) if in_words else ""
    places = source.places
    twins = {name: group for group in twins_among(places) for name in group}
    shared, titles = stems(places), frozenset(map(forms.key, source.titles if len(places) > 1 else ()))
    better = proposals(described or source.described, places)
    findings: list[Finding] = []
    for entry in source.entries:
        name = entry.name
        if name is None or name not in places:
            findings.append(_no_name(entry, at))
            continue
        if len(places[name]) > 1:
            findings.append(_repeated(entry, places[name], at))
        if name in twins:
            findings.append(_twin(entry, [places[twin][0] for twin in twins[name] if twin != name], at))
        if not forms.is_clean(name):
            findings.append(_unclean(entry, at))
        why = why_nothing(name, titles)
        if not why and name in shared:
            why = tr("zegt weinig: {n} plannen heten ‘{stem}’ met alleen een ander nummer").format(stem=shared[name][0], n=shared[name][1])
        if why:
            findings.append(_nothing(entry, at, why, better.get(name)))
    return findings


def require_names(source: NameSource) -> None:
    """The column holds names and no descriptions: comparing those says nothing.

    :raises LmvwError: when most of it are long texts.
    """
    require_no_notes([entry.name for entry in source.entries if entry.name], source.name)


def require_no_notes(names: Sequence[str], where: str) -> None:
    """These are names and no descriptions.

    :param where: the source, in words that fit after "van".
    :raises LmvwError: when most of them are long texts.
    """
    notes = notes_among(names)
    if notes:
        raise LmvwError(
            tr(
                "In de naamkolom van {source} staan lange teksten in plaats van plannamen ({notes} van de {n}); kies een andere naamkolom."
            ).format(source=where, notes=notes, n=len(names))
        )


def twins_among(names: Iterable[str]) -> list[list[str]]:
    """Groups of names of one list that differ only in how they are written: capitals, accents that are stored otherwise, spaces, signs."""
    keys = {name: forms.key(name) for name in names}
    shared = {key for key, count in Counter(keys.values()).items() if key and count > 1}
    alike: dict[object, list[str]] = defaultdict(list)
    for name, key in keys.items():
        if key in shared:
            alike[key, forms.marks(name)].append(name)
    return [group for group in alike.values() if len(group) > 1]


def _no_name(entry: NameEntry, at: str) -> Finding:
    where = _upper(entry.where)
    blank = entry.name is None or forms.is_blank(entry.name)
    if blank:
        melding = tr("{where}{at} heeft geen plannaam; vul de plannaam in.").format(where=where, at=at)
    else:
        melding = tr("{where}{at} heeft als plannaam de foutwaarde {name}; herstel de formule of typ de plannaam.").format(
            where=where, at=at, name=entry.name
        )
    return RULES["N1"].finding(melding, entry.plan, veld=_FIELD, waarde=entry.name, soort=Soort.INVULLEN if blank else Soort.FOUT)


def _repeated(entry: NameEntry, twins: Sequence[NameEntry], at: str) -> Finding:
    others = _places([twin for twin in twins[: _SHOWN + 1] if twin is not entry], len(twins) - 1)  # ten thousand may have one name
    melding = tr("De plannaam {name} ({where}) staat {count} keer{at}, ook bij {others}; geef elk plan een eigen naam.").format(
        name=quoted(entry.name or ""), where=entry.where, count=len(twins), at=at, others=others
    )
    return RULES["N1"].finding(melding, entry.plan, veld=_FIELD, waarde=entry.name)


def _twin(entry: NameEntry, twins: Sequence[NameEntry], at: str) -> Finding:
    """A warning: the names differ, so that nothing is joined wrongly, but a person sees one name twice."""
    name = entry.name or ""
    shown = first_few([tr("{name} ({where}): {why}").format(
        name=quoted(twin.name or ""), where=twin.where,
        why=filled(compare(name, twin.name).reasons, tr("de eerste"), tr("de tweede"))) for twin in twins[:_SHOWN]], len(twins))  # fmt: skip
    melding = tr("De plannaam {name} ({where}{at}) is bijna gelijk aan {shown}; voeg ze samen als het hetzelfde plan is, "
                 "en geef ze anders duidelijk andere namen.").format(name=quoted(name), where=entry.where, at=at, shown=shown)  # fmt: skip
    named = sorted(twin.name or "" for twin in twins)
    return RULES["N1"].finding(melding, entry.plan, ernst=Ernst.WAARSCHUWING, veld=_FIELD, waarde=name, beside=named)


def _nothing(entry: NameEntry, at: str, why: str, better: str | None) -> Finding:
    name = entry.name or ""
    said = tr("De plannaam {name} ({where}{at}) {why}; ").format(name=quoted(name), where=entry.where, at=at, why=why)
    if better:
        melding = said + tr("het Excel-bestand noemt dit plan {better}: neem dat over als het klopt, in alle bestanden tegelijk.").format(
            better=quoted(better)
        )
    else:
        melding = said + tr("geef het plan een naam die zegt waar het ligt, in alle bestanden tegelijk.")
    return RULES["N5"].finding(melding, entry.plan, veld=_FIELD, waarde=name, voorstel=better)


def _unclean(entry: NameEntry, at: str) -> Finding:
    name = entry.name or ""
    melding = tr("De plannaam {name} ({where}{at}) bevat {what}; maak er {proposal} van, in alle bestanden tegelijk.").format(
        name=quoted(name), where=entry.where, at=at, what=joined(list(forms.complaints(name))), proposal=quoted(forms.cleaned(name))
    )
    return RULES["N4"].finding(melding, entry.plan, veld=_FIELD, waarde=name, voorstel=forms.cleaned(name))


# -- between two sources --------------------------------------------------------------------------------------------


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
        a=quoted(pair.left), left=left.name, left_where=_places(lefts), b=quoted(pair.right), right=right.name,
        right_where=_places(rights), why=reasons(pair, left.name, right.name), new=quoted(new))  # fmt: skip
    return [RULES["N3"].finding(melding, entry.plan, veld=_FIELD, waarde=old, voorstel=new) for entry in _of_plans(lefts, rights)]


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
    return RULES["N3"].finding(melding, entry.plan, veld=_FIELD, waarde=name)


def _rival(
    own: NameSource, name: str, entry: NameEntry, other: NameSource, mates: Sequence[NameEntry], pair: NearPair, rivals: int, flip: bool
) -> Finding:
    """It resembles one name only, and so do others."""
    names = (own.name, other.name) if not flip else (other.name, own.name)
    more = tr("1 andere naam lijkt er ook op") if rivals == 1 else tr("{n} andere namen lijken er ook op").format(n=rivals)
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}, maar lijkt daar op {mate} ({mate_where}; {why}); {more}. "
                 "Kies zelf welke hetzelfde plan is.").format(
        name=quoted(name), own=own.name, where=entry.where, other=other.name, mate=quoted(mates[0].name or ""),
        mate_where=_places(mates), why=reasons(pair, *names), more=more)  # fmt: skip
    return RULES["N3"].finding(melding, entry.plan, veld=_FIELD, waarde=name)


def _missing(
    own: NameSource, name: str, entry: NameEntry, other: NameSource, others: Mapping[str, Sequence[NameEntry]], taken: Mapping[str, str]
) -> Finding:
    twin = taken.get(forms.key(name))
    if twin is not None and forms.marks(name) == forms.marks(twin):
        melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other} en lijkt op {twin}, dat daar al wel staat ({twin_where}). "
                     "Is het plan dubbel opgenomen, verwijder het dan; verbeter anders de naam.").format(
            name=quoted(name), own=own.name, where=entry.where, other=other.name, twin=quoted(twin),
            twin_where=_places(others[twin]))  # fmt: skip
        return RULES["N2"].finding(melding, entry.plan, veld=_FIELD, waarde=name)
    melding = tr("De plannaam {name} ({own}, {where}) staat niet in {other}; voeg het plan daar toe of verbeter de naam.").format(
        name=quoted(name), own=own.name, where=entry.where, other=other.name
    )
    return RULES["N2"].finding(melding, entry.plan, veld=_FIELD, waarde=name)


def _one_to_many(left: NameSource, lefts: Sequence[NameEntry], right: NameSource, rights: Sequence[NameEntry]) -> list[Finding]:
    melding = tr("De plannaam {name} staat {lefts} keer in {left} ({left_where}) en {rights} keer in {right} ({right_where}); "
                 "elke naam hoort in beide één keer te staan.").format(
        name=quoted(lefts[0].name or ""), lefts=len(lefts), left=left.name, left_where=_places(lefts), rights=len(rights),
        right=right.name, right_where=_places(rights))  # fmt: skip
    entries = _of_plans(lefts, rights)
    return [RULES["N2"].finding(melding, entry.plan, veld=_FIELD, waarde=entry.name) for entry in entries]


# -- since the previous delivery -----------------------------------------------------------------------------------


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
    return rule.finding(melding, now.plan, ernst=Ernst.WAARSCHUWING, veld=_FIELD, waarde=now.name, voorstel=forms.cleaned(then.name))


# -- words ---------------------------------------------------------------------------------------------------------


def reasons(pair: NearPair, left: str, right: str) -> str:
    """Why two names resemble each other and are not the same, with what the sources are called."""
    return filled(pair.likeness.reasons, left, right)


def _places(entries: Sequence[NameEntry], number: int | None = None) -> str:
    return first_few([entry.where for entry in entries], number)


def first_few(items: Sequence[str], number: int | None = None) -> str:
    """The first few of them, and how many more there are.

    :param number: how many there are in all, when only the first are given.
    """
    number = len(items) if number is None else number
    if number > _SHOWN:
        return tr("{items} en nog {more}").format(items=", ".join(items[:_SHOWN]), more=number - _SHOWN)
    return joined(items)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
