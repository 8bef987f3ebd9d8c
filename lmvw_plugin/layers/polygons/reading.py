# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons of a layer in memory: what QGIS read, as shapely geometries and parallel arrays.

Every file is read by OGR and QGIS; only bytes that QGIS wrote reach shapely, and what shapely refuses becomes a finding.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import islice
from math import pi
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsFields,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsWkbTypes,
)

from ...core.basisset.boundaries import own_rows
from ...core.basisset.codelists import Gemeente, code_list
from ...core.errors import LmvwError
from ...core.feedback import Feedback, checkpoint
from ...core.i18n import tr
from .. import sources
from ..reading import Taken
from ..stored.copies import NOTHING_STORED, Stored
from ..stored.geometry import one_ring_in, wkb_in
from .making_valid import closed, made_valid
from .shapely2 import shapely

Plan = Mapping[str, object]
Geometries = NDArray[np.object_]  # of shapely geometries; None where there is none

PIECE = 1000  # plans per piece: some milliseconds of work, arrays that fit a processor's cache, a small peak in memory
_LOOK = 100  # features between two looks at the cancel button
_ARC = pi / 180  # an arc becomes straight pieces of one degree: at a radius of 100 m less than 4 mm off
_POINT = 16  # bytes of a vertex in WKB, and what a polygon of one ring has beside them: order, kind and numbers, and so around its one part
_ONE_RING = (13, 22)
_PLAIN = {struct.pack("<I", 3), struct.pack("<I", 6)}  # the WKB types Polygon and MultiPolygon: nothing to think about

# The columns that a finding or a rule needs; a foreign layer often has the plan name under one of the other names.
_COLUMNS = ("plan_id", "plannummer", "plannaam", "planstatus", "gerealiseerd", "vervallen", "bruto_totaal", "toelichting")
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
    SURFACE = 9  # triangles side by side, or the skin of a solid


@dataclass
class Polygons:
    """The plans of one layer, in parallel arrays of n.

    ``fids`` are feature ids, ``plans`` the columns plan_id, plannummer, plannaam, planstatus, gerealiseerd, vervallen, bruto_totaal and toelichting
    where the layer has them, ``geometries`` two-dimensional shapely geometries (metres) or None, ``areas`` theirs, ``kinds`` values of ``Kind``.
    ``has_z``, ``has_m``, ``curved`` and ``hollow`` (parts or rings without vertices) tell what was taken off while reading. ``declared`` is
    False when the layer does not say in which coordinate reference system it is.
    """

    fids: NDArray[np.int64]
    plans: list[Plan]
    geometries: Geometries
    areas: NDArray[np.float64]
    kinds: NDArray[np.int8]
    has_z: NDArray[np.bool_]
    has_m: NDArray[np.bool_]
    curved: NDArray[np.bool_]
    hollow: NDArray[np.bool_]
    declared: bool = True

    def __len__(self) -> int:
        return len(self.plans)

    def part(self, rows: NDArray[np.intp]) -> Polygons:
        """Some of the plans."""
        plans = [self.plans[row] for row in rows.tolist()]
        arrays = (values[rows] for values in (self.geometries, self.areas, self.kinds, self.has_z, self.has_m, self.curved, self.hollow))
        return Polygons(self.fids[rows], plans, *arrays, declared=self.declared)


