# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan file keeps of its check, for the plans as they are when it is read: never older than they are."""

import sqlite3
import threading
from contextlib import closing
from datetime import datetime

import pytest

from lmvw_plugin.core import i18n
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reporting.certificate import Judged, document
from lmvw_plugin.core.reporting.next_step import next_step
from lmvw_plugin.core.rules.coverage import Coverage
from lmvw_plugin.core.rules.ledger import Ledger
from lmvw_plugin.core.rules.plans import check_gemeente, check_plan, judged_again
from lmvw_plugin.forms.review.filters import Wanted
from lmvw_plugin.forms.review.shown import Shown
from lmvw_plugin.layers.checks import check_plan_layer
from lmvw_plugin.layers.map import check_result
from lmvw_plugin.layers.map.outcome import joined, load
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.recognising import plan_file_of
from lmvw_plugin.layers.planfile.standing import look
from lmvw_plugin.layers.planfile.tables import check_table, findings_table
from lmvw_plugin.layers.workbook.table import Row, Table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

NOW = datetime(2026, 3, 2, 9, 5)
ONE, TWO = (f"7b0d0a0c-0000-4000-8000-00000000000{number}" for number in (1, 2))


@pytest.fixture
def layer(qgis_app, tmp_path):
    plans = [(square(0), consistent_plan(plan_id=ONE, plannaam="Een")), (square(0), consistent_plan(plan_id=TWO, plannaam="Twee"))]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return planfile.open_layer(tmp_path / "p.gpkg")


def check(layer, workbook=None):
    checked = check_plan_layer(layer, PEILDATUM, None, workbook, Silent())
    check_result.write(plan_file_of(layer), layer.fields(), checked, NOW, Silent())


def change(layer, fid, **values):
    layer.startEditing()
    for name, answer in values.items():
        layer.changeAttributeValue(fid, layer.fields().lookupField(name), answer)
    assert layer.commitChanges()


def outcome(layer):
    return load(plan_file_of(layer), layer, None, Silent())[0]


def said(layer):
    return {(finding.regel, finding.plannaam) for finding in outcome(layer).findings}


def test_what_is_kept_in_dutch_is_told_in_the_language_of_the_screen(layer, monkeypatch):
    check(layer)
    monkeypatch.setattr(i18n, "_translate", lambda text: text.replace("Het plan", "The plan"))
    assert [finding.melding[:8] for finding in outcome(layer).findings if finding.regel == "G4"] == ["The plan"]


def test_without_a_check_there_is_no_outcome(layer):
    assert load(plan_file_of(layer), layer, None, Silent()) is None


def test_what_is_between_two_plans_is_one_warning_that_both_of_them_show(layer):
    check(layer)
    path = plan_file_of(layer)
    (found,) = outcome(layer).findings
    assert (found.plan_id, found.ander) == (ONE, TWO), "kept with both"
    assert check_table.numbers_of(path) == {"waarschuwing": 2}
    with closing(sqlite3.connect(path)) as database:
        told = dict(database.execute("SELECT plan_id, bevindingen FROM lmvw_controle"))
    assert told[ONE].startswith("Het plan heeft dezelfde polygoon als ‘Twee’")
    assert told[TWO].startswith("Bij Een: Het plan heeft dezelfde polygoon als ‘Twee’")
    assert findings_table.of_plan(path, TWO) == findings_table.of_plan(path, ONE) == [found]
    for wanted, seen in (
        (Wanted(plans={TWO}), [found]),
        (Wanted(status="1A", statuses={TWO: "1A"}), [found]),
        (Wanted(plans={TWO}, status="1A", statuses={ONE: "1A"}), []),
    ):
        shown = Shown(Ledger([found], {ONE: 1, TWO: 1}), outcome(layer).coverage, wanted, together=True)
        assert [node.finding for plan in shown.nodes() for node in plan.children] == seen


@pytest.mark.parametrize("fid", [1, 2])
def test_one_of_two_plans_on_a_place_that_explains_it_is_enough(layer, fid):
    path = plan_file_of(layer)
    check(layer)
    assert look(path).standing.warnings == 1
    change(layer, fid, toelichting="Twee plannen in één toren.")
    check(layer)
    assert next_step(look(path).standing)[1] == "Klaar om te leveren: maak de levering."


