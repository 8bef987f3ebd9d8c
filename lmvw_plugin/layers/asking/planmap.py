# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan maps (IMRO) from files, and how the plans of a layer lie in them. A map is known by its columns, in GML or in a layer made of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import pi
from pathlib import Path
from typing import Any

from qgis.core import QgsFeature, QgsFeatureSource, QgsGeometry, QgsVectorLayer

from ...core.asking.planmap import VELD, Lying, Part, SpatialPlan, hint_of, is_change, part_of
from ...core.errors import LmvwError, reason_of
from ...core.feedback import Feedback, checkpoint, watched
from ...core.i18n import tr
from ...core.importing.mapping.hints import PLAN_MAP, Hint
from ..files import OwnFolder
from ..importing.layers import polygon_layers
from ..sources import is_rd, offline, rows
from ..stored.copies import SourceCopy

_XML = (".gml", ".xml")  # GDAL writes beside what it reads of these
_ARC = pi / 180  # an arc becomes straight pieces of one degree
# The columns by which a layer is known, in small letters: of the plan itself, of a bestemming, of a gebiedsaanduiding.
_PLAN, _USE, _SIGN = {"typeplan", "planstatus"}, {"bestemmingshoofdgroep", "naam"}, {"gebiedsaanduidinggroep", "naam"}


@dataclass(frozen=True, slots=True)
class PlanMap:
    """A spatial plan where it lies, in RD; ``parts`` is None where its file has no bestemmingen of it."""

    plan: SpatialPlan
    area: QgsGeometry
    parts: Sequence[tuple[Part, QgsGeometry]] | None = None


@dataclass
class _File:
    """What a file holds: plans, and parts with the plan that each names."""

    plans: list[tuple[SpatialPlan, QgsGeometry]] = field(default_factory=list)
    parts: list[tuple[str, Part, QgsGeometry]] = field(default_factory=list)

    def maps(self) -> Iterator[PlanMap]:
        """Each plan with its own parts; in a file of one plan all are."""
        for plan, area in self.plans:
            mine = [(kind, shape) for named, kind, shape in self.parts if len(self.plans) == 1 or plan.identificatie == named]
            yield PlanMap(plan, area, mine if any(kind is not Part.CHANGE for kind, _ in mine) else None)


def read(paths: Sequence[Path], feedback: Feedback) -> list[PlanMap]:
    """The plan maps in files, of which the files themselves stay as they are.

    :raises Cancelled: when the user cancels.
    :raises LmvwError: when a file cannot be read, or holds no plan map in RD.
    """
    maps_read = []
    for path in paths:
        checkpoint(feedback)
        maps = list(_read(path))
        if not maps:
            said = tr("‘{name}’ is geen plankaart volgens IMRO in RD: er is geen plangebied met typePlan en planstatus. Kies een GML-bestand van "
                      "een bestemmingsplan of omgevingsvergunning.")  # fmt: skip
            raise LmvwError(said.format(name=path.name))
        maps_read += maps
    return maps_read


def _read(path: Path) -> Iterator[PlanMap]:
    """Those of one file, from a copy of it.

    :raises LmvwError: when it cannot be read.
    """
    copies, own = SourceCopy(), OwnFolder()
    if path.suffix.casefold() in _XML:
        try:
            here = Path(shutil.copyfile(path, own.path / path.name))
        except OSError as error:
            raise LmvwError(tr("‘{path}’ kan niet gelezen worden ({reason}).").format(path=path, reason=reason_of(error))) from error
    else:
        here = Path(copies.resting(str(path)))
    taken = _File()
    for uri in [layer.uri for layer in polygon_layers(here)] or [str(here)]:
        with offline():
            layer = QgsVectorLayer(uri, path.stem, "ogr")
        if layer.isValid() and is_rd(layer.crs()):
            _take(taken, layer)
        del layer  # before its file goes
    yield from taken.maps()
    own.close()


def _take(taken: _File, layer: QgsVectorLayer) -> None:
    columns = {name.casefold() for name in layer.fields().names()}
    for feature in layer.getFeatures():
        shape = _plain(feature.geometry())
        if shape.isEmpty():
            continue
        said = {name.casefold(): _text(feature, name) for name in layer.fields().names()}
        if columns >= _PLAN:
            plan = SpatialPlan(_name(said), said.get("naam", ""), said["typeplan"], said["planstatus"], said.get("datum", "")[:10])
            taken.plans.append((plan, shape))
        elif columns >= _USE:
            taken.parts.append((_of(said), part_of(said["bestemmingshoofdgroep"], said["naam"]), shape))
        elif columns >= _SIGN and is_change(said["naam"]):
            taken.parts.append((_of(said), Part.CHANGE, shape))


def _text(feature: QgsFeature, name: str) -> str:
    raw: Any = feature[name]
    if not raw:
        return ""
    return raw.toString("yyyy-MM-dd") if hasattr(raw, "toString") else str(raw)


def _name(said: Mapping[str, str]) -> str:
    parts = "-".join(filter(None, (said.get("lokaalid"), said.get("versie"))))
    return said.get("gml_id") or said.get("identificatie") or parts


def _of(said: Mapping[str, str]) -> str:
    """The plan that a part names, by ``#`` and its name in GML."""
    named = said.get("plangebied", "")
    return named[named.find(PLAN_MAP) :] if PLAN_MAP in named else named


def _plain(geometry: QgsGeometry) -> QgsGeometry:
    """Valid, with straight pieces in place of arcs."""
    plain = QgsGeometry(geometry)
    plain.convertToStraightSegment(_ARC)
    return plain if plain.isGeosValid() else plain.makeValid()


def hints_of(source: QgsFeatureSource, maps: Sequence[PlanMap], feedback: Feedback) -> dict[str, Hint]:
    """By plan_id, what the maps say of the plans without planstatus.

    :raises Cancelled: when the user cancels.
    """
    hints = {}
    for feature, plan in watched(rows(source, ("plan_id", VELD)), source.featureCount(), feedback):
        if plan["plan_id"] and plan[VELD] is None and (hint := hint_of(_lying(_plain(feature.geometry()), maps))) is not None:
            hints[str(plan["plan_id"])] = hint
    return hints


def _lying(polygon: QgsGeometry, maps: Sequence[PlanMap]) -> Iterator[tuple[SpatialPlan, Lying]]:
    whole = polygon.area()
    for plan_map in maps:
        if whole > 0 and (covered := _shared(polygon, plan_map.area) / whole) > 0:
            parts = None if plan_map.parts is None else dict.fromkeys(Part, 0.0)
            for kind, shape in plan_map.parts or ():
                if parts is not None:
                    parts[kind] += _shared(polygon, shape) / whole
            yield plan_map.plan, Lying(covered, parts)


def _shared(polygon: QgsGeometry, other: QgsGeometry) -> float:
    """In m2."""
    return max(polygon.intersection(other).area(), 0.0) if polygon.boundingBox().intersects(other.boundingBox()) else 0.0
