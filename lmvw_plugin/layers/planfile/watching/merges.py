# SPDX-License-Identifier: GPL-2.0-or-later
"""Plans that were merged by QGIS's own tool: it keeps the numbers of one of them, and those of the others are gone without a word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ....core.i18n import first_few, several, tr
from ....core.rules.plans import is_count
from ...sources import value
from ..edits import MERGING
from .steps import StepWatch

_MOST = 100  # plans that somebody merges at once; with more selected nothing is read at each step
_READ = ("plannaam", "bruto_totaal")


@dataclass(frozen=True, slots=True)
class _Plan:
    name: str
    bruto: int


class MergeWatch(StepWatch):
    """Notices in one layer that selected plans became one, by whatever tool, and tells what of their dwellings it does not have."""

    def __init__(self, layer: QgsVectorLayer, warn: Callable[[str], object]) -> None:
        super().__init__(layer)
        self._warn = warn
        self._selected: dict[int, _Plan] = {}  # as they were when the step began
        self._drawn: set[int] = set()  # anew, in the step under way
        self._hear(layer.geometryChanged, self._draw)

    def _begin(self, *title: str) -> None:
        super()._begin()
        some = 2 <= self._layer.selectedFeatureCount() <= _MOST and title != (tr(MERGING),)
        self._selected, self._drawn = self._plans(self._layer.selectedFeatureIds()) if some else {}, set()

    def _draw(self, fid: int, _: QgsGeometry) -> None:
        self._drawn.add(fid)

    def _look(self, added: list[int]) -> None:
        selected, self._selected = self._selected, {}
        became = (self._drawn & selected.keys()) or set(added)
        if not selected or len(became) != 1:
            return
        there = self._plans([*selected, *became])
        gone = [plan for fid, plan in selected.items() if fid not in there]
        (kept,) = became
        if not gone or kept not in there:
            return
        before = sum(plan.bruto for plan in gone) + (selected[kept].bruto if kept in selected else 0)
        if lost := before - there[kept].bruto:
            self._tell(lost, gone)

    def _tell(self, lost: int, gone: list[_Plan]) -> None:
        names = first_few([tr("‘{name}’").format(name=plan.name) for plan in gone])
        words = tr(
            "Samengevoegd zonder op te tellen: van {names} zijn {dwellings} weg. Maak het ongedaan en kies ‘Geselecteerde plannen samenvoegen’ van LMVW."
        )
        if lost < 0:
            words = tr(
                "Bij het samenvoegen met {names} kwamen er {dwellings} bij. Maak het ongedaan en kies ‘Geselecteerde plannen samenvoegen’ van LMVW."
            )
        self._warn(words.format(names=names, dwellings=several(abs(lost), "woning", "woningen")))

    def _plans(self, fids: list[int]) -> dict[int, _Plan]:
        request = QgsFeatureRequest().setFilterFids(fids).setFlags(QgsFeatureRequest.Flag.NoGeometry)
        request.setSubsetOfAttributes([*_READ], self._layer.fields())
        return {
            plan.id(): _Plan(
                str(value(plan["plannaam"]) or ""), int(str(plan["bruto_totaal"])) if is_count(value(plan["bruto_totaal"])) else 0
            )
            for plan in self._layer.getFeatures(request)
        }
