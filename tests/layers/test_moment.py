# SPDX-License-Identifier: GPL-2.0-or-later
"""A database is copied as it was at one moment, whoever writes or was killed meanwhile, and nothing changes beside it."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing

import pytest

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.feedback import Cancelled, Silent
from lmvw_plugin.layers import moment
from lmvw_plugin.layers.geopackage import looking
from lmvw_plugin.layers.stored import copies

ROWS = 3000
_WRITER = textwrap.dedent("""
    import sqlite3, sys, time
    database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=10)
    number = 0
    print("klaar", flush=True)
    while True:
        number += 1
        database.execute("UPDATE t SET moment = ?", (number,))
        time.sleep(0.05)
""")
_HASTE = textwrap.dedent("""
    import sqlite3, sys
    database = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=60)
    database.execute("PRAGMA synchronous = OFF")
    print("klaar", flush=True)
    while True:
        database.execute("UPDATE t SET moment = moment + 1 WHERE id = 1")
""")
_LOCKER = textwrap.dedent("""
    import sqlite3, sys
    database = sqlite3.connect(sys.argv[1], isolation_level=None)
    database.execute("PRAGMA cache_size = 5")
    database.execute(sys.argv[2])
    database.execute("UPDATE t SET moment = 99")
    print("klaar", flush=True)
    sys.stdin.read()
