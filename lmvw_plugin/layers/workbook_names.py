# SPDX-License-Identifier: GPL-2.0-or-later
"""Other plan names in a workbook: in a copy, of which nothing else differs from the original.

The copy is the original's bytes with only the name cells replaced. Formulas, formats, pictures, other sheets and what no
library knows of stay as they are, which reading and rewriting the workbook with a library cannot promise.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..core.errors import LmvwError
from ..core.feedback import Feedback
from ..core.i18n import tr
from . import workbook_guard as guard
from . import xml_stream
from .files import written_beside
from .workbook_cells import cell_name
from .workbook_csv import CsvText
from .workbook_reader import Row, Table, read_table
from .workbook_xlsx import XlsxBook

_MAX_TEXT = 32_767  # characters in one Excel cell
_TYPE = re.compile(rb"\st\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_MUST_ESCAPE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")

Changes = Mapping[int, str]


def adopt(table: Table, changes: Changes, destination: Path, feedback: Feedback | None = None) -> tuple[str, ...]:
    """Write a copy of the table's file with other names in some rows, and read it back. Returns remarks.

    :param changes: row number to new name.
    :raises LmvwError: when a name cannot be replaced, or the copy does not hold exactly what was meant; then there is no copy.
    """
    _judge(table, changes, destination)
    with written_beside(destination) as temporary:
        if table.path.suffix.casefold() == ".csv":
            _write_csv(table, changes, temporary)
            found: tuple[str, ...] = ()
        else:
            found = _write_xlsx(table, changes, temporary, feedback)
        _verify(table, changes, temporary, feedback)
    return found


def _judge(table: Table, changes: Changes, destination: Path) -> None:
    if table.path.suffix.casefold() == ".ods":
        raise LmvwError(
            tr("In ‘{name}’ kunnen geen namen overgenomen worden; sla het werkblad eerst op als .xlsx.").format(name=table.path.name)
        )
    if table.name_column_number is None:
        raise LmvwError(tr("Blad ‘{sheet}’ van ‘{name}’ heeft geen naamkolom; kies zelf de naamkolom.").format(sheet=table.sheet, name=table.path.name))
    if destination.suffix.casefold() != table.path.suffix.casefold():
        raise LmvwError(tr("De kopie van ‘{name}’ moet ook op {end} eindigen.").format(name=table.path.name, end=table.path.suffix))
    if destination.exists() and destination.samefile(table.path):
        raise LmvwError(tr("De kopie kan niet ‘{name}’ zelf zijn; kies een andere naam.").format(name=table.path.name))
    rows = {row.number for row in table.rows}
    for row, name in changes.items():
        if row not in rows:
            raise _not_replaced(table, row, tr("die rij is er niet"))
        if not name or len(name) > _MAX_TEXT:
            raise _not_replaced(table, row, tr("de nieuwe naam is leeg of te lang"))


def _not_replaced(table: Table, row: int, why: str) -> LmvwError:
    cell = cell_name(row, table.name_column_number or 1)
    return LmvwError(
        tr("De naam in cel {cell} op blad ‘{sheet}’ van ‘{name}’ kan niet vervangen worden: {why}; er is geen kopie gemaakt.").format(
            cell=cell, sheet=table.sheet, name=table.path.name, why=why
        )
    )


def _verify(table: Table, changes: Changes, copy: Path, feedback: Feedback | None) -> None:
    """The copy reads back as the original with the new names, and its other parts are the same bytes."""
    again = read_table(copy, None if table.path.suffix.casefold() == ".csv" else table.sheet, table.name_column, feedback)
    index = table.columns.index(table.name_column or "")
    wanted = tuple(
        Row(row.number, (*row.values[:index], changes.get(row.number, row.values[index]), *row.values[index + 1 :])) for row in table.rows
    )
    if replace(again, path=table.path, sheet=table.sheet, remarks=table.remarks) != replace(table, rows=wanted):
        raise LmvwError(
            tr("De kopie van ‘{name}’ bevat na het schrijven niet precies de nieuwe namen; er is geen kopie gemaakt.").format(name=table.path.name)
        )


# -- Excel -----------------------------------------------------------------------------------------------------------


def _write_xlsx(table: Table, changes: Changes, copy: Path, feedback: Feedback | None) -> tuple[str, ...]:
    with guard.opened(table.path) as archive:
        book = XlsxBook(table.path, archive)
        part = next(info.part for info in book.sheets if info.name == table.sheet)
        patched, formulas = _patched(table, archive.read(part), part, changes, feedback)
        with zipfile.ZipFile(copy, "w") as target:
            for entry in archive.infolist():
                fresh = zipfile.ZipInfo(entry.filename, entry.date_time)
                fresh.compress_type, fresh.external_attr, fresh.comment = entry.compress_type, entry.external_attr, entry.comment
                target.writestr(fresh, patched if entry.filename == part else archive.read(entry))
        with zipfile.ZipFile(copy) as target:
            before = [(entry.filename, entry.CRC) for entry in archive.infolist() if entry.filename != part]
            after = [(entry.filename, entry.CRC) for entry in target.infolist() if entry.filename != part]
        if before != after:
            raise guard.damaged(copy)
        signed = any(name.casefold().startswith("_xmlsignatures/") for name in archive.namelist())
    remarks = []
    if formulas:
        remarks.append(tr("Het blad bevat formules; druk in Excel op Ctrl+Alt+F9 om ze met de nieuwe namen te berekenen."))
    if signed:
        remarks.append(tr("De digitale handtekening van de werkmap geldt niet voor de kopie."))
    return tuple(remarks)


class _Span:
    """The bytes of one name cell: start tag, and where its end tag begins."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self.formula = False


