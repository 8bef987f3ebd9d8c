# SPDX-License-Identifier: GPL-2.0-or-later
"""Real plans of real municipalities come over: names byte for byte, polygons unchanged, numbers never guessed."""

from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.rules.findings import Counts
from tests.conftest import DATA, read_plans, values

PLANS = DATA / "plannen"
pytestmark = [pytest.mark.real, pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")]

EIB = [("heemskerk_2020.gpkg", "GM0396", 36), ("zaanstad_2020.gpkg", "GM0479", 156), ("alkmaar_2020.gpkg", "GM0361", 73)]


class Carried:
    """A real file and the plan file it became, side by side in the order of the source."""

    def __init__(self, run, folder, name, gemeente, **more):
        self.source_path = PLANS / name
        self.result = run(
            "importplans", INPUT=str(self.source_path), GEMEENTE=gemeente, PEILDATUM="2026-01-01", OUTPUT=str(folder / "p.gpkg"), **more
        )
        source = QgsVectorLayer(str(self.source_path), "bron", "ogr")
        self.source = [(values(feature), feature.geometry()) for feature in source.getFeatures()]
        self.plans = read_plans(folder / "p.gpkg")
        self.report = Path(self.result["REPORT"]).read_text(encoding="utf-8")

    def pairs(self):
        return [(source, plan) for (source, _), (plan, _) in zip(self.source, self.plans, strict=True)]


@pytest.fixture(scope="module")
def carried(run, tmp_path_factory):
    """Carry a real file over, once."""
    done = {}

    def carry(name, gemeente):
        if name not in done:
            done[name] = Carried(run, tmp_path_factory.mktemp("echt"), name, gemeente)
        return done[name]

    return carry


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_every_plan_comes_over(carried, name, gemeente, count):
    file = carried(name, gemeente)
    assert (file.result["IMPORTED"], file.result["NOT_IMPORTED"], len(file.plans)) == (count, 0, count)
    assert {plan["gemeente_code"] for plan, _ in file.plans} == {gemeente}
    for (source, before), (plan, after) in zip(file.source, file.plans, strict=True):
        assert plan["plannaam"].encode() == source["Plannaam"].encode()
        assert after.asWkb() == before.asWkb()


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_status_codes_are_read_by_their_code(carried, name, gemeente, count):
    for source, plan in carried(name, gemeente).pairs():
        text = source["Planstatus"]
        assert plan["planstatus"] == (None if text == "Status onbekend" else "3" if text.startswith("3 ") else text[:2])


def test_status_counts_of_heemskerk(carried):
    found = Counter(plan["planstatus"] for plan, _ in carried("heemskerk_2020.gpkg", "GM0396").plans)
    assert found == {"1A": 14, "2A": 1, "3": 2, "4A": 19}


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_numbers_are_those_of_the_source_or_left_empty(carried, name, gemeente, count):
    file = carried(name, gemeente)
    remaining = {"Aantalrest": "bruto_totaal", "WTYPGGB": "eengezins", "WTYPAPP": "meergezins", "WTYPONB": "woningtype_onbekend"}
    for source, plan in file.pairs():
        for column, field in remaining.items():
            assert plan[field] == (source[column] if source[column] is not None and source[column] >= 0 else None), plan["plannaam"]
        assert plan["sloop_totaal"] == (None if source["Sloop"] is None else -source["Sloop"])
        if any(source[column] is not None and source[column] < 0 for column in remaining):
            assert "is een negatief aantal" in file.report
            assert plan["plannaam"] in file.report.replace("&#x27;", "'").replace("&amp;", "&")
    assert sum(plan["bruto_totaal"] or 0 for plan, _ in file.plans) == sum(max(source["Aantalrest"], 0) for source, _ in file.source)
    assert "teken omgekeerd" in file.report


def test_demolition_of_heemskerk_is_positive(carried):
    amounts = Counter(plan["sloop_totaal"] for plan, _ in carried("heemskerk_2020.gpkg", "GM0396").plans)
    assert amounts[52] == 1
    assert min(amounts) == 0
    assert sum(amount * number for amount, number in amounts.items()) == 248


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_what_basisset_still_needs_is_listed_per_plan(carried, name, gemeente, count):
    import html

    file = carried(name, gemeente)
    needed = html.unescape(file.report.split("Wat de Basisset nog vraagt")[1])
    assert f">alle {count} plannen</td>" in needed
    assert "Vertrouwelijk" in needed
    assert "de fasering van bruto" in needed


def test_older_plantypes_are_not_guessed(carried):
    for source, plan in carried("heemskerk_2020.gpkg", "GM0396").pairs():
        assert plan["plantype"] in (None, source["Plantype"].lower().replace(" ", "_"))


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_the_mapping_replayed_gives_equal_plans(run, carried, tmp_path, name, gemeente, count):
    first = carried(name, gemeente)
    again = Carried(run, tmp_path, name, gemeente, MAPPING=first.result["MAPPING_USED"])
    columns = [field.name for field in b.COLUMNS if field.name != "plan_id"]
    assert [[plan[column] for column in columns] for plan, _ in again.plans] == [
        [plan[column] for column in columns] for plan, _ in first.plans
    ]
    assert [geometry.asWkb() for _, geometry in again.plans] == [geometry.asWkb() for _, geometry in first.plans]


@pytest.mark.parametrize(("name", "gemeente", "count"), EIB)
def test_real_plans_are_checked_and_not_delivered(run, refused, carried, tmp_path, name, gemeente, count):
    plans = carried(name, gemeente).result["OUTPUT"]
    checked = run("checkplans", INPUT=plans, PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT", REPORT=str(tmp_path / "r.html"))
    assert checked["PLANS"] == count
    assert checked["ERRORS"] >= count  # every plan still lacks what Basisset asks
    message = refused("exportdelivery", INPUT=plans, GEMEENTE=gemeente, PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    counts = Counts(*(checked[name] for name in ("PLANS", "ERRORS", "WARNINGS", "INFOS", "UNANSWERED", "TO_FILL")))
    assert counts.to_fill > count / 2, "most of a real import is not wrong but not filled in"
    assert message.startswith(f"Er is geen pakket gemaakt: {counts.holding}.")
    assert not list((tmp_path / "uit").glob("*.zip"))


# -- the shapefile of 2017 --------------------------------------------------------------------------------------------


def test_the_shapefile_of_2017_comes_over(carried):
    file = carried("heemskerk_2017.shp", "GM0396")
    assert (file.result["IMPORTED"], file.result["NOT_IMPORTED"]) == (18, 0)
    for (source, before), (plan, after) in zip(file.source, file.plans, strict=True):
        assert plan["plannaam"].encode() == source["NAAMPLAN"].encode()
        before.convertToMultiType()
        assert after.asWkb() == before.asWkb()
        assert plan["bruto_totaal"] == source["TOTREST"]
    codes = Counter((source["STATUS"], plan["planstatus"]) for source, plan in file.pairs())
    assert {pair for pair in codes if pair[1]} == {("1A onherroepelijke", "1A"), ("3 plan/besluit in voorbereiding", "3")}
    assert {pair[0] for pair in codes if not pair[1]} == {"2 vastgesteld plan/besluit", "4 potentiele woninbouwlocatie"}
    assert "begint niet met een statuscode" in file.report


@pytest.mark.parametrize("imported", [False, True])
def test_its_three_invalid_polygons_are_found(run, carried, imported):
    file = carried("heemskerk_2017.shp", "GM0396")
    layer = file.result["OUTPUT"] if imported else str(file.source_path)
    result = run("checkpolygons", INPUT=layer, OUTPUT="TEMPORARY_OUTPUT")
    assert result["PLANS"] == 18
    found = [feature for feature in result["OUTPUT"].getFeatures() if feature["regel"] == "G2" and feature["ernst"] == "fout"]
    assert len({feature["plannaam"] for feature in found}) == 3
    assert all(not feature.geometry().isEmpty() for feature in found)
