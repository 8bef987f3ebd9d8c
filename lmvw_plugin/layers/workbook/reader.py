# SPDX-License-Identifier: GPL-2.0-or-later
"""A worksheet as a table with plan names: header row and name column found by content, values exactly as stored."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Protocol

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.names.rules import NameEntry, NameSource
from ..kinds import WORKBOOK_SUFFIXES
from . import guard
from .cells import Cells, SheetInfo, cell_name, column_letters, span
from .csv_text import CsvBook
from .headers import whole_labels
from .ods import OdsBook
from .remarks import Header, as_text, beyond, listed, seen, shown_otherwise, summary, twice
from .xlsx import XlsxBook

# Spellings of the name column, letters and digits only, the surest first.
_SPELLINGS = (
    ("plannaam", "naamplan", "planname", "namevanhetplan", "naamvanhetplan", "naamvanplan"),
    ("projectnaam", "naamproject", "naamvanhetproject", "plantitel", "plannen", "planofprojectnaam", "naamlocatie", "locatienaam"),
    ("naam", "name", "plan", "project", "titel"),
)
_DESCRIBING = ("omschrijving", "beschrijving", "planlocatie", "locatie", "adres", "ligging", "straat", "toelichting")  # the best first
_RANK = {spelling: rank for rank, group in enumerate(_SPELLINGS) for spelling in group}
_HEADER_WITHIN = 50  # rows from the top
_SHOWN = 3  # cells named in one remark


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


class Book(Protocol):
    """An open, judged file with worksheets."""

    @property
    def sheets(self) -> Sequence[SheetInfo]:
        """Its sheets, in order."""

    def cells(self, sheet: SheetInfo, feedback: Feedback | None = None) -> Cells:
        """The filled cells of a sheet."""


def name_column_rank(column: str) -> int | None:
    """How sure it is that a column of this name holds plan names: 0 is surest, None is not at all."""
    return _RANK.get(re.sub(r"[\W_]+", "", column.casefold()))


def guess_name_column(columns: Sequence[str]) -> str | None:
    """The column that holds the plan names, by its spelling."""
    ranked = [(rank, index) for index, column in enumerate(columns) if (rank := name_column_rank(column)) is not None]
    return columns[min(ranked)[1]] if ranked else None


def read_table(path: Path, sheet: str | None = None, name_column: str | None = None, feedback: Feedback | None = None) -> Table:
    """The table of a worksheet.

    :raises LmvwError: when the file is not safe, not readable, or the sheet or column that was asked for is not there.
    """
    with opened(Path(path), feedback) as (book, remarks):
        return table_of(Path(path), book, remarks, sheet, name_column, feedback)


def table_of(
    path: Path, book: Book, remarks: Sequence[str] = (), sheet: str | None = None, name_column: str | None = None,
    feedback: Feedback | None = None,
) -> Table:  # fmt: skip
    """The table of a worksheet in an open file.

    :raises LmvwError: as ``read_table``.
    """
    chosen = _named(path, book.sheets, sheet) if sheet else None
    candidates = (chosen,) if chosen else tuple(info for info in book.sheets if not info.hidden)
    best: tuple[Cells, Header] | None = None
    for info in candidates:
        cells = book.cells(info, feedback)
        header = _find_header(cells, name_column)
        if header is not None and (best is None or header.rank[0] < best[1].rank[0]):
            best = cells, header
            if header.rank[0] == 0:
                break
    if best is None:
        raise _no_table(path, sheet, name_column)
    others = tuple(_also_plans(book, candidates, best, feedback)) if not chosen else ()
    return _table(path, *best, (*remarks, *_left_aside(best[0].sheet, book.sheets), *others))


def require_suffix(path: Path) -> None:
    """The name is that of a worksheet that can be read.

    :raises LmvwError: when it is not.
    """
    if path.suffix.casefold() not in WORKBOOK_SUFFIXES:
        raise LmvwError(
            tr("Bestand ‘{name}’ is geen Excel-bestand dat gelezen kan worden; kies een bestand dat eindigt op {suffixes}. "
               "Een ouder Excel-bestand slaat u in Excel eerst op als .xlsx.").format(name=path.name, suffixes=", ".join(WORKBOOK_SUFFIXES))
        )  # fmt: skip


def require_name_column(table: Table) -> str:
    """The column with the plan names.

    :raises LmvwError: when the sheet has none: without it every plan would seem to be missing.
    """
    if table.name_column is None:
        raise LmvwError(
            tr("Blad ‘{sheet}’ van ‘{name}’ heeft geen kolom met plannamen; kies zelf de naamkolom uit: {columns}.").format(
                sheet=table.sheet, name=table.path.name, columns=", ".join(table.columns)
            )
        )
    return table.name_column


def name_source(table: Table) -> NameSource:
    """The plan names of a worksheet, for the name rules.

    :raises LmvwError: when the sheet has no name column.
    """
    require_name_column(table)
    title = tr("blad ‘{sheet}’ van ‘{name}’").format(sheet=table.sheet, name=table.path.name)
    says = guess_description(table.columns, table.name_column)
    at = None if says is None else table.columns.index(says)
    told = {row.number: value for row in table.rows if at is not None and isinstance(value := row.values[at], str) and value.strip()}
    entries = (NameEntry(name, tr("rij {number}").format(number=number), None, told.get(number)) for number, name in table.names)
    return NameSource(title, tuple(entries), (table.sheet, table.path.stem))


def guess_description(columns: Sequence[str], name_column: str | None) -> str | None:
    """The column that says in words what a plan is, by its spelling."""
    plain = {column: re.sub(r"[\W_]+", "", column.casefold()) for column in columns if column != name_column}
    describing = (column for word in _DESCRIBING for column, label in plain.items() if word in label)
    return next(describing, None)


@contextmanager
def opened(path: Path, feedback: Feedback | None = None) -> Iterator[tuple[Book, tuple[str, ...]]]:
    """A file with worksheets, and what was seen when it was judged.

    :raises LmvwError: when the file is not safe or not readable.
    """
    require_suffix(path)
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        guard.require_size(path)
        yield CsvBook(path), ()
        return
    with guard.opened(path) as archive:
        book: Book = OdsBook(path, archive, feedback) if suffix == ".ods" else XlsxBook(path, archive)
        yield book, guard.remarks(path, archive)


def _named(path: Path, sheets: Sequence[SheetInfo], wanted: str) -> SheetInfo:
    """The sheet of this name, letter for letter or else without regard to case.

    :raises LmvwError: when there is none.
    """
    for same in (lambda name: name == wanted, lambda name: name.strip().casefold() == wanted.strip().casefold()):
        for info in sheets:
            if same(info.name):
                return info
    raise LmvwError(
        tr("Blad ‘{sheet}’ staat niet in ‘{name}’; kies een van: {sheets}.").format(
            sheet=wanted, name=path.name, sheets=", ".join(f"‘{info.name}’" for info in sheets)
        )
    )


class NoTable(LmvwError):
    """A sheet, or a whole file, without the table that was asked for."""


def _no_table(path: Path, sheet: str | None, name_column: str | None) -> NoTable:
    where = (tr("Blad ‘{sheet}’ van ‘{name}’") if sheet else tr("Bestand ‘{name}’")).format(sheet=sheet, name=path.name)
    if name_column:
        return NoTable(
            tr("{where} heeft geen kolom ‘{column}’ in de bovenste {rows} rijen; kies een andere naamkolom.").format(
                where=where, column=name_column, rows=_HEADER_WITHIN
            )
        )
    why = (
        tr("{where} is leeg; kies een ander blad.") if sheet else tr("{where} heeft geen zichtbaar blad met een tabel; kies zelf het blad.")
    )
    return NoTable(why.format(where=where))


# -- the header ---------------------------------------------------------------------------------------------------


def _find_header(cells: Cells, wanted: str | None) -> Header | None:
    """The surest header row near the top: a known spelling of the name column, else the first row of several texts."""
    merged = _titles(cells)
    headers: list[Header] = []
    for row in sorted(cells.rows)[:_HEADER_WITHIN]:
        columns = {number: _label(value) for number, value in sorted(cells.rows[row].items())}
        name, rank = _name_in(columns, wanted)
        if name is None and wanted:
            continue
        texts = sum(isinstance(value, str) for value in cells.rows[row].values())
        if name is None:
            rank = len(_SPELLINGS) + (texts < 2)
        lonely = int(len(columns) < 2) + int((row, min(columns)) in merged)
        headers.append(Header(row, columns, name, (rank, lonely, row)))
    best = min(headers, key=lambda header: header.rank, default=None)
    below = (
        header
        for header in headers
        if best and header.row == best.row + 1 and header.name == best.name and header.rank[0] == best.rank[0] == 0
    )
    return next(below, best)  # titles for people above names for machines, as in our own delivery


def _name_in(columns: dict[int, str], wanted: str | None) -> tuple[int | None, int]:
    if wanted is not None:
        for same in (lambda label: label == wanted, lambda label: _squeezed(label) == _squeezed(wanted)):
            for number, label in columns.items():
                if same(label):
                    return number, 0
        return None, 0
    ranked = [(rank, number) for number, label in columns.items() if (rank := name_column_rank(label)) is not None]
    return (min(ranked)[1], min(ranked)[0]) if ranked else (None, 0)


def _squeezed(label: str) -> str:
    return " ".join(label.split()).casefold()


def _label(value: object) -> str:
    return value if isinstance(value, str) else as_text(value)


def _titles(cells: Cells) -> set[tuple[int, int]]:
    """The first cells of ranges merged across columns: titles, not headers."""
    spans = (span(reference) for reference in cells.merged[:10_000])
    return {(merged[0], merged[1]) for merged in spans if merged and merged[3] > merged[1]}


# -- the rows -----------------------------------------------------------------------------------------------------


def _table(path: Path, cells: Cells, header: Header, remarks: tuple[str, ...]) -> Table:
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
    text = as_text(value)
    kind = tr("een datum") if isinstance(value, date) else tr("ja of nee") if isinstance(value, bool) else tr("een getal")
    noted.append(tr("cel {cell} is {kind} ({text})").format(cell=cell_name(row, column), kind=kind, text=text))
    return text


def _also_plans(book: Book, sheets: Sequence[SheetInfo], best: tuple[Cells, Header], feedback: Feedback | None) -> Iterator[str]:
    """Sheets after the one that was read, that have plan names as well."""
    others = []
    for info in sheets[list(sheets).index(best[0].sheet) + 1 :]:
        try:
            cells = book.cells(info, feedback)
        except LmvwError:
            continue  # what cannot be read is not what was asked for
        header = _find_header(cells, None)
        if header and header.name is not None and header.rank[0] <= min(best[1].rank[0], 1) and max(cells.rows) > header.row:
            others.append(f"‘{info.name}’")
    if others:
        yield tr("Ook op blad {sheets} staan plannamen; alleen blad ‘{read}’ is gelezen.").format(
            sheets=listed(others), read=best[0].sheet.name
        )


def _left_aside(chosen: SheetInfo, sheets: Sequence[SheetInfo]) -> Iterator[str]:
    hidden = [f"‘{info.name}’" for info in sheets if info.hidden and info != chosen]
    if hidden:
        yield tr("Verborgen bladen zijn niet gelezen: {sheets}.").format(sheets=listed(hidden))
