# SPDX-License-Identifier: GPL-2.0-or-later
"""The plans that are not what they were in the delivery that a newer one replaced, as the review file keeps them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from ..i18n import later


class Became(Enum):
    """What became of a plan; or that this is the row of the delivery itself."""

    NEW = later("nieuw")
    CHANGED = later("gewijzigd")
    GONE = later("weg")
    DELIVERY = later("levering")


@dataclass(frozen=True, slots=True)
class Renewed:
    """One plan that is not what it was: a row of the table ``vernieuwd`` of a review file, with the names of its columns.

    ``levering`` is the newer delivery, ``vervangt`` the one that it replaced. ``wijziging`` says what was changed, and is empty for a plan that
    came or went. Each newer delivery has a row of its own too, without a plan: of one that has none nobody knows what it changed.
    """

    levering: int
    vervangt: int
    plan_id: str
    plannaam: str
    soort: str
    wijziging: str = ""


class Steps:
    """What the newer deliveries of one municipality made of its plans, as far as is known.

    :param current: the number of the delivery that is reviewed.
    """

    def __init__(self, current: int, renewed: Iterable[Renewed]) -> None:
        rows = list(renewed)
        before = {row.levering: row.vervangt for row in rows if row.soort == Became.DELIVERY.value}
        self._chain = [current]  # from now back, as far as is known
        while self._chain[-1] in before and before[self._chain[-1]] not in self._chain:
            self._chain.append(before[self._chain[-1]])
        at = {levering: -place for place, levering in enumerate(self._chain)}
        self._of_plan: dict[str, list[Renewed]] = defaultdict(list)
        for row in sorted((row for row in rows if row.levering in at and row.plan_id), key=lambda row: at[row.levering]):
            self._of_plan[row.plan_id].append(row)

    def knows(self, levering: int) -> bool:
        """What came of plans since this delivery is known."""
        return levering in self._chain

    def since(self, levering: int, plan_id: str) -> list[Renewed]:
        """What became of a plan after a delivery; oldest first."""
        newer = self._chain[: self._chain.index(levering)] if self.knows(levering) else []
        return [row for row in self._of_plan.get(plan_id, ()) if row.levering in newer]

    def now(self, plan_id: str) -> list[Renewed]:
        """What this delivery made of a plan of the one that it replaced."""
        return [row for row in self._of_plan.get(plan_id, ()) if row.levering == self._chain[0]]

    @property
    def last(self) -> list[Renewed]:
        """What this delivery made of plans of the one that it replaced."""
        return [row for rows in self._of_plan.values() for row in rows if row.levering == self._chain[0]]

    @property
    def gone(self) -> list[Renewed]:
        """The plans of earlier deliveries that this one does not have."""
        return [rows[-1] for rows in self._of_plan.values() if rows[-1].soort == Became.GONE.value]
