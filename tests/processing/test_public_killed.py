# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that is killed between a decision and what was decided about: the list says of which file it is, and whether that is there."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from lmvw_plugin.layers.moment import digest
from lmvw_plugin.layers.planfile import store
from tests.conftest import MARKERWAARD, PEILDATUM, ROOT, consistent_plan, mark_in, square

# Publishes in a process of its own, which is killed just before or after the package gets its name.
_PUBLISHES = textwrap.dedent("""
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
    from lmvw_plugin.layers.confidential import package
    put_in_place = package.put_in_place
    def killed(*given):
        if {after}:
            put_in_place(*given)
        os.kill(os.getpid(), signal.SIGKILL)
    package.put_in_place = killed
    processing.run("lmvw:exportpublic", {given!r})
""")


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
@pytest.mark.parametrize(("after", "state"), [(False, "Niet gevonden"), (True, "Geplaatst")])
def test_a_decision_is_of_a_file_that_is_there_or_says_that_it_is_not(after, state, run, refused, tmp_path):
    path, folder = tmp_path / "plannen.gpkg", tmp_path / "uit"
    hidden = consistent_plan(plannaam="Haven", vertrouwelijk=True, planstatus="3")
    store.create(path, store.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(0), hidden)])
    folder.mkdir()
    given = {"INPUT": str(path), "GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01", "FOLDER": str(folder)}
    given |= {"DECIDED_BY": "A. Bos", "DECISION": "Mag", "DECIDED_ABOUT": mark_in(refused("exportpublic", **given))}
    code = _PUBLISHES.format(root=str(ROOT), given=given, after=after)
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr[-2000:]
    kept, package = tmp_path / "plannen_besluiten_VERTROUWELIJK.txt", folder / "LMVW_openbaar_GM9999_2026-01-01.zip"
    assert kept.read_text(encoding="utf-8").count(f"- Nog niet geplaatst: {package} (SHA-256 ") == 1 and package.is_file() is after
    if after:
        assert digest(package) in kept.read_text(encoding="utf-8")
    done = run("exportpublic", **given)
    told = [line for line in kept.read_text(encoding="utf-8").splitlines() if str(package) in line]
    assert told == [told[0], f"- Geplaatst: {package} (SHA-256 {digest(Path(done['PACKAGE']))})"] and told[0].startswith(f"- {state}: ")
