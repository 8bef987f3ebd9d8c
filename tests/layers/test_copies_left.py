# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that is killed leaves copies of plans among the temporary files, also of those that stay at home: the next run removes them."""

import os
import subprocess
import sys
import tempfile
import textwrap

import pytest

from lmvw_plugin.layers.planfile import standing
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.stored.copies import SourceCopy
from tests.conftest import MARKERWAARD, PEILDATUM, ROOT, consistent_plan, square

_PROGRAM = """
    import os, signal, sys
    from pathlib import Path
    from lmvw_plugin.layers.stored.copies import SourceCopy
    from lmvw_plugin.layers.planfile import standing

    class Killed:
        def isCanceled(self):
            os.kill(os.getpid(), signal.SIGKILL)

        def setProgress(self, percent):
            pass

    path = sys.argv[1]
    {what}
"""
_READING = "standing.look(Path(path), feedback=Killed())"
_IMPORTING = "copies = SourceCopy(); copies.of(path); Killed().isCanceled()"


def copies(folder, name):
    """The temporary files that hold the name of a plan."""
    return [path for path in folder.rglob("*") if path.is_file() and name.encode() in path.read_bytes()]


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is of Unix")
@pytest.mark.parametrize("what", [_READING, _IMPORTING], ids=["standing", "import"])
def test_the_copies_of_a_killed_run_are_gone_after_the_next(tmp_path, monkeypatch, what):
    path, temporary = tmp_path / "planbestand.gpkg", tmp_path / "tijdelijk"
    temporary.mkdir()
    plans = [(square(), consistent_plan(plannaam="Geheim Bos", plan_id="1", planstatus="5A"))]
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), plans)
    program = textwrap.dedent(_PROGRAM).format(what=what)
    environment = {**os.environ, "TMPDIR": str(temporary), "PYTHONPATH": os.pathsep.join((str(ROOT), *sys.path))}
    run = subprocess.run([sys.executable, "-c", program, str(path)], env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == -9, run.stderr
    assert copies(temporary, "Geheim Bos")
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    standing.look(path)
    assert not copies(temporary, "Geheim Bos")
    source = SourceCopy()
    assert source.of(str(path)).startswith(str(temporary))
    del source
    assert list(temporary.iterdir()) == []
