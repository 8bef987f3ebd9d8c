# SPDX-License-Identifier: GPL-2.0-or-later
"""An invulblad as a workbook: written with locks and lists, and read back."""

from __future__ import annotations

from pathlib import Path

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import as_text, read_value
from ...core.delivering.delivery import Delivery
from ...core.delivering.sheets import PLACE, PLANNEN, UITLEG
from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.filling.answers import Came
from ...core.filling.sheets import ASKED, MARK, fill_sheets
from ...core.i18n import day_of, in_dutch, later, tr
from ..delivering.workbook import verify_workbook, write_workbook
from ..files import written_beside
from ..planfile.store import PlanFileInfo
from ..workbook.reader import opened, table_of


@in_dutch()
def write(path: Path, plans: Delivery, leader: str, mark: str, until: str) -> None:
    """Write the invulblad of one projectleider and read it back.

    :raises LmvwError: when it cannot be written.
    """
    content = fill_sheets(plans, leader, mark, until)
    with written_beside(path) as target:
        write_workbook(target, content, PLACE["plannaam"], answers=frozenset(field.name for field in ASKED))
        verify_workbook(target, content)


def read(path: Path, info: PlanFileInfo, feedback: Feedback | None = None) -> Came:
    """Read an invulblad that came back.

    :param info: of the plan file that it is read into.
    :raises LmvwError: when it is no invulblad, not readable, or of another municipality or peildatum.
    """
    peildatum = info.peildatum
    with opened(path, feedback) as (book, remarks):
        about = next((sheet for sheet in book.sheets if sheet.name == UITLEG), None)
        told: dict[object, str] = {}
        for _, line in sorted(book.cells(about).rows.items()) if about is not None else ():
            told.setdefault(line.get(1), as_text(line.get(2) or ""))  # the first: below stand the plans, which may be called anything
        mark = told.get(MARK, "")
        if not mark or PLANNEN not in [sheet.name for sheet in book.sheets]:
            raise LmvwError(
                tr("‘{name}’ is geen invulblad: het kenmerk op blad Uitleg of blad Plannen ontbreekt; kies een bestand dat "
                   "‘Invulbladen maken’ maakte.").format(name=path.name)
            )  # fmt: skip
        for label, ours in ((later("Gemeente"), info.gemeente.name), (later("Peildatum"), str(peildatum))):
            if told.get(label, ours) != ours:
                said = tr("Invulblad ‘{name}’ is van {label} {theirs} en dit planbestand van {ours}; lees het in bij het planbestand waar het "
                          "uit kwam.")  # fmt: skip
                raise LmvwError(said.format(name=path.name, label=tr(label).lower(), theirs=day_of(told[label]), ours=day_of(ours)))
        table = table_of(path, book, remarks, PLANNEN, "plannaam", feedback)
    plans: dict[str, dict[str, object]] = {}
    unread: list[str] = []
    others: list[tuple[int, dict[str, dict[str, object]]]] = []
    for row in table.rows:
        raw = dict(zip(table.columns, row.values, strict=False))
        plan_id, name = as_text(raw.get("plan_id") or ""), as_text(raw.get("plannaam") or "")
        if not plan_id:
            unread.append(
                tr("Rij {row} (‘{plan}’) heeft geen eigen planbestand-ID en is niet overgenomen.").format(row=row.number, plan=name)
            )
            continue
        values: dict[str, object] = {"plannaam": name}
        for field in ASKED:
            column = field.column_at(peildatum)
            if column not in raw:
                continue
            if (row.number, column) in table.worthless:
                unread.append(_worthless(name, field, peildatum, *table.worthless[row.number, column]))
                continue
            reading = read_value(field, raw[column])
            if reading.problem:
                unread.append(_unread(name, field, peildatum, raw[column], reading.problem))
            if not reading.problem or reading.value is not None:
                values[field.name] = reading.value
        if plans.setdefault(plan_id, values) != values:
            others.append((row.number, {plan_id: values}))
    twice = frozenset(plan_id for _, again in others for plan_id in again)
    return Came(path.name, mark, plans, unread, [Came(path.name, mark, again, row=row, twice=twice) for row, again in others], twice=twice)


def _worthless(name: str, field: b.Field, peildatum: Peildatum, cell: str, value: str) -> str:
    problem = tr("is een foutwaarde (cel {cell})") if value else tr("heeft geen uitkomst (cel {cell})")
    return _unread(name, field, peildatum, value or tr("formule"), problem.format(cell=cell))


def _unread(name: str, field: b.Field, peildatum: Peildatum, raw: object, problem: str) -> str:
    said = tr("Plan ‘{plan}’, {field}: ‘{value}’ {problem}; dit antwoord is niet overgenomen.")
    return said.format(plan=name, field=field.title_at(peildatum), value=raw, problem=problem)
