# SPDX-License-Identifier: GPL-2.0-or-later
"""A source with something about it changed: with what its file really has, or only some of its features."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest


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
