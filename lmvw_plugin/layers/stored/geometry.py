# SPDX-License-Identifier: GPL-2.0-or-later
"""A geometry as a GeoPackage stores it: bytes that anybody may have written.

QGIS believes what they say of their own length, and ends where that is more than there is; so do those that lie in each other without end. What
is given on here is as long as it says.
"""

from __future__ import annotations

import struct

_HEADER, _ENVELOPES = 8, (0, 32, 48, 48, 64)  # bytes of a geometry before its WKB, the second by its flags (GeoPackage 1.3, 2.1.3)
_EXTENDED = 0x20  # in its flags: a kind of geometry that no program has to know
_POINT = 16  # bytes of a point without height
_RING = struct.pack("<BII", 1, 3, 1)  # how a polygon of one ring begins, up to the number of its points; and one such part
_ONE_PART = struct.pack("<BII", 1, 6, 1) + _RING
_DEEPEST = 32  # geometries in each other, as GDAL takes them
_NUMBERS = (2, 3, 3, 4)  # of a point, by the thousands of the kind: x and y, and height and measure (ISO 13249-3)
_POINTS, _RINGS, _PARTS = frozenset((2, 8)), frozenset((3, 17)), frozenset((4, 5, 6, 7, 9, 10, 11, 12, 15, 16))


def wkb_in(geometry: object) -> bytes | None:
    """The WKB of a geometry as a GeoPackage stores it; None where that is something else, or not as long as it says."""
    wkb = _behind_header(geometry)
    return wkb if wkb is not None and (_is_one_ring(wkb) or is_whole(wkb)) else None


def one_ring_in(geometry: object) -> bytes | None:
    """The same of a polygon of one ring without heights, or of one part that is such a polygon; None where it is something else."""
    wkb = _behind_header(geometry)
    return wkb if wkb is not None and _is_one_ring(wkb) else None


def _behind_header(geometry: object) -> bytes | None:
    if not isinstance(geometry, bytes) or geometry[:2] != b"GP" or len(geometry) < _HEADER:
        return None
    flags = geometry[3]
    kind = flags >> 1 & 7
    if flags & _EXTENDED or kind >= len(_ENVELOPES):
        return None
    return geometry[_HEADER + _ENVELOPES[kind] :]


def _is_one_ring(wkb: bytes) -> bool:
    for beginning in (_ONE_PART, _RING):
        if wkb.startswith(beginning):
            at = len(beginning)
            return len(wkb) == at + 4 + _POINT * int.from_bytes(wkb[at : at + 4], "little")
    return False


def is_whole(wkb: bytes) -> bool:
    """WKB that is a geometry and as long as it says: QGIS may read it."""
    try:
        return _end(wkb, 0, 0) <= len(wkb)
    except (struct.error, ValueError):
        return False


def _end(wkb: bytes, at: int, depth: int) -> int:
    """Where a geometry ends that begins here.

    :raises struct.error: when it goes on after the last byte.
    :raises ValueError: when it is no geometry, or lies too deep.
    """
    order, kind = _number(wkb, at)
    thousands, kind = divmod(kind, 1000)
    if thousands >= len(_NUMBERS) or depth > _DEEPEST:
        raise ValueError(kind)
    point, at = 8 * _NUMBERS[thousands], at + 5
    if kind == 1:
        return at + point
    count, at = _count(wkb, at, order), at + 4
    if kind in _POINTS:
        return at + count * point
    if kind not in _RINGS and kind not in _PARTS:
        raise ValueError(kind)
    for _ in range(count):
        at = at + 4 + point * _count(wkb, at, order) if kind in _RINGS else _end(wkb, at, depth + 1)
    return at


def _count(wkb: bytes, at: int, order: str) -> int:
    (count,) = struct.unpack_from(f"{order}I", wkb, at)
    return int(count)


def _number(wkb: bytes, at: int) -> tuple[str, int]:
    """The order of the bytes of a geometry, and the number of its kind."""
    order = "<" if wkb[at : at + 1] == b"\1" else ">"
    return order, _count(wkb, at + 1, order)