class Piece:
    """Some hundreds of plans on their way to shapely: one vectorised step for all of them, which another thread may do."""

    def __init__(self, declared: bool = True) -> None:
        self._declared = declared
        self._fids: list[int] = []
        self._plans: list[Plan] = []
        self._wkb: list[bytes | None] = []
        self._flags: list[tuple[int, int, bool, bool, bool]] = []  # row in the piece, kind, z, m, curved: only what is not plain
        self._stored = False

    def __len__(self) -> int:
        return len(self._wkb)

    def add(self, fid: int, plan: Plan, geometry: QgsGeometry) -> None:
        """One plan."""
        wkb = bytes(geometry.asWkb())
        if wkb[1:5] not in _PLAIN:
            wkb, *flags = _unusual(geometry)
            self._flags.append((len(self._wkb), *flags))
        self._fids.append(fid)
        self._plans.append(plan)
        self._wkb.append(wkb)

    def add_stored(self, fid: int, plan: Plan, geometry: object) -> None:
        """One plan, with its geometry as a GeoPackage has it. What is more than one ring is read by QGIS first."""
        self._stored, wkb = True, one_ring_in(geometry)
        if wkb is not None:
            self._fids.append(fid)
            self._plans.append(plan)
            self._wkb.append(wkb)
        else:
            read = QgsGeometry()
            if (other := wkb_in(geometry)) is not None:
                read.fromWkb(other)
            self.add(fid, plan, read)

    def polygons(self) -> Polygons:
        """The plans of this piece, read by shapely."""
        with np.errstate(invalid="ignore"):  # numpy warns about NaN, which is a finding
            geometries, kinds, flags = self._read()
            areas = shapely.area(geometries)
        return Polygons(np.array(self._fids, np.int64), self._plans, geometries, areas, kinds, *flags, declared=self._declared)

    def _read(self) -> tuple[Geometries, NDArray[np.int8], NDArray[np.bool_]]:
        """Geometries, kinds, and a (4, n) array of the flags z, m, curved and hollow."""
        count = len(self._wkb)
        kinds, flags = np.zeros(count, np.int8), np.zeros((4, count), bool)
        shapes = _from_wkb(self._wkb, kinds)
        if self._stored:
            kinds[kinds == Kind.UNCLOSED] = Kind.POLYGON  # as QGIS, which closes what it reads of a file
        for row, kind, *more in self._flags:
            flags[:3, row] = more
            kinds[row] = kind or kinds[row]
        kinds[(kinds == Kind.COLLECTION) & (shapes == None)] = Kind.UNREADABLE  # noqa: E711  # elementwise
        kinds[(kinds == Kind.POLYGON) & shapely.is_empty(shapes)] = Kind.EMPTY
        suspect = np.flatnonzero(~self._one_ring(shapes))
        hollow = suspect[hollow_rows(shapes[suspect])]
        shapes[hollow] = [without_hollow(shape) for shape in shapes[hollow]]
        flags[3, hollow] = True
        finite = np.isfinite(shapely.get_coordinates(shapes))
        if not finite.all():
            owner = shapely.get_coordinates(shapes, return_index=True)[1]
            kinds[np.unique(owner[~finite.all(axis=1)])] = Kind.NOT_FINITE
        return shapes, kinds, flags

    def _one_ring(self, shapes: Geometries) -> NDArray[np.bool_]:
        """Which are surely a polygon of one ring, or one such part: the length of their bytes leaves no place for another, filled or not."""
        length = np.fromiter(map(len, (piece or b"" for piece in self._wkb)), int, len(self._wkb))
        return np.isin(length - _POINT * shapely.get_num_coordinates(shapes), _ONE_RING)


def _from_wkb(wkb: list[bytes | None], kinds: NDArray[np.int8]) -> Geometries:
    """Geometries from bytes; what needs mending or cannot be read is marked in ``kinds``."""
    given = np.array([piece is not None for piece in wkb], bool)
    shapes = shapely.from_wkb(np.array(wkb, object), on_invalid="ignore")
    for row in np.flatnonzero(given & (shapes == None)):  # noqa: E711  # elementwise
        shapes[row] = closed(wkb[row])
        kinds[row] = Kind.UNREADABLE if shapes[row] is None else Kind.UNCLOSED
    return shapes


