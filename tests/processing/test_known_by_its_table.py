# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file is known by the table that says what it is about, never by what it is called; a file that only is called so is none."""

import shutil
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.layers.moment import is_database
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.recognising import is_plan_file, is_plans_of, plan_file_of
from lmvw_plugin.layers.reading import Taken


@pytest.fixture(params=["plannen.db", "plannen", "plannen.GPKG", "plannen.van de provincie"])
def renamed(request, own_file, tmp_path):
    return shutil.move(own_file, tmp_path / request.param)


def test_a_plan_file_of_any_name_is_one(renamed):
    path = Path(renamed)
    assert is_plan_file(path)
    layer = planfile.open_layer(path)
    assert plan_file_of(layer) == path
    assert planfile.count_plans(path, planfile.read_info(path)) == layer.featureCount() > 0
    with Taken(f"{path}|layername={b.LAYER}").read() as reading:
        assert reading.info == planfile.read_info(path)


def test_it_is_checked_and_delivered_like_any_other(run, renamed, tmp_path):
    (tmp_path / "levering").mkdir()
    source = f"{renamed}|layername={b.LAYER}"
    assert run("checkplans", INPUT=source, PEILDATUM="2026-01-01", KEEP=True, OUTPUT="TEMPORARY_OUTPUT")["ERRORS"] == 0
    about = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    made = run("exportdelivery", INPUT=source, **about, FOLDER=str(tmp_path / "levering"), OUTPUT="TEMPORARY_OUTPUT")
    assert Path(made["PACKAGE"]).is_file()


@pytest.mark.parametrize("content", [b"", b"geen database", b"SQLite format 3"])
def test_what_only_is_called_so_is_none(content, tmp_path):
    path = tmp_path / "plannen.gpkg"
    path.write_bytes(content)
    assert not is_database(path)
    assert not is_plan_file(path)
    assert not is_plan_file(tmp_path)
    assert not is_plan_file(tmp_path / "weg.gpkg")


def test_the_layer_of_a_plan_file_that_is_gone_says_that_it_was_one(renamed):
    layer = QgsVectorLayer(f"{renamed}|layername={b.LAYER}", "plannen", "ogr")
    other = QgsVectorLayer(f"{renamed}|layername=wegen", "wegen", "ogr")
    Path(renamed).unlink()
    gone = QgsVectorLayer(layer.source(), "plannen", "ogr")
    assert is_plans_of(gone)
    assert not is_plans_of(other)


def test_asking_another_file_writes_nothing_in_the_log(sample):
    """A window of QGIS looks at every layer of the project; a warning for each that is no plan file would bury the real ones."""
    said = []
    log = QgsApplication.messageLog()
    log.messageReceived.connect(said.append)
    try:
        assert not is_plan_file(sample / "gemeentegrens.gpkg")
    finally:
        log.messageReceived.disconnect(said.append)
    assert said == []
