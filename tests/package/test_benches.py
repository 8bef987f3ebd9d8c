# SPDX-License-Identifier: GPL-2.0-or-later
"""What ``make bench`` measures still runs, on a handful of plans; how long it takes is not judged here."""

import argparse
import importlib
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from lmvw_plugin.core.names.comparing import forms
from lmvw_plugin.layers.planfile import store as planfile
from scripts import bench_delivery, bench_history, bench_import, bench_memory, bench_names, bench_public, bench_questions, bench_review

EVERY = sorted(path.stem for path in Path(bench_delivery.__file__).parent.glob("bench_*.py"))


class Parsed(Exception):
    """The arguments are understood; what would be measured is not."""


@pytest.mark.parametrize("name", EVERY)
def test_a_bench_can_be_run_without_a_word_more(name, monkeypatch):
    bench, parse = importlib.import_module(f"scripts.{name}"), argparse.ArgumentParser.parse_args

    def parsed(self, args=None, namespace=None):
        raise Parsed(parse(self, args or [], namespace))

    monkeypatch.setattr(argparse.ArgumentParser, "parse_args", parsed)
    with pytest.raises(Parsed):
        bench.main()


def test_the_delivery_of_the_bench_is_a_package(tmp_path):
    _, geometries, delivery = bench_delivery.prepared(3)
    assert bench_delivery.ours(tmp_path, geometries, delivery) > 0
    assert [path.suffix for path in tmp_path.iterdir() if path.is_file()] == [".zip"]


def test_the_names_of_the_bench_are_judged_without_what_was_remembered(tmp_path):
    bench_names.write_layer(tmp_path / "plannen.gpkg", ["Haven Noord", "Dijk"])
    bench_names.write_workbook(tmp_path / "plannen.xlsx", ["Haven noord", "Dijk"])
    forms.key("Haven Noord")
    assert bench_names.check(tmp_path) == bench_names.check(tmp_path) > 0


@pytest.mark.usefixtures("run")  # the algorithms are registered
def test_the_import_of_the_bench_brings_its_plans_once(tmp_path):
    algorithm = QgsApplication.processingRegistry().algorithmById("lmvw:importplans")
    bench_import.write(tmp_path / "bron.gpkg", 5)
    for update in (False, True):
        assert bench_import.ours(tmp_path / "bron.gpkg", tmp_path / "p.gpkg", algorithm, update=update) > 0
    assert planfile.count_plans(tmp_path / "p.gpkg", planfile.read_info(tmp_path / "p.gpkg")) == 5


def test_every_edit_of_the_bench_of_the_panel_is_judged(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(bench_review, "BUILD", tmp_path / "bench")
    told = list(bench_review.measure("12", 12, 1))
    said = [line.split(" | ")[1] for line in told]
    deeds = ("answer", "name", "polygon", "undo of a polygon")
    edits = [f"12, {lines}, {deed}" for lines in ("per plan", "per task") for deed in deeds]
    assert [one for one in said if "filter" not in one] == ["12, reading", "12, a task is opened", *edits]
    assert len(said) == 2 + len(edits) + 2 * 6  # each filter, by task and by plan


def test_every_deed_of_the_bench_of_the_questions_is_seen_to(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(bench_review, "BUILD", tmp_path / "bench")
    said = [line.split(" | ")[1] for line in bench_questions.measure("12", 12)]
    deeds = (
        "opening", "next question", "answer elsewhere", "all rows chosen", "all plans left", "answer for all", "undo",
        "answer for all again, and another at once", "undo of the other",
    )  # fmt: skip
    assert said == [f"12, {deed}" for deed in deeds]


def test_the_bench_of_the_panel_counts_no_wait_in_which_the_thread_does_nothing(qgis_app):
    waits = bench_review.Waits()
    time.sleep(0.2)
    qgis_app.processEvents()
    assert waits.longest >= 0.2 > 0.1 > waits.busiest


def test_the_comparison_of_the_bench_finds_what_was_changed(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(bench_history, "BUILD", tmp_path / "bench")
    told = list(bench_history.measure("40", 40))
    assert [line.split(" | ")[1] for line in told] == ["40, with ids", "40, without ids"]
    assert all("| 4 gone, 4 new" in line for line in told)


@pytest.mark.usefixtures("run")  # the algorithms are registered
def test_the_public_version_of_the_bench_is_made_beside_a_delivery():
    assert bench_public.measure("30", 30, 1).startswith("public | 30 | ")


def test_a_file_that_remembers_deliveries_opens_in_the_bench_as_one_that_does_not(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setattr(bench_memory, "BUILD", tmp_path / "bench")
    told = list(bench_memory.measure(1, 20))
    assert [line.split(" | ")[1] for line in told] == ["opened", "read by a panel"]
