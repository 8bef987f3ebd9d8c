# SPDX-License-Identifier: GPL-2.0-or-later
"""The workbook of a delivery: plans, explanation, definitions and findings, laid out for people and printers.

openpyxl makes styles, filters, lists and page set-up; ``workbook_rows`` streams the cells in and reads them back.
"""

from __future__ import annotations

import io
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from itertools import islice
from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list, delivered_statuses
from ...core.basisset.values import LONGEST_CELL, NOT_IN_XML
from ...core.delivering.sheets import (
    CHECK_COLUMNS,
    CHECKS,
    COLUMN,
    CONTROLE,
    DEFINITIES,
    FIELDS,
    FIRST,
    HEADER_ROWS,
    INDEX,
    PLANNEN,
    TOELICHTING,
    UITLEG,
    WIDTH,
    Cells,
    Heading,
    Sheet,
    letters,
    sheets,
)
from ...core.errors import LmvwError
from ...core.feedback import Feedback, Silent
from ...core.i18n import tr
from ...core.reporting.html import CONFIDENTIAL
from ..workbook.openpyxl_alone import (
    Alignment,
    Border,
    Break,
    Cell,
    CellIsRule,
    ColBreak,
    DataValidation,
    Font,
    FormulaRule,
    PatternFill,
    Protection,
    Side,
    Workbook,
    Worksheet,
)
from . import workbook_rows

__all__ = ["CONTROLE", "DEFINITIES", "HEADER_ROWS", "INDEX", "PLANNEN", "TOELICHTING", "sheets", "verify_workbook", "write_workbook"]

_FONT = "Calibri"  # without a name LibreOffice shows headers in a serif font
_NUMBER = "[$-413]#,##0;[Red][$-413]-#,##0"  # Dutch separators, whatever the language of the computer
_DIFFERENCE = '[$-413]#,##0" te veel";[$-413]#,##0" te weinig";0'  # in a document for the province, so in Dutch
_DAY = "[$-413]d mmmm yyyy;@"
_THIN = Side(style="thin", color="B0B7C0")
_BANDS = {
    b.Group.PLAN: "DCE6F1", b.Group.AANTALLEN: "E2EFDA", b.Group.WONINGTYPE: "FFF2CC", b.Group.PRIJS: "FCE4D6",
    b.Group.OUDEREN: "E8E0F0", b.Group.LEVERING: "EDEDED", None: "F8D7DA",
}  # fmt: skip
_HIGHEST = 409.0  # points; Excel's limit
_COUNT_WIDTH, _DIFFERENCE_WIDTH = 5.8, 9.5
_HEAD_LETTERS, _HEAD_LINE = 24, 2.4  # of a turned head: letters in a line, and the width of a line
_TECHNICAL = ("gemeente_code", "plan_id")  # for programs, and out of sight
_PAGES_BEGIN = (b.Group.WONINGTYPE,)  # a subject is not cut over two pages
_WIDTHS = {
    "plan_id": 38, "plannummer": 13, "plannaam": 36, "gemeente_code": 15, "gemeente_naam": 14, "plantype": 19, "toelichting": 36,
}  # fmt: skip
_TITLE_WIDTHS = {TOELICHTING: (52, 90), UITLEG: (52, 90), DEFINITIES: (23, 26, 20, 16, 54, 21), CONTROLE: (7, 13, 28, 20, 58, 28)}
_TOLD = INDEX["toelichting"]  # in a row of the plans; a text that may be long
_SCALE = 60  # per cent: two pages of A3
_HEIGHTS = {1: 18.0, 2: 16.0, 3: 150.0, 4: 15.0}


