# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles, small plans, art. 8 and toelichtingen through ``lmvw:exportdelivery``, and the way back from package to package."""

import json
import os
import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pytest
from osgeo import gdal, ogr
from qgis.core import QgsGeometry

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering import profiles
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, change, consistent_plan, left_in, polygon_layer, read_plans, square

NAME = "LMVW_GM9999_2026-01-01"
SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


@pytest.fixture
def deliver(run, tmp_path):
    def export(source, **more):
        return run(
            "exportdelivery", INPUT=source if not isinstance(source, Path) else str(source), FOLDER=str(tmp_path / "uit"), **SHARED, **more
        )

    return export


def manifest_of(result):
    return json.loads(Path(result["GPKG"]).with_name("manifest.json").read_text(encoding="utf-8"))


def three_plans():
    soft = {"vertrouwelijk": True, "planstatus": "3"}
    return polygon_layer(
        [consistent_plan(plannaam="a"), consistent_plan(plannaam="b", **soft), consistent_plan(plannaam="c", vervallen=True)]
    )


def test_zuid_holland(deliver):
    result = deliver(three_plans(), PROFILE="zuid-holland")
    collection = json.loads(Path(result["GPKG"]).with_name("zuid-holland.pzh.geojson").read_text(encoding="utf-8"))
    assert collection["crs"]["properties"]["name"] == "EPSG:28992"
    plans = [feature["properties"] for feature in collection["features"]]
    assert [(plan["plannaam"], plan["vertrouwelijkheid"]) for plan in plans] == [("a", "Openbaar"), ("b", "Provincie")]
    assert sum(year["onbekend_onbekend"] for year in plans[0]["year_properties"]) == 20
    assert collection["features"][0]["geometry"]["type"] == "MultiPolygon"
    assert "zuid-holland.pzh.geojson" in manifest_of(result)["sha256"]
    assert "fasering" not in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text(encoding="utf-8").lower().split("profiel")[0]
    rows = dict(openpyxl.load_workbook(result["XLSX"])["Toelichting"].iter_rows(values_only=True))
    assert "Profiel van de provincie" in rows


def test_gelderland(deliver):
    result = deliver(three_plans(), PROFILE="gelderland")
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        assert "gelderland.gdb.zip" in packed.namelist()
    found = ogr.Open(f"/vsizip/{Path(result['GPKG']).with_name('gelderland.gdb.zip')}/gelderland.gdb")
    plans, years = found.GetLayerByName("Planregistratie"), found.GetLayerByName("DetailPlanning")
    assert plans.GetSpatialRef().GetAuthorityCode(None) == "28992"
    assert [(plan["plannaam"], plan["totaal_resterend"], plan["totaal_netto_resterend"]) for plan in plans] == [
        ("a", 20, 16),
        ("b", 20, 16),
    ]
    assert sum(year["onbekend_onbekend"] for year in years) == 40


def test_zeeland(deliver):
    result = deliver(three_plans(), PROFILE="zeeland")
    folder = Path(result["GPKG"]).with_name("zeeland")
    assert left_in(folder) == ["00001 a.xlsx", "00002 b.xlsx"]
    rows = list(openpyxl.load_workbook(folder / "00001 a.xlsx").active.iter_rows(values_only=True))
    assert rows[0][6:26] == tuple(range(2024, 2044))
    form = {(row[0], row[1]): row for row in rows[1:]}
    assert form["Nieuwbouw", "nieuwbouw"][5] == 20
    assert sum(form["Nieuwbouw", "nieuwbouw"][6:26]) == 20
    assert form["Nieuwbouw", "nieuwbouw"][26] == 0
    care = [form[label, "wonen en zorg"][5] for label in ("Nultreden", "Geclusterd", "Zorggeschikt", "Onbekend", "Regulier")]
    assert care == [2, 7, 5, 6, 0]
    assert sum(row[5] for (_, group), row in form.items() if group == "betaalbaarheid") == 20


