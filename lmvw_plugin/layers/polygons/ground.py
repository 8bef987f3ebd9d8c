# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the plans of a layer lie, to ask of a piece of ground beside one of them whether another plan has it."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import numpy as np

from .making_valid import made_valid
from .reading import Geometries
from .rings import Bools, Ints
from .shapely2 import shapely

_MEET = 1e-6  # m2: less is the rounding of a border that two plans share


class Ground:
    """The polygons of a layer by their row; what has no place is left out. Safe to ask on several threads."""

    def __init__(self, geometries: Geometries) -> None:
        placed = np.isfinite(shapely.bounds(geometries)).all(axis=1)
        self._rows, self._geometries = np.flatnonzero(placed), geometries[placed]

    @cached_property
    def _tree(self) -> Any:
        return shapely.STRtree(self._geometries)

    def taken(self, shapes: Geometries, owners: Ints) -> Bools:
        """Which shapes, each beside the plan in row ``owners``, lie for a part in another plan too."""
        taken = np.zeros(len(shapes), bool)
        if len(shapes):
            at, hit = self._tree.query(shapes)
            others = self._rows[hit] != owners[at]
            at, hit = at[others], hit[others]
            shared = shapely.intersection(shapes[at], made_valid(self._geometries[hit]))
            taken[at[shapely.area(shared) > _MEET]] = True
        return taken
