# SPDX-License-Identifier: GPL-2.0-or-later
"""The row of a sheet that is the header, and the columns with plan names and what says of a plan what it is: found by how they are called."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cells import Cells, span
from .remarks import Header, name_text

# Spellings of the name column, letters and digits only, the surest first.
_SPELLINGS = (
    ("plannaam", "naamplan", "planname", "namevanhetplan", "naamvanhetplan", "naamvanplan"),
    ("projectnaam", "naamproject", "naamvanhetproject", "plantitel", "plannen", "planofprojectnaam", "naamlocatie", "locatienaam"),
    ("naam", "name", "plan", "project", "titel"),
)
_DESCRIBING = ("omschrijving", "beschrijving", "planlocatie", "locatie", "adres", "ligging", "straat", "toelichting")  # the best first
_RANK = {spelling: rank for rank, group in enumerate(_SPELLINGS) for spelling in group}
HEADER_WITHIN = 50  # rows from the top


def name_column_rank(column: str) -> int | None:
    """How sure it is that a column of this name holds plan names: 0 is surest, None is not at all."""
    return _RANK.get(re.sub(r"[\W_]+", "", column.casefold()))


def guess_name_column(columns: Sequence[str]) -> str | None:
    """The column that holds the plan names, by its spelling."""
    ranked = [(rank, index) for index, column in enumerate(columns) if (rank := name_column_rank(column)) is not None]
    return columns[min(ranked)[1]] if ranked else None


def guess_description(columns: Sequence[str], name_column: str | None) -> str | None:
    """The column that says in words what a plan is, by its spelling."""
    plain = {column: re.sub(r"[\W_]+", "", column.casefold()) for column in columns if column != name_column}
    describing = (column for word in _DESCRIBING for column, label in plain.items() if word in label)
    return next(describing, None)


def find_header(cells: Cells, wanted: str | None) -> Header | None:
    """The surest header row near the top: a known spelling of the name column, else the first row of several texts."""
    merged = _titles(cells)
    headers: list[Header] = []
    for row in sorted(cells.rows)[:HEADER_WITHIN]:
        columns = {number: _label(value) for number, value in sorted(cells.rows[row].items())}
        name, rank = _name_in(columns, wanted)
        if name is None and wanted:
            continue
        texts = sum(isinstance(value, str) for value in cells.rows[row].values())
        if name is None:
            rank = len(_SPELLINGS) + (texts < 2)
        lonely = int(len(columns) < 2) + int((row, min(columns)) in merged)
        headers.append(Header(row, columns, name, (rank, lonely, row)))
    best = min(headers, key=lambda header: header.rank, default=None)
    below = (
        header
        for header in headers
        if best and header.row == best.row + 1 and header.name == best.name and header.rank[0] == best.rank[0] == 0
    )
    return next(below, best)  # titles for people above names for machines, as in our own delivery


def _name_in(columns: dict[int, str], wanted: str | None) -> tuple[int | None, int]:
    if wanted is not None:
        for same in (lambda label: label == wanted, lambda label: _squeezed(label) == _squeezed(wanted)):
            for number, label in columns.items():
                if same(label):
                    return number, 0
        return None, 0
    ranked = [(rank, number) for number, label in columns.items() if (rank := name_column_rank(label)) is not None]
    return (min(ranked)[1], min(ranked)[0]) if ranked else (None, 0)


def _squeezed(label: str) -> str:
    return " ".join(label.split()).casefold()


def _label(value: object) -> str:
    return value if isinstance(value, str) else name_text(value)


def _titles(cells: Cells) -> set[tuple[int, int]]:
    """The first cells of ranges merged across columns: titles, not headers."""
    spans = (span(reference) for reference in cells.merged[:10_000])
    return {(merged[0], merged[1]) for merged in spans if merged and merged[3] > merged[1]}
