# SPDX-License-Identifier: GPL-2.0-or-later
"""Drawing help: a new plan from selected polygons of another layer, and several plans into one."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsProject, QgsVectorLayer, QgsWkbTypes
from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..core import basisset as b
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers.plan_edits import Merge, apply_merge, is_plan_layer, new_plan, plan_merge
from ..layers.sources import value
from . import messages

_ROW, _LABEL = 24, 330  # pixels


class MergeDialog(QDialog):
    """Shows the counts of each plan and their sum, says what will be asked, and asks the name."""

    def __init__(self, parent: QWidget | None, merge: Merge, layer: QgsVectorLayer) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_merge")
        self.setWindowTitle(tr("Plannen samenvoegen"))
        names = (*merge.counts, *merge.asked)
        self._labels = {name: layer.attributeDisplayName(layer.fields().lookupField(name)).split(" (")[0] for name in names}
        self.name = QComboBox()
        self.name.setObjectName("name")
        self.name.setEditable(True)
        self.name.addItems(merge.names)
        whole = QVBoxLayout(self)
        whole.addWidget(
            self._words(
                tr("Dit worden de aantallen van het samengevoegde plan. De polygonen worden één; met Ongedaan maken komt alles terug.")
            )
        )
        self.table = self._table(merge)
        whole.addWidget(self.table)
        if merge.partly:
            named = ", ".join(self._labels[name] for name in merge.partly)
            whole.addWidget(self._words(tr("⚠ Niet bij elk plan ingevuld, dus opgeteld zonder de lege: {names}.").format(names=named)))
        if merge.asked:
            named = ", ".join(self._labels[name] for name in merge.asked)
            whole.addWidget(self._words(tr("✎ Verschilt per plan en blijft leeg; vul dit daarna in: {names}.").format(names=named)))
        row = QFormLayout()
        row.addRow(tr("&Naam van het plan"), self.name)
        whole.addLayout(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(tr("Samenvoegen"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.name.editTextChanged.connect(lambda words: self.ok.setEnabled(bool(words.strip())))
        self.ok.setEnabled(bool(self.name.currentText().strip()))
        whole.addWidget(buttons)
        self.resize(820, 560)

    def _table(self, merge: Merge) -> QTableWidget:
        """Only counts that are not empty or 0 everywhere."""
        rows = [name for name, total in merge.counts.items() if total]
        table = QTableWidget(len(rows), len(merge.plans) + 1)
        table.setObjectName("counts")
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        names = [str(value(plan["plannaam"]) or tr("(nog geen naam)")) for plan in merge.plans]
        table.setHorizontalHeaderLabels([*names, tr("Samen")])
        table.setVerticalHeaderLabels([self._labels[name] for name in rows])
        for row, name in enumerate(rows):
            for column, number in enumerate([value(plan[name]) for plan in merge.plans] + [merge.counts[name]]):
                cell = QTableWidgetItem("-" if number is None else str(number))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if column == len(merge.plans):
                    bold = cell.font()
                    bold.setBold(True)
                    cell.setFont(bold)
                table.setItem(row, column, cell)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for column, name in enumerate(names):  # long names are cut in the heading
            table.horizontalHeaderItem(column).setToolTip(name)
        table.verticalHeader().setDefaultSectionSize(_ROW)
        table.verticalHeader().setMaximumWidth(_LABEL)
        return table

    @staticmethod
    def _words(words: str) -> QLabel:
        label = QLabel(words)
        label.setWordWrap(True)
        return label


def plan_layer(iface: QgisInterface) -> QgsVectorLayer:
    """The plan layer that is meant: the active one, or the only one in the project.

    :raises LmvwError: when there is none, or more than one.
    """
    if is_plan_layer(iface.activeLayer()):
        return iface.activeLayer()
    found = [layer for layer in QgsProject.instance().mapLayers().values() if is_plan_layer(layer)]
    if len(found) != 1:
        raise LmvwError(tr("Kies eerst de laag met plannen in het lagenvenster.") if found else tr("Open eerst een planbestand."))
    return found[0]


def new_plan_from_selection(iface: QgisInterface) -> None:
    """The selected polygons of the active layer become one plan; its form opens."""
    plans = plan_layer(iface)
    source = iface.activeLayer()
    polygons = isinstance(source, QgsVectorLayer) and source.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry
    if not polygons or is_plan_layer(source):
        raise LmvwError(tr("Kies in het lagenvenster de laag met percelen of vlakken en selecteer daarin wat het plan wordt."))
    chosen = source.selectedFeatures()
    fid = new_plan(plans, source, chosen)
    iface.setActiveLayer(plans)
    plans.selectByIds([fid])
    messages.tell(iface, tr("Van {count} vlakken is één plan gemaakt; vul het formulier in.").format(count=len(chosen)))
    iface.openFeatureForm(plans, plans.getFeature(fid), False, False)


def merge_selected(iface: QgisInterface, ask: Callable[[Merge, QgsVectorLayer], str | None] | None = None) -> None:
    """The selected plans become one, after their counts were shown added up.

    :param ask: returns the name, or None to leave everything as it is; a dialog when not given.
    """
    plans = plan_layer(iface)
    merge = plan_merge(list(plans.selectedFeatures()))
    name = (ask or _asker(iface))(merge, plans)
    if name is None:
        return
    fid = apply_merge(plans, merge, name)
    to_do = tr(" Vul nog in: {names}.").format(names=", ".join(b.BY_NAME[one].label for one in merge.asked)) if merge.asked else ""
    messages.tell(iface, tr("{count} plannen zijn samengevoegd tot ‘{name}’.").format(count=len(merge.plans), name=name) + to_do)
    iface.openFeatureForm(plans, plans.getFeature(fid), False, False)


def _asker(iface: QgisInterface) -> Callable[[Merge, QgsVectorLayer], str | None]:
    def ask(merge: Merge, layer: QgsVectorLayer) -> str | None:
        dialog = MergeDialog(iface.mainWindow(), merge, layer)
        return dialog.name.currentText() if dialog.exec() == QDialog.DialogCode.Accepted else None

    return ask


def guarded(iface: QgisInterface, job: Callable[[QgisInterface], None]) -> Callable[[], None]:
    """A job for a menu entry: what cannot be done is said in the message bar."""

    def run() -> None:
        try:
            job(iface)
        except LmvwError as error:
            messages.warn(iface, str(error))

    return run
