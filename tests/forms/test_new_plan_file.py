# SPDX-License-Identifier: GPL-2.0-or-later
"""The window "Nieuw planbestand", driven as a user does, up to the project that opens."""

from datetime import date

import pytest
from qgis.core import Qgis, QgsProject, QgsSettings
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QDialogButtonBox

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.forms.starting.new_plan_file import NewPlanFileDialog, _take_over, open_new_plan_file, peildata, years_of
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import left_in, polygon_layer
from tests.forms.desk import Abroad, Desk, outlives_its_wrapper

TODAY = date(2026, 3, 2)


@pytest.fixture
def dialog(provider, qtbot):
    QgsSettings().remove("lmvw")
    made = []
    window = NewPlanFileDialog(None, lambda *files: made.append(files), TODAY)
    window.made = made
    qtbot.addWidget(window)
    window.show()
    return window


@pytest.fixture(autouse=True)
def empty_project():
    yield
    for layer in QgsProject.instance().mapLayers().values():
        layer.rollBack()
    QgsProject.instance().clear()


def press_ok(dialog):
    QTest.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def fill_in(dialog, path, name="heemskerk"):
    QTest.keyClicks(dialog.search, name)
    dialog.file.setFilePath(str(path))


def boundary_file(folder):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        polygon_layer([{"naam": "Heemskerk"}]), str(folder / "grens.gpkg"), QgsCoordinateTransformContext(), options
    )
    return folder / "grens.gpkg"


def test_from_typing_a_name_to_an_open_project(dialog, qtbot, tmp_path):
    desk = Desk()
    dialog.finished_with = lambda *files: _take_over(desk, *files)
    fill_in(dialog, tmp_path / "plannen.gpkg")
    dialog.boundary.setFilePath(str(boundary_file(tmp_path)))
    dialog.grid.setChecked(True)
    press_ok(dialog)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=10_000)
    assert {"grens.gpkg", "plannen.gpkg", "plannen.qgz"} <= set(left_in(tmp_path))
    info = planfile.read_info(tmp_path / "plannen.gpkg")
    assert (info.gemeente.code, str(info.peildatum)) == ("GM0396", "2026-01-01")
    project = QgsProject.instance()
    assert desk.asked == [True]
    assert project.crs().authid() == "EPSG:28992"
    assert project.topologicalEditing()
    assert project.avoidIntersectionsMode() == Qgis.AvoidIntersectionsMode.AllowIntersections
    layers = {node.name(): node.layer() for node in project.layerTreeRoot().findLayers()}
    assert set(layers) == {"Plannen Heemskerk 1 januari 2026", "Gemeentegrens Heemskerk"}
    plans = layers["Plannen Heemskerk 1 januari 2026"]
    snapping = project.snappingConfig()
    assert snapping.enabled()
    assert all(snapping.individualLayerSettings(layer).enabled() for layer in layers.values())
    assert desk.active is plans
    assert plans.isEditable()
    assert plans.labelsEnabled()
    assert plans.styleManager().currentStyle() == "Planstatus"
    assert "Prijssegmenten" in plans.styleManager().styles()
    assert project.readBoolEntry("Grid", "/Enabled") == (True, True)
    assert "zijn gemaakt" in desk.words[0]
    plans.rollBack()


def test_a_user_who_keeps_the_present_project_still_has_the_file(tmp_path, provider, qtbot):
    desk = Desk(keeps_project=True)
    window = open_new_plan_file(desk)
    fill_in(window, tmp_path / "plannen.gpkg")
    press_ok(window)
    qtbot.waitUntil(lambda: bool(desk.words), timeout=10_000)
    assert "uw huidige project is open gebleven" in desk.words[0]
    assert QgsProject.instance().mapLayers() == {}
    assert left_in(tmp_path) == ["plannen.gpkg", "plannen.qgz"]


@pytest.mark.parametrize(
    ("typed", "first"), [("heems", "Heemskerk (GM0396)"), ("GM0396", "Heemskerk (GM0396)"), ("'s-G", "'s-Gravenhage (GM0518)")]
)
def test_the_list_is_searched_by_name_and_by_code(dialog, typed, first):
    QTest.keyClicks(dialog.search, typed)
    assert dialog.list.currentIndex().data() == first
    assert dialog.gemeente().code in first


def test_enter_behind_a_search_chooses_and_goes_on_without_making_a_file(dialog, tmp_path):
    fill_in(dialog, tmp_path / "x.gpkg")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog._run is None
    assert dialog.isVisible()
    assert dialog.gemeente().name == "Heemskerk"
    assert dialog.focusWidget() is dialog.peildatum
    assert list(tmp_path.iterdir()) == []


