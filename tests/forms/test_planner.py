# SPDX-License-Identifier: GPL-2.0-or-later
"""Planner mode, with QGIS's own form and real keys: one click opens a plan, and nothing that is typed gets lost."""

import sqlite3
import threading
import time
from contextlib import closing

import pytest
from qgis.core import NULL, QgsFeature, QgsProject, QgsSettings, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QScrollArea, QTabWidget, QWidget

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.manual import Page
from lmvw_plugin.core.rules.catalogue import RULES
from lmvw_plugin.forms.plan_form import fields as plan_fields
from lmvw_plugin.forms.plan_form.counts import unguarded
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.layers.planfile.session import plan_order
from lmvw_plugin.layers.planfile.tables import findings_table
from tests.conftest import read_plans, square
from tests.forms.desk import MapDesk, windows


@pytest.fixture
def desk(qgis_app):
    QgsGui.editorWidgetRegistry().initEditors()
    QgsSettings().remove("lmvw/planner")
    desk = MapDesk()
    desk.window.show()
    yield desk
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    QgsSettings().remove("lmvw/planner")
    desk.clear()


@pytest.fixture
def plans(desk, own_file):
    layer = QgsVectorLayer(f"{own_file}|layername=plannen", "plannen", "ogr")
    desk.canvas.setLayers([layer])
    desk.canvas.setExtent(layer.extent())
    return layer


@pytest.fixture
def mode(desk, plans):
    mode = PlannerMode(desk)
    QgsProject.instance().addMapLayer(plans)
    QApplication.processEvents()
    yield mode
    mode.stop()


def named(layer, name):
    return next(plan for plan in layer.getFeatures() if plan["plannaam"] == name)


def opened(mode, layer, name="Noorderzoom"):
    mode.open_plan(layer, named(layer, name))
    QApplication.processEvents()
    return mode.window


def field(window, name, kind=QLineEdit):
    return next(widget for widget in window.form.findChildren(kind) if widget.objectName() == name)


def typed(widget, words):
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, words)


def in_file(path, name):
    return next(plan for plan, _ in read_plans(path) if plan["plannaam"] == name)


# -- the map tool -----------------------------------------------------------------------------------------------------


def test_a_click_on_a_plan_opens_its_form_and_marks_it(desk, plans, mode, own_file):
    assert desk.canvas.mapTool() is mode.tool
    assert mode.action.isChecked()
    inside = named(plans, "Polderhart").geometry().pointOnSurface().asPoint()
    pixel = desk.canvas.getCoordinateTransform().transform(inside)
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(int(pixel.x()), int(pixel.y())))
    assert mode.window.name.text() == "Polderhart"
    assert mode.window.position.text().endswith("van 44")
    assert field(mode.window, "plannaam").text() == "Polderhart"
    assert plans.isEditable()
    assert mode.window._mark.highlight in desk.canvas.scene().items()
    mode.window.close()
    assert not plans.isEditable()
    assert mode.window is None


def test_a_click_beside_every_plan_says_what_to_do(desk, mode):
    QTest.mouseClick(desk.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert mode.window is None
    assert desk.words == ["Daar ligt geen plan. Klik in de polygoon van een plan."]


def test_dragging_moves_the_map_and_opens_nothing(desk, mode):
    before = desk.canvas.center()
    view = desk.canvas.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    for x in (320, 360, 400):
        QTest.mouseMove(view, QPoint(x, 220))
    mode.tool.canvasMoveEvent(_moved(desk.canvas, QPoint(400, 220)))  # a virtual screen tells no buttons with a move
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 220))
    assert mode.window is None
    assert desk.canvas.center() != before


def _moved(canvas, place):
    from qgis.gui import QgsMapMouseEvent
    from qgis.PyQt.QtCore import QEvent

    left = Qt.MouseButton.LeftButton
    return QgsMapMouseEvent(canvas, QEvent.Type.MouseMove, place, left, left, Qt.KeyboardModifier.NoModifier)


