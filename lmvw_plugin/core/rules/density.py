# SPDX-License-Identifier: GPL-2.0-or-later
"""How many dwellings per hectare real plans have: outside these bounds the polygon, or the number, is probably another one than meant.

Computed from the 463 rows with dwellings and a polygon in two public registries of housing plans: Monitor Plancapaciteit Noord-Holland
(June 2017) and EIB (2020), each as far as it is about Alkmaar, Heemskerk and Zaanstad. Dwellings still to be built divided by the area of the
polygon: the percentiles 0.1 and 99.9 are 1.07 and 1,651 per hectare, the median is 93. The bounds are these, rounded outwards.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..basisset.whole_location import whole_location

LEAST, MOST = 1.0, 1700.0  # dwellings per hectare
SOURCE = "463 opgaven van plannen in Alkmaar, Heemskerk en Zaanstad (Monitor Plancapaciteit Noord-Holland 2017, EIB 2020)"
_HECTARE = 10_000.0  # m2


def dwellings_on(plan: Mapping[str, object]) -> int | None:
    """The dwellings that the polygon of a plan may hold: those of its whole location where somebody said so; None when not answered."""
    bruto = plan.get("bruto_totaal")
    known = bruto if isinstance(bruto, int) and not isinstance(bruto, bool) and bruto >= 0 else None
    return max(known or 0, whole_location(plan) or 0) if known is not None else None


def too_small(area: float, plan: Mapping[str, object]) -> bool:
    """An area in m2 has less room than any real plan for its dwellings; without an answer, for one."""
    return 0 < area < (dwellings_on(plan) or 1) / MOST * _HECTARE


def too_large(area: float, plan: Mapping[str, object]) -> bool:
    """An area in m2 has fewer dwellings than any real plan; none are no plan to build, and are another rule's."""
    number = dwellings_on(plan) or 0
    return number > 0 and area > number / LEAST * _HECTARE
