# SPDX-License-Identifier: GPL-2.0-or-later
"""Dwellings by price segment as bars, in every report that shows them; the affordable segments have a colour of their own."""

from __future__ import annotations

from collections.abc import Callable

from ..basisset import fields as b
from ..i18n import tr
from . import charts, html


def price_bars(title: str, counted: Callable[[str], int]) -> tuple[str, int]:
    """The bars with their key, and how many dwellings all segments have together.

    :param counted: how many dwellings a segment has.
    """
    rows = [
        (tr(b.BY_NAME[name].label), counted(name), charts.HARD if name in b.COUNTS_NATIONALLY else charts.OTHER)
        for name in b.SUM_OF["A5"].parts
    ]
    key = html.key(((charts.HARD, tr("betaalbaar")), (charts.OTHER, tr("overig of onbekend"))))
    return html.figure(charts.bars(title, rows), key), sum(count for _, count, _ in rows)
