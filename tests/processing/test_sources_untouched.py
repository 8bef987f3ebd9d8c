# SPDX-License-Identifier: GPL-2.0-or-later
"""What an algorithm reads stays as it was, to the byte, and so does the folder it lies in: every algorithm, every input with a file.

The list of algorithms is the provider's own, so that a new one is judged by itself.
"""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from osgeo import ogr
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsProcessingContext,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFile,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from lmvw_plugin.core import paths
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.forms.importing.reading import Reading, SourceReader
from lmvw_plugin.layers.files import let_go
from lmvw_plugin.layers.reviewing.desk import Desk
from lmvw_plugin.processing.provider import ALGORITHMS
from tests.bag_files import home, pdok
from tests.conftest import PEILDATUM, Listener, mark_in, polygon_layer

_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)


def left_in_wal(path):
    """As a program leaves it that was ended: in WAL mode, nobody has it open."""
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA journal_mode=WAL").fetchone() == ("wal",)
    assert not path.with_name(path.name + "-wal").exists()


def left_with_log(path):
    """As one leaves it that was killed: its last changes are in the log, which has lost its index."""
    left_in_wal(path)
    aside = path.with_name("opzij")
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE van_een_ander (id INTEGER PRIMARY KEY)")
        database.commit()
        shutil.copy(path.with_name(path.name + "-wal"), aside)
        shutil.copy(path, path.with_name("zelf"))
    path.with_name("zelf").replace(path)
    aside.replace(path.with_name(path.name + "-wal"))


STATES = {"in rust": lambda path: None, "in WAL": left_in_wal, "met log": left_with_log}


@pytest.fixture(scope="module")
def sent(run, clean_file, tmp_path_factory):
    """A plan file that remembers an invulblad, that invulblad, a package of it, and the review and the answer of that."""
    folder = tmp_path_factory.mktemp("verstuurd")
    plans = shutil.copy(clean_file, folder / clean_file.name)
    run("makefillsheets", INPUT=str(plans), FOLDER=str(folder))
    (folder / "levering").mkdir()
    package = run("exportdelivery", INPUT=str(plans), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(folder / "levering"))["PACKAGE"]
    review = run("opendeliveries", INPUT=[package], OUTPUT=str(folder / "beoordeling.gpkg"))["OUTPUT"]
    Desk(Path(review), "GM9999", "A. Bos").remark("Klopt dit?")
    run("makeanswers", INPUT=review, FOLDER=str(folder / "antwoord"))
    return plans, next(folder.glob("*.xlsx")), Path(package), Path(review), next((folder / "antwoord").iterdir())


@pytest.fixture(scope="module")
def mark(refused, sent, tmp_path_factory):
    """Of what a person decides about before a public version of that plan file."""
    folder = tmp_path_factory.mktemp("openbaar")
    return mark_in(refused("exportpublic", INPUT=str(sent[0]), GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER=str(folder)))


@pytest.fixture
def files(sample, sent, tmp_path):
    """A file for each kind of question, alone in a folder."""
    made = {}
    for name, original in {
        "plans": sent[0], "sheet": sent[1], "polygons": sample / "schoon" / "plannen.gpkg", "boundary": sample / "gemeentegrens.gpkg",
        "workbook": sample / "schoon" / "werkblad.xlsx", "review": sent[3], "answer": sent[4],
    }.items():  # fmt: skip
        (tmp_path / name).mkdir()
        made[name] = Path(shutil.copy(original, tmp_path / name / original.name))
    (tmp_path / "profile").mkdir()
    made["profile"] = tmp_path / "profile" / "profiel.json"
    shutil.copy(next(iter(sorted(paths.PROFILES.glob("[!s]*.json")))), made["profile"])
    (tmp_path / "hall").mkdir()
    (tmp_path / "bag").mkdir()
    made["bag"] = pdok(tmp_path / "bag" / "bag.gpkg", [home(1, 146_010, 506_010), home(2, 146_020, 506_010)])
    (tmp_path / "package").mkdir()
    made["package"] = Path(shutil.copy(sent[2], tmp_path / "package"))
    made["hall"] = Path(shutil.copy(made["boundary"], tmp_path / "hall" / "gemeentehuis.gpkg"))
    return made


