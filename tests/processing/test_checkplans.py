# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkplans``: every planted mistake is found, nothing else, and a planner can read it."""

import html
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from qgis.core import QgsExpression, QgsExpressionFunction, QgsProcessingContext, QgsProject, QgsWkbTypes

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.moment import digest
from scripts import make_sample
from tests.conftest import Listener, change, consistent_plan, polygon_layer, read_plans, square, values

COLUMNS = ["regel", "ernst", "plan_id", "plannummer", "plannaam", "veld", "melding", "waarde", "voorstel", "rij", "soort", "geaccepteerd"]


@pytest.fixture(scope="module")
def check(run, sample, tmp_path_factory):
    """Check a layer of the sample's municipality; returns the outputs, the findings, and the report."""

    def check_layer(layer, variant=None):
        report = tmp_path_factory.mktemp("controle") / "controle.html"
        workbook = {"WORKBOOK": str(sample / variant / "werkblad.xlsx")} if variant else {}
        result = run("checkplans", INPUT=layer, PEILDATUM="2026-01-01", BOUNDARY=str(sample / "gemeentegrens.gpkg"), OUTPUT="TEMPORARY_OUTPUT",
                     REPORT=str(report), **workbook)  # fmt: skip
        found = [(values(feature), feature.geometry()) for feature in result["OUTPUT"].getFeatures()]
        return result, found, report.read_text(encoding="utf-8")

    return check_layer


@pytest.fixture(scope="module")
def wrong(run, check, sample, tmp_path_factory):
    target = tmp_path_factory.mktemp("fouten") / "p.gpkg"
    variant = sample / "fouten"
    run("importplans", INPUT=str(variant / "plannen.gpkg"), WORKBOOK=str(variant / "werkblad.xlsx"), GEMEENTE="GM9999", PEILDATUM="2026-01-01",
        OUTPUT=str(target))  # fmt: skip
    return check(str(target), "fouten")


def test_the_clean_sample_has_no_error_and_no_warning(check, clean_file):
    result, found, report = check(str(clean_file), "schoon")
    assert (result["PLANS"], result["ERRORS"], result["WARNINGS"], result["INFOS"]) == (44, 0, 0, 2)
    assert {finding["regel"] for finding, _ in found} == {"S3"}
    assert "Geen fouten: er kan geleverd worden." in report
    assert "Markerwaard (GM9999)" in report


