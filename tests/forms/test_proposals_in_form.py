# SPDX-License-Identifier: GPL-2.0-or-later
"""A proposal where its field is: told in the form and in the attribute table with its reason, and confirmed or refused there."""

import pytest
from qgis.core import NULL, QgsFeature, QgsProject
from qgis.gui import QgsAttributeDialog, QgsAttributeEditorContext, QgsAttributeTableView, QgsDualView, QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt
from qgis.PyQt.QtGui import QPixmap
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QWidget

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.forms.plan_form.forms import PlanForms
from lmvw_plugin.forms.proposing.books import books
from lmvw_plugin.forms.proposing.in_table import TableProposals, _at, _model
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_join, check_result
from lmvw_plugin.layers.map.project import set_up_project
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import answer_history, hints_table
from lmvw_plugin.layers.planfile.tables.offers import offers_in
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import Desk
from tests.layers.test_check_join import NOW

ID = "7b0d0a0c-0000-4000-8000-00000000005{}"
LEFT = "wat overblijft van ‘Bruto totaal’ (20) na de andere velden van de fasering van bruto"


@pytest.fixture
def path(tmp_path, qgis_app):
    plans = [
        consistent_plan(plan_id=ID.format(0), plannaam="Kade", plantype=None, bruto_jaar10=None),
        consistent_plan(plan_id=ID.format(1), plannaam="Dijk"),
    ]
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(2 * at), plan) for at, plan in enumerate(plans)])
    hints_table.keep(path, {ID.format(0): [Hint("plantype", "Soort", "Uitleg", "uitbreiding_uitleg")]})
    return path


@pytest.fixture
def layer(path):
    from lmvw_plugin.forms.join_watch import JoinWatch

    layer = set_up_project(QgsProject.instance(), path)
    checked = check_plan_layer(layer, PEILDATUM, None, None, Silent(), "", None, offers_in(path))
    check_result.write(path, layer.fields(), checked, NOW, Silent())
    assert check_join.show(QgsProject.instance(), layer)
    watching = [JoinWatch(), PlanForms(), TableProposals(Desk())]
    layer.startEditing()
    yield layer
    for watch in watching:
        watch.stop()
    close_all()
    layer.rollBack()
    QgsProject.instance().clear()


def fid_of(layer, number=0):
    return next(plan.id() for plan in layer.getFeatures() if plan["plan_id"] == ID.format(number))


@pytest.fixture
def form(layer, qtbot):
    """As QGIS opens it, in a window with OK."""
    yield from opened(layer, layer.getFeature(fid_of(layer)), QgsAttributeEditorContext.Mode.SingleEditMode, qtbot)


@pytest.fixture
def drawn(layer, qtbot):
    """The form of a plan that was just drawn: it is not in the layer before OK."""
    plan = QgsFeature(layer.getFeature(fid_of(layer)))
    plan.setId(QgsFeature().id())
    plan["fid"], plan["plan_id"], plan["plannaam"] = NULL, ID.format(9), "Nieuw"
    yield from opened(layer, plan, QgsAttributeEditorContext.Mode.AddFeatureMode, qtbot)


def opened(layer, plan, mode, qtbot):
    dialog = QgsAttributeDialog(layer, plan, False, None, True, QgsAttributeEditorContext())
    dialog.setMode(mode)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.activateWindow()
    dialog.attributeForm().findChild(QLineEdit, "plannaam").setFocus()
    try:
        qtbot.waitUntil(lambda: dialog.attributeForm().findChild(QWidget, "lmvw_proposal") is not None)
        yield dialog.attributeForm()
    finally:
        sip.delete(dialog)


def bar(form):
    return form.findChild(QLabel, "proposal_words").text()


