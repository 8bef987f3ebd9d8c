# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as it is at one moment, unsaved edits included, to be read on any thread while the user goes on.

Only ``reading`` makes one: of its own copy, or of a layer that is in no database file. A file that is open here gives nothing on another
thread while editing begins in it (import contract).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)


class LayerSnapshot:
    """What the checks ask of a ``QgsFeatureSource``. Make it on the thread of the layer.

    :param chosen: only these features.
    :param stored: by feature and column, what the file really has where QGIS gives something else.
    :param ids: what it has to call features that the layer calls otherwise.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        chosen: Sequence[int] | None = None,
        stored: Mapping[int, Mapping[str, object]] | None = None,
        ids: Mapping[int, int] | None = None,
    ) -> None:
        self.stored = stored or {}
        self._ids = ids or {}
        self._source = QgsVectorLayerFeatureSource(layer)
        self._chosen = None if chosen is None else list(chosen)
        self._name, self._count = layer.name(), layer.featureCount() if self._chosen is None else len(self._chosen)
        self._crs, self._kind, self._fields = layer.crs(), layer.wkbType(), layer.fields()

    def sourceName(self) -> str:  # noqa: N802  # QGIS's name
        """The name of the layer."""
        return self._name

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802  # QGIS's name
        """Its coordinate reference system."""
        return self._crs

    def wkbType(self) -> QgsWkbTypes.Type:  # noqa: N802  # QGIS's name
        """Its kind of geometry."""
        return self._kind

    def fields(self) -> QgsFields:
        """Its columns."""
        return self._fields

    def featureCount(self) -> int:  # noqa: N802  # QGIS's name
        """How many features it had."""
        return self._count

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> QgsFeatureIterator | Iterator[QgsFeature]:  # noqa: N802  # QGIS's name
        """The features as they were."""
        asked = QgsFeatureRequest(request) if request is not None else QgsFeatureRequest()
        if self._chosen is not None:
            asked.setFilterFids(self._chosen).addOrderBy("$id")  # a selection has no order of its own
        features = self._source.getFeatures(asked)
        return self._called(features) if self._ids else features

    def _called(self, features: QgsFeatureIterator) -> Iterator[QgsFeature]:
        for feature in features:
            feature.setId(self._ids.get(feature.id(), feature.id()))
            yield feature