def test_who_switches_it_off_finds_it_off_the_next_time(desk, plans, mode):
    mode.action.trigger()
    assert desk.canvas.mapTool() is desk.hand
    another = PlannerMode(desk)
    QApplication.processEvents()
    assert desk.canvas.mapTool() is desk.hand
    another.action.trigger()
    assert desk.canvas.mapTool() is another.tool
    another.stop()
    assert desk.canvas.mapTool() is desk.hand


def test_a_tool_that_is_being_used_is_not_taken_away(desk, plans):
    from qgis.gui import QgsMapToolZoom

    zoom = QgsMapToolZoom(desk.canvas, False)
    desk.canvas.setMapTool(zoom)
    mode = PlannerMode(desk)
    QgsProject.instance().addMapLayer(plans)
    QApplication.processEvents()
    assert desk.canvas.mapTool() is zoom
    mode.stop()


# -- filling in -------------------------------------------------------------------------------------------------------


def test_what_is_typed_is_in_the_file_when_the_next_plan_is_asked_for(plans, mode, own_file):
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    assert "Nog niet" in window.state.text()
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    if window.name.text() == "Noorderzoom":  # without a window manager no window is active, and its keys do not work
        window.next.click()
    assert window.name.text() != "Noorderzoom"
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"
    assert window.changes() == {}
    assert "Alles" in window.state.text()


def test_a_form_can_be_filled_in_again_after_the_pencil_was_put_out(plans, mode, own_file):
    """By whoever clicks on a plan, or comes back to the window; it is an edit session of ours, saved as before."""
    window = opened(mode, plans)
    for back in (
        lambda: mode.open_plan(plans, named(plans, "Polderhart")),
        lambda: QApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate)),
    ):
        plans.commitChanges()
        QApplication.processEvents()
        assert not plans.isEditable()
        back()
        QApplication.processEvents()
        assert plans.isEditable() and field(window, "plannummer").isEnabled() and not field(window, "plannummer").isReadOnly()
        assert "Alleen lezen" not in window.state.text()
    typed(field(window, "plannummer"), "N-77")
    window.close()
    assert in_file(own_file, "Polderhart")["plannummer"] == "N-77"
    assert not plans.isEditable()


def test_an_edit_session_that_the_user_began_after_ours_stays_the_users(plans, mode):
    window = opened(mode, plans)
    plans.commitChanges()
    plans.startEditing()
    QApplication.processEvents()
    window.close()
    assert plans.isEditable()


def test_walking_goes_by_name_and_round(plans, mode):
    window = opened(mode, plans)
    seen = [window.name.text()]
    for _ in range(43):
        window.next.click()
        seen.append(window.name.text())
        assert window.changes() == {}
    assert seen == [plans.getFeature(fid)["plannaam"] for fid in plan_order(plans)][seen_from(seen[0], plans):] + \
        [plans.getFeature(fid)["plannaam"] for fid in plan_order(plans)][: seen_from(seen[0], plans)]  # fmt: skip
    window.next.click()
    window.previous.click()
    assert window.name.text() == seen[-1]


def seen_from(name, layer):
    return [layer.getFeature(fid)["plannaam"] for fid in plan_order(layer)].index(name)


def test_a_name_typed_where_there_was_none_is_that_name(plans, mode, own_file):
    fid = named(plans, "Noorderzoom").id()
    plans.dataProvider().changeAttributeValues({fid: {plans.fields().lookupField("plannaam"): NULL}})
    mode.open_plan(plans, plans.getFeature(fid))
    window = mode.window
    assert field(window, "plannaam").text() == ""
    assert window.name.text() == "(nog geen naam)"
    assert window.changes() == {}
    QTest.keyClicks(field(window, "plannaam"), "Nieuwe Wijk")
    window.next.click()
    assert in_file(own_file, "Nieuwe Wijk")


