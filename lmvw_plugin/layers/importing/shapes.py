# SPDX-License-Identifier: GPL-2.0-or-later
"""The shapes of an imported layer: only areas become polygons of plans, and what is odd about their place is said."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from qgis.core import QgsFeatureSource, QgsGeometry, QgsWkbTypes

from ...core.i18n import tr
from .. import sources

_SOME = 100  # polygons tell enough about all of them
_NAMED = 8  # places in one sentence
_KIND = {QgsWkbTypes.GeometryType.PointGeometry: "een punt", QgsWkbTypes.GeometryType.LineGeometry: "een lijn"}


class Areas:
    """Takes the areas out of the shapes of a layer, one after another, and remembers which were none.

    A layer may be declared to hold shapes of any kind; a point in it is no polygon of a plan.
    """

    def __init__(self) -> None:
        self._place = 0
        self._none: dict[str, list[int]] = defaultdict(list)
        self._partly: list[int] = []

    def of(self, geometry: QgsGeometry) -> QgsGeometry:
        """The shape itself when it is an area, the areas of a collection, or nothing."""
        self._place += 1
        kind = geometry.type()
        if geometry.isEmpty() or (kind == QgsWkbTypes.GeometryType.PolygonGeometry and not _is_collection(geometry)):
            return geometry
        parts = geometry.asGeometryCollection() if _is_collection(geometry) else []
        areas = [part for part in parts if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry and not part.isEmpty()]
        if not areas:
            self._none[_KIND.get(kind, "iets anders")].append(self._place)
            return QgsGeometry()
        if len(areas) < len(parts):
            self._partly.append(self._place)
        return QgsGeometry.collectGeometry(areas)

    def remarks(self, name: str) -> Iterator[str]:
        """What was left out of the layer of this name."""
        for kind, places in self._none.items():
            yield tr("In laag ‘{name}’ is de vorm van rij {places} {kind} en geen vlak; die plannen hebben nog geen polygoon.").format(
                name=name, places=_listed(places), kind=tr(kind)
            )
        if self._partly:
            yield tr("In laag ‘{name}’ heeft rij {places} naast vlakken ook punten of lijnen; alleen de vlakken zijn overgenomen.").format(
                name=name, places=_listed(self._partly)
            )


def about_place(source: QgsFeatureSource, geometries: Sequence[QgsGeometry]) -> Iterator[str]:
    """What is odd about where the polygons are."""
    if source.wkbType() != QgsWkbTypes.Type.NoGeometry and not source.sourceCrs().isValid():
        yield tr("De laag ‘{name}’ zegt niet in welk coördinatenstelsel zij staat; zij is gelezen als EPSG:28992 (RD).").format(
            name=source.sourceName()
        )
    boxes = [geometry.boundingBox() for geometry in geometries[:_SOME] if not geometry.isEmpty()]
    if boxes and not any(map(sources.NETHERLANDS.intersects, boxes)):
        yield tr("De polygonen van ‘{name}’ liggen volgens hun coördinaten niet in Nederland; controleer het coördinatenstelsel. "
                 "‘Polygonen controleren’ zegt waarop het lijkt.").format(name=source.sourceName())  # fmt: skip


def _is_collection(geometry: QgsGeometry) -> bool:
    return bool(QgsWkbTypes.flatType(geometry.wkbType()) == QgsWkbTypes.Type.GeometryCollection)


def _listed(places: Sequence[int]) -> str:
    shown = ", ".join(map(str, places[:_NAMED]))
    return tr("{shown} en nog {more}").format(shown=shown, more=len(places) - _NAMED) if len(places) > _NAMED else shown
