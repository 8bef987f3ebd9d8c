# SPDX-License-Identifier: GPL-2.0-or-later
"""What a source says of a plan without answering a field: dwellings of some years together, and words of its own. And what of it is certain: 0.

A hint is kept beside the plans, never in them: what it means is for a person to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...basisset.periods import Period, period_of
from ...basisset.values import as_text, whole_number
from ..imported import Sources
from .plan import PlanMapping

PLAN_MAP = "NL.IMRO."  # how every spatial plan is named


@dataclass(frozen=True, slots=True)
class Hint:
    """``veld``: the field that is still open, or the total of which ``kolom`` holds some years together.

    ``waarde`` is what the source says there; ``betekent`` what that probably is, or of years the first and the last: ``2020-2024``. Of a
    count at an earlier peildatum ``kolom`` is that day, and ``betekent`` what of it probably remains. Of a plan map ``kolom`` is its name.
    """

    veld: str
    kolom: str
    waarde: str
    betekent: str

    @property
    def planned(self) -> int | None:
        """What probably remains of a count of an earlier peildatum; None where it is about something else."""
        field = b.BY_NAME.get(self.veld)
        return int(self.betekent) if field is not None and field.kind is b.Kind.COUNT and self.betekent.isdecimal() else None

    @property
    def on_map(self) -> bool:
        """The plan map of a spatial plan says it."""
        return self.kolom.startswith(PLAN_MAP)

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that it is about; None where it is about words."""
        first, _, last = self.betekent.partition("-")
        return (int(first), int(last)) if first.isdigit() and last.isdigit() else None


def hints_of(rows: Sources, mapping: PlanMapping, plan: Mapping[str, object]) -> Iterator[Hint]:
    """What the rows of one plan say of what it leaves open."""
    for veld, column in mapping.fields.items():
        text = as_text(rows[column.source].get(column.column) or "") if column.proposals else ""
        if plan.get(veld) is None and text in column.proposals:
            yield Hint(veld, column.column, text, column.proposals[text])
    for total in _totals(mapping):
        for name, period, raw in _spans(rows, mapping, total):
            number = whole_number(raw)
            if period.first is not None and number is not None and number > 0:
                yield Hint(total, name, str(number), f"{period.first}-{period.last}")


def certain_zeros(rows: Sources, mapping: PlanMapping, plan: Mapping[str, object], peildatum: Peildatum) -> dict[str, str]:
    """The phasing slots that are 0 because the source has 0 in all of their years, each with the columns that say so.

    Nothing follows from such a 0 while dwellings of the plan may still move there: dwellings without a year, those of years that are over,
    and those of a total that would have no place left.
    """
    zeros: dict[str, str] = {}
    for total in _totals(mapping):
        spans = list(_spans(rows, mapping, total))
        if not any(_may_move(period, raw, peildatum) for _, period, raw in spans):
            zeros |= _zeros_of(total, spans, mapping, plan, peildatum)
    return zeros


def _totals(mapping: PlanMapping) -> list[str]:
    return list(dict.fromkeys(total for columns in mapping.unplaced.values() for total in columns.values()))


def _spans(rows: Sources, mapping: PlanMapping, total: str) -> Iterator[tuple[str, Period, object]]:
    """The columns of several years of a total, or of no year that is known, with what the plan has there."""
    for source, columns in mapping.unplaced.items():
        for name in columns:
            if columns[name] == total:
                yield name, period_of(name) or Period(total, None, None), rows[source].get(name)


def _may_move(period: Period, raw: object, peildatum: Peildatum) -> bool:
    if raw is None or whole_number(raw) == 0 or not as_text(raw).strip():
        return False
    return period.last is None or period.last < peildatum.year


def _zeros_of(
    total: str, spans: list[tuple[str, Period, object]], mapping: PlanMapping, plan: Mapping[str, object], peildatum: Peildatum
) -> dict[str, str]:
    empty: dict[int, str] = {}  # by year, the column that says 0
    for name, period, raw in spans:
        if whole_number(raw) == 0 and period.first is not None and period.last is not None:
            empty |= dict.fromkeys(range(period.first, period.last + 1), name)
    zeros, slots = {}, b.phasing(total)
    for slot, veld in enumerate(slots):
        first, last = peildatum.span(slot)
        years = range(first, last + 1)
        if plan.get(veld) is None and veld not in mapping.fields and all(year in empty for year in years):
            zeros[veld] = " + ".join(dict.fromkeys(empty[year] for year in years))
    known = [plan.get(veld) for veld in slots if veld not in zeros]
    if None not in known and plan.get(total) not in (None, sum(count for count in known if isinstance(count, int))):
        return {}
    return zeros
