# SPDX-License-Identifier: GPL-2.0-or-later
"""Files get their name in one rename, also where nothing that is open can be renamed, as on Windows."""

import contextlib
import os
import resource
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

import pytest
from qgis.core import QgsProcessingException

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Silent
from lmvw_plugin.core.filling.progress import Sent
from lmvw_plugin.forms.run_task import Job
from lmvw_plugin.layers import files, reading, sources
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.about import write_choices
from lmvw_plugin.layers.planfile.tables import check_table, fill_memory
from tests.conftest import MARKERWAARD, PEILDATUM, ROOT, consistent_plan, left_in, polygon_layer, square
from tests.layers.test_package import NAME
from tests.layers.test_package import write as write_package
from tests.layers.test_package_damage import ROOT_ONLY, mounted

INFO = planfile.PlanFileInfo(MARKERWAARD, PEILDATUM)
_OPEN = Path("/proc/self/fd")


def open_at(*paths):
    """The files that this process has open at these paths or below them."""
    found = []
    for link in list(_OPEN.iterdir()):
        with contextlib.suppress(FileNotFoundError):  # the one that listed them
            found.append(link.readlink())
    return [path for path in found if any(path.is_relative_to(other) for other in paths)]


@pytest.fixture
def as_on_windows(monkeypatch):
    """Renaming what is open, or over it, is refused; the number of refusals."""
    if not _OPEN.exists():
        pytest.skip("this system does not tell which files are open")
    replace, refused = Path.replace, []

    def careful(self, target):
        if open_at(self.absolute(), Path(target).absolute()):
            refused.append(target)
            raise PermissionError(13, "The process cannot access the file because it is being used by another process")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", careful)
    monkeypatch.setattr(files, "_PATIENCE", 20.0)
    return refused


def test_a_package_is_placed_and_replaced(tmp_path, as_on_windows):
    for _ in range(2):
        write_package(tmp_path)
        assert left_in(tmp_path) == [NAME, f"{NAME}.zip"]
    assert as_on_windows == [], "in the main thread nothing is open any more"


def test_a_package_is_placed_in_the_background(tmp_path, as_on_windows, qtbot):
    ended = []
    job = Job("levering", lambda feedback: write_package(tmp_path, feedback=feedback), lambda *outcome: ended.append(outcome))
    job.start()
    qtbot.waitUntil(lambda: bool(ended), timeout=60_000)
    assert ended[0][1] == ""
    assert left_in(tmp_path) == [NAME, f"{NAME}.zip"]


def test_a_package_that_fails_leaves_nothing_open(tmp_path, monkeypatch, as_on_windows):
    monkeypatch.setattr("lmvw_plugin.layers.delivering.package.verify_workbook", lambda *_: 1 / 0)
    removed, rmtree = [], os.rmdir
    monkeypatch.setattr(os, "rmdir", lambda path, **more: (removed.append(open_at(tmp_path)), rmtree(path, **more)))
    with pytest.raises(ZeroDivisionError):
        write_package(tmp_path)
    assert removed
    assert not [path for paths in removed for path in paths if path.suffix == ".gpkg"]


def test_a_plan_file_is_made_and_brought_up_to_date(run, tmp_path, as_on_windows):
    target = tmp_path / "plannen.gpkg"
    planfile.create(target, INFO, [(square(), consistent_plan(plannaam="Haven"))])
    rows = [{"plannaam": "Haven", "bruto": 12}, {"plannaam": "Nieuw", "bruto": 3}]
    shared = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "OUTPUT": str(target), "UPDATE": True}
    assert run("importplans", INPUT=polygon_layer(rows), **shared)["NEW"] == 1
    assert run("importplans", INPUT=polygon_layer(rows), **shared)["UNCHANGED"] == 2
    assert as_on_windows == []


@pytest.mark.parametrize("times", [1, 3])
def test_a_file_in_use_is_waited_for(tmp_path, monkeypatch, times):
    replace, refused = Path.replace, []

    def busy(self, target):
        if len(refused) < times:
            refused.append(target)
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", busy)
    monkeypatch.setattr(files, "_PATIENCE", 20.0)
    (tmp_path / "a").write_text("new")
    files.move(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "new"


def test_a_file_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch):
    done, sync, replace = [], os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: (done.append(os.fstat(number).st_ino), sync(number)))
    monkeypatch.setattr(Path, "replace", lambda self, target: (done.append("named"), replace(self, target)))
    (tmp_path / "a").write_text("new")
    number = (tmp_path / "a").stat().st_ino
    files.move(tmp_path / "a", tmp_path / "b")
    (tmp_path / "map").mkdir()
    files.move(tmp_path / "map", tmp_path / "andere map")
    assert done == [number, "named", "named"]


