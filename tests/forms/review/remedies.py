# SPDX-License-Identifier: GPL-2.0-or-later
"""A file with warnings and polygons: to check it, to take a finding in hand and to press its buttons."""

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_result
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from lmvw_plugin.layers.planfile.tables import accepted_table
from tests.conftest import PEILDATUM
from tests.forms.review.kit import NOW


def choose(dock, rule):
    """The first finding of a rule in hand."""
    at = dock.model.index_of(next(one for one in dock._ledger.findings() if one.regel == rule))
    dock.tree.setCurrentIndex(at)
    dock._describe()
    return dock.finding()


def button(dock, words):
    layout = dock.remedies.layout()
    buttons = [layout.itemAt(row).widget() for row in range(layout.count())]
    return next((one for one in buttons if one.text() == words), None)


def at_rest(dock, qtbot):
    qtbot.wait(60)
    qtbot.waitUntil(lambda: not dock._waiting and dock._watch._job is None and not dock._watch._dirty, timeout=10_000)


def check(layer, boundary=None):
    path = plan_file_of(layer)
    checked = check_plan_layer(layer, PEILDATUM, boundary, None, Silent(), "", accepted_table.read(path))
    check_result.write(path, layer.fields(), checked, NOW, Silent())
    return checked
