# SPDX-License-Identifier: GPL-2.0-or-later
"""The guard of all tests sees a leak in whatever is made for others; and nothing lies in what SQLite frees, whether it wipes that or not."""

import shutil
import sqlite3
import struct
import subprocess
import zipfile
from contextlib import closing
from datetime import datetime
from itertools import cycle
from pathlib import Path

import pytest
from osgeo import gdal
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.layers.confidential import package as public
from lmvw_plugin.layers.delivering import package as delivering
from lmvw_plugin.layers.delivering import preflight
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.publishing import judging, steward
from lmvw_plugin.layers.reading import Taken
from lmvw_plugin.processing import exportsteward
from scripts import accessible
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, polygon_layer, square
from tests.guards import search_for
from tests.secrets import found

NAME = "Geheime haven & kade"
HIDDEN = square(77, 83.7)
CORNER, BOX = next(HIDDEN.vertices()), HIDDEN.boundingBox()
SECRETS = {
    "name": NAME.encode(),
    "name in UTF-16": NAME.encode("utf-16-le"),
    "corner": struct.pack("<dd", CORNER.x(), CORNER.y()),
    "corner, written out": f"{CORNER.x():.2f} {CORNER.y():.2f}".encode(),
    "box": struct.pack("<ff", BOX.xMinimum(), BOX.xMaximum()),
}
SHOWN = [consistent_plan(plannaam="Zuid", plan_id="1"), consistent_plan(plannaam="Noord", plan_id="2")]
KEPT = consistent_plan(plannaam=NAME, plan_id="3", vertrouwelijk=True, planstatus="3")
HOME = consistent_plan(plannaam=NAME, plan_id="3", planstatus="5A")
SHAPES = [square(1), square(2), HIDDEN]


# -- a leak in each writer ---------------------------------------------------------------------------------------------


def behind(path, secret):
    path.write_bytes(path.read_bytes() + b" " + secret)


def in_a_freed_page(path, secret):
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA secure_delete = OFF")
        database.execute("CREATE TABLE even (x)")
        database.execute("INSERT INTO even VALUES (?)", (secret,))
        database.commit()
        database.execute("DROP TABLE even")
        database.commit()


def in_a_cell(path, secret):
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE layer_styles (x)")
        database.execute("INSERT INTO layer_styles VALUES (?)", (secret,))


def in_a_new_entry(path, secret):
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("docProps/custom.xml", secret * 3)


def in_a_deleted_entry(path, secret):
    whole = path.read_bytes()
    in_a_new_entry(path, secret)
    pressed = path.read_bytes()
    start = pressed.rindex(b"PK\x03\x04")
    stretch = pressed[start : pressed.index(b"PK\x01\x02", start)]
    path.write_bytes(whole[: whole.index(b"PK\x03\x04")] + stretch + whole)


def in_the_comment(path, secret):
    with zipfile.ZipFile(path, "a") as packed:
        packed.comment = secret


PLANTS = {
    ".gpkg": (in_a_cell, in_a_freed_page, behind),
    ".xlsx": (in_a_new_entry, in_a_deleted_entry, in_the_comment),
    ".zip": (in_a_new_entry, in_a_deleted_entry, in_the_comment),
}
FILES = (public.GPKG, public.XLSX, public.GEOJSON, public.PAGE, public.README, public.MANIFEST, "zip")
OF_SUM = (public.SUM_XLSX, public.SUM_PAGE, public.README, public.MANIFEST, "zip")


def ways(files):
    return [(name, plant) for name in files for plant in PLANTS.get(Path(name).suffix or f".{name}", (behind,))]


def each_with_one(ways):
    """Every way with one of the secrets, each in its turn."""
    return [(*way, secret) for way, secret in zip(ways, cycle(SECRETS), strict=False)]


def after(work, plant, secret, target=None):
    """A step of the writing that leaves a secret in what was written, once it was read back."""

    def do(path, *given, **named):
        done = work(path, *given, **named)
        if target is None or path.name == target:
            plant(path, secret)
        return done

    return do


def leaking(name, plant, data, patch):
    """The file of that name of a public package gets a secret, once it was written and read back."""
    if name == "zip":
        zipped = public._zip

        def with_more(content, archive, *given):
            zipped(content, archive, *given)
            plant(archive, data)

        patch.setattr(public, "_zip", with_more)
    elif name in (public.README, public.MANIFEST):
        patch.setattr(public, "_write_text", after(public._write_text, plant, data, name))
    else:
        for kind in ("_WRITERS", "_OF_SUM"):
            steps = [(one, write, after(verify, plant, data) if one == name else verify) for one, write, verify in getattr(public, kind)]
            patch.setattr(public, kind, tuple(steps))


