# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing help: one plan of parcels, one plan of several, a plan cut in two; and back."""

from pathlib import Path

import pytest
from qgis.core import QgsCompoundCurve, QgsGeometry, QgsLineString, QgsPoint, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QDialogButtonBox

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.forms.drawing.plans import Choice, MergeDialog, merge_selected, new_plan_from_selection
from lmvw_plugin.forms.messages import guarded
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.edits import apply_merge, plan_merge
from lmvw_plugin.layers.planfile.tables import confidential_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square, values
from tests.forms.desk import Desk

SECOND = "7b0d0a0c-0000-4000-8000-000000000002"


@pytest.fixture
def plans(tmp_path, qgis_app):
    rows = [
        (square(0), consistent_plan()),
        (
            square(1),
            consistent_plan(
                plan_id=SECOND, plannaam="Kade", planstatus="4A", bruto_totaal=30, bruto_jaar01=18, tijdelijk=None, toelichting="B"
            ),
        ),
    ]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    layer = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "Plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    yield layer
    layer.rollBack()
    QgsProject.instance().clear()


@pytest.fixture
def desk(plans):
    return Desk()


def contents(layer):
    return {feature.id(): (values(feature), feature.geometry().asWkt()) for feature in layer.getFeatures()}


def test_parcels_become_one_plan_and_undo_takes_it_back(plans, desk):
    parcels = polygon_layer([{"perceel": "A1"}, {"perceel": "A2"}, {"perceel": "A3"}])
    parcels.selectByIds([1, 3])
    desk.active = parcels
    before = contents(plans)
    new_plan_from_selection(desk)
    ((layer, feature),) = desk.forms
    plan = values(feature)
    assert layer is plans is desk.active
    assert plan["gemeente_code"] == "GM9999"
    assert len(plan["plan_id"]) == 36
    assert (plan["gerealiseerd"], plan["vervallen"], plan["bruto_totaal"], plan["plannaam"]) == (False, False, None, None)
    assert feature.geometry().area() == 2 * square().area()
    assert "Van 2 vlakken is één plan gemaakt" in desk.words[0]
    plans.undoStack().undo()
    assert contents(plans) == before


def test_parcels_in_another_coordinate_system_are_put_in_rd(plans, desk):
    near = QgsGeometry.fromWkt("Polygon ((5.3 52.5, 5.31 52.5, 5.31 52.51, 5.3 52.5))")
    parcels = polygon_layer([{"perceel": "A1"}], kind="Polygon", crs="EPSG:4326", geometries=[near])
    parcels.selectAll()
    desk.active = parcels
    new_plan_from_selection(desk)
    assert 140_000 < desk.forms[0][1].geometry().centroid().asPoint().x() < 165_000


@pytest.mark.parametrize(("active", "sentence"), [
    ("nothing", "Kies in het paneel Lagen de laag met percelen"),
    ("plans", "Kies in het paneel Lagen de laag met percelen"),
    ("unselected", "Er zijn geen polygonen geselecteerd"),
])  # fmt: skip
def test_without_a_selection_the_bar_says_what_to_do(plans, desk, active, sentence):
    desk.active = {"nothing": None, "plans": plans, "unselected": polygon_layer([{"perceel": "A1"}])}[active]
    guarded(desk, new_plan_from_selection)()
    assert sentence in desk.words[0]
    assert plans.featureCount() == 2


def test_merging_adds_up_and_undo_brings_both_back(plans, desk):
    plans.selectAll()
    before = contents(plans)
    shown = {}

    def ask(merge, layer):
        shown.update(merge.counts)
        assert merge.names == ["Kade", "Havenkwartier"]
        return Choice("Kade", {})

    merge_selected(desk, ask)
    (feature,) = plans.getFeatures()
    plan = values(feature)
    for field in b.COUNTS:
        known = [row[field.name] for row, _ in before.values() if row[field.name] is not None]
        assert plan[field.name] == shown[field.name] == (sum(known) if known else None), field.name
    assert (plan["bruto_totaal"], plan["plannaam"], plan["plan_id"]) == (50, "Kade", SECOND)
    assert plan["planstatus"] is None, "they differ: it is asked"
    assert plan["plantype"] == "verdichting"
    assert plan["toelichting"] == "B"
    assert feature.geometry().area() == 2 * square().area()
    assert "Planologische planstatus" in desk.words[0]
    plans.undoStack().undo()
    assert contents(plans) == before


def test_what_is_counted_by_some_only_is_said(plans):
    merge = plan_merge(list(plans.getFeatures()))
    assert merge.partly == ("tijdelijk",)
    assert merge.asked == ("planstatus",)
    assert merge.counts["sloop_jaar01"] == 0


