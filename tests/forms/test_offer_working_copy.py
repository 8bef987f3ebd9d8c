# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan file that others reach: said once, worked on in a copy here, put back. This computer's own kind of disk plays the network."""

import shutil
import time

import pytest
from qgis.core import QgsProject, QgsSettings
from qgis.PyQt.QtWidgets import QPushButton

from lmvw_plugin.core.errors import LmvwError
from lmvw_plugin.core.shared import Place
from lmvw_plugin.forms import run_task
from lmvw_plugin.forms.lasting import close_all
from lmvw_plugin.forms.starting import working_copy as w
from lmvw_plugin.forms.starting.known_copies import known
from lmvw_plugin.forms.starting.open_plan_file import open_plan_file
from lmvw_plugin.layers import place
from lmvw_plugin.layers.sources import file_of
from tests.conftest import change, folder_on_another_disk, kind_of_disk, read_plans
from tests.forms.desk import MapDesk, first_day


@pytest.fixture
def here(own_file, monkeypatch):
    """A folder on this computer; the kind of disk that the plan file lies on is of the network."""
    folder = folder_on_another_disk(own_file)
    monkeypatch.setattr(place, "_NETWORK", frozenset((kind_of_disk(own_file),)))
    yield folder
    QgsProject.instance().clear()
    shutil.rmtree(folder)


@pytest.fixture
def desk(qgis_app):
    with first_day() as desk:
        watch = w.WorkingCopyWatch(desk)
        yield desk
        watch.stop()


def press(desk, words):
    next(button for message in desk.bar.items() for button in message.findChildren(QPushButton) if button.text() == words).click()


def names(path):
    return {plan["plannaam"] for plan, _ in read_plans(path)}


def test_a_file_on_this_computer_is_opened_without_a_word(desk, own_file):
    assert place.place_of(own_file) is Place.OWN
    open_plan_file(desk, own_file)
    assert desk.words == []


def test_a_file_on_the_network_that_was_open_before_the_plugin_is_told_too(own_file, here):
    QgsSettings().remove("lmvw")
    desk = MapDesk()
    open_plan_file(desk, own_file)
    watch = w.WorkingCopyWatch(desk)
    assert [words for words in desk.words if "staat op een netwerkschijf" in words]
    watch.stop()
    desk.clear()
    QgsSettings().remove("lmvw")


def test_a_file_on_the_network_is_told_once(desk, own_file, here):
    assert place.place_of(own_file) is Place.NETWORK
    open_plan_file(desk, own_file)
    assert desk.words == ["‘planbestand.gpkg’ staat op een netwerkschijf. Werken twee mensen er tegelijk in, dan kan werk verloren gaan."]
    QgsProject.instance().clear()
    assert not desk.bar.items()
    open_plan_file(desk, own_file)
    assert len(desk.words) == 1


def test_from_the_network_to_here_and_back(desk, own_file, here, qtbot, monkeypatch):
    open_plan_file(desk, own_file)
    monkeypatch.setattr(w.QFileDialog, "getExistingDirectory", lambda *_: str(here))
    press(desk, "Werkkopie maken…")
    copy = here / own_file.name
    qtbot.waitUntil(lambda: desk.words[-1] == f"De werkkopie staat in {copy}", timeout=60_000)
    assert known(copy).original == own_file
    assert any(words == f"Dit is uw werkkopie van ‘{own_file}’. Zet haar terug als u klaar bent." for words in desk.words)
    layer = desk.active
    assert layer.source().startswith(str(copy))
    plan = next(layer.getFeatures())
    layer.startEditing()
    layer.changeAttributeValue(plan.id(), layer.fields().lookupField("plannaam"), "Onderweg gewijzigd")
    press(desk, "Terugzetten")
    assert "niet opgeslagen zijn; sla ze eerst op" in desk.words[-1]
    assert layer.commitChanges()
    press(desk, "Terugzetten")
    qtbot.waitUntil(lambda: "is bijgewerkt. Wat er stond is bewaard als" in desk.words[-1], timeout=60_000)
    assert "Onderweg gewijzigd" in names(own_file)
    (kept,) = own_file.parent.glob("*_bewaard_*.gpkg")
    assert "Onderweg gewijzigd" not in names(kept)
    with pytest.raises(LmvwError, match="is al een werkkopie"):
        w.choose_copy(desk)


def test_what_cannot_be_done_is_said(desk, own_file, here):
    with pytest.raises(LmvwError, match="Open eerst een planbestand"):
        w.choose_copy(desk)
    open_plan_file(desk, own_file)
    with pytest.raises(LmvwError, match="is geen werkkopie die u op deze computer maakte"):
        w.put_back(desk)
    with pytest.raises(LmvwError, match="staat ook op het netwerk of in OneDrive"):
        w.make_copy(desk, own_file, own_file.parent)


def test_settings_that_somebody_spoilt_are_no_working_copies(desk, own_file):
    for spoilt in ("", "[]", "{", '{"x": 1}'):
        QgsSettings().setValue("lmvw/working_copies", spoilt)
        assert known(own_file) is None


def test_a_copy_under_way_stops_when_the_plugin_goes(desk, own_file, here, qtbot):
    open_plan_file(desk, own_file)
    said = list(desk.words)
    w.make_copy(desk, own_file, here)
    close_all()
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    assert desk.words == said
    assert file_of(desk.active) == own_file
    assert not [one for one in here.iterdir() if one.name != own_file.name], "nothing half made"


def test_what_was_put_back_is_known_though_the_plugin_went_meanwhile(desk, own_file, here, qtbot):
    w.make_copy(desk, own_file, here)
    copy = here / own_file.name
    qtbot.waitUntil(lambda: bool(desk.words) and desk.words[-1] == f"De werkkopie staat in {copy}", timeout=60_000)
    before = own_file.stat().st_mtime_ns
    change(copy, sorted(names(copy))[0], plannummer="onderweg")
    w.put_back(desk)
    for _ in range(6000):  # the events of the main thread wait
        if own_file.stat().st_mtime_ns != before:
            break
        time.sleep(0.01)
    close_all()
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=10_000)
    w.put_back(desk)
    qtbot.waitUntil(lambda: "is bijgewerkt" in desk.words[-1], timeout=60_000)


def test_a_second_press_does_not_put_back_again(desk, own_file, here, qtbot):
    """It would find the original changed, by the first one."""
    w.make_copy(desk, own_file, here)
    copy = here / own_file.name
    qtbot.waitUntil(lambda: bool(desk.words) and desk.words[-1] == f"De werkkopie staat in {copy}", timeout=60_000)
    change(copy, sorted(names(copy))[0], plannummer="onderweg")
    w.put_back(desk)
    with pytest.raises(LmvwError, match="loopt nog"):
        w.put_back(desk)
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=60_000)
    assert "is bijgewerkt" in desk.words[-1]
    w.put_back(desk)
    qtbot.waitUntil(lambda: not run_task._under_way, timeout=60_000)
    assert "is bijgewerkt" in desk.words[-1]