@pytest.mark.parametrize(("name", "plant", "secret"), each_with_one(ways(FILES)), ids=lambda one: getattr(one, "__name__", one))
def test_a_leak_in_any_file_of_a_public_version_is_seen(name, plant, secret, tmp_path, monkeypatch):
    version = judging.make_public([*SHOWN, KEPT], [None, None, HIDDEN.asWkb().data()].__getitem__, MARKERWAARD, PEILDATUM)
    leaking(name, plant, SECRETS[secret], monkeypatch)
    with pytest.raises(AssertionError):
        public.write_public(tmp_path, version, Silent())


def one_sum():
    with Taken(polygon_layer([*SHOWN, KEPT], geometries=SHAPES)).read() as reading:
        return judging.judge(reading, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), Silent(), whole=True).version


@pytest.mark.parametrize(("name", "plant", "secret"), each_with_one(ways(OF_SUM)), ids=lambda one: getattr(one, "__name__", one))
def test_a_leak_in_any_file_of_the_one_sum_is_seen(name, plant, secret, tmp_path, monkeypatch):
    leaking(name, plant, SECRETS[secret], monkeypatch)
    with pytest.raises(AssertionError):
        public.write_public(tmp_path, one_sum(), Silent())


def delivery_of(plans, folder):
    layer = polygon_layer(plans, geometries=SHAPES[: len(plans)])
    ready = preflight.prepare(layer, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), False, None, Silent())
    return delivering.write_package(
        folder, ready.delivery, ready.geometries, ready.told, ready.subject, Silent(), moment=datetime(2026, 4, 1)
    )


STEPS = {
    "plannen.gpkg": ("_verify_layer", in_a_freed_page), "plannen.xlsx": ("verify_workbook", in_a_new_entry),
    "controle.html": ("_write_text", behind), "LEESMIJ.txt": ("_write_text", behind), "manifest.json": ("_write_text", behind),
}  # fmt: skip


@pytest.mark.parametrize(("name", "secret"), each_with_one((name,) for name in STEPS))
def test_a_leak_in_any_file_of_a_delivery_is_seen(name, secret, tmp_path, monkeypatch):
    step, plant = STEPS[name]
    target = name if step == "_write_text" else None
    monkeypatch.setattr(delivering, step, after(getattr(delivering, step), plant, SECRETS[secret], target))
    with pytest.raises(AssertionError):
        delivery_of([*SHOWN, HOME], tmp_path)


def received(folder, aggregates=True):
    """A package as a municipality sends it that chose a sum, in a folder of its own."""
    layer = polygon_layer([*SHOWN, KEPT], geometries=SHAPES)
    info = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM, provincie_aggregeert=aggregates)
    ready = preflight.prepare(layer, info, False, None, Silent())
    folder.mkdir()
    made = delivering.write_package(
        folder, ready.delivery, ready.geometries, ready.told, ready.subject, Silent(), moment=datetime(2026, 4, 1)
    )
    return made.archive


HALLS = {"GM9999": square(99).asWkb().data()}


@pytest.mark.parametrize(("plant", "secret"), [(in_a_cell, "corner"), (in_a_freed_page, "name"), (in_a_freed_page, "box")])
def test_a_leak_in_the_set_for_the_steward_is_seen(plant, secret, tmp_path, monkeypatch):
    package = received(tmp_path / "in")
    monkeypatch.setattr(steward, "_verify", after(steward._verify, plant, SECRETS[secret]))
    with pytest.raises(AssertionError):
        exportsteward.make_set([package], tmp_path / "set.gpkg", HALLS, Silent())


def test_a_leak_in_the_report_of_the_set_is_seen(tmp_path):
    exportsteward.make_set([received(tmp_path / "in")], tmp_path / "set.gpkg", HALLS, Silent())
    exportsteward.write_report(tmp_path / "goed.html", "<p>Zuid</p>")
    with pytest.raises(AssertionError):
        exportsteward.write_report(tmp_path / "fout.html", "<p>Geheime haven &amp; kade</p>")


def test_what_is_not_confidential_is_no_leak(tmp_path):
    """The guard passes what may go: else it would say nothing."""
    version = judging.make_public(
        [*SHOWN, {**KEPT, "vertrouwelijk": False}], [None, None, HIDDEN.asWkb().data()].__getitem__, MARKERWAARD, PEILDATUM
    )
    public.write_public(tmp_path, version, Silent())
    public.write_public(tmp_path, one_sum(), Silent())
    exportsteward.make_set([received(tmp_path / "in", aggregates=False)], tmp_path / "set.gpkg", {}, Silent())


# -- what SQLite frees -------------------------------------------------------------------------------------------------


