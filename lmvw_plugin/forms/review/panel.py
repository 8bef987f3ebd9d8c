# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel Controle."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface

from ...core.i18n import later
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .dock import ReviewDock
    from .offers import OpenAt


class ReviewPanel(PanelEntry["ReviewDock"]):
    """The action and its panel.

    :param open_at: opens the form of a plan at a field.
    :param check: checks the plan file in hand.
    :param ask: opens the question table at a field.
    """

    NAME, ICON = "lmvw_review_panel", "takenlijst.svg"
    WORDS, TITLE = later("Controle: wat er nog te doen is"), later("Controle")
    TIP = later("Paneel met alles wat nog in te vullen of te verbeteren is")

    def __init__(self, iface: QgisInterface, open_at: OpenAt, check: Callable[[], None], ask: Callable[[str], None]) -> None:
        super().__init__(iface)
        self._open_at, self._check, self._ask = open_at, check, ask

    def _make(self) -> ReviewDock:
        from .dock import ReviewDock

        return ReviewDock(self._iface, self._open_at, self._check, self._ask)