def _patched(table: Table, xml: bytes, part: str, changes: Changes, feedback: Feedback | None) -> tuple[bytes, bool]:
    """The sheet with other texts in the name cells, and whether it has formulas."""
    wanted = {cell_name(row, table.name_column_number or 1): row for row in changes}
    spans: dict[int, _Span] = {}
    seen = {"formula": False}
    current: list[_Span] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if local == "c" and attributes.get("r", "") in wanted:
            current.append(_Span(made.CurrentByteIndex))
            spans[wanted[attributes["r"]]] = current[0]
        elif local == "f":
            seen["formula"] = True
            if current:
                current[0].formula = True

    def end(tag: str) -> None:
        if current and tag.rpartition(" ")[2] == "c":
            current.pop().end = made.CurrentByteIndex

    def encoding(_version: str, declared: str | None, _standalone: int) -> None:
        if declared and declared.casefold() not in ("utf-8", "utf8", "us-ascii"):
            raise _not_replaced(table, min(changes), tr("het blad is niet in UTF-8 geschreven"))

    name = guard.part_name(table.path, part)
    made: Any = xml_stream.parser(name, start, end)
    made.XmlDeclHandler = encoding
    if xml[:2] in (b"\xff\xfe", b"\xfe\xff") or xml[1:2] == b"\0":
        raise _not_replaced(table, min(changes), tr("het blad is niet in UTF-8 geschreven"))
    xml_stream.feed(made, (xml[i : i + xml_stream.CHUNK] for i in range(0, len(xml), xml_stream.CHUNK)), name, feedback)

    pieces: list[bytes] = []
    done = 0
    for row, found in sorted(spans.items(), key=lambda item: item[1].start):
        if found.formula:
            raise _not_replaced(table, row, tr("de naam komt uit een formule; pas de bron van de formule aan"))
        opening = xml[found.start : xml.index(b">", found.start) + 1]
        closing = xml[found.end : xml.index(b">", found.end) + 1]
        if not closing.startswith(b"</"):
            raise _not_replaced(table, row, tr("de cel is leeg"))
        pieces += [xml[done : found.start], _cell(opening, changes[row]), closing]
        done = found.end + len(closing)
    missing = next((row for row in changes if row not in spans), None)
    if missing is not None:
        raise _not_replaced(table, missing, tr("de cel is niet gevonden"))
    return b"".join((*pieces, xml[done:])), seen["formula"]


def _cell(opening: bytes, name: str) -> bytes:
    """The cell's own start tag, of type inline text, with the name; ``prefix`` is that of its namespace."""
    tag = re.match(rb"<((?:[^\s:>]+:)?)c", opening)
    prefix = tag[1] if tag else b""
    body = _TYPE.sub(b"", opening[:-1]) + b' t="inlineStr">'
    text = _escaped(name).encode("utf-8")
    return body + b"<" + prefix + b'is><' + prefix + b't xml:space="preserve">' + text + b"</" + prefix + b"t></" + prefix + b"is>"


def _escaped(name: str) -> str:
    """For XML, and the way Excel writes what XML cannot hold."""
    excel = _MUST_ESCAPE.sub(lambda found: f"_x{ord(found[0]):04X}_", name)
    return excel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# -- csv -------------------------------------------------------------------------------------------------------------


def _write_csv(table: Table, changes: Changes, copy: Path) -> None:
    source = CsvText(table.path)
    column = (table.name_column_number or 1) - 1
    field = re.compile(rf'("(?:[^"]|"")*"|[^{re.escape(source.delimiter)}\r\n]*)({re.escape(source.delimiter)}|\r\n|\r|\n|\Z)')
    pieces: list[str] = []
    line, begin, index, done = 1, 1, 0, 0
    for found in field.finditer(source.text):
        if index == column and begin in changes and begin > source.skipped:
            pieces += [source.text[done : found.start(1)], _csv_field(changes[begin], source.delimiter, found[1].startswith('"'))]
            done = found.end(1)
        line += len(re.findall(r"\r\n|\r|\n", found[0]))
        if found[2] == source.delimiter:
            index += 1
        else:
            begin, index = line, 0
    text = "".join((*pieces, source.text[done:]))
    try:
        copy.write_bytes(source.bom + text.encode(source.encoding))
    except UnicodeEncodeError as error:
        raise LmvwError(
            tr("‘{character}’ bestaat niet in de tekencodering van ‘{name}’; sla het bestand eerst op als ‘CSV UTF-8’.").format(
                character=text[error.start], name=table.path.name
            )
        ) from error


def _csv_field(name: str, delimiter: str, quoted: bool) -> str:
    if quoted or any(character in name for character in (delimiter, '"', "\r", "\n")):
        return '"' + name.replace('"', '""') + '"'
    return name
