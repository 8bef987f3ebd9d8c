# SPDX-License-Identifier: GPL-2.0-or-later
"""A colleague at work in the same plan file while it is brought up to date: a real second process, and nothing of it is lost."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from lmvw_plugin.layers.planfile import transaction as plan_transaction
from lmvw_plugin.layers.stored.copies import SourceCopy
from tests.conftest import Listener, left_in, polygon_layer, read_plans

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
PLANS = 60

# GDAL, as in the QGIS of a colleague: does what it is told, line by line, and says "ok" when it is done.
COLLEAGUE = """
import sys
from osgeo import gdal
gdal.UseExceptions()
data = gdal.OpenEx(sys.argv[1], gdal.OF_VECTOR | gdal.OF_UPDATE)
data.GetLayerByName("plannen").GetFeatureCount()
for line in sys.stdin:
    try:
        found = data.ExecuteSQL(line.strip())
        if found is not None:
            data.ReleaseResultSet(found)
        print("ok", flush=True)
    except RuntimeError as error:
        print(error, flush=True)
"""


class Colleague:
    """Another program that has the plan file open."""

    def __init__(self, path):
        self._process = subprocess.Popen(
            [sys.executable, "-c", COLLEAGUE, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )  # fmt: skip

    def does(self, statement):
        """Do it now; returns what came of it."""
        self._process.stdin.write(statement + "\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def leave(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=30)


@pytest.fixture
def target(run, tmp_path):
    path = tmp_path / "p.gpkg"
    run("importplans", INPUT=source(1), **SHARED, OUTPUT=str(path))
    return path


@pytest.fixture
def colleague(target):
    made = Colleague(target)
    yield made
    made.leave()


def source(extra):
    return polygon_layer([{"plannaam": f"Wijk {n} Noord", "plannummer": str(n), "bruto": n + extra} for n in range(PLANS)])


def told(path, column="toelichting"):
    with closing(sqlite3.connect(path)) as database:
        return [value for (value,) in database.execute(f"SELECT {column} FROM plannen ORDER BY fid")]  # ours


class Meanwhile(Listener):
    """Has a colleague save something once the import is this far."""

    def __init__(self, percentage, colleague, statement):
        super().__init__()
        self._left = [(percentage, colleague, statement)]
        self.progressChanged.connect(self._look)

    def _look(self, progress):
        if self._left and progress >= self._left[0][0]:
            _, colleague, statement = self._left.pop()
            assert colleague.does(statement) == "ok"


@pytest.mark.parametrize("percentage", [0, 20, 40, 50])
def test_what_a_colleague_saves_during_the_import_stays(run, target, colleague, percentage):
    """Wherever in the run the save falls: it is in the file, and the import is in it whole or not at all."""
    listener = Meanwhile(percentage, colleague, "UPDATE plannen SET toelichting = 'van de collega' WHERE fid % 4 = 0")
    refused = ""
    try:
        run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True, feedback=listener)
    except Exception as error:  # what QGIS makes of a refusal
        refused = str(error)
    assert told(target).count("van de collega") == PLANS // 4
    assert told(target, "bruto_totaal") == [n + (1 if refused else 7) for n in range(PLANS)]
    assert not refused or "Een ander heeft planbestand ‘p.gpkg’ intussen gewijzigd." in refused


def test_a_save_between_comparing_and_writing_is_noticed(run, target, colleague, monkeypatch):
    seen = []
    real = plan_transaction.read_plans

    def and_then(path):
        found = real(path)
        seen.append(colleague.does("UPDATE plannen SET toelichting = 'net op tijd' WHERE fid = 3"))
        return found

    monkeypatch.setattr(plan_transaction, "read_plans", and_then)
    with pytest.raises(Exception, match="Een ander heeft planbestand"):
        run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert seen == ["ok"]
    assert told(target).count("net op tijd") == 1
    assert told(target, "bruto_totaal") == [n + 1 for n in range(PLANS)]
    assert "p_import.html" in left_in(target.parent)  # of the first import


def test_an_import_of_a_colleague_just_before_the_plans_are_read_is_no_work_by_hand(run, target, monkeypatch):
    real = SourceCopy.of

    def just_before(copies, given):
        if given == str(target):
            monkeypatch.undo()
            run("importplans", INPUT=source(3), **SHARED, OUTPUT=str(target), UPDATE=True)
        return real(copies, given)

    monkeypatch.setattr(SourceCopy, "of", just_before)
    run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert told(target, "bruto_totaal") == [n + 7 for n in range(PLANS)]


def test_a_colleague_with_an_open_transaction_is_waited_for_and_named(refused, target, colleague, monkeypatch):
    monkeypatch.setattr(plan_transaction, "PATIENCE", 0.3)
    assert colleague.does("BEGIN") == "ok"
    assert colleague.does("UPDATE plannen SET toelichting = 'bezig' WHERE fid = 1") == "ok"
    message = refused("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert message == f"In ‘{target}’ schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar."
    assert colleague.does("COMMIT") == "ok"
    assert told(target)[0] == "bezig"
    assert told(target, "bruto_totaal") == [n + 1 for n in range(PLANS)]


@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_a_colleague_who_has_the_file_open_goes_on_in_the_same_file(run, target, colleague, mode):
    """A file that takes the other's place leaves the colleague with one that no longer has a name."""
    assert colleague.does(f"PRAGMA journal_mode = {mode}") == "ok"
    assert colleague.does("SELECT count(*) FROM plannen") == "ok"
    number = target.stat().st_ino
    run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert target.stat().st_ino == number
    assert colleague.does("UPDATE plannen SET toelichting = 'later' WHERE fid = 2") == "ok"
    assert told(target)[1] == "later"
    assert told(target, "bruto_totaal") == [n + 7 for n in range(PLANS)]


