# SPDX-License-Identifier: GPL-2.0-or-later
"""An invulblad as a workbook: written with locks and lists, and read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ...core.basisset.values import as_text
from ...core.delivering.delivery import Delivery
from ...core.delivering.sheets import DEFINITIES, PLACE, PLANNEN, UITLEG
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.filling.answers import Came
from ...core.filling.sheets import ASKED, MARK, fill_sheets
from ...core.i18n import day_of, in_dutch, later, tr
from ...core.names.rules import first_few
from ..delivering.workbook import verify_workbook, write_workbook
from ..files import written_beside
from ..planfile.store import PlanFileInfo
from ..workbook.cells import cell_name
from ..workbook.reader import Book, NoTable, opened, table_of
from .notes import has_notes, struck_through
from .rows import ID, Rows

_COLUMNS = 2  # of sheet Uitleg


@in_dutch()
def write(path: Path, plans: Delivery, leader: str, mark: str, until: str) -> None:
    """Write the invulblad of one projectleider and read it back.

    :raises LmvwError: when it cannot be written.
    """
    content = fill_sheets(plans, leader, mark, until)
    with written_beside(path) as target:
        write_workbook(target, content, PLACE["plannaam"], answers=frozenset(one.name for one in ASKED))
        verify_workbook(target, content)


def read(path: Path, info: PlanFileInfo, feedback: Feedback | None = None) -> Came:
    """Read an invulblad that came back.

    :param info: of the plan file that it is read into.
    :raises LmvwError: when it is no invulblad, not readable, or of another municipality or peildatum.
    """
    if path.suffix.casefold() == ".csv":
        raise LmvwError(
            tr("‘{name}’ is een CSV-bestand en heeft geen blad Uitleg met het kenmerk; vraag de projectleider om het invulblad zelf, "
               "als .xlsx of .ods.").format(name=path.name)
        )  # fmt: skip
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
        passed = [*about.passed, *_other_sheets(book, feedback)]
    if has_notes(path):
        passed.append(tr("bij cellen staan notities; die zijn niet gelezen. Bekijk ze in het bestand zelf."))
    struck = struck_through(path, next(sheet.part for sheet in book.sheets if sheet.name == PLANNEN))
    if struck:
        said = tr("blad {sheet}: in cel {cells} is tekst doorgehaald; ook wat doorgehaald is, is gelezen. Kijk of dat de bedoeling is.")
        passed.append(said.format(sheet=PLANNEN, cells=first_few(struck)))
    return Rows(table, info.peildatum).came(path.name, mark, passed)


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
        for row, line in sorted(book.cells(sheet).rows.items()):
            uitleg.told.setdefault(
                line.get(1), as_text(line.get(2) or "")
            )  # the first: below stand the plans, which may be called anything
            beside += [cell_name(row, column) for column, value in sorted(line.items()) if column > _COLUMNS and as_text(value).strip()]
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