def test_a_profile_of_the_province_itself(deliver, refused, tmp_path):
    own = tmp_path / "flevoland.json"
    columns = [{"naam": "PLAN", "veld": "plannaam"}, {"naam": "NETTO", "som": ["bruto_totaal", "-sloop_totaal"]}]
    own.write_text(json.dumps({"naam": "flevoland", "titel": "Flevoland", "formaat": "gpkg", "bestand": "flevoland.gpkg", "laag": "plannen_fl",
                               "kolommen": columns, "kan_niet": ["Alles behalve netto."]}), encoding="utf-8")  # fmt: skip
    result = deliver(three_plans(), PROFILE_FILE=str(own))
    found = [(plan["PLAN"], plan["NETTO"]) for plan, _ in read_plans(Path(result["GPKG"]).with_name("flevoland.gpkg"), "plannen_fl")]
    assert found == [("a", 16), ("b", 16)]
    assert "Alles behalve netto." in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text(encoding="utf-8")
    own.write_text(own.read_text(encoding="utf-8").replace("sloop_totaal", "slop_totaal"), encoding="utf-8")
    message = refused("exportdelivery", INPUT=three_plans(), FOLDER=str(tmp_path / "uit"), PROFILE_FILE=str(own), **SHARED)
    assert "bedoelt u ‘sloop_totaal’?" in message


