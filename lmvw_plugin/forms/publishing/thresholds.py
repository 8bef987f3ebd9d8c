# SPDX-License-Identifier: GPL-2.0-or-later
"""A field for each threshold of the public version, with its explanation below it: in its window, and in the Options."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QFormLayout, QSpinBox

from ...core.confidential.thresholds import Thresholds, explained, span, spun
from ...core.i18n import tr
from ..panels.widgets import label


class ThresholdSpins:
    """The fields by name, as rows of a form that is there."""

    def __init__(self, rows: QFormLayout, thresholds: Thresholds) -> None:
        self.spins: dict[str, QSpinBox] = {}
        for threshold in explained():
            spin = self.spins[threshold.name] = QSpinBox()
            spin.setObjectName(threshold.name)
            spin.setRange(*span(threshold.name))
            name = tr(threshold.metadata["label"])
            spin.setAccessibleName(name)
            rows.addRow(name, spin)
            rows.addRow(label(f"{threshold.name}_words", f"{tr(threshold.metadata['why'])} {tr(threshold.metadata['explanation'])}"))
        self.show(thresholds)

    def show(self, thresholds: Thresholds) -> None:
        """Others in place of what was shown."""
        for threshold in explained():
            self.spins[threshold.name].setValue(spun(threshold, getattr(thresholds, threshold.name)))

    def chosen(self) -> Thresholds:
        """What stands in them."""
        return Thresholds.of({name: spin.value() for name, spin in self.spins.items()})
