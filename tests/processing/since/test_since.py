# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules S4 to S6 in QGIS: a check and a delivery beside the previous delivery, given in any form or remembered by the plan file."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.tables import delivery_memory
from tests.conftest import MARKERWAARD, change, consistent_plan, square
from tests.packages import by_hand
from tests.processing.since.kit import AUTUMN, LATER, NAMES, NEXT, SMALL, SPRING, plan_file, remove, unpacked

RAN = dict.fromkeys(("S4", "S5", "S6"), ("geslaagd", None))


def test_without_a_previous_delivery_the_rules_did_not_run(check, tmp_path):
    assert check(str(plan_file(tmp_path / "p.gpkg")), SPRING) == []
    assert check.stand == dict.fromkeys(RAN, ("niet uitgevoerd", "geen vorige levering"))


def test_what_the_plan_file_remembers_is_the_previous_delivery(check, rolled):
    assert check(str(rolled)) == []
    assert check.stand == RAN
    remove(rolled, "Haven")
    change(rolled, "Molenhof", planstatus="4A")
    assert check(str(rolled)) == [("S4", "fout", "Haven"), ("S6", "waarschuwing", "Molenhof")]


def test_a_delivery_of_the_same_peildatum_is_not_the_previous_one(check, first, deliver):
    """Who delivers once more, because something was wrong, reports again what is finished."""
    path, _ = first
    change(path, "Haven", vervallen=True)
    deliver(path)
    assert len(delivery_memory.read(path)) == 2
    assert check(str(path), SPRING) == []
    assert check.stand["S5"] == ("niet uitgevoerd", "geen vorige levering")


@pytest.mark.parametrize("form", ["pakket", "geopackage", "geopackage alleen", "planbestand", "laag met namen"])
def test_the_previous_delivery_may_be_given_in_any_form(check, first, tmp_path, form):
    path, package = first
    previous = {"pakket": package, "geopackage": unpacked(package), "planbestand": path}.get(form)
    if form == "geopackage alleen":
        previous = Path(shutil.copy(unpacked(package), tmp_path / "van_toen.gpkg"))
    if form == "laag met namen":
        previous = tmp_path / "namen.geojson"
        features = [
            {"type": "Feature", "properties": {"Plannaam": name}, "geometry": json.loads(square(n).asJson(3))}
            for n, name in enumerate(NAMES)
        ]
        crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
        previous.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}), encoding="utf-8")
    now = plan_file(tmp_path / "nu.gpkg", AUTUMN)
    remove(now, "Dijkzone")
    assert check(str(now), PREVIOUS=str(previous)) == [("S4", "fout", "Dijkzone")]


def test_a_previous_delivery_of_the_same_day_or_later_is_refused(refused, first, tmp_path):
    path, package = first
    sentence = refused("checkplans", INPUT=str(path), PEILDATUM=str(SPRING), PREVIOUS=str(package), OUTPUT="memory:")
    assert "heeft peildatum 1 januari 2026; kies een levering van vóór 1 januari 2026." in sentence


def test_of_a_selection_nobody_can_say_what_is_gone(check, rolled, project_left_empty):
    layer = QgsVectorLayer(f"{rolled}|layername=plannen", "plannen", "ogr")
    layer.setSubsetString("plannaam <> 'Haven'")
    assert check(layer) == []
    assert check.stand["S4"] == ("niet uitgevoerd", "niet alle plannen zijn gecontroleerd")
    assert check.stand["S6"] == ("geslaagd", None)


def test_the_outcome_is_kept_and_not_made_anew_by_an_edit(check, rolled):
    remove(rolled, "Haven")
    check(str(rolled), KEEP=True)
    with closing(sqlite3.connect(rolled)) as database:
        kept = database.execute("SELECT count(*) FROM lmvw_bevindingen WHERE regel = 'S4'").fetchone()
    assert kept == (1,)


# -- the delivery ---------------------------------------------------------------------------------------------------------


