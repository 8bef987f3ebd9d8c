# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of other systems come over with counts that add up: plan file plus what the report lists is the source."""

import csv
import html
import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset.prices.limits import PriceLimits, stated
from lmvw_plugin.core.importing.formats.counts33 import PRICES, TYPES
from lmvw_plugin.layers.planfile.about import state_limits
from tests.conftest import DATA, read_plans

FORMATS, PLANS = DATA / "formaten", DATA / "plannen"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not FORMATS.is_dir(), reason="needs the exchange files in ../shared/data/formaten")]

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2025-01-01"}


def totals(result):
    """The table of totals in the report: source, plans, listed, by title; each row must add up."""
    text = Path(result["REPORT"]).read_text(encoding="utf-8")
    assert "KLOPT NIET" not in text
    found = {}
    table = text.partition("Totalen van bron en planbestand")[2].partition("</table>")[0]
    for title, *numbers in re.findall(r"<td[^>]*>([^<]*)</td>" + 3 * r'<td class="n">(-?[\d.]+)</td>', table):
        source, target, aside = (int(number.replace(".", "")) for number in numbers)
        assert source == target + aside, title
        found[html.unescape(title)] = (source, target, aside)
    return found


def report_of(result):
    return html.unescape(Path(result["REPORT"]).read_text(encoding="utf-8"))


def second_import_changes_nothing(run, folder, **parameters):
    """Import into the file that was just made, also with the mapping that was written then."""
    before = (folder / "p.gpkg").read_bytes()
    for more in ({}, {"MAPPING": str(folder / "p_kolomkoppeling.json")}):
        again = run("importplans", **parameters, **more, UPDATE=True, OUTPUT=str(folder / "p.gpkg"))
        assert (again["CHANGED"], again["NEW"], again["NOT_IMPORTED"]) == (0, 0, 0)
        assert (folder / "p.gpkg").read_bytes() == before


# -- plans ------------------------------------------------------------------------------------------------------------


EXPECTED = {
    "heemskerk_2020.gpkg": ("GM0396", 36, 1712, 248, 1712),
    "zaanstad_2020.gpkg": ("GM0479", 156, 24185, 699, 24185),
    "alkmaar_2020.gpkg": ("GM0361", 73, 16526, 183, 16526),
    "heemskerk_2017.shp": ("GM0396", 18, 653, 1, 653),
}


@pytest.mark.parametrize("name", list(EXPECTED))
def test_no_dwelling_of_the_real_plans_is_lost(run, tmp_path, name):
    gemeente, plans, bruto, sloop, phased = EXPECTED[name]
    given = {"INPUT": str(PLANS / name), "GEMEENTE": gemeente, "PEILDATUM": "2026-01-01"}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    found = totals(result)
    assert result["IMPORTED"] == plans
    assert found["Bruto totaal"][0] == bruto
    assert found["Sloop totaal"][0] == sloop
    assert found["Fasering van bruto"] == (phased, 0, phased)  # no period of the source lies inside one of ours
    written = read_plans(tmp_path / "p.gpkg")
    for title, field in (("Bruto totaal", "bruto_totaal"), ("Sloop totaal", "sloop_totaal"), ("Meergezinswoningen", "meergezins")):
        assert found[title][1] == sum(plan[field] or 0 for plan, _ in written)
    layer = QgsVectorLayer(str(PLANS / name), "bron", "ogr")
    column = "Aantalrest" if name.endswith("_2020.gpkg") else "TOTREST"
    assert sum(feature[column] for feature in layer.getFeatures()) == bruto
    text = report_of(result)
    assert "Herkende bestandsvorm: Monitor Plancapaciteit" in text
    assert "verdeel zelf" in text
    second_import_changes_nothing(run, tmp_path, **given)


def test_older_words_wait_with_a_proposal(run, tmp_path):
    result = run(
        "importplans", INPUT=str(PLANS / "heemskerk_2020.gpkg"), GEMEENTE="GM0396", PEILDATUM="2026-01-01", OUTPUT=str(tmp_path / "p.gpkg")
    )
    plantype = json.loads(Path(result["MAPPING_USED"]).read_text(encoding="utf-8"))["velden"]["plantype"]
    assert plantype["waarden"]["Uitleggebied voor woningbouw"] is None
    assert plantype["voorstellen"]["Uitleggebied voor woningbouw"] == "uitbreiding_uitleg"
    assert re.search(r"<td[^>]*>Uitleggebied voor woningbouw</td><td[^>]*>Uitbreiding uitleg</td>", report_of(result))


