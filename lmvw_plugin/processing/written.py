# SPDX-License-Identifier: GPL-2.0-or-later
"""The results that several algorithms have: layers that are written, counts that are told, a plan file that is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt import sip

from ..core.basisset import fields as basisset
from ..core.errors import LmvwError
from ..core.i18n import several, tr
from ..core.rules.findings import Counts, Finding
from ..layers import sources
from ..layers.map import findings_layer
from .given_layers import Parameters


def as_stored(layer: QgsVectorLayer) -> None:
    """With the form and style that are stored in its file, which Processing leaves there."""
    layer.loadDefaultStyle()


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    """What Processing calls for a layer that it put in the project."""

    def __init__(self, dress: Callable[[QgsVectorLayer], None]) -> None:
        super().__init__()
        self._dress = dress

    def postProcessLayer(self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback) -> None:  # noqa: N802  # QGIS's name
        """Called by QGIS when the layer is in the project."""
        if isinstance(layer, QgsVectorLayer):
            self._dress(layer)


_dressers: list[_Dresser] = []  # the context deletes them; until then their Python must live, also where the algorithm does not


class WritesResults(QgsProcessingAlgorithm):
    """What ``execute`` calls when the work is done."""

    def write_findings(
        self, findings: Iterable[Finding], parameters: Parameters, context: QgsProcessingContext,
        geometry: QgsWkbTypes.Type = QgsWkbTypes.Type.Point,
    ) -> str:  # fmt: skip
        """Write the findings layer and return its id.

        :raises LmvwError: when the layer cannot be written.
        """
        sink, destination = self.parameterAsSink(parameters, "OUTPUT", context, findings_layer.fields(), geometry, sources.rd_new())
        if sink is None:
            raise LmvwError(tr("De laag met bevindingen kan niet geschreven worden; kies een ander bestand voor ‘Bevindingen’."))
        written: Sequence[Any] = list(findings_layer.features(findings))
        if written and not sink.addFeatures(written):
            raise LmvwError(
                tr("De laag met bevindingen kan niet geschreven worden ({reason}); kies een ander bestand.").format(reason=sink.lastError())
            )
        return destination

    def write_plans(
        self, name: str, columns: QgsFields, features: Iterable[QgsFeature], parameters: Parameters, context: QgsProcessingContext
    ) -> dict[str, str]:
        """A layer of polygons in RD, by the name of its output; nothing where it was not asked for.

        :raises LmvwError: when it cannot be written.
        """
        kind = QgsWkbTypes.Type.MultiPolygon
        sink, destination = self.parameterAsSink(parameters, name, context, columns, kind, sources.rd_new())
        if sink is None and not parameters.get(name):
            return {}
        written: Sequence[Any] = list(features)
        if sink is None or (written and not sink.addFeatures(written)):
            reason = sink.lastError() if sink is not None else tr("het bestand kan niet gemaakt worden")
            label = self.parameterDefinition(name).description()
            raise LmvwError(
                tr("De laag ‘{label}’ kan niet geschreven worden ({reason}); kies een ander bestand.").format(label=label, reason=reason)
            )
        return {name: destination}

    def load_when_done(self, path: Path, context: QgsProcessingContext) -> None:
        """Put the plan layer of a new file into the project that is open, with the form and style stored in it."""
        self.show_when_done(f"{path}|layername={basisset.LAYER}", path.stem, context)

    @staticmethod
    def show_when_done(
        source: str, title: str, context: QgsProcessingContext, height: int = 0, dress: Callable[[QgsVectorLayer], None] = as_stored,
        group: str = "",
    ) -> None:  # fmt: skip
        """Put a layer of a file that we made into the project that is open, under this name.

        :param height: a layer lies above those with a lower one.
        :param group: what holds it in the list of layers, with the others of that name.
        """
        project = context.project()
        if project is None:
            return
        details = QgsProcessingContext.LayerDetails(title, project, "OUTPUT")
        details.forceName = True  # else it is called like its table, or its file
        details.layerSortKey, details.groupName = height, group
        _dressers[:] = [dresser for dresser in _dressers if not sip.isdeleted(dresser)]
        _dressers.append(_Dresser(dress))
        details.setPostProcessor(_dressers[-1])
        context.addLayerToLoadOnCompletion(source, details)

    @staticmethod
    def tell_counts(counts: Counts, feedback: QgsProcessingFeedback) -> None:
        """One line in the log, and one when proposals wait."""
        feedback.pushInfo(
            tr("{checked}: {holding}, {warnings}, {infos} ter informatie.").format(
                checked=counts.checked,
                holding=counts.holding,
                warnings=counts.warned,
                infos=several(counts.infos, "bevinding", "bevindingen"),
            )
        )
        if counts.offered:
            feedback.pushInfo(counts.undelivered)

    @staticmethod
    def count_outputs(counts: Counts) -> dict[str, Any]:
        """The numeric outputs. ERRORS is all that holds a delivery, UNANSWERED the part of it that waits for an answer."""
        return {
            "PLANS": counts.plans,
            "ERRORS": counts.errors,
            "WARNINGS": counts.warnings,
            "INFOS": counts.infos,
            "UNANSWERED": counts.unanswered,
            "TO_FILL": counts.to_fill,
            "ACCEPTED": counts.accepted,
            "PROPOSALS": counts.proposals,
        }
