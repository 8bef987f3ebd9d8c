# SPDX-License-Identifier: GPL-2.0-or-later
"""Write the sample: GeoPackages as a GIS colleague keeps them, a worksheet as a planner types it.

The files carry no time of writing, so that the same sample is the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from pathlib import Path

from shapely.geometry.base import BaseGeometry

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import code_list
from lmvw_plugin.core.delivering.sheets import letters
from lmvw_plugin.layers.workbook.openpyxl_alone import Alignment, Border, Font, PatternFill, Side, Workbook, Worksheet

from . import gpkg
from .dataset import GEMEENTE, PEILDATUM, Feature, Row
from .planted import Planted

POLYGON_LAYER, BOUNDARY_LAYER, SHEET = "plangebieden", "gemeentegrens", "Woningbouwplannen"
HEADER_ROW = 3
_WRITTEN = datetime(2026, 1, 1, 12, 0, 0)  # the moment every file says it was written
_MOMENT = f"{_WRITTEN:%Y-%m-%dT%H:%M:%S.000Z}"

# How this planner heads her columns where she differs from the labels of the Basisset.
HEADERS = {
    "plannummer": "Plannr.",
    "plannaam": "Naam plan",
    "planstatus": "Planologische status",
    "plantype": "Type plan",
    "vertrouwelijk": "Vertrouwelijk",
    "bruto_totaal": "Totaal bruto",
    "sloop_totaal": "Te slopen woningen",
    "meergezins": "Meergezins woningen",
    "tijdelijk": "Tijdelijke woningen",
    "koop_betaalbaar": "Koop betaalbaar",
    "huur_sociaal_corporatie": "Sociale huur corporatie",
    "huur_midden_corporatie": "Middenhuur corporatie",
    "huur_sociaal_markt": "Sociale huur markt",
    "huur_sociaal_markt_25jaar": "Sociale huur markt 25 jaar",
    "huur_midden_markt": "Middenhuur markt",
    "huur_midden_markt_10jaar": "Middenhuur markt 10 jaar",
    "nultreden_geclusterd": "waarvan nultreden geclusterd",
    "geclusterd_55plus": "Geclusterd 55+",
    "zorg_55plus": "Zorg 55+",
}
STATUS_TEXTS = {
    "1A": "1A Onherroepelijk",
    "1B": "1B Onherroepelijk, uitwerkingsplicht",
    "1C": "1C Onherroepelijk + wijzigingsbevoegdheid",
    "2A": "2A Vastgesteld plan/besluit",
    "2B": "2B Vastgesteld, uitwerkingsplicht",
    "2C": "2C vastgesteld + wijzigingsbevoegdheid",
    "3": "3 plan/besluit in voorbereiding",
    "4A": "4A potentiële locatie in visie",
    "4B": "4B potentiële locatie, optie",
    "5A": "5A ambtelijk, locatie bekend",
    "5B": "5B ambtelijk, geen locatie",
}
ODD_STATUS_CELLS: dict[str, str | int] = {  # cells that were typed otherwise: a number, a bare code, a small letter
    "Schoolkwartier De Vuurtoren": 3,
    "Dijkwoningen 1961": "1A",
    "Skûtsjewerf": "2a vastgesteld",
}
_NOT_IN_SHEET = ("plan_id", "gemeente_code", "gemeente_naam")


def write_polygons(path: Path, features: Iterable[Feature]) -> None:
    """The layer ``plangebieden``: name, number, remark and polygon."""
    rows = ((one.geometry, {"naam": one.naam, "plannr": one.plannr, "opmerking": one.opmerking}) for one in features)
    gpkg.write(path, POLYGON_LAYER, "MULTIPOLYGON", ("naam", "plannr", "opmerking"), rows, _MOMENT)


def write_boundary(path: Path, boundary: BaseGeometry) -> None:
    """The layer ``gemeentegrens``: one polygon."""
    rows: list[gpkg.Row] = [(boundary, {"code": GEMEENTE.code, "naam": GEMEENTE.name})]
    gpkg.write(path, BOUNDARY_LAYER, "POLYGON", ("code", "naam"), rows, _MOMENT)


def write_worksheet(path: Path, rows: Sequence[Row]) -> None:
    """The sheet ``Woningbouwplannen``: title, remark, header, one row per plan."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    sheet.append([f"Woningbouwplannen gemeente {GEMEENTE.name}, {PEILDATUM.delivery_name} {PEILDATUM.year}"])
    sheet.append([f"Restcapaciteit op {PEILDATUM.date:%d-%m-%Y}. Alleen woningen die nog gebouwd of gesloopt worden."])
    columns = worksheet_columns()
    sheet.append([header for _, header in columns])
    for row in rows:
        sheet.append([_cell(name, row) for name, _ in columns])
    _dress(sheet, [name for name, _ in columns])
    book.properties.creator = f"Gemeente {GEMEENTE.name} (voorbeeld)"
    book.properties.created = _WRITTEN
    content = io.BytesIO()
    book.save(content)
    path.write_bytes(_without_time(content.getvalue()))


