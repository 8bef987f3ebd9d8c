# SPDX-License-Identifier: GPL-2.0-or-later
"""The question of the najaarslevering: are all counts rest capacity, and if not, what is delivered (Invultip 3)."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ...core.basisset.peildatum import Peildatum
from ...core.i18n import later, tr

_ANSWERS = (("niet beantwoord", later("kies ja of nee")), ("ja", later("ja")), ("nee", later("nee")))


class RestQuestion(QWidget):
    """Ja or nee, and words for a nee."""

    changed = pyqtSignal()

    def __init__(self, peildatum: Peildatum) -> None:
        super().__init__()
        self.asked = peildatum.asks_rest_capacity
        self.answer = QComboBox()
        self.answer.setObjectName("rest_capacity")
        self.answer.setAccessibleName(tr("Gaat het om restcapaciteit?"))
        tip = tr("Ja als woningen die van 1 januari tot 1 juli {year} zijn gerealiseerd of gesloopt, niet meer meetellen (Invultip 3).")
        self.answer.setToolTip(tip.format(year=peildatum.year))
        for answer, words in _ANSWERS:
            self.answer.addItem(tr(words), answer)
        self.why = QLineEdit()
        self.why.setObjectName("rest_why")
        self.why.setAccessibleName(tr("Wat levert u dan?"))
        self.why.setPlaceholderText(tr("Wat levert u dan? Bijvoorbeeld: de stand van 1 januari"))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self.answer)
        rows.addWidget(self.why)
        self.setFocusProxy(self.answer)
        self.answer.currentIndexChanged.connect(self._answered)
        self.why.textChanged.connect(self.changed)
        self._answered()

    def _answered(self) -> None:
        self.why.setVisible(self.answer.currentData() == "nee")
        self.changed.emit()

    @property
    def waits(self) -> bool:
        """It is asked, and there is no answer yet, or a nee without words."""
        silent, no = (self.answer.currentData() == answer for answer in ("niet beantwoord", "nee"))
        return self.asked and (silent or (no and not self.why.text().strip()))

    def parameters(self) -> dict[str, str]:
        """For ``lmvw:exportdelivery``."""
        return {"REST_CAPACITY": self.answer.currentData(), "REST_WHY": self.why.text()}
