# SPDX-License-Identifier: GPL-2.0-or-later
"""Names are compared as their file stores them, and by every algorithm the same way: no letter lost, and no notes taken for names."""

import sqlite3
from contextlib import closing
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from qgis.core import QgsProcessingContext, QgsProject, QgsVectorLayer

from tests.conftest import Listener, consistent_plan, left_in, polygon_layer, read_plans
from tests.processing.test_import_letters import NAMES, shapefile
from tests.processing.test_import_letters import worksheet as sloop_sheet
from tests.processing.test_import_stored import geopackage

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
NOTES = [f"{number}: " + "nader uit te werken met de ontwikkelaar, " * 4 for number in range(8)]


def found_in(context, results):
    layer = context.getMapLayer(results["OUTPUT"])
    return [(feature["regel"], feature["plannaam"], feature["voorstel"]) for feature in layer.getFeatures()]


@pytest.fixture
def checked(provider):
    """Findings of ``checkplannames`` and what was told."""

    def check(algorithm="checkplannames", **parameters):
        one = provider.algorithm(algorithm).create()
        context, told = QgsProcessingContext(), Listener()
        context.setProject(QgsProject.instance())
        parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
        good, sentence = one.checkParameterValues(parameters, context)
        assert good, sentence
        results, good = one.run(parameters, context, told)
        assert good, told.textLog()
        return found_in(context, results) if algorithm == "checkplannames" else results, told.textLog()

    return check


@pytest.mark.parametrize("as_project_layer", [False, True], ids=["file", "project"])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "cp850"])
def test_the_letters_of_a_shapefile_are_read_by_the_names_of_the_worksheet(checked, qgis_new_project, tmp_path, encoding, as_project_layer):
    names = ("De Hoef Oost é", "Café Skûtsje", "Haven") if encoding == "cp850" else NAMES
    source = str(shapefile(tmp_path, names, encoding))
    if as_project_layer:
        QgsProject.instance().addMapLayer(QgsVectorLayer(source, "plannen", "ogr"))
    findings, told = checked(INPUT=source, WORKBOOK=sloop_sheet(tmp_path, names))
    assert findings == []
    assert ("want zo komen de namen overeen met het Excel-bestand" in told) is (encoding != "utf-8")


def test_a_damaged_name_is_never_the_right_one(checked, tmp_path):
    findings, told = checked(
        INPUT=str(shapefile(tmp_path, NAMES, "cp1252")), WORKBOOK=sloop_sheet(tmp_path, ("De Hoef - Oost", *NAMES[1:]))
    )
    assert [(rule, name) for rule, name, _ in findings] == [("N3", NAMES[0])]
    assert "\ufffd" not in told + str(findings)


def test_no_letters_of_a_second_kind_are_written(refused, checked, tmp_path):
    """QGIS would write the name in UTF-8 in a file of Windows-1252."""
    source = shapefile(tmp_path, NAMES, "cp1252")
    before = source.with_suffix(".dbf").read_bytes()
    sheet = sloop_sheet(tmp_path, ("De Hoef - Oost", *NAMES[1:]))
    given = {"INPUT": str(source), "WORKBOOK": sheet, "ADOPT": 2}
    sentence = refused("adoptnames", **given)
    assert "zou namen in een andere codering erbij schrijven" in sentence and "Windows-1252" in sentence
    assert source.with_suffix(".dbf").read_bytes() == before
    results, _ = checked("adoptnames", **{**given, "ADOPT": 1, "OUTPUT_WORKBOOK": str(tmp_path / "kopie.xlsx")})
    assert (results["CHANGED_IN_LAYER"], results["CHANGED_IN_WORKBOOK"]) == (0, 1), "the copy of the worksheet gets the whole name"
    assert [row[0].value for row in openpyxl.load_workbook(tmp_path / "kopie.xlsx").active.iter_rows()][1] == NAMES[0]


@settings(max_examples=25, suppress_health_check=list(HealthCheck), deadline=None, phases=(Phase.explicit, Phase.generate))
@given(st.lists(st.sampled_from(["De Hoef", "De\0Hoef", "\ufeffDe Hoef", "12", "De Hoef\0", "Kerkweg"]), min_size=1, max_size=4, unique=True),
       st.sampled_from(["TEXT", "INTEGER"]))  # fmt: skip
def test_what_sqlite_stores_is_what_is_compared(checked, tmp_path_factory, names, declared):
    """With itself as the second source: whatever the names are, none is lost and no two become one."""
    path = Path(
        geopackage(
            tmp_path_factory.mktemp("namen") / "b.gpkg",
            [(f"Plan {number} aan de Kade", name) for number, name in enumerate(names)],
            declared,
        )
    )
    with closing(sqlite3.connect(path)) as database:
        stored = [str(raw) for (raw,) in database.execute('SELECT "Bruto totaal" FROM plangebieden')]
    from lmvw_plugin.core.feedback import Silent
    from lmvw_plugin.layers.names.in_layers import NamedLayer
    from lmvw_plugin.layers.stored.copies import SourceCopy

    copies = SourceCopy()
    layer = QgsVectorLayer(copies.of(f"{path}|layername=plangebieden"), "b", "ogr")
    read = NamedLayer(layer, "b", "Bruto totaal", copies.stored_of(layer)).names(Silent())
    assert [entry.name for entry in read.entries] == stored
    del layer


