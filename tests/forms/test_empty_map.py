# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that shows nothing: what to do first is told, the boundary that is chosen is what one sees, and so are plans that come."""

import pytest
from qgis.core import QgsFeature, QgsProject, QgsRectangle
from qgis.gui import QgsAdvancedDigitizingDockWidget, QgsMapCanvas, QgsMapToolDigitizeFeature, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from lmvw_plugin.forms import messages
from lmvw_plugin.forms.starting import empty_map
from lmvw_plugin.layers.map.project import boundary_of, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.sources import NETHERLANDS, rd_new
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import Desk


@pytest.fixture
def desk(qgis_app):
    desk = Desk()
    canvas = QgsMapCanvas(desk.window)
    canvas.resize(400, 300)
    desk.mapCanvas = lambda: canvas
    watch = empty_map.EmptyMapWatch(desk)
    yield desk
    watch.stop()
    messages.withdraw_all(desk)
    QgsProject.instance().clear()


def opened(folder, plans=()):
    planfile.create(folder / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    layer = set_up_project(QgsProject.instance(), folder / "p.gpkg")
    QApplication.processEvents()
    return layer


def test_an_empty_map_tells_what_to_do_first_and_shows_the_boundary_that_is_chosen(desk, tmp_path, sample, monkeypatch):
    plans = opened(tmp_path)
    assert desk.words == ["De kaart is nog leeg. Kies eerst de gemeentegrens, dan ziet u waar u tekent. Of importeer plannen."]
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(sample / "gemeentegrens.gpkg"), ""))
    empty_map.choose_boundary(desk)
    boundary = boundary_of(QgsProject.instance())
    assert desk.mapCanvas().extent().contains(boundary.extent())
    assert desk.mapCanvas().extent().width() < 3 * boundary.extent().width()
    assert QgsProject.instance().snappingConfig().individualLayerSettings(boundary).enabled()
    order = [node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    assert order.index(boundary) > order.index(plans), "the plans lie above it"
    assert not desk.bar.items()


def test_where_there_is_something_to_see_nothing_is_told(desk, tmp_path):
    opened(tmp_path, [(square(1), consistent_plan())])
    assert not desk.words


def come(layer, *polygons):
    """As an import changes the layer that is open."""
    layer.startEditing()
    for polygon in polygons:
        plan = QgsFeature(layer.fields())
        plan.setGeometry(polygon)
        assert layer.addFeature(plan)
    QApplication.processEvents()


@pytest.fixture
def empty(desk, tmp_path):
    """A plan file without plans, in a map of the whole country."""
    layer, canvas = opened(tmp_path), desk.mapCanvas()
    canvas.setDestinationCrs(rd_new())
    canvas.setLayers([layer])
    canvas.setExtent(QgsRectangle(NETHERLANDS))
    yield layer
    layer.rollBack()


def test_plans_that_come_into_an_empty_map_are_brought_in_sight(desk, empty):
    come(empty, square(1), square(4))
    seen = desk.mapCanvas().extent()
    assert seen.contains(empty.extent()) and seen.width() < 5 * max(empty.extent().width(), empty.extent().height())
    assert not desk.bar.items()


def test_plans_in_sight_move_no_map_and_neither_do_those_that_come_later(desk, empty):
    canvas = desk.mapCanvas()
    box = square(1).boundingBox()
    box.scale(3)
    canvas.setExtent(box)
    seen = canvas.extent()
    come(empty, square(1))
    assert canvas.extent() == seen
    come(empty, square(400))
    assert canvas.extent() == seen


def test_who_draws_the_first_plan_keeps_his_map(desk, empty):
    canvas, seen = desk.mapCanvas(), desk.mapCanvas().extent()
    beside = QgsAdvancedDigitizingDockWidget(canvas)
    tool, other = QgsMapToolDigitizeFeature(canvas, beside), QgsMapToolPan(canvas)
    tool.setLayer(empty)
    canvas.setMapTool(tool)
    come(empty, square(1))
    assert canvas.extent() == seen
    canvas.setMapTool(other)
    canvas.unsetMapTool(other)
    sip.delete(tool)
    sip.delete(beside)
