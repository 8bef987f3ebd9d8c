# SPDX-License-Identifier: GPL-2.0-or-later
"""The desk of the province: plan by plan, by keys; who, what and when is kept, and nothing of the municipality changes."""

import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsPointXY,
    QgsProcessingContext,
    QgsProject,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtCore import QEvent, QPointF, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QWidget

from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.core.reviewing.entries import Label
from lmvw_plugin.forms.desk.in_hand import layer_of
from lmvw_plugin.forms.desk.panel import DeskPanel
from tests.conftest import PEILDATUM
from tests.packages import of, place_of, sent

HOME, NEIGHBOUR = members("Noord-Holland", PEILDATUM)[:2]
KEY = Qt.Key
RED, BLUE = "#ff0000", "#0000ff"


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    return lambda: Path(run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"))["OUTPUT"])


@pytest.fixture
def dock(desk, send, opened):
    """The panel on deliveries of two municipalities, the first with two plans."""
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=24)], HOME)
    send([of(NEIGHBOUR, "Ver")], NEIGHBOUR)
    path = opened()
    for name in ("plannen", "vorige_plannen", "bevindingen"):
        layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
        layer.setReadOnly(True)
        QgsProject.instance().addMapLayer(layer)
    desk.canvas.setLayers(list(QgsProject.instance().mapLayers().values()))
    desk.canvas.setDestinationCrs(layer.crs())
    panel = DeskPanel(desk)
    panel.show()
    QApplication.processEvents()
    yield panel.dock
    panel.stop()
    QApplication.processEvents()


def press(dock, *keys):
    for key in keys:
        dock.list.setFocus()
        QTest.keyClick(dock.list, key)
        QApplication.processEvents()


def write(dock, text, modifier=Qt.KeyboardModifier.NoModifier):
    press(dock, KEY.Key_O)
    QTest.keyClicks(dock.text, text)
    QTest.keyClick(dock.text, KEY.Key_Return, modifier)
    QApplication.processEvents()


def every_line(dock):
    return [dock.list.item(row).text() for row in range(dock.list.count())]


def lines(dock):
    """Of the plans: the first line is of no plan."""
    return every_line(dock)[1:]


def test_a_reviewer_goes_from_plan_to_plan_and_says_what_he_thinks_by_keys(dock, desk, tmp_path):
    with closing(sqlite3.connect(tmp_path / "b.gpkg")) as database:
        before = database.execute("SELECT * FROM plannen").fetchall()
    assert [dock.places.itemText(at) for at in range(2)] == sorted((HOME.name, NEIGHBOUR.name))
    assert dock.places.currentData() == HOME.code and lines(dock) == ["○ Noord", "○ Zuid"]
    assert "0 van 2 plannen gezien" in dock.words.text()
    press(dock, KEY.Key_1)
    assert dock.review.label_of(str(dock.plan()["plan_id"])) is Label.STRIJDIG
    assert lines(dock)[0] == "○ Noord [strijdig met provinciaal beleid]" and "Label: strijdig" in dock.detail.toPlainText()
    press(dock, KEY.Key_G)
    assert dock.plan()["plannaam"] == "Zuid" and lines(dock)[0].startswith("✓ Noord") and "1 van 2" in dock.words.text()
    assert desk.canvas.extent().intersects(place_of(0).boundingBox())
    press(dock, KEY.Key_2, KEY.Key_P)
    assert dock.plan()["plannaam"] == "Noord"
    write(dock, "Ligt over de dijk")
    press(dock, KEY.Key_N)
    write(dock, "Hoort dit erbij", Qt.KeyboardModifier.ShiftModifier)
    said = [(one.soort, one.plannaam, one.tekst) for one in dock.review.remarks]
    assert said == [("opmerking", "Noord", "Ligt over de dijk"), ("vraag", "Zuid", "Hoort dit erbij")]
    assert dock.text.text() == "" and "Vraag: Hoort dit erbij" in dock.detail.toPlainText()
    press(dock, KEY.Key_A)
    assert [one.plannaam for one in dock.review.remarks] == ["Noord"]
    press(dock, KEY.Key_Z)
    assert len(dock.review.remarks) == 2
    press(dock, KEY.Key_0)
    assert dock.review.label_of(str(dock.plan()["plan_id"])) is Label.NONE
    dock.close_review.click()
    assert "Afgesloten door" in dock.words.text()
    with closing(sqlite3.connect(tmp_path / "b.gpkg")) as database:
        assert database.execute("SELECT * FROM plannen").fetchall() == before


