# SPDX-License-Identifier: GPL-2.0-or-later
"""Worksheets and layers in the shapes that people really make: each comes over whole, or says in one sentence why not."""

import html
import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry

from tests.conftest import left_in, polygon_layer, read_plans, square
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
HEADER = ("Plannaam", "Bruto totaal", "Sloop totaal")
HAVEN, DIJK = ("Haven", 12, 3), ("Dijk", 5, 0)
BOTH = {"Haven": (12, 3), "Dijk": (5, 0)}


@pytest.fixture
def sheet(run, tmp_path):
    """Import a worksheet of these rows; returns the plans by name and the report as text."""

    def import_sheet(*rows, finish=None, **more):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        if finish:
            finish(book)
        book.save(tmp_path / "w.xlsx")
        result = run("importplans", WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, **more, OUTPUT=str(tmp_path / "p.gpkg"))
        totals(result)
        text = html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8")))
        return {plan["plannaam"]: plan for plan, _ in read_plans(tmp_path / "p.gpkg")}, re.sub(r"\s+", " ", text)

    return import_sheet


def counts(plans):
    return {name: (plan["bruto_totaal"], plan["sloop_totaal"]) for name, plan in plans.items()}


# -- rows that are no plan --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Totaal", "TOTAAL:", " totaal ", "Eindtotaal", "Totaal gemeente", "Totalen", "Subtotaal kern A", "Som"])
def test_a_row_of_totals_is_no_plan_and_counts_nowhere(sheet, name):
    plans, report = sheet(HEADER, HAVEN, DIJK, (name, 17, 3))
    assert counts(plans) == BOTH
    assert f"{name.strip()} Excel-bestand, rij 4 is een totaalrij en geen plan; zij telt niet mee" in report
    assert "Let op" not in report
    assert "Bruto totaal 17 17 0 klopt" in report


def test_a_total_that_is_wrong_is_pointed_out(sheet):
    plans, report = sheet(HEADER, HAVEN, DIJK, ("Totaal", 20, 3))
    assert counts(plans) == BOTH
    assert "Let op: bij ‘Bruto totaal’ staat 20, de rijen erboven tellen op tot 17" in report


def test_subtotals_are_checked_against_their_own_rows(sheet):
    plans, report = sheet(HEADER, HAVEN, ("Subtotaal kern A", 12, 3), DIJK, ("Subtotaal kern B", 5, 0), ("Eindtotaal", 17, 3))
    assert counts(plans) == BOTH
    assert report.count("is een totaalrij") == 3
    assert "Let op" not in report


def test_a_total_without_a_name_is_seen_by_its_sum(sheet):
    plans, report = sheet(HEADER, HAVEN, DIJK, (None, 17, 3))
    assert counts(plans) == BOTH
    assert "Excel-bestand, rij 4 is een totaalrij" in report
    _, report = sheet(HEADER, HAVEN, DIJK, (None, 9, 3), UPDATE=True)
    assert "Excel-bestand, rij 4 de plannaam is leeg" in report
    assert "Bruto totaal 26 17 9 klopt" in report


@pytest.mark.parametrize("name", ["Gemiddeld", "Gemiddelde", "Bron: eigen administratie", "Opmerkingen: zie blad 2"])
def test_averages_and_notes_are_no_plans(sheet, name):
    plans, report = sheet(HEADER, HAVEN, DIJK, (name, None, None))
    assert counts(plans) == BOTH
    assert f"{name} Excel-bestand, rij 4 is een" in report


@pytest.mark.parametrize("name", ["Totaalrenovatie Zuid", "Sombroek", "Standplaats: hier niet", "Bronckhorst"])
def test_a_name_that_only_begins_so_is_a_plan(sheet, name):
    plans, _ = sheet(HEADER, HAVEN, (name, 5, 0))
    assert set(plans) == {"Haven", name}


def test_what_has_its_polygon_is_a_plan_whatever_its_name(sheet):
    plans, _ = sheet(HEADER, HAVEN, ("Totaal", 5, 0), INPUT=polygon_layer([{"plannaam": "Haven"}, {"plannaam": "Totaal"}]))
    assert counts(plans) == {"Haven": (12, 3), "Totaal": (5, 0)}