def press(form, name):
    QTest.mouseClick(form.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_each_empty_field_shows_its_proposal_and_the_line_below_tells_why(form, qtbot):
    box, line = form.findChild(QComboBox, "plantype"), form.findChild(QLineEdit, "bruto_jaar10")
    assert box.currentText() == "◆ Uitbreiding uitleg" and box.currentIndex() == 0
    assert line.text() == "" and line.placeholderText() == "◆ 5"
    assert box.toolTip().startswith("Voorstel: Uitbreiding uitleg, want de bron zegt ‘Uitleg’. ")
    assert LEFT in line.toolTip()
    assert bar(form) == "◆ 2 velden van dit plan hebben een voorstel."
    assert form.currentFormFeature()["plantype"] in (None, NULL), "nothing of it is in the plan"
    press(form, "proposal_show")
    qtbot.waitUntil(lambda: bar(form) == "◆ Plantype. Voorstel: Uitbreiding uitleg, want de bron zegt ‘Uitleg’.")


def test_confirmed_in_the_form_it_is_saved_with_its_history(form, layer, path, qtbot):
    form.findChild(QComboBox, "plantype").setFocus()
    qtbot.waitUntil(lambda: bar(form).startswith("◆ Plantype. "))
    press(form, "proposal_confirm")
    assert form.findChild(QComboBox, "plantype").currentText() == "Uitbreiding uitleg"
    qtbot.waitUntil(lambda: bar(form).startswith("◆ 1 veld van dit plan"))
    assert form.save()
    assert layer.commitChanges(False)
    assert layer.getFeature(fid_of(layer))["plantype"] == "uitbreiding_uitleg"
    assert [(one.veld, one.soort, one.reden) for one in answer_history.read(path)] == [
        ("plantype", "voorstel bevestigd", "de bron zegt ‘Uitleg’")]  # fmt: skip


def test_refused_in_the_form_the_field_is_empty_and_the_sign_is_gone(form, layer, path, qtbot):
    line = form.findChild(QLineEdit, "bruto_jaar10")
    press(form, "proposal_show")
    from lmvw_plugin.forms.plan_form.fields import go_to_field

    assert go_to_field(form, "bruto_jaar10")
    qtbot.waitUntil(lambda: bar(form).startswith("◆ Bruto 2035. Voorstel: 5"))
    press(form, "proposal_refuse")
    qtbot.waitUntil(lambda: line.placeholderText() == "")
    assert line.toolTip() == "" and bar(form).startswith("◆ 1 veld")
    assert form.save() and layer.commitChanges(False)
    assert layer.getFeature(fid_of(layer))["bruto_jaar10"] in (None, NULL)
    assert [(one.veld, one.antwoord, one.soort) for one in answer_history.read(path)] == [("bruto_jaar10", "5", "voorstel geweigerd")]


@pytest.mark.parametrize(
    ("button", "stored", "kind"), [("proposal_confirm", 5, "voorstel bevestigd"), ("proposal_refuse", NULL, "voorstel geweigerd")]
)
def test_of_a_plan_that_was_just_drawn_a_proposal_is_answered_too(drawn, layer, path, qtbot, button, stored, kind):
    from lmvw_plugin.forms.plan_form.fields import go_to_field

    assert go_to_field(drawn, "bruto_jaar10")
    qtbot.waitUntil(lambda: bar(drawn).startswith("◆ Bruto 2035. Voorstel: 5"))
    press(drawn, button)
    qtbot.waitUntil(lambda: drawn.findChild(QLineEdit, "bruto_jaar10").placeholderText() == "")
    assert drawn.save() and layer.commitChanges(False)
    (plan,) = [one for one in layer.getFeatures() if one["plan_id"] == ID.format(9)]
    assert plan["bruto_jaar10"] == stored
    assert [(one.plan_id, one.veld, one.soort) for one in answer_history.read(path)] == [(ID.format(9), "bruto_jaar10", kind)]


def test_what_is_typed_ends_the_proposal(form, qtbot):
    line = form.findChild(QLineEdit, "bruto_jaar10")
    line.setText("4")
    qtbot.waitUntil(lambda: line.toolTip() == "")
    assert bar(form).startswith("◆ 1 veld")


@pytest.fixture
def table(layer, qtbot):
    view, canvas = QgsDualView(), QgsMapCanvas()
    view.init(layer, canvas)
    view.setView(QgsDualView.ViewMode.AttributeTable)
    view.resize(900, 400)
    view.show()
    qtbot.waitExposed(view)
    inside = next(sip.cast(one, QgsAttributeTableView) for one in view.findChildren(QWidget) if one.inherits("QgsAttributeTableView"))
    view.activateWindow()

    def is_heard():
        inside.setFocus()  # the window first gives it to its filter
        return bool(inside.property("lmvw_proposals"))

    try:
        qtbot.waitUntil(is_heard)
        yield inside
    finally:
        sip.delete(view)


def cell(table, layer, veld, number=0):
    model = _model(table)
    for row in range(model.rowCount()):
        for column in range(model.columnCount(QModelIndex())):
            index = model.index(row, column)
            at = index.data(257)  # the place of its field; of actions there is none
            if at is not None and model.rowToId(index) == fid_of(layer, number) and layer.fields().at(at).name() == veld:
                return index
    raise AssertionError(veld)


def is_signed(index):
    return isinstance(index.data(Qt.ItemDataRole.DecorationRole), QPixmap)


def test_the_table_signs_the_cell_and_has_a_column_with_all_reasons(table, layer):
    assert is_signed(cell(table, layer, "plantype"))
    assert is_signed(cell(table, layer, "bruto_jaar10"))
    assert not is_signed(cell(table, layer, "planstatus"))
    assert not is_signed(cell(table, layer, "plantype", 1))
    words = cell(table, layer, "controle_voorstellen").data(Qt.ItemDataRole.DisplayRole)
    assert words == f"◆ Plantype: Uitbreiding uitleg (de bron zegt ‘Uitleg’) ◆ Bruto 2035: 5 ({LEFT})"
    assert _at(table, cell(table, layer, "plantype"))[2].reason == "de bron zegt ‘Uitleg’"
    assert _at(table, cell(table, layer, "plannaam"))[2] is None


@pytest.mark.parametrize("choice", ["lmvw_confirm", "lmvw_refuse"])
def test_the_menu_of_a_cell_confirms_and_refuses(table, layer, path, choice):
    menu = QMenu()
    table.willShowContextMenu.emit(menu, cell(table, layer, "plantype"))
    chosen = next(action for action in menu.actions() if action.objectName() == choice)
    assert "Uitbreiding uitleg" in chosen.text() and "de bron zegt" in chosen.toolTip()
    chosen.trigger()
    took = choice == "lmvw_confirm"
    assert layer.getFeature(fid_of(layer))["plantype"] == ("uitbreiding_uitleg" if took else NULL)
    assert layer.undoStack().undoText() == ("Voorstel bevestigd: Plantype" if took else "")
    assert layer.commitChanges(False)
    assert [one.soort for one in answer_history.read(path)] == ["voorstel bevestigd" if took else "voorstel geweigerd"]
    again = QMenu()
    table.willShowContextMenu.emit(again, cell(table, layer, "plantype"))
    assert not [action for action in again.actions() if action.objectName().startswith("lmvw_")]


def test_what_is_refused_loses_its_sign_at_once_and_has_it_again_when_that_is_taken_back(table, layer, path):
    menu = QMenu()
    table.willShowContextMenu.emit(menu, cell(table, layer, "plantype"))
    next(action for action in menu.actions() if action.objectName() == "lmvw_refuse").trigger()
    assert not is_signed(cell(table, layer, "plantype"))
    assert is_signed(cell(table, layer, "bruto_jaar10"))
    assert cell(table, layer, "controle_voorstellen").data(Qt.ItemDataRole.DisplayRole) == f"◆ Bruto 2035: 5 ({LEFT})"
    assert books().of(layer, path).undo() is not None
    assert is_signed(cell(table, layer, "plantype"))


def test_the_tip_of_a_cell_tells_why(table, layer, qtbot):
    from qgis.PyQt.QtGui import QHelpEvent
    from qgis.PyQt.QtWidgets import QApplication, QToolTip

    index = cell(table, layer, "plantype")
    table.scrollTo(index)
    at = table.visualRect(index).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, at, table.viewport().mapToGlobal(QPoint(at)))
    QApplication.sendEvent(table.viewport(), event)
    qtbot.waitUntil(lambda: QToolTip.text() == "◆ Voorstel: Uitbreiding uitleg, want de bron zegt ‘Uitleg’")
    QToolTip.hideText()