def test_a_remark_may_be_about_a_place_on_the_map(dock, desk):
    press(dock, KEY.Key_K)
    assert dock.point.isChecked() and desk.canvas.mapTool() is dock._tool
    dock._tool.canvasClicked.emit(QgsPointXY(120000, 480000), Qt.MouseButton.LeftButton)
    assert not dock.point.isChecked() and "deze plek" in dock.words.text()
    QTest.keyClicks(dock.text, "Hier ontbreekt een plan")
    QTest.keyClick(dock.text, KEY.Key_Return)
    (said,) = dock.review.remarks
    assert (said.plan_id, said.place) == ("", (120000.0, 480000.0))
    write(dock, "Dit gaat weer over het plan")
    assert dock.review.remarks[1].plannaam == "Noord" and dock.review.remarks[1].place is None


def test_the_findings_of_a_plan_and_its_outline_of_before_are_at_hand(dock, tmp_path):
    press(dock, KEY.Key_N)
    assert "A2 (fout)" not in dock.detail.toPlainText()
    press(dock, KEY.Key_P)
    assert "A2 (fout)" in dock.detail.toPlainText()
    before = next(one for one in QgsProject.instance().mapLayers().values() if one.name() == "vorige_plannen")
    node = QgsProject.instance().layerTreeRoot().findLayer(before.id())
    assert node.isVisible()
    press(dock, KEY.Key_T)
    assert not node.isVisible()
    press(dock, KEY.Key_T)
    assert node.isVisible()


def test_what_a_newer_delivery_overtook_is_said_and_what_was_said_is_there_when_it_is_read_again(dock, send, opened):
    press(dock, KEY.Key_1)
    write(dock, "Blijft dit?")
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=30)], HOME, moment=datetime(2026, 4, 9))
    opened()
    press(dock, KEY.Key_2)
    assert "nieuwere levering ontvangen" in dock.words.text()
    dock.again.click()
    QApplication.processEvents()
    assert "2 labels of opmerkingen komen van een eerdere levering" in dock.words.text()
    assert lines(dock)[0] == "○ (gewijzigd) Noord [strijdig met provinciaal beleid] 1 opmerking"
    assert "bij een eerdere levering" in dock.detail.toPlainText()


def test_another_municipality_has_its_own_review(dock):
    press(dock, KEY.Key_1)
    dock.places.setCurrentIndex(dock.places.findData(NEIGHBOUR.code))
    dock.places.activated.emit(dock.places.currentIndex())
    assert lines(dock) == ["○ Ver"] and not dock.review.labels


def test_a_file_that_qgis_spells_otherwise_is_the_same_file(dock, tmp_path):
    """As on Windows, where a layer that was dragged in has other slashes."""
    project = QgsProject.instance()
    project.clear()
    for name in ("plannen", "bevindingen"):
        project.addMapLayer(QgsVectorLayer(f"{tmp_path}/./b.gpkg|layername={name}", name, "ogr"))
    dock.again.click()
    assert lines(dock) == ["○ Noord", "○ Zuid"] and "A2 (fout)" in dock.detail.toPlainText()


def test_without_a_review_file_the_panel_says_what_to_do(desk, qgis_app):
    panel = DeskPanel(desk)
    panel.show()
    assert "Leveringen openen" in panel.dock.words.text() and panel.dock.list.count() == 0
    for button in (panel.dock.contrary, panel.dock.seen, panel.dock.undo, panel.dock.before, panel.dock.form, panel.dock.done):
        button.click()
    panel.stop()
    QApplication.processEvents()


