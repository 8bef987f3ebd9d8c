# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing asks the network: the main job, with the windows of the plugin loaded, makes no connection and tries none.

QGIS's own requests all pass QgsNetworkAccessManager, whoever makes them; Python's are seen by its audit hook. What GDAL, PROJ and Qt
would ask in C and C++ is seen by strace, in a process of its own that has no network at all: whatever address is named there, even of
this computer itself, was tried by somebody.
"""

import os
import shutil
import socket
import subprocess
import sys

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import QMenu

import lmvw_plugin
from lmvw_plugin.forms.delivering.dialog import open_delivery
from lmvw_plugin.layers.map.project import set_up_project
from scripts import demo
from tests.conftest import ROOT

_tried = []
_listening = []


def _heard(event, arguments):
    if _listening and event in ("socket.connect", "socket.getaddrinfo", "socket.sendto"):
        _tried.append((event, str(arguments)))


sys.addaudithook(_heard)  # it cannot be taken away again, but listens only when asked


@pytest.fixture
def tried(qgis_app):
    """What was tried to reach while the test ran."""

    def asked(request):
        _tried.append(("qgis", request.url().toString()))

    _tried.clear()
    _listening.append(True)
    name = QgsNetworkAccessManager.setRequestPreprocessor(asked)
    yield _tried
    QgsNetworkAccessManager.removeRequestPreprocessor(name)
    _listening.clear()


@pytest.fixture
def plugin(qgis_iface, qgis_processing, monkeypatch):
    menu = QMenu("Vector", qgis_iface.mainWindow())
    monkeypatch.setattr(qgis_iface, "vectorMenu", lambda: menu, raising=False)
    plugin = lmvw_plugin.classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    QgsProject.instance().clear()
    plugin.unload()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_main_job_tries_no_connection(tried, plugin, sample, tmp_path, qgis_iface, qtbot):
    from qgis import processing

    about = {"GEMEENTE": "GM9999", "PEILDATUM": "2026-01-01"}
    plans, outline, target = sample / "schoon" / "plannen.gpkg", str(sample / "gemeentegrens.gpkg"), tmp_path / "p.gpkg"
    processing.run("lmvw:createplanfile", {**about, "OUTPUT": str(tmp_path / "leeg.gpkg")})
    processing.run(
        "lmvw:importplans", {**about, "INPUT": str(plans), "WORKBOOK": str(plans.with_name("werkblad.xlsx")), "OUTPUT": str(target)}
    )
    qgis_iface.setActiveLayer(set_up_project(QgsProject.instance(), target, None))
    processing.run("lmvw:checkplans", {"INPUT": str(target), "PEILDATUM": "2026-01-01", "BOUNDARY": outline, "OUTPUT": "memory:",
                                       "REPORT": str(tmp_path / "r.html")})  # fmt: skip
    window = open_delivery(qgis_iface)
    qtbot.waitUntil(lambda: window._run is None, timeout=60_000)
    window.close()
    made = processing.run("lmvw:exportdelivery", {**about, "INPUT": str(target), "BOUNDARY": outline, "FOLDER": str(tmp_path / "levering")})
    assert made["PLANS"] == 44
    assert QgsApplication.processingRegistry().providerById("lmvw") is not None
    assert tried == []


def test_a_connection_would_be_seen(tried):
    QgsNetworkAccessManager.instance().get(QNetworkRequest(QUrl("http://127.0.0.1:9/kaart"))).abort()
    with socket.socket() as line:
        line.connect_ex(("127.0.0.1", 9))
    assert [who for who, _ in tried] == ["qgis", "socket.connect"]


# -- with the network cut, and every call to the system watched -----------------------------------------------------------------


@pytest.fixture
def without_network(tmp_path):
    """Run a command where there is no network: what it said, and every internet address that it named to the system."""
    cut = ["unshare", "--net"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--net"]
    log = tmp_path / "calls.txt"
    watch = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect,sendto,sendmsg,sendmmsg,bind", "-o", str(log)]
    assert shutil.which("strace"), "run scripts/setup.sh test"
    if subprocess.run([*cut, *watch, "true"], capture_output=True, check=False).returncode:
        pytest.skip("this machine lets nobody cut the network or watch a program")

    def run(*command, **settings):
        done = subprocess.run(
            [*cut, *watch, *map(str, command)], cwd=ROOT, env={**os.environ, **settings}, capture_output=True, text=True, check=False
        )
        return done, [line for line in log.read_text(errors="replace").splitlines() if "sa_family=AF_INET" in line]

    return run


@pytest.mark.slow
def test_the_windows_and_the_main_job_run_without_network_and_ask_for_none(without_network):
    here = f"{__file__}::{test_the_main_job_tries_no_connection.__name__}"
    done, asked = without_network(sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:randomly", here)
    assert done.returncode == 0, done.stdout
    assert asked == []


@pytest.mark.slow
def test_the_executable_runs_without_network_and_asks_for_none(without_network, sample, tmp_path):
    demo.enable_plugin()
    outline, target, about = sample / "gemeentegrens.gpkg", tmp_path / "p.gpkg", ("--GEMEENTE=GM9999", "--PEILDATUM=2026-01-01")
    plans = sample / "schoon" / "plannen.gpkg"
    for name, *parameters in (
        ("importplans", f"--INPUT={plans}", f"--WORKBOOK={plans.with_name('werkblad.xlsx')}", *about, f"--OUTPUT={target}"),
        ("exportdelivery", f"--INPUT={target}", f"--BOUNDARY={outline}", *about, f"--FOLDER={tmp_path}"),
    ):
        done, asked = without_network("qgis_process", "--json", "run", f"lmvw:{name}", *parameters, **demo.environment())
        assert done.returncode == 0, done.stderr
        assert asked == []
    assert list(tmp_path.glob("LMVW_*.zip"))


@pytest.mark.parametrize(
    "asks",
    [
        "import socket; socket.socket().connect_ex(('127.0.0.1', 9))",
        "from osgeo import gdal; gdal.VSIStatL('/vsicurl/http://127.0.0.1:9/kaart')",
    ],
    ids=["Python", "GDAL"],
)
def test_whoever_asks_would_be_seen(without_network, asks):
    _, asked = without_network(sys.executable, "-c", asks)
    assert asked
