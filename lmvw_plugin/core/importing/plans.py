# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and worksheet into plans of the Basisset: joined on the exact plan name, nothing dropped without a word."""

from __future__ import annotations

import uuid
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.gemeenten import choices, gemeenten_of
from ..basisset.values import MOST, WHOLE, Reading, amount, amounts, as_text, kept_text, not_kept, read_value, seen_text, whole
from ..i18n import tr
from ..names.explain import quoted
from ..names.matching import NearPair, near_pairs
from ..names.rules import reasons
from ..rules.plans import missing_fields
from .headings import headings
from .mapping.plan import NAME_FIELD, POLYGONEN, WERKBLAD, ColumnMapping, PlanMapping
from .totals import no_plans

Row = Mapping[str, object]
Sources = Mapping[str, Row]

# Set from the parameter, so that every plan of a file is of one municipality.
_GEMEENTE_FIELDS = ("gemeente_code", "gemeente_naam")

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
class Aside:
    """A value that the reader of a known format saw and could not place: in a measure or a field, with the reason."""

    veld: str
    column: str
    value: object
    reason: str
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Extra:
    """What a known format says of one row beside its columns: what it left aside, its own totals by measure, its key."""

    aside: tuple[Aside, ...] = ()
    totals: Mapping[str, int] = field(default_factory=dict)
    plan_id: str | None = None


Extras = Mapping[str, Mapping[int, Extra]]  # source, then index of the polygon or number of the row
_NO_EXTRA = Extra()
_NO_ROW: Row = {}  # of a polygon that has none in the worksheet
_NOTHING: Sequence[Extra] = ()


@dataclass(frozen=True, slots=True)
class Balance:
    """The dwellings of one measure: in the source, in the plans, and listed as not taken over."""

    measure: str
    source: int
    target: int
    aside: int

    @property
    def holds(self) -> bool:
        """No dwelling was lost without a word."""
        return self.source == self.target + self.aside


@dataclass(slots=True)
class Imported:
    """The plans, each with the index of its polygon (None when it has none), and everything that needs attention."""

    plans: list[tuple[int | None, dict[str, object]]] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    not_imported: list[NotImported] = field(default_factory=list)
    without_polygon: list[str] = field(default_factory=list)
    without_row: list[str] = field(default_factory=list)  # polygons that have none in the worksheet, where there is one
    balances: list[Balance] = field(default_factory=list)
    elsewhere: Counter[str] = field(default_factory=Counter)  # the municipalities of rows that are not of this one
    questions: list[str] = field(default_factory=list)  # about columns that fill nothing, in sentences
    fixed: frozenset[str] = frozenset()  # fields that every plan got from the mapping: they come from no source

    @property
    def waiting(self) -> list[NotImported]:
        """The rows that a person must look at."""
        return [one for one in self.not_imported if one.waits]

    def missing(self) -> list[tuple[str, list[b.Field]]]:
        """Per plan the required fields that are still empty, plans that are complete left out."""
        known: dict[object, list[b.Field]] = {}  # plans of one file lack mostly the same
        found = []
        for _, plan in self.plans:
            answers = plan.values()
            if None not in answers and "" not in answers and len(plan) == len(b.COLUMNS):
                continue
            empty = tuple([name for name, value in plan.items() if value is None or value == ""])
            pattern = empty, plan.get("gerealiseerd"), plan.get("vervallen")
            if pattern not in known:
                known[pattern] = missing_fields(plan)
            if known[pattern]:
                found.append((as_text(plan[NAME_FIELD] or ""), known[pattern]))
        return found


def measure_of(veld: str) -> str | None:
    """The measure that a field of dwellings counts in: phasing slots count together; other fields have none."""
    found = b.BY_NAME.get(veld)
    if found is None:
        return veld if veld in PHASING.values() else None
    if found.kind is not b.Kind.COUNT:
        return None
    return PHASING[found.phase.total] if found.phase else veld


