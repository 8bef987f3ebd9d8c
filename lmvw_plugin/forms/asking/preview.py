# SPDX-License-Identifier: GPL-2.0-or-later
"""What would be filled in, plan by plan and each with its reason, to be seen before it is done."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.asking.answers import Answer
from ...core.asking.explaining import shown
from ...core.asking.questions import Plans
from ...core.i18n import several, tr
from ...core.rules.tasks import field_title
from ..panels.widgets import label, table
from ..sizes import fit

_VALUE = 2  # the column with what is answered
_READ_WHOLE = 300  # rows whose reason is shown on as many lines as it takes; of more the tooltip has it


class Preview(QDialog):
    """The list, and one button."""

    def __init__(self, parent: QWidget, title: str, answers: Sequence[Answer], plans: Plans) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_question_preview")
        self.setModal(True)  # what is shown is what is filled in: nothing else may change meanwhile
        self.setWindowTitle(title)
        self.answers = answers
        words = label(
            "preview_words",
            tr("Dit wordt ingevuld. Wat u al invulde, blijft staan. Het is één stap, die u met ‘Ongedaan maken’ terugneemt."),
        )
        shown_answers = answer_table(title, (tr("Plan"), tr("Veld"), tr("Wordt"), tr("Waarom")))
        show_answers(shown_answers, answers, plans)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(
            tr("{fields} invullen").format(fields=several(len(answers), "veld", "velden")), QDialogButtonBox.ButtonRole.AcceptRole
        )
        go.setObjectName("fill_in")
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        for widget in (words, shown_answers, buttons):
            whole.addWidget(widget)
        fit(self, 760, 460)
        go.setFocus()


def answer_table(name: str, headings: Sequence[str]) -> QTableWidget:
    """A table of answers that are not given yet; only to be read."""
    answers = table("answers", name, headings)
    answers.horizontalHeader().setSectionResizeMode(len(headings) - 1, QHeaderView.ResizeMode.Stretch)
    for column in (0, 1):
        answers.setColumnWidth(column, 200)
    return answers


def show_answers(table: QTableWidget, answers: Sequence[Answer], plans: Plans) -> None:
    """A row for each: plan, field, value and reason."""
    table.clearSelection()
    table.setRowCount(len(answers))
    for row, answer in enumerate(answers):
        name = str(plans[answer.key].get("plannaam") or tr("(zonder naam)"))
        texts = (name, field_title(answer.veld, plans.peildatum), shown(answer.veld, answer.value), answer.reason)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            table.setItem(row, column, item)
    if table.columnCount() > _VALUE + 1:  # a code is shown whole; the last column takes what room is left
        table.resizeColumnToContents(_VALUE)
    if len(answers) <= _READ_WHOLE:
        table.resizeRowsToContents()
