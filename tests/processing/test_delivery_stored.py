# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan file really stores is what is checked and delivered: QGIS reads the text ‘ja’ as nee, and 20.5 as 20."""

import sqlite3
from contextlib import closing

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.layers.planfile import store as planfile
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
ODD = [
    ("vertrouwelijk", "ja"), ("vertrouwelijk", "J"), ("vertrouwelijk", b"\1"), ("vertrouwelijk", 2), ("gerealiseerd", "true"),
    ("bruto_totaal", 20.5), ("bruto_totaal", "twintig"), ("tijdelijk", 2**62), ("nultreden", b"\0"), ("plannaam", b"AB\0"),
    ("toelichting", "een\0twee"), ("toelichting", "\x1b[31m"), ("plannummer", "12\x1f"), ("toelichting", "\uffff"),
]  # fmt: skip


def stored(path, column, value):
    """Put a value into the first plan as another program may: past QGIS, and past the type of the column."""
    with closing(sqlite3.connect(path)) as database, database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plannen'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute(f"UPDATE plannen SET {column} = ? WHERE fid = 1", (value,))


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "planbestand.gpkg"
    plans = [(square(n), consistent_plan(plannaam=f"Plan {n}", plan_id=f"id-{n}", planstatus="4A")) for n in range(3)]
    planfile.create(made, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return made


def findings(run, path, source=None):
    """Rule, field and severity of what the check says of the first plan."""
    result = run("checkplans", INPUT=source or f"{path}|layername=plannen", PEILDATUM="2026-01-01", OUTPUT="memory:")
    layer = result["OUTPUT"]
    return {(one["regel"], one["veld"], one["ernst"]) for one in layer.getFeatures() if one["plan_id"] == "id-0"}


@pytest.mark.parametrize(("column", "value"), ODD, ids=[f"{column}-{number}" for number, (column, _) in enumerate(ODD)])
def test_a_value_that_is_not_of_its_column_is_a_finding_and_is_never_delivered_as_something_else(run, refused, path, column, value):
    stored(path, column, value)
    assert {rule for rule, field, severity in findings(run, path) if (field, severity) == (column, "fout")} & {"A1", "A6"}
    assert "1 fout" in refused("exportdelivery", INPUT=f"{path}|layername=plannen", **SHARED, FOLDER=str(path.parent / "levering"))
    assert not list(path.parent.glob("levering/*.zip"))


def test_a_plan_of_another_municipality_is_found_by_the_check_as_by_the_delivery(run, refused, path):
    stored(path, "gemeente_code", "GM0453")
    assert ("A1", "gemeente_code", "fout") in findings(run, path)
    words = refused("exportdelivery", INPUT=f"{path}|layername=plannen", **SHARED, FOLDER=str(path.parent / "levering"))
    assert "1 fout" in words and "GM0453" in words and "Plan 0" in words


def test_an_answer_given_anew_in_qgis_takes_its_place(run, path, qgis_new_project):
    stored(path, "vertrouwelijk", "ja")
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    place = layer.fields().lookupField("vertrouwelijk")
    assert layer.changeAttributeValue(1, place, True, False)  # shown as nee
    assert ("A1", "vertrouwelijk", "fout") not in findings(run, path, layer.id())
    layer.rollBack()


def test_a_view_in_the_place_of_the_plans_is_refused(refused, path):
    """It shows what its maker wants it to: here one of three plans."""
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("ALTER TABLE plannen RENAME TO alle_plannen")
        database.execute("CREATE VIEW plannen AS SELECT * FROM alle_plannen WHERE fid = 1")
    assert QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr").isValid()
    words = refused("exportdelivery", INPUT=f"{path}|layername=plannen", **SHARED, FOLDER=str(path.parent / "levering"))
    assert "weergave" in words and "plannen" in words
