# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of an OpenDocument worksheet (.ods)."""

from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from . import guard, xml_stream
from .cells import MAX_CELLS, MAX_TEXT, Cells, SheetInfo, cell_name, too_much_text
from .shown import differs

_PREFIXES = {
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0": "calcext",
}
_DEFAULT = "table:default-cell-style-name"
PART = "content.xml"


class OdsBook:
    """An open, judged document. Its content is one part, read once for all sheets."""

    def __init__(self, path: Path, archive: zipfile.ZipFile, feedback: Feedback | None = None) -> None:
        """Read all tables of the document.

        :raises LmvwError: when it has none or is damaged.
        """
        reader = ContentReader(path)
        name = guard.part_name(path, PART)
        made = xml_stream.parser(name, reader.start, reader.end, reader.text)
        with archive.open(PART) as stream:
            xml_stream.feed(made, xml_stream.chunks_of(stream), name, feedback)
        if not reader.tables:
            raise LmvwError(tr("Bestand ‘{name}’ heeft geen blad; kies een ander bestand.").format(name=path.name))
        self._tables = {cells.sheet: cells for cells in reader.tables}
        self.sheets = tuple(self._tables)

    def cells(self, sheet: SheetInfo, feedback: Feedback | None = None) -> Cells:
        """The filled cells of a sheet."""
        return self._tables[sheet]


