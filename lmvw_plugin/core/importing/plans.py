# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons and worksheet into plans of the Basisset: joined, read, and counted on both sides; nothing dropped without a word."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..basisset import fields as b
from ..basisset.codelists import Gemeente
from ..basisset.gemeenten import choices, gemeenten_of
from ..basisset.values import amount, as_text, not_kept, seen_text
from ..feedback import breathe, breathing
from ..i18n import first_few, tr
from ..names.comparing.explain import quoted
from ..names.rules import require_no_notes, twins_among
from .balance import Ledger
from .field_reader import Reader
from .headings import headings
from .imported import PHASING, Extras, Imported, ImportedPlan, NotImported, Remark, Row, SheetLine, Zero
from .joining import almost_joined, join, name_of, sheet_rows
from .mapping.hints import certain_zeros, hints_of
from .mapping.plan import NAME_FIELD, POLYGONEN, WERKBLAD, PlanMapping
from .origin import Origin, row_text
from .table import columns_of
from .totals import no_plans

_MOST_TWINS = 10  # sentences

# Set from the parameter, so that every plan of a file is of one municipality.
_GEMEENTE_FIELDS = ("gemeente_code", "gemeente_naam")


def import_plans(
    polygons: Sequence[Row], sheet: Sequence[SheetLine], mapping: PlanMapping, gemeente: Gemeente, extras: Extras | None = None
) -> Imported:
    """Join and translate the sources.

    A worksheet row joins the polygon of its plan number, where the mapping names the numbers, or else of exactly its name.
    A row without such a polygon becomes a plan without polygon, unless a polygon that is still free has a name so close that
    a person must decide first. Totals and notes in the worksheet are no plans: they are listed and count nowhere.

    :param polygons: attributes of each polygon, in the order of the layer.
    :param sheet: row number in the worksheet and its values by column.
    :param extras: what the reader of a known format left aside.
    :raises LmvwError: when a column of notes was taken for that of the names.
    """
    titles = {POLYGONEN: tr("de kaartlaag (‘{column}’)"), WERKBLAD: tr("het Excel-bestand (‘{column}’)")}
    named = [name_of(POLYGONEN, row, mapping) for row in breathing(polygons)]
    in_sheet = [name_of(WERKBLAD, row, mapping) for _, row in sheet] if WERKBLAD in mapping.names else []
    for source, names in ((POLYGONEN, named), (WERKBLAD, in_sheet)):
        if any(names):
            require_no_notes(list(filter(None, names)), titles[source].format(column=mapping.names[source]))
    listed = _no_plans(sheet, mapping, frozenset(named))
    sheet = [line for line in sheet if line[0] not in listed]
    joined = join(polygons, named, sheet_rows(sheet, mapping), mapping)
    ledger = Ledger(mapping, extras or {})
    made = _Plans(mapping, gemeente, extras or {}, ledger)
    result = made.result
    result.not_imported += listed.values()
    result.remarks += joined.remarks
    for row, reason in joined.refused:
        made.refuse(Origin.of_row(row), row.name, reason)
    for index, polygon in enumerate(breathing(polygons)):
        own_row = joined.row_of.get(index)
        if made.add(Origin.of_polygon(index, polygon, own_row), joined.names[index]) and sheet and own_row is None:
            result.without_row.append(joined.names[index])
    near = almost_joined(joined)
    for row in joined.alone:
        if row.name in near:
            made.refuse(Origin.of_row(row), row.name, near[row.name])
        elif made.add(Origin.of_row(row), row.name):
            result.without_polygon.append(row.name)
    result.twins += _twins(str(plan[NAME_FIELD]) for _, plan in result.plans if plan[NAME_FIELD])
    made.read()
    without_row = [row for index, row in enumerate(polygons) if index not in joined.row_of]
    result.balances = ledger.balances(polygons, sheet, without_row, result)
    return result


