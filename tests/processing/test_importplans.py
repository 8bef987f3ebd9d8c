# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:importplans``: what a municipality has becomes a plan file, exactly, and the rest is listed."""

import json

import openpyxl
import pytest
import shapely
from qgis.core import QgsGeometry

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.layers.planfile import store as planfile
from scripts import make_sample
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, left_in, polygon_layer, read_plans, square

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
NAMES = [field.name for field in b.COLUMNS if field.name not in ("plan_id", "gemeente_code", "gemeente_naam")]


def by_name(path):
    return {plan["plannaam"]: (plan, geometry) for plan, geometry in read_plans(path)}


@pytest.fixture(scope="module")
def imported(run, sample, tmp_path_factory):
    """Import a variant of the sample; returns the outputs and the plans by name."""

    def import_variant(variant, **more):
        target = tmp_path_factory.mktemp(variant) / "p.gpkg"
        files = {"INPUT": str(sample / variant / "plannen.gpkg"), "WORKBOOK": str(sample / variant / "werkblad.xlsx")}
        return run("importplans", **files, **SHARED, OUTPUT=str(target), **more), read_plans(target)

    return import_variant


@pytest.fixture(scope="module")
def clean(imported):
    return imported("schoon")


def test_all_of_the_clean_sample_comes_over(clean):
    result, found = clean
    assert (result["IMPORTED"], result["NOT_IMPORTED"]) == (44, 0)
    meant = {plan["plannaam"]: plan for plan in make_sample.plans()}
    assert {plan["plannaam"] for plan, _ in found} == set(meant)
    for plan, geometry in found:
        expected = meant[plan["plannaam"]]
        assert {name: plan[name] for name in NAMES} == {name: expected.get(name) for name in NAMES}, plan["plannaam"]
        assert geometry.isEmpty() == (expected["geom"] is None)
        if not geometry.isEmpty():
            assert shapely.from_wkb(bytes(geometry.asWkb())).equals_exact(expected["geom"], 0)
    assert len({plan["plan_id"] for plan, _ in found}) == 44


def test_the_report_of_the_clean_sample_is_clean(clean):
    text = planfile.Path(clean[0]["REPORT"]).read_text(encoding="utf-8")
    assert "44 plannen overgenomen, 0 rijen wachten op u, 0 waarden zijn niet overgenomen." in text
    assert "Waarden die niet zijn overgenomen" not in text
    assert "Nog te tekenen" not in text  # the one plan without a polygon is 5B: it has no location to draw


def test_the_files_stand_beside_the_plan_file(clean):
    folder = planfile.Path(clean[0]["OUTPUT"]).parent
    assert left_in(folder) == ["p.gpkg", "p_import_VERTROUWELIJK.html", "p_kolomkoppeling.json"]
    assert planfile.read_info(folder / "p.gpkg") == planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)


def test_the_mapping_it_used_gives_the_same_plans_again(clean, imported):
    result, first = clean
    document = json.loads(planfile.Path(result["MAPPING_USED"]).read_text(encoding="utf-8"))
    assert document["plannaam"] == {"polygonen": "naam", "werkblad": "Naam plan"}
    assert document["velden"]["bruto_totaal"] == {"bron": "werkblad", "kolom": "Totaal bruto"}
    again, second = imported("schoon", MAPPING=result["MAPPING_USED"])
    assert [[plan[name] for name in NAMES] for plan, _ in second] == [[plan[name] for name in NAMES] for plan, _ in first]
    assert [geometry.asWkb() for _, geometry in second] == [geometry.asWkb() for _, geometry in first]
    assert planfile.Path(again["MAPPING_USED"]).read_bytes() == planfile.Path(result["MAPPING_USED"]).read_bytes()


def test_a_mapping_may_be_changed_by_hand(run, sample, clean, tmp_path):
    document = json.loads(planfile.Path(clean[0]["MAPPING_USED"]).read_text(encoding="utf-8"))
    document["velden"]["toelichting"] = {"bron": "polygonen", "kolom": "opmerking"}
    del document["velden"]["tijdelijk"]
    document["velden"]["planstatus"]["waarden"] = {"1A Onherroepelijk": "2A"}
    (tmp_path / "k.json").write_text(json.dumps(document), encoding="utf-8-sig")
    variant = sample / "schoon"
    run("importplans", INPUT=str(variant / "plannen.gpkg"), WORKBOOK=str(variant / "werkblad.xlsx"), MAPPING=str(tmp_path / "k.json"),
        **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))  # fmt: skip
    plans = [plan for plan, _ in read_plans(tmp_path / "p.gpkg")]
    assert {plan["tijdelijk"] for plan in plans} == {None}
    assert sum(plan["planstatus"] == "1A" for plan in plans) == 1  # the cell that held a bare "1A"


