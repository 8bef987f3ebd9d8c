# SPDX-License-Identifier: GPL-2.0-or-later
"""Windows from menu and toolbar live as long as they are shown, and no longer."""

import gc

import pytest
from qgis.core import QgsLayerTreeModel, QgsProject
from qgis.gui import QgsBrowserGuiModel, QgsLayerTreeView, QgsProcessingAlgorithmDialogBase
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QToolButton, QWidget

from lmvw_plugin.forms import lasting
from lmvw_plugin.forms.actions import make_actions
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.processing.provider import ALGORITHMS as REGISTERED
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import Desk
from tests.forms.test_names_of_controls import missing

OWN = {"createplanfile", "importplans", "exportdelivery", "exportpublic", "readfillsheets"}  # windows of ours
# They wait for files or a folder that nobody can propose.
ASKING = {"makefillsheets", "openanswer", "opendeliveries", "makeanswers", "mergedeliveries", "exportsteward"}
ALGORITHMS = tuple(one.ID for one in REGISTERED if one.ID not in OWN | ASKING)


@pytest.fixture
def desk(provider, qgis_iface, tmp_path, monkeypatch):
    browser = QgsBrowserGuiModel()
    monkeypatch.setattr(qgis_iface, "browserModel", lambda: browser)
    view = QgsLayerTreeView()  # since 3.44 Processing takes no stand-in
    view.setModel(QgsLayerTreeModel(QgsProject.instance().layerTreeRoot(), view))
    monkeypatch.setattr(qgis_iface, "layerTreeView", lambda: view)
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    desk = Desk()
    desk.active = planfile.open_layer(tmp_path / "p.gpkg")
    QgsProject.instance().addMapLayer(desk.active)
    yield desk
    lasting.close_all()
    settle()
    QgsProject.instance().clear()


def settle():
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def press(desk, name):
    actions = {action.objectName(): action for action in make_actions(desk)}
    actions[f"lmvw_{name}"].trigger()
    gc.collect()


def shown():
    return [
        window for window in QApplication.topLevelWidgets() if window.isVisible() and isinstance(window, QgsProcessingAlgorithmDialogBase)
    ]


def ran(window, qtbot):
    """Press Uitvoeren and wait until it is done; True when it ran."""
    window.runButton().click()
    qtbot.waitUntil(lambda: window.runButton().isEnabled() and not window.cancelButton().isEnabled(), timeout=20_000)
    return bool(window.results())


@pytest.mark.parametrize("name", ALGORITHMS)
def test_a_window_still_has_its_methods_when_nobody_holds_it(desk, name):
    press(desk, name)
    (window,) = shown()
    assert type(window).__name__ == "AlgorithmDialog"  # else Qt shows its window, but none of its methods is called
    assert window.mainWidget().createProcessingParameters()["CURRENT" if name == "comparedeliveries" else "INPUT"]


@pytest.mark.parametrize("name", (*ALGORITHMS, "makefillsheets"))
def test_nobody_is_offered_to_run_it_for_each_plan_by_itself(desk, name):
    """A window that was closed while QGIS did so was deleted under its hands, and QGIS ended."""
    press(desk, name)
    (window,) = shown()
    beside = [one for one in window.findChildren(QToolButton) if one.parent().inherits("QgsProcessingMapLayerComboBox") and one.isVisible()]
    assert bool(beside) == any(one.type() in ("source", "vector") for one in window.algorithm().parameterDefinitions())
    assert not [one for one in beside if one.isCheckable()]


@pytest.mark.parametrize("name", ALGORITHMS)
def test_every_control_of_its_parameters_has_a_name(desk, name):
    press(desk, name)
    (window,) = shown()
    assert missing(window.mainWidget()) == []


def test_what_is_pressed_in_it_happens(desk, qtbot):
    press(desk, "checkplans")
    (window,) = shown()
    assert ran(window, qtbot)
    assert desk.active.styleManager().currentStyle() == "Controleresultaat"
    assert ran(window, qtbot), "and once more"


@pytest.mark.parametrize("close", [
    lambda window: window.close(), lambda window: window.reject(),
    lambda window: window.buttonBox().button(QDialogButtonBox.StandardButton.Close).click(),
], ids=["the cross", "Escape", "Sluiten"])  # fmt: skip
@pytest.mark.parametrize("name", ALGORITHMS)
def test_nothing_is_left_of_a_window_that_is_closed(desk, name, close):
    press(desk, name)
    (window,) = shown()
    close(window)
    settle()
    assert sip.isdeleted(window)
    assert not lasting._open


def test_a_window_that_is_closed_after_a_run_goes_too(desk, qtbot):
    press(desk, "checkplans")
    (window,) = shown()
    assert ran(window, qtbot)
    window.reject()
    settle()
    assert sip.isdeleted(window)
    assert not lasting._open


def test_a_window_that_is_closed_while_it_works_stays_until_the_work_is_done(desk, qtbot):
    press(desk, "checkplans")
    (window,) = shown()
    window.runButton().click()
    window.reject()
    qtbot.waitUntil(lambda: sip.isdeleted(window), timeout=20_000)
    assert not lasting._open
    assert desk.active.styleManager().currentStyle() == "Controleresultaat"


def test_switching_the_plugin_off_closes_every_window_also_one_that_works(desk, qtbot):
    for name in ("checkplans", "checkpolygons"):
        press(desk, name)
    for window in shown():
        window.runButton().click()
    lasting.close_all()
    settle()
    assert not shown()
    assert not lasting._open


def test_a_window_of_ours_goes_when_it_is_closed(qgis_app):
    from qgis.PyQt.QtWidgets import QDialog

    parent = QWidget()
    window = QDialog(parent)
    lasting.show_lasting(window)
    window.reject()
    settle()
    assert sip.isdeleted(window)
    assert not lasting._open