# -- headers ----------------------------------------------------------------------------------------------------------


def test_titles_above_the_header(sheet):
    plans, _ = sheet(("Woningbouwplannen Markerwaard",), ("Stand 1 januari 2026",), (), HEADER, HAVEN, DIJK)
    assert counts(plans) == BOTH


def test_years_below_merged_headers(sheet):
    plans, report = sheet(
        ("Plannaam", "Bruto", None, "Sloop", None, "Toelichting"), (None, 2026, 2027, "2026", "2027", None),
        ("Haven", 12, 3, 1, 0, "x"), finish=lambda book: (book.active.merge_cells("B1:C1"), book.active.merge_cells("D1:E1")),
    )  # fmt: skip
    plan = plans["Haven"]
    fields = ("bruto_totaal", "bruto_jaar01", "bruto_jaar02", "sloop_jaar01", "sloop_jaar02")
    assert [plan[name] for name in fields] == [None, 12, 3, 1, 0]
    assert plan["toelichting"] == "x"
    assert "Bruto 2027" in report


def test_years_below_groups_above_the_header(sheet):
    plans, report = sheet(
        (None, "Bruto", None, "Sloop", None, "Sociale huur", None),
        ("Plannaam", 2026, 2027, 2026, 2027, 2026, 2027),
        ("Haven", 12, 3, 1, 0, 7, 8),
    )
    plan = plans["Haven"]
    assert (plan["bruto_jaar01"], plan["bruto_jaar02"], plan["sloop_jaar01"], plan["sloop_jaar02"]) == (12, 3, 1, 0)
    assert "Sociale huur 2026 (samen 7), Sociale huur 2027 (samen 8)" in report


def test_a_name_above_a_column_without_one(sheet):
    plans, _ = sheet(("Plan", "Aantallen", None, "Opmerking"), ("Plannaam", "Bruto", "Sloop", None), ("Haven", 12, 3, "eerst dit"))
    assert (plans["Haven"]["bruto_totaal"], plans["Haven"]["sloop_totaal"], plans["Haven"]["toelichting"]) == (12, 3, "eerst dit")


def test_a_first_row_of_data_is_no_header(sheet):
    _, report = sheet(("Plannaam", "Bruto totaal", None), (None, 7, "los"), HAVEN)
    assert "Excel-bestand, rij 2 de plannaam is leeg" in report
    plans, _ = sheet(("Plannaam", None, "Bruto totaal"), ("Haven", "Verdichting", 12), UPDATE=True)
    assert plans["Haven"]["bruto_totaal"] == 12


def test_equal_names_and_other_sheets_with_plans_are_told(sheet):
    def more(book):
        other = book.create_sheet("Kern B")
        for row in (HEADER, ("Kade", 4, 0)):
            other.append(row)
        book.create_sheet("Uitleg").append(("Lees dit eerst",))
        hidden = book.create_sheet("Oud")
        hidden.append(HEADER)
        hidden.sheet_state = "hidden"

    _, report = sheet(("Plannaam", "Bruto totaal", "Bruto totaal"), HAVEN, finish=more)
    assert "Wat opviel bij het lezen" in report
    assert "Kolommen met dezelfde naam: ‘Bruto totaal’; de tweede krijgt ‘(2)’ achter zijn naam." in report
    assert "Ook op blad ‘Kern B’ staan plannamen; alleen blad ‘Sheet’ is gelezen." in report
    assert "Verborgen bladen zijn niet gelezen: ‘Oud’." in report
    assert "Bruto totaal (2) (samen 3)" in report


# -- values -----------------------------------------------------------------------------------------------------------


def test_a_formula_that_was_never_calculated_is_told_in_the_report(sheet):
    plans, report = sheet(HEADER, ("Haven", "=5+7", 3))
    assert counts(plans) == {"Haven": (None, 3)}
    assert "Formule zonder berekende waarde in cel B2; open het bestand in Excel en sla het op." in report


