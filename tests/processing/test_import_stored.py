# SPDX-License-Identifier: GPL-2.0-or-later
"""What a GeoPackage really stores is what is imported: no value is coerced by the type of its column, and the file stays as it was."""

import hashlib
import html
import re
import sqlite3
import struct
import subprocess
import sys
import warnings
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr
from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer

from lmvw_plugin.core.basisset.fields import BY_NAME
from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.core.basisset.values import kept_text, read_value
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.importing.polygons import in_file
from lmvw_plugin.layers.importing.sources import read
from lmvw_plugin.layers.stored.copies import SourceCopy
from tests.conftest import left_in, read_plans, square
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
DECLARED = ("INTEGER", "MEDIUMINT", "SMALLINT", "TINYINT", "REAL", "DOUBLE", "TEXT", "TEXT(20)", "BOOLEAN")


def geopackage(path, rows, declared="INTEGER"):
    """Plans with a name and a count, stored by SQLite itself as they are given."""
    rd = osr.SpatialReference()
    rd.ImportFromEPSG(28992)
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = source.CreateLayer("plangebieden", rd, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("plannaam", ogr.OFTString))
    for number in range(len(rows)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(square(number).asWkt()))
        layer.CreateFeature(feature)
    del layer, source
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TRIGGER IF EXISTS rtree_plangebieden_geom_update1")
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'plangebieden'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute(f'ALTER TABLE plangebieden ADD COLUMN "Bruto totaal" {declared}')
        database.executemany(
            'UPDATE plangebieden SET plannaam = ?, "Bruto totaal" = ? WHERE fid = ?', [(*row, fid) for fid, row in enumerate(rows, 1)]
        )
    return str(path)


def text_of(result):
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8"))))


SEEN = [("Haven", 12.5), ("Dijk", "twaalf"), ("Kade", 2**62), ("Sluis", b"\0\1\2"), ("Brug", "1.234"), ("Werf", 7), ("Poort", "12\x1c")]


