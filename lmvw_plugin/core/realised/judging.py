# SPDX-License-Identifier: GPL-2.0-or-later
"""What the dwellings in its polygon may mean for a plan: a proposal with its reason, which a person takes or leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from ..basisset.values import as_text
from ..i18n import number, several, tr
from ..rules.plans import is_count
from .homes import Home, Homes, Period, Stand, When, per_year

Values = Mapping[str, object]


class Proposal(Enum):
    """What is proposed for a plan; the value stands in the outcome."""

    NONE = ""
    DONE = "gerealiseerd"  # report it as such
    BUILT = "opgeleverd"  # take the dwellings that were completed out of the rest capacity
    LOOK = "nakijken"  # what the plan says of itself and what stands do not agree
    UNREAD = "niet vergeleken"  # of its polygon nobody can say what lies in it


@dataclass(frozen=True)
class Judged:
    """A plan with the dwellings in its polygon; ``homes`` is None where the polygon cannot be compared."""

    plan: Values
    homes: Homes | None
    period: Period
    rij: int = 0
    _none: Homes = field(default_factory=lambda: Homes(()))

    @property
    def name(self) -> str:
        """What the plan is called."""
        raw = self.plan.get("plannaam")
        return tr("(zonder naam)") if raw in (None, "") else as_text(raw)

    @property
    def known(self) -> Homes:
        """The dwellings; none where nobody knows."""
        return self.homes or self._none

    @cached_property
    def _by_when(self) -> dict[When, list[Home]]:
        homes: dict[When, list[Home]] = {when: [] for when in When}
        for home in self.known.used:
            homes[self.period.when(home)].append(home)
        return homes

    def came(self, *when: When) -> list[Home]:
        """The dwellings in use that came then."""
        return [home for moment in when for home in self._by_when[moment]]

    @cached_property
    def built(self) -> list[Home]:
        """Those that came since the last peildatum, or may have."""
        return self.came(When.BETWEEN, When.MAYBE)

    @property
    def stood(self) -> int:
        """Those in use that stood before."""
        return len(self.came(When.BEFORE))

    @property
    def years(self) -> dict[int | None, int]:
        """How many were completed in each year since the last peildatum."""
        return per_year(self.built)

    def amount(self, name: str) -> int | None:
        """A count of the plan; None where it is not filled in."""
        value = self.plan.get(name)
        return int(str(value)) if is_count(value) and value is not None else None

    @cached_property
    def proposal(self) -> Proposal:
        """What is proposed."""
        if self.homes is None:
            return Proposal.UNREAD
        if self.plan.get("gerealiseerd") is True:
            return Proposal.NONE if self.homes.there and len(self.homes.used) == len(self.homes.there) else Proposal.LOOK
        if self.plan.get("vervallen") is True:
            return Proposal.LOOK if self.built else Proposal.NONE
        if not self.built:
            return Proposal.NONE
        bruto = self.amount("bruto_totaal")
        waiting = len(self.homes.there) - len(self.homes.used)
        return Proposal.DONE if bruto is not None and len(self.built) >= bruto and not waiting else Proposal.BUILT

    @property
    def rest(self) -> int | None:
        """What would be left of bruto; None where nothing is proposed about it."""
        bruto = self.amount("bruto_totaal")
        if bruto is None or self.proposal not in (Proposal.DONE, Proposal.BUILT):
            return None
        return max(bruto - len(self.built), 0)

    @cached_property
    def reason(self) -> str:
        """Why, and what to mind, in sentences."""
        return " ".join((self._verdict(), *self._mind()))

    def _verdict(self) -> str:
        homes, there, used = self.known, len(self.known.there), len(self.known.used)
        if self.homes is None:
            return tr("De polygoon ontbreekt, is niet te meten of is breder dan een gemeente; herstel hem en vergelijk opnieuw.")
        if self.plan.get("gerealiseerd") is True:
            if not there:
                return tr("Het plan is gerealiseerd, maar de BAG kent hier geen woning.")
            if used < there:
                words = tr("Het plan is gerealiseerd, maar van de {homes} zijn er {count} niet in gebruik.")
                return words.format(homes=_homes(there), count=number(there - used))
            return tr("Het plan is gerealiseerd en alle woningen zijn in gebruik ({count}).").format(count=number(used))
        since = self.period.since.words
        if self.plan.get("vervallen") is True:
            words = tr("Het plan is vervallen, maar sinds {since} kwamen hier {homes} in gebruik.")
            return words.format(since=since, homes=_homes(len(self.built))) if self.built else tr("Het plan is vervallen.")
        if not self.built:
            words = tr("Sinds {since} is hier geen woning in gebruik gekomen.").format(since=since)
            coming = homes.count(Stand.COMING)
            more = tr("Gevormd, maar nog niet in gebruik: {homes}.").format(homes=_homes(coming)) if coming else ""
            return f"{words} {more}".strip()
        words = tr("Sinds {since} in gebruik gekomen: {homes} ({years}).")
        said = words.format(since=since, homes=_homes(len(self.built)), years=years_text(self.years))
        return f"{said} {self._beside_bruto()}"

    def _beside_bruto(self) -> str:
        bruto, waiting = self.amount("bruto_totaal"), len(self.known.there) - len(self.known.used)
        if bruto is None:
            return tr("Bruto totaal is nog niet ingevuld.")
        if self.proposal is Proposal.DONE:
            return tr("Dat is heel het bruto van {bruto}. Is het plan klaar, meld het dan af als gerealiseerd.").format(bruto=number(bruto))
        if waiting:
            words = tr("Nog niet in gebruik: {waiting}. Trek af van bruto totaal ({bruto}) wat daar nog in zit.")
            return words.format(waiting=_homes(waiting), bruto=number(bruto))
        words = tr("Trek ze af van bruto totaal ({bruto}) als ze daar nog in zitten; dan blijft {rest} over.")
        return words.format(bruto=number(bruto), rest=number(bruto - len(self.built)))

    def _mind(self) -> Iterator[str]:
        sloop, stood = self.amount("sloop_totaal"), self.stood
        if sloop:
            words = tr("Nog te slopen volgens het plan: {sloop}. Volgens de BAG stonden er al: {stood}.")
            yield words.format(sloop=number(sloop), stood=_homes(stood))
        elif stood:
            yield tr("Er stonden al {homes}. Die tellen in de polygoon mee en zijn meestal niet van dit plan.").format(homes=_homes(stood))
        maybe, after, unknown = (len(self.came(when)) for when in (When.MAYBE, When.AFTER, When.UNKNOWN))
        if maybe:
            words = tr("Van {homes} kent de BAG alleen het jaar: die kunnen ook net buiten de periode vallen.")
            yield words.format(homes=_homes(maybe))
        if after:
            words = tr("Na {until} kwamen er {homes} bij. Die tellen op de peildatum nog mee als restcapaciteit.")
            yield words.format(until=self.period.until.words, homes=_homes(after))
        if unknown:
            yield tr("Zonder bouwjaar: {homes}. Kijk zelf wanneer die kwamen.").format(homes=_homes(unknown))


def years_text(years: Mapping[int | None, int]) -> str:
    """``2024: 3, 2025: 8``."""
    return ", ".join(f"{tr('onbekend') if year is None else year}: {count}" for year, count in years.items())


def _homes(count: int) -> str:
    return several(count, "woning", "woningen")