def hollow_rows(geometries: Geometries) -> NDArray[np.intp]:
    """Which (multi)polygons have a part or a ring without vertices beside others. GEOS ends the program when it compares them."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    nothing = np.concatenate([owner[part[shapely.get_num_coordinates(rings) == 0]], owner[shapely.is_empty(parts)]])
    return np.unique(nothing[~shapely.is_empty(geometries[nothing])])


def without_hollow(shape: Any) -> Any:
    """A (multi)polygon with only the parts and rings that have vertices."""
    parts = [
        shapely.Polygon(part.exterior, [ring for ring in part.interiors if not ring.is_empty])
        for part in shapely.get_parts(shape)
        if not part.is_empty
    ]
    return shapely.MultiPolygon(parts) if shape.geom_type == "MultiPolygon" else parts[0]


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
    sort = Kind.COLLECTION if of_collection else named.get(QgsWkbTypes.geometryType(kind), Kind.POLYGON)
    if flat in (QgsWkbTypes.Type.TIN, QgsWkbTypes.Type.PolyhedralSurface):
        return None, Kind.SURFACE, has_z, has_m, curved
    if sort == Kind.POLYGON and flat not in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon) and not curved:
        sort = Kind.COLLECTION  # a triangle
    return plain_wkb(geometry), sort, has_z, has_m, curved


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
    columns = {name: fields.lookupField(name) for name in _COLUMNS}
    columns["plannaam"] = next((at for name in _NAMES if (at := fields.lookupField(name)) >= 0), -1)
    return {name: at for name, at in columns.items() if at >= 0}


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


_TRANSLATED: Mapping[str, Callable[[Any], object]] = {"planstatus": _status, "gerealiseerd": _yes, "vervallen": _yes}


def features(source: QgsFeatureSource, columns: Mapping[str, int]) -> Iterator[QgsFeature]:
    """The features with these columns only; their geometries as they are, good or bad."""
    no_check = QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck
    if isinstance(source, QgsProcessingFeatureSource):  # it puts the user's setting, "stop", in place of the request's
        source.setInvalidGeometryCheck(no_check)
    request = QgsFeatureRequest().setInvalidGeometryCheck(no_check)
    return source.getFeatures(request.setSubsetOfAttributes(list(columns.values())))


def read_pieces(source: QgsFeatureSource, feedback: Feedback, stored: Stored = NOTHING_STORED) -> Iterator[Piece]:
    """Every plan of the layer, good or bad, in pieces of at most ``PIECE``.

    :param stored: the table of all these plans, which is sooner read than asked of QGIS.
    :raises Cancelled: when the user cancels.
    """
    total = max(1, source.featureCount())
    declared = sources.is_declared(source.sourceCrs())
    columns = columns_of(source)
    translated = [(name, read) for name, read in _TRANSLATED.items() if name in columns]
    rows = stored.rows(_only(source.fields(), columns))
    add = Piece.add if rows is None else Piece.add_stored
    piece, count = Piece(declared), 0
    rows = iter(_asked(source, columns) if rows is None else rows)
    while some := list(islice(rows, _LOOK)):
        fids, geometries, values = zip(*some, strict=True)
        plans = [dict(zip(columns, row, strict=True)) for row in values]
        for name, read in translated:
            for plan in plans:
                plan[name] = read(plan[name])
        for fid, plan, geometry in zip(fids, plans, geometries, strict=True):
            add(piece, fid, plan, geometry)
        count += len(some)
        checkpoint(feedback, min(100.0, 100.0 * count / total))
        if len(piece) == PIECE:
            yield piece
            piece = Piece(declared)
    yield piece


def _only(fields: QgsFields, columns: Mapping[str, int]) -> QgsFields:
    chosen = QgsFields()
    for at in columns.values():
        chosen.append(fields[at])
    return chosen


def _asked(source: QgsFeatureSource, columns: Mapping[str, int]) -> Iterator[tuple[int, QgsGeometry, list[object]]]:
    """As a stored table gives its rows: feature id, geometry, values."""
    for feature in features(source, columns):
        values = feature.attributes()  # all at once is quicker than a call for each
        yield feature.id(), feature.geometry(), [_plain(values[at]) for at in columns.values()]


def joined(parts: Sequence[Polygons]) -> Polygons:
    """The plans of one layer, from its parts in order."""
    arrays = (
        np.concatenate([getattr(part, name) for part in parts])
        for name in ("fids", "geometries", "areas", "kinds", "has_z", "has_m", "curved", "hollow")
    )
    fids, *others = arrays
    return Polygons(fids, [plan for part in parts for plan in part.plans], *others, declared=parts[0].declared)


def read_polygons(source: QgsFeatureSource, feedback: Feedback) -> Polygons:
    """Read every plan of the layer, good or bad.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    return joined([piece.polygons() for piece in read_pieces(source, feedback)])


def boundary_in(layer: Taken, gemeente: Gemeente | None, feedback: Feedback) -> Any:
    """The area of the municipality in a layer that was taken, as ``read_boundary``."""
    with layer.read(feedback) as reading:
        return read_boundary(reading.source, gemeente)


def read_boundary(source: QgsFeatureSource, gemeente: Gemeente | None = None) -> Any:
    """The area of the municipality as one valid shapely (multi)polygon: the polygons of the layer that name it by code
    or name, or all of them together when the layer names no municipalities.

    :raises LmvwError: when the layer holds no polygon or other municipalities only, or shapely 2 is missing.
    """
    pairs = list(sources.rows(source))
    own = own_rows([attributes for _, attributes in pairs], gemeente) if gemeente else range(len(pairs))
    piece = Piece()
    for index in own:
        piece.add(pairs[index][0].id(), {}, pairs[index][0].geometry())
    read = piece.polygons()
    usable = read.geometries[(read.kinds == Kind.POLYGON) | (read.kinds == Kind.UNCLOSED)]
    if not len(usable):
        raise LmvwError(tr("De laag met de gemeentegrens bevat geen polygonen; kies een laag met de grens van de gemeente."))
    return shapely.union_all(made_valid(usable))
