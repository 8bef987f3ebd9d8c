# SPDX-License-Identifier: GPL-2.0-or-later
"""What a province calls strijdig in its review file, for who passes plans on."""

from __future__ import annotations

from pathlib import Path

from ...core.reviewing.entries import Label, Review
from ..receiving import tables
from . import entries_table


def strijdig_in(path: Path) -> dict[tuple[str, str], str]:
    """By the code of a municipality and the plan_id, the name of each plan that has that label now.

    :raises LmvwError: when it is no review file, or cannot be read.
    """
    tables.about(path)
    receipts, said = tables.receipts(path), entries_table.read(path)
    return {
        (code, plan_id): entry.plannaam
        for code in sorted({receipt.gemeente_code for receipt in receipts if receipt.is_current})
        for plan_id, entry in Review(code, receipts, said).labels.items()
        if entry.label == Label.STRIJDIG.value
    }
