# SPDX-License-Identifier: GPL-2.0-or-later
"""The package: placed only when it reads back as it was meant; whatever goes wrong, the folder is as it was."""

import hashlib
import json
import os
import sqlite3
import zipfile
from contextlib import closing

import openpyxl
import pytest
from qgis.core import QgsGeometry, QgsVectorLayer

from lmvw_plugin.core.basisset import fields as b
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.reporting.check import Subject
from lmvw_plugin.layers.delivering import package
from lmvw_plugin.layers.files import require_folder
from tests.conftest import MARKERWAARD, PEILDATUM, change_workbook, consistent_plan, left_in, plan_rows, read_plans, square

NAME = "LMVW_GM9999_2026-01-01"
FILES = ["LEESMIJ.txt", "controle.html", "manifest.json", "plannen.gpkg", "plannen.xlsx"]
PLANS = [consistent_plan(plannaam="=1+1"), consistent_plan(plannaam="Thuis", planstatus="5A"), consistent_plan(plannaam=" 007 ")]


def write(folder, plans=PLANS, feedback=None):
    delivery = make_delivery(plans, MARKERWAARD, PEILDATUM)
    geometries = [square(index) for index in delivery.indexes]
    return package.write_package(folder, delivery, geometries, [], Subject(PEILDATUM, MARKERWAARD, "plannen"), feedback or Silent())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    return write(tmp_path_factory.mktemp("levering"))


def test_the_folder_holds_package_and_reading_copy_only(made):
    assert left_in(made.archive.parent) == [NAME, f"{NAME}.zip"]
    assert left_in(made.folder) == FILES


def test_the_zip_holds_the_same_files(made):
    with zipfile.ZipFile(made.archive) as packed:
        assert sorted(packed.namelist()) == FILES
        assert packed.testzip() is None
        for name in FILES:
            assert packed.read(name) == made.file(name).read_bytes()