def test_small_plans_need_agreement_and_town_hall_once(deliver, refused, own_file, tmp_path):
    message = refused("exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), SMALL_PLANS=True, **SHARED)
    assert "akkoord van de provincie is niet vastgelegd" in message
    assert "gemeentehuis ontbreekt" in message
    hall = polygon_layer([{"naam": "gemeentehuis"}])
    first = deliver(own_file, SMALL_PLANS=True, AGREEMENT="brief 2026-17", TOWN_HALL=hall)
    manifest = manifest_of(first)
    assert manifest["kleine_plannen_opgeteld"] > 1
    assert (manifest["totalen"]["bruto_totaal"], manifest["totalen"]["sloop_totaal"]) == (3131, 242)
    plans = read_plans(first["GPKG"])
    assert len(plans) == 42 - manifest["kleine_plannen_opgeteld"] + 1
    summed, geometry = plans[-1]
    assert summed["plannaam"] == "Kleine plannen Markerwaard (opgeteld)"
    assert geometry.equals(square(0))
    assert not [
        plan
        for plan, _ in plans[:-1]
        if not (plan["gerealiseerd"] or plan["vervallen"] or plan["vertrouwelijk"]) and plan["bruto_totaal"] < 12
    ]
    listener = Listener()
    again = deliver(own_file, SMALL_PLANS=True, feedback=listener)
    assert "Telt een van de opgetelde plannen als geheel" in listener.textLog()
    assert manifest_of(again)["kleine_plannen_opgeteld"] == manifest["kleine_plannen_opgeteld"]
    apart = deliver(own_file)
    assert manifest_of(apart)["kleine_plannen_opgeteld"] == 0


def test_the_sum_of_the_small_plans_says_what_was_agreed_and_what_is_in_it(deliver, own_file):
    result = deliver(own_file, SMALL_PLANS=True, AGREEMENT="brief 2026-17", TOWN_HALL=polygon_layer([{"naam": "gemeentehuis"}]))
    words = "Akkoord van de provincie: brief 2026-17."
    summed, _ = read_plans(result["GPKG"])[-1]
    assert words in summed["toelichting"]
    assert "hard " in summed["toelichting"] and "zacht " in summed["toelichting"]
    rows = list(openpyxl.load_workbook(result["XLSX"])["Toelichting"].iter_rows(values_only=True))
    assert [row for row in rows if words in str(row[1])]
    assert words in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text(encoding="utf-8")
    assert manifest_of(result)["kleine_plannen_akkoord"] == "brief 2026-17"


def test_the_gemeentes_own_report_counts_each_dwelling_once(deliver, run, own_file, tmp_path):
    """Beside the small plans stands their sum (art. 9): the totals are those of the check and of the package all the same."""

    def totals_in(page):
        text = Path(page).read_text(encoding="utf-8")
        return re.findall(r"<table.*?</table>", text[text.index(">Totalen<") :], re.DOTALL)[0]

    check = {name: value for name, value in SHARED.items() if name == "PEILDATUM"}
    checked = run("checkplans", INPUT=str(own_file), REPORT=str(tmp_path / "controle.html"), OUTPUT="memory:", **check)
    result = deliver(own_file, SMALL_PLANS=True, AGREEMENT="brief", TOWN_HALL=polygon_layer([{"naam": "gemeentehuis"}]))
    assert manifest_of(result)["kleine_plannen_opgeteld"] > 1
    assert totals_in(result["OWN_REPORT"]) == totals_in(checked["REPORT"])
    assert "3.131" in totals_in(result["OWN_REPORT"])
    own = Path(result["OWN_REPORT"]).read_text(encoding="utf-8")
    assert f"{checked['PLANS']} plannen gecontroleerd" in own


def test_the_sum_is_judged_like_any_other_plan(refused, own_file, tmp_path):
    """A town hall whose line crosses itself is no polygon, also when the plugin made the plan."""
    bow = QgsGeometry.fromWkt("MultiPolygon (((146000 506000, 146040 506040, 146040 506000, 146000 506040, 146000 506000)))")
    hall = polygon_layer([{"naam": "gemeentehuis"}], geometries=[bow])
    message = refused(
        "exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), SMALL_PLANS=True, AGREEMENT="brief", TOWN_HALL=hall, **SHARED
    )
    assert "Kleine plannen Markerwaard (opgeteld)" in message
    assert "kruist" in message


def test_names_of_small_plans_stay_at_home(deliver, own_file):
    everything = {plan["plannaam"] for plan, _ in read_plans(own_file)}
    result = deliver(own_file, SMALL_PLANS=True, AGREEMENT="brief", TOWN_HALL=polygon_layer([{"naam": "gemeentehuis"}]))
    gone = everything - {plan["plannaam"] for plan, _ in read_plans(result["GPKG"])}
    assert len(gone) > 3
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        book = zipfile.ZipFile(packed.open("plannen.xlsx"))
        texts = [packed.read(name) for name in packed.namelist()] + [book.read(name) for name in book.namelist()]
    for name in gone:
        assert not [text for text in texts if name.encode() in text], name


def test_art_8_is_recorded_and_travels_with_the_plans(deliver, own_file):
    result = deliver(own_file, AGGREGATE="ja")
    plans = [plan for plan, _ in read_plans(result["GPKG"])]
    assert {plan["provincie_aggregeert"] for plan in plans if plan["vertrouwelijk"]} == {True}
    assert {plan["provincie_aggregeert"] for plan in plans if not plan["vertrouwelijk"]} == {None}
    assert len(plans) == 42, "they still go to the province one by one"
    assert planfile.read_info(own_file).provincie_aggregeert is True
    assert manifest_of(deliver(own_file))["provincie_aggregeert"] is True


def test_warnings_without_toelichting_are_told(deliver, own_file):
    change(own_file, "Erf Zuiderhoeve", plantype="uitbreiding_uitleg", toelichting=None)
    listener = Listener()
    result = deliver(own_file, feedback=listener)
    assert (result["ERRORS"], result["UNEXPLAINED"]) == (0, 1)
    assert "Zonder toelichting: Erf Zuiderhoeve" in listener.textLog()
    change(own_file, "Erf Zuiderhoeve", toelichting="Hoort bij de wijk.")
    assert deliver(own_file)["UNEXPLAINED"] == 0


@pytest.fixture
def tower(tmp_path):
    """A plan file with two plans on one polygon."""
    path, plans = (
        tmp_path / "toren.gpkg",
        [(square(0), consistent_plan(plan_id=name, plannaam=name)) for name in ("Toren laag", "Toren hoog")],
    )
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return path


@pytest.mark.parametrize("explains", ["Toren laag", "Toren hoog"])
def test_of_two_plans_on_one_polygon_either_may_explain_it(deliver, tower, explains):
    """One warning, at the first plan; the province reads the explanation with both."""
    result = deliver(tower)
    assert (result["WARNINGS"], result["UNEXPLAINED"]) == (1, 1)
    change(tower, explains, toelichting="Onder huur, boven koop.")
    result = deliver(tower)
    assert (result["WARNINGS"], result["UNEXPLAINED"]) == (1, 0)
    of_plans = Path(result["REPORT"]).read_text("utf-8").split("Bevindingen per plan")[1]
    assert of_plans.count("Het plan heeft dezelfde polygoon als ‘Toren hoog’") == 2
    assert of_plans.count("Bij Toren laag: Het plan heeft dezelfde polygoon") == 1
    assert of_plans.count("Onder huur, boven koop.") == 2
    assert of_plans.count(f"Toelichting van de gemeente bij {explains}: Onder huur, boven koop.") == 1


def test_contact_and_remarks_stand_in_the_workbook(deliver, own_file):
    result = deliver(own_file, CONTACT="Afdeling Wonen", REMARKS="=niet optellen\nTwee plannen volgen.")
    rows = dict(openpyxl.load_workbook(result["XLSX"])["Toelichting"].iter_rows(values_only=True))
    assert (rows["Contact bij de gemeente"], rows["Opmerkingen van de gemeente"]) == (
        "Afdeling Wonen",
        "=niet optellen\nTwee plannen volgen.",
    )
    properties = openpyxl.load_workbook(result["XLSX"]).properties
    assert (properties.creator, properties.lastModifiedBy, properties.title) == ("LMVW Woningbouwplannen", None, None)


AUTUMN = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-07-01"}


def test_in_autumn_the_answer_about_rest_capacity_travels(run, refused, tmp_path):
    """Invultip 3: on the sheet Toelichting and in LEESMIJ.txt, with an explanation when it is no."""
    given = {"INPUT": three_plans(), "FOLDER": str(tmp_path / "uit"), **AUTUMN}
    assert "zeg bij ‘Wat levert u dan?’" in refused("exportdelivery", REST_CAPACITY="nee", **given)
    listener = Listener()
    run("exportdelivery", feedback=listener, **given)
    assert "Niet beantwoord is of het om restcapaciteit gaat" in listener.textLog()
    result = run("exportdelivery", REST_CAPACITY="nee", REST_WHY="De stand van 1 januari.", **given)
    rows = dict(openpyxl.load_workbook(result["XLSX"])["Toelichting"].iter_rows(values_only=True))
    assert (rows["Gaat het om restcapaciteit? (Invultip 3)"], rows["Wat is er dan geleverd?"]) == ("nee", "De stand van 1 januari.")
    text = Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text(encoding="utf-8")
    assert "Gaat het om restcapaciteit? (Invultip 3) nee" in text and "De stand van 1 januari." in text
    assert "najaarslevering, extractie 1 oktober 2026" in text


def test_package_to_plan_file_to_package_is_equal(run, clean_file, tmp_path):
    first = run("exportdelivery", INPUT=str(clean_file), FOLDER=str(tmp_path / "een"), **SHARED)
    back = tmp_path / "terug.gpkg"
    run("importplans", INPUT=f"{first['GPKG']}|layername=plannen", WORKBOOK=first["XLSX"], OUTPUT=str(back), **SHARED)
    second = run("exportdelivery", INPUT=str(back), FOLDER=str(tmp_path / "twee"), **SHARED)
    here, there = read_plans(first["GPKG"]), read_plans(second["GPKG"])
    assert len(here) == len(there) == 42
    for (plan, geometry), (other, shape) in zip(here, there, strict=True):
        assert plan == other
        assert geometry.asWkb() == shape.asWkb()
    assert json.loads(Path(first["GPKG"]).with_name("manifest.json").read_text())["totalen"] == manifest_of(second)["totalen"]


def test_descriptions_of_columns_and_codes_are_inside(deliver, own_file):
    result = deliver(own_file)
    found = ogr.Open(result["GPKG"])
    domains = gdal.OpenEx(result["GPKG"])
    assert domains.GetFieldDomain("planstatus").GetEnumeration()["2A"]
    assert set(domains.GetFieldDomain("plantype").GetEnumeration()) >= {"verdichting", "herstructurering"}
    layer = found.GetLayerByName(b.LAYER)
    assert [feature.GetFID() for feature in layer] == list(range(1, 43))
    described = found.ExecuteSQL("SELECT count(*) FROM gpkg_data_columns WHERE description <> '' AND title <> ''")
    assert described.GetNextFeature().GetField(0) == len(b.COLUMNS) + 1
    found.ReleaseResultSet(described)  # GDAL complains of a file that is closed in the middle of an answer


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_computes_the_same_values(deliver, own_file, tmp_path):
    """Stored values and recomputed values agree, also after a change."""
    result = deliver(own_file)
    stored = openpyxl.load_workbook(result["XLSX"], data_only=True)
    changed = tmp_path / "plannen.xlsx"
    book = openpyxl.load_workbook(result["XLSX"])
    book.save(changed)  # openpyxl drops the stored values: LibreOffice has to compute them
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation={(tmp_path / 'profiel').as_uri()}", "--convert-to", "ods", "--outdir", str(tmp_path), str(changed)],
        check=True, capture_output=True, timeout=100, env={**os.environ, "HOME": str(tmp_path)},
    )  # fmt: skip
    from python_calamine import CalamineWorkbook

    computed = CalamineWorkbook.from_path(str(tmp_path / "plannen.ods"))
    for title in ("Plannen", "Toelichting"):
        meant = [["" if cell is None else cell for cell in row] for row in stored[title].iter_rows(values_only=True)]
        meant = [
            [cell.date() if isinstance(cell, datetime) else cell for cell in row] for row in meant
        ]  # one reader has days, the other moments
        found = computed.get_sheet_by_name(title).to_python(skip_empty_area=False)
        assert [row[: len(meant[0])] for row in found[: len(meant)]] == meant, title


