# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:repairpolygons``: a copy of the layer with every polygon repaired that can be repaired safely."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsFeatureSource,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.basisset.values import seen_text
from ..core.errors import LmvwError
from ..core.feedback import watched
from ..core.i18n import tr
from ..layers import sources
from ..layers.polygons.reading import Polygons, plain_wkb, read_polygons
from ..layers.polygons.repair import Change, Limits, Repaired, repair_polygons
from ..layers.polygons.rules import Tolerances, conflicts_of
from ..layers.polygons.rules.between import Overlap
from ..layers.polygons.shapely2 import shapely
from ..layers.seen.otherwise import WithStored
from .base import Parameters
from .checkpolygons import tolerances_of
from .faces.repairpolygons import RepairPolygonsFace

_REPORT = (
    ("plan_id", QMetaType.Type.QString), ("plannummer", QMetaType.Type.QString), ("plannaam", QMetaType.Type.QString),
    ("rij", QMetaType.Type.LongLong), ("gedaan", QMetaType.Type.QString), ("let_op", QMetaType.Type.QString),
    ("m2_voor", QMetaType.Type.Double), ("m2_na", QMetaType.Type.Double), ("m2_veranderd", QMetaType.Type.Double),
    ("delen_voor", QMetaType.Type.Int), ("delen_na", QMetaType.Type.Int),
    ("hoekpunten_voor", QMetaType.Type.Int), ("hoekpunten_na", QMetaType.Type.Int),
    ("hoekpunten_nieuw", QMetaType.Type.Int), ("verschuiving_m", QMetaType.Type.Double),
)  # fmt: skip
_SHOWN = 60  # letters of a value in a sentence
_OVERLAPS = (
    ("plan_id_1", QMetaType.Type.QString), ("plannaam_1", QMetaType.Type.QString),
    ("plan_id_2", QMetaType.Type.QString), ("plannaam_2", QMetaType.Type.QString),
    ("m2", QMetaType.Type.Double), ("procent_1", QMetaType.Type.Double), ("procent_2", QMetaType.Type.Double),
)  # fmt: skip


