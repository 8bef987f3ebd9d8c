# SPDX-License-Identifier: GPL-2.0-or-later
"""A GeoPackage of somebody else with queries in it: views, triggers and computed columns. What can be read safely is read, the rest is named."""

import hashlib
import html
import re
import sqlite3
import time
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.layers.importing.layers import names_in
from lmvw_plugin.layers.stored import at_rest
from lmvw_plugin.layers.stored.at_rest import laid_to_rest
from lmvw_plugin.layers.stored.copies import SourceCopy
from tests.conftest import left_in, read_plans
from tests.processing.test_import_stored import geopackage
from tests.processing.test_real_formats import totals

SHARED = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
ENDLESS = "WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c)"
WIDE = "WITH RECURSIVE c (x, t) AS (SELECT 1, printf('%.*c', {}, 'x') UNION ALL SELECT x + 1, t FROM c)"
NO_END = f"(SELECT count(*) FROM ({ENDLESS} SELECT x FROM c)) > 1"
PLANS = [("Haven", 10), ("Dijk", 11), ("Kade", 12)]


@pytest.fixture(autouse=True)
def some_steps(monkeypatch):
    """A query without end is given up sooner than by who uses the plugin."""
    monkeypatch.setattr(at_rest, "_STEPS", 4_000_000)


@pytest.fixture
def made(tmp_path):
    """A file with three plans, changed by SQL; it lies alone in its folder."""

    def make(*statements, listed=()):
        (tmp_path / "bron").mkdir()
        path = Path(geopackage(tmp_path / "bron" / "b.gpkg", PLANS))
        with closing(sqlite3.connect(path)) as database, database:
            for name in listed:
                database.execute(
                    "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?, 'features', ?, 28992)", (name, name)
                )
                database.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'MULTIPOLYGON', 28992, 0, 0)", (name,))
            for statement in statements:
                database.execute(statement)
        return path

    return make


