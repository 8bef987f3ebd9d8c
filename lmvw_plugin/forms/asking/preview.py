# SPDX-License-Identifier: GPL-2.0-or-later
"""What would be filled in, plan by plan and each with its reason, to be seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QLabel, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.asking.answers import Answer, shown
from ...core.asking.questions import Plans
from ...core.i18n import several, tr
from ...core.rules.tasks import field_title


class Preview(QDialog):
    """The list, and one button."""

    def __init__(self, parent: QWidget, title: str, answers: Sequence[Answer], plans: Plans) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_question_preview")
        self.setModal(True)  # what is shown is what is filled in: nothing else may change meanwhile
        self.setWindowTitle(title)
        self.answers = answers
        words = QLabel(tr("Dit wordt ingevuld. Wat u al invulde, blijft staan. Het is één stap, die u met ‘Ongedaan maken’ terugneemt."))
        words.setWordWrap(True)
        table = QTableWidget(len(answers), 4)
        table.setObjectName("answers")
        table.setAccessibleName(title)
        table.setHorizontalHeaderLabels((tr("Plan"), tr("Veld"), tr("Wordt"), tr("Waarom")))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        for row, one in enumerate(answers):
            name = str(plans[one.key].get("plannaam") or tr("(zonder naam)"))
            texts = (name, field_title(one.veld, plans.peildatum), shown(one.veld, one.value), one.reason)
            for column, text in enumerate(texts):
                table.setItem(row, column, QTableWidgetItem(text))
        table.horizontalHeader().setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 200)
        table.setColumnWidth(1, 200)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(
            tr("{fields} invullen").format(fields=several(len(answers), "veld", "velden")), QDialogButtonBox.ButtonRole.AcceptRole
        )
        go.setObjectName("fill_in")
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (words, table, buttons):
            whole.addWidget(widget)
        self.resize(760, 460)
        go.setFocus()
