# SPDX-License-Identifier: GPL-2.0-or-later
"""Which source column fills which field of the Basisset: guessed from names, written down as JSON, and read back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from . import basisset as b
from . import paths
from .codelists import read_rows
from .errors import LmvwError
from .i18n import tr
from .peildatum import Peildatum
from .values import key

VERSION = 1
POLYGONEN, WERKBLAD = "polygonen", "werkblad"
NAME_FIELD = "plannaam"

# plan_id is made by the plugin; the plan name is what the sources are joined on.
_NOT_MAPPED = frozenset(("plan_id", NAME_FIELD))

Columns = Mapping[str, Sequence[str]]  # source to its columns


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Where a field comes from.

    ``negated``: the source stores the count as a negative number. ``values``: source text to code, for values that the
    reader does not understand by itself; None means "leave empty".
    """

    source: str
    column: str
    negated: bool = False
    values: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlanMapping:
    """The column of plan names in each source, on which they are joined, and where each field comes from."""

    names: Mapping[str, str]
    fields: Mapping[str, ColumnMapping]

    def unused(self, columns: Columns) -> dict[str, list[str]]:
        """The source columns that fill nothing."""
        used = {(m.source, m.column) for m in self.fields.values()} | set(self.names.items())
        return {source: [name for name in names if (source, name) not in used] for source, names in columns.items()}


@cache
def _spellings() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in read_rows(paths.COLUMN_NAMES):
        found.setdefault(row["veld"], []).append(row["spelling"])
    return {name: tuple(spellings) for name, spellings in found.items()}


def known_names(field_: b.Field, peildatum: Peildatum) -> list[str]:
    """The column names that are understood as this field, most certain first."""
    own = [field_.name, field_.column_at(peildatum), field_.title_at(peildatum), field_.label_at(peildatum)]
    return list(dict.fromkeys((*own, *_spellings().get(field_.name, ()))))


def guess(
    columns: Columns,
    samples: Mapping[str, Mapping[str, Iterable[object]]],
    peildatum: Peildatum,
    name_columns: Mapping[str, str] | None = None,
) -> PlanMapping:
    """Propose a mapping from the column names of each source; the worksheet goes before the polygon layer.

    :param samples: values per source and column, to see whether demolition is stored as a negative number.
    :param name_columns: per source the column of plan names, where it is known already.
    """
    keys = {source: {key(column): column for column in reversed(names)} for source, names in columns.items()}
    wanted = {field_.name: [key(name) for name in known_names(field_, peildatum)] for field_ in b.COLUMNS}
    names = {source: found for source in columns if (found := _first(wanted[NAME_FIELD], keys[source]))} | dict(name_columns or {})
    taken = set(names.items())
    fields: dict[str, ColumnMapping] = {}
    # The most certain names of all fields first, so that "status" is not taken before "planstatus" had its turn.
    for rank in range(max(map(len, wanted.values()))):
        for field_ in b.COLUMNS:
            spellings = wanted[field_.name]
            if field_.name in fields or field_.name in _NOT_MAPPED or rank >= len(spellings):
                continue
            for source in (WERKBLAD, POLYGONEN):
                column = keys.get(source, {}).get(spellings[rank])
                if column is not None and (source, column) not in taken:
                    taken.add((source, column))
                    negated = _stored_negative(field_, samples.get(source, {}).get(column, ()))
                    fields[field_.name] = ColumnMapping(source, column, negated)
                    break
    return PlanMapping(names, {field_.name: fields[field_.name] for field_ in b.COLUMNS if field_.name in fields})


def _first(wanted: Sequence[str], keys: Mapping[str, str]) -> str | None:
    return next((keys[name] for name in wanted if name in keys), None)


def _stored_negative(field_: b.Field, values: Iterable[object]) -> bool:
    """Demolition that is never above and at least once below zero is stored as a negative number (EIB 2020)."""
    if not field_.name.startswith("sloop_"):
        return False
    numbers = [value for value in values if isinstance(value, (int, float)) and value != 0]
    return bool(numbers) and all(number < 0 for number in numbers)