def test_periods_are_taken_where_the_source_says_how(run, tmp_path):
    """At a peildatum of 2020 the period 2030-2034 exists, but 2030-2050 spans more and is never divided."""
    result = run(
        "importplans", INPUT=str(PLANS / "zaanstad_2020.gpkg"), GEMEENTE="GM0479", PEILDATUM="2015-01-01", OUTPUT=str(tmp_path / "p.gpkg")
    )
    source, target, aside = totals(result)["Fasering van bruto"]
    assert (source, target) == (24185, 9262)  # OP202529 is the first period, 2025 to 2029
    assert aside == 24185 - 9262


def test_three_years_on_nothing_comes_twice(run, tmp_path):
    """The registry of 2017 brought up to date with that of 2020: renamed plans wait, and so does one that lies elsewhere; all keep their key."""
    target, shared = str(tmp_path / "p.gpkg"), {"GEMEENTE": "GM0396", "PEILDATUM": "2026-01-01"}
    run("importplans", INPUT=str(PLANS / "heemskerk_2017.shp"), **shared, OUTPUT=target)
    ids = {plan["plannaam"]: plan["plan_id"] for plan, _ in read_plans(target)}
    result = run("importplans", INPUT=str(PLANS / "heemskerk_2020.gpkg"), **shared, OUTPUT=target, UPDATE=True)
    assert (result["CHANGED"], result["NEW"], result["UNCHANGED"], result["NOT_IMPORTED"]) == (1, 25, 0, 9)
    changes = json.loads(Path(result["CHANGES_FOUND"]).read_text(encoding="utf-8"))["wijzigingen"]
    velst = [change["overnemen"] for change in changes if change["plannaam"] == "De Velst"]
    assert len(velst) == 5  # its polygon shares 3 of 4,400 m2 with the former one of that name
    assert not any(velst)
    assert totals(result)["Bruto totaal"][0] == 1712
    plans = read_plans(target)
    assert len(plans) == 18 + 25
    assert {plan["plannaam"]: plan["plan_id"] for plan, _ in plans if plan["plannaam"] in ids} == ids
    assert len({plan["plan_id"] for plan, _ in plans}) == 43


# -- DIWI -------------------------------------------------------------------------------------------------------------


