# SPDX-License-Identifier: GPL-2.0-or-later
"""The municipality's boundary as a layer of the project: only its own, also from a file with those of a whole province."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsExpression, QgsFeature, QgsFeatureRequest, QgsVectorLayer

from ...core.basisset import boundaries
from ...core.basisset.codelists import Gemeente
from ...core.errors import LmvwError
from ...core.i18n import tr
from ..sources import offline, require_file, require_polygons, rows

_MOST = 0.5  # of the plans lie in it


@offline()
def open_boundary(path: str) -> QgsVectorLayer:
    """The boundaries in a file.

    :raises LmvwError: when it cannot be used.
    """
    require_file(path)
    layer = QgsVectorLayer(path, tr("Gemeentegrens"), "ogr")
    if not layer.isValid():
        raise LmvwError(tr("‘{path}’ is geen kaartlaag die QGIS kan lezen; kies een bestand met de gemeentegrens.").format(path=path))
    require_polygons(layer, Path(path).name)
    if not layer.featureCount():
        raise LmvwError(tr("‘{path}’ bevat geen grens; kies een bestand met de gemeentegrens.").format(path=path))
    return layer


def narrow(layer: QgsVectorLayer, gemeente: Gemeente, plans: QgsVectorLayer | None = None) -> bool:
    """Show only the municipality: by its code, its name, or where its plans lie. False when it is not certain which one it is.

    A filter on the layer does it, so that checks, snapping and a saved project see the same.
    """
    features, attributes = _read(layer)
    own = boundaries.find(attributes, gemeente)
    if own is not None:
        return len(own.rows) == len(features) or _filter(layer, own.column, own.values)
    if len(features) == 1:
        return not boundaries.others(attributes)
    at = _where_plans_lie(features, plans) if plans is not None else None
    return at is not None and show_only(layer, at)


def choices(layer: QgsVectorLayer) -> list[str]:
    """What the user may choose from, one label for each row of the layer."""
    _, attributes = _read(layer)
    column = boundaries.label_column(attributes)
    return [str(row.get(column) or tr("vlak {number}").format(number=number)) for number, row in enumerate(attributes, 1)]


def show_only(layer: QgsVectorLayer, at: int) -> bool:
    """Show one row of the layer, by its place in ``choices``; False when the file cannot be filtered."""
    _, attributes = _read(layer)
    column = boundaries.label_column(attributes)
    return bool(column) and _filter(layer, column, [attributes[at][column]])


def _read(layer: QgsVectorLayer) -> tuple[list[QgsFeature], list[dict[str, object]]]:
    pairs = list(rows(layer))
    return [feature for feature, _ in pairs], [attributes for _, attributes in pairs]


def _filter(layer: QgsVectorLayer, column: str, values: Sequence[object]) -> bool:
    listed = ", ".join(QgsExpression.quotedValue(value) for value in values)
    return bool(layer.setSubsetString(f"{QgsExpression.quotedColumnRef(column)} IN ({listed})"))


def _where_plans_lie(features: Sequence[QgsFeature], plans: QgsVectorLayer) -> int | None:
    """The row in which most plans lie."""
    request = QgsFeatureRequest().setNoAttributes()
    centers = [center for plan in plans.getFeatures(request) if not (center := plan.geometry().pointOnSurface()).isEmpty()]
    counts = [sum(feature.geometry().contains(center) for center in centers) for feature in features]
    most = max(counts, default=0)
    return counts.index(most) if centers and most > _MOST * len(centers) else None