@pytest.mark.parametrize(("document", "sentence"), [
    ("{", "Kolomkoppeling ‘k.json’ is geen geldige JSON (tekstregel 1)."),
    ("{}", "‘k.json’ is geen kolomkoppeling van deze plugin"),
    (b"\xff\xfe\x00\x81", "‘k.json’ is geen JSON-bestand"),
    ('{"lmvw_kolomkoppeling": 1, "plannaam": {"polygonen": "naam"}, "velden": {"x": {}}}', "noemt het veld ‘x’"),
    ('{"lmvw_kolomkoppeling": 1, "plannaam": {"polygonen": "weg"}, "velden": {}}',
     "haalt de plannaam uit kolom ‘weg’ van de bron ‘polygonen’, maar die kolom is er niet (wel: naam)"),
    ('{"lmvw_kolomkoppeling": 1, "plannaam": {}, "velden": {}}', "is geen kolom met plannamen gevonden"),
])  # fmt: skip
def test_a_mapping_that_cannot_be_used_is_refused(refused, tmp_path, document, sentence):
    (tmp_path / "k.json").write_bytes(document if isinstance(document, bytes) else document.encode())
    message = refused(
        "importplans", INPUT=polygon_layer([{"naam": "x"}]), MAPPING=str(tmp_path / "k.json"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg")
    )
    assert sentence in message
    assert left_in(tmp_path) == ["k.json"]


def test_the_planted_variant_drops_nothing_without_a_word(imported):
    result, found = imported("fouten")
    planted = make_sample.planted()
    waiting = {one.ander for one in planted if one.regel == "N3"} | {"Molentocht, twee kavels"}
    data = make_sample.dataset(clean=False)
    text = planfile.Path(result["REPORT"]).read_text(encoding="utf-8")
    assert result["NOT_IMPORTED"] == len(waiting) == 5
    names = [plan["plannaam"] for plan, _ in found]
    assert sorted(names) == sorted(
        [one.naam for one in data.features] + ["Garageboxen Meidoornhof", "Woonwagens, locatie nader te bepalen"]
    )
    plans = {plan["plannaam"]: plan for plan, _ in found}
    assert plans["Ruygenhoek-Oost"]["planstatus"] is None
    assert plans["Zeeheldenflats"]["bruto_totaal"] is None
    for value in ("ca. 140", "zacht", "Touwslagerij / Lijnbaan 7–11"):
        assert value in text
    for name in (one.plannaam for one in planted if one.regel == "N3"):
        assert plans[name]["bruto_totaal"] is None, "a near name joins nothing"


def test_polygons_alone_are_enough(run, tmp_path):
    layer = polygon_layer([{"NAAMPLAN": "Haven", "TOTREST": 12.0, "STATUS": "1A onherroepelijke", "rest": "x"}])
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["bruto_totaal"], plan["planstatus"]) == ("Haven", 12, "1A")
    assert geometry.asWkb() == square().asWkb()
    assert json.loads(planfile.Path(result["MAPPING_USED"]).read_text(encoding="utf-8"))["niet_gebruikt"] == {"polygonen": ["rest"]}
    assert "Niet gebruikte kolommen" in planfile.Path(result["REPORT"]).read_text(encoding="utf-8")


