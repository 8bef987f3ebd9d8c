# SPDX-License-Identifier: GPL-2.0-or-later
"""The polygon check: rules G1-G7 over all plans of a layer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFeatureSource

from ....core.basisset.codelists import stays_home
from ....core.feedback import Feedback, Part, checkpoint, watched
from ....core.rules.findings import Finding
from ....core.rules.plans import is_finished
from ....core.rules.tolerances import Tolerances
from ...stored.copies import NOTHING_STORED, Stored
from ..complexity import crowded, unmendable
from ..ground import Ground
from ..making_valid import made_valid
from ..reading import Geometries, Piece, Polygons, joined, read_pieces
from ..rings import Bools, Ints
from ..shapely2 import shapely
from ..work import chunks, each, uncollected
from . import between, place, presence, quality, screen, validity
from .collect import Collector
from .conflicts import Conflicts, find_conflicts
from .spared import Failed, spared

__all__ = ["BY_THEMSELVES", "IN_BOUNDARY", "Tolerances", "check_layer", "check_polygons", "conflicts_of"]


BY_THEMSELVES, IN_BOUNDARY = (
    frozenset(("G1", "G2", "G4", "G5", "G6", "G7")),
    frozenset(("G3",)),
)  # the rules without and with the municipality


@dataclass(frozen=True, slots=True)
class Inspection:
    """What can be said of some polygons by themselves. ``rows`` are those of the piece that were looked at, ``sound`` their valid polygons.

    ``asked``: which of them the errors are about; ``measured``: which of them the quality is about.
    """

    rows: Ints
    sound: Geometries
    asked: Ints
    errors: list[validity.Error]
    errors_mm: list[validity.Error]
    measured: Ints
    quality: quality.Quality


Looked = tuple[Ints, Inspection, Failed]  # the rows that were looked at, what was seen, and what could not be looked at


@uncollected()
def check_layer(
    source: QgsFeatureSource, boundary: Any | None, tolerances: Tolerances, feedback: Feedback, stored: Stored = NOTHING_STORED
) -> tuple[int, list[Finding]]:
    """Number of plans of a layer, and all findings about their polygons.

    While plans are read, those before them are looked at on other threads. Parameters and errors as ``check_polygons``.

    :param stored: the table of all these plans, which is sooner read than asked of QGIS.
    """

    def look(piece: Piece) -> tuple[Polygons, Inspection, Failed]:
        polygons = piece.polygons()
        return polygons, *inspect(polygons, tolerances)

    parts, inspections, failures = zip(*each(look, read_pieces(source, Part(feedback, 0, 40), stored), feedback, 0, 40), strict=True)
    polygons = joined(parts)
    first = np.cumsum([0, *map(len, parts)]).tolist()
    placed = [
        (inspection.rows + at, inspection, {row + at: why for row, why in failed.items()})
        for inspection, failed, at in zip(inspections, failures, first, strict=False)
    ]
    return len(polygons), _check(polygons, placed, boundary, tolerances, Part(feedback, 40, 100))


def check_polygons(polygons: Polygons, boundary: Any | None, tolerances: Tolerances, feedback: Feedback) -> list[Finding]:
    """All findings about the polygons, in the order of the layer.

    :param boundary: area of the municipality as a valid shapely polygon, or None: then nothing is said about it.
    :raises Cancelled: when the user cancels.
    :raises LmvwError: when shapely 2 is missing.
    """
    pieces = chunks(np.arange(len(polygons)))
    inspections = each(lambda at: inspect(polygons.part(at), tolerances), pieces, feedback, 0, 40)
    placed = [
        (at[inspection.rows], inspection, {int(at[row]): why for row, why in failed.items()})
        for at, (inspection, failed) in zip(pieces, inspections, strict=True)
    ]
    return _check(polygons, placed, boundary, tolerances, Part(feedback, 40, 100))


def inspect(polygons: Polygons, tolerances: Tolerances) -> tuple[Inspection, Failed]:
    """Look at each polygon by itself; safe to run on a thread."""

    def look(rows: Ints) -> Inspection:
        geometries = polygons.geometries[rows]
        valid, tidy = screen.settled(geometries, tolerances)
        asked, measured = np.flatnonzero(~valid), np.flatnonzero(~tidy)
        hopeless = crowded(geometries[asked])
        valid[asked], errors, errors_mm = validity.judge(geometries[asked], hopeless)
        measures = quality.measure(geometries[measured], valid[measured], tolerances)
        curved = polygons.curved[rows[measured]]
        measures.dense = [dense for dense in measures.dense if not curved[dense[0]]]  # we made those points, of the arcs
        tangled = asked[list({error.row for error in errors if error.reason == validity.COMPLEX} - set(hopeless))]
        lost = np.zeros(len(rows), bool)
        lost[asked[list(hopeless)]] = True
        lost[tangled] = unmendable(geometries[tangled])
        sound = geometries.copy()
        sound[lost] = shapely.MultiPolygon()
        sound[~valid & ~lost] = made_valid(geometries[~valid & ~lost], simple=True)
        return Inspection(rows, sound, asked, errors, errors_mm, measured, measures)

    rows = presence.to_inspect(polygons)
    return spared(look, rows[np.isin(rows, delivered(polygons))])


def _check(
    polygons: Polygons, inspections: list[Looked], boundary: Any | None, tolerances: Tolerances, feedback: Feedback
) -> list[Finding]:
    """The findings; with each inspection come the rows of the layer that it is about."""
    findings = Collector(polygons.plans, polygons.fids, polygons.geometries)
    rows = delivered(polygons)
    rows = presence.check_kind(polygons, rows, findings)
    in_rd = presence.check_coordinates(polygons, rows, findings)
    abroad, rows = np.setdiff1d(rows, in_rd), presence.check_area(polygons, in_rd, findings)

    def judge(at: Ints) -> tuple[Bools, list[validity.Error], list[validity.Error]]:
        geometries = polygons.geometries[at]
        return validity.judge(geometries, crowded(geometries))

    pieces = chunks(abroad)  # not in metres, so that only the shape itself can be judged
    for at, (_, errors, _) in zip(pieces, each(judge, pieces, feedback, 1, 2), strict=True):
        validity.report(errors, at, np.ones(len(at), bool), findings, rounded=False)

    clean, areas = polygons.geometries.copy(), polygons.areas.copy()
    for at, inspection, failed in watched(inspections, len(inspections), feedback, 2, 10):
        findings.failed(failed)
        clean[list(failed)], areas[list(failed)] = shapely.MultiPolygon(), 0.0
        clean[at], asked = inspection.sound, inspection.asked
        areas[at[asked]] = shapely.area(inspection.sound[asked])
    ground = Ground(clean)
    for at, inspection, _ in inspections:
        asked = at[inspection.asked]
        lost = shapely.is_empty(clean[asked])
        validity.report(inspection.errors, asked, lost, findings, rounded=False)
        validity.report(inspection.errors_mm, asked, lost, findings, rounded=True)
        quality.report(inspection.quality, at[inspection.measured], ground, findings)

    def far_parts(at: Ints, findings: Collector) -> None:
        place.check_far_parts(clean[at], at, tolerances, findings)

    def room(at: Ints, findings: Collector) -> None:
        quality.check_room(clean[at], areas[at], at, polygons.plans, findings)

    def outline(at: Ints, findings: Collector) -> None:
        quality.check_outline(clean[at], areas[at], at, boundary, findings)

    def outside(at: Ints, findings: Collector) -> None:
        place.check_boundary(clean[at], at, boundary, tolerances, findings, feedback, 10, 25)

    def neighbours(at: Ints, findings: Collector) -> None:
        conflicts = find_conflicts(clean[at], at, tolerances, feedback, 25, 98)
        between.report(conflicts, polygons.plans, clean, tolerances, findings)

    rows = rows[~shapely.is_empty(clean[rows])]
    findings.gather(far_parts, rows)
    if boundary is not None:
        findings.gather(outline, rows)
        findings.gather(outside, rows)
    live = rows[~finished(polygons)[rows]]
    findings.gather(room, live)
    findings.gather(neighbours, live)
    checkpoint(feedback, 100)
    return findings.findings()


def delivered(polygons: Polygons) -> Ints:
    """Rows of the plans that are delivered; 5A and 5B stay at home."""
    statuses = [status if isinstance(status := plan.get("planstatus"), str) else "" for plan in polygons.plans]
    home = {status for status in set(statuses) if stays_home(status)}
    return np.array([row for row, status in enumerate(statuses) if status not in home], int)


def finished(polygons: Polygons) -> Bools:
    """Which plans are gerealiseerd or vervallen: another plan may come in their place (Dataprotocol art. 6.d)."""
    return np.array([is_finished(plan) for plan in polygons.plans], bool)


def conflicts_of(polygons: Polygons, tolerances: Tolerances, feedback: Feedback) -> Conflicts:
    """Overlaps, gaps and identical polygons among the live plans, with their shapes."""
    rows = delivered(polygons)
    rows = presence.check_kind(polygons, rows, Collector(polygons.plans, polygons.fids, polygons.geometries))
    rows = rows[~finished(polygons)[rows]]
    clean = made_valid(polygons.geometries[rows])
    filled = ~shapely.is_empty(clean)
    return find_conflicts(clean[filled], rows[filled], tolerances, feedback, 0, 100)