@pytest.mark.parametrize("profile", profiles.names()[1:])
def test_odd_names_pass_through_every_profile(deliver, profile):
    names = ["a\rb", "c\r\nd", "_x000D_", "_x005F_x0041_", "=1+1", "CON", "x/y\\z:?*", "e\u0301", "naam. "]
    result = deliver(polygon_layer([consistent_plan(plannaam=name, plan_id=name) for name in names]), PROFILE=profile)
    if profile == "zeeland":
        from python_calamine import CalamineWorkbook

        made = sorted(Path(result["GPKG"]).with_name("zeeland").iterdir())
        read = [CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()[0][0] for path in made]
        assert read == names


@pytest.mark.parametrize(("given", "kept"), [("ja", True), (1, True), ("1", True), ("2", False), (0, None)])
def test_a_choice_is_taken_by_its_word_and_by_the_number_that_help_lists(deliver, own_file, given, kept):
    deliver(own_file, AGGREGATE=given)
    assert planfile.read_info(own_file).provincie_aggregeert is kept


def test_a_choice_that_is_not_there_is_refused(refused, own_file, tmp_path):
    assert refused("exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), AGGREGATE="9", **SHARED)


def test_the_profile_of_another_province_is_told(run, own_file, tmp_path):
    told = Listener()
    run("exportdelivery", told, INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), PROFILE="zeeland", **SHARED)
    assert (
        "Profiel ‘Zeeland (Excel-bestand per plan)’ is van provincie Zeeland, en Markerwaard ligt in Voorbeeldprovincie" in told.textLog()
    )


