# SPDX-License-Identifier: GPL-2.0-or-later
"""The function that an attribute table asks, at each row that it shows, what a plan is judged to be since the last check.

A table keeps the variables that its layer had when it was opened; a function answers as things are now. Without the plugin there is none,
and the expression that asks is NULL. It is no answer for the map: one for each of 10,000 plans takes QGIS more than a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionFunction, QgsExpressionNodeFunction, QgsVectorLayer

from ..plan_layer.expressions import ASKED

Now = Mapping[str, tuple[str, str]]  # by plan_id, the outcome and what the plan was when it was judged
_now: dict[str, Now] = {}  # by layer, while it is there and something was judged since its check


class _Asked(QgsExpressionFunction):
    def __init__(self) -> None:
        super().__init__(ASKED, 2, "LMVW")

    def func(
        self,
        values: Iterable[Any],
        context: QgsExpressionContext | None,
        parent: QgsExpression | None,
        node: QgsExpressionNodeFunction | None,
    ) -> list[str] | None:
        """Outcome and print of the plan with this key in this layer, as a list; None where nothing was judged."""
        layer_id, plan_id = map(str, values)
        findings = _now.get(layer_id, {}).get(plan_id)
        return None if findings is None else list(findings)


_functions: list[_Asked] = []  # QGIS keeps none for us


def offer() -> None:
    """QGIS knows the function from now on; when the plugin begins, because QGIS must not be reading expressions meanwhile."""
    if not _functions:
        _functions.append(_Asked())
        QgsExpression.registerFunction(_functions[0])


def withdraw() -> None:
    """It does no more."""
    if _functions:
        QgsExpression.unregisterFunction(ASKED)
        _functions.clear()


def tell(layer: QgsVectorLayer, now: Now) -> None:
    """What the function answers for a layer."""
    if layer.id() not in _now:
        layer.willBeDeleted.connect(partial(_now.pop, layer.id(), None))
    _now[layer.id()] = now