def test_prices_of_diwi_go_by_the_limits_of_the_plan_file_and_a_limit_that_nobody_knows_is_told_once(run, tmp_path):
    book = openpyxl.load_workbook(FORMATS / "Excel_export_template.xlsx")
    sheet = book.worksheets[0]
    sheet["AS5"], sheet["BR5"] = date(2028, 5, 1), "300000-415000"
    for row, name in ((6, "Haven"), (7, "Dijk")):
        for column, value in {"B": row, "C": name, "AP": 20, "AS": 20, "BR": 20}.items():
            sheet[f"{column}{row}"] = value
    book.save(tmp_path / "diwi.xlsx")
    given = {"WORKBOOK": str(tmp_path / "diwi.xlsx"), **SHARED, "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "p.gpkg")}
    first = report_of(run("importplans", **given))
    told = ("Bij 40 woningen is het prijssegment niet bepaald: de grens van 2026 is niet bekend voor betaalbare koop. Geef haar op bij de "
            "opties van dit planbestand en importeer dan opnieuw.")  # fmt: skip
    assert first.count(told) == 1
    assert {plan["koop_betaalbaar"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {0}

    own = stated("betaalbare_koop", 2026, Decimal(420_000), "Brief van 3 maart", "A. de Boer", date(2026, 3, 4))
    state_limits(tmp_path / "p.gpkg", PriceLimits((own,)))
    again = run("importplans", **given, UPDATE=True)
    assert (again["CHANGED"], again["NEW"]) == (2, 0)
    assert "is het prijssegment niet bepaald" not in report_of(again)
    assert {plan["koop_betaalbaar"] for plan, _ in read_plans(tmp_path / "p.gpkg")} == {20}


def test_the_diwi_export_comes_over(run, tmp_path):
    given = {"INPUT": str(FORMATS / "export_diwi_geojson_1plan.geojson"), **SHARED}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["bruto_totaal"], plan["vertrouwelijk"], plan["gerealiseerd"]) == ("project name", None, None, None)
    assert not geometry.isEmpty()
    text = report_of(result)
    for part in ("Herkende bestandsvorm: DIWI GeoJSON", "soort of aantal van dit blok is niet ingevuld", "alleen dat de einddatum voorbij is",
                 "Extern mede-overheden"):  # fmt: skip
        assert part in text
    second_import_changes_nothing(run, tmp_path, **given)


def test_the_diwi_import_form_comes_over(run, tmp_path):
    result = run(
        "importplans",
        INPUT=str(FORMATS / "import_example_1plan.geojson"),
        **SHARED | {"PEILDATUM": "2024-01-01"},
        OUTPUT=str(tmp_path / "p.gpkg"),
    )
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["bruto_totaal"], plan["bruto_jaar01"], plan["woningtype_onbekend"]) == ("geojson import nr 1", 1, 1, 1)
    assert totals(result)["Bruto totaal"] == (1, 1, 0)
    later = run("importplans", INPUT=str(FORMATS / "import_example_1plan.geojson"), **SHARED, OUTPUT=str(tmp_path / "q.gpkg"))
    assert totals(later)["Bruto totaal"] == (1, 0, 1)  # delivered in 2024: no rest capacity at the peildatum of 2025


def gdal_version() -> tuple[int, ...]:
    return tuple(int(part) for part in gdal.__version__.split(".")[:2])


def test_the_empty_diwi_templates_hold_no_plans(run, refused, tmp_path):
    for name in ("Excel_Import_template.xlsx", "Excel_export_template.xlsx", "import-example-pmw.xlsx"):
        assert "staan geen plannen" in refused("importplans", WORKBOOK=str(FORMATS / name), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    template = FORMATS / "geojson_import_template.geojson"
    if gdal_version() >= (3, 7):  # from then on GDAL refuses its empty coordinates
        assert "is geen kaartlaag die QGIS kan lezen" in refused(
            "importplans", INPUT=str(template), **SHARED, OUTPUT=str(tmp_path / "p.gpkg")
        )
        return
    run("importplans", INPUT=str(template), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["bruto_totaal"], geometry.isEmpty()) == (None, None, True)
    assert "Nog te tekenen" in (tmp_path / "p_import.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Excel_Import_template.xlsx", "Excel_export_template.xlsx"])
def test_a_filled_diwi_workbook_comes_over_as_work_to_draw(run, tmp_path, name):
    book = openpyxl.load_workbook(FORMATS / name)
    sheet = book.worksheets[0]
    sheet["AS5"], sheet["AT5"], sheet["AU5"] = date(2026, 5, 1), date(2024, 5, 1), date(2038, 1, 1)
    cells = {"B": 7, "C": "Haven", "E": "Openbaar", "F": "Verdichting", "M": "Actief", "W": date(2020, 1, 1), "AA": date(2023, 1, 1),
             "AC": date(2027, 1, 1), "AP": 20, "AQ": 3, "AS": 12, "AU": 8, "CL": 5, "CM": 15}  # fmt: skip
    for column, value in cells.items():
        sheet[f"{column}6"] = value
    book.save(tmp_path / "diwi.xlsx")
    given = {"WORKBOOK": str(tmp_path / "diwi.xlsx"), **SHARED}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, geometry),) = read_plans(tmp_path / "p.gpkg")
    assert geometry.isEmpty()
    assert "Nog te tekenen" in report_of(result)
    assert (plan["plannaam"], plan["plantype"], plan["planstatus"], plan["vertrouwelijk"]) == ("Haven", "verdichting", "2B", False)
    assert (plan["bruto_totaal"], plan["sloop_totaal"], plan["bruto_jaar02"], plan["bruto_periode1"]) == (20, 3, 12, 8)
    assert (plan["eengezins"], plan["meergezins"], plan["woningtype_onbekend"], plan["prijs_onbekend"]) == (5, 15, 0, 20)
    assert totals(result)["Sloop totaal"] == (3, 3, 0)
    second_import_changes_nothing(run, tmp_path, **given)