def test_a_file_where_the_folder_should_be_is_said_in_dutch(refused, own_file, tmp_path):
    (tmp_path / "uit").write_text("een brief")
    words = refused("exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert "er staat al iets anders met die naam" in words and "exists" not in words
    assert (tmp_path / "uit").read_text() == "een brief"


def test_a_file_of_the_user_that_has_the_name_of_the_own_report_is_set_aside(run, own_file, tmp_path):
    report = own_file.with_name("planbestand_levering_VERTROUWELIJK.html")
    report.write_text("mijn aantekeningen", encoding="utf-8")
    told = Listener()
    result = run("exportdelivery", told, INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    (aside,) = tmp_path.glob("planbestand_levering_VERTROUWELIJK_bewaard_*.html")
    assert aside.read_text(encoding="utf-8") == "mijn aantekeningen"
    assert result["OWN_REPORT"] == str(report) and "<html" in report.read_text(encoding="utf-8")
    assert f"het staat nu in ‘{aside}’" in told.textLog()
    deliver_again = Listener()
    run("exportdelivery", deliver_again, INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert list(tmp_path.glob("planbestand_levering_VERTROUWELIJK_bewaard_*.html")) == [aside], "what the plugin wrote is replaced"
    report.write_text(report.read_text(encoding="utf-8").replace("</body>", "<p>nagebeld</p></body>"), encoding="utf-8")
    run("exportdelivery", deliver_again, INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    kept = set(tmp_path.glob("planbestand_levering_VERTROUWELIJK_bewaard_*.html")) - {aside}
    assert ["nagebeld" in one.read_text(encoding="utf-8") for one in kept] == [True], "what the user wrote in it is kept"


def test_what_the_user_put_into_the_unpacked_folder_is_set_aside_and_said(run, own_file, tmp_path):
    given = {"INPUT": str(own_file), "FOLDER": str(tmp_path / "uit"), **SHARED}
    letter = Path(run("exportdelivery", **given)["GPKG"]).with_name("brief.txt")
    letter.write_text("van mij")
    told = Listener()
    result = run("exportdelivery", told, **given)
    (aside,) = (tmp_path / "uit").glob("*_bewaard_*")
    assert (aside / "brief.txt").read_text() == "van mij"
    lines = [line for line in told.textLog().splitlines() if line.startswith("In de map voor de levering stonden bestanden")]
    for said in (*lines, result["SET_ASIDE"]):
        assert f"die niet van de plugin zijn of gewijzigd waren; zij staan nu in ‘{aside}’" in said
    assert len(lines) == 1, "among the results it is not read"


@pytest.mark.parametrize(("asked", "spared"), [("vervallen", "gerealiseerd"), ("gerealiseerd", "vervallen")])
def test_a_plan_that_ended_is_not_asked_for_the_other_end(deliver, asked, spared):
    """Name and polygon are enough (Invultip 6): what nobody asked goes out as the nee that it can only be (S2)."""
    finished = dict.fromkeys(field.name for field in b.COLUMNS if field.name not in b.OF_FINISHED)
    plan = consistent_plan(plannaam="af", vertrouwelijk=False) | finished | {asked: True, spared: None}
    result = deliver(polygon_layer([consistent_plan(plannaam="a"), plan]))
    (delivered,) = (plan for plan, _ in read_plans(result["GPKG"]) if plan["plannaam"] == "af")
    assert (delivered[asked], delivered[spared]) == (True, False)
    sheet = openpyxl.load_workbook(result["XLSX"])["Plannen"]
    (row,) = (row for row in sheet.iter_rows(values_only=True) if "af" in row)
    assert {"ja", "nee"} <= set(row)
