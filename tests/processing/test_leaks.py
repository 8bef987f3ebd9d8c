# SPDX-License-Identifier: GPL-2.0-or-later
"""What stays at home never becomes a word: a package is the same to the byte whatever stays at home, and however it is named."""

import html
import json
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.delivering import package, preflight
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, change, consistent_plan, left_in, polygon_layer, read_plans, square
from tests.guards import leaks_in
from tests.packages import sent
from tests.secrets import Search

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
MOMENT = datetime(2026, 4, 1, 12, 0, 0)
INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM, akkoord_klein="mail van 3 maart", gemeentehuis=square(77).asWkt())
HOSTILE = [
    " Geheim Bos", "Geheim Bos ", "Geheim  Bos", "Geheim\u00a0Bos", "a", "de", "plan", "bestanden", "Caf\u00e9 Zuid", "Cafe\u0301 Zuid", 'Plan "x"', "d'Oude",
    "<b>Geheim</b>", "&amp;", "Haven", "haven", "Geheim\tBos", "\u202eGeheim", "x" * 300, "5A", "",
]  # fmt: skip
PLANS = [
    consistent_plan(plannaam="Haven", plan_id="1"),
    consistent_plan(plannaam="Bos ", plan_id="2", plantype="uitbreiding_uitleg", bruto_jaar01=9),
    consistent_plan(plannaam="Bos", plan_id="3"),
]


def bytes_of(folder, plans, geometries, small=False):
    """Every file of the package of these plans."""
    layer = polygon_layer(plans, geometries=geometries)
    ready = preflight.prepare(layer, INFO, small, None, Silent())
    folder.mkdir()
    made = package.write_package(folder, ready.delivery, ready.geometries, ready.told, ready.subject, Silent(), moment=MOMENT)
    return {one.name: one.read_bytes() for one in made.folder.iterdir()} | {"zip": made.archive.read_bytes()}


def test_a_package_knows_nothing_of_what_stays_home(tmp_path):
    alone = bytes_of(tmp_path / "zonder", PLANS, [square(0), square(1), square(1)])
    plans, geometries = [], []
    for number, name in enumerate(HOSTILE):  # before, between and after the others, on top of them and beside
        status = "5A" if number % 2 else "5B"
        home = consistent_plan(plannaam=name, plan_id=f"thuis-{number}", planstatus=status, bruto_jaar01=99, vertrouwelijk=None)
        plans.append(home)
        geometries.append(square(number % 4))
    for place, (plan, shape) in enumerate(zip(PLANS, [square(0), square(1), square(1)], strict=True)):
        plans.insert(place * 7, plan)
        geometries.insert(place * 7, shape)
    among = bytes_of(tmp_path / "met", plans, geometries)
    assert {name for name in alone if alone[name] != among[name]} == set()


def test_a_package_knows_no_small_plan_that_is_summed(tmp_path):
    made = []
    for name, at in (("Geheim Bos", 0), ('d\'Oude "x"', 40)):
        small = {"bruto_totaal": 3, "bruto_jaar01": 3, "sloop_totaal": 0, "sloop_jaar02": 0, "bruto_jaar10": 0, "bruto_periode2": 0}
        parts = [consistent_plan(plannaam=f"{name} {number}", plan_id=f"{name}{number}", toelichting=name, **small) for number in range(3)]
        shapes = [square(at + number) for number in range(3)]  # once on top of the plans that go, once beside them
        made.append(
            bytes_of(tmp_path / str(at), [parts[0], *PLANS, *parts[1:]], [shapes[0], square(0), square(1), square(2), *shapes[1:]], True)
        )
    assert {name for name in made[0] if made[0][name] != made[1][name]} == set()


