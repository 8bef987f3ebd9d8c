# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Levering maken", driven as a user does: checks, toelichting, choices, package."""

import json
import time
from pathlib import Path

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRectangle, QgsSettings, QgsVectorLayer
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QModelIndex, QPoint, Qt, QThread, QTimer, QUrl
from qgis.PyQt.QtTest import QTest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.feedback import checkpoint
from lmvw_plugin.core.reviewing.answer import Answer, Line
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.delivering.dialog import DeliveryDialog, open_delivery
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.layers.delivering import preflight
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.province import remarks_table
from tests.conftest import MARKERWAARD, change, consistent_plan, left_in, polygon_layer, read_plans, square
from tests.forms.desk import Abroad, Desk, outlives_its_wrapper, windows
from tests.packages import by_hand

NAME = "LMVW_GM9999_2026-01-01"


class MapDesk(Desk):
    """With a map."""

    def __init__(self):
        super().__init__()
        self.canvas = QgsMapCanvas()
        self.canvas.resize(400, 400)
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:28992"))
        self.canvas.setExtent(QgsRectangle(146_000, 506_000, 146_400, 506_400))

    def mapCanvas(self):  # noqa: N802  # QGIS's name
        return self.canvas


@pytest.fixture(autouse=True)
def empty_project(provider):
    QgsSettings().remove("lmvw")
    yield
    for layer in QgsProject.instance().mapLayers().values():
        if layer.isEditable():
            layer.rollBack()
    QgsProject.instance().clear()


@pytest.fixture
def wait(qtbot):
    """Waits for what runs in the background."""
    return lambda window: qtbot.waitUntil(lambda: window._run is None, timeout=60_000)


@pytest.fixture
def opened(own_file, qtbot, wait):
    """Opens the window on the plan file, after changes to it."""

    def open_window(**changes):
        for name, values in changes.items():
            change(own_file, name.replace("_", " "), **values)
        layer = planfile.open_layer(own_file)
        QgsProject.instance().addMapLayer(layer)
        window = DeliveryDialog(None, layer, own_file)
        window.folder.setFilePath(str(own_file.parent / "levering"))
        qtbot.addWidget(window)
        window.show()
        window.look()
        wait(window)
        return window

    return open_window


def press(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def wait_for_package(window, qtbot):
    press(window.export)
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)


def words(window):
    return window.verdict.text()


def test_in_autumn_it_asks_whether_it_is_rest_capacity(tmp_path, qtbot, wait):
    """Invultip 3: nothing goes out before the question is answered, and a no needs words."""
    path = tmp_path / "najaar.gpkg"
    info = planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-07-01"))
    planfile.create(path, info, [(square(), consistent_plan())])
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    window = DeliveryDialog(None, layer, path)
    qtbot.addWidget(window)
    window.look()
    wait(window)
    assert "restcapaciteit" in words(window) and not window.export.isEnabled()
    window.rest.answer.setCurrentText("nee")
    assert not window.export.isEnabled()
    window.rest.why.setText("De stand van 1 januari.")
    assert window.export.isEnabled()
    window.folder.setFilePath(str(tmp_path / "levering"))
    (tmp_path / "levering").mkdir()
    press(window.export)
    wait(window)
    assert "De stand van 1 januari." in (tmp_path / "levering" / "LMVW_GM9999_2026-07-01" / "LEESMIJ.txt").read_text(encoding="utf-8")


def test_a_filter_is_told_and_waits_for_a_tick(opened, wait, qtbot):
    window = opened()
    assert not window.part.isVisible()
    window.layer.setSubsetString("\"plannaam\" <> 'd''Oude Haven'")
    press(window.look_again)
    wait(window)
    sentence = "Niet meegeleverd door een filter op de laag: 1 plan."
    assert sentence in words(window) and sentence in window.summary.toPlainText()
    assert window.part.isVisible() and not window.export.isEnabled()
    window.part.setChecked(True)
    assert window.export.isEnabled()
    wait_for_package(window, qtbot)
    assert len(read_plans(window.made["GPKG"])) == 41


