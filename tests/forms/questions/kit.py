# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of the panel Vragenlijst share: to answer, and to read what is held."""

from qgis.PyQt.QtCore import QEvent, Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.forms.asking.proposing import Proposals

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
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


def column(dock, number):
    return [dock.model.index(row, number).data() for row in range(dock.model.rowCount())]


def choose_rows(dock, *rows):
    dock.table.clearSelection()
    for row in rows:
        dock.table.selectionModel().select(dock.model.index(row, 0), dock.table.selectionModel().Select | dock.table.selectionModel().Rows)


def choose(desk, layer):
    """Choose it in the panel with layers."""
    desk.active = layer
    desk.canvas.setCurrentLayer(layer)


def elsewhere(plans, name, veld, value):
    """Somebody fills in a field outside the panel."""
    plans.startEditing()
    plans.beginEditCommand("Formulier")
    fid = next(feature.id() for feature in plans.getFeatures() if feature["plannaam"] == name)
    plans.changeAttributeValue(fid, plans.fields().lookupField(veld), value)
    plans.endEditCommand()


def press(dock, key, modifier=CTRL):
    """As a person does: QGIS has the same keys for whatever layer is active, so that the line must say that it takes them."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier)
    asked.ignore()
    QApplication.sendEvent(dock.answer, asked)  # which has the keyboard, and not the line in it
    assert asked.isAccepted()
    QTest.keyClick(dock.answer, key, modifier)
