# SPDX-License-Identifier: GPL-2.0-or-later
"""RD stays whole: QGIS keeps a coordinate reference system for everybody, and what it says goes with the thread that asked for it first."""

import sqlite3
import threading
import time
from contextlib import closing

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers import sources
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, polygon_layer


def in_a_thread_that_ends(job):
    """What a job gives on a thread of its own."""
    found = []
    thread = threading.Thread(target=lambda: found.append(job()))
    thread.start()
    thread.join()
    return found[0]


def as_qgis_has_it():
    return QgsCoordinateReferenceSystem("EPSG:28992").toWkt()


@pytest.fixture
def first_of_a_thread(qgis_app):
    """RD as QGIS has it when a background task asked for it first, we second, and the task ended."""
    QgsCoordinateReferenceSystem.invalidateCache()
    asked, others = threading.Event(), threading.Event()
    thread = threading.Thread(target=lambda: (as_qgis_has_it(), asked.set(), others.wait()))
    thread.start()
    asked.wait()
    assert as_qgis_has_it()
    others.set()
    thread.join()
    until = time.monotonic() + 10  # QGIS hears of it a little after Python
    while as_qgis_has_it() and time.monotonic() < until:
        time.sleep(0.01)
    assert not as_qgis_has_it()
    yield
    QgsCoordinateReferenceSystem.invalidateCache()


def of_plans(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT srs_id FROM gpkg_geometry_columns WHERE table_name = 'plannen'").fetchone()


@pytest.mark.parametrize("where", [lambda job: job(), in_a_thread_that_ends], ids=["here", "in a thread"])
def test_a_plan_file_says_that_it_is_rd_whoever_asked_first(first_of_a_thread, tmp_path, where):
    assert where(lambda: planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))) == 0
    assert of_plans(tmp_path / "p.gpkg") == (28992,)


def test_what_the_main_thread_holds_is_whole_for_layers_that_others_open(first_of_a_thread, tmp_path):
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    sources.hold_rd()

    def opened():
        return len(QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "p", "ogr").crs().toWkt())

    assert in_a_thread_that_ends(opened) == in_a_thread_that_ends(opened) == len(sources.rd_new().toWkt()) > 0


def test_a_layer_without_a_name_for_its_system_is_not_told_to_be_reprojected(qgis_app):
    layer = polygon_layer([{"plannaam": "Haven"}])
    layer.setCrs(QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=52 +lon_0=5 +k=1 +ellps=bessel +units=m"))
    with pytest.raises(LmvwError) as error:
        sources.require_polygons(layer, "Plannen")
    assert "coördinatenstelsel ," not in str(error.value)
