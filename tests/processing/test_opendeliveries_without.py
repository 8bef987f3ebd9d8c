# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of municipalities without the plugin, opened at the province: read by the importer, with a mapping that is remembered per municipality."""

import json
import shutil
import sqlite3
import zipfile
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from lmvw_plugin.core.basisset.codelists import gemeente
from lmvw_plugin.core.receiving.overview import members
from tests.conftest import DATA, PEILDATUM, Listener, left_in
from tests.packages import by_hand, of, sent

PLANS = DATA / "plannen"
REAL = {"GM0396": ("heemskerk_2020.gpkg", 36), "GM0361": ("alkmaar_2020.gpkg", 73), "GM0479": ("zaanstad_2020.gpkg", 156)}
HOME = members("Noord-Holland", PEILDATUM)[0]
HEEMSKERK = gemeente("GM0396")
real = pytest.mark.skipif(not PLANS.is_dir(), reason="needs the real plans in ../shared/data/plannen")


@pytest.fixture
def inside(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def send(tmp_path, provider):
    return partial(sent, tmp_path)


@pytest.fixture
def opened(run, tmp_path):
    def go(*given, **more):
        more = {"PROVINCIE": "Noord-Holland", "PEILDATUM": "2026-01-01", "OUTPUT": str(tmp_path / "beoordeling.gpkg"), **more}
        return run("opendeliveries", INPUT=[str(one) for one in given] or [str(tmp_path / "in")], **more)

    return go


def rows_of(done, table):
    with closing(sqlite3.connect(done["OUTPUT"])) as database:
        database.row_factory = sqlite3.Row
        return [dict(row) for row in database.execute(f"SELECT * FROM {table}")]


def by(done, table, key):
    return {row[key]: row for row in rows_of(done, table)}


@real
def test_real_files_of_three_municipalities_are_read_beside_a_package(send, opened, inside):
    send([of(HOME, "Zuid")], HOME)
    done = opened(inside, *(PLANS / name for name, _ in REAL.values()))
    overview, receipts = by(done, "overzicht", "gemeente_code"), by(done, "leveringen", "bestand")
    for code, (name, plans) in REAL.items():
        row, receipt = overview[code], receipts[name]
        assert (receipt["stand"], receipt["plugin_versie"], len(receipt["sha256"])) == ("in beoordeling", "zonder plugin", 64), receipt[
            "reden"
        ]
        assert row["plannen"] + sum(one["regel"] == "I1" for one in rows_of(done, "bevindingen") if one["gemeente_code"] == code) >= plans
        assert row["bruto"] > 0 and row["niveau"] == "te verbeteren" and row["plugin_versie"] == "zonder plugin"
        assert row["optellen"] is None  # nobody asked
    assert overview[HOME.code]["niveau"] == "in orde"
    assert (done["OPENED"], done["FOREIGN"], done["REFUSED"]) == (4, 0, 0)
    assert {row["gemeente_code"] for row in rows_of(done, "plannen")} == {HOME.code, *REAL}
    kept = by(done, "kolomkoppelingen", "gemeente_code")
    assert set(kept) == set(REAL) and json.loads(kept["GM0396"]["koppeling"])["velden"]["planstatus"]["kolom"] == "Planstatus"
    found = [one for one in rows_of(done, "bevindingen") if one["regel"] == "I2" and one["gemeente_code"] == "GM0396"]
    assert any("heemskerk_2020.gpkg" in one["melding"] and "‘Plantype’" in one["melding"] for one in found)
    again = opened(*(PLANS / name for name, _ in REAL.values()))
    assert (again["AGAIN"], again["OPENED"]) == (3, 0)


@real
def test_a_shapefile_of_the_same_municipality_is_laid_in_the_place_of_nothing_else(opened):
    done = opened(PLANS / "heemskerk_2017.shp")
    receipt = by(done, "leveringen", "bestand")["heemskerk_2017.shp"]
    assert receipt["stand"] == "in beoordeling" and receipt["plannen"] == 18


# -- whose it is ----------------------------------------------------------------------------------------------------------


def test_a_layer_and_its_workbook_are_one_delivery(opened, sample, inside):
    folder = inside / "Markerwaard"
    folder.mkdir()
    shutil.copy(sample / "schoon" / "plannen.gpkg", folder / "kaart.gpkg")
    shutil.copy(sample / "schoon" / "werkblad.xlsx", folder / "lijst.xlsx")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    done = opened(PROVINCIE="", PEILDATUM="2026-01-01")
    (receipt,) = rows_of(done, "leveringen")
    assert (receipt["bestand"], receipt["gemeente_code"], receipt["stand"]) == ("kaart.gpkg + lijst.xlsx", "GM9999", "in beoordeling")
    assert receipt["plannen"] > 5 and {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_that_does_not_say_whose_it_is_is_a_row_that_says_what_to_do(opened, inside):
    by_hand(inside / "kaart.gpkg", ["Zuid"])[1].unlink()
    receipt = by(opened(), "leveringen", "bestand")["kaart.gpkg"]
    assert receipt["stand"] == "niet van deze plugin" and "naam van de gemeente" in receipt["reden"]


def test_a_file_names_its_municipality_also_where_its_name_has_a_year(opened, inside):
    by_hand(inside / "GM0396_plannen 1979.gpkg", ["Zuid"])[1].unlink()
    receipt = by(opened(), "leveringen", "bestand")["GM0396_plannen 1979.gpkg"]
    assert receipt["gemeente_code"] == "GM0396" and receipt["stand"] == "niet te openen"


def test_of_a_municipality_elsewhere_it_stays_out(opened, inside):
    by_hand(inside / "Assen.gpkg", ["Zuid"])[1].unlink()
    receipt = by(opened(), "leveringen", "bestand")["Assen.gpkg"]
    assert receipt["stand"] != "in beoordeling" and "Drenthe" in receipt["reden"]


# -- the mapping ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def unnamed(inside, tmp_path):
    """A layer of which nothing tells which column has the names; its mapping lies in a folder that the province chose."""
    path, mapping = by_hand(inside / "heemskerk.gpkg", ["Zuid", "Noord"])
    (tmp_path / "koppelingen").mkdir()
    return path, mapping.rename(tmp_path / "koppelingen" / "GM0396_kolomkoppeling.json")


def test_what_cannot_be_read_by_itself_says_which_file_and_what_to_do(opened, unnamed):
    done = opened()
    receipt = by(done, "leveringen", "bestand")["heemskerk.gpkg"]
    assert receipt["stand"] == "niet te openen" and receipt["gemeente_code"] == "GM0396"
    assert "omschr" in receipt["reden"] and "GM0396_kolomkoppeling.json" in receipt["reden"]
    assert by(done, "overzicht", "gemeente_code")["GM0396"]["niveau"] == "niet te openen"


def test_a_mapping_of_a_chosen_folder_is_used_and_remembered_in_the_review_file(opened, unnamed, tmp_path):
    opened()
    done = opened(MAPPINGS=str(tmp_path / "koppelingen"))
    assert {row["plannaam"]: row["bruto_totaal"] for row in rows_of(done, "plannen")} == {"Zuid": 20, "Noord": 20}
    path, _ = by_hand(tmp_path / "in" / "heemskerk.gpkg", ["Zuid", "Oost"])  # a later file, and no folder
    path.with_suffix(".json").unlink()
    done = opened()
    assert {row["plannaam"] for row in rows_of(done, "plannen")} == {"Zuid", "Oost"}
    assert {row["stand"] for row in rows_of(done, "leveringen")} >= {"in beoordeling"}


def test_another_mapping_reads_the_same_file_anew_and_plans_keep_their_id(opened, unnamed, tmp_path):
    folder = tmp_path / "koppelingen"
    first = opened(MAPPINGS=str(folder))
    ids = {row["plannaam"]: row["plan_id"] for row in rows_of(first, "plannen")}
    path = folder / "GM0396_kolomkoppeling.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    document["velden"]["sloop_totaal"] = document["velden"].pop("bruto_totaal")
    path.write_text(json.dumps(document), encoding="utf-8")
    assert opened(MAPPINGS=str(folder))["AGAIN"] == 0
    plans = rows_of(opened(MAPPINGS=str(folder)), "plannen")
    assert {(row["bruto_totaal"], row["sloop_totaal"]) for row in plans} == {(None, 20)}
    assert {row["plannaam"]: row["plan_id"] for row in plans} == ids


def test_a_proposal_is_written_in_the_chosen_folder_and_nowhere_else(opened, inside, tmp_path, sample):
    (tmp_path / "koppelingen").mkdir()
    shutil.copy(sample / "schoon" / "plannen.gpkg", inside / "markerwaard.gpkg")
    opened(PROVINCIE="", MAPPINGS=str(tmp_path / "koppelingen"))
    assert left_in(tmp_path / "koppelingen") == ["GM9999_kolomkoppeling.json"] and left_in(inside) == ["markerwaard.gpkg"]


def test_a_mapping_that_is_none_is_the_reason_of_its_row(opened, unnamed, send, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    (tmp_path / "koppelingen" / "GM0396_kolomkoppeling.json").write_text('{"lmvw_kolomkoppeling": 2, "plannaam": 3}', encoding="utf-8")
    done = opened(MAPPINGS=str(tmp_path / "koppelingen"))
    assert "GM0396_kolomkoppeling.json" in by(done, "leveringen", "bestand")["heemskerk.gpkg"]["reden"] and done["OPENED"] == 1


# -- in a zip -------------------------------------------------------------------------------------------------------------


def zipped(path, *files):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for file in files:
            packed.write(file, Path(file).name)


@real
def test_a_shapefile_in_a_zip_is_read(opened, inside):
    zipped(inside / "heemskerk.zip", *PLANS.glob("heemskerk_2017.*"))
    receipt = by(opened(), "leveringen", "bestand")["heemskerk.zip"]
    assert (receipt["stand"], receipt["plannen"]) == ("in beoordeling", 18)


def test_a_zip_that_is_hollow_or_leads_elsewhere_is_not_unpacked(opened, inside, tmp_path):
    path, _ = by_hand(tmp_path / "kaart.gpkg", ["Zuid"])
    with zipfile.ZipFile(inside / "heemskerk.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(path, "../../kaart.gpkg")
    with zipfile.ZipFile(inside / "alkmaar.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("kaart.gpkg", bytes(50_000_000))
    done = opened()
    assert {row["bestand"]: row["stand"] for row in rows_of(done, "leveringen")} == dict.fromkeys(
        ("heemskerk.zip", "alkmaar.zip"), "niet te openen"
    )
    assert left_in(inside) == ["alkmaar.zip", "heemskerk.zip"] and not (tmp_path.parent / "kaart.gpkg").exists()


def test_a_layer_that_is_a_question_of_the_sender_is_not_asked(opened, inside):
    path, _ = by_hand(inside / "heemskerk.gpkg", ["Zuid"])
    path.with_suffix(".json").unlink()
    with closing(sqlite3.connect(path)) as database, database:
        (table,) = database.execute("SELECT table_name FROM gpkg_contents").fetchone()
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute(f'ALTER TABLE "{table}" RENAME TO was')
        database.execute(
            f'CREATE VIEW "{table}" AS SELECT * FROM was WHERE (WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c) > 1'
        )
    assert "gewone lagen" in by(opened(), "leveringen", "bestand")["heemskerk.gpkg"]["reden"]


def test_who_stops_while_a_file_is_read_leaves_everything_as_it_was(opened, unnamed, send, tmp_path):
    send([of(HOME, "Zuid")], HOME)
    path = tmp_path / "beoordeling.gpkg"
    opened(tmp_path / "in" / next(name for name in left_in(tmp_path / "in") if name.startswith("LMVW")))
    before = path.read_bytes()
    opened(MAPPINGS=str(tmp_path / "koppelingen"), feedback=Listener(cancel_at=50))
    assert path.read_bytes() == before
