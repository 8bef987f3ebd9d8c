# SPDX-License-Identifier: GPL-2.0-or-later
"""Other plan names in a workbook: in a copy, of which nothing else differs from the original.

The copy is the original's bytes with only the name cells replaced. Formulas, formats, pictures, other sheets and what no
library knows of stay as they are, which reading and rewriting the workbook with a library cannot promise.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from pathlib import Path

from ...core.basisset.values import LONGEST_CELL
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..files import written_beside
from ..workbook import guard
from ..workbook import ods as workbook_ods
from ..workbook.cells import cell_name
from ..workbook.csv_text import CsvText
from ..workbook.reader import read_table
from ..workbook.table import Row, Table
from ..workbook.xlsx.book import XlsxBook
from .patch import Changes, patch_excel, patch_ods


def adopt(table: Table, changes: Changes, destination: Path, feedback: Feedback | None = None) -> tuple[str, ...]:
    """Write a copy of the table's file with other names in some rows, and read it back. Returns remarks.

    :param changes: row number to new name.
    :raises LmvwError: when a name cannot be replaced, or the copy does not hold exactly what was meant; then there is no copy.
    """
    _judge(table, changes, destination)
    with written_beside(destination) as temporary:
        if table.path.suffix.casefold() == ".csv":
            _write_csv(table, changes, temporary)
            remarks: tuple[str, ...] = ()
        else:
            remarks = _write_zip(table, changes, temporary, feedback)
        _verify(table, changes, temporary, feedback)
    return remarks


def _judge(table: Table, changes: Changes, destination: Path) -> None:
    """The table can be copied to this file.

    :raises LmvwError: when it has no column of names, or the copy has another kind or is the file itself.
    """
    if table.name_column_number is None:
        raise LmvwError(
            tr("Blad ‘{sheet}’ van ‘{name}’ heeft geen naamkolom; kies zelf de naamkolom.").format(sheet=table.sheet, name=table.path.name)
        )
    if destination.suffix.casefold() != table.path.suffix.casefold():
        raise LmvwError(tr("De kopie van ‘{name}’ moet ook op {end} eindigen.").format(name=table.path.name, end=table.path.suffix))
    if destination.exists() and destination.samefile(table.path):
        raise LmvwError(tr("De kopie kan niet ‘{name}’ zelf zijn; kies een andere naam.").format(name=table.path.name))
    rows = {row.number for row in table.rows}
    for row, name in changes.items():
        if row not in rows:
            raise _not_replaced(table, row, tr("die rij is er niet"))
        if not name or len(name) > LONGEST_CELL:
            raise _not_replaced(table, row, tr("de nieuwe naam is leeg of te lang"))


def _not_replaced(table: Table, row: int, why: str) -> LmvwError:
    cell = cell_name(row, table.name_column_number or 1)
    return LmvwError(
        tr("De naam in cel {cell} op blad ‘{sheet}’ van ‘{name}’ kan niet vervangen worden: {why}; er is geen kopie gemaakt.").format(
            cell=cell, sheet=table.sheet, name=table.path.name, why=why
        )
    )


def _verify(table: Table, changes: Changes, copy: Path, feedback: Feedback | None) -> None:
    """The copy reads back as the original with the new names, and its other parts are the same bytes.

    :raises LmvwError: when it does not.
    """
    again = read_table(copy, None if table.path.suffix.casefold() == ".csv" else table.sheet, table.name_column, feedback)
    index = table.columns.index(table.name_column or "")
    wanted = tuple(
        Row(row.number, (*row.values[:index], changes.get(row.number, row.values[index]), *row.values[index + 1 :])) for row in table.rows
    )
    if replace(again, path=table.path, sheet=table.sheet, remarks=table.remarks) != replace(table, rows=wanted):
        raise LmvwError(
            tr("De kopie van ‘{name}’ bevat na het schrijven niet precies de nieuwe namen; er is geen kopie gemaakt.").format(
                name=table.path.name
            )
        )


# -- Excel and OpenDocument ------------------------------------------------------------------------------------------


def _write_zip(table: Table, changes: Changes, copy: Path, feedback: Feedback | None) -> tuple[str, ...]:
    """All parts as they are, but for the one with the names."""
    column = table.name_column_number or 1

    def refuse(row: int, why: str) -> LmvwError:
        return _not_replaced(table, row, why)

    with guard.opened(table.path) as archive:
        if table.path.suffix.casefold() == ".ods":
            part = workbook_ods.PART
            patched, formulas = patch_ods(table.path, part, archive.read(part), table.sheet, column, changes, refuse, feedback)
        else:
            part = next(info.part for info in XlsxBook(table.path, archive).sheets if info.name == table.sheet)
            patched, formulas = patch_excel(table.path, part, archive.read(part), column, changes, refuse, feedback)
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
        signed = any(name.casefold().startswith(("_xmlsignatures/", "meta-inf/documentsignatures")) for name in archive.namelist())
    remarks = []
    if formulas:
        remarks.append(tr("Het blad bevat formules; laat ze opnieuw berekenen (in Excel met Ctrl+Alt+F9) zodat ze de nieuwe namen zien."))
    if signed:
        remarks.append(tr("De digitale handtekening van het Excel-bestand geldt niet voor de kopie."))
    return tuple(remarks)


# -- csv -------------------------------------------------------------------------------------------------------------


def _write_csv(table: Table, changes: Changes, copy: Path) -> None:
    """Write the copy in the encoding of the original.

    :raises LmvwError: when a new name has a character that the encoding lacks.
    """
    source = CsvText(table.path)
    column = (table.name_column_number or 1) - 1
    field = re.compile(rf'("(?:[^"]|"")*"|[^{re.escape(source.delimiter)}\r\n]*)({re.escape(source.delimiter)}|\r\n|\r|\n|\Z)')
    pieces: list[str] = []
    line, begin, index, done = 1, 1, 0, 0
    for match in field.finditer(source.text):
        if index == column and begin in changes and begin > source.skipped:
            pieces += [source.text[done : match.start(1)], _csv_field(changes[begin], source.delimiter, match[1].startswith('"'))]
            done = match.end(1)
        line += len(re.findall(r"\r\n|\r|\n", match[0]))
        if match[2] == source.delimiter:
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
