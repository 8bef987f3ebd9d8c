# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of sheet Plannen of an invulblad as plans; what in them is no answer is noted with its cell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list
from ...core.basisset.peildatum import Peildatum
from ...core.basisset.values import MOST_NAMED, as_text, read_value
from ...core.delivering.sheets import CHECKS, DEFINITIES, PLACE, PLANNEN
from ...core.filling.answers import Came, NoAnswer
from ...core.filling.sheets import ASKED, KEYS, LOCKED
from ...core.i18n import is_dutch, tr
from ...core.names.rules import first_few
from ..workbook.cells import cell_name
from ..workbook.reader import Row, Table
from ..workbook.remarks import as_text as stored_text

ID = "plan_id"


class Rows:
    """What a sheet says of each plan, in the order of its rows.

    :param peildatum: tells which years the columns of the phasing are of.
    """

    def __init__(self, table: Table, peildatum: Peildatum) -> None:
        self._table, self._peildatum = table, peildatum
        self._index: dict[str, int] = {}
        for index, label in enumerate(table.columns):
            self._index.setdefault(_squeezed(label), index)
        self._columns = {field.name: field.column_at(peildatum) for field in (*b.COLUMNS, *LOCKED)}
        self.unread: list[NoAnswer] = []
        self.passed = [*self._headings()]
        self.plans: dict[str, dict[str, object]] = {}
        self.rows: dict[str, int] = {}
        self.keys: dict[str, dict[str, str]] = {}
        self._again: list[tuple[int, str, dict[str, object]]] = []
        for row in table.rows:
            self._take(row)

    def came(self, file: str, mark: str, passed: list[str]) -> Came:
        """All of it, with what was passed over elsewhere in the workbook."""
        twice = frozenset(plan_id for _, plan_id, _ in self._again)
        others = [
            Came(file, mark, {plan_id: values}, row=number, twice=twice, rows={plan_id: number}) for number, plan_id, values in self._again
        ]
        return Came(file, mark, self.plans, self.unread, others, None, twice, [*passed, *self.passed], self.rows, self.keys)

    def _take(self, row: Row) -> None:
        plan_id = as_text(self._raw(row, ID) or "").strip()
        if not plan_id:
            self._without_id(row)
            return
        values: dict[str, object] = {name: as_text(self._raw(row, name) or "") for name in KEYS if self._has(name)}
        values |= dict(self._answers(row, plan_id))
        self.unread += self._locked(row, plan_id)
        if self.plans.setdefault(plan_id, values) != values:
            self._again.append((row.number, plan_id, values))
        self.rows.setdefault(plan_id, row.number)
        self.keys.setdefault(plan_id, {name: self._cell(row, name) for name in KEYS if self._has(name)})

    def _answers(self, row: Row, plan_id: str) -> Iterator[tuple[str, object]]:
        for field in ASKED:
            if not self._has(field.name):
                continue
            raw = self._raw(row, field.name)
            seen, problem = self._no_value(row, field, raw)
            if problem:
                self._note(row, plan_id, field, seen, problem)
                continue
            reading = read_value(field, _written(field, raw))
            if reading.problem:
                self._note(row, plan_id, field, _shown(raw), reading.problem + _where_allowed(field))
            if not reading.problem or reading.value is not None:
                yield field.name, reading.value

    def _no_value(self, row: Row, field: b.Field, raw: object) -> tuple[str, str]:
        """What a person sees in a cell that holds something else than it shows, or nothing that can be read; and why."""
        here = row.number, self._table.columns[self._index[self._columns[field.name]]]
        if here in self._table.worthless:
            _, text = self._table.worthless[here]
            if text:
                return text, tr("is een foutwaarde; verbeter de formule of typ het antwoord zelf")
            return tr("formule"), tr(
                "heeft nog geen uitkomst; open het bestand in Excel, sla het op en lees het opnieuw in, of typ het antwoord zelf"
            )
        if here in self._table.shown:
            again = tr("kies voor de cel de opmaak Standaard en typ het getal opnieuw")
            if field.kind is not b.Kind.COUNT:
                again = tr("kies voor de cel de opmaak Tekst en typ het antwoord opnieuw")
            words = tr("is wat de cel laat zien, maar opgeslagen is {stored}; {again}").format(stored=_shown(raw), again=again)
            return self._table.shown[here], words
        return "", ""

    def _locked(self, row: Row, plan_id: str) -> Iterator[NoAnswer]:
        """Answers to what the municipality answers once."""
        for field in LOCKED:
            raw = self._raw(row, field.name)
            if as_text(raw or "").strip():
                why = tr("hoort hier niet: deze kolom is grijs en beveiligd, want de gemeente kiest dit één keer voor de hele levering, bij ‘Levering "
                         "maken’; laat de cel leeg")  # fmt: skip
                yield NoAnswer(plan_id, self._cell(row, field.name), field.title_at(self._peildatum), _shown(raw), why)

    def _note(self, row: Row, plan_id: str, field: b.Field, seen: str, problem: str) -> None:
        self.unread.append(NoAnswer(plan_id, self._cell(row, field.name), field.title_at(self._peildatum), seen, problem))

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

    # -- headings ------------------------------------------------------------------------------------------------------

    def _headings(self) -> Iterator[str]:
        table = self._table
        lost = [field for field in b.COLUMNS if field.name != ID and not self._has(field.name)]
        if lost:
            named = [f"‘{field.title_at(self._peildatum)}’ ({self._columns[field.name]})" for field in lost]
            said = tr(
                "blad {sheet}, rij {row}: de kop is leeg of gewijzigd, daarom niet gelezen: {fields}. Zet de kop terug en lees het blad opnieuw in."
            )
            yield said.format(sheet=PLANNEN, row=table.header_row, fields=first_few(named))
        strange = [(row, number, value) for row, number, value in self._strange(lost) if as_text(value).strip()]
        beside = [f"{cell_name(row, number)} (‘{_shown(value)}’)" for row, number, value in sorted((*strange, *table.beyond), key=_at)]
        if beside:
            said = tr("blad {sheet}: niet gelezen is wat in cel {cells} staat, want boven die kolom staat geen kop van het invulblad. Zet het antwoord in de "
                      "kolom van het veld, en een opmerking bij Toelichting.")  # fmt: skip
            yield said.format(sheet=PLANNEN, cells=first_few(beside))

    def _strange(self, lost: Sequence[b.Field]) -> Iterator[tuple[int, int, object]]:
        """Row, column and value of what stands in columns that were not sent; those that lost their heading are told by it."""
        table, ours = self._table, {*self._columns.values(), *CHECKS}
        moved = table.numbers[self._index[ID]] - 1 - PLACE[ID] if ID in self._index else 0
        places = {PLACE[field.name] + 1 + moved for field in lost}
        for index, (label, number) in enumerate(zip(table.columns, table.numbers, strict=True)):
            if _squeezed(label) not in ours and number not in places:
                yield from ((row.number, number, row.values[index]) for row in table.rows if row.values[index] is not None)

    # -- cells ---------------------------------------------------------------------------------------------------------

    def _has(self, name: str) -> bool:
        return self._columns[name] in self._index

    def _raw(self, row: Row, name: str) -> object:
        return row.values[self._index[self._columns[name]]] if self._has(name) else None

    def _cell(self, row: Row, name: str) -> str:
        return cell_name(row.number, self._table.numbers[self._index[self._columns[name]]])


def _squeezed(label: str) -> str:
    return " ".join(label.split()).casefold()


def _at(cell: tuple[int, int, object]) -> tuple[int, int]:
    return cell[:2]


def _written(field: b.Field, raw: object) -> object:
    """A text without the white space around it, which nobody sees; a day, or true and false, as it is seen."""
    if field.kind is not b.Kind.TEXT:
        return raw
    if isinstance(raw, bool) or (isinstance(raw, date) and field.name != "plannummer"):
        return _shown(raw)
    return raw.strip() if isinstance(raw, str) else raw


def _shown(raw: object) -> str:
    """A value as the spreadsheet shows it."""
    if isinstance(raw, datetime):
        return f"{raw:%d-%m-%Y %H:%M}"
    if isinstance(raw, date):
        return f"{raw:%d-%m-%Y}"
    text = stored_text(raw)
    return text.replace(".", ",") if isinstance(raw, float) and is_dutch() else text


def _where_allowed(field: b.Field) -> str:
    """Where a list stands that is too long for a sentence."""
    codes: Mapping[str, object] = code_list(field.codes) if field.codes else {}
    return tr("; de codes staan op blad {sheet}").format(sheet=DEFINITIES) if len(codes) > MOST_NAMED else ""
