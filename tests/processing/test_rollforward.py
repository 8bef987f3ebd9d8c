# SPDX-License-Identifier: GPL-2.0-or-later
"""The plan file for the next peildatum, made of a real one: the old one stays, and of the new one every dwelling is explained."""

import re
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.prices.limits import PriceLimits, stated
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.layers.asking.book import read as read_questions
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.tables import answer_history, delivery_memory, hints_table
from tests.conftest import MARKERWAARD, ROOT, Listener, consistent_plan, left_in, read_plans, square

SPRING, AUTUMN = Peildatum(date(2026, 1, 1)), Peildatum(date(2026, 7, 1))
NEXT = AUTUMN.next
BRUTO = b.phasing("bruto_totaal")


def phased(*counts, **more):
    """A plan without open questions, with these dwellings year by year."""
    every = [*counts, *[0] * (len(BRUTO) - len(counts))]
    total = sum(every)
    phasing = dict(zip(BRUTO, every, strict=True))
    parts = {"meergezins": total, "eengezins": 0, "woningtype_onbekend": 0, "prijs_onbekend": total}
    counts = {**dict.fromkeys((field.name for field in b.COUNTS), 0), **phasing, "bruto_totaal": total, **parts}
    return {**consistent_plan(**counts, geclusterd_55plus=None, zorg_55plus=None), **more}


def plan_file(path, plans, peildatum=AUTUMN, gemeente=MARKERWAARD, **about):
    store.create(
        path,
        store.PlanFileInfo(gemeente, peildatum, **about),
        [(square(n), {**plan, "plan_id": f"id-{n}"}) for n, plan in enumerate(plans)],
    )
    return path


def by_name(path):
    return {plan["plannaam"]: plan for plan, _ in read_plans(path)}


def decided(path):
    layer = QgsVectorLayer(f"{path}|layername=lmvw_te_beslissen", "x", "ogr")
    return {(row["plannaam"], row["veld"]): row for row in layer.getFeatures()}


@pytest.fixture
def old(tmp_path):
    return plan_file(tmp_path / "plannen.gpkg", [
        phased(0, 30, 5, plannaam="Dijkzone", plannummer="7", projectleider="Bos"),
        phased(12, 30, plannaam="Haven", tijdelijk=4),
        phased(0, *[0] * 9, 40, 30, plannaam="Later"),
    ])  # fmt: skip


def test_the_years_shift_and_what_a_person_must_say_is_asked(run, old, tmp_path):
    before = old.read_bytes()
    done = run("rollforward", INPUT=str(old), PEILDATUM="2027-01-01", OUTPUT=str(tmp_path / "nieuw.gpkg"))
    new = tmp_path / "nieuw.gpkg"
    assert done["OUTPUT"] == str(new)
    assert (done["PLANS"], done["LEFT"], done["ASKED"]) == (3, 0, 2)
    assert old.read_bytes() == before
    assert left_in(tmp_path) == ["nieuw.gpkg", "nieuw_van_vorige_peildatum.html", "plannen.gpkg"]
    assert store.read_info(new).peildatum == NEXT

    plans, were = by_name(new), by_name(old)
    assert [plans["Dijkzone"][name] for name in BRUTO[:3]] == [30, 5, 0]
    assert (plans["Dijkzone"]["plannummer"], plans["Dijkzone"]["projectleider"]) == ("7", "Bos")
    assert [plan["plan_id"] for plan in plans.values()] == [plan["plan_id"] for plan in were.values()]
    assert [shape.asWkt() for _, shape in read_plans(new)] == [shape.asWkt() for _, shape in read_plans(old)]
    assert [plans["Haven"][name] for name in ("bruto_totaal", BRUTO[0], "tijdelijk", "meergezins")] == [None, None, None, 42]
    assert (plans["Later"]["bruto_totaal"], plans["Later"]["bruto_jaar10"]) == (70, None)

    rows = decided(new)
    assert rows["Haven", BRUTO[0]]["was"] == "12 in 2026 en 30 in 2027"
    assert rows["Haven", "bruto_totaal"]["voorstel"] == 30
    assert rows["Later", "bruto_jaar10"]["label"] == "Bruto 2036"
    assert {name for name, _ in rows} == {"Haven", "Later"}
    assert done["DECISIONS"] == len(rows)
    assert done["TO_DECIDE"] == f"{new}|layername=lmvw_te_beslissen"


