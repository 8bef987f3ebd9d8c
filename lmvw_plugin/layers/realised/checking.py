# SPDX-License-Identifier: GPL-2.0-or-later
"""A check that looks at the BAG: rule S7 of every plan, where a file with the BAG is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ...core.feedback import Feedback, Part
from ...core.realised.rule import finding_of
from ...core.rules.acceptance import Acceptances
from ...core.rules.catalogue import OF_BAG
from ..checks import Checked
from ..requirements import lack
from .geopackage import read_stock, require_bag
from .lying import Polygons

LookBack = Callable[[Checked, Acceptances | None, Feedback], Checked]


@dataclass(frozen=True, slots=True)
class Beside:
    """The file to look into; None where none is given."""

    bag: Path | None = None

    def require(self) -> None:
        """The file can be looked into.

        :raises LmvwError: when it is no BAG, or another program keeps it to itself.
        """
        if self.bag is not None:
            require_bag(self.bag)

    def after(self, looked_back: LookBack) -> LookBack:
        """What is looked at beside the previous delivery, and then the BAG."""

        def checked(looked: Checked, accepted: Acceptances | None, feedback: Feedback) -> Checked:
            return self.checked(looked_back(looked, accepted, Part(feedback, 0, 50)), accepted, Part(feedback, 50, 100))

        return checked

    def checked(self, checked: Checked, accepted: Acceptances | None, feedback: Feedback) -> Checked:
        """A check with what is found beside the BAG.

        :param accepted: the warnings that somebody let stay.
        :raises LmvwError: when the file cannot be read.
        :raises Cancelled: when the user cancels.
        """
        peildatum = checked.peildatum
        if self.bag is None or peildatum is None:
            return checked
        why = lack("shapely")
        if why:
            return checked.compared([], accepted, dict.fromkeys(OF_BAG, why), OF_BAG)
        wkb = [None if polygon.isEmpty() else polygon.asWkb().data() for polygon in checked.geometries]
        polygons = Polygons(wkb, Part(feedback, 0, 20))
        stock = read_stock(self.bag, None, polygons.blocks, Part(feedback, 20, 80))
        lying = polygons.homes(stock, Part(feedback, 80, 100))
        findings = [finding_of(plan, homes, peildatum) for plan, homes in zip(checked.plans, lying, strict=True)]
        return checked.compared([finding for finding in findings if finding is not None], accepted, {}, OF_BAG)
