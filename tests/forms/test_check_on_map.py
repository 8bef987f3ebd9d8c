# SPDX-License-Identifier: GPL-2.0-or-later
"""One click: the check runs in the background, and the map shows what it found."""

import pytest
from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QProgressDialog

from lmvw_plugin.forms import check_on_map as module
from lmvw_plugin.forms.actions import make_job_actions, proposed_parameters
from lmvw_plugin.forms.drawing import guarded
from lmvw_plugin.layers import check_table, planfile
from lmvw_plugin.layers.project import boundary_of, set_up_project
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square
from tests.forms.desk import Desk

SECOND = "7b0d0a0c-0000-4000-8000-000000000002"


@pytest.fixture
def path(tmp_path, qgis_app):
    rows = [(square(0), consistent_plan()), (square(3), consistent_plan(plan_id=SECOND, plannaam="Kade", meergezins=13))]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    return tmp_path / "p.gpkg"


@pytest.fixture
def desk(path, provider):
    desk = Desk()
    boundary = polygon_layer([{"naam": "Markerwaard"}], geometries=[square(0)])
    desk.active = set_up_project(QgsProject.instance(), path, boundary)
    yield desk
    QgsProject.instance().clear()


def test_the_map_shows_what_the_check_found(desk, path, qtbot):
    actions = {action.objectName(): action for action in make_job_actions(desk)}
    actions["lmvw_check_on_map"].trigger()
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.bar.said == [("2 plannen gecontroleerd: 1 fout, 1 waarschuwing.", Qgis.MessageLevel.Critical)]
    assert desk.active.styleManager().currentStyle() == "Controleresultaat"
    found = {feature["plannaam"]: (feature["controle_uitslag"], feature["controle_bevindingen"]) for feature in desk.active.getFeatures()}
    assert found["Havenkwartier"][0] == "in orde"
    assert found["Kade"][0] == "fout"
    assert "gemeente" in found["Kade"][1], "the boundary of the project is used"
    assert not module._under_way
    assert not [window for window in desk.window.findChildren(QProgressDialog) if window.isVisible()]


def test_cancel_leaves_everything_as_it_was(desk, path, qtbot):
    module.check_on_map(desk)
    (window,) = desk.window.findChildren(QProgressDialog)
    window.canceled.emit()
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert desk.words == ["Afgebroken; er is niets veranderd."]
    assert check_table.moment_of(path) is None
    assert desk.active.styleManager().currentStyle() == "Planstatus"


def test_without_a_plan_file_the_bar_says_what_to_do(desk):
    QgsProject.instance().clear()
    desk.active = polygon_layer([consistent_plan()])
    guarded(desk, module.check_on_map)()
    assert "komt niet uit een planbestand" in desk.words[0]


def test_the_dialog_is_filled_in_with_what_the_project_knows(desk):
    proposed = proposed_parameters("lmvw:checkplans", desk)
    assert proposed["KEEP"] is True
    assert proposed["BOUNDARY"] == boundary_of(QgsProject.instance()).id()
    assert isinstance(QgsProject.instance().mapLayer(proposed["BOUNDARY"]), QgsVectorLayer)
