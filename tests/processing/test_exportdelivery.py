# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:exportdelivery``: a package the province can use, or the reason why there is none."""

import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering.delivery import shown
from lmvw_plugin.layers.delivering import package
from scripts import make_sample
from tests.conftest import PEILDATUM, ROOT, change, change_workbook, consistent_plan, left_in, plan_rows, polygon_layer, read_plans, square

NAME = "LMVW_GM9999_2026-01-01"
SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
FILES = ["LEESMIJ.txt", "controle.html", "manifest.json", "plannen.gpkg", "plannen.xlsx"]
COLUMNS = [field.column_at(PEILDATUM) for field in b.COLUMNS]
DELIVERED_FINISHED = {
    "plan_id",
    "plannummer",
    "plannaam",
    "gemeente_code",
    "gemeente_naam",
    "vertrouwelijk",
    "gerealiseerd",
    "vervallen",
    "toelichting",
}
PDOK = ROOT / ".venv-pdok" / "bin" / "geopackage-validator"


@pytest.fixture(scope="module")
def delivery(run, sample, clean_file, tmp_path_factory):
    """The outputs of delivering the clean sample."""
    folder = tmp_path_factory.mktemp("levering")
    return run("exportdelivery", INPUT=str(clean_file), BOUNDARY=str(sample / "gemeentegrens.gpkg"), FOLDER=str(folder), **SHARED)


def test_the_clean_sample_is_delivered(delivery):
    folder = Path(delivery["PACKAGE"]).parent
    assert left_in(folder) == [NAME, f"{NAME}.zip"]
    assert (delivery["PLANS"], delivery["ERRORS"], delivery["WARNINGS"], delivery["INFOS"]) == (44, 0, 0, 2)
    assert delivery["PACKAGE"] == str(folder / f"{NAME}.zip")
    with zipfile.ZipFile(delivery["PACKAGE"]) as packed:
        assert sorted(packed.namelist()) == FILES
        manifest = json.loads(packed.read("manifest.json"))
        for name, digest in manifest["sha256"].items():
            assert hashlib.sha256(packed.read(name)).hexdigest() == digest
        for name, output in (("plannen.gpkg", "GPKG"), ("plannen.xlsx", "XLSX"), ("controle.html", "REPORT")):
            assert packed.read(name) == Path(delivery[output]).read_bytes()
    assert (manifest["plannen"], manifest["gemeente_naam"]) == (42, "Markerwaard")


def test_5a_and_5b_stay_home(delivery):
    plans = [plan for plan, _ in read_plans(delivery["GPKG"])]
    assert len(plans) == 42
    home = {plan["plannaam"] for plan in make_sample.plans() if plan["planstatus"] in ("5A", "5B")}
    assert len(home) == 2
    assert not home & {plan["plannaam"] for plan in plans}
    assert not {plan["planstatus"] for plan in plans} & {"5A", "5B"}


def test_realised_and_cancelled_go_with_name_and_polygon_only(delivery):
    finished = [(plan, geometry) for plan, geometry in read_plans(delivery["GPKG"]) if plan["gerealiseerd"] or plan["vervallen"]]
    assert len(finished) == 2
    for plan, geometry in finished:
        assert {name for name in COLUMNS if plan[name] is not None} <= DELIVERED_FINISHED
        assert not geometry.isEmpty()


def test_values_are_those_of_the_sample(delivery):
    meant = {plan["plannaam"]: plan for plan in make_sample.plans()}
    for plan, _ in read_plans(delivery["GPKG"]):
        expected = meant[plan["plannaam"]]
        if not (plan["gerealiseerd"] or plan["vervallen"]):
            for field in b.COLUMNS:
                if field.name not in ("plan_id", "gemeente_code", "gemeente_naam"):
                    assert plan[field.column_at(PEILDATUM)] == expected.get(field.name), (plan["plannaam"], field.name)
    totals = json.loads(Path(delivery["GPKG"]).with_name("manifest.json").read_text(encoding="utf-8"))["totalen"]
    assert (totals["bruto_totaal"], totals["sloop_totaal"]) == (3131, 242)


def gpkg_rows(delivery):
    """Each delivered plan as the workbook must show it."""
    return [[shown(field, plan[field.column_at(PEILDATUM)]) for field in b.COLUMNS] for plan, _ in read_plans(delivery["GPKG"])]


def sheet_rows(rows):
    """Each plan of the workbook, the columns of the Basisset in order, an empty cell as None."""
    return [[None if row[column] == "" else row[column] for column in COLUMNS] for row in plan_rows(rows)]


def test_both_files_hold_the_same_for_openpyxl(delivery):
    assert sheet_rows(openpyxl.load_workbook(delivery["XLSX"])["Plannen"].iter_rows(values_only=True)) == gpkg_rows(delivery)


