# SPDX-License-Identifier: GPL-2.0-or-later
"""A worksheet as a table with plan names: header row and name column found by content, values exactly as stored."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import first_few, tr
from ...core.names.rules import NameEntry, NameSource
from ..kinds import WORKBOOK_SUFFIXES
from . import guard
from .cells import Cells, SheetInfo
from .csv_text import CsvBook
from .name_column import HEADER_WITHIN, find_header, guess_description
from .ods import OdsBook
from .remarks import Header
from .table import Table, make_table
from .xlsx.book import XlsxBook


class Book(Protocol):
    """An open, judged file with worksheets."""

    @property
    def sheets(self) -> Sequence[SheetInfo]:
        """Its sheets, in order."""

    def cells(self, sheet: SheetInfo, feedback: Feedback | None = None) -> Cells:
        """The filled cells of a sheet."""


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
        header = find_header(cells, name_column)
        if header is not None and (best is None or header.rank[0] < best[1].rank[0]):
            best = cells, header
            if header.rank[0] == 0:
                break
    if best is None:
        raise _no_table(path, sheet, name_column)
    others = tuple(_also_plans(book, candidates, best, feedback)) if not chosen else ()
    return make_table(path, *best, (*remarks, *_left_aside(best[0].sheet, book.sheets), *others))


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
    exact = [info for info in sheets if info.name == wanted]
    alike = [info for info in sheets if info.name.strip().casefold() == wanted.strip().casefold()]
    if exact or alike:
        return (exact or alike)[0]
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
                where=where, column=name_column, rows=HEADER_WITHIN
            )
        )
    why = (
        tr("{where} is leeg; kies een ander blad.") if sheet else tr("{where} heeft geen zichtbaar blad met een tabel; kies zelf het blad.")
    )
    return NoTable(why.format(where=where))


def _also_plans(book: Book, sheets: Sequence[SheetInfo], best: tuple[Cells, Header], feedback: Feedback | None) -> Iterator[str]:
    """Sheets after the one that was read, that have plan names as well."""
    others = []
    for info in sheets[list(sheets).index(best[0].sheet) + 1 :]:
        try:
            cells = book.cells(info, feedback)
        except LmvwError:
            continue  # what cannot be read is not what was asked for
        header = find_header(cells, None)
        if header and header.name is not None and header.rank[0] <= min(best[1].rank[0], 1) and max(cells.rows) > header.row:
            others.append(f"‘{info.name}’")
    if others:
        yield tr("Ook op blad {sheets} staan plannamen; alleen blad ‘{read}’ is gelezen.").format(
            sheets=first_few(others), read=best[0].sheet.name
        )


def _left_aside(chosen: SheetInfo, sheets: Sequence[SheetInfo]) -> Iterator[str]:
    hidden = [f"‘{info.name}’" for info in sheets if info.hidden and info != chosen]
    if hidden:
        yield tr("Verborgen bladen zijn niet gelezen: {sheets}.").format(sheets=first_few(hidden))
