# SPDX-License-Identifier: GPL-2.0-or-later
"""Which dwellings lie in the polygon of each plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        found: list[Homes | None] = []

        def inside(rows: NDArray[np.intp]) -> list[list[int]]:
            places: list[list[int]] = [[] for _ in rows]
            for plan, point in _pairs(tree, self._shapes[rows]):
                places[plan].append(point)
            return places

        parts = chunks(np.arange(len(self._shapes)))
        for rows, places in zip(parts, each(inside, parts, feedback, 0, 100), strict=True):
            for row, inside_it in zip(rows.tolist(), places, strict=True):
                known = self._shapes[row] is not None and not self._shapes[row].is_empty
                found.append(Homes([stock.homes[point] for point in inside_it]) if known else None)
        return found


def _measurable(wkb: Sequence[bytes | None]) -> Geometries:
    """One by one where a single one that GEOS cannot handle would stop the others."""
    try:
        return measurable(wkb)
    except shapely.GEOSException:
        if len(wkb) == 1:
            return np.array([None], object)
        return np.concatenate([_measurable([one]) for one in wkb])


def _pairs(tree: Any, shapes: Geometries) -> Iterator[tuple[int, int]]:
    """Each plan with each point in it."""
    try:
        yield from zip(*tree.query(shapes, predicate="intersects").tolist(), strict=True)
    except shapely.GEOSException:  # of one that cannot be looked into nothing is said
        for place, shape in enumerate(shapes) if len(shapes) > 1 else ():
            yield from ((place, point) for _, point in _pairs(tree, np.array([shape], object)))
