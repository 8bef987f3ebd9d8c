# SPDX-License-Identifier: GPL-2.0-or-later
"""How the polygons of two deliveries lie to each other: what they share in m2, and which are one polygon."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback, breathe
from ...core.history.sides import Ground, Spot
from ...core.i18n import number, tr
from ..planfile.rows import Shape
from ..polygons.making_valid import measurable
from ..polygons.shapely2 import shapely
from ..polygons.work import chunks, each

# Metres. A re-export rounds to a millimetre; and what another program makes of RD may lie 4 mm further on as a whole: so do the registries of
# 2017 and 2020.
SAME = 0.005
_ROUNDED = 1.1 * SAME  # coordinates in the hundred thousands hold no more
_MOST_CORNERS = 4_000_000  # of one times those of the other: as many distances are measured in about a tenth of a second
_SNAP = 0.0001  # metres, for polygons of which the exact overlap cannot be made

_DRIFT = 0.02  # metres: another way of reckoning to RD shifts one end of a municipality about this much less or more than the other
_ALIKE = 0.001  # of an area, and m2: what two polygons of one form may differ
_LARGEST_SHIFT = 1.0  # metres; more is no reckoning
_LEAST_ALIKE, _MOST_ALIKE = 10, 0.8  # plans of one form by which a shift is known, and the part of them that has it

Geometries = NDArray[np.object_]


def ground(then: Sequence[Shape | None], now: Sequence[Shape | None], feedback: Feedback) -> Ground:
    """What every two plans share that touch.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    old, new = _read(then, feedback, 0, 15), _read(now, feedback, 15, 30)
    pairs = _touching(old, new)
    shift = _shift(old[pairs[0]], new[pairs[1]])
    if shift is not None:  # those that lie together all the same, lie together without it
        new = shapely.transform(new, lambda corners: corners - shift)
    rounded = _ROUNDED if shift is None else _DRIFT
    shared: dict[tuple[int, int], float] = {}
    equal: set[tuple[int, int]] = set()
    as_written, as_is = _wkb(then), _wkb(now)
    same = {(left, right) for left, right in zip(*pairs.tolist(), strict=True) if as_written[left] == as_is[right]}

    def judge(rows: NDArray[np.intp]) -> tuple[list[float], list[bool]]:
        ones, others = old[pairs[0, rows]], new[pairs[1, rows]]
        return _common(ones, others).tolist(), _one_polygon(ones, others, rounded).tolist()

    parts = chunks(np.arange(pairs.shape[1]))
    for rows, (areas, ones) in zip(parts, each(judge, parts, feedback, 30, 100), strict=True):
        for row, area, is_one in zip(rows.tolist(), areas, ones, strict=True):
            link = int(pairs[0, row]), int(pairs[1, row])
            shared[link] = area
            if is_one or link in same:
                equal.add(link)
    return Ground(_spots(old), _spots(new), shared, frozenset(equal), None if shift is None else (float(shift[0]), float(shift[1])))


def _touching(old: Geometries, new: Geometries) -> NDArray[np.intp]:
    """The places of all that touch: a row of those of then, and one of those of now."""
    tree, pairs = shapely.STRtree(old), [np.empty((2, 0), np.intp)]
    for rows in chunks(np.arange(len(new))):
        breathe()
        places, mates = tree.query(new[rows], predicate="intersects")
        pairs.append(np.array((mates, rows[places])))
    return np.concatenate(pairs, axis=1)


def remarks(lying: Ground) -> list[str]:
    """What to say of how the polygons lie as a whole; nothing where there is nothing to say."""
    if lying.shift is None:
        return []
    words = tr("De polygonen liggen samen {distance} cm verder dan in de vorige levering. Dat komt meestal door een andere omrekening naar RD; het "
               "telt niet als een wijziging.")  # fmt: skip
    return [words.format(distance=number(100 * hypot(*lying.shift), 1))]


