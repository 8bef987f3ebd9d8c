# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and worksheet into plans of the Basisset: joined on the exact plan name, nothing dropped without a word."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from . import basisset as b
from .codelists import Gemeente
from .i18n import tr
from .mapping import NAME_FIELD, POLYGONEN, WERKBLAD, ColumnMapping, PlanMapping
from .names import near_pairs
from .plan_rules import missing_fields
from .values import Reading, as_text, key, read_value

Row = Mapping[str, object]
Sources = Mapping[str, Row]

# Set from the parameter, so that every plan of a file is of one municipality.
_GEMEENTE_FIELDS = ("gemeente_code", "gemeente_naam")


@dataclass(frozen=True, slots=True)
class Remark:
    """A source value that was not taken over, with the reason."""

    plannaam: str
    veld: str
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class NotImported:
    """A source row that waits for a person; ``where`` says which row of which source."""

    name: str
    where: str
    reason: str


@dataclass(slots=True)
class Imported:
    """The plans, each with the index of its polygon (None when it has none), and everything that needs attention."""

    plans: list[tuple[int | None, dict[str, object]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_imported: list[NotImported] = field(default_factory=list)
    without_polygon: list[str] = field(default_factory=list)

    def missing(self) -> list[tuple[str, list[b.Field]]]:
        """Per plan the required fields that are still empty, plans that are complete left out."""
        named = ((as_text(plan[NAME_FIELD] or ""), missing_fields(plan)) for _, plan in self.plans)
        return [(name, fields) for name, fields in named if fields]


def import_plans(polygons: Sequence[Row], sheet: Sequence[tuple[int, Row]], mapping: PlanMapping, gemeente: Gemeente) -> Imported:
    """Join and translate the sources.

    A worksheet row joins the polygon of exactly its name. A row without such a polygon becomes a plan without polygon,
    unless a polygon that is still free has a name so close that a person must decide first.

    :param polygons: attributes of each polygon, in the order of the layer.
    :param sheet: row number in the worksheet and its values by column.
    """
    job = _Job(mapping, gemeente, Imported())
    names = [job.name(POLYGONEN, row) for row in polygons]
    rows = [(job.name(WERKBLAD, row), number, row) for number, row in sheet]
    joined, alone = _join(names, rows, job.result)
    for index, row in enumerate(polygons):
        sources = {POLYGONEN: row, WERKBLAD: joined.get(index, {})}
        job.add(index, names[index], sources, tr("polygoon {number}").format(number=index + 1))
    free = [name for index, name in enumerate(names) if name and index not in joined]
    near_names = {pair.left: pair.right for pair in near_pairs([name for name, _, _ in alone], free)}
    for name, number, row in alone:
        near = near_names.get(name)
        if near is not None:
            reason = tr("er is geen polygoon met deze naam, wel met de naam ‘{name}’; maak de namen gelijk en importeer opnieuw").format(
                name=near
            )
            job.result.not_imported.append(NotImported(name, _row(number), reason))
        elif job.add(None, name, {POLYGONEN: {}, WERKBLAD: row}, _row(number)):
            job.result.without_polygon.append(name)
    return job.result


def _row(number: int) -> str:
    return tr("werkblad, rij {number}").format(number=number)


def _join(
    names: Sequence[str], rows: Sequence[tuple[str, int, Row]], result: Imported
) -> tuple[dict[int, Row], list[tuple[str, int, Row]]]:
    """Worksheet rows by the index of their polygon, and the rows that have none. A name that stands twice joins nothing."""
    polygons, sheets = Counter(names), Counter(name for name, _, _ in rows)
    index_of = {name: index for index, name in enumerate(names)}
    joined: dict[int, Row] = {}
    alone: list[tuple[str, int, Row]] = []
    for name, number, row in rows:
        if not name:
            result.not_imported.append(NotImported("", _row(number), tr("de plannaam is leeg; vul hem in en importeer opnieuw")))
        elif sheets[name] > 1 or polygons[name] > 1:
            source = tr("in het werkblad") if sheets[name] > 1 else tr("bij de polygonen")
            reason = tr("de naam staat meer dan één keer {source}; geef elk plan een eigen naam en importeer opnieuw").format(source=source)
            result.not_imported.append(NotImported(name, _row(number), reason))
        elif name in index_of:
            joined[index_of[name]] = row
        else:
            alone.append((name, number, row))
    return joined, alone


@dataclass(frozen=True, slots=True)
class _Job:
    mapping: PlanMapping
    gemeente: Gemeente
    result: Imported

    def name(self, source: str, row: Row) -> str:
        raw = row.get(self.mapping.names[source])
        return "" if raw is None else as_text(raw)

    def add(self, index: int | None, name: str, sources: Sources, where: str) -> bool:
        """Add one plan; False when it belongs to another municipality."""
        other = self._other_gemeente(sources)
        if other is not None:
            reason = tr("hoort volgens de bron bij {other}, niet bij {gemeente}").format(other=other, gemeente=self.gemeente.name)
            self.result.not_imported.append(NotImported(name, where, reason))
            return False
        plan: dict[str, object] = {
            "plan_id": str(uuid.uuid4()),
            NAME_FIELD: name or None,
            "gemeente_code": self.gemeente.code,
            "gemeente_naam": self.gemeente.name,
        }
        for veld, column in self.mapping.fields.items():
            if veld not in _GEMEENTE_FIELDS:
                plan[veld] = self._value(b.BY_NAME[veld], column, sources, name or where)
        self.result.plans.append((index, plan))
        return True

    def _other_gemeente(self, sources: Sources) -> str | None:
        for veld, own in zip(_GEMEENTE_FIELDS, (self.gemeente.code, self.gemeente.name), strict=True):
            column = self.mapping.fields.get(veld)
            raw = sources[column.source].get(column.column) if column else None
            if raw is not None and key(as_text(raw)) not in ("", key(own), key(own.removeprefix("GM"))):
                return as_text(raw)
        return None

    def _value(self, field_: b.Field, column: ColumnMapping, sources: Sources, name: str) -> object:
        raw = sources[column.source].get(column.column)
        reading = self._read(field_, column, raw)
        if reading.problem:
            self.result.remarks.append(Remark(name, field_.name, column.column, as_text(raw), reading.problem))
        return reading.value

    @staticmethod
    def _read(field_: b.Field, column: ColumnMapping, raw: object) -> Reading:
        if raw is not None and as_text(raw) in column.values:
            code = column.values[as_text(raw)]
            return Reading(problem=tr("is in de kolomkoppeling op leeg gezet")) if code is None else read_value(field_, code)
        return read_value(field_, raw, column.negated)
