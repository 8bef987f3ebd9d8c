# SPDX-License-Identifier: GPL-2.0-or-later
"""What Excel makes of a name: the dates, times, percentages and numbers that it sees in one."""

from __future__ import annotations

import re
from datetime import date, timedelta
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
_PADDED_DATE = re.compile(r"(\d{2})[-/](\d{2})[-/](\d{4})")
_MONTH_OF = re.compile(r"(\d{1,2})[-/](\d{4})")
_MONTH_NAME_OF = re.compile(r"([a-z]{3,9})\.?[- ](\d{2}|\d{4})")
_SHOWN_MONTH = re.compile(r"([a-z]{3,4})-(\d{2})")
_SHOWN_DAY = re.compile(r"\d{1,2}-[a-z]{3,4}(?:-\d{2,4})?")
_SERIAL = re.compile(r"\d{5}")
_DAY_ZERO = date(1899, 12, 30)
_SERIALS = range(36_526, 58_807)  # 2000 up to 2060: a number that is no date of a plan is no date
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_MADE_TIME = re.compile(r"(?:1899-12-3[01]|1900-01-0[01])?[T ]?(\d{1,2}):(\d{2}):(\d{2})(?:\.0+)?")
_PERCENTAGE = re.compile(r"(\d{1,4}(?:[.,]\d+)?) ?%")
_SHARE_DIGITS = 8  # Excel keeps fifteen of a time; half a second is far more
_MONTH_DATE = re.compile(r"(\d{1,2})[- ]([a-z]{3,9})\.?(?:[- ](\d{2}|\d{4}))?")
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?")
_EXCEL_DIGITS = 15

Day = tuple[int, int, int | None]


def typed_days(name: str) -> tuple[Day, ...]:
    """The dates that Excel may see in what was typed: ``1-2``, ``1/2/26``, ``1 mei``, ``mei 2026``; day first, or month first in English."""
    match = _SHORT_DATE.fullmatch(name)
    if match:
        day, month, year = int(match[1]), int(match[2]), _year(match[3])
        return tuple((d, m, year) for d, m in dict.fromkeys(((day, month), (month, day))) if 1 <= d <= 31 and 1 <= m <= 12)
    match = _MONTH_OF.fullmatch(name)
    if match:
        return ((1, int(match[1]), int(match[2])),) if 1 <= int(match[1]) <= 12 else ()
    of_month = _of_month(name)
    if of_month:
        return (of_month,)
    match = _MONTH_NAME_OF.fullmatch(name.casefold())
    return ((1, _MONTHS[match[1]], _year(match[2])),) if match and match[1] in _MONTHS else ()


def made_day(name: str) -> Day | None:
    """The date in what Excel shows or stores for what it turned into one: ``2026-02-01``, ``01-02-2026``, ``1-feb``, ``feb-26``, ``46054``."""
    match = _ISO_DATE.fullmatch(name)
    if match:
        return int(match[3]), int(match[2]), int(match[1])
    match = _PADDED_DATE.fullmatch(name)
    if match:
        return int(match[1]), int(match[2]), int(match[3])
    if _SERIAL.fullmatch(name) and int(name) in _SERIALS:
        day = _DAY_ZERO + timedelta(days=int(name))
        return day.day, day.month, day.year
    match = _SHOWN_MONTH.fullmatch(name.casefold())
    if match and match[1] in _MONTHS:
        return 1, _MONTHS[match[1]], _year(match[2])
    return _of_month(name)


def looks_shown(name: str) -> bool:
    """Written as Excel shows a date by itself: ``1-mrt``, ``1-mrt-26``."""
    return bool(_SHOWN_DAY.fullmatch(name.casefold()))


def _of_month(name: str) -> Day | None:
    match = _MONTH_DATE.fullmatch(name.casefold())
    return (int(match[1]), _MONTHS[match[2]], _year(match[3])) if match and match[2] in _MONTHS else None


def typed_share(name: str) -> Decimal | None:
    """The part of a day, or of the whole, that Excel sees in ``12:30`` or ``50%``."""
    match = _TIME.fullmatch(name)
    if match and int(match[1]) < 24 and int(match[2]) < 60:
        return _share(Decimal(60 * int(match[1]) + int(match[2])) / 1440)
    match = _PERCENTAGE.fullmatch(name)
    return _share(Decimal(match[1].replace(",", ".")) / 100) if match else None


def made_share(name: str) -> Decimal | None:
    """The part of a day, or of the whole, that Excel stored or shows: ``0.520833333333333``, ``12:30:00``."""
    match = _MADE_TIME.fullmatch(name)
    if match:
        return _share(Decimal(3600 * int(match[1]) + 60 * int(match[2]) + int(match[3])) / 86_400)
    value = number(name)
    return _share(value) if value is not None and 0 <= value < 100 else None


def _share(value: Decimal) -> Decimal:
    return round(value, _SHARE_DIGITS).normalize()


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) + (2000 if len(text) == 2 else 0)


def number(name: str) -> Decimal | None:
    """The number that Excel sees in the whole name, in the 15 digits that it keeps."""
    if not _NUMBER.fullmatch(name):
        return None
    try:
        typed = Decimal(name.replace(",", "."))
    except InvalidOperation:
        return None
    digits, exponent = typed.as_tuple().digits, typed.as_tuple().exponent
    if not isinstance(exponent, int) or abs(exponent) > 400:
        return None
    if len(digits) > _EXCEL_DIGITS:
        kept = (*digits[:_EXCEL_DIGITS],)
        typed = Decimal((typed.as_tuple().sign, kept, exponent + len(digits) - _EXCEL_DIGITS))
    return typed.normalize()
