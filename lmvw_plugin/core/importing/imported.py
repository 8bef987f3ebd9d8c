# SPDX-License-Identifier: GPL-2.0-or-later
"""What an import gives: the plans, what was not taken over of which row, and the dwellings counted on both sides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..basisset import fields as b
from ..basisset.values import as_text
from ..rules.plans import missing_fields
from .mapping.plan import NAME_FIELD

if TYPE_CHECKING:
    from .mapping.hints import Hint

Row = Mapping[str, object]
Sources = Mapping[str, Row]


class SheetLine(NamedTuple):
    """A row of the worksheet: its number there, and its values by column."""

    number: int
    row: Row


# The phasing of a total as one thing: what a format could not place in it belongs to no single field.
PHASING = {"bruto_totaal": "fasering_bruto", "sloop_totaal": "fasering_sloop"}


@dataclass(frozen=True, slots=True)
class Remark:
    """A source value that was not taken over, with the reason and the dwellings it stands for."""

    plannaam: str
    veld: str
    column: str
    value: str
    reason: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Zero:
    """A field that no column fills, and that is 0 because a column of the source says so of all its years."""

    plannaam: str
    veld: str
    column: str


@dataclass(frozen=True, slots=True)
class NotImported:
    """A source row that is not in the plan file; ``where`` says which row of which source, ``amounts`` its dwellings by measure.

    Most wait for a person; a total or a note is no plan, and needs nobody.
    """

    name: str
    where: str
    reason: str
    amounts: Mapping[str, int] = field(default_factory=dict)
    waits: bool = True


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A value that the reader of a known format saw and could not place: in a measure or a field, with the reason."""

    veld: str
    column: str
    value: object
    reason: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Extra:
    """What a known format says of one row beside its columns: what it left aside, its own totals by measure, its key."""

    unplaced: tuple[Unplaced, ...] = ()
    totals: Mapping[str, int] = field(default_factory=dict)
    plan_id: str | None = None


Extras = Mapping[str, Mapping[int, Extra]]  # source, then index of the polygon or number of the row


@dataclass(frozen=True, slots=True)
class Balance:
    """The dwellings of one measure: in the source, in the plans, and listed as not taken over."""

    measure: str
    source: int
    target: int
    listed: int

    @property
    def holds(self) -> bool:
        """No dwelling was lost without a word."""
        return self.source == self.target + self.listed


class ImportedPlan(NamedTuple):
    """A plan: the index of its polygon in the source, None when it has none, and its values by field."""

    polygon: int | None
    values: dict[str, object]


@dataclass(slots=True)
class Imported:
    """The plans, and everything that needs attention."""

    plans: list[ImportedPlan] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_imported: list[NotImported] = field(default_factory=list)
    without_polygon: list[str] = field(default_factory=list)
    without_row: list[str] = field(default_factory=list)  # polygons that have none in the worksheet, where there is one
    balances: list[Balance] = field(default_factory=list)
    elsewhere: Counter[str] = field(default_factory=Counter)  # the municipalities of rows that are not of this one
    questions: list[str] = field(default_factory=list)  # about columns that fill nothing, in sentences
    twins: list[str] = field(default_factory=list)  # about names that a person would take for one, in sentences
    fixed: frozenset[str] = frozenset()  # fields that every plan got from the mapping: they come from no source
    zeros: list[Zero] = field(default_factory=list)
    hints: dict[str, tuple[Hint, ...]] = field(default_factory=dict)  # by the plan_id that a plan got here
    strijdig: dict[str, tuple[str, str]] = field(default_factory=dict)  # by plan_id: who kept that the province labelled it so, and when

    @property
    def waiting(self) -> list[NotImported]:
        """The rows that a person must look at."""
        return [row for row in self.not_imported if row.waits]

    def missing(self) -> list[tuple[str, list[b.Field]]]:
        """Per plan the required fields that are still empty, plans that are complete left out."""
        known: dict[object, list[b.Field]] = {}  # plans of one file lack mostly the same
        lacking = []
        for _, plan in self.plans:
            answers = plan.values()
            if None not in answers and "" not in answers and len(plan) == len(b.COLUMNS):
                continue
            empty = tuple([name for name, value in plan.items() if value is None or value == ""])
            pattern = empty, plan.get("gerealiseerd"), plan.get("vervallen")
            if pattern not in known:
                known[pattern] = missing_fields(plan)
            if known[pattern]:
                lacking.append((as_text(plan[NAME_FIELD] or ""), known[pattern]))
        return lacking


def measure_of(veld: str) -> str | None:
    """The measure that a field of dwellings counts in: phasing slots count together; other fields have none."""
    known = b.BY_NAME.get(veld)
    if known is None:
        return veld if veld in PHASING.values() else None
    if known.kind is not b.Kind.COUNT:
        return None
    return PHASING[known.phase.total] if known.phase else veld