def test_hidden_signs_in_a_geopackage_are_told(checked, tmp_path):
    source = geopackage(tmp_path / "b.gpkg", [("De\0Hoef", 1), ("\ufeffHaven", 2)])
    sheet = sloop_sheet(tmp_path, ("De Hoef", "Haven"))
    findings, _ = checked(INPUT=source, WORKBOOK=sheet)
    assert sorted(rule for rule, *_ in findings) == ["N3", "N3", "N4", "N4"]


def test_what_is_typed_counts_and_the_rest_is_as_stored(checked, qgis_new_project, tmp_path):
    """In a layer that is being edited: the file has the old name, and the letters of the others."""
    layer = QgsVectorLayer(str(shapefile(tmp_path, NAMES, "cp1252")), "plannen", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert layer.startEditing()
    fid = next(feature.id() for feature in layer.getFeatures() if "Hoef" in feature["PLANNAAM"])
    assert layer.changeAttributeValue(fid, layer.fields().indexOf("PLANNAAM"), "De Hoef")
    findings, _ = checked(INPUT=layer.id(), WORKBOOK=sloop_sheet(tmp_path, ("De Hoef", *NAMES[1:])))
    assert findings == []
    layer.rollBack()


# -- notes taken for names ----------------------------------------------------------------------------------------------


def notes_sheet(path, header="Plannaam"):
    book = openpyxl.Workbook()
    book.active.append((header, "Bruto totaal"))
    for number, note in enumerate(NOTES):
        book.active.append((note, number))
    book.save(path)
    return str(path)


def test_a_column_of_notes_is_refused_wherever_names_are_compared(refused, run, own_file, tmp_path):
    words = "staan lange teksten in plaats van plannamen (8 van de 8); kies een andere naamkolom"
    sheet = notes_sheet(tmp_path / "notities.xlsx")
    layer = f"{own_file}|layername=plannen"
    there = left_in(tmp_path)
    for algorithm, more in {
        "checkplannames": {"OUTPUT": "TEMPORARY_OUTPUT"}, "adoptnames": {"OUTPUT_WORKBOOK": str(tmp_path / "kopie.xlsx")},
        "checkplans": {"PEILDATUM": "2026-01-01", "OUTPUT": "TEMPORARY_OUTPUT"},
        "importplans": {**SHARED, "OUTPUT": str(tmp_path / "nieuw.gpkg")},
    }.items():  # fmt: skip
        assert words in refused(algorithm, INPUT=layer, WORKBOOK=sheet, **more), algorithm
    assert left_in(tmp_path) == there, "nothing was written"


def test_notes_in_the_layer_of_an_import_are_refused(refused, tmp_path):
    layer = polygon_layer([{"plannaam": note, "bruto": 1} for note in NOTES])
    words = refused("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "In de naamkolom van de kaartlaag (‘plannaam’) staan lange teksten" in words


def test_a_plan_file_with_long_names_is_still_checked(run, tmp_path):
    """One rule that cannot be applied never stops a layer: without a worksheet nothing is compared."""
    layer = polygon_layer(
        [consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-{number:012}", plannaam=note) for number, note in enumerate(NOTES)]
    )
    assert run("checkplans", INPUT=layer, PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT")["PLANS"] == len(NOTES)


# -- the sheet that belongs with the layer ------------------------------------------------------------------------------


def test_the_import_takes_the_sheet_with_the_names_of_the_layer(run, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "Vorig jaar"
    book.active.append(("Plannaam", "Bruto totaal"))
    for number in range(4):
        book.active.append((f"Oud plan {number}", 90))
    now = book.create_sheet("Actueel")
    now.append(("Plannaam", "Bruto totaal"))
    for number, name in enumerate(("Haven", "Dijk", "Kade"), 1):
        now.append((name, number))
    book.save(tmp_path / "w.xlsx")
    layer = polygon_layer([{"plannaam": name} for name in ("Haven", "Dijk", "Kade")])
    told = Listener()
    run("importplans", told, INPUT=layer, WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    plans = {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert plans == {"Haven": 1, "Dijk": 2, "Kade": 3}
    assert "Blad ‘Actueel’ is gekozen, want daar staan 3 van de 3 namen van de laag; op blad ‘Vorig jaar’ 0." in told.textLog()


# -- a repaired copy ----------------------------------------------------------------------------------------------------


def test_a_repaired_copy_has_no_number_that_was_not_stored(run, tmp_path):
    source = geopackage(tmp_path / "b.gpkg", [("Haven", 12.5), ("Dijk", "twaalf"), ("Kade", 7), ("Sluis", 2**40)])
    told = Listener()
    run("repairpolygons", told, INPUT=source, OUTPUT=str(tmp_path / "heel.gpkg"))
    copy = read_plans(tmp_path / "heel.gpkg", "heel")
    assert [(plan["plannaam"], plan["Bruto totaal"]) for plan, _ in copy] == [
        ("Haven", None),
        ("Dijk", None),
        ("Kade", 7),
        ("Sluis", 2**40),
    ]
    text = told.textLog()
    assert "Rij 1, kolom ‘Bruto totaal’: ‘12.5’ past niet" in text and "Rij 2, kolom ‘Bruto totaal’: ‘twaalf’ past niet" in text


def test_a_repaired_copy_keeps_the_letters_of_a_shapefile(run, tmp_path):
    told = Listener()
    run("repairpolygons", told, INPUT=str(shapefile(tmp_path, NAMES, "cp1252")), OUTPUT=str(tmp_path / "heel.gpkg"))
    assert [plan["PLANNAAM"] for plan, _ in read_plans(tmp_path / "heel.gpkg", "heel")] == list(NAMES)
    assert "gelezen als Windows-1252" in told.textLog()