# -- Gelderland -------------------------------------------------------------------------------------------------------


def test_the_empty_geodatabase_holds_no_plans(refused, tmp_path):
    assert "staan geen plannen" in refused(
        "importplans", INPUT=str(FORMATS / "Gelderland.gdb.zip"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg")
    )


def geodatabase(path, years):
    """The expected Gelderland plan in a geodatabase; ``years``: year to its counts, in a detail table."""
    record = json.loads((FORMATS / "gelderland_feature.expected.json").read_text(encoding="utf-8"))
    properties = record["properties"] | {"gemeente": "Markerwaard", "opmerkingen_basis": None}
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    database = ogr.GetDriverByName("OpenFileGDB").CreateDataSource(str(path))
    layer = database.CreateLayer("Planregistratie", rd, ogr.wkbMultiPolygon)
    for name, value in properties.items():
        layer.CreateField(ogr.FieldDefn(name, ogr.OFTInteger if isinstance(value, int) else ogr.OFTString))
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in properties.items():
        if value is not None:
            feature.SetField(name, value)
    feature.SetGeometry(ogr.CreateGeometryFromJson(json.dumps(record["geometry"])))
    layer.CreateFeature(feature)
    with (FORMATS / "gelderland_detailPlanning.expected.csv").open(encoding="utf-8") as lines:
        header = next(csv.reader(lines))
    table = database.CreateLayer("DetailPlanning", None, ogr.wkbNone)
    for name in header:
        if name != "GlobalID":
            table.CreateField(ogr.FieldDefn(name, ogr.OFTString))  # DIWI writes them as text
    for year, counts in years.items():
        row = ogr.Feature(table.GetLayerDefn())
        for name, value in (counts | {"jaartal": year, "parent_globalid": properties["GlobalID"], "bouw_gerealiseerd": "Ja"}).items():
            row.SetField(name, str(value))
        table.CreateFeature(row)
    del feature, layer, table, database
    return str(path)


def test_the_totals_of_gelderland_that_count_realised_homes_are_not_used(run, tmp_path):
    given = {"INPUT": geodatabase(tmp_path / "g.gdb", {}), **SHARED}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["planstatus"], plan["plantype"]) == ("project name", "2B", "transformatiegebied")
    assert (plan["bruto_totaal"], plan["sloop_totaal"], plan["eengezins"], plan["meergezins"], plan["woningtype_onbekend"]) == (
        2,
        1,
        2,
        0,
        0,
    )
    assert (plan["tijdelijk"], plan["nultreden"], plan["koop_betaalbaar"], plan["vertrouwelijk"]) == (17, 17, None, None)
    found = totals(result)
    assert found["Bruto totaal"] == (6, 2, 4)  # Totaal_bouw 6 = 2 that remain + 4 that are realised
    assert "telt opgeleverde woningen mee" in report_of(result)
    second_import_changes_nothing(run, tmp_path, **given)


def test_the_years_of_gelderland_give_phasing_and_margins(run, tmp_path):
    years = {
        2024: {"eengezins_koop1": 4},
        2026: {"meergezins_huur1": 3, "meergezins_huur3": 2, "eengezins_koop2": 5},
        2037: {"onbekend_onbekend": 6},
        2050: {"onbekend_koop4": 1},
    }
    given = {"INPUT": geodatabase(tmp_path / "g.gdb", years), **SHARED}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["bruto_totaal"], plan["bruto_jaar02"], plan["bruto_periode1"], plan["bruto_jaar01"]) == (17, 10, 6, 0)
    assert (plan["meergezins"], plan["eengezins"], plan["woningtype_onbekend"]) == (5, 5, 7)
    assert (plan["koop_betaalbaar"], plan["prijs_overig"], plan["prijs_onbekend"]) == (5, 1, 6)
    found = totals(result)
    assert found["Bruto totaal"] == (21, 17, 4)
    assert found["Fasering van bruto"] == (21, 16, 5)  # 4 before the peildatum, 1 after the twenty years
    assert found["Sociale huur door corporaties"] == (3, 0, 3)  # realised homes pollute the number of the corporations
    second_import_changes_nothing(run, tmp_path, **given)