""")


@pytest.fixture(params=["delete", "wal"])
def path(request, tmp_path):
    made = tmp_path / "bron" / "plannen 50%.gpkg"
    made.parent.mkdir()
    with closing(sqlite3.connect(made)) as database:
        database.execute(f"PRAGMA journal_mode={request.param}")
        database.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, moment INTEGER, words TEXT)")
        database.executemany("INSERT INTO t VALUES (?, 0, ?)", [(number, "x" * 100) for number in range(ROWS)])
        database.commit()
    return made


@pytest.fixture
def process():
    started = []

    def start(program, *arguments):
        one = subprocess.Popen(
            [sys.executable, "-c", program, *map(str, arguments)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        started.append(one)
        assert one.stdout.readline() == "klaar\n"
        return one

    yield start
    for one in started:
        one.kill()
        one.communicate()


def moments(path):
    with closing(sqlite3.connect(path)) as database:
        return [moment for (moment,) in database.execute("SELECT DISTINCT moment FROM t")]


def beside(path):
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if not one.name.endswith("-shm")}


def test_a_copy_holds_one_moment_while_another_process_commits_twenty_times_a_second(path, tmp_path, process):
    process(_WRITER, path)
    seen = set()
    for number in range(15):
        folder = tmp_path / str(number)
        folder.mkdir()
        (found,) = moments(moment.copy_of(path, folder, patience=30))
        seen.add(found)
        time.sleep(0.02)
    assert len(seen) > 1, "the other process was at work"


def test_reading_leaves_no_trace(path, tmp_path):
    before, listed = beside(path), sorted(path.parent.iterdir())
    copy = moment.copy_of(path, tmp_path)
    assert moments(copy) == [0]
    assert (beside(path), sorted(path.parent.iterdir())) == (before, listed)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == [path.name]


def test_to_look_into_a_file_leaves_no_trace_either(path):
    """Not while it is looked at, nor afterwards; and what looks cannot write."""
    before, listed = beside(path), sorted(path.parent.iterdir())
    with looking(path) as database:
        assert database.execute("SELECT count(*) FROM t").fetchone() == (ROWS,)
        assert sorted(path.parent.iterdir()) == listed
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            database.execute("DELETE FROM t")
    assert (beside(path), sorted(path.parent.iterdir())) == (before, listed)


def test_to_look_into_a_file_that_another_program_keeps_to_itself_says_so(path, process):
    process(_LOCKER, path, "PRAGMA locking_mode=EXCLUSIVE")
    with pytest.raises(moment.Locked, match="schrijft op dit moment een ander programma"), looking(path, 0.2) as database:
        database.execute("SELECT count(*) FROM t").fetchone()


def test_what_is_not_there_to_look_at_is_no_lock(path):
    with pytest.raises(sqlite3.OperationalError, match="no such table"), looking(path) as database:
        database.execute("SELECT * FROM weg")


def test_what_is_in_the_log_of_who_has_the_file_open_is_seen(path):
    with closing(sqlite3.connect(path, isolation_level=None)) as here:
        here.execute("PRAGMA journal_mode=WAL")
        here.execute("UPDATE t SET moment = 5")
        with looking(path) as database:
            assert database.execute("SELECT DISTINCT moment FROM t").fetchall() == [(5,)]


def test_what_a_killed_program_left_is_mended_in_the_copy_only(path, tmp_path, process):
    writer = process(_LOCKER, path, "BEGIN IMMEDIATE")
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    (path.parent / f"{path.name}-shm").unlink(missing_ok=True)  # as after a copy to another drive
    before, listed = beside(path), sorted(path.parent.iterdir())
    assert moments(moment.copy_of(path, tmp_path)) == [0], "the transaction that was never committed is not there"
    assert (beside(path), sorted(path.parent.iterdir())) == (before, listed)


def test_a_log_that_was_never_written_back_is_read(path, tmp_path):
    with closing(sqlite3.connect(path)) as database:
        if database.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            pytest.skip("only where there is a log")
        database.execute("UPDATE t SET moment = 7")
        database.commit()
        left = tmp_path / "achtergebleven"
        left.mkdir()
        for tail in ("", "-wal"):
            (left / f"p.gpkg{tail}").write_bytes((path.parent / f"{path.name}{tail}").read_bytes())
    before = beside(left / "p.gpkg")
    assert moments(moment.copy_of(left / "p.gpkg", tmp_path)) == [7]
    with looking(left / "p.gpkg") as database:
        assert database.execute("SELECT DISTINCT moment FROM t").fetchall() == [(7,)]
    assert beside(left / "p.gpkg") == before


class Listener(Silent):
    """Hears for whom we wait, and cancels when told."""

    def __init__(self, cancel=False):
        self.heard, self.cancel = [], cancel

    def pushInfo(self, words):  # noqa: N802  # QGIS's name
        self.heard.append(words)

    def isCanceled(self):  # noqa: N802  # QGIS's name
        return self.cancel and bool(self.heard)


@pytest.mark.parametrize("look", [1, 2])
def test_a_log_that_goes_while_it_is_read_is_looked_at_again(tmp_path, monkeypatch, look):
    """The program that had the file open saves, closes it and takes its log away: before we copied, or when we had."""
    path = tmp_path / "plannen.gpkg"
    kept = tmp_path / "kept"
    kept.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("CREATE TABLE t (moment INTEGER)")
        database.execute("INSERT INTO t VALUES (7)")
        for tail in ("", "-wal"):
            shutil.copyfile(f"{path}{tail}", kept / f"plannen.gpkg{tail}")
    path = kept / "plannen.gpkg"
    of, looks = moment._state, []

    def state(files):
        looks.append(files)
        if len(looks) == look:
            with closing(sqlite3.connect(path)) as other, other:
                other.execute("UPDATE t SET moment = 8")
        return of(files)

    monkeypatch.setattr(moment, "_state", state)
    (tmp_path / "copy").mkdir()
    with closing(sqlite3.connect(moment.copy_of(path, tmp_path / "copy"))) as copy:
        assert copy.execute("SELECT moment FROM t").fetchone() == (8,), "a log that we copied before is not laid over it"


def test_a_file_that_goes_is_not_waited_for_though_its_journal_stays(tmp_path):
    (tmp_path / "weg.gpkg-journal").write_bytes(b"x")
    (tmp_path / "copy").mkdir()
    with pytest.raises(FileNotFoundError):
        moment.copy_of(tmp_path / "weg.gpkg", tmp_path / "copy")


def test_the_wait_for_a_lock_is_told_and_can_be_cancelled(path, tmp_path, process):
    process(_LOCKER, path, "PRAGMA locking_mode=EXCLUSIVE")
    listener = Listener(cancel=True)
    with pytest.raises(Cancelled):
        moment.copy_of(path, tmp_path, listener, patience=60)
    assert len(listener.heard) == 1
    assert f"Wachten op een ander programma dat in ‘{path}’ schrijft" in listener.heard[0]


def test_the_wait_for_a_lock_ends_with_the_lock(path, tmp_path, process):
    other = process(_LOCKER, path, "BEGIN EXCLUSIVE")

    class Ends(Listener):
        def pushInfo(self, words):  # noqa: N802  # QGIS's name
            other.kill()
            other.wait()

    assert moments(moment.copy_of(path, tmp_path, Ends(), patience=60)) == [0]


def test_the_wait_has_an_end(path, tmp_path, process):
    process(_LOCKER, path, "PRAGMA locking_mode=EXCLUSIVE")
    with pytest.raises(LmvwError, match=r"schrijft op dit moment een ander programma; wacht tot het klaar is of sluit het daar\."):
        moment.copy_of(path, tmp_path, patience=0.2)


def test_a_damaged_file_is_said(path, tmp_path):
    data = bytearray(path.read_bytes())
    data[4096 * 2 : 4096 * 6] = b"\xff" * 4096 * 4
    path.write_bytes(data)
    with pytest.raises(LmvwError, match="is geen GeoPackage of is beschadigd; zet een reservekopie terug"):
        moment.copy_of(path, tmp_path)
    path.write_text("geen database")
    with pytest.raises(LmvwError, match="is geen kaartlaag die QGIS kan lezen"):
        moment.copy_of(path, tmp_path)


def test_the_digest_is_that_of_the_file(tmp_path):
    (tmp_path / "leeg").touch()
    assert moment.digest(tmp_path / "leeg") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@pytest.mark.parametrize("look", [
    lambda path, folder: moment.copy_of(path, folder),
    lambda path, folder: list(copies.about_file(path)),
], ids=["copied", "told"])  # fmt: skip
def test_who_has_the_file_open_here_keeps_its_locks(path, tmp_path, look):
    """Another program that opens and closes the file takes away the log in which QGIS goes on writing, when QGIS lost its locks."""
    with closing(sqlite3.connect(path, isolation_level=None)) as here:
        here.execute("PRAGMA journal_mode=WAL")
        here.execute("SELECT count(*) FROM t").fetchone()
        (tmp_path / "kopie").mkdir()
        look(path, tmp_path / "kopie")
        there = "import sqlite3, sys; base = sqlite3.connect(sys.argv[1]); base.execute('SELECT count(*) FROM t').fetchone(); base.close()"
        subprocess.run([sys.executable, "-c", there, path], check=True)
        here.execute("UPDATE t SET moment = 77")
        written = "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('SELECT DISTINCT moment FROM t').fetchall())"
        seen = subprocess.run([sys.executable, "-c", written, path], check=True, capture_output=True, text=True)
    assert seen.stdout == "[(77,)]\n"
    assert moments(path) == [77]


def test_nobody_comes_between_the_look_and_the_replacing(tmp_path):
    """What was looked at is what is replaced: the lock outlives the transaction that looks."""
    path, source, tried = tmp_path / "er.gpkg", tmp_path / "nieuw.gpkg", []
    for file, words in ((path, "oud"), (source, "nieuw")):
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE t AS SELECT ? AS words", (words,))

    def of_another() -> str:
        with closing(sqlite3.connect(path, timeout=0)) as other:
            try:
                with other:
                    other.execute("UPDATE t SET words = 'van een collega'")
            except sqlite3.OperationalError:
                return "must wait"
        return "is written, and lost"

    def require(database):
        database.set_trace_callback(lambda statement: tried.append(of_another()) if "busy_timeout" in statement else None)

    moment.overwrite(path, source, 1.0, require)
    assert tried == ["must wait"]
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT words FROM t").fetchall() == [("nieuw",)]
