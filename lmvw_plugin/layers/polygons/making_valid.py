# SPDX-License-Identifier: GPL-2.0-or-later
"""Valid polygons and closed rings, made by QGIS: shapely 2.0 can do neither in the way that the check asks.

Shapely 2.0 knows one method of ``make_valid``, which turns what is covered twice into a hole, and cannot close a ring
while it reads. QGIS can do both since 3.20, with the GEOS that it was built with; so every shapely gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import Qgis, QgsAbstractGeometry, QgsCurve, QgsGeometry, QgsGeometryCollection, QgsWkbTypes

from ...core.feedback import breathe
from .complexity import beyond_repair
from .shapely2 import shapely

Geometries = NDArray[np.object_]


def made_valid(geometries: Geometries, simple: bool = False) -> Geometries:
    """Valid (multi)polygons in place of invalid ones, by the structure method: shells together, minus the holes.

    What is valid stays the same object; what has no area left, or is too complex, becomes empty.

    :param simple: it is known that none of them is too complex, so that nobody has to look.
    :raises Cancelled: when the work that this is part of is cancelled.
    """
    result = geometries.copy()
    if not simple:
        result[beyond_repair(geometries)] = shapely.MultiPolygon()
    for row in np.flatnonzero(~shapely.is_valid(result) & ~shapely.is_missing(result)).tolist():
        breathe()
        result[row] = _made_valid(geometries[row])
    return result


def _made_valid(shape: Any) -> Any:
    # Normalised first: what an older GEOS makes of crossing rings depends on where they start.
    wkb = shapely.to_wkb(shapely.normalize(shape), output_dimension=2)
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    valid = geometry.makeValid(Qgis.MakeValidMethod.Structure, False)
    if valid.isNull() or valid.isEmpty():
        return shapely.MultiPolygon()
    return shapely.from_wkb(valid.asWkb().data())


def measurable(wkb: Sequence[bytes | None]) -> Geometries:
    """Valid polygons of bytes; None where there is nothing that can be measured."""
    given = np.array(wkb, object)
    with np.errstate(invalid="ignore"):
        made: Geometries = shapely.from_wkb(given, on_invalid="ignore")
        for row in np.flatnonzero(shapely.is_missing(made)).tolist():
            made[row] = None if given[row] is None else closed(given[row])
        made[~np.isfinite(shapely.bounds(made)).all(axis=1)] = None
        return made_valid(made)


def closed(wkb: bytes) -> Any:
    """The shapely geometry of bytes with rings that do not end where they began: closed. None when that does not help."""
    geometry = QgsGeometry()
    geometry.fromWkb(wkb)
    if geometry.constGet() is None:
        return None
    return shapely.from_wkb(_closed(geometry.constGet()).asWkb().data(), on_invalid="ignore")


def _closed(shape: QgsAbstractGeometry) -> QgsAbstractGeometry:
    """A copy with every ring closed."""
    flat = QgsWkbTypes.flatType(shape.wkbType())
    if flat == QgsWkbTypes.Type.Polygon:
        copy = shape.createEmptyWithSameType()
        copy.setExteriorRing(_ring(shape.exteriorRing()))
        for number in range(shape.numInteriorRings()):
            copy.addInteriorRing(_ring(shape.interiorRing(number)))
        return copy
    if isinstance(shape, QgsGeometryCollection):
        copy = shape.createEmptyWithSameType()
        for number in range(shape.numGeometries()):
            copy.addGeometry(_closed(shape.geometryN(number)))
        return copy
    return shape.clone()


def _ring(ring: QgsCurve) -> QgsCurve:
    copy = ring.clone()
    copy.close()
    return copy