def worksheet_columns() -> list[tuple[str, str]]:
    """Name and header of each column; ``kern`` and ``netto_totaal`` are the planner's own."""
    columns: list[tuple[str, str]] = []
    for field in b.FIELDS:
        if field.kept_in is b.KeptIn.LEVERING or field.name in _NOT_IN_SHEET:
            continue
        columns.append((field.name, HEADERS.get(field.name, field.title_at(PEILDATUM))))
        if field.name == "plannaam":
            columns.append(("kern", "Kern"))
    return columns


def _cell(name: str, row: Row) -> object:
    value = row.values.get(name)
    if name == "kern":
        return row.kern
    if name == "netto_totaal":
        bruto, sloop = row.values.get("bruto_totaal"), row.values.get("sloop_totaal")
        return bruto - sloop if isinstance(bruto, int) and isinstance(sloop, int) else None
    if name == "planstatus":
        return ODD_STATUS_CELLS.get(row.naam, STATUS_TEXTS.get(str(value), value))
    if name == "plantype":
        return code_list("plantype")[str(value)].label
    return {True: "ja", False: "nee"}[value] if isinstance(value, bool) else value


_WIDTHS = {"plannummer": 10, "plannaam": 36, "kern": 14, "plantype": 22, "planstatus": 38, "toelichting": 52}
_LINE = Border(bottom=Side(style="hair", color="9AA5B1"))
_HEADER_FILL, _BAND = PatternFill("solid", fgColor="1F4E79"), PatternFill("solid", fgColor="F2F6FA")
_CENTERED = Alignment(horizontal="center")


def _dress(sheet: Worksheet, names: Sequence[str]) -> None:
    """Colours, widths, frozen panes and a filter: a table that someone works in."""
    sheet["A1"].font = Font(bold=True, size=14, color="1F4E79")
    sheet["A2"].font = Font(italic=True, color="595959")
    last, bottom = letters(len(names)), sheet.max_row
    for number, name in enumerate(names, 1):
        sheet.column_dimensions[letters(number)].width = _WIDTHS.get(name, 13)
    sheet.row_dimensions[HEADER_ROW].height = 64
    for cell in sheet[HEADER_ROW]:
        cell.font, cell.fill = Font(bold=True, color="FFFFFF"), _HEADER_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
    for row in sheet.iter_rows(min_row=HEADER_ROW + 1):
        for cell, name in zip(row, names, strict=True):
            cell.border = _LINE
            if row[0].row % 2:
                cell.fill = _BAND
            if name in b.BY_NAME and b.BY_NAME[name].kind is b.Kind.YESNO:
                cell.alignment = _CENTERED
    sheet.freeze_panes = sheet.cell(HEADER_ROW + 1, names.index("kern") + 1)
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{last}{bottom}"
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    sheet.page_setup.orientation = "landscape"


def _without_time(workbook: bytes) -> bytes:
    """The same workbook with fixed times, inside (docProps/core.xml) and on every member of the zip."""
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                moment = f"{_WRITTEN:%Y-%m-%dT%H:%M:%SZ}".encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + moment, content)
            member = zipfile.ZipInfo(name, _WRITTEN.timetuple()[:6])
            member.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(member, content)
    return fixed.getvalue()


def write_planted(path: Path, planted: Iterable[Planted]) -> None:
    """The list of planted mistakes, as csv."""
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [field.name for field in fields(Planted)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(one) for one in planted)