def _twins(names: Iterable[str]) -> Iterator[str]:
    """Plans whose names a person would take for one, as sentences."""
    groups = sorted(map(sorted, twins_among(names)))
    for group in groups[:_MOST_TWINS]:
        shown = first_few([quoted(name) for name in group])
        yield tr("De plannaam staat er in meer schrijfwijzen: {names}. Is het hetzelfde plan, maak er dan één van; geef ze anders duidelijk "
                 "andere namen.").format(names=shown)  # fmt: skip
    if len(groups) > _MOST_TWINS:
        yield tr("Nog {n} plannamen staan er in meer schrijfwijzen; ‘Plannen controleren’ noemt ze alle.").format(
            n=len(groups) - _MOST_TWINS
        )


def count_joined(polygons: Sequence[Row], sheet: Sequence[SheetLine], mapping: PlanMapping) -> int:
    """How many worksheet rows would get a polygon."""
    named = [name_of(POLYGONEN, row, mapping) for row in polygons]
    return len(join(polygons, named, sheet_rows(sheet, mapping), mapping).row_of)


def _no_plans(sheet: Sequence[SheetLine], mapping: PlanMapping, names: frozenset[str]) -> dict[int, NotImported]:
    """The rows that are a total, a note or a heading, by their number; in the order of the worksheet."""
    listed = no_plans(sheet, mapping, names)
    if WERKBLAD in mapping.names:
        rest = [line for line in sheet if line[0] not in listed]
        listed |= headings(rest, mapping.names[WERKBLAD], names)
    return {number: NotImported(said.name, row_text(number), said.reason, waits=said.waits) for number, said in sorted(listed.items())}


class _Made(NamedTuple):
    """A plan, what it is made of, and how remarks call it."""

    plan: dict[str, object]
    origin: Origin
    title: str


