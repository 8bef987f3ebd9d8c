# SPDX-License-Identifier: GPL-2.0-or-later
"""Whoever reads a plan file in the background while the user begins to edit it gets all its plans, and so does the user.

QGIS reads a GeoPackage without locks and opens it anew, with a write-ahead log, when editing begins: who reads the file itself through
QGIS meanwhile gets nothing, and now and then the connection that is no good any more is handed to the next one.
"""

import random
import shutil
import threading
import time

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.forms.importing.reading import Reading, SourceReader
from lmvw_plugin.layers.importing.destinations import OpenPlans, destination
from lmvw_plugin.layers.moment import PATIENCE
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.standing import look
from lmvw_plugin.layers.reading import Taken
from lmvw_plugin.layers.stored.copies import SourceCopy
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, consistent_plan, square

PLANS = 44
LAYER, LAYERS, SELECTED, FILE, FOLDER, NEW = (object() for _ in range(6))  # what a parameter means
INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)


@pytest.fixture(scope="module")
def file(tmp_path_factory, qgis_app):
    path = tmp_path_factory.mktemp("plannen") / "plannen.gpkg"
    plans = [
        (
            square(number),
            consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}", planstatus=None)
            | {"projectleider": f"Leider {number % 2}"},
        )
        for number in range(PLANS)
    ]
    planfile.create(path, INFO, plans)
    return path


@pytest.fixture
def project(qgis_app, provider):
    yield QgsProject.instance()
    QgsProject.instance().clear()


def standing(layer, path, _out):
    plans = Taken(layer)
    return lambda: look(path, plans).standing.plans


def source_of_import(layer, path, out):
    given = {"INPUT": layer.id(), "WORKBOOK": None, "OUTPUT": str(out / "nieuw.gpkg"), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    reader = SourceReader(given, PEILDATUM, None, Reading())
    return lambda: len(reader.read(Silent()).contents.polygons)


def target_of_import(_layer, path, _out):
    opened, copies = OpenPlans.of(QgsProject.instance(), path), SourceCopy()
    copies.patience = PATIENCE
    return lambda: len(destination(path, INFO, opened, copies, False).existing)


def algorithm(name, count, **given):
    """The algorithm as QGIS runs it: prepared in the main thread, the work on another."""

    def prepared(layer, path, out):
        context, feedback = QgsProcessingContext(), Listener()
        context.setProject(QgsProject.instance())
        layer.selectAll()
        selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
        meant = {
            SELECTED: selected,
            LAYER: layer.id(),
            LAYERS: [layer.id()],
            FILE: str(path),
            FOLDER: str(out),
            NEW: str(out / "nieuw.gpkg"),
        }
        values = {key: meant.get(value, value) for key, value in given.items()}
        one = QgsApplication.processingRegistry().algorithmById(f"lmvw:{name}").create()
        assert one.checkParameterValues(values, context) == (True, "")
        assert one.prepare(values, context, feedback)

        def work():
            results = one.runPrepared(values, context, feedback)
            return results[count]

        return work

    return prepared


# How each is read, how often it is tried, and how long after its start editing begins at most (in seconds): about when it reads.
READERS = {
    "beginpaneel": (standing, 20, 0.08),
    "bron van een import": (source_of_import, 8, 0.02),
    "doel van een import": (target_of_import, 8, 0.02),
    "importeren": (algorithm("importplans", "IMPORTED", INPUT=LAYER, GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=NEW), 5, 0.02),
    "controleren": (algorithm("checkplans", "PLANS", INPUT=LAYER, PEILDATUM="2026-01-01", OUTPUT="memory:"), 8, 0.02),
    "polygonen": (algorithm("checkpolygons", "PLANS", INPUT=LAYER, OUTPUT="memory:"), 8, 0.02),
    "selectie": (algorithm("checkpolygons", "PLANS", INPUT=SELECTED, OUTPUT="memory:"), 8, 0.02),
    "namen": (algorithm("checkplannames", "PLANS", INPUT=LAYER, SOURCES=LAYERS, OUTPUT="memory:"), 8, 0.02),
    "repareren": (algorithm("repairpolygons", "PLANS", INPUT=LAYER, OUTPUT="memory:", REPORT="memory:"), 8, 0.02),
    "vergelijken": (algorithm("comparedeliveries", "PLANS", PREVIOUS=FILE, CURRENT=LAYER, OUTPUT="memory:"), 5, 0.02),
    "invulbladen": (algorithm("makefillsheets", "SHEETS", INPUT=FILE, FOLDER=FOLDER), 5, 0.02),
}


def number_of(layer):
    return sum(1 for _ in layer.getFeatures())


@pytest.mark.parametrize("name", READERS)
def test_all_plans_are_read_while_editing_begins(project, file, tmp_path, name):
    prepare, tries, late = READERS[name]
    pause = random.Random(20261122)
    there, here = [], []
    for number in range(tries):
        folder = tmp_path / str(number)
        (folder / "uit").mkdir(parents=True)
        path = shutil.copy(file, folder / "plannen.gpkg")
        layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
        project.addMapLayer(layer)
        work = prepare(layer, path, folder / "uit")
        waits = pause.random() * 0.004, pause.random() * late

        def read(work=work, wait=waits[0]):
            time.sleep(wait)
            there.append(work())

        thread = threading.Thread(target=read)
        thread.start()
        time.sleep(waits[1])
        assert layer.startEditing()
        here += [number_of(layer) for _ in range(3)]
        thread.join()
        here += [number_of(layer) for _ in range(3)]
        layer.rollBack()
        project.clear()
    assert set(here) == {PLANS}
    assert there == [2 if name == "invulbladen" else PLANS] * tries  # a sheet for each of the two leaders
