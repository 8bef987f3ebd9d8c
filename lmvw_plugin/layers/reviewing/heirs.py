# SPDX-License-Identifier: GPL-2.0-or-later
"""What has come, since a delivery, in the place of plans that the province calls strijdig: parts of one, or a plan that it went into."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry

from ..planfile.tables.delivery_memory import DeliveredPlan
from ..planfile.transaction import StoredPlan

_SHARED = 0.1  # of the smaller of two plans: less is how a border was drawn again. Too much is told, and too little would become public


@dataclass(frozen=True, slots=True)
class Heirs:
    """Of one plan, by the name that it was delivered with. ``plans``: what lies there now, by plan_id. ``gone``: itself it is not there any more."""

    plan_id: str
    name: str
    gone: bool
    plans: Mapping[str, str]


def heirs(names: Mapping[str, str], delivered: Iterable[DeliveredPlan], now: Sequence[StoredPlan]) -> list[Heirs]:
    """For each plan what has come in its place, where that is not only itself.

    What lay there already when it was delivered has its own answer.

    :param names: by plan_id, the plans that were labelled.
    """
    then = {str(plan.values.get("plan_id") or ""): _shape(plan.wkb) for plan in delivered}
    there = {str(plan.values.get("plan_id") or ""): plan for plan in now}
    shapes = {plan_id: _shape(plan.wkb) for plan_id, plan in there.items() if plan_id not in names}
    told = []
    for plan_id, name in names.items():
        came = _came(then.get(plan_id, QgsGeometry()), then, shapes)
        its_heirs = Heirs(plan_id, name, plan_id not in there, {other: str(there[other].values.get("plannaam") or "") for other in came})
        if its_heirs.gone or its_heirs.plans:
            told.append(its_heirs)
    return told


def _came(polygon: QgsGeometry, then: Mapping[str, QgsGeometry], now: Mapping[str, QgsGeometry]) -> Collection[str]:
    return [
        plan_id
        for plan_id, shape in now.items()
        if (shared := _shared(polygon, shape)) and shared - _shared(polygon, then.get(plan_id, QgsGeometry())) > _least(polygon, shape)
    ]


def _least(polygon: QgsGeometry, other: QgsGeometry) -> float:
    return _SHARED * min(polygon.area(), other.area())


def _shared(polygon: QgsGeometry, other: QgsGeometry) -> float:
    """m2 that two polygons share; all of the smaller where nobody can say."""
    if polygon.isEmpty() or other.isEmpty() or not polygon.boundingBoxIntersects(other):
        return 0.0
    both = polygon.intersection(other)
    return float(min(polygon.area(), other.area()) if both.isNull() else both.area())


def _shape(wkb: bytes | None) -> QgsGeometry:
    shape = QgsGeometry()
    if wkb:
        shape.fromWkb(wkb)
    return shape if shape.isEmpty() or shape.isGeosValid() else shape.makeValid()