def click(dock, x, y):
    """A place on the map, after the key that asks for it."""
    press(dock, KEY.Key_K)
    dock._tool.canvasClicked.emit(QgsPointXY(x, y), Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def test_a_place_is_kept_in_rd_also_where_the_map_is_in_another_system(dock, desk):
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    click(dock, 546_000, 6_866_000)  # near Amsterdam
    QTest.keyClicks(dock.text, "Hier ontbreekt een plan")
    QTest.keyClick(dock.text, KEY.Key_Return)
    x, y = dock.review.remarks[0].place
    assert 110_000 < x < 130_000 and 470_000 < y < 500_000


def test_a_place_that_rd_does_not_have_is_not_kept(dock, desk):
    desk.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    click(dock, 1e30, 1e30)
    assert dock._place is None and "niet in Nederland" in dock.words.text()


def test_letters_in_the_list_of_municipalities_choose_one_and_do_nothing_to_plans(dock):
    press(dock, KEY.Key_1)
    for code in (HOME.code, NEIGHBOUR.code):
        dock.places.setItemText(dock.places.findData(code), {HOME.code: "Aalsmeer", NEIGHBOUR.code: "Zaanstad"}[code])
    before = len(dock.review.labels), dict(dock.review.seen)
    dock.places.setFocus()
    QTest.keyClick(dock.places, KEY.Key_G)
    QTest.keyClick(dock.places, KEY.Key_A)
    assert dock.places.currentText() == "Aalsmeer" and (len(dock.review.labels), dock.review.seen) == before
    assert dock.places.hasFocus()
    QTest.keyClick(dock.places, KEY.Key_Escape)
    dock.places.setFocus()
    QTest.qWait(QApplication.keyboardInputInterval() + 50)  # what was typed before is forgotten
    QTest.keyClick(dock.places, KEY.Key_Z)
    assert dock.places.currentText() == "Zaanstad" and dock.desk.receipt.gemeente_code == NEIGHBOUR.code
    QTest.keyClick(dock.places, KEY.Key_Escape)
    assert dock.list.hasFocus()
    dock.places.setCurrentIndex(dock.places.findData(HOME.code))
    dock.places.activated.emit(dock.places.currentIndex())
    assert dock.review.label_of(str(dock.plan()["plan_id"])) is Label.STRIJDIG  # Z took nothing back


def test_who_chose_from_the_open_list_goes_on_with_the_plans(dock):
    dock.places.setFocus()
    dock.places.showPopup()
    shown = dock.places.view()
    there = shown.visualRect(dock.places.model().index(dock.places.findData(NEIGHBOUR.code), 0)).center()
    QTest.qWait(QApplication.doubleClickInterval() + 50)  # Qt takes a sooner press for the one that opened it
    QTest.mouseMove(shown.viewport(), there)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=there)
    QApplication.processEvents()
    assert lines(dock) == ["○ Ver"] and dock.list.hasFocus()
    QTest.keyClick(dock.list, KEY.Key_G)
    assert lines(dock) == ["✓ Ver"]


def test_keys_still_work_after_a_button_was_pressed(dock):
    QTest.mouseClick(dock.contrary, Qt.MouseButton.LeftButton)
    dock.contrary.setFocus()
    QTest.keyClick(dock.contrary, KEY.Key_N)
    assert dock.plan()["plannaam"] == "Zuid"


@pytest.mark.parametrize("leave", ["escape", "plan", "municipality"])
def test_a_place_is_forgotten_with_what_was_in_hand(dock, leave):
    click(dock, 120_000, 480_000)
    if leave == "escape":
        QTest.keyClick(dock.text, KEY.Key_Escape)
    elif leave == "plan":
        press(dock, KEY.Key_N)
    else:
        dock.places.setCurrentIndex(dock.places.findData(NEIGHBOUR.code))
        dock.places.activated.emit(dock.places.currentIndex())
    assert "deze plek" not in dock.words.text()
    write(dock, "Over het plan")
    (said,) = dock.review.remarks
    assert said.place is None and said.plan_id == dock.plan()["plan_id"]


