# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans in a PostGIS database go where plans in a file go: a real server, for this test alone, on a socket in a folder of its own."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProject, QgsProviderRegistry, QgsVectorLayer, QgsVectorLayerExporter

from lmvw_plugin.layers.sources import rd_new
from tests.conftest import consistent_plan, polygon_layer, read_plans

ABOUT = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}


def program(name):
    """One of the server's own programs; Debian keeps them out of the path."""
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    return str(found[-1]) if found else shutil.which(name)


def as_somebody(*command):
    """The server refuses to run as root."""
    return [*(("runuser", "-u", "postgres", "--") if os.geteuid() == 0 else ()), *command]


@pytest.fixture(scope="module")
def connection(qgis_app):
    """How to reach a fresh database with PostGIS, gone afterwards."""
    if not program("initdb") or "postgres" not in QgsProviderRegistry.instance().providerList():
        pytest.skip("no PostgreSQL here (apt install postgresql-15-postgis-3)")
    folder = Path(tempfile.mkdtemp(prefix="lmvw-pg-"))  # a short name: that of a socket has at most 107 letters
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
        made = as_somebody(program("initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", "postgres", "-E", "UTF8", "--no-sync")
        subprocess.run(made, cwd=folder, check=True, capture_output=True)
        started = as_somebody(
            program("postgres"), "-D", str(folder / "data"), "-k", str(folder), "-c", "listen_addresses=", "-c", "fsync=off"
        )
        server = subprocess.Popen(started, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            yield ready(folder)
        finally:
            QgsApplication.processEvents()
            server.terminate()
            server.wait(30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def ready(folder):
    """Wait for the server; then make the database. QGIS must not connect before PostGIS is in it: what it learns then it remembers."""
    ask = [program("psql"), "-h", str(folder), "-U", "postgres", "-q", "-c"]
    answer = subprocess.run([*ask, "SELECT 1"], check=False, capture_output=True)
    for _ in range(300):
        if answer.returncode == 0:
            break
        time.sleep(0.1)
        answer = subprocess.run([*ask, "SELECT 1"], check=False, capture_output=True)
    made = subprocess.run([*ask, "CREATE EXTENSION postgis"], check=False, capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no PostGIS here (apt install postgresql-15-postgis-3): {made.stderr}")
    return f"dbname='postgres' host='{folder}' port='5432' user='postgres'"


def table(connection, name, layer):
    """Put a layer into the database; what QGIS calls it there."""
    uri = f"{connection} key='id' srid=28992 type=MultiPolygon checkPrimaryKeyUnicity='0' table=\"public\".\"{name}\" (geom)"
    error, words = QgsVectorLayerExporter.exportLayer(layer, uri, "postgres", rd_new(), False, {"lowercaseFieldNames": False})
    assert error == 0, words
    return uri


def plans(*names):
    return polygon_layer(
        [consistent_plan(plannaam=name, plan_id=f"7b0d0a0c-0000-4000-8000-00000000000{n}") for n, name in enumerate(names)]
    )


@pytest.fixture(scope="module")
def uri(connection):
    return table(connection, "plannen", plans("Haven", "Dijk", "Kade"))


@pytest.fixture(params=["text", "long text", "layer", "id"])
def given(request, uri):
    """In the ways in which an algorithm is given a table; a filter makes of a text what no disk takes for a name."""
    if "text" in request.param:
        yield f"postgres://{uri}" + (f" sql=\"plannaam\" <> '{'weg' * 100}'" if "long" in request.param else "")
        return
    layer = QgsVectorLayer(uri, "plannen", "postgres")
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    yield layer if request.param == "layer" else layer.id()
    QgsProject.instance().removeMapLayer(layer.id())


def test_a_table_is_imported(run, given, tmp_path):
    made = run("importplans", INPUT=given, **ABOUT, OUTPUT=str(tmp_path / "p.gpkg"))
    assert made["IMPORTED"] == 3
    assert sorted(plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")) == ["Dijk", "Haven", "Kade"]


def test_a_table_is_checked(run, given):
    assert (run("checkpolygons", INPUT=given, OUTPUT="TEMPORARY_OUTPUT")["PLANS"]) == 3
    assert run("checkplans", INPUT=given, PEILDATUM="2026-01-01", OUTPUT="TEMPORARY_OUTPUT")["PLANS"] == 3


def test_the_names_in_a_table_are_compared(run, given, tmp_path):
    book = tmp_path / "plannen.csv"
    book.write_text("plannaam;bruto\nHaven;1\nDijkk;2\nKade;3\n", encoding="utf-8")
    assert run("checkplannames", INPUT=given, WORKBOOK=str(book), OUTPUT="TEMPORARY_OUTPUT")["ERRORS"] >= 1


def test_a_table_is_delivered(run, given, tmp_path):
    made = run("exportdelivery", INPUT=given, **ABOUT, FOLDER=str(tmp_path), OUTPUT="TEMPORARY_OUTPUT")
    assert Path(made["PACKAGE"]).is_file()


def test_a_database_that_does_not_answer_is_told(refused, tmp_path):
    away = f"postgres://dbname='weg' host='{tmp_path}' user='niemand' key='id' table=\"public\".\"plannen\" (geom)"
    assert "is geen kaartlaag die QGIS kan lezen" in refused("importplans", INPUT=away, **ABOUT, OUTPUT=str(tmp_path / "p.gpkg"))
