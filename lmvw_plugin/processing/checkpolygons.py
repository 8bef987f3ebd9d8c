# SPDX-License-Identifier: GPL-2.0-or-later
"""``lmvw:checkpolygons``: rules G1-G7 over a layer of plans."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ..core.feedback import Part
from ..core.rules.findings import Counts
from ..core.rules.tolerances import explained
from ..layers.polygons.rules import Tolerances, check_layer
from .base import LmvwAlgorithm, Parameters
from .faces.checkpolygons import CheckPolygonsFace


def tolerances_of(algorithm: LmvwAlgorithm, parameters: Parameters, context: QgsProcessingContext) -> Tolerances:
    """The tolerances that were chosen; the default for those that the algorithm does not ask."""
    return Tolerances(
        **{
            tolerance.name: algorithm.parameterAsDouble(parameters, tolerance.name.upper(), context)
            for tolerance in explained()
            if algorithm.parameterDefinition(tolerance.name.upper()) is not None
        }
    )


class CheckPolygons(CheckPolygonsFace):
    """Check every polygon by itself, against the municipality and against the other plans."""

    def validate(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Both layers are polygons in RD."""
        self.source_of(parameters, context)
        if parameters.get("BOUNDARY") not in (None, ""):
            self.source_of(parameters, context, "BOUNDARY")

    def execute(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """Read, check, write."""
        source = self.source_of(parameters, context)
        boundary = self.boundary_of(parameters, context, self.gemeente_in(source))
        tolerances, stored = tolerances_of(self, parameters, context), self.table_of(parameters, context)
        count, findings = check_layer(source, boundary, tolerances, Part(feedback, 0, 95), stored)
        destination = self.write_findings(findings, parameters, context)
        return {"OUTPUT": destination, **self.count_outputs(Counts.of(count, findings))}
