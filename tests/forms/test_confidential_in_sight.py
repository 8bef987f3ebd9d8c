# SPDX-License-Identifier: GPL-2.0-or-later
"""What the windows tell of confidential plans while somebody works: the start panel asks, a label goes along with a copy, limits are chosen."""

from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtWidgets import QSpinBox

from lmvw_plugin.core.confidential.thresholds import USUAL, Thresholds
from lmvw_plugin.core.reporting.next_step import Todo
from lmvw_plugin.forms import user_settings
from lmvw_plugin.forms.drawing.split_watch import SplitWatch
from lmvw_plugin.forms.options.factory import OptionsFactory
from lmvw_plugin.forms.plan_form.planner_mode import PlannerMode
from lmvw_plugin.forms.publishing.dialog import PublicDialog
from lmvw_plugin.forms.starting.start_panel import StartPanel
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import first_day, in_sight

MOMENT = ("A. Bos", "2026-01-05 10:00")


def plan_id(number):
    return f"11111111-0000-4000-8000-{number:012}"


def soft(name, **more):
    return consistent_plan(plannaam=name, **{"planstatus": "3", "vertrouwelijk": True, **more})


@pytest.fixture
def desk(qgis_app, provider):
    with first_day() as desk:
        yield desk


@pytest.fixture
def opened(desk, tmp_path):
    def open_layer(*plans):
        path = tmp_path / "p.gpkg"
        rows = [(square(n), {**plan, "plan_id": plan_id(n)}) for n, plan in enumerate(plans)]
        planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
        layer = QgsVectorLayer(f"{path}|layername=plannen", "Plannen", "ogr")
        QgsProject.instance().addMapLayer(layer)
        desk.active = layer
        return layer, path

    return open_layer


# -- the start panel --------------------------------------------------------------------------------------------------------


@pytest.fixture
def panel(desk):
    panel = StartPanel(desk, [], {todo: lambda _: None for todo in Todo}, lambda: None)
    with in_sight(desk, panel):
        yield panel


def test_the_panel_says_how_many_plans_are_confidential_and_asks_for_each_peildatum(panel, opened, qtbot):
    _, path = opened(soft("Haven"), soft("Kade"), consistent_plan(plannaam="Zuid"))
    panel.look()
    qtbot.waitUntil(lambda: "Vertrouwelijk: 2 plannen." in panel.secret.text(), timeout=10_000)
    assert "Nog te bevestigen voor peildatum 1 januari 2026: 2 plannen." in panel.secret.text() and panel.ask_secret.isVisible()
    confidential_table.confirm(path, [plan_id(0), plan_id(1)], "2026-01-01", *MOMENT)
    panel.look()
    qtbot.waitUntil(lambda: panel.secret.text() == "Vertrouwelijk: 2 plannen.", timeout=10_000)
    confidential_table.label(path, [plan_id(2)], True, *MOMENT)
    panel.look()
    qtbot.waitUntil(lambda: "Vertrouwelijk: 3 plannen." in panel.secret.text(), timeout=10_000)
    assert "1 plan." in panel.secret.text()


def test_a_plan_that_is_realised_meanwhile_is_asked_about_again(panel, opened, qtbot):
    layer, path = opened(soft("Haven"), consistent_plan(plannaam="Zuid"))
    confidential_table.confirm(path, [plan_id(0)], "2026-01-01", *MOMENT)
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("gerealiseerd"), True)
    panel.look()
    qtbot.waitUntil(lambda: "Nog te bevestigen" in panel.secret.text(), timeout=10_000)


def test_without_a_confidential_plan_it_says_nothing(panel, opened, qtbot):
    opened(consistent_plan(plannaam="Zuid"), consistent_plan(plannaam="Noord", vertrouwelijk=None))
    panel.look()
    qtbot.waitUntil(lambda: "2 plannen" in panel.title.text(), timeout=10_000)
    assert not panel.secret.isVisible() and not panel.ask_secret.isVisible()


# -- a copy of what the province called strijdig --------------------------------------------------------------------------


@pytest.fixture
def labelled(desk, opened):
    layer, path = opened(consistent_plan(plannaam="Haven"), consistent_plan(plannaam="Zuid"))
    confidential_table.label(path, [plan_id(0)], True, *MOMENT)
    layer.startEditing()
    layer.changeGeometry(2, QgsGeometry.fromRect(square(1).boundingBox().buffered(-7)))
    watch = SplitWatch(desk)
    yield layer, path
    watch.stop()


def pasted(target, plan, without=(), dx=0.0, step="Features pasted", **answers):
    """A plan that was held on to, as QGIS pastes it: a step of its own, with the default of each column that must be unique."""
    values = {name: value for name, value in plan.attributeMap().items() if name not in ("fid", *without)} | answers
    shape = QgsGeometry(plan.geometry())
    shape.translate(dx, 0)
    target.beginEditCommand(step)
    copy: QgsFeature = QgsVectorLayerUtils.createFeature(
        target, shape, {target.fields().lookupField(name): values[name] for name in values}
    )
    assert target.addFeature(copy)
    target.endEditCommand()
    return copy


