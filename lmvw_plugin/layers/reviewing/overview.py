# SPDX-License-Identifier: GPL-2.0-or-later
"""The overview of a review file as it is now, with how far each review is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ...core.receiving.overview import Row, overview
from ...core.receiving.receipts import Receipt
from ...core.reviewing.entries import Review
from ..receiving import tables
from ..receiving.tables import About
from . import entries_table


@dataclass(frozen=True, slots=True)
class Standing:
    """What a review file is about, the row of each municipality, and every file that came in."""

    about: About
    rows: Sequence[Row]
    receipts: Sequence[Receipt]


def standing(path: Path) -> Standing:
    """Read it; nothing is written.

    :raises LmvwError: when it is no review file, or cannot be read.
    """
    about, receipts, said = tables.about(path), tables.receipts(path), entries_table.read(path)
    rows = overview(about.provincie, about.peildatum, receipts, tables.complaints(path))
    far = {row.gemeente.code: Review(row.gemeente.code, receipts, said).how_far for row in rows if row.receipt is not None}
    return Standing(about, [replace(row, reviewed=far.get(row.gemeente.code)) for row in rows], receipts)