class RepairPolygons(RepairPolygonsFace):
    """Repair what is safe, say what changed, and show overlaps without cutting them."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """The layer holds polygons in RD."""
        self.source_of(parameters, context)

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, repair, write the copy, the report and the overlaps."""
        source = self.source_of(parameters, context)
        tolerances = tolerances_of(self, parameters, context)
        limits = Limits(self.parameterAsDouble(parameters, "LIMIT_M2", context), self.parameterAsDouble(parameters, "LIMIT_M", context))
        steps = QgsProcessingMultiStepFeedback(4, feedback)
        steps.setCurrentStep(0)
        polygons = read_polygons(source, steps)
        steps.setCurrentStep(1)
        orient = self.parameterAsBoolean(parameters, "ORIENT", context)
        repaired = repair_polygons(polygons, tolerances, limits, steps, orient)
        steps.setCurrentStep(2)
        stored, said = self.stored_of(self.layer_of(parameters, context)).values(())
        outputs: dict[str, Any] = {"OUTPUT": self._write_copy(WithStored(source, stored), repaired, parameters, context, steps)}
        for sentence in said:
            feedback.pushWarning(sentence)
        report = (_report_feature(polygons, change) for change in repaired.changes)
        outputs["REPORT"] = self._write(report, "REPORT", _REPORT, QgsWkbTypes.Type.NoGeometry, parameters, context)
        steps.setCurrentStep(3)
        if parameters.get("OVERLAPS") not in (None, ""):
            overlaps = _overlaps(polygons, repaired, tolerances, steps)
            outputs["OVERLAPS"] = self._write(overlaps, "OVERLAPS", _OVERLAPS, QgsWkbTypes.Type.MultiPolygon, parameters, context)
        flagged = sum(1 for change in repaired.changes if change.flag)
        mended = sum(1 for change in repaired.changes if repaired.geometries[change.row] is not None)
        return {**outputs, "PLANS": len(polygons), "REPAIRED": mended, "FLAGGED": flagged}

    def _write_copy(
        self, source: WithStored, repaired: Repaired, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> str:  # fmt: skip
        """Write the repaired layer, with what its file really holds, and return its id.

        :raises LmvwError: when it cannot be written.
        """
        kind = _output_type(source, repaired)
        crs = source.sourceCrs() if sources.is_declared(source.sourceCrs()) else sources.rd_new()
        columns = source.fields()
        own = [at for at in range(columns.count()) if columns.fieldOrigin(at) != Qgis.FieldOrigin.Join]  # the outcome of a check is not
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, _chosen(columns, own), kind, crs)
        if sink is None:
            raise LmvwError(tr("De gerepareerde laag kan niet geschreven worden; kies een ander bestand voor ‘Gerepareerde plannen’."))
        request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        features = source.getFeatures(request)
        for row, feature in enumerate(watched(features, len(repaired.geometries), feedback)):
            _put_geometry(feature, repaired.geometries[row], kind)
            odd = source.stored.get(feature.id(), {})
            for name in _misfits(columns, odd):
                feedback.pushWarning(
                    tr(
                        "Rij {fid}, kolom ‘{column}’: ‘{value}’ past niet bij het soort kolom en is in de kopie leeg; in uw bestand staat het nog."
                    ).format(fid=feature.id(), column=name, value=seen_text(str(odd[name]))[:_SHOWN])
                )
            feature.setAttributes([_whole(columns.at(at), feature.attribute(at), odd) for at in own])
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise LmvwError(
                    tr("De gerepareerde laag kan niet geschreven worden ({reason}); kies een ander bestand.").format(
                        reason=sink.lastError()
                    )
                )
        return destination

    def _write(
        self, features: Iterator[QgsFeature], name: str, columns: tuple[tuple[str, QMetaType.Type], ...], kind: QgsWkbTypes.Type,
        parameters: Parameters, context: QgsProcessingContext,
    ) -> str | None:  # fmt: skip
        """Write one of the layers beside it and return its id.

        :raises LmvwError: when it cannot be written.
        """
        if parameters.get(name) in (None, ""):
            return None
        sink, destination = self.parameterAsSink(parameters, name, context, _fields(columns), kind, sources.rd_new())
        written = list(features)
        if sink is None or (written and not sink.addFeatures(written, QgsFeatureSink.Flag.FastInsert)):
            label = self.parameterDefinition(name).description()
            raise LmvwError(tr("‘{label}’ kan niet geschreven worden; kies een ander bestand.").format(label=label))
        return destination


def _fits(column: QgsField, stored: object) -> bool:
    """What is stored can be written in a column of this type: GDAL would make a number of any text."""
    whole = isinstance(stored, int) and column.type() == QMetaType.Type.LongLong
    return bool(whole or column.type() == QMetaType.Type.QString)


def _misfits(columns: QgsFields, odd: Mapping[str, object]) -> list[str]:
    """The columns of which a value cannot be written in their type."""
    return [name for name, stored in odd.items() if columns.lookupField(name) >= 0 and not _fits(columns.field(name), stored)]


def _whole(column: QgsField, read: Any, odd: Mapping[str, object]) -> Any:
    """The value of a column as it is stored; nothing where it does not fit."""
    if column.name() not in odd:
        return read
    stored = odd[column.name()]
    return None if not _fits(column, stored) else str(stored) if column.type() == QMetaType.Type.QString else stored


def _chosen(columns: QgsFields, places: Sequence[int]) -> QgsFields:
    chosen = QgsFields()
    for at in places:
        chosen.append(columns.at(at))
    return chosen


