# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of a text table (.csv): every value is text, exactly as written."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent, checkpoint
from ...core.i18n import tr
from . import guard
from .cells import Cells, SheetInfo

DELIMITERS = ";,\t|"
MAX_CSV = 32 * guard.MIB
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class CsvText:
    """A text table with the way it is written: encoding, delimiter, first line of data."""

    def __init__(self, path: Path) -> None:
        guard.require_size(path)
        raw = path.read_bytes()
        if len(raw) > MAX_CSV:
            raise _unreadable(path, tr("het is groter dan {limit} MB").format(limit=MAX_CSV // guard.MIB))
        self.remarks: list[str] = []
        self.encoding, self.text = self._decoded(path, raw)
        if "\0" in self.text:
            raise _unreadable(path, tr("het bevat tekens die niet in een tekstbestand horen"))
        self.skipped = 0
        first = self.text[:4096].split("\n", 1)[0].strip("\r\n")
        if len(first) == 5 and first.lower().startswith("sep="):  # Excel's own hint
            self.delimiter, self.skipped = first[4], 1
        else:
            self.delimiter = _guess_delimiter(self.text[:65536])

    def _decoded(self, path: Path, raw: bytes) -> tuple[str, str]:
        self.bom, encoding = next(((mark, name) for mark, name in _BOMS if raw.startswith(mark)), (b"", "utf-8"))
        try:
            return encoding, raw[len(self.bom) :].decode(encoding)
        except UnicodeDecodeError as error:
            if self.bom:
                raise _unreadable(path, tr("het is geen geldige {encoding}").format(encoding=encoding)) from error
        try:
            text = raw.decode("cp1252")
        except UnicodeDecodeError as error:
            raise _unreadable(path, tr("de tekencodering is onbekend; sla het op als ‘CSV UTF-8’")) from error
        self.remarks.append(
            tr("Bestand ‘{name}’ is geen UTF-8 en is gelezen als Windows-1252; controleer de letters met accenten.").format(name=path.name)
        )
        return "cp1252", text


class CsvBook:
    """A text table as a book of one sheet."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.sheets = (SheetInfo(path.stem),)

    def cells(self, sheet: SheetInfo, feedback: Feedback | None = None) -> Cells:
        """The filled cells. The row number is the line on which the record begins."""
        source = CsvText(self._path)
        cells = Cells(sheet, remarks=source.remarks)
        csv.field_size_limit(1 << 20)
        reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=source.delimiter, strict=True)
        line = 1
        try:
            for index, record in enumerate(reader):
                if index % 1000 == 0:
                    checkpoint(feedback or Silent())
                if line > source.skipped:
                    for column, value in enumerate(record, 1):
                        if value != "":
                            cells.put(line, column, value)
                line = reader.line_num + 1
        except csv.Error as error:
            raise _unreadable(self._path, tr("de aanhalingstekens kloppen niet vanaf tekstregel {line}").format(line=line)) from error
        return cells


def _guess_delimiter(text: str) -> str:
    """The delimiter that splits the most lines into the same number of columns, outside quotes."""

    def score(delimiter: str) -> tuple[int, int]:
        try:
            widths = [len(record) for record in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter) if record]
        except csv.Error:
            return 0, 0
        wide = [width for width in widths if width > 1]
        most = max(wide, key=wide.count, default=1)
        return wide.count(most), most

    return max(DELIMITERS, key=score)


def _unreadable(path: Path, why: str) -> LmvwError:
    return LmvwError(tr("Bestand ‘{name}’ kan niet gelezen worden: {why}.").format(name=path.name, why=why))
