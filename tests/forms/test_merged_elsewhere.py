# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans that are merged with QGIS's own tool, which adds up nothing: what is lost is told, with what to do."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer, QgsVectorLayerEditUtils

from lmvw_plugin.forms.drawing.split_watch import SplitWatch
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.edits import apply_merge, plan_merge
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.forms.desk import Desk

LOST = "Samengevoegd zonder op te tellen: van ‘Werf’ zijn 20 woningen weg."


@pytest.fixture
def plans(tmp_path, qgis_app):
    rows = [(square(number), consistent_plan(plan_id=name, plannaam=name)) for number, name in enumerate(("Kade", "Werf", "Dok"))]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    layer = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=plannen", "Plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    yield layer
    layer.rollBack()
    QgsProject.instance().clear()


@pytest.fixture
def desk(plans):
    desk = Desk()
    watch = SplitWatch(desk)
    yield desk
    watch.stop()


def merge(layer, **answers):
    """As the window of QGIS does it: all that is selected into the first, with the answers that stand below in the window."""
    first, *others = sorted(layer.selectedFeatureIds())
    attributes = layer.getFeature(first).attributes()
    for name, answer in answers.items():
        attributes[layer.fields().lookupField(name)] = answer
    shape = QgsGeometry.unaryUnion([one.geometry() for one in layer.selectedFeatures()])
    done = QgsVectorLayerEditUtils(layer).mergeFeatures(first, others, attributes, shape)
    assert done[0] if isinstance(done, tuple) else done


def test_dwellings_that_are_lost_are_told(plans, desk):
    plans.selectByIds([1, 2])
    merge(plans)
    assert {plan["plannaam"] for plan in plans.getFeatures()} == {"Kade", "Dok"}
    assert [words[: len(LOST)] for words in desk.words] == [LOST] and "Geselecteerde plannen samenvoegen" in desk.words[0]


def test_so_are_those_of_a_plan_that_was_not_saved_yet(plans, desk):
    new = QgsFeature(plans.getFeature(2))
    new["fid"], new["plan_id"], new["plannaam"], new["bruto_totaal"] = None, "nieuw", "Nieuw", 7
    assert plans.addFeature(new)
    plans.selectByIds([1, new.id()])
    merge(plans)
    assert "7 woningen" in desk.words[-1] or "20 woningen" in desk.words[-1]


def test_who_adds_them_up_hears_nothing(plans, desk):
    plans.selectByIds([1, 2])
    merge(plans, bruto_totaal=40)
    assert desk.words == []


def test_our_own_tool_and_other_deeds_are_not_told_of(plans, desk):
    plans.changeAttributeValue(2, plans.fields().lookupField("bruto_totaal"), None)  # which is a question in our window
    plans.selectByIds([1, 2])
    apply_merge(plans, plan_merge(plans.selectedFeatures()), "Kade", {"bruto_totaal": 5})
    assert len(list(plans.getFeatures())) == 2
    plans.selectByIds([1, 3])
    plans.deleteFeature(3)
    plans.beginEditCommand("Vorm")
    plans.changeGeometry(1, square(8))
    plans.endEditCommand()
    assert desk.words == []
