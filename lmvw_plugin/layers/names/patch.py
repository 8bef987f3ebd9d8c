# SPDX-License-Identifier: GPL-2.0-or-later
"""The XML of a worksheet with other names in its name cells: every other byte stays.

Both functions take the whole part and return it patched. They refuse what cannot be replaced safely.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..workbook import guard, xml_stream
from ..workbook.cells import cell_name
from ..workbook.ods import ContentReader

_EXCEL_TYPE = re.compile(rb"\st\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_ODS_VALUE = re.compile(
    rb"\s[\w-]+:(?:value-type|value|date-value|time-value|boolean-value|string-value|currency)\s*=\s*(?:\"[^\"]*\"|'[^']*')"
)
_ODS_OFFICE = re.compile(rb"\s((?!calcext)[\w-]+):value-type")
_EXCEL_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")

Changes = Mapping[int, str]  # row number to new name
Refuse = Callable[[int, str], LmvwError]  # row and reason to the sentence


class _Span:
    """Where the start tag and the end tag of a cell begin, and those of the text in it."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.text_start = -1
        self.text_end = -1
        self.formula = False
        self.repeated = False


def patch_excel(
    path: Path, part: str, xml: bytes, column: int, changes: Changes, refuse: Refuse, feedback: Feedback | None
) -> tuple[bytes, bool]:
    """The patched sheet, and whether it has formulas."""
    wanted = {cell_name(row, column): row for row in changes}
    spans: dict[int, _Span] = {}
    formulas: list[bool] = []
    current: list[_Span] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if local == "c" and attributes.get("r", "") in wanted:
            current.append(_Span(made.CurrentByteIndex))
            spans[wanted[attributes["r"]]] = current[0]
        elif local == "f":
            formulas.append(True)
            if current:
                current[0].formula = True

    def end(tag: str) -> None:
        if current and tag.rpartition(" ")[2] == "c":
            current.pop().end = made.CurrentByteIndex

    made = xml_stream.parser(guard.part_name(path, part), start, end)
    _run(made, path, part, xml, lambda why: refuse(min(changes), why), feedback)

    def replaced(row: int, span: _Span) -> bytes:
        if span.formula:
            raise refuse(row, tr("de naam komt uit een formule; pas de bron van de formule aan"))
        if not xml.startswith(b"</", span.end):
            raise refuse(row, tr("de cel is leeg"))
        opening = _tag(xml, span.start)
        tag = re.match(rb"<((?:[^\s:>]+:)?)c", opening)
        prefix = tag[1] if tag else b""
        text = _escaped(_EXCEL_ESCAPE.sub(lambda match: f"_x{ord(match[0]):04X}_", changes[row]))
        inline = b'<%bis><%bt xml:space="preserve">%b</%bt></%bis>' % (prefix, prefix, text, prefix, prefix)
        return _EXCEL_TYPE.sub(b"", opening[:-1]) + b' t="inlineStr">' + inline + _tag(xml, span.end)

    return _joined(xml, changes, spans, replaced, refuse), bool(formulas)


def patch_ods(
    path: Path, part: str, xml: bytes, sheet: str, column: int, changes: Changes, refuse: Refuse, feedback: Feedback | None
) -> tuple[bytes, bool]:
    """The patched content, and whether it has formulas."""
    reader = _OdsSpans(path, sheet, column, changes)
    reader.made = xml_stream.parser(guard.part_name(path, part), reader.start, reader.end, reader.text)
    _run(reader.made, path, part, xml, lambda why: refuse(min(changes), why), feedback)

    def replaced(row: int, span: _Span) -> bytes:
        if span.formula:
            raise refuse(row, tr("de naam komt uit een formule; pas de bron van de formule aan"))
        if span.repeated:
            raise refuse(row, tr("de cel is in het bestand één keer voor meer cellen opgeslagen; typ de naam zelf"))
        opening = _tag(xml, span.start)
        office = _ODS_OFFICE.search(opening)
        tag = re.match(rb"<((?:[^\s:>]+:)?)p", xml[span.text_start : span.text_start + 64]) if span.text_start >= 0 else None
        if office is None or tag is None or _NOT_XML.search(changes[row]):
            raise refuse(row, tr("de cel of de nieuwe naam heeft een ongewone vorm; typ de naam zelf"))
        head = _ODS_VALUE.sub(b"", opening[:-1]) + b" " + office[1] + b':value-type="string">'
        text = _ods_text(changes[row], tag[1])
        before = xml[span.start + len(opening) : span.text_start]
        behind = xml[span.text_end + len(_tag(xml, span.text_end)) : span.end]
        return head + before + text + behind + _tag(xml, span.end)

    return _joined(xml, changes, reader.spans, replaced, refuse), reader.formulas


