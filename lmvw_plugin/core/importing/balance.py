# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings counted on both sides: what the sources say, apart from the reading of the plans, and what became of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..basisset import fields as b
from ..basisset.values import amounts
from ..feedback import breathing
from .imported import PHASING, Balance, Extras, Imported, Row, SheetLine, measure_of
from .mapping.plan import POLYGONEN, WERKBLAD, ColumnMapping, PlanMapping
from .origin import Origin, extra_of
from .table import columns_of, dwellings, sum_of

_ORDER = (*(column.name for column in b.COUNTS if column.phase is None), *PHASING.values())


@dataclass(frozen=True, slots=True)
class _Counted:
    """A column of dwellings: the measure it counts in, and how its cells are read."""

    measure: str
    column: str
    how: ColumnMapping


class Ledger:
    """Counts the dwellings of the sources by measure, in the columns that the mapping names."""

    def __init__(self, mapping: PlanMapping, extras: Extras) -> None:
        self._mapping, self._extras = mapping, extras
        self._columns: dict[str, list[_Counted]] = {POLYGONEN: [], WERKBLAD: []}
        for name, how in mapping.fields.items():
            measure = measure_of(name)
            if measure is not None:
                for column in how.columns:
                    self._columns[how.source].append(_Counted(measure, column, how))
        for source, unplaced in mapping.unplaced.items():
            self._columns[source] += [_Counted(PHASING[total], column, ColumnMapping(source, column)) for column, total in unplaced.items()]
        # what fills a plan only when it has no row in the worksheet
        self._without_row = [
            _Counted(measure, column, how)
            for name, how in mapping.without_row.items()
            if (measure := measure_of(name))
            for column in how.columns
        ]

    def amounts(self, origin: Origin) -> dict[str, int]:
        """The dwellings by measure that a plan would have had."""
        counted: dict[str, int] = defaultdict(int)
        for source, key in origin.keys:
            if key is None:
                continue
            row, totals = origin.rows[source], extra_of(self._extras, source, key).totals
            for column in self._columns[source]:
                if column.measure not in totals:
                    counted[column.measure] += dwellings(row.get(column.column), column.how)
            for measure, number in totals.items():
                counted[measure] += number
        if origin.index is not None and origin.number is None:
            for column in self._without_row:
                counted[column.measure] += dwellings(origin.rows[POLYGONEN].get(column.column), column.how)
        return counted

    def balances(self, polygons: Sequence[Row], sheet: Sequence[SheetLine], without_row: Sequence[Row], result: Imported) -> list[Balance]:
        """Source, plans and what was listed, for every measure that the sources speak of.

        :param sheet: number and values of the rows that may be plans.
        :param without_row: the polygons that have no row in the worksheet.
        """
        source = self._of_sources(polygons, sheet, without_row)
        target, listed = self._of_plans(result), _of_lists(result)
        return [Balance(name, source[name], target[name], listed[name]) for name in _ORDER if source[name] or target[name] or listed[name]]

    def _of_sources(self, polygons: Sequence[Row], sheet: Sequence[SheetLine], without_row: Sequence[Row]) -> dict[str, int]:
        counted: dict[str, int] = defaultdict(int)
        for column in self._without_row:
            counted[column.measure] += sum_of([row.get(column.column) for row in without_row], column.how)
        for source, rows in ((POLYGONEN, list(enumerate(polygons))), (WERKBLAD, list(sheet))):
            extras = self._extras.get(source, {})
            own_total = {measure for extra in extras.values() for measure in extra.totals}
            columns = columns_of([row for _, row in rows], [column.column for column in self._columns[source]])
            for column, values in breathing(zip(self._columns[source], columns, strict=True)):
                if column.measure in own_total:  # rows that say their own total count as that
                    values = [
                        value
                        for (key, _), value in zip(rows, values, strict=True)
                        if column.measure not in extra_of(self._extras, source, key).totals
                    ]
                counted[column.measure] += sum_of(values, column.how)
            for extra in extras.values():
                for measure, number in extra.totals.items():
                    counted[measure] += number
        return counted

    def _of_plans(self, result: Imported) -> dict[str, int]:
        counted: dict[str, int] = defaultdict(int)
        names = [name for name, how in self._mapping.fields.items() if measure_of(name) and how.constant is None]
        for name, values in breathing(zip(names, columns_of([plan for _, plan in result.plans], names), strict=True)):
            counted[measure_of(name) or ""] += amounts(values)
        return counted


def _of_lists(result: Imported) -> dict[str, int]:
    """What was not taken over: single values, and whole rows."""
    counted: dict[str, int] = defaultdict(int)
    for remark in result.remarks:
        counted[measure_of(remark.veld) or ""] += remark.amount
    for row in result.not_imported:
        for measure, number in row.amounts.items():
            counted[measure] += number
    return counted
