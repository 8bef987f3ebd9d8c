# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan names in GIS layers: where they are, which plans kept their polygon but not their name, and adopting a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...core.basisset.values import text_or_none
from ...core.errors import LmvwError
from ...core.feedback import Feedback, watched
from ...core.i18n import tr
from ...core.importing.match import SAME_PLACE
from ...core.names.comparing import forms as name_forms
from ...core.names.rules import NameEntry, NameSource
from .. import sources
from ..polygons.making_valid import closed, made_valid
from ..polygons.reading import plain_wkb
from ..polygons.shapely2 import shapely
from ..seen.otherwise import WithStored
from ..stored.copies import NOTHING_STORED, Stored
from ..workbook.name_column import guess_name_column

_PLAN_COLUMNS = ("plan_id", "plannummer")


def name_column(fields: QgsFields, wanted: str | None, layer: str) -> str:
    """The column with the plan names: the one that was asked for, else the one that is called so.

    :raises LmvwError: when there is none.
    """
    names = fields.names()
    if wanted:
        index = fields.lookupField(wanted)
        if index < 0:
            raise LmvwError(
                tr("Laag ‘{layer}’ heeft geen kolom ‘{column}’; kies een van: {columns}.").format(
                    layer=layer, column=wanted, columns=", ".join(names)
                )
            )
        return str(names[index])
    guessed = guess_name_column(names)
    if guessed is None:
        raise LmvwError(
            tr("Laag ‘{layer}’ heeft geen kolom met plannamen; kies zelf de naamkolom uit: {columns}.").format(
                layer=layer, columns=", ".join(names)
            )
        )
    return guessed


@dataclass(frozen=True, slots=True)
class NamedLayer:
    """A layer whose names are compared, and what its file holds where QGIS gives something else.

    ``strijdig``: the ids of the plans that the province labelled so.
    """

    source: Any  # a QgsFeatureSource
    title: str
    column: str
    stored: Stored = NOTHING_STORED
    strijdig: Collection[str] = ()

    def read(self, words: Collection[str] = ()) -> tuple[WithStored, list[str]]:
        """The layer with what its file really holds, and sentences on how that was read.

        :param words: names of the other sources: they tell the encoding of a shapefile that does not say it.
        """
        odd, said = self.stored.values(words)
        return WithStored(self.source, odd), said

    def names(self, feedback: Feedback, words: Collection[str] = ()) -> NameSource:
        """Its names, exactly as stored."""
        return names_of(self.read(words)[0], self.title, self.column, feedback)

    def require_letters(self, layer: QgsVectorLayer) -> None:
        """QGIS writes the letters of a shapefile as the file has them.

        :param layer: the layer itself, as it is to be edited.
        :raises LmvwError: when it reads them otherwise: the file would get letters of two kinds.
        """
        if self.stored.dbf is None:
            return
        stored, said = self.read()
        shown = {feature.id(): sources.value(feature[self.column]) for feature in layer.dataProvider().getFeatures()}
        if any(self.column in values and shown.get(fid) != values[self.column] for fid, values in stored.stored.items()):
            raise LmvwError(
                tr("QGIS leest de letters van laag ‘{layer}’ anders dan ze in het bestand staan, en zou namen in een andere codering erbij "
                   "schrijven. {said} Sla de laag op als GeoPackage, met die codering, en neem daar de namen over.").format(
                    layer=self.title, said=" ".join(said))
            )  # fmt: skip


def names_of(source: Any, title: str, column: str, feedback: Feedback) -> NameSource:
    """The plan names of a layer, exactly as stored where that is known. Geometry is not read."""
    entries = tuple(entry for entry, _ in _entries(source, column, feedback, False))
    return NameSource(tr("laag ‘{name}’").format(name=title), entries, (title,))


