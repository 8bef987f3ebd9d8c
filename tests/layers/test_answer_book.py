# SPDX-License-Identifier: GPL-2.0-or-later
"""Answers of the question table into the layer: one step each, nothing overwritten, and a history of what was saved."""

import sqlite3
from contextlib import closing
from functools import partial

import pytest
from qgis.core import NULL, QgsVectorLayer, QgsVectorLayerUtils

from lmvw_plugin.core.asking.answers import Answer, How, answers
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.asking import book as answer_book
from lmvw_plugin.layers.asking.book import AnswerBook, read, user
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.tables import answer_history
from lmvw_plugin.layers.planfile.tables.answer_history import not_known
from lmvw_plugin.layers.reading import Taken
from lmvw_plugin.layers.sources import value
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, read_plans, square


@pytest.fixture
def path(tmp_path, qgis_app):
    made = [consistent_plan(plan_id=f"id{number}", plannaam=f"Plan {number}", vertrouwelijk=None, plantype=None) for number in (1, 2, 3)]
    planfile.create(tmp_path / "p.gpkg", planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(n), plan) for n, plan in enumerate(made)])
    return tmp_path / "p.gpkg"


@pytest.fixture
def layer(path):
    return QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")


@pytest.fixture
def told():
    return []


@pytest.fixture
def book(layer, path, told):
    return AnswerBook(layer, path, told.append)


def readings_of(layer, monkeypatch):
    """How often the layer is read from Python, from now on."""
    readings = []

    def heard(read_so, *given):
        readings.append(given)
        return read_so(*given)

    for name in ("getFeature", "getFeatures"):
        monkeypatch.setattr(layer, name, partial(heard, getattr(layer, name)))
    return readings


def taken(layer, path):
    with Taken(layer).read() as reading:
        return read(path, reading.source, Silent())


def kept(path):
    return [(one.plan_id, one.veld, one.antwoord, one.soort) for one in answer_history.read(path)]


def test_one_step_for_all_and_a_history_of_what_was_saved(book, layer, path):
    plans, _ = taken(layer, path)
    (question, _) = plans.questions()
    book.write(lambda _: "Vertrouwelijk: nee bij 3 plannen", answers(plans, question.veld, False, question.plans))
    assert layer.undoStack().count() == 1
    assert layer.undoStack().undoText() == "Vertrouwelijk: nee bij 3 plannen"
    assert kept(path) == []
    assert layer.commitChanges()
    assert kept(path) == [(f"id{number}", "vertrouwelijk", "nee", "antwoord") for number in (1, 2, 3)]
    assert {one.wie for one in answer_history.read(path)} == {user()}
    assert all(plan["vertrouwelijk"] is False for plan, _ in read_plans(path))


