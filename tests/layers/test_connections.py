# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan layer is read whole when editing has begun, also when the map was being drawn in that moment."""

import random
import shutil
import time
from datetime import datetime
from pathlib import Path

import pytest
from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QSize

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.forms.join_watch import JoinWatch
from lmvw_plugin.layers.map import check_join
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.session import forget_transaction
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

PLANS = 44
TRIES = 60


@pytest.fixture(scope="module")
def file(tmp_path_factory, qgis_app):
    path = tmp_path_factory.mktemp("plannen") / "plannen.gpkg"
    plans = [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(PLANS)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return path


@pytest.fixture
def watched(qgis_app):
    watch = JoinWatch()
    yield QgsProject.instance()
    watch.stop()
    QgsProject.instance().clear()


def drawn(layer):
    """Two maps of a layer, which are being drawn."""
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(layer.extent())
    settings.setOutputSize(QSize(300, 300))
    jobs = [QgsMapRendererParallelJob(settings) for _ in range(2)]
    for job in jobs:
        job.start()
    return jobs


def number_of(layer):
    return sum(1 for _ in layer.getFeatures())


def begin(layer):
    assert layer.startEditing()


def begin_again(layer):
    """As after a saving that failed."""
    layer.startEditing()
    forget_transaction(layer)


@pytest.mark.parametrize("start", [begin, begin_again])
def test_plans_are_read_whole_when_editing_begins_while_the_map_is_drawn(watched, file, tmp_path, start):
    pause = random.Random(20261122)
    read = []
    for number in range(TRIES):
        path = shutil.copy(file, tmp_path / f"{number}.gpkg")
        layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
        watched.addMapLayer(layer)
        jobs = drawn(layer)
        time.sleep(pause.random() * 0.03)
        start(layer)
        at_once = number_of(layer)
        for job in jobs:
            job.waitForFinished()
        read.append((at_once, number_of(layer), number_of(check_join.joined(layer).joinLayer())))
        layer.rollBack()
        watched.clear()
    assert set(read) == {(PLANS, PLANS, 1)}, "the table of a file that was never checked has one row"


def test_the_outcome_of_a_check_can_be_read_while_the_plans_are_edited(watched, file, tmp_path):
    path = Path(shutil.copy(file, tmp_path / "plannen.gpkg"))
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    watched.addMapLayer(layer)
    check_table.replace(path, [(f"plan-{number}", "Fout", "fout", "fout", None) for number in range(PLANS)], datetime.now(), Silent())
    table = check_join.joined(layer).joinLayer()
    layer.startEditing()
    assert number_of(table) == PLANS
    layer.rollBack()
