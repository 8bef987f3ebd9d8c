# SPDX-License-Identifier: GPL-2.0-or-later
"""What tests of that panel share."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication

from lmvw_plugin.layers.planfile.tables.delivery_memory import Delivered
from tests.conftest import consistent_plan, square

THEN = Delivered("2025-01-01", "2025-01-15T10:00:00", "GM9999", "standaard", "LMVW.zip", "0")


KEY = Qt.Key


def known(name, number, place=None):
    return consistent_plan(plan_id=f"7b0d0a0c-0000-4000-8000-00000000000{number}", plannaam=name), square(
        2 * (number if place is None else place)
    )


def ready(dock, qtbot):
    qtbot.waitUntil(lambda: dock.compared is not None and not dock.hand.works, timeout=20000)
    return dock


def lines(dock):
    return [dock.model.index(row, 0).data() for row in range(dock.model.rowCount())]


def choose(dock, text):
    (row,) = [row for row, line in enumerate(lines(dock)) if text in line]
    dock.list.setCurrentIndex(dock.model.index(row, 0))
    QApplication.processEvents()


def press(dock, key, qtbot):
    dock.activateWindow()
    dock.list.setFocus()
    QTest.keyClick(dock.list, key)
    ready(dock, qtbot)
