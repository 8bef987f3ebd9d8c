# SPDX-License-Identifier: GPL-2.0-or-later
"""The line below a form that says what is proposed for the field in hand, and why; with a button to confirm it and one to refuse it."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ...core.asking.offers import SIGN, in_words
from ...core.asking.proposals import Proposal
from ...core.i18n import several, tr

_MARGIN = 9  # pixels, as around the buttons of the form


class ProposalBar(QWidget):
    """Its buttons take no focus: the field stays in hand."""

    def __init__(self, parent: QWidget, confirm: Callable[[], None], refuse: Callable[[], None], show: Callable[[], None]) -> None:
        super().__init__(parent)
        self.setObjectName("lmvw_proposal")
        self.words = QLabel(self)
        self.words.setObjectName("proposal_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.confirm = self._button("proposal_confirm", tr("Bevestigen (F8)"), confirm, "F8")
        self.refuse = self._button("proposal_refuse", tr("Weigeren (Shift+F8)"), refuse, "Shift+F8")
        self.lead = self._button("proposal_show", tr("Toon voorstel (F8)"), show, "F8")
        across = QHBoxLayout(self)
        across.setContentsMargins(_MARGIN, 0, _MARGIN, _MARGIN)
        across.addWidget(self.words, 1)
        for button in (self.confirm, self.refuse, self.lead):
            across.addWidget(button)

    def _button(self, name: str, words: str, job: Callable[[], None], key: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setObjectName(name)
        button.setShortcut(QKeySequence(key))  # not Alt and a letter: QGIS would open a menu of its own
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda *_: job())
        return button

    def tell(self, title: str, proposal: Proposal | None, count: int) -> None:
        """Of the field in hand, or else how many fields have one; gone when none has.

        :param title: of the field in hand.
        """
        here = several(count, "veld van dit plan heeft een voorstel.", "velden van dit plan hebben een voorstel.")
        self.words.setText(f"{SIGN} " + (f"{title}. {in_words(proposal)}." if proposal is not None else here))
        for button in (self.confirm, self.refuse):
            button.setVisible(proposal is not None)
        self.lead.setVisible(proposal is None)
        self.setVisible(count > 0)