def _entries(source: Any, column: str, feedback: Feedback, geometry: bool) -> Iterator[tuple[NameEntry, QgsGeometry]]:
    fields = source.fields()
    wanted = {name: fields.lookupField(name) for name in (*_PLAN_COLUMNS, column)}
    request = QgsFeatureRequest().setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    request.setSubsetOfAttributes([index for index in wanted.values() if index >= 0])
    if not geometry:
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    stored = getattr(source, "stored", {})
    for feature in watched(source.getFeatures(request), source.featureCount(), feedback):
        attributes = feature.attributes()
        name = text_or_none(sources.value(stored.get(feature.id(), {}).get(column, attributes[wanted[column]])))
        plan: dict[str, object] = {"plannaam": name, "fid": feature.id()}
        for extra in _PLAN_COLUMNS:
            if wanted[extra] >= 0:
                plan[extra] = sources.value(attributes[wanted[extra]])
        yield NameEntry(name, tr("nr. {fid}").format(fid=feature.id()), plan), feature.geometry()


# -- since the previous delivery -----------------------------------------------------------------------------------


def unmoved(current: NamedLayer, previous: NamedLayer, words: Collection[str], feedback: Feedback) -> list[tuple[NameEntry, NameEntry]]:
    """(now, then) of plans whose name is new while the polygon of a name that is gone lies in the same place.

    :param words: names of other sources, as for ``NamedLayer.read``.
    """
    nows, thens = (list(_entries(named.read(words)[0], named.column, feedback, True)) for named in (current, previous))
    known_now, known_then = {entry.name for entry, _ in nows}, {entry.name for entry, _ in thens}
    fresh = [(entry, _shape(geometry)) for entry, geometry in nows if entry.name not in known_then and not name_forms.is_blank(entry.name)]
    gone = [(entry, _shape(geometry)) for entry, geometry in thens if entry.name not in known_now and not name_forms.is_blank(entry.name)]
    tree = shapely.STRtree([shape for _, shape in gone])
    overlaps: list[tuple[float, int, int]] = []
    for index, (_, shape) in enumerate(watched(fresh, len(fresh), feedback)):
        if shape is None:
            continue
        for other in tree.query(shape):
            ratio = _overlap(shape, gone[other][1])
            if ratio >= SAME_PLACE:
                overlaps.append((ratio, index, int(other)))
    pairs: dict[int, int] = {}
    for _, index, other in sorted(overlaps, key=lambda item: (-item[0], item[1], item[2])):  # the best overlap first
        if index not in pairs and other not in pairs.values():
            pairs[index] = other
    return [(fresh[index][0], gone[other][0]) for index, other in sorted(pairs.items())]


def _shape(geometry: QgsGeometry) -> Any:
    """The polygon for shapely, mended where it crosses itself; None where there is none."""
    if geometry.isNull() or geometry.isEmpty() or geometry.type() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return None
    wkb = plain_wkb(geometry)
    return made_valid(np.array([wkb and closed(wkb)], object))[0]


def _overlap(a: Any, b: Any) -> float:
    shared = a.intersection(b).area
    whole = a.area + b.area - shared
    return float(shared / whole) if whole > 0 else 0.0


# -- adopting ------------------------------------------------------------------------------------------------------


def adopt(layer: QgsVectorLayer, column: str, changes: Mapping[int, str]) -> None:
    """Give features another name, by feature id, as one step in the edit buffer that undo takes back.

    :raises LmvwError: when the layer cannot be edited or the name does not fit; then nothing has changed.
    """
    index = layer.fields().lookupField(column)
    length = layer.fields().at(index).length()
    long = next((name for name in changes.values() if 0 < length < len(name)), None)
    if long is not None:
        raise LmvwError(
            tr("Naam ‘{name}’ past niet in kolom ‘{column}’ van laag ‘{layer}’, die {length} tekens breed is.").format(
                name=long, column=column, layer=layer.name(), length=length
            )
        )
    if not layer.isEditable() and not layer.startEditing():
        raise LmvwError(tr("Laag ‘{layer}’ kan niet bewerkt worden; sla hem op als GeoPackage.").format(layer=layer.name()))
    layer.beginEditCommand(tr("Plannamen overnemen"))
    for fid, name in changes.items():
        if not layer.changeAttributeValue(fid, index, name):
            layer.destroyEditCommand()
            raise LmvwError(
                tr("De naam van plan nr. {fid} in laag ‘{layer}’ kan niet gewijzigd worden; er is niets gewijzigd.").format(
                    fid=fid, layer=layer.name()
                )
            )
    layer.endEditCommand()