def test_the_users_own_files_are_told(opened, wait, qtbot):
    window = opened()
    wait_for_package(window, qtbot)
    (Path(window.made["GPKG"]).parent / "brief.txt").write_text("van mij")
    wait_for_package(window, qtbot)
    assert "_bewaard_" in words(window)


def test_it_shows_what_goes_out_and_what_stays_home(opened):
    window = opened()
    assert "er kan geleverd worden" in words(window)
    text = window.summary.toPlainText()
    for part in ("42", "3.131", "242", "2.889", "2026 t/m 2045", "Dit gaat niet mee (2)", "planstatus 5A: eigen administratie"):
        assert part in text
    assert window.export.isEnabled()
    assert [window.tabs.tabText(place) for place in range(4)] == [
        "Wat gaat er mee",
        "Te doen (0)",
        "Waarschuwingen (0)",
        "Gegevens en keuzes",
    ]


def lines(model, parent=None):
    """Both columns of every line, from top to bottom."""
    found = []
    for row in range(model.rowCount(parent or QModelIndex())):
        place = model.index(row, 0, parent or QModelIndex())
        found += [(place.data(), model.index(row, 1, parent or QModelIndex()).data()), *lines(model, place)]
    return found


def test_errors_stop_it_until_they_are_mended(opened, wait):
    window = opened(Kreekakkers={"plantype": None})
    assert "0 fouten, 1 plan in te vullen (1 veld). Dat houdt de levering tegen" in words(window)
    assert not window.export.isEnabled()
    assert window.tabs.currentWidget() is window.errors
    assert lines(window.todo) == [
        ("Nog in te vullen (1 taak)", ""), ("Plantype: nog in te vullen bij plan ‘Kreekakkers’", "gemeente, regel A1"),
        ("Kreekakkers", "‘Plantype’ is niet ingevuld; kies een waarde uit de lijst."),
    ]  # fmt: skip
    layer = window.layer
    layer.startEditing()
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Kreekakkers")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plantype"), "uitbreiding_uitleg")
    press(window.look_again)
    wait(window)
    assert "er kan geleverd worden" in words(window)
    assert window.export.isEnabled()


def test_proposals_are_told_apart_and_hold_it_until_a_person_decided(opened, wait):
    window = opened(Kreekakkers={"eengezins": None})
    assert "0 fouten, 1 plan in te vullen (1 veld). Dat houdt de levering tegen" in words(window)
    assert "1 voorstel wacht op u: een voorstel wordt niet geleverd." in words(window)
    assert not window.export.isEnabled()


def test_a_toelichting_goes_to_the_edit_buffer_and_can_be_undone(opened, qtbot):
    window = opened(Erf_Zuiderhoeve={"plantype": "uitbreiding_uitleg", "toelichting": None})
    assert "1 plan heeft een waarschuwing zonder toelichting." in words(window)
    assert window.export.isEnabled()
    assert window.warnings.item(0, 0).text() == "Erf Zuiderhoeve"
    window.warnings.item(0, 2).setText("Het hele erf gaat over in een nieuwe wijk.")
    assert "er kan geleverd worden" in words(window)
    layer = window.layer
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Erf Zuiderhoeve")
    assert plan["toelichting"] == "Het hele erf gaat over in een nieuwe wijk."
    assert layer.isEditable()
    layer.undoStack().undo()
    assert not layer.getFeature(plan.id())["toelichting"]
    layer.undoStack().redo()
    wait_for_package(window, qtbot)
    assert "teruggelezen en vergeleken" in words(window)
    assert "Wat in de laag nog niet was opgeslagen, zit ook in het pakket: sla dat dus op." in words(window)
    delivered = {plan["plannaam"]: plan for plan, _ in read_plans(Path(window.folder.filePath()) / NAME / "plannen.gpkg")}
    assert delivered["Erf Zuiderhoeve"]["toelichting"] == "Het hele erf gaat over in een nieuwe wijk."