def test_how_many_plans_go_stands_beside_how_many_were_checked(run, check, clean_file, own_file, sample, tmp_path):
    """Two plans stay home: 44 in one place and 42 in another would look like two that were lost."""
    said = "44 plannen gecontroleerd, 42 gaan mee"
    result, _, report = check(str(clean_file))
    assert result["DELIVERED"] == 42
    assert f"{said}; 0 waarschuwingen" in report
    told = Listener()
    done = run("exportdelivery", told, INPUT=str(own_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    assert f"{said}: 0 fouten" in told.textLog()
    assert f"{said}; 0 waarschuwingen" in Path(done["OWN_REPORT"]).read_text(encoding="utf-8")
    assert "42 plannen gecontroleerd; 0 waarschuwingen" in Path(done["REPORT"]).read_text(encoding="utf-8"), (
        "the province reads of those only"
    )


def test_every_planted_mistake_is_found_and_nothing_else(wrong):
    planted = make_sample.planted()
    expected = {(one.regel, one.ernst, one.plannaam) for one in planted}
    expected -= {("N2", "fout", "Garageboxen Meidoornhof")}  # its row became a plan that still needs a polygon
    expected |= {
        ("G1", "fout", "Garageboxen Meidoornhof"),
        ("A1", "fout", "Molentocht, twee kavels"),  # a name that stands twice joins nothing
        ("N1", "waarschuwing", "Molentocht, twee kavels"),  # its plannummer stands twice as well
    }
    assert {(finding["regel"], finding["ernst"], finding["plannaam"]) for finding, _ in wrong[1]} == expected


def test_counts_are_those_of_the_findings(wrong):
    result, found, report = wrong
    for name, severity in (("ERRORS", "fout"), ("WARNINGS", "waarschuwing"), ("INFOS", "info")):
        assert result[name] == sum(finding["ernst"] == severity for finding, _ in found) > 0
    assert result["PLANS"] == 45
    empty = [finding["plan_id"] for finding, _ in found if finding["soort"] == "invullen" and finding["ernst"] == "fout"]
    assert (result["UNANSWERED"], result["TO_FILL"]) == (len(empty), len(set(empty)))
    words = f"{result['ERRORS'] - len(empty)} fouten, {len(set(empty))} plannen in te vullen ({len(empty)} velden)"
    assert f"{words}: er kan nog niet geleverd worden." in report
    severities = [finding["ernst"] for finding, _ in found]
    assert severities == sorted(severities, key=["fout", "waarschuwing", "info"].index)


def test_findings_have_the_columns_of_the_interface(wrong):
    layer = wrong[0]["OUTPUT"]
    assert [field.name() for field in layer.fields() if field.name() != "fid"] == COLUMNS
    assert layer.wkbType() == QgsWkbTypes.Type.Point
    assert layer.crs().authid() == "EPSG:28992"
    assert all(isinstance(feature["rij"], int) for feature in layer.getFeatures() if feature["regel"] in ("A2", "G2"))


def test_findings_about_polygons_point_at_the_place(wrong):
    boundary = make_sample.boundary()
    for finding, geometry in wrong[1]:
        if finding["regel"] in ("G2", "G3", "G4", "G5"):
            point = geometry.asPoint()
            left, bottom, right, top = boundary.buffer(1000).bounds
            assert left < point.x() < right, finding
            assert bottom < point.y() < top, finding
        if finding["regel"][0] in "AS":
            assert geometry.isNull()


def test_every_message_is_a_sentence_and_stands_in_the_report(wrong):
    _, found, report = wrong
    import html

    text = html.unescape(report)
    for finding, _ in found:
        assert finding["melding"].endswith((".", "?")), finding
        assert finding["plan_id"]
        assert finding["melding"] in text or (finding["soort"] == "invullen" and finding["ernst"] == "fout")


def test_without_report_and_boundary_it_still_checks(run):
    plans = [consistent_plan(), consistent_plan(plannaam="Dijk", bruto_jaar01=9)]
    result = run(
        "checkplans", INPUT=polygon_layer(plans, geometries=[square(0), square(1)]), PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT"
    )
    assert (result["PLANS"], result["ERRORS"]) == (2, 1)
    assert Path(result["REPORT"]).is_file() if result.get("REPORT") else True


def test_an_empty_plan_file_has_nothing_to_report(run, tmp_path):
    run("createplanfile", GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(tmp_path / "p.gpkg"))
    result = run(
        "checkplans", INPUT=str(tmp_path / "p.gpkg"), PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html")
    )
    assert (result["PLANS"], result["ERRORS"], result["OUTPUT"].featureCount()) == (0, 0, 0)
    assert "Geen fouten" in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("changes", "rules"), [
    ({"bruto_totaal": None}, {"A1"}), ({"vertrouwelijk": True}, {"S1"}), ({"gerealiseerd": True, "vervallen": True}, {"S2"}),
    ({"plannaam": None}, {"N1"}), ({"plannaam": "Haven "}, {"N4"}), ({"meergezins": 0}, {"A4"}),
])  # fmt: skip
def test_values_come_from_the_layer_as_they_are(run, changes, rules):
    plans = [consistent_plan(plannaam="Ander plan"), consistent_plan(**changes)]
    result = run("checkplans", INPUT=polygon_layer(plans), PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT")
    assert {feature["regel"] for feature in result["OUTPUT"].getFeatures()} == rules


def test_a_number_that_is_no_count_is_found(run):
    plans = [consistent_plan(bruto_totaal=20.5), consistent_plan(plannaam="Dijk", bruto_totaal=20.0)]
    result = run("checkplans", INPUT=polygon_layer(plans), PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT")
    assert {(feature["regel"], feature["plannaam"]) for feature in result["OUTPUT"].getFeatures()} == {
        ("A1", "Havenkwartier"),
        ("A1", "Dijk"),
    }


def test_what_the_reader_of_the_worksheet_saw_is_said_in_log_and_report(run, clean_file, tmp_path):
    names = [plan["plannaam"] for plan, _ in read_plans(clean_file)]
    book = openpyxl.Workbook()
    book.active.append(("plannaam", "bruto"))
    for name in [*names, 12]:
        book.active.append((name, "=1+1"))
    book.active.row_dimensions[3].hidden = True
    book.active.cell(book.active.max_row, 1).number_format = '"Plan "000'
    book.create_sheet("Geheim").sheet_state = "hidden"
    book.save(tmp_path / "w.xlsx")
    listener = Warned()
    run("checkplans", listener, INPUT=f"{clean_file}|layername=plannen", PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT",
        WORKBOOK=str(tmp_path / "w.xlsx"), REPORT=str(tmp_path / "r.html"))  # fmt: skip
    report = html.unescape((tmp_path / "r.html").read_text(encoding="utf-8"))
    for said in ("Verborgen rijen zijn meegelezen: rij 3", "Formule zonder berekende waarde in cel B2", "In de naamkolom staat geen tekst",
                 "Verborgen bladen zijn niet gelezen: ‘Geheim’", "toont ‘Plan 012’, gelezen is 12"):  # fmt: skip
        assert said in report
        assert any(said in warning for warning in listener.warnings)


def test_the_sheet_with_the_names_of_the_plans_is_compared(run, clean_file, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(("plannaam",))
    book.active.append(("Plan van vroeger",))
    sheet = book.create_sheet("Nu")
    sheet.append(("plannaam",))
    for plan, _ in read_plans(clean_file):
        sheet.append((plan["plannaam"],))
    book.save(tmp_path / "w.xlsx")
    result = run("checkplans", INPUT=f"{clean_file}|layername=plannen", PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT",
                 WORKBOOK=str(tmp_path / "w.xlsx"))  # fmt: skip
    assert not [feature for feature in result["OUTPUT"].getFeatures() if feature["regel"] == "N2"]


class Warned(Listener):
    """Keeps the warnings."""

    def __init__(self):
        super().__init__()
        self.warnings = []

    def pushWarning(self, warning):  # noqa: N802  # QGIS's name
        self.warnings.append(warning)


def test_nothing_is_read_of_the_plans_before_the_work_is_in_the_background(provider, sample):
    """A window asks whether parameters are good on its own thread: with 50.000 plans reading them took a second."""
    calls = []

    class Seen(QgsExpressionFunction):
        def func(self, values, context, parent, node):
            calls.append(1)
            return True

        def clone(self):
            return Seen("seen_by_test", 0, "test", "")

    kept = Seen("seen_by_test", 0, "test", "")  # QGIS does not own it
    QgsExpression.registerFunction(kept)
    try:
        layer = polygon_layer([consistent_plan(plannaam=f"Plan {number}") for number in range(20)])
        assert layer.setSubsetString("seen_by_test()")
        assert list(layer.getFeatures())
        assert calls, "a reader would be seen"
        QgsProject.instance().addMapLayer(layer)
        calls.clear()
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        given = {"INPUT": layer.id(), "PEILDATUM": "2026-01-01", "BOUNDARY": str(sample / "gemeentegrens.gpkg"), "OUTPUT": "memory:"}
        assert provider.algorithm("checkplans").create().checkParameterValues(given, context) == (True, "")
        assert len(calls) <= 20  # at most once by QGIS itself, which looks at a filter when it takes a layer in memory
    finally:
        QgsProject.instance().clear()
        QgsExpression.unregisterFunction("seen_by_test")


def test_a_plan_file_is_checked_by_its_own_peildatum(run, refused, own_file, tmp_path):
    """Not by that of today: each year would have another name, and so it would be kept in the file."""
    change(own_file, read_plans(own_file)[0][0]["plannaam"], bruto_jaar01=None)
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET peildatum = '2031-01-01'")
    report, certificate = tmp_path / "controle.html", tmp_path / "controle.json"
    asked = {"INPUT": str(own_file), "OUTPUT": "memory:", "REPORT": str(report), "CERTIFICATE": str(certificate)}
    run("checkplans", KEEP=True, **asked)
    assert "peildatum 1 januari 2031" in report.read_text(encoding="utf-8")
    assert "1 januari 2031" in certificate.read_text(encoding="utf-8")
    before = digest(own_file)
    said = refused("checkplans", PEILDATUM="2026-01-01", KEEP=True, **asked)
    assert "Het planbestand heeft peildatum 1 januari 2031 en u koos 1 januari 2026: elk jaar zou verschuiven." in said
    assert digest(own_file) == before
    run("checkplans", PEILDATUM="2031-01-01", **asked)


def test_plans_in_no_plan_file_are_checked_by_the_peildatum_that_is_chosen_or_that_of_today(run, tmp_path):
    layer, report = polygon_layer([consistent_plan()]), tmp_path / "controle.html"
    run("checkplans", INPUT=layer, PEILDATUM="2031-01-01", OUTPUT="memory:", REPORT=str(report))
    assert "peildatum 1 januari 2031" in report.read_text(encoding="utf-8")
    run("checkplans", INPUT=layer, OUTPUT="memory:", REPORT=str(report))
    assert f"peildatum {Peildatum.current(date.today()).words}" in report.read_text(encoding="utf-8")


def test_what_goes_out_has_the_peildatum_of_the_plan_file(run, own_file, tmp_path):
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET peildatum = '2031-01-01'")
    result = run("exportdelivery", INPUT=str(own_file), GEMEENTE="GM9999", FOLDER=str(tmp_path / "uit"))
    assert Path(result["PACKAGE"]).name == "LMVW_GM9999_2031-01-01.zip"
