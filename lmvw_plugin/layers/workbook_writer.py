# SPDX-License-Identifier: GPL-2.0-or-later
"""The workbook of a delivery: plans, explanation, definitions and findings, written and read back with openpyxl."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..core import basisset as b
from ..core.codelists import code_list
from ..core.delivery import Delivery, shown
from ..core.errors import LmvwError
from ..core.findings import Finding
from ..core.i18n import tr
from ..core.peildatum import Peildatum
from ..core.pricelimits import price_limit
from ..core.rules import RULES

PLANNEN, TOELICHTING, DEFINITIES, CONTROLE = "Plannen", "Toelichting", "Definities", "Controle"
HEADER_ROWS = 3  # group, label, column name

_FONT = "Calibri"  # without a name LibreOffice shows headers in a serif font
_LONGEST = 32_767  # characters that a cell holds; openpyxl cuts the rest silently
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_AN_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")  # Excel reads _x0041_ as A
_HEADER = PatternFill("solid", fgColor="E4EBF3")
_THIN = Border(bottom=Side(style="thin", color="B0B7C0"))
_WIDTHS = {b.Kind.COUNT: 9, b.Kind.YESNO: 13, b.Kind.CODE: 20, b.Kind.TEXT: 32, b.Kind.ID: 16}

Cells = Sequence[object]


def sheets(delivery: Delivery, findings: Sequence[Finding], remarks: str) -> dict[str, list[Cells]]:
    """What is meant to stand in each sheet, row by row."""
    return {
        PLANNEN: [
            *_header(delivery.peildatum),
            *([shown(field, value) for field, value in zip(b.COLUMNS, row, strict=True)] for row in delivery.rows),
        ],
        TOELICHTING: _explanation(delivery, remarks),
        DEFINITIES: _definitions(delivery.peildatum),
        CONTROLE: _control(findings),
    }


def write_workbook(path: Path, content: dict[str, list[Cells]], name_of_row: int) -> None:
    """Write the sheets.

    :param name_of_row: the column of ``Plannen`` that names a plan, for messages.
    :raises LmvwError: when a text cannot stand in a workbook.
    """
    for title, rows in content.items():
        for row in rows:
            for value in row:
                if isinstance(value, str):
                    _require_writable(value, title, row, name_of_row)
    workbook = Workbook(write_only=True)
    now = datetime.now().replace(microsecond=0)
    workbook.properties.creator = "LMVW-plugin"  # no personal data in a delivery
    workbook.properties.created = workbook.properties.modified = now
    for title, rows in content.items():
        sheet = workbook.create_sheet(title)
        _lay_out(sheet, title, rows)
        for number, row in enumerate(rows):
            header = number < (HEADER_ROWS if title == PLANNEN else 1)
            sheet.append([_cell(sheet, value, header, title) for value in row])
    workbook.save(path)


def verify_workbook(path: Path, content: dict[str, list[Cells]]) -> None:
    """Read the file back and compare every cell with what was meant.

    :raises LmvwError: naming the first cell that differs.
    """
    workbook = load_workbook(path, read_only=True)
    try:
        for title, rows in content.items():
            found = workbook[title].iter_rows(values_only=True)
            width = max(map(len, rows))
            for number, meant in enumerate(rows, start=1):
                padded = tuple(meant) + (None,) * (width - len(meant))
                got = next(found, ())
                if tuple(_stored(value) for value in padded) != tuple(got):
                    raise LmvwError(
                        tr("Het werkblad is niet goed geschreven: blad ‘{sheet}’, rij {row} wijkt af.").format(sheet=title, row=number)
                    )
            if next(found, None) is not None:
                raise LmvwError(tr("Het werkblad is niet goed geschreven: blad ‘{sheet}’ heeft rijen te veel.").format(sheet=title))
    finally:
        workbook.close()


def _header(peildatum: Peildatum) -> list[Cells]:
    groups: list[object] = []
    for previous, field in zip((None, *b.COLUMNS), b.COLUMNS, strict=False):
        groups.append(tr(field.group.value) if previous is None or previous.group is not field.group else None)
    return [groups, [field.title_at(peildatum) for field in b.COLUMNS], [field.column_at(peildatum) for field in b.COLUMNS]]


def _explanation(delivery: Delivery, remarks: str) -> list[Cells]:
    return [
        (tr("Toelichting bij de levering"), None),
        (tr("Gemeente"), delivery.gemeente.name),
        (tr("Gemeentecode"), delivery.gemeente.code),
        (tr("Peildatum"), str(delivery.peildatum)),
        (tr("Levering"), delivery.peildatum.delivery_name),
        (tr("Aantal plannen"), len(delivery.rows)),
        (tr("Basisset"), tr("2.0, vastgesteld in BO VRO mei/juni 2024")),
        (tr("Opmerkingen van de gemeente"), remarks or None),
    ]


def _definitions(peildatum: Peildatum) -> list[Cells]:
    header = (tr("Kolom"), tr("Naam"), tr("Soort"), tr("Verplicht"), tr("Betekenis"), tr("Bron"))
    needs = {
        b.Need.ALWAYS: tr("ja"),
        b.Need.LIVE: tr("ja, behalve gerealiseerd of vervallen"),
        b.Need.WHEN_COUNTED: tr("als het aantal groter is dan 0"),
        b.Need.OPTIONAL: tr("nee"),
        b.Need.DERIVED: tr("wordt berekend"),
    }
    rows: list[Cells] = [header]
    for field in b.FIELDS:
        limit = f" ({price_limit(field.limit, peildatum.year)})" if field.limit else ""
        rows.append(
            (
                field.column_at(peildatum),
                field.title_at(peildatum),
                tr(field.kind.value),
                needs[field.need],
                tr(field.definition) + limit,
                field.source,
            )
        )
    for name in ("planstatus", "plantype"):
        rows.append((None,) * len(header))
        rows += [(name, code.code, code.label, tr(code.kind), code.definition, code.source) for code in code_list(name).values()]
    return rows


def _control(findings: Iterable[Finding]) -> list[Cells]:
    header = (tr("Regel"), tr("Ernst"), tr("Plannaam"), tr("Veld"), tr("Bevinding"), tr("Wat de regel vraagt"))
    rows = ((f.regel, f.ernst.value, f.plannaam, f.veld, f.melding, tr(RULES[f.regel].title)) for f in findings)
    return [header, *rows]


def _stored(value: object) -> object:
    """A value as the file holds it: an empty text is an empty cell, and what looks like an escape is escaped."""
    return (_LIKE_AN_ESCAPE.sub("_x005F_", value) or None) if isinstance(value, str) else value


def _cell(sheet: Worksheet, value: object, header: bool, title: str) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, _stored(value))
    if isinstance(value, str):
        cell.data_type = "s"  # a name that begins with = is a name, not a formula
    cell.font = Font(name=_FONT, size=10, bold=header)
    if header:
        cell.fill = _HEADER
        cell.border = _THIN
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif title != PLANNEN:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    elif isinstance(value, int):
        cell.number_format = "#,##0"
    return cell


def _require_writable(text: str, title: str, row: Cells, name_of_row: int) -> None:
    name = row[name_of_row] if title == PLANNEN else ""
    if len(text) > _LONGEST:
        raise LmvwError(
            tr("Een tekst van plan ‘{name}’ heeft {length} tekens, meer dan de {longest} die in een Excel-cel passen; kort hem in.").format(
                name=str(name)[:40], length=len(text), longest=_LONGEST
            )
        )
    found = _NOT_IN_XML.search(text)
    if found:
        raise LmvwError(
            tr("In een tekst van plan ‘{name}’ staat het stuurteken U+{code:04X}, dat niet in Excel kan staan; haal het weg.").format(
                name=_NOT_IN_XML.sub("�", str(name)), code=ord(found[0])
            )
        )


def _lay_out(sheet: Worksheet, title: str, rows: Sequence[Cells]) -> None:
    if title == PLANNEN:
        name_column = next(place for place, field in enumerate(b.COLUMNS) if field.name == "plannaam")
        for place, field in enumerate(b.COLUMNS, start=1):
            sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS[field.kind]
        sheet.freeze_panes = f"{get_column_letter(name_column + 2)}{HEADER_ROWS + 1}"
        sheet.auto_filter.ref = f"A{HEADER_ROWS}:{get_column_letter(len(b.COLUMNS))}{max(len(rows), HEADER_ROWS)}"
        sheet.page_setup.orientation = "landscape"
        return
    widths = {TOELICHTING: (28, 60), DEFINITIES: (26, 34, 14, 22, 70, 34), CONTROLE: (8, 14, 32, 22, 80, 40)}[title]
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
