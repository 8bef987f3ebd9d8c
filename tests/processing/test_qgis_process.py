# SPDX-License-Identifier: GPL-2.0-or-later
"""Every algorithm runs through ``qgis_process``, as in a script at night: JSON on success, a Dutch sentence on failure."""

import shutil

import pytest
from qgis.core import QgsGeometry

from scripts import demo
from scripts.package import NAME
from tests.conftest import polygon_layer, read_plans

pytestmark = [pytest.mark.slow, pytest.mark.skipif(shutil.which("qgis_process") is None, reason="qgis_process is not installed")]

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


@pytest.fixture(scope="module")
def plugin(tmp_path_factory):
    """The plugin enabled in a profile of its own; returns the folder of its sample data."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(demo, "BUILD", tmp_path_factory.mktemp("profiel"))
        demo.enable_plugin()
        yield demo.BUILD / "plugins" / NAME / "resources" / "voorbeeld"


@pytest.fixture(scope="module")
def sample_files(plugin):
    variant = plugin / "schoon"
    return {"INPUT": variant / "plannen.gpkg", "WORKBOOK": variant / "werkblad.xlsx"}


@pytest.fixture(scope="module")
def plan_file(sample_files, tmp_path_factory):
    """Created, then filled by the import: two runs in one."""
    target = tmp_path_factory.mktemp("plannen") / "p.gpkg"
    assert demo.run("createplanfile", **SHARED, OUTPUT=target)["OUTPUT"] == str(target)
    done = demo.run("importplans", **sample_files, **SHARED, OUTPUT=target)
    assert (done["IMPORTED"], done["NOT_IMPORTED"]) == (44, 0)
    return target


def test_create_and_import(plan_file):
    assert len(read_plans(plan_file)) == 44


def test_checkplans(plugin, plan_file, sample_files, tmp_path):
    done = demo.run("checkplans", INPUT=plan_file, PEILDATUM="2026-01-01", BOUNDARY=plugin / "gemeentegrens.gpkg", WORKBOOK=sample_files["WORKBOOK"],
                    OUTPUT=tmp_path / "b.csv", REPORT=tmp_path / "r.html")  # fmt: skip
    assert (done["PLANS"], done["ERRORS"], done["WARNINGS"], done["INFOS"]) == (44, 0, 0, 2)
    assert (tmp_path / "r.html").is_file()
    assert len((tmp_path / "b.csv").read_text(encoding="utf-8").splitlines()) == 3


def test_checkpolygons(plugin, tmp_path):
    done = demo.run(
        "checkpolygons", INPUT=plugin / "fouten" / "plannen.gpkg", BOUNDARY=plugin / "gemeentegrens.gpkg", OUTPUT=tmp_path / "b.gpkg"
    )
    assert done["PLANS"] > 40
    assert done["ERRORS"] > 0


def test_checkplannames(plugin, tmp_path):
    variant = plugin / "fouten"
    done = demo.run("checkplannames", INPUT=variant / "plannen.gpkg", WORKBOOK=variant / "werkblad.xlsx", OUTPUT=tmp_path / "b.gpkg")
    assert done["ERRORS"] > 0


def test_exportdelivery(plan_file, tmp_path):
    done = demo.run("exportdelivery", INPUT=plan_file, **SHARED, FOLDER=tmp_path)
    assert (tmp_path / "LMVW_GM9999_2026-01-01.zip").is_file()
    assert done["PACKAGE"] == str(tmp_path / "LMVW_GM9999_2026-01-01.zip")
    assert done["ERRORS"] == 0
    compared = demo.run(
        "comparedeliveries", PREVIOUS=done["PACKAGE"], CURRENT=plan_file, OUTPUT=tmp_path / "v.gpkg", REPORT=tmp_path / "v.html"
    )
    assert (compared["GONE"], compared["TO_LOOK_AT"]) == (0, 0)
    assert compared["PLANS"] == len(read_plans(tmp_path / "v.gpkg", "v")) > 30
    assert "De woningen verklaard" in (tmp_path / "v.html").read_text(encoding="utf-8")


def save(layer, path):
    from qgis.core import QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    assert (
        QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)[0]
        == QgsVectorFileWriter.WriterError.NoError
    )
    return path


CASES = {
    "missing file": ("importplans", {"INPUT": "{folder}/weg.gpkg", **SHARED, "OUTPUT": "{folder}/p.gpkg"},
                     "Bestand ‘{folder}/weg.gpkg’ bestaat niet; kies een bestaand bestand."),
    "wrong layer type": ("checkpolygons", {"INPUT": "{folder}/punten.gpkg", "OUTPUT": "{folder}/b.gpkg"}, "bevat punten; kies een laag met polygonen."),
    "wrong CRS": ("importplans", {"INPUT": "{folder}/graden.gpkg", **SHARED, "OUTPUT": "{folder}/p.gpkg"},
                  "heeft coördinatenstelsel EPSG:4326, maar de levering vraagt EPSG:28992 (RD)"),
    "not a GeoPackage": ("checkplans", {"INPUT": "{folder}/kladblok.gpkg", "PEILDATUM": "2026-01-01", "OUTPUT": "{folder}/b.gpkg"},
                         "‘{folder}/kladblok.gpkg’ is geen kaartlaag die QGIS kan lezen"),
    "unwritable folder": ("exportdelivery", {"INPUT": "{plans}", **SHARED, "FOLDER": "{folder}/kladblok.gpkg/uit"},
                          "In map ‘{folder}/kladblok.gpkg/uit’ kan niet geschreven worden"),
    "unknown municipality": ("createplanfile", {"GEMEENTE": "GM0001", "PEILDATUM": "2026-01-01", "OUTPUT": "{folder}/p.gpkg"},
                             "Gemeente ‘GM0001’ is onbekend"),
    "wrong peildatum": ("createplanfile", {"GEMEENTE": "GM9999", "PEILDATUM": "2026-02-01", "OUTPUT": "{folder}/p.gpkg"},
                        "Peildatum 1 februari 2026 bestaat niet in de LMVW; kies 1 januari of 1 juli"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_failure_is_a_non_zero_exit_and_a_dutch_sentence(plan_file, tmp_path, case):
    (tmp_path / "kladblok.gpkg").write_text("geen GeoPackage", encoding="utf-8")
    save(polygon_layer([{"plannaam": "x"}], kind="Point", geometries=[None]), tmp_path / "punten.gpkg")
    degrees = QgsGeometry.fromWkt("MultiPolygon (((5.1 52.1, 5.2 52.1, 5.2 52.2, 5.1 52.1)))")
    save(polygon_layer([{"plannaam": "x"}], crs="EPSG:4326", geometries=[degrees]), tmp_path / "graden.gpkg")
    before = sorted(path.name for path in tmp_path.iterdir())
    algorithm, parameters, sentence = CASES[case]
    places = {"folder": tmp_path, "plans": plan_file}
    with pytest.raises(demo.Stopped) as caught:  # only a non-zero exit raises it
        demo.run(algorithm, **{name: value.format(**places) for name, value in parameters.items()})
    assert sentence.format(**places) in str(caught.value)
    assert sorted(path.name for path in tmp_path.iterdir()) == before
