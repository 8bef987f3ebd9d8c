# SPDX-License-Identifier: GPL-2.0-or-later
"""Whatever happens while a package is written: the previous one is byte-identical, or the new one is complete."""

import hashlib
import json
import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
import zipfile
from contextlib import closing, contextmanager
from datetime import datetime

import pytest

from lmvw_plugin.core import i18n
from lmvw_plugin.core.delivering.delivery import make_delivery
from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.core.reporting.check import Subject
from lmvw_plugin.layers.delivering import package
from tests.conftest import MARKERWAARD, PEILDATUM, ROOT, consistent_plan, left_in, square

NAME = "LMVW_GM9999_2026-01-01"
MOMENT = datetime(2026, 4, 1, 12, 0, 0)
KILLS = 100

# A process that forks: each child writes the same package and is killed, without loading QGIS again.
_WRITER = textwrap.dedent("""
    import os, sys, time, signal
    from qgis.core import QgsApplication
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, {root!r})
    from tests.layers.test_package_damage import package, write_new, steps
    from lmvw_plugin.core.reporting.plan_map import PlanMap
    from pathlib import Path
    folder = Path({folder!r})
    print("klaar", flush=True)
    for line in sys.stdin:
        kind, value = line.split()
        child = os.fork()
        if child == 0:
            if kind == "stap":
                steps(int(value))
            if kind in ("tijd", "heel"):
                package.draw_map = lambda *_: PlanMap(b"een plaatje")  # half of the time, and it writes nothing
            elif kind == "grootte":
                import resource
                resource.setrlimit(resource.RLIMIT_FSIZE, (int(value), int(value)))
            try:
                write_new(folder)
            except Exception as error:
                print(type(error).__name__, error, file=sys.stderr)
                os._exit(3)
            os._exit(0)
        if kind == "tijd":
            time.sleep(float(value))
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        print(os.WTERMSIG(status) if os.WIFSIGNALED(status) else -os.WEXITSTATUS(status), flush=True)
""")

STEPS = (
    "_write_layer",
    "write_workbook",
    "write_profile",
    "draw_map",
    "check_report",
    "_verify_layer",
    "verify_workbook",
    "_manifest",
    "_zip",
    "put_in_place",
)


def write(folder, number, moment=MOMENT):
    plans = [consistent_plan(plannaam=f"Plan {place}") for place in range(number)]
    delivery = make_delivery(plans, MARKERWAARD, PEILDATUM)
    geometries = [square(place) for place in range(number)]
    subject = Subject(PEILDATUM, MARKERWAARD, "plannen")
    return package.write_package(folder, delivery, geometries, [], subject, Silent(), moment=moment)


def write_new(folder):
    return write(folder, 7)