def test_a_plan_that_is_gone_holds_the_delivery_until_it_is_tied_off(refused, deliver, rolled):
    change(rolled, "Haven", planstatus="5A")
    given = {"GEMEENTE": "GM9999", "PEILDATUM": str(AUTUMN), "FOLDER": str(rolled.with_name("uit")), "REST_CAPACITY": "ja"}
    sentence = refused("exportdelivery", INPUT=str(rolled), **given)
    assert "1 fout. Haven: Het plan stond in de vorige levering en gaat nu niet mee door planstatus 5A." in sentence
    assert not list(rolled.with_name("uit").glob("LMVW_GM9999_2026-07-01*"))
    change(rolled, "Haven", planstatus="2A", vervallen=True)
    done = deliver(rolled, AUTUMN)
    assert (done["ERRORS"], done["WARNINGS"]) == (0, 0)


def told_in(package):
    """What the report for the province and the sheet Controle say."""
    with zipfile.ZipFile(package) as archive:
        return archive.read("controle.html").decode("utf-8")


def test_what_was_tied_off_before_is_told_to_the_province_with_its_toelichting(deliver, run, rolled, tmp_path):
    change(rolled, "Haven", vervallen=True)
    change(rolled, "Molenhof", planstatus="4A", toelichting="Vernietigd door de Raad van State.")
    done = deliver(rolled, AUTUMN)
    assert (done["WARNINGS"], done["UNEXPLAINED"]) == (1, 0)
    assert "van 2A naar 4A" in told_in(done["PACKAGE"])
    later = tmp_path / "later.gpkg"
    run("rollforward", INPUT=str(rolled), PEILDATUM=str(NEXT), OUTPUT=str(later))
    with closing(sqlite3.connect(later)) as database:
        assert database.execute("SELECT count(*) FROM plannen WHERE plannaam = 'Haven'").fetchone() == (0,), (
            "it left, and need not come again"
        )


def test_a_given_delivery_is_compared_with_in_a_delivery_too(refused, first, tmp_path):
    now = plan_file(tmp_path / "nu.gpkg", AUTUMN)
    remove(now, "Kerkweg")
    given = {"GEMEENTE": "GM9999", "PEILDATUM": str(AUTUMN), "FOLDER": str(tmp_path / "uit"), "REST_CAPACITY": "ja"}
    sentence = refused("exportdelivery", INPUT=str(now), PREVIOUS=str(first[1]), **given)
    assert "Kerkweg: Het plan staat niet meer in deze levering" in sentence
    assert not list((tmp_path / "uit").glob("*2026-07-01*"))


def test_small_plans_as_one_are_not_missed_by_themselves_nor_is_the_one(deliver, run, tmp_path):
    from lmvw_plugin.layers.delivering.preflight import town_hall_wkt

    plans = [
        (square(n), consistent_plan(plan_id=f"id-{n}", plannaam=name, toelichting="Hele locatie: 8 woningen", **LATER | SMALL))
        for n, name in enumerate(NAMES)
    ]
    path = tmp_path / "klein.gpkg"
    info = store.PlanFileInfo(MARKERWAARD, SPRING, akkoord_klein="Mail van 3 maart", gemeentehuis=town_hall_wkt(square(30)))
    store.create(path, info, plans)
    assert deliver(path, SMALL_PLANS=True)["DELIVERED"] == 1
    later = tmp_path / "later.gpkg"
    run("rollforward", INPUT=str(path), PEILDATUM=str(AUTUMN), OUTPUT=str(later))
    assert deliver(later, AUTUMN)["DELIVERED"] == 4


def test_a_previous_delivery_made_by_hand_is_read_by_a_mapping(check, run, refused, tmp_path):
    """In a check and in a delivery: what is gone since then is told."""
    path = plan_file(tmp_path / "nu.gpkg", AUTUMN, NAMES[:3])
    other, mapping = by_hand(tmp_path / "gemaakt.gpkg", NAMES)
    wanted = {"INPUT": str(path), "PEILDATUM": str(AUTUMN), "PREVIOUS": str(other)}
    assert "geen kolom met plannamen" in refused("checkplans", **wanted, OUTPUT="memory:")
    assert check(str(path), PREVIOUS=str(other), MAPPING=str(mapping)) == [("S4", "fout", "Kerkweg")]
    (tmp_path / "uit").mkdir()
    said = refused("exportdelivery", **wanted, MAPPING=str(mapping), GEMEENTE="GM9999", FOLDER=str(tmp_path / "uit"), REST_CAPACITY="ja")
    assert "Kerkweg" in said
    lost = refused("checkplans", **wanted, MAPPING=str(tmp_path / "weg.json"), OUTPUT="memory:")
    assert "weg.json" in lost and "bestaat niet" in lost
