# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of years in foreign files: ``OP202024``, ``Op20302050``, ``bruto_2036_2040``, ``2027``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import fields as b
from .peildatum import PERIODS, YEARS, Peildatum

_BRUTO = ("", "op", "opl", "oplevering", "bruto", "fasering", "bouw", "nieuwbouw", "jaar", "toevoeging", "brutototaal", "totaalbruto")
_SLOOP = ("sloop", "slopen", "teslopen", "slooptotaal", "totaalsloop")
_TOTAL = dict.fromkeys(_BRUTO, "bruto_totaal") | dict.fromkeys(_SLOOP, "sloop_totaal")
_YEARS = re.compile(r"([a-z_ ]*?)[ _:]*(20[0-9]{2})(?:[ _/–-]*(?:t/m|tm|tot)?[ _/–-]*(20[0-9]{2}|[0-9]{2}))?", re.IGNORECASE)
_UNDATED = {"oplonb": "bruto_totaal"}


@dataclass(frozen=True, slots=True)
class Period:
    """The years of a column and the total they split; a column without years has none."""

    total: str
    first: int | None
    last: int | None


def period_of(column: str) -> Period | None:
    """What the name of a column says, or None when it is not about years."""
    if column.strip().casefold() in _UNDATED:
        return Period(_UNDATED[column.strip().casefold()], None, None)
    match = _YEARS.fullmatch(column.strip())
    if match is None:
        return None
    total = _TOTAL.get(re.sub(r"[_ ]", "", match[1].casefold()))
    first = int(match[2])
    last = first if not match[3] else int(match[3]) if len(match[3]) == 4 else 2000 + int(match[3])
    return Period(total, first, last) if total and last >= first else None


def slot_of(period: Period, peildatum: Peildatum) -> str | None:
    """The phasing field whose years hold the whole period; a period that spans more is never divided."""
    if period.first is None or period.last is None:
        return None
    for slot, name in enumerate(b.phasing(period.total)):
        first, last = peildatum.span(slot)
        if first <= period.first and period.last <= last:
            return name
    return None


def slot_of_year(total: str, year: int, peildatum: Peildatum) -> str | None:
    """The phasing field of one year; None before the peildatum and after the twenty years."""
    return slot_of(Period(total, year, year), peildatum)


def horizon(peildatum: Peildatum) -> int:
    """The last year that the phasing has a place for."""
    return peildatum.span(YEARS + PERIODS - 1)[1]
