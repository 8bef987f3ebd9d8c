# SPDX-License-Identifier: GPL-2.0-or-later
"""The button of the panel that leads to what is decided after the step to a new peildatum."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ...core.errors import LmvwError
from ...core.i18n import several, tr
from ...layers.history.to_decide import still_to_decide
from ...layers.planfile.tables.decisions_table import Row
from ..lasting import show_lasting
from .to_decide import ToDecide

if TYPE_CHECKING:
    from .dock import ComparisonDock


class Deciding:
    """Shows the button where something waits, and the list behind it."""

    def __init__(self, panel: ComparisonDock) -> None:
        self._panel = panel
        panel.todo.clicked.connect(lambda *_: self._show())

    def _rows(self) -> list[Row]:
        layer, path = self._panel.layer, self._panel.hand.path
        with suppress(LmvwError):  # another program has the file: the list can wait
            return still_to_decide(path, layer) if layer is not None and path is not None else []
        return []

    def offer(self) -> None:
        """As many fields as wait now."""
        rows = self._rows()
        self._panel.todo.setVisible(bool(rows))
        self._panel.todo.setText(tr("Te beslissen: {fields}…").format(fields=several(len(rows), "veld", "velden")))

    def _show(self) -> None:
        window = ToDecide(self._panel, self._rows())
        window.chosen.connect(self._panel.open_plan)
        show_lasting(window)
