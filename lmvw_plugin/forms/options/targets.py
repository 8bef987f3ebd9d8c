# SPDX-License-Identifier: GPL-2.0-or-later
"""How many dwellings a municipality wants finished by year: a number for each year of the delivery."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.PyQt.QtWidgets import QFormLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ...core.i18n import tr
from ...core.rules.targets import MOST, Targets


class TargetYears(QWidget):
    """``years``: those that can be stated; others of which something was stated stay."""

    def __init__(self, targets: Targets, years: Iterable[int]) -> None:
        super().__init__()
        stated = dict(targets.years)
        self._spins = {year: _spin(year, stated.get(year, 0)) for year in sorted({*years, *stated})}
        whole, rows = QVBoxLayout(self), QFormLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        told = QLabel(tr("Bruto woningen, bijvoorbeeld uit de woondeal. Ze staan in uw eigen rapport naast de plannen. Ze tellen in geen controle mee "
                         "en gaan niet naar de provincie."))  # fmt: skip
        told.setObjectName("targets_words")
        told.setWordWrap(True)
        whole.addWidget(told)
        whole.addLayout(rows)
        for year, spin in self._spins.items():
            rows.addRow(tr("Streefgetal {year}").format(year=year), spin)

    def targets(self) -> Targets:
        """As they stand here."""
        return Targets.of({year: spin.value() for year, spin in self._spins.items()})


def _spin(year: int, wanted: int) -> QSpinBox:
    spin = QSpinBox()
    spin.setObjectName(f"target_{year}")
    spin.setAccessibleName(tr("Streefgetal {year}").format(year=year))
    spin.setRange(0, MOST)
    spin.setSpecialValueText(tr("(geen)"))
    spin.setValue(wanted)
    return spin
