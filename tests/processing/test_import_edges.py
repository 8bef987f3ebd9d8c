# SPDX-License-Identifier: GPL-2.0-or-later
"""Sources that a property test found: dates, numbers that are too large, translated numbers, curves, rows that belong to no plan."""

import html
import json
import re
from pathlib import Path

import openpyxl
import pytest
import shapely
from osgeo import ogr, osr
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.importing.mapping.plan import ColumnMapping, PlanMapping, require_columns
from lmvw_plugin.core.importing.plans import import_plans
from lmvw_plugin.core.importing.update import compare
from tests.conftest import MARKERWAARD, Listener, polygon_layer, read_plans, square
from tests.core.test_formats import year
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


def text_of(result):
    found = Path(result["REPORT"]).read_text(encoding="utf-8")
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", found)))


def geopackage(path, columns, *rows):
    """A layer of plans; ``columns``: name to OGR type, rows: values and WKT."""
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    database = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = database.CreateLayer("bron", rd, ogr.wkbUnknown)
    for name, kind in columns.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    for number, (values, wkt) in enumerate(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        for name, value in zip(columns, values, strict=True):
            feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt or square(number).asWkt()))
        layer.CreateFeature(feature)
    del feature, layer, database
    return str(path)


def test_dates_of_a_layer_are_written_as_dates(run, tmp_path):
    columns = {"plannaam": ogr.OFTString, "bruto": ogr.OFTDate, "toelichting": ogr.OFTDateTime, "plannummer": ogr.OFTDate}
    source = geopackage(tmp_path / "b.gpkg", columns, (("Haven", "2026/03/01", "2026/03/01 12:30:00", "2026/03/01"), None))
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["bruto_totaal"], plan["toelichting"], plan["plannummer"]) == (None, "2026-03-01 12:30:00", None)
    text = text_of(result)
    assert "PyQt5" not in text
    assert "is een datum, geen aantal" in text
    assert "is in het Excel-bestand een datum geworden" in text


