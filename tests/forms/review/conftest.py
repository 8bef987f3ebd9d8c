# SPDX-License-Identifier: GPL-2.0-or-later
"""The panel Controle, and what opens the form of a plan."""

import pytest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.forms.review.panel import ReviewPanel
from tests.forms.review.kit import check


@pytest.fixture
def planner(desk):
    planner = PlannerMode(desk)
    yield planner
    planner.stop()


@pytest.fixture
def panel(desk, planner):
    panel = ReviewPanel(desk, planner.open_by_key, lambda: check(desk.active), desk.questions.append)
    yield panel
    panel.stop()
    QApplication.processEvents()