def write_workbook(
    path: Path, content: Mapping[str, Sheet], name_of_row: int, moment: datetime | None = None, feedback: Feedback | None = None,
    answers: frozenset[str] | None = None, confidential: bool = False,
) -> None:  # fmt: skip
    """Write the sheets.

    :param name_of_row: the column of ``Plannen`` that names a plan, for messages.
    :param answers: the fields that may be typed in, when the rest is to be locked; an invulblad.
    :param confidential: there are confidential plans among them, which every page that is printed says.
    :raises LmvwError: when a text cannot stand in a workbook.
    """
    moment = (moment or datetime.now()).replace(microsecond=0)
    workbook = Workbook()
    workbook.remove(workbook.active)
    workbook.properties.creator = "LMVW Woningbouwplannen"  # no personal data in a delivery
    workbook.properties.lastModifiedBy = None
    workbook.properties.created = workbook.properties.modified = moment
    made = []
    for title, cells in content.items():
        sheet = workbook.create_sheet(title)
        if title == PLANNEN:
            _lay_out_plans(sheet, cells, answers)
            require = partial(_require_writable, name_of_row)
            styled = HEADER_ROWS if answers is None else cells.count  # an empty cell to type in is not locked
            made.append(workbook_rows.Styled(cells, require, _PlanStyles(sheet, answers).of, _height_of_plan, styled))
        else:
            _lay_out(sheet, title)
            _lock(sheet, answers)
            made.append(
                workbook_rows.Styled(
                    cells, partial(_require_writable, None), _TextStyles(sheet).of, partial(_height_of, _TITLE_WIDTHS[title])
                )
            )
    for sheet in workbook.worksheets:
        sheet.oddHeader.center.text = CONFIDENTIAL if confidential else None
    workbook.calculation.fullCalcOnLoad = True
    buffer = io.BytesIO()
    workbook.save(buffer)
    workbook_rows.fill(path, buffer.getvalue(), made, moment, feedback or Silent())


