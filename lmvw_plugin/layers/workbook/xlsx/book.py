# SPDX-License-Identifier: GPL-2.0-or-later
"""An Excel workbook: the parts of its package, and the sheets that it names."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from ....core.errors import LmvwError
from ....core.feedback import Feedback
from ....core.i18n import tr
from .. import guard, xml_stream
from ..cells import Cells, SheetInfo
from .empty import without_empty
from .markup import TRUE, local
from .sheet import Exact, SheetReader
from .strings import StringReader
from .styles import StyleReader, Styles

_REL_ID = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships id",
    "http://purl.oclc.org/ooxml/officeDocument/relationships id",
)


class XlsxBook:
    """An open, judged workbook."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        self._path = path
        self._archive = archive
        self._parts = {name.casefold(): name for name in archive.namelist()}
        self._workbook = self._related("", "/officeDocument") or "xl/workbook.xml"
        self._strings: list[str] | None = None
        self._styles = Styles()
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
        except Exact:
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
            name = local(tag)
            if name == "workbookPr" and attributes.get("date1904") in TRUE:
                self._epoch = datetime(1904, 1, 1)
            if name == "sheet":
                part = targets.get(next((attributes[key] for key in _REL_ID if key in attributes), ""))
                if part:
                    sheets.append(SheetInfo(attributes.get("name", ""), part, attributes.get("state", "visible") != "visible"))

        if self._workbook.casefold() not in self._parts:
            raise guard.damaged(self._path)
        self._parse(self._parts[self._workbook.casefold()], start)
        if not sheets:
            raise LmvwError(tr("Bestand ‘{name}’ heeft geen blad; kies een ander bestand.").format(name=self._path.name))
        return tuple(sheets)

    def _read_strings(self, feedback: Feedback | None) -> list[str]:
        """The shared texts, whole."""
        part = self._related(self._workbook, "/sharedStrings")
        if part is None:
            return []
        reader, name = StringReader(self._path), guard.part_name(self._path, part)
        with self._archive.open(part) as stream:
            made = xml_stream.parser(name, reader.start, reader.end, reader.text)
            xml_stream.feed(made, xml_stream.chunks_of(stream), name, feedback)
        return reader.strings

    def _read_styles(self) -> Styles:
        """The styles of cells."""
        part = self._related(self._workbook, "/styles")
        if part is None:
            return Styles()
        reader = StyleReader()
        self._parse(part, reader.start)
        return reader.styles

    # -- one sheet ------------------------------------------------------------------------------------------------

    def _read_sheet(self, sheet: SheetInfo, feedback: Feedback | None, exact: bool) -> Cells:
        reader = SheetReader(self._path, sheet, self._strings or [], self._styles, self._epoch, exact)
        name = guard.part_name(self._path, sheet.part)
        made = xml_stream.parser(name, reader.start, reader.end, reader.text)
        with self._archive.open(sheet.part) as stream:
            chunks = xml_stream.chunks_of(stream)
            xml_stream.feed(made, chunks if exact else without_empty(chunks), name, feedback)
        return reader.cells
