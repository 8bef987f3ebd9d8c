# SPDX-License-Identifier: GPL-2.0-or-later
"""Files from outside that are made to keep a computer at work, to fill its memory or to stop what is done with the files beside them."""

import sqlite3
import tracemalloc
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.receiving.overview import members
from lmvw_plugin.layers.history import packages
from lmvw_plugin.layers.receiving.sifting import sifted
from tests.conftest import PEILDATUM, Listener, polygon_layer, square
from tests.packages import of, of_an_older_version, place_of, remade, sent

HOME, NEIGHBOUR = members("Noord-Holland", PEILDATUM)[:2]
COUNT = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 9)"  # a hostile one has no end
LONG = "printf('%.*c', 40000, 'x')"  # a hostile one is of a thousand million


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


def in_the_place_of(table):
    """A question where GDAL looks for what is in the file."""

    def change_it(path):
        remade(path, f"ALTER TABLE {table} RENAME TO echt")
        remade(path, f"CREATE VIEW {table} AS {COUNT} SELECT echt.* FROM echt WHERE (SELECT count(*) FROM c) > 1")

    return change_it


def with_a_column_that_is_computed(path):
    remade(path, "ALTER TABLE plannen RENAME COLUMN toelichting TO echt")
    remade(path, f"ALTER TABLE plannen ADD COLUMN toelichting TEXT GENERATED ALWAYS AS ({LONG}) VIRTUAL")


HOSTILE = {
    **{table: in_the_place_of(table) for table in ("gpkg_contents", "gpkg_spatial_ref_sys", "gpkg_geometry_columns", "plannen")},
    "a view more": lambda path: remade(path, f"CREATE VIEW meer AS {COUNT} SELECT x FROM c"),
    "a table of a module": lambda path: remade(path, "CREATE VIRTUAL TABLE zoek USING fts5 (t)"),
    "a computed column": with_a_column_that_is_computed,
    "a text without end": lambda path: remade(path, f"UPDATE plannen SET toelichting = {LONG}"),
    "a text that no file holds": lambda path: remade(path, "UPDATE plannen SET toelichting = char(7)"),
}


@pytest.mark.parametrize("how", HOSTILE)
def test_a_map_that_is_more_than_tables_is_refused_and_the_others_are_opened(how, send, run, tmp_path):
    good, path = send([of(NEIGHBOUR, "Noord")], NEIGHBOUR), send([of(HOME, "Zuid")], HOME)
    HOSTILE[how](path)
    done = run("opendeliveries", INPUT=[str(good), str(path)], OUTPUT=str(tmp_path / "b.gpkg"))
    assert (done["OPENED"], done["REFUSED"]) == (1, 1)
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        ((said,),) = database.execute("SELECT reden FROM leveringen WHERE bestand = ?", (path.name,)).fetchall()
    assert said.endswith("vraag een nieuwe levering.") and "Zuid" not in said


def test_the_same_where_two_deliveries_are_compared(send, refused):
    path = send([of(HOME, "Zuid")], HOME)
    in_the_place_of("gpkg_contents")(path)
    with pytest.raises(LmvwError, match="andere dan gewone lagen"):
        packages.opened(path)
    layer = polygon_layer([{"plannaam": "Zuid"}], geometries=[square(500)])
    assert path.name in refused("comparedeliveries", PREVIOUS=str(path), CURRENT=layer)


def test_a_package_of_a_newer_version_is_not_compared_as_if_it_were_of_this_one(send, refused):
    """What it has more, or means otherwise, would be passed over without a word."""
    path = send([of(HOME, "Zuid")], HOME)
    remade(path, schema_versie="1.1")
    layer = polygon_layer([{"plannaam": "Zuid"}], geometries=[square(500)])
    said = refused("comparedeliveries", PREVIOUS=str(path), CURRENT=layer)
    assert path.name in said and "nieuwere versie van de plugin" in said


def test_a_package_of_an_older_version_is_compared_as_far_as_it_goes(send, run):
    path = send([of(HOME, "Zuid"), of(HOME, "Weg")], HOME)
    of_an_older_version(path, "nultreden_geclusterd")
    layer = polygon_layer([{"plannaam": "Zuid", "bruto_totaal": 20}], geometries=[place_of(0)])
    done = run("comparedeliveries", PREVIOUS=str(path), CURRENT=layer, OUTPUT="TEMPORARY_OUTPUT")
    assert (done["PLANS"], done["GONE"]) == (1, 1)


def test_what_would_run_in_it_is_taken_out(send):
    path = send([of(HOME, "Zuid")], HOME)
    remade(path, f"CREATE INDEX traag ON plannen ({LONG})")
    remade(path, f"CREATE TRIGGER tel AFTER UPDATE ON gpkg_ogr_contents BEGIN INSERT INTO plannen (plannaam) {COUNT} SELECT x FROM c; END")
    package = packages.opened(path)
    with closing(sqlite3.connect(package.file)) as database:
        assert not database.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'index') AND sql IS NOT NULL").fetchall()
        assert database.execute("SELECT plannaam FROM plannen").fetchall() == [("Zuid",)]
    package.own.close()


def test_a_workbook_that_says_much_of_itself_is_not_read_to_know_whether_it_is_ours(tmp_path):
    bomb = tmp_path / "boek.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docProps/core.xml", bytes(range(256)) * 1024 * 128)
    tracemalloc.start()
    try:
        there = sifted([tmp_path])
        assert tracemalloc.get_traced_memory()[1] < 8 << 20, "bytes"
    finally:
        tracemalloc.stop()
    assert [one.files for one in there.without] == [(bomb,)]


@pytest.mark.parametrize("algorithm", ["mergedeliveries", "exportsteward", "opendeliveries"])
@pytest.mark.parametrize("said", ["\ud800", "<b>lang</b>\n" * 9000], ids=["no letter", "long"])
def test_what_a_sender_makes_up_stops_no_report_and_fills_none(algorithm, said, send, run, tmp_path):
    send([of(NEIGHBOUR, "Noord")], NEIGHBOUR)
    path = send([of(HOME, "Zuid")], HOME)
    remade(path, gemeente_code=said)
    (tmp_path / "uit").mkdir()
    where = {"FOLDER": str(tmp_path / "uit")} if algorithm == "exportsteward" else {"OUTPUT": str(tmp_path / "uit" / "x.gpkg")}
    given = str(tmp_path / "in") if algorithm != "opendeliveries" else [str(tmp_path / "in")]
    listener = Listener()
    done = run(algorithm, listener, INPUT=given, **where)
    page = Path(done["REPORT"]).read_text(encoding="utf-8")
    assert path.name in page and "<b>lang" not in page and page.count("lang&lt;/b&gt;") < 200 and listener.textLog().count("lang") < 200
