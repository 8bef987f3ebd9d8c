# SPDX-License-Identifier: GPL-2.0-or-later
"""What the reader of a worksheet saw and could not take as it was, in sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...core.i18n import first_few, tr
from .cells import Cells, cell_name, span
from .shown import has_zeros, says_else


@dataclass(frozen=True)
class Header:
    """Where the header is: ``columns`` maps column number to column name."""

    row: int
    columns: dict[int, str]
    name: int | None  # number of the name column
    rank: tuple[int, int, int]  # lower is surer


def name_text(value: object) -> str:
    """A stored value as the text of a name."""
    if isinstance(value, bool):
        return "WAAR" if value else "ONWAAR"  # what Excel shows
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def summary(noted: Sequence[str]) -> Iterator[str]:
    """Names that are no text."""
    if noted:
        yield tr("In de naamkolom staat geen tekst: {cells}; zo is de naam gelezen, maar wat er getypt is, is niet meer te zien.").format(
            cells=first_few(noted)
        )


def twice(columns: Mapping[int, str]) -> Iterator[str]:
    """Columns with one name."""
    names = [f"‘{label}’" for label, count in Counter(columns.values()).items() if count > 1]
    if names:
        yield tr("Kolommen met dezelfde naam: {columns}; de tweede krijgt ‘(2)’ achter zijn naam.").format(columns=first_few(names))


def beyond(cells: Sequence[str]) -> Iterator[str]:
    """Values without a column name."""
    if cells:
        yield tr(
            "Rechts van de laatste kolomkop staan nog waarden (cel {cells}); die zijn niet gelezen. Geef die kolommen een naam."
        ).format(cells=first_few(cells))


def shown_otherwise(cells: Cells, header: Header) -> Iterator[str]:
    """Names and numbers that a format of the spreadsheet makes: what is seen there is not what is stored."""
    shown = [
        tr("cel {cell} toont ‘{shown}’, gelezen is {value}").format(cell=cell_name(row, column), shown=text, value=name_text(value))
        for (row, column), text in sorted(cells.shown.items())
        if row > header.row and isinstance(value := cells.rows.get(row, {}).get(column), (int, float))
        and (column == header.name or has_zeros(text) or says_else(text, value))
    ]  # fmt: skip
    if shown:
        yield tr("De celopmaak toont iets anders dan er staat: {cells}. Typ wat u ziet als tekst, als dat de bedoeling is.").format(
            cells=first_few(shown)
        )


def seen(cells: Cells, header: Header, numbers: Collection[int]) -> Iterator[str]:
    """Remarks on what stands below the header, in the order of a planner's worry. ``numbers``: of the rows that were read."""
    below = [(row, column) for row, column in cells.without_value if row > header.row]
    if below:
        yield tr("Formule zonder berekende waarde in cel {cells}; open het bestand in Excel en sla het op.").format(
            cells=first_few([cell_name(*cell) for cell in below])
        )
    errors = [f"{cell_name(row, column)} ({value[:40]})" for row, column, value in cells.errors if row > header.row]
    if errors:
        yield tr("Foutwaarde of onleesbare waarde in cel {cells}; die cellen zijn als leeg gelezen.").format(cells=first_few(errors))
    hidden = [str(row) for row in cells.hidden_rows if row in numbers]
    if hidden:
        why = tr(" door een filter") if cells.filtered else ""
        yield tr("Verborgen rijen{why} zijn meegelezen: rij {rows}.").format(why=why, rows=first_few(hidden))
    if header.name is not None:
        for reference in cells.merged[:10_000]:
            merged = span(reference)
            if merged and merged[1] <= header.name <= merged[3] and merged[0] > header.row and merged[2] > merged[0]:
                yield tr("Cellen {cells} zijn samengevoegd; alleen de bovenste rij heeft daardoor een naam.").format(cells=reference)
                break
