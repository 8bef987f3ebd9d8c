# SPDX-License-Identifier: GPL-2.0-or-later
"""The function that an attribute table asks, at each row that it shows, how a plan stands: what it is judged to be, and whether what the plan
file keeps of it still holds.

A table keeps the variables that its layer had when it was opened; a function answers as things are now. Without the plugin there is none,
and the expression that asks is NULL. It is no answer for the map: one for each of 10,000 plans takes QGIS more than a second.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsExpressionNodeFunction,
    QgsFeatureRequest,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QCoreApplication, QTimer

from ..plan_layer.expressions import ASKED, CHECKED
from ..plan_layer.fingerprint import Fingerprint
from ..sources import value
from . import open_views

Now = Mapping[str, tuple[str, str]]  # by plan_id, the outcome and what the plan was when it was judged
_PATIENCE = 3.0  # seconds
_now: dict[str, Now] = {}  # by layer, while it is there and something was judged since its check


class _Moment:
    """A layer as it is while a table is painted. Of a layer with thousands of edits QGIS takes milliseconds to open each reading."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._layer, self._edit = layer, layer.undoStack().index()
        self._source, self._print = QgsVectorLayerFeatureSource(layer), Fingerprint(layer.fields())
        self._stands: dict[int, list[Any]] = {}

    @property
    def holds(self) -> bool:
        """Nothing was edited since."""
        return bool(self._layer.undoStack().index() == self._edit)

    def stand(self, fid: int) -> list[Any]:
        """Its outcome as far as it holds, and whether what the plan file keeps holds no longer."""
        if fid not in self._stands:
            self._stands[fid] = self._look(fid)
        return self._stands[fid]

    def _look(self, fid: int) -> list[Any]:
        plan = next(self._source.getFeatures(QgsFeatureRequest(fid)), None)
        if plan is None:
            return ["", False]
        plan_id, outcome, afdruk = (
            str(value(plan[name]) or "") if plan.fieldNameIndex(name) >= 0 else ""
            for name in ("plan_id", f"{CHECKED}uitslag", f"{CHECKED}afdruk")
        )
        since = _now.get(self._layer.id(), {}).get(plan_id)
        if since is not None:
            outcome, afdruk = since
        same = self._print.of(plan) == afdruk
        return [outcome if same else "", bool(outcome) and (since is not None or not same)]


_moments: dict[str, _Moment] = {}  # by layer, while the window is painted


def _moment_of(layer: QgsVectorLayer) -> _Moment:
    known = _moments.get(layer.id())
    if known is None or not known.holds:
        if not _moments:
            QTimer.singleShot(0, _moments.clear)
        known = _moments[layer.id()] = _Moment(layer)
    return known


class _Asked(QgsExpressionFunction):
    def __init__(self) -> None:
        super().__init__(ASKED, 2, "LMVW")

    def func(
        self,
        values: Iterable[Any],
        context: QgsExpressionContext | None,
        parent: QgsExpression | None,
        node: QgsExpressionNodeFunction | None,
    ) -> list[Any] | None:
        """How the plan with this number in this layer stands (``_Moment.stand``), as a list; None of a layer that is not in the project."""
        layer_id, fid = values
        layer = QgsProject.instance().mapLayer(str(layer_id))
        return _moment_of(layer).stand(int(fid)) if isinstance(layer, QgsVectorLayer) else None


_functions: list[_Asked] = []  # QGIS keeps none for us


def offer() -> None:
    """QGIS knows the function from now on."""
    if not _functions:
        _let_drawing_end()
        _functions.append(_Asked())
        QgsExpression.registerFunction(_functions[0])


def withdraw() -> None:
    """It does no more."""
    if _functions:
        _let_drawing_end()
        QgsExpression.unregisterFunction(ASKED)
        _functions.clear()


def _let_drawing_end() -> None:
    """The threads that draw a map read QGIS's list of functions, which must not be another one meanwhile."""
    until = time.monotonic() + _PATIENCE
    while open_views.is_drawing() and time.monotonic() < until:
        QCoreApplication.processEvents()  # a thread may wait for this one


def tell(layer: QgsVectorLayer, now: Now) -> None:
    """What was judged of a layer since its check, from now on."""
    _moments.pop(layer.id(), None)
    if layer.id() not in _now:
        layer.willBeDeleted.connect(partial(_now.pop, layer.id(), None))
    _now[layer.id()] = now
