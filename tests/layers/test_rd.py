# SPDX-License-Identifier: GPL-2.0-or-later
"""RD stays whole: QGIS keeps a coordinate reference system for everybody, and what it says goes with the thread that asked for it first."""

import json
import sqlite3
import threading
import time
from contextlib import closing

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsVectorLayer

from lmvw_plugin.core.confidential.dividing import make_public
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers import sources
from lmvw_plugin.layers.confidential import geojson
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.edits import new_plan
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square


def in_a_thread_that_ends(job):
    """What a job gives on a thread of its own."""
    found = []
    thread = threading.Thread(target=lambda: found.append(job()))
    thread.start()
    thread.join()
    return found[0]


def as_qgis_has_it(name):
    return QgsCoordinateReferenceSystem(name).toWkt()


@pytest.fixture
def first_of_a_thread(qgis_app):
    """RD and degrees as QGIS has them when a background task asked for them first, we second, and the task ended."""
    names = "EPSG:28992", "EPSG:4326"
    QgsCoordinateReferenceSystem.invalidateCache()
    asked, others = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: ([as_qgis_has_it(name) for name in names], asked.set(), others.wait()))
    thread.start()
    asked.wait()
    assert all(as_qgis_has_it(name) for name in names)
    others.set()
    thread.join()
    until = time.monotonic() + 10  # QGIS hears of it a little after Python
    while any(as_qgis_has_it(name) for name in names) and time.monotonic() < until:
        time.sleep(0.01)
    assert not any(as_qgis_has_it(name) for name in names)
    yield
    QgsCoordinateReferenceSystem.invalidateCache()


def of_plans(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'plannen'").fetchone()


@pytest.mark.parametrize("where", [lambda job: job(), in_a_thread_that_ends], ids=["here", "in a thread"])
def test_a_plan_file_says_that_it_is_rd_whoever_asked_first(first_of_a_thread, tmp_path, where):
    assert where(lambda: planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))) == 0
    assert of_plans(tmp_path / "p.gpkg") == (28992,)


def test_parcels_in_degrees_come_to_lie_in_rd_whoever_asked_first(first_of_a_thread, tmp_path):
    """Else the plan is drawn at 5 metres east and 52 metres north, without a word."""
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    plans = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "p", "ogr")
    near = QgsGeometry.fromWkt("Polygon ((5.3 52.5, 5.31 52.5, 5.31 52.51, 5.3 52.5))")
    parcels = polygon_layer([{"perceel": "A1"}], kind="Polygon", crs="EPSG:4326", geometries=[near])
    fid = new_plan(plans, parcels, list(parcels.getFeatures()))
    assert 140_000 < plans.getFeature(fid).geometry().centroid().asPoint().x() < 165_000
    plans.rollBack()


def test_what_everybody_may_see_lies_where_it_is_whoever_asked_first(first_of_a_thread, tmp_path):
    version = make_public([consistent_plan()], lambda index: square().asWkb().data(), MARKERWAARD, PEILDATUM)
    geojson.write_geojson(tmp_path / "p.geojson", version, Silent())
    (feature,) = json.loads((tmp_path / "p.geojson").read_text(encoding="utf-8"))["features"]
    x, y = feature["geometry"]["coordinates"][0][0][0]
    assert 5 < x < 6 and 52 < y < 53
    QgsCoordinateReferenceSystem.invalidateCache()


def test_two_systems_between_which_there_is_no_way_are_refused(qgis_app):
    moon = QgsCoordinateReferenceSystem("IAU_2015:30100")
    assert moon.isValid()
    with pytest.raises(LmvwError, match="QGIS kan coördinaten niet omzetten van IAU_2015:30100 naar EPSG:28992"):
        sources.transformer(moon, sources.rd_new())


def test_what_the_main_thread_holds_is_whole_for_layers_that_others_open(first_of_a_thread, tmp_path):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    sources.hold_crs()

    def opened():
        return len(QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "p", "ogr").crs().toWkt())

    assert in_a_thread_that_ends(opened) == in_a_thread_that_ends(opened) == len(sources.rd_new().toWkt()) > 0


def test_a_layer_without_a_name_for_its_system_is_not_told_to_be_reprojected(qgis_app):
    layer = polygon_layer([{"plannaam": "Haven"}])
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=52 +lon_0=5 +k=1 +ellps=bessel +units=m"))
    with pytest.raises(LmvwError) as error:
        sources.require_polygons(layer, "Plannen")
    assert "coördinatenstelsel ," not in str(error.value)
