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
from .base import LmvwAlgorithm, Parameters
from .faces.importplans import ImportPlansFace

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")


class ReadsAnyPolygons(LmvwAlgorithm):
    """An algorithm of which an input may be whatever the importer understands."""

    def one_layer(self, parameters: Parameters, name: str) -> Parameters:
        """A layer in a zip, or all layers of a file: QGIS looks at the first of them."""
        given = parameters.get(name)
        if not names_file(given):
            return parameters
        read = self.copies.resting(str(given))
        layers, _ = chosen_layers(read, str(given), self.copies.at_rest(read))
        return {**parameters, name: layers[0].uri} if layers else parameters

    def polygons_in(self, parameters: Parameters, context: QgsProcessingContext, name: str) -> Polygons:
        """The layer that was chosen.

        :raises LmvwError: when it cannot be used.
        """
        given = parameters.get(name)
        if names_file(given):
            return polygons.in_file(str(given), self.copies, lambda uri: self._open_layer({**parameters, name: uri}, context, name))
        layer = self.layer_of(parameters, context, name)
        source = self.source_of(parameters, context, name) if layer is None else self._open_layer(parameters, context, name)
        return polygons.of_layer(layer, source, self.copies)

    def _open_layer(self, parameters: Parameters, context: QgsProcessingContext, name: str) -> QgsFeatureSource:
        """A table without polygons is accepted only when its format is known.

        :raises LmvwError: as ``source_of``.
        """
        source = self.open_source(parameters, name, context)
        if source is not None and source.wkbType() == QgsWkbTypes.Type.NoGeometry and formats.recognise(source.fields().names()):
            return source
        return self.source_of(parameters, context, name)


class ReadsPolygons(ReadsAnyPolygons, ImportPlansFace):
    """The import with its layer of polygons, in ``INPUT``."""

    def understood(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """The file that was chosen as one layer of it."""
        return self.one_layer(parameters, "INPUT") if names_file(parameters.get("INPUT")) else super().understood(parameters, context)

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
        return self.polygons_in(parameters, context, "INPUT")
