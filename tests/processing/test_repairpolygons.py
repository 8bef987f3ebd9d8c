# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:repairpolygons`` as a user runs it: the copy, the report, the overlaps."""

import sys
from pathlib import Path

import pytest
from qgis import processing
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsWkbTypes,
)
from shapely import MultiPolygon, Polygon, box

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
from polygon_layers import layer_of

from lmvw_plugin.processing.repairpolygons import RepairPolygons

pytestmark = pytest.mark.usefixtures("qgis_processing")

X, Y = 110_000.0, 500_000.0
BOW = Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 100)])
GOOD = MultiPolygon([box(X + 200, Y, X + 300, Y + 100)])


def run(**parameters):
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)
    outputs = {"OUTPUT": "memory:", "REPORT": "memory:", "OVERLAPS": "memory:", **parameters}
    return processing.run(RepairPolygons().create(), outputs, context=context, feedback=QgsProcessingFeedback())


def _wkb(layer):
    return [feature.geometry().asWkb().data() for feature in layer.getFeatures()]


def test_the_copy_keeps_what_is_good_to_the_byte():
    layer = layer_of([GOOD, MultiPolygon([BOW]), None, MultiPolygon([box(X + 290, Y, X + 400, Y + 100)])])
    result = run(INPUT=layer)
    before, after = _wkb(layer), _wkb(result["OUTPUT"])
    assert [old == new for old, new in zip(before, after, strict=True)] == [True, False, True, True]
    assert [f.attributes() for f in result["OUTPUT"].getFeatures()] == [f.attributes() for f in layer.getFeatures()]
    assert (result["PLANS"], result["REPAIRED"], result["FLAGGED"]) == (4, 1, 2)  # the one without a polygon too
    again = run(INPUT=result["OUTPUT"])
    assert again["REPAIRED"] == 0 and _wkb(again["OUTPUT"]) == after


def test_the_report_says_what_changed():
    (row,) = run(INPUT=layer_of([GOOD, MultiPolygon([BOW])]))["REPORT"].getFeatures()
    assert row["plannaam"] == "Plan 2" and row["gedaan"] == "geldig gemaakt" and "oppervlakte veranderd" in row["let_op"]
    assert (row["m2_na"], row["delen_voor"], row["delen_na"], row["hoekpunten_nieuw"]) == (5000.0, 1, 2, 1)


def test_overlaps_are_shown_with_both_names():
    (row,) = run(INPUT=layer_of([GOOD, MultiPolygon([box(X + 290, Y, X + 400, Y + 100)])]))["OVERLAPS"].getFeatures()
    assert (row["plannaam_1"], row["plannaam_2"], row["m2"], row["procent_1"]) == ("Plan 1", "Plan 2", 1000.0, 10.0)
    assert row.geometry().area() == 1000.0


def test_twins_are_overlaps_too():
    (row,) = run(INPUT=layer_of([GOOD, GOOD]))["OVERLAPS"].getFeatures()
    assert row["procent_1"] == row["procent_2"] == 100.0


@pytest.mark.parametrize(
    ("kind", "shape", "expected"),
    [
        ("Polygon", box(X, Y, X + 50, Y + 50), QgsWkbTypes.Type.Polygon),
        ("Polygon", BOW, QgsWkbTypes.Type.MultiPolygon),
        ("MultiPolygonZ", f"MultiPolygon Z((({X} {Y} 1, {X + 50} {Y} 1, {X + 50} {Y + 50} 1, {X} {Y} 1)))", QgsWkbTypes.Type.MultiPolygon),
        ("CurvePolygon", f"CurvePolygon(CircularString({X} {Y}, {X + 50} {Y + 50}, {X + 100} {Y}, {X + 50} {Y - 50}, {X} {Y}))",
         QgsWkbTypes.Type.Polygon),
    ],
)  # fmt: skip
def test_the_type_of_the_copy(kind, shape, expected):
    output = run(INPUT=layer_of([shape], kind=kind))["OUTPUT"]
    assert output.wkbType() == expected
    assert {QgsWkbTypes.flatType(feature.geometry().wkbType()) for feature in output.getFeatures()} == {expected}


def test_reports_are_optional():
    result = run(INPUT=layer_of([GOOD]), REPORT=None, OVERLAPS=None)
    assert result.get("REPORT") is None and result.get("OVERLAPS") is None


def test_to_a_geopackage_with_fids(tmp_path):
    first, second = tmp_path / "first.gpkg", tmp_path / "second.gpkg"
    run(INPUT=layer_of([GOOD, MultiPolygon([BOW])]), OUTPUT=str(first))
    run(INPUT=str(first), OUTPUT=str(second))
    one, two = QgsVectorLayer(str(first), "een", "ogr"), QgsVectorLayer(str(second), "twee", "ogr")
    assert [f.id() for f in one.getFeatures()] == [f.id() for f in two.getFeatures()] and _wkb(one) == _wkb(two)


def test_columns_that_were_joined_stay_with_the_table_they_come_from(qgis_new_project):
    table = QgsVectorLayer("None?field=plan_id:string&field=ernst:string", "controle", "memory")
    plans = layer_of([MultiPolygon([BOW]), GOOD])
    own = plans.fields().names()
    QgsProject.instance().addMapLayers([table, plans])
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(table)
    join.setJoinFieldName("plan_id")
    join.setTargetFieldName("plan_id")
    join.setPrefix("controle_")
    assert plans.addJoin(join) and "controle_ernst" in plans.fields().names()
    copy = run(INPUT=plans)["OUTPUT"]
    assert copy.fields().names() == own
    assert [feature.attributes() for feature in copy.getFeatures()] == [feature.attributes()[: len(own)] for feature in plans.getFeatures()]