def test_empty_fields_are_empty_and_stay_no_answer(plans, mode, own_file):
    empty = {
        plans.fields().lookupField(name): NULL for name in ("plannummer", "bruto_totaal", "toelichting", "planstatus", "vertrouwelijk")
    }
    plans.dataProvider().changeAttributeValues({plan.id(): empty for plan in plans.getFeatures()})
    window = opened(mode, plans)
    for _ in range(3):
        assert not plans.isModified()  # the panel of layers asks this whenever it is drawn
        shown = [line.text() for line in window.form.findChildren(QLineEdit)]
        assert "NULL" not in shown
        assert window.changes() == {}
        window.next.click()
    assert {plan["plannummer"] for plan, _ in read_plans(own_file)} == {None}


def test_enter_goes_to_the_next_field_and_closes_nothing(plans, mode):
    window = opened(mode, plans)
    order = plan_fields.fields_in_order(window.form)
    assert order[0].objectName() == "plannaam"
    for widget in order[:3]:
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Return)
    assert window.isVisible()
    assert window.layer is plans


def test_tab_stops_are_fields_only(plans, mode):
    window = opened(mode, plans)
    at, steps = plan_fields.fields_in_order(window.form), set()
    assert [widget.objectName() for widget in at[:4]] == ["plannaam", "plannummer", "planstatus", "plantype"]
    for widget in window.form.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            steps.add(type(widget).__name__)
    assert not steps & {"QgsCollapsibleGroupBox", "QgsGroupBoxCollapseButton", "QToolButton", "QScrollArea"}


def test_every_tab_has_its_number(plans, mode):
    window = opened(mode, plans)
    tabs = plan_fields.tab_widget(window.form)
    for number in range(1, tabs.count() + 1):
        QTest.keyClick(window, str(number), Qt.KeyboardModifier.AltModifier)
        assert tabs.currentIndex() == number - 1
        assert tabs.tabToolTip(tabs.currentIndex()) == f"Alt+{number}"
    QTest.keyClick(window, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
    assert tabs.currentIndex() == 0


def test_a_tab_that_is_not_needed_says_so(plans, mode):
    fid = named(plans, "Noorderzoom").id()
    plans.dataProvider().changeAttributeValues({fid: {plans.fields().lookupField("vervallen"): True}})
    window = opened(mode, plans)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert "niet nodig" in window.state.text()


def test_restore_gives_back_the_plan_as_it_was_opened(plans, mode, own_file):
    window = opened(mode, plans)
    known = in_file(own_file, "Noorderzoom")
    typed(field(window, "plannummer"), "weg ermee")
    window.save()
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "weg ermee"
    field(window, "gerealiseerd", QComboBox).setCurrentIndex(1)
    window.undo.click()
    window.close()
    assert in_file(own_file, "Noorderzoom") == known


def test_what_was_typed_before_the_form_was_made_anew_can_be_undone_too(plans, mode, own_file):
    """As after another theme was chosen, or another price limit."""
    window = opened(mode, plans)
    known = in_file(own_file, "Noorderzoom")
    typed(field(window, "plannummer"), "weg ermee")
    with mode.put_by():
        assert mode.window is None
    assert mode.window is not window
    assert field(mode.window, "plannummer").text() == "weg ermee"
    assert mode.window.undo.isEnabled()
    mode.window.undo.click()
    assert field(mode.window, "plannummer").text() == (known["plannummer"] or "")
    assert not mode.window.undo.isEnabled()
    mode.window.close()
    assert in_file(own_file, "Noorderzoom") == known


def test_the_window_fits_its_screen(plans, mode):
    window = opened(mode, plans)
    screen = window.screen().availableGeometry()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()


def test_a_long_name_makes_the_window_no_wider(plans, mode):
    window = opened(mode, plans)
    width = window.width()
    typed(field(window, "plannaam"), "Lange naam van een plan " * 8)
    window.save()
    QApplication.processEvents()
    assert window.width() == width
    assert window.minimumSizeHint().width() <= width
    window.close()
    assert opened(mode, plans, plans.getFeature(window.plan.id())["plannaam"]).width() == width


def test_a_plan_that_another_program_took_away_is_said_and_what_was_typed_stays(plans, mode, own_file):
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "P-77")
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("DELETE FROM plannen WHERE fid = ?", (window.plan.id(),))
    window.save()
    assert "haalde het weg" in window.state.text()
    assert field(window, "plannummer").text() == "P-77"
    window.give_up()


