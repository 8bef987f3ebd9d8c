# SPDX-License-Identifier: GPL-2.0-or-later
"""What was decided about a comparison: kept in the plan file, taken back a step at a time, heard by the next comparison, never delivered."""

import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.history.decisions import Decision, Seen, Verdict, accepted, decision
from lmvw_plugin.core.history.facts import Kind
from lmvw_plugin.layers.history.comparing import compare
from lmvw_plugin.layers.history.reading import read_side
from lmvw_plugin.layers.history.remembered import as_delivered, last_delivery
from lmvw_plugin.layers.importing.polygons import Polygons
from lmvw_plugin.layers.planfile import store, working_copy
from lmvw_plugin.layers.planfile.tables import comparison_table
from tests.conftest import change, read_plans
from tests.processing.test_comparedeliveries import rename

ONE = Decision(Verdict.SAME, Seen("a", "Háven ", 12.5, 1.25, 2.0), Seen("b", "Kade"), "jan", "2026-01-05 10:00")
NEW = Decision(Verdict.NEW, None, Seen("c", "Dijk", 3.0, 4.0, 5.0), "", "")


@pytest.fixture
def delivered(run, own_file, tmp_path):
    """A plan file of which a delivery was made."""
    (tmp_path / "uit").mkdir()
    run("exportdelivery", INPUT=str(own_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "uit"))
    return own_file


def plans_of(path):
    layer = QgsVectorLayer(f"{path}|layername={b.LAYER}", "nu", "ogr")
    return read_side(Polygons(layer, path), "nu", store.read_info(path).peildatum, Silent())


def test_decisions_are_kept_to_the_byte_and_undone_a_step_at_a_time(own_file):
    before = read_plans(own_file)
    assert comparison_table.read(own_file) == [] == comparison_table.undo(own_file)
    comparison_table.add(own_file, [ONE, NEW])
    comparison_table.add(own_file, [NEW])
    assert comparison_table.read(own_file) == [ONE, NEW, NEW]
    assert comparison_table.undo(own_file) == [NEW]
    assert comparison_table.undo(own_file) == [ONE, NEW]
    assert comparison_table.undo(own_file) == [] == comparison_table.read(own_file)
    assert [plan for plan, _ in read_plans(own_file)] == [plan for plan, _ in before]


def test_the_memory_is_the_delivery_that_went(delivered):
    """Of a plan file that did not change since, nothing is another; what stays home is no part of either."""
    then, now = as_delivered(delivered, last_delivery(delivered)), plans_of(delivered)
    facts = compare(then, now, [], Silent()).comparison.facts
    assert {(one.kind, one.sure) for one in facts} <= {(Kind.SAME, True), (Kind.BUILT, True), (Kind.DROPPED, True)}
    assert len(then.side) == len(now.side) == len(facts)


def test_the_last_of_the_latest_peildatum_is_the_previous_delivery_and_a_part_only_when_there_is_no_whole(delivered):
    def said(statement):
        with closing(sqlite3.connect(delivered)) as database, database:
            database.execute(statement)

    said("INSERT INTO lmvw_levering (peildatum, pakket, deel) VALUES ('2026-01-01', 'deel.zip', 1), ('2025-07-01', 'oud.zip', 0)")
    assert last_delivery(delivered).pakket == "LMVW_GM9999_2026-01-01.zip"
    assert last_delivery(delivered, Peildatum.parse("2026-01-01")).pakket == "oud.zip"
    said("DELETE FROM lmvw_levering WHERE pakket = 'LMVW_GM9999_2026-01-01.zip'")
    assert last_delivery(delivered).pakket == "deel.zip"
    said("DELETE FROM lmvw_levering")
    assert last_delivery(delivered) is None


@pytest.fixture
def decided(delivered, tmp_path):
    """A plan that got another name and lost its id; that it is the same plan was decided."""
    name = next(plan["plannaam"] for plan, _ in read_plans(delivered) if plan["planstatus"] == "1A")
    change(delivered, name, plan_id="0b0d0a0c-0000-4000-8000-000000000001", plannummer=None)
    rename(delivered, name, "Zonnewende")
    then, now = as_delivered(delivered, last_delivery(delivered)), plans_of(delivered)
    first = compare(then, now, [], Silent())
    (fact,) = (one for one in first.comparison.facts if "Zonnewende" in one.names_now)
    assert (fact.kind, fact.sure, fact.names_then) == (Kind.RENAMED, False, (name,))
    comparison_table.add(delivered, [decision(said, then.side, now.side, first.ground) for said in accepted(fact)])
    return delivered, name, next((tmp_path / "uit").glob("*.zip"))


def test_a_decision_travels_to_the_next_comparison_and_is_asked_again_when_the_plan_changed(decided, run):
    path, name, package = decided

    def row():
        done = run("comparedeliveries", PREVIOUS=str(package), CURRENT=str(path), OUTPUT="memory:", REPORT="")
        rows = [one.attributes() for one in done["OUTPUT"].getFeatures()]
        return next((one[0], one[3]) for one in rows if name in json.loads(one[1])), done["TO_LOOK_AT"]

    assert row() == (("hernoemd", True), 0)
    rename(path, "Zonnewende", "Maneschijn")
    assert row() == (("hernoemd", False), 1)


def test_decisions_go_along_to_the_next_peildatum_and_with_a_working_copy(decided, run, tmp_path):
    path, *_ = decided
    new = tmp_path / "nieuw.gpkg"
    run("rollforward", INPUT=str(path), OUTPUT=str(new))
    assert comparison_table.read(new) == comparison_table.read(path) != []
    (tmp_path / "werk").mkdir()
    work = working_copy.take(path, tmp_path / "werk")
    comparison_table.add(path, [NEW])
    with pytest.raises(LmvwError, match="is gewerkt sinds"):
        working_copy.put_back(work)


def test_nothing_that_was_decided_leaves_with_a_delivery(decided, run, tmp_path):
    path, *_ = decided
    (tmp_path / "nog").mkdir()
    done = run("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(tmp_path / "nog"))
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        (tmp_path / "uit.gpkg").write_bytes(packed.read("plannen.gpkg"))
    with closing(sqlite3.connect(tmp_path / "uit.gpkg")) as database:
        assert not database.execute("SELECT name FROM sqlite_master WHERE name LIKE 'lmvw_vergelijking%'").fetchall()


def test_what_a_later_version_decided_is_passed_over_and_stays(own_file):
    comparison_table.add(own_file, [ONE])
    comparison_table.add(own_file, [NEW])
    with closing(sqlite3.connect(own_file)) as database, database:
        for at, (verdict, plan) in enumerate((("later bedacht", None), ("zelfde", '{"iets": 1}'), ("zelfde", "{")), 3):
            database.execute(
                "INSERT INTO lmvw_vergelijking (stap, oordeel, nu_naam, plan) VALUES (?, ?, 'Kade', ?)",
                (at, verdict, plan),
            )
    assert comparison_table.read(own_file) == [ONE, NEW] and comparison_table.last(own_file) == [NEW]
    assert comparison_table.undo(own_file) == [NEW] and comparison_table.read(own_file) == [ONE]
    with closing(sqlite3.connect(own_file)) as database:
        assert [step for (step,) in database.execute("SELECT stap FROM lmvw_vergelijking ORDER BY fid")] == [1, 3, 4, 5]