def test_lists_in_a_layer_are_written_as_words(run, tmp_path):

    source = tmp_path / "b.geojson"
    geometry = json.loads(square().asJson())
    document = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:28992"}}, "features": [
        {"type": "Feature", "properties": {"plannaam": "Haven", "opmerkingen": ["Stikstof", "Parkeren"]}, "geometry": geometry}]}  # fmt: skip
    source.write_text(json.dumps(document), encoding="utf-8")
    run("importplans", INPUT=str(source), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert plan["toelichting"] == "Stikstof; Parkeren"


@pytest.mark.parametrize(("kind", "number"), [(ogr.OFTInteger64, 3_000_000_000), (ogr.OFTReal, 3e9), (ogr.OFTReal, 1e20)])
def test_a_number_that_a_plan_file_cannot_hold_is_refused(run, tmp_path, kind, number):
    source = geopackage(tmp_path / "b.gpkg", {"plannaam": ogr.OFTString, "bruto": kind}, (("Haven", number), None), (("Dijk", 5), None))
    for update in (False, True):
        result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"), UPDATE=update)
        assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": None, "Dijk": 5}
        assert "is te groot voor een aantal woningen" in text_of(result)
        totals(result)


def test_a_translated_number_counts_as_what_it_was_translated_to(run, tmp_path):
    layer = polygon_layer([{"plannaam": "a", "bruto": "ca. 40"}, {"plannaam": "b", "bruto": "geen"}, {"plannaam": "c", "bruto": "7"},
                           {"plannaam": "d", "bruto": "8"}])  # fmt: skip
    column = {"bron": "polygonen", "kolom": "bruto", "waarden": {"ca. 40": "40", "geen": "0", "7": None, "8": "9"}}
    document = {"lmvw_kolomkoppeling": 2, "plannaam": {"polygonen": "plannaam"}, "velden": {"bruto_totaal": column}}
    (tmp_path / "k.json").write_text(json.dumps(document), encoding="utf-8")
    result = run("importplans", INPUT=layer, MAPPING=str(tmp_path / "k.json"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == [40, 0, None, 9]
    assert totals(result)["Bruto totaal"] == (56, 49, 7)


@pytest.mark.parametrize("name", ["MAPPING", "CHANGES"])
def test_a_file_of_bytes_is_refused_with_a_sentence(refused, tmp_path, name):
    (tmp_path / "k.json").write_bytes(b"\xff\xfe\x00")
    message = refused(
        "importplans",
        INPUT=polygon_layer([{"plannaam": "a"}]),
        **{name: str(tmp_path / "k.json")},
        **SHARED,
        OUTPUT=str(tmp_path / "p.gpkg"),
    )
    assert "‘k.json’ is geen" in message


def test_a_fixed_number_comes_from_no_source():
    fields = {"bruto_jaar01": ColumnMapping("polygonen", "a"), "bruto_jaar02": ColumnMapping("", "", constant="5")}
    result = import_plans([{"naam": "1", "a": 3}, {"naam": "2", "a": 4}], [], PlanMapping({"polygonen": "naam"}, fields), MARKERWAARD)
    compare([], result, [None, None], {(None, "1", 1, "", "1"): True})
    (balance,) = result.balances
    assert (balance.source, balance.target, balance.listed) == (7, 3, 4)


def test_a_source_of_plan_numbers_that_is_gone_is_said():
    mapping = PlanMapping({"polygonen": "naam", "werkblad": "naam"}, {}, numbers={"polygonen": "nr", "werkblad": "nummer"})
    with pytest.raises(LmvwError, match="plannummers uit kolom ‘nummer’ van de bron ‘Excel-bestand’"):
        require_columns(mapping, {"polygonen": ["naam", "nr"], "werkblad": ["naam"]})


ARC = "CURVEPOLYGON (CIRCULARSTRING (146000 506000, 146050 506050, 146100 506000, 146050 505950, 146000 506000))"


def test_arcs_become_polygons_that_every_rule_can_read(run, tmp_path):
    source = geopackage(tmp_path / "b.gpkg", {"plannaam": ogr.OFTString}, (("Haven",), ARC))
    given = {"INPUT": source, **SHARED, "OUTPUT": str(tmp_path / "p.gpkg")}
    run("importplans", **given)
    ((_, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert geometry.asWkt().startswith("MultiPolygon (")
    assert shapely.from_wkb(bytes(geometry.asWkb())).area == pytest.approx(3.14159 * 50 * 50, rel=1e-3)
    before = (tmp_path / "p.gpkg").read_bytes()
    again = run("importplans", **given, UPDATE=True)
    assert (again["CHANGED"], again["UNCHANGED"]) == (0, 1)
    assert (tmp_path / "p.gpkg").read_bytes() == before
    run("checkpolygons", INPUT=f"{tmp_path / 'p.gpkg'}|layername=plannen", GEMEENTE="GM9999", OUTPUT="memory:")


def diwi_sheet(book, title, *projects):
    sheet = book.create_sheet(title)
    for cell, value in {"A1": 0, "B2": "Projectgegevens", "AP2": "Woning aantallen", "AS2": "Bouw gegevens", "DJ2": "Sloop gegevens",
                        "B4": "Identificatie nr", "C4": "Naam", "AP4": "Bouw", "AQ4": "Sloop"}.items():  # fmt: skip
        sheet[cell] = value
    for row, (number, name, count) in enumerate(projects, 6):
        sheet[f"B{row}"], sheet[f"C{row}"], sheet[f"AP{row}"] = number, name, count


def test_projects_on_a_second_sheet_of_diwi_keep_their_dwellings(run, tmp_path):
    book = openpyxl.Workbook()
    book.remove(book.active)
    diwi_sheet(book, "Data", (1, "Haven", 12))
    diwi_sheet(book, "Kern B", (2, "Dijk", 5), (3, "Kade", 7))
    book.save(tmp_path / "w.xlsx")
    result = run("importplans", WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {"Haven": 12, "Dijk": 5, "Kade": 7}
    assert totals(result)["Fasering van bruto"] == (24, 0, 24)


def test_a_form_behind_a_page_of_explanation_is_found(run, tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "Lees dit eerst"
    diwi_sheet(book, "Data", (1, "Haven", 12))
    book.save(tmp_path / "w.xlsx")
    run("importplans", WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [(plan["plannaam"], plan["bruto_totaal"]) for plan, _ in read_plans(tmp_path / "p.gpkg")] == [("Haven", 12)]


def test_the_worksheet_of_our_own_delivery_keeps_the_ids(run, clean_file, tmp_path):
    delivered = run("exportdelivery", INPUT=str(clean_file), **SHARED, FOLDER=str(tmp_path / "uit"))
    result = run("importplans", WORKBOOK=str(delivered["XLSX"]), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ids = {plan["plannaam"]: plan["plan_id"] for plan, _ in read_plans(clean_file)}
    found = {plan["plannaam"]: plan["plan_id"] for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert found == {name: ids[name] for name in found}
    assert result["IMPORTED"] == len(found) > 30


def test_years_of_gelderland_without_their_plan_are_told(run, tmp_path):
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    database = ogr.GetDriverByName("OpenFileGDB").CreateDataSource(str(tmp_path / "g.gdb"))
    layer = database.CreateLayer("Planregistratie", rd, ogr.wkbMultiPolygon)
    plan = {
        "GlobalID": "{A}",
        "plannaam": "Haven",
        "status_planologisch": "3. In voorbereiding",
        "totaal_resterend": 4,
        "aantal_nultreden_woningen": 0,
    }
    for name, value in plan.items():
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger if isinstance(value, int) else ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in plan.items():
        feature.SetField(name, value)
    feature.SetGeometry(ogr.CreateGeometryFromWkt(square().asWkt()))
    layer.CreateFeature(feature)
    table = database.CreateLayer("DetailPlanning", None, ogr.wkbNone)
    for name in ("parent_globalid", "jaartal", "meergezins_koop1"):
        table.CreateField(ogr.FieldDefn(name, ogr.OFTString))
    for key, count in (("{A}", "4"), ("{WEG}", "30")):
        row = ogr.Feature(table.GetLayerDefn())
        for name, value in zip(("parent_globalid", "jaartal", "meergezins_koop1"), (key, "2027", count), strict=True):
            row.SetField(name, value)
        table.CreateFeature(row)
    del feature, row, layer, table, database
    result = run("importplans", INPUT=str(tmp_path / "g.gdb"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert totals(result)["Bruto totaal"] == (4, 4, 0)
    assert "In DetailPlanning staan jaren van plannen die niet in Planregistratie staan: samen 30 woningen (weg)." in text_of(result)


def test_when_nothing_comes_over_the_row_that_waits_is_named(refused, tmp_path):
    book = openpyxl.Workbook()
    for row in (("Plannaam", "Bruto totaal"), ("Haven", 1), ("Haven", 2), ("Totaal", 3)):
        book.active.append(row)
    book.save(tmp_path / "w.xlsx")
    message = refused("importplans", WORKBOOK=str(tmp_path / "w.xlsx"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "Excel-bestand, rij 2 (Haven) de naam staat meer dan één keer in het Excel-bestand" in message
    assert "Controleer de gemeente" not in message


def test_empty_cells_are_not_listed_as_values():
    mapping = PlanMapping(
        {"polygonen": "naam"}, {"bruto_totaal": ColumnMapping("polygonen", "a", plus=("b",))}, {"polygonen": {"j": "bruto_totaal"}}
    )
    result = import_plans(
        [{"naam": "1", "a": "ca. 5", "b": " ", "j": " "}, {"naam": "2", "a": 1, "b": 2, "j": "0"}], [], mapping, MARKERWAARD
    )
    assert [(remark.column, remark.value) for remark in result.remarks] == [("a", "ca. 5")]


def test_the_years_of_utrecht_are_one_plan(run, tmp_path):
    names = ("Haven", "Dijk")
    years = [(0, year(2025, meergezins_koop1=9)), (1, year(2026, eengezins_koop2=5)), (0, year(2027, meergezins_huur1=4, onbekend_onbekend="ca. 3")),
             (1, year(2040, eengezins_koop4=6))]  # fmt: skip
    rows = [{"plannaam": names[plan], "parent_globalid": f"{{P{plan}}}", "status_planologisch": "4B. Idee", "plantype": "Verdichting"} | counts
            for plan, counts in years]  # fmt: skip
    rows = [{name: str(value) for name, value in row.items()} for row in rows]
    given = {"INPUT": polygon_layer(rows, geometries=[square(plan) for plan, _ in years]), **SHARED, "OUTPUT": str(tmp_path / "p.gpkg")}
    result = run("importplans", **given)
    plans = {plan["plannaam"]: (plan, geometry) for plan, geometry in read_plans(tmp_path / "p.gpkg")}
    dijk, geometry = plans["Dijk"]
    assert (dijk["bruto_totaal"], dijk["bruto_jaar01"], dijk["bruto_periode1"], dijk["eengezins"]) == (11, 5, 6, 11)
    assert (dijk["plan_id"], dijk["planstatus"], geometry.asWkb()) == ("p1", "4B", square(1).asWkb())
    haven = plans["Haven"][0]
    assert (haven["bruto_totaal"], haven["bruto_jaar01"], haven["bruto_jaar02"], haven["eengezins"]) == (None, 0, None, 0)
    assert len(plans) == result["IMPORTED"] == 2
    assert totals(result)["Bruto totaal"] == (24, 11, 13)
    assert "ca. 3" in text_of(result)
    before = (tmp_path / "p.gpkg").read_bytes()
    again = run("importplans", **given, UPDATE=True)
    assert (again["CHANGED"], again["NEW"], again["UNCHANGED"]) == (0, 0, 2)
    assert (tmp_path / "p.gpkg").read_bytes() == before


@pytest.mark.parametrize("moved", [False, True])
def test_years_of_utrecht_with_another_polygon_are_told(run, tmp_path, moved):
    rows = [{"plannaam": "Haven", "parent_globalid": "{P}"} | year(2026 + number, meergezins_koop1=1) for number in range(2)]
    rows = [{name: str(value) for name, value in row.items()} for row in rows]
    layer = polygon_layer(rows, geometries=[square(1), square(2 if moved else 1)])
    result = run("importplans", INPUT=layer, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert ("niet elk jaar dezelfde polygoon; de eerste is overgenomen: Haven." in text_of(result)) is moved
    ((_, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert geometry.asWkb() == square(1).asWkb()


@pytest.mark.parametrize("progress", [0, 30, 45, 50, 95])
def test_cancel_leaves_the_layer_that_is_open_as_it_is(run, tmp_path, qgis_new_project, progress):
    target = tmp_path / "p.gpkg"
    run("importplans", INPUT=polygon_layer([{"plannaam": "Haven", "bruto": 10}]), **SHARED, OUTPUT=str(target))
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(opened)
    before, listener = target.read_bytes(), Listener(cancel_at=progress)
    newer = polygon_layer([{"plannaam": "Haven", "bruto": 12}])
    run("importplans", INPUT=newer, **SHARED, OUTPUT=str(target), UPDATE=True, feedback=listener)
    assert listener.isCanceled()
    assert not opened.isEditable()
    assert [feature["bruto_totaal"] for feature in opened.getFeatures()] == [10]
    assert target.read_bytes() == before


def test_a_mapping_of_last_year_puts_the_years_where_they_belong_now(run, tmp_path):
    layer = polygon_layer([{"plannaam": "Haven", "bruto": 12, "bruto 2026": 5, "bruto 2027": 7}])
    first = run("importplans", INPUT=layer, GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(tmp_path / "p.gpkg"))
    given = {"INPUT": layer, "GEMEENTE": "GM9999", "PEILDATUM": "2027-01-01", "MAPPING": first["MAPPING_USED"]}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "q.gpkg"))
    ((before, _),), ((after, _),) = read_plans(tmp_path / "p.gpkg"), read_plans(tmp_path / "q.gpkg")
    assert (before["bruto_jaar01"], before["bruto_jaar02"]) == (5, 7)
    assert (after["bruto_jaar01"], after["bruto_jaar02"]) == (7, None)
    assert totals(result)["Fasering van bruto"] == (12, 7, 5)
