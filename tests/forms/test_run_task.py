# SPDX-License-Identifier: GPL-2.0-or-later
"""Work in the background: on which thread it is done, and what is told of it when it is stopped."""

import threading

import pytest
from qgis.core import QgsApplication, QgsProject, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, QThread

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import checkpoint
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.run_task import AlgorithmRun, Job
from lmvw_plugin.layers.importing.layers import polygon_layers
from lmvw_plugin.processing import importplans
from lmvw_plugin.processing.importplans import ImportPlans
from tests.conftest import polygon_layer, read_plans


@pytest.fixture
def ended(qtbot):
    """Waits until nothing runs any more."""
    yield lambda: qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    assert QgsApplication.taskManager().countActiveTasks() == 0


def held(go, result="gedaan", until_cancelled=False):
    """Work that waits for a sign, and the event that says it has begun."""
    begun = threading.Event()

    def work(feedback):
        begun.set()
        while not go.is_set():
            go.wait(0.01)
            if until_cancelled:
                checkpoint(feedback)
        return result

    return begun, work


def test_what_was_done_before_the_cancel_was_seen_is_told(qgis_app, ended):
    go, told = threading.Event(), []
    begun, work = held(go)
    job = Job("t", work, lambda *answer: told.append(answer))
    job.start()
    assert begun.wait(10)
    job.cancel()
    go.set()
    ended()
    assert told == [("gedaan", "")]


def test_what_was_cancelled_in_time_is_told(qgis_app, ended):
    told = []
    begun, work = held(threading.Event(), until_cancelled=True)
    job = Job("t", work, lambda *answer: told.append(answer))
    job.start()
    assert begun.wait(10)
    job.cancel()
    ended()
    assert told == [(None, "Afgebroken; er is niets veranderd.")]


def test_what_has_not_begun_is_let_go_by_its_own_thread(qgis_app, ended):
    """QGIS frees a waiting task as soon as it is cancelled, also when a thread has just taken it: then QGIS ends."""
    go, told, done = threading.Event(), [], []
    busy = [Job("bezig", held(go)[1], lambda *_: None) for _ in range(4 * (QThread.idealThreadCount() + 1))]  # more than there are threads
    for job in busy:
        job.start()
    waiting = Job("wacht", lambda _: done.append(1), lambda *answer: told.append(answer))
    waiting.start()
    assert waiting.status() == QgsTask.TaskStatus.Queued
    waiting.cancel()
    QCoreApplication.processEvents()
    assert waiting.status() == QgsTask.TaskStatus.Queued, "it is still its thread's to end"
    assert told == []
    go.set()
    ended()
    assert told == [(None, "Afgebroken; er is niets veranderd.")]
    assert done == []


@pytest.mark.parametrize("by", ["window", "list of QGIS"])
def test_an_algorithm_stops_by_the_button_of_its_window_and_by_the_cross_in_the_list_of_qgis(qgis_app, provider, ended, by):
    """The list knows the task, the algorithm looks at its feedback."""
    told = []
    run = AlgorithmRun("lmvw:checkplans", {}, lambda *answer: told.append(answer), lambda _: None)
    begun, work = held(threading.Event(), until_cancelled=True)
    run._go(lambda _: work(run._feedback), run._ran)
    assert begun.wait(10)
    run.cancel() if by == "window" else QgsApplication.taskManager().activeTasks()[0].cancel()
    ended()
    assert told == [({}, "Afgebroken; er is niets veranderd.")]


def test_who_left_is_told_nothing(qgis_app, ended):
    go, told = threading.Event(), []
    begun, work = held(go)
    job = Job("t", work, lambda *answer: told.append(answer))
    job.start()
    assert begun.wait(10)
    job.abandon()
    del job
    go.set()
    ended()
    assert told == []


def test_a_sentence_is_told(qgis_app, ended):
    def work(_):
        raise LmvwError("Zo niet.")

    told = []
    Job("t", work, lambda *answer: told.append(answer)).start()
    ended()
    assert told == [(None, "Zo niet.")]


@pytest.fixture
def checked_on(monkeypatch):
    """On which threads the parameters were checked."""
    threads = []
    validate = ImportPlans.validate

    def watched(self, parameters, context):
        threads.append(QThread.currentThread())
        validate(self, parameters, context)

    monkeypatch.setattr(ImportPlans, "validate", watched)
    return threads


def import_run(source, target, told):
    parameters = {"INPUT": source, "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(target)}
    AlgorithmRun("lmvw:importplans", parameters, lambda *answer: told.append(answer), lambda _: None).start()


def test_files_are_looked_at_in_the_background(provider, run, ended, checked_on, tmp_path):
    given = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "a.gpkg")}
    run("importplans", INPUT=polygon_layer([{"plannaam": "Haven"}]), **given)
    checked_on.clear()
    told = []
    import_run(f"{tmp_path / 'a.gpkg'}|layername=plannen", tmp_path / "b.gpkg", told)
    ended()
    assert told[0][1] == ""
    assert [thread is QgsApplication.instance().thread() for thread in checked_on] == [False]
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "b.gpkg")] == ["Haven"]
    import_run(str(tmp_path / "weg.shp"), tmp_path / "c.gpkg", told)
    ended()
    assert told[1] == ({}, f"Bestand ‘{tmp_path / 'weg.shp'}’ bestaat niet; kies een bestaand bestand.")


def test_who_stopped_it_hears_what_went_wrong_when_the_plans_were_in_their_place(provider, run, ended, tmp_path, monkeypatch):
    given = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "a.gpkg")}
    run("importplans", INPUT=polygon_layer([{"plannaam": "Haven"}]), **given)
    told, report = [], ImportPlans._report
    other = {**given, "INPUT": f"{tmp_path / 'a.gpkg'}|layername=plannen", "OUTPUT": str(tmp_path / "b.gpkg")}
    under_way = AlgorithmRun("lmvw:importplans", other, lambda *answer: told.append(answer), lambda _: None)

    def stopped(self, *given):
        under_way.cancel()
        monkeypatch.setattr(importplans, "write_named", in_use)
        return report(self, *given)

    def in_use(path, *_):
        raise LmvwError(f"‘{path}’ kan niet vervangen worden.")

    monkeypatch.setattr(ImportPlans, "_report", stopped)
    under_way.start()
    ended()
    assert told[0][0] == {} and told[0][1].endswith(f"De plannen staan al wel in ‘{tmp_path / 'b.gpkg'}’.")
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "b.gpkg")] == ["Haven"]


def test_a_layer_of_the_project_is_looked_at_where_it_belongs(provider, qgis_new_project, ended, checked_on, tmp_path):
    plans = polygon_layer([{"plannaam": "Haven"}])
    QgsProject.instance().addMapLayer(plans)
    told = []
    import_run(plans.id(), tmp_path / "b.gpkg", told)
    assert [thread is QgsApplication.instance().thread() for thread in checked_on] == [True]
    ended()
    assert told[0][0]["IMPORTED"] == 1


def test_a_text_that_is_no_name_of_a_file_is_told_in_a_sentence(qgis_app, ended, tmp_path):
    """Somebody pastes a letter where a file is asked: Linux refuses to look for it."""
    told = []
    path = tmp_path / ("Geachte collega, hierbij de plannen. " * 200)
    Job("t", lambda _: polygon_layers(path), lambda *answer: told.append(answer)).start()
    ended()
    ((found, sentence),) = told
    assert found is None and "(de naam is te lang)" in sentence and "logboek" not in sentence and len(sentence) < 500
