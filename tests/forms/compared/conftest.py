# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel of what changed since the last delivery."""

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.history.panel import ComparisonPanel
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.rows import wkb_of
from lmvw_plugin.layers.planfile.tables.delivery_memory import DeliveredPlan, keeping
from tests.conftest import MARKERWAARD, PEILDATUM
from tests.forms.compared.kit import THEN, known, ready


@pytest.fixture
def path(tmp_path):
    """Then: Haven, Kade, Dijk, Oud. Now: Haven as it was, Dijk as another plan with another name, a new plan far off; Kade and Oud are gone."""
    path = tmp_path / "p.gpkg"
    now = [known("Haven", 0), known("Nieuwe Akker", 7, 2), known("Ver weg", 8, 8)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(shape, plan) for plan, shape in now])
    then = [known("Haven", 0), known("Kade", 1), known("Dijk", 2), known("Oud", 3)]
    with keeping(path, THEN, [DeliveredPlan({k: v for k, v in plan.items() if v is not None}, wkb_of(shape)) for plan, shape in then]):
        pass
    return path


@pytest.fixture
def panel(desk, path):
    desk.active = set_up_project(QgsProject.instance(), path)
    desk.canvas.setLayers([desk.active])
    desk.canvas.setDestinationCrs(desk.active.crs())
    panel = ComparisonPanel(desk)
    yield panel
    panel.stop()
    QApplication.processEvents()
    user_settings.PREVIOUS_DELIVERY.set("")
    user_settings.PREVIOUS_MAPPING.set("")


@pytest.fixture
def dock(panel, qtbot):
    panel.show()
    return ready(panel.dock, qtbot)