def _shift(old: Geometries, new: Geometries) -> NDArray[np.float64] | None:
    """How far east and north the new ones of the same form lie, when nearly all of them do so together."""
    areas = shapely.area(old), shapely.area(new)
    middles = [shapely.get_coordinates(shapely.centroid(geometries)) for geometries in (old, new)]
    alike = (shapely.get_num_coordinates(old) == shapely.get_num_coordinates(new)) & (areas[0] > 0) & (areas[1] > 0)
    alike &= np.abs(areas[0] - areas[1]) <= _ALIKE * areas[0] + _ALIKE
    if len(middles[0]) != len(old) or len(middles[1]) != len(new) or alike.sum() < _LEAST_ALIKE:
        return None
    offsets = (middles[1] - middles[0])[alike]
    offsets = offsets[np.hypot(*offsets.T) <= _LARGEST_SHIFT]
    if len(offsets) < _LEAST_ALIKE:
        return None
    middle = np.asarray(np.median(offsets, axis=0))
    together = np.hypot(*(offsets - middle).T) <= _DRIFT
    return middle if np.hypot(*middle) > SAME and together.mean() >= _MOST_ALIKE else None


def _wkb(shapes: Sequence[Shape | None]) -> list[bytes | None]:
    return [None if own is None else own.wkb for own in shapes]


def _read(shapes: Sequence[Shape | None], feedback: Feedback, start: float, end: float) -> Geometries:
    """Valid polygons; None where there is none that can be measured."""

    def read(rows: NDArray[np.intp]) -> Geometries:
        return measurable(_wkb([shapes[row] for row in rows.tolist()]))

    parts = chunks(np.arange(len(shapes)))
    pieces = list(each(read, parts, feedback, start, end))
    return np.concatenate(pieces) if pieces else np.array([], object)


def spot_of(shape: Shape | None) -> tuple[float, Spot] | None:
    """Size and middle of one polygon, as those of a comparison; None where there is none that can be measured.

    :raises LmvwError: when shapely 2 is missing.
    """
    return _spots(measurable(_wkb([shape])))[0]


def _spots(geometries: Geometries) -> list[tuple[float, Spot] | None]:
    areas, middles = shapely.area(geometries).tolist(), shapely.centroid(geometries)
    across, along = shapely.get_x(middles).tolist(), shapely.get_y(middles).tolist()
    return [(area, (x, y)) if area > 0 else None for area, x, y in zip(areas, across, along, strict=True)]  # what is not there has area 0


def _common(ones: Geometries, others: Geometries) -> NDArray[np.float64]:
    """m2 that each two share."""
    try:
        return np.asarray(shapely.area(shapely.intersection(ones, others)))
    except shapely.GEOSException:  # of some that are drawn too finely: on a grid it nearly always can
        if len(ones) == 1:
            return _snapped(ones, others)
        return np.concatenate([_common(ones[row : row + 1], others[row : row + 1]) for row in range(len(ones))])


def _snapped(ones: Geometries, others: Geometries) -> NDArray[np.float64]:
    """The same of polygons on a grid; nothing where that cannot be said either: one pair never stops a comparison."""
    try:
        return np.asarray(shapely.area(shapely.intersection(ones, others, grid_size=_SNAP)))
    except shapely.GEOSException:
        return np.zeros(len(ones))


def _one_polygon(ones: Geometries, others: Geometries, rounded: float) -> NDArray[np.bool_]:
    """The borders lie within ``rounded`` metres of each other everywhere, wherever rings begin and in whatever order parts come."""
    near = (np.abs(shapely.bounds(ones) - shapely.bounds(others)) <= rounded).all(axis=1)
    corners = shapely.get_num_coordinates(ones).astype(np.int64) * shapely.get_num_coordinates(others)
    same = np.zeros(len(ones), bool)
    for row in np.flatnonzero(near).tolist():
        try:
            same[row] = _within(ones[row], others[row], int(corners[row]), rounded)
        except shapely.GEOSException:
            breathe()  # not known to be one
    return same


def _within(polygon: Any, other: Any, corners: int, rounded: float) -> bool:
    if shapely.equals_exact(shapely.normalize(polygon), shapely.normalize(other), tolerance=rounded):
        return True
    if corners > _MOST_CORNERS:
        return bool(shapely.area(shapely.symmetric_difference(polygon, other)) <= rounded * shapely.length(polygon) / 2)
    return bool(shapely.hausdorff_distance(shapely.boundary(polygon), shapely.boundary(other)) <= rounded)
