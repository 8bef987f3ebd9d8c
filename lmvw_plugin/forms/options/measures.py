# SPDX-License-Identifier: GPL-2.0-or-later
"""What a municipality chooses of the check: how serious each rule is, what is small enough to pass, and what its plans usually answer."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from ...core.asking.defaults import FIELDS, Defaults, values_of
from ...core.asking.explaining import shown
from ...core.i18n import tr
from ...core.rules.catalogue import CATALOGUE, Rule
from ...core.rules.findings import Ernst
from ...core.rules.tolerances import Tolerances, explained
from ...core.rules.yardstick import Yardstick

_MOST, _DECIMALS = 1_000_000.0, 3


class Measures(QWidget):
    """Three groups of choices, each line with its own name, which is what the search of the Options looks for.

    ``words``: whose choices these are.
    """

    def __init__(self, yardstick: Yardstick, defaults: Defaults, words: str) -> None:
        super().__init__()
        self._severities: dict[str, QComboBox] = {}
        self._tolerances: dict[str, QDoubleSpinBox] = {}
        self._defaults: dict[str, QComboBox] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        told = QLabel(words)
        told.setObjectName("measures_words")
        told.setWordWrap(True)
        whole.addWidget(told)
        for title, fill in (
            (tr("Standaardantwoorden: wat uw plannen meestal antwoorden (voorstel, nooit vanzelf ingevuld)"), self._add_defaults),
            (tr("Ernst per regel: wat anders is dan in de plugin, staat in rapport en levering"), self._add_severities),
            (tr("Toleranties van de polygoonregels: wat kleiner is, wordt niet gemeld"), self._add_tolerances),
        ):
            box = QGroupBox(title)
            rows = QFormLayout(box)
            rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            fill(rows)
            whole.addWidget(box)
        self.show_choices(yardstick, defaults)

    def _add_severities(self, rows: QFormLayout) -> None:
        for rule in CATALOGUE:
            title = f"{rule.id}: {tr(rule.title)}"
            if rule.fixed:
                field: QWidget = QLabel(f"{tr(rule.ernst.value)}; {tr(rule.fixed)}")
            else:
                field = self._severities[rule.id] = _severity(rule, title)
            field.setToolTip(tr(rule.why))
            rows.addRow(title, field)

    def _add_tolerances(self, rows: QFormLayout) -> None:
        for tolerance in explained():
            title = tr(tolerance.metadata["label"])
            spin = QDoubleSpinBox()
            spin.setObjectName(f"tolerance_{tolerance.name}")
            spin.setAccessibleName(title)
            spin.setDecimals(_DECIMALS)
            spin.setRange(0, _MOST)
            spin.setToolTip(tr(tolerance.metadata["why"]))
            self._tolerances[tolerance.name] = spin
            rows.addRow(title, spin)

    def _add_defaults(self, rows: QFormLayout) -> None:
        for field in FIELDS:
            box = QComboBox()
            box.setObjectName(f"default_{field.name}")
            box.setAccessibleName(tr(field.label))
            box.addItem(tr("(geen)"), None)
            for value in values_of(field):
                box.addItem(shown(field.name, value), value)
            self._defaults[field.name] = box
            rows.addRow(tr(field.label), box)

    def show_choices(self, yardstick: Yardstick, defaults: Defaults) -> None:
        """Other choices in place of what was shown."""
        for rule in CATALOGUE:
            if rule.id in self._severities:
                box = self._severities[rule.id]
                box.setCurrentIndex(box.findData(yardstick.ernst_of(rule)))
        for name, spin in self._tolerances.items():
            spin.setValue(getattr(yardstick.tolerances, name))
        given = dict(defaults.answers)
        for veld, box in self._defaults.items():
            places = [
                entry for entry in range(box.count()) if box.itemData(entry) is given.get(veld) or box.itemData(entry) == given.get(veld)
            ]
            box.setCurrentIndex(next(iter(places), 0))

    def yardstick(self) -> Yardstick:
        """How serious each rule is, and what is small enough, as it stands here."""
        severities = ((regel, box.currentData()) for regel, box in self._severities.items())
        typed = {name: spin.value() for name, spin in self._tolerances.items()}
        return Yardstick.of(severities, Tolerances(**typed))

    def defaults(self) -> Defaults:
        """What plans usually answer, as it stands here."""
        return Defaults.of({veld: box.currentData() for veld, box in self._defaults.items()})


def _severity(rule: Rule, title: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(f"severity_{rule.id}")
    box.setAccessibleName(title)
    for ernst in Ernst:
        words = tr("{severity} (zoals in de plugin)") if ernst is rule.ernst else "{severity}"
        box.addItem(words.format(severity=tr(ernst.value)), ernst)
    return box
