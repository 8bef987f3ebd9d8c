# SPDX-License-Identifier: GPL-2.0-or-later
"""The dwellings of one plan of a known format: placed in the Basisset, or left aside with the reason. Nothing is lost."""

from __future__ import annotations

from collections import defaultdict

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...basisset.periods import horizon, slot_of_year
from ...basisset.values import MOST, amount, as_text, read_value
from ...i18n import tr
from ..imported import PHASING, Extra, Unplaced, measure_of

_COUNT = b.BY_NAME["bruto_totaal"]  # every count of dwellings is read alike


class Tally:
    """Collects what a format says of one plan. ``row`` has the columns that the mapping finds by the name of their field."""

    def __init__(self, peildatum: Peildatum) -> None:
        self.row: dict[str, object] = {}
        self._peildatum = peildatum
        self._totals: dict[str, int] = defaultdict(int)
        self._aside: dict[tuple[str, str, str], tuple[object, int]] = {}  # field, column, reason: what was there, its dwellings
        self._undated: set[str] = set()
        self._spoiled: set[str] = set()

    @property
    def realised(self) -> str:
        """Why dwellings from before the peildatum are not rest capacity."""
        return tr("opgeleverd vóór de peildatum; telt niet mee in de restcapaciteit (Invultips 2 en 3)")

    def number(self, raw: object, column: str, *velden: str) -> int | None:
        """The dwellings of a cell. What is no count is listed with its text, and empties the fields that it is a part of."""
        if type(raw) is int and 0 <= raw <= MOST:
            return raw
        reading = read_value(_COUNT, raw)
        if reading.problem:
            self._spoiled.update(velden)
            self._totals[measure_of(velden[0]) or velden[0]] += amount(raw)
            self.leave(velden[0], column, as_text(raw), reading.problem, amount(raw))
        return reading.value if isinstance(reading.value, int) else None

    def slot(self, total: str, year: int | None) -> str | None:
        """The phasing field of a year; None before the peildatum and after the twenty years."""
        return slot_of_year(total, year, self._peildatum) if year else None

    def add(self, veld: str, count: int, column: str, reason: str = "") -> None:
        """Dwellings of a field; with a reason they are left aside."""
        measure = measure_of(veld) or veld
        self._totals[measure] += count
        if reason:
            if count:
                self.leave(veld, column, count, reason, count)
        else:
            before = self.row.get(veld)
            self.row[veld] = count + (before if isinstance(before, int) else 0)

    def phase(self, total: str, year: int | None, count: int, column: str, realised: bool) -> None:
        """Dwellings of a total in the year that they are delivered or demolished."""
        self.add(total, count, column, self.realised if realised else "")
        measure = PHASING[total]
        if realised:
            self.add(measure, count, column, self.realised)
            return
        slot = self.slot(total, year)
        if slot:
            self.add(slot, count, f"{column} {year}")
        elif year is None:
            self._undated.add(total)
            self.add(measure, count, column, tr("heeft in de bron geen jaar; verdeel zelf"))
        elif year > horizon(self._peildatum):
            self.add(
                measure,
                count,
                f"{column} {year}",
                tr("ligt na {year}, het laatste jaar van de fasering").format(year=horizon(self._peildatum)),
            )
        else:
            self.add(measure, count, f"{column} {year}", tr("ligt vóór de peildatum"))

    def leave(self, veld: str, column: str, value: object, reason: str, count: int = 0) -> None:
        """List a value. With the same reason numbers are listed as one amount, and texts beside each other."""
        about = veld, column, reason
        listed = self._aside.get(about)
        if listed is None:
            self._aside[about] = (value, count)
        else:
            before, sum_before = listed
            together = sum_before + count
            both = f"{as_text(before)}; {as_text(value)}"
            self._aside[about] = (together if count and isinstance(value, int) else both), together

    def close(self, plan_id: str = "") -> tuple[dict[str, object], Extra]:
        """The row and what is beside it. Years that the source leaves out are 0 when every dwelling has a year."""
        for total in PHASING:
            slots = b.phasing(total)
            if any(slot in self.row for slot in slots) and total not in self._undated:
                for slot in slots:
                    self.row.setdefault(slot, 0)
        for veld in sorted(self._spoiled & self.row.keys()):
            count = self.row.pop(veld)
            if isinstance(count, int) and count:
                why = tr("hoort bij een som waarvan een ander deel niet gelezen kan worden")
                self.leave(veld, tr(b.BY_NAME[veld].label), count, why, count)
        unplaced = tuple(Unplaced(veld, column, value, reason, count) for (veld, column, reason), (value, count) in self._aside.items())
        return self.row, Extra(unplaced, dict(self._totals), plan_id or None)
