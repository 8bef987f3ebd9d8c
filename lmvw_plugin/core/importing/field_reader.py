# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads one field of a plan as the mapping says: from a column, from a sum of columns, or the same for every plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..basisset import fields as b
from ..basisset.values import MOST, WHOLE, Reading, all_kept, as_text, read_value, seen_text, whole
from ..i18n import tr
from .imported import Remark, Sources
from .mapping.plan import ColumnMapping
from .table import dwellings

_MEMORY = 5_000  # texts; a column of codes has some tens
_TEXTS, _ANSWERS = {str, type(None)}, {bool, type(None)}


class Reader:
    """Reads one field from a row; what it learned about a text it remembers."""

    def __init__(self, veld: str, column: ColumnMapping) -> None:
        self.veld, self._column = veld, column
        self.source, self.column = column.source, column.column
        self._field = b.BY_NAME[veld]
        self._memo: dict[object, Reading] = {}
        self.plain = self._field.kind is b.Kind.COUNT and not column.negated and not column.plus and not column.values
        self._constant = read_value(self._field, column.constant).value if column.constant is not None else None
        self.read: Callable[[Sources, str, list[Remark]], object] = self._sum if column.plus else self._one

    def read_column(self, raws: Sequence[object]) -> Sequence[object] | None:
        """The values of a whole column when none of them needs a remark, else None."""
        kinds = set(map(type, raws))
        if self._field.kind is b.Kind.COUNT:
            return raws if self.plain and _are_counts(raws) else None
        if self._column.values or not (kinds <= _TEXTS or kinds <= _ANSWERS):
            return None
        if self._field.kind is b.Kind.TEXT and kinds <= _TEXTS and all_kept(raw for raw in raws if isinstance(raw, str)):
            return [raw if isinstance(raw, str) and raw.strip() else None for raw in raws]
        readings = {raw: self._reading(raw) for raw in set(raws)}
        return None if any(reading.problem for reading in readings.values()) else [readings[raw].value for raw in raws]

    def _one(self, sources: Sources, name: str, remarks: list[Remark]) -> object:
        if self._column.constant is not None:
            return self._constant
        raw = sources[self._column.source].get(self._column.column)
        if raw is None:
            return None
        reading = self._reading(raw)
        if reading.problem:
            remarks.append(self._remark(name, self._column.column, raw, reading.problem))
        return reading.value

    def _sum(self, sources: Sources, name: str, remarks: list[Remark]) -> object:
        """All parts, or nothing: a part that cannot be read takes the others with it. An empty part adds nothing."""
        row = sources[self._column.source]
        parts = [
            (column, raw, self._reading(raw))
            for column in self._column.columns
            if (raw := row.get(column)) is not None and not _is_blank(raw)
        ]
        if any(reading.problem for _, _, reading in parts):
            rest = tr("hoort bij een som waarvan een ander deel niet gelezen kan worden")
            remarks += [self._remark(name, column, raw, reading.problem or rest) for column, raw, reading in parts]
            return None
        values = [reading.value for _, _, reading in parts if isinstance(reading.value, int)]
        return sum(values) if values else None

    def _remark(self, name: str, column: str, raw: object, reason: str) -> Remark:
        count = dwellings(raw, self._column) if self._field.kind is b.Kind.COUNT else 0
        return Remark(name, self.veld, column, seen_text(as_text(raw)), reason, count)

    def _reading(self, raw: object) -> Reading:
        known = (type(raw), raw) if isinstance(raw, (str, int, float, bool)) else None
        reading = self._memo.get(known) if known else None
        if reading is None:
            reading = self._read(raw)
            if known and len(self._memo) < _MEMORY:
                self._memo[known] = reading
        return reading

    def _read(self, raw: object) -> Reading:
        column = self._column
        if not column.values or (text := as_text(raw)) not in column.values:
            return read_value(self._field, raw, column.negated)
        meant = column.values[text]
        if meant is not None:
            return read_value(self._field, meant)
        problem = read_value(self._field, raw).problem
        if problem is None:
            return Reading(problem=tr("is in de kolomkoppeling op leeg gezet"))
        return Reading(problem=problem)


def _is_blank(raw: object) -> bool:
    return isinstance(raw, str) and not raw.strip()


def _are_counts(values: Sequence[object]) -> bool:
    kinds = set(map(type, values))
    if not kinds <= WHOLE:
        return False
    return min(whole(values, kinds), default=0) >= 0 and max(whole(values, kinds), default=0) <= MOST