class _OdsSpans(ContentReader):
    """Reads as usual, and notes where the name cells are."""

    def __init__(self, path: Path, sheet: str, column: int, changes: Changes) -> None:
        super().__init__(path)
        self.made: Any = None
        self.spans: dict[int, _Span] = {}
        self.formulas = False
        self._sheet, self._wanted_column, self._changes = sheet, column, changes
        self._span: _Span | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """As the reader does; a cell that is wanted begins."""
        super().start(tag, attributes)
        if self._annotation or self._nested != 1:
            return
        local = tag.rpartition(" ")[2]
        if local == "table-cell" and self._cell is not None:
            formula = "table:formula" in self._cell
            self.formulas = self.formulas or formula
            first = self._column + 1
            rows = [row for row in range(self._row, self._row + min(self._row_repeat, 2)) if row in self._changes]
            here = first <= self._wanted_column < first + self._column_repeat
            if rows and here and self.tables[-1].sheet.name == self._sheet:
                self._span = self.spans[rows[0]] = _Span(self.made.CurrentByteIndex)
                self._span.formula = formula
                self._span.repeated = self._row_repeat > 1 or self._column_repeat > 1
        elif local == "p" and self._span is not None and self._span.text_start < 0:
            self._span.text_start = self.made.CurrentByteIndex

    def end(self, tag: str) -> None:
        """As the reader does; the cell or its text ends."""
        outside = not self._annotation
        super().end(tag)
        if self._span is None or not outside or self._nested != 1:
            return
        local = tag.rpartition(" ")[2]
        if local == "p":
            self._span.text_end = self.made.CurrentByteIndex
        elif local == "table-cell":
            self._span.end, self._span = self.made.CurrentByteIndex, None


def _run(made: Any, path: Path, part: str, xml: bytes, refuse: Callable[[str], LmvwError], feedback: Feedback | None) -> None:
    def encoding(_version: str, declared: str | None, _standalone: int) -> None:
        if declared and declared.casefold() not in ("utf-8", "utf8", "us-ascii"):
            raise refuse(tr("het blad is niet in UTF-8 geschreven"))

    made.XmlDeclHandler = encoding
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in xml[:4]:
        raise refuse(tr("het blad is niet in UTF-8 geschreven"))
    chunks = (xml[start : start + xml_stream.CHUNK] for start in range(0, len(xml), xml_stream.CHUNK))
    xml_stream.feed(made, chunks, guard.part_name(path, part), feedback)


def _joined(xml: bytes, changes: Changes, spans: Mapping[int, _Span], replaced: Callable[[int, _Span], bytes], refuse: Refuse) -> bytes:
    missing = next((row for row in changes if row not in spans), None)
    if missing is not None:
        raise refuse(missing, tr("de cel is niet gevonden"))
    pieces: list[bytes] = []
    done = 0
    for row, span in sorted(spans.items(), key=lambda item: item[1].start):
        pieces += [xml[done : span.start], replaced(row, span)]
        done = span.end + len(_tag(xml, span.end))
    return b"".join((*pieces, xml[done:]))


def _tag(xml: bytes, start: int) -> bytes:
    """The tag that begins here. A quoted ``>`` cannot harm: what it cuts short does not read back as what was meant."""
    return xml[start : xml.index(b">", start) + 1]


def _escaped(text: str) -> bytes:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode("utf-8")


def _ods_text(name: str, prefix: bytes) -> bytes:
    """Paragraphs; spaces that XML would swallow as elements."""
    made = []
    for line in name.split("\n"):
        text = _escaped(line).replace(b"\t", b"<%btab/>" % prefix)
        text = re.sub(rb"^ | $|(?<= ) ", b"<%bs/>" % prefix, text)
        made.append(b"<%bp>%b</%bp>" % (prefix, text, prefix))
    return b"".join(made)