@pytest.mark.parametrize("way", ["file", "zip", "project", "together"])
def test_the_values_that_were_seen_to_change(run, qgis_new_project, tmp_path, way):
    source = geopackage(tmp_path / "b.gpkg", SEEN)
    if way == "zip":
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
            packed.write(source, "b.gpkg")
        source = f"{tmp_path / 'b.zip'}|layername=plangebieden"
    if way == "project":
        layer = QgsVectorLayer(f"{source}|layername=plangebieden", "b", "ogr")
        QgsProject.instance().addMapLayer(layer)
        source = layer.id()
    result = run("importplans", INPUT=f"{source}|layername=*" if way == "together" else source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    found = {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")}
    assert found == {"Haven": None, "Dijk": None, "Kade": None, "Sluis": None, "Brug": None, "Werf": 7, "Poort": 12}
    text = text_of(result)
    for said in ("12.5", "is geen heel getal", "twaalf", "4611686018427387904", "binaire gegevens, 3 bytes", "1.234"):
        assert said in text
    totals(result)


def test_a_zip_with_two_files_of_one_name_is_refused(refused, tmp_path):
    """One program reads the first of them, another the last."""
    with warnings.catch_warnings(), zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
        warnings.simplefilter("ignore")
        for name in ("een", "twee"):
            packed.write(geopackage(tmp_path / f"{name}.gpkg", [(name, 7)]), "b.gpkg")
    message = refused("importplans", INPUT=str(tmp_path / "b.zip"), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "twee bestanden met dezelfde naam (‘b.gpkg’)" in message
    assert not (tmp_path / "p.gpkg").exists()


NAME = st.text(st.sampled_from("abc é\0\ufeff"), min_size=1, max_size=6)
VALUE = st.one_of(
    st.integers(-5, 60), st.integers(-(2**62), 2**62), st.floats(allow_nan=False), st.sampled_from(("12", "1.234", "ca. 40", "", "12\0", "\ufeff7", "ja")),
    st.binary(max_size=4), st.none(),
)  # fmt: skip


@settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.tuples(NAME, VALUE), min_size=1, max_size=5, unique_by=lambda row: kept_text(row[0])),
    declared=st.sampled_from(DECLARED),
)
def test_whatever_is_stored_is_read_as_it_is_stored(run, rows, declared):
    with TemporaryDirectory() as name:
        path = Path(name) / "b.gpkg"
        geopackage(path, rows, declared)
        with closing(sqlite3.connect(path)) as database:  # the affinity of a column may have turned '12' into 12
            stored = database.execute('SELECT plannaam, "Bruto totaal" FROM plangebieden ORDER BY fid').fetchall()
        run("importplans", INPUT=str(path), **SHARED, OUTPUT=str(Path(name) / "p.gpkg"))
        plans = [plan for plan, _ in read_plans(Path(name) / "p.gpkg")]
    assert [plan["plannaam"] or "" for plan in plans] == [kept_text(name) for name, _ in stored]
    for plan, (_, raw) in zip(plans, stored, strict=True):
        meant = (
            None if isinstance(raw, bytes) or (declared == "BOOLEAN" and raw in (0, 1)) else read_value(BY_NAME["bruto_totaal"], raw).value
        )
        assert plan["bruto_totaal"] == meant, (declared, raw)


def written(geometry, envelope, big):
    """A polygon as a program may store it in a GeoPackage: with or without envelope, in either order of bytes."""
    shape = ogr.CreateGeometryFromWkt(geometry.asWkt())
    left, right, bottom, top = shape.GetEnvelope()
    box = struct.pack(f"{'>' if big else '<'}4d", left, right, bottom, top) if envelope else b""
    wkb = shape.ExportToIsoWkb(ogr.wkbXDR if big else ogr.wkbNDR)
    return b"GP\0" + bytes([(0 if big else 1) | (2 if envelope else 0)]) + struct.pack(f"{'>' if big else '<'}i", 28992) + box + wkb


# A polygon that says to have more points than there are bytes, and one that lies in 200,000 others: QGIS itself ends on them.
ENDLESS = tuple(
    b"GP\0\1" + struct.pack("<i", 28992) + wkb for wkb in (struct.pack("<BIII", 1, 3, 1, 2**32 - 1), struct.pack("<BII", 1, 7, 1) * 200_000)
)
SQUARES = [square(0), square(3), QgsGeometry.fromWkt("Polygon ((0 0, 9 0, 9 9, 0 0))"), QgsGeometry.fromWkt("MultiPolygonZ (((0 0 1, 9 0 1, 9 9 1, 0 0 1)))"),
           QgsGeometry.fromWkt("MultiPolygon EMPTY")]  # fmt: skip


@settings(max_examples=20, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(
    rows=st.lists(st.tuples(NAME, VALUE), min_size=1, max_size=4, unique_by=lambda row: kept_text(row[0])),
    declared=st.sampled_from((*DECLARED, "DATE", "DATETIME", "BLOB")),
    shapes=st.lists(st.tuples(st.sampled_from(SQUARES), st.booleans(), st.booleans()), min_size=4, max_size=4),
    harm=st.sampled_from((None, None, b"GP", b"no geometry at all", "text", "cut", *ENDLESS)),
)
def test_what_is_read_past_gdal_is_what_gdal_gives_and_what_is_stored(rows, declared, shapes, harm):
    """The quick way of a GeoPackage and the way of every other layer, side by side."""
    with TemporaryDirectory() as name:
        path = Path(name) / "b.gpkg"
        geopackage(path, rows, declared)
        blobs = [written(*shape) for shape in shapes[: len(rows)]]
        if harm is not None:
            blobs[0] = blobs[0][:-7] if harm == "cut" else harm
        with closing(sqlite3.connect(path)) as database, database:
            database.executemany("UPDATE plangebieden SET geom = ? WHERE fid = ?", [(blob, fid) for fid, blob in enumerate(blobs, 1)])
        copies = SourceCopy()
        given = in_file(str(path), copies, lambda uri: QgsVectorLayer(uri, "b", "ogr"))
        assert given.whole
        quick, slow = (read(replace(given, whole=whole), None, Peildatum.parse("2026-01-01"), Silent()) for whole in (True, False))
    assert [{name: (type(raw), raw) for name, raw in row.items()} for row in quick.polygons] == [
        {name: (type(raw), raw) for name, raw in row.items()} for row in slow.polygons
    ]
    assert quick.shapes == slow.shapes
    assert quick.remarks == slow.remarks


@pytest.mark.parametrize("harm", ENDLESS, ids=("long", "deep"))
def test_a_polygon_that_would_end_qgis_is_a_plan_without_one(run, tmp_path, harm):
    source = geopackage(tmp_path / "b.gpkg", [("Haven", 7), ("Dijk", 9)])
    with closing(sqlite3.connect(source)) as database, database:
        database.execute("UPDATE plangebieden SET geom = ? WHERE fid = 1", (harm,))
    run("importplans", INPUT=source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert {plan["plannaam"]: shape.isEmpty() for plan, shape in read_plans(tmp_path / "p.gpkg")} == {
        "Haven": True,
        "Dijk": False,
    }
    assert run("checkpolygons", INPUT=source, OUTPUT="memory:")["PLANS"] == 2
    run("repairpolygons", INPUT=source, OUTPUT="memory:", REPORT="memory:")


def test_characters_that_qgis_drops_are_said(run, tmp_path):
    source = geopackage(tmp_path / "b.gpkg", [("Ha\0ven", 1), ("\ufeffDijk", 2)])
    text = text_of(run("importplans", INPUT=source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg")))
    assert "Ha[U+0000]ven" in text
    assert "[U+FEFF]Dijk" in text
    assert [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")] == ["Haven", "Dijk"]


# -- files that a program left behind ---------------------------------------------------------------------------------

KILLED = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("PRAGMA cache_size = 1")
database.execute(f"PRAGMA journal_mode = {sys.argv[2]}")
if sys.argv[2] == "WAL":
    database.execute("UPDATE plangebieden SET plannaam = 'Opgeslagen ' || fid")
database.execute("BEGIN IMMEDIATE")
database.execute("UPDATE plangebieden SET plannaam = 'Half ' || fid || hex(randomblob(4000))")
os._exit(9)
"""


def left_behind(folder, mode):
    """A file of which a process was killed in the middle of a transaction."""
    path = Path(geopackage(folder / "b.gpkg", [(f"Haven {number}", number) for number in range(40)]))
    subprocess.run([sys.executable, "-c", KILLED, str(path), mode], check=False)
    return path


def digests(folder):
    """Of every file but the index of a log, which is memory that programs share and nothing that is stored."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if not path.name.endswith("-shm")}


@pytest.mark.parametrize(("mode", "lost", "said", "names"), [
    ("DELETE", False, "is een schrijfactie bezig of afgebroken", "Haven 0"), ("WAL", False, "of sloot het niet goed af", "Opgeslagen 1"),
    ("WAL", True, "was het nog ergens open, dan kunnen de laatste wijzigingen missen", "Haven 0"),
])  # fmt: skip
def test_a_file_that_was_left_behind_is_recognised_and_not_changed(run, tmp_path, mode, lost, said, names):
    folder = tmp_path / "bron"
    folder.mkdir()
    path = left_behind(folder, mode)
    if lost:
        for tail in ("-wal", "-shm"):
            Path(f"{path}{tail}").unlink(missing_ok=True)
    before = digests(folder)
    result = run("importplans", INPUT=str(path), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert digests(folder) == before
    assert said in text_of(result)
    plans = [plan["plannaam"] for plan, _ in read_plans(tmp_path / "p.gpkg")]
    assert len(plans) == 40
    assert plans[0] == names
    assert not any(name.startswith("Half") for name in plans)


def test_reading_changes_nothing_and_says_nothing_of_a_sound_file(run, tmp_path):
    folder = tmp_path / "bron"
    folder.mkdir()
    source = geopackage(folder / "b.gpkg", [("Haven", 1)])
    before = digests(folder)
    result = run("importplans", INPUT=source, **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert digests(folder) == before
    assert "Wat opviel bij het lezen" not in text_of(result)


def test_a_damaged_file_is_refused(refused, tmp_path):
    source = Path(geopackage(tmp_path / "b.gpkg", [(f"Haven {number}", number) for number in range(400)]))
    raw = bytearray(source.read_bytes())
    raw[len(raw) // 2 : len(raw) // 2 + 3000] = bytes(3000)
    source.write_bytes(raw)
    assert "is beschadigd" in refused("importplans", INPUT=str(source), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert left_in(tmp_path) == ["b.gpkg"]
