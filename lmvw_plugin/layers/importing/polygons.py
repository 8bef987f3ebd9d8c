# SPDX-License-Identifier: GPL-2.0-or-later
"""The layer that an import reads, with what has to be known of it: one layer, one of a file, or several of a file together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsFeatureSource, QgsVectorLayer

from .. import sources
from ..stored.copies import NOTHING_STORED, SourceCopy, Stored, about_file
from .layers import Together, chosen_layers

Source = QgsFeatureSource | QgsVectorLayer | Together


@dataclass(frozen=True, slots=True)
class Polygons:
    """``source`` is None when there is only a worksheet; ``path`` is its file, where a second table may lie.

    ``stored`` is what it really holds where QGIS gives something else, ``remarks`` are sentences on what is not read. ``whole``: the source is
    all that is stored there, and nothing was typed since.
    """

    source: Source | None = None
    path: Path | None = None
    stored: Stored = NOTHING_STORED
    remarks: Sequence[str] = ()
    whole: bool = False


def in_file(text: str, copies: SourceCopy, open_layer: Callable[[str], Source | None]) -> Polygons:
    """What is meant by a file, with ``|layername=`` or without.

    :param open_layer: opens one layer, as QGIS names it.
    :raises LmvwError: when the file has several layers and none was chosen, or the one that is named is not there.
    """
    read, given = copies.resting(text), sources.path_in(text)
    layers, left_out = chosen_layers(read, text, copies.at_rest(read))
    remarks, path = [*left_out, *about_file(given, copies.had_log(text))], sources.path_in(read)
    if len(layers) > 1:
        return Polygons(Together(layers, given.name, copies), path, remarks=remarks)
    uri = layers[0].uri if layers else read
    whole = all(option.startswith("layername=") for option in uri.split("|")[1:])
    return Polygons(open_layer(uri), path, copies.stored(uri), remarks, whole)


def of_layer(layer: QgsVectorLayer | None, source: Source | None, copies: SourceCopy) -> Polygons:
    """A layer that QGIS has open.

    :param source: what is read of it.
    """
    path = sources.file_of(layer)
    if layer is None or path is None:
        return Polygons(source)
    inside = Path(str(path).removeprefix("/vsizip/"))
    return Polygons(source, inside if inside.exists() else None, copies.stored_of(layer))