def test_of_two_plans_on_one_polygon_the_second_may_explain_it(tmp_path, qtbot, wait):
    plans = [(square(0), consistent_plan(plan_id=name, plannaam=name)) for name in ("Toren laag", "Toren hoog")]
    path = tmp_path / "toren.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-01-01")), plans)

    def seen():
        layer = planfile.open_layer(path)
        QgsProject.instance().addMapLayer(layer)
        window = DeliveryDialog(None, layer, path)
        qtbot.addWidget(window)
        window.show()
        window.look()
        wait(window)
        return window

    window = seen()
    assert window.warnings.rowCount() == 1 and window.tabs.tabText(2) == "Waarschuwingen (1)"
    assert "1 plan heeft een waarschuwing zonder toelichting." in words(window)
    change(path, "Toren hoog", toelichting="Onder huur, boven koop.")
    window = seen()
    assert "er kan geleverd worden" in words(window)
    assert window.warnings.item(0, 1).text().endswith("Toegelicht bij Toren hoog: Onder huur, boven koop.")
    assert window.warnings.item(0, 2).text() == ""


def test_choices_reach_the_package_and_stay_in_the_plan_file(opened, own_file, qtbot, wait):
    window = opened()
    hall = polygon_layer([{"naam": "gemeentehuis"}, {"naam": "ernaast"}])
    QgsProject.instance().addMapLayer(hall)
    window.contact.setText("Afdeling Wonen")
    window.aggregate.setCurrentIndex(window.aggregate.findData(True))
    window.small.setChecked(True)
    press(window.look_again)
    wait(window)
    assert "2 fouten. Dat houdt de levering tegen" in words(window)
    assert ("Kleine plannen als één plan: nog te regelen bij de levering als geheel", "provincie, regel D1") in lines(window.todo)
    assert window.town_hall.words.text() == "Nog geen vlak vastgelegd."
    window.agreement.setText("mail van 3 maart")
    press(window.town_hall.take)
    assert "Geselecteerde vlakken in andere lagen: 0. Selecteer er precies één" in words(window)
    hall.select(2)
    press(window.town_hall.take)
    wait(window)
    assert window.town_hall.words.text() == "Vlak van 10.000 m² rond x 146.300, y 506.050; bewaard in het planbestand."
    assert "opgeteld in het plan voor kleine plannen" in window.summary.toPlainText()
    assert "Telt een van de opgetelde plannen als geheel" in window.summary.toPlainText()
    wait_for_package(window, qtbot)
    manifest = json.loads((Path(window.folder.filePath()) / NAME / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["provincie_aggregeert"] is True
    assert manifest["kleine_plannen_opgeteld"] > 1
    assert manifest["totalen"]["bruto_totaal"] == 3131
    kept = planfile.read_info(own_file)
    assert (kept.provincie_aggregeert, kept.akkoord_klein) == (True, "mail van 3 maart")
    assert QgsGeometry.fromWkt(kept.gemeentehuis).equals(square(1))
    assert left_in(window.folder.filePath()) == [NAME, f"{NAME}.zip"]


def test_a_failing_export_says_why_and_keeps_the_window(opened, qtbot, tmp_path):
    window = opened()
    (tmp_path / "bestand").touch()
    window.folder.setFilePath(str(tmp_path / "bestand" / "onder"))
    wait_for_package(window, qtbot)
    assert "kan niet geschreven worden" in words(window)
    assert window.isVisible()
    assert window.export.isEnabled()


def test_it_opens_for_a_plan_file_only(own_file, qtbot, wait):
    desk = MapDesk()
    desk.active = polygon_layer([{"naam": "x"}])
    assert open_delivery(desk) is None
    assert desk.words == ["Open eerst een planbestand."]
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    window = open_delivery(desk)
    qtbot.addWidget(window)
    assert window.isVisible()
    wait(window)
    assert "er kan geleverd worden" in words(window)
    window.folder.setFilePath(str(own_file.parent / "levering"))
    wait_for_package(window, qtbot)
    zip_file = own_file.parent / "levering" / f"{NAME}.zip"
    assert f'De levering is klaar: <a href="file://{zip_file}">{zip_file.name}</a>' in desk.words[-1]
    assert window.open_report.isVisible() and window.as_province.isVisible()
    assert Path(window.made["REPORT"]).is_file()


# -- in the background ------------------------------------------------------------------------------------------------


class AbroadWithMap(Abroad, MapDesk):
    """Both."""


def test_the_window_lives_on_when_nobody_holds_it(own_file, qtbot):
    desk = AbroadWithMap()
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    open_delivery(desk)
    qtbot.waitUntil(lambda: windows("lmvw_delivery")[0]._run is None, timeout=60_000)
    outlives_its_wrapper("lmvw_delivery", DeliveryDialog, lambda window: window.reject())


@pytest.fixture
def slow_checks(monkeypatch):
    """Checks that go on until they are cancelled or released; tells on which thread they ran."""
    state = {"thread": None, "go": False}
    prepare = preflight.prepare

    def slow(source, info, small, boundary, feedback, *more):
        state["thread"] = QThread.currentThread()
        while not state["go"]:
            feedback.setProgress(40)
            checkpoint(feedback)
            time.sleep(0.01)
        return prepare(source, info, small, boundary, feedback, *more)

    monkeypatch.setattr(preflight, "prepare", slow)
    return state


def begun(window, state, qtbot):
    press(window.look_again)
    qtbot.waitUntil(lambda: state["thread"] is not None and window.progress.value() == 40, timeout=10_000)


def test_the_window_lives_while_the_checks_run(opened, slow_checks, qtbot, wait):
    slow_checks["go"] = True
    window = opened()
    slow_checks.update(go=False, thread=None)
    ticks = []
    clock = QTimer()
    clock.timeout.connect(lambda: ticks.append(1))
    clock.start(10)
    begun(window, slow_checks, qtbot)
    qtbot.wait(200)
    assert len(ticks) > 5, "the event loop went on"
    assert slow_checks["thread"] is not window.thread()
    assert window.progress.isVisible()
    assert not window.export.isEnabled()
    assert window.close_button.text() == "Afbreken"
    press(window.close_button)
    wait(window)
    assert "Afgebroken; er is niets veranderd." in words(window)
    assert window.isVisible()
    assert not window.export.isEnabled()
    assert window.close_button.text() == "Sluiten"
    slow_checks["go"] = True
    press(window.look_again)
    wait(window)
    assert "er kan geleverd worden" in words(window)
    press(window.close_button)
    assert not window.isVisible()


@pytest.mark.parametrize("leave", [lambda window: window.close(), lambda _: QgsProject.instance().clear()], ids=["window", "project"])
def test_closing_stops_the_checks(opened, slow_checks, qtbot, wait, leave):
    slow_checks["go"] = True
    window = opened()
    slow_checks.update(go=False, thread=None)
    begun(window, slow_checks, qtbot)
    leave(window)
    assert not window.isVisible()
    wait(window)
    assert not window.isVisible()


def test_the_window_goes_with_the_plugin_also_while_it_checks(own_file, slow_checks, qtbot):
    desk = Desk()
    desk.mapCanvas = lambda: None
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    window = open_delivery(desk)
    qtbot.waitUntil(lambda: slow_checks["thread"] is not None, timeout=10_000)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(window.destroyed, timeout=10_000):
        close_all()
        assert sip.isdeleted(window)
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    assert raised == []


def test_a_closed_window_does_not_mind_what_happens_to_the_layer(own_file, qtbot, wait):
    desk = Desk()
    desk.mapCanvas = lambda: None
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    window = open_delivery(desk)
    wait(window)
    with qtbot.waitSignal(window.destroyed):
        press(window.close_button)
    with qtbot.captureExceptions() as raised:
        QgsProject.instance().clear()
        qtbot.wait(50)
    assert raised == []


def test_the_checks_see_the_layer_as_it_was_when_they_began(opened, slow_checks, qtbot, wait):
    slow_checks["go"] = True
    window = opened()
    layer = window.layer
    layer.startEditing()
    plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Kreekakkers")
    index = layer.fields().lookupField("plantype")
    layer.changeAttributeValue(plan.id(), index, None)
    slow_checks.update(go=False, thread=None)
    begun(window, slow_checks, qtbot)
    layer.changeAttributeValue(plan.id(), index, "uitbreiding_uitleg")
    slow_checks["go"] = True
    wait(window)
    assert "1 plan in te vullen (1 veld)" in words(window)
    press(window.look_again)
    wait(window)
    assert "er kan geleverd worden" in words(window)


def test_the_package_is_of_the_plans_as_they_were_when_it_began(opened, qtbot, monkeypatch, wait):
    """The project is closed while the package is made: no layer of it is touched any more."""
    window = opened()
    prepare = preflight.prepare
    state = {"begun": False, "go": False}

    def slow(*given):
        state["begun"] = True
        while not state["go"]:
            time.sleep(0.01)
        return prepare(*given)

    monkeypatch.setattr(preflight, "prepare", slow)
    folder = Path(window.folder.filePath())
    press(window.export)
    qtbot.waitUntil(lambda: state["begun"], timeout=10_000)
    layer = window.layer
    layer.startEditing()
    layer.deleteFeatures([plan.id() for plan in layer.getFeatures()][:10])
    state["go"] = True
    wait(window)
    assert "teruggelezen en vergeleken" in words(window)
    assert len(read_plans(folder / NAME / "plannen.gpkg")) == 42


def test_a_mistake_of_ours_is_a_sentence(opened, monkeypatch, wait):
    window = opened()
    monkeypatch.setattr(preflight, "prepare", lambda *_: 1 / 0)
    press(window.look_again)
    wait(window)
    assert "door een fout in de plugin gestopt" in words(window)
    assert not window.export.isEnabled()


def test_thousands_of_warnings_are_counted_and_not_all_laid_out(opened, monkeypatch):
    monkeypatch.setattr("lmvw_plugin.forms.delivering.dialog._MOST_ROWS", 1)
    missing = {"plantype": "uitbreiding_uitleg", "toelichting": None}
    window = opened(Erf_Zuiderhoeve=missing, Garageboxen_Meidoornhof=missing)
    assert window.warnings.rowCount() == 1
    assert window.without_toelichting() == 2
    assert window.tabs.tabText(2) == "Waarschuwingen (2)"


# -- the town hall on the map -----------------------------------------------------------------------------------------


@pytest.fixture
def on_map(own_file, qtbot, wait):
    """The window with a map beside it."""
    desk = MapDesk()
    desk.active = planfile.open_layer(own_file)
    QgsProject.instance().addMapLayer(desk.active)
    window = open_delivery(desk)
    qtbot.addWidget(window)
    qtbot.addWidget(desk.canvas)
    desk.canvas.show()
    wait(window)
    return window, desk.canvas


def click(canvas, x, y, button=Qt.MouseButton.LeftButton):
    place = canvas.getCoordinateTransform().transform(x, y)
    QTest.mouseClick(canvas.viewport(), button, Qt.KeyboardModifier.NoModifier, QPoint(round(place.x()), round(place.y())))


def drawn(own_file):
    return QgsGeometry.fromWkt(planfile.read_info(own_file).gemeentehuis)


def test_the_town_hall_is_drawn_on_the_map_and_kept(on_map, own_file):
    window, canvas = on_map
    press(window.town_hall.draw)
    assert not window.isVisible()
    for x, y in ((146_100, 506_100), (146_200, 506_100), (146_200, 506_300), (146_390, 506_390)):
        click(canvas, x, y)
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    click(canvas, 146_100, 506_300)
    click(canvas, 146_250, 506_250, Qt.MouseButton.RightButton)
    assert window.isVisible()
    assert canvas.mapTool() is None
    assert drawn(own_file).area() == pytest.approx(100 * 200, rel=0.03)
    assert window.town_hall.words.text().startswith("Vlak van ")
    press(window.town_hall.look)
    assert canvas.extent().contains(drawn(own_file).boundingBox())
    assert canvas.extent().width() < 600


def test_one_click_is_a_square_and_escape_is_nothing(on_map, own_file):
    window, canvas = on_map
    press(window.town_hall.draw)
    click(canvas, 146_100, 506_100)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert drawn(own_file).isNull()
    press(window.town_hall.draw)
    click(canvas, 146_100, 506_100)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert drawn(own_file).area() == pytest.approx(1600)
    assert drawn(own_file).centroid().asPoint().distance(146_100, 506_100) < 3


def test_another_tool_ends_the_drawing(on_map, own_file):
    window, canvas = on_map
    press(window.town_hall.draw)
    click(canvas, 146_100, 506_100)
    other = QgsMapToolPan(canvas)
    canvas.setMapTool(other)
    assert window.isVisible()
    assert canvas.mapTool() is other
    assert drawn(own_file).isNull()


def test_a_line_that_crosses_itself_is_refused(on_map, own_file):
    window, canvas = on_map
    press(window.town_hall.draw)
    for x, y in ((146_100, 506_100), (146_300, 506_300), (146_300, 506_100), (146_100, 506_300)):
        click(canvas, x, y)
    QTest.keyClick(canvas, Qt.Key.Key_Enter)
    assert "kruist zichzelf; teken of kies het gemeentehuis opnieuw." in words(window)
    assert drawn(own_file).isNull()


def test_a_map_in_degrees_gives_a_town_hall_in_rd(on_map, own_file):
    window, canvas = on_map
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(5.27, 52.54, 5.28, 52.55))
    press(window.town_hall.draw)
    click(canvas, 5.275, 52.545)
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    middle = drawn(own_file).centroid().asPoint()
    assert 140_000 < middle.x() < 150_000
    assert 500_000 < middle.y() < 510_000


def test_what_the_previous_delivery_had_and_is_gone_stands_on_the_list(run, tmp_path, qtbot, wait):
    """The plan file remembers a delivery of an earlier peildatum; nobody has to choose anything."""
    path, later = tmp_path / "voorjaar.gpkg", tmp_path / "najaar.gpkg"
    info = planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2026-01-01"))
    of_later = {"bruto_jaar01": 0, "bruto_jaar02": 8}
    plans = [(square(n), consistent_plan(plan_id=name, plannaam=name, **of_later)) for n, name in enumerate(("Dijkzone", "Haven"))]
    planfile.create(path, info, plans)
    run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    run("rollforward", INPUT=str(path), PEILDATUM="2026-07-01", OUTPUT=str(later))
    layer = planfile.open_layer(later)
    QgsProject.instance().addMapLayer(layer)
    window = DeliveryDialog(None, layer, later)
    qtbot.addWidget(window)
    layer.startEditing()
    (haven,) = [plan.id() for plan in layer.getFeatures() if plan["plannaam"] == "Haven"]
    layer.deleteFeature(haven)
    window.look()
    wait(window)
    assert [(one.regel, one.plannaam) for one in window.ready.errors] == [("S4", "Haven")]
    text = window.summary.toPlainText()
    assert text.startswith("Sinds de vorige levering"), "above all else"
    assert "Niet meer in deze levering: 1 plan." in text and text.index("‘Haven’") < text.index("Dit gaat naar de provincie")
    assert "Verdwenen: 1, " in text
    asked = []
    window.compare.connect(lambda: asked.append(True))
    window.summary.anchorClicked.emit(QUrl("compare"))
    assert asked
    assert window.tabs.tabText(1) == "Te doen (1)"
    assert not window.export.isEnabled()
    layer.undoStack().undo()
    window.look()
    wait(window)
    assert window.ready.errors == []
    assert "Er is geen plan verdwenen." in window.summary.toPlainText()


def test_another_previous_delivery_is_chosen(opened, own_file, tmp_path, wait):
    """Than the one that the plan file remembers, or where it remembers none: what is gone since then is asked, and the package is checked by it."""
    held, info = [(shape, plan) for plan, shape in read_plans(own_file)], planfile.PlanFileInfo(MARKERWAARD, Peildatum.parse("2025-07-01"))
    same, more = tmp_path / "zelfde.gpkg", tmp_path / "meer.gpkg"
    planfile.create(same, info, held)
    planfile.create(more, info, [*held, (square(30), consistent_plan(plan_id="weg", plannaam="Weggehaald"))])
    window = opened()
    assert window.export.isEnabled() and "Sinds de vorige levering" not in window.summary.toPlainText()
    window.previous.setFilePath(str(more))
    wait(window)
    assert not window.export.isEnabled() and "‘Weggehaald’" in window.summary.toPlainText()
    window.previous.setFilePath(str(tmp_path / "half getypt"))
    assert window._run is None
    window.previous.setFilePath(str(same))
    wait(window)
    assert window.export.isEnabled() and "Sinds de vorige levering" in window.summary.toPlainText()
    (own_file.parent / "levering").mkdir()
    press(window.export)
    wait(window)
    (own,) = own_file.parent.glob("*_levering*.html")
    assert "geen vorige levering" not in own.read_text(encoding="utf-8")
    window.previous.setFilePath("")
    wait(window)
    assert "Sinds de vorige levering" not in window.summary.toPlainText()


def test_a_previous_delivery_made_by_hand_is_read_by_a_mapping(opened, own_file, tmp_path, wait):
    """In the window and in the delivery that it makes."""
    other, mapping = by_hand(tmp_path / "gemaakt.gpkg", ("Weggehaald",))
    window = opened()
    assert not window.mapping.isEnabled(), "as long as there is nothing to read by it"
    window.previous.setFilePath(str(other))
    wait(window)
    assert window.mapping.isEnabled() and "geen kolom met plannamen" in window.verdict.text()
    window.mapping.setFilePath(str(mapping))
    wait(window)
    assert "‘Weggehaald’" in window.summary.toPlainText()
    assert window.parameters()["MAPPING"] == str(mapping)
    window.previous.setFilePath("")
    wait(window)
    assert "MAPPING" not in window.parameters() and not window.mapping.isEnabled()


def test_a_reaction_to_the_province_that_was_not_saved_is_told_before_the_delivery(opened, own_file, wait):
    line = Line("n1", "opmerking", "", "", "", "", "De oever ontbreekt", "2026-04-01", (146_000.0, 506_000.0))
    answer = Answer("Flevoland", MARKERWAARD, Peildatum.parse("2026-01-01"), "2026-04-02T10:00:00", "x.zip", "0" * 64, (line,))
    remarks_table.keep(own_file, answer)
    layer = QgsVectorLayer(f"{own_file}|layername={remarks_table.TABLE}", "Opmerkingen van de provincie", "ogr")
    QgsProject.instance().addMapLayer(layer)
    window = opened()
    assert "reacties" not in window.summary.toPlainText()
    (remark,) = layer.getFeatures()
    assert layer.startEditing()
    layer.changeAttributeValue(remark.id(), layer.fields().indexOf("reactie"), "Volgt in juli")
    press(window.look_again)
    wait(window)
    assert "‘Opmerkingen van de provincie’ staan reacties die niet opgeslagen zijn" in window.summary.toPlainText()
    assert layer.commitChanges()
    press(window.look_again)
    wait(window)
    assert "reacties" not in window.summary.toPlainText()


def test_what_the_province_says_of_a_place_is_no_plan_without_a_toelichting(opened, own_file):
    line = Line("n1", "opmerking", "", "", "", "", "De oever ontbreekt", "2026-04-01", (146_000.0, 506_000.0))
    answer = Answer("Flevoland", MARKERWAARD, Peildatum.parse("2026-01-01"), "2026-04-02T10:00:00", "x.zip", "0" * 64, (line,))
    remarks_table.keep(own_file, answer)
    window = opened()
    assert window.warnings.item(0, 0).text() == "(een plek op de kaart)"
    assert window.warnings.item(0, 2).text() == "Antwoord in de laag ‘Antwoord van de provincie’."
    assert "1 waarschuwing gaat niet over één plan" in words(window) and "plan heeft een waarschuwing" not in words(window)
    assert window.export.isEnabled()


def test_enter_after_typing_makes_no_delivery(opened, qtbot):
    window = opened(Erf_Zuiderhoeve={"plantype": "uitbreiding_uitleg", "toelichting": None})
    window.tabs.setCurrentIndex(2)
    for focus in (window.warnings, window.folder.lineEdit(), window.tabs):
        focus.setFocus()
        for _ in range(2):
            QTest.keyClick(focus, Qt.Key.Key_Return)
        assert window._run is None and not window.made
    window.export.setFocus()
    QTest.keyClick(window.export, Qt.Key.Key_Return)
    assert window._run is not None
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)