def test_who_confirms_all_proposals_has_no_error_in_the_years(run, old, tmp_path):
    new = tmp_path / "nieuw.gpkg"
    run("rollforward", INPUT=str(old), OUTPUT=str(new))
    plans, _ = read_questions(new, store.open_layer(new), Silent())
    open_fields = {(plans[key]["plannaam"], veld) for key, fields in plans.open.items() for veld in fields}
    proposed = {(plans[key]["plannaam"], veld): one.value for key, found in plans.proposals.items() for veld, one in found.items()}
    assert open_fields == set(proposed)
    assert proposed["Haven", "bruto_totaal"] == 30
    assert [proposed["Later", name] for name in BRUTO[9:]] == [8, 38, 24]


def test_the_next_peildatum_is_meant_when_none_is_given(run, tmp_path):
    old = plan_file(tmp_path / "voorjaar.gpkg", [phased(12, 30, plannaam="Haven")], SPRING)
    run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "najaar.gpkg"))
    assert store.read_info(tmp_path / "najaar.gpkg").peildatum == AUTUMN
    plan = by_name(tmp_path / "najaar.gpkg")["Haven"]
    assert [plan[name] for name in BRUTO[:2]] == [None, 30]


@pytest.mark.parametrize(("peildatum", "said"), [
    ("2026-07-01", "kies een latere peildatum"), ("2026-01-01", "kies een latere peildatum"),
    ("2028-01-01", "meer dan een jaar. Maak eerst het planbestand voor 1 januari 2027"), ("2027-03-01", "bestaat niet in de LMVW"),
])  # fmt: skip
def test_another_peildatum_is_refused_in_one_sentence(refused, old, tmp_path, peildatum, said):
    sentence = refused("rollforward", INPUT=str(old), PEILDATUM=peildatum, OUTPUT=str(tmp_path / "nieuw.gpkg"))
    assert said in sentence
    assert left_in(tmp_path) == ["plannen.gpkg"]


def test_the_file_itself_and_any_file_with_plans_are_never_overwritten(refused, old, tmp_path):
    assert "kies een ander planbestand" in refused("rollforward", INPUT=str(old), OUTPUT=str(old))
    there = plan_file(tmp_path / "er_al.gpkg", [phased(1, plannaam="Dorp")], NEXT)
    assert "bevat al 1 plan" in refused("rollforward", INPUT=str(old), OUTPUT=str(there))
    assert list(by_name(there)) == ["Dorp"]


def test_what_is_not_saved_yet_goes_along_and_stays_unsaved(run, old, tmp_path):
    layer = store.open_layer(old)
    QgsProject.instance().addMapLayer(layer)
    try:
        layer.startEditing()
        plan = next(one for one in layer.getFeatures() if one["plannaam"] == "Dijkzone")
        layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), "Dijkzone Oost")
        run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
        assert layer.isModified()
        layer.rollBack()
    finally:
        QgsProject.instance().removeAllMapLayers()
    assert "Dijkzone Oost" in by_name(tmp_path / "nieuw.gpkg")
    assert "Dijkzone" in by_name(old)


