# SPDX-License-Identifier: GPL-2.0-or-later
"""An invulblad as a workbook: written with locks and lists, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...core.basisset.values import as_text
from ...core.delivering.delivery import Delivery
from ...core.delivering.sheets import DEFINITIES, INDEX, PLANNEN, UITLEG
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.filling.answers import Came
from ...core.filling.sheets import ASKED, LEADER, MARK, fill_sheets
from ...core.i18n import day_of, first_few, in_dutch, later, tr
from ..delivering.workbook import verify_workbook, write_workbook
from ..files import written_beside
from ..planfile.store import PlanFileInfo
from ..workbook.cells import cell_name
from ..workbook.reader import Book, NoTable, opened, table_of
from .heads import ID, Heads
from .notes import has_notes, struck_through
from .rows import Rows

READ, REFUSED = (".xlsx", ".xlsm", ".ods"), (".xls", ".xlsb", ".csv")  # the latter are refused, with what to do
_COLUMNS = 2  # of sheet Uitleg


@in_dutch()
def write(path: Path, plans: Delivery, leader: str, mark: str, until: str, confidential: bool = False) -> None:
    """Write the invulblad of one projectleider and read it back.

    :param confidential: among the plans are confidential ones.
    :raises LmvwError: when it cannot be written.
    """
    content = fill_sheets(plans, leader, mark, until, confidential)
    with written_beside(path) as target:
        write_workbook(target, content, INDEX["plannaam"], answers=frozenset(field.name for field in ASKED), confidential=confidential)
        verify_workbook(target, content)


def read(path: Path, info: PlanFileInfo, feedback: Feedback | None = None) -> Came:
    """Read an invulblad that came back.

    :param info: of the plan file that it is read into.
    :raises LmvwError: when it is no invulblad, not readable, or of another municipality or peildatum.
    """
    _require_kind(path)
    with opened(path, feedback) as (book, remarks):
        about = _uitleg(book)
        mark = about.told.get(MARK, "")
        if not mark or PLANNEN not in [sheet.name for sheet in book.sheets]:
            raise LmvwError(
                tr("‘{name}’ is geen invulblad: het kenmerk op blad Uitleg of blad Plannen ontbreekt; kies een bestand dat "
                   "‘Invulbladen maken’ maakte.").format(name=path.name)
            )  # fmt: skip
        for label, ours in ((later("Gemeente"), info.gemeente.name), (later("Peildatum"), str(info.peildatum))):
            if about.told.get(label, ours) != ours:
                said = tr("Invulblad ‘{name}’ is van {label} {theirs} en dit planbestand van {ours}; lees het in bij het planbestand waar het "
                          "uit kwam.")  # fmt: skip
                raise LmvwError(said.format(name=path.name, label=tr(label).lower(), theirs=day_of(about.told[label]), ours=day_of(ours)))
        try:
            table = table_of(path, book, remarks, PLANNEN, ID, feedback)
        except NoTable as error:
            said = tr("Invulblad ‘{name}’ heeft op blad {sheet} geen kolomkop ‘{column}’, die zegt welk plan waar staat. Zet die kop terug en lees "
                      "het bestand opnieuw in.")  # fmt: skip
            raise LmvwError(said.format(name=path.name, sheet=PLANNEN, column=ID)) from error
        cells = book.cells(next(sheet for sheet in book.sheets if sheet.name == table.sheet), feedback)
        passed = [*about.passed, *_other_sheets(book, feedback)]
    if has_notes(path):
        passed.append(tr("bij cellen staan notities; die zijn niet gelezen. Bekijk ze in het bestand zelf."))
    struck = [cell_name(*cell) for cell in cells.struck] or struck_through(path, cells.sheet.part)
    came = Came(path.name, mark, {}, passed=passed, struck=struck, leader=about.told.get(LEADER, ""))
    return Rows(table, cells, Heads(table, cells, info.peildatum)).came(came)


def _require_kind(path: Path) -> None:
    """The name is that of a workbook with sheets that can be read.

    :raises LmvwError: when it is not, with what to do.
    """
    suffix = path.suffix.casefold()
    if suffix == ".csv":
        raise LmvwError(
            tr("‘{name}’ is een CSV-bestand en heeft geen blad Uitleg met het kenmerk; vraag de projectleider om het invulblad zelf, "
               "als .xlsx of .ods.").format(name=path.name)
        )  # fmt: skip
    if suffix in REFUSED:
        raise LmvwError(
            tr("‘{name}’ is opgeslagen als {suffix} en kan niet gelezen worden. Open het in Excel of LibreOffice, sla het op als .xlsx en lees dat "
               "bestand in.").format(name=path.name, suffix=suffix)
        )  # fmt: skip
    if suffix not in READ:
        raise LmvwError(
            tr("‘{name}’ is geen Excel-bestand; kies een invulblad dat eindigt op {suffixes}.").format(
                name=path.name, suffixes=", ".join(READ)
            )
        )


@dataclass(frozen=True)
class _Uitleg:
    """What sheet Uitleg says, by the words in its first column; ``passed``: a sentence on what was typed beside it."""

    told: dict[object, str] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)


def _uitleg(book: Book) -> _Uitleg:
    uitleg, beside = _Uitleg(), []
    for sheet in book.sheets:
        if sheet.name != UITLEG:
            continue
        cells = book.cells(sheet)
        formulas, listing = cells.formulas, False
        for row, line in sorted(cells.rows.items()):
            counted = (row, _COLUMNS) in formulas
            typed = [column for column, value in sorted(line.items()) if as_text(value).strip()]
            beside += [
                cell_name(row, column) for column in [column for column in typed if column <= _COLUMNS][-1:] if listing and not counted
            ]
            beside += [cell_name(row, column) for column in typed if column > _COLUMNS]
            listing = listing or MARK in uitleg.told  # the next row is the head of the list of plans
            uitleg.told.setdefault(line.get(1), as_text(line.get(2) or ""))  # the first: a plan may be called anything
    if beside:
        said = tr("blad {sheet}: niet gelezen is wat in cel {cells} staat; antwoorden tellen alleen op blad {plans}.")
        uitleg.passed.append(said.format(sheet=UITLEG, cells=first_few(beside), plans=PLANNEN))
    return uitleg


def _other_sheets(book: Book, feedback: Feedback | None) -> Iterator[str]:
    """Sheets that were not sent and hold something."""
    for sheet in book.sheets:
        if sheet.name in (UITLEG, PLANNEN, DEFINITIES):
            continue
        try:
            empty = not book.cells(sheet, feedback).rows
        except LmvwError:
            empty = False  # it cannot be read, so that it may hold anything
        if not empty:
            said = tr("blad ‘{sheet}’ hoort niet bij het invulblad en is niet gelezen; antwoorden tellen alleen op blad {plans}.")
            yield said.format(sheet=sheet.name, plans=PLANNEN)
