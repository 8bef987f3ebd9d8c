# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that shows nothing: what to do first is told, and the boundary that is chosen is what one sees."""

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QApplication, QFileDialog

from lmvw_plugin.forms import messages
from lmvw_plugin.forms.starting import empty_map
from lmvw_plugin.layers.map.project import boundary_of, set_up_project
from lmvw_plugin.layers.planfile import store as planfile
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
