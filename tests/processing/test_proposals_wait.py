# SPDX-License-Identifier: GPL-2.0-or-later
"""Proposals are counted apart by check, report and outcome, and are never delivered: a person confirms or refuses them first."""

import json
import sqlite3
from contextlib import closing

import pytest

from lmvw_plugin.core.asking.answers import How
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import answer_history, hints_table
from lmvw_plugin.layers.planfile.tables.answer_history import Kept
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

ID = "7b0d0a0c-0000-4000-8000-00000000004{}"
NONE = "5A"


@pytest.fixture
def path(qgis_app, tmp_path):
    """One plan of which the source said its plantype and one year is what is left; one that stays home with as much; one that is whole."""
    path = tmp_path / "p.gpkg"
    open_ = {"plantype": None, "bruto_jaar10": None}
    plans = (
        consistent_plan(plan_id=ID.format(0), plannaam="Kade", **open_),
        consistent_plan(plan_id=ID.format(1), plannaam="Dijk"),
    )
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(2 * at), plan) for at, plan in enumerate(plans)])
    hints_table.keep(path, {ID.format(0): [Hint("plantype", "Soort", "Uitleg", "uitbreiding_uitleg")]})
    return path


def check(run, path, tmp_path, **more):
    return run("checkplans", INPUT=str(path), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(tmp_path / "r.html"), **more)


def outcome(path):
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT plan_id, voorstellen FROM lmvw_controle"))


def refuse(path, veld, value):
    answer_history.add(path, [Kept(ID.format(0), veld, value, How.REFUSED.value, "", "Anna", "2026-01-02 10:00")])


def test_a_check_counts_them_apart(run, path, tmp_path):
    certificate = tmp_path / "c.json"
    done = check(run, path, tmp_path, KEEP=True, CERTIFICATE=str(certificate))
    assert (done["ERRORS"], done["UNANSWERED"], done["PROPOSALS"]) == (2, 2, 2)
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "2 voorstellen wachten op u" in page and "Voorstellen (2)" in page and "Wat de bron met eigen woorden zegt" in page
    assert json.loads(certificate.read_text(encoding="utf-8"))["voorstellen"] == 2
    assert outcome(path) == {
        ID.format(0): "◆ Plantype: Uitbreiding uitleg (de bron zegt ‘Uitleg’) ◆ Bruto 2035: 5 (wat overblijft van ‘Bruto totaal’ (20) na de"
        " andere velden van de fasering van bruto)",
        ID.format(1): None,
    }  # fmt: skip


def test_a_refused_one_is_open_and_waits_no_more(run, path, tmp_path):
    refuse(path, "plantype", "uitbreiding_uitleg")
    done = check(run, path, tmp_path, KEEP=True)
    assert (done["UNANSWERED"], done["PROPOSALS"]) == (2, 1)
    assert "Plantype" not in outcome(path)[ID.format(0)]


def test_a_delivery_refuses_and_says_so(refused, path, tmp_path):
    target = tmp_path / "uit"
    target.mkdir()
    said = refused("exportdelivery", INPUT=str(path), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(target))
    assert "2 voorstellen wachten op u: een voorstel wordt niet geleverd." in said
    assert not list(target.rglob("*.zip")) and not list(target.rglob("*.xlsx")) and not list(target.rglob("*.gpkg"))


def test_an_outcome_of_an_earlier_version_gets_the_column(run, path, tmp_path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE lmvw_controle")
        database.execute("CREATE TABLE lmvw_controle (fid INTEGER PRIMARY KEY, plan_id TEXT, uitslag TEXT, bevindingen TEXT, afdruk TEXT,"
                         " gecontroleerd TEXT)")  # fmt: skip
    check(run, path, tmp_path, KEEP=True)
    assert "◆ Plantype" in outcome(path)[ID.format(0)]
