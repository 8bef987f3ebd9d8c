# SPDX-License-Identifier: GPL-2.0-or-later
"""Which source columns fill which field of the Basisset, and what of a source that leaves."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...basisset import fields as b
from ...basisset.peildatum import Peildatum
from ...errors import LmvwError
from ...i18n import first_few, later, tr
from .column import ColumnMapping

POLYGONEN, WERKBLAD = "polygonen", "werkblad"  # as a document names them
_TITLES = {POLYGONEN: later("polygonen"), WERKBLAD: later("Excel-bestand")}
NAME_FIELD = "plannaam"

# plan_id is made by the plugin; the plan name is what the sources are joined on.
NOT_MAPPED = frozenset(("plan_id", NAME_FIELD))
_NAMED = 12  # columns in one sentence

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


def require_columns(mapping: PlanMapping, columns: Columns) -> None:
    """Every source has its column of plan names, and every mapped column exists.

    :raises LmvwError: for the first one that does not.
    """
    for source, names in columns.items():
        named, shown = mapping.names.get(source), first_few(names, most=_NAMED) or tr("geen kolommen")
        if named and named not in names:
            raise LmvwError(
                tr("De kolomkoppeling haalt de plannaam uit kolom ‘{column}’ van de bron ‘{source}’, maar die kolom is er niet "
                   "(wel: {columns}); is dit het juiste bestand?").format(column=named, source=title_of(source), columns=shown)
            )  # fmt: skip
        if not named:
            raise LmvwError(
                tr("In de bron ‘{source}’ is geen kolom met plannamen gevonden (wel: {columns}); "
                   "noem de kolom ‘plannaam’ of geef een kolomkoppeling op.").format(source=title_of(source), columns=shown)
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


__all__ = [
    "NAME_FIELD",
    "NOT_MAPPED",
    "POLYGONEN",
    "WERKBLAD",
    "ColumnMapping",
    "Columns",
    "PlanMapping",
    "Samples",
    "require_columns",
    "title_of",
]
