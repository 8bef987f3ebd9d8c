# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of one sheet of an Excel workbook."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from pathlib import Path

from ....core.errors import LmvwError
from ....core.i18n import tr
from ..cells import MAX_ROWS, MAX_TEXT, Cells, SheetInfo, cell_name, column_number, too_much_text
from ..shown import early, shown
from .markup import TRUE, local, unescaped
from .styles import Styles

_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class Exact(Exception):  # a signal, no error
    """The sheet leaves out coordinates, so that its empty cells count too."""


class SheetReader:
    """Expat's handlers for one sheet. This is the inner loop: plain attributes, few calls."""

    def __init__(self, path: Path, sheet: SheetInfo, strings: list[str], styles: Styles, epoch: datetime, exact: bool) -> None:
        self.cells = Cells(sheet)
        self._path = path
        self._strings = strings
        self._dates, self._codes, self._plain = styles.dates, styles.codes, styles.plain
        self._epoch = epoch
        self._exact = exact
        self._row = self._column = 0
        self._row_text = "0"
        self._columns: dict[str, int] = {}
        self._type = "n"
        self._style = "0"
        self._formula = self._valued = self._listening = self._phonetic = False
        self._pieces: list[str] = []
        self._texts = 0
        self._names: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = self._names.get(tag)
        if name is None:
            name = self._names[tag] = local(tag)
        if name == "c":
            self._type = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._formula = self._valued = False
            self._pieces = []
            self._locate(attributes.get("r"))
        elif name == "v":
            self._valued = self._listening = True
        elif name == "t":
            self._listening = not self._phonetic
            self._valued = self._valued or self._listening
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._begin_row(attributes)
        elif name == "rPh":
            self._phonetic = True
        elif name == "mergeCell":
            self.cells.merged.append(attributes.get("ref", ""))
        elif name == "autoFilter":
            self.cells.filtered = True

    def end(self, tag: str) -> None:
        """An element ends."""
        name = self._names[tag]
        if name in ("v", "t"):
            self._listening = False
        elif name == "rPh":
            self._phonetic = False
        elif name == "c" and (self._valued or self._formula):
            self._store("".join(self._pieces))

    def text(self, data: str) -> None:
        """Characters."""
        if self._listening:
            self._pieces.append(data)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        if number is None and not self._exact:
            raise Exact
        self._row = int(number) if number is not None and number.isascii() and number.isdigit() else self._row + 1
        if (number is not None and str(self._row) != number) or not 0 < self._row <= _LAST_ROW:
            raise self._broken(number or "")
        self._row_text = str(self._row)
        self._column = 0
        if attributes.get("hidden") in TRUE:
            self.cells.hidden_rows.append(self._row)

    def _locate(self, reference: str | None) -> None:
        if reference is None:
            if not self._exact:
                raise Exact
            self._column += 1
            return
        letters = reference[: -len(self._row_text)]
        column = self._columns.get(letters)
        if column is None:
            if not re.fullmatch("[A-Z]{1,3}", letters) or column_number(letters) > _LAST_COLUMN:
                raise self._broken(reference)
            column = self._columns[letters] = column_number(letters)
        if not reference.endswith(self._row_text):
            raise self._broken(reference)
        self._column = column

    def _broken(self, reference: str) -> LmvwError:
        return LmvwError(
            tr("Blad ‘{sheet}’ van ‘{name}’ heeft een ongeldige celaanduiding (‘{cell}’); sla het bestand in Excel opnieuw op.").format(
                sheet=self.cells.sheet.name, name=self._path.name, cell=reference
            )
        )

    def _store(self, raw: str) -> None:
        kind, row, column = self._type, self._row, self._column
        if self._formula:
            self.cells.note_formula(row, column)
        if kind == "s" and self._valued and raw:
            value: object = self._shared(raw)
        elif kind in ("inlineStr", "str"):
            value = unescaped(raw)
            self._texts += len(raw)
            if self._texts > MAX_TEXT:
                raise too_much_text(self._path)
        elif raw == "":
            if self._formula:
                self.cells.without_value.append((row, column))
            return
        elif kind == "e":
            self.cells.errors.append((row, column, raw))
            return
        else:
            value = self._number(kind, raw)
        if self._formula and not self._valued:
            self.cells.without_value.append((row, column))
        elif value is not None and value != "":
            self.cells.put(row, column, value)

    def _shared(self, raw: str) -> str:
        """The shared text of this index.

        :raises LmvwError: when there is none.
        """
        try:
            index = int(raw)
            if index < 0:
                raise IndexError
            return self._strings[index]
        except (ValueError, IndexError) as error:
            raise LmvwError(
                tr("Cel {cell} op blad ‘{sheet}’ verwijst naar een tekst die niet in ‘{name}’ staat; "
                   "open het bestand in Excel en sla het opnieuw op.").format(
                    cell=cell_name(self._row, self._column), sheet=self.cells.sheet.name, name=self._path.name)
            ) from error  # fmt: skip

    def _number(self, kind: str, raw: str) -> object:
        """A number, boolean or date; None, with a note, for what is none of these."""
        try:
            if kind == "b":
                return {"1": True, "0": False, "true": True, "false": False}[raw.strip()]
            if kind == "d":
                return _day(datetime.fromisoformat(raw))
            number: int | float = float(raw) if any(mark in raw for mark in ".eE") else int(raw)
            style = int(self._style)
            if style in self._dates and number >= 1:  # below 1 it is a time of day: a number it stays
                leap = 1 if number < 60 and self._epoch.year == 1899 else 0  # Excel knows a 29 February 1900
                return _day(self._epoch + timedelta(days=number + leap))
            if abs(number) >= 1e308:
                return self._unreadable(raw)
            if style in self._codes and (style not in self._plain or number != int(number)):
                self._note_shown(style, number)
            return number
        except (ValueError, KeyError, OverflowError):
            return self._unreadable(raw)

    def _note_shown(self, style: int, number: float) -> None:
        """Keep what a person sees of a number, where that is something else."""
        code = self._codes[style]
        text = early(code, number) if style in self._dates else shown(code, number)
        if text is not None and len(self.cells.shown) < MAX_ROWS:
            self.cells.shown[self._row, self._column] = text

    def _unreadable(self, raw: str) -> object:
        """None, with a note."""
        self.cells.errors.append((self._row, self._column, raw))
        return None


def _day(moment: datetime) -> date | datetime:
    """A date when there is no time of day; rounded to the millisecond, a serial number is no finer."""
    moment += timedelta(microseconds=500)
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return moment if moment.time() != time() else moment.date()
