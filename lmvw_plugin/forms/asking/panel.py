# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel Vragenlijst."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.i18n import later
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .dock import QuestionDock


class QuestionPanel(PanelEntry["QuestionDock"]):
    """The action and its panel."""

    NAME, ICON = "lmvw_questions", "vragen.svg"
    WORDS, TITLE = later("Vragenlijst…"), later("Vragenlijst")
    TIP = later("Stelt één vraag tegelijk voor alle plannen waar het antwoord nog ontbreekt")

    def show(self, veld: str = "") -> None:
        """Bring the panel in sight, at this question or at the first that is open."""
        self.in_sight().turn_to(veld)

    def _make(self) -> QuestionDock:
        from .dock import QuestionDock

        return QuestionDock(self._iface)
