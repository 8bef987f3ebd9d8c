# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column fills which field, guessed from the names of columns and from what they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ... import paths
from ...basisset import fields as b
from ...basisset.codelists import read_rows
from ...basisset.peildatum import Peildatum
from ...basisset.periods import period_of
from ...basisset.values import as_text, read_value
from ...feedback import breathe
from ...keys import key
from .column import ColumnMapping
from .dated import add_dated, stored_negative
from .netto import settled
from .plan import NAME_FIELD, NOT_MAPPED, POLYGONEN, WERKBLAD, Columns, PlanMapping, Samples

_DBF = 10  # letters
_MOST_VALUES = 60  # more different texts in one column are no code list


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
    filled = {name for mapped in fields.values() if mapped.source == source for name in mapped.columns}
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
    taken = {name for mapped in fields.values() if mapped.source == POLYGONEN for name in mapped.columns}
    alone = guess({POLYGONEN: columns[POLYGONEN]}, samples, peildatum).fields
    return {
        veld: mapped
        for veld, mapped in alone.items()
        if veld in fields and fields[veld].source == WERKBLAD and taken.isdisjoint(mapped.columns)
    }


def proposed(field: b.Field, source: str, column: str, samples: Samples) -> ColumnMapping:
    """What a field gets from a column: the sign it is stored with, and the texts that need a person."""
    breathe()  # a column may be long
    values = samples.get(source, {}).get(column, ())
    if field.kind not in (b.Kind.CODE, b.Kind.YESNO):
        return ColumnMapping(source, column, stored_negative(field, values))
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
            breathe()
            negative = stored_negative(b.BY_NAME[period.total], samples.get(source, {}).get(column, ()))
            add_dated(period, ColumnMapping(source, column, negative), peildatum, fields, named, waiting)
    return waiting


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
