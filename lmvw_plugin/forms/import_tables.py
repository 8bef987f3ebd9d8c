# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables of the import wizard: columns with real values, words that need a meaning, and what would change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from ..core import basisset as b
from ..core import mapping as m
from ..core.codelists import code_list
from ..core.i18n import tr
from ..core.import_report import title
from ..core.peildatum import Peildatum
from ..core.values import as_text
from ..layers.import_sources import ImportSources

_SHOWN = 4  # values in a preview
_NOTHING = "—"
_WIDTH = 250  # pixels; the longest titles and columns would leave no room for values


def fixed(text: str, tip: str = "") -> QTableWidgetItem:
    """A cell that cannot be typed in."""
    item = QTableWidgetItem(text)
    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
    item.setToolTip(tip or text)
    return item


def _set_up(table: QTableWidget, headers: Iterable[str], wide: int) -> None:
    titles = list(headers)
    table.setColumnCount(len(titles))
    table.setHorizontalHeaderLabels(titles)
    table.verticalHeader().setVisible(False)
    table.setAlternatingRowColors(True)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(wide, QHeaderView.ResizeMode.Stretch)


class MappingTable(QTableWidget):
    """Every field of the Basisset with the column that fills it and what really stands in that column."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self, (tr("Veld"), tr("Kolom in de bron"), tr("Wat er staat"), tr("Bewerking")), 2)
        for column in (0, 1):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self.setColumnWidth(column, _WIDTH)
        self._found: ImportSources | None = None
        self._mapping = m.PlanMapping({}, {})
        self._fields: list[str] = []

    def show_mapping(self, found: ImportSources, mapping: m.PlanMapping, peildatum: Peildatum) -> None:
        """Fill the table."""
        self._found, self._mapping = found, mapping
        self._fields = [field.name for field in b.COLUMNS if field.name not in m.NOT_MAPPED]
        self.setRowCount(len(self._fields))
        choices = [(f"{tr(source)}: {column}", (source, column)) for source, columns in found.columns.items() for column in columns]
        for row, veld in enumerate(self._fields):
            field = b.BY_NAME[veld]
            self.setItem(row, 0, fixed(title(veld, peildatum), tr(field.definition)))
            combo = QComboBox()
            combo.setObjectName(f"kolom_{veld}")
            combo.addItem(_NOTHING, None)
            for text, place in choices:
                combo.addItem(text, place)
            column = mapping.fields.get(veld)
            if column is not None and column.constant is None:
                combo.setCurrentIndex(1 + [place for _, place in choices].index((column.source, column.column)))
            combo.currentIndexChanged.connect(lambda _, at=row: self._preview(at))
            self.setCellWidget(row, 1, combo)
            self._preview(row)

    def mapping(self) -> m.PlanMapping:
        """The mapping as it is now: what was not touched keeps its sums, signs and words."""
        fields = {}
        for row, veld in enumerate(self._fields):
            before = self._mapping.fields.get(veld)
            place = self.cellWidget(row, 1).currentData()
            if before is not None and before.constant is not None and place is None:
                fields[veld] = before
            elif place is not None:
                same = before is not None and (before.source, before.column) == tuple(place)
                fields[veld] = before if same else m.ColumnMapping(*place)
        return replace(self._mapping, fields=fields)

    def _preview(self, row: int) -> None:
        veld, place = self._fields[row], self.cellWidget(row, 1).currentData()
        before = self._mapping.fields.get(veld)
        self.setItem(row, 2, fixed(self._values(*place) if place else ""))
        how = []
        if before is not None and place is not None and (before.source, before.column) == tuple(place):
            how = [tr("teken omgekeerd")] if before.negated else []
            how += [f"+ {column}" for column in before.plus]
        elif before is not None and before.constant is not None:
            how = [tr("altijd ‘{value}’").format(value=before.constant)]
        self.setItem(row, 3, fixed(" ".join(how)))

    def _values(self, source: str, column: str) -> str:
        rows = self._found.rows(source) if self._found else ()
        values = (as_text(row[column]) for row in rows if row.get(column) not in (None, ""))
        return "  |  ".join(islice(dict.fromkeys(islice(values, 2_000)), _SHOWN))


class WordsTable(QTableWidget):
    """The texts that the plugin does not take over by itself, with the code that a person gives them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self, (tr("Veld"), tr("Tekst in de bron"), tr("Betekent"), tr("Voorstel")), 1)
        self._rows: list[tuple[str, str]] = []
        self._proposals: dict[str, Any] = {}

    def show_mapping(self, mapping: m.PlanMapping, peildatum: Peildatum) -> None:
        """Fill the table."""
        self._rows = [(veld, text) for veld, column in mapping.fields.items() for text in column.values]
        self._proposals = {veld: column.proposals for veld, column in mapping.fields.items()}
        self.setRowCount(len(self._rows))
        for row, (veld, text) in enumerate(self._rows):
            column = mapping.fields[veld]
            combo = QComboBox()
            combo.setObjectName(f"betekent_{row}")
            combo.addItem(tr("leeg laten"), None)
            for code, label in _codes(veld):
                combo.addItem(label, code)
            combo.setCurrentIndex(max(0, combo.findData(column.values[text])))
            proposal = column.proposals.get(text, "")
            self.setItem(row, 0, fixed(title(veld, peildatum)))
            self.setItem(row, 1, fixed(text))
            self.setCellWidget(row, 2, combo)
            self.setItem(row, 3, fixed(dict(_codes(veld)).get(proposal, proposal)))

    def take_proposals(self) -> None:
        """Choose what is proposed wherever nothing was chosen yet."""
        for row, (veld, text) in enumerate(self._rows):
            combo = self.cellWidget(row, 2)
            if combo.currentData() is None and text in self._proposals.get(veld, {}):
                combo.setCurrentIndex(max(0, combo.findData(self._proposals[veld][text])))

    def applied_to(self, mapping: m.PlanMapping) -> m.PlanMapping:
        """The mapping with the meanings that were chosen."""
        fields = dict(mapping.fields)
        for row, (veld, text) in enumerate(self._rows):
            if veld in fields and text in fields[veld].values:
                fields[veld] = replace(fields[veld], values={**fields[veld].values, text: self.cellWidget(row, 2).currentData()})
        return replace(mapping, fields=fields)