def import_plans(
    polygons: Sequence[Row], sheet: Sequence[tuple[int, Row]], mapping: PlanMapping, gemeente: Gemeente, extras: Extras | None = None
) -> Imported:
    """Join and translate the sources.

    A worksheet row joins the polygon of its plan number, where the mapping names the numbers, or else of exactly its name.
    A row without such a polygon becomes a plan without polygon, unless a polygon that is still free has a name so close that
    a person must decide first. Totals and notes in the worksheet are no plans: they are listed and count nowhere.

    :param polygons: attributes of each polygon, in the order of the layer.
    :param sheet: row number in the worksheet and its values by column.
    :param extras: what the reader of a known format left aside.
    """
    job = _Job(mapping, gemeente, extras or {})
    names = [job.name(POLYGONEN, row) for row in polygons]
    aside = {number: (name, reason, False) for number, (name, reason) in no_plans(sheet, mapping, frozenset(names)).items()}
    if WERKBLAD in mapping.names:
        without_totals = [(number, row) for number, row in sheet if number not in aside]
        aside |= headings(without_totals, mapping.names[WERKBLAD], frozenset(names))
    job.result.not_imported += [
        NotImported(name, _row(number), reason, waits=waits) for number, (name, reason, waits) in sorted(aside.items())
    ]
    sheet = [(number, row) for number, row in sheet if number not in aside]
    rows = [(job.name(WERKBLAD, row), number, row) for number, row in sheet]
    joined, alone = _join(job, polygons, names, rows)
    for index, row in enumerate(polygons):
        number, other = joined.get(index, (0, _NO_ROW))
        if job.add(index, names[index], {POLYGONEN: row, WERKBLAD: other}, number) and sheet and index not in joined:
            job.result.without_row.append(names[index])
    free = [name for index, name in enumerate(names) if name and index not in joined]
    near_names: dict[str, NearPair] = {}
    for pair in sorted(near_pairs([name for name, _, _ in alone], free), key=lambda pair: pair.likeness.rank) if alone and free else ():
        near_names.setdefault(pair.left, pair)
    for name, number, row in alone:
        near = near_names.get(name)
        if near is not None:
            reason = tr("er is geen polygoon met de naam {name}, wel met de naam {near}: {why}; maak de namen gelijk en importeer opnieuw")
            why = reasons(near, tr("het werkblad"), tr("de kaartlaag"))
            reason = reason.format(name=quoted(name), near=quoted(near.right), why=why)
            job.wait(name, number, row, reason)
        elif job.add(None, name, {POLYGONEN: {}, WERKBLAD: row}, number):
            job.result.without_polygon.append(name)
    job.fill()
    job.result.balances = job.balances(polygons, sheet, [row for index, row in enumerate(polygons) if index not in joined])
    return job.result


def _row(number: int) -> str:
    return tr("werkblad, rij {number}").format(number=number)


def _where(index: int | None, number: int) -> str:
    return _row(number) if index is None else tr("polygoon {number}").format(number=index + 1)


def count_joined(polygons: Sequence[Row], sheet: Sequence[tuple[int, Row]], mapping: PlanMapping, gemeente: Gemeente) -> int:
    """How many worksheet rows would get a polygon."""
    job = _Job(mapping, gemeente, {})
    names = [job.name(POLYGONEN, row) for row in polygons]
    return len(_join(job, polygons, names, [(job.name(WERKBLAD, row), number, row) for number, row in sheet])[0])


def _join(
    job: _Job, polygons: Sequence[Row], names: Sequence[str], rows: Sequence[tuple[str, int, Row]]
) -> tuple[dict[int, tuple[int, Row]], list[tuple[str, int, Row]]]:
    """Worksheet rows by the index of their polygon, and the rows that have none. A name that stands twice joins nothing."""
    joined = _join_on_number(job, polygons, names, rows)
    done = {number for number, _ in joined.values()}
    left = [row for row in rows if row[1] not in done]
    index_of = {name: index for index, name in enumerate(names) if index not in joined}
    places, sheets = Counter(name for index, name in enumerate(names) if index not in joined), Counter(name for name, _, _ in left)
    alone: list[tuple[str, int, Row]] = []
    for name, number, row in left:
        if not name:
            job.wait("", number, row, tr("de plannaam is leeg; vul hem in en importeer opnieuw"))
        elif sheets[name] > 1 or places[name] > 1:
            source = tr("in het werkblad") if sheets[name] > 1 else tr("bij de polygonen")
            reason = tr("de naam staat meer dan één keer {source}; geef elk plan een eigen naam en importeer opnieuw").format(source=source)
            job.wait(name, number, row, reason)
        elif name in index_of:
            index = index_of[name]
            joined[index] = number, row
            ours, other = job.plan_number(POLYGONEN, polygons[index]), job.plan_number(WERKBLAD, row)
            if ours and other and ours != other:
                reason = tr("gekoppeld op plannaam, maar bij de polygoon staat plannummer {number}").format(number=ours)
                job.result.remarks.append(Remark(name, "plannummer", job.mapping.numbers[WERKBLAD], other, reason))
        else:
            alone.append((name, number, row))
    return joined, alone


