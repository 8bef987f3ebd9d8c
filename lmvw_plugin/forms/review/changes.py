# SPDX-License-Identifier: GPL-2.0-or-later
"""Sees what changes since the check, whoever does it: by form, table, map, undo or another tool.

What is answered is judged again at once, plan by plan. What hangs on other plans or on a polygon is marked until the next check.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

from ...core.basisset import fields as b
from ...layers.map import check_join
from ...layers.map.check_result import Fingerprint
from ...layers.map.outcome import OF_OTHERS, Outcome, judged_again
from ...layers.sources import value

_OF_OTHERS = OF_OTHERS | {b.GEOMETRY}
_SOON = 50  # ms: what one deed of the user changes is looked at together


class ChangeWatch:
    """Tells ``changed`` the outcome with other plans marked; and ``anew`` when plans came or went, or there was another check."""

    def __init__(self, layer: QgsVectorLayer, changed: Callable[[Outcome], None], anew: Callable[[], None]) -> None:
        self._layer, self._tell, self._anew = layer, changed, anew
        self._outcome: Outcome | None = None
        self._touched: dict[int, set[str]] = {}
        self._look, self._reload = QTimer(), QTimer()
        for timer, job in ((self._look, self._compare), (self._reload, anew)):
            timer.setSingleShot(True)
            timer.setInterval(_SOON)
            timer.timeout.connect(job)
        layer.attributeValueChanged.connect(self._touch)
        layer.geometryChanged.connect(self._moved)
        layer.featureAdded.connect(self._other)
        layer.featuresDeleted.connect(self._other)
        layer.afterRollBack.connect(self._other)
        joined = check_join.joined(layer)
        self._table = joined.joinLayer() if joined is not None else None
        if self._table is not None:
            self._table.layerModified.connect(self._other)
            self._table.willBeDeleted.connect(self._without_table)

    def know(self, outcome: Outcome | None) -> None:
        """What is compared with from now on."""
        self._outcome = outcome

    def stop(self) -> None:
        """Look no more."""
        layer = self._layer
        layer.attributeValueChanged.disconnect(self._touch)
        layer.geometryChanged.disconnect(self._moved)
        for signal in (layer.featureAdded, layer.featuresDeleted, layer.afterRollBack):
            signal.disconnect(self._other)
        self.lost()

    def lost(self) -> None:
        """The layer itself is gone."""
        for timer in (self._look, self._reload):
            timer.stop()
        if self._table is not None:
            self._table.layerModified.disconnect(self._other)
            self._table.willBeDeleted.disconnect(self._without_table)
            self._table = None

    def _without_table(self) -> None:
        self._table = None

    def _touch(self, fid: int, column: int, _: object) -> None:
        self._touched.setdefault(fid, set()).add(self._layer.fields().at(column).name())
        self._look.start()

    def _moved(self, fid: int, _: object) -> None:
        self._touched.setdefault(fid, set()).add(b.GEOMETRY)
        self._look.start()

    def _other(self, *_: object) -> None:
        self._reload.start()

    def _compare(self) -> None:
        touched, self._touched, outcome = self._touched, {}, self._outcome
        if outcome is None:
            return
        fingerprint, changed, sizes, plans = Fingerprint(self._layer.fields()), set(outcome.changed), dict(outcome.sizes), []
        names = self._layer.fields().names()
        for fid, fields in touched.items():
            feature = self._layer.getFeature(fid)
            if feature.isValid():
                plan = dict(zip(names, map(value, feature.attributes()), strict=True))
                key, bruto = str(plan["plan_id"] or ""), plan["bruto_totaal"]
                if outcome.prints.get(key) == fingerprint.of(feature):
                    changed.discard(key)
                elif fields & _OF_OTHERS:
                    changed.add(key)
                sizes[key] = bruto if isinstance(bruto, int) else 0
                plans.append(plan)
        findings = judged_again(outcome.findings, plans, outcome.peildatum)
        self._outcome = replace(outcome, findings=findings, sizes=sizes, changed=frozenset(changed))
        self._tell(self._outcome)
