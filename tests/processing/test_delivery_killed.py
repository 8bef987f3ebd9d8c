# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that is killed while it delivers: what was placed is known by whoever comes next, and what was not is told."""

import os
import signal
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest

from lmvw_plugin.core.basisset.peildatum import Peildatum
from lmvw_plugin.layers.history.remembered import last_delivery, stopped
from lmvw_plugin.layers.history.since import since_of
from lmvw_plugin.layers.moment import digest
from lmvw_plugin.layers.planfile import store
from lmvw_plugin.layers.planfile.tables import delivery_memory as memory
from tests.conftest import MARKERWAARD, ROOT, Listener, change, consistent_plan, left_in, square

SPRING = Peildatum(date(2026, 1, 1))
GIVEN = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}

# Delivers in a process of its own, which is killed just before or after the package gets its name.
_DELIVERS = textwrap.dedent("""
    import os, signal, sys
    from qgis.core import QgsApplication
    application = QgsApplication([], False)
    application.initQgis()
    sys.path[:0] = ["/usr/share/qgis/python/plugins", {root!r}]
    from processing.core.Processing import Processing
    Processing.initialize()
    from qgis import processing
    from lmvw_plugin import classFactory
    plugin = classFactory(None)
    plugin.initProcessing()
    from lmvw_plugin.layers.delivering import package
    put_in_place = package.put_in_place
    def killed(*given):
        if {after}:
            put_in_place(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    package.put_in_place = killed
    processing.run("lmvw:exportdelivery", dict(INPUT={path!r}, GEMEENTE="GM9999", PEILDATUM="2026-01-01", FOLDER={folder!r}))
""")


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "plannen.gpkg"
    plans = [(square(n), consistent_plan(plan_id=f"id-{n}", plannaam=f"Plan {n}")) for n in range(3)]
    store.create(path, store.PlanFileInfo(MARKERWAARD, SPRING), plans)
    (tmp_path / "uit").mkdir()
    return path


def killed(path, after):
    folder = path.with_name("uit")
    code = _DELIVERS.format(root=str(ROOT), path=str(path), folder=str(folder), after=after)
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True
    )
    assert run.returncode == -signal.SIGKILL, run.stderr[-2000:]
    return next(iter(folder.glob("*.zip")), None)


def deliver(run, path, feedback=None):
    return Path(run("exportdelivery", feedback, INPUT=str(path), **GIVEN, FOLDER=str(path.with_name("uit")))["PACKAGE"])


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
class TestKilled:
    """Just before and just after the package got its name."""

    def test_what_was_placed_is_remembered(self, run, path, tmp_path):
        change(path, "Plan 1", vervallen=True)
        package = killed(path, after=True)
        (kept,) = memory.read(path)
        assert (kept.sha256, kept.plannen) == (digest(package), 3) and stopped(path) == []
        assert {plan.values["plannaam"] for plan in memory.plans_of(path, kept)} == {"Plan 0", "Plan 1", "Plan 2"}
        assert since_of(path, SPRING.next).previous is not None and memory.finished(path) == {"id-1"}
        new = tmp_path / "nieuw.gpkg"
        assert run("rollforward", INPUT=str(path), OUTPUT=str(new))["LEFT"] == 1, "delivered once, and not again"
        deliver(run, path)
        package.unlink()
        assert [one.plannen for one in memory.read(path)] == [3, 3], "the next delivery settles it for good"
        assert last_delivery(path).sha256 != kept.sha256

    def test_what_was_not_placed_is_told_until_the_next_delivery(self, run, path):
        assert killed(path, after=False) is None
        assert memory.read(path) == [] and memory.finished(path) == frozenset()
        (said,) = since_of(path, SPRING.next).notes
        assert "afgebroken" in said and "LMVW_GM9999_2026-01-01.zip" in said and str(path.with_name("uit")) in said
        package = deliver(run, path)
        assert [one.sha256 for one in memory.read(path)] == [digest(package)] and stopped(path) == []
        assert left_in(path.with_name("uit")) == ["LMVW_GM9999_2026-01-01", "LMVW_GM9999_2026-01-01.zip"]

    def test_a_package_that_was_moved_meanwhile_is_told(self, run, path):
        killed(path, after=True).rename(path.with_name("verstuurd.zip"))
        assert memory.read(path) == [] and len(stopped(path)) == 1
        heard = Listener()
        deliver(run, path, heard)
        assert "is afgebroken: pakket" in heard.textLog()
