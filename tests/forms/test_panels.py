# SPDX-License-Identifier: GPL-2.0-or-later
"""What all panels about the plan file in hand share: one place beside the map, and the file that their layer comes from now."""

import shutil

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms.asking.panel import QuestionPanel
from lmvw_plugin.forms.history.panel import ComparisonPanel
from lmvw_plugin.forms.review.panel import ReviewPanel
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.test_review import DockDesk

KINDS = {
    "controle": lambda desk: ReviewPanel(desk, lambda *_: None, lambda: None, lambda _: None),
    "vragenlijst": QuestionPanel,
    "toen en nu": ComparisonPanel,
}


class Placing(DockDesk):
    """Remembers beside which panels one was put."""

    def __init__(self):
        super().__init__()
        self.beside = {}

    def addTabifiedDockWidget(self, area, dock, beside, raised):  # noqa: N802
        self.beside[dock.objectName()] = set(beside)
        super().addTabifiedDockWidget(area, dock, beside, raised)


@pytest.fixture
def desk(qgis_app):
    QgsGui.editorWidgetRegistry().initEditors()
    desk = Placing()
    desk.window.show()
    yield desk
    QgsProject.instance().clear()
    desk.clear()


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(0), consistent_plan(plannaam="Kade"))])
    return path


@pytest.fixture
def panels(desk):
    panels = {name: make(desk) for name, make in KINDS.items()}
    yield panels
    for panel in panels.values():
        panel.stop()
    QApplication.processEvents()


def test_every_panel_shares_its_place_with_every_other(panels, desk):
    """Two above each other are too low on a small screen."""
    for panel in panels.values():
        panel.action.trigger()
    assert len(desk.beside) == len(KINDS)
    for beside in desk.beside.values():
        assert beside >= {*desk.beside, "lmvw_start"}


@pytest.mark.parametrize("name", KINDS)
def test_the_layer_gets_another_file(panels, desk, path, tmp_path, qtbot, name):
    """As when the user saves the plans elsewhere and points the layer at them: the panel is about that file from then on."""
    other = tmp_path / "elders.gpkg"
    shutil.copy(path, other)
    layer = desk.active = set_up_project(QgsProject.instance(), path)
    desk.canvas.setLayers([layer])
    panel = panels[name]
    panel.action.trigger()
    qtbot.waitUntil(lambda: not panel.dock.hand.works, timeout=10_000)
    assert panel.dock.windowTitle().endswith(": p.gpkg")
    layer.setDataSource(f"{other}|layername=plannen", layer.name(), "ogr")
    panel.action.trigger()
    qtbot.waitUntil(lambda: not panel.dock.hand.works, timeout=10_000)
    assert panel.dock.windowTitle().endswith(": elders.gpkg") and panel.dock.hand.path == other
    QgsProject.instance().clear()
    assert panel.dock.layer is None and ":" not in panel.dock.windowTitle()
