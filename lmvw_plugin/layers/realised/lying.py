# SPDX-License-Identifier: GPL-2.0-or-later
"""Which dwellings lie in the polygon of each plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...core.feedback import Feedback
from ...core.realised.homes import Homes
from ..polygons.making_valid import measurable
from ..polygons.shapely2 import shapely
from ..polygons.work import chunks, each
from .blocks import LARGEST, Block, blocks_of
from .records import Stock

Geometries = NDArray[np.object_]


class Polygons:
    """The polygons of plans as far as points can be laid on them; of one that cannot, nothing is said, and the others go on."""

    def __init__(self, wkb: Sequence[bytes | None], feedback: Feedback) -> None:
        """:raises Cancelled: when the user cancels."""
        parts = chunks(np.arange(len(wkb)))
        pieces = list(each(lambda rows: _measurable([wkb[row] for row in rows.tolist()]), parts, feedback, 0, 100))
        self._shapes: Geometries = np.concatenate(pieces) if pieces else np.array([], object)
        self._bounds = shapely.bounds(self._shapes)
        with np.errstate(invalid="ignore"):
            wide = (self._bounds[:, 2:] - self._bounds[:, :2]).max(axis=1, initial=0) > LARGEST
        self._shapes[wide] = None
        self._bounds[wide] = np.nan

    @property
    def blocks(self) -> list[Block]:
        """Where to look for dwellings."""
        return blocks_of(self._bounds)

    def homes(self, stock: Stock, feedback: Feedback) -> list[Homes | None]:
        """The dwellings in each, those on its border as well; None where nothing can be laid on it.

        :raises Cancelled: when the user cancels.
        """
        tree = shapely.STRtree(shapely.points(stock.points))
        homes: list[Homes | None] = []

        parts = chunks(np.arange(len(self._shapes)))
        for points in each(lambda rows: _points_in(tree, self._shapes[rows]), parts, feedback, 0, 100):
            homes += [None if inside is None else Homes([stock.homes[point] for point in inside]) for inside in points]
        return homes


def _measurable(wkb: Sequence[bytes | None]) -> Geometries:
    """One by one where a single one that GEOS cannot handle would stop the others."""
    try:
        return measurable(wkb)
    except shapely.GEOSException:
        if len(wkb) == 1:
            return np.array([None], object)
        return np.concatenate([_measurable([polygon]) for polygon in wkb])


def _points_in(tree: Any, shapes: Geometries) -> list[list[int] | None]:
    """The points in each; None for one that there is not, or that GEOS cannot look into."""
    inside: list[list[int] | None] = [None if shape is None or shape.is_empty else [] for shape in shapes]
    try:
        pairs = tree.query(shapes, predicate="intersects").tolist()
    except shapely.GEOSException:
        return [None] if len(shapes) == 1 else [points for shape in shapes for points in _points_in(tree, np.array([shape], object))]
    for plan, point in zip(*pairs, strict=True):
        points = inside[plan]
        if points is not None:
            points.append(point)
    return inside
