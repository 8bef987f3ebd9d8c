# SPDX-License-Identifier: GPL-2.0-or-later
"""A delivery is one reading of one moment, of the whole plan file, of its own date; and it leaves that file as it was."""

import json
import sqlite3
import subprocess
import sys
import textwrap
import time
import zipfile
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from lmvw_plugin.layers import moment
from lmvw_plugin.layers.files import let_go
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.reading import Taken
from tests.conftest import MARKERWAARD, PEILDATUM, Listener, consistent_plan, left_in, read_plans, square

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
PLANS = 60
_WRITER = textwrap.dedent("""
    import sqlite3, sys, time
    database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)
    for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{trigger}"')
    print("klaar", flush=True)
    number = 0
    while True:
        number += 1
        database.execute("UPDATE plannen SET toelichting = ?", (str(number),))
        time.sleep(0.05)
""")
_LOCKER = textwrap.dedent("""
    import sqlite3, sys
    database = sqlite3.connect(sys.argv[1], isolation_level=None)
    database.execute(sys.argv[2])
    print("klaar", flush=True)
    sys.stdin.read()
""")


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "gemeente" / "planbestand.gpkg"
    made.parent.mkdir()
    plans = [
        (square(number), consistent_plan(plannaam=f"Plan {number:02}", plan_id=f"id-{number}", toelichting="0")) for number in range(PLANS)
    ]
    planfile.create(made, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    return made


@contextmanager
def other_process(program, *arguments):
    """A second process, at work on the file."""
    one = subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert one.stdout.readline() == "klaar\n"
        yield one
    finally:
        one.kill()
        one.communicate()


def manifest_of(result):
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        return json.loads(packed.read("manifest.json"))


@pytest.fixture
def opened(path):
    """The plan layer, open in the project."""
    layer = planfile.open_layer(path)
    QgsProject.instance().addMapLayer(layer)
    yield layer
    if layer.isEditable():
        layer.rollBack()
    QgsProject.instance().clear()
    let_go()


@pytest.mark.parametrize("how", ["file", "layer"])
def test_rows_names_and_sheet_are_of_one_moment(run, path, tmp_path, opened, how):
    with other_process(_WRITER, path):
        seen = set()
        for number in range(3):
            given = str(path) if how == "file" else opened.id()
            result = run("exportdelivery", INPUT=given, FOLDER=str(tmp_path / f"uit{number}"), **SHARED)
            moments = {plan["toelichting"] for plan, _ in read_plans(result["GPKG"])}
            assert len(moments) == 1
            seen |= moments
        assert len(seen) > 1, "the other process was at work"


def test_a_check_is_of_one_moment(run, path, tmp_path, opened):
    """The same error in every plan or in none, as the other process leaves them."""
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode=wal")
    writer = _WRITER.replace("SET toelichting = ?", "SET plantype = CASE ? % 2 WHEN 0 THEN 'verdichting' END").replace(
        "str(number)", "number"
    )
    with other_process(writer, path):
        counts = {run("checkplans", INPUT=opened.id(), PEILDATUM="2026-01-01", OUTPUT="memory:")["ERRORS"] for _ in range(6)}
    assert counts <= {0, PLANS}


def test_the_manifest_says_from_which_file(run, path, tmp_path):
    before = moment.digest(path)
    result = run("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert manifest_of(result)["planbestand_sha256"] == before


def tables_of(path):
    """All that a file holds, by table."""
    with closing(sqlite3.connect(path)) as database:
        names = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f'SELECT * FROM "{name}"').fetchall() for name in names}


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_the_plan_file_remembers_the_delivery_and_is_left_as_it_was(run, path, tmp_path, mode):
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA journal_mode={mode}")
    before = tables_of(path)
    run("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), **SHARED)
    let_go()
    after = tables_of(path)
    kept = {"lmvw_levering", "lmvw_levering_plan", "lmvw_levering_inhoud", "lmvw_levering_onderweg"}
    assert {name for name in after if name not in before} == kept
    assert not after["lmvw_levering_onderweg"], "it was placed"
    assert {name: after[name] for name in before} == before
    assert left_in(path.parent) == ["planbestand.gpkg", "planbestand_levering.html"]


def test_unsaved_edits_lie_on_top_of_the_copy(run, path, tmp_path, opened):
    names = opened.fields().lookupField("plannaam")
    opened.startEditing()
    opened.changeAttributeValue(1, names, "gewijzigd")
    opened.changeGeometry(2, square(PLANS + 5))
    opened.deleteFeature(3)
    for name in ("nieuw", "nog een"):
        new = QgsFeature(opened.fields())
        for field, value in consistent_plan(plannaam=name, plan_id=name).items():
            new.setAttribute(field, value)
        new.setGeometry(square(PLANS + len(name)))
        assert opened.addFeature(new)
    shown = {one["plannaam"]: one.geometry().asWkt() for one in opened.getFeatures()}
    result = run("exportdelivery", INPUT=opened.id(), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert {plan["plannaam"]: shape.asWkt() for plan, shape in read_plans(result["GPKG"])} == shown
    assert {"gewijzigd", "nieuw", "nog een"} <= set(shown)
    assert "ook wijzigingen die nog niet in het bestand stonden" in Path(result["REPORT"]).read_text(encoding="utf-8")
    assert opened.isModified(), "the layer itself is untouched"


def test_a_selection_among_unsaved_edits_is_what_the_user_selected(path, opened):
    opened.startEditing()
    new = QgsFeature(opened.fields())
    new.setAttribute("plannaam", "nieuw")
    new.setGeometry(square(PLANS + 3))
    opened.addFeature(new)
    opened.deleteFeature(1)
    opened.selectByExpression("\"plannaam\" in ('nieuw', 'Plan 07')")
    with Taken(opened, QgsProcessingFeatureSourceDefinition(opened.id(), selectedFeaturesOnly=True)).read() as reading:
        assert {one["plannaam"] for one in reading.source.getFeatures()} == {"nieuw", "Plan 07"}
        assert reading.left_out.count == PLANS - 2


@pytest.mark.parametrize(("change", "sentence"), [
    ({"PEILDATUM": "2027-01-01"}, "Het planbestand heeft peildatum 1 januari 2026 en u koos 1 januari 2027: elk jaar zou verschuiven."),
    ({"PEILDATUM": "2026-07-01"}, "maakt u met ‘Naar de volgende peildatum’ (lmvw:rollforward)"),
    ({"GEMEENTE": "GM0396"}, "Het planbestand is van Markerwaard (GM9999) en u koos Heemskerk (GM0396)"),
])  # fmt: skip
def test_another_date_or_municipality_is_refused(refused, path, tmp_path, change, sentence):
    assert sentence in refused("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), **{**SHARED, **change})
    assert not (tmp_path / "uit").exists()


# -- a part of the plans ------------------------------------------------------------------------------------------------


def parts(layer):
    """The ways to deliver a part of the plans: ten of them, and by what the others are left out."""
    ten = "\"plannaam\" < 'Plan 10'"
    layer.selectByExpression(ten)
    layer.setSubsetString("")
    yield QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True), "de selectie"
    yield QgsProcessingFeatureSourceDefinition(layer.id(), filterExpression=ten), "een filter bij het starten"
    yield QgsProcessingFeatureSourceDefinition(layer.id(), featureLimit=10), "een grens aan het aantal plannen"
    layer.setSubsetString(ten)
    yield layer.id(), "een filter op de laag"
    layer.setSubsetString("")
    yield f"{layer.source().split('|')[0]}|layername=plannen|subset={ten}", "een filter op de laag"


def test_a_part_is_refused_unless_asked_and_then_said(run, refused, path, tmp_path, opened):
    with closing(sqlite3.connect(path)) as database:
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE plannen SET planstatus = '5A' WHERE plannaam > 'Plan 49'")
        database.commit()
    for number, (given, reason) in enumerate(parts(opened)):
        sentence = f"Dit is een deel van de plannen. Niet meegeleverd door {reason}: 40 plannen."
        folder = tmp_path / f"uit{number}"
        message = refused("exportdelivery", INPUT=given, FOLDER=str(folder), **SHARED)
        assert message.startswith(sentence)
        assert "ALLOW_PARTIAL" in message
        assert not folder.exists()
        listener = Listener()
        result = run("exportdelivery", INPUT=given, FOLDER=str(folder), ALLOW_PARTIAL=True, feedback=listener, **SHARED)
        assert len(read_plans(result["GPKG"])) == 10
        assert sentence in listener.textLog()
        assert sentence in Path(result["GPKG"]).with_name("LEESMIJ.txt").read_text(encoding="utf-8")
        assert sentence in Path(result["OWN_REPORT"]).read_text(encoding="utf-8")
        assert manifest_of(result)["niet_meegeleverd"] == {"plannen": 40, "door": [reason]}, "the ten with 5A are no part of it"


def test_a_filter_that_leaves_nothing_out_is_no_part(run, path, tmp_path, opened):
    opened.setSubsetString("\"plannaam\" LIKE 'Plan%'")
    result = run("exportdelivery", INPUT=opened.id(), FOLDER=str(tmp_path / "uit"), **SHARED)
    assert manifest_of(result)["niet_meegeleverd"] is None


def test_an_empty_selection_and_a_limit_of_none_leave_all_plans_out(path, opened):
    opened.removeSelection()
    for asked in ({"selectedFeaturesOnly": True}, {"featureLimit": 0}):
        with Taken(opened, QgsProcessingFeatureSourceDefinition(opened.id(), **asked)).read() as reading:
            assert list(reading.source.getFeatures()) == []
            assert reading.left_out.count == PLANS


# -- what can fail comes before the rename --------------------------------------------------------------------------------


def test_choices_that_cannot_be_kept_leave_the_previous_package(run, refused, path, tmp_path, monkeypatch):
    monkeypatch.setattr("lmvw_plugin.layers.planfile.about.PATIENCE", 0.3)
    folder = tmp_path / "uit"
    before = Path(run("exportdelivery", INPUT=str(path), FOLDER=str(folder), **SHARED)["PACKAGE"]).read_bytes()
    with other_process(_LOCKER, path, "BEGIN IMMEDIATE"):  # reading is free, writing is not
        message = refused("exportdelivery", INPUT=str(path), FOLDER=str(folder), AGGREGATE="ja", **SHARED)
    assert "Uw keuzes kunnen niet in" in message
    assert (folder / "LMVW_GM9999_2026-01-01.zip").read_bytes() == before
    assert left_in(folder) == ["LMVW_GM9999_2026-01-01", "LMVW_GM9999_2026-01-01.zip"]


# -- waiting ------------------------------------------------------------------------------------------------------------


def test_the_wait_for_another_program_is_told_and_ends_with_it(run, path, tmp_path):
    with other_process(_LOCKER, path, "BEGIN EXCLUSIVE") as other:

        class Ends(Listener):
            def pushInfo(self, info):  # noqa: N802  # QGIS's name
                super().pushInfo(info)
                if "Wachten op" in info:
                    other.kill()

        listener = Ends()
        result = run("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), feedback=listener, **SHARED)
    assert result["PLANS"] == PLANS
    assert f"Wachten op een ander programma dat in ‘{path}’ schrijft" in listener.textLog()


def test_the_wait_can_be_cancelled(run, path, tmp_path):
    told = []

    class Impatient(Listener):
        def pushInfo(self, info):  # noqa: N802  # QGIS's name
            super().pushInfo(info)
            if "Wachten op" in info:
                told.append(time.monotonic())
                self.cancel()

    listener, started = Impatient(), time.monotonic()
    with other_process(_LOCKER, path, "BEGIN EXCLUSIVE"):
        assert not run("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), feedback=listener, **SHARED).get("PACKAGE")
    assert listener.isCanceled()
    assert told[0] - started < moment.PATIENCE / 3, "it was silent for a minute"
    assert time.monotonic() - started < moment.PATIENCE
    assert not (tmp_path / "uit").exists()


def test_a_column_that_the_basisset_does_not_have_is_named_with_its_sum(run, path, tmp_path):
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    with closing(sqlite3.connect(path)) as database:
        for name, kind in (("flexwoningen_2_1", "INTEGER"), ("notitie", "TEXT")):
            database.execute(f"ALTER TABLE plannen ADD COLUMN {name} {kind}")
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE plannen SET flexwoningen_2_1 = 1, notitie = 'x' WHERE fid <= 7")
        database.commit()
    del layer
    listener = Listener()
    result = run("exportdelivery", INPUT=str(path), FOLDER=str(tmp_path / "uit"), feedback=listener, **SHARED)
    for told in (listener.textLog(), Path(result["OWN_REPORT"]).read_text(encoding="utf-8")):
        assert "Kolom ‘flexwoningen_2_1’ hoort niet bij de Basisset en gaat niet mee: ingevuld bij 7 plannen, samen 7." in told
        assert "Kolom ‘notitie’ hoort niet bij de Basisset en gaat niet mee: ingevuld bij 7 plannen." in told
    with zipfile.ZipFile(result["PACKAGE"]) as packed:
        assert not [name for name in packed.namelist() if b"flexwoningen" in packed.read(name)]
