# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel of a review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.i18n import later
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .dock import ReviewDesk


class DeskPanel(PanelEntry["ReviewDesk"]):
    """The action and its panel."""

    NAME, ICON = "lmvw_desk_panel", "beoordelen.svg"
    WORDS = TITLE = later("Leveringen beoordelen")
    TIP = later("Voor de provincie: paneel waarin u plan voor plan kijkt, een label geeft en opmerkingen en vragen schrijft")

    def _make(self) -> ReviewDesk:
        from .dock import ReviewDesk

        return ReviewDesk(self._iface)

    def show(self) -> None:
        """Bring the panel in sight, with the review file that is open."""
        dock = self.in_sight()
        dock.look()
        dock.to_list()