def test_both_files_hold_the_same_for_a_second_reader(delivery):
    rows = sheet_rows(CalamineWorkbook.from_path(delivery["XLSX"]).get_sheet_by_name("Plannen").to_python())
    assert rows == gpkg_rows(delivery)
    names = COLUMNS.index("plannaam")
    assert [row[names].encode() for row in rows] == [plan["plannaam"].encode() for plan, _ in read_plans(delivery["GPKG"])]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_both_files_hold_the_same_for_libreoffice(delivery, tmp_path):
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1", "--outdir", str(tmp_path), delivery["XLSX"]],
        check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    assert {path.name for path in tmp_path.glob("*.csv")} == {
        f"plannen-{sheet}.csv" for sheet in ("Plannen", "Toelichting", "Definities", "Controle")
    }
    with (tmp_path / "plannen-Plannen.csv").open(encoding="utf-8", newline="") as lines:
        rows = sheet_rows(csv.reader(lines))
    assert rows == [[None if value is None else str(value) for value in row] for row in gpkg_rows(delivery)]


@pytest.mark.slow
def test_gdal_finds_the_geopackage_valid(delivery):
    done = subprocess.run(
        [sys.executable, "-m", "osgeo_utils.samples.validate_gpkg", delivery["GPKG"]], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.skipif(not PDOK.exists(), reason="PDOK's geopackage-validator is not installed in .venv-pdok")
def test_pdok_finds_the_geopackage_valid(delivery):
    done = subprocess.run([str(PDOK), "validate", "--gpkg-path", delivery["GPKG"]], capture_output=True, text=True, check=False)
    verdict = json.loads(done.stdout)
    assert verdict["success"] is True, verdict["results"]
    assert verdict["results"] == []


def test_the_report_and_the_control_sheet_say_the_same(delivery):
    report = Path(delivery["REPORT"]).read_text(encoding="utf-8")
    assert "Geen fouten: er kan geleverd worden." in report
    rows = list(openpyxl.load_workbook(delivery["XLSX"])["Controle"].iter_rows(min_row=2, values_only=True))
    assert rows == [], "S3 is about plans that stay home"


# -- no package -------------------------------------------------------------------------------------------------------


def test_with_errors_there_is_no_package_and_the_earlier_one_stays(run, refused, own_file, tmp_path):
    folder = tmp_path / "levering"
    first = run("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    change(own_file, "d'Oude Haven", bruto_jaar01=999, plantype=None)
    change(own_file, "Kreekakkers", vertrouwelijk=True, planstatus="1A")
    message = refused("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)
    assert message.startswith("Er is geen pakket gemaakt: 2 fouten, 1 plan in te vullen (1 veld).")
    assert "d'Oude Haven: ‘Plantype’ is niet ingevuld" in message
    report = own_file.with_name("planbestand_levering_VERTROUWELIJK.html")
    assert message.endswith(f"Het rapport staat in {report}")
    assert "2 fouten, 1 plan in te vullen (1 veld): er kan nog niet geleverd worden." in report.read_text(encoding="utf-8")
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert Path(first["PACKAGE"]).exists()


def test_warnings_do_not_stop_a_delivery(run, own_file, tmp_path):
    change(own_file, "Erf Zuiderhoeve", plantype="uitbreiding_uitleg")
    result = run("exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert (result["ERRORS"], result["WARNINGS"]) == (0, 1)
    assert json.loads(Path(result["GPKG"]).with_name("manifest.json").read_text(encoding="utf-8"))["waarschuwingen"] == 1


def test_plans_of_another_municipality_are_not_delivered(refused, clean_file, tmp_path):
    message = refused("exportdelivery", INPUT=str(clean_file), GEMEENTE="GM0396", PEILDATUM="2026-01-01", FOLDER=str(tmp_path))
    assert "Het planbestand is van Markerwaard (GM9999) en u koos Heemskerk (GM0396)" in message
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("plans", [[], [consistent_plan(planstatus="5A")]], ids=["empty", "all at home"])
def test_nothing_to_deliver_is_said(refused, tmp_path, plans):
    layer = polygon_layer(plans or [consistent_plan()])
    if not plans:
        layer.dataProvider().truncate()
    assert "Er zijn geen plannen om te leveren" in refused("exportdelivery", INPUT=layer, FOLDER=str(tmp_path), **SHARED)
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("folder", ["/proc/self/uit", "{bestand}/onder"])
def test_a_folder_that_cannot_be_written_is_refused(refused, clean_file, tmp_path, folder):
    (tmp_path / "bestand").touch()
    folder = folder.format(bestand=tmp_path / "bestand")
    assert f"In map ‘{folder}’ kan niet geschreven worden" in refused("exportdelivery", INPUT=str(clean_file), FOLDER=folder, **SHARED)


def test_leftovers_of_a_killed_run_are_removed(run, clean_file, tmp_path):
    (tmp_path / ".lmvw-oud" / NAME).mkdir(parents=True)
    run("exportdelivery", INPUT=str(clean_file), FOLDER=str(tmp_path), **SHARED)
    assert left_in(tmp_path) == [NAME, f"{NAME}.zip"]


def test_a_package_that_reads_back_differently_is_not_placed(refused, clean_file, tmp_path, monkeypatch):
    written = package.write_workbook

    def write_and_damage(path, *rest, **more):
        written(path, *rest, **more)
        change_workbook(path, "bruto_totaal", 123456)

    monkeypatch.setattr(package, "write_workbook", write_and_damage)
    message = refused("exportdelivery", INPUT=str(clean_file), FOLDER=str(tmp_path), **SHARED)
    assert "Het Excel-bestand is niet goed geschreven: blad ‘Plannen’, rij " in message
    assert left_in(tmp_path) == []


def test_a_boundary_without_polygons_is_said(refused, clean_file, tmp_path):
    empty = polygon_layer([{"naam": "x"}])
    empty.dataProvider().truncate()
    message = refused("exportdelivery", INPUT=str(clean_file), BOUNDARY=empty, FOLDER=str(tmp_path), **SHARED)
    assert message == "De laag met de gemeentegrens bevat geen polygonen; kies een laag met de grens van de gemeente."
    assert left_in(tmp_path) == []


def test_a_selection_is_delivered_without_the_rest(run, tmp_path):
    layer = polygon_layer([consistent_plan(plannaam=name) for name in ("een", "twee", "drie")])
    QgsProject.instance().addMapLayer(layer)
    layer.select([1, 3])
    selected = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    result = run("exportdelivery", INPUT=selected, ALLOW_PARTIAL=True, FOLDER=str(tmp_path), **SHARED)
    QgsProject.instance().clear()
    assert [plan["plannaam"] for plan, _ in read_plans(result["GPKG"])] == ["een", "drie"]


def test_what_processing_filters_is_delivered(run, tmp_path):
    layer = polygon_layer([consistent_plan(plannaam=name) for name in ("een", "twee", "drie")])
    QgsProject.instance().addMapLayer(layer)
    filtered = QgsProcessingFeatureSourceDefinition(layer.id(), filterExpression="plannaam <> 'twee'")
    result = run("exportdelivery", INPUT=filtered, ALLOW_PARTIAL=True, FOLDER=str(tmp_path), **SHARED)
    QgsProject.instance().clear()
    assert [plan["plannaam"] for plan, _ in read_plans(result["GPKG"])] == ["een", "drie"]


def test_unsaved_edits_are_delivered(run, tmp_path):
    layer = polygon_layer([consistent_plan(plannaam="een"), consistent_plan(plannaam="twee")])
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("plannaam"), "gewijzigd")
    layer.deleteFeature(2)
    result = run("exportdelivery", INPUT=layer, FOLDER=str(tmp_path), **SHARED)
    layer.rollBack()
    assert [plan["plannaam"] for plan, _ in read_plans(result["GPKG"])] == ["gewijzigd"]


# -- names ------------------------------------------------------------------------------------------------------------


def test_names_that_excel_would_change_survive_in_both_files(run, tmp_path):
    names = [
        "=1+1",
        "007",
        "1-2",
        "+31",
        "'x",
        "-",
        "TRUE",
        "1e3",
        "_x0041_",
        "x" * 2000,
        "Café",
        "Cafe\u0301s",
        'd\'Oude & <"Haven">',
        "𝄞",
        "@SUM(A1)",
        "N/A",
        "1/2",
        "12-3-2026",
        "1,50",
    ]
    assert len(names) >= 18
    layer = polygon_layer([consistent_plan(plannaam=name) for name in names], geometries=[square(number) for number in range(len(names))])
    result = run("exportdelivery", INPUT=layer, FOLDER=str(tmp_path), **SHARED)
    assert [plan["plannaam"] for plan, _ in read_plans(result["GPKG"])] == names
    rows = plan_rows(CalamineWorkbook.from_path(result["XLSX"]).get_sheet_by_name("Plannen").to_python())
    assert [row["plannaam"] for row in rows] == names


@pytest.mark.parametrize(("name", "sentence"), [
    ("Ha\x07ven", "een stuurteken dat een Excel-bestand niet kan bewaren"),
    ("x" * 40_000, "heeft 40000 tekens"), ("#N/A", "foutwaarde #N/A; herstel de formule"), ("Ha\uffffven", "U+FFFF"),
], ids=["control", "long", "error", "noncharacter"])  # fmt: skip
def test_names_that_excel_cannot_hold_are_refused(refused, tmp_path, name, sentence):
    message = refused("exportdelivery", INPUT=polygon_layer([consistent_plan(plannaam=name)]), FOLDER=str(tmp_path), **SHARED)
    assert sentence in message
    assert not list(tmp_path.glob("*.zip"))
    assert not list(tmp_path.glob(".lmvw-*"))


def test_a_folder_too_deep_for_windows_is_told_before_the_start(refused, clean_file, tmp_path, monkeypatch):
    monkeypatch.setattr("lmvw_plugin.layers.files._LONGEST", 259)
    folder = tmp_path / ("diep" * 30) / ("dieper" * 10)
    sentence = refused("exportdelivery", INPUT=str(clean_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(folder))
    assert "te lang" in sentence
    assert not folder.exists()
