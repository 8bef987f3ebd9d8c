# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that is not what it was in the delivery that a newer one replaced, as the review file keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..i18n import later


class Became(Enum):
    """What became of a plan."""

    NEW = later("nieuw")
    CHANGED = later("gewijzigd")
    GONE = later("weg")


@dataclass(frozen=True, slots=True)
class Renewed:
    """One plan that is not what it was: a row of the table ``vernieuwd`` of a review file, with the names of its columns.

    ``levering`` is the newer one. ``wijziging`` says what was changed, and is empty for a plan that came or went.
    """

    levering: int
    plan_id: str
    plannaam: str
    soort: str
    wijziging: str = ""
