# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans of different deliveries that share ground (B1) or are one plan (B2), as far as the tolerances of an overlap go (rule G4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback
from ...core.i18n import tr
from ...core.keys import key
from ...core.receiving.receipts import Receipt
from ...core.receiving.report import Meeting
from ...core.rules.findings import Ernst, Finding, Wie
from ...core.rules.tolerances import USUAL
from ..polygons.making_valid import Geometries, measurable
from ..polygons.rules import texts
from ..polygons.rules.conflicts import Overlap
from ..polygons.shapely2 import shapely
from ..polygons.work import chunks, each

RULES = ("B1", "B2")
OF_GROUND = ("plan_id", "plannummer", "plannaam", "gerealiseerd", "vervallen", "planstatus")  # what of a plan is asked
_SAME = 0.99999  # shared area of two plans that are one polygon with another choice of vertices
_MOSTLY = 0.5  # of the smaller: two plans of one name are then one plan


@dataclass(frozen=True, slots=True)
class Ground:
    """A live plan of a delivery, with its polygon as WKB."""

    levering: int
    plan: Mapping[str, object]
    wkb: bytes | None


def shared(grounds: Sequence[Ground], feedback: Feedback) -> list[Overlap]:
    """What plans of different deliveries share, where that is more than how it is drawn; a tree gives those that may.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    if len(grounds) < 2:
        return []
    polygons = measurable([ground.wkb for ground in grounds])
    of = np.array([ground.levering for ground in grounds])
    tree = shapely.STRtree(polygons)

    def search(rows: NDArray[np.intp]) -> list[Overlap]:
        at, second = tree.query(polygons[rows], predicate="intersects")
        first = rows[at]
        apart = (first < second) & (of[first] != of[second])
        return list(_overlaps(polygons, first[apart], second[apart]))

    parts = chunks(np.arange(len(grounds)))
    overlaps = [overlap for part in each(search, parts, feedback, 0, 100) for overlap in part if overlap.beyond(USUAL)]
    return sorted(overlaps, key=lambda overlap: (overlap.first, overlap.second))


def _overlaps(polygons: Geometries, first: NDArray[np.intp], second: NDArray[np.intp]) -> Iterator[Overlap]:
    """What pairs share; a pair that cannot be laid on each other shares nothing, and stops no other."""
    if not len(first):
        return
    a, b = polygons[first], polygons[second]
    try:
        shapes = shapely.intersection(a, b)
    except shapely.GEOSException:
        for row in range(len(first) if len(first) > 1 else 0):
            yield from _overlaps(polygons, first[row : row + 1], second[row : row + 1])
        return
    areas, around = shapely.area(shapes), shapely.length(shapes)
    k = np.flatnonzero(areas > 0)
    numbers = (first[k], second[k], areas[k], 2 * areas[k] / around[k], shapely.area(a[k]), shapely.area(b[k]))
    yield from map(Overlap, *(values.tolist() for values in numbers), shapes[k])


@dataclass(frozen=True, slots=True)
class Between:
    """``findings``: of each delivery, at its own plan. ``meetings``: each pair once, for the overview."""

    findings: Mapping[int, Sequence[Finding]]
    meetings: Sequence[Meeting]


def between(grounds: Sequence[Ground], receipts: Mapping[int, Receipt], feedback: Feedback) -> Between:
    """What is found between deliveries, by their number.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    findings: dict[int, list[Finding]] = {number: [] for number in receipts}
    meetings = []
    for overlap in shared(grounds, feedback):
        first, second = grounds[overlap.first], grounds[overlap.second]
        is_one = _is_one(first, second, overlap)
        point = shapely.get_coordinates(shapely.point_on_surface(overlap.shape))[0].tolist()
        for own, area_own, its, area_its in (
            (first, overlap.area_first, second, overlap.area_second), (second, overlap.area_second, first, overlap.area_first),
        ):  # fmt: skip
            whose = receipts[its.levering].gemeente_naam
            findings[own.levering].append(_finding(own, its, whose, is_one, overlap.area, area_own, area_its, (point[0], point[1])))
        names = [(receipts[side.levering].gemeente_naam, texts.name_of(side.plan)) for side in (first, second)]
        meetings.append(Meeting(*names[0], *names[1], texts.m2(overlap.area), is_one))
    return Between(findings, meetings)


def _is_one(first: Ground, second: Ground, overlap: Overlap) -> bool:
    """Two deliveries speak of one plan: it has one id, one polygon, or one name and mostly one place."""
    names = [key(str(side.plan.get("plannaam") or "")) for side in (first, second)]
    return (
        first.plan.get("plan_id") == second.plan.get("plan_id")
        or overlap.area > _SAME * max(overlap.area_first, overlap.area_second)
        or (bool(names[0]) and names[0] == names[1] and overlap.share > _MOSTLY)
    )


def _finding(
    own: Ground, its: Ground, whose: str, is_one: bool, area: float, area_own: float, area_its: float, point: tuple[float, float]
) -> Finding:  # fmt: skip
    alike = tr(
        "Dit lijkt hetzelfde plan als {plan} van gemeente {gemeente}: {area} op dezelfde plek; vraag van wie het is en tel het één keer."
    )
    lying = tr(
        "Dit plan ligt over de gemeentegrens op {plan} van gemeente {gemeente}: {area}, {share_one} van dit plan en {share_other} van het andere."
    )
    said = alike if is_one else lying
    melding = said.format(
        plan=texts.name_of(its.plan), gemeente=whose, area=texts.m2(area), share_one=texts.percent(area, area_own),
        share_other=texts.percent(area, area_its),
    )  # fmt: skip
    plan_id, number, name, other = (str(value or "") or None for value in (*map(own.plan.get, _NAMED), its.plan.get("plan_id")))
    return Finding(
        "B2" if is_one else "B1", Ernst.WAARSCHUWING, melding, plan_id, number, name, waarde=texts.m2(area), place=point, wie=Wie.PROVINCIE, ander=other
    )  # fmt: skip


_NAMED = ("plan_id", "plannummer", "plannaam")