def test_a_window_that_was_left_wider_than_the_screen_fits_again(plans, mode):
    window = opened(mode, plans)
    window.resize(5000, 600)
    window.close()
    window = opened(mode, plans)
    assert window.width() <= window.screen().availableGeometry().width()


def test_help_is_a_button_too(plans, mode, monkeypatch):
    asked = []
    monkeypatch.setattr("lmvw_plugin.forms.plan_form.widgets.open_manual", lambda *about: asked.append(about))
    window = opened(mode, plans)
    window.help.click()
    assert asked == [(window, Page.FILL)]


def test_after_the_last_field_of_a_tab_comes_the_next_tab(plans, mode):
    window = opened(mode, plans)
    tabs = plan_fields.tab_widget(window.form)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        tabs.setCurrentIndex(0)
        plan_fields.fields_in_order(window.form)[-1].setFocus()
        QTest.keyClick(QApplication.focusWidget(), key)
        assert tabs.currentIndex() == 1
        assert QApplication.focusWidget().objectName() == "bruto_totaal"


# -- counts that are none ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["next", "close", "store"])
def test_a_count_that_is_none_is_told_and_nothing_else_is_stored_for_it(plans, mode, own_file, leave):
    window = opened(mode, plans)
    known = in_file(own_file, "Noorderzoom")
    typed(field(window, "plannummer"), "N-12")
    typed(field(window, "sloop_totaal"), "2,5")
    plan_fields.tab_widget(window.form).setCurrentIndex(0)
    window.close() if leave == "close" else getattr(window, leave).click()
    assert window.isVisible()
    assert window.name.text() == "Noorderzoom"
    assert "Sloop totaal: ‘2,5’" in window.state.text()
    assert QApplication.focusWidget() is field(window, "sloop_totaal")
    assert unguarded(field(window, "sloop_totaal").text()) == "2,5"
    assert in_file(own_file, "Noorderzoom") == known | {"plannummer": "N-12"}
    typed(field(window, "sloop_totaal"), "1.000")
    window.close()
    assert in_file(own_file, "Noorderzoom") == known | {"plannummer": "N-12", "sloop_totaal": 1000}


def test_a_count_that_is_none_is_named_as_its_label_is_and_there_is_room_to_say_so(plans, mode):
    window = opened(mode, plans)
    window.resize(window.minimumSizeHint().width(), window.height())
    typed(field(window, "bruto_jaar03"), "2,5")
    QApplication.processEvents()
    assert "Bruto 2028: ‘2,5’ is geen heel getal" in window.state.text()
    assert window.state.width() > 0.9 * window.width()
    window.undo.click()


def test_restore_takes_back_a_count_that_is_none(plans, mode, own_file):
    window = opened(mode, plans)
    known = in_file(own_file, "Noorderzoom")
    typed(field(window, "sloop_totaal"), "2,5")
    window.undo.click()
    window.close()
    assert not window.isVisible()
    assert in_file(own_file, "Noorderzoom") == known


def test_a_project_that_goes_takes_nothing_along_that_was_typed(plans, mode, own_file):
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    typed(field(window, "sloop_totaal"), "2,5")
    QgsProject.instance().clear()
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"


# -- somebody else's edits --------------------------------------------------------------------------------------------


def test_what_others_do_to_other_plans_is_in_what_the_form_says_of_saving(plans, mode, own_file, qtbot):
    """Answers that are read in, or a plan that is drawn, wait in the layer too."""
    window = opened(mode, plans)
    assert "Alles is opgeslagen" in window.state.text()
    plans.changeAttributeValue(named(plans, "Oosterdiep-Zuid").id(), plans.fields().indexOf("plannummer"), "O-1")
    qtbot.waitUntil(lambda: "Nog niet alles is opgeslagen" in window.state.text())
    plans.undoStack().undo()
    qtbot.waitUntil(lambda: "Alles is opgeslagen" in window.state.text())
    plans.undoStack().redo()
    qtbot.waitUntil(window.store.isEnabled)
    assert plans.commitChanges(False)  # the button of QGIS
    qtbot.waitUntil(lambda: "Alles is opgeslagen" in window.state.text())
    assert in_file(own_file, "Oosterdiep-Zuid")["plannummer"] == "O-1"


