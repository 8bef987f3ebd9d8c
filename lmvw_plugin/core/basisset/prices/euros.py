# SPDX-License-Identifier: GPL-2.0-or-later
"""Amounts of money as people in the Netherlands write them."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ...errors import LmvwError
from ...i18n import tr

_MOST = Decimal(10_000_000)  # euro; more is a slip of the finger
_AROUND = re.compile(r"€|euro?|\s", re.IGNORECASE)  # a space that does not break is white space too
_NO_CENTS = re.compile(r",(?:-{1,2}|[–—])$")  # 405.000,- and 405.000,--


def read_euro(text: str) -> Decimal | None:
    """An amount in euro as a person types it: ``405.000``, ``1.228,07``, ``EUR 405000`` or ``405.000,-``; None when nothing is typed.

    :raises LmvwError: when it is no amount.
    """
    typed = _NO_CENTS.sub("", _AROUND.sub("", text))
    if not typed:
        return None
    whole, _, cents = typed.partition(",")
    first, *thousands = whole.split(".")
    grouped = not thousands or (0 < len(first) <= 3 and all(len(part) == 3 for part in thousands))
    digits = "".join((first, *thousands))
    try:
        if not (grouped and digits.isdecimal() and len(cents) <= 2 and (cents.isdecimal() or not cents)):
            raise InvalidOperation
        amount = Decimal(f"{digits}.{cents}" if cents else digits)
        if not 0 < amount <= _MOST:
            raise InvalidOperation
    except InvalidOperation:
        raise LmvwError(tr("‘{text}’ is geen bedrag; schrijf het als 405.000 of 1.228,07.").format(text=text.strip())) from None
    return amount


def euro(amount: Decimal) -> str:
    """``€ 1.228,07``, and whole euros without cents."""
    return "€ " + f"{amount:,.2f}".translate(str.maketrans(",.", ".,")).removesuffix(",00")
