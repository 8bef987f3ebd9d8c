# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of an Excel workbook (.xlsx, .xlsm), Transitional and Strict Office Open XML alike.

Read straight from the XML instead of through openpyxl, which trusts a wrong ``dimension``, sees nothing in a Strict
file, drops the difference between an empty cell and a formula without a value, and keeps a million empty rows in memory.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from . import guard, xml_stream
from .cells import MAX_ROWS, MAX_TEXT, Cells, SheetInfo, cell_name, column_number, too_much_text
from .shown import BUILT_IN, early, shown, shows_whole
from .xlsx_empty import without_empty

_MAIN = ("http://schemas.openxmlformats.org/spreadsheetml/2006/main ", "http://purl.oclc.org/ooxml/spreadsheetml/main ")
_REL_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)
_TRUE = ("1", "true")
_BUILT_IN = "\0"  # before the number of a format that every spreadsheet knows
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')  # literal text, padding, colours and conditions
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384


class _Exact(Exception):  # a signal, no error
    """The sheet leaves out coordinates, so that its empty cells count too."""


class XlsxBook:
    """An open, judged workbook."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._parts = {name.casefold(): name for name in archive.namelist()}
        self._workbook = self._related("", "/officeDocument") or "xl/workbook.xml"
        self._strings: list[str] | None = None
        self._styles: list[str] | None = None  # the number format of each cell style
        self._epoch = datetime(1899, 12, 30)
        self._last: Cells | None = None  # who looks at a sheet mostly reads it next
        self.sheets = self._read_sheets()

    def cells(self, sheet: SheetInfo, feedback: Feedback | None = None) -> Cells:
        """The filled cells of a sheet."""
        if self._last is None or self._last.sheet != sheet:
            self._last = None  # two of the largest sheets together would be too much
            self._last = self._cells(sheet, feedback)
        return self._last

    def _cells(self, sheet: SheetInfo, feedback: Feedback | None) -> Cells:
        if self._strings is None:
            self._strings = self._read_strings(feedback)
            self._styles = self._read_styles()
        try:
            return self._read_sheet(sheet, feedback, exact=False)
        except _Exact:
            return self._read_sheet(sheet, feedback, exact=True)

    # -- the parts of the package --------------------------------------------------------------------------------

    def _related_all(self, source: str) -> Iterator[tuple[str, str, str]]:
        """(id, type, part) of each internal relationship of a part; of the package itself for ''."""
        folder, name = posixpath.split(source)
        rels = self._parts.get(posixpath.join(folder, "_rels", f"{name}.rels").casefold())
        related: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag.endswith(" Relationship") and attributes.get("TargetMode") != "External":
                target = attributes.get("Target", "")
                part = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                related.append((attributes.get("Id", ""), attributes.get("Type", ""), self._parts.get(part.casefold(), "")))

        if rels:
            self._parse(rels, start)
        yield from related

    def _related(self, source: str, kind: str) -> str | None:
        return next((part for _, relation, part in self._related_all(source) if relation.endswith(kind) and part), None)

    def _parse(self, part: str, start: xml_stream.Start) -> None:
        name = guard.part_name(self._path, part)
        with self._archive.open(part) as stream:
            xml_stream.feed(xml_stream.parser(name, start), xml_stream.chunks_of(stream), name)

    def _read_sheets(self) -> tuple[SheetInfo, ...]:
        """The sheets that the workbook names, in its order.

        :raises LmvwError: when it has none.
        """
        targets = {key: part for key, kind, part in self._related_all(self._workbook) if kind.endswith("/worksheet") and part}
        sheets: list[SheetInfo] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            local = _local(tag)
            if local == "workbookPr" and attributes.get("date1904") in _TRUE:
                self._epoch = datetime(1904, 1, 1)
            if local == "sheet":
                part = targets.get(next((attributes[name] for name in _REL_ID if name in attributes), ""))
                if part:
                    sheets.append(SheetInfo(attributes.get("name", ""), part, attributes.get("state", "visible") != "visible"))

        if self._workbook.casefold() not in self._parts:
            raise guard.damaged(self._path)
        self._parse(self._parts[self._workbook.casefold()], start)
        if not sheets:
            raise LmvwError(tr("Bestand ‘{name}’ heeft geen blad; kies een ander bestand.").format(name=self._path.name))
        return tuple(sheets)

    def _read_strings(self, feedback: Feedback | None) -> list[str]:
        """The shared texts, whole: rich text is joined, phonetic hints are left out."""
        part = self._related(self._workbook, "/sharedStrings")
        if part is None:
            return []
        strings: list[str] = []
        pieces: list[str] = []
        state = {"text": False, "phonetic": False}
        total = 0

        def start(tag: str, _: dict[str, str]) -> None:
            local = _local(tag)
            if local == "si":
                pieces.clear()
            elif local == "rPh":
                state["phonetic"] = True
            elif local == "t":
                state["text"] = not state["phonetic"]

        def end(tag: str) -> None:
            nonlocal total
            local = _local(tag)
            if local == "t":
                state["text"] = False
            elif local == "rPh":
                state["phonetic"] = False
            elif local == "si":
                text = "".join(pieces)
                total += len(text) + 50  # an empty text takes memory too
                if total > MAX_TEXT:
                    raise too_much_text(self._path)
                strings.append(_unescaped(text))

        def text(data: str) -> None:
            if state["text"]:
                pieces.append(data)

        name = guard.part_name(self._path, part)
        with self._archive.open(part) as stream:
            xml_stream.feed(xml_stream.parser(name, start, end, text), xml_stream.chunks_of(stream), name, feedback)
        return strings

    def _read_styles(self) -> list[str]:
        """The number format of each cell style; built-in ones by their number."""
        part = self._related(self._workbook, "/styles")
        if part is None:
            return []
        formats: dict[str, str] = {}
        styles: list[str] = []
        inside = {"cellXfs": False}

        def start(tag: str, attributes: dict[str, str]) -> None:
            local = _local(tag)
            if local == "numFmt":
                formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
            elif local in ("cellXfs", "cellStyleXfs", "cellStyles", "dxfs"):
                inside["cellXfs"] = local == "cellXfs"
            elif local == "xf" and inside["cellXfs"]:
                styles.append(attributes.get("numFmtId", "0"))

        self._parse(part, start)
        return [formats.get(key, BUILT_IN.get(key, _BUILT_IN + key)) for key in styles]

    # -- one sheet ------------------------------------------------------------------------------------------------

    def _read_sheet(self, sheet: SheetInfo, feedback: Feedback | None, exact: bool) -> Cells:
        reader = _SheetReader(self._path, sheet, self._strings or [], self._styles or [], self._epoch, exact)
        name = guard.part_name(self._path, sheet.part)
        made = xml_stream.parser(name, reader.start, reader.end, reader.text)
        with self._archive.open(sheet.part) as stream:
            chunks = xml_stream.chunks_of(stream)
            xml_stream.feed(made, chunks if exact else without_empty(chunks), name, feedback)
        return reader.cells


class _SheetReader:
    """Expat's handlers for one sheet. This is the inner loop: plain attributes, few calls."""

    def __init__(self, path: Path, sheet: SheetInfo, strings: list[str], styles: list[str], epoch: datetime, exact: bool) -> None:
        self.cells = Cells(sheet)
        self._path = path
        self._strings = strings
        self._date_styles = frozenset(index for index, code in enumerate(styles) if _is_date(code))
        self._codes = {index: code for index, code in enumerate(styles) if not code.startswith(_BUILT_IN)}
        self._plain_styles = frozenset(index for index, code in self._codes.items() if index not in self._date_styles and shows_whole(code))
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
        self._locals: dict[str, str] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = self._locals.get(tag)
        if local is None:
            local = self._locals[tag] = _local(tag)
        if local == "c":
            self._type = attributes.get("t", "n")
            self._style = attributes.get("s", "0")
            self._formula = self._valued = False
            self._pieces = []
            self._locate(attributes.get("r"))
        elif local == "v":
            self._valued = self._listening = True
        elif local == "t":
            self._listening = not self._phonetic
            self._valued = self._valued or self._listening
        elif local == "f":
            self._formula = True
        elif local == "row":
            self._begin_row(attributes)
        elif local == "rPh":
            self._phonetic = True
        elif local == "mergeCell":
            self.cells.merged.append(attributes.get("ref", ""))
        elif local == "autoFilter":
            self.cells.filtered = True

    def end(self, tag: str) -> None:
        """An element ends."""
        local = self._locals[tag]
        if local in ("v", "t"):
            self._listening = False
        elif local == "rPh":
            self._phonetic = False
        elif local == "c" and (self._valued or self._formula):
            self._store("".join(self._pieces))

    def text(self, data: str) -> None:
        """Characters."""
        if self._listening:
            self._pieces.append(data)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        if number is None and not self._exact:
            raise _Exact
        self._row = int(number) if number is not None and number.isascii() and number.isdigit() else self._row + 1
        if (number is not None and str(self._row) != number) or not 0 < self._row <= _LAST_ROW:
            raise self._broken(number or "")
        self._row_text = str(self._row)
        self._column = 0
        if attributes.get("hidden") in _TRUE:
            self.cells.hidden_rows.append(self._row)

    def _locate(self, reference: str | None) -> None:
        if reference is None:
            if not self._exact:
                raise _Exact
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
            value = _unescaped(raw)
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
            value = self._plain(kind, raw)
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

    def _plain(self, kind: str, raw: str) -> object:
        """A number, boolean or date; None, with a note, for what is none of these."""
        try:
            if kind == "b":
                return {"1": True, "0": False, "true": True, "false": False}[raw.strip()]
            if kind == "d":
                return _day(datetime.fromisoformat(raw))
            number: int | float = float(raw) if any(mark in raw for mark in ".eE") else int(raw)
            style = int(self._style)
            if style in self._date_styles and number >= 1:  # below 1 it is a time of day: a number it stays
                leap = 1 if number < 60 and self._epoch.year == 1899 else 0  # Excel knows a 29 February 1900
                return _day(self._epoch + timedelta(days=number + leap))
            if abs(number) >= 1e308:
                return self._unreadable(raw)
            if style in self._codes and (style not in self._plain_styles or number != int(number)):
                self._note_shown(style, number)
            return number
        except (ValueError, KeyError, OverflowError):
            return self._unreadable(raw)

    def _note_shown(self, style: int, number: float) -> None:
        """Keep what a person sees of a number, where that is something else."""
        code = self._codes[style]
        text = early(code, number) if style in self._date_styles else shown(code, number)
        if text is not None and len(self.cells.shown) < MAX_ROWS:
            self.cells.shown[self._row, self._column] = text

    def _unreadable(self, raw: str) -> None:
        self.cells.errors.append((self._row, self._column, raw))


def _local(tag: str) -> str:
    """The name within SpreadsheetML; '' for an element of another vocabulary."""
    for namespace in _MAIN:
        if tag.startswith(namespace):
            return tag[len(namespace) :]
    return ""


def _is_date(code: str) -> bool:
    if code.startswith(_BUILT_IN):
        return code[1:].isdigit() and int(code[1:]) in _BUILT_IN_DATES
    first = _NOT_FORMAT.sub("", code).split(";")[0].lower()
    return any(mark in first for mark in ("d", "y")) or ("m" in first and not any(mark in first for mark in "#0?"))


def _day(moment: datetime) -> date | datetime:
    """A date when there is no time of day; rounded to the millisecond, a serial number is no finer."""
    moment += timedelta(microseconds=500)
    moment = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    return moment if moment.time() != time() else moment.date()


def _unescaped(text: str) -> str:
    """``_x000D_`` is how Excel writes a character that XML cannot hold."""
    if "_x" not in text:
        return text
    read = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
    return read.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # half a character is none
