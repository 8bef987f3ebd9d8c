# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layer an import reads: a file in all the ways that QGIS and we understand it, or a layer that is open."""

from __future__ import annotations

from qgis.core import QgsFeatureSource, QgsProcessingContext, QgsWkbTypes

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..core.importing import formats
from ..layers.importing import polygons
from ..layers.importing.layers import chosen_layers
from ..layers.importing.polygons import Polygons
from ..layers.sources import names_file, path_in
from .base import Parameters
from .faces.importplans import ImportPlansFace

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")


class ReadsPolygons(ImportPlansFace):
    """The import with its layer of polygons, in ``INPUT``."""

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """A layer in a zip, or all layers of a file: QGIS looks at the first of them."""
        given = parameters.get("INPUT")
        if not names_file(given):
            return super().understood(parameters, context)
        layers, _ = chosen_layers(self.copies.of(str(given)))
        return {**parameters, "INPUT": layers[0].uri} if layers else parameters

    def polygons_of(self, parameters: Parameters, context: QgsProcessingContext) -> Polygons:
        """The layer that was chosen; none when there is only a worksheet.

        :raises LmvwError: when there is nothing to import, or it cannot be used.
        """
        given = parameters.get("INPUT")
        if given in (None, ""):
            if not parameters.get("WORKBOOK"):
                raise LmvwError(tr("Er is niets om te importeren; kies een laag met planpolygonen, een Excel-bestand, of allebei."))
            return Polygons()
        if isinstance(given, str) and path_in(given).suffix.casefold() in _WORKBOOKS:
            name, label = path_in(given).name, tr("Excel-bestand met plangegevens")
            raise LmvwError(tr("‘{name}’ is een Excel-bestand; kies het bij ‘{label}’.").format(name=name, label=label))
        if names_file(given):
            return polygons.in_file(str(given), self.copies, lambda uri: self._open_layer({**parameters, "INPUT": uri}, context))
        layer = self.layer_of(parameters, context)
        source = self.source_of(parameters, context) if layer is None else self._open_layer(parameters, context)
        return polygons.of_layer(layer, source, self.copies)

    def _open_layer(self, parameters: Parameters, context: QgsProcessingContext) -> QgsFeatureSource:
        """A table without polygons is accepted only when its format is known.

        :raises LmvwError: as ``source_of``.
        """
        source = self.open_source(parameters, "INPUT", context)
        if source is not None and source.wkbType() == QgsWkbTypes.Type.NoGeometry and formats.recognise(source.fields().names()):
            return source
        return self.source_of(parameters, context)