# -- Zuid-Holland -----------------------------------------------------------------------------------------------------


def test_zuid_holland_comes_over(run, tmp_path):
    def year(number, flag, **counts):
        zeros = {f"{prefix}{kind}_{price}": 0 for prefix in ("", "sloop_") for kind in TYPES for price in PRICES}
        return zeros | counts | {"jaartal": number, "bouw_gerealiseerd": flag, "sloop_gerealiseerd": flag}

    ring = [[[[146000, 506000], [146100, 506000], [146100, 506100], [146000, 506000]]]]
    properties = {
        "plannaam": "Dijk", "gemeente": "Markerwaard", "vertrouwelijkheid": "Regio", "plantype": "Verdichting", "status_planologisch": "4B. Idee",
        "ph_text9": "x", "ph_text4": "Ja", "ph_short3": 4, "ph_short4": 0, "ph_short7": 2, "ph_short8": 6, "ph_short9": 1,
        "year_properties": [year(2026, "Ja", meergezins_huur1=3, meergezins_huur2=3, eengezins_koop1=4)],
    }  # fmt: skip
    document = {"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:28992"}}, "features": [
        {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": ring}}]}  # fmt: skip
    (tmp_path / "plannen.pzh.geojson").write_text(json.dumps(document), encoding="utf-8")
    result = run("importplans", INPUT=str(tmp_path / "plannen.pzh.geojson"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["planstatus"], plan["vertrouwelijk"], plan["tijdelijk"]) == ("Dijk", "4B", None, None)
    assert (plan["bruto_totaal"], plan["bruto_jaar02"]) == (10, 10)  # "bouw_gerealiseerd" Ja is inverted: the year decides
    assert (plan["huur_sociaal_corporatie"], plan["huur_sociaal_markt"], plan["koop_betaalbaar"]) == (4, 2, 4)
    assert totals(result)["Bruto totaal"] == (10, 10, 0)
    assert "vul het aantal tijdelijke woningen in" in report_of(result)


# -- Zeeland ----------------------------------------------------------------------------------------------------------


def test_a_filled_workbook_of_zeeland_comes_over(run, tmp_path):
    book = openpyxl.load_workbook(FORMATS / "import-example-pmw.xlsx")
    sheet = book.worksheets[0]
    for row, value in {1: "Kade", 3: "Markerwaard", 6: "Verdichting", 7: "Openbaar", 9: "4A. Visie"}.items():
        sheet.cell(row, 2, value)
    amounts = {
        19: (30, 10),
        20: (30, 10),
        23: (4, 0),
        24: (3, 0),
        25: (2, 0),
        27: (21, 10),
        28: (5, 0),
        30: (12, 4),
        34: (18, 6),
        38: (6, 1),
    }
    for row, (total, done) in amounts.items():
        sheet.cell(row, 3, total)
        sheet.cell(row, 5, done)
    sheet["I19"], sheet["T19"], sheet["U19"], sheet["I38"] = 12, 3, 5, 5  # 2026, 2037, 2038
    book.save(tmp_path / "pmw.xlsx")
    given = {"WORKBOOK": str(tmp_path / "pmw.xlsx"), **SHARED}
    result = run("importplans", **given, OUTPUT=str(tmp_path / "p.gpkg"))
    ((plan, _),) = read_plans(tmp_path / "p.gpkg")
    assert (plan["plannaam"], plan["planstatus"], plan["vertrouwelijk"]) == ("Kade", "4A", False)
    assert (plan["bruto_totaal"], plan["bruto_jaar02"], plan["bruto_periode1"], plan["sloop_totaal"], plan["sloop_jaar02"]) == (
        20,
        12,
        8,
        5,
        5,
    )
    assert (plan["nultreden"], plan["nultreden_geclusterd"], plan["zorggeschikt"]) == (9, 5, 2)
    assert (plan["eengezins"], plan["koop_betaalbaar"], plan["huur_sociaal_corporatie"], plan["tijdelijk"]) == (20, 12, None, None)
    found = totals(result)
    assert found["Bruto totaal"] == (30, 20, 10)
    assert found["Sloop totaal"] == (6, 5, 1)
    assert found["Sociale huur door corporaties"] == (8, 0, 8)
    second_import_changes_nothing(run, tmp_path, **given)
