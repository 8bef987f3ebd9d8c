# SPDX-License-Identifier: GPL-2.0-or-later
"""What one plan becomes at a later peildatum: what follows is computed, and what only a person can say is asked with a proposal.

A count is emptied when dwellings of it may be finished by then and no sum would tell (Invultips 2 and 3). The parts of a sum keep their
value: once the total is answered, A4 and A5 say what is too much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from ..basisset import fields as b
from ..basisset.peildatum import PERIODS, YEARS, Peildatum
from ..divide import evenly
from ..errors import LmvwError
from ..i18n import joined, later, tr
from ..importing.mapping.hints import Hint
from ..rules.plans import Plan, is_count, is_finished

PAST = -1  # where dwellings go that were planned before the new peildatum
_MOST_STEPS = 2  # half years: one delivery may be skipped, more is a slip of the finger
_SLOTS = range(YEARS + PERIODS)
_COUNTS = [field.name for field in b.COUNTS]
_FINISHED = {"bruto_totaal": later("opgeleverd"), "sloop_totaal": later("gesloopt")}


@dataclass(frozen=True)
class Step:
    """From one peildatum to a later one, at most a year on."""

    before: Peildatum
    after: Peildatum

    def __post_init__(self) -> None:
        """The later one is later, and not so much that it must be a slip.

        :raises LmvwError: when it is not.
        """
        words = None
        if self.after <= self.before:
            words = tr("Het planbestand heeft peildatum {before}; kies een latere peildatum dan die, bijvoorbeeld {next}.")
        elif self.after.half - self.before.half > _MOST_STEPS:
            words = tr(
                "Van peildatum {before} naar {after} is meer dan een jaar. Maak eerst het planbestand voor {next} en ga van daar verder."
            )
        if words:
            raise LmvwError(words.format(before=self.before.words, after=self.after.words, next=self.before.next.words))

    @cached_property
    def moves(self) -> tuple[Mapping[int, int], ...]:
        """Of each slot the slots that have its half years now, with how many; ``PAST`` has those that are over."""
        return tuple(dict(_overlaps(self.before.halves(slot), self.after)) for slot in _SLOTS)

    def over(self, slot: int) -> bool:
        """All years of a slot are over."""
        return set(self.moves[slot]) == {PAST}


def _overlaps(halves: range, after: Peildatum) -> Iterator[tuple[int, int]]:
    for slot, others in ((PAST, range(after.half)), *((slot, after.halves(slot)) for slot in _SLOTS)):
        shared = len(range(max(halves[0], others[0]), min(halves[-1], others[-1]) + 1))
        if shared:
            yield slot, shared


@dataclass(frozen=True, slots=True)
class Decision:
    """A field that a person decides about. ``was`` in words, with its years; ``proposal`` None where nothing can be proposed.

    ``asked``: the field is empty now. If not it keeps its value until the person changes it.
    """

    veld: str
    was: str
    proposal: int | None
    why: str
    asked: bool = True

    @property
    def offered(self) -> int | None:
        """The proposal, where it is another number than what stands there."""
        return None if not self.asked and str(self.proposal) == self.was else self.proposal


@dataclass(frozen=True, slots=True)
class Rolled:
    """``values``: the counts of the plan at the new peildatum, by field, None where it is asked or was never answered."""

    values: dict[str, int | None]
    decisions: tuple[Decision, ...]


def roll(plan: Plan, step: Step) -> Rolled:
    """The counts of a plan at the new peildatum. Of a finished plan only the years shift: its counts are not delivered (Invultip 6)."""
    rolled = [_of_total(plan, total, step) for total in b.PHASED]
    values = {name: value for of_total in rolled for name, value in of_total.values.items()}
    if is_finished(plan):
        return Rolled({name: value for name, value in values.items() if b.BY_NAME[name].phase}, ())
    return Rolled(values, tuple(decision for of_total in rolled for decision in of_total.decisions))


def brought_back(
    plan: Plan, before: Peildatum | None, after: Peildatum, finish: str = ""
) -> tuple[dict[str, object], tuple[Decision, ...]]:
    """A plan of an earlier delivery as it stands in the plan file of now: its values by column, and what of them a person decides.

    :param before: the peildatum of that delivery; None where nobody knows it. Counts of more than a year ago, or of a later day, are no proposal.
    :param finish: ``gerealiseerd`` or ``vervallen`` when it is tied off: then it needs no counts (Invultip 6).
    """
    values: dict[str, object] = {field.name: plan.get(field.name) for field in b.COLUMNS}
    if finish:
        return values | dict.fromkeys(_COUNTS) | {name: name == finish for name in b.FINISHES}, ()
    if before is None or before == after:
        return values, ()
    if not before < after or after.half - before.half > _MOST_STEPS:
        return values | dict.fromkeys(_COUNTS), ()
    rolled = roll(plan, Step(before, after))
    return values | rolled.values, rolled.decisions


def proposed(decisions: Iterable[Decision], before: Peildatum) -> list[Hint]:
    """What is asked, so that the Vragenlijst proposes it."""
    return [
        Hint(decision.veld, str(before), decision.was, str(decision.proposal))
        for decision in decisions
        if decision.asked and decision.proposal is not None
    ]


def _of_total(plan: Plan, total: str, step: Step) -> Rolled:
    counts = [_count(plan, name) for name in b.phasing(total)]
    values: dict[str, int | None] = {}
    decisions: list[Decision] = []
    for slot, name in enumerate(b.phasing(total)):
        value, decision = _slot(counts, slot, name, total, step)
        values[name] = value
        decisions += [decision] if decision else []
    decisions += _unread(plan, total, step)
    whole, leaving = _count(plan, total), [slot for slot in _SLOTS if PAST in step.moves[slot] and counts[slot] != 0]
    if not whole or not leaving:  # nothing can have been finished
        return Rolled({**values, total: plan.get(total)}, tuple(decisions))  # type: ignore[dict-item]  # also a text that is no count stays: A1 tells of it
    rest = max(0, whole - sum(counts[slot] or 0 for slot in leaving if step.over(slot)))
    decisions.insert(0, Decision(total, str(whole), rest, _why_total(counts, leaving, total, step)))
    values[total] = None
    for part, empties in _parts(total):
        count = _count(plan, part)
        if count:
            proposal = rest if count == whole else min(count, rest)
            lower = not empties and proposal < count
            why = _why_part(total, step, empties, lower)
            decisions.append(Decision(part, str(count), proposal, why, empties))
            values[part] = None if empties else count
    return Rolled(values, tuple(decisions))


def _count(plan: Plan, name: str) -> int | None:
    """A count that can be reckoned with; None for anything else."""
    value = plan.get(name)
    return value if isinstance(value, int) and is_count(value) else None


def _slot(counts: list[int | None], slot: int, name: str, total: str, step: Step) -> tuple[int | None, Decision | None]:
    """What a slot holds now, and what is to be decided about it. What is late comes in the first year, until a person says otherwise."""
    late = [old for old in _SLOTS if slot == 0 and step.over(old) and counts[old] != 0]
    sources = late + [old for old in _SLOTS if slot in step.moves[old] and counts[old] != 0]
    known = {old: count for old in sources if (count := counts[old]) is not None}
    if len(known) == len(sources) and not late and all(len(step.moves[old]) == 1 for old in sources):
        return sum(known.values()), None
    if not known:
        return None, None  # nobody answered it before; nobody has now
    proposal = sum(_share(count, old, slot, step) for old, count in known.items())
    was = joined(tr("{count} in {years}").format(count=count, years=step.before.years(old)) for old, count in known.items())
    return None, Decision(name, was, proposal, _why_slot(sources, counts, total, step))


def _unread(plan: Plan, total: str, step: Step) -> Iterator[Decision]:
    """What stands in a slot and is no number of dwellings: it is not lost without a word."""
    names = b.phasing(total)
    for old, name in enumerate(names):
        raw = plan.get(name)
        if raw is not None and _count(plan, name) is None:
            was = tr("{count} in {years}").format(count=raw, years=step.before.years(old))
            why = tr("Dit is geen aantal woningen en is niet meegenomen. Vul het juiste aantal in.")
            yield Decision(names[max(0, min(step.moves[old]))], was, None, why)


def _share(count: int, old: int, slot: int, step: Step) -> int:
    """What of an earlier slot comes in this one when all goes evenly: what was planned for years that are over is finished."""
    ahead = {target: length for target, length in step.moves[old].items() if target != PAST}
    return evenly(count, ahead).get(slot, 0)


def _parts(total: str) -> Iterator[tuple[str, bool]]:
    """The counts that are part of a total, and whether one is emptied: nothing adds it up."""
    added = {part for added_up in b.SUMS if added_up.total == total for part in added_up.parts if part not in b.phasing(total)}
    inside = set(_inside({total, *added}))
    yield from ((field.name, field.name not in added) for field in b.COUNTS if field.name in added | inside)


def _inside(wholes: Iterable[str]) -> Iterator[str]:
    for whole in wholes:
        parts = [part for limit in b.AT_MOST if limit.whole == whole for part in limit.parts]
        yield from parts
        yield from _inside(parts)


# -- why ----------------------------------------------------------------------------------------------------------------


def _why_total(counts: list[int | None], leaving: list[int], total: str, step: Step) -> str:
    if all(counts[slot] is None for slot in leaving):
        words = tr("Wat voor {day} is {finished}, telt niet meer mee. De fasering zegt niet hoeveel; het voorstel is het oude aantal.")
    elif any(map(step.over, leaving)):
        words = tr("Wat voor {day} is {finished}, telt niet meer mee. Het voorstel is wat volgens de planning overblijft.")
    else:
        words = tr("Wat voor {day} is {finished}, telt niet meer mee. Het voorstel gaat ervan uit dat er nog niets is {finished}.")
    return words.format(day=step.after.words, finished=tr(_FINISHED[total]))


def _why_part(total: str, step: Step, empties: bool, lower: bool) -> str:
    words = tr("Het is niet bekend of hiervan voor {day} iets is {finished}.")
    if lower:
        words = tr("Het oude aantal staat er nog. Neem het voorstel over als voor {day} is {finished} wat er gepland was.")
    elif not empties:
        words = tr("Dit aantal blijft staan. Verlaag het als hiervan voor {day} iets is {finished}.")
    return words.format(day=step.after.words, finished=tr(_FINISHED[total]))


def _why_slot(sources: list[int], counts: list[int | None], total: str, step: Step) -> str:
    about = {"day": step.after.words, "finished": tr(_FINISHED[total])}
    years = [step.before.years(old) for old in sources if step.over(old)]
    if years:
        words = tr("Wat in {years} is {finished}, telt niet meer mee. Wat later komt, telt u op bij het jaar waarin het nu komt.")
        if any(counts[old] is None for old in sources if step.over(old)):
            words = tr("In {years} was niets ingevuld. Wat er dan nog niet is {finished}, telt u op bij het jaar waarin het nu komt.")
        return words.format(years=joined(years), **about)
    if any(PAST in step.moves[old] for old in sources):
        return tr("Wat voor {day} is {finished}, gaat hiervan af. Het voorstel gaat ervan uit dat er nog niets is {finished}.").format(
            **about
        )
    return tr("De jaren zijn verschoven, en hoeveel woningen in elk jaar komen, zegt een periode niet. Het voorstel verdeelt ze gelijk.")
