# SPDX-License-Identifier: GPL-2.0-or-later
"""Every control of our windows has a name that a screen reader can say: its own words, those of its label, or an accessible name."""

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsGui
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTableView,
    QToolButton,
    QWidget,
)

from lmvw_plugin.core.asking.answers import answers
from lmvw_plugin.core.asking.questions import Plans
from lmvw_plugin.core.importing.mapping.plan import WERKBLAD
from lmvw_plugin.core.rules.remedies import Remedy
from lmvw_plugin.forms.asking.dock import QuestionDock
from lmvw_plugin.forms.asking.preview import Preview
from lmvw_plugin.forms.delivering.dialog import DeliveryDialog
from lmvw_plugin.forms.drawing.divide_counts import DivideDialog
from lmvw_plugin.forms.drawing.plans import MergeDialog
from lmvw_plugin.forms.filling.wizard import FillWizard
from lmvw_plugin.forms.importing.fill import ConstantDialog, SumDialog
from lmvw_plugin.forms.importing.wizard import ImportWizard
from lmvw_plugin.forms.options.page import OptionsFactory
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.forms.review.dock import ReviewDock
from lmvw_plugin.forms.review.remedies import mending
from lmvw_plugin.forms.starting.new_plan_file import NewPlanFileDialog
from lmvw_plugin.forms.starting.start_panel import StartPanel
from lmvw_plugin.layers.importing.sources import ImportSources
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.division import division
from lmvw_plugin.layers.planfile.edits import plan_merge
from tests.conftest import PEILDATUM, consistent_plan
from tests.forms.test_review import DockDesk

_CONTROLS = (QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QTableView)
_WINDOWS = {"import": ImportWizard, "invulbladen": FillWizard}


def nameless(window):
    """The controls without a name; parts of a control are named by it."""
    labelled = {label.buddy() for label in window.findChildren(QLabel) if label.buddy() is not None and label.text()}
    return [one for one in window.findChildren(QWidget) if isinstance(one, _CONTROLS) and _said(one) and not _name(one, labelled)]


def _said(one):
    """A control of its own that is not hidden until it has words."""
    return not _inside(one) and not one.isHidden()


def _inside(one):
    """Part of another control: the line of a combo box, the corner of a table, the button that clears a line."""
    parent = one.parentWidget()
    while parent is not None:
        if isinstance(parent, (QTableView, QListWidget)):
            return one.parentWidget() is not parent.viewport()  # what stands in a cell is a control of its own
        if isinstance(parent, (QComboBox, QAbstractSpinBox, QLineEdit)):
            return True
        parent = parent.parentWidget()
    return False


def _name(one, labelled):
    words = one.text() if isinstance(one, QAbstractButton) else ""
    found = words or one.accessibleName() or one.toolTip() if isinstance(one, QToolButton) else words or one.accessibleName()
    while not found and one is not None and not one.isWindow():
        found = one in labelled
        one = one.parentWidget()
    return found


def missing(window):
    return [f"{type(one).__name__} {one.objectName()} in {type(one.parentWidget()).__name__}" for one in nameless(window)]


@pytest.mark.parametrize("make", _WINDOWS.values(), ids=_WINDOWS)
def test_every_control_has_a_name(provider, qtbot, qgis_new_project, make):
    window = make(None)
    qtbot.addWidget(window)
    assert missing(window) == []


@pytest.fixture
def desk(provider, own_file):
    """A desk with a plan file on it."""
    QgsGui.editorWidgetRegistry().initEditors()
    QgsSettings().remove("lmvw")
    desk = DockDesk()
    desk.window.show()
    desk.path, desk.active = own_file, planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    desk.planner = PlannerMode(desk)
    yield desk
    desk.planner.stop()
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    desk.clear()


def two(desk):
    plans = list(desk.active.getFeatures())[:2]
    desk.active.startEditing()
    return plans


def preview_of_zeros(desk):
    plans = Plans(PEILDATUM)
    plans.put(1, consistent_plan(plannaam="Kade", sloop_totaal=None))
    return Preview(desk.window, "Alleen 0 is mogelijk", answers(plans, "sloop_totaal", 0, [1]), plans)


def preview_of_remedies(desk):
    remedy = Remedy("openbaar", "Zet vertrouwelijk op nee", {"vertrouwelijk": False}, "Zet vertrouwelijk op nee")
    return mending.Preview(desk.window, [mending.Mending(1, "Kade", remedy, {"vertrouwelijk": True})], PEILDATUM)


def adding_up(desk):
    sheet = ImportSources(columns={WERKBLAD: ["koop", "huur"]}, sheet=[])
    return SumDialog("bruto_totaal", "Bruto totaal", sheet, None, desk.window)


def plan_window(desk):
    desk.planner.open_plan(desk.active, next(iter(desk.active.getFeatures())))
    return desk.planner.window


_OF_A_PLAN_FILE = {
    "nieuw planbestand": lambda desk: NewPlanFileDialog(None, lambda *_: None),
    "levering": lambda desk: DeliveryDialog(None, desk.active, desk.path),
    "opties": lambda desk: OptionsFactory(desk, desk.planner).createWidget(),
    "plan": plan_window,
    "controle": lambda desk: ReviewDock(desk, lambda *_: None, lambda: None, lambda _: None),
    "vragenlijst": lambda desk: QuestionDock(desk),
    "samenvoegen": lambda desk: MergeDialog(None, plan_merge(two(desk)), desk.active),
    "verdelen": lambda desk: DivideDialog(None, division(two(desk)), desk.active),
    "alleen 0": preview_of_zeros,
    "verbeteren": preview_of_remedies,
    "optellen": adding_up,
    "vaste code": lambda desk: ConstantDialog("planstatus", "Planstatus", None, desk.window),
    "vast aantal": lambda desk: ConstantDialog("bruto_totaal", "Bruto totaal", None, desk.window),
    "vaste tekst": lambda desk: ConstantDialog("toelichting", "Toelichting", None, desk.window),
    "begin": lambda desk: StartPanel(desk, [], {}, lambda: None),
}


@pytest.mark.parametrize("make", _OF_A_PLAN_FILE.values(), ids=_OF_A_PLAN_FILE)
def test_every_control_of_a_window_on_a_plan_file_has_a_name(desk, qtbot, make):
    window = make(desk)
    assert window.findChildren(QAbstractButton)
    found = missing(window)
    if isinstance(window, StartPanel):
        window.stop()
    if window is not desk.planner.window:
        qtbot.addWidget(window)
    assert found == []
