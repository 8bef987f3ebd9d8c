# SPDX-License-Identifier: GPL-2.0-or-later
"""The question about price limits that nobody knows for the year of a plan file: put once for a municipality and year."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import Qgis, QgsSettings

from ...core.basisset.pricelimits import SEGMENTS
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.planfile import store as planfile
from .. import messages
from ..plan_file_watch import PlanFileWatch
from .page import PAGE

_ASKED = "lmvw/limits_asked"
MESSAGE = "lmvw_limits"


class LimitQuestion(PlanFileWatch):
    """Asks when a plan file is opened. Who does not answer finds the boxes in the Options, where the manual sends them."""

    message = MESSAGE

    def look(self, path: Path) -> None:
        """Ask, when a limit is not known and nobody was asked before."""
        try:
            info = planfile.read_info(path)
        except LmvwError:
            return
        unknown = info.limits.unknown(info.peildatum.year)
        about = f"{info.gemeente.code} {info.peildatum.year}"
        if unknown and about not in _asked():
            QgsSettings().setValue(_ASKED, [*_asked(), about])
            self._ask(unknown, info.peildatum.year)

    def _ask(self, unknown: Sequence[str], year: int) -> None:
        segments = tr(" en ").join(tr(SEGMENTS[segment]).lower() for segment in unknown)
        words = tr("De prijsgrens van {year} is niet officieel bekend voor {segments}. Kent u haar, geef haar dan op.")
        messages.report(
            self._iface, MESSAGE, words.format(year=year, segments=segments), Qgis.MessageLevel.Info, {tr("Opgeven…"): self._open}
        )

    def _open(self) -> None:
        self.withdraw()
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)


def _asked() -> list[str]:
    stored = QgsSettings().value(_ASKED, [])
    return [stored] if isinstance(stored, str) else list(stored or [])