def test_in_an_edit_session_of_the_user_nothing_is_saved_unasked(plans, mode, own_file):
    plans.startEditing()
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    assert not plans.isModified()  # nothing half typed, though QGIS asks
    window.next.click()
    assert in_file(own_file, "Noorderzoom")["plannummer"] != "N-12"
    assert named(plans, "Noorderzoom")["plannummer"] == "N-12"
    assert plans.undoStack().count() == 1
    assert "Nog niet" in window.state.text()
    window.close()
    assert plans.isEditable()
    assert plans.isModified()


def test_a_polygon_drawn_meanwhile_is_not_saved_unasked(plans, mode, own_file):
    window = opened(mode, plans)
    drawn = QgsFeature(plans.fields())
    drawn.setGeometry(square())
    plans.addFeature(drawn)
    typed(field(window, "plannummer"), "N-12")
    window.next.click()
    assert len(read_plans(own_file)) == 44
    window.save()
    assert len(read_plans(own_file)) == 45
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"


def test_a_new_plan_stays_in_hand_when_it_is_saved(plans, mode):
    plans.startEditing()
    drawn = QgsFeature(plans.fields())
    drawn["plan_id"], drawn["plannaam"] = "een-nieuw-plan", "Nieuw"
    drawn.setGeometry(square())
    plans.addFeature(drawn)
    window = opened(mode, plans, "Nieuw")
    typed(field(window, "plannummer"), "N-1")
    window.save()
    QApplication.processEvents()
    assert window.name.text() == "Nieuw"
    assert window.plan.id() > 0
    assert window.plan["plannummer"] == "N-1"


def test_what_another_changes_shows_and_what_was_typed_stays(plans, mode):
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    plans.changeAttributeValue(window.plan.id(), plans.fields().lookupField("bruto_totaal"), 999)
    QApplication.processEvents()
    assert field(window, "bruto_totaal").text() == "999"
    assert field(window, "plannummer").text() == "N-12"
    plans.undoStack().undo()
    QApplication.processEvents()
    assert field(window, "bruto_totaal").text() != "999"
    assert field(window, "plannummer").text() == "N-12"


@pytest.mark.parametrize("happens", ["plan deleted", "layer removed", "project closed", "edits discarded", "plugin disabled"])
def test_it_takes_whatever_happens_to_its_layer(desk, plans, mode, own_file, happens):
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    if happens == "plan deleted":
        plans.deleteFeature(window.plan.id())
    elif happens == "layer removed":
        QgsProject.instance().removeMapLayer(plans.id())
    elif happens == "project closed":
        QgsProject.instance().clear()
    elif happens == "edits discarded":
        plans.rollBack()
    else:
        mode.stop()
        mode.stop = lambda: None
    del window
    for _ in range(3):
        QApplication.sendPostedEvents(None, 52)  # deferred deletes
        QApplication.processEvents()
    if happens == "edits discarded":
        assert "potlood" in mode.window.state.text()
        assert mode.window.changes() == {}
        mode.window.close()
    assert not [window for window in windows("lmvw_planner") if window.isVisible()]
    assert mode.window is None
    if happens == "plugin disabled":
        assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"


def test_a_layer_that_is_read_only_is_shown_and_not_changed(plans, mode):
    plans.setReadOnly(True)
    window = opened(mode, plans)
    assert "open een kopie" in window.state.text()
    assert not field(window, "plannummer").isEnabled() or field(window, "plannummer").isReadOnly()
    window.next.click()
    window.close()
    assert not plans.isEditable()


