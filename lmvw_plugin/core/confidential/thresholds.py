# SPDX-License-Identifier: GPL-2.0-or-later
"""When a person is asked about what a sum could tell; apart from who judges it, so that a window and an algorithm name them at once."""

from __future__ import annotations

from dataclasses import dataclass

LEAST, MOST = 2, 0.99  # how far each may be set: beyond these nobody would ever be asked


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a person is asked.

    ``fewest``: with two plans, whoever knows one knows the other from the sum. ``most``: the part of the sum, from 0 to 1, above which one
    plan says nearly what the sum says.
    """

    fewest: int = 3
    most: float = 0.75

    def within(self) -> Thresholds:
        """The nearest that may be set."""
        return Thresholds(max(self.fewest, LEAST), self.most if 0 < self.most <= MOST else MOST)
