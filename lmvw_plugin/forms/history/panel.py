# SPDX-License-Identifier: GPL-2.0-or-later
"""The entry that opens the panel of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...core.i18n import later
from ..panels.entry import PanelEntry

if TYPE_CHECKING:
    from .dock import ComparisonDock


class ComparisonPanel(PanelEntry["ComparisonDock"]):
    """The action and its panel."""

    NAME, ICON = "lmvw_compared_panel", "toen_en_nu.svg"
    WORDS = TITLE = later("Plannen van toen en nu")
    TIP = later("Paneel dat zegt wat er van elk plan geworden is sinds de vorige levering; u beslist over wat niet zeker is")

    def _make(self) -> ComparisonDock:
        from .dock import ComparisonDock

        return ComparisonDock(self._iface)
