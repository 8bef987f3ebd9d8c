# SPDX-License-Identifier: GPL-2.0-or-later
"""Every window and panel of ours, for tests that walk them all, on a desk with a plan file."""

from contextlib import contextmanager

from qgis.core import QgsProject, QgsSettings
from qgis.gui import QgsGui

from lmvw_plugin.core.asking.answers import answers
from lmvw_plugin.core.asking.questions import Plans
from lmvw_plugin.core.importing.mapping.plan import WERKBLAD
from lmvw_plugin.core.rules.findings import Ernst, Finding
from lmvw_plugin.core.rules.remedies import Remedy
from lmvw_plugin.forms.asking.dock import QuestionDock
from lmvw_plugin.forms.asking.preview import Preview
from lmvw_plugin.forms.asking.proposing import Proposals
from lmvw_plugin.forms.delivering.dialog import DeliveryDialog
from lmvw_plugin.forms.desk.dock import ReviewDesk
from lmvw_plugin.forms.drawing.divide_dialog import DivideDialog
from lmvw_plugin.forms.drawing.plans import MergeDialog
from lmvw_plugin.forms.filling.wizard import FillWizard
from lmvw_plugin.forms.history.dock import ComparisonDock
from lmvw_plugin.forms.history.to_decide import ToDecide
from lmvw_plugin.forms.importing.fill import ConstantDialog, SumDialog
from lmvw_plugin.forms.importing.wizard import ImportWizard
from lmvw_plugin.forms.options.factory import OptionsFactory
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.forms.publishing.dialog import PublicDialog
from lmvw_plugin.forms.review.dock import ReviewDock
from lmvw_plugin.forms.review.remedies import mending
from lmvw_plugin.forms.review.remedies.accepting import AcceptDialog
from lmvw_plugin.forms.starting.new_plan_file import NewPlanFileDialog
from lmvw_plugin.forms.starting.start_panel import StartPanel
from lmvw_plugin.layers.importing.sources import ImportSources
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.division import division
from lmvw_plugin.layers.planfile.edits import plan_merge
from lmvw_plugin.layers.planfile.tables.decisions_table import Row
from tests.conftest import PEILDATUM, consistent_plan
from tests.forms.desk import DockDesk

WARNING = Finding("A8", Ernst.WAARSCHUWING, "Geclusterd is 8, minder dan de landelijke ondergrens van 12.", plannaam="Kade")


@contextmanager
def desk_with(path):
    """A desk with a plan file on it."""
    QgsGui.editorWidgetRegistry().initEditors()
    QgsSettings().remove("lmvw")
    desk = DockDesk()
    desk.window.show()
    desk.path, desk.active = path, planfile.open_layer(path)
    QgsProject.instance().addMapLayer(desk.active)
    desk.planner = PlannerMode(desk)
    yield desk
    desk.planner.stop()
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    desk.clear()


def _plans(desk, many=2):
    desk.active.startEditing()
    return list(desk.active.getFeatures())[:many]


def _preview_of_zeros(desk):
    plans = Plans(PEILDATUM)
    plans.put(1, consistent_plan(plannaam="Kade", sloop_totaal=None))
    return Preview(desk.window, "Alleen 0 is mogelijk", answers(plans, "sloop_totaal", 0, [1]), plans)


def _preview_of_remedies(desk):
    remedy = Remedy("openbaar", "Zet vertrouwelijk op nee", {"vertrouwelijk": False}, "Zet vertrouwelijk op nee")
    return mending.Preview(desk.window, [mending.Mending(1, "Kade", remedy, {"vertrouwelijk": True})], PEILDATUM)


def _adding_up(desk):
    sheet = ImportSources(columns={WERKBLAD: ["koop", "huur"]}, sheet=[])
    return SumDialog("bruto_totaal", "Bruto totaal", sheet, None, desk.window)


def _plan_window(desk):
    desk.planner.open_plan(desk.active, next(iter(desk.active.getFeatures())))
    return desk.planner.window


WIZARDS = {"import": ImportWizard, "invulbladen": FillWizard}
PANELS = {
    "controle": lambda desk: ReviewDock(desk, lambda *_: None, lambda: None, lambda _: None),
    "vragenlijst": lambda desk: QuestionDock(desk),
    "toen en nu": lambda desk: ComparisonDock(desk),
    "beoordelen": lambda desk: ReviewDesk(desk),
    "begin": lambda desk: StartPanel(desk, [], {}, lambda: None),
}
DIALOGS = {
    "nieuw planbestand": lambda desk: NewPlanFileDialog(None, lambda *_: None),
    "te beslissen": lambda desk: ToDecide(
        desk.window, [Row("a", "", "Kade", "sloop_totaal", "Sloop totaal", "9", 3, True, "Gesloopt.")], lambda *_: (None, None)
    ),
    "levering": lambda desk: DeliveryDialog(None, desk.active, desk.path),
    "openbare versie": lambda desk: PublicDialog(None, desk.active, desk.path),
    "plan": _plan_window,
    "samenvoegen": lambda desk: MergeDialog(None, plan_merge(_plans(desk)), desk.active),
    "verdelen": lambda desk: DivideDialog(None, division(_plans(desk)), desk.active),
    "voorstellen": lambda desk: Proposals(desk.window, Plans(PEILDATUM)),
    "accepteren": lambda desk: AcceptDialog(desk.window, WARNING, "", leaves=True),
    "alleen 0": _preview_of_zeros,
    "verbeteren": _preview_of_remedies,
    "optellen": _adding_up,
    "vaste code": lambda desk: ConstantDialog("planstatus", "Planstatus", None, desk.window),
    "vast aantal": lambda desk: ConstantDialog("bruto_totaal", "Bruto totaal", None, desk.window),
    "vaste tekst": lambda desk: ConstantDialog("toelichting", "Toelichting", None, desk.window),
}
OF_MANY = {
    "samenvoegen van veel": lambda desk: MergeDialog(None, plan_merge(_plans(desk, 12)), desk.active),
    "verdelen over veel": lambda desk: DivideDialog(None, division(_plans(desk, 12)), desk.active),
}
PAGES = {"opties": lambda desk: OptionsFactory(desk, desk.planner).createWidget()}


def let_go(desk, window, qtbot):
    """What was made is closed with the test; the panel and the planner's window by whoever has them."""
    if isinstance(window, (StartPanel, ComparisonDock)):
        window.stop()
    if window is not desk.planner.window:
        qtbot.addWidget(window)
