# SPDX-License-Identifier: GPL-2.0-or-later
"""Journeys through the built zip in a real QGIS window; every one is an ordinary test that asks for ``window``.

How to write one::

    def test_a_check_says_what_it_found(window):
        path = window.open_sample()                       # the stage: a copy of the sample's project
        window.press("lmvw_check_on_map")                 # real mouse: a button of our toolbar; ``choose`` for the menu
        window.sees("plannen gecontroleerd")              # wait for what the user sees, never for a time
        window.press("lmvw_merge_selected")
        window.opens("lmvw_merge")                        # before keys: it has them from now on
        window.click("button('Annuleren', 'lmvw_merge')") # targets are expressions in the words of inside.py
        window.type("Nieuwe Wijk")                        # real keys, where the focus is
        assert window.read("plan('Nieuwe Wijk')['bruto_totaal']") is None  # what QGIS has now
        assert read_plans(path)                           # what was stored, read outside QGIS

After the last line the harness closes all windows and asserts by itself that QGIS lived and logged no Python error, traceback or warning
of ours. Journeys share one QGIS, which is given back as after a first start (project, windows, settings); ``fresh_window`` starts one of
its own, ``english_window`` one in English, ``large_window`` one at 150%, ``bare_window`` one without the plugin, ``desks`` one for each
of several people in turn. A failing journey leaves ``screen.png``, ``qgis.log``, ``messages.jsonl`` (all that QGIS logged) and
``crash.txt`` (where Python was) in ``build/window/<journey>``, and its second attempt in ``<journey>-again``.
Put files in ``window.folder``: QGIS marks what lies in the temporary folder.
"""

import re
import shutil
from pathlib import Path

import pytest

from scripts import demo
from scripts.clean_profile import make_profile
from scripts.package import make_zip
from tests.conftest import ROOT
from tests.guards import leaks_in
from tests.window.desks import Desks
from tests.window.kit import Qgis, Window
from tests.window.screen import NoScreen, Screen

BUILD = ROOT / "build" / "window"


def pytest_collection_modifyitems(items):
    """A journey that fails is made once more, and named as such: keys and clicks on a screen depend on what else the machine is doing."""
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture(scope="session")
def archive():
    """The built zip."""
    return make_zip(BUILD / "archive")


@pytest.fixture(scope="session")
def sample_project():
    """The project of the sample; journeys get a copy."""
    return demo.make_project(BUILD / "voorbeeld")


@pytest.fixture(scope="session")
def screen():
    BUILD.mkdir(parents=True, exist_ok=True)
    try:
        opened = Screen(BUILD / "screen.log")
    except NoScreen as reason:
        pytest.fail(f"Window tests need a virtual screen: {reason}", pytrace=False)
    yield opened
    opened.close()


class Shared:
    """The QGIS that journeys share; a new one is started after a failure."""

    def __init__(self, screen, archive):
        self._screen, self._archive, self.qgis, self._starts = screen, archive, None, 0

    def get(self):
        if self.qgis is None:
            self._starts += 1
            folder = BUILD / f"qgis-{self._starts}"
            self.qgis = start(self._screen, folder, self._archive)
            self.qgis.ask("settle")
            self.qgis.ask("do", "remember_panels()")
        return self.qgis

    def close(self):
        if self.qgis is not None:
            self.qgis.close()


def start(screen, folder, archive, language="nl", **more):
    """QGIS in a clean profile of its own."""
    make_profile(folder.with_name(f"{folder.name}-profile"), archive)
    return Qgis(screen, folder.with_name(f"{folder.name}-profile"), folder, language, **more)


@pytest.fixture(scope="session")
def shared(screen, archive):
    pool = Shared(screen, archive)
    yield pool
    pool.close()


@pytest.fixture
def folder(request):
    """Where this journey keeps its files; left behind when it fails."""
    name = re.sub(r"[^\w-]+", "-", request.node.name).strip("-")  # QGIS finds no plugin in a folder with brackets
    attempt = getattr(request.node, "execution_count", 1)
    path = BUILD / (name if attempt == 1 else f"{name}-again")  # what the first attempt left is kept
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


@pytest.fixture
def window(shared, folder, sample_project):
    """A QGIS as after its first start, with the plugin, shared with other journeys."""
    journey = Window(shared.get(), folder, sample_project, owned=False)
    yield journey
    if journey.failed:
        shared.qgis = None


@pytest.fixture
def fresh_window(screen, archive, folder, sample_project):
    """A QGIS of its own; the journey may end it."""
    yield Window(start(screen, folder / "qgis", archive), folder, sample_project, owned=True)


@pytest.fixture
def english_window(screen, archive, folder, sample_project):
    """A QGIS of its own, in English."""
    yield Window(start(screen, folder / "qgis", archive, "en"), folder, sample_project, owned=True)


@pytest.fixture
def large_window(screen, archive, folder, sample_project):
    """A QGIS of its own at 150%: the screen of 1366x768 then has room for 911x512."""
    yield Window(start(screen, folder / "qgis", archive, QT_FONT_DPI="144"), folder, sample_project, owned=True)


@pytest.fixture
def bare_window(screen, folder, sample_project):
    """A QGIS of its own in which the plugin is not installed."""
    yield Window(start(screen, folder / "qgis", None), folder, sample_project, owned=True)


@pytest.fixture
def desks(screen, archive, folder, sample_project):
    """A QGIS for each of several people, one after another, each with a profile of its own that stays."""
    yield Desks(lambda profile: make_profile(profile, archive), screen, folder, sample_project)


@pytest.hookimpl(wrapper=True)
def pytest_pyfunc_call(pyfuncitem):
    """A journey is not over before QGIS closed its windows without a complaint; in the test itself, so that an expected failure may be there."""
    journeys = [
        pyfuncitem.funcargs[name]
        for name in ("window", "fresh_window", "english_window", "large_window", "bare_window", "desks")
        if name in pyfuncitem.funcargs
    ]
    try:
        result = yield
        for journey in journeys:
            journey.end()
            leaks = leaks_in(journey.folder)
            assert leaks == [], "a package that this journey made tells of plans that it does not show"
    except BaseException:
        for journey in journeys:
            pyfuncitem.add_report_section("call", "window", f"picture and logs: {journey.fail()}")
        raise
    for journey in journeys:
        shutil.rmtree(journey.folder, ignore_errors=True)
    return result
