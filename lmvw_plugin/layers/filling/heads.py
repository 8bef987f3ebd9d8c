# SPDX-License-Identifier: GPL-2.0-or-later
"""The columns of sheet Plannen of an invulblad, by the names that programs read, and what was changed in the heads that people read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...core.basisset import fields as b
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import as_text
from ...core.delivering.sheets import CHECKS, INDEX, PLANNEN, titles_at
from ...core.filling.sheets import LOCKED
from ...core.i18n import first_few, in_dutch, tr
from ..workbook.cells import Cells, cell_name
from ..workbook.table import Row, Table
from .seen import shown

ID = "plan_id"


class Heads:
    """Which column is of which field. ``told``: a sentence on each kind of change; ``swapped``: by field the name that a person reads above its
    column, where that is the name of another field.

    :param cells: of the whole sheet: the heads for people stand above the table.
    :param peildatum: tells which years the columns of the phasing are of.
    """

    def __init__(self, table: Table, cells: Cells, peildatum: Peildatum) -> None:
        self.peildatum = peildatum
        self._table = table
        self.index: dict[str, int] = {}
        for index, label in enumerate(table.columns):
            self.index.setdefault(_squeezed(label), index)
        self.columns = {field.name: field.column_at(peildatum) for field in (*b.COLUMNS, *LOCKED)}
        self.swapped: dict[str, str] = {}
        self.told = [*self._lost(), *self._changed(cells)]

    def has(self, name: str) -> bool:
        """The sheet has a column of this field."""
        return self.columns[name] in self.index

    def raw(self, row: Row, name: str) -> object:
        """What stands in the cell of a field, as it is stored; None when there is nothing."""
        return row.values[self.index[self.columns[name]]] if self.has(name) else None

    def _lost(self) -> Iterator[str]:
        table = self._table
        lost = [field for field in b.COLUMNS if field.name != ID and not self.has(field.name)]
        if lost:
            named = [f"‘{field.title_at(self.peildatum)}’ ({self.columns[field.name]})" for field in lost]
            said = tr(
                "blad {sheet}, rij {row}: de kop is leeg of gewijzigd, daarom niet gelezen: {fields}. Zet de kop terug en lees het blad opnieuw in."
            )
            yield said.format(sheet=PLANNEN, row=table.header_row, fields=first_few(named))
        strange = [(row, number, value) for row, number, value in self._strange(lost) if as_text(value).strip()]
        beside = [f"{cell_name(row, number)} (‘{shown(value)}’)" for row, number, value in sorted((*strange, *table.beyond), key=_at)]
        if beside:
            said = tr("blad {sheet}: niet gelezen is wat in cel {cells} staat, want boven die kolom staat geen kop van het invulblad. Zet het antwoord in de "
                      "kolom van het veld, en een opmerking bij Toelichting.")  # fmt: skip
            yield said.format(sheet=PLANNEN, cells=first_few(beside))

    def _strange(self, lost: Sequence[b.Field]) -> Iterator[tuple[int, int, object]]:
        """Row, column and value of what stands in columns that were not sent; those that lost their heading are told by it."""
        table, ours = self._table, {*self.columns.values(), *CHECKS}
        moved = table.numbers[self.index[ID]] - 1 - INDEX[ID] if ID in self.index else 0
        places = {INDEX[field.name] + 1 + moved for field in lost}
        for index, (label, number) in enumerate(zip(table.columns, table.numbers, strict=True)):
            if _squeezed(label) not in ours and number not in places:
                yield from ((row.number, number, row.values[index]) for row in table.rows if row.values[index] is not None)

    def _changed(self, cells: Cells) -> Iterator[str]:
        """Heads for people that are not as they were sent; what is under them is read by the names for programs."""
        with in_dutch():  # as the sheet was sent
            titles = titles_at(self.peildatum)
        sent = {self._table.numbers[self.index[code]]: (code, title) for code, title in titles.items() if code in self.index}
        above = [cells.rows.get(row, {}) for row in range(1, self._table.header_row)]
        same = [sum(_squeezed(as_text(row.get(number, ""))) == _squeezed(title) for number, (_, title) in sent.items()) for row in above]
        if not any(same):
            said = tr("blad {sheet}: de leesbare koppen zijn weg. Gelezen is volgens de namen in rij {row}; kijk of elk antwoord in de goede kolom "
                      "staat.")  # fmt: skip
            yield said.format(sheet=PLANNEN, row=self._table.header_row)
            return
        row = same.index(max(same)) + 1
        fields = {_squeezed(title) for title in titles.values()}
        names = {column: name for name, column in self.columns.items()}
        changed = []
        for number, (code, title) in sorted(sent.items()):
            seen = " ".join(as_text(cells.rows[row].get(number, "")).split())
            if _squeezed(seen) == _squeezed(title):
                continue
            changed.append(
                tr("in cel {cell} staat nu ‘{seen}’ en dat was ‘{title}’").format(cell=cell_name(row, number), seen=seen, title=title)
            )
            if _squeezed(seen) in fields and code in names:
                self.swapped[names[code]] = seen
        if changed:
            said = tr("blad {sheet}: de leesbare koppen zijn gewijzigd: {heads}. Gelezen is volgens de namen in rij {row}.")
            yield said.format(sheet=PLANNEN, heads=first_few(changed), row=self._table.header_row)


def _squeezed(label: str) -> str:
    return " ".join(label.split()).casefold()


def _at(cell: tuple[int, int, object]) -> tuple[int, int]:
    return cell[:2]
