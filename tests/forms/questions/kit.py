# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of the panel Vragenlijst share: to answer, and to read what is held."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from lmvw_plugin.forms.asking.proposing import Proposals

LACKS = dict.fromkeys(("vertrouwelijk", "plantype", "eengezins", "woningtype_onbekend"))


def answer(dock, words):
    dock.answer.say("")
    QTest.keyClicks(dock.answer, words)
    QTest.keyClick(dock.answer, Qt.Key.Key_Return)


def held(plans, veld):
    return {feature["plannaam"]: feature[veld] for feature in plans.getFeatures()}


def questions(dock):
    return [dock.question.itemText(number) for number in range(dock.question.count())]


def proposals(dock, qtbot):
    dock.proposals.click()
    qtbot.waitUntil(lambda: bool(dock.findChildren(Proposals)))
    return dock.findChildren(Proposals)[-1]