KEPT = ("TOWN_HALL",)  # what a plan file keeps of a choice


def given(definition, algorithm, files, out):
    """A value for a parameter; None to leave it as it is."""
    name, kind = definition.name(), type(definition)
    if isinstance(definition, QgsProcessingParameterMultipleLayers):
        return [str(files["sheet" if algorithm.ID == "readfillsheets" else "polygons"])]
    if kind in _LAYERS:
        if algorithm.ID == "exportdelivery" and name == "PREVIOUS":
            return None  # against this one nothing would be delivered: it had a plan that is 5A now; checkplans reads it the same way
        return str(files[{"BOUNDARY": "boundary", "PREVIOUS": "polygons"}.get(name, "plans")])
    if isinstance(definition, QgsProcessingParameterFile):
        if definition.behavior() == QgsProcessingParameterFile.Behavior.Folder:
            if algorithm.ID == "opendeliveries" and name == "PREVIOUS":
                return None  # there is no delivery of an earlier peildatum
            return str(files["package"].parent if name == "INPUT" else out)
        workbook = files["sheet" if algorithm.ID == "readfillsheets" else "workbook"]
        plans = files["review" if algorithm.ID == "makeanswers" else "plans"]
        return {"INPUT": plans, "ANSWER": files["answer"], "WORKBOOK": workbook, "PROFILE_FILE": files["profile"], "BAG": files["bag"]}.get(
            name
        )
    if definition.isDestination():
        end = {"fileDestination": definition.defaultFileExtension(), "sink": "gpkg"}[definition.type()]
        return str(out / f"{name}.{'xlsx' if 'WORKBOOK' in name else end}")
    decided = {
        "DECIDED_BY": "A. Bos",
        "DECISION": "Het is al bekend",
        "DECIDED_ABOUT": "?",
    }  # one plan is most of what is confidential in the sample
    return {"GEMEENTE": "GM9999", "PEILDATUM": "2026-07-01" if algorithm.ID == "rollforward" else "2026-01-01", **decided}.get(name)


def shown(path):
    """A folder: every name, with its bytes and the moment it was written."""
    return {one.name: (one.read_bytes(), one.stat().st_mtime_ns) for one in path.iterdir()}


def runs():
    """Every algorithm: as it is, with the choices that a plan file keeps, and only showing what it would do."""
    for algorithm in ALGORITHMS:
        made = algorithm().create()
        yield pytest.param(algorithm, {}, made.CHANGES, id=algorithm.ID)
        for name in KEPT:
            if made.parameterDefinition(name):
                yield pytest.param(algorithm, {name: "hall"}, {"INPUT"}, id=f"{algorithm.ID} {name}")
        if made.parameterDefinition("DRY_RUN"):
            yield pytest.param(algorithm, {"DRY_RUN": True}, (), id=f"{algorithm.ID} DRY_RUN")