def test_a_merge_needs_two_plans_and_a_name(plans, desk):
    guarded(desk, merge_selected)()
    assert "Selecteer eerst de twee of meer plannen" in desk.words[0]
    with pytest.raises(LmvwError, match="Geef het samengevoegde plan een naam"):
        apply_merge(plans, plan_merge(list(plans.getFeatures())), " ")
    assert plans.featureCount() == 2


def test_no_name_means_no_merge(plans, desk):
    plans.selectAll()
    merge_selected(desk, lambda *_: None)
    assert plans.featureCount() == 2
    assert not plans.isEditable()


def test_the_window_shows_each_plan_and_the_sum(plans, qtbot):
    window = MergeDialog(None, plan_merge(list(plans.getFeatures())), plans)
    qtbot.addWidget(window)
    table = window.table
    assert [table.horizontalHeaderItem(column).text() for column in range(3)] == ["Havenkwartier", "Kade", "Samen"]
    row = next(row for row in range(table.rowCount()) if table.verticalHeaderItem(row).text() == "Bruto totaal")
    assert [table.item(row, column).text() for column in range(3)] == ["20", "30", "50"]
    window.name.setEditText("  ")
    assert not window.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    window.name.setEditText("Haven en kade")
    assert window.ok.isEnabled()


def test_what_differs_is_asked_and_follows_the_name(plans, qtbot):
    window = MergeDialog(None, plan_merge(list(plans.getFeatures())), plans)
    qtbot.addWidget(window)
    (status,) = window.answers.values()
    offered = [status.itemText(index) for index in range(status.count())]
    assert [words[:2] for words in offered] == ["4A", "2A", "(l"]
    assert "(Kade)" in offered[0]
    assert (window.choice().name, window.choice().answers) == ("Kade", {"planstatus": "4A"})
    window.name.setCurrentText("Havenkwartier")
    assert window.choice().answers == {"planstatus": "2A"}
    window.name.setEditText("Haven en kade")
    assert window.choice().answers == {"planstatus": "2A"}, "a new name changes no answer"
    status.setCurrentIndex(2)
    status.activated.emit(2)
    window.name.setCurrentText("Kade")
    assert window.choice().answers == {"planstatus": None}, "what was chosen stays"


def test_the_answers_that_were_chosen_are_kept(plans, desk):
    plans.selectAll()
    merge_selected(desk, lambda *_: Choice("Kade", {"planstatus": "2A"}))
    (feature,) = plans.getFeatures()
    assert values(feature)["planstatus"] == "2A"
    assert "Vul nog in" not in desk.words[0]


def test_cutting_a_plan_asks_the_counts_of_the_new_part(plans):
    """QGIS's own tool: the stored policies keep it from counting everything twice."""
    (whole,) = (feature for feature in plans.getFeatures() if feature["plannaam"] == "Havenkwartier")
    box = whole.geometry().boundingBox()
    middle = box.center().x()
    plans.startEditing()
    cut = QgsCompoundCurve()
    cut.addCurve(QgsLineString([QgsPoint(middle, box.yMinimum() - 10), QgsPoint(middle, box.yMaximum() + 10)]))
    plans.splitFeatures(cut)
    assert plans.featureCount() == 3
    kept, new = values(plans.getFeature(whole.id())), next(values(f) for f in plans.getFeatures() if f.id() < 0)
    assert kept == values(whole)
    assert {field.name: new[field.name] for field in b.COUNTS if new[field.name] is not None} == {}
    assert new["plannaam"] is None
    assert (new["planstatus"], new["plantype"], new["gemeente_code"]) == ("2A", "verdichting", "GM9999")
    assert new["plan_id"] not in (None, kept["plan_id"])


@pytest.mark.parametrize(("names", "first"), [
    (("Plan Zuid deel 2", "Plan Zuid"), "Plan Zuid"), (("Plan Zuid deel 2", "Plan Zuid deel 3"), "Plan Zuid"), (("Kade", "Plan Zuid deel 2"), "Kade"),
])  # fmt: skip
def test_a_merge_proposes_the_whole_and_not_a_part_of_it(tmp_path, qgis_app, names, first):
    """Where a part was cut off and became the larger one, its name is still that of a part."""
    path = tmp_path / "p.gpkg"
    rows = [
        (square(number), consistent_plan(plannaam=name, plan_id=str(number), bruto_totaal=30 - number)) for number, name in enumerate(names)
    ]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    assert plan_merge(list(layer.getFeatures())).names[0] == first


def test_what_a_strijdig_plan_goes_into_is_strijdig(plans):
    path = Path(plans.source().split("|")[0])
    kept, gone = plans.getFeatures()
    confidential_table.label(path, [gone["plan_id"]], True, "A. Bos", "2026-01-05 10:00")
    apply_merge(plans, plan_merge([kept, gone]), kept["plannaam"])
    assert confidential_table.read(path, "2026-01-01").strijdig == {kept["plan_id"], gone["plan_id"]}
