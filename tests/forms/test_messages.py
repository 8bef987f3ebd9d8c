# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said in QGIS's own message bar: all of it can be read on a small screen, and it goes with what it was about."""

import pytest
from qgis.core import Qgis, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout

from lmvw_plugin.forms import messages
from lmvw_plugin.layers.planfile import store as planfile
from lmvw_plugin.layers.sources import file_of
from tests.conftest import consistent_plan
from tests.forms.desk import Desk
from tests.forms.plan_files import make

WORDS = (
    "44 plannen gecontroleerd: 17 fouten, 8 plannen in te vullen (1.120 velden), 12 waarschuwingen. De polygonen zijn niet gecontroleerd."
)


@pytest.fixture
def desk(qgis_app):
    desk = Desk()
    rows = QVBoxLayout(desk.window)
    rows.addWidget(desk.bar)
    rows.addStretch(1)
    desk.window.show()
    yield desk
    messages.withdraw_all(desk)


def told(desk, words=WORDS, done=(), about=None):
    jobs = {title: (lambda title=title: done.append(title)) for title in ("Wat nu te doen", "Toon bevindingen", "Rapport")}
    messages.report(desk, "lmvw_test", words, Qgis.MessageLevel.Critical, jobs, about)
    return desk.bar.items()[0]


@pytest.mark.parametrize("width", [520, 800])
def test_all_words_can_be_read_beside_the_buttons(desk, qtbot, width):
    message = told(desk)
    words = message.findChild(QTextBrowser)
    desk.window.resize(width, 300)
    qtbot.waitUntil(lambda: 40 < words.document().size().height() <= words.height() <= message.height() <= desk.bar.height())
    desk.window.resize(1600, 300)
    qtbot.waitUntil(lambda: words.height() < 40)


@pytest.mark.parametrize("say", [messages.tell, messages.hint, messages.warn])
def test_all_words_of_a_message_that_goes_by_itself_can_be_read_beside_its_countdown(desk, qtbot, say):
    desk.bar.clearWidgets()
    desk.window.resize(520, 300)
    say(desk, WORDS)
    (message,) = desk.bar.items()
    words = message.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: 40 < words.document().size().height() <= words.height() <= message.height() <= desk.bar.height())
    desk.bar.clearWidgets()


def test_the_buttons_leave_room_on_a_small_screen(desk):
    assert told(desk).minimumSizeHint().width() < 450


def test_what_does_not_fit_beside_the_words_is_in_a_menu(desk):
    done = []
    first, more = [one for one in told(desk, done=done).findChildren(QPushButton) if one.text()]
    first.click()
    for entry in more.menu().actions():
        entry.trigger()
    assert done == ["Wat nu te doen", "Toon bevindingen", "Rapport"]


@pytest.fixture
def two(tmp_path):
    """The layers of two plan files, in the project."""
    files = [tmp_path / name / "p.gpkg" for name in ("een", "twee")]
    for file in files:
        file.parent.mkdir()
        make(file.parent, consistent_plan(plan_id="id1"))
    layers = [planfile.open_layer(file) for file in files]
    QgsProject.instance().addMapLayers(layers)
    yield layers
    QgsProject.instance().clear()


@pytest.fixture
def watch(desk):
    watch = messages.MessageWatch(desk)
    yield watch
    watch.stop()
    desk.bar.clearWidgets()


def test_what_was_said_of_a_plan_file_goes_when_that_is_closed(desk, watch, two):
    told(desk, "over het planbestand", about=file_of(two[0]))
    QgsProject.instance().clear()
    assert not desk.bar.items()
    told(desk, "over QGIS")
    QgsProject.instance().clear()
    assert len(desk.bar.items()) == 1


def test_it_goes_with_its_own_plan_file_and_with_no_other_layer_and_nothing_of_others_goes(desk, watch, two):
    one, other = two
    scratch = QgsVectorLayer("Point", "los", "memory")
    twin = planfile.open_layer(file_of(one))
    QgsProject.instance().addMapLayers([scratch, twin])
    told(desk, about=file_of(one))
    desk.bar.pushWidget(desk.bar.createMessage("QGIS", "van QGIS zelf"), Qgis.MessageLevel.Info, 0)
    for layer in (scratch, other, one):
        QgsProject.instance().removeMapLayer(layer.id())
        assert len(desk.bar.items()) == 2  # the twin is of the same file
    QgsProject.instance().removeMapLayer(twin.id())
    assert [item.objectName() == "lmvw_test" for item in desk.bar.items()] == [False]
