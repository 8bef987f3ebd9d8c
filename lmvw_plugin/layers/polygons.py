# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of a layer in memory: what QGIS read, as shapely geometries and parallel arrays.

Every file is read by OGR and QGIS; only bytes that QGIS wrote reach shapely, and what shapely refuses becomes a finding.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ..core.codelists import Gemeente, code_list
from ..core.errors import LmvwError
from ..core.feedback import Feedback, checkpoint
from ..core.i18n import tr
from . import sources
from .shapely2 import shapely

Plan = Mapping[str, object]
Geometries = NDArray[np.object_]  # of shapely geometries; None where there is none

_LOOK = 200  # features between two looks at the cancel button
_ARC = pi / 180  # an arc becomes straight pieces of one degree: at a radius of 100 m less than 4 mm off
_PLAIN = {struct.pack("<I", 3), struct.pack("<I", 6)}  # the WKB types Polygon and MultiPolygon: nothing to think about

# The columns that a finding or a rule needs; a foreign layer often has the plan name under one of the other names.
_COLUMNS = ("plan_id", "plannummer", "plannaam", "planstatus", "vervallen")
_NAMES = ("plannaam", "naamplan", "naam_plan", "planname", "naam", "plan", "name")


class Kind(IntEnum):
    """What was found where a polygon is expected. Only ``POLYGON`` and ``UNCLOSED`` have a geometry to check."""

    POLYGON = 0
    MISSING = 1
    EMPTY = 2
    POINT = 3
    LINE = 4
    COLLECTION = 5
    UNCLOSED = 6  # a ring whose last point is not its first; the geometry is the closed one
    UNREADABLE = 7
    NOT_FINITE = 8  # a coordinate that is NaN or infinite


@dataclass
class Polygons:
    """The plans of one layer, in parallel arrays of n.

    ``fids`` are feature ids, ``plans`` the columns plan_id, plannummer, plannaam, planstatus and vervallen where the
    layer has them, ``geometries`` two-dimensional shapely geometries (metres) or None, ``kinds`` values of ``Kind``.
    ``has_z``, ``has_m`` and ``curved`` tell what was taken off while reading. ``declared`` is False when the layer
    does not say in which coordinate reference system it is.
    """

    fids: NDArray[np.int64]
    plans: list[Plan]
    geometries: Geometries
    kinds: NDArray[np.int8]
    has_z: NDArray[np.bool_]
    has_m: NDArray[np.bool_]
    curved: NDArray[np.bool_]
    declared: bool = True

    def __len__(self) -> int:
        return len(self.plans)


class _Chunk:
    """A few hundred features on their way to shapely: one vectorised step for all of them."""

    def __init__(self) -> None:
        self.wkb: list[bytes | None] = []
        self.flags: list[tuple[int, int, bool, bool, bool]] = []  # row in the chunk, kind, z, m, curved: only what is not plain

    def add(self, geometry: QgsGeometry) -> None:
        wkb = bytes(geometry.asWkb())
        if wkb[1:5] not in _PLAIN:
            wkb, *flags = _unusual(geometry)
            self.flags.append((len(self.wkb), *flags))
        self.wkb.append(wkb)

    def geometries(self) -> tuple[Geometries, NDArray[np.int8], NDArray[np.bool_]]:
        """Geometries, kinds, and a (3, n) array of the flags z, m and curved."""
        count = len(self.wkb)
        kinds, flags = np.zeros(count, np.int8), np.zeros((3, count), bool)
        with np.errstate(invalid="ignore"):  # numpy warns about NaN, which is a finding
            found = _from_wkb(self.wkb, kinds)
            for row, kind, *more in self.flags:
                flags[:, row] = more
                kinds[row] = kind or kinds[row]
            kinds[(kinds == Kind.COLLECTION) & (found == None)] = Kind.UNREADABLE  # noqa: E711  # elementwise
            kinds[(kinds == Kind.POLYGON) & shapely.is_empty(found)] = Kind.EMPTY
            finite = np.isfinite(shapely.get_coordinates(found))
            if not finite.all():
                owner = shapely.get_coordinates(found, return_index=True)[1]
                kinds[np.unique(owner[~finite.all(axis=1)])] = Kind.NOT_FINITE
        return found, kinds, flags


def _from_wkb(wkb: list[bytes | None], kinds: NDArray[np.int8]) -> Geometries:
    """Geometries from bytes; what needs mending or cannot be read is marked in ``kinds``."""
    given = np.array([piece is not None for piece in wkb], bool)
    found = shapely.from_wkb(np.array(wkb, object), on_invalid="ignore")
    for row in np.flatnonzero(given & (found == None)):  # noqa: E711  # elementwise
        found[row] = shapely.from_wkb(wkb[row], on_invalid="fix")
        kinds[row] = Kind.UNREADABLE if found[row] is None else Kind.UNCLOSED
    return found


