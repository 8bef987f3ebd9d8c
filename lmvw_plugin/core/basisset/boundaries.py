# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rows of a layer with boundaries are a municipality: found by its code or its name, whatever the columns are called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..errors import LmvwError
from ..i18n import tr
from .codelists import Gemeente, gemeenten

Row = Mapping[str, object]
_HALF = 0.5  # of the rows: the column holds names or codes of municipalities


@dataclass(frozen=True, slots=True)
class OwnRows:
    """The rows of the municipality, by index, and the column and the values that tell."""

    column: str
    values: tuple[object, ...]
    rows: tuple[int, ...]


def find(rows: Sequence[Row], wanted: Gemeente) -> OwnRows | None:
    """The rows with the code of the municipality, or else with its name; None when no row has either.

    A province may have the name of a municipality (Utrecht): the column with the fewest rows is meant.
    """
    for keys in (_code_keys(wanted), {wanted.name.casefold()}):
        columns = [in_column for in_column in (_in_column(rows, column, keys) for column in _columns(rows)) if in_column.rows]
        if columns:
            return min(columns, key=lambda in_column: len(in_column.rows))
    return None


def others(rows: Sequence[Row]) -> str:
    """The column that names municipalities, none of which need be the wanted one; empty when no column does."""
    counted = {column: sum(_plain(row.get(column)) in _known() for row in rows) for column in _columns(rows)}
    column = max(counted, key=lambda name: counted[name], default="")
    return column if rows and column and counted[column] > _HALF * len(rows) else ""


def own_rows(rows: Sequence[Row], wanted: Gemeente) -> list[int]:
    """The rows that are the municipality: those that say so, or all of them when the layer names no municipalities at all.

    :raises LmvwError: when the layer holds other municipalities only.
    """
    matching = find(rows, wanted)
    if matching is not None:
        return list(matching.rows)
    if others(rows):
        words = tr("De laag met de gemeentegrens bevat {count} gemeente(n), maar niet {name} ({code}); kies de laag met uw gemeente.")
        raise LmvwError(words.format(count=len(rows), name=wanted.name, code=wanted.code))
    return list(range(len(rows)))


def label_column(rows: Sequence[Row]) -> str:
    """The column to choose a row by: the texts that differ most, names before codes."""
    texts = {column: {row.get(column) for row in rows if isinstance(row.get(column), str)} for column in _columns(rows)}
    return max(texts, key=lambda name: (len(texts[name]), sum(len(str(text)) for text in texts[name])), default="")


def _columns(rows: Sequence[Row]) -> list[str]:
    return list(rows[0]) if rows else []


def _in_column(rows: Sequence[Row], column: str, keys: set[str]) -> OwnRows:
    at = [index for index, row in enumerate(rows) if _plain(row.get(column)) in keys]
    return OwnRows(column, tuple(dict.fromkeys(rows[index][column] for index in at)), tuple(at))


def _plain(raw: object) -> str:
    return raw.strip().casefold() if isinstance(raw, str) else ""


def _code_keys(gemeente: Gemeente) -> set[str]:
    """GM0396, and 0396 where it is a text: a number may be any key."""
    return {gemeente.code.casefold(), gemeente.code.removeprefix("GM")}


@cache
def _known() -> frozenset[str]:
    known = gemeenten().values()
    return frozenset(key for gemeente in known for key in (*_code_keys(gemeente), gemeente.name.casefold()))
