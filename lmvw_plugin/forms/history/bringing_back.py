# SPDX-License-Identifier: GPL-2.0-or-later
"""Buttons and keys by which a plan of then comes back in the plan file: tied off as gerealiseerd or vervallen, or as it was."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from ...core.errors import LmvwError
from ...core.history.decisions import Verdict, ends
from ...core.history.facts import Fact, Kind
from ...core.i18n import tr
from ...layers.asking.book import user
from ...layers.history import bringing_back
from ...layers.history.comparing import Compared
from ...layers.planfile.tables import comparison_table
from . import telling

if TYPE_CHECKING:
    from .dock import ComparisonDock

_MOMENT = "%Y-%m-%d %H:%M"


def signed() -> tuple[str, str]:
    """Who decides, and when."""
    return user(), f"{datetime.now():{_MOMENT}}"


class BringingBack:
    """What the panel does with the plans of the plan file."""

    def __init__(self, panel: ComparisonDock) -> None:
        self._panel = panel
        self._buttons = {Verdict.BUILT: panel.built, Verdict.DROPPED: panel.dropped, Verdict.BACK: panel.restore}
        for verdict, button in self._buttons.items():
            button.clicked.connect(lambda *_, verdict=verdict: self._do(verdict))

    def offer(self, compared: Compared | None, fact: Fact | None) -> None:
        """Show the buttons that a fact has."""
        offered = ends(fact, compared.ground) if compared and fact else ()
        for verdict, button in self._buttons.items():
            button.setVisible(verdict in offered)
        gone = fact is not None and fact.kind is Kind.GONE
        restore, tip = tr("Naam en polygoon van toen"), tr("T: geeft het plan de naam en polygoon van de vorige levering")
        if gone:
            restore, tip = tr("Terugzetten"), tr("T: zet het plan terug in het planbestand, zoals het in de vorige levering stond")
        self._panel.restore.setText(restore)
        self._panel.restore.setToolTip(tip)

    def _do(self, verdict: Verdict) -> None:
        panel, fact = self._panel, self._panel.fact()
        layer, path, compared = panel.layer, panel.hand.path, panel.compared
        if fact is None or layer is None or path is None or compared is None or verdict not in ends(fact, compared.ground):
            return
        if panel.hand.works:  # the fact in hand may be decided already
            return
        try:
            bringing_back.bring_back(layer, path, compared, fact, verdict, *signed())
        except LmvwError as error:
            panel.compare(str(error), fact)
            return
        words = {
            Verdict.BUILT: tr("{name} is afgemeld als gerealiseerd."),
            Verdict.DROPPED: tr("{name} is afgemeld als vervallen."),
        }.get(verdict, tr("{name} staat terug zoals in de vorige levering."))
        waits = " " + tr("Sla de wijzigingen in de laag nog op.") if layer.isEditable() else ""
        panel.compare(words.format(name=telling.named(fact.names_then[0])) + waits, panel.after(fact))

    def take_back(self, path: Path) -> tuple[str, bool]:
        """Of the last decision, what it did with plans; returns what to say of that, and whether there was anything.

        :raises LmvwError: when the layer or the file cannot be written.
        """
        changes = [decision.change for decision in comparison_table.last(path) if decision.change is not None]
        layer = self._panel.layer
        if layer is None or not changes:
            return "", False
        stay = [str(change.became.get("plannaam") or "") for change in changes if not bringing_back.take_back(layer, change)]
        said = tr("Plan {name} is daarna gewijzigd en blijft zoals het nu is.").format(name=telling.named(stay[0])) if stay else ""
        return said, True
