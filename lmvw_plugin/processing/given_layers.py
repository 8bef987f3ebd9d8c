# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers that were chosen, each read from a copy of its file, or as it was when the work began.

What judges them is brought in when there is something to judge: QGIS registers the algorithms when it starts.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProcessingUtils,
    QgsProperty,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..core.basisset.codelists import Gemeente, gemeenten
from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers import sources
from ..layers.moment import is_database
from ..layers.planfile import schema
from ..layers.planfile.recognising import plan_file_of
from ..layers.planfile.tables.confidential_table import strijdig_in
from ..layers.requirements import lack
from ..layers.stored.copies import NOTHING_STORED, SourceCopy, Stored
from .open_layers import OpenLayers

if TYPE_CHECKING:
    from ..layers.names.in_layers import NamedLayer
    from ..layers.reading import Taken

Parameters = dict[str, Any]


_WHOLE = frozenset(("path", "layerName"))  # what names a layer without leaving anything of it out
_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer, QgsProcessingParameterMultipleLayers)


class GivenLayers(QgsProcessingAlgorithm):
    """The layers that the user chose, each in the form that the work needs.

    ``CHANGES``: the parameters whose file the algorithm changes, because that is what it is for. ``copies``: what is read of files that
    are not open here. QGIS writes in a database that it only reads; and opening in the background a file that is open in the window
    may bring both to a standstill. ``opened``: what is read of layers that are open here.
    """

    CHANGES: frozenset[str] = frozenset()

    def __init__(self) -> None:
        super().__init__()
        self.copies, self.opened = SourceCopy(), OpenLayers()

    def at_rest(self, parameters: Parameters, context: QgsProcessingContext) -> Parameters:
        """The parameters with a copy in the place of each file of a layer that is not open here.

        :raises Locked: when another program keeps a file to itself.
        :raises LmvwError: when a file is damaged.
        """
        layers = [parameter.name() for parameter in self.parameterDefinitions() if isinstance(parameter, _LAYERS)]
        return {**parameters, **{name: self._copied(parameters[name], context) for name in layers if parameters.get(name)}}

    def _copied(self, given: Any, context: QgsProcessingContext) -> Any:
        """What was given, where it names a file as a copy of that, and so a layer that is open here, once the work has begun."""
        if isinstance(given, (list, tuple)):
            return [self._copied(item, context) for item in given]
        if isinstance(given, QgsProcessingFeatureSourceDefinition):
            definition = QgsProcessingFeatureSourceDefinition(given)
            copied = self._copied(given.source.staticValue(), context)
            definition.source = QgsProperty.fromValue(self.opened.named(copied, context) if isinstance(copied, QgsVectorLayer) else copied)
            return definition
        layer = _open_layer(given, context)
        if layer is None:
            return self.copies.of(given) if isinstance(given, str) else given
        reading = self.opened.reading(layer.id())
        if reading is None:
            return given
        if reading.copy is not None:
            self.copies.adopt(reading.copy)
        return reading.layer

    def hold_layers(self, parameters: Parameters, context: QgsProcessingContext) -> None:
        """Keep the layers of the project as they are now. To be called before the work begins, on their thread."""
        for name in (parameter.name() for parameter in self.parameterDefinitions() if isinstance(parameter, _LAYERS)):
            given = parameters.get(name)
            for layer_given in given if isinstance(given, (list, tuple)) else (given,):
                layer = _open_layer(_source_in(layer_given), context)
                if isinstance(layer, QgsVectorLayer):
                    self.opened.hold(layer)

    @sources.offline()
    def open_source(self, parameters: Parameters, name: str, context: QgsProcessingContext) -> QgsFeatureSource | None:
        """The layer that was chosen, or None when QGIS cannot open it.

        :raises LmvwError: when another program keeps its file to itself, or it is damaged.
        """
        parameters = {**parameters, name: self._copied(parameters.get(name), context)}
        try:
            self._open_to_read(_source_in(parameters[name]), context)
            return self.parameterAsSource(parameters, name, context)
        except Exception:  # "unknown": what some versions of GDAL throw at a damaged file
            return None

    def _open_to_read(self, given: Any, context: QgsProcessingContext) -> None:
        """Where a copy of ours is meant, have it open for QGIS, which would open it to write in it too: that takes nearly twice as long."""
        if not isinstance(given, str) or not self.copies.has(given) or _open_layer(given, context) is not None:
            return
        options = QgsVectorLayer.LayerOptions(context.transformContext(), False)
        options.forceReadOnly = options.skipCrsValidation = True  # nobody is asked which system it is in
        layer = QgsVectorLayer(given, Path(given.partition("|")[0]).name.partition(".")[0], "ogr", options)
        if layer.isValid():
            context.temporaryLayerStore().addMapLayer(layer)

    def source_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> QgsFeatureSource:
        """The polygon layer that was chosen, open and checked for kind and coordinate reference system.

        :raises LmvwError: when the file is missing, unreadable, or holds something else than polygons in RD.
        """
        raw = parameters.get(name)
        if isinstance(raw, str):
            sources.require_file(raw)
        source = self.open_source(parameters, name, context)
        if source is None:
            raise LmvwError(
                tr("‘{name}’ is geen kaartlaag die QGIS kan lezen; kies een GeoPackage, shapefile of ander GIS-bestand.").format(
                    name=raw if isinstance(raw, str) else self.parameterDefinition(name).description()
                )
            )
        sources.require_polygons(source, source.sourceName() or str(raw))
        # Invalid polygons must reach the checks: QGIS's own filter would stop at the first one.
        source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def plans_of(self, parameters: Parameters, context: QgsProcessingContext) -> QgsFeatureSource:
        """The plan layer that was chosen; that of a plan file of an earlier version will be read from a copy that is brought up.

        :raises LmvwError: as ``source_of``, and when it is no plan layer.
        """
        from ..layers.checks import require_plan_layer

        source = self.source_of(parameters, context)
        if not (schema.looks_older(source.fields().names()) and plan_file_of(self.layer_of(parameters, context))):
            require_plan_layer(source)
        return source

    def take(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> Taken:
        """The layer that was chosen, to be read as it is at one moment; what lies in a GeoPackage and is not open stays closed.

        :raises LmvwError: as ``source_of``.
        """
        from ..layers.reading import Taken

        given = parameters.get(name)
        asked = given if isinstance(given, QgsProcessingFeatureSourceDefinition) else None
        text = self.file_of(parameters, context, name)
        if text:
            return Taken(text, asked)
        self.source_of(parameters, context, name)
        return Taken(self.layer_of(parameters, context, name), asked)

    @staticmethod
    def file_of(parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> str:
        """The text that names a layer in a database that is a file, when no layer that is open is meant; else nothing."""
        text = _source_in(parameters.get(name))
        if not isinstance(text, str) or not is_database(Path(text.split("|")[0])):
            return ""
        return "" if QgsProcessingUtils.mapLayerFromString(text, context, False) else text

    @sources.offline()
    def layer_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> QgsVectorLayer | None:
        """The layer that was chosen, also where only a part of it was."""
        return self.parameterAsVectorLayer({**parameters, name: self._copied(_source_in(parameters.get(name)), context)}, name, context)

    def path_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> Path | None:
        """The file of the layer that was chosen: itself, not our copy. None when it is in no file."""
        text = self.file_of(parameters, context, name)
        if text:
            return Path(text.split("|")[0])
        layer = _open_layer(_source_in(parameters.get(name)), context)
        held = self.opened.file(layer.id()) if layer is not None else None
        return held or sources.file_of(self.layer_of(parameters, context, name))

    @sources.offline()
    def opened_layer(self, text: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
        """A layer by id, name or file; None when QGIS cannot read it.

        :raises LmvwError: when another program keeps its file to itself, or it is damaged.
        """
        copied = self._copied(text, context)
        layer = QgsProcessingUtils.mapLayerFromString(copied, context) if isinstance(copied, str) else copied
        return layer if isinstance(layer, QgsVectorLayer) else None

    def named_layer(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT", column: str = "") -> NamedLayer:
        """A layer whose plan names are compared, with what its file really holds.

        :param column: the one with the names; empty for the one that is called so.
        :raises LmvwError: as ``source_of``, and when it has no such column.
        """
        from ..layers.names.in_layers import NamedLayer, name_column

        source, layer = self.source_of(parameters, context, name), self.layer_of(parameters, context, name)
        title = source.sourceName()
        strijdig = strijdig_in(plan_file_of(layer))
        return NamedLayer(source, title, name_column(source.fields(), column or None, title), self.stored_of(layer), strijdig)

    def stored_of(self, layer: QgsVectorLayer | None) -> Stored:
        """What the file of a layer really holds where QGIS gives something else.

        :raises LmvwError: when another program keeps it to itself, or it is damaged.
        """
        return NOTHING_STORED if layer is None else self.copies.stored_of(layer)

    def table_of(self, parameters: Parameters, context: QgsProcessingContext, name: str = "INPUT") -> Stored:
        """Where a layer lies of which all was chosen, in a database that is not open here; nothing for any other.

        :raises LmvwError: when another program keeps its file to itself, or it is damaged.
        """
        text = self.file_of(parameters, context, name)
        parts = {part for part, value in QgsProviderRegistry.instance().decodeUri("ogr", text).items() if sources.value(value) is not None}
        if not text or isinstance(parameters.get(name), QgsProcessingFeatureSourceDefinition) or not parts <= _WHOLE:
            return NOTHING_STORED
        return self.copies.stored(self.copies.of(text))

    def boundary_of(self, parameters: Parameters, context: QgsProcessingContext, gemeente: Gemeente | None = None) -> Any | None:
        """The municipality as one shapely geometry, or None when no boundary was given or no shapely is there to judge by it.

        :param gemeente: which of the municipalities in the layer, when it holds more than one.

        :raises LmvwError: when the layer cannot be used.
        """
        if not parameters.get("BOUNDARY"):
            return None
        from ..layers.polygons.reading import read_boundary

        source = self.source_of(parameters, context, "BOUNDARY")
        return None if lack("shapely") else read_boundary(source, gemeente)

    @staticmethod
    def gemeente_in(source: Any) -> Gemeente | None:
        """The municipality that all plans of a plan layer name, when it is one that exists."""
        if source.fields().lookupField("gemeente_code") < 0:
            return None
        codes = {row.get("gemeente_code") for _, row in sources.rows(source, ["gemeente_code"], drawn=False)}
        return gemeenten().get(str(codes.pop())) if len(codes) == 1 else None


def _source_in(given: Any) -> Any:
    """What names the layer, also where only a part of it was asked for."""
    return given.source.staticValue() if isinstance(given, QgsProcessingFeatureSourceDefinition) else given


def _open_layer(given: Any, context: QgsProcessingContext) -> Any:
    """The layer that is open here and is meant; None when it is another thing."""
    return (
        QgsProcessingUtils.mapLayerFromString(given, context, False)
        if isinstance(given, str)
        else given
        if isinstance(given, QgsMapLayer)
        else None
    )
