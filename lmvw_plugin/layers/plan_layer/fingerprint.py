# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan is, in a few letters that are others as soon as an answer or its polygon is another."""

from __future__ import annotations

from qgis.core import QgsExpression, QgsExpressionContext, QgsFeature, QgsFields

from .expressions import Expressions


class Fingerprint:
    """Tells whether a plan is what it was.

    :param columns: of the features it is asked about.
    """

    def __init__(self, columns: QgsFields) -> None:
        self._expression, self._context = QgsExpression(Expressions().fingerprint), QgsExpressionContext()
        self._context.setFields(columns)
        self._expression.prepare(self._context)

    def of(self, plan: QgsFeature) -> str:
        """The print of a plan as it is."""
        self._context.setFeature(plan)
        return str(self._expression.evaluate(self._context))