def _codes(veld: str) -> list[tuple[str, str]]:
    field = b.BY_NAME[veld]
    if field.kind is b.Kind.YESNO:
        return [("ja", tr("ja")), ("nee", tr("nee"))]
    return [
        (code.code, f"{code.code} {tr(code.label)}" if len(code.code) < 3 else tr(code.label))
        for code in code_list(field.codes or "").values()
    ]


class ChangesTable(QTableWidget):
    """What would change, per plan and field; what is unticked stays as it is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _set_up(self, (tr("Plan"), tr("Veld"), tr("Nu"), tr("Wordt")), 0)
        self._rows: list[dict[str, Any]] = []

    def show_changes(self, rows: list[dict[str, Any]], peildatum: Peildatum) -> None:
        """Fill the table from the list that the dry run wrote."""
        self._rows = rows
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            name = fixed(row["plannaam"])
            name.setFlags(name.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            name.setCheckState(Qt.CheckState.Checked if row["overnemen"] else Qt.CheckState.Unchecked)
            self.setItem(number, 0, name)
            self.setItem(number, 1, fixed(title(row["veld"], peildatum) if row["veld"] else tr("nieuw plan")))
            self.setItem(number, 2, fixed(row["oud"]))
            self.setItem(number, 3, fixed(row["nieuw"] if row["veld"] else ""))

    def chosen(self) -> list[dict[str, Any]]:
        """The rows with the choice that was made."""
        return [{**row, "overnemen": self.item(number, 0).checkState() == Qt.CheckState.Checked} for number, row in enumerate(self._rows)]
