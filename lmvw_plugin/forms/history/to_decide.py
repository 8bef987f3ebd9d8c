# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a person decides after the step to a new peildatum; a row leads to its plan."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.i18n import tr
from ...layers.planfile.tables.decisions_table import Row
from ..sizes import fit

_WHY = 5  # the last column
_PLAN_ID = Qt.ItemDataRole.UserRole


class ToDecide(QDialog):
    """``chosen`` tells the ``plan_id`` of the row that was opened."""

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget, rows: Sequence[Row]) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_to_decide")
        self.setWindowTitle(tr("Te beslissen na de nieuwe peildatum"))
        words = QLabel(tr("Wat leeg is, vraagt ook de Vragenlijst. Kies een rij en druk op Enter, of dubbelklik, om het plan te openen."))
        words.setWordWrap(True)
        self.table = QTableWidget(len(rows), _WHY + 1)
        self.table.setObjectName("to_decide")
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels((tr("Plannaam"), tr("Veld"), tr("Was"), tr("Voorstel"), tr("Nu"), tr("Waarom")))
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        for at, one in enumerate(rows):
            proposal = "" if one.voorstel is None else str(one.voorstel)
            now = tr("leeg") if one.gevraagd else tr("blijft staan")
            for column, text in enumerate((one.plannaam, one.label, one.was, proposal, now, one.waarom)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setData(_PLAN_ID, one.plan_id)
                self.table.setItem(at, column, item)
        self.table.resizeColumnsToContents()
        self.table.horizontalHeader().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.table.itemActivated.connect(lambda item: self.chosen.emit(item.data(_PLAN_ID)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (words, self.table, buttons):
            whole.addWidget(widget)
        fit(self, 860, 460)
        self.table.setFocus()