def steps(number):
    """Kill this process before (even) or after (odd) a step; the last numbers are the renames."""
    kill = lambda *_: os.kill(os.getpid(), signal.SIGKILL)  # noqa: E731  # shorter than a def for a bullet
    if number < 2 * len(STEPS):
        name = STEPS[number // 2]
        original = getattr(package, name)

        def stop(*given, **named):
            if number % 2 == 0:
                kill()
            original(*given, **named)
            kill()

        setattr(package, name, stop)
        return
    left = [number - 2 * len(STEPS)]
    for name in ("rename", "replace"):
        original = getattr(package.Path, name)

        def moved(self, target, original=original):
            if left[0] == 0:
                kill()
            left[0] -= 1
            return original(self, target)

        setattr(package.Path, name, moved)


ALL_STEPS = 2 * len(STEPS) + 4


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


class Writer:
    """The process that forks writers."""

    def __init__(self, folder):
        program = _WRITER.format(root=str(ROOT), folder=str(folder))
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=environment,
        )
        assert self.process.stdout.readline() == "klaar\n", self.process.stderr.read()

    def ask(self, kind, value):
        self.process.stdin.write(f"{kind} {value}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(30)
        self.process.stdout.close()
        self.process.stderr.close()


@pytest.fixture
def folder(tmp_path):
    target = tmp_path / "levering"
    target.mkdir()
    return target


@pytest.fixture
def writer(folder):
    made = Writer(folder)
    yield made
    made.close()


def complete(path):
    """The archive is whole: every file is what the manifest says."""
    with zipfile.ZipFile(path) as packed:
        manifest = json.loads(packed.read("manifest.json"))
        for name, found in manifest["sha256"].items():
            assert hashlib.sha256(packed.read(name)).hexdigest() == found
    return manifest["plannen"]


def old_or_new(folder, old, new):
    found = digest(folder / f"{NAME}.zip")
    assert found in (old, new)
    return found == new


def both(folder, writer, kind="kaart"):
    """Digests of the previous package, which stands in the folder, and of the one that is going to be written."""
    assert writer.ask(kind, 0) == 0
    new = digest(folder / f"{NAME}.zip")
    old = digest(write(folder, 3).archive)
    assert old != new
    shutil.copytree(folder, folder.with_name("vorige"))
    return old, new


def put_back(folder):
    """The previous package, as it was."""
    shutil.rmtree(folder)
    shutil.copytree(folder.with_name("vorige"), folder)


@contextmanager
def mounted(place, *what):
    """A file system of the test's own; skips where mounting is not allowed."""
    place.mkdir(exist_ok=True)
    if subprocess.run(["mount", *what, str(place)], capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False, capture_output=True)


ROOT_ONLY = pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="mounting needs root on Linux")


