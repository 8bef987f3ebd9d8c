# SPDX-License-Identifier: GPL-2.0-or-later
"""Copies of what a run reads: made once for each content, of databases only; what is odd about a file; and where a layer is stored."""

import os
import shutil
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import QgsFields

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.layers.stored import copies as stored_copies
from lmvw_plugin.layers.stored.copies import NOTHING_STORED, SourceCopy, Stored, about_file
from tests.layers.test_stored_letters import dbf
from tests.layers.test_stored_values import made


@pytest.fixture
def copies():
    return SourceCopy()


def value_in(uri):
    with closing(sqlite3.connect(uri.partition("|")[0])) as database:
        return database.execute("SELECT telt FROM plannen").fetchall()


def test_a_database_is_copied_once_for_each_content(tmp_path, copies):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    first = copies.of(f"{path}|layername=plannen|subset=telt > 3")
    assert first.endswith("b.gpkg|layername=plannen|subset=telt > 3") and str(tmp_path) not in first
    copy = first.partition("|")[0]
    assert copies.of(str(path)) == copy and copies.of(copy) == copy, "a copy is not copied again"
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE plannen SET telt = 8")
    os.utime(path, ns=(1, 1))  # whatever the clock of the disk
    other = copies.of(str(path))
    assert other != copy and (value_in(copy), value_in(other)) == ([(7,)], [(8,)])
    kept = tmp_path / "van een ander.gpkg"
    shutil.copy(path, kept)
    copies.adopt(kept)
    assert copies.of(f"{kept}|layername=plannen") == f"{kept}|layername=plannen"


def test_a_run_reads_what_its_check_copied_unless_the_file_changed_or_may_have(tmp_path, copies, monkeypatch):
    copied, copy = [], stored_copies.copy_of
    monkeypatch.setattr(stored_copies, "copy_of", lambda path, *more: (copied.append(path), copy(path, *more))[1])
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    copies.of(str(path))
    copies.handed_on().of(str(path))
    assert len(copied) == 2, "it was written in the same moment"
    os.utime(path, (1, 1))
    of_check, run = copies.of(str(path)), copies.handed_on()
    assert value_in(run.of(str(path))) == [(7,)] and run.of(str(path)) != of_check and len(copied) == 3, (
        "a copy of its own, and not of the file"
    )
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE plannen SET telt = 8")
    assert value_in(run.of(str(path))) == [(8,)] and value_in(of_check) == [(7,)]


def test_what_a_check_laid_to_rest_is_so_in_the_run_and_nothing_else(tmp_path, copies):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    os.utime(path, (1, 1))
    open_in_the_window = copies.of(str(path))
    run = copies.handed_on()
    rested = run.resting(str(path))
    assert rested != open_in_the_window and run.at_rest(rested) is not None
    after = run.handed_on()
    assert after.at_rest(after.of(str(path))) is not None


def test_a_run_in_the_context_of_its_check_reads_the_same_copy_but_lays_none_to_rest_that_is_open(tmp_path):
    check = SourceCopy()
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    os.utime(path, (1, 1))
    open_in_the_context = check.of(str(path))
    run = check.handed_on()
    run.shares = True
    assert run.of(str(path)) == open_in_the_context
    rested = run.resting(str(path))
    assert rested != open_in_the_context and run.at_rest(rested) is not None and run.of(str(path)) == rested
    del check
    assert value_in(open_in_the_context) == [(7,)], "it lives as long as the run"


def test_that_a_log_stood_beside_a_file_when_the_check_copied_it_is_known_in_the_run(tmp_path, copies):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    os.utime(path, (1, 1))
    log = path.with_name("b.gpkg-wal")
    log.touch()
    os.utime(log, (1, 1))
    copies.of(str(path))
    run = copies.handed_on()
    log.unlink()
    run.of(str(path))
    assert run.had_log(str(path))


def test_what_is_no_database_is_read_where_it_lies(tmp_path, copies):
    (tmp_path / "plannen.geojson").write_text("{}")
    (tmp_path / "geen.zip").write_text("geen zip")
    with zipfile.ZipFile(tmp_path / "goed.zip", "w") as packed:
        packed.writestr("a.txt", "a")
        packed.writestr("b.txt", "b")
    for name in ("plannen.geojson", "geen.zip", "goed.zip", "weg.gpkg"):
        given = f"{tmp_path / name}|layername=plannen"
        assert copies.of(given) == given


def test_two_files_of_one_name_in_a_zip_are_refused_by_their_name(tmp_path, copies, recwarn):
    for name in ("b.zip", "b.ZIP"):
        with zipfile.ZipFile(tmp_path / name, "w") as packed:
            for inner in ("een.txt", "b.gpkg", "b.gpkg"):
                packed.writestr(inner, inner)
        with pytest.raises(LmvwError, match=r"bevat twee bestanden met dezelfde naam \(‘b.gpkg’\)"):
            copies.of(str(tmp_path / name))


# -- where a layer is stored -----------------------------------------------------------------------------------------------


def in_place(stored):
    """Table or dBASE file, by their names."""
    return (stored.table and (stored.table[0].name, stored.table[1]), stored.dbf and stored.dbf.name)


