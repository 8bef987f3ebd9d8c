# SPDX-License-Identifier: GPL-2.0-or-later
"""The receipt of a file that came in, and what becomes of a delivery beside those that were there before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from enum import Enum
from typing import Any

from ..basisset.values import NOT_IN_XML
from ..i18n import later, moment, tr


class State(Enum):
    """What became of a file."""

    CURRENT = later("in beoordeling")
    REPLACED = later("vervangen")
    OLDER = later("ouder")
    SAME = later("zelfde inhoud")
    REFUSED = later("niet te openen")
    FOREIGN = later("niet van deze plugin")
    PREVIOUS = later("vorige levering")
    NO_PREVIOUS = later("vorige niet te openen")


# A file in one of these states need not be read again; what was refused may be good for a newer version of the plugin.
SETTLED = frozenset(state.value for state in (State.CURRENT, State.REPLACED, State.OLDER, State.SAME, State.PREVIOUS))


_LONGEST = 1000  # letters of a name or a reason


@dataclass(frozen=True, slots=True)
class Receipt:
    """One file: a row of the table ``leveringen`` of a review file, with the names of its columns.

    ``levering`` numbers the files in the order in which they came. ``ontvangen_op`` is when a file was first opened here: when it was sent or
    stored nobody knows. ``inhoud`` is the print of plans, polygons and the choice of art. 8. ``polygonen``: they were judged too.
    ``vergeleken_inhoud`` is the print of what it was laid beside; ``niet_vergeleken`` says why that could not be done. What is None is not known,
    for the file could not be opened. Counts are of live plans; ``netto`` is bruto less sloop. ``statussen`` tells how many plans have each;
    ``over_grens`` how often one lies on a plan of another municipality.
    """

    levering: int
    bestand: str
    map: str
    sha256: str
    ontvangen_op: str
    stand: str
    reden: str = ""
    gemeente_code: str = ""
    gemeente_naam: str = ""
    peildatum: str = ""
    gemaakt: str = ""
    plugin_versie: str = ""
    inhoud: str = ""
    plannen: int | None = None
    afgemeld: int | None = None
    bruto: int | None = None
    sloop: int | None = None
    netto: int | None = None
    bruto_hard: int | None = None
    bruto_zacht: int | None = None
    statussen: str = ""
    vertrouwelijk: int | None = None
    optellen: bool | None = None
    fouten: int | None = None
    in_te_vullen: int | None = None
    waarschuwingen: int | None = None
    toegelicht: int | None = None
    ter_info: int | None = None
    over_grens: int | None = None
    vergeleken_met: str = ""
    plannen_vorig: int | None = None
    bruto_vorig: int | None = None
    verdwenen: int | None = None
    sprongen: int | None = None
    polygonen: bool | None = None
    vergeleken_inhoud: str = ""
    niet_vergeleken: str = ""

    def writable(self) -> Receipt:
        """The same, with text that every file can hold: names and reasons may have in them whatever a sender made up."""
        told = ((field.name, getattr(self, field.name)) for field in fields(self))
        texts: dict[str, Any] = {name: NOT_IN_XML.sub("�", text)[:_LONGEST] for name, text in told if isinstance(text, str)}
        return replace(self, **texts)

    def not_compared(self, why: str) -> Receipt:
        """The same, laid beside nothing."""
        return replace(
            self,
            vergeleken_met="",
            vergeleken_inhoud="",
            plannen_vorig=None,
            bruto_vorig=None,
            verdwenen=None,
            sprongen=None,
            niet_vergeleken=why,
        )

    @property
    def is_current(self) -> bool:
        """Its plans are those that are reviewed."""
        return self.stand == State.CURRENT.value

    @property
    def made(self) -> str:
        """When it was made, as far as that can be: a clock that was ahead keeps nothing out that came later."""
        return min(self.gemaakt, self.ontvangen_op)

    @property
    def when(self) -> str:
        """When it came in, in words."""
        return moment(datetime.fromisoformat(self.ontvangen_op))


def current_of(receipts: Sequence[Receipt], gemeente_code: str) -> Receipt | None:
    """The delivery of a municipality that is reviewed."""
    return next((receipt for receipt in receipts if receipt.is_current and receipt.gemeente_code == gemeente_code), None)


def received_before(receipts: Sequence[Receipt], sha256: str) -> Receipt | None:
    """The same file, to the byte, that was taken before."""
    return next((receipt for receipt in receipts if receipt.sha256 == sha256 and receipt.stand in SETTLED), None)


def placed(new: Receipt, current: Receipt | None) -> tuple[Receipt, Receipt | None]:
    """A delivery that could be opened, with the state that it gets, and what it takes the place of.

    A review is of one delivery: the same content in another file adds nothing, and what was made earlier than what is reviewed is not
    what the municipality says now.

    :param current: the delivery of the same municipality that is reviewed; None where there is none.
    """
    if current is not None and new.inhoud == current.inhoud:
        reason = tr("De inhoud is dezelfde als die van ‘{name}’, ontvangen op {when}.")
        return replace(new, stand=State.SAME.value, reden=reason.format(name=current.bestand, when=current.when)), None
    if current is not None and new.made < current.made:
        reason = tr("‘{name}’ van dezelfde gemeente is later gemaakt en is al in beoordeling.")
        return replace(new, stand=State.OLDER.value, reden=reason.format(name=current.bestand)), None
    taken = replace(new, stand=State.CURRENT.value, reden=" ".join(filter(None, (new.reden, _ahead(new)))))
    if current is None:
        return taken, None
    reason = tr("Vervangen door ‘{name}’, ontvangen op {when}.")
    return taken, replace(current, stand=State.REPLACED.value, reden=reason.format(name=new.bestand, when=new.when))


def _ahead(new: Receipt) -> str:
    """A moment that had not come yet when the file was there; empty when it had."""
    if new.gemaakt <= new.ontvangen_op:
        return ""
    said = tr("Volgens het pakket is het gemaakt op {made}; die klok liep voor. Het telt als gemaakt op {when}.")
    return said.format(made=moment(datetime.fromisoformat(new.gemaakt)), when=new.when)