class _Plans:
    """Takes up plans one by one, then reads their fields all at once."""

    def __init__(self, mapping: PlanMapping, gemeente: Gemeente, extras: Extras, ledger: Ledger) -> None:
        self._mapping, self._gemeente, self._extras, self._ledger = mapping, gemeente, extras, ledger
        self.result = Imported(fixed=frozenset(name for name, column in mapping.fields.items() if column.constant is not None))
        self._made: list[_Made] = []
        self._ids: set[str] = set()
        years = [slot for columns in mapping.unplaced.values() for total in columns.values() for slot in b.phasing(total)]
        fields = ("plan_id", NAME_FIELD, *_GEMEENTE_FIELDS, *mapping.fields, *years)
        self._empty: dict[str, object] = dict.fromkeys(fields) | {"gemeente_code": gemeente.code, "gemeente_naam": gemeente.name}
        named = [columns[name] for name in _GEMEENTE_FIELDS for columns in (mapping.fields, mapping.without_row) if name in columns]
        self._others: dict[str, str | None] = {}  # by what the source says: which other municipality that is
        self._gemeente_columns = [(column.source, column.column) for column in named if column.source]

    def refuse(self, origin: Origin, name: str, reason: str) -> None:
        """What becomes no plan: a person must look at it."""
        self.result.not_imported.append(NotImported(name, origin.where, reason, self._ledger.amounts(origin)))

    def add(self, origin: Origin, name: str) -> bool:
        """Take up one plan; False when it belongs to another municipality."""
        other = self._other_gemeente(origin) if self._gemeente_columns else None
        if other is not None:
            self.result.elsewhere[other] += 1
            reason = tr("hoort volgens de bron bij {other}, niet bij {gemeente}").format(other=other, gemeente=self._gemeente.name)
            self.refuse(origin, name, reason)
            return False
        plan = self._empty.copy()
        plan["plan_id"], plan[NAME_FIELD] = self._new_id(origin), name or None
        self._made.append(_Made(plan, origin, name or origin.where))
        for source, column in self._mapping.names.items():
            raw = origin.rows[source].get(column)
            why = not_kept(raw) if isinstance(raw, str) else None
            if why:
                self.result.remarks.append(Remark(name, NAME_FIELD, column, seen_text(str(raw)), why))
        self.result.plans.append(ImportedPlan(origin.index, plan))
        return True

    def _new_id(self, origin: Origin) -> str:
        """The id that the source gives, once; or else a new one."""
        given = (extra.plan_id for extra in origin.extras(self._extras)) if self._extras else ()
        plan_id = next((own for own in given if own and own not in self._ids), None) or str(uuid.uuid4())
        self._ids.add(plan_id)
        return plan_id

    def _other_gemeente(self, origin: Origin) -> str | None:
        for source, column in self._gemeente_columns:
            raw = origin.rows[source].get(column)
            text = "" if raw is None else as_text(raw).strip()
            if text not in self._others:
                meant = gemeenten_of(text)
                ours = not text or self._gemeente in meant or any(self._gemeente.code in candidate.successors for candidate in meant)
                self._others[text] = None if ours else choices(meant) if meant else f"‘{text}’"
            if self._others[text]:
                return self._others[text]
        return None

    # -- their fields ------------------------------------------------------------------------------------------

    def read(self) -> None:
        """Read every field of every plan, and list what was not taken over, plan by plan."""
        readers = [Reader(name, column) for name, column in self._mapping.fields.items() if name not in _GEMEENTE_FIELDS]
        without_row = [Reader(name, column) for name, column in self._mapping.without_row.items() if name not in _GEMEENTE_FIELDS]
        noted: dict[int, list[Remark]] = defaultdict(list)
        one_by_one = self._read_columns(readers)
        for position, made in enumerate(breathing(self._made if one_by_one else ())):
            for reader in one_by_one:
                made.plan[reader.veld] = reader.read(made.origin.rows, made.title, noted[position])
        for position, made in enumerate(breathing(self._made if without_row else ())):
            if made.origin.number is None:
                for reader in without_row:
                    made.plan[reader.veld] = reader.read(made.origin.rows, made.title, noted[position])
        for position, made in enumerate(breathing(self._made) if noted or self._extras or any(self._mapping.unplaced.values()) else ()):
            self.result.remarks += [*noted.get(position, ()), *self._unplaced(made)]
            self._take_zeros_and_hints(made)

    def _take_zeros_and_hints(self, made: _Made) -> None:
        """What is certain of years that the source has together, and what it says without answering a field."""
        left_aside = (cell.veld for extra in made.origin.extras(self._extras) for cell in extra.unplaced)
        zeros: dict[str, str] = {}
        if self._mapping.peildatum and not any(veld in PHASING.values() for veld in left_aside):
            zeros = certain_zeros(made.origin.rows, self._mapping, made.plan, self._mapping.peildatum)
        made.plan.update(dict.fromkeys(zeros, 0))
        self.result.zeros += [Zero(made.title, veld, column) for veld, column in zeros.items()]
        if hints := tuple(hints_of(made.origin.rows, self._mapping, made.plan)):
            self.result.hints[str(made.plan["plan_id"])] = hints

    def _read_columns(self, readers: Sequence[Reader]) -> list[Reader]:
        """Fill what can be read by the column; the readers that must go plan by plan are left.

        By far the most columns are whole numbers that need nothing.
        """
        one_by_one: list[Reader] = []
        for source in (POLYGONEN, WERKBLAD):
            of_source = [reader for reader in readers if reader.source == source]
            columns = columns_of([made.origin.rows[source] for made in self._made], [reader.column for reader in of_source])
            names: list[str] = []
            at_once: list[Sequence[object]] = []
            for reader, raws in zip(of_source, columns, strict=True):
                breathe()
                values = reader.read_column(raws)
                if values is None:
                    one_by_one.append(reader)
                else:
                    names.append(reader.veld)
                    at_once.append(values)
            for made, values_of_plan in zip(breathing(self._made), zip(*at_once, strict=True), strict=False):
                made.plan.update(zip(names, values_of_plan, strict=True))
        return [*one_by_one, *(reader for reader in readers if not reader.source)]

    def _unplaced(self, made: _Made) -> list[Remark]:
        """Dwellings of years that no field holds, and what a known format could not place."""
        remarks = []
        for source, columns in self._mapping.unplaced.items():
            for column, total in columns.items():
                raw = made.origin.rows[source].get(column)
                if raw is not None and raw != 0 and as_text(raw).strip() not in ("", "0"):
                    why = tr("deze jaren passen niet in één jaar of periode van de fasering; verdeel zelf")
                    remarks.append(Remark(made.title, PHASING[total], column, as_text(raw), why, amount(raw)))
        for extra in made.origin.extras(self._extras) if self._extras else ():
            for cell in extra.unplaced:
                remarks.append(Remark(made.title, cell.veld, cell.column, as_text(cell.value), cell.reason, cell.amount))
        return remarks
