# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:createplanfile``: an empty plan file, or one sentence that says why not."""

import pytest
from qgis.core import QgsApplication, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QDate, QDateTime

from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import Listener, left_in, polygon_layer, read_plans


@pytest.mark.parametrize("peildatum", ["2026-07-01", QDate(2026, 7, 1), QDateTime(QDate(2026, 7, 1))])
def test_makes_an_empty_plan_file(run, tmp_path, peildatum):
    target = tmp_path / "plannen van 'Heemskerk'.gpkg"
    result = run("createplanfile", GEMEENTE="gm0396", PEILDATUM=peildatum, OUTPUT=str(target))
    assert result["OUTPUT"] == str(target)
    info = planfile.read_info(target)
    assert (info.gemeente.name, str(info.peildatum)) == ("Heemskerk", "2026-07-01")
    assert read_plans(target) == []
    assert left_in(tmp_path) == [target.name]


def test_the_layer_comes_into_the_project_that_is_open(provider, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("lmvw:createplanfile")
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "p.gpkg")}
    _, done = algorithm.run(parameters, context, Listener())
    assert done
    assert list(context.layersToLoadOnCompletion()) == [f"{tmp_path / 'p.gpkg'}|layername=plannen"]


@pytest.mark.parametrize(("changed", "sentence"), [
    ({"GEMEENTE": "GM0001"}, "Gemeente ‘GM0001’ is onbekend"),
    ({"GEMEENTE": "Bergen"}, "‘Bergen’ kan Bergen (NH.) (GM0373) of Bergen (L.) (GM0893) zijn"),
    ({"GEMEENTE": ""}, "‘Gemeente (CBS-code of naam)’ is niet ingevuld"),
    ({"GEMEENTE": None}, "‘Gemeente (CBS-code of naam)’ is niet ingevuld"),
    ({"PEILDATUM": "2026-03-15"}, "Peildatum 15 maart 2026 bestaat niet in de LMVW"),
    ({"PEILDATUM": QDate(2026, 12, 31)}, "Peildatum 31 december 2026 bestaat niet in de LMVW"),
    ({"PEILDATUM": "voorjaar"}, "‘voorjaar’ is geen datum"),
    ({"OUTPUT": "{folder}/p.shp"}, "moet op .gpkg eindigen"),
    ({"OUTPUT": "{folder}/weg/p.gpkg"}, "Map ‘{folder}/weg’ bestaat niet"),
    ({"OUTPUT": "/proc/self/p.gpkg"}, "In map ‘/proc/self’ kan niet geschreven worden"),
])  # fmt: skip
def test_refuses_with_one_sentence(refused, tmp_path, changed, sentence):
    parameters = {"GEMEENTE": "GM0396", "PEILDATUM": "2026-01-01", "OUTPUT": f"{tmp_path}/p.gpkg"} | changed
    parameters = {name: value.format(folder=tmp_path) if isinstance(value, str) else value for name, value in parameters.items()}
    assert sentence.format(folder=tmp_path) in refused("createplanfile", **parameters)
    assert left_in(tmp_path) == []


def test_a_file_with_plans_is_never_overwritten(run, refused, tmp_path):
    target = tmp_path / "p.gpkg"
    run("importplans", INPUT=polygon_layer([{"plannaam": "Haven"}]), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    assert "bevat al 1 plan" in refused("createplanfile", GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    assert [plan["plannaam"] for plan, _ in read_plans(target)] == ["Haven"]