def test_the_manifest_tells_the_truth(made):
    manifest = json.loads(made.file("manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["sha256"]) == set(FILES) - {"manifest.json"}
    for name, digest in manifest["sha256"].items():
        assert hashlib.sha256(made.file(name).read_bytes()).hexdigest() == digest
    assert (manifest["gemeente_code"], manifest["peildatum"], manifest["schema_versie"]) == ("GM9999", "2026-01-01", b.SCHEMA_VERSION)
    assert (manifest["plannen"], manifest["totalen"]["bruto_totaal"]) == (2, 40)


def test_both_files_hold_the_same_names_byte_for_byte(made):
    names = [plan["plannaam"] for plan, _ in read_plans(made.file("plannen.gpkg"))]
    rows = plan_rows(openpyxl.load_workbook(made.file("plannen.xlsx"))["Plannen"].iter_rows(values_only=True))
    assert names == [row["plannaam"] for row in rows] == ["=1+1", " 007 "]


def test_polygons_and_values_come_back(made):
    found = read_plans(made.file("plannen.gpkg"))
    assert [geometry.asWkb() for _, geometry in found] == [square(0).asWkb(), square(2).asWkb()]
    plan = found[0][0]
    for field in b.COLUMNS:
        assert plan[field.column_at(PEILDATUM)] == PLANS[0][field.name]


def test_the_delivered_layer_shows_its_form_without_new_plans(made):
    layer = QgsVectorLayer(f"{made.file('plannen.gpkg')}|layername=plannen", "plannen", "ogr")
    assert layer.crs().authid() == "EPSG:28992"
    assert layer.attributeDisplayName(layer.fields().indexOf("bruto_2036_2040")) == "Bruto 2036 t/m 2040"
    assert len(layer.editFormConfig().tabs()) == 1 + len(b.Group)
    assert not [
        name for index, name in enumerate(layer.fields().names()) if name != "fid" and layer.defaultValueDefinition(index).expression()
    ]
    assert layer.editFormConfig().initCode() == ""


def test_nothing_of_a_plan_that_stays_home_is_in_the_package(made):
    for name in ("plannen.gpkg", "manifest.json", "LEESMIJ.txt"):
        assert b"Thuis" not in made.file(name).read_bytes()
    with zipfile.ZipFile(made.file("plannen.xlsx")) as book:
        assert not [name for name in book.namelist() if b"Thuis" in book.read(name)]


def test_a_new_package_replaces_the_old_one_whole(tmp_path):
    old = write(tmp_path).archive.read_bytes()
    new = write(tmp_path, PLANS[:1])
    assert new.archive.read_bytes() != old
    assert left_in(tmp_path) == [NAME, f"{NAME}.zip"]
    assert json.loads(new.file("manifest.json").read_text(encoding="utf-8"))["plannen"] == 1


def test_leftovers_of_a_killed_run_are_removed(tmp_path):
    left = tmp_path / ".lmvw-abc" / NAME
    left.mkdir(parents=True)
    (left / "plannen.gpkg").write_bytes(b"half")
    (tmp_path / "mijn notities.txt").write_text("blijft", encoding="utf-8")
    write(tmp_path)
    assert left_in(tmp_path) == [NAME, f"{NAME}.zip", "mijn notities.txt"]


# -- what is written wrongly is not placed ----------------------------------------------------------------------------


def changed_name(path):
    with closing(sqlite3.connect(path)) as database:
        database.create_function("ST_IsEmpty", 1, lambda _: 0)
        for event in ("Min", "Max"):
            for axis in "XY":
                database.create_function(f"ST_{event}{axis}", 1, lambda _: 0.0)
        database.execute("UPDATE plannen SET plannaam = '= 1+1' WHERE fid = 1")
        database.commit()


def changed_count(path):
    with closing(sqlite3.connect(path)) as database:
        for name in [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("UPDATE plannen SET bruto_totaal = NULL WHERE fid = 2")
        database.commit()


def lost_plan(path):
    with closing(sqlite3.connect(path)) as database:
        for name in [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            database.execute(f'DROP TRIGGER "{name}"')
        database.execute("DELETE FROM plannen WHERE fid = 2")
        database.execute("UPDATE gpkg_ogr_contents SET feature_count = 1")
        database.commit()


def cut_off(path):
    path.write_bytes(path.read_bytes()[:-5000])


def moved(path):
    layer = QgsVectorLayer(f"{path}|layername=plannen", "plannen", "ogr")
    assert layer.dataProvider().changeGeometryValues({1: QgsGeometry.fromWkt(square(0).asWkt().replace("146000", "146000.001"))})


def assert_nothing_placed(folder):
    before = {name: (folder / name).read_bytes() for name in left_in(folder) if (folder / name).is_file()}
    with pytest.raises(LmvwError) as caught:
        write(folder)
    assert str(caught.value).endswith((".", "?"))
    assert {name: (folder / name).read_bytes() for name in left_in(folder) if (folder / name).is_file()} == before
    return str(caught.value)


@pytest.mark.parametrize("damage", [changed_name, changed_count, lost_plan, moved, cut_off], ids=lambda damage: damage.__name__)
@pytest.mark.parametrize("earlier", [False, True])
def test_a_layer_that_reads_back_differently_is_not_placed(tmp_path, monkeypatch, damage, earlier):
    if earlier:
        write(tmp_path)
    written = package._write_layer

    def write_and_damage(path, *rest, **more):
        written(path, *rest, **more)
        damage(path)

    monkeypatch.setattr(package, "_write_layer", write_and_damage)
    message = assert_nothing_placed(tmp_path)
    assert left_in(tmp_path) == ([NAME, f"{NAME}.zip"] if earlier else [])
    assert "geschreven" in message or "planbestand" in message


def test_a_workbook_that_reads_back_differently_is_not_placed(tmp_path, monkeypatch):
    first = write(tmp_path).archive.read_bytes()
    written = package.write_workbook

    def write_and_damage(path, *rest, **more):
        written(path, *rest, **more)
        change_workbook(path, "bruto_totaal", 19)

    monkeypatch.setattr(package, "write_workbook", write_and_damage)
    assert "Het Excel-bestand is niet goed geschreven: blad ‘Plannen’" in assert_nothing_placed(tmp_path)
    assert (tmp_path / f"{NAME}.zip").read_bytes() == first


def test_a_zip_that_reads_back_differently_is_not_placed(tmp_path, monkeypatch):
    class Careless(zipfile.ZipFile):
        def write(self, filename, arcname=None, **more):
            if arcname == "controle.html":
                return self.writestr(arcname, "iets anders")
            return super().write(filename, arcname, **more)

    monkeypatch.setattr(package.zipfile, "ZipFile", Careless)
    assert "‘controle.html’ wijkt af" in assert_nothing_placed(tmp_path)
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("name", ["Ha\x07ven", "x" * 40_000], ids=["control", "long"])
def test_a_name_that_fits_in_one_file_only_makes_no_package(tmp_path, name):
    with pytest.raises(LmvwError):
        write(tmp_path, [consistent_plan(plannaam=name)])
    assert left_in(tmp_path) == []


@pytest.mark.parametrize("step", [1, 3, 4, 5, 6])
def test_cancel_leaves_nothing(tmp_path, step):
    class Impatient(Silent):
        looks = 0

        def isCanceled(self):  # noqa: N802  # QGIS's name
            self.looks += 1
            return self.looks >= step

    with pytest.raises(Cancelled):
        write(tmp_path, feedback=Impatient())
    assert left_in(tmp_path) == []


def test_a_folder_is_made_or_refused(tmp_path):
    require_folder(tmp_path / "a" / "b")
    assert left_in(tmp_path) == ["a"]
    assert left_in(tmp_path / "a" / "b") == []
    (tmp_path / "bestand").touch()
    with pytest.raises(LmvwError, match=r"In map ‘.*bestand/onder’ kan niet geschreven worden"):
        require_folder(tmp_path / "bestand" / "onder")


@pytest.mark.skipif(not os.path.isdir("/proc/self"), reason="needs /proc")  # noqa: PTH112
def test_a_read_only_folder_is_refused():
    with pytest.raises(LmvwError, match="In map ‘/proc/self’ kan niet geschreven worden"):
        require_folder(package.Path("/proc/self"))
