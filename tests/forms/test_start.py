# SPDX-License-Identifier: GPL-2.0-or-later
"""Beginning: opening a plan file, dropping one on QGIS, the sample, and the start panel."""

import shutil
from pathlib import Path

import pytest
import qgis.utils
from qgis.core import NULL, QgsProject, QgsSettings
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QAction, QApplication, QMainWindow, QPushButton

from lmvw_plugin.core import paths
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.reporting.next_step import Todo
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.forms.starting import recent
from lmvw_plugin.forms.starting.open_plan_file import PlanFileDrop, open_plan_file
from lmvw_plugin.forms.starting.sample import make_sample
from lmvw_plugin.forms.starting.start import Start
from lmvw_plugin.forms.starting.start_panel import StartPanel
from lmvw_plugin.layers.geopackage import settle
from lmvw_plugin.layers.map.project import save, set_up_project
from lmvw_plugin.layers.planfile import standing
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, change, left_in, polygon_layer, read_plans
from tests.forms.desk import MapDesk, first_day, in_sight, least_height
from tests.other_program import KEEPS, OtherProgram


@pytest.fixture
def desk(qgis_app, provider):
    with first_day() as desk:
        yield desk


def names():
    """What the user sees in the panel of layers."""
    return sorted(node.name() for node in QgsProject.instance().layerTreeRoot().findLayers())


# -- opening ------------------------------------------------------------------------------------------------------------


def test_a_plan_file_opens_in_a_project_set_up_for_it(desk, own_file):
    QgsProject.instance().addMapLayer(polygon_layer([{"naam": "van de gebruiker"}]))
    assert open_plan_file(desk, own_file)
    assert desk.asked == [True]
    project = QgsProject.instance()
    assert names() == ["Plannen Markerwaard 1 januari 2026"]
    assert project.crs().authid() == "EPSG:28992"
    assert project.snappingConfig().enabled()
    assert desk.active.name() == "Plannen Markerwaard 1 januari 2026"
    assert left_in(own_file.parent) == [own_file.name]  # no project is written unasked


def test_its_own_project_is_opened_when_it_has_one(desk, own_file):
    project = QgsProject()
    set_up_project(project, own_file, polygon_layer([{"naam": "grens"}]))
    project.setTitle("Zoals de gebruiker het liet")
    save(project, own_file.with_suffix(".qgz"))
    assert open_plan_file(desk, own_file)
    assert QgsProject.instance().title() == "Zoals de gebruiker het liet"


def test_a_project_beside_it_about_something_else_is_not_taken(desk, own_file):
    other = QgsProject()
    other.setTitle("Iets anders")
    save(other, own_file.with_suffix(".qgz"))
    assert open_plan_file(desk, own_file)
    assert names() == ["Plannen Markerwaard 1 januari 2026"]


def test_what_is_open_already_is_only_taken_in_hand(desk, own_file):
    assert open_plan_file(desk, own_file)
    before = list(QgsProject.instance().mapLayers())
    assert open_plan_file(desk, own_file)
    assert list(QgsProject.instance().mapLayers()) == before
    assert desk.asked == [True]


def test_cancel_keeps_the_present_project(desk, own_file):
    desk.keeps_project = True
    QgsProject.instance().addMapLayer(polygon_layer([{"naam": "van de gebruiker"}]))
    assert not open_plan_file(desk, own_file)
    assert len(names()) == 1


def test_what_is_no_plan_file_is_refused_before_anything_closes(desk, sample):
    with pytest.raises(LmvwError, match="geen planbestand"):
        open_plan_file(desk, sample / "schoon" / "plannen.gpkg")
    assert desk.asked == []


# -- dropping -------------------------------------------------------------------------------------------------------------


def test_a_dropped_plan_file_brings_its_plans_only(desk, own_file):
    drop = PlanFileDrop(desk)
    assert drop.handleFileDrop(str(own_file))
    assert names() == ["Plannen Markerwaard 1 januari 2026"]
    assert QgsProject.instance().crs().authid() == "EPSG:28992"


def test_dropped_into_a_project_with_layers_it_joins_them(desk, own_file):
    QgsProject.instance().addMapLayer(polygon_layer([{"naam": "van de gebruiker"}]))
    assert PlanFileDrop(desk).handleFileDrop(str(own_file))
    assert len(names()) == 2
    assert desk.asked == []
    assert len(desk.active.styleManager().styles()) == 6


