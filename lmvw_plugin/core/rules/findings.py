# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check found: one finding per mistake, in words a planner can act on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Ernst(Enum):
    """How serious a finding is: a ``fout`` blocks the delivery, a ``waarschuwing`` needs an explanation or a fix."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. ``place`` is the (x, y) of the error in EPSG:28992, where there is one."""

    regel: str
    ernst: Ernst
    melding: str
    plan_id: str | None = None
    plannummer: str | None = None
    plannaam: str | None = None
    veld: str | None = None
    waarde: str | None = None
    voorstel: str | None = None
    place: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many plans were checked and what was found."""

    plans: int
    errors: int
    warnings: int
    infos: int

    @classmethod
    def of(cls, plans: int, findings: Iterable[Finding]) -> Counts:
        """Count findings by severity."""
        by_severity = Counter(finding.ernst for finding in findings)
        return cls(plans, by_severity[Ernst.FOUT], by_severity[Ernst.WAARSCHUWING], by_severity[Ernst.INFO])
