# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of a province: a row for each of its municipalities, also those that did not deliver yet, with one explained quality level."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from ..basisset.codelists import Gemeente, every_gemeente
from ..basisset.peildatum import Peildatum
from ..i18n import joined, later, several, tr
from ..rules.findings import Ernst, Finding
from .receipts import Receipt, State, current_of


class Level(Enum):
    """How good a delivery is, and what is to be done next."""

    MISSING = later("niet ontvangen")
    UNREADABLE = later("niet te openen")
    TO_MEND = later("te verbeteren")
    GOOD = later("in orde")


# What of the receipt stands in the overview too, under the same name.
FROM_RECEIPT = (
    "ontvangen_op", "bestand", "plugin_versie", "plannen", "afgemeld", "bruto", "sloop", "netto", "bruto_hard", "bruto_zacht", "vertrouwelijk",
    "optellen", "fouten", "in_te_vullen", "waarschuwingen", "toegelicht", "ter_info", "vergeleken_met", "plannen_vorig", "bruto_vorig",
    "verdwenen", "sprongen",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One municipality. ``times``: how many deliveries of it were taken for this peildatum, this one included."""

    gemeente: Gemeente
    level: Level
    why: str
    receipt: Receipt | None
    times: int
    complaints: Sequence[Finding] = ()


def members(provincie: str, peildatum: Peildatum) -> list[Gemeente]:
    """The municipalities of a province on the peildatum, by name."""
    there = (one for one in every_gemeente().values() if one.provincie == provincie and one.is_there(peildatum.date))
    return sorted(there, key=lambda one: one.name)


def overview(
    provincie: str, peildatum: Peildatum, receipts: Sequence[Receipt], complaints: Mapping[int, Sequence[Finding]]
) -> list[Row]:  # fmt: skip
    """A row per municipality.

    :param complaints: by delivery, what is not as the province expects.
    """
    return [_row(member, receipts, complaints) for member in members(provincie, peildatum)]


def _row(gemeente: Gemeente, receipts: Sequence[Receipt], complaints: Mapping[int, Sequence[Finding]]) -> Row:
    own = [receipt for receipt in receipts if receipt.gemeente_code == gemeente.code]
    broken = [receipt for receipt in own if receipt.stand == State.REFUSED.value]
    current = current_of(own, gemeente.code)
    if current is None:
        level = Level.UNREADABLE if broken else Level.MISSING
        return Row(gemeente, level, _told(broken[-1]) if broken else tr("Er is nog geen levering van deze gemeente."), None, 0)
    found = complaints.get(current.levering, ())
    level, why = _judged(current, found)
    if later_broken := [receipt for receipt in broken if receipt.levering > current.levering]:
        why += " " + _told(later_broken[-1])
    times = 1 + sum(receipt.stand == State.REPLACED.value for receipt in own)
    return Row(gemeente, level, why, current, times, found)


def _told(broken: Receipt) -> str:
    return tr("‘{name}’ kon niet geopend worden: {reason}").format(name=broken.bestand, reason=broken.reden)


def _judged(receipt: Receipt, found: Sequence[Finding]) -> tuple[Level, str]:
    """The level, and why it is that: a fout of whatever kind is to be mended, the rest is to be looked at."""
    hard = [finding for finding in found if finding.ernst is Ernst.FOUT]
    work = [
        several(receipt.fouten, "fout", "fouten") if receipt.fouten else "",
        tr("{fields} niet ingevuld").format(fields=several(receipt.in_te_vullen, "veld", "velden")) if receipt.in_te_vullen else "",
        tr("{count} niet zoals verwacht").format(count=len(hard)) if hard else "",
    ]
    look = [
        several(receipt.waarschuwingen, "waarschuwing", "waarschuwingen") if receipt.waarschuwingen else "",
        tr("{count} om na te gaan bij de verwachtingen").format(count=len(found) - len(hard)) if len(found) > len(hard) else "",
    ]
    if any(work):
        return Level.TO_MEND, tr("Vraag de gemeente om verbetering: {work}.").format(work=joined(filter(None, [*work, *look])))
    if any(look):
        return Level.GOOD, tr("Geen fouten; wel {look}.").format(look=joined(filter(None, look)))
    return Level.GOOD, tr("Geen fouten en geen waarschuwingen.")


def counted(rows: Iterable[Row]) -> dict[Level, int]:
    """How many municipalities have each level, also when there are none."""
    levels = [row.level for row in rows]
    return {level: levels.count(level) for level in Level}