def test_other_files_are_left_to_qgis(desk, sample, tmp_path):
    drop = PlanFileDrop(desk)
    (tmp_path / "kapot.gpkg").write_text("geen kaart")
    for path in (sample / "schoon" / "plannen.gpkg", tmp_path / "kapot.gpkg", Path("x.shp")):
        assert not drop.handleFileDrop(str(path))


def test_what_another_program_keeps_is_not_left_to_qgis_which_would_wait_for_it(desk, own_file, monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", object())
    with OtherProgram(own_file, KEEPS):
        assert PlanFileDrop(desk).handleFileDrop(str(own_file))
    assert "schrijft op dit moment een ander programma" in "".join(desk.words)
    assert names() == []


# -- the sample ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def shipped(sample, monkeypatch):
    monkeypatch.setattr(paths, "SAMPLE", sample)


def test_the_sample_comes_as_a_copy_in_a_folder_of_its_own(desk, shipped, qtbot, tmp_path):
    (tmp_path / "voorbeeld-markerwaard").mkdir()
    make_sample(desk, tmp_path)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=20_000)
    assert left_in(tmp_path / "voorbeeld-markerwaard") == []  # the user's own
    made = tmp_path / "voorbeeld-markerwaard-2"
    assert {"markerwaard.gpkg", "markerwaard.qgz", "gemeentegrens.gpkg"} <= set(left_in(made))
    assert str(made) in desk.words[-1]
    assert names() == ["Gemeentegrens Markerwaard", "Plannen Markerwaard 1 januari 2026"]
    assert QgsProject.instance().fileName() == str(made / "markerwaard.qgz")


def test_a_place_where_nothing_can_be_written_is_told(desk, shipped, tmp_path):
    with pytest.raises(LmvwError, match="kan niets gemaakt worden"):
        make_sample(desk, tmp_path / "weg")
    assert left_in(tmp_path) == []


# -- the panel ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(desk):
    asked = []
    jobs = {todo: lambda known, todo=todo: asked.append((todo, known)) for todo in Todo}
    begin = QAction("Nieuw planbestand…", desk.window)
    begin.triggered.connect(lambda: asked.append("nieuw"))
    panel = StartPanel(desk, [begin], jobs, lambda: asked.append("tekenen"))
    panel.asked = asked
    with in_sight(desk, panel):
        yield panel


def recent_texts(panel):
    return [button.text() for button in panel.findChildren(QPushButton, "recent")]


def test_without_a_plan_file_it_says_how_to_begin(panel):
    panel.look()
    assert panel.title.text() == "Er is geen planbestand open."
    assert not panel.go_on.isVisible()
    next(button for button in panel.findChildren(QPushButton) if "Nieuw" in button.text()).click()
    assert panel.asked == ["nieuw"]


def test_a_file_without_plans_offers_to_draw_one(desk, panel, tmp_path, own_file, qtbot):
    empty = tmp_path / "leeg.gpkg"
    planfile.create(empty, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    open_plan_file(desk, empty)
    qtbot.waitUntil(panel.draw.isVisible, timeout=10_000)
    assert panel.go_on.isVisible()
    panel.draw.click()
    assert panel.asked == ["tekenen"]
    desk.active = None
    QgsProject.instance().clear()
    open_plan_file(desk, own_file)
    qtbot.waitUntil(lambda: "44 plannen" in panel.title.text(), timeout=10_000)
    assert not panel.draw.isVisible()


def test_it_follows_the_file_in_hand(desk, panel, own_file, qtbot):
    open_plan_file(desk, own_file)
    qtbot.waitUntil(lambda: "44 plannen" in panel.title.text(), timeout=10_000)
    assert "nog nooit gecontroleerd" in panel.sentence.text()
    panel.go_on.click()
    assert panel.asked[0][0] is Todo.CHECK
    layer = desk.active
    layer.startEditing()
    plan = next(layer.getFeatures())
    layer.beginEditCommand("leeg maken")
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), "")
    layer.endEditCommand()
    qtbot.waitUntil(lambda: "Bij 1 plan" in panel.sentence.text(), timeout=10_000)
    panel.go_on.click()
    todo, known = panel.asked[1]
    assert (todo, known.first) == (Todo.FILL, plan["plan_id"])
    layer.rollBack()
    desk.active = None  # as QGIS has it
    QgsProject.instance().clear()
    qtbot.waitUntil(lambda: "geen planbestand" in panel.title.text(), timeout=10_000)


