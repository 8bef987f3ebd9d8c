# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of plans in memory for the polygon tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import shapely
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.rules.findings import Finding
from lmvw_plugin.layers.polygons.reading import Polygons, read_polygons
from lmvw_plugin.layers.polygons.rules import Tolerances, check_polygons

COLUMNS = (
    "&field=plan_id:string&field=plannummer:string&field=plannaam:string&field=planstatus:string"
    "&field=gerealiseerd:bool&field=vervallen:bool&field=bruto_totaal:integer&field=toelichting:string"
)


def layer_of(
    geometries: Iterable[QgsGeometry | shapely.Geometry | str | None], kind: str = "MultiPolygon", crs: str = "EPSG:28992",
    plans: Sequence[Mapping[str, object]] | None = None,
) -> QgsVectorLayer:  # fmt: skip
    """A layer with one plan per geometry; plans are called ‘Plan 1’, ‘Plan 2’ and so on."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}{COLUMNS}", "plannen", "memory")
    assert layer.isValid()
    features = []
    for row, geometry in enumerate(geometries):
        feature = QgsFeature(layer.fields())
        given = {"plan_id": f"id-{row + 1}", "plannaam": f"Plan {row + 1}", "planstatus": "3", "vervallen": False}
        given |= dict(plans[row]) if plans else {}
        for name, value in given.items():
            feature.setAttribute(name, value)
        if geometry is not None:
            feature.setGeometry(as_qgis(geometry))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0], layer.dataProvider().errors()
    return layer


def as_qgis(geometry: QgsGeometry | shapely.Geometry | str) -> QgsGeometry:
    """A QGIS geometry, made of WKT or of a shapely geometry without losing a bit."""
    if isinstance(geometry, str):
        return QgsGeometry.fromWkt(geometry)
    if isinstance(geometry, QgsGeometry):
        return geometry
    made = QgsGeometry()
    made.fromWkb(shapely.to_wkb(geometry, output_dimension=3))
    return made


def read(*geometries: QgsGeometry | shapely.Geometry | str | None, **more: object) -> Polygons:
    """Those plans, read as the check reads them."""
    return read_polygons(layer_of(geometries, **more), Silent())


def check(
    *geometries: QgsGeometry | shapely.Geometry | str | None, boundary: shapely.Geometry | None = None,
    tolerances: Tolerances | None = None, **more: object,
) -> list[Finding]:  # fmt: skip
    """The findings about those plans."""
    return check_polygons(read(*geometries, **more), boundary, tolerances or Tolerances(), Silent())


def plans_of(shapes: Sequence[shapely.Geometry], **columns: object) -> Polygons:
    """Plans with these shapes, without a layer."""
    n = len(shapes)
    plans = [{"plan_id": f"id-{row + 1}", "plannaam": f"Plan {row + 1}", **columns} for row in range(n)]
    array = np.array([*shapes, None], object)[:-1]
    none = np.zeros(n, bool)
    return Polygons(np.arange(n), plans, array, shapely.area(array), np.zeros(n, np.int8), *(none.copy() for _ in range(4)))
