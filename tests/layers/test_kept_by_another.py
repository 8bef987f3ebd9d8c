# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that another program keeps to itself: in the window nobody waits for it, and nobody says that it is no plan file."""

import sqlite3
import threading
import time
from contextlib import closing

import pytest
import qgis.utils
from qgis.core import QgsVectorLayer

from lmvw_plugin.core.feedback import Cancelled, asking
from lmvw_plugin.layers.moment import Locked
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.planfile.recognising import is_plan_file, plan_file_of
from lmvw_plugin.layers.planfile.tables import check_table
from tests.conftest import MARKERWAARD, PEILDATUM, consistent_plan, square
from tests.other_program import KEEPS, OtherProgram

MOMENT = 1.0  # seconds: far less than anybody waits elsewhere


@pytest.fixture
def plans(tmp_path, qgis_app):
    path = tmp_path / "p.gpkg"
    planfile.create(path, planfile.PlanFileInfo(MARKERWAARD, PEILDATUM), [(square(), consistent_plan())])
    return planfile.open_layer(path)


@pytest.fixture
def path(plans, tmp_path):
    with closing(sqlite3.connect(tmp_path / "p.gpkg")) as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    return tmp_path / "p.gpkg"


@pytest.fixture
def in_window(monkeypatch):
    """QGIS has a window, and this is its thread."""
    monkeypatch.setattr(qgis.utils, "iface", object())


def refused(ask, path):
    """How long it takes to say that another program keeps the file."""
    begun = time.monotonic()
    with pytest.raises(Locked, match="schrijft op dit moment een ander programma"):
        ask(path)
    return time.monotonic() - begun


def test_the_window_knows_a_layer_of_a_plan_file_while_the_file_is_kept(plans, path, in_window):
    with OtherProgram(path, KEEPS):
        begun = time.monotonic()
        assert plan_file_of(plans) == path
        assert time.monotonic() - begun < MOMENT
    assert plan_file_of(plans) == path


@pytest.mark.parametrize("ask", [is_plan_file, planfile.read_info, check_table.moment_of])
def test_the_window_does_not_wait_for_what_it_asks_of_the_file(path, in_window, ask):
    with OtherProgram(path, KEEPS):
        assert refused(ask, path) < MOMENT
    ask(path)


def test_of_another_layer_in_a_file_that_is_kept_nobody_says_that_it_is_of_a_plan_file(path, in_window):
    about = QgsVectorLayer(f"{path}|layername=lmvw_planbestand", "over", "ogr")
    assert plan_file_of(about) == path
    with OtherProgram(path, KEEPS):
        assert plan_file_of(about) is None


class Hears:
    """Who waits for some work, and stops it when told for whom it waits and ``stops``."""

    def __init__(self, stops=False, then=lambda: None):
        self.said, self._stops, self._then = [], stops, then

    def isCanceled(self):  # noqa: N802  # QGIS's name
        return self._stops and bool(self.said)

    def setProgress(self, progress):  # noqa: N802  # QGIS's name
        pass

    def pushInfo(self, words):  # noqa: N802  # QGIS's name
        self.said.append(words)
        self._then()


@pytest.mark.parametrize("ask", [is_plan_file, planfile.read_info])
def test_work_waits_says_for_whom_and_goes_on_as_soon_as_the_file_is_free(path, in_window, ask):
    other = OtherProgram(path, KEEPS)
    hears, found = Hears(then=other.let_go), []

    def work():
        with asking(hears):
            found.append(ask(path))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(30)
    assert found and found[0]
    assert len(hears.said) == 1
    assert hears.said[0].startswith(f"Wachten op een ander programma dat in ‘{path}’ schrijft")


def test_work_that_waits_can_be_stopped(path):
    with OtherProgram(path, KEEPS), asking(Hears(stops=True)), pytest.raises(Cancelled):
        is_plan_file(path)
