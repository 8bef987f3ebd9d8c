# SPDX-License-Identifier: GPL-2.0-or-later
"""What is said in QGIS's own message bar: all of it can be read on a small screen, and it goes with what it was about."""

import pytest
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser, QVBoxLayout

from lmvw_plugin.forms import messages
from tests.forms.desk import Desk

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


def told(desk, words=WORDS, done=(), **more):
    jobs = {title: (lambda title=title: done.append(title)) for title in ("Wat nu te doen", "Toon bevindingen", "Rapport")}
    messages.report(desk, "lmvw_test", words, Qgis.MessageLevel.Critical, jobs, **more)
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


def test_what_was_said_of_a_project_goes_when_that_is_closed(desk):
    watch = messages.MessageWatch(desk)
    told(desk, "over het project")
    QgsProject.instance().clear()
    assert not desk.bar.items()
    told(desk, "over QGIS", of_project=False)
    QgsProject.instance().clear()
    assert len(desk.bar.items()) == 1
    watch.stop()
