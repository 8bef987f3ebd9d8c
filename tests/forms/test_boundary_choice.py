# SPDX-License-Identifier: GPL-2.0-or-later
"""The question which boundary is the municipality's."""

import pytest
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication, QInputDialog

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.forms.starting.boundary_choice import own_boundary
from tests.layers.test_boundary import in_file


def answered(words):
    """Press OK, or Cancel when there are no words, as soon as the question is there."""

    def answer():
        asked = QApplication.activeModalWidget()
        if not isinstance(asked, QInputDialog):
            QTimer.singleShot(20, answer)
        elif words:
            asked.setTextValue(words)
            asked.accept()
        else:
            asked.reject()

    QTimer.singleShot(0, answer)


@pytest.mark.parametrize(("words", "names"), [
    ("Velsen", ["Velsen"]), ("(alle vlakken samen)", ["Beverwijk", "Velsen"]), ("", None),
])  # fmt: skip
def test_the_user_says_which_one_it_is(qgis_app, qtbot, tmp_path, words, names):
    answered(words)
    layer = own_boundary(None, in_file(tmp_path, [{"naam": "Beverwijk"}, {"naam": "Velsen"}]), gemeente("GM0396"))
    assert (layer and [feature["naam"] for feature in layer.getFeatures()]) == names
    assert layer is None or layer.name() == "Gemeentegrens Heemskerk"


def test_nothing_is_asked_when_it_is_certain(qgis_app, tmp_path):
    layer = own_boundary(None, in_file(tmp_path, [{"naam": "Beverwijk"}, {"naam": "Heemskerk"}]), gemeente("GM0396"))
    assert [feature["naam"] for feature in layer.getFeatures()] == ["Heemskerk"]