def test_a_municipality_that_is_filtered_away_is_not_chosen(dialog, tmp_path):
    fill_in(dialog, tmp_path / "plannen.gpkg", "atlantis")
    press_ok(dialog)
    assert dialog.complaint.text() == "Kies een gemeente in de lijst."
    assert left_in(tmp_path) == []


def test_the_current_delivery_is_proposed_with_its_years(dialog):
    assert dialog.peildatum.currentText() == "1 januari 2026 (voorjaarslevering, extractie 1 april 2026)"
    assert dialog.years.text() == "Fasering: de jaren 2026 t/m 2035, en de perioden 2036 t/m 2040 en 2041 t/m 2045."
    assert [str(one) for one in peildata(date(2026, 8, 1))] == ["2026-07-01", "2027-01-01", "2026-01-01"]
    assert "2027 t/m 2036" in years_of(Peildatum.parse("2027-01-01"))


def test_a_name_for_the_file_is_proposed_until_the_user_chose_one(dialog, tmp_path):
    QTest.keyClicks(dialog.search, "heemskerk")
    assert dialog.file.filePath().endswith("heemskerk_2026-01-01.gpkg")
    dialog.peildatum.setCurrentIndex(1)
    assert dialog.file.filePath().endswith("heemskerk_2026-07-01.gpkg")
    dialog.file.setFilePath(str(tmp_path / "eigen.gpkg"))
    dialog.peildatum.setCurrentIndex(0)
    assert dialog.file.filePath() == str(tmp_path / "eigen.gpkg")


@pytest.mark.parametrize(("file", "boundary", "sentence"), [
    ("", "", "Kies waar het planbestand komt te staan."),
    ("los.gpkg", "", "‘los.gpkg’ noemt geen map"),
    ("{folder}/geen/p.gpkg", "", "bestaat niet; kies een bestaande map"),
    ("{folder}/p.shp", "", "moet op .gpkg eindigen"),
    ("{folder}/bezet.gpkg", "", "bestaat al en is geen planbestand"),
    ("{folder}/met.gpkg", "", "Project ‘{folder}/met.qgz’ bestaat al"),
    ("{folder}/p.gpkg", "{folder}/weg.gpkg", "bestaat niet; kies een bestaand bestand"),
    ("{folder}/p.gpkg", "{folder}/bezet.gpkg", "is geen kaartlaag die QGIS kan lezen"),
])  # fmt: skip
def test_bad_input_gives_one_sentence_and_nothing_half_made(dialog, qtbot, tmp_path, file, boundary, sentence):
    (tmp_path / "bezet.gpkg").write_text("iets anders")
    (tmp_path / "met.qgz").write_text("een project")
    before = left_in(tmp_path)
    fill_in(dialog, file.format(folder=tmp_path))
    dialog.boundary.setFilePath(boundary.format(folder=tmp_path))
    press_ok(dialog)
    qtbot.waitUntil(dialog.complaint.isVisible, timeout=10_000)
    assert sentence.format(folder=tmp_path) in dialog.complaint.text()
    assert left_in(tmp_path) == before
    assert dialog.made == []


def test_a_folder_that_fills_up_during_the_run_is_told(dialog, qtbot, tmp_path, monkeypatch):
    from lmvw_plugin.core.errors import LmvwError

    def full(*_):
        raise LmvwError("De schijf is vol.")

    monkeypatch.setattr(planfile, "create", full)
    fill_in(dialog, tmp_path / "p.gpkg")
    press_ok(dialog)
    qtbot.waitUntil(lambda: dialog.complaint.isVisible(), timeout=10_000)
    assert "De schijf is vol." in dialog.complaint.text()
    assert left_in(tmp_path) == []
    assert dialog.buttons.isEnabled()


def test_the_window_goes_with_the_plugin_also_while_it_makes_the_file(provider, qtbot, tmp_path):
    window = open_new_plan_file(Desk())
    fill_in(window, tmp_path / "plannen.gpkg")
    press_ok(window)
    with qtbot.captureExceptions() as raised, qtbot.waitSignal(window.destroyed, timeout=10_000):
        close_all()
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    assert raised == []
    assert left_in(tmp_path) in ([], ["plannen.gpkg"])  # whole or not at all


def test_the_window_lives_on_when_nobody_holds_it(provider):
    iface = Abroad()  # held: the window goes with its parent
    open_new_plan_file(iface)
    outlives_its_wrapper("lmvw_new_plan_file", NewPlanFileDialog, lambda window: window.reject())
