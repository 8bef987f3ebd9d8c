# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a person decides after the step to a new peildatum; a row leads to its plan, and a value that stays is ticked off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QShortcut,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import LmvwError
from ...core.i18n import moment, tr
from ...layers.planfile.tables.decisions_table import Row
from ..panels.widgets import label, table
from ..sizes import fit, grown

_NOW, _WHY = 4, 5  # columns
_WIDEST = 210  # pixels of a name or field; the whole of it is in its tip
_ROW = Qt.ItemDataRole.UserRole
Tick = Callable[[Sequence[Row], bool], tuple[str | None, str | None]]


class ToDecide(QDialog):
    """``chosen`` tells the ``plan_id`` of the row that was opened.

    :param tick: keeps whether values stay; returns who said so and when, and raises an ``LmvwError`` when it cannot be kept.
    """

    chosen = pyqtSignal(str)

    def __init__(self, parent: QWidget, rows: Sequence[Row], tick: Tick) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_to_decide")
        self.setWindowTitle(tr("Te beslissen na de nieuwe peildatum"))
        self._tick = tick
        self._rows, self._earlier = list(rows), [row.ticked for row in rows]
        self._hint = tr("Wat leeg is, vraagt ook de Vragenlijst. Enter opent het plan. Klopt een aantal dat blijft staan, vink het dan af met de "
                        "spatiebalk.")  # fmt: skip
        self.words = label("to_decide_words", self._hint)
        self._make_table()
        self.earlier = QCheckBox(tr("Ook tonen wat u eerder liet staan"))
        self.earlier.setObjectName("to_decide_earlier")
        self.earlier.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)  # a click beside it means something else
        self.earlier.setVisible(any(self._earlier))
        self.earlier.setChecked(all(self._earlier))
        self.earlier.toggled.connect(lambda *_: self._hide_earlier())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.stays = buttons.addButton(tr("Laten staan"), QDialogButtonBox.ButtonRole.ActionRole)
        self.stays.setObjectName("to_decide_stays")
        for button in buttons.buttons():
            button.setAutoDefault(False)
        self.stays.clicked.connect(lambda *_: self._turn())
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (self.words, self.table, self.earlier, buttons):
            whole.addWidget(widget)
        fit(self, 1000, 460)
        self._hide_earlier()
        first = next((at for at in range(len(self._rows)) if not self.table.isRowHidden(at)), 0)
        self.table.setCurrentCell(first, 0)
        self._offer()
        self.table.setFocus()

    def _make_table(self) -> None:
        header = (tr("Plannaam"), tr("Veld"), tr("Was"), tr("Voorstel"), tr("Nu"), tr("Waarom"))
        self.table = table("to_decide", self.windowTitle(), header, len(self._rows))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        for at, row in enumerate(self._rows):
            proposal = "" if row.voorstel is None else str(row.voorstel)
            for column, text in enumerate((row.plannaam, row.label, row.was, proposal, "", "")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, column, item)
            self._tell(at)
        self.table.resizeColumnsToContents()
        for column in (0, 1):  # a long name leaves room for why
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), grown(self, _WIDEST)))
        self.table.horizontalHeader().setSectionResizeMode(_WHY, QHeaderView.ResizeMode.Stretch)
        self.table.itemActivated.connect(lambda item: self.chosen.emit(self._rows[item.row()].plan_id))
        self.table.itemChanged.connect(self._clicked)
        self.table.itemSelectionChanged.connect(self._offer)
        key = QShortcut(QKeySequence(Qt.Key.Key_Space), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        key.setAutoRepeat(False)
        key.activated.connect(self._turn)

    def _tell(self, at: int) -> None:
        """What stands there now, and who said that it stays."""
        row, why = self._rows[at], self._rows[at].waarom
        if row.moment is not None:
            why = tr("{who} liet dit staan op {when}.").format(who=row.wie or "?", when=moment(datetime.fromisoformat(row.moment)))
        self.table.blockSignals(True)
        for column, text in ((_NOW, tr("leeg") if row.gevraagd else tr("blijft staan")), (_WHY, why)):
            self.table.item(at, column).setText(text)
            self.table.item(at, column).setToolTip(text)
        if not row.gevraagd:
            self.table.item(at, _NOW).setCheckState(Qt.CheckState.Checked if row.ticked else Qt.CheckState.Unchecked)
        self.table.blockSignals(False)

    def _hide_earlier(self) -> None:
        for at, earlier in enumerate(self._earlier):
            self.table.setRowHidden(at, earlier and not self.earlier.isChecked())
        self._offer()

    # -- ticking off ------------------------------------------------------------------------------------------------

    def _chosen(self) -> list[int]:
        """The chosen rows of which the value stays; Qt leaves out what is hidden."""
        return sorted({item.row() for item in self.table.selectedItems() if not self._rows[item.row()].gevraagd})

    def _offer(self) -> None:
        rows = self._chosen()
        again = bool(rows) and all(self._rows[at].ticked for at in rows)
        self.stays.setText(tr("Toch nog beslissen") if again else tr("Laten staan"))
        self.stays.setToolTip(
            tr("Spatie: haalt het vinkje weg") if again else tr("Spatie: u keek ernaar, en het aantal blijft zoals het is")
        )
        self.stays.setEnabled(bool(rows))

    def _turn(self) -> None:
        """Tick off what is chosen; take the ticks away where all of it has one."""
        rows = self._chosen()
        on = not all(self._rows[at].ticked for at in rows)
        self._set([at for at in rows if self._rows[at].ticked is not on], on)

    def _clicked(self, item: QTableWidgetItem) -> None:
        if item.column() == _NOW:
            self._set([item.row()], item.checkState() == Qt.CheckState.Checked)

    def _set(self, rows: Sequence[int], on: bool) -> None:
        if not rows:
            return
        try:
            who, when = self._tick([self._rows[at] for at in rows], on)
        except LmvwError as error:
            self.words.setText(str(error))
        else:
            self.words.setText(self._hint)
            for at in rows:
                self._rows[at] = replace(self._rows[at], wie=who, moment=when)
        for at in rows:
            self._tell(at)
        self._offer()