def test_an_edit_in_the_open_layer_during_the_import_stays(run, target, qgis_new_project):
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(opened)

    class Edits(Listener):
        done = False

        def setProgressText(self, text):  # noqa: N802  # QGIS's name
            """Not of interest."""

        def _progressed(self, progress):
            super()._progressed(progress)
            if progress >= 50 and not self.done:
                self.done = True
                opened.startEditing()
                fid = next(opened.getFeatures()).id()
                opened.changeAttributeValue(fid, opened.fields().lookupField("toelichting"), "net getypt")

    result = run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True, feedback=Edits())
    assert (result["CHANGED"], result["NEW"]) == (0, 0)
    assert [feature["toelichting"] for feature in opened.getFeatures()].count("net getypt") == 1
    opened.rollBack()
    assert told(target, "bruto_totaal") == [n + 1 for n in range(PLANS)]


def test_what_the_source_said_is_kept_when_the_open_layer_is_saved(run, target, qgis_new_project):
    opened = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    QgsProject.instance().addMapLayer(opened)
    run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert opened.commitChanges()
    opened.startEditing()
    fid = next(opened.getFeatures()).id()
    opened.changeAttributeValue(fid, opened.fields().lookupField("bruto_totaal"), 500)
    assert opened.commitChanges()
    again = run("importplans", INPUT=source(7), **SHARED, OUTPUT=str(target), UPDATE=True)
    assert again["CHANGED"] == 0
    assert 500 in told(target, "bruto_totaal")


@pytest.mark.parametrize("statement", ["PRAGMA journal_mode = DELETE", "PRAGMA journal_mode = WAL"])
def test_the_index_and_the_extent_follow_the_plans(run, target, statement):
    """The file is changed without GDAL: what GDAL keeps beside the plans is as GDAL would have it."""
    with closing(sqlite3.connect(target)) as database:
        database.execute(statement).fetchall()
    rows = [{"plannaam": f"Wijk {n} Noord", "plannummer": str(n), "bruto": n} for n in range(PLANS + 5)]
    run("importplans", INPUT=polygon_layer(list(reversed(rows))), **SHARED, OUTPUT=str(target), UPDATE=True)
    layer = QgsVectorLayer(f"{target}|layername=plannen", "plannen", "ogr")
    plans = read_plans(target)
    assert layer.featureCount() == len(plans) == PLANS + 5
    box = layer.extent()
    for _, geometry in plans:
        assert box.contains(geometry.boundingBox())
    with closing(sqlite3.connect(target)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT rtreecheck('rtree_plannen_geom')").fetchone() == ("ok",)
        boxes = {fid: box for fid, *box in database.execute("SELECT id, minx, maxx, miny, maxy FROM rtree_plannen_geom")}
    for feature in layer.getFeatures():
        found = feature.geometry().boundingBox()
        assert boxes[feature.id()] == pytest.approx([found.xMinimum(), found.xMaximum(), found.yMinimum(), found.yMaximum()], abs=0.1)


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is of Unix")
def test_a_full_disk_leaves_the_file_as_it_was_and_is_called_by_its_name(refused, target):
    import resource  # of Unix only

    before = target.read_bytes()
    rows = [{"plannaam": f"Wijk {n} Noord", "plannummer": str(n), "bruto": n, "toelichting": "x" * 4000} for n in range(PLANS)]
    layer = polygon_layer(rows)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 20_000, limits[1]))
    try:
        message = refused("importplans", INPUT=layer, **SHARED, OUTPUT=str(target), UPDATE=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (
        message == f"Planbestand ‘{target}’ kan niet bijgewerkt worden: de schijf is vol of niet meer te bereiken. Er is niets veranderd."
    )
    assert target.read_bytes() == before
    assert not [name for name in left_in(target.parent) if name.startswith("p.gpkg-")]
