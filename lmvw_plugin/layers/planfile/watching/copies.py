# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that was pasted or copied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from qgis.core import QgsFeature, QgsVectorLayer

from ....core.errors import LmvwError
from ...sources import value
from ..edits import label_follows
from ..recognising import plan_file_of
from ..tables import confidential_table
from .steps import StepWatch


class CopyWatch(StepWatch):
    """Notices in one layer that a plan was pasted or copied: a copy of what the province called strijdig is so too, wherever it goes afterwards."""

    def __init__(self, layer: QgsVectorLayer, cut_off: Callable[[], Collection[int]], warn: Callable[[str], object]) -> None:
        """Hear of a step after who watches cuts does.

        :param cut_off: the parts that were cut off in this step: they follow what they were cut from, and are no copies.
        :param warn: what to do with a sentence on a label that cannot be kept.
        """
        super().__init__(layer)
        self._cut_off, self._warn = cut_off, warn

    def _look(self, added: list[int]) -> None:
        try:
            self._follow([fid for fid in added if fid not in self._cut_off()])
        except LmvwError as error:  # Qt called this
            self._warn(str(error))

    def _follow(self, added: Sequence[int]) -> None:
        """A label goes along; some tools have moved the copy already.

        :raises LmvwError: when the plan file cannot be read or written.
        """
        path = plan_file_of(self._layer) if added else None
        strijdig = confidential_table.strijdig_in(path)
        if not strijdig:
            return
        fids = set(added)
        there = (plan for plan in self._layer.getFeatures() if value(plan["plan_id"]) in strijdig and plan.id() not in fids)
        of = {_outline(plan): plan for plan in there}
        for copy in (self._layer.getFeature(fid) for fid in added):
            if (plan := of.get(_outline(copy))) is not None and value(copy["plan_id"]) and not copy.geometry().isEmpty():
                label_follows(self._layer, [plan], [copy])


def _outline(plan: QgsFeature) -> tuple[tuple[int, int], ...]:
    """The corners in millimetres from the first one: a copy has the same, wherever it lies, and no name, for names are unique."""
    corners = list(plan.geometry().vertices())
    return tuple((round(1000 * (corner.x() - corners[0].x())), round(1000 * (corner.y() - corners[0].y()))) for corner in corners)
