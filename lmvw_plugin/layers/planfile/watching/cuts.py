# SPDX-License-Identifier: GPL-2.0-or-later
"""A polygon that was cut by QGIS's own tool, and its parts."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ..division import is_fresh
from .steps import StepWatch

_MOSTLY = 0.99  # of a new part lies in the polygon it was cut from; the rest is rounding of coordinates


class CutWatch(StepWatch):
    """Notices in one layer that a polygon was cut by QGIS's own tool, and tells the feature ids of its parts, the old one first."""

    def __init__(self, layer: QgsVectorLayer, cut: Callable[[list[int]], None]) -> None:
        super().__init__(layer)
        self._tell = cut
        self._known: dict[int, QgsGeometry] = {}  # polygons that were changed since the layer was saved
        self._changed: dict[int, QgsGeometry | None] = {}  # in the step under way: the polygon before, None as saved
        self._cut_off: set[int] = set()  # in the last step
        self._hear(layer.geometryChanged, self._change)
        self._hear(layer.afterCommitChanges, self._forget)
        self._hear(layer.afterRollBack, self._forget)

    def cut_off(self) -> set[int]:
        """The parts, without the old ones, of the last step."""
        return self._cut_off

    def _begin(self, *_: str) -> None:
        super()._begin()
        self._changed = {}

    def _change(self, fid: int, polygon: QgsGeometry) -> None:
        self._changed.setdefault(fid, self._known.get(fid))
        self._known[fid] = QgsGeometry(polygon)

    def _look(self, added: list[int]) -> None:
        changed, self._changed = self._changed, {}
        parts: dict[int, list[int]] = {}
        for plan in (self._layer.getFeature(fid) for fid in (added if changed else [])):
            if not plan.isValid() or not is_fresh(plan):
                continue
            self._known[plan.id()] = plan.geometry()
            for fid, before in changed.items():
                whole = before or self._saved(fid)
                if whole.intersection(plan.geometry()).area() > _MOSTLY * plan.geometry().area() > 0:
                    parts.setdefault(fid, []).append(plan.id())
        self._cut_off = {part for cut_off in parts.values() for part in cut_off}
        for fid, cut_off in parts.items():
            self._tell([fid, *cut_off])

    def _saved(self, fid: int) -> QgsGeometry:
        feature = next(self._layer.dataProvider().getFeatures(QgsFeatureRequest(fid)), None)
        return feature.geometry() if feature is not None else QgsGeometry()

    def _forget(self) -> None:
        self._known = {}
        self._begin()
