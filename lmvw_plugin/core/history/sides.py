# SPDX-License-Identifier: GPL-2.0-or-later
"""Two deliveries that are compared: the plans of each, and how their polygons lie to each other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from math import hypot, sqrt

from ..basisset.peildatum import Peildatum
from ..basisset.values import as_text
from ..importing.match import SLIVER
from ..rules.plans import is_count, is_finished, is_secret

Values = Mapping[str, object]
Spot = tuple[float, float]  # x and y in metres
Link = tuple[int, int]  # a plan then and a plan now, by their places in either delivery


@dataclass(frozen=True, slots=True)
class Side:
    """One delivery. ``fields`` are the fields that its source has; what it does not have, no plan of it lost.

    ``strijdig``: the ids of the plans that the province labelled so.
    """

    title: str
    plans: Sequence[Values]
    fields: frozenset[str]
    peildatum: Peildatum | None = None
    strijdig: Collection[str] = ()

    @property
    def confidential(self) -> bool:
        """It has confidential plans."""
        return any(is_secret(plan, self.strijdig) for plan in self.plans)

    def name(self, index: int) -> str:
        """The name of a plan, to the byte; empty when it has none."""
        raw = self.plans[index].get("plannaam")
        return "" if raw is None else as_text(raw)

    def __len__(self) -> int:
        return len(self.plans)


@dataclass(frozen=True, slots=True)
class Ground:
    """How the polygons lie. ``then`` and ``now``: m2 of each plan and the spot in its middle, None where it has no polygon.

    ``shared``: m2 that a plan of then and one of now both cover, of those that touch. ``equal``: those that are one polygon to some
    millimetres, wherever their rings begin. ``shift``: the metres east and north by which the polygons of now lie from those of then all
    together; what is said of them is said without it.
    """

    then: Sequence[tuple[float, Spot] | None]
    now: Sequence[tuple[float, Spot] | None]
    shared: Mapping[Link, float] = field(default_factory=dict)
    equal: frozenset[Link] = frozenset()
    shift: Spot | None = None

    def known(self, link: Link) -> bool:
        """Both plans have a polygon."""
        return self.then[link[0]] is not None and self.now[link[1]] is not None

    def of_then(self, link: Link) -> float:
        """The part of the old polygon that the new one covers."""
        return _part(self.shared.get(link, 0.0), self.then[link[0]])

    def of_now(self, link: Link) -> float:
        """The part of the new polygon that the old one covers."""
        return _part(self.shared.get(link, 0.0), self.now[link[1]])

    def both_ways(self, link: Link) -> float:
        """The overlap seen from both: 1 when they are one, 0 when they share nothing."""
        return 1.0 if link in self.equal else sqrt(self.of_then(link) * self.of_now(link))

    def together(self, link: Link) -> float:
        """What they share, of what they cover together."""
        if link in self.equal:
            return 1.0
        then, now = self.then[link[0]], self.now[link[1]]
        common = self.shared.get(link, 0.0)
        whole = (then[0] if then else 0.0) + (now[0] if now else 0.0) - common
        return min(1.0, common / whole) if whole > 0 else 0.0

    def apart(self, link: Link) -> bool:
        """They share nothing, or a sliver."""
        return self.known(link) and link not in self.equal and max(self.of_then(link), self.of_now(link)) < SLIVER

    def distance(self, link: Link) -> float:
        """Metres between their middles."""
        then, now = self.then[link[0]], self.now[link[1]]
        return hypot(then[1][0] - now[1][0], then[1][1] - now[1][1]) if then and now else 0.0


@dataclass(frozen=True, slots=True)
class Decided:
    """What people decided of two deliveries, by places: plans that are one (``tied``; several for what was merged or split), pairs that
    are not (``apart``), and plans of now that nothing came before (``new``). ``stale``: how many decisions no longer hold, because one of
    their plans changed since.
    """

    tied: frozenset[Link] = frozenset()
    apart: frozenset[Link] = frozenset()
    new: frozenset[int] = frozenset()
    stale: int = 0

    def allows(self, link: Link) -> bool:
        """Nobody said that these two are not one plan."""
        return link not in self.apart and link[1] not in self.new


def _part(common: float, polygon: tuple[float, Spot] | None) -> float:
    return min(1.0, common / polygon[0]) if polygon and polygon[0] > 0 else 0.0


def bruto(plan: Values) -> int:
    """The dwellings that a plan still counts for: none when it is gerealiseerd or vervallen (Invultip 6)."""
    amount = plan.get("bruto_totaal")
    return 0 if is_finished(plan) or not is_count(amount) else int(str(amount))
