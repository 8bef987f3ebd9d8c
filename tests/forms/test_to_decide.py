# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a person decides after the step to a new peildatum, with real keys."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QWidget

from lmvw_plugin.forms.history.to_decide import ToDecide
from lmvw_plugin.layers.planfile.tables.decisions_table import Row


def row(name, **said):
    return Row(name, "", name, "sloop_totaal", "Sloop totaal", "9", 3, False, "Gesloopt.", **said)


def test_what_is_not_in_sight_is_not_ticked_off_with_the_rest(qgis_app):
    """Whatever Ctrl+A chose, and also when it is hidden after that; the button says what it would do to what is in sight."""
    told, parent = [], QWidget()

    def tick(rows, on):
        told.append(([one.plannaam for one in rows], on))
        return ("wij", "2026-11-22 18:00") if on else (None, None)

    window = ToDecide(parent, [row("Eerder", wie="wij", moment="2026-11-01 12:00"), row("Kade"), row("Werf")], tick)
    QTest.keyClick(window.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert window.stays.text() == "Laten staan"
    window.stays.click()
    assert window.stays.text() == "Toch nog beslissen"
    window.stays.click()
    assert told == [(["Kade", "Werf"], True), (["Kade", "Werf"], False)]
    window.earlier.setChecked(True)
    QTest.keyClick(window.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    window.stays.click()
    window.stays.click()
    assert told[-1] == (["Eerder", "Kade", "Werf"], False)
    window.table.clearSelection()
    window.table.selectRow(0)
    assert window.stays.isEnabled()
    window.earlier.setChecked(False)
    assert not window.stays.isEnabled()
    window.deleteLater()
