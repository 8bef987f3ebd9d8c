# SPDX-License-Identifier: GPL-2.0-or-later
"""The polygon check: rules G1-G6 over all plans of a layer."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.codelists import stays_home
from ...core.feedback import Feedback, checkpoint
from ...core.findings import Finding
from ..polygons import Geometries, Polygons
from ..shapely2 import shapely
from . import between, place, presence, quality, validity
from .collect import Collector
from .conflicts import Conflicts, find_conflicts
from .rings import Bools, Ints
from .tolerances import Tolerances
from .work import chunks, each

__all__ = ["Tolerances", "check_polygons", "conflicts_of"]


def check_polygons(polygons: Polygons, boundary: Any | None, tolerances: Tolerances, feedback: Feedback) -> list[Finding]:
    """All findings about the polygons, in the order of the layer.

    :param boundary: area of the municipality as a valid shapely polygon, or None: then nothing is said about it.
    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    found = Collector(polygons.plans)
    rows = delivered(polygons)
    rows = presence.check_kind(polygons, rows, found)
    in_rd = presence.check_coordinates(polygons, rows, found)
    abroad, rows = np.setdiff1d(rows, in_rd), presence.check_area(polygons, in_rd, found)
    for at in chunks(abroad):  # not in metres, so that only the shape itself can be judged
        checkpoint(feedback, 1)
        _, errors, _ = validity.judge(polygons.geometries[at])
        validity.report(errors, at, np.ones(len(at), bool), found, rounded=False)
    checkpoint(feedback, 2)

    clean = polygons.geometries.copy()
    pieces = chunks(rows)
    inspections = each(lambda at: inspect(polygons.geometries[at], tolerances), pieces, feedback, 2, 50)
    for at, (valid, errors, errors_mm, measured) in zip(pieces, inspections, strict=True):
        clean[at[~valid]] = mended(clean[at[~valid]])
        lost = shapely.is_empty(clean[at])
        validity.report(errors, at, lost, found, rounded=False)
        validity.report(errors_mm, at, lost, found, rounded=True)
        quality.report(measured, at, found)

    rows = rows[~shapely.is_empty(clean[rows])]
    place.check_far_parts(clean[rows], rows, tolerances, found)
    if boundary is not None:
        quality.check_outline(clean[rows], rows, boundary, found)
        place.check_boundary(clean[rows], rows, boundary, tolerances, found, feedback, 50, 65)
    live = rows[~dropped(polygons)[rows]]
    conflicts = find_conflicts(clean[live], live, tolerances, feedback, 65, 98)
    between.report(conflicts, polygons.plans, clean, tolerances, found)
    checkpoint(feedback, 100)
    return found.findings()


def inspect(geometries: Geometries, tolerances: Tolerances) -> tuple[Bools, list[Any], list[Any], quality.Quality]:
    """What can be said of each polygon by itself; safe to run on a thread."""
    valid, errors, errors_mm = validity.judge(geometries)
    return valid, errors, errors_mm, quality.measure(geometries, valid, tolerances)


def mended(geometries: Geometries) -> Geometries:
    """Valid polygons in place of invalid ones, so that the other rules can look at them too."""
    return shapely.make_valid(geometries, method="structure", keep_collapsed=False)


def delivered(polygons: Polygons) -> Ints:
    """Rows of the plans that are delivered; 5A and 5B stay at home."""
    return np.array([row for row, plan in enumerate(polygons.plans) if not _home(plan.get("planstatus"))], int)


def _home(status: object) -> bool:
    return isinstance(status, str) and stays_home(status)


def dropped(polygons: Polygons) -> Bools:
    """Which plans are vervallen: they take no part in overlaps (Dataprotocol art. 6.d)."""
    return np.array([plan.get("vervallen") is True for plan in polygons.plans], bool)


def conflicts_of(polygons: Polygons, tolerances: Tolerances, feedback: Feedback) -> Conflicts:
    """Overlaps, gaps and identical polygons among the live plans, with their shapes."""
    rows = delivered(polygons)
    rows = presence.check_kind(polygons, rows, Collector(polygons.plans))
    rows = rows[~dropped(polygons)[rows]]
    clean = mended(polygons.geometries[rows])
    filled = ~shapely.is_empty(clean)
    return find_conflicts(clean[filled], rows[filled], tolerances, feedback, 0, 100)
