# SPDX-License-Identifier: GPL-2.0-or-later
"""What an open field probably is, each with its reason. A proposal is never in a plan, and so never delivered, until a person confirms it.

It is made anew from the plan as it is and from what the source said (the hints of the plan file): so it never contradicts an answer given since.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from ..basisset import fields as b
from ..basisset.codelists import Code, code_list
from ..basisset.peildatum import Peildatum
from ..basisset.values import read_value
from ..basisset.whole_location import whole_location
from ..divide import evenly
from ..i18n import day_of, later, several, tr
from ..importing.mapping.hints import Hint
from ..rules.plans import Plan, at_least, is_count
from ..rules.tasks import field_title
from .defaults import NO_DEFAULTS, Defaults


class Kind(Enum):
    """What proposals are confirmed together."""

    WORDS = later("wat de bron met eigen woorden zegt")
    MAP = later("planstatus volgens de plankaart (IMRO)")
    YEARS = later("woningen van een periode, gelijk verdeeld over de jaren")
    REST = later("de rest is nog onbekend")
    LAST = later("wat er van het totaal overblijft")
    USUAL = later("wat uw gemeente meestal antwoordt")
    PLANNED = later("wat volgens de planning van de vorige peildatum overblijft")


@dataclass(frozen=True, slots=True)
class Proposal:
    """A value for one open field."""

    veld: str
    value: object
    kind: Kind
    reason: str


def as_kept(value: object) -> str:
    """A value as the history of a plan file keeps it: a word for yes and no, the code of a list."""
    if value is None:
        return ""
    return tr("ja") if value is True else tr("nee") if value is False else str(value)


def proposals(
    plan: Plan, wanted: Collection[str], hints: Iterable[Hint], peildatum: Peildatum, defaults: Defaults = NO_DEFAULTS
) -> dict[str, Proposal]:
    """By field what a plan probably answers to the fields that are wanted; what the source said goes before what follows from a total, and that before
    what is usual.

    :param wanted: the fields that are open, without those that can be nothing but 0.
    """
    by_field: dict[str, Proposal] = {}
    hints = list(hints)
    for proposal in (
        *_words(plan, hints),
        *_on_map(hints),
        *_years(plan, hints, peildatum),
        *_rests(plan, peildatum),
        *_planned(plan, hints),
        *_usual(defaults),
    ):
        if proposal.veld in wanted:
            by_field.setdefault(proposal.veld, proposal)
    return by_field


# -- words of the source ------------------------------------------------------------------------------------------------


def _words(plan: Plan, hints: Iterable[Hint]) -> Iterator[Proposal]:
    for hint in hints:
        field = b.BY_NAME.get(hint.veld)
        if hint.on_map or field is None or field.kind not in (b.Kind.CODE, b.Kind.YESNO):
            continue
        value = read_value(field, hint.betekent).value
        reason = tr("de bron zegt ‘{words}’").format(words=hint.waarde)
        said = code_list("plantype").get(str(value)) if field.codes == "plantype" else None
        if said is not None and (fitting := _of_size(said, plan)) is not said:
            size = plan.get("bruto_totaal") if whole_location(plan) is None else whole_location(plan)
            reason = tr("{reason}; dat is ‘{label}’, maar niet met {size}").format(
                reason=reason, label=tr(said.label), size=several(size if isinstance(size, int) else 0, "woning", "woningen")
            )
            value = fitting.code
        if value is not None:
            yield Proposal(hint.veld, value, Kind.WORDS, reason)


def _of_size(code: Code, plan: Plan) -> Code:
    """The plantype itself, or the one beside it where the location is too small or too large for it (A9)."""
    size = plan.get("bruto_totaal") if whole_location(plan) is None else whole_location(plan)
    if not isinstance(size, int) or not is_count(size) or size == 0 or code.fits(size):
        return code
    beside = (other for other in code_list("plantype").values() if other.kind == code.kind and other.has_size and other.fits(size))
    return next(beside, code)


def _on_map(hints: Iterable[Hint]) -> Iterator[Proposal]:
    for hint in hints:
        if hint.on_map:
            reason = tr("plankaart {name} ligt over de hele polygoon en zegt ‘{words}’").format(name=hint.kolom, words=hint.waarde)
            yield Proposal(hint.veld, hint.betekent, Kind.MAP, reason)


# -- years together -----------------------------------------------------------------------------------------------------


def _years(plan: Plan, hints: Iterable[Hint], peildatum: Peildatum) -> Iterator[Proposal]:
    """The dwellings of each period over its years that are still to come; nothing where the source contradicts the total, or itself."""
    spans = [(hint, _slots(hint.veld, hint.years, peildatum)) for hint in hints if hint.years]
    for total in b.PHASED:
        of_total = [(hint, slots) for hint, slots in spans if hint.veld == total and slots]
        taken = [slot for _, slots in of_total for slot in slots]
        shares = [_shares(plan, int(hint.waarde), slots) for hint, slots in of_total]
        proposed = {slot: count for share in shares for slot, count in share.items()}
        if len(taken) > len(set(taken)) or any(count < 0 for count in proposed.values()) or not _fits({**plan, **proposed}, total):
            continue
        for (hint, _), share in zip(of_total, shares, strict=True):
            first, last = hint.years or (0, 0)
            reason = tr("de bron heeft {count} voor {first} t/m {last} samen (kolom ‘{column}’)").format(
                count=several(int(hint.waarde), "woning", "woningen"), first=first, last=last, column=hint.kolom
            )
            for slot, count in share.items():
                yield Proposal(slot, count, Kind.YEARS, reason)


def _slots(total: str, years: tuple[int, int], peildatum: Peildatum) -> dict[str, int]:
    """The slots of what is still to come of a period, with their number of years; none where it ends or begins inside a slot."""
    start, end = max(years[0], peildatum.year), years[1]
    spans = ((name, *peildatum.span(slot)) for slot, name in enumerate(b.phasing(total)))
    slots = {name: last - first + 1 for name, first, last in spans if start <= first and last <= end}
    return slots if sum(slots.values()) == end - start + 1 else {}


def _shares(plan: Plan, count: int, slots: dict[str, int]) -> dict[str, int]:
    """What is not answered of a period, over the slots that are open."""
    answered = sum(value for slot in slots if isinstance(value := plan.get(slot), int))
    return evenly(count - answered, {slot: length for slot, length in slots.items() if plan.get(slot) is None})


def _fits(plan: Plan, total: str) -> bool:
    """The phasing is not more than its total, and when it is complete not less either."""
    whole, slots = plan.get(total), [plan.get(slot) for slot in b.phasing(total)]
    known = sum(count for count in slots if isinstance(count, int))
    return whole is None or (isinstance(whole, int) and (known <= whole if None in slots else known == whole))


# -- what is left of a total --------------------------------------------------------------------------------------------


def _rests(plan: Plan, peildatum: Peildatum) -> Iterator[Proposal]:
    for total in b.SUMS:
        whole, missing = plan.get(total.total), [name for name in total.parts if plan.get(name) is None]
        if not missing or not isinstance(whole, int):
            continue
        counts = {name: sum(at_least(plan, name).values()) for name in total.parts}
        known = sum(counts.values())
        if known >= whole or any(counts[name] for name in missing):
            continue
        about = {"rest": whole - known, "whole": whole, "total": field_title(total.total, peildatum), "parts": tr(total.name)}
        if total.unknown in missing:
            reason = tr("van {rest} van de {whole} woningen is bij {parts} niets ingevuld").format(**about)
            for name in missing:
                yield Proposal(name, whole - known if name == total.unknown else 0, Kind.REST, reason)
        elif len(missing) == 1 and not total.only_when_used:
            reason = tr("wat overblijft van ‘{total}’ ({whole}) na de andere velden van {parts}").format(**about)
            yield Proposal(missing[0], whole - known, Kind.LAST, reason)


# -- what an earlier peildatum says -------------------------------------------------------------------------------------


def _planned(plan: Plan, hints: Iterable[Hint]) -> Iterator[Proposal]:
    """What follows from the planning of an earlier peildatum, as far as it fits what has been answered since."""
    said = {hint.veld: (hint, count) for hint in hints if (count := hint.planned) is not None and plan.get(hint.veld) is None}
    phased = {slot for total in b.PHASED for slot in b.phasing(total)}
    for total in b.PHASED:
        slots = {veld: count for veld, (_, count) in said.items() if veld in b.phasing(total)}
        whole = plan.get(total) if total not in said else said[total][1]
        if not _fits({**plan, **slots, total: whole}, total):
            said = {veld: hint_and_count for veld, hint_and_count in said.items() if veld != total and veld not in slots}
            answered = [plan.get(slot) for slot in b.phasing(total)]
            if plan.get(total) is None and None not in answered:
                count = sum(count for count in answered if isinstance(count, int))
                yield Proposal(total, count, Kind.PLANNED, tr("de som van de jaren die zijn ingevuld"))
    for veld, (hint, count) in said.items():
        wholes = [plan.get(limit.whole) for limit in b.AT_MOST if veld in limit.parts]
        if veld in phased or all(not isinstance(whole, int) or count <= whole for whole in wholes):
            reason = tr("bij peildatum {day} stond er {was}").format(day=day_of(hint.kolom), was=hint.waarde)
            yield Proposal(veld, count, Kind.PLANNED, reason)


# -- what is usual ------------------------------------------------------------------------------------------------------


def _usual(defaults: Defaults) -> Iterator[Proposal]:
    """What the municipality says that its plans usually answer."""
    for veld, value in defaults.answers:
        yield Proposal(veld, value, Kind.USUAL, tr("dat is uw standaardantwoord voor plannen van deze gemeente"))