def test_saving_does_not_wait_for_a_reader_that_waits_for_it(plans, mode, own_file):
    """A task that reads the file step by step in Python needs Python's lock for each step."""
    reading, go_on = threading.Event(), threading.Event()

    def read():  # from before the edit session: QGIS cannot choose the mode in which readers do no harm
        with closing(sqlite3.connect(own_file)) as database:
            rows = database.execute("SELECT * FROM plannen")
            rows.fetchone()
            reading.set()
            go_on.wait(20)
            time.sleep(1)  # the save has begun
            rows.fetchall()

    reader = threading.Thread(target=read)
    reader.start()
    reading.wait()
    window = opened(mode, plans)
    typed(field(window, "plannummer"), "N-12")
    go_on.set()
    window.next.click()
    reader.join()
    assert "Alles" in window.state.text()
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"


@pytest.mark.usefixtures("impatient")
def test_what_the_file_cannot_take_now_waits_in_the_layer_and_is_told(plans, mode, own_file):
    with closing(sqlite3.connect(own_file)) as database:
        rows = database.execute("SELECT * FROM plannen")
        rows.fetchone()
        window = opened(mode, plans)
        typed(field(window, "plannummer"), "N-12")
        window.next.click()
        assert "Nog niet" in window.state.text()
        assert window.name.text() != "Noorderzoom"
        assert named(plans, "Noorderzoom")["plannummer"] == "N-12"
        rows.close()


@pytest.mark.usefixtures("impatient")
def test_what_waited_goes_into_the_file_with_the_next_plan(plans, mode, own_file):
    with closing(sqlite3.connect(own_file)) as database:
        rows = database.execute("SELECT * FROM plannen")
        rows.fetchone()
        window = opened(mode, plans)
        typed(field(window, "plannummer"), "N-12")
        window.next.click()
        assert "Nog niet" in window.state.text()
        rows.close()
    second = window.name.text()
    typed(field(window, "plannummer"), "N-13")
    window.next.click()
    assert in_file(own_file, "Noorderzoom")["plannummer"] == "N-12"
    assert in_file(own_file, second)["plannummer"] == "N-13"
    assert "Alles" in window.state.text()


# -- what is found ----------------------------------------------------------------------------------------------------


def told(window):
    window.findings.look()
    return [window.findings.item(row).text() for row in range(window.findings.count())]


def test_findings_follow_what_is_typed_and_lead_to_their_field(mode, plans):
    window = opened(mode, plans)
    assert told(window) == [] and window.findings.isHidden()
    window.form.changeAttribute("plantype", NULL)
    field(window, "meergezins").setText("3")
    wrong, empty = told(window)
    assert wrong.startswith("Fout: ‘Bruto totaal’ is 88, maar de som van")
    assert empty.startswith("Nog in te vullen: ‘Plantype’ is niet ingevuld")
    window.findings.setFocus()
    window.findings.setCurrentRow(1)
    QTest.keyClick(window.findings, Qt.Key.Key_Return)
    assert plan_fields.focused_field(window.form) == "plantype"


def test_what_is_told_is_of_what_stands_in_the_form_also_where_that_is_no_count(mode, plans):
    """Never of the number that the file still holds."""
    window = opened(mode, plans)
    typed(field(window, "bruto_totaal"), "2,5")
    found = told(window)
    assert any("‘Bruto totaal’ is 2,5, maar moet een heel getal" in one for one in found), found
    assert not any("88" in one for one in found), found
    window.undo.click()


def head(window):
    told(window)
    QApplication.processEvents()
    return window.findings.head.text()


def test_above_the_list_stands_what_there_is_and_how_much_of_it_is_below(mode, plans):
    window = opened(mode, plans)
    window.resize(620, 460)
    for name in ("bruto_totaal", "sloop_totaal", "meergezins", "tijdelijk", "nultreden"):
        field(window, name).setText("7" if name == "bruto_totaal" else "9")
    said, rows = head(window), window.findings
    assert said.startswith(f"Bij dit plan: {rows.count() - 1} fouten, 1 waarschuwing.")
    whole = [row for row in range(rows.count()) if rows.visualItemRect(rows.item(row)).bottom() <= rows.viewport().height()]
    assert 0 < len(whole) < rows.count()
    assert f"nog {rows.count() - len(whole)} hieronder" in said
    rows.scrollToBottom()
    QApplication.processEvents()
    assert "hieronder" not in rows.head.text()
    window.undo.click()
    assert "hieronder" not in head(window)
    assert rows.isHidden() and rows.head.isHidden()


