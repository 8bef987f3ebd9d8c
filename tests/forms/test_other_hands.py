# SPDX-License-Identifier: GPL-2.0-or-later
"""The plans stay on the map when another QGIS begins to edit their file."""

import sqlite3
import threading
from contextlib import closing

import pytest
from qgis.core import QgsProject, QgsVectorLayerFeatureSource

from lmvw_plugin.forms.other_hands import NEWS, OtherHands
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.sources import file_of
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.other_qgis import editing

PLANS = 12
KEPT = 4  # as many openings of a file QGIS keeps


@pytest.fixture
def layer(tmp_path, qgis_app):
    path = tmp_path / "plannen.gpkg"
    plans = [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(PLANS)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().clear()


@pytest.fixture
def canvas(qgis_iface, layer):
    """A map of the plans, and who looks after them."""
    canvas = qgis_iface.mapCanvas()
    watch = OtherHands(qgis_iface)
    canvas.setLayers([layer])
    canvas.setExtent(layer.extent())
    yield canvas
    watch.stop()
    canvas.setLayers([])


def drawn(canvas, qtbot):
    with qtbot.waitSignal(canvas.renderStarting):
        canvas.refresh()
    qtbot.waitUntil(lambda: not canvas.isDrawing())


def read_by_all(layer):
    """How many plans each opening reads that QGIS keeps."""
    return [len(list(rows)) for rows in [layer.getFeatures() for _ in range(KEPT)]]


def test_plans_stay_on_the_map_when_another_qgis_edits_them(canvas, qtbot, layer):
    assert len(list(layer.getFeatures())) == PLANS
    with editing(file_of(layer)) as save:
        save("plannaam", "Anders")
        drawn(canvas, qtbot)
        assert sorted(one["plannaam"] for one in layer.getFeatures())[0] == "Anders"
        assert len(list(layer.getFeatures())) == PLANS


def test_plans_stay_on_the_map_when_they_were_read_while_somebody_wrote(canvas, qtbot, layer):
    """Whoever opens the file in that moment, and is kept by QGIS for the next, reads nothing."""
    assert len(list(layer.getFeatures())) == PLANS
    drawn(canvas, qtbot)
    with closing(sqlite3.connect(file_of(layer), isolation_level=None)) as database:
        database.execute("PRAGMA cache_size = 1")  # so that it is in the file before it is sure
        database.execute("BEGIN IMMEDIATE")
        database.execute("CREATE TABLE notities AS SELECT randomblob(30000) FROM plannen")
        source, together = QgsVectorLayerFeatureSource(layer), threading.Barrier(KEPT)

        def read():
            rows = source.getFeatures()
            together.wait()
            list(rows)

        others = [threading.Thread(target=read) for _ in range(KEPT)]
        for other in others:
            other.start()
        for other in others:
            other.join()
        database.execute("COMMIT")
    assert 0 in read_by_all(layer), "QGIS keeps what reads nothing"
    drawn(canvas, qtbot)
    qtbot.waitUntil(lambda: read_by_all(layer) == [PLANS] * KEPT)


def test_a_map_of_plans_that_nobody_writes_in_is_drawn_once(canvas, qtbot, layer):
    drawn(canvas, qtbot)
    times = []
    canvas.renderStarting.connect(lambda: times.append(1))
    drawn(canvas, qtbot)
    qtbot.wait(700)
    assert times == [1]


def test_what_another_qgis_saves_is_seen_each_time_without_the_map_being_drawn(canvas, qtbot, layer):
    drawn(canvas, qtbot)
    heard = []
    NEWS.written.connect(heard.append)
    with editing(file_of(layer)) as save:
        qtbot.waitUntil(lambda: bool(heard) and read_by_all(layer) == [PLANS] * KEPT)  # it has begun: the file has a log from now on
        for name in ("Eerst", "Toen", "Ten slotte"):
            heard.clear()
            save("plannaam", name)
            qtbot.waitUntil(lambda name=name: heard == [layer.id()] and name in [one["plannaam"] for one in layer.getFeatures()])
        qtbot.wait(1500)
        assert heard == [layer.id()]  # and not again and again
    NEWS.written.disconnect(heard.append)
