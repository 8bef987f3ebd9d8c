# SPDX-License-Identifier: GPL-2.0-or-later
"""Which sheet of a workbook belongs with a layer: the one that has its plan names, wherever it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ...core.errors import LmvwError
from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.names.comparing import forms
from ..workbook.reader import Book, opened, table_of
from ..workbook.table import Table


def table_with(
    names: Iterable[str], path: Path, sheet: str | None = None, name_column: str | None = None, feedback: Feedback | None = None
) -> Table:
    """The table of the sheet that was asked for, or else of the visible sheet with the most of these names.

    Where no sheet has any, or two have as many, it is the first with a column of plan names.

    :raises LmvwError: as ``read_table``.
    """
    with opened(path, feedback) as (book, remarks):
        return best_table(lambda: names, path, book, remarks, sheet, name_column, feedback)


def best_table(
    names: Callable[[], Iterable[str]], path: Path, book: Book, remarks: Sequence[str] = (), sheet: str | None = None,
    name_column: str | None = None, feedback: Feedback | None = None,
) -> Table:  # fmt: skip
    """As ``table_with``, in an open file; the names are only asked for when there is something to choose.

    :raises LmvwError: as ``read_table``.
    """
    first = table_of(path, book, remarks, sheet, name_column, feedback)
    visible = [info.name for info in book.sheets if not info.hidden]
    if sheet or len(visible) < 2:
        return first
    known = {forms.key(name) for name in names()}
    best, most = first, _shared(first, known)
    for other in visible:
        if other != first.sheet and most < len(known):
            try:
                table = table_of(path, book, remarks, other, name_column, feedback)
            except LmvwError:
                continue  # it has no table: not the one
            if _shared(table, known) > most:
                best, most = table, _shared(table, known)
    if best is first:
        return first
    said = tr("Blad ‘{sheet}’ is gekozen, want daar staan {n} van de {all} namen van de laag; op blad ‘{other}’ {fewer}.").format(
        sheet=best.sheet, n=most, all=len(known), other=first.sheet, fewer=_shared(first, known)
    )
    return replace(best, remarks=(said, *best.remarks))


def _shared(table: Table, known: set[str]) -> int:
    return len(known.intersection(forms.key(name) for _, name in table.names if name))