def test_a_check_kept_by_a_version_that_knew_one_plan_per_finding_is_replaced(layer):
    check(layer)
    path = plan_file_of(layer)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE lmvw_bevindingen DROP COLUMN ander")
    assert load(path, layer, None, Silent()) is None
    check(layer)
    assert said(layer) == {("G4", "Een")}


def test_what_is_said_of_a_neighbour_follows_a_plan_that_moved_or_went(layer):
    check(layer)
    assert said(layer) == {("G4", "Een")}
    layer.startEditing()
    layer.changeGeometry(2, square(5))
    assert said(layer) == set()
    layer.rollBack()
    layer.startEditing()
    layer.deleteFeature(2)
    assert said(layer) == set()
    layer.rollBack()
    assert said(layer) == {("G4", "Een")}


def test_a_name_that_changed_since_is_compared(layer):
    check(layer)
    change(layer, 2, plannaam="Een")
    assert ("N1", "Een") in said(layer)
    assert not outcome(layer).changed


def test_what_only_a_whole_check_says_stays_and_the_plan_is_marked(layer):
    check(layer, Table(plan_file_of(layer), "Blad1", 1, ("Plannaam",), "Plannaam", (Row(2, ("Een",)),), ()))
    assert ("N2", "Twee") in said(layer)
    change(layer, 2, plantype=None)
    assert ("N2", "Twee") in said(layer)
    assert outcome(layer).changed == {TWO}


def test_a_rule_that_did_not_run_says_nothing():
    plan = consistent_plan(meergezins=13)
    found = check_plan(plan, PEILDATUM)
    assert joined(found, [], {"A2"}, ()) == []
    assert joined(found, [], {"A4"}, ()) == found
    assert joined(found, found, {"A4"}, {"A4"}) == found


@pytest.mark.parametrize("code", [None, "GM0001", "GM0396"])
def test_what_is_said_of_the_municipality_is_said_once(layer, code):
    check(layer)
    change(layer, 1, gemeente_code=code)
    about = [finding for finding in outcome(layer).findings if finding.veld == "gemeente_code"]
    assert about
    assert len(about) == len(set(about)) == len([one for one in check_plan_layer(layer, PEILDATUM, None, None, Silent(), "GM9999").findings
                                                 if one.veld == "gemeente_code"])  # fmt: skip


@pytest.mark.parametrize("code", [None, "GM0001", "GM0396"])
def test_of_one_plan_by_itself_the_municipality_is_told_once(code):
    plan = consistent_plan(plan_id="een", gemeente_code=code)
    found = [*check_plan(plan, PEILDATUM), *check_gemeente(plan, "GM9999")]
    assert found
    assert sorted(map(repr, judged_again(found, [plan], PEILDATUM))) == sorted(map(repr, found))


def test_a_municipality_that_is_answered_is_no_longer_asked():
    plan = consistent_plan(plan_id="een", gemeente_code=None)
    found = check_plan(plan, PEILDATUM)
    assert [finding.veld for finding in found] == ["gemeente_code"]
    assert judged_again(found, [plan | {"gemeente_code": "GM9999"}], PEILDATUM) == []


def test_findings_prints_and_moment_are_of_one_check(qgis_app, tmp_path):
    """While one check after another is kept, what is read is one of them, never half of two."""
    path = tmp_path / "p.gpkg"
    plan = consistent_plan(plan_id="een", bruto_totaal=None)
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(0), plan)])
    layer = planfile.open_layer(path)
    checks = {datetime(2026, 3, day, 9): (f"dag {day}", check_plan(plan, PEILDATUM) * day) for day in (1, 2)}

    def keep(moment):
        text, findings = checks[moment]
        certificate = document(Judged(Coverage(len(findings), frozenset(("A1",)), {}), moment), findings, text)
        check_table.replace(path, [("een", "Fout", text, text, None)], moment, Silent(), findings, certificate)

    keep(min(checks))
    done = threading.Event()

    def others():
        while not done.is_set():
            for moment in checks:
                keep(moment)
                done.wait(0.02)

    thread = threading.Thread(target=others)
    thread.start()
    try:
        for _ in range(12):
            outcome = load(path, layer, None, Silent())[0]
            text, findings = checks[outcome.moment]
            assert (outcome.prints, outcome.coverage.plans) == ({"een": text}, len(findings))
    finally:
        done.set()
        thread.join()
