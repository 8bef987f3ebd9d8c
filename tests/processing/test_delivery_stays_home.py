# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan file keeps for itself, in tables of its own, is in no file of a delivery."""

import io
import sqlite3
import zipfile
from contextlib import closing

import pytest

from lmvw_plugin.core.filling.progress import Sent
from lmvw_plugin.core.importing.mapping.hints import Hint
from lmvw_plugin.core.rules.acceptance import Accepted
from lmvw_plugin.core.rules.targets import Targets
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import aim_at
from lmvw_plugin.layers.planfile.tables import accepted_table, answer_history, fill_memory, hints_table
from tests.conftest import change

OURS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'lmvw|_%' ESCAPE '|'"
MARK = "Geheimpje-voor-thuis"  # in every text of every table
KNOWN = {"planbestand", "controle", "bevindingen", "verklaring", "import", "invulbladen", "antwoorden", "aanwijzingen", "geaccepteerd"}


def marked(database, table):
    """Put the mark in every column that takes any text; returns how many cells have it."""
    columns = [name for _, name, kind, *_, key in database.execute(f"PRAGMA table_info({table})") if not key and kind in ("TEXT", "")]
    if not database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]:
        database.execute(f"INSERT INTO {table} (fid) VALUES (1)")
    for name in columns:
        database.execute(f"UPDATE {table} SET {name} = '{MARK}' || rowid")
    return len(columns)


@pytest.fixture
def full_file(run, own_file, sample, tmp_path):
    """A plan file of which every table of its own has something that may not leave."""
    change(own_file, "Skûtsjewerf", toelichting="Mag mee")
    run("checkplans", INPUT=str(own_file), PEILDATUM="2026-01-01", KEEP=True, OUTPUT="memory:", REPORT=str(tmp_path / "r.html"))
    answer_history.add(own_file, [answer_history.Kept("1", "bruto_totaal", MARK, "antwoord", MARK, MARK, "2026-01-02 10:00")])
    accepted_table.accept(own_file, Accepted("1", "N4", "plannaam", "1", MARK, MARK, "2026-01-02 10:00"))
    hints_table.keep(own_file, {"1": [Hint("plantype", MARK, MARK, MARK)]})
    fill_memory.keep_sent(own_file, [Sent("A1", MARK, f"{MARK}.xlsx", "2026-01-02", {"1": {"toelichting": MARK}}, "", "", {})])
    with closing(sqlite3.connect(own_file)) as database, database:
        database.execute("CREATE TABLE lmvw_later (fid INTEGER PRIMARY KEY, iets TEXT)")  # of a version to come
        database.execute("INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('lmvw_later', 'attributes', 'lmvw_later')")
        tables = {name for (name,) in database.execute(OURS)}
        assert tables == {f"lmvw_{name}" for name in (*KNOWN, "later")}
        for table in tables - {"lmvw_planbestand"}:  # that one says which municipality it is
            assert marked(database, table)
    return own_file


def test_no_table_of_the_plan_file_leaves_with_a_delivery(run, full_file, sample, tmp_path):
    done = run("exportdelivery", INPUT=str(full_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01",
               BOUNDARY=str(sample / "gemeentegrens.gpkg"), FOLDER=str(tmp_path / "levering"))  # fmt: skip
    with closing(sqlite3.connect(done["GPKG"])) as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        contents = {name for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}
    own = {name for name in tables if not name.startswith(("gpkg_", "rtree_", "sqlite_"))}
    assert (own, contents - {"layer_styles"}) == ({"plannen", "layer_styles"}, {"plannen"})
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        for name in packed.namelist():
            assert MARK.encode() not in opened(packed.read(name)), name


def opened(content):
    """The bytes of a file; of a workbook those of its parts."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist())


def test_what_is_wanted_by_year_stands_in_the_own_report_and_goes_to_nobody(run, own_file, sample, tmp_path):
    aim_at(own_file, Targets.of({2026: 98_765}))
    done = run("exportdelivery", INPUT=str(own_file), GEMEENTE="GM9999", PEILDATUM="2026-01-01",
               BOUNDARY=str(sample / "gemeentegrens.gpkg"), FOLDER=str(tmp_path / "levering"))  # fmt: skip
    assert planfile.read_info(own_file).targets == Targets.of({2026: 98_765}), "a delivery keeps what was stated"
    own = next(own_file.parent.glob("*.html")).read_text(encoding="utf-8")
    assert "Streefgetallen naast de plannen" in own and "98.765" in own
    with zipfile.ZipFile(done["PACKAGE"]) as packed:
        for name in packed.namelist():
            content = opened(packed.read(name))
            assert b"98.765" not in content and b"treefgetal" not in content, name
    run("checkplans", INPUT=str(own_file), PEILDATUM="2026-01-01", OUTPUT="memory:", REPORT=str(tmp_path / "r.html"))
    assert "98.765" in (tmp_path / "r.html").read_text(encoding="utf-8")