def paste(layer, number, dx=0.0):
    """A copy in the same layer: its new plan_id and its number."""
    plan = next(plan for plan in layer.getFeatures() if plan["plan_id"] == plan_id(number))
    copy = pasted(layer, plan, ("plan_id",), dx)
    return copy["plan_id"], copy.id()


def strijdig(path):
    return confidential_table.read(path, "2026-01-01").strijdig


def test_a_copy_that_is_moved_and_renamed_keeps_the_label(labelled):
    layer, path = labelled
    copy, fid = paste(layer, 0)
    shape = layer.getFeature(fid).geometry()
    shape.translate(5000, 0)
    layer.changeGeometry(fid, shape)
    layer.changeAttributeValue(fid, layer.fields().lookupField("plannaam"), "Iets anders")
    assert copy != plan_id(0) and strijdig(path) == {plan_id(0), copy}


def test_a_copy_that_is_moved_in_the_same_step_is_known_by_its_shape(labelled):
    layer, path = labelled
    copy, fid = paste(layer, 0, dx=700.0)
    assert not layer.getFeature(fid)["plannaam"], "names are unique: QGIS gives a copy none"
    assert strijdig(path) == {plan_id(0), copy}


def test_a_copy_of_another_plan_and_a_new_plan_get_no_label(labelled):
    layer, path = labelled
    paste(layer, 1)
    fresh = QgsVectorLayerUtils.createFeature(layer, square(9), {})
    assert layer.addFeature(fresh)
    assert strijdig(path) == {plan_id(0)}


def said(desk, words):
    return [one for one in desk.words if words in one]


def test_a_label_that_goes_along_is_told(desk, labelled):
    layer, _ = labelled
    paste(layer, 0)
    assert said(desk, "‘Haven’ is strijdig volgens de provincie, en een kopie ervan nu ook. Klopt dat niet, kies dan ‘Niet meer strijdig’")


def test_a_drawn_plan_of_the_same_shape_waits_for_the_user(desk, labelled):
    """Two rectangles of the same size are no copies: a pairing needs two witnesses."""
    layer, path = labelled
    layer.beginEditCommand("Add feature")
    assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, square(9), {}))
    layer.endEditCommand()
    assert strijdig(path) == {plan_id(0)}
    assert said(desk, "Een nieuw plan heeft precies de vorm van ‘Haven’, dat de provincie strijdig noemt.")


@pytest.mark.parametrize(("dx", "column", "answer", "is_copy"), [
    (0, "bruto_totaal", 99, True), (700, "bruto_totaal", 99, False), (700, None, None, True),
    (0.0004, "bruto_totaal", 99, True), (0.002, "bruto_totaal", 99, False),
])  # fmt: skip
def test_the_second_witness_is_the_place_or_what_was_answered(labelled, dx, column, answer, is_copy):
    layer, path = labelled
    pasted(layer, layer.getFeature(1), ("plan_id", "plannaam"), dx, "Add feature", **({column: answer} if column else {}))
    assert len(strijdig(path)) == 1 + is_copy


def test_plans_that_nobody_answered_anything_for_are_no_copies_for_that(desk, opened):
    layer, path = opened({**dict.fromkeys(consistent_plan()), "plannaam": "Haven", "gemeente_code": "GM9999"})
    confidential_table.label(path, [plan_id(0)], True, *MOMENT)
    layer.startEditing()
    watch = SplitWatch(desk)
    copied(layer, layer, dx=300.0)
    assert strijdig(path) == {plan_id(0)}
    watch.stop()


def copied(source, target, dx=0.0, own_id=True):
    """The first plan of a layer, pasted into another as QGIS does: what is unique there stays as it is."""
    return pasted(target, next(source.getFeatures()), () if own_id else ("plan_id",), dx)["plan_id"]


@pytest.mark.parametrize(("dx", "own_id"), [(0.0, True), (0.0, False), (250.0, True), (250.0, False)])
def test_a_label_goes_along_into_another_plan_file(desk, labelled, tmp_path, dx, own_id):
    source, path = labelled
    other = tmp_path / "ander.gpkg"
    planfile.create(
        other, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(40, 60), consistent_plan(plannaam="Elders", plan_id=plan_id(40)))]
    )
    target = QgsVectorLayer(f"{other}|layername=plannen", "Ander", "ogr")
    QgsProject.instance().addMapLayer(target)
    target.startEditing()
    copy = copied(source, target, dx, own_id)
    assert (copy == plan_id(0)) == own_id
    assert confidential_table.labels(other) == {copy: MOMENT}
    assert strijdig(path) == {plan_id(0)}


