# SPDX-License-Identifier: GPL-2.0-or-later
"""G4: plans that overlap, coincide or lie inside each other; G5: gaps and slivers between neighbours."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np

from ....core.basisset.values import text_or_none
from ....core.i18n import tr
from ....core.rules.tolerances import Tolerances
from ..reading import Geometries, Plan
from ..shapely2 import shapely
from . import texts
from .collect import Collector
from .conflicts import Conflicts, Overlap

_INSIDE = 0.9999  # share of the smaller plan that lies in the larger: "inside"
_SAME = 0.99999  # shared area of two plans that are one polygon with another choice of vertices


def report(conflicts: Conflicts, plans: list[Plan], geometries: Geometries, tolerances: Tolerances, findings: Collector) -> None:
    """Findings, one per pair, at the plan that comes first in the layer; both names are in the sentence."""
    for group in conflicts.twins:
        (place,) = shapely.get_coordinates(shapely.point_on_surface(geometries[group[0]])).tolist()
        area = texts.m2(float(shapely.area(geometries[group[0]])))
        for first, second in combinations(group, 2):
            _same(first, second, plans, area, place, findings)
    limits = {"overlap_m2": texts.m2(tolerances.overlap_m2), "overlap_percent": texts.percent(tolerances.overlap_percent, 100),
              "overlap_m": tr("{width} breed").format(width=texts.metres(tolerances.overlap_m))}  # fmt: skip
    for overlap, place in zip(conflicts.overlaps, _largest_places([overlap.shape for overlap in conflicts.overlaps]), strict=True):
        _overlap(overlap, place, plans, tolerances, limits, findings)
    for gap, place in zip(conflicts.gaps, _largest_places([gap.shape for gap in conflicts.gaps]), strict=True):
        melding = tr(
            "Tussen dit plan en {other} ligt een kier van {area}, gemiddeld {width} breed; laat de grenzen op elkaar aansluiten."
        ).format(other=texts.name_of(plans[gap.second]), area=texts.m2(gap.area), width=texts.metres(gap.width))
        findings.add(gap.first, "G5", melding, place, gap.second, waarde=texts.m2(gap.area), ander=_key(plans[gap.second]))


def _same(first: int, second: int, plans: list[Plan], area: str, at: list[float], findings: Collector) -> None:
    """Two plans on one polygon may be right: two in one building, temporary dwellings first, a new plan after another."""
    melding = tr("Het plan heeft dezelfde polygoon als {other} ({area}). Zijn het twee plannen op één plek, zeg dan bij een van de twee in de "
                 "toelichting waarom. Teken anders van elk plan het eigen gebied.").format(
        other=texts.name_of(plans[second]), area=area)  # fmt: skip
    findings.add(first, "G4", melding, at, second, waarde=area, ander=_key(plans[second]))


def _key(plan: Plan) -> str | None:
    return text_or_none(plan.get("plan_id"))


def _overlap(
    overlap: Overlap, at: list[float], plans: list[Plan], tolerances: Tolerances, limits: dict[str, str], findings: Collector
) -> None:
    """The finding of one overlap; ``limits`` are the tolerances in words, by name."""
    beyond, narrow = overlap.beyond(tolerances), overlap.area >= tolerances.gap_m2 and overlap.width < tolerances.gap_m
    if overlap.area > _SAME * max(overlap.area_first, overlap.area_second):
        _same(overlap.first, overlap.second, plans, texts.m2(overlap.area), at, findings)
        return
    if not (beyond or narrow):
        return
    small = overlap.first if overlap.area_first <= overlap.area_second else overlap.second
    other = _key(plans[overlap.second])
    numbers = {
        "other": texts.name_of(plans[overlap.second]),
        "area": texts.m2(overlap.area),
        "share_one": texts.percent(overlap.area, overlap.area_first),
        "share_other": texts.percent(overlap.area, overlap.area_second),
    }
    if overlap.share > _INSIDE and beyond:
        inner = tr("Dit plan ligt helemaal binnen {other}") if small == overlap.first else tr("Dit plan bevat {other} helemaal")
        melding = tr("{inner}: {area} dubbel, {share_one} van dit plan en {share_other} van het andere; "
                     "knip het ene plan uit het andere, of licht het toe.")  # fmt: skip
        findings.add(
            overlap.first,
            "G4",
            melding.format(inner=inner.format(**numbers), **numbers),
            at,
            overlap.second,
            waarde=numbers["area"],
            ander=other,
        )
    elif beyond:
        melding = tr("Dit plan overlapt met {other}: {area}, {share_one} van dit plan en {share_other} van het andere (meer dan {limits}); "
                     "verbeter de grens tussen de twee, of licht het toe.").format(
            limits=tr(" en ").join(limits[name] for name in beyond), **numbers)  # fmt: skip
        findings.add(overlap.first, "G4", melding, at, overlap.second, waarde=numbers["area"], ander=other)
    else:
        melding = tr("Dit plan overlapt met {other} in een smalle strook van {area}, gemiddeld {width} breed; "
                     "laat de grenzen op elkaar aansluiten.").format(width=texts.metres(overlap.width), **numbers)  # fmt: skip
        findings.add(overlap.first, "G5", melding, at, overlap.second, waarde=numbers["area"], ander=other)


def _largest_places(shapes: list[Any]) -> list[list[float]]:
    """A point in the largest piece of each."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    by_size = np.lexsort((np.arange(len(parts)), -shapely.area(parts), owner))  # of equal ones the first
    largest = by_size[np.flatnonzero(np.diff(owner[by_size], prepend=-1))]
    return shapely.get_coordinates(shapely.point_on_surface(parts[largest])).tolist()
