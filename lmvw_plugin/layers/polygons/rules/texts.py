# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers, names and places as a planner writes them."""

from __future__ import annotations

from collections.abc import Mapping
from math import floor, log10

from ....core import i18n
from ....core.i18n import tr

_HUGE = 1e12  # nothing on earth is as far, or as large, in metres


def number(value: float, digits: int = 2) -> str:
    """With the separators of the language; at least two significant digits below one, and no more than a reader takes in."""
    size = abs(value)
    if size >= _HUGE:
        return f"{value:.2g}".replace(".", ",")
    if size >= 1000:
        digits = 0
    elif size >= 100:
        digits = min(digits, 1)
    elif 0 < size < 1:
        digits = min(9, max(digits, 1 - floor(log10(size))))
    text = i18n.number(value, digits)
    return text.rstrip("0").rstrip(",.") if digits else text


def m2(value: float) -> str:
    """An area, from hectares down to fractions of a square metre."""
    return tr("{value} m²").format(value=number(value))


def metres(value: float) -> str:
    """A length."""
    return tr("{value} m").format(value=number(value))


def percent(part: float, whole: float) -> str:
    """A share; 100% only when it is all."""
    share = 100.0 * part / whole if whole else 0.0
    text = number(share, 1 if share >= 1 else 2)
    return (f"{i18n.number(99.9, 1)}%" if text == "100" and share < 99.9999 else f"{text}%") if share <= 100.0 else "100%"


def count(value: int) -> str:
    """A number of things."""
    return i18n.number(value)


def name_of(plan: Mapping[str, object]) -> str:
    """How a finding calls another plan: by its name, else its number, else a plain word."""
    for column in ("plannaam", "plannummer", "plan_id"):
        if plan.get(column) not in (None, ""):
            return tr("‘{name}’").format(name=plan[column])
    return tr("een plan zonder naam")


def repairable() -> str:
    """The proposal of every finding that the repair tool mends."""
    return tr("te repareren met ‘Polygonen repareren’")
