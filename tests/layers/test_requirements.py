# SPDX-License-Identifier: GPL-2.0-or-later
"""What the plugin says of the packages that it needs: tried in a Python of its own, with those versions on its path."""

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication

from lmvw_plugin.layers.requirements import Requirement, unmet, version_of

ROOT = Path(__file__).resolve().parents[2]
ASK = "from lmvw_plugin.layers.requirements import notice, unmet; print(notice(unmet()) if unmet() else 'goed')"


def told(folder, **versions):
    """What a fresh Python says that finds these packages first; None: a package that is nowhere."""
    hidden = [name for name, version in versions.items() if version is None]
    for name, version in versions.items():
        if version is not None:
            (folder / name).mkdir(parents=True)
            (folder / name / "__init__.py").write_text("")
            about = folder / f"{name}-{version}.dist-info"
            about.mkdir()
            (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    hide = f"import sys, importlib.util as u; real = u.find_spec; u.find_spec = lambda n, *a: None if n in {hidden!r} else real(n, *a); "
    run = subprocess.run(
        [sys.executable, "-c", hide + ASK],
        cwd=ROOT,
        env={"PYTHONPATH": f"{folder}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


def test_here_everything_is_met():
    assert unmet() == []


@pytest.mark.parametrize(("shapely", "openpyxl"), [("2.0.6", "3.1.2"), ("2.1.2", "3.1.5"), ("2.2.0", "3.0.9"), ("2.0", "3.1.5")])
def test_what_the_packagers_ship_is_enough(tmp_path, shapely, openpyxl):
    assert told(tmp_path, shapely=shapely, openpyxl=openpyxl) == "goed"


def test_an_old_version_is_told_with_what_cannot_be_done(tmp_path):
    assert told(tmp_path, shapely="1.8.5.post1", openpyxl="3.1.5") == ("shapely 1.8.5.post1 is te oud: leveren kan niet.")


def test_an_absent_package_is_told(tmp_path):
    assert told(tmp_path, shapely="2.0.6", openpyxl=None) == "openpyxl ontbreekt: leveren kan niet."


def test_an_empty_folder_is_no_package(tmp_path, monkeypatch):
    """What is left when somebody took a package away while QGIS was open."""
    (tmp_path / "leeg").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    empty = Requirement("leeg", (1, 0), "", "leeg")
    assert not empty.is_met
    assert empty.shortfall == "leeg ontbreekt"


def test_what_openpyxl_itself_needs_is_missed_at_once(tmp_path):
    assert told(tmp_path, shapely="2.0.6", openpyxl="3.1.5", et_xmlfile=None) == (
        "et_xmlfile, dat bij openpyxl hoort, ontbreekt: leveren kan niet."
    )


@pytest.mark.parametrize(("text", "version"), [("2.0.6", (2, 0, 6)), ("1.8.5.post1", (1, 8, 5)), ("2.1rc1", (2, 1)), ("", ())])
def test_versions(text, version):
    assert version_of(text) == version


def test_a_package_that_tells_no_version_is_believed(tmp_path, monkeypatch):
    (tmp_path / "naamloos").mkdir()
    (tmp_path / "naamloos" / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    assert Requirement("naamloos", (9, 0), "", "naamloos").is_met


def test_a_package_that_is_there_but_does_not_start_is_told_and_the_log_says_why(qgis_app, tmp_path, monkeypatch):
    (tmp_path / "kapot").mkdir()
    (tmp_path / "kapot" / "__init__.py").write_text("raise ImportError('DLL load failed')")
    monkeypatch.syspath_prepend(tmp_path)
    broken, heard = Requirement("kapot", (1, 0), "", "kapot"), []
    QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(lambda words, *_: heard.append(words))
    assert broken.is_met
    assert not broken.starts
    assert broken.shortfall == "kapot start niet"
    (said,) = heard
    assert said == f"kapot start niet: DLL load failed ({tmp_path / 'kapot' / '__init__.py'})"
