# SPDX-License-Identifier: GPL-2.0-or-later
"""What every algorithm shares: it checks what it is given before it starts, and says what is wrong in one sentence."""

import pytest
from qgis.core import (
    QgsApplication,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled
from lmvw_plugin.processing.base import LmvwAlgorithm
from tests.conftest import Listener, consistent_plan, left_in, polygon_layer, square


def in_degrees():
    place = QgsGeometry.fromWkt("MultiPolygon (((5.1 52.1, 5.2 52.1, 5.2 52.2, 5.1 52.1)))")
    return polygon_layer([{"plannaam": "x"}], crs="EPSG:4326", geometries=[place])


SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


def outputs(folder):
    return {
        "importplans": {"OUTPUT": f"{folder}/uit.gpkg"},
        "checkplans": {"OUTPUT": "TEMPORARY_OUTPUT", "REPORT": f"{folder}/r.html"},
        "checkpolygons": {"OUTPUT": "TEMPORARY_OUTPUT"},
        "checkplannames": {"OUTPUT": "TEMPORARY_OUTPUT"},
        "exportdelivery": {"FOLDER": str(folder)},
    }


READERS = ["importplans", "checkplans", "checkpolygons", "checkplannames", "exportdelivery"]


@pytest.fixture
def bad_inputs(tmp_path):
    """Inputs that no algorithm can use, and what the sentence must say."""
    text = tmp_path / "kladblok.gpkg"
    text.write_text("geen GeoPackage", encoding="utf-8")
    folder = tmp_path / "map.gdb"
    folder.mkdir()
    return {
        "missing": (f"{tmp_path}/weg.gpkg", "bestaat niet; kies een bestaand bestand"),
        "missing layer": (f"{tmp_path}/weg.gpkg|layername=plannen", "bestaat niet; kies een bestaand bestand"),
        "no geopackage": (str(text), "is geen kaartlaag die QGIS kan lezen"),
        "folder": (str(folder), "is geen kaartlaag die QGIS kan lezen"),
        "points": (polygon_layer([{"plannaam": "x"}], kind="Point", geometries=[None]), "bevat punten; kies een laag met polygonen"),
        "lines": (polygon_layer([{"plannaam": "x"}], kind="LineString", geometries=[None]), "bevat lijnen; kies een laag met polygonen"),
        "table": (polygon_layer([{"plannaam": "x"}], kind="None"), "bevat geen kaartgegevens (alleen een tabel)"),
        "degrees": (in_degrees(), "heeft coördinatenstelsel EPSG:4326, maar de levering vraagt EPSG:28992"),
        "nothing": (None, "is niet ingevuld; geef een waarde op"),
    }  # fmt: skip


@pytest.mark.parametrize("name", READERS)
def test_an_input_that_cannot_be_used_is_refused(refused, tmp_path, bad_inputs, name):
    folder = tmp_path / "uit"
    folder.mkdir()
    for which, (layer, sentence) in bad_inputs.items():
        if (name, which) == ("importplans", "nothing"):
            sentence = "Er is niets om te importeren; kies een laag met planpolygonen, een Excel-bestand, of allebei."
        message = refused(name, INPUT=layer, **SHARED, **outputs(folder)[name])
        assert sentence in message, (which, message)
        assert message.count("\n") == 0, message
        assert left_in(folder) == []


@pytest.mark.parametrize("name", ["checkplans", "exportdelivery"])
def test_a_layer_that_is_no_plan_file_is_refused(refused, tmp_path, name):
    message = refused(name, INPUT=polygon_layer([{"plannaam": "x"}]), **SHARED, **outputs(tmp_path)[name])
    assert "is geen planbestand, want zij mist 55 kolommen" in message
    assert "‘Plannen importeren’" in message


@pytest.mark.parametrize("name", ["importplans", "exportdelivery"])
def test_an_unknown_municipality_is_refused(refused, clean_file, tmp_path, name):
    message = refused(name, INPUT=str(clean_file), **SHARED | {"GEMEENTE": "GM0001"}, **outputs(tmp_path)[name])
    assert message.startswith("Gemeente ‘GM0001’ is onbekend")


@pytest.mark.parametrize("name", ["importplans", "checkplans", "exportdelivery"])
def test_another_peildatum_is_refused(refused, clean_file, tmp_path, name):
    message = refused(name, INPUT=str(clean_file), **SHARED | {"PEILDATUM": "2026-04-01"}, **outputs(tmp_path)[name])
    assert message.startswith("Peildatum 1 april 2026 bestaat niet in de LMVW")


@pytest.mark.parametrize("name", ["checkplans", "checkpolygons", "exportdelivery"])
def test_a_boundary_that_cannot_be_used_is_refused(refused, clean_file, tmp_path, bad_inputs, name):
    for which in ("missing", "no geopackage", "points", "degrees"):
        layer, sentence = bad_inputs[which]
        assert sentence in refused(name, INPUT=str(clean_file), BOUNDARY=layer, **SHARED, **outputs(tmp_path)[name])


@pytest.mark.parametrize("name", ["importplans", "checkplans"])
def test_a_worksheet_that_is_missing_is_refused(refused, clean_file, tmp_path, name):
    message = refused(name, INPUT=str(clean_file), WORKBOOK=f"{tmp_path}/weg.xlsx", **SHARED, **outputs(tmp_path)[name])
    assert message == f"Bestand ‘{tmp_path}/weg.xlsx’ bestaat niet; kies een bestaand bestand."


def test_a_layer_without_crs_is_taken_as_rd(run, tmp_path):
    layer = polygon_layer([{"plannaam": "Haven"}], crs="")
    assert not layer.crs().isValid()
    assert run("importplans", INPUT=layer, **SHARED, OUTPUT=f"{tmp_path}/p.gpkg")["IMPORTED"] == 1


def test_a_layer_in_the_project_may_be_limited_to_the_selection(run, clean_file, qgis_new_project):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    layer = QgsVectorLayer(f"{clean_file}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("\"plannaam\" LIKE 'd''Oude Haven%'")
    source = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    assert run("checkplans", INPUT=source, PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT")["PLANS"] == layer.selectedFeatureCount() == 2


# -- what goes wrong while it runs ------------------------------------------------------------------------------------


class Failing(LmvwAlgorithm):
    """Raises what it is told to."""

    ID, TITLE, GROUP = "failing", "Mislukken", "Test"
    error: BaseException

    def initAlgorithm(self, configuration=None):  # noqa: N802  # QGIS's name
        pass

    def execute(self, parameters, context, feedback):
        raise self.error


def run_failing(error):
    algorithm = type("Failing", (Failing,), {"error": error})()  # QGIS runs a copy
    return algorithm.run({}, QgsProcessingContext(), QgsProcessingFeedback(False), catchExceptions=False)


@pytest.mark.parametrize(("error", "sentence"), [
    (LmvwError("De map is vol."), "De map is vol."),
    (PermissionError(13, "Permission denied", "/map/bestand.xlsx"), "Bestand ‘/map/bestand.xlsx’ kan niet gelezen of geschreven worden (geen toegang"),
    (QgsProcessingException("Van QGIS zelf."), "Van QGIS zelf."),
    (KeyError("geheim pad"), "‘Mislukken’ is door een fout in de plugin gestopt; er is niets veranderd."),
])  # fmt: skip
def test_what_goes_wrong_is_one_sentence(provider, error, sentence):
    with pytest.raises(QgsProcessingException) as caught:
        run_failing(error)
    assert str(caught.value).startswith(sentence)
    assert "geheim" not in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_a_mistake_of_ours_stands_in_the_log(provider):
    lines = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(lambda text, tab, level: lines.append((tab, text)))
    with pytest.raises(QgsProcessingException):
        run_failing(KeyError("zo dus"))
    assert any(tab == "LMVW" and "KeyError: 'zo dus'" in text for tab, text in lines)


def test_cancel_is_no_error(provider):
    assert run_failing(Cancelled()) == ({}, True)


@pytest.mark.parametrize("name", ["importplans", "checkplans", "exportdelivery"])
@pytest.mark.parametrize("percent", [0, 30])
def test_a_cancelled_run_leaves_nothing(run, tmp_path, name, percent):
    layer = polygon_layer([consistent_plan(plannaam=f"Plan {number}") for number in range(300)])
    feedback = Listener(cancel_at=percent)
    result = run(name, feedback=feedback, INPUT=layer, **SHARED, **outputs(tmp_path)[name])
    assert feedback.isCanceled()
    assert not set(result) & {"PACKAGE", "REPORT", "IMPORTED"}
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("name", ["importplans", "checkplans", "exportdelivery"])
def test_progress_goes_forward_to_the_end(run, tmp_path, name):
    layer = polygon_layer(
        [consistent_plan(plannaam=f"Plan {number}") for number in range(250)], geometries=[square(number) for number in range(250)]
    )
    feedback = Listener()
    run(name, feedback=feedback, INPUT=layer, **SHARED, **outputs(tmp_path)[name])
    assert feedback.seen == sorted(feedback.seen)
    assert feedback.seen[-1] >= 90
    assert len(feedback.seen) > 20


def test_what_goes_wrong_before_the_start_is_one_sentence_too(provider):
    class Careless(Failing):
        def validate(self, parameters, context):
            raise KeyError("geheim pad")

    good, sentence = Careless().checkParameterValues({}, QgsProcessingContext())
    assert not good
    assert sentence.startswith("‘Mislukken’ is door een fout in de plugin gestopt")
