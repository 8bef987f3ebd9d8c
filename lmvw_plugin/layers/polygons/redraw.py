# SPDX-License-Identifier: GPL-2.0-or-later
"""Another polygon for one plan: repaired as ``lmvw:repairpolygons`` does, cut to its neighbours or the municipality, or with a gap filled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import QgsGeometry

from ...core.errors import LmvwError
from ...core.feedback import Silent
from ...core.i18n import tr
from ...core.rules.tolerances import Tolerances
from .making_valid import made_valid
from .reading import Piece, Polygons
from .repair import Limits, only_polygons, repair_polygons
from .rules import texts
from .rules.conflicts import find_conflicts
from .shapely2 import shapely

_SEAM = 0.002  # metres
_LEAST_PART = 0.05  # of a plan that must be left to be a place to build


@dataclass(frozen=True, slots=True)
class Redrawn:
    """The new polygon, and in words what it was and what becomes of it. ``look``: a person must look at it first."""

    polygon: QgsGeometry
    was: str
    then: str
    look: bool

    def after(self, earlier: Redrawn | None) -> Redrawn:
        """Both, one after the other, as one."""
        if earlier is None:
            return self
        then = tr("{one}; daarna {other}").format(one=earlier.then, other=self.then)
        return Redrawn(self.polygon, earlier.was, then, earlier.look or self.look)


def repaired(polygon: QgsGeometry) -> Redrawn | None:
    """A polygon as the repair leaves it; None where it finds nothing to repair.

    :raises LmvwError: when it cannot be repaired.
    """
    done = repair_polygons(_read(polygon), Tolerances(), Limits(), Silent())
    if not done.changes:
        return None
    change, shape = done.changes[0], done.geometries[0]
    if shape is None:
        raise LmvwError(tr("Deze polygoon is niet te repareren: {why}.").format(why=change.flag))
    told = tr("{after} ({done})").format(after=texts.m2(change.area_after), done=change.done)
    if change.flag:
        told += tr("; let op: {changed} veranderd, de grens verschoof {moved}").format(
            changed=texts.m2(change.changed), moved=texts.metres(change.moved_m)
        )
    return Redrawn(_multi(shape), texts.m2(change.area_before), told, bool(change.flag))


def cut(polygon: QgsGeometry, others: Sequence[tuple[str, QgsGeometry]]) -> Redrawn | None:
    """A polygon without what it shares with others, each with the name of its plan; None where it shares nothing.

    :raises LmvwError: when too little is left, or it has no polygon that can be cut.
    """
    whole = _sound(polygon)
    pairs = [(name, _sound(other)) for name, other in others]
    shared = [(name, shape, shapely.area(shapely.intersection(whole, shape))) for name, shape in pairs]
    shared = [pair for pair in shared if pair[2] > 0]
    if not shared:
        return None
    remaining = only_polygons(shapely.GeometryCollection([shapely.difference(whole, shapely.union_all([shape for _, shape, _ in shared]))]))
    before, after = float(shapely.area(whole)), float(shapely.area(remaining))
    names = tr(" en ").join(name for name, *_ in shared)
    if after < max(Tolerances().tiny_m2, _LEAST_PART * before):
        raise LmvwError(
            tr("Er blijft dan maar {left} van dit plan over naast {names}; teken de grens zelf, of licht de overlap toe.").format(
                left=texts.m2(after), names=names
            )
        )
    told = tr("{after}: {lost} gaat eraf, die houdt {names}").format(after=texts.m2(after), lost=texts.m2(before - after), names=names)
    return _tidied(remaining, before, told, look=True)


def within(polygon: QgsGeometry, area: Any) -> Redrawn | None:
    """A polygon without what lies outside an area; None where nothing does.

    :raises LmvwError: when too little is left, or it has no polygon that can be cut.
    """
    whole = _sound(polygon)
    remaining = only_polygons(shapely.GeometryCollection([shapely.intersection(whole, area)]))
    before, after = float(shapely.area(whole)), float(shapely.area(remaining))
    if after >= before:
        return None
    if after < max(Tolerances().tiny_m2, _LEAST_PART * before):
        raise LmvwError(
            tr("Binnen de gemeente ligt maar {left} van dit plan; teken de grens zelf, of licht het toe.").format(left=texts.m2(after))
        )
    told = tr("{after}: {lost} gaat eraf, die ligt buiten de gemeente").format(after=texts.m2(after), lost=texts.m2(before - after))
    return _tidied(remaining, before, told, look=False)


def filled(polygon: QgsGeometry, other: QgsGeometry, beside: Sequence[QgsGeometry], tolerances: Tolerances) -> Redrawn | None:
    """A polygon with the gap between it and that of another plan; None where there is none. What the plans beside it have stays theirs.

    :raises LmvwError: when one of the two has no polygon.
    """
    shapes = np.array([_sound(polygon), _sound(other), *(_sound(shape) for shape in beside if not shape.isEmpty()), None], object)[:-1]
    shapes = shapes[~shapely.is_empty(shapes)]
    gaps = find_conflicts(shapes, np.arange(len(shapes)), tolerances, Silent(), 0, 100).gaps
    gap = next((gap for gap in gaps if (gap.first, gap.second) == (0, 1)), None)
    if gap is None:
        return None
    wide = shapely.buffer(gap.shape, _SEAM, quad_segs=2, join_style="mitre")  # over the borders, which then cut it off exactly
    fill = shapely.get_parts(shapely.difference(wide, shapely.union_all(shapes[1:])))
    whole = shapely.union_all([shapes[0], *fill[shapely.intersects(fill, shapes[0])]])
    before, after = float(shapely.area(shapes[0])), float(shapely.area(whole))
    told = tr("{after}: {more} komt erbij, die kier is gemiddeld {width} breed").format(
        after=texts.m2(after), more=texts.m2(after - before), width=texts.metres(gap.width)
    )
    return _tidied(only_polygons(shapely.GeometryCollection([whole])), before, told, look=False)


def _tidied(shape: Any, before: float, told: str, look: bool) -> Redrawn:
    """A polygon that was made of others, without the crumbs that this leaves; where more goes than crumbs, it is told and looked at."""
    made = Redrawn(_multi(shape), texts.m2(before), told, look)
    tidy = repaired(made.polygon)
    if tidy is None:
        return made
    return tidy.after(made) if tidy.look else replace(made, polygon=tidy.polygon)


def _read(polygon: QgsGeometry) -> Polygons:
    piece = Piece()
    piece.add(0, {}, polygon)
    return piece.polygons()


def _sound(polygon: QgsGeometry) -> Any:
    """The polygon as a valid shapely geometry.

    :raises LmvwError: when the plan has none.
    """
    shape = _read(polygon).geometries
    if shape[0] is None:
        raise LmvwError(tr("Een van de twee plannen heeft geen polygoon; teken die eerst."))
    return made_valid(np.array([shape[0], None], object)[:-1])[0]


def _multi(shape: Any) -> QgsGeometry:
    polygon = QgsGeometry()
    polygon.fromWkb(shapely.to_wkb(shape, output_dimension=2))
    polygon.convertToMultiType()
    return polygon
