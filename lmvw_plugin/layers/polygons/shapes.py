# SPDX-License-Identifier: GPL-2.0-or-later
"""The polygons of many plans in little memory: plain multipolygons, held as bytes and made into QGIS's objects one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from qgis.core import QgsGeometry, QgsWkbTypes

_MULTIPOLYGON = (1).to_bytes(1, "little") + int(QgsWkbTypes.Type.MultiPolygon.value).to_bytes(4, "little")  # how its WKB begins


class Shapes(Sequence[QgsGeometry]):
    """A sequence of polygons as the delivery holds them. Each is a new object whenever it is asked for."""

    def __init__(self, geometries: Iterable[QgsGeometry] = ()) -> None:
        self._wkb: list[bytes] = []
        for geometry in geometries:
            self.append(geometry)

    def append(self, geometry: QgsGeometry) -> None:
        """Add one, which may be null, curved, or have heights."""
        wkb = geometry.asWkb().data()
        self._wkb.append(wkb if wkb.startswith(_MULTIPOLYGON) else plain(geometry).asWkb().data())

    def take(self, places: Iterable[int]) -> Shapes:
        """Those at the given places, without a copy of any of them."""
        chosen = Shapes()
        chosen._wkb = [self._wkb[index] for index in places]
        return chosen

    def __getitem__(self, index: int) -> QgsGeometry:  # type: ignore[override]  # no slices
        geometry = QgsGeometry()
        geometry.fromWkb(self._wkb[index])
        return geometry

    def __len__(self) -> int:
        return len(self._wkb)


def plain(geometry: QgsGeometry) -> QgsGeometry:
    """A multipolygon without heights and curves, as the delivery holds it."""
    multi = QgsGeometry(geometry)
    if multi.isNull():
        return multi
    if QgsWkbTypes.isCurvedType(multi.wkbType()):
        multi = QgsGeometry(multi.constGet().segmentize())
    multi.convertToMultiType()
    multi.get().dropZValue()
    multi.get().dropMValue()
    return multi
