# SPDX-License-Identifier: GPL-2.0-or-later
"""The menu entries beside the algorithms."""

import pytest
from qgis.core import QgsProject

from lmvw_plugin.forms.actions import make_background_actions, make_job_actions
from tests.forms.desk import Desk


@pytest.fixture
def desk(qgis_app):
    yield Desk()
    QgsProject.instance().clear()


def entries(desk):
    return {action.objectName(): action for action in [*make_job_actions(desk), *make_background_actions(desk)] if not action.isSeparator()}


def test_background_maps_come_only_when_chosen_and_lie_below(desk):
    found = entries(desk)
    assert QgsProject.instance().mapLayers() == {}
    found["lmvw_background_0"].trigger()
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.isValid()
    assert "service.pdok.nl" in layer.source()
    assert QgsProject.instance().layerTreeRoot().children()[-1].layer() is layer
    assert "wordt bij PDOK opgehaald" in desk.words[0]


@pytest.mark.parametrize(("entry", "sentence"), [
    ("lmvw_new_plan_from_selection", "Open eerst een planbestand."), ("lmvw_merge_selected", "Open eerst een planbestand."),
])  # fmt: skip
def test_without_a_plan_file_the_bar_says_so(desk, entry, sentence):
    entries(desk)[entry].trigger()
    assert desk.words == [sentence]
