# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the overview of deliveries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.i18n import later
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .overview import Overview


class OverviewPanel(PanelEntry["Overview"]):
    """The action and its panel."""

    NAME, ICON = "lmvw_overview_panel", "overzicht.svg"
    WORDS = TITLE = later("Overzicht van leveringen")
    TIP = later("Voor de provincie: een rij per gemeente, ook wie nog niet leverde, om te filteren, te sorteren en op de kaart te bekijken")

    def _make(self) -> Overview:
        from .overview import Overview

        return Overview(self._iface)

    def show(self) -> None:
        """Bring the panel in sight, with the review file that is open."""
        dock = self.in_sight()
        dock.look()
        dock.to_list()