def _output_type(source: QgsFeatureSource, repaired: Repaired) -> QgsWkbTypes.Type:
    """The layer's own type without arcs, Z and M; multi when a repaired plan has several parts."""
    kind = QgsWkbTypes.flatType(QgsWkbTypes.linearType(source.wkbType()))
    several = any(shape is not None and shapely.get_num_geometries(shape) > 1 for shape in repaired.geometries)
    single = kind == QgsWkbTypes.Type.Polygon and not several
    return QgsWkbTypes.Type.Polygon if single else QgsWkbTypes.Type.MultiPolygon


def _put_geometry(feature: QgsFeature, shape: Any, kind: QgsWkbTypes.Type) -> None:
    """The repaired geometry, when there is one; the old one otherwise. Either in the type of the layer."""
    old = feature.geometry()
    if shape is not None:
        feature.setGeometry(_geometry(shapely.to_wkb(shape, output_dimension=2)))
    elif not old.isNull() and old.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        feature.clearGeometry()  # a point or a line: the check says so, a layer of polygons cannot hold it
    elif not old.isNull() and old.wkbType() not in (QgsWkbTypes.Type.Polygon, QgsWkbTypes.Type.MultiPolygon):
        feature.setGeometry(_geometry(plain_wkb(old)))  # not repairable, and still with arcs or heights
    if kind == QgsWkbTypes.Type.MultiPolygon and feature.hasGeometry() and not feature.geometry().isMultipart():
        geometry = feature.geometry()
        geometry.convertToMultiType()
        feature.setGeometry(geometry)


def _geometry(wkb: bytes | None) -> QgsGeometry:
    geometry = QgsGeometry()
    geometry.fromWkb(wkb or b"")
    return geometry


def _fields(columns: tuple[tuple[str, QMetaType.Type], ...]) -> QgsFields:
    fields = QgsFields()
    for name, kind in columns:
        fields.append(QgsField(name, kind))
    return fields


def _report_feature(polygons: Polygons, change: Change) -> QgsFeature:
    feature = QgsFeature(_fields(_REPORT))
    plan = polygons.plans[change.row]
    feature.setAttributes([
        *(None if plan.get(name) is None else str(plan[name]) for name in ("plan_id", "plannummer", "plannaam")),
        int(polygons.fids[change.row]), change.done, change.flag, change.area_before, change.area_after, change.changed,
        change.parts_before, change.parts_after, change.vertices_before, change.vertices_after, change.moved, change.moved_m,
    ])  # fmt: skip
    return feature


def _overlaps(polygons: Polygons, repaired: Repaired, tolerances: Tolerances, feedback: QgsProcessingFeedback) -> Iterator[QgsFeature]:
    """One feature per pair of live plans that overlap by more than the tolerance, as they are after the repair."""
    for row, shape in enumerate(repaired.geometries):
        if shape is not None:
            polygons.geometries[row] = shape
    conflicts = conflicts_of(polygons, tolerances, feedback)
    pairs = [overlap for overlap in conflicts.overlaps if overlap.beyond(tolerances)]
    for first, *others in conflicts.twins:
        shape = polygons.geometries[first]
        area = float(shapely.area(shape))
        pairs += [Overlap(first, other, area, 2 * area / float(shapely.length(shape)), area, area, shape) for other in others]
    for pair in sorted(pairs, key=lambda pair: (pair.first, pair.second)):
        feature = QgsFeature(_fields(_OVERLAPS))
        both = polygons.plans[pair.first], polygons.plans[pair.second]
        feature.setAttributes([
            *(None if plan.get(name) is None else str(plan[name]) for plan in both for name in ("plan_id", "plannaam")),
            pair.area, 100 * pair.area / pair.area_first, 100 * pair.area / pair.area_second,
        ])  # fmt: skip
        parts = shapely.get_parts(pair.shape)
        feature.setGeometry(_geometry(shapely.to_wkb(shapely.multipolygons(parts[shapely.get_type_id(parts) == 3]), output_dimension=2)))
        yield feature
