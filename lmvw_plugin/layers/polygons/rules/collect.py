# SPDX-License-Identifier: GPL-2.0-or-later
"""Gathers the findings of all polygon rules, in the order of the layer, and keeps one wild polygon from drowning the rest."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ....core.i18n import tr
from ....core.rules.catalogue import RULES
from ....core.rules.findings import Ernst, Finding
from ..reading import Geometries, Plan
from ..rings import Ints
from ..shapely2 import shapely
from . import texts
from .spared import Failed, spared

MOST = 100  # findings of one rule about one plan; the rest is counted in one more finding


class Collector:
    """Findings by row of the layer; row -1 is the layer itself."""

    def __init__(
        self, plans: Sequence[Plan], fids: Sequence[int] | NDArray[np.int64], geometries: Geometries, prints: dict[int, str] | None = None
    ) -> None:
        self._plans, self._fids, self._geometries = plans, fids, geometries
        self._prints = {} if prints is None else prints
        self._findings: list[tuple[int, Finding]] = []
        self._count: Counter[tuple[int, str]] = Counter()

    def add(
        self,
        row: int,
        rule: str,
        melding: str,
        place: Sequence[float] | None = None,
        other: int = -1,
        number: int | None = None,
        **more: Any,
    ) -> None:
        """One finding; ``place`` is (x, y) in metres, ``other`` the other plan and ``number`` the amount that it is about beside the polygon.

        More is what ``Rule.finding`` takes.
        """
        self._count[row, rule] += 1
        if self._count[row, rule] <= MOST:
            point = None if place is None else (float(place[0]), float(place[1]))
            plan = self._plans[row] if row >= 0 else None
            about = None
            if more.get("ernst", RULES[rule].ernst) is Ernst.WAARSCHUWING and row >= 0:
                about = (self._print(row), self._print(other), [round(at, 1) for at in point or ()], *(() if number is None else (number,)))
            finding = RULES[rule].finding(melding, plan, about, veld="geom", place=point, rij=self._fid(row), **more)
            self._findings.append((int(row), finding))

    def _print(self, row: int) -> str:
        """Of the polygon of a plan: another one when any corner of it moves."""
        if row < 0 or self._geometries[row] is None:
            return ""
        if row not in self._prints:
            self._prints[row] = hashlib.sha256(shapely.get_coordinates(self._geometries[row]).tobytes()).hexdigest()[:16]
        return self._prints[row]

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
            collected = Collector(self._plans, self._fids, self._geometries, self._prints)
            step(at, collected)
            return collected

        collected, failed = spared(afresh, rows)
        self._findings += collected._findings
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
                self._findings.append((row, RULES[rule].finding(melding, plan, (self._print(row), count), veld="geom", rij=self._fid(row))))
        return [finding for _, finding in sorted(self._findings, key=lambda pair: pair[0])]