def test_unsaved_answers_are_seen_by_the_next_reading(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", True, [1, 2]))
    now, _ = taken(layer, path)
    assert [(one.veld, tuple(one.plans)) for one in now.questions()] == [("vertrouwelijk", (3,)), ("plantype", (1, 2, 3))]


def test_what_is_undone_is_no_history(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", True, plans.open))
    book.write(lambda _: "y", answers(plans, "plantype", "verdichting", plans.open))
    layer.undoStack().undo()
    assert layer.commitChanges()
    assert {veld for _, veld, _, _ in kept(path)} == {"vertrouwelijk"}


def test_what_is_thrown_away_is_no_history(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", True, plans.open))
    layer.rollBack()
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("vertrouwelijk"), True)
    assert layer.commitChanges()
    assert kept(path) == []


def test_what_was_filled_in_meanwhile_stays(book, layer, path):
    plans, _ = taken(layer, path)
    layer.startEditing()
    layer.changeAttributeValue(2, layer.fields().lookupField("vertrouwelijk"), True)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", False, plans.open))
    assert [one["vertrouwelijk"] for one in layer.getFeatures()] == [False, True, False]


def test_asked_and_not_known_yet_is_kept_at_once_and_stays_open(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", [Answer(1, "plantype", None, How.UNKNOWN)])
    assert not layer.isEditable()
    plans, history = taken(layer, path)
    unknown = not_known(history)
    assert [(one.veld, len(one.plans), one.unknown) for one in plans.questions(unknown)] == [("vertrouwelijk", 3, 0), ("plantype", 3, 1)]
    assert unknown["id1", "plantype"].wie == user()
    book.write(lambda _: "y", answers(plans, "plantype", "verdichting", [1]))
    layer.commitChanges()
    _, history = taken(layer, path)
    assert not_known(history) == {}
    assert [one.soort for one in history] == ["nog niet bekend", "antwoord"]


def test_another_answer_to_one_plan_is_the_last_in_the_history(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", False, plans.open))
    book.change("y", Answer(2, "vertrouwelijk", True))
    assert layer.undoStack().count() == 2
    layer.commitChanges()
    assert {plan: answer for plan, _, answer, _ in kept(path)} == {"id1": "nee", "id2": "ja", "id3": "nee"}


def test_an_answer_that_comes_back_by_undo_is_history(book, layer, path):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", False, [2]))
    book.change("y", Answer(2, "vertrouwelijk", True))
    layer.undoStack().undo()
    layer.commitChanges()
    assert kept(path) == [("id2", "vertrouwelijk", "nee", "antwoord")]


def test_a_history_that_cannot_be_kept_is_told_and_waits_for_the_next_save(book, layer, path, told, monkeypatch):
    plans, _ = taken(layer, path)
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", False, [1]))
    monkeypatch.setattr("lmvw_plugin.layers.planfile.transaction.PATIENCE", 0.1)

    def lock_the_file():
        other.execute("BEGIN IMMEDIATE")

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        layer.afterCommitChanges.disconnect(book._saved)
        layer.afterCommitChanges.connect(lock_the_file)
        layer.afterCommitChanges.connect(book._saved)
        assert layer.commitChanges()
        other.execute("ROLLBACK")
        layer.afterCommitChanges.disconnect(lock_the_file)
    assert "schrijft op dit moment een ander programma" in told[0]
    book.write(lambda _: "y", answers(plans, "vertrouwelijk", False, [2]))
    assert layer.commitChanges()
    assert [plan for plan, *_ in kept(path)] == ["id1", "id2"]


def test_a_layer_that_cannot_be_edited_is_refused(book, layer, path):
    plans, _ = taken(layer, path)
    layer.setReadOnly(True)
    with pytest.raises(LmvwError, match="kan niet bewerkt worden"):
        book.write(lambda _: "x", answers(plans, "vertrouwelijk", False, plans.open))
    assert kept(path) == []


def test_what_is_not_known_and_cannot_be_kept_leaves_nothing_half_written(book, layer, path, monkeypatch):
    plans, _ = taken(layer, path)
    monkeypatch.setattr("lmvw_plugin.layers.planfile.transaction.PATIENCE", 0.1)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LmvwError):
            book.write(lambda _: "x", [*answers(plans, "vertrouwelijk", True, [1]), Answer(2, "vertrouwelijk", None, How.UNKNOWN)])
        other.execute("ROLLBACK")
    assert not any(one["vertrouwelijk"] for one in layer.getFeatures())
    assert layer.undoStack().count() == 0
    assert book.undo() is None
    layer.rollBack()


def test_an_answer_for_many_plans_reads_them_at_once_and_undo_reads_none(book, layer, path, monkeypatch):
    """Of 10,000 plans in a layer that is edited, one by one took seconds in which the window did nothing."""
    plans, _ = taken(layer, path)
    readings, change, was = readings_of(layer, monkeypatch), layer.changeAttributeValue, []
    monkeypatch.setattr(layer, "changeAttributeValue", lambda *given: was.append(given[3:]) or change(*given))
    book.write(lambda _: "x", answers(plans, "vertrouwelijk", True, plans.open))
    assert len(readings) == 1
    assert was == [(NULL,)] * 3  # QGIS reads what a plan was when it is not told
    book.undo()
    assert [plan["vertrouwelijk"] for plan in layer.getFeatures()] == [NULL] * 3


def test_who_saves_an_answer_to_a_plan_that_is_not_there_any_more_keeps_nothing(book, layer, path):
    plans, _ = taken(layer, path)
    given = answers(plans, "vertrouwelijk", True, plans.open)
    layer.startEditing()
    assert layer.deleteFeature(2)
    book.write(lambda _: "x", given)
    assert layer.commitChanges()
    assert kept(path) == [(f"id{number}", "vertrouwelijk", "ja", "antwoord") for number in (1, 3)]


@pytest.mark.parametrize("at_once", [0, 500], ids=["of many", "of a few"])
def test_what_waits_in_the_layer_is_known_however_many_are_answered(book, layer, monkeypatch, at_once):
    """Answered, emptied, drawn and removed, and none of it saved; of many the file is asked and what waits is laid over it."""
    monkeypatch.setattr(answer_book, "_AT_ONCE", at_once)
    column = layer.fields().lookupField("plantype")
    layer.dataProvider().changeAttributeValues({1: {column: "transformatie"}})
    layer.startEditing()
    drawn = [QgsVectorLayerUtils.createFeature(layer, square(9), {column: said}) for said in ("", "verdichting")]
    for plan in drawn:
        assert layer.addFeature(plan)  # which numbers it
    layer.changeAttributeValue(1, column, "")
    layer.changeAttributeValue(2, column, "transformatie")
    layer.deleteFeature(3)
    open_now, answered = (plan.id() for plan in drawn)
    step = book.write(lambda _: "Plantype", [Answer(key, "plantype", "uitbreiding_uitleg") for key in (1, 2, 3, open_now, answered, 77)])
    held = {plan.id(): plan["plantype"] for plan in layer.getFeatures()}
    assert held == {1: "uitbreiding_uitleg", 2: "transformatie", open_now: "uitbreiding_uitleg", answered: "verdichting"}
    assert set(step.passed) == {2, 3, answered, 77}
    layer.undoStack().undo()
    assert [value(layer.getFeature(key)["plantype"]) for key in (1, open_now)] == [None, None]
