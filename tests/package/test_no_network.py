# SPDX-License-Identifier: GPL-2.0-or-later
"""Nothing asks the network: the main job, with the windows of the plugin loaded, makes no connection and tries none.

QGIS's own requests all pass QgsNetworkAccessManager, whoever makes them; Python's are seen by its audit hook.
"""

import socket
import sys

import pytest
from qgis.core import QgsApplication, QgsNetworkAccessManager, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QUrl
from qgis.PyQt.QtNetwork import QNetworkRequest
from qgis.PyQt.QtWidgets import QMenu

import lmvw_plugin
from lmvw_plugin.forms.delivering.dialog import open_delivery
from lmvw_plugin.layers.map.project import set_up_project

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