def _join_on_number(
    job: _Job, polygons: Sequence[Row], names: Sequence[str], rows: Sequence[tuple[str, int, Row]]
) -> dict[int, tuple[int, Row]]:
    """Join what has the same plan number, once on either side, when the mapping says where the numbers are."""
    joined: dict[int, tuple[int, Row]] = {}
    if len(job.mapping.numbers) < 2:
        return joined
    of_polygons, of_rows = [job.plan_number(POLYGONEN, row) for row in polygons], [job.plan_number(WERKBLAD, row) for _, _, row in rows]
    often, often_there = Counter(of_polygons), Counter(of_rows)
    index_of = {plan_number: index for index, plan_number in enumerate(of_polygons)}
    for plan_number, (name, number, row) in zip(of_rows, rows, strict=True):
        if plan_number and often[plan_number] == 1 and often_there[plan_number] == 1:
            index = index_of[plan_number]
            joined[index] = number, row
            if name != names[index]:
                reason = tr("gekoppeld op plannummer {number}; de naam van de polygoon is aangehouden").format(number=plan_number)
                job.result.remarks.append(Remark(names[index], NAME_FIELD, job.mapping.names[WERKBLAD], name, reason))
    return joined


class _Job:
    def __init__(self, mapping: PlanMapping, gemeente: Gemeente, extras: Extras) -> None:
        self.mapping, self.gemeente, self.extras = mapping, gemeente, extras
        self.result = Imported()
        self._ids: set[str] = set()
        self._carried: list[tuple[Sources, str, Sequence[Extra]]] = []
        fields = ("plan_id", NAME_FIELD, *_GEMEENTE_FIELDS, *mapping.fields)
        self._empty: dict[str, object] = dict.fromkeys(fields) | {"gemeente_code": gemeente.code, "gemeente_naam": gemeente.name}
        told = [found[veld] for veld in _GEMEENTE_FIELDS for found in (mapping.fields, mapping.instead) if veld in found]
        self._gemeente = [(one.source, one.column) for one in told if one.source]
        self._readers = [Reader(veld, column) for veld, column in mapping.fields.items() if veld not in _GEMEENTE_FIELDS]
        self._instead = [Reader(veld, column) for veld, column in mapping.instead.items() if veld not in _GEMEENTE_FIELDS]
        self._columns_instead = [
            (measure, name, found) for veld, found in mapping.instead.items() if (measure := measure_of(veld)) for name in found.columns
        ]
        self.result.fixed = frozenset(veld for veld, found in mapping.fields.items() if found.constant is not None)
        self._columns: dict[str, list[tuple[str, str, ColumnMapping]]] = {POLYGONEN: [], WERKBLAD: []}  # measure, column, how it is read
        for veld, found in mapping.fields.items():
            measure = measure_of(veld)
            if measure:
                for column in found.columns:
                    self._columns[found.source].append((measure, column, found))
        self._left = [(source, column, PHASING[total]) for source, left in mapping.left.items() for column, total in left.items()]
        for source, column, measure in self._left:
            self._columns[source].append((measure, column, ColumnMapping(source, column)))

    def name(self, source: str, row: Row) -> str:
        raw = row.get(self.mapping.names[source])
        return "" if raw is None else kept_text(as_text(raw))

    def plan_number(self, source: str, row: Row) -> str:
        """The number that plans are joined on; empty when the mapping says none."""
        raw = row.get(self.mapping.numbers[source]) if source in self.mapping.numbers else None
        return "" if raw is None else as_text(raw).strip()

    def wait(self, name: str, number: int, row: Row, reason: str) -> None:
        """A worksheet row that a person must look at."""
        self.result.not_imported.append(NotImported(name, _row(number), reason, self._amounts({WERKBLAD: (number, row)})))

    def add(self, index: int | None, name: str, rows: Sources, number: int) -> bool:
        """Add one plan, of the polygon at this index and the worksheet row of this number; False when it belongs to another municipality."""
        other = self._other_gemeente(rows) if self._gemeente else None
        if other is not None:
            self.result.elsewhere[other] += 1
            reason = tr("hoort volgens de bron bij {other}, niet bij {gemeente}").format(other=other, gemeente=self.gemeente.name)
            amounts = self._amounts({POLYGONEN: (-1 if index is None else index, rows[POLYGONEN]), WERKBLAD: (number, rows[WERKBLAD])})
            self.result.not_imported.append(NotImported(name, _where(index, number), reason, amounts))
            return False
        extras = [self._extra(POLYGONEN, -1 if index is None else index), self._extra(WERKBLAD, number)] if self.extras else _NOTHING
        plan_id = next((extra.plan_id for extra in extras if extra.plan_id and extra.plan_id not in self._ids), None) or str(uuid.uuid4())
        self._ids.add(plan_id)
        plan = self._empty | {"plan_id": plan_id, NAME_FIELD: name or None}
        self._carried.append((rows, name or _where(index, number), extras))
        for source, column in self.mapping.names.items():
            raw = rows[source].get(column) if source in rows else None
            why = not_kept(raw) if isinstance(raw, str) else None
            if why:
                self.result.remarks.append(Remark(name, NAME_FIELD, column, seen_text(str(raw)), why))
        self.result.plans.append((index, plan))
        return True

    def fill(self) -> None:
        """Read every field of every plan. By far the most columns are whole numbers that need nothing: those go at once."""
        noted: dict[int, list[Remark]] = defaultdict(list)
        plans = [plan for _, plan in self.result.plans]
        slow = []
        for source in (POLYGONEN, WERKBLAD):
            readers = [reader for reader in self._readers if reader.source == source]
            columns = _columns([rows[source] for rows, _, _ in self._carried], [reader.column for reader in readers])
            read = ((reader.veld, reader.read_column(raws)) for reader, raws in zip(readers, columns, strict=True))
            at_once = [(veld, values) for veld, values in read if values is not None]
            done = {veld for veld, _ in at_once}
            slow += [reader for reader in readers if reader.veld not in done]
            velden = [veld for veld, _ in at_once]
            for plan, values in zip(plans, zip(*[raws for _, raws in at_once], strict=True), strict=False):
                plan.update(zip(velden, values, strict=True))
        slow += [reader for reader in self._readers if not reader.source]
        for position, (rows, shown, _) in enumerate(self._carried if slow else ()):
            for reader in slow:
                plans[position][reader.veld] = reader.read(rows, shown, noted[position])
        for position, (rows, shown, _) in enumerate(self._carried if self._instead else ()):
            if rows[WERKBLAD] is _NO_ROW:
                for reader in self._instead:
                    plans[position][reader.veld] = reader.read(rows, shown, noted[position])
        why = tr("deze jaren passen niet in één jaar of periode van de fasering; verdeel zelf")
        for position, (rows, shown, extras) in enumerate(self._carried):
            self.result.remarks += noted.get(position, ())
            for source, column, measure in self._left:
                raw = rows[source].get(column)
                if raw is not None and raw != 0 and as_text(raw).strip() not in ("", "0"):
                    self.result.remarks.append(Remark(shown, measure, column, as_text(raw), why, amount(raw)))
            for extra in extras:
                self.result.remarks += [
                    Remark(shown, one.veld, one.column, as_text(one.value), one.reason, one.amount) for one in extra.aside
                ]

    def _extra(self, source: str, number: int) -> Extra:
        return self.extras.get(source, {}).get(number, _NO_EXTRA)

    def _other_gemeente(self, sources: Sources) -> str | None:
        for source, column in self._gemeente:
            raw = sources[source].get(column)
            text = "" if raw is None else as_text(raw).strip()
            if text:
                meant = gemeenten_of(text)
                if self.gemeente not in meant:
                    return choices(meant) if meant else f"‘{text}’"
        return None

    # -- dwellings counted on both sides ----------------------------------------------------------------------

    def _amounts(self, sources: Mapping[str, tuple[int, Row]]) -> dict[str, int]:
        found: dict[str, int] = defaultdict(int)
        for source, (number, row) in sources.items():
            totals = self._extra(source, number).totals
            for measure, column, how in self._columns[source]:
                if measure not in totals:
                    found[measure] += _dwellings(row.get(column), how)
            if source == POLYGONEN and sources[WERKBLAD][1] is _NO_ROW:
                for measure, column, how in self._columns_instead:
                    found[measure] += _dwellings(row.get(column), how)
            for measure, number_of in totals.items():
                found[measure] += number_of
        return found

    def balances(self, polygons: Sequence[Row], sheet: Sequence[tuple[int, Row]], without_row: Sequence[Row]) -> list[Balance]:
        """Source, plans and what was listed, for every measure that the sources speak of; the source is counted apart.

        :param without_row: the polygons that have no row in the worksheet.
        """
        source: dict[str, int] = defaultdict(int)
        for measure, column, how in self._columns_instead:
            source[measure] += _source_sum([row.get(column) for row in without_row], how)
        for name, rows in ((POLYGONEN, list(enumerate(polygons))), (WERKBLAD, list(sheet))):
            totals = self.extras.get(name, {})
            columns = _columns([row for _, row in rows], [column for _, column, _ in self._columns[name]])
            for (measure, _, how), values in zip(self._columns[name], columns, strict=True):
                if any(measure in extra.totals for extra in totals.values()):
                    values = [
                        value for (number, _), value in zip(rows, values, strict=True) if measure not in self._extra(name, number).totals
                    ]
                source[measure] += _source_sum(values, how)
            for extra in totals.values():
                for measure, count in extra.totals.items():
                    source[measure] += count
        target: dict[str, int] = defaultdict(int)
        counted = [veld for veld, column in self.mapping.fields.items() if measure_of(veld) and column.constant is None]
        for veld, values in zip(counted, _columns([plan for _, plan in self.result.plans], counted), strict=True):
            target[measure_of(veld) or ""] += amounts(values)
        aside: dict[str, int] = defaultdict(int)
        for remark in self.result.remarks:
            aside[measure_of(remark.veld) or ""] += remark.amount
        for waiting in self.result.not_imported:
            for measure, count in waiting.amounts.items():
                aside[measure] += count
        order = [*(field_.name for field_ in b.COUNTS if field_.phase is None), *PHASING.values()]
        return [Balance(name, source[name], target[name], aside[name]) for name in order if source[name] or target[name] or aside[name]]