@pytest.fixture
def brought(run, tmp_path):
    """Import, and see that nothing in the source or beside it has changed."""

    def go(path, given=None):
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        result = run("importplans", INPUT=given or str(path), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before and left_in(path.parent) == [path.name]
        totals(result)
        page = re.sub(r"<[^>]+>", " ", Path(result["REPORT"]).read_text(encoding="utf-8"))
        plans = {plan["plannaam"]: plan["bruto_totaal"] for plan, _ in read_plans(tmp_path / "p.gpkg")}
        return plans, re.sub(r"\s+", " ", html.unescape(page))

    return go


HARD = 'CREATE VIEW hard AS SELECT fid, geom, plannaam, "Bruto totaal" FROM plangebieden WHERE fid < 3'
ONLY = (
    "DELETE FROM gpkg_geometry_columns WHERE table_name = 'plangebieden'", "DELETE FROM gpkg_ogr_contents WHERE table_name = 'plangebieden'",
    "DELETE FROM gpkg_contents WHERE table_name = 'plangebieden'",
)  # fmt: skip


def test_a_view_beside_a_layer_shows_the_same_plans_and_is_read_only_by_its_name(made, brought):
    path = made(HARD, listed=("hard",))
    for given in (None, f"{path}|layername=*"):
        plans, page = brought(path, given)
        assert plans == dict(PLANS) and "Niet gelezen uit ‘b.gpkg’: weergave (view) hard" in page and "|layername=hard" in page
        (path.parents[1] / "p.gpkg").unlink()
    assert brought(path, f"{path}|layername=hard")[0] == dict(PLANS[:2])
    assert sorted(names_in(path)) == ["hard", "plangebieden"], "the wizard offers both"


@pytest.mark.parametrize(("columns", "number"), [
    ("fid, geom, plannaam, \"Bruto totaal\"", "12.5"), ("plannaam, geom, \"Bruto totaal\"", "'twaalf'"),
    ("geom, plannaam, \"Bruto totaal\" + 0 AS \"Bruto totaal\"", "7"),
])  # fmt: skip
def test_a_view_that_is_all_there_is_is_read_as_it_is_stored(made, brought, columns, number):
    """Also where GDAL takes the first column for the number of the row, and so for no value."""
    view = f"CREATE VIEW hard AS SELECT {columns} FROM plangebieden"
    path = made(view, f'UPDATE plangebieden SET "Bruto totaal" = {number} WHERE fid = 1', *ONLY, listed=("hard",))
    plans, page = brought(path)
    assert plans == {"Haven": 7 if number == "7" else None, "Dijk": 11, "Kade": 12} and (number == "7" or number.strip("'") in page)


def test_a_computed_column_is_read(made, brought):
    path = made(
        'ALTER TABLE plangebieden RENAME COLUMN "Bruto totaal" TO a',
        'ALTER TABLE plangebieden ADD COLUMN "Bruto totaal" INTEGER GENERATED ALWAYS AS (2 * a) VIRTUAL',
    )
    assert brought(path)[0] == {name: 2 * count for name, count in PLANS}


BESIDE = {
    "without end or a row": ((f"CREATE VIEW hard AS {ENDLESS} SELECT x AS fid, geom, plannaam FROM c, plangebieden WHERE x < 0",), ("hard",), "duurt te lang"),
    "rows without end": (
        (f"CREATE VIEW hard AS {ENDLESS} SELECT x AS fid, NULL AS geom, printf('%.*c', 60000, 'x') AS plannaam FROM c",), ("hard",), "er komt te veel uit",
    ),
    "sorted without end": ((f"CREATE VIEW hard AS {WIDE.format(60_000)} SELECT x AS fid, NULL AS geom, t AS plannaam FROM c ORDER BY t",),
        ("hard",), "er komt te veel uit"),
    "without end, listed nowhere": ((f"CREATE VIEW hard AS {ENDLESS} SELECT x AS fid, geom FROM c, plangebieden",), (), "want geen laag"),
    "too much": (
        (f"CREATE VIEW hard AS {ENDLESS[:-1]} WHERE x < 300) SELECT x AS fid, NULL AS geom, printf('%.*c', 60000, 'x') AS plannaam FROM c",),
        ("hard",), "er komt te veel uit",
    ),
    "of another program": (("CREATE VIEW hard AS SELECT fid, ST_Buffer(geom, 1) AS geom FROM plangebieden",), ("hard",), "waarin het is gemaakt"),
    "of a table that is gone": (("CREATE VIEW hard AS SELECT fid, geom FROM weg",), ("hard",), "waarin het is gemaakt"),
}  # fmt: skip


@pytest.mark.parametrize("how", BESIDE)
def test_a_view_that_cannot_be_read_is_named_and_the_layer_beside_it_is_read(made, brought, how, monkeypatch):
    monkeypatch.setattr(at_rest, "_ROOM", 2 << 20)
    monkeypatch.setattr(at_rest, "_SPILL", 128 << 20)
    statements, listed, said = BESIDE[how]
    plans, page = brought(made(*statements, listed=listed))
    assert plans == dict(PLANS) and said in page and "hard" in page


INSTEAD = {
    "the plans": ("plangebieden", "‘plangebieden’ in ‘b.gpkg’ is een weergave (view) of heeft berekende kolommen, en is niet gelezen"),
    "the list of layers": ("gpkg_contents", "De lijst van lagen in ‘b.gpkg’ is geen gewone tabel"),
    "the list of shapes": ("gpkg_geometry_columns", "De lijst van lagen in ‘b.gpkg’ is geen gewone tabel"),
    "where it lies": ("gpkg_spatial_ref_sys", "De lijst van lagen in ‘b.gpkg’ is geen gewone tabel"),
}


@pytest.mark.parametrize("way", ["file", "zip"])
@pytest.mark.parametrize("what", INSTEAD)
def test_a_view_without_end_in_the_place_of_a_table_is_refused_in_one_sentence(made, refused, tmp_path, what, way):
    table, said = INSTEAD[what]
    path = made(f"ALTER TABLE {table} RENAME TO echt", f"CREATE VIEW {table} AS SELECT echt.* FROM echt WHERE {NO_END}")
    if way == "zip":
        with zipfile.ZipFile(tmp_path / "b.zip", "w") as packed:
            packed.write(path, "b.gpkg")
        path = tmp_path / "b.zip"
    message = refused("importplans", INPUT=str(path), **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert message.startswith(said) and not (tmp_path / "p.gpkg").exists()


def test_a_view_that_is_asked_for_and_has_no_end_is_refused(made, refused, tmp_path):
    path = made(f"CREATE VIEW hard AS {ENDLESS} SELECT x AS fid, geom, plannaam FROM c, plangebieden WHERE x < 0", listed=("hard",))
    said = refused("importplans", INPUT=f"{path}|layername=hard", **SHARED, OUTPUT=str(tmp_path / "p.gpkg"))
    assert "‘hard’" in said and "duurt te lang" in said


def test_each_of_many_views_is_answered_though_the_first_has_no_end(made, brought):
    path = made(f"CREATE VIEW aard AS {ENDLESS} SELECT x AS fid, geom, plannaam FROM c, plangebieden", HARD, *ONLY, listed=("aard", "hard"))
    plans, page = brought(path)
    assert plans == dict(PLANS[:2]) and "‘aard’" in page


HEAVY = f"CREATE VIEW hard AS {ENDLESS} SELECT 1 AS fid, NULL AS geom, sum(length(hex(zeroblob(7000000 + x % 2)))) AS plannaam FROM c"


def test_a_query_of_few_but_heavy_steps_takes_no_longer_than_one_of_many(made, monkeypatch):
    """Some texts of megabytes in each row: it would take hours before its steps were over."""
    monkeypatch.setattr(at_rest, "_SECONDS", 1.0, raising=False)
    path, began = made(HEAVY, listed=("hard",)), time.thread_time()
    ((name, said),) = laid_to_rest(path).not_read
    assert name == "hard" and "het opvragen duurt te lang" in said
    assert time.thread_time() - began < 20


def test_a_query_of_heavy_steps_is_stopped_soon_after_who_cancels(made):
    class Stop(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return True

    path, began = made(HEAVY, listed=("hard",)), time.thread_time()
    with pytest.raises(Cancelled):
        laid_to_rest(path, True, Stop())
    assert time.thread_time() - began < 20


def test_a_query_is_stopped_by_who_cancels(made):
    class Stops(Silent):
        def isCanceled(self):  # noqa: N802  # QGIS's name
            return True

    path = made(f"CREATE VIEW hard AS {ENDLESS} SELECT x AS fid, geom, plannaam FROM c, plangebieden", listed=("hard",))
    with pytest.raises(Cancelled):
        laid_to_rest(path, feedback=Stops())


def test_nothing_runs_in_a_copy(made):
    """Whatever GDAL writes in it."""
    path = made("CREATE TRIGGER t AFTER UPDATE ON gpkg_ogr_contents BEGIN UPDATE plangebieden SET plannaam = 'Vals'; END")
    copies = SourceCopy()
    with closing(sqlite3.connect(copies.of(str(path)))) as database, database:
        database.execute("UPDATE gpkg_ogr_contents SET feature_count = NULL")
        assert {name for (name,) in database.execute("SELECT plannaam FROM plangebieden")} == {name for name, _ in PLANS}


def test_a_value_that_the_maker_of_a_file_did_not_want_damages_nothing(made, brought):
    path = made(
        'ALTER TABLE plangebieden ADD COLUMN fase TEXT CHECK (fase <> \'oud\')', "PRAGMA ignore_check_constraints = ON",
        "UPDATE plangebieden SET fase = 'oud'",
    )  # fmt: skip
    assert brought(path)[0] == dict(PLANS)
