# SPDX-License-Identifier: GPL-2.0-or-later
"""The window in which counts are divided over plans. Their sum stays what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core import colours
from ...core.basisset import fields as b
from ...core.divide import Counts, by_shares
from ...core.i18n import in_dutch, tr
from ...core.manual import Page
from ...layers.plan_layer.form import form_label
from ...layers.planfile.division import Division, is_fresh
from .. import messages
from ..help import add_help
from ..letters import readable_lines
from ..sizes import at_most, fit, grown, scrolled
from .plans import label_of

_ROW, _COLUMN = 27, 220  # pixels
_GOOD, _BUSY, _WRONG = colours.GOOD, colours.BUSY, colours.WRONG


@dataclass(frozen=True, slots=True)
class Divided:
    """What was decided: the counts and the name of each plan."""

    counts: list[dict[str, int | None]]
    names: list[str]


class DivideDialog(QDialog):
    """Every count with its sum, a number for each plan, and what is still to be divided."""

    def __init__(self, parent: QWidget | None, divided: Division, layer: QgsVectorLayer) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName("lmvw_divide")
        self.setWindowTitle(tr("Aantallen verdelen"))
        self.division = divided
        fresh = [is_fresh(plan) for plan in divided.plans]
        self.names = [self._name_box(index, name, fresh[index]) for index, name in enumerate(divided.names)]
        self.rest_stays = QCheckBox(tr("Wat de andere niet krijgen &blijft bij ‘{name}’").format(name=self._name(0)))
        self.rest_stays.setObjectName("rest_stays")
        self.rest_stays.setChecked(True)
        self.verdict = QLabel()
        self.verdict.setObjectName("verdict")
        self.verdict.setWordWrap(True)
        self.numbers: dict[str, list[QSpinBox]] = {}
        self._undivided: dict[str, QTableWidgetItem] = {}
        self.table = self._table(layer)
        self._make_buttons()
        self._lay_out()
        self.rest_stays.toggled.connect(self._follow)
        self._follow()
        fit(self, min(1000, 640 + 110 * len(divided.plans)), 640)
        next((box for box, new in zip(self.names, fresh, strict=True) if new), self.names[0]).setFocus()

    # -- widgets ------------------------------------------------------------------------------------------------

    def _name(self, index: int) -> str:
        return self.division.names[index] or tr("deel {number}").format(number=index + 1)

    def _name_box(self, index: int, name: str, fresh: bool) -> QLineEdit:
        whole = self.division.names[0]
        with in_dutch():  # a name of a plan
            box = QLineEdit(tr("{name} deel {number}").format(name=whole, number=index + 1) if fresh and whole else name)
        box.setObjectName(f"name_{index}")
        box.selectAll()
        box.textChanged.connect(lambda words: self._named(index, words))
        return box

    def _make_buttons(self) -> None:
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        add_help(self.buttons, Page.FILL)
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("&Verdelen"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuleren"))
        self.area = self.buttons.addButton(tr("Naar &oppervlakte"), QDialogButtonBox.ButtonRole.ActionRole)
        shares = ", ".join(f"{self._name(index)} {share:.0%}" for index, share in enumerate(self._shares()))
        self.area.setToolTip(
            tr("Een voorstel naar de grootte van de polygonen: {shares}. U kunt het daarna aanpassen.").format(shares=shares)
        )
        self.back = self.buttons.addButton(tr("&Terug naar het begin"), QDialogButtonBox.ButtonRole.ActionRole)
        self.area.clicked.connect(lambda: self.set_counts(by_shares(self.division.totals, self._shares())))
        self.back.clicked.connect(lambda: self.set_counts(self.division.now))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _shares(self) -> list[float]:
        whole = sum(self.division.areas)
        return [area / whole if whole else 1 / len(self.division.plans) for area in self.division.areas]

    def _lay_out(self) -> None:
        words = QLabel(tr("Typ wat naar elk plan gaat. Samen blijft het gelijk: er verdwijnt niets en er telt niets dubbel."))
        words.setWordWrap(True)
        named = QWidget()
        names = QFormLayout(named)
        names.setContentsMargins(0, 0, 0, 0)
        for index, box in enumerate(self.names):
            hectares = f"{self.division.areas[index] / 10_000:.2f}".replace(".", ",")
            label = QLabel(tr("Naam &{number} ({area} ha)").format(number=index + 1, area=hectares))
            label.setBuddy(box)
            names.addRow(label, box)
        whole = QVBoxLayout(self)
        whole.addWidget(words)
        whole.addWidget(at_most(scrolled(named)))
        whole.addWidget(self.rest_stays)
        whole.addWidget(self.table)
        whole.addWidget(self.verdict)
        whole.addWidget(self.buttons)

    def _table(self, layer: QgsVectorLayer) -> QTableWidget:
        """A row per count that is not empty or 0, under the headings of the form."""
        shown = [field for field in b.COUNTS if self.division.totals[field.name]]
        table = QTableWidget(0, len(self.names) + 3)
        table.setObjectName("counts")
        table.setAccessibleName(tr("Aantallen van elk plan"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from number to number
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setHorizontalHeaderLabels([tr("Aantal"), tr("Samen"), *(box.text() for box in self.names), tr("Nog te verdelen")])
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(_ROW)
        group = None
        for field in shown:
            if field.group is not group:
                group = field.group
                self._heading(table, tr(group.value))
            self._row(table, field, form_label(field, None) or label_of(layer, field.name))
        header = table.horizontalHeader()
        header.setMaximumSectionSize(grown(self, _COLUMN))
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)  # never the first, or its names are cut where there is little room
        return table

    @staticmethod
    def _heading(table: QTableWidget, words: str) -> None:
        row = table.rowCount()
        table.insertRow(row)
        cell = QTableWidgetItem(words)
        bold = cell.font()
        bold.setBold(True)
        cell.setFont(bold)
        table.setItem(row, 0, cell)
        table.setSpan(row, 0, 1, table.columnCount())

    def _row(self, table: QTableWidget, field: b.Field, label: str) -> None:
        row, total = table.rowCount(), self.division.totals[field.name] or 0
        table.insertRow(row)
        title = QTableWidgetItem(label)
        title.setToolTip(f"{label}: {field.brief}")
        table.setItem(row, 0, title)
        table.setItem(row, 1, _right(str(total)))
        self.numbers[field.name] = []
        for index, counts in enumerate(self.division.now):
            number = QSpinBox()
            number.setObjectName(f"{field.name}_{index}")
            number.setAccessibleName(f"{label}, {self._name(index)}")
            number.setRange(0, total)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            number.setFrame(False)
            number.setValue(counts[field.name] or 0)
            number.valueChanged.connect(partial(self._typed, field.name))
            table.setCellWidget(row, index + 2, number)
            self.numbers[field.name].append(number)
        self._undivided[field.name] = _right("0")
        table.setItem(row, len(self.names) + 2, self._undivided[field.name])

    # -- what is typed ------------------------------------------------------------------------------------------

    def set_counts(self, parts: Sequence[Counts]) -> None:
        """Show a proposal."""
        for name, numbers in self.numbers.items():
            for number, part in reversed(list(zip(numbers, parts, strict=True))):
                number.setValue(part[name] or 0)
            self._typed(name)

    def _named(self, index: int, words: str) -> None:
        heading = self.table.horizontalHeaderItem(index + 2)
        heading.setText(words.strip() or self._name(index))
        heading.setToolTip(heading.text())
        self._judge()

    def _typed(self, name: str, *_: int) -> None:
        numbers, total = self.numbers[name], self.division.totals[name] or 0
        if self.rest_stays.isChecked():
            numbers[0].blockSignals(True)
            numbers[0].setValue(max(0, total - sum(number.value() for number in numbers[1:])))
            numbers[0].blockSignals(False)
        undivided = total - sum(number.value() for number in numbers)
        self._undivided[name].setText(str(undivided) if undivided >= 0 else tr("{count} te veel").format(count=-undivided))
        bold = self._undivided[name].font()
        bold.setBold(undivided != 0)
        self._undivided[name].setFont(bold)
        self._judge()

    def _follow(self) -> None:
        """The first plan is typed in only when it does not simply keep the rest."""
        for name, numbers in self.numbers.items():
            numbers[0].setReadOnly(self.rest_stays.isChecked())
            numbers[0].setButtonSymbols(
                QSpinBox.ButtonSymbols.NoButtons if self.rest_stays.isChecked() else QSpinBox.ButtonSymbols.UpDownArrows
            )
            numbers[0].setFocusPolicy(Qt.FocusPolicy.NoFocus if self.rest_stays.isChecked() else Qt.FocusPolicy.StrongFocus)
            self._typed(name)
        self._judge()

    def _judge(self) -> None:
        undivided = [name for name in self.numbers if sum(n.value() for n in self.numbers[name]) != self.division.totals[name]]
        nameless = any(not box.text().strip() for box in self.names)
        self.ok.setEnabled(not undivided and not nameless)
        if nameless:
            self._say(tr("Geef elk deel een naam."), _WRONG)
        elif undivided:
            labels = ", ".join(tr(b.BY_NAME[name].label) for name in undivided[:3])
            self._say(
                tr("✎ Nog niet goed verdeeld: {labels}{more}.").format(labels=labels, more=" …" if len(undivided) > 3 else ""), _WRONG
            )
        elif len({box.text().strip() for box in self.names}) < len(self.names):
            self._say(tr("⚠ Twee delen hebben dezelfde naam; bij de levering moet elke naam anders zijn."), _WRONG)
        elif empty := self._without_any():
            self._say(tr("✎ {names}: nog geen woningen.").format(names=", ".join(empty)), _BUSY)
        elif odd := self._odd():
            self._say("⚠ " + "; ".join(odd) + ".", _WRONG)
        else:
            self._say(tr("✔ Alles is verdeeld."), _GOOD)

    def _without_any(self) -> list[str]:
        """Plans that get nothing of what there is: a good answer, but not without a word."""
        return [
            box.text().strip()
            for index, box in enumerate(self.names)
            if self.numbers and not any(numbers[index].value() for numbers in self.numbers.values())
        ]

    def _odd(self) -> list[str]:
        """What adds up in the whole but not in a part: allowed, but said."""
        odd = []
        for index, counts in enumerate(self.result_counts()):
            for total in b.SUMS:
                answered = [name for name in total.parts if self.division.totals[name] is not None]
                if not answered or self._difference(total, answered, self.division.totals):
                    continue
                difference = self._difference(total, answered, counts)
                if difference:
                    words = tr("{name}: {parts} {number} te weinig") if difference > 0 else tr("{name}: {parts} {number} te veel")
                    odd.append(words.format(name=self.names[index].text(), parts=tr(total.name), number=abs(difference)))
        return odd

    @staticmethod
    def _difference(total: b.Sum, parts: Sequence[str], counts: Counts) -> int:
        return (counts[total.total] or 0) - sum(counts[name] or 0 for name in parts)

    def _say(self, words: str, colour: str) -> None:
        self.verdict.setText(messages.spoken(words, colour))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        """Enter goes to the next field: it must not divide half-way."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), (QSpinBox, QLineEdit)):
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    # -- what comes out -----------------------------------------------------------------------------------------

    def result_counts(self) -> list[dict[str, int | None]]:
        """The counts of each plan; what is 0 together is 0 in each."""
        parts: list[dict[str, int | None]] = []
        for index in range(len(self.names)):
            parts.append({
                name: None if total is None else self.numbers[name][index].value() if name in self.numbers else 0
                for name, total in self.division.totals.items()
            })  # fmt: skip
        return parts

    def decided(self) -> Divided:
        """What was decided."""
        return Divided(self.result_counts(), [box.text().strip() for box in self.names])


def _right(words: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(words)
    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return cell