def _columns(rows: Sequence[Row], columns: Sequence[str]) -> Sequence[Sequence[object]]:
    """The values by column; reading row by row and turning the table is many times as fast as going down every column."""
    if not rows or not columns:
        return [() for _ in columns]
    try:
        table = list(map(itemgetter(*columns, columns[0]), rows))  # one more: a single one would give no tuple
    except KeyError:
        table = [tuple(map(row.get, (*columns, columns[0]))) for row in rows]
    return list(zip(*table, strict=True))[:-1]


def _is_blank(raw: object) -> bool:
    return isinstance(raw, str) and not raw.strip()


def _are_counts(values: Sequence[object]) -> bool:
    kinds = set(map(type, values))
    if not kinds <= WHOLE:
        return False
    return min(whole(values, kinds), default=0) >= 0 and max(whole(values, kinds), default=0) <= MOST


def _dwellings(raw: object, how: ColumnMapping) -> int:
    """The dwellings that a cell of the source stands for: what a person said it means, or else the number in it."""
    meant = how.values.get(as_text(raw)) if how.values and raw is not None else None
    if meant is not None:
        return amount(meant)
    return -amount(raw) if how.negated else amount(raw)


def _source_sum(values: Sequence[object], how: ColumnMapping) -> int:
    if how.values:
        return sum(_dwellings(raw, how) for raw in values)
    return -amounts(values) if how.negated else amounts(values)


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
        if self._field.kind is b.Kind.TEXT and kinds <= _TEXTS and not any(not_kept(raw) for raw in raws if isinstance(raw, str)):
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
        count = _dwellings(raw, self._column) if self._field.kind is b.Kind.COUNT else 0
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


_MEMORY = 5_000  # texts; a column of codes has some tens