@pytest.mark.parametrize(("length", "fits"), [(225, True), (245, False)])
def test_a_path_that_windows_refuses_is_told_before_anything_is_written(tmp_path, monkeypatch, length, fits):
    """Windows takes 259 characters; the result would fit, what is written on the way to it does not."""
    monkeypatch.setattr(files, "_LONGEST", 259)
    folder = tmp_path / "d"
    folder.mkdir()
    path = folder / ("x" * (length - len(str(folder)) - len("/.gpkg")) + ".gpkg")
    assert len(str(path)) == length
    if fits:
        files.write_text(path, "goed")
    else:
        with pytest.raises(LmvwError, match=r"te lang.* en deze computer kan er 259 aan\. Kies een map met een korter pad"):
            files.write_text(path, "goed")
        assert left_in(folder) == []


def test_what_staging_adds_is_what_is_counted(tmp_path):
    with files.staging(tmp_path) as inside:
        assert len(str(inside)) - len(str(tmp_path)) == files._STAGED


def test_the_wait_has_an_end(tmp_path, monkeypatch):
    def locked(self, target):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "replace", locked)
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    with pytest.raises(PermissionError):
        files.move(tmp_path / "a", tmp_path / "b")


def test_a_plan_file_in_use_gives_one_sentence(refused, tmp_path, as_on_windows, monkeypatch):
    monkeypatch.setattr(files, "_PATIENCE", 0.1)
    target = tmp_path / "plannen.gpkg"
    planfile.create(target, INFO)
    with target.open("rb"):
        message = refused("createplanfile", GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(target))
    assert "plannen.gpkg’ kan niet vervangen worden (geen toegang, of in gebruik bij een ander programma); sluit het" in message
    assert left_in(tmp_path) == ["plannen.gpkg"]


# -- what killed runs leave -------------------------------------------------------------------------------------------------