def to_json(mapping: PlanMapping, columns: Columns) -> str:
    """The mapping as a document that ``from_json`` reads back; unused columns are listed for the reader."""
    fields: dict[str, dict[str, Any]] = {}
    for name, column in mapping.fields.items():
        fields[name] = {"bron": column.source, "kolom": column.column}
        if column.negated:
            fields[name]["teken"] = "omgekeerd"
        if column.values:
            fields[name]["waarden"] = dict(column.values)
    document = {
        "lmvw_kolomkoppeling": VERSION,
        "plannaam": dict(mapping.names),
        "velden": fields,
        "niet_gebruikt": mapping.unused(columns),
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def from_json(text: str, name: str) -> PlanMapping:
    """Read a mapping document.

    :param name: what to call the document in a message.
    :raises LmvwError: when it is not a mapping, or names a field that does not exist.
    """
    try:
        document = json.loads(text)
    except json.JSONDecodeError as error:
        raise LmvwError(tr("Kolomkoppeling ‘{name}’ is geen geldige JSON (regel {line}).").format(name=name, line=error.lineno)) from error
    if not isinstance(document, dict) or document.get("lmvw_kolomkoppeling") != VERSION:
        raise LmvwError(
            tr("‘{name}’ is geen kolomkoppeling van deze plugin; gebruik een bestand dat ‘Plannen importeren’ maakte.").format(name=name)
        )
    names, fields = document.get("plannaam", {}), document.get("velden", {})
    if not isinstance(names, dict) or not isinstance(fields, dict) or not all(isinstance(column, str) for column in names.values()):
        raise LmvwError(tr("Kolomkoppeling ‘{name}’ mist ‘plannaam’ of ‘velden’.").format(name=name))
    return PlanMapping(names, {veld: _entry(veld, entry, name) for veld, entry in fields.items()})


def _entry(veld: str, entry: object, name: str) -> ColumnMapping:
    if veld in _NOT_MAPPED or veld not in b.BY_NAME or b.BY_NAME[veld].place is not b.Place.PLAN:
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ noemt het veld ‘{field}’, dat niet gekoppeld kan worden; verbeter de naam.").format(
                name=name, field=veld
            )
        )
    if (
        not isinstance(entry, dict)
        or entry.get("bron") not in (POLYGONEN, WERKBLAD)
        or not isinstance(entry.get("kolom"), str)
        or not isinstance(entry.get("waarden", {}), dict)
        or entry.get("teken") not in (None, "omgekeerd")
    ):
        raise LmvwError(
            tr("Kolomkoppeling ‘{name}’ heeft bij ‘{field}’ geen geldige bron en kolom; verwacht "
               "\"bron\": \"polygonen\" of \"werkblad\" en \"kolom\": een naam.").format(name=name, field=veld)
        )  # fmt: skip
    return ColumnMapping(entry["bron"], entry["kolom"], entry.get("teken") == "omgekeerd", entry.get("waarden", {}))


def require_columns(mapping: PlanMapping, columns: Columns) -> None:
    """Every source has its column of plan names, and every mapped column exists.

    :raises LmvwError: for the first one that does not.
    """
    for source, names in columns.items():
        if mapping.names.get(source) not in names:
            raise LmvwError(
                tr("In de bron ‘{source}’ is geen kolom met plannamen gevonden (wel: {columns}); "
                   "noem de kolom ‘plannaam’ of geef een kolomkoppeling op.").format(source=tr(source), columns=", ".join(names) or tr("geen kolommen"))
            )  # fmt: skip
    for veld, column in mapping.fields.items():
        if column.column not in columns.get(column.source, ()):
            raise LmvwError(
                tr("De kolomkoppeling haalt ‘{field}’ uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet.").format(
                    field=b.BY_NAME[veld].label, column=column.column, source=tr(column.source)
                )
            )