@pytest.fixture
def away(dock, desk, tmp_path):
    """The review file is not there for a moment, as on a drive of the network; the map waits, for QGIS may fall over a file that goes."""
    QApplication.processEvents()
    desk.canvas.setRenderFlag(False)
    desk.canvas.waitWhileRendering()
    path, aside = tmp_path / "b.gpkg", tmp_path / "elders.gpkg"
    path.rename(aside)
    return lambda: aside.rename(path)


def test_a_review_that_cannot_be_read_again_stays_as_it_was(dock, away):
    dock.again.click()
    assert "kan niet gelezen worden" in dock.words.text()
    assert lines(dock) == ["○ Noord", "○ Zuid"] and dock.places.count() == 2 and dock.plan()["plannaam"] == "Noord"
    away()
    dock.again.click()
    press(dock, KEY.Key_1)
    assert "strijdig" in lines(dock)[0] and "0 van 2 plannen gezien" in dock.words.text()


def test_a_municipality_that_cannot_be_read_leaves_nothing_of_another(dock, away):
    dock.places.setCurrentIndex(dock.places.findData(NEIGHBOUR.code))
    dock.places.activated.emit(dock.places.currentIndex())
    assert "kan niet gelezen worden" in dock.words.text()
    assert not lines(dock) and dock.desk is None and dock.plan() is None and not dock.detail.toPlainText()
    dock.contrary.click()
    away()
    dock.again.click()
    assert dock.places.currentData() == NEIGHBOUR.code and lines(dock) == ["○ Ver"]


def test_what_cannot_be_kept_is_said_and_what_was_typed_stays(dock, away):
    write(dock, "Ligt over de dijk")
    assert "b.gpkg" in dock.words.text() and dock.text.text() == "Ligt over de dijk" and lines(dock) == ["○ Noord", "○ Zuid"]
    away()
    dock.remark.click()
    assert dock.text.text() == "" and lines(dock)[0] == "○ Noord 1 opmerking"


def test_what_is_about_a_place_stands_in_the_first_line_and_can_be_finished(dock):
    assert every_line(dock)[0] == "(levering en plekken)"
    click(dock, 120_000, 480_000)
    QTest.keyClicks(dock.text, "Hier ontbreekt een plan")
    QTest.keyClick(dock.text, KEY.Key_Return)
    assert every_line(dock) == ["(levering en plekken) 1 opmerking", "○ Noord", "○ Zuid"] and dock.plan()["plannaam"] == "Noord"
    press(dock, KEY.Key_P)
    assert dock.plan() is None and "Opmerking: Hier ontbreekt een plan" in dock.detail.toPlainText()
    press(dock, KEY.Key_1, KEY.Key_G, KEY.Key_F)  # about a plan, and there is none
    assert not dock.review.labels and not dock.review.seen
    press(dock, KEY.Key_A)
    assert every_line(dock)[0] == "(levering en plekken)" and not dock.review.remarks and not dock.detail.toPlainText()
    write(dock, "Over de hele levering")
    assert "Over de hele levering" in dock.detail.toPlainText() and not dock.review.remarks[0].plan_id


def test_what_was_said_of_a_plan_that_is_not_delivered_any_more_can_be_finished(dock, send, opened):
    write(dock, "Nog over Zuid")
    press(dock, KEY.Key_N)
    write(dock, "Blijft dit?")
    send([of(HOME, "Anders")], HOME, moment=datetime(2026, 4, 9))
    opened()
    dock.again.click()
    QApplication.processEvents()
    assert every_line(dock) == ["(levering en plekken) 1 opmerking", "○ (gewijzigd) Anders 1 opmerking"]
    press(dock, KEY.Key_P)
    assert "Opmerking bij Noord: Nog over Zuid" in dock.detail.toPlainText()
    press(dock, KEY.Key_A)
    assert [one.tekst for one in dock.review.remarks] == ["Blijft dit?"]


