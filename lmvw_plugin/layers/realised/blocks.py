# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to look in the BAG: squares of a fixed grid that the plans touch, so that a file of the whole country is read for a municipality only.

A square says little of a plan: the national service is asked for whole squares, never for the place of one plan, which may be confidential.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SIZE = 5_000.0  # metres
LARGEST = 60_000.0  # metres: no municipality is as wide, and what is drawn so is no plan


@dataclass(frozen=True, order=True, slots=True)
class Block:
    """A square in RD."""

    x: float
    y: float
    size: float = SIZE

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east and north."""
        return self.x, self.y, self.x + self.size, self.y + self.size

    def quarters(self) -> Iterator[Block]:
        """The four squares in it."""
        half = self.size / 2
        for x in (self.x, self.x + half):
            for y in (self.y, self.y + half):
                yield Block(x, y, half)


def blocks_of(bounds: NDArray[np.float64]) -> list[Block]:
    """The squares that boxes touch, in order.

    :param bounds: n by 4, in metres; a row with NaN is of a plan without a polygon.
    """
    corners = set()
    for row in np.floor(bounds[np.isfinite(bounds).all(axis=1)] / SIZE).astype(int).tolist():
        west, south, east, north = row
        corners |= {(x, y) for x in range(west, east + 1) for y in range(south, north + 1)}
    return [Block(x * SIZE, y * SIZE) for x, y in sorted(corners)]
