# SPDX-License-Identifier: GPL-2.0-or-later
"""The shapes of an imported layer: only areas become polygons of plans, and what is odd about their place is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qgis.core import QgsAbstractGeometry, QgsFeatureSource, QgsGeometry, QgsRectangle, QgsWkbTypes

from ...core.i18n import first_few, later, tr
from .. import sources
from ..planfile.rows import Shape, shape_of

_SOME = 100  # polygons tell enough about all of them
_NAMED = 8  # places in one sentence
_KIND = {
    QgsWkbTypes.GeometryType.PointGeometry: later("een punt"),
    QgsWkbTypes.GeometryType.LineGeometry: later("een lijn"),
    QgsWkbTypes.GeometryType.PolygonGeometry: later("een 3D-oppervlak"),  # of triangles, or the skin of a solid
}
_AREAS = {QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon, QgsWkbTypes.Type.CurvePolygon, QgsWkbTypes.Type.MultiSurface}
_MULTIPOLYGON = QgsWkbTypes.Type.MultiPolygon
# How the WKB of a triangle begins: in a layer of multipolygons QGIS makes of one a part of a multipolygon.
_TRIANGLE = bytes.fromhex("01 11000000")
_OF_PARTS = {QgsWkbTypes.Type.GeometryCollection, QgsWkbTypes.Type.MultiPolygon, QgsWkbTypes.Type.MultiSurface}


class Areas:
    """Takes the areas out of the shapes of a layer, one after another, and remembers which were none.

    A layer may be declared to hold shapes of any kind; a point in it is no polygon of a plan.
    """

    def __init__(self) -> None:
        self._number = 0
        self._none: dict[str, list[int]] = defaultdict(list)
        self._partly: list[int] = []

    def of(self, geometry: QgsGeometry, wkb: bytes | None = None) -> Shape | None:
        """The shape itself when it is an area, the areas of a collection, or nothing.

        :param wkb: as it is stored, where that is known.
        """
        self._number += 1
        if geometry.isEmpty():
            return None
        shape = shape_of(geometry, wkb) if geometry.wkbType() == _MULTIPOLYGON else None  # as most are
        if shape is not None and _TRIANGLE not in shape.wkb:
            return shape
        if _is_area(geometry):
            return shape_of(geometry)
        parts = list(_parts(geometry))
        areas = [part for part in parts if _is_area(part) and not part.isEmpty()]
        if not areas:
            self._none[_KIND.get((parts or [geometry])[0].type(), later("iets anders"))].append(self._number)
            return None
        if len(areas) < len(parts):
            self._partly.append(self._number)
        return shape_of(QgsGeometry.collectGeometry(areas))

    def remarks(self, name: str) -> Iterator[str]:
        """What was left out of the layer of this name."""
        for kind, places in self._none.items():
            yield tr("In laag ‘{name}’ is de vorm van rij {places} {kind} en geen vlak; een polygoon is nog te tekenen.").format(
                name=name, places=_first(places), kind=tr(kind)
            )
        if self._partly:
            yield tr("In laag ‘{name}’ heeft rij {places} naast vlakken ook punten of lijnen; alleen de vlakken zijn overgenomen.").format(
                name=name, places=_first(self._partly)
            )


def about_place(source: QgsFeatureSource, shapes: Sequence[Shape | None]) -> Iterator[str]:
    """What is odd about where the polygons are."""
    if source.wkbType() != QgsWkbTypes.Type.NoGeometry and not sources.is_declared(source.sourceCrs()):
        yield tr("De laag ‘{name}’ zegt niet in welk coördinatenstelsel zij staat; zij is gelezen als EPSG:28992 (RD).").format(
            name=source.sourceName()
        )
    boxes = [shape.box for shape in shapes[:_SOME] if shape is not None]
    if boxes and not any(sources.NETHERLANDS.intersects(QgsRectangle(left, low, right, high)) for left, right, low, high in boxes):
        yield tr("De polygonen van ‘{name}’ liggen volgens hun coördinaten niet in Nederland; controleer het coördinatenstelsel. "
                 "‘Polygonen controleren’ zegt waarop het lijkt.").format(name=source.sourceName())  # fmt: skip


def _is_area(geometry: QgsGeometry) -> bool:
    """What a plan file can hold."""
    return QgsWkbTypes.flatType(geometry.wkbType()) in _AREAS and not any(map(_is_triangle, geometry.constParts()))


def _is_triangle(part: QgsAbstractGeometry | None) -> bool:
    return part is not None and bool(part.geometryType() == "Triangle")  # asking for the type takes five times as long


def _parts(geometry: QgsGeometry) -> Iterator[QgsGeometry]:
    """What a collection holds, also in the collections in it; a triangle as the polygon that it is."""
    if QgsWkbTypes.flatType(geometry.wkbType()) in _OF_PARTS:
        for part in geometry.asGeometryCollection():
            yield from _parts(part)
    elif _is_triangle(geometry.constGet()):
        yield QgsGeometry(geometry.constGet().surfaceToPolygon())
    else:
        yield geometry


def _first(numbers: Sequence[int]) -> str:
    return first_few([str(number) for number in numbers[:_NAMED]], len(numbers), _NAMED)
