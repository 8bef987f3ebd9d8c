# SPDX-License-Identifier: GPL-2.0-or-later
"""Which column holds the plan names, on what polygons and worksheet rows are joined, and what polygons without a row get."""

from __future__ import annotations

from dataclasses import replace

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QWidget

from ...core.basisset import fields as b
from ...core.i18n import tr
from ...core.importing.mapping import plan as m
from ...core.importing.plans import count_joined
from ...layers.importing.sources import ImportSources

_NONE = "—"
_NAMED = 4  # fields that a line names


class JoinBox(QWidget):
    """A line for each source, and how many rows find their polygon that way."""

    changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._contents = ImportSources()
        self.names: dict[str, QComboBox] = {source: QComboBox() for source in (m.POLYGONEN, m.WERKBLAD)}
        self.numbers: dict[str, QComboBox] = {source: QComboBox() for source in (m.POLYGONEN, m.WERKBLAD)}
        self.on, self.count = QComboBox(), QLabel()
        self.on.addItem(tr("plannaam, letter voor letter"), False)
        self.on.addItem(tr("plannummer, en anders plannaam"), True)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        self._labels: dict[str, QLabel] = {}
        self._number_labels: dict[str, QLabel] = {}
        titles = {m.POLYGONEN: tr("Plannaam in de kaartlaag"), m.WERKBLAD: tr("Plannaam in het Excel-bestand")}
        for row, (source, title) in enumerate(titles.items()):
            self._labels[source], self._number_labels[source] = QLabel(title), QLabel(tr("plannummer"))
            for index, widget in enumerate((self._labels[source], self.names[source], self._number_labels[source], self.numbers[source])):
                grid.addWidget(widget, row, index)
            self._labels[source].setBuddy(self.names[source])
            self._number_labels[source].setBuddy(self.numbers[source])
        self._on_label = QLabel(tr("Koppelen op"))
        self._on_label.setBuddy(self.on)
        for index, widget in enumerate((self._on_label, self.on)):
            grid.addWidget(widget, 2, index)
        grid.addWidget(self.count, 2, 2, 1, 2)
        self.rest = QCheckBox()
        self.rest.hide()  # until it has words
        grid.addWidget(self.rest, 3, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for combo in (*self.names.values(), *self.numbers.values(), self.on):
            combo.currentIndexChanged.connect(self._changed)
        self.rest.toggled.connect(self._changed)

    def show_mapping(self, contents: ImportSources, mapping: m.PlanMapping) -> None:
        """Fill the lists."""
        self._contents = contents
        both = len(contents.columns) == 2
        self.blockSignals(True)
        for source in self.names:
            columns = contents.columns.get(source, [])
            for combo, chosen in ((self.names[source], mapping.names), (self.numbers[source], mapping.numbers)):
                combo.clear()
                combo.addItem(_NONE, None)
                for name in columns:
                    combo.addItem(name, name)
                combo.setCurrentIndex(max(0, combo.findData(chosen.get(source))))
            for widget in (self._labels[source], self.names[source]):
                widget.setVisible(source in contents.columns)
        self.on.setCurrentIndex(int(len(mapping.numbers) == 2))
        for widget in (self._on_label, self.on, self.count):
            widget.setVisible(both)
        self._show_rest(mapping)
        self.blockSignals(False)
        self._changed()

    def _show_rest(self, mapping: m.PlanMapping) -> None:
        labels = [tr(b.BY_NAME[veld].label) for veld in mapping.without_row]
        shown = ", ".join(labels[:_NAMED]) + (", …" if len(labels) > _NAMED else "")
        self.rest.setText(tr("Plannen zonder rij in het Excel-bestand vullen uit de kaartlaag ({fields})").format(fields=shown))
        self.rest.setToolTip("\n".join(f"{tr(b.BY_NAME[veld].label)}: {column.title}" for veld, column in mapping.without_row.items()))
        self.rest.setChecked(bool(labels))
        self.rest.setVisible(bool(labels))

    def applied_to(self, mapping: m.PlanMapping) -> m.PlanMapping:
        """The mapping with what was chosen here."""
        without_row = {
            veld: column
            for veld, column in mapping.without_row.items()
            if self.rest.isChecked() and veld in mapping.fields and mapping.fields[veld].source == m.WERKBLAD
        }
        names = {source: self.names[source].currentData() for source in self._contents.columns if self.names[source].currentData()}
        numbers: dict[str, str] = {}
        if self.on.currentData() and len(self._contents.columns) == 2:
            numbers = {source: combo.currentData() for source, combo in self.numbers.items() if combo.currentData()}
        return replace(mapping, names=names, numbers=numbers if len(numbers) == 2 else {}, without_row=without_row)

    @property
    def is_complete(self) -> bool:
        """Every source has its plan names."""
        return bool(self._contents.columns) and all(self.names[source].currentData() for source in self._contents.columns)

    def _changed(self) -> None:
        if self.signalsBlocked():
            return
        both = len(self._contents.columns) == 2
        for source in self.numbers:
            for widget in (self._number_labels[source], self.numbers[source]):
                widget.setVisible(both and bool(self.on.currentData()))
        if both and self.is_complete:
            joined = count_joined(self._contents.polygons, self._contents.sheet, self.applied_to(m.PlanMapping({}, {})))
            text = tr("Rijen in het Excel-bestand met een polygoon: {joined} van de {rows}.")
            self.count.setText(text.format(joined=joined, rows=len(self._contents.sheet)))
        self.changed.emit()
