# SPDX-License-Identifier: GPL-2.0-or-later
"""What the last two pages of the import wizard say: how many plans are new, change, stay as they are, or wait."""

from __future__ import annotations

from typing import Any

from ...core.i18n import later, tr
from .running import ChangesPage, ResultPage
from .words import counted

_WAITING = later("1 rij wacht op u (zie het rapport)"), later("{count} rijen wachten op u (zie het rapport)")


class ImportChangesPage(ChangesPage):
    """What the import would change."""

    busy = later("De bronnen worden vergeleken met het planbestand …")

    def __init__(self) -> None:
        super().__init__(tr("&Importeren"))

    def counts(self, results: dict[str, Any]) -> str:
        """Of the dry run."""
        return counted(
            (results["NEW"], "1 nieuw plan", "{count} nieuwe plannen"),
            (results["CHANGED"], "1 plan wijzigt", "{count} plannen wijzigen"),
            (results["UNCHANGED"], "1 plan blijft gelijk", "{count} plannen blijven gelijk"),
            (results["NOT_IMPORTED"], *_WAITING),
        ) + "."  # fmt: skip


class ImportResultPage(ResultPage):
    """What the import did."""

    busy = later("De plannen worden geïmporteerd …")

    def __init__(self) -> None:
        super().__init__(tr("Importeren"))

    def counts(self, results: dict[str, Any]) -> str:
        """Of the import."""
        return counted(
            (results["NEW"], "1 plan toegevoegd", "{count} plannen toegevoegd"),
            (results["CHANGED"], "1 plan bijgewerkt", "{count} plannen bijgewerkt"),
            (results["UNCHANGED"], "1 plan gelijk gebleven", "{count} plannen gelijk gebleven"),
            (results["NOT_IMPORTED"], *_WAITING),
        ) + "."  # fmt: skip
