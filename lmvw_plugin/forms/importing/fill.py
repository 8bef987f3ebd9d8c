# SPDX-License-Identifier: GPL-2.0-or-later
"""Filling a field with more than one column: added up, or with one value for every plan."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.basisset import fields as b
from ...core.basisset.codelists import code_list
from ...core.basisset.values import WHOLE, amounts
from ...core.i18n import number, tr
from ...core.importing.mapping import plan as m
from ...core.importing.mapping.preview import preview
from ...layers.importing.sources import ImportSources
from ..letters import readable_lines

_MOST = 999_999


def codes(veld: str) -> list[tuple[str, str]]:
    """The answers that a field knows, as they are written down and as a reader sees them."""
    field = b.BY_NAME[veld]
    if field.kind is b.Kind.YESNO:
        return [("ja", tr("ja")), ("nee", tr("nee"))]
    return [
        (code.code, f"{code.code} {tr(code.label)}" if len(code.code) < 3 else tr(code.label))
        for code in code_list(field.codes or "").values()
    ]


def shown(values: Sequence[str]) -> str:
    """A preview on one line."""
    return "   |   ".join(values)


class _Fill(QDialog):
    """A question with room for an answer, and what that gives below it."""

    def __init__(self, title: str, question: str, go: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        readable_lines(self)
        self.setWindowTitle(title)
        self.setMinimumWidth(520)
        self.result_ = QLabel()
        self.result_.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(go)
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Annuleren"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        words = QLabel(question)
        words.setWordWrap(True)
        self._layout.addWidget(words)

    def _complete(self, *widgets: QWidget) -> None:
        for widget in (*widgets, self.result_, self.buttons):
            self._layout.addWidget(widget)


class SumDialog(_Fill):
    """Which columns of one source are added up."""

    def __init__(
        self, veld: str, title: str, contents: ImportSources, column: m.ColumnMapping | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            tr("Kolommen optellen"),
            tr("Vink aan welke kolommen samen ‘{field}’ vormen. Een lege cel telt niet mee.").format(field=title),
            tr("Optellen"),
            parent,
        )
        self._veld, self._contents, self._negated = veld, contents, bool(column and column.negated)
        self.source, self.list = QComboBox(), QListWidget()
        for source in contents.columns:
            self.source.addItem(m.title_of(source), source)
        if column is not None and column.source in contents.columns:
            self.source.setCurrentIndex(self.source.findData(column.source))
        self.source.setVisible(len(contents.columns) > 1)
        self.source.currentIndexChanged.connect(lambda _: self._fill(()))
        self.list.itemChanged.connect(lambda _: self._show())
        self.source.setAccessibleName(tr("Bron"))
        self.list.setAccessibleName(tr("Kolommen van ‘{field}’").format(field=title))
        self._complete(self.source, self.list)
        self._fill(column.columns if column is not None else ())

    def _fill(self, ticked: Sequence[str]) -> None:
        """Columns with numbers first: the others are rarely meant."""
        source = self.source.currentData()
        samples, totals, rank = self._contents.samples[source], {}, {}
        for name in self._contents.columns[source]:
            values = list(samples[name])
            totals[name] = amounts(values)
            rank[name] = name not in ticked, totals[name] == 0 or not _are_numbers(values)
        self.list.blockSignals(True)
        self.list.clear()
        for name in sorted(totals, key=rank.__getitem__):
            item = QListWidgetItem(tr("{name}   (samen {total})").format(name=name, total=number(totals[name])) if totals[name] else name)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if name in ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._show()

    def _show(self) -> None:
        column = self.column()
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(column is not None)
        values = shown(preview(self._veld, column, self._contents.rows(column.source))) if column else ""
        self.result_.setText(tr("Zo wordt het:   {values}").format(values=values) if values else tr("Nog geen kolom met waarden gekozen."))

    def column(self) -> m.ColumnMapping | None:
        """What was ticked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() == Qt.CheckState.Checked]
        order = self._contents.columns[self.source.currentData()]
        ticked.sort(key=order.index)
        return m.ColumnMapping(self.source.currentData(), ticked[0], self._negated, plus=tuple(ticked[1:])) if ticked else None


def _are_numbers(raws: Sequence[object]) -> bool:
    """Most filled cells hold a number."""
    if set(map(type, raws)) <= WHOLE:
        return True
    filled = [raw for raw in raws if raw not in (None, "")]
    return 2 * sum(not isinstance(raw, str) or raw.strip().lstrip("-").isdecimal() for raw in filled) > len(filled)


class ConstantDialog(_Fill):
    """One value for every plan."""

    def __init__(self, veld: str, title: str, column: m.ColumnMapping | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Vaste waarde"),
            tr("Elk plan uit deze import krijgt bij ‘{field}’ deze waarde.").format(field=title),
            tr("Overnemen"),
            parent,
        )
        now = column.constant if column is not None and column.constant is not None else ""
        kind = b.BY_NAME[veld].kind
        self.answer: QComboBox | QSpinBox | QLineEdit
        if kind in (b.Kind.CODE, b.Kind.YESNO):
            self.answer = QComboBox()
            for code, label in codes(veld):
                self.answer.addItem(label, code)
            self.answer.setCurrentIndex(max(0, self.answer.findData(now)))
        elif kind is b.Kind.COUNT:
            self.answer = QSpinBox()
            self.answer.setRange(0, _MOST)
            self.answer.setValue(int(now) if now.isdecimal() else 0)
        else:
            self.answer = QLineEdit(now)
        self.answer.setAccessibleName(title)
        self._complete(self.answer)

    def column(self) -> m.ColumnMapping | None:
        """The value as a mapping holds it; None when nothing was typed."""
        text = str(self.answer.currentData()) if isinstance(self.answer, QComboBox) else self.answer.text().strip()
        return m.ColumnMapping("", "", constant=text) if text else None
