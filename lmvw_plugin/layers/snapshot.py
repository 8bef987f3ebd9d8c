# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer as it is at one moment, unsaved edits included, to be read on any thread while the user goes on."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

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

    :param selected: only the features that are selected, in the order of the layer.
    :param chosen: only these features.
    :param stored: by feature and column, what the file really has where QGIS gives something else.
    """

    def __init__(
        self,
        layer: QgsVectorLayer,
        selected: bool = False,
        chosen: Sequence[int] | None = None,
        stored: Mapping[int, Mapping[str, object]] | None = None,
    ) -> None:
        self.stored = stored or {}
        self._source = QgsVectorLayerFeatureSource(layer)
        self._chosen = layer.selectedFeatureIds() if selected else None if chosen is None else list(chosen)
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

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> QgsFeatureIterator:  # noqa: N802  # QGIS's name
        """The features as they were."""
        asked = QgsFeatureRequest(request) if request is not None else QgsFeatureRequest()
        if self._chosen is not None:
            asked.setFilterFids(self._chosen).addOrderBy("$id")  # a selection has no order of its own
        return self._source.getFeatures(asked)


class WithStored:
    """A source of which is known, by feature and column, what its file really has where QGIS gives something else."""

    def __init__(self, source: Any, stored: Mapping[int, Mapping[str, object]]) -> None:
        self._source, self.stored = source, stored

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)


class Only:
    """Some of the features of a source, by their place in it."""

    def __init__(self, source: Any, places: Collection[int]) -> None:
        self._source, self._places = source, frozenset(places)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def featureCount(self) -> int:  # noqa: N802  # QGIS's name
        """How many they are."""
        return len(self._places)

    def getFeatures(self, request: QgsFeatureRequest | None = None) -> Iterator[QgsFeature]:  # noqa: N802  # QGIS's name
        """These features, in the order of the source."""
        features = self._source.getFeatures(request if request is not None else QgsFeatureRequest())
        return (feature for index, feature in enumerate(features) if index in self._places)
