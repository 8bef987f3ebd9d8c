# SPDX-License-Identifier: GPL-2.0-or-later
"""What Excel makes of a name: the dates and numbers that it sees in one."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

_MONTHS = {
    month: number
    for number, spellings in enumerate(
        ("jan januari january", "feb februari february", "mrt maart mar march", "apr april", "mei may", "jun juni june",
         "jul juli july", "aug augustus august", "sep sept september", "okt oktober oct october", "nov november", "dec december"), 1)
    for month in spellings.split()
}  # fmt: skip
_SHORT_DATE = re.compile(r"(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+)?")
_MONTH_DATE = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ](\d{2}|\d{4}))?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?")
_EXCEL_DIGITS = 15

Day = tuple[int, int, int | None]


def typed_days(name: str) -> tuple[Day, ...]:
    """The dates that Excel may see in a typed ``1-2`` or ``1/2/26``: day first, or month first in English."""
    found = _SHORT_DATE.fullmatch(name)
    if found is None:
        return ()
    day, month, year = int(found[1]), int(found[2]), _year(found[3])
    return tuple((d, m, year) for d, m in dict.fromkeys(((day, month), (month, day))) if 1 <= d <= 31 and 1 <= m <= 12)


def made_day(name: str) -> Day | None:
    """The date that Excel shows for what it turned into one: ``2026-02-01`` or ``1-feb``."""
    found = _ISO_DATE.fullmatch(name)
    if found:
        return int(found[3]), int(found[2]), int(found[1])
    found = _MONTH_DATE.fullmatch(name.casefold())
    if found and found[2] in _MONTHS:
        return int(found[1]), _MONTHS[found[2]], _year(found[3])
    return None


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def number(name: str) -> Decimal | None:
    """The number that Excel sees in the whole name, in the 15 digits that it keeps."""
    if not _NUMBER.fullmatch(name):
        return None
    try:
        found = Decimal(name.replace(",", "."))
    except InvalidOperation:
        return None
    digits, exponent = found.as_tuple().digits, found.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 400:
        return None
    if len(digits) > _EXCEL_DIGITS:
        kept = (*digits[:_EXCEL_DIGITS],)
        found = Decimal((found.as_tuple().sign, kept, exponent + len(digits) - _EXCEL_DIGITS))
    return found.normalize()