def test_a_run_that_is_stopped_leaves_nothing(run, old, tmp_path):
    for progress in (1, 40, 60, 70):
        run("rollforward", Listener(progress), INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
        assert left_in(tmp_path) == ["plannen.gpkg"]


# -- what else is in the file ------------------------------------------------------------------------------------------------


def test_everything_of_the_user_stays_and_what_was_of_the_old_day_goes(run, old, tmp_path):
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("ALTER TABLE plannen ADD COLUMN wijk TEXT")
        database.execute("CREATE TABLE eigen_log (fid INTEGER PRIMARY KEY, wat TEXT)")
        database.execute("INSERT INTO eigen_log (wat) VALUES ('bewaar mij')")
        database.execute("INSERT INTO lmvw_controle (plan_id, uitslag) VALUES ('x', 'fout')")
        database.execute(
            "INSERT INTO layer_styles (f_table_name, styleName, styleQML, useAsDefault) VALUES ('plannen', 'eigen', '<qgis/>', 0)"
        )
    with closing(sqlite3.connect(old)) as database, database:
        database.create_function("ST_IsEmpty", 1, lambda _: 0)
        database.execute("CREATE TRIGGER eigen AFTER UPDATE ON plannen BEGIN INSERT INTO eigen_log (wat) VALUES ('gewijzigd'); END")
    with closing(sqlite3.connect(old)) as database, database:
        database.execute("DROP TRIGGER IF EXISTS rtree_plannen_geom_update7")
    key = next(iter(by_name(old).values()))["plan_id"]
    said = [answer_history.Kept(key, veld, "", "onbekend", "", "Bos", "2026-08-01 10:00") for veld in ("planstatus", BRUTO[3])]
    answer_history.add(old, said)
    new = tmp_path / "nieuw.gpkg"
    run("rollforward", INPUT=str(old), OUTPUT=str(new))
    with closing(sqlite3.connect(new)) as database:
        assert "wijk" in {row[1] for row in database.execute("PRAGMA table_info(plannen)")}
        assert database.execute("SELECT wat FROM eigen_log").fetchall() == [("bewaar mij",)]  # and no word of ours
        assert database.execute("SELECT count(*) FROM lmvw_controle").fetchone() == (0,)
        assert database.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name = 'eigen'").fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM layer_styles WHERE styleName = 'eigen'").fetchone() == (1,)
        (form,) = database.execute("SELECT styleQML FROM layer_styles WHERE styleName = 'lmvw'").fetchone()
        assert "2046" in form
        assert "2026" not in re.sub(r"(?:peildatum|grens)[^<]*", "", " ".join(re.findall(r'<alias [^>]*name="([^"]*)"', form)))
    assert [one.veld for one in answer_history.read(new)] == ["planstatus"]  # that of a year said nothing about this one


def test_a_price_limit_of_the_new_year_is_told_or_asked(run, tmp_path):
    own = PriceLimits((stated("sociale_huur", 2027, 950, "brief", "Bos", date(2026, 12, 1)),))
    old = plan_file(tmp_path / "plannen.gpkg", [phased(0, 5, plannaam="Haven")], limits=own)
    done = run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "Prijsgrenzen van 2027" in page
    assert "€ 950" in page
    assert page.count("nog niet bekend, vul hier in") == 2
    assert store.read_info(tmp_path / "nieuw.gpkg").limits.at("sociale_huur", 2027).amount == 950


def test_a_municipality_that_ended_becomes_its_successor(run, refused, tmp_path):
    appingedam = gemeente("GM0003")
    plans = [phased(0, 5, plannaam="Haven", gemeente_code=appingedam.code, gemeente_naam=appingedam.name)]
    old = plan_file(tmp_path / "plannen.gpkg", plans, Peildatum(date(2020, 7, 1)), appingedam)
    done = run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
    new = tmp_path / "nieuw.gpkg"
    assert store.read_info(new).gemeente.name == "Eemsdelta"
    assert [(plan["gemeente_code"], plan["gemeente_naam"]) for plan in by_name(new).values()] == [("GM1979", "Eemsdelta")]
    assert "Na de herindeling is dit planbestand van Eemsdelta (GM1979)" in Path(done["REPORT"]).read_text(encoding="utf-8")
    haaren = gemeente("GM0788")
    split = plan_file(tmp_path / "haaren.gpkg", plans, Peildatum(date(2020, 7, 1)), haaren)
    assert "Maak voor elke nieuwe gemeente een planbestand" in refused("rollforward", INPUT=str(split), OUTPUT=str(tmp_path / "h.gpkg"))


# -- finished plans ----------------------------------------------------------------------------------------------------------


