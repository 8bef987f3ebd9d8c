# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals that are known elsewhere, as in a report to the council or a woondeal, and what follows from them beside the public version.

Whoever has both takes the public plans from the total. What is left may be one confidential plan, or all of them but one. It may also be the sum
itself: that stands in the public version, but a report often divides its total as well, by village or status. Dataprotocol art. 14: the sum has
neither place nor status.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.peildatum import Peildatum
from ..errors import LmvwError
from ..i18n import number, tr
from ..rules.plans import Plan
from ..rules.targets import Targets
from .dividing import count_of

_OF: Mapping[str, Mapping[str, int]] = {  # what is counted, and what is taken from it
    "bruto": {"bruto_totaal": 1},
    "sloop": {"sloop_totaal": 1},
    "netto": {"bruto_totaal": 1, "sloop_totaal": -1},
}
_WHAT = "|".join(_OF)
_LINE = re.compile(
    rf"(?P<where>\S.*?)\s*:\s*(?:(?P<before>{_WHAT})\s+)?(?P<count>\d{{1,3}}(?:\.\d{{3}})+|\d{{1,9}})(?:\s+woning(?:en)?)?(?:\s+(?P<after>{_WHAT}))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Total:
    """``count`` dwellings that somebody can read in ``where``; ``what``: bruto, sloop or netto; ``slot``: of the phasing, None for all of it."""

    where: str
    what: str
    count: int
    slot: int | None = None

    @property
    def counted(self) -> Callable[[Plan], int]:
        """What of it a plan is."""
        signs = {name if self.slot is None else b.phasing(name)[self.slot]: sign for name, sign in _OF[self.what].items()}
        return lambda plan: sum(sign * count_of(plan, name) for name, sign in signs.items())


def totals_in(text: str) -> tuple[Total, ...]:
    """The totals that a user typed, one on a line: ``Raadsbrief maart 2026: 1.250`` is bruto, ``Woondeal: netto 900`` says otherwise.

    :raises LmvwError: naming the first line that is no such thing.
    """
    totals = []
    for line in filter(None, map(str.strip, text.splitlines())):
        read = _LINE.fullmatch(line)
        if read is None:
            raise LmvwError(
                tr(
                    "Bij ‘Totalen die elders staan’ staat ‘{line}’; schrijf waar het staat, een dubbele punt en het aantal, bijvoorbeeld "
                    "Raadsbrief maart: 1250."
                ).format(line=line[:80])
            )
        totals.append(Total(read["where"], (read["before"] or read["after"] or "bruto").lower(), int(read["count"].replace(".", ""))))
    return tuple(totals)


def targets_of(targets: Targets, peildatum: Peildatum) -> tuple[Total, ...]:
    """What the municipality wants finished by year, as its woondeal says: everybody may know it."""
    stated = ((slot, targets.at(peildatum, slot)) for slot in range(len(b.phasing("bruto_totaal"))))
    return tuple(
        Total(tr("Streefgetal {years}").format(years=peildatum.years(slot)), "bruto", wanted, slot)
        for slot, wanted in stated
        if wanted is not None
    )


def follows(totals: Sequence[Total], public: Sequence[Plan], summed: Sequence[Plan], beside: Sequence[Plan]) -> Iterator[str]:
    """What each total tells, in a sentence with the figures; nothing of one that tells nothing.

    :param public: the live public plans.
    :param summed: the plans of the sum.
    :param beside: those that are in neither, and that a total elsewhere may hold.
    """
    for total in totals:
        of = total.counted
        rest, hidden = total.count - sum(map(of, public)), sum(map(of, summed))
        words, plan = _told(of, rest, hidden, summed, beside)
        if words:
            begin = tr("‘{where}’ noemt {count} woningen {what}.").format(where=total.where, count=number(total.count), what=total.what)
            yield f"{begin} {words.format(rest=number(rest), more=number(abs(rest - hidden)), plan=plan)}"


def _told(of: Callable[[Plan], int], rest: int, hidden: int, summed: Sequence[Plan], beside: Sequence[Plan]) -> tuple[str, str]:
    """The words for what is left of a total without the public plans, and the plan that it is; empty when it fits nothing."""
    looked = (
        (rest, summed, tr("Zonder de openbare plannen is dat {rest}: precies vertrouwelijk plan ‘{plan}’.")),
        (hidden - rest, summed, tr("Dat is {more} minder dan openbare plannen en optelling samen: precies vertrouwelijk plan ‘{plan}’.")),
        (rest - hidden, beside, tr("Dat is {more} meer dan openbare plannen en optelling samen: precies plan ‘{plan}’.")),
    )
    for count, plans, words in looked:
        for plan in plans if count else ():
            if of(plan) == count:
                return words, str(plan.get("plannaam") or "")
    if hidden and rest == hidden:
        return tr("Zonder de openbare plannen is dat precies de optelling: {rest}. Staat daar ook een verdeling, naar kern of status? Dan volgt die "
                  "van de vertrouwelijke plannen daaruit."), ""  # fmt: skip
    return "", ""
