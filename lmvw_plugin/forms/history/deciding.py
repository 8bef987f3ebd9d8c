# SPDX-License-Identifier: GPL-2.0-or-later
"""The button of the panel that leads to what is decided after the step to a new peildatum."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ...core.errors import LmvwError
from ...core.i18n import several, tr
from ...layers.history.to_decide import to_decide
from ...layers.planfile.tables import decisions_table
from ...layers.planfile.tables.decisions_table import Row
from ..lasting import show_lasting
from .bringing_back import signed
from .to_decide import ToDecide

if TYPE_CHECKING:
    from .dock import ComparisonDock


class Deciding:
    """Shows the button where something waits or was ticked off, and the list behind it."""

    def __init__(self, panel: ComparisonDock) -> None:
        self._panel = panel
        panel.todo.clicked.connect(lambda *_: self._show())

    def _rows(self) -> list[Row]:
        layer, path = self._panel.layer, self._panel.hand.path
        with suppress(LmvwError):  # another program has the file: the list can wait
            return to_decide(path, layer) if layer is not None and path is not None else []
        return []

    def offer(self) -> None:
        """As many fields as wait now."""
        rows = self._rows()
        waiting = sum(not row.ticked for row in rows)
        self._panel.todo.setVisible(bool(rows))
        words = tr("Te beslissen: {fields}…").format(fields=several(waiting, "veld", "velden"))
        self._panel.todo.setText(words if waiting else tr("Wat u liet staan…"))

    def _show(self) -> None:
        path = self._panel.hand.path
        if path is None:
            return

        def tick(rows: Sequence[Row], on: bool) -> tuple[str | None, str | None]:
            """Keep whether they stay; returns who said so, and when.

            :raises LmvwError: when the plan file cannot be written.
            """
            said = signed() if on else (None, None)
            decisions_table.tick(path, rows, *said)
            self.offer()
            return said

        window = ToDecide(self._panel, self._rows(), tick)
        window.chosen.connect(self._panel.open_plan)
        show_lasting(window)
