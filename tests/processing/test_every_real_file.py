# SPDX-License-Identifier: GPL-2.0-or-later
"""Every file in ../shared/data/plannen and ../shared/data/formaten: imported with counts that add up, or refused in one sentence."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from lmvw_plugin.core.basisset import fields as b
from tests.conftest import DATA, Listener, change, left_in, read_plans
from tests.processing.test_real_formats import gdal_version, second_import_changes_nothing, totals

pytestmark = [pytest.mark.real, pytest.mark.skipif(not (DATA / "plannen").is_dir(), reason="needs the real files in ../shared/data")]


@dataclass(frozen=True)
class Comes:
    """What an import gives: plans, and per measure the dwellings of source, plans and list of what was not taken over."""

    gemeente: str
    plans: int
    totals: dict[str, tuple[int, int, int]] = field(default_factory=dict)
    peildatum: str = "2026-01-01"


COMES = {
    "plannen/heemskerk_2020.gpkg": Comes(
        "GM0396", 36, {"Bruto totaal": (1712, 1712, 0), "Sloop totaal": (248, 248, 0), "Fasering van bruto": (1712, 0, 1712)}
    ),
    "plannen/zaanstad_2020.gpkg": Comes(
        "GM0479", 156, {"Bruto totaal": (24185, 24185, 0), "Sloop totaal": (699, 699, 0), "Fasering van bruto": (24185, 0, 24185)}
    ),
    "plannen/alkmaar_2020.gpkg": Comes(
        "GM0361", 73, {"Bruto totaal": (16526, 16526, 0), "Sloop totaal": (183, 183, 0), "Fasering van bruto": (16526, 0, 16526)}
    ),
    "plannen/alkmaar_2017.gpkg": Comes(
        "GM0361", 60, {"Bruto totaal": (2311, 2311, 0), "Sloop totaal": (35, 35, 0), "Fasering van bruto": (2311, 0, 2311)}
    ),
    "plannen/zaanstad_2017.gpkg": Comes(
        "GM0479", 164, {"Bruto totaal": (21281, 21281, 0), "Sloop totaal": (180, 180, 0), "Fasering van bruto": (21281, 0, 21281)}
    ),
    "plannen/zaanstad_2018.gpkg": Comes("GM0479", 140, {"Fasering van bruto": (23222, 0, 23222)}),
    "plannen/heemskerk_2017.shp": Comes(
        "GM0396", 18, {"Bruto totaal": (653, 653, 0), "Sloop totaal": (1, 1, 0), "Fasering van bruto": (653, 0, 653)}
    ),
    "formaten/export_diwi_geojson_1plan.geojson": Comes("GM9999", 1, peildatum="2025-01-01"),
    "formaten/import_example_1plan.geojson": Comes(
        "GM9999", 1, {"Bruto totaal": (1, 1, 0), "Fasering van bruto": (1, 1, 0)}, peildatum="2024-01-01"
    ),
}
REFUSED = {
    "formaten/Excel_Import_template.xlsx": "staan geen plannen; kies een andere laag of een ander Excel-bestand",
    "formaten/Excel_export_template.xlsx": "staan geen plannen; kies een andere laag of een ander Excel-bestand",
    "formaten/import-example-pmw.xlsx": "staan geen plannen; kies een andere laag of een ander Excel-bestand",
    "formaten/Gelderland.gdb.zip": "staan geen plannen; kies een andere laag of een ander Excel-bestand",
    "formaten/gelderland_detailPlanning.expected.csv": "is geen kolom met plannamen gevonden (wel: GlobalID, Creator, ",
    "formaten/gelderland_domains.json": "is geen kaartlaag die QGIS kan lezen",
    "formaten/gelderland_feature.expected.json": "zegt dat zij in graden is (EPSG:4326), maar de coördinaten zijn RD",
    # From GDAL 3.7 on its empty coordinates are refused; before, it is one plan without name and polygon.
    "formaten/geojson_import_template.geojson": "is geen kaartlaag die QGIS kan lezen" if gdal_version() >= (3, 7) else "",
}
PARTS = {f"plannen/heemskerk_2017.{end}" for end in ("cpg", "dbf", "prj", "shx")}  # of the shapefile


def test_every_file_is_named_here():
    found = {f"{folder}/{path.name}" for folder in ("plannen", "formaten") for path in (DATA / folder).iterdir()}
    assert found == COMES.keys() | REFUSED.keys() | PARTS


def given(name, expected=None):
    source = "WORKBOOK" if Path(name).suffix in (".xlsx", ".csv") else "INPUT"
    about = expected or Comes("GM9999", 0)
    return {source: str(DATA / name), "GEMEENTE": about.gemeente, "PEILDATUM": about.peildatum}


@pytest.mark.parametrize("name", list(COMES))
def test_it_comes_over_with_every_dwelling(run, tmp_path, name):
    expected = COMES[name]
    result = run("importplans", **given(name, expected), OUTPUT=str(tmp_path / "p.gpkg"))
    assert (result["IMPORTED"], result["NOT_IMPORTED"]) == (expected.plans, 0)
    found = totals(result)  # every row adds up
    assert {title: found[title] for title in expected.totals} == expected.totals
    plans = [plan for plan, _ in read_plans(tmp_path / "p.gpkg")]
    assert len(plans) == expected.plans
    for measure in (one for one in b.COUNTS if one.phase is None):
        if measure.label in found:
            assert found[measure.label][1] == sum(plan[measure.name] or 0 for plan in plans), measure.name
    second_import_changes_nothing(run, tmp_path, **given(name, expected))


@pytest.mark.parametrize("name", list(COMES))
def test_its_mapping_gives_equal_plans_again(run, tmp_path, name):
    expected = COMES[name]
    first = run("importplans", **given(name, expected), OUTPUT=str(tmp_path / "p.gpkg"))
    run("importplans", **given(name, expected), MAPPING=first["MAPPING_USED"], OUTPUT=str(tmp_path / "q.gpkg"))
    columns = [field_.name for field_ in b.COLUMNS if field_.name != "plan_id"]
    before, after = ([([plan[column] for column in columns], geometry.asWkb()) for plan, geometry in read_plans(tmp_path / file)]
                     for file in ("p.gpkg", "q.gpkg"))  # fmt: skip
    assert before == after


@pytest.mark.parametrize("percentage", [1, 45])
@pytest.mark.parametrize("name", list(COMES))
def test_cancel_leaves_the_plan_file_untouched(run, tmp_path, name, percentage):
    """A new one is not made, and one that is there stays byte for byte."""
    run("importplans", **given(name, COMES[name]), OUTPUT=str(tmp_path / "p.gpkg"), feedback=Listener(cancel_at=percentage))
    assert left_in(tmp_path) == []
    run("importplans", **given(name, COMES[name]), OUTPUT=str(tmp_path / "p.gpkg"))
    change(tmp_path / "p.gpkg", read_plans(tmp_path / "p.gpkg")[0][0]["plannaam"], tijdelijk=3, bruto_totaal=None, planstatus=None)
    before = (tmp_path / "p.gpkg").read_bytes()
    run("importplans", **given(name, COMES[name]), OUTPUT=str(tmp_path / "p.gpkg"), UPDATE=True, feedback=Listener(cancel_at=percentage))
    assert (tmp_path / "p.gpkg").read_bytes() == before


@pytest.mark.parametrize("name", [name for name, sentence in REFUSED.items() if sentence])
def test_it_is_refused_in_one_sentence(refused, tmp_path, name):
    message = refused("importplans", **given(name), OUTPUT=str(tmp_path / "p.gpkg"))
    assert REFUSED[name] in message
    assert message.count("\n") == 0
    assert len(message) < 500
    assert left_in(tmp_path) == []
