# SPDX-License-Identifier: GPL-2.0-or-later
"""The question about price limits that nobody knows for the year of a plan file: put once for a municipality and year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from qgis.core import Qgis, QgsSettings
from qgis.gui import QgisInterface

from ...core.basisset.prices.euros import euro
from ...core.basisset.prices.limits import SEGMENTS, PriceLimit
from ...core.errors import LmvwError
from ...core.i18n import tr
from ...layers.planfile import store as planfile
from .. import messages
from ..plan_file_watch import PlanFileWatch
from . import keeping

_ASKED = "lmvw/limits_asked"
_MOST_ASKED = 200


class LimitQuestion(PlanFileWatch):
    """Asks when a plan file is opened. Who does not answer finds the table in the Options, where ``answer`` leads."""

    message = keeping.QUESTION

    def __init__(self, iface: QgisInterface, answer: Callable[[], None]) -> None:
        self._answer = answer
        super().__init__(iface)

    def look(self, path: Path) -> None:
        """Ask, when a limit is not known and nobody was asked before."""
        try:
            info = planfile.read_info(path)
        except LmvwError:
            return
        year = info.peildatum.year
        unknown = info.limits.unknown(year)
        lacking = info.limits.lacking(keeping.of_user(info.gemeente.code))
        known = [limit for limit in lacking if limit.year == year and limit.segment in unknown]
        about = f"{info.gemeente.code} {year}"
        if known and _first_time(f"{about} {path}"):
            self._offer(path, known)
        elif unknown and not known and _first_time(about):
            self._ask(path, unknown, year)

    def _ask(self, path: Path, unknown: Sequence[str], year: int) -> None:
        segments = tr(" en ").join(tr(SEGMENTS[segment]).lower() for segment in unknown)
        words = tr("De prijsgrens van {year} is niet officieel bekend voor {segments}. Kent u haar, geef haar dan op.")
        self._report(words.format(year=year, segments=segments), {}, path)

    def _offer(self, path: Path, known: Sequence[PriceLimit]) -> None:
        """What this user stated earlier for the municipality counts in this plan file only when the user says so."""
        limits = ", ".join(f"{tr(SEGMENTS[limit.segment]).lower()} {euro(limit.amount)}" for limit in known)
        words = tr("De prijsgrens van {year} ontbreekt in dit planbestand. In uw opties staat: {limits}.")
        self._report(words.format(year=known[0].year, limits=limits), {tr("Overnemen"): partial(self._take, path, known)}, path)

    def _report(self, words: str, buttons: messages.Buttons, path: Path) -> None:
        messages.report(self._iface, keeping.QUESTION, words, Qgis.MessageLevel.Info, {**buttons, tr("Opgeven…"): self._open}, path)

    def _take(self, path: Path, known: Sequence[PriceLimit]) -> None:
        try:
            before = planfile.read_info(path).limits
            keeping.keep_in_plan_file(self._iface, path, before, before.with_own(known))
        except LmvwError as error:
            messages.warn(self._iface, str(error))
            return
        self.withdraw()
        messages.tell(self._iface, tr("Uw eigen prijsgrens staat nu in het planbestand."))

    def _open(self) -> None:
        self.withdraw()
        self._answer()


def _first_time(about: str) -> bool:
    """True once for a municipality and year, or a plan file of it."""
    stored = QgsSettings().value(_ASKED, [])
    asked = [stored] if isinstance(stored, str) else list(stored or [])
    if about in asked:
        return False
    QgsSettings().setValue(_ASKED, [*asked, about][-_MOST_ASKED:])
    return True