def test_invalid_and_empty_polygons_come_along_unchanged(run, tmp_path):
    bow_tie = QgsGeometry.fromWkt("MultiPolygon (((0 0, 10 10, 10 0, 0 10, 0 0)))")
    layer = polygon_layer([{"plannaam": "a"}, {"plannaam": "b"}], geometries=[bow_tie, None])
    assert run("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))["IMPORTED"] == 2
    found = by_name(tmp_path / "p.gpkg")
    assert found["a"][1].asWkb() == bow_tie.asWkb()
    assert found["b"][1].isEmpty()


def test_an_existing_plan_file_with_plans_is_kept(run, refused, tmp_path):
    target = str(tmp_path / "p.gpkg")
    run("importplans", INPUT=polygon_layer([{"plannaam": "Haven"}]), **SHARED, OUTPUT=target)
    assert "bevat al 1 plan en wordt niet overschreven" in refused(
        "importplans", INPUT=polygon_layer([{"plannaam": "Dijk"}]), **SHARED, OUTPUT=target
    )
    assert list(by_name(target)) == ["Haven"]


def test_when_nothing_comes_over_there_is_no_file(refused, tmp_path):
    elsewhere = polygon_layer([{"plannaam": "Haven", "gemeente": "Heemskerk"}])
    message = refused("importplans", INPUT=elsewhere, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "Geen enkel plan is overgenomen" in message
    assert "volgens de bron horen de plannen bij Heemskerk (GM0396)" in message
    empty = polygon_layer([{"plannaam": "Haven"}])
    empty.dataProvider().truncate()
    assert "In ‘plangebieden’ staan geen plannen" in refused("importplans", INPUT=empty, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert left_in(tmp_path) == []


def test_numbers_in_the_worksheet_are_never_guessed(run, tmp_path):
    cells = {
        "a": 12,
        "b": 12.0,
        "c": "12",
        "d": 12.5,
        "e": "12,5",
        "f": "1.234",
        "g": "ca. 40",
        "h": "-",
        "i": -3,
        "j": True,
        "k": None,
        "l": 0,
    }
    book = openpyxl.Workbook()
    for row in [("Plannaam", "Bruto totaal"), *cells.items()]:
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")
    layer = polygon_layer([{"plannaam": name} for name in cells])
    run("importplans", INPUT=layer, WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    found = {name: plan["bruto_totaal"] for name, (plan, _) in by_name(tmp_path / "p.gpkg").items()}
    assert found == {"a": 12, "b": 12, "c": 12, "l": 0} | dict.fromkeys("defghijk")


@pytest.mark.parametrize("percentage", [50, 95])
def test_cancel_in_the_last_step_of_a_single_plan_leaves_nothing(run, tmp_path, percentage):
    layer = polygon_layer([{"plannaam": "Haven"}])
    run("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"), feedback=Listener(cancel_at=percentage))
    assert left_in(tmp_path) == []


def test_a_worksheet_of_another_kind_is_refused(refused, tmp_path):
    (tmp_path / "oud.xls").write_bytes(b"x")
    message = refused("importplans", WORKBOOK=str(tmp_path / "oud.xls"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "‘oud.xls’ is geen Excel-bestand dat gelezen kan worden" in message
    assert message.endswith("Een ouder Excel-bestand slaat u in Excel eerst op als .xlsx.")


def test_the_report_may_go_elsewhere(run, tmp_path):
    (tmp_path / "elders").mkdir()
    given = {
        "INPUT": polygon_layer([{"plannaam": "Haven"}]),
        **SHARED,
        "OUTPUT": str(tmp_path / "p.gpkg"),
        "FOLDER": str(tmp_path / "elders"),
    }
    run("importplans", **given, DRY_RUN=True)
    assert left_in(tmp_path) == ["elders"]
    assert left_in(tmp_path / "elders") == ["p_import.html", "p_kolomkoppeling.json", "p_wijzigingen.json"]


def test_a_worksheet_given_as_layer_is_pointed_to_its_place(refused, tmp_path):
    (tmp_path / "lijst.xlsx").write_bytes(b"x")
    message = refused("importplans", INPUT=str(tmp_path / "lijst.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert message == "‘lijst.xlsx’ is een Excel-bestand; kies het bij ‘Excel-bestand met plangegevens’."


def test_without_any_source_the_sentence_says_what_may_be_chosen(refused, tmp_path):
    assert "kies een laag met planpolygonen, een Excel-bestand, of allebei" in refused(
        "importplans", **SHARED, OUTPUT=str(tmp_path / "p.gpkg")
    )


@pytest.mark.parametrize(("crs", "geometry", "said"), [
    ("", square(), "zegt niet in welk coördinatenstelsel zij staat"),
    ("EPSG:28992", QgsGeometry.fromWkt("MultiPolygon (((4.6 52.5, 4.7 52.5, 4.7 52.6, 4.6 52.5)))"), "liggen volgens hun coördinaten niet in Nederland"),
    ("EPSG:28992", square(), None),
])  # fmt: skip
def test_polygons_that_may_lie_elsewhere_are_told(run, tmp_path, crs, geometry, said):
    layer = polygon_layer([{"plannaam": "Haven"}], crs=crs, geometries=[geometry])
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    report = planfile.Path(result["REPORT"]).read_text(encoding="utf-8")
    assert ("Wat opviel bij het lezen" in report) is (said is not None)
    assert said is None or said in report


@pytest.mark.parametrize("place", ["weg", "bestand"])
def test_a_folder_for_the_report_that_cannot_be_used_stops_it_before_anything_is_written(refused, tmp_path, place):
    (tmp_path / "bestand").write_text("x", encoding="utf-8")
    given = {"INPUT": polygon_layer([{"plannaam": "Haven"}]), **SHARED, "OUTPUT": str(tmp_path / "p.gpkg")}
    assert refused("importplans", **given, FOLDER=str(tmp_path / place)).endswith(
        f"‘{tmp_path / place}’ bestaat niet; kies een bestaande map."
    )
    assert left_in(tmp_path) == ["bestand"]


def test_a_folder_for_the_report_that_is_read_only_stops_it_before_anything_is_written(refused, tmp_path):
    given = {"INPUT": polygon_layer([{"plannaam": "Haven"}]), **SHARED, "OUTPUT": str(tmp_path / "p.gpkg")}
    assert "In map ‘/proc/self’ kan niet geschreven worden" in refused("importplans", **given, FOLDER="/proc/self")
    assert left_in(tmp_path) == []
