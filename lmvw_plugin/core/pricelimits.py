# SPDX-License-Identifier: GPL-2.0-or-later
"""The price limits of a year: data from ``resources/prijsgrenzen.csv``. A limit that is not known says so."""

from __future__ import annotations

from functools import cache

from . import paths
from .codelists import read_rows
from .i18n import tr


@cache
def _rows() -> dict[int, dict[str, str]]:
    return {int(row["jaar"]): row for row in read_rows(paths.PRICE_LIMITS)}


def price_limit(column: str, year: int) -> str:
    """The limit in words for a label, e.g. ``t/m € 932,93 in 2026``; ``grens 2025 niet bekend`` where the year is missing."""
    text = _rows().get(year, {}).get(column, "")
    if not text:
        return tr("grens {year} niet bekend").format(year=year)
    amount = f"{float(text):,.2f}".translate(str.maketrans(",.", ".,")).removesuffix(",00")
    return tr("t/m € {amount} in {year}").format(amount=amount, year=year)
