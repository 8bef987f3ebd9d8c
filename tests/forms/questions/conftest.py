# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Vragenlijst beside a plan file that lacks answers."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms.asking.panel import QuestionPanel
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import consistent_plan
from tests.forms.plan_files import make
from tests.forms.questions.kit import LACKS


@pytest.fixture
def path(tmp_path):
    return make(
        tmp_path,
        consistent_plan(plan_id="id1", plannaam="Kade", meergezins=20, **LACKS),
        consistent_plan(plan_id="id2", plannaam="Werf", planstatus="1A", **LACKS),
        consistent_plan(plan_id="id3", plannaam="Dok", **LACKS),
        consistent_plan(plan_id="id4", plannaam="Af"),
    )


@pytest.fixture
def plans(path, desk):
    layer = set_up_project(QgsProject.instance(), path)
    desk.active = layer
    desk.canvas.setLayers([layer])
    return layer


@pytest.fixture
def panel(desk):
    panel = QuestionPanel(desk)
    yield panel
    panel.stop()
    QApplication.processEvents()


@pytest.fixture
def dock(panel, plans, qtbot):
    panel.action.trigger()
    qtbot.waitUntil(lambda: panel.dock.plans is not None and not panel.dock.hand.works, timeout=10_000)
    return panel.dock


@pytest.fixture
def other(tmp_path):
    """The layer of another plan file, not in the project yet."""
    (tmp_path / "elders").mkdir()
    path = make(tmp_path / "elders", consistent_plan(plan_id="id9", plannaam="Elders", vertrouwelijk=None))
    return planfile.open_layer(path.rename(path.with_name("ander.gpkg")))