def test_one_finding_takes_the_room_of_one(mode, plans):
    window = opened(mode, plans)
    window.form.changeAttribute("plantype", NULL)
    assert len(told(window)) == 1
    assert window.findings.height() < 3 * window.fontMetrics().lineSpacing()
    assert head(window) == "Bij dit plan: 1 nog in te vullen."
    window.undo.click()


def test_why_confidential_cannot_be_is_read_without_scrolling(mode, plans):
    """There is room: a sentence that is not broken made the tab wider than the window, and the bar to scroll lay over it."""
    window = opened(mode, plans)
    window.resize(620, 600)
    for name in ("gerealiseerd", "vertrouwelijk"):
        field(window, name, QComboBox).setCurrentIndex(1)
    told(window)
    QApplication.processEvents()
    (why,) = (label for label in window.form.findChildren(QLabel) if "(art. 6.a)" in label.text())
    page = why.parentWidget()
    while not isinstance(page, QScrollArea):
        page = page.parentWidget()
    assert not page.horizontalScrollBar().isVisible()
    box = why.rect().translated(why.mapTo(page.viewport(), QPoint(0, 0)))
    assert page.viewport().rect().contains(box)
    window.undo.click()


def test_what_the_last_check_found_in_polygon_and_name_is_told_too(mode, plans, own_file):
    key = named(plans, "Noorderzoom")["plan_id"]
    overlap = RULES["G4"].finding("Dit plan overlapt een ander.", {"plan_id": key, "plannaam": "Noorderzoom"}, place=(150000.0, 500000.0))
    with closing(sqlite3.connect(own_file)) as database, database:
        findings_table.write(database, [overlap], "{}")
    window = opened(mode, plans)
    assert told(window) == ["Waarschuwing: Dit plan overlapt een ander. (laatste controle)"]
    before = window.iface.mapCanvas().center()
    window.findings.setCurrentRow(0)
    QTest.keyClick(window.findings, Qt.Key.Key_Return)
    assert window.iface.mapCanvas().center() != before, "it is brought in sight"
    window.walk(1)
    assert told(window) == []


def test_what_is_between_two_plans_is_told_in_the_form_of_either(mode, plans, own_file):
    one, other = (named(plans, name)["plan_id"] for name in ("d'Oude Haven", "Noorderzoom"))
    overlap = RULES["G4"].finding("Dit plan overlapt met ‘Noorderzoom’.", {"plan_id": one, "plannaam": "d'Oude Haven"}, ander=other)
    with closing(sqlite3.connect(own_file)) as database, database:
        findings_table.write(database, [overlap], "{}")
    assert told(opened(mode, plans)) == ["Waarschuwing: Bij d'Oude Haven: Dit plan overlapt met ‘Noorderzoom’. (laatste controle)"]


def test_a_number_that_goes_while_the_form_is_open_leaves_it_empty(mode, plans):
    window = opened(mode, plans)
    plans.changeAttributeValue(window.plan.id(), plans.fields().indexOf("meergezins"), NULL)
    QTest.qWait(20)
    assert (field(window, "meergezins").text(), field(window, "meergezins").placeholderText()) == ("", "")


PRICES = b.SUM_OF["A5"].parts


def test_the_boxes_of_the_prices_are_as_wide_as_a_number_and_below_each_other(desk, plans, mode):
    window = opened(mode, plans)
    window.resize(1200, 800)
    tabs = window.form.findChild(QTabWidget)
    tabs.setCurrentIndex(next(number for number in range(tabs.count()) if "Prijs" in tabs.tabText(number)))
    QApplication.processEvents()
    boxes = [box for box in window.form.findChildren(QLineEdit) if box.isVisible() and box.objectName() in PRICES]
    assert len(boxes) == len(PRICES)
    assert len({box.mapTo(window, box.rect().topLeft()).x() for box in boxes}) == 1
    assert all(60 < box.width() < 200 for box in boxes), [box.width() for box in boxes]
