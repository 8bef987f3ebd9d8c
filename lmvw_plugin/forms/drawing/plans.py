# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing help: a new plan from selected polygons of another layer, and several plans into one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.manual import Page
from ...layers.plan_layer.form import form_label
from ...layers.planfile.edits import Merge, apply_merge, is_plan_layer, new_plan, plan_merge
from ...layers.sources import value
from .. import messages
from ..help import add_help
from ..letters import readable_lines
from ..panels.widgets import label
from ..plan_in_hand import plan_layer
from ..sizes import at_most, fit, scrolled

_ROW, _LABEL, _COLUMN = 24, 330, 90  # pixels
_LETTERS = 24  # of a choice that names plans: it is as wide as the window allows


@dataclass(frozen=True, slots=True)
class Choice:
    """How plans are merged: the name, and the answers to what differs."""

    name: str
    answers: dict[str, object]


Ask = Callable[[Merge, QgsVectorLayer], Choice | None]


class MergeDialog(QDialog):
    """Shows the counts of each plan and their sum, and asks the name and every answer in which the plans differ."""

    def __init__(self, parent: QWidget | None, merge: Merge, layer: QgsVectorLayer) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setObjectName("lmvw_merge")
        self.setWindowTitle(tr("Plannen samenvoegen"))
        self.merge = merge
        self._labels = {name: label_of(layer, name) for name in (*merge.counts, *merge.asked)}
        self.name = QComboBox()
        self.name.setObjectName("name")
        self.name.setEditable(True)
        self.name.addItems(merge.names)
        _narrow(self.name)
        self.answers = {name: self._answer_box(name) for name in merge.asked}
        self._touched: set[str] = set()
        self.table = self._table(merge)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Samenvoegen"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuleren"))
        add_help(buttons, Page.FILL)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.editTextChanged.connect(self._named)
        self._lay_out(buttons)
        self._named(self.name.currentText())
        self.name.setFocus()
        fit(self, 820, 620)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        whole = QVBoxLayout(self)
        whole.addWidget(
            label(
                "merge_words",
                tr("Dit worden de aantallen van het samengevoegde plan. De polygonen worden één; met Ongedaan maken komt alles terug."),
            )
        )
        whole.addWidget(self.table)
        if self.merge.partly:
            named = ", ".join(self._labels[name] for name in self.merge.partly)
            whole.addWidget(
                label("partly_words", tr("⚠ Niet bij elk plan ingevuld, dus opgeteld zonder de lege: {names}.").format(names=named))
            )
        asked = QWidget()
        row = QFormLayout(asked)
        row.setContentsMargins(0, 0, 0, 0)
        row.addRow(tr("&Naam van het plan"), self.name)
        if self.answers:
            row.addRow(label("differ_words", tr("Hierin verschillen de plannen. Kies wat voor het samengevoegde plan geldt:")))
        for name, box in self.answers.items():
            row.addRow(self._labels[name], box)
        whole.addWidget(at_most(scrolled(asked)))
        whole.addWidget(buttons)

    def _answer_box(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setObjectName(f"answer_{name}")
        _narrow(box)
        for answer, plans in self.merge.choices(name).items():
            box.addItem(f"{said(name, answer)}  ({', '.join(plans)})", answer)
        box.addItem(tr("(later invullen)"), None)
        box.activated.connect(lambda _: self._touched.add(name))
        return box

    def _named(self, words: str) -> None:
        """The answers follow the plan whose name is kept, until one is chosen."""
        self.ok.setEnabled(bool(words.strip()))
        if words not in self.merge.names:
            return
        for name, box in self.answers.items():
            if name not in self._touched:
                box.setCurrentIndex(box.findData(self.merge.answer_of(words, name)))

    def choice(self) -> Choice:
        """What was chosen."""
        return Choice(self.name.currentText().strip(), {name: box.currentData() for name, box in self.answers.items()})

    def _table(self, merge: Merge) -> QTableWidget:
        """Only counts that are not empty or 0 everywhere."""
        rows = [name for name, total in merge.counts.items() if total]
        table = QTableWidget(len(rows), len(merge.plans) + 1)
        table.setObjectName("counts")
        table.setAccessibleName(tr("Aantallen van elk plan"))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        names = [str(value(plan["plannaam"]) or tr("(nog geen naam)")) for plan in merge.plans]
        table.setHorizontalHeaderLabels([*names, tr("Samen")])
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # there is nothing to type
        table.setVerticalHeaderLabels([form_label(b.BY_NAME[name], None) or self._labels[name] for name in rows])
        for row, name in enumerate(rows):
            for column, number in enumerate([value(plan[name]) for plan in merge.plans] + [merge.counts[name]]):
                cell = QTableWidgetItem("-" if number is None else str(number))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == len(merge.plans):
                    bold = cell.font()
                    bold.setBold(True)
                    cell.setFont(bold)
                table.setItem(row, column, cell)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_COLUMN)
        header.setTextElideMode(Qt.TextElideMode.ElideRight)
        for column, name in enumerate(names):  # long names are cut in the heading
            table.horizontalHeaderItem(column).setToolTip(name)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().setMaximumWidth(_LABEL)
        return table