class ContentReader:
    """Expat's handlers for content.xml."""

    def __init__(self, path: Path) -> None:
        self.tables: list[Cells] = []
        self._path = path
        self._hidden_styles: set[str] = set()
        self._struck_styles: set[str] = set()
        self._struck_columns: list[tuple[int, int]] = []
        self._columns_end = 0
        self._row_style = ""
        self._style = ""
        self._row = self._column = 0
        self._row_repeat = self._column_repeat = 1
        self._row_hidden = False
        self._row_cells: dict[int, object] = {}
        self._cell: dict[str, str] | None = None
        self._paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._in_paragraph = self._struck = False
        self._annotation = 0
        self._nested = 0
        self._texts = 0
        self._stored = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = _short(tag)
        if name == "office:annotation" or self._annotation:
            self._annotation += 1
        elif name.startswith("style:"):
            self._start_style(name, attributes)
        elif name == "table:table":
            self._begin_table(attributes)
        elif self._nested > 1:  # a table inside a cell: no worksheet
            return
        elif name == "table:table-column":
            self._begin_column(attributes)
        elif name == "table:table-row":
            self._begin_row(attributes)
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell = {_short(key): value for key, value in attributes.items()}
            self._column_repeat = max(1, _number(self._cell.get("table:number-columns-repeated")))
            self._paragraphs, self._struck = [], self._is_struck(self._cell.get("table:style-name"))
        elif name in ("table:filter-and", "table:filter-condition"):
            if self.tables:
                self.tables[-1].filtered = True
        elif self._cell is not None:
            self._start_text(name, attributes)

    def _start_style(self, name: str, attributes: dict[str, str]) -> None:
        if name == "style:style":
            self._style = _get(attributes, "style:name")
        elif name == "style:text-properties":
            self._note_style(attributes)
        elif name == "style:table-properties" and _get(attributes, "table:display") == "false":
            self._hidden_styles.add(self._style)

    def _begin_column(self, attributes: dict[str, str]) -> None:
        first = self._columns_end + 1
        self._columns_end += max(1, _number(_get(attributes, "table:number-columns-repeated")))
        if _get(attributes, _DEFAULT) in self._struck_styles:
            self._struck_columns.append((first, self._columns_end))

    def _is_struck(self, style: str | None) -> bool:
        """The cell that begins has a line through it: by its own style, else that of its row, else that of its column."""
        style = style or self._row_style
        if style:
            return style in self._struck_styles
        return any(first <= self._column + 1 <= last for first, last in self._struck_columns)

    def _note_style(self, attributes: dict[str, str]) -> None:
        """A style with a line through it; LibreOffice writes only the type of the line for a piece of a text."""
        lines = [_get(attributes, f"style:text-line-through-{what}") for what in ("style", "type")]
        if any(lines) and "none" not in lines:
            self._struck_styles.add(self._style)

    def _start_text(self, name: str, attributes: dict[str, str]) -> None:
        self._struck = self._struck or _get(attributes, "text:style-name") in self._struck_styles
        if name == "text:p":
            self._in_paragraph, self._pieces = True, []
        elif name == "text:s":
            count = max(1, _number(_get(attributes, "text:c")))
            self._count_text(count)
            self._pieces.append(" " * count)
        elif name == "text:tab":
            self._pieces.append("\t")
        elif name == "text:line-break":
            self._pieces.append("\n")

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._annotation:
            self._annotation -= 1
            return
        name = _short(tag)
        if name == "table:table":
            self._nested -= 1
        elif self._nested > 1:
            return
        elif name == "text:p" and self._cell is not None:
            self._paragraphs.append("".join(self._pieces))
            self._in_paragraph = False
        elif name in ("table:table-cell", "table:covered-table-cell") and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "table:table-row":
            self._end_row()

    def text(self, data: str) -> None:
        """Characters. Line ends and tabs in the XML are layout; real ones are elements of their own."""
        if self._in_paragraph and not self._annotation and self._nested == 1:
            self._count_text(len(data))
            self._pieces.append(data.replace("\n", " ").replace("\t", " "))

    def _count_text(self, more: int) -> None:
        self._texts += more
        if self._texts > MAX_TEXT:
            raise too_much_text(self._path)

    def _begin_table(self, attributes: dict[str, str]) -> None:
        self._nested += 1
        if self._nested == 1:
            hidden = _get(attributes, "table:style-name") in self._hidden_styles
            self.tables.append(Cells(SheetInfo(_get(attributes, "table:name"), str(len(self.tables)), hidden)))
            self._row = self._columns_end = 0
            self._struck_columns = []

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._row += 1
        self._row_repeat = max(1, _number(_get(attributes, "table:number-rows-repeated")))
        self._row_hidden = _get(attributes, "table:visibility") in ("collapse", "filter")
        self._row_style = _get(attributes, _DEFAULT)
        self._row_cells = {}
        self._column = 0

    def _end_cell(self, cell: dict[str, str]) -> None:
        first = self._column + 1
        self._column += self._column_repeat
        value = self._value(cell, first)
        if "table:formula" in cell:
            self.tables[-1].note_formula(self._row, first)
        if value is None or value == "":
            return
        self._stored += self._column_repeat
        if self._stored > MAX_CELLS:
            raise too_much_text(self._path)
        for column in range(first, self._column + 1):
            self._row_cells[column] = value
            if self._struck:
                self.tables[-1].struck.append((self._row, column))
        rows, columns = (_number(cell.get(f"table:number-{axis}-spanned")) for axis in ("rows", "columns"))
        if rows > 1 or columns > 1:
            self.tables[-1].merged.append(
                f"{cell_name(self._row, first)}:{cell_name(self._row + max(rows, 1) - 1, first + max(columns, 1) - 1)}"
            )

    def _value(self, cell: dict[str, str], column: int) -> object:
        kind = cell.get("office:value-type", "")
        shown = "\n".join(self._paragraphs)
        table, here = self.tables[-1], (self._row, column)
        if cell.get("calcext:value-type") == "error":
            table.errors.append((*here, shown))
            return None
        if kind == "string":
            return cell.get("office:string-value", shown)
        if not kind:
            if "table:formula" in cell and not self._paragraphs:  # an empty text is an outcome, and written as a paragraph
                table.without_value.append(here)
            return shown
        try:
            value = _plain(kind, cell)
            if isinstance(value, (int, float)) and not isinstance(value, bool) and differs(shown, value):
                table.shown[here] = shown
            return value
        except (ValueError, KeyError):
            table.errors.append((*here, shown))
            return None

    def _end_row(self) -> None:
        table = self.tables[-1]
        last = self._row + self._row_repeat - 1
        if self._row_cells:
            if self._stored + len(self._row_cells) * self._row_repeat > MAX_CELLS:
                raise too_much_text(self._path)
            for row in range(self._row, last + 1):
                for column, value in self._row_cells.items():
                    table.put(row, column, value)
            if self._row_hidden:
                table.hidden_rows.extend(range(self._row, last + 1))
        self._row = last


def _plain(kind: str, cell: dict[str, str]) -> object:
    if kind == "boolean":
        return {"true": True, "false": False}[cell["office:boolean-value"]]
    if kind == "date":
        moment = datetime.fromisoformat(cell["office:date-value"])
        return moment if "T" in cell["office:date-value"] else moment.date()
    if kind == "time":
        return cell["office:time-value"]
    raw = cell["office:value"]
    return float(raw) if any(mark in raw for mark in ".eE") else int(raw)


def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition(" ")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def _get(attributes: dict[str, str], name: str) -> str:
    return next((value for key, value in attributes.items() if _short(key) == name), "")


def _number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