def test_the_files_of_last_time_tell_what_is_left_to_do(desk, panel, own_file, qtbot):
    open_plan_file(desk, own_file)
    qtbot.waitUntil(lambda: any("44 plannen, nog te controleren" in text for text in recent_texts(panel)), timeout=10_000)
    assert recent_texts(panel)[0].splitlines()[:3] == ["planbestand.gpkg", "Markerwaard, 1 januari 2026", "extractie 1 april 2026"]
    QgsProject.instance().clear()
    panel.findChildren(QPushButton, "recent")[0].click()
    assert names() == ["Plannen Markerwaard 1 januari 2026"]


def test_what_is_saved_is_told_at_once_and_one_plan_is_no_plans(desk, panel, own_file, qtbot):
    open_plan_file(desk, own_file)
    qtbot.waitUntil(lambda: any("44 plannen" in text for text in recent_texts(panel)), timeout=10_000)
    layer = desk.active
    layer.startEditing()
    layer.deleteFeatures([plan.id() for plan in layer.getFeatures()][1:])
    assert layer.commitChanges()
    qtbot.waitUntil(lambda: any("\n1 plan, " in text for text in recent_texts(panel)), timeout=10_000)
    qtbot.waitUntil(lambda: panel.title.text().endswith(": 1 plan"), timeout=10_000)


def test_a_file_that_is_gone_says_so_and_goes(desk, panel, tmp_path, qtbot):
    recent.remember(tmp_path / "weg.gpkg")
    panel.show_recent()
    qtbot.waitUntil(lambda: any("is er niet" in text for text in recent_texts(panel)), timeout=10_000)
    panel.findChildren(QPushButton, "recent")[-1].click()
    assert "geen planbestand" in desk.words[-1]
    assert recent.recent() == []


def test_the_last_five_are_kept_the_newest_first(desk, tmp_path):
    for number in (1, 2, 3, 4, 5, 6, 3):
        recent.remember(tmp_path / f"{number}.gpkg")
    assert [path.stem for path in recent.recent()] == ["3", "6", "5", "4", "2"]


def test_who_closes_it_does_not_see_it_the_next_time(desk, panel):
    assert StartPanel.wanted()
    panel.keep(False)
    assert not StartPanel.wanted()


def test_no_file_is_looked_at_for_a_panel_that_is_closed(desk, own_file, qtbot):
    """It may be on a network, and large."""
    recent.remember(own_file)
    closed = StartPanel(desk, [], {}, lambda: None)
    closed.keep(False)
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    closed.show_recent()
    assert not run_task._under_way
    assert recent_texts(closed)[-1] == own_file.name
    closed.keep(True)
    qtbot.waitUntil(lambda: "44 plannen" in recent_texts(closed)[-1], timeout=10_000)
    closed.stop()


def test_a_copy_of_a_plan_file_is_another_one(desk, panel, own_file, tmp_path, qtbot):
    copy = Path(shutil.copy(own_file, tmp_path / "kopie.gpkg"))
    open_plan_file(desk, own_file)
    open_plan_file(desk, copy)
    QApplication.processEvents()
    assert [path.name for path in recent.recent()] == ["kopie.gpkg", "planbestand.gpkg"]


class StartDesk(MapDesk):
    """A desk with room for the panel, on which files can be dropped."""

    def __init__(self):
        super().__init__()
        self.docks = QMainWindow(self.window)
        self.drops = []

    def addDockWidget(self, area, dock):  # noqa: N802
        self.docks.addDockWidget(area, dock)
        self.docks.show()

    def removeDockWidget(self, dock):  # noqa: N802
        self.docks.removeDockWidget(dock)

    def registerCustomDropHandler(self, drop):  # noqa: N802
        self.drops.append(drop)

    def unregisterCustomDropHandler(self, drop):  # noqa: N802
        self.drops.remove(drop)


@pytest.fixture
def start(qgis_app):
    QgsGui.editorWidgetRegistry().initEditors()
    QgsSettings().remove("lmvw")
    desk = StartDesk()
    planner = PlannerMode(desk)
    desk.window.show()
    start = Start(desk, planner, [])
    start.desk, start.planner = desk, planner
    yield start
    start.stop()
    planner.stop()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()
    QgsSettings().remove("lmvw")
    desk.clear()