def test_that_the_package_is_gone_is_said_and_its_plans_are_there_all_the_same(dock, send, opened):
    write(dock, "Blijft dit?")
    again = send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=30)], HOME, moment=datetime(2026, 4, 9))
    opened()
    again.unlink()
    dock.again.click()
    assert again.name in dock.words.text() and "van een eerdere levering" in dock.words.text()
    assert lines(dock) == ["○ (gewijzigd) Noord 1 opmerking", "○ Zuid"]


@pytest.fixture
def swiped(dock, desk, qtbot):
    """The map with this delivery in red, and the one before, of the same ground, in blue; the line is in the middle."""
    now, then = (layer_of(dock._path, name) for name in ("plannen", "vorige_plannen"))
    then.setReadOnly(False)
    plan = QgsFeature(then.fields())
    plan.setGeometry(next(now.getFeatures("plannaam = 'Zuid'")).geometry())
    plan["gemeente_code"] = HOME.code
    assert then.dataProvider().addFeatures([plan])[0]
    then.setReadOnly(True)
    for layer, colour in ((now, "red"), (then, "blue")):
        layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})))
    desk.canvas.setLayers([now, then])
    desk.canvas.resize(400, 400)
    desk.canvas.setExtent(plan.geometry().boundingBox().buffered(-1))
    desk.canvas.refresh()
    desk.canvas.waitWhileRendering()  # a signal may be of a drawing that began before
    press(dock, KEY.Key_S)
    drawn(dock, qtbot)
    return desk.canvas


def drawn(dock, qtbot):
    """The map, and what is left of the line."""
    dock._swiping.canvas.waitWhileRendering()
    qtbot.waitUntil(lambda: dock._swiping.then.picture is not None)


def colours(canvas):
    """A fourth and three fourths from the left."""
    seen = canvas.grab().toImage()
    return [seen.pixelColor(seen.width() * part // 4, seen.height() // 2).name() for part in (1, 3)]


def test_left_of_a_line_is_how_it_was_and_right_of_it_how_it_is(dock, swiped, qtbot):
    assert colours(swiped) == [BLUE, RED]
    line, middle = dock._swiping.line, swiped.height() // 2
    for kind, x in ((QEvent.Type.MouseButtonPress, 6), (QEvent.Type.MouseMove, -194)):
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(line, QMouseEvent(kind, QPointF(x, middle), left, left, Qt.KeyboardModifier.NoModifier))
    assert colours(swiped) == [RED, RED]
    press(dock, *[KEY.Key_Period] * 18)
    assert colours(swiped) == [BLUE, BLUE]
    press(dock, *[KEY.Key_Comma] * 10)
    assert colours(swiped) == [BLUE, RED]
    swiped.zoomByFactor(0.5)
    assert colours(swiped) == [RED, RED]  # what was drawn is of elsewhere
    drawn(dock, qtbot)
    assert colours(swiped) == [BLUE, RED]
    press(dock, KEY.Key_S)
    assert colours(swiped) == [RED, RED]


def test_the_line_is_as_high_as_the_map_becomes(dock, swiped):
    swiped.resize(400, 500)
    QApplication.processEvents()
    assert dock._swiping.line.height() == dock._swiping.then.height() == swiped.viewport().height()


def test_left_of_the_line_are_no_plans_of_another_file(dock, swiped, qtbot):
    other = QgsVectorLayer(layer_of(dock._path, "plannen").source(), "de eigen plannen", "ogr")
    other.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "lime", "outline_style": "no"})))
    QgsProject.instance().addMapLayer(other)
    swiped.setLayers([other, *(layer_of(dock._path, name) for name in ("plannen", "vorige_plannen"))])
    qtbot.waitUntil(lambda: colours(swiped) == [BLUE, "#00ff00"])


@pytest.mark.parametrize("leave", ["layer", "panel", "project"])
def test_the_line_goes_with_what_it_is_about(dock, swiped, qtbot, leave):
    if leave == "layer":
        QgsProject.instance().removeMapLayer(layer_of(dock._path, "vorige_plannen"))
    elif leave == "panel":
        dock.hide()
    else:
        QgsProject.instance().clear()
        swiped.setLayers([])
    qtbot.waitUntil(lambda: not dock.swipe.isChecked())
    assert not [part for part in swiped.findChildren(QWidget) if part.objectName().startswith("desk_swipe") and part.isVisible()]