def test_after_a_refusal_no_report_beside_the_package_names_what_stays_home(run, refused, own_file, tmp_path):
    home = next(plan["plannaam"] for plan, _ in read_plans(own_file) if plan["planstatus"] == "5A")
    right = next(plan["plantype"] for plan, _ in read_plans(own_file) if plan["plannaam"] == "d'Oude Haven")
    change(own_file, "d'Oude Haven", plantype=None)
    folder = tmp_path / "uit"
    message = refused("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)
    own = Path(message.rsplit("Het rapport staat in ", 1)[1])
    assert own.parent == own_file.parent
    assert html.escape(home) in own.read_text(encoding="utf-8")
    assert left_in(folder) == []
    change(own_file, "d'Oude Haven", plantype=right)
    result = run("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)
    assert Path(result["OWN_REPORT"]) == own
    assert html.escape(home) in own.read_text(encoding="utf-8")
    assert Search([home]).found_in(folder) == []


@pytest.mark.parametrize("where", [".", "gemeente"])
def test_the_own_report_is_never_in_the_folder_that_goes_out(run, own_file, tmp_path, where):
    """Also when the plan file itself lies there."""
    inside = tmp_path / where
    inside.mkdir(exist_ok=True)
    plan_file = own_file.rename(inside / "plannen.gpkg")
    result = run("exportdelivery", INPUT=str(plan_file), FOLDER=str(tmp_path), **SHARED)
    assert not Path(result["OWN_REPORT"]).is_relative_to(tmp_path)
    Path(result["OWN_REPORT"]).unlink()


def test_a_realised_confidential_plan_stops_the_delivery_or_goes_by_its_rule(tmp_path):
    layer = polygon_layer([consistent_plan(gerealiseerd=True, vertrouwelijk=True)])
    ready = preflight.prepare(layer, replace(INFO), False, None, Silent())
    assert [finding.regel for finding in ready.told if finding.regel == "S1"]


def test_a_realised_confidential_plan_is_asked_about_before_anything_is_delivered(run, refused, own_file, tmp_path):
    change(own_file, "d'Oude Haven", gerealiseerd=True, vertrouwelijk=True)
    folder = tmp_path / "uit"
    message = refused("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)
    own = Path(message.rsplit("Het rapport staat in ", 1)[1]).read_text(encoding="utf-8")
    assert "Vertrouwelijk is ja bij een gerealiseerd plan" in html.unescape(own) and left_in(folder) == []
    change(own_file, "d'Oude Haven", vertrouwelijk=False)
    assert run("exportdelivery", INPUT=str(own_file), FOLDER=str(folder), **SHARED)["PACKAGE"]


def test_the_search_finds_what_it_is_meant_to_find(run, own_file, tmp_path):
    result = run("exportdelivery", INPUT=str(own_file), FOLDER=str(tmp_path / "uit"), **SHARED)
    places = {where for where, _ in Search(["d'Oude Haven"]).found_in(result["PACKAGE"], result["GPKG"])}
    name = Path(result["PACKAGE"]).name
    assert {f"{name}/plannen.gpkg", "plannen.gpkg:plannen"} <= places
    assert [where for where in places if where.startswith(f"{name}/plannen.xlsx/")]
    assert Search(["Nergens Genoemd"]).found_in(result["PACKAGE"], result["GPKG"]) == []
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        assert "plannen_thuis" not in json.loads(packed.read("manifest.json"))


# -- packages that another process made --------------------------------------------------------------------------------------


@pytest.fixture
def delivered(run, tmp_path):
    """A plan file with a plan that stays at home, and its package, as a journey leaves them."""
    path = tmp_path / "gemeente" / "plannen.gpkg"
    path.parent.mkdir()
    home = consistent_plan(plannaam="Geheime Oosterhaven", plan_id="2", planstatus="5A")
    rows = [(square(0), consistent_plan(plannaam="Kadeplan Zuid", plan_id="1")), (square(7, 63.0), home)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), rows)
    (path.parent / "levering").mkdir()
    return path, Path(run("exportdelivery", INPUT=str(path), **SHARED, FOLDER=str(path.parent / "levering"))["PACKAGE"])


def test_a_package_of_another_process_is_searched_by_the_plan_files_beside_it(delivered, tmp_path):
    _, archive = delivered
    assert leaks_in(tmp_path) == []
    (archive.with_suffix("") / "LEESMIJ.txt").write_text("Niet mee: Geheime Oosterhaven", encoding="utf-8")
    assert leaks_in(tmp_path) == [("LEESMIJ.txt", "Geheime Oosterhaven")], "in the unpacked copy"
    (archive.with_suffix("") / "LEESMIJ.txt").write_text("Kadeplan Zuid", encoding="utf-8")
    with zipfile.ZipFile(archive, "a") as packed:
        packed.writestr("kaart.bin", square(7, 63.0).asWkb().data())
    assert f"{archive.name}/kaart.bin" in {place for place, _ in leaks_in(tmp_path)}, "a place tells as much as a name"


def test_a_package_of_an_earlier_peildatum_knew_other_plans(delivered, tmp_path):
    path, archive = delivered
    (archive.with_suffix("") / "LEESMIJ.txt").write_text("Geheime Oosterhaven", encoding="utf-8")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET peildatum = '2026-07-01'")
    assert leaks_in(tmp_path) == []


def test_what_is_no_package_is_not_searched(delivered, tmp_path):
    with zipfile.ZipFile(tmp_path / "anders.zip", "w") as packed:
        packed.writestr("brief.txt", "Geheime Oosterhaven")
    assert leaks_in(tmp_path) == []


def test_a_set_for_the_steward_is_searched_by_the_packages_that_went_in(run, tmp_path):
    secret = {"vertrouwelijk": True, "planstatus": "3"}
    rows = [consistent_plan(plannaam="Kadeplan Zuid"), consistent_plan(plannaam="Geheime Oosterhaven", **secret)]
    sent(tmp_path, rows, MARKERWAARD, aggregates=True)
    halls = polygon_layer([{"gemeente_code": "GM9999"}], geometries=[square(500)])
    (tmp_path / "uit").mkdir()
    made = run("exportsteward", INPUT=str(tmp_path / "in"), FOLDER=str(tmp_path / "uit"), TOWN_HALLS=halls)
    assert leaks_in(tmp_path) == []
    whole = Path(made["OUTPUT"]).read_bytes()
    with closing(sqlite3.connect(made["OUTPUT"])) as database, database:
        database.execute("UPDATE pakketten SET gemeente = 'Geheime Oosterhaven'")
    assert {place for place, _ in leaks_in(tmp_path)} >= {f"{Path(made['OUTPUT']).name}:pakketten"}
    Path(made["OUTPUT"]).write_bytes(whole)
    Path(made["REPORT"]).write_text("Geheime Oosterhaven", encoding="utf-8")
    assert leaks_in(tmp_path) == [(Path(made["REPORT"]).name, "Geheime Oosterhaven")]
