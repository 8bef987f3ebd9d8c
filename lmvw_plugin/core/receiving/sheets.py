# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview as sheets of a workbook, to be filtered, sorted and sent round within the province."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..basisset.values import LONGEST_CELL, NOT_IN_XML
from ..delivering.sheets import Cells, Sheet
from ..i18n import tr
from ..reporting.html import CONFIDENTIAL, only_for_some
from .overview import FROM_RECEIPT, OF_REVIEW, Row
from .receipts import Receipt

TITLE = "LMVW overzicht van leveringen"  # by which a workbook of ours is known again
_FILE = (
    "bestand",
    "map",
    "stand",
    "reden",
    "gemeente_code",
    "gemeente_naam",
    "peildatum",
    "ontvangen_op",
    "gemaakt",
    "plugin_versie",
    "sha256",
)


def sheets(rows: Sequence[Row], receipts: Sequence[Receipt]) -> Mapping[str, Sheet]:
    """Each sheet by its title, in order; the columns are called as those of the tables of the review file."""
    head = ("gemeente_code", "gemeente_naam", "niveau", "uitleg", "keer", *FROM_RECEIPT, *OF_REVIEW)
    told = [
        (row.gemeente.code, row.gemeente.name, row.level.value, row.why, row.times, *_figures(row.receipt), *row.of_review) for row in rows
    ]
    odd = [
        (row.gemeente.code, row.gemeente.name, finding.ernst.value, finding.wie.value, finding.melding)
        for row in rows
        for finding in row.complaints
    ]
    return {
        CONFIDENTIAL: Sheet.of([(CONFIDENTIAL,), (only_for_some(),)]),
        tr("Gemeenten"): _sheet(head, told),
        tr("Niet zoals verwacht"): _sheet(("gemeente_code", "gemeente_naam", "ernst", "wie", "melding"), odd),
        tr("Ontvangen bestanden"): _sheet(_FILE, [tuple(getattr(receipt, name) for name in _FILE) for receipt in receipts]),
    }


def _figures(receipt: Receipt | None) -> Cells:
    return [getattr(receipt, name) if receipt else None for name in FROM_RECEIPT]


def _sheet(head: Cells, rows: Sequence[Cells]) -> Sheet:
    return Sheet.of([head, *(tuple(map(cell, row)) for row in rows)])


def cell(value: object) -> object:
    """A value as a person reads it and a cell can hold it."""
    if isinstance(value, bool):
        return tr("ja") if value else tr("nee")
    return NOT_IN_XML.sub("�", value)[:LONGEST_CELL] if isinstance(value, str) else value
