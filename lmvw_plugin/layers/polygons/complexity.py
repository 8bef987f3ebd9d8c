# SPDX-License-Identifier: GPL-2.0-or-later
"""Polygons that are too complex to judge or to repair in a few seconds, and where they are worst."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import breathe
from .shapely2 import shapely

MEETINGS = 10_000  # times that the edges of an invalid polygon meet: to tell them apart takes about a second
_CUTS = 20_000  # the same, of one part: to make it valid takes about a second, and is done a few times
PAIRS = 20_000_000  # pairs of edges whose boxes meet: GEOS looks at each of them, which takes about a second
_STEP = 1_000_000  # pairs at a time: the bound on memory, and how often cancel is answered

Place = tuple[float, float]


def crowded(geometries: NDArray[np.object_]) -> dict[int, Place]:
    """Which polygons nobody can judge: too many of their edges lie within each other's box. With the middle of the worst edge.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    counts = shapely.get_num_coordinates(geometries)
    large = np.flatnonzero(counts.astype(float) ** 2 / 2 > PAIRS)
    return {row: place for row in large.tolist() if (place := _worst(geometries[row], PAIRS, None)[1]) is not None}


def tangled(geometries: NDArray[np.object_], most: int = MEETINGS) -> dict[int, Place]:
    """Which invalid polygons have a border that meets itself more than ``most`` times. With the middle of the worst edge.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    counts = shapely.get_num_coordinates(geometries)
    large = np.flatnonzero(counts.astype(float) ** 2 / 2 > most)
    return {row: place for row in large.tolist() if (place := _worst(geometries[row], most, "intersects")[1]) is not None}


def beyond_repair(geometries: NDArray[np.object_]) -> NDArray[np.bool_]:
    """Which polygons, good or bad, cannot be made valid in a second or so.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    result = np.zeros(len(geometries), bool)
    result[list(crowded(geometries))] = True
    rest = np.flatnonzero(~result)
    bad = rest[~shapely.is_valid(geometries[rest])]
    result[bad] = unmendable(geometries[bad])
    return result


def unmendable(geometries: NDArray[np.object_]) -> NDArray[np.bool_]:
    """The same of polygons that are invalid and not crowded. Parts are put together quickly, however they lie, so each counts by itself.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    parts, owner = shapely.get_parts(geometries, return_index=True)
    met = np.zeros(len(geometries), int)
    for part in np.flatnonzero(~shapely.is_valid(parts)).tolist():
        if met[owner[part]] <= _CUTS:
            met[owner[part]] += _worst(parts[part], _CUTS, "intersects")[0]
    return np.asarray(met > _CUTS)


def _worst(shape: Any, most: int, predicate: str | None) -> tuple[int, Place | None]:
    """How often edges meet, and the middle of the edge that meets most others when that is more than ``most`` times: no further is counted."""
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(shape)), return_index=True)
    edge = np.flatnonzero((ring[1:] == ring[:-1]) & (xy[1:] != xy[:-1]).any(axis=1))
    edges, starts = shapely.linestrings(np.stack((xy[edge], xy[edge + 1]), axis=1)), np.flatnonzero(np.diff(ring[edge], prepend=-1))
    following = np.arange(1, len(edges) + 1)
    following[np.append(starts[1:], len(edges))[: len(starts)] - 1] = starts  # the last edge of a ring is beside the first
    met = np.zeros(len(edges), int)
    for i, j in pairs(edges, predicate):
        once = (i < j) & (following[i] != j) & (following[j] != i)
        met += np.bincount(i[once], minlength=len(met))
        if met.sum() > most:
            worst = edge[int(met.argmax())]
            x, y = ((xy[worst] + xy[worst + 1]) / 2).tolist()
            return int(met.sum()), (x, y)
    return int(met.sum()), None


def pairs(edges: NDArray[np.object_], predicate: str | None = None) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """What meets in each other's box, or by a predicate, as pairs (i, j) of numbers, both ways, in steps of bounded size.

    :raises Cancelled: when the work that this is part of is cancelled.
    """
    tree, step = shapely.STRtree(edges), max(1, _STEP // max(1, len(edges)))
    start = 0
    while start < len(edges):
        breathe()
        i, j = tree.query(edges[start : start + step], predicate=predicate)
        yield i + start, j
        start += step
        step = max(1, min(4 * step, step * _STEP // max(_STEP // 4, len(i))))  # fewer met than there might: more at a time
