# SPDX-License-Identifier: GPL-2.0-or-later
"""The outcome of a comparison as a layer: a row for each fact, with the new outline, or the old one of what is gone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from qgis.core import QgsFeature, QgsField, QgsFields, QgsGeometry
from qgis.PyQt.QtCore import QMetaType

from ...core.history.facts import Comparison
from ..planfile.rows import Shape, geometry_of

_COLUMNS = (
    ("soort", QMetaType.Type.QString), ("vorige_namen", QMetaType.Type.QString), ("namen", QMetaType.Type.QString),
    ("zeker", QMetaType.Type.Bool), ("score", QMetaType.Type.Double), ("reden", QMetaType.Type.QString),
    ("bruto_vorig", QMetaType.Type.Int), ("bruto_nu", QMetaType.Type.Int),
)  # fmt: skip


def fields() -> QgsFields:
    """The columns of the interface, in fixed order."""
    columns = QgsFields()
    for name, kind in _COLUMNS:
        columns.append(QgsField(name, kind))
    return columns


def old_fields() -> QgsFields:
    """The columns of the old outlines."""
    columns = QgsFields()
    for name in ("soort", "plannaam"):
        columns.append(QgsField(name, QMetaType.Type.QString))
    return columns


def old_features(comparison: Comparison, then: Sequence[Shape | None]) -> Iterator[QgsFeature]:
    """Each plan of the previous delivery as it was drawn then, with what became of it."""
    columns = old_fields()
    for fact in comparison.facts:
        for index in fact.then:
            feature = QgsFeature(columns)
            feature.setAttributes([fact.kind.value, comparison.then.name(index)])
            feature.setGeometry(geometry_of(then[index]))
            yield feature


def features(comparison: Comparison, then: Sequence[Shape | None], now: Sequence[Shape | None]) -> Iterator[QgsFeature]:
    """One feature per fact; names as a JSON list, to the byte."""
    columns = fields()
    for fact in comparison.facts:
        feature = QgsFeature(columns)
        names = (json.dumps(list(names), ensure_ascii=False) for names in (fact.names_then, fact.names_now))
        feature.setAttributes([fact.kind.value, *names, fact.sure, fact.score, fact.reason, *comparison.bruto(fact)])
        outlines = [now[index] for index in fact.now] or [then[index] for index in fact.then]
        parts = [geometry_of(shape) for shape in outlines if shape is not None]
        if parts:
            feature.setGeometry(parts[0] if len(parts) == 1 else QgsGeometry.unaryUnion(parts))
        yield feature
