# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS whose Python lacks shapely or openpyxl: what needs neither works, and what needs one says so before it begins.

Each run is a Python of its own with an import system that does not find them, as on a machine where nobody installed them.
"""

import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

_RUN = """
import json, sys
from importlib.machinery import PathFinder

class Refusing:
    @staticmethod
    def find_spec(name, path=None, target=None):
        return None if name.split(".")[0] in LACKING else PathFinder.find_spec(name, path, target)

LACKING, (sample, folder) = set(sys.argv[1].split(",")), sys.argv[2:]
sys.meta_path[sys.meta_path.index(PathFinder)] = Refusing
sys.path[:0] = ["/usr/share/qgis/python/plugins"]

from qgis.core import QgsApplication, QgsProcessingException, QgsProcessingFeedback
qgis = QgsApplication([], False)
qgis.initQgis()
from processing.core.Processing import Processing
Processing.initialize()
from qgis import processing
from lmvw_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()

class Listener(QgsProcessingFeedback):
    said = []
    def pushWarning(self, words):
        self.said.append(words)

def run(name, **parameters):
    Listener.said = []
    try:
        return processing.run("lmvw:" + name, parameters, feedback=Listener(False))
    except QgsProcessingException as error:
        return str(error).removeprefix("Unable to execute algorithm").strip()

about = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
plans, book = sample + "/schoon/plannen.gpkg", sample + "/schoon/werkblad.xlsx"
told = {}
told["create"] = run("createplanfile", **about, OUTPUT=folder + "/leeg.gpkg")["OUTPUT"]
told["import"] = run("importplans", INPUT=plans, WORKBOOK=book, **about, OUTPUT=folder + "/p.gpkg")["IMPORTED"]
told["names"] = run("checkplannames", INPUT=plans, WORKBOOK=book, OUTPUT="memory:")["ERRORS"]
check = run("checkplans", INPUT=folder + "/p.gpkg", PEILDATUM="2026-01-01", BOUNDARY=sample + "/gemeentegrens.gpkg", WORKBOOK=book, KEEP=True,
            OUTPUT="memory:", REPORT=folder + "/r.html")
told["check"] = [check[name] for name in ("PLANS", "ERRORS", "WARNINGS", "SKIPPED")]
told["warned"] = list(Listener.said)
from lmvw_plugin.core.reporting.next_step import next_step
from lmvw_plugin.layers.planfile.standing import look
from pathlib import Path
told["next"] = next_step(look(Path(folder, "p.gpkg")).standing)[1]
told["polygons"] = run("checkpolygons", INPUT=folder + "/p.gpkg", OUTPUT="memory:")
told["delivery"] = run("exportdelivery", INPUT=folder + "/p.gpkg", GEMEENTE="", FOLDER=folder + "/levering")
told["can"] = {one.name(): one.canExecute()[1] for one in plugin.provider.algorithms()}
if not isinstance(told["polygons"], str):
    told["polygons"] = told["polygons"]["PLANS"]
import pkgutil
from importlib import import_module
from lmvw_plugin import forms, processing as algorithms
told["stopped"] = {}
for room in (forms, algorithms):
    for module in pkgutil.walk_packages(room.__path__, room.__name__ + "."):
        try:
            import_module(module.name)
        except Exception as error:
            told["stopped"][module.name] = str(error)
told["seen"] = sorted(name for name in LACKING if name in sys.modules)
print(json.dumps(told))
sys.stdout.flush()
import os
os._exit(0)
"""


@pytest.fixture(scope="module")
def lacking(sample, tmp_path_factory):
    """What a QGIS without these packages tells, and the folder that it worked in."""

    def run(*packages):
        folder = tmp_path_factory.mktemp("zonder")
        arguments = [sys.executable, "-c", _RUN, ",".join(packages), str(sample), str(folder)]
        done = subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1]), folder

    return run


def test_without_shapely_all_but_polygons_and_delivery_works(lacking):
    told, folder = lacking("shapely")
    assert told["seen"] == [] and told["stopped"] == {}
    assert (told["import"], told["names"]) == (44, 1), "one plan without a location, as where nothing lacks"
    plans, errors, warnings, skipped = told["check"]
    assert (plans, errors, warnings) == (44, 0, 0)
    assert skipped.startswith(
        "Niet gecontroleerd: de polygonen (regels G1 tot en met G7) en het verschil met de vorige levering (S4, S5, S6). shapely ontbreekt"
    )
    assert told["warned"] == [skipped]
    assert told["next"].startswith("De polygonen zijn nog niet gecontroleerd"), "and not: ready to be delivered"
    report = (folder / "r.html").read_text(encoding="utf-8")
    assert "Niet gecontroleerd: de polygonen" in report
    assert "Geen fouten: er kan geleverd worden" not in report
    assert "shapely ontbreekt: polygonen controleren en leveren kan nu niet. Nodig: shapely 2.0 of nieuwer." in told["polygons"]
    assert "shapely ontbreekt" in told["delivery"], "before anything else is asked"
    assert not (folder / "levering").exists()
    assert {name for name, sentence in told["can"].items() if sentence} == {
        "checkpolygons",
        "repairpolygons",
        "exportdelivery",
        "exportpublic",
        "comparedeliveries",
        "checkrealised",
    }


def test_without_openpyxl_all_but_the_workbook_works(lacking):
    told, folder = lacking("openpyxl")
    assert told["seen"] == [] and told["stopped"] == {}
    assert (told["import"], told["names"], told["check"], told["polygons"]) == (44, 1, [44, 0, 0, ""], 44)
    assert told["next"] == "Klaar om te leveren: maak de levering."
    assert told["delivery"].startswith(
        "openpyxl ontbreekt: Excel-bestanden maken en leveren kan nu niet. Nodig: openpyxl 3.0.9 of nieuwer."
    )
    assert not (folder / "levering").exists()
    assert {name for name, sentence in told["can"].items() if sentence} == {
        "exportdelivery",
        "exportpublic",
        "makefillsheets",
        "readfillsheets",
    }
    assert "er kan geleverd worden" in (folder / "r.html").read_text(encoding="utf-8")
