# SPDX-License-Identifier: GPL-2.0-or-later
"""Where results go: never over a file that is read in the same run, over another result, or over a plan file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
)

from ..core.errors import LmvwError
from ..core.i18n import tr
from ..layers.moment import Locked
from ..layers.planfile.recognising import is_plan_file
from ..layers.sources import file_of

_IN_DATABASE = re.compile(r"^\w+:.*dbname='(?P<path>[^']+)'")  # a table in a GeoPackage, as QGIS writes it


def require_spared(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, object], context: QgsProcessingContext, may_change: frozenset[str]
) -> None:
    """No result takes the place of something else: QGIS replaces the whole file, with every table and style in it.

    :param may_change: the outputs that are a plan file, of algorithms that look themselves at what is there.
    :raises LmvwError: when one would.
    """
    definitions = algorithm.parameterDefinitions()
    read = [
        path
        for definition in definitions
        if not definition.isDestination()
        for path in _files(parameters.get(definition.name()), context)
        if _is_file(path)
    ]
    taken: dict[Path, str] = {}
    for definition in definitions:
        if not definition.isDestination() or definition.name() in may_change:
            continue
        for path in _files(parameters.get(definition.name()), context):
            label = definition.description()
            if path.absolute() in taken:
                raise LmvwError(
                    tr("‘{label}’ en ‘{other}’ komen allebei in ‘{path}’; kies twee verschillende bestanden.").format(
                        label=label, other=taken[path.absolute()], path=path
                    )
                )
            taken[path.absolute()] = label
            if not _is_file(path):
                continue
            if any(path.samefile(other) for other in read):
                raise LmvwError(
                    tr("‘{label}’ zou ‘{path}’ overschrijven, dat zelf wordt gelezen; kies een ander bestand.").format(
                        label=label, path=path
                    )
                )
            if _may_be_plan_file(path):
                raise LmvwError(
                    tr("‘{label}’ zou planbestand ‘{path}’ overschrijven, met alles wat erin staat; kies een ander bestand.").format(
                        label=label, path=path
                    )
                )


def _may_be_plan_file(path: Path) -> bool:
    """True for a plan file.

    :raises LmvwError: when another program keeps it to itself. The run would wait for that, and then replace it whatever it is.
    """
    try:
        return is_plan_file(path)
    except Locked as error:
        raise LmvwError(str(error)) from error


def _files(given: object, context: QgsProcessingContext) -> Iterator[Path]:
    """The files that the value of a parameter names."""
    if isinstance(given, (list, tuple)):
        for item in given:
            yield from _files(item, context)
        return
    if isinstance(given, QgsProcessingFeatureSourceDefinition):
        given = given.source.staticValue()
    elif isinstance(given, QgsProcessingOutputLayerDefinition):
        given = given.sink.staticValue()
    layer = given if isinstance(given, QgsMapLayer) else None
    if isinstance(given, str) and given and given != QgsProcessing.TEMPORARY_OUTPUT and not given.startswith("memory:"):
        table = _IN_DATABASE.match(given)
        layer = None if table else QgsProcessingUtils.mapLayerFromString(given, context, False)
        if layer is None:
            yield Path(table["path"] if table else given.split("|")[0])
    path = file_of(layer)
    if path is not None:
        yield path


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # too long for a name, or no name at all
        return False
