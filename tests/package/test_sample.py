# SPDX-License-Identifier: GPL-2.0-or-later
"""The sample data: the same on every run, clean where it says so, and wrong exactly where it says so."""

import csv
import hashlib
import itertools
import sys
from pathlib import Path

import openpyxl
import pytest
import shapely
from osgeo import ogr, osr
from shapely.geometry import Point

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from lmvw_plugin.core.basisset import fields as b  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.basisset.codelists import code_list, is_hard, stays_home  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.catalogue import RULES  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.findings import Ernst  # noqa: E402  # the path or the environment is set first
from lmvw_plugin.core.rules.plans import PLAN_RULES, check_plan  # noqa: E402  # the path or the environment is set first
from scripts import make_sample  # noqa: E402  # the path or the environment is set first
from scripts.sample import files, page  # noqa: E402  # the path or the environment is set first

PEILDATUM = make_sample.PEILDATUM
NO_LOCATION = "Woonwagens, locatie nader te bepalen"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("voorbeeld")
    assert make_sample.main([str(made)]) == 0
    return made


@pytest.fixture(scope="module")
def clean():
    return make_sample.plans(clean=True)


@pytest.fixture(scope="module")
def wrong():
    return make_sample.plans(clean=False)


def findings(plans):
    return [finding for plan in plans for finding in check_plan(plan, PEILDATUM)]


def shapes(plans):
    return [(plan["plannaam"], plan[b.GEOMETRY]) for plan in plans if plan[b.GEOMETRY] is not None]


def overlaps(plans):
    pairs = itertools.combinations([(name, shape) for name, shape in shapes(plans) if shape.is_valid], 2)
    return {frozenset((one, other)) for (one, a), (other, c) in pairs if a.intersection(c).area > 0}


def outside(plans):
    boundary = make_sample.boundary()
    return {name for name, shape in shapes(plans) if not boundary.covers(shape)}


def read_layer(path, name):
    data = ogr.Open(str(path))
    layer = data.GetLayerByName(name)
    rows = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        rows.append((feature.items(), None if geometry is None else shapely.from_wkb(bytes(geometry.ExportToWkb()))))
    reference = osr.SpatialReference(layer.GetSpatialRef().ExportToWkt())
    return rows, reference.GetAuthorityCode(None), ogr.GeometryTypeToName(layer.GetGeomType())


def read_sheet(path):
    sheet = openpyxl.load_workbook(path)[files.SHEET]
    header, *rows = sheet.iter_rows(min_row=files.HEADER_ROW, values_only=True)
    return sheet, header, rows


# --- the files ---------------------------------------------------------------------------------------------------------------


def test_every_run_writes_the_same_bytes(folder, tmp_path):
    make_sample.make(tmp_path)
    names = sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    assert [str(name) for name in names] == [
        "fouten/plannen.gpkg", "fouten/werkblad.xlsx", "gemeentegrens.gpkg", "geplante_fouten.csv",
        "schoon/plannen.gpkg", "schoon/werkblad.xlsx",
    ]  # fmt: skip
    for name in names:
        assert digest(folder / name) == digest(tmp_path / name), name


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("variant", ["schoon", "fouten"])
def test_polygon_layer_holds_names_and_shapes_exactly(folder, variant):
    data = make_sample.dataset(variant == "schoon")
    rows, epsg, kind = read_layer(folder / variant / "plannen.gpkg", files.POLYGON_LAYER)
    assert (epsg, kind) == ("28992", "Multi Polygon")
    assert [(values["naam"], values["plannr"], values["opmerking"]) for values, _ in rows] == [
        (one.naam, one.plannr, one.opmerking) for one in data.features
    ]
    for (_, stored), one in zip(rows, data.features, strict=True):
        assert (stored is None) == (one.geometry is None)
        assert stored is None or stored.equals_exact(one.geometry, 0)


@pytest.mark.parametrize("variant", ["schoon", "fouten"])
def test_worksheet_holds_the_values_below_its_third_row(folder, variant):
    data = make_sample.dataset(variant == "schoon")
    sheet, header, rows = read_sheet(folder / variant / "werkblad.xlsx")
    columns = files.worksheet_columns()
    assert list(header) == [text for _, text in columns]
    assert len(set(header)) == len(header)
    assert {"Naam plan", "Planologische status", "Bruto 2026", "Bruto 2036 t/m 2040"} <= set(header)
    assert sheet.freeze_panes == "C4"
    assert len(rows) == len(data.rows)
    for cells, row in zip(rows, data.rows, strict=True):
        for (name, _), value in zip(columns, cells, strict=True):
            meant = row.values.get(name)
            if name in b.BY_NAME and b.BY_NAME[name].kind in (b.Kind.COUNT, b.Kind.TEXT) and name != "netto_totaal":
                assert value == meant, (row.naam, name)
            if isinstance(meant, bool):
                assert value == ("ja" if meant else "nee")


