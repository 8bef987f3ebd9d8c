# SPDX-License-Identifier: GPL-2.0-or-later
"""What every reader of worksheets yields: the cells that hold something, and what was seen along the way."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field
from pathlib import Path

from ...core.errors import LmvwError
from ...core.i18n import tr

MAX_CELLS = 1_500_000  # filled cells; with MAX_ROWS it keeps the reading of any file below 200 MB
MAX_ROWS = 200_000  # all municipalities together have some ten thousands of plans
MAX_TEXT = 48 << 20  # characters of text in one file
_WIDEST = 1 << 16  # more columns than any program has


@dataclass(frozen=True)
class SheetInfo:
    """One sheet of a workbook. ``part`` is its place in the file."""

    name: str
    part: str = ""
    hidden: bool = False


@dataclass
class Cells:
    """The filled cells of one sheet: row number to column number (both from 1) to plain value."""

    sheet: SheetInfo
    rows: dict[int, dict[int, object]] = field(default_factory=dict)
    without_value: list[tuple[int, int]] = field(default_factory=list)  # formulas that were never calculated
    shown: dict[tuple[int, int], str] = field(default_factory=dict)  # of numbers that a person sees as something else
    errors: list[tuple[int, int, str]] = field(default_factory=list)  # error values and unreadable ones, as written
    hidden_rows: list[int] = field(default_factory=list)
    merged: list[str] = field(default_factory=list)
    filtered: bool = False
    struck: list[tuple[int, int]] = field(
        default_factory=list
    )  # of a document that keeps styles beside its cells: a line through the value
    remarks: list[str] = field(default_factory=list)
    count: int = 0
    _formulas: array[int] = field(default_factory=lambda: array("Q"))

    def note_formula(self, row: int, column: int) -> None:
        """What the cell has, if anything, comes out of a formula."""
        if len(self._formulas) < MAX_CELLS:
            self._formulas.append(row * _WIDEST + column)

    @property
    def formulas(self) -> frozenset[tuple[int, int]]:
        """Row and column of each cell with a formula."""
        return frozenset(divmod(cell, _WIDEST) for cell in self._formulas)

    def put(self, row: int, column: int, value: object) -> None:
        """Store a filled cell.

        :raises LmvwError: when it was stored before, or when there are too many.
        """
        cells = self.rows.setdefault(row, {})
        if column in cells:
            raise LmvwError(
                tr("Cel {cell} op blad ‘{sheet}’ komt twee keer voor in het bestand; sla het in Excel opnieuw op.").format(
                    cell=cell_name(row, column), sheet=self.sheet.name
                )
            )
        cells[column] = value
        self.count += 1
        if self.count > MAX_CELLS or len(self.rows) > MAX_ROWS:
            raise LmvwError(
                tr("Blad ‘{sheet}’ heeft meer dan {rows} rijen of {cells} cellen die gevuld zijn; bewaar alleen de plannen.").format(
                    sheet=self.sheet.name, rows=MAX_ROWS, cells=MAX_CELLS
                )
            )


def column_letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def cell_name(row: int, column: int) -> str:
    """The name that a spreadsheet shows: B7."""
    return f"{column_letters(column)}{row}"


def span(reference: str) -> tuple[int, int, int, int] | None:
    """First row, first column, last row, last column of a range such as ``B2:D9``."""
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?", reference)
    if match is None:
        return None
    first, top, last, bottom = match.groups()
    return int(top), column_number(first), int(bottom or top), column_number(last or first)


def too_much_text(path: Path) -> LmvwError:
    """The file holds more text than a list of plans can."""
    return LmvwError(
        tr("Bestand ‘{name}’ bevat meer tekst dan een lijst met plannen kan hebben; bewaar alleen de plannen.").format(name=path.name)
    )
