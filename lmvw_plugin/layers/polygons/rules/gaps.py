# SPDX-License-Identifier: GPL-2.0-or-later
"""The gap between two plans: the narrow space along borders that were meant to be one, and not the tip of a wedge.

Both plans together are closed: grown by half the width of a gap and shrunk again. What that fills between them is a gap where it
is about all there is: where borders run apart, closing over twice the width fills far more, and the narrow part is only the tip of
a space that somebody meant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from ..reading import Geometries
from ..rings import Bools, Floats, Ints
from ..shapely2 import shapely

_WEDGE = 2.0  # closing over twice the width fills this many times more: four times at borders that run straight apart, once in a gap
_HAIR = 0.001  # metres: closing leaves hairs of no width along borders
_MICROMETRE = 1e-6
_LIKE = {"quad_segs": 2, "join_style": "mitre"}  # right angles stay right, so that closing fills nothing at a corner


@dataclass(frozen=True)
class Gap:
    """Two plans (rows of the layer, the first in the layer first) and the gap between them.

    ``shape`` is where they lie less than the width of a gap apart, ``width`` how far in the mean, in metres.
    """

    first: int
    second: int
    shape: Any
    width: float

    def between(self, row: int, other: int) -> Gap:
        """The same between two plans that have the same polygons as these."""
        return replace(self, first=min(row, other), second=max(row, other))

    @property
    def area(self) -> float:
        """Square metres."""
        return float(self.shape.area)


def roomy(
    a: Geometries, b: Geometries, boxes_a: Floats, boxes_b: Floats, width: float, least: float, uncovered: Callable[[Geometries], Bools]
) -> Ints:
    """Between which pairs of plans closing fills enough that is free to look closely: only within the boxes of some edges, so that it is quick.

    :param uncovered: which shapes no plan covers by itself.
    """
    low, high = _together(boxes_a, boxes_b, width)
    together = shapely.union(cut(a, low, high), cut(b, low, high))
    closed = _closed(together, width)
    large = np.flatnonzero(shapely.area(closed) - shapely.area(together) >= least / 2)
    filled = shapely.difference(closed[large], together[large])
    return large[_most_free(filled, uncovered) >= least / 2]


def gaps_between(
    a: Geometries, b: Geometries, width: float, least: float, uncovered: Callable[[Geometries], Bools], free: Callable[[int, Any], Any]
) -> list[tuple[int, Any, float]]:
    """The gaps of at least ``least`` m2 between pairs of plans: the place of the pair, the shape and its mean width.

    :param uncovered: which shapes no plan covers by itself.
    :param free: what of a shape beside this pair no other plan covers.
    """
    filled = _filled(a, b, width)
    large = np.flatnonzero(shapely.area(filled) >= least)
    large = large[_most_free(filled[large], uncovered) >= least]
    pieces = {k: _pieces(a[k], b[k], free(k, filled[k]), width) for k in large.tolist()}
    large = np.array([k for k, parts in pieces.items() if shapely.area(parts).sum() >= least], int)
    gaps = []
    for k, wide in zip(large.tolist(), _filled(a[large], b[large], 2 * width), strict=True):
        core = _without_tips(pieces[k], free(k, wide))
        if core.area >= least:
            gaps.append((k, core, core.area / float(_along(core, a[k], b[k]).mean())))
    return gaps


def without(shape: Any, plans: Geometries) -> Any:
    """What of a shape lies in none of these plans."""
    taken = shapely.union_all(shapely.intersection(plans, shape))  # in a stack of large plans much less to put together
    try:
        return shapely.difference(shape, taken)
    except shapely.GEOSException:  # an older GEOS gives up on lines that all but coincide; on a grid, which takes areas only, it never does
        parts = shapely.get_parts(taken)
        areas = shapely.multipolygons(parts[shapely.area(parts) > 0])
        return shapely.difference(shape, areas, grid_size=_MICROMETRE)


def _most_free(shapes: Geometries, uncovered: Callable[[Geometries], Bools]) -> Floats:
    """How many m2 of each shape can be free at most: the rim of its parts, and those parts that no plan covers by itself."""
    parts, owner = shapely.get_parts(shapes, return_index=True)
    inner = shapely.buffer(parts, -2 * _HAIR, **_LIKE)
    whole, within = shapely.area(parts), shapely.area(inner)
    most: Floats = np.bincount(owner, np.where(uncovered(inner), whole, whole - within), minlength=len(shapes)).astype(float)
    return most


def _pieces(a: Any, b: Any, narrow: Any, width: float) -> Geometries:
    """The pieces of what closing filled that are no hair, and no notch of one plan."""
    pieces = shapely.get_parts(shapely.buffer(shapely.buffer(narrow, -_HAIR, **_LIKE), _HAIR, **_LIKE))
    return pieces[shapely.area(pieces) <= width * _along(pieces, a, b).min(axis=0) * (1 + _HAIR)]


def _without_tips(pieces: Geometries, wide: Any) -> Any:
    """The pieces that are no tips of a wider space, as one shape; ``wide`` is what closing over twice the width filled."""
    kept = []
    for space in shapely.get_parts(shapely.union_all([wide, *pieces])):
        inside = pieces[shapely.intersects(space, shapely.point_on_surface(pieces))]
        if shapely.area(inside).sum() * _WEDGE >= space.area:
            kept += inside.tolist()
    return shapely.union_all(np.array(kept, object))


def _along(pieces: Any, *plans: Any) -> Floats:
    """Over how many metres each plan borders on each of the pieces, or on one."""
    near = shapely.buffer(pieces, 10 * _HAIR)
    return np.array([shapely.length(shapely.intersection(shapely.boundary(plan), near)) for plan in plans])


def _filled(a: Geometries, b: Geometries, width: float) -> Geometries:
    """What closing pairs of plans over ``width`` fills."""
    low, high = _together(shapely.bounds(a), shapely.bounds(b), width)
    together = shapely.union(cut(a, low, high), cut(b, low, high))
    return shapely.difference(_closed(together, width), together)


def _together(boxes_a: Floats, boxes_b: Floats, width: float) -> tuple[Floats, Floats]:
    """Where boxes (n, 4) come together: the lowest and highest corners (n, 2) of that, with some room for closing."""
    return np.maximum(boxes_a[:, :2], boxes_b[:, :2]) - 2 * width, np.minimum(boxes_a[:, 2:], boxes_b[:, 2:]) + 2 * width


def cut(shapes: Geometries, low: Floats, high: Floats) -> Geometries:
    """What of each shape lies in its window, from its ``low`` to its ``high`` corner; quicker than an overlay, which does the few that come out broken."""
    windows = zip(shapes, low.tolist(), high.tolist(), strict=True)
    with np.errstate(invalid="ignore"):  # nothing is in a window of no numbers, of plans without edges near each other
        cut = np.array([None, *(shapely.clip_by_rect(shape, *lowest, *highest) for shape, lowest, highest in windows)], object)[1:]
    broken = np.flatnonzero(~shapely.is_valid(cut))
    cut[broken] = shapely.intersection(shapes[broken], shapely.box(*low[broken].T, *high[broken].T))
    return cut


def _closed(shapes: Geometries, width: float) -> Geometries:
    return shapely.buffer(shapely.buffer(shapes, width / 2, **_LIKE), -width / 2, **_LIKE)