def test_a_plan_number_that_became_a_date_is_not_used(sheet):
    plans, report = sheet(("Plannummer", *HEADER), (date(2026, 3, 1), *HAVEN), ("2026-3", *DIJK))
    assert {name: plan["plannummer"] for name, plan in plans.items()} == {"Haven": None, "Dijk": "2026-3"}
    assert "is in het Excel-bestand een datum geworden; typ het nummer opnieuw als tekst" in report


def test_numbers_as_text_with_spaces_zeros_and_percent(sheet):
    plans, report = sheet(HEADER, ("a", " 12 ", "0012"), ("b", "1 234", 0.5), ("c", "12,00", "50%"))
    assert counts(plans) == {"a": (12, None), "b": (None, None), "c": (None, None)}
    for why in ("begint met een nul", "heeft een spatie in het getal", "is geen heel getal", "heeft tekst naast het getal"):
        assert why in report


def test_empty_columns_and_hidden_rows(sheet):
    def hide(book):
        book.active.row_dimensions[2].hidden = True

    plans, report = sheet(("Plannaam", None, None, *HEADER[1:]), ("Haven", None, None, 12, 3), ("Dijk", None, None, 5, 0), finish=hide)
    assert counts(plans) == BOTH
    assert "Verborgen rijen zijn meegelezen: rij 2." in report


