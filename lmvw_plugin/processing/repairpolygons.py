# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:repairpolygons``: a copy of the layer with every polygon repaired that can be repaired safely."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ..core.errors import LmvwError
from ..core.feedback import watched
from ..core.i18n import tr
from ..core.manual import Page
from ..layers import sources
from ..layers.polygons.reading import Polygons, plain_wkb, read_polygons
from ..layers.polygons.repair import Change, Limits, Repaired, repair_polygons
from ..layers.polygons.rules import Tolerances, conflicts_of
from ..layers.polygons.rules.between import Overlap
from ..layers.polygons.shapely2 import shapely
from .base import LmvwAlgorithm, Parameters
from .checkpolygons import add_tolerances, tolerances_of

_REPORT = (
    ("plan_id", QMetaType.Type.QString), ("plannummer", QMetaType.Type.QString), ("plannaam", QMetaType.Type.QString),
    ("rij", QMetaType.Type.LongLong), ("gedaan", QMetaType.Type.QString), ("let_op", QMetaType.Type.QString),
    ("m2_voor", QMetaType.Type.Double), ("m2_na", QMetaType.Type.Double), ("m2_veranderd", QMetaType.Type.Double),
    ("delen_voor", QMetaType.Type.Int), ("delen_na", QMetaType.Type.Int),
    ("hoekpunten_voor", QMetaType.Type.Int), ("hoekpunten_na", QMetaType.Type.Int),
    ("hoekpunten_nieuw", QMetaType.Type.Int), ("verschuiving_m", QMetaType.Type.Double),
)  # fmt: skip
_OVERLAPS = (
    ("plan_id_1", QMetaType.Type.QString), ("plannaam_1", QMetaType.Type.QString),
    ("plan_id_2", QMetaType.Type.QString), ("plannaam_2", QMetaType.Type.QString),
    ("m2", QMetaType.Type.Double), ("procent_1", QMetaType.Type.Double), ("procent_2", QMetaType.Type.Double),
)  # fmt: skip


class RepairPolygons(LmvwAlgorithm):
    """Repair what is safe, say what changed, and show overlaps without cutting them."""

    ID = "repairpolygons"
    PAGE = Page.POLYGONS
    NEEDS = ("shapely",)
    TITLE = "Polygonen repareren"
    GROUP = "Herstel"
    ICON = "repareren"
    OF_ANY_LAYER = True
    HELP = (
        "Maakt een kopie van de laag waarin de polygonen gerepareerd zijn: ongeldige grenzen, dubbele hoekpunten, "
        "uitschieters, snippers, gaatjes, bogen, hoogtes en draairichting. Een polygoon waar niets aan mankeert blijft tot op "
        "de byte gelijk; velden en kenmerken blijven staan. Het verslag noemt per plan wat er veranderde en wat u moet "
        "nakijken. Overlap wordt niet weggeknipt: die kunt u als laag bekijken, met de namen van beide plannen."
    )

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: N802  # QGIS's name
        """Declare the parameters."""
        self.add_input("Plannen (polygonen)", "De laag met plannen in RD (EPSG:28992). Deze laag zelf verandert niet.")
        add_tolerances(self, ("duplicate_m", "spike_m", "spike_degrees", "speck_m2", "overlap_m2", "overlap_percent"))
        self._add_limit("LIMIT_M2", "Nakijken vanaf: oppervlakte (m2)", Limits().area_m2,
                        "Verandert een plan meer dan dit (erbij en eraf samen), dan staat in het verslag dat u het moet nakijken.")  # fmt: skip
        self._add_limit("LIMIT_M", "Nakijken vanaf: verschuiving (m)", Limits().move_m,
                        "Komt een nieuw grenspunt verder dan dit van de oude grens te liggen, dan staat in het verslag dat u het moet nakijken.")  # fmt: skip
        orient = QgsProcessingParameterBoolean("ORIENT", tr("Draairichting van alle polygonen gelijkmaken"), False)
        orient.setFlags(orient.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(orient, "Zet de buitengrens van elk plan tegen de klok in en elk gat met de klok mee. "
                         "Uit: alleen bij polygonen die toch al gerepareerd worden.")  # fmt: skip
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Gerepareerde plannen"), QgsProcessing.SourceType.TypeVectorPolygon),
            "De kopie, met alle plannen en velden.",
        )
        self.add(
            QgsProcessingParameterFeatureSink("REPORT", tr("Verslag per plan"), QgsProcessing.SourceType.TypeVector, optional=True),
            "Een tabel met een regel per plan dat veranderde: wat er gedaan is, oppervlakte en delen voor en na, en wat u moet nakijken.",
        )
        self.add(
            QgsProcessingParameterFeatureSink(
                "OVERLAPS", tr("Overlap"), QgsProcessing.SourceType.TypeVectorPolygon, optional=True, createByDefault=False
            ),
            "Een laag met elk stuk waar twee lopende plannen overlappen na de reparatie, met beide plannamen.",
        )
        for name, label in (
            ("PLANS", "Aantal plannen"),
            ("REPAIRED", "Aantal gerepareerde plannen"),
            ("FLAGGED", "Aantal plannen om na te kijken"),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, tr(label)))

    def _add_limit(self, name: str, label: str, default: float, help_text: str) -> None:
        parameter = QgsProcessingParameterNumber(name, tr(label), QgsProcessingParameterNumber.Type.Double, default, minValue=0.0)
        parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.add(parameter, help_text)

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
        outputs: dict[str, Any] = {"OUTPUT": self._write_copy(source, repaired, parameters, context, steps)}
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
        self, source: QgsFeatureSource, repaired: Repaired, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> str:  # fmt: skip
        """Write the repaired layer and return its id.

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
            feature.setAttributes([feature.attribute(at) for at in own])
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
    pairs = [overlap for overlap in conflicts.overlaps if overlap.counts(tolerances)]
    for first, *others in conflicts.twins:
        shape = polygons.geometries[first]
        area = float(shapely.area(shape))
        pairs += [Overlap(first, other, area, area, area, shape) for other in others]
    for pair in sorted(pairs, key=lambda pair: (pair.one, pair.other)):
        feature = QgsFeature(_fields(_OVERLAPS))
        one, other = polygons.plans[pair.one], polygons.plans[pair.other]
        feature.setAttributes([
            *(None if plan.get(name) is None else str(plan[name]) for plan in (one, other) for name in ("plan_id", "plannaam")),
            pair.area, 100 * pair.area / pair.area_one, 100 * pair.area / pair.area_other,
        ])  # fmt: skip
        parts = shapely.get_parts(pair.shape)
        feature.setGeometry(_geometry(shapely.to_wkb(shapely.multipolygons(parts[shapely.get_type_id(parts) == 3]), output_dimension=2)))
        yield feature