def test_status_cells_begin_with_their_code():
    assert list(files.STATUS_TEXTS) == sorted(code_list("planstatus"))
    assert all(text.startswith(code) for code, text in files.STATUS_TEXTS.items())
    for naam, cell in files.ODD_STATUS_CELLS.items():
        row = make_sample.dataset().row(naam)
        assert str(cell).upper().startswith(str(row.values["planstatus"]))


def test_boundary_lies_where_the_markerwaard_was_planned(folder):
    ((values, shape),), epsg, kind = read_layer(folder / "gemeentegrens.gpkg", files.BOUNDARY_LAYER)
    assert (values["code"], values["naam"], epsg, kind) == ("GM9999", "Markerwaard", "28992", "Polygon")
    assert shape.is_valid
    assert shape.equals(make_sample.boundary())
    assert shape.centroid.distance(Point(147000, 507000)) < 500
    left, bottom, right, top = shape.bounds
    assert (round((right - left) / 1000), round((top - bottom) / 1000)) == (12, 9)


# --- the clean variant -------------------------------------------------------------------------------------------------------


def test_clean_plans_have_no_mistake(clean):
    assert [finding for finding in findings(clean) if finding.ernst is not Ernst.INFO] == []
    assert {finding.regel for finding in findings(clean)} == {"S3"}


def test_clean_names_match_one_to_one(clean):
    data = make_sample.dataset()
    polygons, rows = [one.naam for one in data.features], [row.naam for row in data.rows]
    assert len(set(rows)) == len(rows)
    assert [name for name in rows if name != NO_LOCATION] == polygons
    assert all(name == " ".join(name.split()) for name in rows)


def test_all_statuses_types_and_special_plans_are_there(clean):
    assert {plan["planstatus"] for plan in clean} == set(code_list("planstatus"))
    assert {plan["plantype"] for plan in clean} == set(code_list("plantype"))
    assert len(clean) == 44
    assert sum(plan["gerealiseerd"] for plan in clean) == 1
    assert sum(plan["vervallen"] for plan in clean) == 1
    confidential = [plan for plan in clean if plan["vertrouwelijk"]]
    assert len(confidential) >= 3
    assert not any(is_hard(plan["planstatus"]) for plan in confidential)
    assert [plan["plannaam"] for plan in clean if plan[b.GEOMETRY] is None] == [NO_LOCATION]
    for name in ("tijdelijk", "nultreden_geclusterd", "zorggeschikt", "ouderen_overig", "bruto_periode2", "sloop_jaar01"):
        assert any(plan[name] for plan in clean), name
    assert all(plan["plantype"] == "herstructurering" for plan in clean if plan["sloop_totaal"])


def test_price_segments_are_believable(clean):
    def total(*names):
        return sum(plan[name] or 0 for plan in clean for name in names if not stays_home(plan["planstatus"]))

    bruto = total("bruto_totaal")
    social = total("huur_sociaal_corporatie", "huur_sociaal_markt") / bruto
    affordable = total("koop_betaalbaar", "huur_midden_corporatie", "huur_midden_markt") / bruto
    assert 0.28 < social < 0.40
    assert 0.25 < affordable < 0.40


def test_clean_shapes_are_valid_inside_and_apart(clean):
    assert [name for name, shape in shapes(clean) if not shape.is_valid] == []
    assert outside(clean) == set()
    assert overlaps(clean) == set()


def test_clean_shapes_look_like_plan_areas(clean):
    by_name = dict(shapes(clean))
    coordinates = shapely.get_coordinates(list(by_name.values()))
    assert (coordinates == coordinates.round(3)).all()
    assert len(by_name["Molentocht, twee kavels"].geoms) == 2
    assert len(by_name["Schoolkwartier De Vuurtoren"].geoms[0].interiors) == 1
    assert by_name["d'Oude Haven"].intersection(by_name["d'Oude Haven, oostkade"]).length > 100
    for plan in clean:
        if plan["plantype"] == "uitbreiding_uitleg":
            assert 10 <= shapely.get_num_coordinates(plan[b.GEOMETRY]) <= 60
    assert all(250 < shape.area < 500_000 for shape in by_name.values())