def test_a_finished_plan_leaves_once_it_was_delivered_and_stays_in_the_memory(run, tmp_path):
    old = plan_file(tmp_path / "plannen.gpkg", [
        phased(0, 5, plannaam="Haven"), phased(8, plannaam="Klaar", gerealiseerd=True), phased(9, plannaam="Weg", vervallen=True),
    ])  # fmt: skip
    key = by_name(old)["Klaar"]["plan_id"]
    plan = delivery_memory.DeliveredPlan({"plan_id": key, "plannaam": "Klaar", "gerealiseerd": True}, b"wkb")
    with delivery_memory.keeping(
        old, delivery_memory.Delivered(str(AUTUMN), "2026-10-01T10:00:00", "GM9999", "standaard", "x.zip", "00"), [plan]
    ):
        pass
    done = run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
    new = tmp_path / "nieuw.gpkg"
    assert set(by_name(new)) == {"Haven", "Weg"}
    assert (done["LEFT"], done["PLANS"]) == (1, 2)
    row = decided(new)["Weg", "vervallen"]
    assert "weet niet of het plan al geleverd is" in row["waarom"]
    assert store.open_layer(new).featureCount() == 2
    (kept,) = delivery_memory.read(new)
    assert [one.values["plannaam"] for one in delivery_memory.plans_of(new, kept)] == ["Klaar"]
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert "Plannen die eruit zijn" in page
    assert "Klaar" in page


def test_hints_of_a_code_that_is_a_number_stay(run, old, tmp_path):
    key = by_name(old)["Haven"]["plan_id"]
    hints_table.keep(old, {key: [Hint("planstatus", "status", "in voorbereiding", "3"), Hint("bruto_totaal", "Op2630", "42", "2026-2030")]})
    run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
    said = hints_table.read(tmp_path / "nieuw.gpkg")[key]
    assert [one.veld for one in said if one.kolom == "status"] == ["planstatus"]
    assert not [one for one in said if one.years]  # what a source once said of the same years is older


def test_what_the_source_said_of_years_to_come_stays_when_what_is_over_is_asked(run, tmp_path):
    """The plan has dwellings in the year that passes, and its source some in a period of which nobody filled in the years."""
    plan = consistent_plan(plannaam="Haven", bruto_totaal=42, **dict(zip(BRUTO, [2, *[0] * 3, *[None] * 5, *[0] * 8], strict=False)))
    old = plan_file(tmp_path / "plannen.gpkg", [plan])
    far, near = Hint("bruto_totaal", "Op3034", "40", "2030-2034"), Hint("bruto_totaal", "Op2630", "42", "2026-2030")
    hints_table.keep(old, {"id-0": [far, near]})
    run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "nieuw.gpkg"))
    said = hints_table.read(tmp_path / "nieuw.gpkg")["id-0"]
    assert [one for one in said if one.years] == [far]
    assert {one.veld for one in said if one.planned is not None} >= {"bruto_totaal"}


# -- real plans ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "code"), [("alkmaar_2020", "GM0361"), ("heemskerk_2020", "GM0396"), ("zaanstad_2020", "GM0479")])
def test_real_plans_go_twice_half_a_year_as_once_a_year_and_every_dwelling_is_explained(run, tmp_path, name, code):
    source = ROOT.parent / "shared" / "data" / "plannen" / f"{name}.gpkg"
    old = tmp_path / "plannen.gpkg"
    run("importplans", INPUT=str(source), GEMEENTE=code, PEILDATUM="2020-01-01", OUTPUT=str(old))
    first = run("rollforward", INPUT=str(old), OUTPUT=str(tmp_path / "najaar.gpkg"))
    run("rollforward", INPUT=first["OUTPUT"], OUTPUT=str(tmp_path / "twee.gpkg"))
    once = run("rollforward", INPUT=str(old), PEILDATUM="2021-01-01", OUTPUT=str(tmp_path / "een.gpkg"))
    assert [plan for plan, _ in read_plans(tmp_path / "twee.gpkg")] == [plan for plan, _ in read_plans(tmp_path / "een.gpkg")]
    assert [shape.asWkb() for _, shape in read_plans(tmp_path / "een.gpkg")] == [shape.asWkb() for _, shape in read_plans(old)]

    was, now, rows = by_name(old), by_name(tmp_path / "een.gpkg"), decided(once["OUTPUT"])
    assert len(now) == len(was) == once["PLANS"]
    for plannaam, plan in was.items():
        for total in b.PHASED:
            kept, asked = now[plannaam][total], rows.get((plannaam, total))
            assert kept == plan[total] if asked is None else (kept is None and asked["was"] == str(plan[total]))