def parameters_of(one, files, out):
    """What an algorithm needs to run to its end."""
    return {
        definition.name(): str(value) if isinstance(value, Path) else value
        for definition in one.parameterDefinitions()
        if definition.name() not in KEPT and (value := given(definition, one, files, out)) is not None
    }


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("algorithm", "more", "changes"), runs())
def test_what_is_read_stays_as_it_was(algorithm, more, changes, state, provider, mark, files, tmp_path):
    out = tmp_path / "uitvoer"
    out.mkdir()
    one = algorithm().create()
    parameters = parameters_of(one, files, out)
    if "DECIDED_ABOUT" in parameters:
        parameters["DECIDED_ABOUT"] = mark
    parameters |= {name: str(files[value]) if value in files else value for name, value in more.items()}
    for path in files.values():
        if path.suffix == ".gpkg":
            STATES[state](path)
    read = [path for path in files.values() if path not in {Path(parameters[name]) for name in changes}]
    before = {path: shown(path.parent) for path in read}
    context, told = QgsProcessingContext(), Listener()
    context.setProject(QgsProject.instance())
    good, sentence = one.checkParameterValues(parameters, context)
    one.validateInputCrs(parameters, context)
    results, ended = one.run(parameters, context, told) if good else ({}, False)
    del context
    made = {Path(value) for value in results.values() if isinstance(value, str)}  # a report that is told may come beside a plan file
    after = {path: {name: found for name, found in shown(path.parent).items() if path.parent / name not in made} for path in read}
    assert [sorted({*after[path]} ^ {*before[path]}) for path in read if after[path].keys() != before[path].keys()] == []
    assert [path.name for path in read if before[path] != after[path]] == []
    assert (good, ended) == (True, True), (sentence, told.textLog())


@pytest.mark.parametrize("state", STATES)
def test_a_plan_file_that_would_be_updated_stays_as_it_was_when_only_shown(state, run, files, tmp_path):
    (tmp_path / "uitvoer").mkdir()
    path = files["plans"]
    STATES[state](path)
    before = shown(path.parent)
    sheet = tmp_path / "uitvoer" / "w.csv"
    sheet.write_text("plannaam;sloop_totaal\nEen nieuw plan;3\n", encoding="utf-8")
    result = run(
        "importplans", WORKBOOK=str(sheet), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(path), UPDATE=True, DRY_RUN=True,
        FOLDER=str(sheet.parent),
    )  # fmt: skip
    assert result["NEW"] == 1
    assert shown(path.parent) == before


FORMATS = {
    "shp": "ESRI Shapefile", "geojson": "GeoJSON", "gml": "GML", "fgb": "FlatGeobuf", "sqlite": "SQLite", "gdb": "OpenFileGDB",
}  # fmt: skip


def contents(folder):
    """Every file below a folder, with its bytes and the moment it was written."""
    return {str(one.relative_to(folder)): (one.read_bytes(), one.stat().st_mtime_ns) for one in folder.rglob("*") if one.is_file()}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_source_of_any_format_stays_as_it_was(kind, run, tmp_path):
    if ogr.GetDriverByName(FORMATS[kind]) is None or not ogr.GetDriverByName(FORMATS[kind]).TestCapability(ogr.ODrCCreateDataSource):
        pytest.skip(f"this GDAL writes no {kind}")
    (tmp_path / "bron").mkdir()
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = FORMATS[kind]
    layer = polygon_layer([{"plannaam": "Haven", "bruto": 3}, {"plannaam": "Dijk", "bruto": 4}])
    path = tmp_path / "bron" / f"plannen.{kind}"
    error, *words = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    assert error == QgsVectorFileWriter.WriterError.NoError, words
    for one in (tmp_path / "bron").glob("*.gfs"):
        one.unlink()
    before = contents(tmp_path / "bron")
    for algorithm, more in {
        "checkpolygons": {"OUTPUT": "TEMPORARY_OUTPUT"}, "checkplannames": {"OUTPUT": "TEMPORARY_OUTPUT"},
        "repairpolygons": {"OUTPUT": str(tmp_path / "heel.gpkg")},
        "importplans": {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "p.gpkg")},
    }.items():  # fmt: skip
        run(algorithm, INPUT=str(path), **more)
        after = contents(tmp_path / "bron")
        assert sorted({*after} ^ {*before}) == [], algorithm
        assert [name for name in before if before[name] != after[name]] == [], algorithm


