# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of a province: a row for each of its municipalities, also those that did not deliver yet, with one explained quality level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from ..basisset.codelists import Gemeente, every_gemeente
from ..basisset.peildatum import Peildatum
from ..i18n import joined, later, number, several, tr
from ..rules.findings import Ernst, Finding
from .receipts import Receipt, State, current_of


class Level(Enum):
    """How good a delivery is, and what is to be done next."""

    MISSING = later("niet ontvangen")
    UNREADABLE = later("niet te openen")
    TO_MEND = later("te verbeteren")
    PARTLY = later("niet helemaal nagekeken")
    GOOD = later("in orde")


# What of the receipt stands in the overview too, under the same name.
FROM_RECEIPT = (
    "ontvangen_op", "bestand", "plugin_versie", "plannen", "afgemeld", "bruto", "sloop", "netto", "bruto_hard", "bruto_zacht", "vertrouwelijk",
    "optellen", "fouten", "in_te_vullen", "waarschuwingen", "toegelicht", "ter_info", "over_grens", "vergeleken_met", "plannen_vorig", "bruto_vorig",
    "verdwenen", "sprongen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reviewed:
    """How far the review of a delivery is: its plans, those that somebody saw, plans with a label, and what waits for the municipality."""

    plans: int
    seen: int = 0
    labelled: int = 0
    waiting: int = 0
    closed: bool = False

    @property
    def values(self) -> tuple[int | bool | None, ...]:
        """In the order of ``OF_REVIEW``."""
        return self.seen, self.labelled, self.waiting, self.closed

    @property
    def words(self) -> str:
        """In words, for who reads."""
        if self.closed:
            return tr("afgesloten")
        if not (self.seen or self.labelled or self.waiting):
            return tr("niet begonnen")
        return tr("{seen} van {plans} gezien").format(seen=number(self.seen), plans=several(self.plans, "plan", "plannen"))


# How far the review is stands in the overview under these names.
OF_REVIEW = ("gezien", "gelabeld", "openstaand", "afgesloten")


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality. ``times``: how many deliveries of it were taken for this peildatum, this one included."""

    gemeente: Gemeente
    level: Level
    why: str
    receipt: Receipt | None
    times: int
    complaints: Sequence[Finding] = ()
    reviewed: Reviewed | None = None

    @property
    def of_review(self) -> tuple[int | bool | None, ...]:
        """How far the review is, in the order of ``OF_REVIEW``; nothing where there is nothing to review."""
        return self.reviewed.values if self.reviewed is not None else (None,) * len(OF_REVIEW)


def members(provincie: str, peildatum: Peildatum) -> list[Gemeente]:
    """The municipalities of a province on the peildatum, by name."""
    there = (member for member in every_gemeente().values() if member.provincie == provincie and member.is_there(peildatum.date))
    return sorted(there, key=lambda member: member.name)


def overview(
    provincie: str, peildatum: Peildatum, receipts: Sequence[Receipt], complaints: Mapping[int, Sequence[Finding]]
) -> list[Row]:  # fmt: skip
    """A row per municipality; also for one that is no more, when something came of it.

    :param complaints: by delivery, what is not as the province expects.
    """
    there = members(provincie, peildatum)
    came = {receipt.gemeente_code for receipt in receipts if receipt.stand not in _BEFORE} - {member.code for member in there}
    ended = [past for code in sorted(came) if (past := every_gemeente().get(code)) and past.provincie == provincie]
    return [
        *(_row(member, receipts, complaints) for member in there),
        *(_that_ended(_row(past, receipts, complaints)) for past in ended),
    ]


_BEFORE = frozenset((State.PREVIOUS.value, State.NO_PREVIOUS.value))  # what is only laid beside


def _that_ended(row: Row) -> Row:
    if row.receipt is None:
        return row
    return replace(row, level=Level.TO_MEND, why=f"{row.gemeente.what_became_of_it} {row.why}")


def _row(gemeente: Gemeente, receipts: Sequence[Receipt], complaints: Mapping[int, Sequence[Finding]]) -> Row:
    own = [receipt for receipt in receipts if receipt.gemeente_code == gemeente.code]
    broken = [receipt for receipt in own if receipt.stand == State.REFUSED.value]
    current = current_of(own, gemeente.code)
    if current is None:
        level = Level.UNREADABLE if broken else Level.MISSING
        return Row(gemeente, level, _told(broken[-1]) if broken else tr("Er is nog geen levering van deze gemeente."), None, 0)
    findings = complaints.get(current.levering, ())
    level, why = _judged(current, findings)
    if later_broken := [receipt for receipt in broken if receipt.levering > current.levering]:
        why += " " + _told(later_broken[-1])
    why += _not_compared(current, own)
    times = 1 + sum(receipt.stand == State.REPLACED.value for receipt in own)
    return Row(gemeente, level, why, current, times, findings)


def _told(broken: Receipt) -> str:
    return tr("‘{name}’ kon niet geopend worden: {reason}").format(name=broken.bestand, reason=broken.reden)


def _not_compared(current: Receipt, own: Sequence[Receipt]) -> str:
    """Why it was not laid beside the delivery before; empty where it was, or where none was given."""
    before = [f"‘{receipt.bestand}’: {receipt.reden}" for receipt in own if receipt.stand == State.NO_PREVIOUS.value]
    reason = current.niet_vergeleken or ("" if current.vergeleken_met else " ".join(before))
    return " " + tr("Niet vergeleken met de vorige levering: {reason}").format(reason=reason) if reason else ""


def _judged(receipt: Receipt, findings: Sequence[Finding]) -> tuple[Level, str]:
    """The level, and why it is that: a fout of whatever kind is to be mended, the rest is to be looked at."""
    hard = [finding for finding in findings if finding.ernst is Ernst.FOUT]
    work = [
        several(receipt.fouten, "fout", "fouten") if receipt.fouten else "",
        tr("{fields} niet ingevuld").format(fields=several(receipt.in_te_vullen, "veld", "velden")) if receipt.in_te_vullen else "",
        tr("{count} niet zoals verwacht").format(count=len(hard)) if hard else "",
    ]
    look = [
        several(receipt.waarschuwingen, "waarschuwing", "waarschuwingen") if receipt.waarschuwingen else "",
        tr("{count} om na te gaan bij de verwachtingen").format(count=len(findings) - len(hard)) if len(findings) > len(hard) else "",
    ]
    skipped = " " + tr("De polygonen zijn niet nagekeken, want shapely ontbreekt of is te oud.") if receipt.polygonen is False else ""
    if any(work):
        return Level.TO_MEND, tr("Vraag de gemeente om verbetering: {work}.").format(work=joined(filter(None, [*work, *look]))) + skipped
    if skipped:
        return Level.PARTLY, skipped.strip() + (" " + tr("Wel {look}.").format(look=joined(filter(None, look))) if any(look) else "")
    if any(look):
        return Level.GOOD, tr("Geen fouten; wel {look}.").format(look=joined(filter(None, look)))
    return Level.GOOD, tr("Geen fouten en geen waarschuwingen.")


def counted(rows: Iterable[Row]) -> dict[Level, int]:
    """How many municipalities have each level, also when there are none."""
    levels = [row.level for row in rows]
    return {level: levels.count(level) for level in Level}
