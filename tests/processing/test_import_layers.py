# SPDX-License-Identifier: GPL-2.0-or-later
"""A file with several layers of plans: nothing is taken silently, one can be named, and all can be taken together."""

import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr, osr

from tests.conftest import DATA, read_plans, square
from tests.processing.test_import_odd_files import many_layers
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
PLANS = DATA / "plannen"
# Columns that make it a recognised format (EIB 2020), and columns of nobody.
EIB = ("Gem_naam", "Plannaam", "Plantype", "Planstatus", "Aantalrest", "Sloop", "OP2019", "WTYPGGB", "WTYPAPP", "WTYPONB")
PLAIN = ("Plannaam", "Aantalrest", "Sloop")
KINDS = ("map", "gpkg", "gdb", "gpkg.zip", "shp.zip", "gdb.zip")


def layers_of(folder, kind, columns, names=("hard", "zacht")):
    """A file with a layer of two plans for each name, and a line layer beside them where that can be."""
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    inside = {"gpkg": "plannen.gpkg", "gdb": "plannen.gdb"}.get(kind.split(".")[0], "plannen")
    driver = {"gpkg": "GPKG", "gdb": "OpenFileGDB"}.get(kind.split(".")[0], "ESRI Shapefile")
    path = folder / inside
    source = ogr.GetDriverByName(driver).CreateDataSource(str(path))
    for place, name in enumerate(names):
        layer = source.CreateLayer(name, rd, ogr.wkbPolygon if driver == "ESRI Shapefile" else ogr.wkbMultiPolygon)
        for column in columns:
            counts = column in ("Aantalrest", "Sloop") or column.startswith(("WTYP", "OP2"))
            layer.CreateField(ogr.FieldDefn(column, ogr.OFTInteger if counts else ogr.OFTString))
        for number in range(2):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField("Plannaam", f"Haven {name} {number}")
            feature.SetField("Aantalrest", 10 * place + number + 1)
            feature.SetGeometry(ogr.CreateGeometryFromWkt(square(2 * place + number).asWkt()))
            layer.CreateFeature(feature)
        del layer
    del source
    if not kind.endswith("zip"):
        return str(path)
    with zipfile.ZipFile(folder / "plannen.zip", "w") as packed:
        for part in [path] if path.is_file() else sorted(path.iterdir()):
            packed.write(part, part.relative_to(folder))
    return str(folder / "plannen.zip")


@pytest.mark.parametrize("columns", [EIB, PLAIN], ids=["known", "plain"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_layer_is_taken_without_a_choice_and_every_choice_works(run, refused, tmp_path, kind, columns):
    path = layers_of(tmp_path, kind, columns)
    message = refused("importplans", INPUT=path, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "heeft meer dan één laag met polygonen (" in message
    assert "hard" in message and "zacht" in message
    assert f"of neem ze samen met ‘{path}|layername=*’" in message
    for name, count in (("hard", 3), ("zacht", 23)):  # as the sentence says
        target = tmp_path / f"{name}.gpkg"
        result = run("importplans", INPUT=f"{path}|layername={name}", **SHARED, OUTPUT=str(target))
        assert [plan["plannaam"] for plan, _ in read_plans(target)] == [f"Haven {name} 0", f"Haven {name} 1"]
        assert totals(result)["Bruto totaal"] == (count, count, 0)
    result = run("importplans", INPUT=f"{path}|layername=*", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    plans = read_plans(tmp_path / "p.gpkg")
    assert sorted(plan["plannaam"] for plan, _ in plans) == [f"Haven {name} {number}" for name in ("hard", "zacht") for number in (0, 1)]
    assert all(geometry.area() == pytest.approx(10_000) for _, geometry in plans)
    assert totals(result)["Bruto totaal"] == (26, 26, 0)
    assert "laag" in Path(result["REPORT"]).read_text(encoding="utf-8")


def test_the_name_of_the_layer_can_fill_a_field(run, tmp_path):
    path = layers_of(tmp_path, "gpkg", PLAIN, ("2A", "4B"))
    first = run("importplans", INPUT=f"{path}|layername=*", **SHARED, DRY_RUN=True, OUTPUT=str(tmp_path / "p.gpkg"))
    mapping = Path(first["MAPPING_USED"])
    mapping.write_text(
        mapping.read_text(encoding="utf-8").replace('"velden": {', '"velden": {"planstatus": {"bron": "polygonen", "kolom": "laag"},'),
        encoding="utf-8",
    )
    run("importplans", INPUT=f"{path}|layername=*", **SHARED, MAPPING=str(mapping), OUTPUT=str(tmp_path / "p.gpkg"))
    assert [plan["planstatus"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["2A", "2A", "4B", "4B"]


def test_what_one_layer_really_stores_is_not_taken_for_that_of_another(run, tmp_path):
    """Each layer counts its rows from 1: of two together the first row of either is another plan."""
    path = layers_of(tmp_path, "gpkg", PLAIN)
    with closing(sqlite3.connect(path)) as database, database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')  # they call functions of GDAL's
        database.execute("UPDATE zacht SET Aantalrest = 'twaalf' WHERE fid = 1")
    run("importplans", INPUT=f"{path}|layername=*", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    found = {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert found == {"Haven hard 0": 1, "Haven hard 1": 2, "Haven zacht 0": None, "Haven zacht 1": 12}


def test_a_layer_that_is_not_there_is_named_with_the_others(refused, tmp_path):
    path = layers_of(tmp_path, "gpkg.zip", PLAIN)
    message = refused("importplans", INPUT=f"{path}|layername=harde", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "Bestand ‘plannen.zip’ heeft geen laag ‘harde’; kies een van: hard, zacht." in message


def test_the_only_layer_of_a_known_format_is_taken_and_the_others_are_named(run, tmp_path):
    path = layers_of(tmp_path, "gpkg", EIB, ("hard",))
    other = many_layers(tmp_path / "ander.gpkg", "GPKG")
    source, target = ogr.Open(other), ogr.Open(path, 1)
    target.CopyLayer(source.GetLayerByName("oud"), "oud")
    del source, target
    result = run("importplans", INPUT=path, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["Haven hard 0", "Haven hard 1"]
    assert "alleen ‘hard’ is gelezen, niet: oud." in Path(result["REPORT"]).read_text(encoding="utf-8")


@pytest.mark.real
@pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")
def test_of_real_plans_in_two_layers_none_is_passed_over(run, refused, tmp_path):
    """Zaanstad 2017, hard and zacht apart: taken alone, the first would be 58 of 164 plans and 2,712 of 21,281 dwellings."""
    path = tmp_path / "zaanstad.gpkg"
    source, target = ogr.Open(str(PLANS / "zaanstad_2017.gpkg")), ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for kind in ("hard", "zacht"):
        found = source.ExecuteSQL(f"SELECT * FROM plannen WHERE HARDZ = '{kind}'")
        target.CopyLayer(found, f"plannen_{kind}")
        source.ReleaseResultSet(found)
    del found, source, target
    given = {"GEMEENTE": "GM0479", "PEILDATUM": "2026-01-01"}
    assert "plannen_hard, plannen_zacht" in refused("importplans", INPUT=str(path), **given, OUTPUT=str(tmp_path / "p.gpkg"))
    for name, plans, bruto in (("plannen_hard", 58, 2712), ("plannen_zacht", 106, 18569), ("*", 164, 21281)):
        output = tmp_path / f"p{plans}.gpkg"
        result = run("importplans", INPUT=f"{path}|layername={name}", **given, OUTPUT=str(output))
        assert len(read_plans(output)) == plans
        assert totals(result)["Bruto totaal"][0] == bruto
