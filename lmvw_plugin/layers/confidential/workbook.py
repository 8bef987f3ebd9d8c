# SPDX-License-Identifier: GPL-2.0-or-later
"""The public workbook: made of nothing, without a name of a person or a moment of its own."""

from __future__ import annotations

import io
from datetime import datetime
from functools import partial
from pathlib import Path

from ...core.basisset.values import LONGEST_CELL, NOT_IN_XML
from ...core.confidential.public import ABOUT, PLANS, SUM, WHOLE, Version
from ...core.confidential.sheets import HEADER_ROWS, sheets
from ...core.delivering.sheets import Cells
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ..delivering import workbook_rows
from ..workbook.openpyxl_alone import Alignment, Cell, Font, Workbook, Worksheet

_OF_SUM = (60, 32, 12)
_WIDTHS = {ABOUT: (24, 100), PLANS: (40,), SUM: _OF_SUM, WHOLE: _OF_SUM}
_FREEZE = {PLANS: f"B{HEADER_ROWS + 1}", SUM: "A2", WHOLE: "A2"}


def write_workbook(path: Path, version: Version, feedback: Feedback) -> None:
    """Write the sheets.

    :raises LmvwError: when a name cannot stand in a workbook.
    """
    moment = datetime(version.peildatum.year, version.peildatum.date.month, 1)  # of what it says, not of the computer that wrote it
    book = Workbook()
    book.remove(book.active)
    book.properties.creator, book.properties.lastModifiedBy = "LMVW Woningbouwplannen", None
    book.properties.created = book.properties.modified = moment
    made = []
    for title, cells in sheets(version).items():
        sheet = book.create_sheet(title)
        for number, width in enumerate(_WIDTHS[title]):
            sheet.column_dimensions["ABC"[number]].width = width
        sheet.freeze_panes = _FREEZE.get(title)
        header = {PLANS: HEADER_ROWS, SUM: 1, WHOLE: 1}.get(title, 0)
        style = partial(_style_of, _style(sheet, True), _style(sheet, False), header, title == ABOUT)
        made.append(workbook_rows.Styled(cells, _require_writable, style, lambda *_: None, header))
    buffer = io.BytesIO()
    book.save(buffer)
    workbook_rows.fill(path, buffer.getvalue(), made, moment, feedback)


def verify_workbook(path: Path, version: Version, feedback: Feedback) -> None:
    """Read every cell back and compare it with what was meant.

    :raises LmvwError: naming the first row that differs.
    """
    workbook_rows.verify(path, list(sheets(version).items()), feedback)


def _style(sheet: Worksheet, bold: bool) -> int:
    """The number of a style in the workbook."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(name="Calibri", size=10, bold=bold)
    cell.alignment = Alignment(vertical="top", wrap_text=True)
    return int(cell.style_id)


def _style_of(bold: int, plain: int, header: int, about: bool, row: int, column: int, _: object) -> int:
    """Headings are bold: the first rows, or the first column of what is said."""
    return bold if row <= header or (about and not column) else plain


def _require_writable(text: str, row: Cells) -> None:
    """A text of a public plan fits into a cell.

    :raises LmvwError: when it is too long or has a character that Excel cannot hold.
    """
    if len(text) > LONGEST_CELL or NOT_IN_XML.search(text):
        raise LmvwError(
            tr("De naam van het openbare plan ‘{name}’ is te lang voor Excel of heeft een stuurteken; verbeter de plannaam.").format(
                name=NOT_IN_XML.sub("�", text)[:40]
            )
        )