def test_without_the_layer_of_before_there_is_no_line(dock):
    QgsProject.instance().removeMapLayer(layer_of(dock._path, "vorige_plannen"))
    QApplication.processEvents()
    press(dock, KEY.Key_S)
    assert not dock.swipe.isChecked()
    assert dock.words.text() == "De laag ‘Vorige plannen’ staat niet in dit project."


def test_what_was_delivered_before_under_another_number_is_left_of_the_line(dock, send, opened):
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=25)], HOME, moment=datetime(2026, 5, 1))
    opened()
    dock.again.click()
    press(dock, KEY.Key_S)
    assert dock.swipe.isChecked()


def test_without_a_previous_delivery_there_is_no_line_and_the_panel_says_so(dock):
    press(dock, KEY.Key_S)
    assert not dock.swipe.isChecked()
    assert dock.words.text() == f"Van {HOME.name} is hier geen vorige levering; open haar mee om te vergelijken."


@pytest.mark.parametrize("key", [KEY.Key_1, KEY.Key_G])
def test_when_the_project_goes_nothing_can_be_written_any_more(dock, qtbot, tmp_path, key):
    press(dock, KEY.Key_2)
    before = entries(tmp_path / "b.gpkg")
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: dock.list.count() == 0)
    assert dock.words.text().startswith("Open eerst leveringen")
    press(dock, key)
    assert entries(tmp_path / "b.gpkg") == before


def entries(path):
    with closing(sqlite3.connect(path)) as database:
        return database.execute("SELECT count(*) FROM beoordelingen").fetchone()


def test_a_project_that_is_opened_meanwhile_is_what_the_panel_shows(dock, qtbot, tmp_path):
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: dock.list.count() == 0)
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{tmp_path / 'b.gpkg'}|layername=plannen", "plannen", "ogr"))
    qtbot.waitUntil(lambda: dock.list.count() == 3)


def test_a_newer_delivery_that_is_opened_meanwhile_is_read_at_the_next_step(dock, send, opened, qtbot):
    press(dock, KEY.Key_N)
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=25)], HOME)
    opened()
    layer_of(dock._path, "plannen").dataProvider().reloadData()
    press(dock, KEY.Key_P)
    qtbot.waitUntil(lambda: {plan["levering"] for plan in dock._plans} == {dock.desk.receipt.levering})
    press(dock, KEY.Key_1)
    assert "strijdig" in " ".join(lines(dock))


def test_what_was_typed_and_not_kept_is_said_to_be_about_the_plan_that_is_turned_to(dock):
    press(dock, KEY.Key_O)
    QTest.keyClicks(dock.text, "Hoort dit hier?")
    press(dock, KEY.Key_N)
    assert dock.words.text() == f"Uw tekst is nog niet bewaard en gaat nu over ‘{dock.plan()['plannaam']}’."


def test_the_place_that_was_pointed_at_is_marked_on_the_map_until_something_is_said_of_it(dock, desk):
    def marks():
        return [item for item in desk.canvas.scene().items() if isinstance(item, QgsVertexMarker)]

    click(dock, 146_010, 506_010)
    assert len(marks()) == 1
    write(dock, "Hier ligt een dijk")
    assert marks() == []
    click(dock, 146_010, 506_010)
    press(dock, KEY.Key_N)
    assert marks() == []


