# SPDX-License-Identifier: GPL-2.0-or-later
"""Every list of ours answers Qt's own questions about a model: also about a place that is none, as of a list that is empty."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QModelIndex, QObject, Qt

from lmvw_plugin.core.history.facts import Fact, Kind
from lmvw_plugin.forms.asking.table import PlanTable
from lmvw_plugin.forms.history.facts_list import FactList
from lmvw_plugin.forms.importing.changes import ChangesModel
from lmvw_plugin.forms.review.tree import FindingTree

MODELS = {
    "changes": lambda _: ChangesModel(),
    "facts": FactList,
    "plans": lambda _: PlanTable(lambda _row, _text: False),
    "findings": FindingTree,
}


@pytest.mark.parametrize("name", MODELS)
def test_a_list_without_lines_answers_whatever_qt_asks(name, qtmodeltester, qapp):
    parent = QObject()
    model = MODELS[name](parent)
    qtmodeltester.check(model)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.CheckStateRole):
        assert model.data(QModelIndex(), role) in (None, "")


def test_no_place_is_not_the_last_line(qtmodeltester, qapp):
    parent = QObject()
    model = FactList(parent)
    model.show([Fact(Kind.GONE, (0,), (), ("Havenkwartier",), (), True, 1.0, "")])
    qtmodeltester.check(model)
    assert model.data(model.index(0, 0))
    assert model.data(QModelIndex()) is None
