# SPDX-License-Identifier: GPL-2.0-or-later
"""What all panels about the plan file in hand share: one place beside the map, and the file that their layer comes from now."""

import shutil
from datetime import datetime

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import QApplication, QStyleFactory

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.forms.asking.panel import QuestionPanel
from lmvw_plugin.forms.history.panel import ComparisonPanel
from lmvw_plugin.forms.panels.widgets import choice
from lmvw_plugin.forms.review.panel import ReviewPanel
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_join, check_result
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import DockDesk

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

    def addTabifiedDockWidget(self, area, dock, beside, raised):  # noqa: N802  # QGIS's name
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


def test_controle_behind_another_panel_or_closed_knows_the_check_that_is_done_meanwhile(panels, desk, path, qtbot):
    """It has the layer in hand, so that nobody else judges what is edited after it."""
    layer = desk.active = set_up_project(QgsProject.instance(), path)
    controle, other = panels["controle"], panels["vragenlijst"]
    for panel in (controle, other):
        panel.action.trigger()
        qtbot.waitUntil(lambda panel=panel: not panel.dock.hand.works, timeout=10_000)
    desk.docks.tabifyDockWidget(controle.dock, other.dock)
    for hour, away in ((10, other.dock.raise_), (11, controle.dock.close)):
        away()
        QApplication.processEvents()
        assert controle.dock.visibleRegion().isEmpty()
        check_result.write(
            path, layer.fields(), check_plan_layer(layer, PEILDATUM, None, None, Silent()), datetime(2026, 3, 2, hour), Silent()
        )
        check_join.show(QgsProject.instance(), layer)
        qtbot.waitUntil(lambda hour=hour: controle.dock.outcome is not None and controle.dock.outcome.moment.hour == hour, timeout=10_000)
        controle.dock.setUserVisible(True)
        qtbot.waitUntil(lambda: not controle.dock.hand.works, timeout=10_000)
        assert f"{hour}:00" in controle.dock.words.text()


@pytest.mark.parametrize("name", ["controle", "vragenlijst"])
def test_while_the_plans_are_read_it_says_so_and_then_what_came_of_it(panels, desk, path, qtbot, name):
    """Of ten thousand plans that takes seconds; and a file that cannot be read is not said to be read for ever."""
    panel = panels[name]
    panel.action.trigger()
    assert panel.dock.words.text() == "Open eerst een planbestand."
    layer = desk.active = set_up_project(QgsProject.instance(), path)
    desk.canvas.setLayers([layer])
    panel.action.trigger()
    assert panel.dock.hand.works
    assert panel.dock.words.text() == "De plannen worden gelezen …"
    panel.dock.hand.abandon()
    (panel.dock if name == "controle" else panel.dock.hand)._loaded(None, "Afgebroken; er is niets veranderd.")  # as its work says it
    assert panel.dock.words.text() == "Afgebroken; er is niets veranderd."
    panel.dock.hand.follow()
    assert panel.dock.words.text() == "De plannen worden gelezen …"
    qtbot.waitUntil(lambda: not panel.dock.hand.works, timeout=10_000)
    assert panel.dock.words.text().startswith(("Dit planbestand is nog niet gecontroleerd", "Alle vragen zijn beantwoord"))


def test_a_list_that_opens_shows_all_where_there_is_room_also_as_windows_has_lists(qgis_app, qtbot):
    """There a list is as wide as its box, which is narrow in a panel, and ten lines high."""
    box = choice("regels", "Welke regel", [(f"A{number}: een regel met een lange naam {number}", number) for number in range(24)], 5)
    qtbot.addWidget(box)
    box.setStyle(QStyleFactory.create("Windows"))
    box.resize(100, 24)
    box.show()
    box.showPopup()
    view = box.view()
    widest = max(view.fontMetrics().horizontalAdvance(box.itemText(number)) for number in range(24))
    assert box.width() == 100
    assert view.viewport().width() >= widest
    assert view.viewport().height() >= 24 * view.fontMetrics().height()
    box.hidePopup()


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
