# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of plans: the rows below the header of a sheet, values exactly as stored, and what could not be taken as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ...core.i18n import tr
from .cells import Cells, cell_name, column_letters
from .headers import whole_labels
from .name_column import name_column_rank
from .remarks import Header, beyond, name_text, seen, shown_otherwise, summary, twice


@dataclass(frozen=True)
class Row:
    """One row of data; ``number`` is the row (or line) of the file, ``values`` are in the order of the columns."""

    number: int
    values: tuple[object, ...]


@dataclass(frozen=True)
class Table:
    """What a worksheet holds. ``remarks`` are sentences on what the reader saw and could not take as it was.

    ``worthless``: cells that are read as empty and are not, by row number and column: the cell, and its error value; '' for a
    formula that was never calculated. ``shown``: what a person sees of numbers that their format shows as something else, by row number and
    column. ``numbers``: of the columns in the sheet, 2 is column B. ``beyond``: row, column and value of cells
    right of the last heading, which are not read.
    """

    path: Path
    sheet: str
    header_row: int
    columns: tuple[str, ...]
    name_column: str | None
    rows: tuple[Row, ...]
    remarks: tuple[str, ...]
    name_column_number: int | None = None  # in the sheet: 2 is column B
    worthless: Mapping[tuple[int, str], tuple[str, str]] = field(default_factory=dict)
    numbers: tuple[int, ...] = ()
    beyond: tuple[tuple[int, int, object], ...] = ()
    shown: Mapping[tuple[int, str], str] = field(default_factory=dict)

    @property
    def names(self) -> tuple[tuple[int, str | None], ...]:
        """Row number and exact name of each row; none when there is no name column."""
        if self.name_column is None:
            return ()
        index = self.columns.index(self.name_column)
        return tuple((row.number, None if row.values[index] is None else str(row.values[index])) for row in self.rows)


def make_table(path: Path, cells: Cells, header: Header, remarks: tuple[str, ...]) -> Table:
    """The rows below a header, with what was seen in them."""
    columns, bottom = whole_labels(cells, header.row, header.columns, header.name, lambda text: name_column_rank(text) is not None)
    data = [row for row in sorted(cells.rows) if row > bottom]
    last = max(columns)
    used = {column for row in data for column in cells.rows[row] if column <= last} | set(columns)
    numbers = sorted(used)
    labels = _unique([columns.get(number) or tr("kolom {letters}").format(letters=column_letters(number)) for number in numbers])
    noted: list[str] = []
    rows = []
    for row in data:
        values = cells.rows[row]
        record = tuple(
            [_name(values.get(number), row, number, noted) if number == header.name else values.get(number) for number in numbers]
        )
        if any(value is not None for value in record):
            rows.append(Row(row, record))
    name = labels[numbers.index(header.name)] if header.name is not None else None
    outside = tuple(
        (row, column, value) for row in data for column, value in sorted(cells.rows[row].items()) if column > last and str(value).strip()
    )
    all_remarks = (
        *remarks,
        *cells.remarks,
        *summary(noted),
        *twice(columns),
        *beyond([cell_name(row, column) for row, column, _ in outside]),
        *shown_otherwise(cells, header),
        *seen(cells, header, {row.number for row in rows}),
    )
    worthless = {
        (row, labels[numbers.index(column)]): (cell_name(row, column), text)
        for row, column, text in (*cells.errors, *((*cell, "") for cell in cells.without_value))
        if column in used
    }
    shown = {(row, labels[numbers.index(column)]): text for (row, column), text in cells.shown.items() if row > bottom and column in used}
    return Table(
        path, cells.sheet.name, header.row, tuple(labels), name, tuple(rows), all_remarks, header.name, worthless, tuple(numbers), outside, shown
    )  # fmt: skip


def _unique(labels: list[str]) -> list[str]:
    """Column names that can be told apart: a repeated one gets a number."""
    seen: set[str] = set()
    unique = []
    for label in labels:
        name, number = label, 2
        while name in seen:
            name, number = f"{label} ({number})", number + 1
        seen.add(name)
        unique.append(name)
    return unique


def _name(value: object, row: int, column: int, noted: list[str]) -> str | None:
    """The name as text. Excel stored no text? Then what it stored, and a remark: what was typed is not known."""
    if value is None or isinstance(value, str):
        return value
    text = name_text(value)
    kind = tr("een datum") if isinstance(value, date) else tr("ja of nee") if isinstance(value, bool) else tr("een getal")
    noted.append(tr("cel {cell} is {kind} ({text})").format(cell=cell_name(row, column), kind=kind, text=text))
    return text