def verify_workbook(path: Path, content: Mapping[str, Sheet], feedback: Feedback | None = None) -> None:
    """Read the file back and compare every cell with what was meant.

    :raises LmvwError: naming the first row that differs.
    """
    workbook_rows.verify(path, list(content.items()), feedback or Silent())


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks."""

    bold: bool = False
    colour: str = "222222"
    size: int = 10
    band: str | None = None
    turned: bool = False
    wrap: bool = False
    low: bool = False
    side: str = "general"
    number_format: str = "General"
    line: bool = False
    typed: bool = False

    def number(self, sheet: Worksheet) -> int:
        """The number of this style in the workbook."""
        cell = Cell(sheet, row=1, column=1)
        cell.font = Font(name=_FONT, size=self.size, bold=self.bold, color=self.colour)
        cell.fill = PatternFill("solid", fgColor=self.band) if self.band else PatternFill()
        cell.alignment = Alignment(
            wrap_text=self.wrap or self.turned,
            horizontal="center" if self.turned else self.side,
            vertical="bottom" if self.turned or self.low else "top",
            text_rotation=90 if self.turned else 0,
        )
        cell.border = Border(bottom=_THIN) if self.line else Border()
        cell.number_format = self.number_format
        cell.protection = Protection(locked=not self.typed)
        return int(cell.style_id)


class _PlanStyles:
    """Styles of the sheet with plans: a band per group, labels turned where the column is narrow."""

    def __init__(self, sheet: Worksheet, answers: frozenset[str] | None) -> None:
        self._by_row = [[0] * WIDTH for _ in range(HEADER_ROWS + 1)]
        fields: list[b.Field | None] = [*FIELDS, *([None] * len(CHECKS))]
        differences = range(len(FIELDS) + 1, WIDTH - 1)
        for column, field in enumerate(fields):
            band = _BANDS[field.group if field else None]
            narrow = field is None or field.name not in _WIDTHS
            typed = answers is not None and field is not None and field.name in answers
            locked = None if answers is None or typed else _BANDS[b.Group.LEVERING]
            looks = (
                _Look(bold=True, band=band),
                _Look(bold=True, band=band, number_format=_NUMBER),
                _Look(bold=True, size=9, band=band, turned=narrow, wrap=True, low=True, line=True),
                _Look(colour=band, size=8, band=band, line=True),  # for programs: there, but not in sight
                _Look(
                    typed=typed,
                    band=locked,
                    wrap=field is not None and field.name == "toelichting",
                    number_format=_DIFFERENCE if field is None and column in differences else _format(field),
                    side="center" if narrow and _format(field) == "General" else "general",
                ),
            )
            for row, look in enumerate(looks):
                self._by_row[row][column] = look.number(sheet)

    def of(self, number: int, column: int, _: object) -> int:
        """The style of a cell."""
        return self._by_row[min(number, FIRST) - 1][column]


def _format(field: b.Field | None) -> str:
    if field is None or field.kind is b.Kind.COUNT:
        return _NUMBER
    return "@" if field.kind is b.Kind.TEXT and field.name in ("plannaam", "plannummer") else "General"


class _TextStyles:
    """Styles of the sheets to read: a header, and text that wraps."""

    def __init__(self, sheet: Worksheet) -> None:
        self._header = _Look(bold=True, band=_BANDS[b.Group.PLAN], wrap=True, line=True).number(sheet)
        self._text = _Look(wrap=True, side="left", number_format=_NUMBER).number(sheet)
        self._day = _Look(wrap=True, side="left", number_format=_DAY).number(sheet)

    def of(self, number: int, _index: int, value: object) -> int:
        """The style of a cell."""
        return self._header if number == 1 or isinstance(value, Heading) else self._day if isinstance(value, date) else self._text


def _lay_out_plans(sheet: Worksheet, cells: Sheet, answers: frozenset[str] | None) -> None:
    last = max(cells.count, FIRST)
    _, _, heads, *_ = islice(cells.rows(), HEADER_ROWS)
    for number, (field, head) in enumerate(zip(FIELDS, heads, strict=False), start=1):
        dimension = sheet.column_dimensions[letters(number)]
        dimension.width = _WIDTHS.get(field.name) or _room_of(str(head))
        dimension.hidden = field.name in _TECHNICAL
        if field.phase is not None:
            dimension.outlineLevel = 1  # folds away
    for column in CHECK_COLUMNS:
        sheet.column_dimensions[column].width = _DIFFERENCE_WIDTH if column in CHECK_COLUMNS[1:-1] else _COUNT_WIDTH
    sheet.freeze_panes = f"{letters(INDEX['plannaam'] + 2)}{FIRST}"
    sheet.auto_filter.ref = f"A{HEADER_ROWS}:{letters(WIDTH)}{last}"
    sheet.sheet_view.zoomScale = 90
    _add_lists(sheet, last, at_home=answers is not None)
    _lock(sheet, answers)
    wrong = PatternFill("solid", bgColor="F4B6B6")
    differences = f"{CHECK_COLUMNS[1]}{FIRST}:{CHECK_COLUMNS[-2]}{last}"
    first = f"{CHECK_COLUMNS[1]}{FIRST}"
    sheet.conditional_formatting.add(differences, FormulaRule(formula=[f"AND(ISNUMBER({first}),{first}<>0)"], fill=wrong))
    verdicts = f"{CHECK_COLUMNS[-1]}{FIRST}:{CHECK_COLUMNS[-1]}{last}"
    sheet.conditional_formatting.add(verdicts, CellIsRule(operator="equal", formula=[f'"{tr("nee")}"'], fill=wrong))
    _page(sheet, f"1:{HEADER_ROWS}")
    sheet.page_setup.paperSize = 8  # A3, with the name on both pages: more than fifty columns
    sheet.sheet_properties.pageSetUpPr.fitToPage = False  # else a program leaves the breaks out
    sheet.page_setup.scale = _SCALE
    breaks = [index for index, field in enumerate(FIELDS) if field.group in _PAGES_BEGIN and FIELDS[index - 1].group is not field.group]
    sheet.col_breaks = ColBreak(brk=[Break(id=index) for index in breaks])
    sheet.print_title_cols = f"{COLUMN['plannaam']}:{COLUMN['plannaam']}"


def _room_of(head: str) -> float:
    """The width of a column of counts whose head is turned: its lines stand beside one another."""
    lines = len(textwrap.wrap(head, _HEAD_LETTERS, break_long_words=False))
    return max(_COUNT_WIDTH, _HEAD_LINE * lines + 1.2)


def _add_lists(sheet: Worksheet, last: int, at_home: bool) -> None:
    """Lists and limits, for who corrects a value in the workbook."""
    count = DataValidation(type="whole", operator="greaterThanOrEqual", formula1="0", allow_blank=True)
    count.errorTitle, count.error = tr("Aantal woningen"), tr("Vul een heel getal van 0 of meer in.")
    yes_no = _one_of((tr("ja"), tr("nee")), tr("Kies ja of nee."))
    statuses = list(code_list("planstatus")) if at_home else delivered_statuses()
    words = tr("Kies een planstatus van {first} tot en met {last}.").format(first=statuses[0], last=statuses[-1])
    status = _one_of(statuses, words)
    plantype = _one_of([code.label for code in code_list("plantype").values()], tr("Kies een plantype uit de lijst."))
    for field in FIELDS:
        cells = f"{COLUMN[field.name]}{FIRST}:{COLUMN[field.name]}{last}"
        if field.kind is b.Kind.COUNT:
            count.add(cells)
        elif field.kind is b.Kind.YESNO:
            yes_no.add(cells)
        elif field.name == "planstatus":
            status.add(cells)
        elif field.name == "plantype":
            plantype.add(cells)
    for rule in (count, yes_no, status, plantype):
        rule.showErrorMessage = True
        sheet.add_data_validation(rule)


def _lock(sheet: Worksheet, answers: frozenset[str] | None) -> None:
    """Only answers can be typed. Without a password: it keeps from mistakes, not from intent."""
    if answers is not None:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = sheet.protection.autoFilter = False  # which means: allowed


def _one_of(values: Sequence[str], message: str) -> DataValidation:
    return DataValidation(type="list", formula1=f'"{",".join(values)}"', allow_blank=True, errorTitle=tr("Lijst"), error=message)


def _lay_out(sheet: Worksheet, title: str) -> None:
    widths = _TITLE_WIDTHS[title]
    for column, width in enumerate(widths, start=1):
        sheet.column_dimensions[letters(column)].width = width
    sheet.freeze_panes = "A2"
    if title not in (TOELICHTING, UITLEG):
        sheet.auto_filter.ref = f"A1:{letters(len(widths))}1"
    _page(sheet, "1:1")


def _height_of(widths: Iterable[int], _: int, row: Cells) -> float:
    """Rows high enough for their text: programs do not measure wrapped text when they open a file."""
    lines = 1
    for width, value in zip(widths, row, strict=False):
        if isinstance(value, str):
            lines = max(lines, sum(1 + int(len(line) / (width * 1.1)) for line in value.split("\n")))
    return min(_HIGHEST, 13.5 * lines + 1.5)


def _height_of_plan(number: int, row: Cells) -> float | None:
    """As high as its toelichting; most rows have one line, and need no height."""
    text = row[_TOLD] if number >= FIRST else None
    if not isinstance(text, str) or (len(text) <= _WIDTHS["toelichting"] and "\n" not in text):
        return _HEIGHTS.get(number)
    return _height_of((_WIDTHS["toelichting"],), number, (text,))


def _page(sheet: Worksheet, header: str) -> None:
    """Landscape, as wide as the paper, the header on every page, numbered."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.print_title_rows = header
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.header = 0.5, 0.2
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = tr("pagina {page} van {pages}").format(page="&P", pages="&N")


def _require_writable(name_of_row: int | None, text: str, row: Cells) -> None:
    """A text fits into a cell.

    :raises LmvwError: when it is too long or has a character that Excel cannot hold.
    """
    name = "" if name_of_row is None else row[name_of_row]
    if len(text) > LONGEST_CELL:
        raise LmvwError(
            tr("Een tekst van plan ‘{name}’ heeft {length} tekens, meer dan de {longest} die in een Excel-cel passen; kort hem in.").format(
                name=str(name)[:40], length=len(text), longest=LONGEST_CELL
            )
        )
    match = NOT_IN_XML.search(text)
    if match:
        raise LmvwError(
            tr("In een tekst van plan ‘{name}’ staat het stuurteken U+{code:04X}, dat niet in Excel kan staan; haal het weg.").format(
                name=NOT_IN_XML.sub("�", str(name)), code=ord(match[0])
            )
        )
