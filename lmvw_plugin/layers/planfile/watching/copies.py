# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan that was pasted or copied: what the province called strijdig is so in a copy too, in whichever plan file of the project that comes.

A pairing needs two witnesses. The outline is one; the place, the name or the answers are the other, and our own id is enough by itself. Of a plan
that has nothing but the outline, as two drawn rectangles may have, the user is told and decides. Of a plan that was cut there is what the file
still has until it is saved, and after that nothing but the id.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ....core.basisset import fields as b
from ....core.errors import LmvwError
from ....core.i18n import tr
from ...sources import plan_in, value
from ..recognising import plan_file_of
from ..tables import confidential_table
from ..tables.confidential_table import Labels
from .steps import StepWatch

Tell = Callable[[str], object]
_OWN = ("plan_id", "plannaam")  # both are unique in a plan file: a copy has others
_COPIED = [column.name for column in b.COLUMNS if column.name not in _OWN]


class CopyWatch(StepWatch):
    """Notices in one layer that a plan came in, by whatever tool."""

    def __init__(
        self, layer: QgsVectorLayer, cut_off: Callable[[], Collection[int]], plan_layers: Callable[[], Iterable[QgsVectorLayer]], tell: Tell, warn: Tell
    ) -> None:  # fmt: skip
        """Hear of a step after who watches cuts does.

        :param cut_off: the parts that were cut off in this step: they follow what they were cut from, and are no copies.
        :param plan_layers: those of the project, from which a plan may have been copied.
        :param tell: what to do with a sentence on a label that went along.
        :param warn: the same for one on a label that cannot be kept, and on what the user decides.
        """
        super().__init__(layer)
        self._cut_off, self._plan_layers, self._tell, self._warn = cut_off, plan_layers, tell, warn

    def _look(self, added: list[int]) -> None:
        try:
            self._follow([fid for fid in added if fid not in self._cut_off()])
        except LmvwError as error:  # Qt called this
            self._warn(str(error))

    def _follow(self, added: Sequence[int]) -> None:
        """Labels go along; some tools have moved the copy already.

        :raises LmvwError: when a plan file cannot be read or written, or the label cannot be kept.
        """
        new = [self._layer.getFeature(fid) for fid in added]
        came = [plan for plan in new if value(plan["plan_id"])]
        path, copies = plan_file_of(self._layer), _Copies()
        for source, labels, plans in self._labelled(frozenset(added)) if came else ():
            copies.look([plan for plan in came if source != path or plan["plan_id"] not in labels], plans, labels)
        if not copies.of:
            return
        if copies.labels:
            if path is None:
                words = tr(
                    "Plan {names} is strijdig volgens de provincie. In laag ‘{layer}’ is dat niet te bewaren, want die is geen planbestand."
                )
                raise LmvwError(words.format(names=copies.names(copies.labels), layer=self._layer.name()))
            confidential_table.take_over(path, copies.labels)
            words = tr("{names} is strijdig volgens de provincie, en een kopie ervan nu ook. Klopt dat niet, kies dan ‘Niet meer strijdig’ in het "
                       "venster ‘Openbare versie’.")  # fmt: skip
            self._tell(words.format(names=copies.names(copies.labels)))
        if copies.doubted:
            words = tr("Een nieuw plan heeft precies de vorm van {names}, dat de provincie strijdig noemt. Is het een kopie, noem het dan ook strijdig "
                       "in het venster ‘Openbare versie’.")  # fmt: skip
            self._warn(words.format(names=copies.names(copies.doubted)))

    def _labelled(self, added: frozenset[int]) -> Iterable[tuple[Path, Labels, list[QgsFeature]]]:
        """Each plan file in the project, the labels in it and the plans that have one, also those just cut; not what came in just now."""
        seen = set()
        for layer in self._plan_layers():
            path = plan_file_of(layer)
            if path is None or path in seen:
                continue
            seen.add(path)
            labels = confidential_table.labels(path)
            if labels:
                own = added if layer is self._layer else frozenset()
                asked = QgsFeatureRequest().setFilterExpression(f"plan_id IN ({', '.join(map(QgsExpression.quotedValue, labels))})")
                yield path, labels, [*(plan for plan in layer.getFeatures(asked) if plan.id() not in own), *_cut(layer, asked)]


@dataclass
class _Copies:
    """By the id of the plan that came in, of which labelled plan it is a copy, or may be one, and the labels that go along."""

    of: dict[str, str] = field(default_factory=dict)
    labels: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def doubted(self) -> list[str]:
        """What has one witness."""
        return [plan_id for plan_id in self.of if plan_id not in self.labels]

    def names(self, plan_ids: Iterable[str]) -> str:
        """The labelled plans that these are like."""
        return ", ".join(dict.fromkeys(f"‘{self.of[plan_id]}’" for plan_id in plan_ids))

    def look(self, came: Sequence[QgsFeature], plans: Sequence[QgsFeature], labels: Labels) -> None:
        """Lay what came in beside the labelled plans of one file."""
        outlines: dict[object, list[QgsFeature]] = {}
        for plan in plans:
            outlines.setdefault(_outline(_corners(plan)), []).append(plan)
        for copy in came:
            plan_id, outline = copy["plan_id"], _outline(_corners(copy))
            like = outlines.get(outline, []) if outline else []
            same = copy if plan_id in labels else next((plan for plan in like if _vouched(copy, plan)), None)
            labelled = same or next(iter(like), None)
            if labelled is not None and plan_id not in self.labels:
                self.of[plan_id] = str(value(labelled["plannaam"]) or tr("(nog geen naam)"))
                if same is not None:
                    self.labels[plan_id] = labels[same["plan_id"]]


def _cut(layer: QgsVectorLayer, asked: QgsFeatureRequest) -> list[QgsFeature]:
    """The plans that are deleted from a layer and not yet from its file."""
    deleted = frozenset(layer.editBuffer().deletedFeatureIds()) if layer.isEditable() else frozenset()
    return [plan for plan in layer.dataProvider().getFeatures(asked) if plan.id() in deleted] if deleted else []


def _vouched(copy: QgsFeature, plan: QgsFeature) -> bool:
    """Beside the outline something else says that it is a copy: the place, the name, or answers that somebody gave."""
    new, old = plan_in(copy), plan_in(plan)
    answered = any(old[count.name] is not None for count in b.COUNTS)
    return (
        _corners(copy) == _corners(plan)
        or (new["plannaam"] is not None and new["plannaam"] == old["plannaam"])
        or (answered and _answers(new) == _answers(old))
    )


def _answers(plan: Mapping[str, object]) -> dict[str, object]:
    return {name: plan[name] for name in _COPIED if plan[name] not in (None, "")}


def _corners(plan: QgsFeature) -> list[tuple[int, int]]:
    """In millimetres; none where one of them is nowhere."""
    corners = [(corner.x(), corner.y()) for corner in plan.geometry().vertices()]
    return [(round(1000 * x), round(1000 * y)) for x, y in corners] if all(isfinite(x) and isfinite(y) for x, y in corners) else []


def _outline(corners: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The corners from the first one: a copy has the same, wherever it lies."""
    return tuple((x - corners[0][0], y - corners[0][1]) for x, y in corners)
