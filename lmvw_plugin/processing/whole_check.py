# SPDX-License-Identifier: GPL-2.0-or-later
"""What a check of all plans lays beside them: the municipality, the previous delivery and the BAG."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ..core.basisset.codelists import Gemeente
from ..core.basisset.peildatum import Peildatum
from ..core.feedback import Feedback, Part
from ..layers.history.since import Since, since_of
from ..layers.polygons.reading import boundary_in
from ..layers.reading import Reading, Taken
from ..layers.realised.checking import Beside
from .base import Parameters
from .deliveries import ReadsDeliveries
from .taken_plans import Asked, Given, TakesPlans


@dataclass(frozen=True, slots=True)
class AskedOfCheck(Asked):
    """``boundary``: the layer with the municipality, where one was given; ``beside``: the BAG."""

    boundary: Taken | None
    beside: Beside

    def area(self, gemeente: Gemeente | None, feedback: Feedback) -> Any:
        """The municipality as one shapely geometry; None where no layer was given.

        :raises LmvwError: when the layer cannot be used.
        """
        return boundary_in(self.boundary, gemeente, feedback) if self.boundary is not None else None


class WholeCheck(ReadsDeliveries, TakesPlans[Given]):
    """A check that compares with the previous delivery: the one that is given, or else the one that the plan file remembers."""

    def require_beside(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """What is laid beside the plans can be read.

        :raises LmvwError: when it cannot.
        """
        if parameters.get("BOUNDARY"):  # reading it, and of which municipality the plans are, is work and left to the background
            self.source_of(parameters, context, "BOUNDARY")
        if parameters.get("PREVIOUS"):
            self.polygons_in(self.unpacked(parameters), context, "PREVIOUS")
        self.mapping_of_previous(parameters, context)
        self._bag(parameters, context).require()

    def taken(self, parameters: Parameters, context: QgsProcessingContext) -> tuple[Taken, Taken | None, Beside]:
        """The plans, the municipality and the BAG: the beginning of what was asked.

        :raises LmvwError: when one of them cannot be used.
        """
        boundary = self.take(parameters, context, "BOUNDARY") if parameters.get("BOUNDARY") else None
        return self.take(parameters, context), boundary, self._bag(parameters, context)

    def _bag(self, parameters: Parameters, context: QgsProcessingContext) -> Beside:
        return Beside(self.existing_file(parameters, context, "BAG"))

    def prepareAlgorithm(self, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback) -> bool:  # noqa: N802  # QGIS's name
        """Keep the previous delivery too as it is now, where it is a layer of the project."""
        self.hold_layers({"PREVIOUS": parameters.get("PREVIOUS")}, context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def look_back(
        self, reading: Reading, peildatum: Peildatum, parameters: Parameters, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Since:
        """What the plans of a reading are compared with; how that was read is told.

        :raises LmvwError: when it cannot be read, or is not of an earlier peildatum.
        """
        given = self.read_delivery(parameters, context, "PREVIOUS", Part(feedback, 0, 0)) if parameters.get("PREVIOUS") else None
        since = since_of(reading.copy if reading.info else None, peildatum, given, reading.left_out is not None)
        for note in (*(given.notes if given else ()), *since.notes):
            feedback.pushWarning(note)
        return since