def content_of(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_kill_at_random_moments(folder, writer):
    old, new = both(folder, writer, "heel")
    started = time.perf_counter()
    writer.ask("heel", 0)
    whole = (time.perf_counter() - started) * 1.2
    assert digest(folder / f"{NAME}.zip") == new
    write(folder, 3)
    chance, placed = random.Random(9), 0
    for _ in range(KILLS):
        assert writer.ask("tijd", f"{chance.uniform(0, whole):.4f}") in (0, signal.SIGKILL), "what a killed run leaves never stops the next"
        whole *= 1.02  # a machine that gets slower or faster meanwhile still ends about one run in six
        if old_or_new(folder, old, new):
            placed += 1
            whole *= 0.9
            assert complete(folder / f"{NAME}.zip") == 7
            put_back(folder)
    assert 0 < placed < KILLS, f"{placed} of {KILLS} runs came to an end: the moments are not spread over the run"
    write_new(folder)
    assert left_in(folder) == [NAME, f"{NAME}.zip"]


@pytest.mark.slow
def test_kill_at_every_step(folder, writer):
    old, new = both(folder, writer)
    outcomes = []
    for number in range(ALL_STEPS):
        end = writer.ask("stap", number)
        placed = old_or_new(folder, old, new)
        outcomes.append((end, placed))
        # the next start clears away, and the unpacked copy belongs to the archive
        with package.alone(folder):
            assert left_in(folder) == [".lmvw.lock", NAME, f"{NAME}.zip"]
        copy = json.loads((folder / NAME / "manifest.json").read_text(encoding="utf-8"))
        assert copy["plannen"] == (7 if placed else 3), number
        put_back(folder)
    killed = [end for end, _ in outcomes]
    assert killed[: 2 * len(STEPS)] == [signal.SIGKILL] * (2 * len(STEPS))
    assert {placed for _, placed in outcomes} == {False, True}


@pytest.mark.slow
def test_a_limit_on_file_size_leaves_the_previous_package(folder, writer):
    old, new = both(folder, writer)
    for size in (0, 1, 4096, 20_000, 100_000, 120_000):
        end = writer.ask("grootte", size)
        assert end == (0 if old_or_new(folder, old, new) else -3), f"{size}: a sentence, not a crash"
    write(folder, 3)
    assert left_in(folder) == [NAME, f"{NAME}.zip"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


@pytest.mark.slow
@ROOT_ONLY
@pytest.mark.parametrize("kilobytes", [100, 300, 600])
def test_a_full_disk_leaves_the_previous_package(tmp_path, kilobytes):
    with mounted(tmp_path / "schijf", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs") as disk:
        (disk / f"{NAME}.zip").write_bytes(b"de vorige levering")
        before = digest(disk / f"{NAME}.zip")
        with pytest.raises((LmvwError, OSError)):
            write(disk, 7)
        assert digest(disk / f"{NAME}.zip") == before
        assert left_in(disk) == [f"{NAME}.zip"]


@pytest.mark.slow
@ROOT_ONLY
def test_a_read_only_disk_leaves_the_previous_package(tmp_path):
    with mounted(tmp_path / "schijf", "-t", "tmpfs", "tmpfs") as disk:
        write(disk, 3)
        before = content_of(disk)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(LmvwError, match="kan niet geschreven worden; kies een andere map"):
            write(disk, 7)
        assert content_of(disk) == before


@pytest.mark.slow
@ROOT_ONLY
@pytest.mark.parametrize("step", ["_write_layer", "write_workbook", "_verify_layer", "_zip", "put_in_place"])
def test_a_network_drive_that_is_removed_keeps_the_previous_package(tmp_path, monkeypatch, step):
    """The drive goes while the package is being written, and comes back: what it holds is the previous package, whole."""
    share = tmp_path / "server"
    share.mkdir()
    drive = tmp_path / "schijf"
    with mounted(drive, "--bind", str(share)):
        old = digest(write(drive, 3).archive)
        original = getattr(package, step)

        def gone(*given, **named):
            subprocess.run(["umount", "-l", str(drive)], check=True)
            return original(*given, **named)

        monkeypatch.setattr(package, step, gone)
        with pytest.raises((LmvwError, OSError)) as caught:
            write(drive, 7)
        assert isinstance(caught.value, LmvwError) or caught.value.errno, "what base.py turns into a sentence"
        monkeypatch.undo()
    assert list(drive.iterdir()) == []
    assert digest(share / f"{NAME}.zip") == old
    assert complete(share / f"{NAME}.zip") == 3
    (share / ".lmvw.lock").unlink()  # of this process, which is still alive
    assert complete(write(share, 7).archive) == 7
    assert left_in(share) == [NAME, f"{NAME}.zip"]


@pytest.mark.slow
@ROOT_ONLY
def test_an_archive_that_may_not_be_replaced_stays(folder):
    """Even root may not touch a file with this mark, as nobody may touch a file that Excel holds open on Windows."""
    if shutil.which("chattr") is None:
        pytest.skip("this machine has no chattr")
    write(folder, 3)
    before = content_of(folder)
    if subprocess.run(["chattr", "+i", str(folder / f"{NAME}.zip")], capture_output=True, check=False).returncode:
        pytest.skip("this file system does not know the mark")
    try:
        with pytest.raises(LmvwError, match="kan niet vervangen worden"):
            write_new(folder)
    finally:
        subprocess.run(["chattr", "-i", str(folder / f"{NAME}.zip")], check=True)
    assert content_of(folder) == before


def test_a_run_that_is_alive_is_left_alone(folder):
    write(folder, 3)
    busy = folder / ".lmvw-bezig"
    with package.alone(folder):
        (busy / NAME).mkdir(parents=True)
        with pytest.raises(LmvwError, match=r"wordt op dit moment al een levering gemaakt; wacht tot die klaar is\."):
            write(folder, 7)
        assert busy.is_dir()
    assert complete(write(folder, 7).archive) == 7
    assert left_in(folder) == [NAME, f"{NAME}.zip"]


@pytest.mark.parametrize("half", [b"", b"12"], ids=["empty", "half"])
def test_a_lock_that_a_killed_run_had_only_begun_stops_nobody(folder, half):
    (folder / ".lmvw.lock").write_bytes(half)
    assert complete(write(folder, 3).archive) == 3
    assert left_in(folder) == [NAME, f"{NAME}.zip"]


def test_an_unpacked_copy_in_use_stops_the_run_before_anything_changes(folder, monkeypatch):
    old = digest(write(folder, 3).archive)
    replace = package.Path.replace

    def in_use(self, target):
        if self.name == NAME and self.parent == folder:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(package.Path, "replace", in_use)
    with pytest.raises(LmvwError, match="kan niet vervangen worden"):
        write_new(folder)
    assert digest(folder / f"{NAME}.zip") == old
    assert left_in(folder) == [NAME, f"{NAME}.zip"]


def test_a_locked_archive_leaves_archive_and_copy(folder, monkeypatch):
    write(folder, 3)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    replace = package.Path.replace

    def locked(self, target):
        if self.suffix == ".zip":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    monkeypatch.setattr(package.Path, "replace", locked)
    with pytest.raises(LmvwError, match="kan niet vervangen worden"):
        write_new(folder)
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_folder_that_vanishes_is_an_error_not_a_package(folder, monkeypatch):
    original = package.write_workbook

    def vanish(path, *rest, **more):
        original(path, *rest, **more)
        shutil.rmtree(folder)

    monkeypatch.setattr(package, "write_workbook", vanish)
    with pytest.raises((LmvwError, OSError)):
        write_new(folder)


def test_the_same_plans_and_moment_give_the_same_bytes(tmp_path):
    made = []
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        made.append(write(tmp_path / name, 5))
    for name in left_in(made[0].folder):
        assert made[0].file(name).read_bytes() == made[1].file(name).read_bytes(), name
    assert made[0].archive.read_bytes() == made[1].archive.read_bytes()


def test_another_moment_changes_nothing_but_the_stamp(tmp_path):
    made = []
    for name, moment in (("een", MOMENT), ("twee", datetime(2026, 4, 2, 9, 30, 0))):
        (tmp_path / name).mkdir()
        made.append(write(tmp_path / name, 5, moment))
    assert made[0].file("LEESMIJ.txt").read_bytes() == made[1].file("LEESMIJ.txt").read_bytes()
    reports = [one.file("controle.html").read_text(encoding="utf-8") for one in made]
    assert reports[0].replace(i18n.moment(MOMENT), "2 april 2026, 09:30") == reports[1]
    with zipfile.ZipFile(made[0].file("plannen.xlsx")) as one, zipfile.ZipFile(made[1].file("plannen.xlsx")) as two:
        assert {name for name in one.namelist() if one.read(name) != two.read(name)} == {"docProps/core.xml"}
    assert tables(made[0].file("plannen.gpkg")) == tables(made[1].file("plannen.gpkg"))
    told = [json.loads(one.file("manifest.json").read_text(encoding="utf-8")) for one in made]
    assert {name for name in told[0] if told[0][name] != told[1][name]} == {"gemaakt", "sha256"}


def tables(path):
    """Every row of every table, without the two time stamps."""
    with closing(sqlite3.connect(path)) as database:
        names = [
            name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if not name.startswith("rtree")
        ]
        found = {}
        for name in names:
            rows = database.execute(f'SELECT * FROM "{name}"')  # names of our own
            columns = [column[0] for column in rows.description]
            found[name] = [[value for column, value in zip(columns, row, strict=True) if column not in STAMPS] for row in rows]
    return found


STAMPS = ("last_change", "update_time")


@pytest.mark.parametrize("looks", range(1, 60, 14))
def test_cancel_at_any_moment_leaves_the_previous_package(folder, monkeypatch, looks):
    old = digest(write(folder, 3).archive)

    class Impatient(Silent):
        left = looks

        def isCanceled(self):  # noqa: N802  # QGIS's name
            self.left -= 1
            return self.left <= 0

    monkeypatch.setattr(sys.modules[__name__], "Silent", Impatient)
    with pytest.raises(Cancelled):
        write_new(folder)
    assert digest(folder / f"{NAME}.zip") == old
    assert left_in(folder) == [NAME, f"{NAME}.zip"]
