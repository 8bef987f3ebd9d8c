# SPDX-License-Identifier: GPL-2.0-or-later
"""What art. 5 to 10 of the Dataprotocol ask of a municipality's delivery, sentence by sentence, in a package that was made."""

import zipfile
from pathlib import Path

import openpyxl
import pytest

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, read_plans, square

SPRING = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
PLANS = [
    (0, {"plannaam": "Openbaar hard"}), (1, {"plannaam": "Openbaar zacht", "planstatus": "3"}),
    (2, {"plannaam": "Vertrouwelijk zacht", "planstatus": "4A", "vertrouwelijk": True}),
    (3, {"plannaam": "Vervallen", "vervallen": True, "vertrouwelijk": True, "planstatus": "1A"}),
    (3, {"plannaam": "Nieuw op die plek", "planstatus": "4B", "vertrouwelijk": True}), (4, {"plannaam": "Ambtelijk geheim", "planstatus": "5A"}),
]  # fmt: skip


def plan_file(path, plans, peildatum=PEILDATUM):
    rows = [(square(place), consistent_plan(plan_id=f"plan-{number}", **plan)) for number, (place, plan) in enumerate(plans)]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, peildatum), rows)
    return str(path)


def delivered(result):
    return {plan["plannaam"]: plan for plan, _ in read_plans(result["GPKG"])}


def test_each_plan_goes_by_itself_and_complete(run, tmp_path):
    """Art. 5.a, 5.b, 7.a; art. 6.b and 6.d: a new plan on the place of one that lapsed, confidential both; no finding, no plan with 5A."""
    result = run("exportdelivery", INPUT=plan_file(tmp_path / "p.gpkg", PLANS), FOLDER=str(tmp_path / "uit"), AGGREGATE="ja", **SPRING)
    assert (result["ERRORS"], result["WARNINGS"], result["DELIVERED"]) == (0, 0, 5)
    plans = delivered(result)
    for name in ("Openbaar hard", "Openbaar zacht", "Vertrouwelijk zacht", "Nieuw op die plek"):
        meant = consistent_plan()
        assert [plans[name][field.column_at(PEILDATUM)] for field in b.COUNTS] == [meant[field.name] for field in b.COUNTS]
    assert {name: plan["vertrouwelijk"] for name, plan in plans.items()} == {
        "Openbaar hard": False, "Openbaar zacht": False, "Vertrouwelijk zacht": True, "Vervallen": True, "Nieuw op die plek": True,
    }  # fmt: skip
    assert {name for name, plan in plans.items() if plan["provincie_aggregeert"]} == {
        "Vertrouwelijk zacht",
        "Vervallen",
        "Nieuw op die plek",
    }
    with zipfile.ZipFile(result["PACKAGE"]) as package:
        assert not any(b"Ambtelijk geheim" in package.read(name) for name in package.namelist())


def test_the_choice_of_art_8_is_about_confidential_plans_only(run, tmp_path):
    result = run("exportdelivery", INPUT=plan_file(tmp_path / "p.gpkg", PLANS[:2]), FOLDER=str(tmp_path / "uit"), AGGREGATE="ja", **SPRING)
    assert [plan["provincie_aggregeert"] for plan in delivered(result).values()] == [None, None]
    assert "art. 8" not in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text("utf-8")


@pytest.mark.parametrize("status", ["1A", "1B", "2A", "2B"])
def test_a_hard_plan_is_not_confidential(refused, tmp_path, status):
    """Art. 6.a."""
    source = plan_file(tmp_path / "p.gpkg", [(0, {"planstatus": status, "vertrouwelijk": True})])
    said = refused("exportdelivery", INPUT=source, FOLDER=str(tmp_path / "uit"), **SPRING)
    assert f"Vertrouwelijk is ja bij de harde planstatus {status}" in said


@pytest.mark.parametrize(("moment", "words"), [
    ("2026-01-01", "voorjaarslevering, extractie 1 april 2026"), ("2026-07-01", "najaarslevering, extractie 1 oktober 2026"),
])  # fmt: skip
def test_two_deliveries_a_year_say_of_when_they_are(run, tmp_path, moment, words):
    """Art. 10.a and 10.b."""
    source = plan_file(tmp_path / "p.gpkg", PLANS[:1], Peildatum.parse(moment))
    result = run("exportdelivery", INPUT=source, GEMEENTE="GM9999", PEILDATUM=moment, FOLDER=str(tmp_path / "uit"), REST_CAPACITY="ja")
    rows = dict(openpyxl.load_workbook(result["XLSX"])["Toelichting"].iter_rows(values_only=True))
    assert rows["Levering"] == words
    assert words in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text("utf-8")


@pytest.mark.parametrize("moment", ["2026-04-01", "2026-07-02", "2026-12-31"])
def test_another_day_is_no_peildatum(refused, tmp_path, moment):
    """Art. 10."""
    source = plan_file(tmp_path / "p.gpkg", PLANS[:1])
    said = refused("exportdelivery", INPUT=source, GEMEENTE="GM9999", PEILDATUM=moment, FOLDER=str(tmp_path / "uit"))
    assert "kies 1 januari of 1 juli (Dataprotocol art. 10)" in said
