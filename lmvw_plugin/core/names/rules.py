# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules about the plan names of one source: N1, N4 and N5; those about two are in ``between``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..basisset.values import text_or_none
from ..errors import LmvwError
from ..feedback import breathing
from ..i18n import first_few, joined, tr
from ..rules.catalogue import RULES
from ..rules.findings import Ernst, Finding, Soort
from .comparing import forms
from .comparing.explain import filled, quoted
from .comparing.likeness import compare, is_valid
from .nothing import notes_among, proposals, stems, why_nothing
from .numbers import check_numbers

Plan = Mapping[str, object]

WITHIN = frozenset(("N1", "N4", "N5"))

NAME_FIELD = "plannaam"
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
        entries = (NameEntry(text_or_none(plan.get(NAME_FIELD)), _where(plan, number), plan) for number, plan in enumerate(plans, 1))
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
    keys = {name: forms.key(name) for name in breathing(names)}
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
    return RULES["N1"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=entry.name, soort=Soort.INVULLEN if blank else Soort.FOUT)


def _repeated(entry: NameEntry, twins: Sequence[NameEntry], at: str) -> Finding:
    others = places_of([twin for twin in twins[: _SHOWN + 1] if twin is not entry], len(twins) - 1)  # ten thousand may have one name
    melding = tr("De plannaam {name} ({where}) staat {count} keer{at}, ook bij {others}; geef elk plan een eigen naam.").format(
        name=quoted(entry.name or ""), where=entry.where, count=len(twins), at=at, others=others
    )
    return RULES["N1"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=entry.name)


def _twin(entry: NameEntry, twins: Sequence[NameEntry], at: str) -> Finding:
    """A warning: the names differ, so that nothing is joined wrongly, but a person sees one name twice."""
    name = entry.name or ""
    shown = first_few([tr("{name} ({where}): {why}").format(
        name=quoted(twin.name or ""), where=twin.where,
        why=filled(compare(name, twin.name).reasons, tr("de eerste"), tr("de tweede"))) for twin in twins[:_SHOWN]], len(twins))  # fmt: skip
    melding = tr("De plannaam {name} ({where}{at}) is bijna gelijk aan {shown}; voeg ze samen als het hetzelfde plan is, "
                 "en geef ze anders duidelijk andere namen.").format(name=quoted(name), where=entry.where, at=at, shown=shown)  # fmt: skip
    named = sorted(twin.name or "" for twin in twins)
    return RULES["N1"].finding(melding, entry.plan, ernst=Ernst.WAARSCHUWING, veld=NAME_FIELD, waarde=name, beside=named)


def _nothing(entry: NameEntry, at: str, why: str, better: str | None) -> Finding:
    name = entry.name or ""
    said = tr("De plannaam {name} ({where}{at}) {why}; ").format(name=quoted(name), where=entry.where, at=at, why=why)
    if better:
        melding = said + tr("het Excel-bestand noemt dit plan {better}: neem dat over als het klopt, in alle bestanden tegelijk.").format(
            better=quoted(better)
        )
    else:
        melding = said + tr("geef het plan een naam die zegt waar het ligt, in alle bestanden tegelijk.")
    return RULES["N5"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name, voorstel=better)


def _unclean(entry: NameEntry, at: str) -> Finding:
    name = entry.name or ""
    melding = tr("De plannaam {name} ({where}{at}) bevat {what}; maak er {proposal} van, in alle bestanden tegelijk.").format(
        name=quoted(name), where=entry.where, at=at, what=joined(list(forms.complaints(name))), proposal=quoted(forms.cleaned(name))
    )
    return RULES["N4"].finding(melding, entry.plan, veld=NAME_FIELD, waarde=name, voorstel=forms.cleaned(name))


def places_of(entries: Sequence[NameEntry], count: int | None = None) -> str:
    """Where they stand, in words; of how many in all."""
    return first_few([entry.where for entry in entries], count)


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