_KILLED = """
import os, signal, sys
sys.path.insert(0, {root!r})
from pathlib import Path
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
from lmvw_plugin.layers import files, reading, sources
with files.written_beside(Path({path!r})) as temporary:
    temporary.write_bytes(b"alle plannen")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_run_left_is_removed_by_the_next(tmp_path):
    path = tmp_path / "planbestand.gpkg"
    program = _KILLED.format(root=str(ROOT), path=str(path))
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == -9
    (left,) = left_in(tmp_path)
    (tmp_path / ".plan-van-mij.gpkg").touch()
    (tmp_path / ".~lmvw-van-mij").mkdir()
    with files.written_beside(path) as temporary, files.written_beside(tmp_path / "ander.gpkg") as other:
        assert left not in left_in(tmp_path)
        assert len(left_in(tmp_path)) == 4, "what is not ours, and both that are being written"
        temporary.touch()
        other.touch()
    assert left_in(tmp_path) == [".plan-van-mij.gpkg", ".~lmvw-van-mij", "ander.gpkg", "planbestand.gpkg"]


# -- no room ------------------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@ROOT_ONLY
@pytest.mark.parametrize("kilobytes", [20, 60, 120, 400])
def test_a_full_disk_is_said(run, refused, own_file, tmp_path, kilobytes):
    with mounted(tmp_path / "schijf", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs") as disk:
        for name, more in (
            ("createplanfile", {"OUTPUT": str(disk / "nieuw.gpkg")}),
            ("importplans", {"INPUT": polygon_layer([{"plannaam": "x" * 99, "bruto": 12}] * 400), "OUTPUT": str(disk / "p.gpkg")}),
            ("exportdelivery", {"INPUT": str(own_file), "FOLDER": str(disk)}),
        ):
            try:
                message = refused(name, GEMEENTE="GM9999", PEILDATUM="2026-01-01", **more)
            except pytest.fail.Exception:  # it fits
                continue
            assert "de schijf is vol" in message, (name, message)
            assert not list(disk.glob("*.zip"))
        assert not [one for one in left_in(disk) if one.startswith(".")]


def test_without_room_no_choice_and_no_outcome_is_kept_and_the_reason_is_dutch(own_file):
    """SQLite writes these into the plan file itself."""
    before = own_file.read_bytes()
    info = replace(planfile.read_info(own_file), akkoord_klein="akkoord " * 20_000)
    rows = [(f"id-{number}", "fout", "x" * 900, "", "") for number in range(400)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    for write in (partial(write_choices, own_file, info), partial(check_table.replace, own_file, rows, datetime.now(), Silent())):
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 8192, limits[1]))
        try:
            with pytest.raises(LmvwError) as caught:
                write()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        assert "de schijf is vol" in str(caught.value) and "disk" not in str(caught.value)
        assert own_file.read_bytes() == before


def test_a_trigger_that_came_with_a_plan_file_changes_no_plan_when_a_choice_or_an_outcome_is_kept(own_file):
    with contextlib.closing(sqlite3.connect(own_file)) as database, database:
        database.execute("CREATE TRIGGER a AFTER UPDATE ON lmvw_planbestand BEGIN DELETE FROM plannen; END")
        database.execute("CREATE TRIGGER b AFTER INSERT ON lmvw_controle BEGIN UPDATE Plannen SET vertrouwelijk = 0; END")
        plans = database.execute("SELECT * FROM plannen").fetchall()
    info, rows = replace(planfile.read_info(own_file), akkoord_klein="mail"), [("id-1", "fout", "x", "", "")]
    for write in (partial(write_choices, own_file, info), partial(check_table.replace, own_file, rows, datetime.now(), Silent())):
        with pytest.raises(LmvwError, match="een trigger in het bestand wil daarbij plannen wijzigen"):
            write()
    with contextlib.closing(sqlite3.connect(own_file)) as database:
        assert database.execute("SELECT * FROM plannen").fetchall() == plans


def test_a_trigger_that_came_with_a_plan_file_changes_no_plan_when_an_invulblad_is_remembered(own_file):
    sheet = Sent("kenmerk", "Bos", "bos.xlsx", "2026-01-05", {})
    fill_memory.keep_sent(own_file, [sheet])
    with contextlib.closing(sqlite3.connect(own_file)) as database, database:
        database.execute("CREATE TRIGGER c AFTER INSERT ON lmvw_invulbladen BEGIN DELETE FROM plannen; END")
        plans = database.execute("SELECT * FROM plannen").fetchall()
    with pytest.raises(LmvwError, match="een trigger in het bestand wil daarbij plannen wijzigen"):
        fill_memory.keep_sent(own_file, [replace(sheet, mark="ander")])
    with contextlib.closing(sqlite3.connect(own_file)) as database:
        assert database.execute("SELECT * FROM plannen").fetchall() == plans
    assert [kept.mark for kept in fill_memory.read(own_file)] == ["kenmerk"]


LOG = (
    "CREATE TABLE logboek (wanneer TEXT, plan TEXT)",
    "CREATE TRIGGER logt AFTER UPDATE ON plannen BEGIN INSERT INTO logboek VALUES ('nu', NEW.plannaam); END",
)
MEDDLES = ("CREATE TRIGGER moeit AFTER UPDATE ON plannen BEGIN UPDATE plannen SET bruto_totaal = 0 WHERE fid = NEW.fid; END",)


def with_triggers(path, statements):
    with contextlib.closing(sqlite3.connect(path)) as database, database:
        for statement in statements:
            database.execute(statement)


def counts(path):
    with contextlib.closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT plannaam, bruto_totaal FROM plannen"))


@pytest.fixture
def update(run, own_file):
    """Import one other number into the plan file."""
    name = min(counts(own_file))

    def bring():
        sheet = own_file.with_name("nieuw.csv")
        sheet.write_text(f"plannaam;sloop_totaal;toelichting\n{name};0;gewijzigd\n", encoding="utf-8")
        run("importplans", WORKBOOK=str(sheet), GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(own_file), UPDATE=True)
        return name

    return bring


def test_a_log_that_the_user_keeps_of_the_own_plan_file_goes_on(own_file, update):
    with_triggers(own_file, LOG)
    name = update()
    with contextlib.closing(sqlite3.connect(own_file)) as database:
        assert set(database.execute("SELECT plan FROM logboek")) == {(name,)}


def test_a_trigger_that_changes_plans_while_an_import_does_is_refused(own_file, update):
    with_triggers(own_file, MEDDLES)
    before = counts(own_file)
    with pytest.raises(QgsProcessingException, match="een trigger in het bestand wil daarbij plannen wijzigen"):
        update()
    assert counts(own_file) == before


def test_no_trigger_changes_what_a_check_reads_of_an_older_file(own_file):
    before = counts(own_file)
    with contextlib.closing(sqlite3.connect(own_file)) as database, database:
        database.execute("ALTER TABLE plannen DROP COLUMN toelichting")
        database.execute("UPDATE lmvw_planbestand SET schema_versie = '0.9'")
    with_triggers(own_file, MEDDLES)
    as_it_is = own_file.read_bytes()
    with reading.Taken(f"{own_file}|layername=plannen").read() as read:
        assert {row["plannaam"]: row["bruto_totaal"] for _, row in sources.rows(read.source)} == before
    assert own_file.read_bytes() == as_it_is


def test_a_limit_on_file_size_is_said(refused, tmp_path):
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, before[1]))
    try:
        message = refused("createplanfile", GEMEENTE="GM9999", PEILDATUM="2026-01-01", OUTPUT=str(tmp_path / "p.gpkg"))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "het bestand wordt te groot" in message
    assert left_in(tmp_path) == []
