# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of the panel Controle share: to check, to open the panel, to read its lines and to wait."""

from datetime import datetime

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QModelIndex

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_join, check_result
from lmvw_plugin.layers.planfile.province import remarks_table
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from tests.conftest import PEILDATUM

NOW = datetime(2026, 3, 2, 9, 5)


def check(layer, workbook=None):
    remarks = remarks_table.read(plan_file_of(layer))
    checked = check_plan_layer(layer, PEILDATUM, None, workbook, Silent(), remarks=remarks)
    check_result.write(plan_file_of(layer), layer.fields(), checked, NOW, Silent())
    check_join.show(QgsProject.instance(), layer)


def opened(panel, qtbot):
    panel.action.trigger()
    qtbot.waitUntil(lambda: not panel.dock.hand.works and panel.dock.words.text() != "", timeout=10_000)
    return panel.dock


def lines(model, depth=2, parent=None):
    """The words of every line, down to a depth."""
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        place = model.index(row, 0, parent)
        found.append(place.data())
        found += lines(model, depth - 1, place) if depth > 1 else []
    return found


def settled(dock):
    return dock._watch._job is None and not dock._watch._dirty and not dock._waiting
