# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of sheet Plannen of an invulblad as plans; what in them is no answer is noted with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list
from ...core.basisset.values import MOST_NAMED, as_text, read_value
from ...core.delivering.sheets import CHECKS, DEFINITIES, PLANNEN
from ...core.filling.answers import Came, NoAnswer
from ...core.filling.sheets import ASKED, KEYS, LOCKED
from ...core.i18n import joined, tr
from ..workbook.cells import Cells, cell_name, span
from ..workbook.table import Row, Table
from .checks import Checks
from .heads import ID, Heads
from .seen import shown


class Rows:
    """What a sheet says of each plan, in the order of its rows.

    :param cells: of the whole sheet, also above the table.
    """

    def __init__(self, table: Table, cells: Cells, heads: Heads) -> None:
        self._table, self._heads, self._peildatum = table, heads, heads.peildatum
        self._checks = Checks(table, cells, heads)
        self._merged = dict(self._merged_cells(cells))
        self.unread: list[NoAnswer] = []
        self.passed = [*heads.told, *self._checks.totals(), *self._merging()]
        self.plans: dict[str, dict[str, object]] = {}
        self.rows: dict[str, int] = {}
        self.cells: dict[str, dict[str, str]] = {}
        self._again: list[tuple[Row, str, dict[str, object]]] = []
        for row in table.rows:
            self._take(row)

    def came(self, about: Came) -> Came:
        """All of it, with what is known of the workbook as a whole."""
        twice = frozenset(plan_id for _, plan_id, _ in self._again)
        whole = replace(about, twice=twice, heads=self._heads.swapped, merged=self._merged)
        others = [
            replace(
                whole, plans={plan_id: values}, row=row.number, rows={plan_id: row.number}, cells={plan_id: self._cells(row)}, passed=()
            )
            for row, plan_id, values in self._again
        ]
        passed = [*about.passed, *self.passed]
        return replace(whole, plans=self.plans, unread=self.unread, others=others, passed=passed, rows=self.rows, cells=self.cells)

    def _take(self, row: Row) -> None:
        plan_id = as_text(self._raw(row, ID) or "").strip()
        if not plan_id:
            self._without_id(row)
            return
        values: dict[str, object] = {name: as_text(self._raw(row, name) or "") for name in KEYS if self._has(name)}
        values |= dict(self._answers(row, plan_id))
        self.unread += self._locked(row, plan_id)
        self.unread += self._checks.of_row(row, plan_id)
        if self.plans.setdefault(plan_id, values) != values:
            self._again.append((row, plan_id, values))
        self.rows.setdefault(plan_id, row.number)
        self.cells.setdefault(plan_id, self._cells(row))

    def _answers(self, row: Row, plan_id: str) -> Iterator[tuple[str, object]]:
        for field in ASKED:
            if not self._has(field.name):
                continue
            raw = self._raw(row, field.name)
            seen, about, problem = self._no_value(row, field, raw)
            if problem:
                self._note(row, plan_id, field, seen, problem, about)
                continue
            reading = read_value(field, _written(field, raw))
            if reading.problem:
                self._note(row, plan_id, field, shown(raw), reading.problem + _where_allowed(field))
            if not reading.problem or reading.value is not None:
                yield field.name, reading.value

    def _no_value(self, row: Row, field: b.Field, raw: object) -> tuple[str, str, str]:
        """What a person sees in a cell that holds something else than it shows, or nothing that can be read; what of it alone, and why."""
        here = row.number, self._table.columns[self._heads.index[self._heads.columns[field.name]]]
        if here in self._table.worthless:
            _, text = self._table.worthless[here]
            if text:
                return text, "", tr("is een foutwaarde; verbeter de formule of typ het antwoord zelf")
            why = tr("heeft nog geen uitkomst; open het bestand in Excel, sla het op en lees het opnieuw in, of typ het antwoord zelf")
            return tr("formule"), "", why
        if here in self._table.shown:
            again = tr("kies voor de cel de opmaak Standaard en typ het getal opnieuw")
            if field.kind is not b.Kind.COUNT:
                again = tr("kies voor de cel de opmaak Tekst en typ het antwoord opnieuw")
            return self._table.shown[here], tr("is wat de cel laat zien, maar opgeslagen is {stored}").format(stored=shown(raw)), again
        return "", "", ""

    def _locked(self, row: Row, plan_id: str) -> Iterator[NoAnswer]:
        """Answers to what the municipality answers once."""
        for field in LOCKED:
            raw = self._raw(row, field.name)
            if as_text(raw or "").strip():
                why = tr("hoort hier niet: deze kolom is grijs en beveiligd, want de gemeente kiest dit één keer voor de hele levering, bij ‘Levering "
                         "maken’; laat de cel leeg")  # fmt: skip
                yield NoAnswer(plan_id, self._cell(row, field.name), field.title_at(self._peildatum), shown(raw), why)

    def _note(self, row: Row, plan_id: str, field: b.Field, seen: str, problem: str, about: str = "") -> None:
        title = field.title_at(self._peildatum)
        self.unread.append(NoAnswer(plan_id, self._cell(row, field.name), title, seen, problem, about, common=bool(about)))

    def _without_id(self, row: Row) -> None:
        named = as_text(self._raw(row, "plannaam") or "")
        typed = [
            as_text(value)
            for label, value in zip(self._table.columns, row.values, strict=True)
            if label not in CHECKS and value is not None
        ]
        if named or typed:
            said = tr(
                "blad {sheet}, rij {row} (‘{plan}’) heeft geen planbestand-ID en is niet overgenomen. Teken een nieuw plan eerst in het planbestand."
            )
            self.passed.append(said.format(sheet=PLANNEN, row=row.number, plan=named or typed[0]))

    def _merged_cells(self, cells: Cells) -> Iterator[tuple[str, str]]:
        """Each cell of the table that was merged with others, and the range."""
        rows = {row.number for row in self._table.rows}
        columns = {self._table.numbers[self._heads.index[self._heads.columns[field.name]]] for field in ASKED if self._has(field.name)}
        for reference in cells.merged:
            top, left, bottom, right = span(reference) or (1, 1, 0, 0)
            for row in range(max(top, min(rows, default=1)), min(bottom, max(rows, default=0)) + 1):
                yield from ((cell_name(row, column), reference) for column in columns if row in rows and left <= column <= right)

    def _merging(self) -> Iterator[str]:
        references = list(dict.fromkeys(self._merged.values()))
        if references:
            said = tr(
                "blad {sheet}: samengevoegde cellen: {cells}. Een samengevoegde cel heeft maar één antwoord; de antwoorden daaruit wachten op uw keuze."
            )
            yield said.format(sheet=PLANNEN, cells=joined(references))

    # -- cells ---------------------------------------------------------------------------------------------------------

    def _has(self, name: str) -> bool:
        return self._heads.has(name)

    def _raw(self, row: Row, name: str) -> object:
        return self._heads.raw(row, name)

    def _cell(self, row: Row, name: str) -> str:
        return cell_name(row.number, self._table.numbers[self._heads.index[self._heads.columns[name]]])

    def _cells(self, row: Row) -> dict[str, str]:
        return {field.name: self._cell(row, field.name) for field in b.COLUMNS if field.name != ID and self._has(field.name)}


def _written(field: b.Field, raw: object) -> object:
    """A text without the white space around it, which nobody sees; a day, or true and false, as it is seen."""
    if field.kind is not b.Kind.TEXT:
        return raw
    if isinstance(raw, bool) or (isinstance(raw, date) and field.name != "plannummer"):
        return shown(raw)
    return raw.strip() if isinstance(raw, str) else raw


def _where_allowed(field: b.Field) -> str:
    """Where a list stands that is too long for a sentence."""
    codes: Mapping[str, object] = code_list(field.codes) if field.codes else {}
    return tr("; de codes staan op blad {sheet}").format(sheet=DEFINITIES) if len(codes) > MOST_NAMED else ""
