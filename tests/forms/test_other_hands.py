# SPDX-License-Identifier: GPL-2.0-or-later
"""The plans stay on the map when another QGIS begins to edit their file."""

import subprocess
import sys
import textwrap

import pytest
from qgis.core import QgsProject

from lmvw_plugin.forms.other_hands import OtherHands
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

PLANS = 12
_OTHER_QGIS = textwrap.dedent("""
    import os, sys
    from qgis.core import QgsVectorLayer
    from qgis.testing import start_app
    start_app()
    layer = QgsVectorLayer(f"{sys.argv[1]}|layername=plannen", "plannen", "ogr")
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("plannaam"), "Anders")
    assert layer.commitChanges(False)
    print("klaar", flush=True)
    sys.stdin.read()
    os._exit(0)
""")


@pytest.fixture
def layer(tmp_path, qgis_app):
    path = tmp_path / "plannen.gpkg"
    plans = [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(PLANS)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().clear()


@pytest.fixture
def other_qgis(layer):
    """Another QGIS that has changed and saved a plan, and goes on editing."""

    def begin():
        path = layer.source().split("|")[0]
        one = subprocess.Popen([sys.executable, "-c", _OTHER_QGIS, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        started.append(one)
        assert any(line == "klaar\n" for line in one.stdout)

    started = []
    yield begin
    for one in started:
        one.communicate("")


def test_plans_stay_on_the_map_when_another_qgis_edits_them(qgis_iface, qtbot, layer, other_qgis):
    canvas = qgis_iface.mapCanvas()
    watch = OtherHands(qgis_iface)
    try:
        canvas.setLayers([layer])
        canvas.setExtent(layer.extent())
        assert len(list(layer.getFeatures())) == PLANS
        other_qgis()
        with qtbot.waitSignal(canvas.renderStarting):
            canvas.refresh()
        qtbot.waitUntil(lambda: not canvas.isDrawing())
        assert sorted(one["plannaam"] for one in layer.getFeatures())[0] == "Anders"
        assert len(list(layer.getFeatures())) == PLANS
    finally:
        watch.stop()
