# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm reads of a layer of the project: as the user has it, though it is read in a copy."""

import pytest
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)
from qgis.PyQt.QtCore import QMetaType

from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square


@pytest.fixture
def project(qgis_app):
    yield QgsProject.instance()
    QgsProject.instance().clear()


@pytest.fixture
def plans(project, tmp_path):
    """Four plans; then one removed, and one added, which is selected with the third."""
    path = tmp_path / "plannen.gpkg"
    planfile.create(
        path,
        planfile.PlanFileInfo(MARKERWAARD, PEILDATUM),
        [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(4)],
    )
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    project.addMapLayer(layer)
    layer.startEditing()
    layer.deleteFeature(1)
    new = QgsFeature(layer.fields())
    for field, value in consistent_plan(plannaam="nieuw", plan_id="nieuw").items():
        new.setAttribute(field, value)
    new.setGeometry(square(10))
    assert layer.addFeature(new)
    layer.selectByExpression("\"plannaam\" in ('nieuw', 'Plan 2')")
    yield layer
    layer.rollBack()


def names_in(output):
    return sorted(one["plannaam"] for one in output.getFeatures())


@pytest.mark.parametrize(("part", "expected"), [
    ({}, ["Plan 1", "Plan 2", "Plan 3", "nieuw"]), ({"selectedFeaturesOnly": True}, ["Plan 2", "nieuw"]),
    ({"filterExpression": "\"plannaam\" > 'Plan 1'"}, ["Plan 2", "Plan 3", "nieuw"]),
])  # fmt: skip
def test_the_part_that_was_asked_for_with_unsaved_edits(run, plans, part, expected):
    given = QgsProcessingFeatureSourceDefinition(plans.id(), **part) if part else plans.id()
    assert names_in(run("repairpolygons", INPUT=given, OUTPUT="memory:", REPORT="memory:")["OUTPUT"]) == expected
    assert plans.isModified()


def test_a_layer_may_be_given_itself(run, plans):
    assert run("checkpolygons", INPUT=plans, OUTPUT="memory:")["PLANS"] == 4


@pytest.mark.parametrize("how", ["joined", "computed"])
def test_columns_that_only_the_project_knows(run, project, tmp_path, how):
    drawn = polygon_layer([{"nummer": "1"}, {"nummer": "2"}])
    path = str(tmp_path / "vlakken.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    assert QgsVectorFileWriter.writeAsVectorFormatV3(drawn, path, project.transformContext(), options)[0] == 0
    layer = QgsVectorLayer(path, "vlakken", "ogr")
    table = polygon_layer([{"nummer": "1", "plannaam": "Kade"}, {"nummer": "2", "plannaam": "Dijk"}])
    project.addMapLayers([layer, table])
    if how == "joined":
        join = QgsVectorLayerJoinInfo()
        join.setJoinLayer(table)
        join.setJoinFieldName("nummer")
        join.setTargetFieldName("nummer")
        join.setUsingMemoryCache(True)
        join.setPrefix("")
        assert layer.addJoin(join)
    else:
        layer.addExpressionField("'Plan ' || nummer", QgsField("plannaam", QMetaType.Type.QString))
    found = run("checkplannames", INPUT=layer.id(), INPUT_COLUMN="plannaam", OUTPUT="memory:")
    assert (found["PLANS"], found["ERRORS"]) == (2, 0)
