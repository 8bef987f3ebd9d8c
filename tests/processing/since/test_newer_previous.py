# SPDX-License-Identifier: GPL-2.0-or-later
"""A previous delivery that a newer version of the plugin made: what it has more, or means otherwise, is not passed over without a word."""

import json
import sqlite3
import zlib
from contextlib import closing, suppress
from pathlib import Path

import pytest
from qgis.core import QgsProject, QgsVectorLayer

from tests.packages import remade
from tests.processing.since.kit import AUTUMN, plan_file, remove, unpacked

ASKED = {
    "checkplans": {"OUTPUT": "TEMPORARY_OUTPUT"},
    "exportdelivery": {"GEMEENTE": "GM9999", "REST_CAPACITY": "ja"},
}


def newer_plan_file(path):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE lmvw_planbestand SET schema_versie = '1.1'")
    return path


def newer_package(package):
    remade(package, schema_versie="1.1", iets_nieuws={"a": 1})
    return package


FORMS = {
    "pakket": lambda path, package: newer_package(package),
    "uitgepakt": lambda path, package: unpacked(newer_package(package)),
    "planbestand": lambda path, package: newer_plan_file(path),
}


@pytest.fixture
def given(request, tmp_path, project_left_empty):
    """The previous delivery as the algorithm gets it: as a file, or as a layer of the project."""

    def of(path, how):
        if how == "bestand":
            return str(path)
        layer = QgsVectorLayer(f"{path}|layername=plannen", "toen", "ogr")
        QgsProject.instance().addMapLayer(layer)
        return layer.id()

    return of


@pytest.mark.parametrize(("form", "how"), [*((form, "bestand") for form in FORMS), ("uitgepakt", "laag"), ("planbestand", "laag")])
@pytest.mark.parametrize("name", ASKED)
def test_it_is_refused_in_one_sentence(refused, first, given, tmp_path, name, form, how):
    previous = given(FORMS[form](*first), how)
    (tmp_path / "uit2").mkdir()
    more = {"FOLDER": str(tmp_path / "uit2")} if name == "exportdelivery" else {}
    now = plan_file(tmp_path / "nu.gpkg", AUTUMN)
    said = refused(name, INPUT=str(now), PEILDATUM=str(AUTUMN), PREVIOUS=previous, **ASKED[name], **more)
    assert "nieuwere versie van de plugin" in said and "werk de plugin bij" in said.casefold()
    assert not list((tmp_path / "uit2").iterdir())


@pytest.mark.parametrize("how", ["bestand", "laag"])
def test_the_peildatum_of_a_package_that_was_unpacked_is_that_of_the_package(refused, deliver, given, tmp_path, how):
    """Its columns have the years of it, and those of 1 January are the same."""
    now = plan_file(tmp_path / "nu.gpkg", AUTUMN)
    same_day = given(unpacked(Path(deliver(now, AUTUMN)["PACKAGE"])), how)
    said = refused("checkplans", INPUT=str(now), PEILDATUM=str(AUTUMN), PREVIOUS=same_day, OUTPUT="TEMPORARY_OUTPUT")
    assert "kies een levering van vóór 1 juli 2026" in said


# -- what a plan file remembers -----------------------------------------------------------------------------------------


def test_what_a_newer_version_remembers_besides_is_let_be(check, rolled):
    with closing(sqlite3.connect(rolled)) as database, database:
        database.execute("ALTER TABLE lmvw_levering ADD COLUMN regelset TEXT DEFAULT '2.0'")
        database.execute("ALTER TABLE lmvw_levering_plan ADD COLUMN nog_iets BLOB")
        for mark, content in database.execute("SELECT kenmerk, inhoud FROM lmvw_levering_inhoud").fetchall():
            with suppress(ValueError):  # a polygon
                values = json.loads(zlib.decompress(content)) | {"een_nieuw_veld": 7}
                database.execute(
                    "UPDATE lmvw_levering_inhoud SET inhoud = ? WHERE kenmerk = ?", (zlib.compress(json.dumps(values).encode()), mark)
                )
    remove(rolled, "Haven")
    assert check(str(rolled)) == [("S4", "fout", "Haven")]


@pytest.mark.parametrize(
    "content", [b"\0", zlib.compress(b"[1]"), zlib.compress(b"{"), None], ids=["packed otherwise", "a list", "half", "nothing"]
)
@pytest.mark.parametrize("name", ASKED)
def test_a_remembered_delivery_that_cannot_be_read_is_said_with_the_way_out(run, refused, first, rolled, tmp_path, name, content):
    with closing(sqlite3.connect(rolled)) as database, database:
        database.execute("UPDATE lmvw_levering_inhoud SET inhoud = ?", (content,))
    (tmp_path / "uit2").mkdir()
    asked = {"INPUT": str(rolled), "PEILDATUM": str(AUTUMN), **ASKED[name]} | (
        {"FOLDER": str(tmp_path / "uit2")} if name == "exportdelivery" else {}
    )
    said = refused(name, **asked)
    assert "levering van 1 januari 2026" in said and "najaar.gpkg" in said and "fout in de plugin" not in said
    assert not list((tmp_path / "uit2").iterdir())
    assert run(name, **asked, PREVIOUS=str(first[1]))["ERRORS"] == 0
