# SPDX-License-Identifier: GPL-2.0-or-later
"""Gathers the findings of all polygon rules, in the order of the layer, and keeps one wild polygon from drowning the rest."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.i18n import tr
from ....core.rules.catalogue import RULES
from ....core.rules.findings import Finding
from ..reading import Plan
from ..rings import Ints
from . import texts
from .spared import Failed, spared

MOST = 100  # findings of one rule about one plan; the rest is counted in one more finding


class Collector:
    """Findings by row of the layer; row -1 is the layer itself."""

    def __init__(self, plans: Sequence[Plan], fids: Sequence[int] | NDArray[np.int64]) -> None:
        self._plans, self._fids = plans, fids
        self._found: list[tuple[int, Finding]] = []
        self._count: Counter[tuple[int, str]] = Counter()

    def add(self, row: int, rule: str, melding: str, place: Sequence[float] | None = None, **more: Any) -> None:
        """One finding; ``place`` is (x, y) in metres, more is what ``Rule.finding`` takes."""
        self._count[row, rule] += 1
        if self._count[row, rule] <= MOST:
            point = None if place is None else (float(place[0]), float(place[1]))
            plan = self._plans[row] if row >= 0 else None
            self._found.append((int(row), RULES[rule].finding(melding, plan, veld="geom", place=point, rij=self._fid(row), **more)))

    def _fid(self, row: int) -> int | None:
        return int(self._fids[row]) if row >= 0 else None

    def failed(self, rows: Failed) -> None:
        """Plans that a step could not be done for: a fault of ours, which hides nothing of the other plans."""
        for row, reason in rows.items():
            melding = tr("De polygoon van dit plan kon niet helemaal gecontroleerd worden door een fout in de plugin. Bekijk de polygoon "
                         "zelf op de kaart en meld het de makers.")  # fmt: skip
            self.add(row, "X1", melding, waarde=reason)

    def gather(self, step: Callable[[Ints, Collector], None], rows: Ints) -> None:
        """What a step finds about some rows, without those that make it fail: they are told instead.

        :raises Cancelled: when the user cancels.
        """

        def afresh(at: Ints) -> Collector:
            collected = Collector(self._plans, self._fids)
            step(at, collected)
            return collected

        collected, failed = spared(afresh, rows)
        self._found += collected._found
        self._count += collected._count
        self.failed(failed)

    def findings(self) -> list[Finding]:
        """All of them, in the order of the layer."""
        for (row, rule), count in list(self._count.items()):
            if count > MOST:
                melding = tr("Dit plan heeft bij regel {rule} nog {count} plekken meer dan de {most} die hier staan; "
                             "verbeter eerst deze en controleer opnieuw.").format(
                    rule=rule, count=texts.count(count - MOST), most=MOST)  # fmt: skip
                plan = self._plans[row] if row >= 0 else None
                self._found.append((row, RULES[rule].finding(melding, plan, veld="geom", rij=self._fid(row))))
        return [finding for _, finding in sorted(self._found, key=lambda pair: pair[0])]