def test_in_a_newer_delivery_the_panel_says_which_plans_are_not_what_was_seen(dock, send, opened):
    press(dock, KEY.Key_G, KEY.Key_G)
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=25), of(HOME, "West")], HOME, moment=datetime(2026, 4, 9))
    opened()
    dock.again.click()
    assert lines(dock) == ["○ (gewijzigd) Noord", "○ (nieuw) West", "○ (gezien, niet gewijzigd) Zuid"]
    assert "Sinds de levering hiervoor: 1 gewijzigd, 1 nieuw." in dock.words.text()
    dock.list.setCurrentRow(1)
    assert "Gewijzigd sinds iemand het zag: Bruto totaal van 24 naar 25." in dock.detail.toPlainText()
    send([of(HOME, "Zuid", bruto_jaar01=1), of(HOME, "Noord", bruto_totaal=25)], HOME, moment=datetime(2026, 4, 19), at=7)
    opened()
    dock.again.click()
    assert lines(dock) == ["○ (gewijzigd) Noord", "○ (gewijzigd) Zuid"]
    assert "Sinds de levering hiervoor: 2 gewijzigd, 1 weg." in dock.words.text()
    dock.list.setCurrentRow(1)
    assert "Bruto totaal van 24 naar 25; polygoon anders." in dock.detail.toPlainText()
    dock.list.setCurrentRow(2)
    assert "bruto 2026 van 8 naar 1" in dock.detail.toPlainText()
    dock.list.setCurrentRow(0)
    assert "West" in dock.detail.toPlainText()


def test_who_closes_a_review_with_plans_that_nobody_saw_is_told(dock):
    press(dock, KEY.Key_G)
    dock.close_review.click()
    assert "Let op: 1 plan is in deze levering nog door niemand gezien." in dock.words.text()
    press(dock, KEY.Key_Z, KEY.Key_N, KEY.Key_G)
    dock.close_review.click()
    assert "Afgesloten door" in dock.words.text() and "Let op" not in dock.words.text()


def test_a_plan_that_was_away_and_a_polygon_that_was_only_rounded(dock, send, opened):
    press(dock, KEY.Key_G, KEY.Key_G)
    send([of(HOME, "Zuid")], HOME, moment=datetime(2026, 4, 9))
    opened()
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=24)], HOME, moment=datetime(2026, 4, 10), at=0.00001)
    opened()
    dock.again.click()
    assert lines(dock) == ["○ (weg geweest) Noord", "○ (gezien, niet gewijzigd) Zuid"]


def test_the_panel_follows_to_the_review_file_that_is_chosen_and_names_it(dock, desk, tmp_path, run, qtbot):
    assert dock.windowTitle() == "Beoordelen: b.gpkg"
    other = run("opendeliveries", INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "ander.gpkg"))["OUTPUT"]
    layer = QgsVectorLayer(f"{other}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    QApplication.processEvents()
    assert dock.windowTitle() == "Beoordelen: b.gpkg"
    desk.active = layer
    desk.canvas.setCurrentLayer(layer)
    qtbot.waitUntil(lambda: dock.windowTitle() == "Beoordelen: ander.gpkg")
    press(dock, KEY.Key_G)
    with closing(sqlite3.connect(other)) as database:
        assert database.execute("SELECT count(*) FROM beoordelingen").fetchone() == (1,)
    desk.active = None  # as for a layer that is of no review file
    desk.canvas.setCurrentLayer(None)
    QApplication.processEvents()
    dock.again.click()
    assert dock.windowTitle() == "Beoordelen: ander.gpkg"


def test_deliveries_that_came_in_are_seen_at_once(dock, send, run, tmp_path, qtbot):
    """As the window of QGIS does it: it reads the layers anew that are in the project."""
    press(dock, KEY.Key_G)
    send([of(HOME, "Zuid"), of(HOME, "Noord", bruto_totaal=25)], HOME, moment=datetime(2026, 4, 9))
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    run("opendeliveries", context=context, INPUT=[str(tmp_path / "in")], OUTPUT=str(tmp_path / "b.gpkg"))
    qtbot.waitUntil(lambda: lines(dock) == ["○ (gewijzigd) Noord", "○ Zuid"])


def test_after_a_refusal_the_panel_shows_the_newer_delivery_and_nothing_of_the_older(dock, send, opened):
    send([of(HOME, "Anders")], HOME, moment=datetime(2026, 4, 9))
    opened()
    press(dock, KEY.Key_1)
    assert "nieuwere levering ontvangen" in dock.words.text()
    assert lines(dock) == ["○ (gewijzigd) Anders"]
    press(dock, KEY.Key_1)
    assert "strijdig" in lines(dock)[0]