@pytest.fixture(params=[0, 1], ids=["freed pages stay", "freed pages are wiped"])
def secure_delete(request, monkeypatch):
    """SQLite's setting, in Python's library and in GDAL: which of the two a machine has is not ours to choose."""
    connect = sqlite3.connect

    def connected(*given, **named):
        database = connect(*given, **named)
        database.execute(f"PRAGMA secure_delete = {request.param}")
        return database

    monkeypatch.setattr(sqlite3, "connect", connected)
    gdal.SetConfigOption("OGR_SQLITE_PRAGMA", f"secure_delete={request.param}")
    yield request.param
    gdal.SetConfigOption("OGR_SQLITE_PRAGMA", None)


def test_the_setting_is_one_that_counts(secure_delete, tmp_path):
    path = tmp_path / "plannen.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(1), SHOWN[0]), (HIDDEN, KEPT)])
    layer = QgsVectorLayer(f"{path}|layername=plannen", "x", "ogr")
    layer.dataProvider().deleteFeatures([one.id() for one in layer.getFeatures() if one["plannaam"] == NAME])
    del layer
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert bool(found(path.read_bytes(), [NAME])) is not bool(secure_delete)


def test_no_file_for_others_has_anything_in_what_is_freed(secure_delete, run, tmp_path):
    """Of a plan file in which confidential plans were removed and changed: in the files for everybody, for the province and for the steward."""
    path = tmp_path / "plannen.gpkg"
    many = [(square(100 + n, 77.7), {**KEPT, "plan_id": f"k{n}", "plannaam": f"{NAME} {n}"}) for n in range(5)]
    planfile.create(
        path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(1), SHOWN[0]), (square(2), SHOWN[1]), (HIDDEN, KEPT), *many]
    )
    layer = QgsVectorLayer(f"{path}|layername=plannen", "x", "ogr")
    layer.dataProvider().deleteFeatures([one.id() for one in layer.getFeatures() if one["plannaam"] == f"{NAME} 4"])
    del layer
    about = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    for folder in ("iedereen", "provincie", "beheerder"):
        (tmp_path / folder).mkdir()
    run("exportpublic", **about, FOLDER=str(tmp_path / "iedereen"))
    run("exportdelivery", **about, FOLDER=str(tmp_path / "provincie"), AGGREGATE="ja")
    run(
        "exportsteward",
        INPUT=str(tmp_path / "provincie"),
        FOLDER=str(tmp_path / "beheerder"),
        TOWN_HALLS=polygon_layer([{"gemeente_code": "GM9999"}]),
    )
    hidden = [(KEPT["plannaam"], HIDDEN), *((plan["plannaam"], shape) for shape, plan in many)]
    shown = [(plan["plannaam"], shape) for plan, shape in zip(SHOWN, SHAPES, strict=False)]
    search = search_for(hidden, shown)
    assert search.found_in(tmp_path / "iedereen", tmp_path / "beheerder") == []
    assert search_for([(f"{NAME} 4", square(104, 77.7))], [*hidden[:-1], *shown]).found_in(tmp_path / "provincie") == []
    assert search.found_in(tmp_path / "provincie"), "who delivers names its confidential plans"


def test_the_setting_of_sqlite_changes_no_byte_of_the_public_files(tmp_path):
    version = judging.make_public(
        [*SHOWN, KEPT], [square(1).asWkb().data(), square(2).asWkb().data(), None].__getitem__, MARKERWAARD, PEILDATUM
    )
    connect, made = sqlite3.connect, []
    for setting in (0, 1):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(sqlite3, "connect", lambda *given, setting=setting, **named: _set(connect(*given, **named), setting))
            (tmp_path / str(setting)).mkdir()
            made.append(public.write_public(tmp_path / str(setting), version, Silent()).archive.read_bytes())
    assert made[0] == made[1]


def _set(database, setting):
    database.execute(f"PRAGMA secure_delete = {setting}")
    return database


# -- on paper ----------------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not (shutil.which("chromium") and shutil.which("pdftotext")), reason="there is no browser or reader of PDF here")
def test_nothing_confidential_is_in_the_page_as_it_is_printed(tmp_path):
    shapes = [square(1).asWkb().data(), square(2).asWkb().data(), HIDDEN.asWkb().data()]
    version = judging.make_public([*SHOWN, KEPT], shapes.__getitem__, MARKERWAARD, PEILDATUM)
    made = public.write_public(tmp_path, version, Silent())
    pdf = tmp_path / "openbaar.pdf"
    accessible.print_to(made.file(public.PAGE), pdf)
    assert "Zuid" in subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, text=True, check=True).stdout
    assert search_for([(NAME, HIDDEN)], [("Zuid", square(1)), ("Noord", square(2))]).found_in(pdf) == []
    assert found(pdf.read_bytes(), ["Openbare versie", "openbare versie"]), "what is public is found by the same search"