def _narrow(box: QComboBox) -> None:
    """Many plans named in an answer make the window no wider than the screen."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_LETTERS)


def label_of(layer: QgsVectorLayer, name: str) -> str:
    """The label of a column, without the price limit behind it."""
    return layer.attributeDisplayName(layer.fields().lookupField(name)).split(" (")[0]


def said(name: str, answer: object) -> str:
    """An answer in the words of the form."""
    field = b.BY_NAME[name]
    if field.kind is b.Kind.YESNO:
        return tr("ja") if answer else tr("nee")
    code = code_list(field.codes).get(str(answer)) if field.codes in ("planstatus", "plantype") else None
    if code is None:
        return str(answer)
    return f"{code.code} {tr(code.label)}" if field.codes == "planstatus" else tr(code.label)


def new_plan_from_selection(iface: QgisInterface) -> None:
    """The selected polygons of the active layer become one plan; its form opens.

    :raises LmvwError: when no polygons of another layer are selected.
    """
    plans = plan_layer(iface)
    source = iface.activeLayer()
    polygons = isinstance(source, QgsVectorLayer) and source.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    if not polygons or is_plan_layer(source):
        raise LmvwError(tr("Kies in het paneel Lagen de laag met percelen of vlakken en selecteer daarin wat het plan wordt."))
    chosen = source.selectedFeatures()
    fid = new_plan(plans, source, chosen)
    iface.setActiveLayer(plans)
    plans.selectByIds([fid])
    messages.tell(iface, tr("Van {count} vlakken is één plan gemaakt; vul het formulier in.").format(count=len(chosen)))
    iface.openFeatureForm(plans, plans.getFeature(fid), False, False)


def merge_selected(iface: QgisInterface, ask: Ask | None = None) -> None:
    """The selected plans become one, after their counts were shown added up and what differs was asked.

    :param ask: returns what was chosen, or None to leave everything as it is; a dialog when not given.
    """
    plans = plan_layer(iface)
    merge = plan_merge(list(plans.selectedFeatures()))
    choice = (ask or _asker(iface))(merge, plans)
    if choice is None:
        return
    fid = apply_merge(plans, merge, choice.name, choice.answers)
    still_open = [tr(b.BY_NAME[name].label) for name in merge.asked if choice.answers.get(name) is None]
    to_do = tr(" Vul nog in: {names}.").format(names=", ".join(still_open)) if still_open else ""
    messages.tell(iface, tr("{count} plannen zijn samengevoegd tot ‘{name}’.").format(count=len(merge.plans), name=choice.name) + to_do)
    iface.openFeatureForm(plans, plans.getFeature(fid), False, False)


def _asker(iface: QgisInterface) -> Ask:
    def ask(merge: Merge, layer: QgsVectorLayer) -> Choice | None:
        dialog = MergeDialog(iface.mainWindow(), merge, layer)
        return dialog.choice() if dialog.exec() == QDialog.DialogCode.Accepted else None

    return ask
