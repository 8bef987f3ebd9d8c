# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a sheet, streamed into a workbook that openpyxl has laid out, and read back by a reader of its own.

openpyxl cannot store the value of a formula and takes many times as long for ten thousand plans.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from xml.parsers import expat

from ...core.delivering.sheets import Cells, Formula, Sheet, letters
from ...core.errors import LmvwError
from ...core.feedback import Feedback, parts, watched
from ...core.i18n import tr

# How a cell looks: the number of its style in the workbook, by row number (from 1), column number (from 0) and value.
StyleOf = Callable[[int, int, object], int]

_ROWS_AT_ONCE = 200
_DAY_ZERO = date(1899, 12, 30)  # what makes the days of Excel count right from March 1900
_SHEET_DATA = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")  # openpyxl writes the moment of saving
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A
_SPECIAL = re.compile(r"[&<>\r]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


@dataclass(frozen=True, slots=True)
class Styled:
    """A sheet and how it looks. Empty cells have a colour too in the first ``header`` rows.

    ``require`` is called with every text and its row, and raises what cannot stand in a workbook.
    """

    sheet: Sheet
    require: Callable[[str, Cells], None]
    style_of: StyleOf
    height_of: Callable[[int, Cells], float | None]
    header: int = 1


def fill(path: Path, laid_out: bytes, sheets: Sequence[Styled], moment: datetime, feedback: Feedback) -> None:
    """Write the workbook with the rows of each sheet in place; its only time stamp is the moment."""
    stamp = moment.timetuple()[:6]
    stretches = parts(feedback, [styled.sheet.count for styled in sheets])
    with zipfile.ZipFile(io.BytesIO(laid_out)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            number = re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", name)
            if not number:
                target.writestr(entry, _MODIFIED.sub(moment.strftime(r"\g<1>%Y-%m-%dT%H:%M:%SZ").encode(), source.read(name)))
                continue
            index = int(number[1]) - 1
            before, after = _around(source.read(name), sheets[index].sheet)
            with target.open(entry, "w", force_zip64=True) as part:
                part.write(before)
                for chunk in _xml(sheets[index], stretches[index]):
                    part.write(chunk)
                part.write(after)


def _around(xml: bytes, sheet: Sheet) -> tuple[bytes, bytes]:
    reference = f"A1:{letters(sheet.width)}{sheet.count}".encode()
    xml = _DIMENSION.sub(b'<dimension ref="' + reference + b'"', xml, count=1)
    before, after = _SHEET_DATA.split(xml, maxsplit=1)
    return before + b"<sheetData>", b"</sheetData>" + after


def _xml(styled: Styled, feedback: Feedback) -> Iterator[bytes]:
    sheet, style_of, require = styled.sheet, styled.style_of, styled.require
    columns = [letters(column) for column in range(1, sheet.width + 1)]
    parts: list[str] = []
    for number, row in enumerate(watched(sheet.rows(), sheet.count, feedback), start=1):
        height = styled.height_of(number, row)
        parts.append(f'<row r="{number}" ht="{height}" customHeight="1">' if height else f'<row r="{number}">')
        for column, value in enumerate(row):
            if value is None or value == "":
                if number <= styled.header:
                    parts.append(f'<c r="{columns[column]}{number}" s="{style_of(number, column, value)}"/>')
                continue
            head = f'<c r="{columns[column]}{number}" s="{style_of(number, column, value)}"'
            if isinstance(value, date):
                value = _serial(value)
            if isinstance(value, int):
                parts.append(f"{head}><v>{value}</v></c>")
            elif isinstance(value, Formula):
                kind = ' t="str"' if isinstance(value.value, str) else ""
                parts.append(f"{head}{kind}><f>{_escaped(value.text)}</f><v>{_escaped(str(value.value))}</v></c>")
            else:
                require(value, row)
                parts.append(f'{head} t="inlineStr"><is><t xml:space="preserve">{_escaped(stored(value))}</t></is></c>')
        parts.append("</row>")
        if number % _ROWS_AT_ONCE == 0:
            yield "".join(parts).encode()
            parts.clear()
    yield "".join(parts).encode()


def _serial(day: date) -> int:
    """A day as the number of it that a workbook holds."""
    return (day - _DAY_ZERO).days


def stored(text: str) -> str:
    """A text as the file holds it: what looks like Excel's escape is escaped itself."""
    return _LIKE_AN_ESCAPE.sub("_x005F_", text)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)


def verify(path: Path, sheets: Sequence[tuple[str, Sheet]], feedback: Feedback) -> None:
    """Read every cell back: place, kind, formula and value are what was meant, and there is nothing else.

    :raises LmvwError: naming the first row that differs.
    """
    try:
        with zipfile.ZipFile(path) as book:
            stretches = parts(feedback, [sheet.count for _, sheet in sheets])
            for number, ((title, sheet), stretch) in enumerate(zip(sheets, stretches, strict=True), start=1):
                _verify_sheet(book, f"xl/worksheets/sheet{number}.xml", title, sheet, stretch)
    except (zipfile.BadZipFile, KeyError, expat.ExpatError, EOFError) as error:
        raise LmvwError(tr("Het Excel-bestand is beschadigd geschreven ({reason}); is de schijf vol?").format(reason=error)) from error


def _verify_sheet(book: zipfile.ZipFile, part: str, title: str, sheet: Sheet, feedback: Feedback) -> None:
    meant = enumerate(watched(sheet.rows(), sheet.count, feedback), start=1)

    def check(read: list[tuple[str, ...]]) -> None:
        """The row that was read is the one that was meant.

        :raises LmvwError: when it differs.
        """
        number, row = next(meant, (sheet.count + 1, None))
        if row is None or read != list(_meant(row, number)):
            raise LmvwError(
                tr("Het Excel-bestand is niet goed geschreven: blad ‘{sheet}’, rij {row} wijkt af.").format(sheet=title, row=number)
            )

    reader = _Rows(check)
    with book.open(part) as stream:
        reader.parser.ParseFile(stream)
    missing = next(meant, None)
    if missing is not None:
        check([("",)])


def _meant(row: Cells, number: int) -> Iterator[tuple[str, ...]]:
    """Each cell as (place, kind, formula, text)."""
    for column, value in enumerate(row, start=1):
        if value is None or value == "":
            continue
        where = f"{_letters(column)}{number}"
        if isinstance(value, date):
            value = _serial(value)
        if isinstance(value, int):
            yield where, "n", "", str(value)
        elif isinstance(value, Formula):
            yield where, "str" if isinstance(value.value, str) else "n", value.text, str(value.value)
        else:
            yield where, "inlineStr", "", stored(str(value))


_LETTERS = [letters(column) for column in range(1, 257)]


def _letters(column: int) -> str:
    return _LETTERS[column - 1]


class _Rows:
    """Reads a sheet and hands over each row as its cells."""

    def __init__(self, check: Callable[[list[tuple[str, ...]]], None]) -> None:
        self._check = check
        self._row: list[tuple[str, ...]] = []
        self._cell = self._kind = self._formula = self._value = ""
        self._text: list[str] = []
        self.parser: Any = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._cell, self._kind = attributes.get("r", ""), attributes.get("t", "n")
            self._formula = self._value = ""
        elif tag in ("v", "t", "f"):
            self._text = []
            self.parser.CharacterDataHandler = self._text.append

    def _end(self, tag: str) -> None:
        if tag in ("v", "t"):
            self._value += "".join(self._text)
            self.parser.CharacterDataHandler = None
        elif tag == "c":
            if self._value or self._formula or self._kind != "n":  # else it only has a colour
                self._row.append((self._cell, self._kind, self._formula, self._value))
        elif tag == "f":
            self._formula = "".join(self._text)
            self.parser.CharacterDataHandler = None
        elif tag == "row":
            self._check(self._row)
            self._row = []
