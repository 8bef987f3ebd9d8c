# SPDX-License-Identifier: GPL-2.0-or-later
"""How many dwellings a municipality wants finished in a year, as its woondeal says: to lay beside its plans, in what it reads itself.

The figures of a woondeal are public: whoever publishes a sum asks here which total others know already.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from ..basisset.peildatum import Peildatum

MOST = 99_999  # dwellings in one year


@dataclass(frozen=True, slots=True)
class Targets:
    """``years``: dwellings (bruto) by calendar year, in order; a year that nobody stated is not in it."""

    years: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, given: Mapping[int, int]) -> Targets:
        """What is possible of what is given; 0 is no target."""
        return cls(tuple(sorted((year, wanted) for year, wanted in given.items() if 0 < wanted <= MOST)))

    def at(self, peildatum: Peildatum, slot: int) -> int | None:
        """What is wanted in a phasing slot; None where not every year of it has a target."""
        first, last = peildatum.span(slot)
        stated = dict(self.years)
        wanted = [stated[year] for year in range(first, last + 1) if year in stated]
        return sum(wanted) if len(wanted) == last - first + 1 else None

    def to_json(self) -> str:
        """As a plan file keeps it; empty when there is none."""
        return json.dumps({str(year): wanted for year, wanted in self.years}) if self.years else ""

    @classmethod
    def from_json(cls, text: str) -> Targets:
        """What ``to_json`` wrote; what is none of it was never stated."""
        try:
            given = json.loads(text) if text else {}
            return cls.of({int(year): int(wanted) for year, wanted in given.items()})
        except (AttributeError, OverflowError, RecursionError, TypeError, ValueError):
            return cls()


NO_TARGETS = Targets()