def test_a_dutch_csv(run, tmp_path):
    text = "Plannaam;Bruto totaal;Sloop totaal;Opp in ha\r\nCafé ’t Hoekje;12;3;1,5\r\nDijk;5;0;0,25\r\n"
    (tmp_path / "w.csv").write_bytes(text.encode("cp1252"))
    result = run("importplans", WORKBOOK=str(tmp_path / "w.csv"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert counts({plan["plannaam"]: plan for plan, _ in read_plans(tmp_path / "p.gpkg")}) == {"Café ’t Hoekje": (12, 3), "Dijk": (5, 0)}
    assert "is gelezen als Windows-1252" in Path(result["REPORT"]).read_text(encoding="utf-8")


# -- layers -----------------------------------------------------------------------------------------------------------


def rd():
    found = osr.SpatialReference()
    found.ImportFromEPSG(28992)
    return found


def test_heights_are_left_out_and_change_nothing_later(run, tmp_path):
    high = QgsGeometry.fromWkt("MultiPolygonZ (((146000 506000 1, 146100 506000 2, 146100 506100 3, 146000 506000 1)))")
    layer = polygon_layer([{"plannaam": "Haven", "bruto": 12}], kind="MultiPolygonZ", geometries=[high])
    target = str(tmp_path / "p.gpkg")
    run("importplans", INPUT=layer, **SHARED, OUTPUT=target)
    ((_, geometry),) = read_plans(target)
    assert geometry.asWkt() == "MultiPolygon (((146000 506000, 146100 506000, 146100 506100, 146000 506000)))"
    again = run("importplans", INPUT=layer, **SHARED, OUTPUT=target, UPDATE=True)
    assert (again["CHANGED"], again["UNCHANGED"]) == (0, 1)


@pytest.fixture
def old_letters():
    """QGIS tells GDAL not to translate letters; a program of long ago did."""
    before = gdal.GetConfigOption("SHAPE_ENCODING")
    gdal.SetConfigOption("SHAPE_ENCODING", "CP1252")
    yield
    gdal.SetConfigOption("SHAPE_ENCODING", before)


def test_a_shapefile_with_old_letters_and_short_names(run, old_letters, tmp_path):
    source = ogr.GetDriverByName("ESRI Shapefile").CreateDataSource(str(tmp_path / "plannen.shp"))
    layer = source.CreateLayer("plannen", rd(), ogr.wkbPolygon, ["ENCODING=CP1252"])
    for name, kind in (("NAAMPLAN", ogr.OFTString), ("BRUTO_TOTA", ogr.OFTInteger), ("SLOOP_TOTA", ogr.OFTReal)):
        layer.CreateField(ogr.FieldDefn(name, kind))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in (("NAAMPLAN", "Café Skûtsje – Óost"), ("BRUTO_TOTA", 12), ("SLOOP_TOTA", 3.0)):
        feature.SetField(name, value)
    feature.SetGeometry(ogr.CreateGeometryFromWkt("POLYGON ((146000 506000, 146100 506000, 146100 506100, 146000 506000))"))
    layer.CreateFeature(feature)
    del feature, layer, source
    gdal.SetConfigOption("SHAPE_ENCODING", "")  # as QGIS has it
    run("importplans", INPUT=str(tmp_path / "plannen.shp"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["bruto_totaal"], plan["sloop_totaal"]) == ("Café Skûtsje – Óost", 12, 3)
    assert geometry.isMultipart()


def many_layers(path, driver):
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for name, kind in (("wegen", ogr.wkbMultiLineString), ("plannen", ogr.wkbMultiPolygon), ("oud", ogr.wkbMultiPolygon)):
        layer = source.CreateLayer(name, rd(), kind)
        layer.CreateField(ogr.FieldDefn("plannaam", ogr.OFTString))
        if kind == ogr.wkbMultiPolygon:
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("plannaam", name)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(square().asWkt()))
            layer.CreateFeature(feature)
    del layer, source
    return str(path)


@pytest.mark.parametrize(("name", "driver"), [("b.gdb", "OpenFileGDB"), ("b.gpkg", "GPKG")])
def test_a_file_with_several_layers_asks_which(run, refused, tmp_path, name, driver):
    path = many_layers(tmp_path / name, driver)
    message = refused("importplans", INPUT=path, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert f"Bestand ‘{name}’ heeft meer dan één laag met polygonen (plannen, oud); kies er een" in message
    run("importplans", INPUT=f"{path}|layername=plannen", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["plannen"]


def test_the_only_layer_with_polygons_is_found(run, tmp_path):
    path = many_layers(tmp_path / "b.gdb", "OpenFileGDB")
    ogr.Open(path, 1).DeleteLayer("oud")
    run("importplans", INPUT=path, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["plannen"]


def test_degrees_are_refused_in_one_sentence(refused, tmp_path):
    (tmp_path / "w.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"plannaam": "Haven"}, "geometry": '
        '{"type": "Polygon", "coordinates": [[[5.1, 52.5], [5.2, 52.5], [5.2, 52.6], [5.1, 52.5]]]}}]}',
        encoding="utf-8",
    )
    message = refused("importplans", INPUT=str(tmp_path / "w.geojson"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "heeft coördinatenstelsel EPSG:4326" in message
    assert "Laag herprojecteren" in message
    assert left_in(tmp_path) == ["w.geojson"]


def test_a_name_that_leaves_no_room_for_the_report_is_refused_before_anything_is_made(refused, tmp_path):
    folder = tmp_path / "uit"
    folder.mkdir()
    source = polygon_layer([{"plannaam": "Haven", "bruto": 12}], geometries=[square()])
    said = refused("importplans", INPUT=source, **SHARED, OUTPUT=str(folder / f"{'n' * 240}.gpkg"))
    assert "(de naam is te lang)" in said
    assert left_in(folder) == []


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("number", [0, -1])
def test_a_geopackage_that_says_that_it_does_not_know_where_it_lies_is_read_as_rd(run, tmp_path, number):
    path, rd = tmp_path / "laag.gpkg", osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("plangebieden", rd, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("plannaam", ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetField("plannaam", "Haven")
    feature.SetGeometry(ogr.CreateGeometryFromWkt(square().asWkt()))
    layer.CreateFeature(feature)
    del feature, layer, source
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE gpkg_contents SET srs_id = ?", (number,))
        database.execute("UPDATE gpkg_geometry_columns SET srs_id = ?", (number,))
    result = run("importplans", INPUT=f"{path}|layername=plangebieden", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [round(geometry.area()) for _, geometry in read_plans(tmp_path / "p.gpkg")] == [10_000]
    assert "zegt niet in welk coördinatenstelsel" in Path(result["REPORT"]).read_text(encoding="utf-8")
    found = run("checkpolygons", INPUT=f"{path}|layername=plangebieden", OUTPUT="memory:")["OUTPUT"]
    assert [one["regel"] for one in found.getFeatures()] == ["G1"]
