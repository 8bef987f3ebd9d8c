# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of a province as a workbook, written beside its name and read back."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from ...core.delivering.sheets import Cells, Sheet, letters
from ...core.feedback import Feedback, Part
from ...core.receiving.sheets import TITLE
from ...core.reporting.html import CONFIDENTIAL
from ..delivering import workbook_rows
from ..files import written_beside
from ..workbook.openpyxl_alone import Alignment, Cell, Font, Workbook, Worksheet

_WIDTHS = {"uitleg": 60, "melding": 80, "reden": 60, "bestand": 36, "map": 36, "gemeente_naam": 24, "sha256": 24, CONFIDENTIAL: 100}
_WIDTH = 14


def write_workbook(path: Path, sheets: Mapping[str, Sheet], feedback: Feedback) -> None:
    """Write the sheets, whose first row is a heading.

    :raises LmvwError: when it cannot be written, or is open elsewhere.
    """
    book, made = Workbook(), []
    book.remove(book.active)
    book.properties.title = TITLE
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for number, name in enumerate(next(cells.rows()), start=1):
            sheet.column_dimensions[letters(number)].width = _WIDTHS.get(str(name), _WIDTH)
        sheet.oddHeader.center.text = CONFIDENTIAL
        if cells.width > 1:
            sheet.freeze_panes = "C2"
            sheet.auto_filter.ref = f"A1:{letters(cells.width)}{cells.count}"
        style = partial(_style_of, _style(sheet, True), _style(sheet, False))
        made.append(workbook_rows.Styled(cells, _writable, style, lambda *_: None, 1))
    buffer = io.BytesIO()
    book.save(buffer)
    with written_beside(path) as beside:
        workbook_rows.fill(beside, buffer.getvalue(), made, datetime.now().replace(microsecond=0), Part(feedback, 0, 50))
        workbook_rows.verify(beside, list(sheets.items()), Part(feedback, 50, 100))


def _style(sheet: Worksheet, bold: bool) -> int:
    """The number of a style in the workbook."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name="Calibri", size=10, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return int(cell.style_id)


def _style_of(bold: int, plain: int, row: int, _column: int, _: object) -> int:
    return bold if row == 1 else plain


def _writable(_text: str, _row: Cells) -> None:
    """Every text fits: ``core.receiving.sheets`` made it so."""
