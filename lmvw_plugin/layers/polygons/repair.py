# SPDX-License-Identifier: GPL-2.0-or-later
"""Repair of what can be repaired safely: validity, duplicate vertices, spikes, specks, tiny holes, Z/M, arcs and kind.

A polygon in which the check finds nothing to repair is not touched: it stays the same to the byte. The others are
repaired in rounds until the check has nothing left to say, which is what makes a second run change nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...core.feedback import Feedback, breathe, checkpoint
from ...core.i18n import later, tr
from ...core.rules.tolerances import Limits, Tolerances
from .complexity import beyond_repair
from .ground import Ground
from .making_valid import made_valid
from .reading import Geometries, Kind, Polygons
from .rings import Bools, Ints, Rings, explode
from .rules import presence, quality, validity
from .shapely2 import shapely
from .work import chunks, each

_ROUNDS = 6  # each round can lay bare something new; real data need one or two
_GRID = 0.001  # metres: the whole millimetres of the second validation

_HOPELESS = later("controleer: niet te repareren, teken het plangebied opnieuw")
_COMPLEX = later("controleer: te ingewikkeld om te repareren, teken het plangebied opnieuw")

# What was done, in the order in which it is told.
_DONE = {
    "kind": later("alleen de vlakken gehouden"),
    "unclosed": later("ring gesloten"),
    "hollow": later("lege delen weggehaald"),
    "curved": later("bogen omgezet in rechte stukken"),
    "zm": later("hoogtes en meetwaarden weggehaald"),
    "valid": later("geldig gemaakt"),
    "grid": later("afgerond op hele millimeters"),
    "duplicates": later("dubbele hoekpunten weggehaald"),
    "spikes": later("uitschieters weggehaald"),
    "specks": later("snippers weggehaald"),
    "holes": later("gaatjes gevuld"),
    "orientation": later("draairichting van de ringen gelijkgemaakt"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """What was done to the plan in ``row``. Areas in m2, ``changed`` = gained plus lost, ``moved_m`` in metres."""

    row: int
    done: str
    area_before: float
    area_after: float
    changed: float
    parts_before: int
    parts_after: int
    vertices_before: int
    vertices_after: int
    moved: int
    moved_m: float
    flag: str


@dataclass
class Repaired:
    """``geometries`` holds the new geometry of every row that changed, None elsewhere; ``changes`` says what changed."""

    geometries: Geometries
    changes: list[Change]


def repair_polygons(polygons: Polygons, tolerances: Tolerances, limits: Limits, feedback: Feedback, orient: bool = False) -> Repaired:
    """Repair every plan that needs it.

    :param orient: also turn the rings of polygons that need no other repair (shells anticlockwise, holes clockwise).
    :raises Cancelled: when the user cancels.
    """
    result = Repaired(np.full(len(polygons), None, object), [])
    usable = np.isin(polygons.kinds, (Kind.POLYGON, Kind.UNCLOSED, Kind.COLLECTION)) & ~shapely.is_missing(polygons.geometries)
    for row in np.flatnonzero(~usable).tolist():
        result.changes.append(_failed(shapely.MultiPolygon(), row, tr("controleer: geen bruikbare polygoon, teken het plangebied")))
    placed = polygons.geometries.copy()
    placed[~usable] = None
    rows, ground = np.flatnonzero(usable), Ground(placed)
    metric = presence.in_rd(polygons.geometries[rows])
    for row in rows[~metric].tolist():
        result.changes.append(_failed(polygons.geometries[row], row, tr("controleer: ligt buiten RD, zet eerst de coördinaten om")))
    rows = rows[metric]
    pieces = chunks(rows)

    def work(at: Ints) -> tuple[Geometries, list[set[str]], Bools, Bools]:
        return _repair(polygons.geometries[at], polygons.kinds[at], at, ground, tolerances)

    for at, (after, done, healed, complex_) in zip(pieces, each(work, pieces, feedback, 0, 90), strict=True):
        for row, steps in zip(at.tolist(), done, strict=True):
            if polygons.has_z[row] or polygons.has_m[row]:
                steps.add("zm")
            if polygons.curved[row]:
                steps.add("curved")
            if polygons.hollow[row]:
                steps.add("hollow")
        if orient:
            turned = _wkb(_oriented(after)) != _wkb(after)
            for k in np.flatnonzero(turned).tolist():
                done[k].add("orientation")
        change = np.flatnonzero(healed & np.array([bool(steps) for steps in done], bool))
        new = _oriented(after[change])
        result.geometries[at[change]] = new
        result.changes += _changes(polygons.geometries[at[change]], new, at[change], [done[k] for k in change], limits)
        for k in np.flatnonzero(~healed).tolist():
            result.changes.append(_failed(polygons.geometries[at[k]], int(at[k]), tr(_COMPLEX if complex_[k] else _HOPELESS)))
    checkpoint(feedback, 90)
    result.changes.sort(key=lambda change: change.row)
    return result


def _repair(
    geometries: Geometries, kinds: Any, rows: Ints, ground: Ground, tolerances: Tolerances
) -> tuple[Geometries, list[set[str]], Bools, Bools]:
    """Repaired polygons (``rows`` of the layer), the steps that each took, which are whole now, and which are too complex to begin with."""
    after = geometries.copy()
    done: list[set[str]] = [set() for _ in range(len(after))]
    for at in np.flatnonzero(kinds == Kind.COLLECTION).tolist():
        after[at] = only_polygons(after[at])
        done[at].add("kind")
    for at in np.flatnonzero(kinds == Kind.UNCLOSED).tolist():
        done[at].add("unclosed")
    complex_ = beyond_repair(after)
    open_ = np.flatnonzero(~shapely.is_empty(after) & ~complex_)
    for _ in range(_ROUNDS):
        breathe()
        open_ = open_[_round(after, done, open_, rows, ground, tolerances)]
        if not len(open_):
            break
    healed = ~shapely.is_empty(after) & ~complex_
    healed[open_] = False
    return after, done, healed, complex_


def only_polygons(geometry: Any) -> Any:
    """The polygons in a collection, as one multipolygon; empty when there are none."""
    parts = shapely.get_parts(shapely.get_parts([geometry]))
    while (shapely.get_type_id(parts) >= 4).any():
        parts = shapely.get_parts(parts)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == 3])


def _round(after: Geometries, done: list[set[str]], at: Ints, rows: Ints, ground: Ground, tolerances: Tolerances) -> Bools:
    """One round over the polygons ``at``; returns which of them changed and need another look."""
    changed = np.zeros(len(at), bool)

    def put(which: Ints, shapes: Geometries, step: str) -> None:
        after[at[which]] = shapes
        changed[which] = True
        for k in which.tolist():
            done[at[k]].add(step)

    valid, valid_mm, _ = validity.verdict(after[at])
    bad, hidden = np.flatnonzero(~valid), np.flatnonzero(valid & ~valid_mm)
    put(bad, made_valid(after[at[bad]], simple=True), "valid")
    put(hidden, _on_grid(after[at[hidden]]), "grid")
    sound = np.flatnonzero(valid & valid_mm)
    for step, which, shapes in _tidy(after[at[sound]], rows[at[sound]], ground, tolerances):
        put(sound[which], shapes, step)
    return changed & ~shapely.is_empty(after[at])


def _wkb(geometries: Geometries) -> Any:
    return shapely.to_wkb(geometries, output_dimension=2)


def _oriented(geometries: Geometries) -> Geometries:
    """Shells anticlockwise and holes clockwise; every ring keeps its first point."""
    parts, owner = shapely.get_parts(geometries, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)
    is_hole = np.diff(part, prepend=-1) == 0
    wrong = shapely.is_ccw(rings) == is_hole
    rings[wrong] = shapely.reverse(rings[wrong])
    turned = geometries.copy()
    for at in np.unique(owner[np.unique(part[wrong])]).tolist():
        polygons = [
            shapely.Polygon(rings[(part == k) & ~is_hole][0], list(rings[(part == k) & is_hole])) for k in np.flatnonzero(owner == at)
        ]
        turned[at] = shapely.MultiPolygon(polygons) if geometries[at].geom_type == "MultiPolygon" else polygons[0]
    return turned


def _on_grid(geometries: Geometries) -> Geometries:
    """Valid polygons in whole millimetres; through WKB, because shapely would go on rounding what is made of them."""
    return shapely.from_wkb(_wkb(shapely.set_precision(geometries, _GRID)))


def _tidy(geometries: Geometries, rows: Ints, ground: Ground, tolerances: Tolerances) -> list[tuple[str, Ints, Geometries]]:
    """The first kind of untidiness found in each valid polygon, repaired; the next round looks for the others.

    A hole that another plan has is no untidiness.
    """
    rings = explode(geometries)
    owner = rings.ring_owner
    double = quality.doubles(rings, tolerances)
    tips = quality.spiky(rings, tolerances, quality.turns(rings)) & ~double
    tips &= ~tips[rings.neighbours[0]]  # never two in a row: the second may be gone with the first
    finger, *_ = quality.fingers(rings, tolerances)
    keep_ring = np.ones(len(rings.rings), bool)
    speck, hole = quality.crumbs(rings, quality.ring_areas(rings), tolerances)
    hole[hole] = ~ground.taken(shapely.polygons(rings.rings[hole]), rows[owner[hole]])
    keep_ring[hole] = False
    part_kept = np.ones(len(rings.parts), bool)
    part_kept[speck] = False
    result: list[tuple[str, Ints, Geometries]] = []
    taken = np.zeros(len(geometries), bool)
    steps = (
        ("duplicates", owner[rings.ring[double]], rings.without(double), np.ones_like(keep_ring)),
        ("spikes", owner[rings.ring[tips]], rings.without(tips), np.ones_like(keep_ring)),
        ("spikes", owner[rings.ring[finger]], rings.without(finger), np.ones_like(keep_ring)),
        ("specks", rings.owner[speck], rings, part_kept[rings.part]),
        ("holes", owner[hole], rings, keep_ring),
    )
    for step, untidy, slimmer, kept in steps:
        which = np.setdiff1d(untidy, np.flatnonzero(taken))
        taken[which] = True
        if len(which):
            result.append((step, which, _rebuild(slimmer, kept, which, geometries)))
    return result


def _rebuild(rings: Rings, kept: Bools, which: Ints, geometries: Geometries) -> Geometries:
    """The polygons ``which`` made anew of the rings that are kept; what has no three corners left is dropped."""
    shapes = []
    kept = kept & (np.diff(rings.first) >= 3)
    multi = shapely.get_type_id(geometries) == 6
    for row in which.tolist():
        parts = []
        for part in np.flatnonzero(rings.owner == row).tolist():
            members = [r for r in np.flatnonzero(rings.part == part).tolist() if kept[r]]
            if members and rings.is_shell[members[0]]:
                shell, *holes = (rings.xy[rings.first[r] : rings.first[r + 1]] for r in members)
                parts.append(shapely.Polygon(shell, holes))
        shapes.append(parts[0] if len(parts) == 1 and not multi[row] else shapely.MultiPolygon(parts))
    return np.array([*shapes, None], object)[:-1]


def _changes(before: Geometries, after: Geometries, rows: Ints, done: list[set[str]], limits: Limits) -> list[Change]:
    if not len(rows):
        return []
    collection = shapely.get_type_id(before) == 7
    plain = before.copy()
    plain[collection] = [only_polygons(shape) for shape in before[collection]]
    sound = made_valid(plain, simple=True)
    area, sound_area, after_area = shapely.area(plain), shapely.area(sound), shapely.area(after)
    changed = shapely.area(shapely.symmetric_difference(sound, after)) + np.abs(sound_area - area)
    changes = []
    for k, row in enumerate(rows.tolist()):
        moved, moved_m = _moved(plain[k], after[k])
        flag = []
        if changed[k] > limits.area_m2:
            flag.append(tr("oppervlakte veranderd"))
        if moved_m > limits.move_m:
            flag.append(tr("grens verschoven"))
        changes.append(Change(
            row, ", ".join(tr(text) for step, text in _DONE.items() if step in done[k]), float(area[k]), float(after_area[k]),
            float(changed[k]), int(shapely.get_num_geometries(plain[k])), int(shapely.get_num_geometries(after[k])),
            int(shapely.get_num_coordinates(plain[k])), int(shapely.get_num_coordinates(after[k])), moved, moved_m,
            tr("controleer: {why}").format(why=tr(" en ").join(flag)) if flag else "",
        ))  # fmt: skip
    return changes


def _moved(before: Any, after: Any) -> tuple[int, float]:
    """How many vertices are new, and how far the farthest of them lies from the old border."""
    old = {(x, y) for x, y in shapely.get_coordinates(before).tolist()}
    new = [point for point in shapely.get_coordinates(after).tolist() if tuple(point) not in old]
    if not new:
        return 0, 0.0
    xy, ring = shapely.get_coordinates(shapely.get_rings(shapely.get_parts(before)), return_index=True)
    edge = np.flatnonzero(ring[1:] == ring[:-1])
    border = shapely.STRtree(shapely.linestrings(np.stack((xy[edge], xy[edge + 1]), axis=1)))
    _, metres = border.query_nearest(shapely.points(new), return_distance=True, all_matches=False)
    return len({tuple(point) for point in new}), float(metres.max())


def _failed(geometry: Any, row: int, flag: str) -> Change:
    """A plan of which nothing would be left, or that stays wrong: it is copied as it was."""
    area, parts, vertices = (
        float(shapely.area(geometry)),
        int(shapely.get_num_geometries(geometry)),
        int(shapely.get_num_coordinates(geometry)),
    )
    return Change(row, tr("niet gerepareerd"), area, area, 0.0, parts, parts, vertices, vertices, 0, 0.0, flag)