_LOOKS = "import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute('SELECT count(*) FROM plannen').fetchone(); base.close()"
_READS = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute(\"SELECT count(*) FROM plannen WHERE plannaam = 'Later'\").fetchone()[0])"


@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=lambda algorithm: algorithm.ID)
def test_who_has_the_file_open_here_keeps_its_locks(algorithm, provider, files, tmp_path):
    """A window has the plan file open under another name of its own; a program that comes and goes must not take its log away."""
    out = tmp_path / "uitvoer"
    out.mkdir()
    one, path = algorithm().create(), files["plans"]
    held = QgsVectorLayer(f"{path}|layername=plannen", "van een venster", "ogr")
    fid, at = next(held.getFeatures()).id(), held.fields().indexOf("plannaam")
    assert held.startEditing() and held.changeAttributeValue(fid, at, "Eerst") and held.commitChanges(False)
    context = QgsProcessingContext()
    parameters = parameters_of(one, files, out)
    if one.checkParameterValues(parameters, context)[0]:
        one.run(parameters, context, Listener())
    del context, one
    let_go()
    subprocess.run([sys.executable, "-c", _LOOKS, path], check=True)
    assert held.changeAttributeValue(fid, at, "Later") and held.commitChanges()
    seen = subprocess.run([sys.executable, "-c", _READS, path], check=True, capture_output=True, text=True)
    assert seen.stdout == "1\n", "what was saved is in the file"


def test_the_wizard_reads_a_file_that_is_open_here_without_taking_its_locks(provider, files, tmp_path):
    path = files["plans"]
    held = QgsVectorLayer(f"{path}|layername=plannen", "van een venster", "ogr")
    fid, at = next(held.getFeatures()).id(), held.fields().indexOf("plannaam")
    assert held.startEditing() and held.changeAttributeValue(fid, at, "Eerst") and held.commitChanges(False)
    asked = {
        "INPUT": f"{path}|layername=plannen",
        "WORKBOOK": "",
        "GEMEENTE": "GM9999",
        "PEILDATUM": "2026-01-01",
        "OUTPUT": str(tmp_path / "p.gpkg"),
    }
    read = SourceReader(asked, PEILDATUM, None, Reading()).read(Silent())
    assert "Eerst" in [row["plannaam"] for row in read.contents.polygons], "with what was saved a moment ago"
    del read
    let_go()
    subprocess.run([sys.executable, "-c", _LOOKS, path], check=True)
    assert held.changeAttributeValue(fid, at, "Later") and held.commitChanges()
    seen = subprocess.run([sys.executable, "-c", _READS, path], check=True, capture_output=True, text=True)
    assert seen.stdout == "1\n"


_LOCKS = (
    "import sqlite3, sys; base = sqlite3.connect(sys.argv[1], isolation_level=None); base.execute('BEGIN EXCLUSIVE'); print('klaar', flush=True);"
    " sys.stdin.read()"
)


class GivesUp(Listener):
    """Cancels as soon as it hears for whom the run waits."""

    def pushInfo(self, words):  # noqa: N802  # QGIS's name
        if "Wachten op een ander programma" in words:
            self.cancel()
        super().pushInfo(words)


@pytest.mark.parametrize(
    "algorithm",
    [
        "checkpolygons",
        "repairpolygons",
        "checkplannames",
        "adoptnames",
        "checkplans",
        "importplans",
        "exportdelivery",
        "comparedeliveries",
        "checkrealised",
    ],
)
def test_a_file_that_another_program_keeps_to_itself_is_waited_for_aloud(algorithm, provider, files, tmp_path):
    """No algorithm stands still without a word: it says for whom it waits, and can be stopped."""
    out = tmp_path / "uitvoer"
    out.mkdir()
    one, told = provider.algorithm(algorithm).create(), GivesUp()
    parameters = parameters_of(one, files, out)
    with subprocess.Popen(
        [sys.executable, "-c", _LOCKS, str(files["plans"])], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "klaar\n"
        context = QgsProcessingContext()
        assert one.checkParameterValues(parameters, context) == (True, "")
        one.run(parameters, context, told)
        other.communicate("")
    assert f"Wachten op een ander programma dat in ‘{files['plans']}’ schrijft" in told.textLog()
    assert told.isCanceled() and "fout in de plugin" not in told.textLog()
    assert list(out.iterdir()) == []