def _unusual(geometry: QgsGeometry) -> tuple[bytes | None, int, bool, bool, bool]:
    """What is not a plain polygon: the bytes of a plain one when that can be had, its kind, and flags z, m, curved."""
    if geometry.isNull():
        return None, Kind.MISSING, False, False, False
    kind = geometry.wkbType()
    has_z, has_m = QgsWkbTypes.hasZ(kind), QgsWkbTypes.hasM(kind)
    curved = QgsWkbTypes.isCurvedType(kind)
    if geometry.isEmpty():
        return None, Kind.EMPTY, has_z, has_m, curved
    flat = QgsWkbTypes.flatType(kind)
    of_collection = flat == QgsWkbTypes.Type.GeometryCollection
    named = {QgsWkbTypes.GeometryType.PointGeometry: Kind.POINT, QgsWkbTypes.GeometryType.LineGeometry: Kind.LINE}
    found = Kind.COLLECTION if of_collection else named.get(QgsWkbTypes.geometryType(kind), Kind.POLYGON)
    if found == Kind.POLYGON and flat not in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon) and not curved:
        found = Kind.COLLECTION  # triangles and surfaces of solids
    return plain_wkb(geometry), found, has_z, has_m, curved


def plain_wkb(geometry: QgsGeometry) -> bytes | None:
    """The geometry as WKB that shapely can read: arcs as straight pieces, without Z and M; None when it has none."""
    straight = geometry.constGet().segmentize(_ARC) if geometry.constGet() is not None else None
    if straight is None:
        return None
    straight.dropZValue()
    straight.dropMValue()
    return straight.asWkb().data()


def columns_of(source: QgsFeatureSource) -> dict[str, int]:
    """Index of each column that a finding needs, for those that the layer has; upper and lower case are the same."""
    fields = source.fields()
    found = {name: fields.lookupField(name) for name in _COLUMNS}
    found["plannaam"] = next((at for name in _NAMES if (at := fields.lookupField(name)) >= 0), -1)
    return {name: at for name, at in found.items() if at >= 0}


def _readers(columns: Mapping[str, int]) -> list[tuple[str, int, Callable[[Any], object]]]:
    translate = {"planstatus": _status, "vervallen": _yes}
    return [(name, at, translate.get(name, _plain)) for name, at in columns.items()]


def _plain(raw: Any) -> object:
    """As ``sources.value``, which compares with QGIS's NULL: too slow to do for every text of a large layer."""
    return raw if isinstance(raw, (str, int)) else sources.value(raw)


@lru_cache(maxsize=1000)
def _bare(text: str) -> str:
    first = text.split()[0] if text.strip() else text
    return first if first in code_list("planstatus") else text


def _status(raw: Any) -> object:
    """The bare code, also where a foreign layer has text behind it (``5A Potentieel``)."""
    return _bare(raw) if isinstance(raw, str) else sources.value(raw)


def _yes(raw: Any) -> object:
    """True for yes in the words of a foreign layer too; None when not answered."""
    if isinstance(raw, str):
        return raw.strip().casefold() in ("ja", "j", "true", "1")
    plain = _plain(raw)
    return None if plain is None else bool(plain)


def features(source: QgsFeatureSource, columns: Mapping[str, int]) -> Iterator[QgsFeature]:
    """The features with these columns only; their geometries as they are, good or bad."""
    no_check = QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck
    if isinstance(source, QgsProcessingFeatureSource):  # it puts the user's setting, "stop", in place of the request's
        source.setInvalidGeometryCheck(no_check)
    request = QgsFeatureRequest().setInvalidGeometryCheck(no_check)
    return source.getFeatures(request.setSubsetOfAttributes(list(columns.values())))


def read_polygons(source: QgsFeatureSource, feedback: Feedback) -> Polygons:
    """Read every plan of the layer, good or bad.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    columns = columns_of(source)
    readers = _readers(columns)
    total = max(1, source.featureCount())
    fids: list[int] = []
    plans: list[Plan] = []
    parts: list[tuple[Geometries, NDArray[np.int8], NDArray[np.bool_]]] = [_Chunk().geometries()]
    chunk = _Chunk()
    for feature in features(source, columns):
        fids.append(feature.id())
        values = feature.attributes()  # all at once is quicker than a call for each
        plans.append({name: read(values[at]) for name, at, read in readers})
        chunk.add(feature.geometry())
        if len(chunk.wkb) == _LOOK:
            parts.append(chunk.geometries())
            chunk = _Chunk()
            checkpoint(feedback, min(100.0, 100.0 * len(plans) / total))
    parts.append(chunk.geometries())
    geometries, kinds, flags = (np.concatenate(arrays, axis=-1) for arrays in zip(*parts, strict=True))
    declared = source.sourceCrs().isValid()
    return Polygons(np.array(fids, np.int64), plans, geometries, kinds, *flags, declared=declared)


def read_boundary(source: QgsFeatureSource, gemeente: Gemeente | None = None) -> Any:
    """The area of the municipality as one valid shapely (multi)polygon: the polygons of the layer that name it by code
    or name, or all of them together when none does.

    :raises LmvwError: when the layer holds no polygon, or shapely 2 is missing.
    """
    everything, own = _Chunk(), _Chunk()
    names = {gemeente.code, gemeente.code.removeprefix("GM"), gemeente.name} if gemeente else set()
    for feature, attributes in sources.rows(source):
        everything.add(feature.geometry())
        if not names.isdisjoint(str(value) for value in attributes.values()):
            own.add(feature.geometry())
    found, kinds, _ = (own if own.wkb else everything).geometries()
    usable = found[(kinds == Kind.POLYGON) | (kinds == Kind.UNCLOSED)]
    if not len(usable):
        raise LmvwError(tr("De laag met de gemeentegrens bevat geen polygonen; kies een laag met de grens van de gemeente."))
    return shapely.union_all(shapely.make_valid(usable, method="structure", keep_collapsed=False))
