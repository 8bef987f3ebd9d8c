# SPDX-License-Identifier: GPL-2.0-or-later
"""A result never takes the place of a plan file, of a file that is read, or of another result of the same run."""

import hashlib
import shutil

import pytest
import qgis.utils
from qgis.core import QgsVectorFileWriter

from tests.conftest import consistent_plan, polygon_layer
from tests.other_program import KEEPS, OtherProgram


def _digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


RESULTS = [
    ("checkpolygons", "OUTPUT"), ("checkplans", "OUTPUT"), ("checkplans", "REPORT"), ("checkplannames", "OUTPUT"),
    ("checkplannames", "REPORT"), ("adoptnames", "OUTPUT"), ("repairpolygons", "OUTPUT"), ("repairpolygons", "REPORT"),
    ("repairpolygons", "OVERLAPS"),
]  # fmt: skip
MORE = {"checkplans": {"PEILDATUM": "2026-01-01"}, "adoptnames": {"DRY_RUN": True}}


@pytest.fixture
def given(clean_file, sample, tmp_path):
    """Per algorithm the plan file, and a worksheet where names are compared; and another plan file to spare."""
    plans, sheet, other = tmp_path / "plannen.gpkg", tmp_path / "werkblad.xlsx", tmp_path / "collega.gpkg"
    for path in (plans, other):
        shutil.copy(clean_file, path)
    shutil.copy(next(sample.rglob("werkblad.xlsx")), sheet)
    return plans, sheet, other


def _inputs(name, given):
    sheet = {"WORKBOOK": str(given[1])} if name in ("checkplannames", "adoptnames") else {}
    return {"INPUT": f"{given[0]}|layername=plannen", **sheet, **MORE.get(name, {})}


@pytest.mark.parametrize(("name", "result"), RESULTS)
def test_a_plan_file_is_never_written_over(refused, given, name, result):
    outputs = {"OUTPUT": "TEMPORARY_OUTPUT"}
    for target, said in ((given[2], "zou planbestand"), (given[0], "dat zelf wordt gelezen")):
        before = _digest(target)
        assert said in refused(name, **_inputs(name, given), **outputs | {result: str(target)})
        assert _digest(target) == before


def test_a_file_that_another_program_keeps_is_not_written_over_when_it_is_free(refused, given, monkeypatch):
    """As in the window, where nobody waits for it. It may be a plan file: nobody can tell."""
    monkeypatch.setattr(qgis.utils, "iface", object())
    before = _digest(given[2])
    with OtherProgram(given[2], KEEPS):
        said = refused("checkplans", **_inputs("checkplans", given), OUTPUT=str(given[2]))
    assert "schrijft op dit moment een ander programma" in said
    assert _digest(given[2]) == before


def test_a_worksheet_that_is_read_is_spared(refused, given):
    before = _digest(given[1])
    for result in ("OUTPUT", "REPORT"):
        outputs = {"OUTPUT": "TEMPORARY_OUTPUT", result: str(given[1])}
        assert "dat zelf wordt gelezen" in refused("checkplannames", **_inputs("checkplannames", given), **outputs)
    assert _digest(given[1]) == before


def test_a_table_beside_the_plans_is_not_made_either(refused, given):
    before = _digest(given[0])
    target = f"ogr:dbname='{given[0]}' table=\"plannen\" (geom)"
    assert "dat zelf wordt gelezen" in refused("repairpolygons", **_inputs("repairpolygons", given), OUTPUT=target)
    assert _digest(given[0]) == before


def test_two_results_do_not_share_a_file(refused, given, tmp_path):
    both = str(tmp_path / "uit.gpkg")
    assert "komen allebei in" in refused("repairpolygons", **_inputs("repairpolygons", given), OUTPUT=both, REPORT=both)


def test_any_other_file_may_be_replaced(run, given, tmp_path):
    target = tmp_path / "oud.gpkg"
    old = polygon_layer([consistent_plan()])
    QgsVectorFileWriter.writeAsVectorFormatV3(old, str(target), old.transformContext(), QgsVectorFileWriter.SaveVectorOptions())
    before = _digest(target)
    run("repairpolygons", **_inputs("repairpolygons", given), OUTPUT=str(target), REPORT=str(tmp_path / "verslag.gpkg"))
    assert _digest(target) != before


def test_results_that_are_no_file_are_fine(run, given):
    for nowhere in ("TEMPORARY_OUTPUT", "memory:"):
        run("repairpolygons", **_inputs("repairpolygons", given), OUTPUT=nowhere, REPORT=nowhere, OVERLAPS=nowhere)
