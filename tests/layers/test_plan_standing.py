# SPDX-License-Identifier: GPL-2.0-or-later
"""How a plan file stands, as the file and as its open layer tell."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import NULL, QgsVectorLayer

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.reporting.next_step import Todo, next_step
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.standing import look
from lmvw_plugin.layers.reading import Taken
from tests.conftest import MARKERWAARD, PEILDATUM, change, consistent_plan, square


@pytest.fixture
def three(tmp_path, run):
    """Three plans without any fault, checked, with the outcome kept."""
    plans = [(square(number), consistent_plan(plan_id=f"plan-{number}", plannaam=f"Plan {number}")) for number in range(3)]
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return path


def checked(run, path):
    run("checkplans", INPUT=f"{path}|layername=plannen", PEILDATUM="2026-01-01", KEEP=True, OUTPUT="memory:")


def test_a_file_from_empty_to_ready(three, run, tmp_path):
    empty = tmp_path / "leeg.gpkg"
    planfile.create(empty, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM))
    assert look(empty).standing.plans == 0
    known = look(three)
    assert (known.info.gemeente, known.standing.plans, known.standing.unanswered, known.standing.checked) == (MARKERWAARD, 3, 0, None)
    checked(run, three)
    assert next_step(look(three).standing)[0] is Todo.DELIVER


def test_what_changes_after_the_check_is_counted(three, run):
    checked(run, three)
    change(three, "Plan 1", plannummer="anders")
    assert (look(three).standing.changed, look(three).standing.errors) == (1, 0)
    change(three, "Plan 2", bruto_totaal=99)
    checked(run, three)
    known = look(three)
    assert (known.standing.changed, known.standing.errors, known.first) == (0, 1, "plan-2")


def test_a_question_that_waits_is_counted_and_found(three):
    change(three, "Plan 1", planstatus=NULL)
    change(three, "Plan 2", plantype=NULL, vervallen=True, gerealiseerd=False)  # needs its name and polygon only
    known = look(three)
    assert (known.standing.unanswered, known.first) == (1, "plan-1")


def test_what_is_not_saved_yet_counts_too(three):
    layer = QgsVectorLayer(f"{three}|layername=plannen", "plannen", "ogr")
    layer.startEditing()
    plan = next(layer.getFeatures())
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), "")
    assert look(three).standing.unanswered == 0
    known = look(three, Taken(layer))
    assert (known.standing.unanswered, known.first) == (1, plan["plan_id"])
    layer.rollBack()


def test_what_is_no_plan_file_is_refused(tmp_path, qgis_app):
    with pytest.raises(LmvwError, match="geen planbestand"):
        look(tmp_path / "weg.gpkg")


def test_it_waits_for_who_writes_in_the_file(three):
    """A save or a check writes for a moment."""
    with closing(sqlite3.connect(three, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")

        class Ends(Silent):
            def pushInfo(self, words):  # noqa: N802  # QGIS's name
                writer.execute("COMMIT")

        assert look(three, feedback=Ends()).standing.plans == 3


def test_a_file_that_was_delivered_says_so_though_it_was_never_checked(three, run, tmp_path):
    run("exportdelivery", INPUT=f"{three}|layername=plannen", GEMEENTE="GM9999", FOLDER=str(tmp_path / "uit"))
    standing = look(three).standing
    assert standing.checked is None
    todo, sentence = next_step(standing)
    assert todo is Todo.DELIVER
    assert sentence.startswith("Geleverd op ")
