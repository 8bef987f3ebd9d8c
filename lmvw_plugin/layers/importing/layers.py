# SPDX-License-Identifier: GPL-2.0-or-later
"""Which layer of a file is imported: the only one, the only one of a known format, the one that was named, or all together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsProviderRegistry,
    QgsProviderSublayerDetails,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.errors import LmvwError
from ...core.i18n import tr
from ...core.importing import formats
from .. import sources
from ..stored.at_rest import AtRest
from ..stored.copies import SourceCopy
from ..stored.values import Odd

ALL = "*"  # as the name of a layer: all of them together
_COLUMN = "laag"
_ONE_LAYER = (".shp", ".dbf", ".shx", ".geojson", ".json", ".fgb", ".tab", ".csv")
_IN_GDB = re.compile(r"(\.gdb)/a[0-9a-f]{8}\.gdbtable$", re.IGNORECASE)  # QGIS names the parts of one that is zipped


@dataclass(frozen=True, slots=True)
class Layer:
    """A layer in a file, and how QGIS opens it."""

    name: str
    uri: str


@sources.offline()
def polygon_layers(path: Path) -> list[Layer]:
    """The layers with polygons in a file that may hold more than one; a file that holds one by nature gives none."""
    if path.suffix.casefold() in _ONE_LAYER or not path.exists():
        return []
    sublayers = [
        sublayer
        for sublayer in _sublayers(path)
        if QgsWkbTypes.geometryType(sublayer.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    layers = [_layer(sublayer) for sublayer in sublayers]
    often = Counter(layer.name for layer in layers)
    return [
        Layer(sublayer.name(), layer.uri) if often[layer.name] > 1 else layer for sublayer, layer in zip(sublayers, layers, strict=True)
    ]


def names_in(path: Path) -> list[str]:
    """The names of the layers with polygons in a file, of which only a copy is opened.

    :raises LmvwError: when it cannot be read.
    """
    copies = SourceCopy()
    return [layer.name for layer in polygon_layers(sources.path_in(copies.resting(str(path))))]


@sources.offline()
def table_in(path: Path, name: str) -> QgsVectorLayer | None:
    """The table of this name in a file, or None."""
    uris = (layer.uri for layer in map(_layer, _sublayers(path)) if layer.name == name)
    table = next((QgsVectorLayer(uri, name, "ogr") for uri in uris), None)
    return table if table is not None and table.isValid() else None


@sources.offline()
def chosen_layers(given: str, shown: str = "", rest: AtRest | None = None) -> tuple[list[Layer], list[str]]:
    """The layers that are meant by a file, with ``|layername=`` or without, and sentences on what stays behind.

    None of them when QGIS opens what was given as it is. A view is meant only by its name, or when there is nothing else: it shows plans that
    are in another layer too.

    :param shown: how a sentence names the file, when that is not as it was given.
    :param rest: what became of the views in it.

    :raises LmvwError: when there are several and none was chosen, or the one that was named is not there.
    """
    text, _, options = given.partition("|")
    path, wanted = Path(text), dict(option.partition("=")[::2] for option in options.split("|")).get("layername", "")
    file = sources.path_in(shown or given).name
    layers, views = polygon_layers(path), rest.views if rest is not None else frozenset()
    said = [sentence for _, sentence in rest.not_read] if rest is not None else []
    if not wanted or wanted == ALL:
        shows = [layer for layer in layers if layer.name in views]
        if 0 < len(shows) < len(layers):
            layers = [layer for layer in layers if layer not in shows]
            said.append(_beside(file, shows, shown or given))
    if wanted == ALL:
        return layers, said
    if wanted:
        named = [layer for layer in layers if layer.name == wanted]
        if not named and layers and not any(_layer(sublayer).name == wanted for sublayer in _sublayers(path)):
            raise LmvwError(
                tr("Bestand ‘{name}’ heeft geen laag ‘{wanted}’; kies een van: {layers}.").format(
                    name=file, wanted=wanted, layers=_listed(layers)
                )
            )
        return named, said
    if len(layers) < 2:
        return layers, said
    known = [layer for layer in layers if formats.recognise(QgsVectorLayer(layer.uri, layer.name, "ogr").fields().names())]
    if len(known) == 1:
        others = tr("Bestand ‘{name}’ heeft meer lagen met polygonen; alleen ‘{layer}’ is gelezen, niet: {others}.")
        behind = [layer for layer in layers if layer not in known]
        return known, [*said, others.format(name=file, layer=known[0].name, others=_listed(behind))]
    raise LmvwError(
        tr(
            "Bestand ‘{name}’ heeft meer dan één laag met polygonen ({layers}); kies er een, bijvoorbeeld ‘{given}|layername={first}’, "
            "of neem ze samen met ‘{given}|layername={all}’."
        ).format(name=file, layers=_listed(layers), given=shown or given, first=layers[0].name, all=ALL)
    )


class Together:
    """Several layers read as one, with the name of its layer in each row; what the import asks of a ``QgsFeatureSource``.

    ``odd`` has, of the features that were read, the values that GDAL gives as something else than what is stored.

    :raises LmvwError: when one of them has no polygons in RD.
    """

    @sources.offline()
    def __init__(self, layers: Sequence[Layer], title: str, copies: SourceCopy) -> None:
        self.odd: dict[int, Mapping[str, object]] = {}
        self._stored, self._odd = [copies.stored(layer.uri) for layer in layers], list[Odd]({} for _ in layers)
        self._title = f"{title} ({', '.join(layer.name for layer in layers)})"
        self._layers = [(layer.name, QgsVectorLayer(layer.uri, layer.name, "ogr")) for layer in layers]
        self._fields = QgsFields()
        for name, layer in self._layers:
            sources.require_polygons(layer, name)
            for field in layer.fields():
                if self._fields.lookupField(field.name()) < 0:
                    self._fields.append(field)
        column, number = _COLUMN, 2
        while self._fields.lookupField(column) >= 0:
            column, number = f"{_COLUMN} ({number})", number + 1
        self._fields.append(QgsField(column, QMetaType.Type.QString))

    def values(self, words: Collection[str]) -> tuple[Odd, list[str]]:
        """The odd values, which are there once the features have been read, and sentences on them."""
        outcomes = [stored.values(words) for stored in self._stored]
        self._odd = [odd for odd, _ in outcomes]
        return self.odd, [sentence for _, said in outcomes for sentence in said]

    def sourceName(self) -> str:  # noqa: N802  # QGIS's name
        """The name of the file and of its layers."""
        return self._title

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:  # noqa: N802  # QGIS's name
        """Their coordinate reference system."""
        return self._layers[0][1].crs()

    def wkbType(self) -> QgsWkbTypes.Type:  # noqa: N802  # QGIS's name
        """Their kind of geometry."""
        return self._layers[0][1].wkbType()

    def fields(self) -> QgsFields:
        """The columns of all of them."""
        return self._fields

    def featureCount(self) -> int:  # noqa: N802  # QGIS's name
        """How many features there are together."""
        return sum(layer.featureCount() for _, layer in self._layers)

    def getFeatures(self, request: QgsFeatureRequest) -> Iterator[QgsFeature]:  # noqa: N802  # QGIS's name
        """The features, layer after layer."""
        number = 0
        for (name, layer), odd in zip(self._layers, self._odd, strict=True):
            columns = [self._fields.lookupField(field.name()) for field in layer.fields()]
            for feature in layer.getFeatures(QgsFeatureRequest(request)):
                values: list[object] = [None] * self._fields.count()
                for column, value in zip(columns, feature.attributes(), strict=True):
                    values[column] = value
                values[-1] = name
                whole = QgsFeature(feature)
                whole.setFields(self._fields)
                whole.setAttributes(values)
                number += 1
                if feature.id() in odd:
                    self.odd[number] = odd[feature.id()]
                whole.setId(number)  # each layer counts from 1
                yield whole


def _sublayers(path: Path) -> list[QgsProviderSublayerDetails]:
    return list(QgsProviderRegistry.instance().querySublayers(str(path)))


def _layer(sublayer: QgsProviderSublayerDetails) -> Layer:
    file, _, options = sublayer.uri().partition("|")
    name = options.partition("layername=")[2].split("|")[0] or sublayer.name()
    file, inside = _IN_GDB.subn(r"\1", file)
    return Layer(name, f"{file}|layername={name}" if inside else sublayer.uri())


def _beside(name: str, views: Sequence[Layer], given: str) -> str:
    return tr(
        "Niet gelezen uit ‘{name}’: weergave (view) {views}. Wilt u die plannen, kies dan zo’n laag, bijvoorbeeld ‘{given}|layername={first}’."
    ).format(name=name, views=_listed(views), given=given.partition("|")[0], first=views[0].name)


def _listed(layers: Sequence[Layer]) -> str:
    return ", ".join(layer.name for layer in layers)
