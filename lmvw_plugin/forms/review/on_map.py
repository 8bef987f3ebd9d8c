# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a finding is: the map goes there, the exact place flashes, and the plan is selected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from qgis.core import (
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

from ...core.rules.findings import Finding
from ..on_canvas import box_on

_ROOM = 1.6  # how much of what is round a plan is shown with it
_NEAR = 40.0  # metres round a place that stays in sight
_SPOT = 2.0  # metres: the spot that flashes
_MOST = 500  # plans of a task that are selected by one click


def find(layer: QgsVectorLayer, plans: Sequence[str], geometry: bool = True) -> list[QgsFeature]:
    """The plans with these keys, as the layer has them now."""
    keys = ", ".join(QgsExpression.quotedString(key) for key in plans)
    request = QgsFeatureRequest().setFilterExpression(f"{QgsExpression.quotedColumnRef('plan_id')} IN ({keys})")
    if not geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return list(layer.getFeatures(request)) if plans else []


def show(canvas: QgsMapCanvas, layer: QgsVectorLayer, finding: Finding, select: bool = True) -> bool:
    """Bring the plan of a finding and the place of it in sight; False when that plan is gone. A finding may be about a place and no plan."""
    plan = next(iter(find(layer, [finding.plan_id] if finding.plan_id else [])), None)
    if plan is None and (finding.plan_id or finding.place is None):
        return False
    if select and plan is not None:
        layer.selectByIds([plan.id()])
    spot = QgsGeometry.fromPointXY(QgsPointXY(*finding.place)) if finding.place else None
    if spot is not None:
        box = spot.boundingBox()
        box.grow(_NEAR)
        flash = spot.buffer(_SPOT, 8)
    elif plan is not None and not plan.geometry().isEmpty():
        box, flash = plan.geometry().boundingBox(), plan.geometry()
        box.scale(_ROOM)
    else:
        return True
    shown = box_on(canvas, box, layer.crs())
    if shown is None:
        return True
    canvas.zoomToFeatureExtent(shown) if spot is None else canvas.setExtent(shown)
    canvas.refresh()
    canvas.flashGeometries([flash, plan.geometry()] if spot is not None and plan is not None else [flash], layer.crs())
    return True


def show_all(canvas: QgsMapCanvas, layer: QgsVectorLayer, plans: Sequence[str]) -> None:
    """Select the plans of a task, and bring them in sight."""
    fids = [plan.id() for plan in find(layer, plans[:_MOST], geometry=False)]
    layer.selectByIds(fids)
    if fids:
        canvas.zoomToFeatureIds(layer, fids)
        canvas.flashFeatureIds(layer, fids)


def in_sight(canvas: QgsMapCanvas, layer: QgsVectorLayer, known: Mapping[int, str]) -> set[str]:
    """The keys of the plans that lie in the map as it is shown; parameter as of ``selected``."""
    box = canvas.mapSettings().outputExtentToLayerExtent(layer, canvas.extent())
    request = QgsFeatureRequest().setFilterRect(box).setNoAttributes()  # without their polygons it takes twice as long
    return _keys(layer, [plan.id() for plan in layer.getFeatures(request)], known)


def selected(layer: QgsVectorLayer, known: Mapping[int, str]) -> set[str]:
    """The keys of the plans that are selected.

    :param known: keys by the number that the layer gives a plan; only a plan that is not in it is read.
    """
    return _keys(layer, layer.selectedFeatureIds(), known)


def _keys(layer: QgsVectorLayer, fids: Iterable[int], known: Mapping[int, str]) -> set[str]:
    some = set(fids)
    new, column = some - known.keys(), layer.fields().lookupField("plan_id")
    request = QgsFeatureRequest().setFilterFids(list(new)).setSubsetOfAttributes([column])
    read = {str(plan[column]) for plan in layer.getFeatures(request)} if new else set()
    return read.union(known[fid] for fid in some - new)
