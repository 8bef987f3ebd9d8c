# SPDX-License-Identifier: GPL-2.0-or-later
"""What Windows does and Linux does not, played on Linux: paths of a share, decimal commas, a console and files that are not UTF-8."""

import json
import os
import re
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing

import pytest

from tests.conftest import ROOT


def as_share(path):
    """As ``\\\\server\\share`` reads after ``as_posix``: two slashes, which Linux takes for one."""
    return f"/{path}"


@pytest.mark.slow
def test_the_main_job_on_a_share(run, sample, tmp_path):
    clean, about = sample / "schoon", {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    target = as_share(tmp_path / "p.gpkg")
    run("createplanfile", **about, OUTPUT=as_share(tmp_path / "leeg.gpkg"))
    done = run("importplans", INPUT=as_share(clean / "plannen.gpkg"), WORKBOOK=as_share(clean / "werkblad.xlsx"), **about, OUTPUT=target)
    assert done["IMPORTED"] == 44
    outline = as_share(sample / "gemeentegrens.gpkg")
    checked = run(
        "checkplans", INPUT=target, PEILDATUM="2026-01-01", BOUNDARY=outline, OUTPUT="memory:", REPORT=as_share(tmp_path / "r.html")
    )
    assert (checked["PLANS"], checked["ERRORS"]) == (44, 0)
    named = run("checkplannames", INPUT=target, WORKBOOK=as_share(clean / "werkblad.xlsx"), OUTPUT="memory:")
    assert named["ERRORS"] == 0
    again = run("importplans", INPUT=as_share(clean / "plannen.gpkg"), **about, OUTPUT=target, UPDATE=True)
    assert again["NEW"] == 0
    assert run("exportdelivery", INPUT=target, **about, BOUNDARY=outline, FOLDER=as_share(tmp_path / "levering"))["PLANS"] == 44


# -- decimal commas, and texts that are not UTF-8 -------------------------------------------------------------------------------

_RUN = """
import hashlib, json, locale, os, sys, warnings
warnings.filterwarnings("error", category=EncodingWarning, module="lmvw_plugin")  # who opens a text names its encoding
sys.path[:0] = ["/usr/share/qgis/python/plugins"]
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale
qgis = QgsApplication([], False)
qgis.initQgis()
locale.setlocale(locale.LC_ALL, "")  # QGIS sets its numbers to points; a plugin may set them back
QLocale.setDefault(QLocale(os.environ["LMVW_LOCALE"]))
from processing.core.Processing import Processing
Processing.initialize()
from qgis import processing
from lmvw_plugin import classFactory
plugin = classFactory(None)
plugin.initProcessing()
sample, plans, folder = sys.argv[1:]
about = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
outline = sample + "/gemeentegrens.gpkg"
run = lambda name, **parameters: processing.run("lmvw:" + name, parameters)
told = {"signs": [locale.localeconv()["decimal_point"], QLocale().decimalPoint(), locale.getpreferredencoding(False)]}
if not plans:
    plans = folder + "/p.gpkg"
    told["imported"] = run("importplans", INPUT=sample + "/schoon/plannen.gpkg", WORKBOOK=sample + "/schoon/werkblad.xlsx", **about, OUTPUT=plans)["IMPORTED"]
wrong = run("importplans", INPUT=sample + "/fouten/plannen.gpkg", WORKBOOK=sample + "/fouten/werkblad.xlsx", **about, OUTPUT=folder + "/fout.gpkg")
told["wrong"] = [wrong["IMPORTED"], wrong["NOT_IMPORTED"], open(wrong["REPORT"], encoding="utf-8").read(), open(wrong["MAPPING_USED"], encoding="utf-8").read()]
checked = run("checkplans", INPUT=folder + "/fout.gpkg", PEILDATUM="2026-01-01", BOUNDARY=outline, OUTPUT="memory:", REPORT=folder + "/r.html")
told["checked"] = [[checked[name] for name in ("PLANS", "ERRORS", "WARNINGS", "INFOS")], open(folder + "/r.html", encoding="utf-8").read()]
told["found"] = [[str(value) for value in one.attributes()[1:]] + [one.geometry().asWkt(3)] for one in checked["OUTPUT"].getFeatures()]
mended = run("repairpolygons", INPUT=sample + "/fouten/plannen.gpkg", OUTPUT="memory:")["OUTPUT"]
told["mended"] = [one.geometry().asWkb().data().hex() for one in mended.getFeatures()]
told["package"] = run("exportdelivery", INPUT=plans, **about, BOUNDARY=outline, FOLDER=folder)["PACKAGE"]
sys.stdout.buffer.write(b"\\n" + json.dumps(told).encode())
sys.stdout.flush()
os._exit(0)
"""


def done_in(folder, sample, plans, **settings):
    """What the main job gives in a locale; and that nobody wrote to the console."""
    folder.mkdir()
    (folder / "job.py").write_text(_RUN, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHONUTF8"))}
    run = subprocess.run(
        [sys.executable, "-X", "warn_default_encoding", str(folder / "job.py"), str(sample), str(plans), str(folder)],
        cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT), "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0", **settings}, capture_output=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode("utf-8", "replace")[-3000:]
    *said, told = run.stdout.split(b"\n")
    assert not b"".join(said).strip()
    chance = r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{64}|\d\d:\d\d(:\d\d)?"  # keys, checksums and times of day
    return json.loads(re.sub(chance, "ID", told.decode()).replace(str(folder), "MAP"))


def content_of(package):
    """Every plan of the map file, and every sheet of the workbook; their moments of making differ."""
    with zipfile.ZipFile(package.with_suffix("") / "plannen.xlsx") as book:
        sheets = {name: book.read(name) for name in book.namelist() if name != "docProps/core.xml"}
    with closing(sqlite3.connect(package.with_suffix("") / "plannen.gpkg")) as database:
        return sheets, database.execute("SELECT * FROM plannen").fetchall()


@pytest.mark.slow
def test_decimal_commas_and_a_console_of_windows_change_nothing(sample, tmp_path):
    """A Dutch locale with cp1252, as a console on Windows has it and as Python there opens a text of which nobody names the encoding."""
    locales = tmp_path / "locales"
    locales.mkdir()
    name = "nl_NL.CP1252"
    made = subprocess.run(["localedef", "-i", "nl_NL", "-f", "CP1252", str(locales / name)], capture_output=True, text=True, check=False)
    assert (locales / name).is_dir(), made.stderr
    here = done_in(tmp_path / "punt", sample, "", LC_ALL="C.UTF-8", LMVW_LOCALE="C")
    plans = tmp_path / "punt" / "p.gpkg"
    there = done_in(tmp_path / "komma", sample, plans, LC_ALL=name, LOCPATH=str(locales), LMVW_LOCALE="nl_NL", PYTHONIOENCODING="cp1252")
    assert (here.pop("signs"), here.pop("imported")) == ([".", ".", "UTF-8"], 44)
    assert there.pop("signs") == [",", ",", "CP1252"]
    packages = [
        content_of(tmp_path / folder / told.pop("package").removeprefix("MAP/")) for folder, told in (("punt", here), ("komma", there))
    ]
    assert there == here
    assert packages[0] == packages[1]