# --- the planted mistakes ----------------------------------------------------------------------------------------------------


def test_planted_attribute_mistakes_are_found_and_nothing_else(wrong):
    expected = {(one.regel, one.ernst, one.plannaam, one.veld) for one in make_sample.planted() if one.regel in PLAN_RULES and one.veld}
    rowless = {one.plannaam for one in make_sample.planted() if one.regel == "A1" and one.soort == "gevolg"}
    found = {(one.regel, one.ernst.value, one.plannaam, one.veld) for one in findings(wrong)}
    assert {one for one in found if one[2] not in rowless} == expected
    assert {(one[0], one[2]) for one in found if one[2] in rowless} == {("A1", name) for name in rowless}


def test_planted_name_mistakes_are_all_there_are():
    data, planted = make_sample.dataset(clean=False), make_sample.planted()
    polygons, rows = [one.naam for one in data.features], [row.naam for row in data.rows]
    by_rule = {rule: {one.plannaam for one in planted if one.regel == rule} for rule in ("N1", "N2", "N3", "N4")}
    twins = {one.ander for one in planted if one.regel == "N3"}
    assert {name for name in polygons + rows if polygons.count(name) > 1 or rows.count(name) > 1} == by_rule["N1"]
    assert set(polygons) - set(rows) == by_rule["N3"] | {"Postkantoor Brinkstraat"}
    assert set(rows) - set(polygons) == twins | {"Garageboxen Meidoornhof", NO_LOCATION}
    assert by_rule["N2"] == {"Postkantoor Brinkstraat", "Garageboxen Meidoornhof"} | by_rule["N1"]
    assert {name for name in polygons + rows if name != " ".join(name.split())} == by_rule["N4"]


def test_planted_shape_mistakes_are_there(wrong):
    planted = [one for one in make_sample.planted() if one.regel.startswith("G")]
    by_rule = {rule: {one.plannaam for one in planted if one.regel == rule} for rule in ("G1", "G2", "G3")}
    assert {plan["plannaam"] for plan in wrong if plan[b.GEOMETRY] is None} == by_rule["G1"] | {NO_LOCATION}
    assert {name for name, shape in shapes(wrong) if not shape.is_valid} == by_rule["G2"]
    assert outside(wrong) == by_rule["G3"]
    (moved,) = (shape for name, shape in shapes(wrong) if name in by_rule["G3"])
    assert 0.1 < moved.difference(make_sample.boundary()).area / moved.area < 0.9
    assert overlaps(wrong) == {frozenset((one.plannaam, one.ander)) for one in planted if one.regel == "G4"}
    by_name = dict(shapes(wrong))
    assert by_name["'t Hoge Land fase 1"].equals_exact(by_name["'t Hoge Land fase 2"], 0)
    assert 0.1 < by_name["Kreekakkers"].intersection(by_name["Polderhart"]).area / by_name["Kreekakkers"].area < 0.5


def test_planted_list_covers_the_rules(folder):
    with (folder / "geplante_fouten.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["plannaam"] for row in rows] == [one.plannaam for one in make_sample.planted()]
    without_previous = [f"N{k}" for k in range(1, 5)] + [f"A{k}" for k in range(1, 11)] + [f"S{k}" for k in range(1, 4)]
    assert {row["regel"] for row in rows if row["soort"] == "geplant"} == {*without_previous, *(f"G{k}" for k in range(1, 7))}
    for row in rows:
        if row["regel"] in RULES and row["regel"] != "G4":
            assert row["ernst"] == RULES[row["regel"]].ernst.value


def test_the_manual_page_is_up_to_date():
    expected = page.text(make_sample.dataset(), make_sample.planted(), make_sample.boundary())
    assert make_sample.DOCS.read_text(encoding="utf-8") == expected, "run: python scripts/make_sample.py OUTDIR --docs"


def test_a_geopackage_is_the_same_bytes_on_every_machine(folder):
    """Made with GDAL 3.6 and 3.10, SQLite 3.40 and 3.46. When the boundary itself changes, so does this."""
    digest = hashlib.sha256((folder / "gemeentegrens.gpkg").read_bytes()).hexdigest()
    assert digest == "cacd3c3f1521647eb5ec64c89c4417b12d159ee9ac853bd674019e70d3142efa"