@pytest.fixture
def elsewhere(labelled, tmp_path):
    other = tmp_path / "ander.gpkg"
    planfile.create(other, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(40, 60), consistent_plan(plannaam="Elders"))])
    target = QgsVectorLayer(f"{other}|layername=plannen", "Ander", "ogr")
    QgsProject.instance().addMapLayer(target)
    target.startEditing()
    return target, other


@pytest.mark.parametrize("saved", [False, True])
@pytest.mark.parametrize("polygon", [True, False])
def test_a_plan_that_is_cut_and_pasted_into_another_plan_file_keeps_its_label(desk, labelled, elsewhere, saved, polygon):
    source, _ = labelled
    target, other = elsewhere
    if not polygon:
        source.changeGeometry(1, QgsGeometry())
    plan = source.getFeature(1)
    assert source.deleteFeature(1)
    if saved:
        assert source.commitChanges()
    assert pasted(target, plan)["plan_id"] == plan_id(0)
    assert confidential_table.labels(other) == {plan_id(0): MOMENT}
    assert said(desk, "‘Haven’ is strijdig volgens de provincie, en een kopie ervan nu ook.")


def test_a_labelled_plan_that_is_cut_and_pasted_back_keeps_its_label(labelled):
    """QGIS gives it another id, for the file still has it."""
    source, path = labelled
    plan = source.getFeature(1)
    assert source.deleteFeature(1)
    again = pasted(source, plan)["plan_id"]
    assert again != plan_id(0) and strijdig(path) == {plan_id(0), again}


def test_a_labelled_plan_that_comes_back_under_its_own_id_is_no_copy(desk, labelled):
    source, path = labelled
    plan = source.getFeature(1)
    assert source.deleteFeature(1) and source.commitChanges() and source.startEditing()
    assert pasted(source, plan)["plan_id"] == plan_id(0)
    assert strijdig(path) == {plan_id(0)} and not said(desk, "strijdig")


@pytest.mark.parametrize("own_id", [True, False])
def test_a_corner_that_is_nowhere_stops_no_label(desk, labelled, elsewhere, own_id):
    source, path = labelled
    target, other = elsewhere
    assert source.changeGeometry(1, QgsGeometry.fromWkt("MultiPolygon (((0 0, nan 0, 1 1, 0 0)))"))
    assert source.changeGeometry(2, QgsGeometry.fromWkt("MultiPolygon (((0 0, inf 0, 1 1, 0 0)))"))
    confidential_table.label(path, [plan_id(1)], True, *MOMENT)
    copy = copied(source, target, own_id=own_id)
    assert confidential_table.labels(other) == ({copy: MOMENT} if own_id else {})


def test_a_label_that_cannot_go_along_is_told(desk, labelled):
    source, _ = labelled
    target = source.materialize(QgsFeatureRequest().setFilterFids([]))
    target.setName("Klad")
    QgsProject.instance().addMapLayer(target)
    target.startEditing()
    copied(source, target)
    assert said(desk, "Plan ‘Haven’ is strijdig volgens de provincie. In laag ‘Klad’ is dat niet te bewaren")


def test_nothing_is_written_where_the_province_labelled_nothing(desk, opened):
    layer, path = opened(consistent_plan(plannaam="Haven"))
    watch = SplitWatch(desk)
    layer.startEditing()
    before = Path(path).read_bytes()
    paste(layer, 0)
    assert path.read_bytes() == before
    watch.stop()


# -- the limits -------------------------------------------------------------------------------------------------------------


@pytest.fixture
def planner(desk):
    mode = PlannerMode(desk)
    yield mode
    mode.stop()


def page(desk, planner):
    return OptionsFactory(desk, planner).createWidget()


def test_the_limits_of_the_public_version_are_chosen_in_the_options_and_kept_in_the_plan_file(desk, planner, opened, qtbot):
    layer, path = opened(soft("Haven"))
    widget = page(desk, planner)
    assert widget.findChild(QSpinBox, "fewest").value() == 3 and widget.findChild(QSpinBox, "most").value() == 75
    widget.findChild(QSpinBox, "fewest").setValue(6)
    widget.apply()
    assert planfile.read_info(path).thresholds == Thresholds(fewest=6) == user_settings.thresholds("GM9999")
    assert user_settings.thresholds("GM0396") == USUAL
    window = PublicDialog(None, layer, path)
    qtbot.addWidget(window)
    assert window.limits.chosen() == Thresholds(fewest=6)
    assert page(desk, planner).findChild(QSpinBox, "fewest").value() == 6


def test_without_a_plan_file_they_are_for_the_next_one(desk, planner):
    user_settings.GEMEENTE.set("GM9999")
    widget = page(desk, planner)
    widget.findChild(QSpinBox, "most").setValue(40)
    widget.apply()
    assert user_settings.thresholds("GM9999") == Thresholds(most=0.4)
