# SPDX-License-Identifier: GPL-2.0-or-later
"""What a click can do about a finding on a polygon: repair it, cut it to its neighbour or the municipality, or fill a gap; worked out when asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsVectorLayer

from ....core.basisset.fields import GEOMETRY
from ....core.errors import LmvwError
from ....core.feedback import Feedback, watched
from ....core.i18n import tr
from ....core.rules.findings import Finding
from ....core.rules.remedies import Remedy
from ....core.rules.tolerances import Tolerances
from ....layers.map.project import boundary_of
from ....layers.planfile.recognising import plan_file_of
from ....layers.planfile.store import read_info
from ....layers.polygons import redraw
from ....layers.polygons.reading import read_boundary
from ....layers.sources import value
from .. import on_map
from .mending import Mending, Stays

_REPAIRED = frozenset(("G1", "G2", "G5"))
_CUT = frozenset(("G4", "G5"))
_Work = Callable[[], "redraw.Redrawn | None"]
_Redraw = Callable[[QgsFeature, Sequence[QgsFeature]], _Work]


@dataclass(frozen=True, slots=True)
class Redrawing:
    """A remedy for polygons. ``title``: for this plan, ``together``: for several; ``looks``: always after a preview.

    ``work``: reads what it needs of a plan and of those that it is about, and gives what works it out, on any thread.
    """

    title: str
    together: str
    looks: bool
    work: _Redraw

    def asked(self, layer: QgsVectorLayer, findings: Sequence[Finding]) -> list[tuple[QgsFeature, _Work]]:
        """The plans of findings as they are now, each with what works out its new polygon.

        :raises LmvwError: when what it needs is not there any more.
        """
        others: dict[str, list[str]] = {}
        for finding in findings:
            others.setdefault(finding.plan_id or "", []).extend(filter(None, (finding.ander,)))
        keys = list(dict.fromkeys([*others, *(key for theirs in others.values() for key in theirs)]))
        plans = {str(plan["plan_id"]): plan for plan in on_map.find(layer, keys)}
        return [
            (plans[key], self.work(plans[key], [plans[other] for other in dict.fromkeys(theirs) if other in plans]))
            for key, theirs in others.items()
            if key in plans
        ]

    def mendings(self, asked: Sequence[tuple[QgsFeature, _Work]], feedback: Feedback) -> tuple[list[Mending], list[Stays]]:
        """What it does for these plans, and the plans at which it can do nothing. It touches no layer.

        :raises Cancelled: when the user has cancelled.
        :raises LmvwError: when it can do nothing for any of them, with the reason of the first.
        """
        mendings: list[Mending] = []
        stays: list[Stays] = []
        for plan, work in watched(asked, len(asked), feedback):
            try:
                made = work()
            except LmvwError as error:
                stays.append(Stays(_name(plan), str(error)))
                continue
            if made is None:
                stays.append(Stays(_name(plan), _nothing()))
                continue
            remedy = Remedy("polygoon", self.title, {GEOMETRY: made.then}, self.together)
            mendings.append(Mending(plan.id(), _name(plan), remedy, {GEOMETRY: made.was}, polygon=made.polygon, look=made.look))
        if not mendings:
            raise LmvwError(stays[0].why if stays else _nothing())
        return mendings, stays


def redrawings(layer: QgsVectorLayer, finding: Finding) -> Iterator[Redrawing]:
    """What can be done about a finding on a polygon."""
    if finding.veld != GEOMETRY or not finding.plan_id:
        return
    if finding.regel in _REPAIRED and finding.voorstel and not finding.ander:
        title = tr("Repareer de polygoon")
        yield Redrawing(title, title, False, lambda plan, _: partial(redraw.repaired, plan.geometry()))
    if finding.regel == "G3" and boundary_of(QgsProject.instance()) is not None:
        yield Redrawing(tr("Trek dit plan naar de gemeentegrens"), tr("Trek naar de gemeentegrens"), False, _Municipality(layer).trimmed)
    if finding.regel in _CUT and finding.ander:
        plans = {str(plan["plan_id"]): plan for plan in on_map.find(layer, [finding.plan_id, finding.ander])}
        plan, other = plans.get(finding.plan_id), plans.get(finding.ander)
        if plan is None or other is None:
            return
        if finding.regel == "G4" or _overlap(plan, other):  # G5 tells of gaps too
            title = tr("Knip dit plan bij tot ‘{other}’").format(other=_name(other))
            yield Redrawing(title, tr("Knip bij tot het andere plan"), True, _cut)
        else:
            title = tr("Vul de kier tot ‘{other}’").format(other=_name(other))
            yield Redrawing(title, tr("Vul de kier tot het andere plan"), False, partial(_filled, layer))


class _Municipality:
    """The municipality of a plan layer, read when a plan is drawn back to it."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer = layer

    @cached_property
    def _area(self) -> Any:
        """Where it lies.

        :raises LmvwError: when nobody knows any more where it ends.
        """
        path, boundary = plan_file_of(self._layer), boundary_of(QgsProject.instance())
        if path is None or boundary is None:
            raise LmvwError(tr("De gemeentegrens staat niet meer op de kaart; voeg hem toe en probeer het opnieuw."))
        return read_boundary(boundary, read_info(path).gemeente)

    def trimmed(self, plan: QgsFeature, _: Sequence[QgsFeature]) -> _Work:
        """A plan without what lies outside; refused when too little is left.

        :raises LmvwError: when nobody knows any more where the municipality ends.
        """
        return partial(redraw.within, plan.geometry(), self._area)


def _filled(layer: QgsVectorLayer, plan: QgsFeature, others: Sequence[QgsFeature]) -> _Work:
    """A plan with the gaps to others."""
    path = plan_file_of(layer)
    tolerances = read_info(path).yardstick.tolerances if path is not None else Tolerances()
    box = plan.geometry().boundingBox()
    box.grow(tolerances.gap_m)
    near = [beside.geometry() for beside in layer.getFeatures(QgsFeatureRequest(box)) if beside.id() != plan.id()]
    return partial(_fill, plan.geometry(), [other.geometry() for other in others], near, tolerances)


def _fill(
    polygon: QgsGeometry, others: Sequence[QgsGeometry], near: Sequence[QgsGeometry], tolerances: Tolerances
) -> redraw.Redrawn | None:
    made = None
    for other in others:
        redrawn = redraw.filled(polygon, other, near, tolerances)
        if redrawn is not None:
            polygon, made = redrawn.polygon, redrawn.after(made)
    return made


def _nothing() -> str:
    return tr("Er is aan deze polygoon niets meer te verbeteren; controleer opnieuw.")


def _cut(plan: QgsFeature, others: Sequence[QgsFeature]) -> _Work:
    return partial(redraw.cut, plan.geometry(), [(tr("‘{name}’").format(name=_name(other)), other.geometry()) for other in others])


def _overlap(plan: QgsFeature, other: QgsFeature) -> bool:
    return bool(plan.geometry().intersection(other.geometry()).area() > 0)


def _name(plan: QgsFeature) -> str:
    return str(value(plan["plannaam"]) or tr("(zonder naam)"))
