# SPDX-License-Identifier: GPL-2.0-or-later
"""Opening a plan file of an earlier version: what bringing it up changes is shown, and done or left."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QMessageBox, QPushButton

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.forms.starting.open_plan_file import PlanFileDrop, open_plan_file
from lmvw_plugin.forms.starting.upgrade import UpgradeWatch
from lmvw_plugin.layers.map.check_join import joined
from lmvw_plugin.layers.map.project import save, set_up_project
from lmvw_plugin.layers.planfile import store, upgrade
from lmvw_plugin.layers.planfile.edits import is_plan_layer
from tests.conftest import left_in
from tests.forms.desk import MapDesk
from tests.layers.test_upgrade import age, say


@pytest.fixture
def desk(qgis_app):
    desk = MapDesk()
    yield desk
    QgsProject.instance().clear()
    for message in desk.bar.items():
        desk.bar.popWidget(message)
    desk.clear()


@pytest.fixture
def answer():
    """Press the button of these words when the question comes; what it said is kept."""
    said = []

    def will_press(words):
        def press():
            (box,) = (box for box in QApplication.topLevelWidgets() if isinstance(box, QMessageBox) and box.isVisible())
            said.append(box.text())
            next(button for button in box.buttons() if button.text().replace("&", "") == words).click()

        QTimer.singleShot(0, press)
        return said

    return will_press


def plan_layers():
    return [layer for layer in QgsProject.instance().mapLayers().values() if is_plan_layer(layer)]


def test_it_is_shown_what_changes_and_then_done(desk, own_file, answer):
    age(own_file)
    said = answer("Bijwerken")
    assert open_plan_file(desk, own_file)
    assert "Toelichting" in said[0]
    assert "planbestand_schema_0.9.gpkg" in said[0]
    assert plan_layers() == [desk.active]
    assert left_in(own_file.parent) == [own_file.name, "planbestand_schema_0.9.gpkg"]
    assert "staat ernaast" in desk.words[-1]


def test_not_now_opens_it_as_it_is(desk, own_file, answer):
    age(own_file)
    before = own_file.read_bytes()
    answer("Niet nu")
    assert open_plan_file(desk, own_file)
    assert desk.active.featureCount() > 20
    assert plan_layers() == []
    assert own_file.read_bytes() == before


def test_a_newer_one_is_refused_before_anything_closes(desk, own_file):
    say(own_file, "9.0")
    with pytest.raises(LmvwError, match="nieuwere versie"):
        open_plan_file(desk, own_file)
    assert desk.asked == []
    assert PlanFileDrop(desk).handleFileDrop(str(own_file))
    assert "nieuwere versie" in desk.words[-1]
    assert not QgsProject.instance().mapLayers()


def test_a_project_that_holds_one_offers_it_in_the_bar(desk, own_file, answer):
    project = QgsProject()
    set_up_project(project, own_file)
    save(project, own_file.with_suffix(".qgz"))
    project.clear()
    age(own_file)
    watch = UpgradeWatch(desk)
    try:
        assert QgsProject.instance().read(str(own_file.with_suffix(".qgz")))
        assert "oudere versie" in desk.words[-1]
        answer("Bijwerken")
        (button,) = (one for one in desk.bar.findChildren(QPushButton) if one.objectName().startswith("lmvw_upgrade"))
        button.click()
    finally:
        watch.stop()
    assert upgrade.needed(own_file) is None
    (layer,) = plan_layers()
    assert joined(layer) is not None
    assert layer.styleManager().styles()
    assert not [message for message in desk.bar.items() if message.objectName() == "lmvw_upgrade"]


def test_one_that_is_being_edited_is_left_alone(desk, own_file, answer):
    age(own_file)
    layer = store.open_layer(own_file)
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    answer("Bijwerken")
    with pytest.raises(LmvwError, match="sla op"):
        open_plan_file(desk, own_file)
    layer.rollBack()
    assert upgrade.needed(own_file)
