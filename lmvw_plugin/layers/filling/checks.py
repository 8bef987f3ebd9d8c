# SPDX-License-Identifier: GPL-2.0-or-later
"""The cells of sheet Plannen of an invulblad that only count: what was typed over their formulas, and outcomes that are not of their row."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ...core.basisset import fields as b
from ...core.delivering.sheets import CHECKS, FIELDS, PLANNEN, checks_of, titles_at
from ...core.filling.answers import NoAnswer
from ...core.i18n import first_few, in_dutch, later, tr
from ..workbook.cells import Cells, cell_name
from ..workbook.table import Row, Table
from .heads import Heads
from .seen import shown

_TOTALS = later("Totaal van de rijen in beeld")


class Checks:
    """Judges the cells that were sent with a formula. A formula is judged by what it says: programs write one formula in many ways.

    :param cells: of the whole sheet: the totals stand above the table.
    """

    def __init__(self, table: Table, cells: Cells, heads: Heads) -> None:
        self._table, self._cells, self._heads = table, cells, heads
        self._formulas = cells.formulas
        self._checks = {check: heads.index[check] for check in CHECKS if check in heads.index}
        self._titles = titles_at(heads.peildatum)
        self._unsaid = {number for number, label in table.worthless if label not in CHECKS}  # rows with an amount that is an error

    def of_row(self, row: Row, plan_id: str) -> Iterator[NoAnswer]:
        """What stands in the row of a plan and is not what its formulas say."""
        counted = self._counted(row)
        for check, index in self._checks.items():
            here, label = (row.number, self._table.numbers[index]), self._table.columns[index]
            error = self._table.worthless.get((row.number, label), ("", None))[1]
            value = "" if row.values[index] is None else row.values[index]
            if error == "" or (here not in self._formulas and not error and value == ""):
                continue  # never calculated, or emptied: it says nothing
            about = tr("staat waar een formule stond")
            if here in self._formulas:
                if not counted or (not error and value == counted[check]):
                    continue
                about = tr("is de uitkomst van een formule")
            contradicts = bool(counted) and (bool(error) or value != counted[check])
            if contradicts:
                result = shown(counted[check]) or tr("leeg")
                about += tr(", terwijl de aantallen in deze rij ‘{result}’ geven").format(result=result)
            seen = error or shown(value) or tr("leeg")
            yield NoAnswer(plan_id, cell_name(*here), self._titles[check], seen, self._remedy(check), about, common=not contradicts)

    def totals(self) -> Iterator[str]:
        """What was typed over the totals above the table."""
        counting = [name for name in self._heads.columns if b.BY_NAME[name].kind is b.Kind.COUNT and self._heads.has(name)]
        indexes = [self._heads.index[self._heads.columns[name]] for name in counting]
        indexes += [index for check, index in self._checks.items() if check == CHECKS[0]]
        numbers = sorted(self._table.numbers[index] for index in indexes)
        for number in range(1, self._table.header_row):
            row = self._cells.rows.get(number, {})
            if _TOTALS not in row.values() and not any((number, column) in self._formulas for column in numbers):
                continue
            typed = [cell_name(number, column) for column in numbers if column in row and (number, column) not in self._formulas]
            if typed:
                said = tr("blad {sheet}: in cel {cells} is iets getypt waar de formule van een totaal stond. Dat is niet overgenomen; vul de aantallen per "
                          "plan in.")  # fmt: skip
                yield said.format(sheet=PLANNEN, cells=first_few(typed))

    def _counted(self, row: Row) -> dict[str, object]:
        """What the checks say of the amounts as they stand in the row, as a spreadsheet reads them; empty where that cannot be said."""
        values: list[object] = []
        for field in FIELDS:
            cell = self._heads.raw(row, field.name) if field.kind is b.Kind.COUNT else None
            raw = int(cell) if isinstance(cell, float) and cell.is_integer() else cell
            if isinstance(raw, (float, date)) or (field.kind is b.Kind.COUNT and not self._heads.has(field.name)):
                return {}
            values.append(None if isinstance(raw, (str, bool)) else raw)  # a spreadsheet adds no texts
        with in_dutch():  # as the sheet was sent
            return {} if row.number in self._unsaid else dict(zip(CHECKS, checks_of(values), strict=True))

    def _remedy(self, check: str) -> str:
        totals = dict(zip(CHECKS[1:], b.SUMS, strict=False))
        bruto, sloop = (b.BY_NAME[name].title_at(self._heads.peildatum) for name in ("bruto_totaal", "sloop_totaal"))
        if check == CHECKS[0]:
            return tr("deze kolom telt alleen, vul ‘{bruto}’ en ‘{sloop}’ in").format(bruto=bruto, sloop=sloop)
        if check in totals:
            total = b.BY_NAME[totals[check].total].title_at(self._heads.peildatum)
            return tr("deze kolom telt alleen, vul ‘{total}’ en de verdeling ervan in").format(total=total)
        return tr("deze kolom telt alleen, vul de aantallen in")