@pytest.mark.parametrize(("uri", "place"), [
    ("b.gpkg|layername=plannen", (("b.gpkg", "plannen"), None)), ("b.gpkg|layername=plannen|subset=a = 1", (("b.gpkg", "plannen"), None)),
    ("b.gpkg", (("b.gpkg", "plannen"), None)), ("p.shp", (None, "p.dbf")), ("p.dbf", (None, "p.dbf")), ("P2.SHP", (None, "P2.DBF")),
    (".|layername=p", (None, "p.dbf")), ("p.geojson", (None, None)), ("p.csv", (None, None)), ("weg.shp", (None, None)),
    ("x.gdb|layername=p", (None, None)), ("y.GDB|layername=p", (None, None)), ("/vsizip/z.zip/map/p.shp", (None, "p.dbf")),
    ("/vsizip/z.zip/map/P2.SHP", (None, "P2.DBF")), ("b2.gpkg|layername=zacht", (("b2.gpkg", "zacht"), None)), ("b2.gpkg", (None, None)),
    ("/vsizip/z.zip/b.gpkg|layername=plannen", (("b.gpkg", "plannen"), None)),
    ("/vsizip/Z2.ZIP/b.gpkg", (("b.gpkg", "plannen"), None)), ("/vsizip/z.zip/a.geojson", (None, None)),
])  # fmt: skip
def test_where_a_layer_is_stored(tmp_path, copies, uri, place):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(1.5,)])
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT, data_type TEXT)")
        database.execute("INSERT INTO gpkg_contents VALUES ('plannen', 'features')")
    shutil.copy(path, tmp_path / "b2.gpkg")
    made(tmp_path / "b2.gpkg", {"telt": "INTEGER"}, [("twaalf",)], "zacht")
    with closing(sqlite3.connect(tmp_path / "b2.gpkg")) as database, database:
        database.execute("INSERT INTO gpkg_contents VALUES ('zacht', 'features')")
    row = [(b" ", "Café".encode("cp1252"))]
    for name in ("p.dbf", "P2.DBF"):
        dbf(tmp_path / name, row, declared="1252")
    for name in ("x.gdb", "y.GDB"):
        (tmp_path / name).mkdir()
        dbf(tmp_path / name / "p.dbf", row)
    for name in ("p.shp", "P2.SHP", "p.geojson", "p.csv"):
        (tmp_path / name).touch()
    for name in ("z.zip", "Z2.ZIP"):
        with zipfile.ZipFile(tmp_path / name, "w") as packed:
            packed.write(path, "b.gpkg")
            packed.write(tmp_path / "p.dbf", "map/p.dbf")
            packed.write(tmp_path / "p.cpg", "map/p.cpg")
            packed.write(tmp_path / "P2.DBF", "map/P2.DBF")
            packed.write(tmp_path / "P2.cpg", "map/P2.CPG")
            for shapes in ("map/p.shp", "map/P2.SHP"):
                packed.writestr(shapes, "")
            packed.writestr("a.geojson", "{}")
    whole = uri.replace("/vsizip/", f"/vsizip/{tmp_path}/") if uri.startswith("/") else str(tmp_path) if uri == "." else (
        str(tmp_path) + uri[1:] if uri.startswith(".") else f"{tmp_path}/{uri}")  # fmt: skip
    stored = copies.stored(whole)
    assert in_place(stored) == place
    odd, said = stored.values(())
    assert (dict(odd) != {}) is (place != (None, None)) and said == []


def test_what_was_typed_goes_before_what_is_stored(tmp_path):
    path = made(tmp_path / "b.gpkg", {"a": "INTEGER", "b": "INTEGER"}, [(1.5, 2.5), (3.5, 4.5)])
    assert Stored((path, "plannen")).values(()) == ({1: {"a": 1.5, "b": 2.5}, 2: {"a": 3.5, "b": 4.5}}, [])
    typed = Stored((path, "plannen"), typed={1: frozenset(("a",))})
    assert typed.values(()) == ({1: {"b": 2.5}, 2: {"a": 3.5, "b": 4.5}}, [])
    assert typed.rows(QgsFields()) is None, "QGIS knows what was typed"
    assert NOTHING_STORED.values(()) == ({}, []) and NOTHING_STORED.rows(QgsFields()) is None


# -- what is odd about a file ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("mode", "tail", "size", "said"), [
    ("delete", None, 0, None), ("delete", "-journal", 9, "is een schrijfactie bezig of afgebroken"), ("delete", "-journal", 0, None),
    ("wal", None, 0, "was het nog ergens open, dan kunnen de laatste wijzigingen missen"),
    ("wal", "-wal", 9, "of sloot het niet goed af"), ("wal", "-wal", 0, None),
])  # fmt: skip
def test_what_a_program_left_beside_a_file_is_told(tmp_path, mode, tail, size, said):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    if mode == "wal":
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = WAL")
    if tail:
        Path(f"{path}{tail}").write_bytes(bytes(size))
    found = list(about_file(path))
    assert len(found) == bool(said) and (not said or said in found[0]), found


def test_a_file_that_is_closed_while_we_copy_it_was_not_copied_without_its_log(tmp_path):
    path = made(tmp_path / "b.gpkg", {"telt": "INTEGER"}, [(7,)])
    copies = SourceCopy()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("UPDATE plannen SET telt = 8")
        copies.of(f"{path}|layername=plannen")
    assert not path.with_name("b.gpkg-wal").exists()
    assert copies.had_log(str(path)) and not SourceCopy().had_log(str(path)) and not copies.had_log(str(tmp_path / "a.gpkg"))
    assert list(about_file(path, copies.had_log(f"{path}|layername=plannen"))) == []
    assert len(list(about_file(path))) == 1, "whoever did not see it cannot know"


def test_of_what_is_no_database_nothing_is_told(tmp_path):
    (tmp_path / "p.shp").write_bytes(b"x" * 200)
    (tmp_path / "p.shp-wal").write_bytes(b"x")
    assert list(about_file(tmp_path / "p.shp")) == [] == list(about_file(tmp_path / "weg.gpkg"))