def test_it_goes_on_with_the_file_that_it_tells_of(start, own_file, tmp_path, qtbot):
    name = read_plans(own_file)[7][0]["plannaam"]
    change(own_file, name, planstatus=NULL)
    other = tmp_path / "ander.gpkg"
    planfile.create(other, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    open_plan_file(start.desk, own_file)
    qtbot.waitUntil(lambda: start.panel.go_on.text() == "Verder met invullen", timeout=10_000)
    start.desk.drops[0].handleFileDrop(str(other))
    for active in (start.desk.active, None):
        start.desk.active = active
        start.panel.go_on.click()
        assert start.planner.window.plan["plannaam"] == name
        start.planner.window.close()


def test_switched_on_with_a_plan_file_open_it_tells_of_that_file(start, own_file, qtbot):
    open_plan_file(start.desk, own_file)
    qtbot.waitUntil(lambda: "44 plannen" in start.panel.title.text(), timeout=10_000)
    again = Start(start.desk, start.planner, [])
    try:
        qtbot.waitUntil(lambda: "44 plannen" in again.panel.title.text(), timeout=10_000)
    finally:
        again.stop()


def test_it_turns_to_the_plan_file_of_which_the_layer_is_chosen(start, own_file, tmp_path, qtbot):
    other = tmp_path / "ander.gpkg"
    planfile.create(other, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    open_plan_file(start.desk, own_file)
    layer = start.desk.active
    start.desk.drops[0].handleFileDrop(str(other))
    start.desk.active = None
    start.panel.look()
    assert not start.panel.go_on.isVisible()
    qtbot.wait(1_000)  # what it still had to look at
    start.desk.active = layer
    start.desk.canvas.setCurrentLayer(layer)  # as QGIS does with the layer that is chosen
    qtbot.waitUntil(lambda: "44 plannen" in start.panel.title.text(), timeout=10_000)


def test_it_does_not_go_on_with_a_file_that_left_the_project(start, own_file, qtbot):
    open_plan_file(start.desk, own_file)
    qtbot.waitUntil(start.panel.go_on.isVisible, timeout=10_000)
    start.desk.active = None
    QgsProject.instance().clear()
    start.panel.go_on.click()
    assert start.panel.title.text() == "Er is geen planbestand open."


def test_a_file_that_left_the_project_is_not_told_of_a_moment_longer(start, own_file, qtbot):
    """A button that still stood there would do nothing."""
    open_plan_file(start.desk, own_file)
    qtbot.waitUntil(start.panel.go_on.isVisible, timeout=10_000)
    start.desk.active = None
    QgsProject.instance().clear()
    assert start.panel.title.text() == "Er is geen planbestand open."
    assert not start.panel.go_on.isVisible()


def test_what_was_looked_up_of_a_file_that_left_meanwhile_is_not_told(start, own_file, qtbot):
    open_plan_file(start.desk, own_file)
    start.panel.look()
    start.desk.active = None
    QgsProject.instance().removeMapLayers(list(QgsProject.instance().mapLayers()))
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    assert start.panel.title.text() == "Er is geen planbestand open."


def test_a_file_that_another_program_keeps_is_told_of_as_such_until_it_is_free(start, own_file, qtbot, monkeypatch):
    monkeypatch.setattr(qgis.utils, "iface", object())
    monkeypatch.setattr(standing, "PATIENCE", 0.3)
    open_plan_file(start.desk, own_file)
    qtbot.waitUntil(start.panel.go_on.isVisible, timeout=10_000)
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    settle(own_file)
    with OtherProgram(own_file, KEEPS):
        start.panel.look()
        qtbot.waitUntil(lambda: "schrijft op dit moment een ander programma" in start.panel.sentence.text(), timeout=10_000)
        assert start.panel.title.text() == own_file.name
        start.panel.show_recent()
        next(button for button in start.panel.findChildren(QPushButton, "recent") if button.toolTip() == str(own_file)).click()
        assert own_file in recent.recent()
    qtbot.waitUntil(lambda: "44 plannen" in start.panel.title.text(), timeout=10_000)


def test_below_another_panel_the_window_stays_on_the_screen(start):
    assert 300 < least_height(start.panel, start.desk.docks) <= 500
