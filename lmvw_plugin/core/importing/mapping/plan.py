# SPDX-License-Identifier: GPL-2.0-or-later
"""Which source columns fill which field of the Basisset: guessed from names and content, and what that means per row."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ... import paths
from ...basisset import fields as b
from ...basisset.codelists import read_rows
from ...basisset.peildatum import Peildatum
from ...basisset.periods import Period, period_of, slot_of
from ...basisset.values import as_text, read_value, whole_number
from ...errors import LmvwError
from ...i18n import later, tr
from ...keys import key
from .column import ColumnMapping
from .netto import settled

POLYGONEN, WERKBLAD = "polygonen", "werkblad"  # as a document names them
_TITLES = {POLYGONEN: later("polygonen"), WERKBLAD: later("Excel-bestand")}
NAME_FIELD = "plannaam"

# plan_id is made by the plugin; the plan name is what the sources are joined on.
NOT_MAPPED = frozenset(("plan_id", NAME_FIELD))
_DBF = 10  # letters
_NAMED = 12  # columns in one sentence
_MOST_VALUES = 60  # more different texts in one column are no code list

Columns = Mapping[str, Sequence[str]]  # source to its columns
Samples = Mapping[str, Mapping[str, Iterable[object]]]  # values per source and column


def title_of(source: str) -> str:
    """A source for a reader; nothing for a fixed value, which has none."""
    return tr(_TITLES[source]) if source else ""


@dataclass(frozen=True, slots=True)
class PlanMapping:
    """The column of plan names in each source, on which they are joined, and where each field comes from.

    ``unplaced``: columns of dwellings that only a person can place, with the total they belong to and the period they say.
    ``numbers``: the column of plan numbers in each source, for who wants to join on them first. ``format``: the known format.
    ``peildatum``: for which it was made, where that is known. ``without_row``: the column of the polygons that fills a field for plans that
    have no row in the worksheet, which fills it for the others. ``ignored``: columns that were there when a person kept it, and fill nothing.
    """

    names: Mapping[str, str]
    fields: Mapping[str, ColumnMapping]
    unplaced: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict)
    numbers: Mapping[str, str] = dataclasses.field(default_factory=dict)
    format: str = ""
    peildatum: Peildatum | None = None
    without_row: Mapping[str, ColumnMapping] = dataclasses.field(default_factory=dict)
    ignored: Mapping[str, Sequence[str]] = dataclasses.field(default_factory=dict, compare=False)

    @property
    def doubts(self) -> list[str]:
        """The sentences on what is a guess."""
        return [column.doubt for column in (*self.fields.values(), *self.without_row.values()) if column.doubt]

    @property
    def _used(self) -> Iterator[tuple[str, str]]:
        yield from (*self.names.items(), *self.numbers.items())
        for column in (*self.fields.values(), *self.without_row.values()):
            yield from ((column.source, name) for name in column.columns)

    def unused(self, columns: Columns) -> dict[str, list[str]]:
        """The source columns that fill nothing."""
        used = set(self._used)
        return {source: [name for name in names if (source, name) not in used] for source, names in columns.items()}

    def missing(self, columns: Columns) -> Iterator[str]:
        """The columns it reads that are not there."""
        return (name for source, name in self._used if name not in columns.get(source, ()))


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    by_field: dict[str, list[str]] = {}
    for row in read_rows(paths.COLUMN_NAMES):
        by_field.setdefault(row["veld"], []).append(row["spelling"])
    return {name: tuple(spellings) for name, spellings in by_field.items()}


def known_names(field: b.Field, peildatum: Peildatum) -> list[str]:
    """The column names that are understood as this field, most certain first."""
    own = [field.name, field.column_at(peildatum), field.title_at(peildatum), field.label_at(peildatum)]
    return list(dict.fromkeys((*own, *_spellings().get(field.name, ()))))


def _cut_names(field: b.Field, peildatum: Peildatum) -> list[str]:
    """What a shapefile, with room for ten letters, makes of our names; only where no other field would be cut to the same.

    Years are no names: ``bruto_2036`` may be the year or the period that begins with it.
    """
    if field.phase:
        return []
    often = Counter(name[:_DBF] for other in b.COLUMNS for name in {other.name, other.column_at(peildatum)})
    return [field.name[:_DBF]] if len(field.name) > _DBF and often[field.name[:_DBF]] == 1 else []


def guess(
    columns: Columns,
    samples: Samples,
    peildatum: Peildatum,
    name_columns: Mapping[str, str] | None = None,
    format_title: str = "",
) -> PlanMapping:
    """Propose a mapping from the column names of each source; the worksheet goes before the polygon layer.

    :param samples: to see whether demolition is stored as a negative number, and which codes need a person.
    :param name_columns: per source the column of plan names, where it is known already.
    """
    keys = {source: {key(column): column for column in reversed(names)} for source, names in columns.items()}
    wanted = {field.name: [key(name) for name in (*known_names(field, peildatum), *_cut_names(field, peildatum))] for field in b.COLUMNS}
    names = {source: guessed for source in columns if (guessed := _first(wanted[NAME_FIELD], keys[source]))} | dict(name_columns or {})
    taken = set(names.items())
    fields: dict[str, ColumnMapping] = {}
    # The most certain names of all fields first, so that "status" is not taken before "planstatus" had its turn.
    for rank in range(max(map(len, wanted.values()))):
        for field in b.COLUMNS:
            spellings = wanted[field.name]
            if field.name in fields or field.name in NOT_MAPPED or rank >= len(spellings):
                continue
            for source in (WERKBLAD, POLYGONEN):
                column = keys.get(source, {}).get(spellings[rank])
                if column is not None and (source, column) not in taken:
                    taken.add((source, column))
                    fields[field.name] = proposed(field, source, column, samples)
                    break
    waiting = _place_periods(columns, samples, peildatum, fields, taken)
    _test_bruto(columns, samples, fields, taken)
    return PlanMapping(
        names,
        {field.name: fields[field.name] for field in b.COLUMNS if field.name in fields},
        waiting,
        format=format_title,
        peildatum=peildatum,
        without_row=_of_polygons_alone(columns, samples, peildatum, fields) if len(columns) == len((POLYGONEN, WERKBLAD)) else {},
    )


def _test_bruto(columns: Columns, samples: Samples, fields: dict[str, ColumnMapping], taken: set[tuple[str, str]]) -> None:
    """Bruto minus sloop is netto: a column that is taken as bruto must not be the netto of another."""
    bruto, sloop = fields.get("bruto_totaal"), fields.get("sloop_totaal")
    if bruto is None or sloop is None or bruto.source != sloop.source:
        return
    source = bruto.source
    filled = {name for one in fields.values() if one.source == source for name in one.columns}
    free = [name for name in columns[source] if name not in filled and (source, name) not in taken]
    vague = ("bruto_totaal", key(bruto.column)) in _usual() and "bruto" not in key(bruto.column)
    fields["bruto_totaal"] = settled(bruto, sloop, free, samples.get(source, {}), vague)


@cache
def _usual() -> frozenset[tuple[str, str]]:
    """The names that are common, and of no system in particular: field and key."""
    return frozenset((row["veld"], key(row["spelling"])) for row in read_rows(paths.COLUMN_NAMES) if row["bron"] == "gebruikelijk")


def _of_polygons_alone(
    columns: Columns, samples: Samples, peildatum: Peildatum, fields: Mapping[str, ColumnMapping]
) -> dict[str, ColumnMapping]:
    """What the polygons say of the fields that the worksheet fills, in columns that fill nothing else."""
    taken = {name for one in fields.values() if one.source == POLYGONEN for name in one.columns}
    alone = guess({POLYGONEN: columns[POLYGONEN]}, samples, peildatum).fields
    return {
        veld: one for veld, one in alone.items() if veld in fields and fields[veld].source == WERKBLAD and taken.isdisjoint(one.columns)
    }


def proposed(field: b.Field, source: str, column: str, samples: Samples) -> ColumnMapping:
    """What a field gets from a column: the sign it is stored with, and the texts that need a person."""
    values = samples.get(source, {}).get(column, ())
    if field.kind not in (b.Kind.CODE, b.Kind.YESNO):
        return ColumnMapping(source, column, _stored_negative(field, values))
    texts = {as_text(raw): None for raw in _different(values) if isinstance(raw, (str, int, float)) and read_value(field, raw).problem}
    if len(texts) > _MOST_VALUES:
        return ColumnMapping(source, column)
    known = {text: meaning for text in texts if (meaning := _known_values().get((field.name, key(text))))}
    table = {text: known[text][0] if text in known and known[text][1] else None for text in texts}
    return ColumnMapping(source, column, values=table, proposals={text: known[text][0] for text in known if not known[text][1]})


def _different(values: Iterable[object]) -> Iterable[object]:
    """Every value once; lists and the like, which some sources hold, can only be kept all."""
    kept = list(values)
    try:
        return dict.fromkeys(kept)
    except TypeError:
        return kept


@cache
def _known_values() -> dict[tuple[str, str], tuple[str, bool]]:
    """What a text in a source means and whether that is certain, by field and key."""
    return {
        (row["veld"], key(row["waarde"])): (row["betekent"], row["zeker"] == "ja")
        for row in read_rows(paths.COLUMN_NAMES.with_name("waarden.csv"))
    }


def _place_periods(
    columns: Columns, samples: Samples, peildatum: Peildatum, fields: dict[str, ColumnMapping], taken: set[tuple[str, str]]
) -> dict[str, dict[str, str]]:
    """Columns of years: those that lie inside one slot of the phasing fill it, added up; the others wait for a person."""
    named, waiting = set(fields), dict[str, dict[str, str]]()
    for source in (WERKBLAD, POLYGONEN):
        for column in columns.get(source, ()):
            period = None if (source, column) in taken else period_of(column)
            if period is None:
                continue
            negative = _stored_negative(b.BY_NAME[period.total], samples.get(source, {}).get(column, ()))
            _place(period, ColumnMapping(source, column, negative), peildatum, fields, named, waiting)
    return waiting


def _place(
    period: Period, mapped: ColumnMapping, peildatum: Peildatum, fields: dict[str, ColumnMapping], named: Container[str],
    waiting: dict[str, dict[str, str]],
) -> None:  # fmt: skip
    """Add a column of years to the slot that holds them, or to what waits for a person. ``named``: fields that have their columns."""
    slot = slot_of(period, peildatum)
    before = fields.get(slot or "")
    if slot is None or slot in named or (before is not None and before.source != mapped.source):
        waiting.setdefault(mapped.source, {})[mapped.column] = period.total
    else:
        fields[slot] = mapped if before is None else replace(before, plus=(*before.plus, mapped.column))


def moved_to(mapping: PlanMapping, peildatum: Peildatum) -> PlanMapping:
    """A mapping that was made for another peildatum, with every column of years in the slot that holds those years now.

    Columns whose name says no year stay where they are.
    """
    if mapping.peildatum in (None, peildatum):
        return mapping
    fields, waiting = _moved(mapping.fields, mapping.unplaced, peildatum)
    without_row, _ = _moved(mapping.without_row, {}, peildatum)
    without_row = {veld: column for veld, column in without_row.items() if veld in fields and fields[veld].source == WERKBLAD}
    return replace(mapping, fields=fields, unplaced=waiting, peildatum=peildatum, without_row=without_row)


def renewed(mapping: PlanMapping, columns: Columns, samples: Samples, peildatum: Peildatum) -> tuple[PlanMapping, list[str]]:
    """A kept mapping for the columns of now: years that came since have their place, or wait for a person. With a sentence on each."""
    mapping = moved_to(mapping, peildatum)
    fields, waiting = dict(mapping.fields), {source: dict(totals) for source, totals in mapping.unplaced.items()}
    said = []
    for source, names in mapping.unused(columns).items():
        for column in names:
            period = None if column in waiting.get(source, ()) or column in mapping.ignored.get(source, ()) else period_of(column)
            if period is None:
                continue
            slot = slot_of(period, peildatum)
            dated = ColumnMapping(source, column, _stored_negative(b.BY_NAME[period.total], samples.get(source, {}).get(column, ())))
            if slot is None or slot in fields:
                waiting.setdefault(source, {})[column] = period.total
                said.append(tr("Kolom ‘{column}’ stond niet in de kolomkoppeling en past niet in één vrij jaar of één vrije periode; verdeel zelf.")
                            .format(column=column))  # fmt: skip
            else:
                fields[slot] = dated
                told = tr("Kolom ‘{column}’ stond niet in de kolomkoppeling en vult nu ‘{field}’; controleer of dat klopt.")
                said.append(told.format(column=column, field=b.BY_NAME[slot].title_at(peildatum)))
    return replace(mapping, fields={veld: fields[veld] for veld in b.BY_NAME if veld in fields}, unplaced=waiting), said


def _moved(
    before: Mapping[str, ColumnMapping], waiting: Mapping[str, Mapping[str, str]], peildatum: Peildatum
) -> tuple[dict[str, ColumnMapping], dict[str, dict[str, str]]]:
    fields: dict[str, ColumnMapping] = {}
    dated: list[tuple[Period, ColumnMapping]] = []
    for veld, one in before.items():
        phase = b.BY_NAME[veld].phase
        periods = [period_of(column) for column in one.columns] if phase else []
        if phase and periods and all(period and period.first and period.total == phase.total for period in periods):
            dated += [(period, replace(one, column=name, plus=())) for period, name in zip(periods, one.columns, strict=True) if period]
        else:
            fields[veld] = one
    for source, columns in waiting.items():
        dated += [(period_of(column) or Period(total, None, None), ColumnMapping(source, column)) for column, total in columns.items()]
    named, unplaced = set(fields), dict[str, dict[str, str]]()
    for period, one in dated:
        _place(period, one, peildatum, fields, named, unplaced)
    return {veld: fields[veld] for veld in b.BY_NAME if veld in fields}, unplaced


def propose_numbers(columns: Columns, samples: Samples, names: Mapping[str, str], peildatum: Peildatum) -> dict[str, str]:
    """The columns of plan numbers to join on; none unless the numbers are unique on either side and never contradict an equal name."""
    wanted = [key(name) for name in known_names(b.BY_NAME["plannummer"], peildatum)]
    number_columns: dict[str, str] = {}
    pairs: list[dict[str, str]] = []  # number to name, of either source
    for source in (POLYGONEN, WERKBLAD):
        column = _first(wanted, {key(name): name for name in reversed(columns.get(source, ()))})
        if column is None or source not in names:
            return {}
        rows = zip(samples[source][column], samples[source][names[source]], strict=True)
        filled = [(as_text(number).strip(), as_text(name or "")) for number, name in rows if number not in (None, "")]
        pairs.append(dict(filled))
        if len(pairs[-1]) < len(filled):
            return {}
        number_columns[source] = column
    ours, theirs = pairs
    number_of = {name: number for number, name in ours.items()}
    contradicted = any(number_of.get(name, number) != number for number, name in theirs.items() if name)
    return number_columns if ours.keys() & theirs.keys() and not contradicted else {}


def _first(wanted: Sequence[str], keys: Mapping[str, str]) -> str | None:
    return next((keys[name] for name in wanted if name in keys), None)


def _stored_negative(field: b.Field, values: Iterable[object]) -> bool:
    """Demolition that is never above and at least once below zero is stored as a negative number (EIB 2020)."""
    if not field.name.startswith("sloop_"):
        return False
    below = False
    for value in values:
        number = whole_number(value) or 0
        if number > 0:
            return False
        below = below or number < 0
    return below


def require_columns(mapping: PlanMapping, columns: Columns) -> None:
    """Every source has its column of plan names, and every mapped column exists.

    :raises LmvwError: for the first one that does not.
    """
    for source, names in columns.items():
        named = mapping.names.get(source)
        if named and named not in names:
            raise LmvwError(
                tr("De kolomkoppeling haalt de plannaam uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet "
                   "(wel: {columns}); is dit het juiste bestand?").format(column=named, source=title_of(source), columns=_listed(names))
            )  # fmt: skip
        if not named:
            raise LmvwError(
                tr("In de bron ‘{source}’ is geen kolom met plannamen gevonden (wel: {columns}); "
                   "noem de kolom ‘plannaam’ of geef een kolomkoppeling op.").format(source=title_of(source), columns=_listed(names))
            )  # fmt: skip
    for veld, column in (*mapping.fields.items(), *mapping.without_row.items()):
        for name in column.columns:
            if name not in columns.get(column.source, ()):
                raise LmvwError(
                    tr("De kolomkoppeling haalt ‘{field}’ uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet.").format(
                        field=tr(b.BY_NAME[veld].label), column=name, source=title_of(column.source)
                    )
                )
    for source, name in mapping.numbers.items():
        if source in columns and name not in columns[source]:
            raise LmvwError(
                tr("De kolomkoppeling haalt de plannummers uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet.").format(
                    column=name, source=title_of(source)
                )
            )


def _listed(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED]) or tr("geen kolommen")
    return tr("{shown} en nog {more}").format(shown=shown, more=len(names) - _NAMED) if len(names) > _NAMED else shown


__all__ = [
    "NAME_FIELD", "NOT_MAPPED", "POLYGONEN", "WERKBLAD", "ColumnMapping", "Columns", "PlanMapping", "Samples", "guess", "known_names", "moved_to",
    "propose_numbers", "proposed", "renewed", "require_columns",
]  # fmt: skip
