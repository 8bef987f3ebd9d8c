# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkpolygons`` as a user runs it."""

import os
import sys
from pathlib import Path

import pytest
from qgis import processing
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsVectorLayer,
)
from shapely import Polygon, box

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "layers"))
from polygon_layers import layer_of

from lmvw_plugin.layers.polygons import reading
from lmvw_plugin.layers.stored import copies
from lmvw_plugin.processing.checkpolygons import CheckPolygons
from tests.layers.test_polygon_stored import stored

pytestmark = pytest.mark.usefixtures("qgis_processing")

X, Y = 110_000.0, 500_000.0
BOW = Polygon([(X, Y), (X + 100, Y + 100), (X + 100, Y), (X, Y + 100)])
PLANS = (BOW, box(X + 200, Y, X + 300, Y + 100), box(X + 290, Y, X + 400, Y + 100))


def run(feedback=None, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryAbortOnInvalid)  # the user's default
    algorithm = CheckPolygons().create()
    return processing.run(algorithm, {"OUTPUT": "memory:", **parameters}, context=context, feedback=feedback or QgsProcessingFeedback())


def test_findings_and_counts():
    result = run(INPUT=layer_of(PLANS), BOUNDARY=layer_of([box(X - 10, Y - 10, X + 350, Y + 200)]))
    found = [(f["regel"], f["ernst"], f["plannaam"], f["veld"]) for f in result["OUTPUT"].getFeatures()]
    assert found == [
        ("G2", "fout", "Plan 1", "geom"), ("G4", "waarschuwing", "Plan 2", "geom"), ("G3", "waarschuwing", "Plan 3", "geom"),
    ]  # fmt: skip
    assert (result["PLANS"], result["ERRORS"], result["WARNINGS"], result["INFOS"]) == (3, 1, 2, 0)
    assert all(f.hasGeometry() for f in result["OUTPUT"].getFeatures())


def test_without_boundary_and_on_a_selection():
    layer = layer_of(PLANS)
    layer.selectByIds([2, 3])
    QgsProject.instance().addMapLayer(layer)
    result = run(INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), True))
    assert (result["PLANS"], result["ERRORS"]) == (2, 0)


def test_tolerances_are_parameters():
    assert run(INPUT=layer_of(PLANS), OVERLAP_M2=5000, OVERLAP_M=100, OVERLAP_PERCENT=100, GAP_M=0)["WARNINGS"] == 0
    algorithm = CheckPolygons().create()
    advanced = [p for p in algorithm.parameterDefinitions() if p.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced]
    assert len(advanced) >= 10
    assert all(p.help() for p in algorithm.parameterDefinitions())


def test_files_are_opened_once_and_only_to_be_read(tmp_path):
    """QGIS opens what it is named to write in it too, which takes nearly twice as long."""
    plans = stored(layer_of(PLANS), tmp_path / "plannen.v2.gpkg")
    border = stored(layer_of([box(X - 10, Y - 10, X + 350, Y + 200)]), tmp_path / "grens.gpkg")
    given, context = {"INPUT": str(plans), "BOUNDARY": str(border), "OUTPUT": "memory:"}, QgsProcessingContext()
    algorithm = CheckPolygons().create()
    assert algorithm.checkParameterValues(given, context) == (True, "")
    opened = context.temporaryLayerStore().mapLayers().values()
    assert sorted((layer.name(), layer.supportsEditing()) for layer in opened) == [("grens", False), ("plannen", False)]
    assert algorithm.run(given, context, QgsProcessingFeedback())[1]


def test_another_crs_is_refused_before_the_start():
    with pytest.raises(QgsProcessingException, match="EPSG:28992"):
        run(INPUT=layer_of([box(4, 52, 5, 53)], crs="EPSG:4326"))
    with pytest.raises(QgsProcessingException, match="EPSG:28992"):
        run(INPUT=layer_of(PLANS), BOUNDARY=layer_of([box(4, 52, 5, 53)], crs="EPSG:4326"))


def test_rd_that_is_declared_as_degrees_is_to_be_assigned_not_converted():
    """Converting RD numbers as if they were degrees ruins them."""
    with pytest.raises(QgsProcessingException, match="Leg EPSG:28992 vast") as refused:
        run(INPUT=layer_of(PLANS, crs="EPSG:4326"))
    assert "herprojecteren" not in str(refused.value)
    with pytest.raises(QgsProcessingException, match="herprojecteren"):
        run(INPUT=layer_of([], crs="EPSG:4326"))


def test_a_line_layer_is_refused():
    with pytest.raises(QgsProcessingException, match="lijnen"):
        run(INPUT=QgsVectorLayer("LineString?crs=EPSG:28992", "lijnen", "memory"))


def test_progress_reaches_the_end():
    feedback, seen = QgsProcessingFeedback(), []
    feedback.progressChanged.connect(seen.append)
    run(feedback, INPUT=layer_of(PLANS * 200))
    assert seen and max(seen) > 60 and seen == sorted(seen)


@pytest.mark.parametrize(
    ("given", "plans", "past_qgis"),
    [("{}", 3, True), ("{}|layername=plannen", 3, True), ("{}|layername=plannen|subset=fid > 1", 2, False), ("a selection", 1, False)],
)
def test_a_file_is_copied_once_for_check_and_run_and_read_as_it_is_stored(tmp_path, monkeypatch, given, plans, past_qgis):
    path = stored(layer_of(PLANS), tmp_path / "plannen.gpkg")
    os.utime(path, (1, 1))
    copied, copy, asked, features = [], copies.copy_of, [], reading.features
    monkeypatch.setattr(copies, "copy_of", lambda path, *more: (copied.append(path), copy(path, *more))[1])
    monkeypatch.setattr(reading, "features", lambda *of: (asked.append("QGIS"), features(*of))[1])
    meant = QgsProcessingFeatureSourceDefinition(str(path), featureLimit=1) if given == "a selection" else given.format(path)
    assert run(INPUT=meant)["PLANS"] == plans
    assert (copied, asked) == ([path], [] if past_qgis else ["QGIS"])


@pytest.mark.parametrize("same", [True, False])
def test_what_is_open_in_the_context_of_the_check_is_opened_once_more_only_in_another(tmp_path, monkeypatch, same):
    path = stored(layer_of(PLANS), tmp_path / "plannen.gpkg")
    os.utime(path, (1, 1))
    given, of_check, of_run = {"INPUT": str(path), "OUTPUT": "memory:"}, QgsProcessingContext(), QgsProcessingContext()
    again, copyfile = [], copies.shutil.copyfile
    monkeypatch.setattr(copies.shutil, "copyfile", lambda *of: (again.append(of[0].name), copyfile(*of))[1])
    check = CheckPolygons().create()
    assert check.checkParameterValues(given, of_check) == (True, "")
    results, done = check.run(given, of_check if same else of_run, QgsProcessingFeedback())
    assert done and results["PLANS"] == 3
    assert again == ([] if same else ["plannen.gpkg"])
